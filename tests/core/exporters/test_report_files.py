"""The report as files: HTML that is safe and self-contained, Word that runs right to left."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from report_story import MADE, Story

from core.errors import KnownError
from core.exporters import report as reports
from core.exporters.report import docx_, html
from core.exporters.report.build import build
from core.model import Verdict, VerdictKind

_VOID = {"meta", "br"}


class _Page(HTMLParser):
    """Checks that tags are balanced, and keeps what matters."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.marks: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "mark":
            self.marks.append(data)


def _html(story: Story, language: str = "ar") -> str:
    stream = io.BytesIO()
    html.write(build(story, "<قصة>", language, made=MADE), stream)
    return stream.getvalue().decode()


def _docx(story: Story, language: str = "ar"):
    stream = io.BytesIO()
    docx_.write(build(story, "<قصة>", language, made=MADE), stream)
    stream.seek(0)
    return Document(stream)


def test_the_page_runs_nothing_and_loads_nothing(story: Story) -> None:
    story.known[0] = replace(story.known[0], url="javascript:alert(1)", title='"><img src=x onerror=alert(1)>')
    story.known[1] = replace(story.known[1], url="https://example.org/?a=1&b=2")
    key = story.relation_id(1, 0)
    story.decided[key] = Verdict(key, VerdictKind.CONTRADICTION, None, "<iframe src='//x'></iframe>", "<b>سارة</b>")
    page = _Page(_html(story))
    names = {name for name, _ in page.tags}
    assert not names & {"script", "iframe", "img", "link", "object", "form", "base"}
    for name, values in page.tags:
        assert not [key for key in values if key.startswith("on") or key in ("src", "srcset", "style")]
        assert "href" not in values or (name, values["href"]) == ("a", "https://example.org/?a=1&b=2")
    style = re.search("<style>(.*)</style>", _html(story), re.DOTALL)
    assert style
    assert not re.search(r"url\(|@import|italic|//", style[1])


def test_the_page_is_right_to_left_and_marks_the_evidence(story: Story) -> None:
    page = _Page(_html(story))
    assert page.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert page.marks == [
        *("قد يقع هجوم", "نفت الوزارة أي هجوم", "نفت الوزارة أي خطة"),
        *("نحو 90 ألف جندي", "120 ألف جندي", "120 ألف جندي"),
    ]
    assert {values["dir"] for tag, values in page.tags if values.get("class") == "passage"} == {"rtl"}
    assert _Page(_html(story, "en")).tags[0] == ("html", {"lang": "en", "dir": "ltr"})


def test_every_color_of_text_can_be_read() -> None:
    """WCAG AA, in the light, the dark and the printed page."""
    style = files("resources").joinpath("report", "report.css").read_text("utf-8")
    palettes = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", part)) for part in style.split(":root")[1:]]
    assert len(palettes) == 3
    for colors in palettes:
        for ground in ("paper", "raised"):
            for ink in ("text", "muted", "accent"):
                assert _contrast(colors[ink], colors[ground]) >= 4.5, (ink, ground)
        for show in ("conflict", "check", "agree", "update", "silent"):
            assert _contrast(colors[f"{show}-ink"], colors[show]) >= 4.5, show
            assert _contrast(colors["text"], colors[show]) >= 4.5, show


def _contrast(first: str, second: str) -> float:
    lights = sorted(_luminance(color) for color in (first, second))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_word_runs_right_to_left_down_to_the_runs(story: Story) -> None:
    document = _docx(story)
    body = document.element.body
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    paragraphs = list(body.iter(qn("w:p")))
    assert len(paragraphs) > 40
    for paragraph in paragraphs:
        properties = paragraph.find(qn("w:pPr"))
        assert properties.find(qn("w:bidi")).get(qn("w:val")) == "1"
    for run in body.iter(qn("w:r")):
        text = "".join(part.text or "" for part in run.iter(qn("w:t")))
        properties = run.find(qn("w:rPr"))
        right_to_left = properties is not None and properties.find(qn("w:rtl")) is not None
        if re.search("[\u0621-\u064a]", text):
            assert right_to_left, text
            assert not re.search("[A-Za-z]", text), "a run has one script"
        elif re.search("[A-Za-z]", text):
            assert not right_to_left, text
    for table in document.tables:
        assert table._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_word_marks_the_evidence_and_nothing_else(story: Story) -> None:
    body = _docx(story).element.body
    marked = []
    for run in body.iter(qn("w:r")):
        properties = run.find(qn("w:rPr"))
        if properties is not None and properties.find(qn("w:u")) is not None:
            assert properties.find(qn("w:shd")) is not None
            assert properties.find(qn("w:b")) is None, "bold would tear joined letters apart"
            marked.append("".join(part.text for part in run.iter(qn("w:t"))))
    assert marked == [
        *("قد يقع هجوم", "نفت الوزارة أي هجوم", "نفت الوزارة أي خطة"),
        *("نحو 90 ألف جندي", "120 ألف جندي", "120 ألف جندي"),
    ]


