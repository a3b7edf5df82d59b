"""The report as PDF: pages that break well, evidence marked where it lies, letters that stay joined."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from core.exporters.report import html
from core.exporters.report.content import (
    Band,
    MatrixRow,
    Passage,
    Piece,
    Point,
    Report,
    Said,
    Section,
    Source,
)
from core.model import Show
from gui import printing
from gui.app import Desk
from gui.dialogs.report_dialog import FORMATS, ask_for_path

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_RIVER = Source(1, "صحيفة النهر", "1 مايو 2024", "عنوان", "1.txt", "")
_BANK = Source(2, "BBC: Bank", "2 مايو 2024", "عنوان", "2.txt", "")
_SENTENCE = "وصل الجنود 😀 إلى الجسر <b>أمس</b> وقال المتحدث "


def passage(source: Source, before: str, evidence: str, after: str) -> Passage:
    pieces = (Piece(before, False), Piece(evidence, True), Piece(after, False))
    return Passage(source, (Said(evidence, ("محتمل",)),), pieces, True)


def point(number: int, rows: int = 1, before: str = _SENTENCE) -> Point:
    first = tuple(passage(_RIVER, f"{before}إن ب", "نحو 90 ألف جندي", " وصلوا.") for _ in range(rows))
    second = (passage(_BANK, "ونفت ذلك ", "وزارة الدفاع", "."),)
    return Point(number, "كم عدد الجنود؟", "الحشد", Show.CHECK, "", rows, first, second, "5,000", "لأن", None)


def report(points: tuple[Point, ...] = (), rows: int = 0, language: str = "ar") -> Report:
    row = MatrixRow("كم عدد الجنود؟", "", Show.CHECK, ((Said("90 ألفا", ("محتمل",)),), ()))
    return Report(
        language,
        "قصة الجسر",
        "6 مايو 2024",
        (("المقالات", "2"),),
        (),
        (_RIVER, _BANK),
        (Band((_RIVER, _BANK), (row,) * rows),) if rows else (),
        "",
        "",
        (Section(Show.CHECK, "نقاط للتحقق", "", points, ""),),
        (),
        "أعده ميزان.",
    )


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> Callable[[Report], printing._Printer]:
    def make(wanted: Report) -> printing._Printer:
        return printing._Printer(wanted, tmp_path / "report.pdf")

    return make


def _evidence(document: QTextDocument, spans: list[tuple[int, int]]) -> list[str]:
    raw = document.toRawText().encode("utf-16-le")
    return [raw[2 * start : 2 * end].decode("utf-16-le") for start, end in spans]


def _glyphs(document: QTextDocument) -> list[int]:
    document.size()  # lays it out
    block, found = document.begin(), []
    while block.isValid():
        for number in range(block.layout().lineCount()):
            for run in block.layout().lineAt(number).glyphRuns():
                found += run.glyphIndexes()
        block = block.next()
    return found


def test_evidence_is_found_where_it_lies(printer) -> None:
    made = printer(report((point(1),)))
    row = printing.Part(html.table("", [html.point_row(report(), *next(point(1).rows()))], "sides"), Show.CHECK)
    document, spans = made._document(row)
    assert _evidence(document, spans) == ["وزارة الدفاع", "نحو 90 ألف جندي"], "columns run from the right"
    assert "<b>أمس</b>" in document.toPlainText()
    assert not re.search("[\ufdd2\ufdd3]", document.toPlainText())


def test_a_mark_that_begins_inside_a_word_keeps_its_letters_joined(printer) -> None:
    made = printer(report())
    marked, _ = made._document(printing.Part('<p class="passage">إن ب<mark>نحو</mark> 90</p>'))
    whole, _ = made._document(printing.Part('<p class="passage">إن بنحو 90</p>'))
    assert _glyphs(marked) == _glyphs(whole) != []
    apart, _ = made._document(printing.Part('<p class="passage">إن ب<span class="muted">نحو</span> 90</p>'))
    assert _glyphs(apart) != _glyphs(whole), "this is what a format does"


def test_the_evidence_is_painted(printer, tmp_path: Path) -> None:
    sizes = []
    for evidence in ("نحو 90 ألف جندي", ""):
        plain = Passage(_RIVER, (), (Piece("إن ب", False), Piece(evidence or "نحو 90 ألف جندي", bool(evidence))), True)
        wanted = Point(1, "كم؟", "", Show.CHECK, "", 1, (plain,), (plain,), "", "", None)
        printer(report((wanted,))).run()
        sizes.append((tmp_path / "report.pdf").stat().st_size)
    assert sizes[0] > sizes[1]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages_hold_every_part_once_and_overlap_nowhere(printer, language: str) -> None:
    made = printer(report(tuple(point(number, rows=number % 5 + 1) for number in range(1, 25)), 60, language))
    pages = list(made._pages())
    assert len(pages) > 5
    placed = [each for page in pages for each in page]
    bodies = [part.body for part in printing.parts(made._report)]
    repeated = {part.head for part in printing.parts(made._report) if part.head}
    shown = [each.part.body for page in pages for each in page if not (each is page[0] and each.part.body in repeated)]
    assert shown == [body for body in bodies if body in shown]
    assert set(bodies) == {each.part.body for each in placed}
    for page in pages:
        for above, below in pairwise(page):
            assert below.y >= above.y + above.height - 5, "rows of a table share a line, no more"
        assert page[-1].y + page[-1].height <= made._height - 29


def test_no_heading_ends_a_page_and_a_table_goes_on_under_its_head(printer) -> None:
    made = printer(report(tuple(point(number, rows=number % 4 + 1) for number in range(1, 20)), 60))
    pages = list(made._pages())
    head = next(part.head for part in printing.parts(made._report) if "matrix" in part.head)
    for number, page in enumerate(pages):
        assert not page[-1].part.with_next
        rows = [each for each in page if 'scope="row"' in each.part.body]
        if rows and number:
            assert page[0].part.body == head
    assert sum(page[0].part.body == head for page in pages) > 1


def test_what_is_taller_than_a_page_is_cut_between_lines(printer) -> None:
    made = printer(report((point(1, before=_SENTENCE * 250),)))
    pages = list(made._pages())
    slices = [each for page in pages for each in page if len(each.part.body) > 5000]
    assert len(slices) > 1
    document, _ = made._document(slices[0].part)
    assert slices[0].skip == 0
    for before, after in pairwise(slices):
        assert after.skip == pytest.approx(before.skip + before.height)
        cut = after.skip
        assert not [1 for top, bottom in printing._lines(document) if top < cut - 0.6 and bottom > cut + 0.6]
    assert slices[-1].skip + slices[-1].height == pytest.approx(document.size().height())
    assert all(each.y + each.height <= made._height for each in slices)


def test_the_file_is_a_pdf_of_that_many_pages(printer) -> None:
    wanted = report(tuple(point(number) for number in range(1, 12)))
    stream = io.BytesIO()
    printing.write(wanted, stream)
    content = stream.getvalue()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b(?!s)", content)) == len(list(printer(wanted)._pages()))


# On the command line

_WITHOUT = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


def _mizan(*arguments: object, before: str = "") -> subprocess.CompletedProcess[str]:
    script = f"import sys\n{before}\nfrom gui.launch import main\nsys.exit(main())"
    kept = {name: value for name, value in os.environ.items() if name not in _WITHOUT}
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=kept | {"DISPLAY": ":99"},  # one that nobody answers at must not matter
    )


def test_the_command_writes_pdf_without_a_display(project_path: Path, tmp_path: Path) -> None:
    done = _mizan("report", project_path, "-o", tmp_path / "report.pdf")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_a_missing_library_is_named_with_what_works(project_path: Path, tmp_path: Path) -> None:
    before = """