def test_word_spaces_no_arabic_letters_out_and_slants_none(story: Story) -> None:
    document = _docx(story)
    for name in ("Normal", "Title", "Heading 2", "Heading 3", "List Bullet"):
        properties = document.styles[name].element.find(qn("w:rPr"))
        assert properties.find(qn("w:spacing")) is None
        assert document.styles[name].font.italic is False


# The order in which the schema wants what we set: Word calls a file damaged otherwise.
_ORDERS = {
    "w:pPr": "w:pStyle w:keepNext w:pBdr w:shd w:bidi w:spacing w:ind w:jc w:rPr",
    "w:rPr": "w:rStyle w:rFonts w:b w:bCs w:color w:sz w:szCs w:u w:shd w:rtl w:lang",
    "w:tblPr": "w:tblStyle w:bidiVisual w:tblW w:jc w:tblBorders w:tblLayout w:tblCellMar w:tblLook",
    "w:tcPr": "w:tcW w:shd",
}


def test_properties_stand_in_the_order_of_the_schema(story: Story) -> None:
    story.comparison_is_stale = True
    body = _docx(story).element.body
    for tag, order in _ORDERS.items():
        wanted = [qn(name) for name in order.split()]
        found = list(body.iter(qn(tag)))
        assert found
        for properties in found:
            places = [wanted.index(child.tag) for child in properties]
            assert places == sorted(places), [child.tag for child in properties]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_control_characters_of_an_article_break_no_format(story: Story, language: str) -> None:
    bad = "\x00\x08\x0b\x1f\ufffe\ud800"
    story.known = [replace(article, title=f"ع{bad}", source=f"{article.source}{bad}") for article in story.known]
    key = story.relation_id(0, 0)
    story.decided[key] = Verdict(key, VerdictKind.COMPATIBLE, None, bad, bad)
    assert not set(bad) & set(_html(story, language))
    assert _docx(story, language).tables


def test_a_report_appears_whole_or_not_at_all(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.HTML"
    path.write_text("before")

    def breaks(_report: object, stream: io.BufferedIOBase) -> None:
        stream.write(b"half")
        raise RuntimeError

    built = build(story, "قصة", made=MADE)
    with monkeypatch.context() as patched:
        patched.setitem(reports.WRITERS, ".html", breaks)
        with pytest.raises(RuntimeError):
            reports.write(built, path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.HTML"]
    assert path.read_text() == "before"
    reports.write(built, path)
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_where_nothing_can_be_written_it_says_so(story: Story, tmp_path: Path) -> None:
    built = build(story, "قصة", made=MADE)
    with pytest.raises(KnownError, match="cannot be written"):
        reports.write(built, tmp_path / "gone" / "report.html")
    with pytest.raises(KnownError, match=r"\.html \.docx \.pdf"):
        reports.write(built, tmp_path / "report.odt")


def test_without_qt_pdf_says_what_works(story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(reports.WRITERS, ".pdf", reports._no_pdf)
    with pytest.raises(KnownError, match=r"\.html or \.docx"):
        reports.write(build(story, "قصة", made=MADE), tmp_path / "report.pdf")
    assert not list(tmp_path.iterdir())


def test_name_and_time_of_a_verdict_do_not_change_places(story: Story) -> None:
    key = story.relation_id(0, 0)
    story.decided = {key: Verdict(key, VerdictKind.COMPATIBLE, editor="Layla", decided_at="2024-05-06T10:00:00+00:00")}
    assert re.search(r"\(<bdi>Layla</bdi>، <bdi>[^<]+2024[^<]+</bdi>\)", _html(story))


def test_a_report_in_english_has_english_marks(story: Story) -> None:
    page = _html(story, "en")
    assert "«" not in page
    assert "“<bdi>" in page
    document = "".join(paragraph.text for paragraph in _docx(story, "en").paragraphs)
    assert "«" not in document
    assert "“" in document


def test_word_gets_no_isolates_and_keeps_the_name_of_a_file_in_one_run(story: Story) -> None:
    told = replace(story.found[0].relations[0], reason="قول لدى 004.txt.")
    story.found[0] = replace(story.found[0], relations=(told, *story.found[0].relations[1:]))
    story.known[0] = replace(story.known[0], source="", file="004.txt")
    made = _docx(story)
    runs = [run for paragraph in made.paragraphs for run in paragraph.runs]
    assert not any("\u2068" in run.text for run in runs)
    (name,) = (run for run in runs if "004" in run.text)
    assert (name.text, name.font.rtl) == ("\u200e004.txt", None)