class _Broken:
    def find_spec(self, name, path=None, target=None):
        if name == "gui.printing":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
sys.meta_path.insert(0, _Broken())
"""
    done = _mizan("report", project_path, "-o", tmp_path / "report.pdf", before=before)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "libEGL.so.1" in done.stderr
    assert ".docx" in done.stderr
    assert not (tmp_path / "report.pdf").exists()


# In the window


@pytest.mark.parametrize("ending", list(FORMATS))
def test_the_window_writes_a_report(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    path = tmp_path / f"report{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window = desk.window
    with qtbot.waitSignal(window.session.said, timeout=60000) as said:
        window.actions_table["report"].trigger()
    assert path.stat().st_size > 1000
    assert str(path) in said.args[0]


def test_a_report_that_cannot_be_written_is_told(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "report.html"), ""))
    with qtbot.waitSignal(desk.window.session.failed, timeout=60000):
        desk.window.actions_table["report"].trigger()


def test_the_name_gets_the_ending_of_the_chosen_format(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: answers[0](asked))
    for answer, expected in (
        (lambda asked: ("", ""), None),
        (lambda asked: (asked[2], asked[3].split(";;")[1]), tmp_path / "قصة.docx"),
        (lambda asked: (str(tmp_path / "v1.2"), asked[3].split(";;")[2]), tmp_path / "v1.2.html"),
        (lambda asked: (str(tmp_path / "mine.html"), asked[3].split(";;")[0]), tmp_path / "mine.html"),
    ):
        answers[:] = [answer]
        assert ask_for_path(desk.window, str(tmp_path), "قصة") == expected
