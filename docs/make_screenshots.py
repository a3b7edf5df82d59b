"""Draws the pictures of README and guide from the samples: `python docs/make_screenshots.py [NAME…]`.

No display is needed, but a font with Arabic and one with emoji.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QToolButton, QWidget

from core.analyzing import analyze_project
from core.importers import Skipped, find, read_paths
from core.model import Layer, Reason, Status, VerdictKind
from core.project import Project, ReviewFilter
from core.store.assigning import AssignArticles
from core.store.edits import RemoveArticles, SetStatus, SetVerdict
from core.team.merge import merge
from gui.app import Desk
from gui.charts.reading import Reading
from gui.main_window import MainWindow
from gui.settings import Settings

ROOT = Path(__file__).parents[1]
IMAGES = Path(__file__).parent / "images"
SIZE = (1440, 900)
COLOURS = 256
SETTLE = 400  # ms in which a page reads and draws what it shows
_WAITS = 25  # times that long at most, where it is still reading
# What each editor decided, in the order of the queue; where they differ, the pair is to be adjudicated.
_TALKS = (VerdictKind.CONTRADICTION, None, "كل مصدر يقول غير ما يقوله الآخر في الأمر نفسه")
DECIDED: tuple[tuple[tuple[VerdictKind, Reason | None, str] | None, ...], ...] = (
    (_TALKS, _TALKS),
    (
        (VerdictKind.COMPATIBLE, Reason.SCOPE, "نفي الخطة غير نفي الحشد"),
        (VerdictKind.CONTRADICTION, Reason.OTHER, "عدت إلى نص البيان: النفي شامل"),
    ),
    (_TALKS, None),
    (None, (VerdictKind.UPDATE, Reason.DATE, "الثاني نُشر بعد الأول")),
)
EDITORS = ("سارة", "عمر")


def make_project(folder: Path) -> Path:
    """The samples half way through: two editors accepted, rejected, decided and were put together."""
    path = folder / "base.mizan"
    with Project.create(path) as project:
        project.import_articles(item for item in read_paths([ROOT / "samples"]) if not isinstance(item, Skipped))
        analyze_project(project)
    copies = []
    for place, editor in enumerate(EDITORS):
        copies.append(folder / f"{editor}.mizan")
        shutil.copy(path, copies[-1])
        with Project.open(copies[-1], editor) as project:
            _work(project, place)
    both = folder / "قمة جنيف.mizan"
    merge(both, copies)
    with Project.open(both, EDITORS[0]) as project:
        analyze_project(project)
    return both


def _work(project: Project, place: int) -> None:
    """What one of the editors did."""
    for number, article_id in enumerate(islice(project.article_ids(), 4 * place, 4 * place + 4)):
        project.apply(AssignArticles((article_id,), EDITORS[place]))
        marks = [one.id for one in project.annotations(article_id) if one.layer is Layer.ENTITY]
        share = (0.4, 1, 0.7, 0)[number]
        done = marks[: int(len(marks) * share)]
        project.apply(SetStatus(tuple(done[::9]), Status.REJECTED))
        project.apply(SetStatus(tuple(key for key in done if key not in done[::9]), Status.ACCEPTED))
    for pair, decided in zip(project.review_queue(ReviewFilter()), DECIDED, strict=False):
        if (verdict := decided[place]) is not None:
            project.apply(SetVerdict((pair.id,), *verdict))


@contextmanager
def opened(app: QApplication, base: Path, folder: Path, language: str, theme: str) -> Iterator[MainWindow]:
    """The window on a copy of the project, as one that is known here already."""
    path = folder / f"{language}-{theme}" / base.name
    path.parent.mkdir(parents=True)
    shutil.copy(base, path)
    settings = Settings(path.with_name("mizan.ini"))
    settings["language"], settings["theme"] = language, theme
    settings["editor"], settings["last_folder"] = EDITORS[0], str(path.parent)
    desk = Desk(app, settings)
    desk.open(path)
    assert desk.window is not None
    desk.window.resize(*SIZE)
    QTest.qWait(SETTLE)
    try:
        yield desk.window
    finally:
        desk.close()
        desk.deleteLater()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def article(window: MainWindow) -> QWidget:
    """The first article, at a figure that waits for a decision."""
    window.actions_table["tab_article"].trigger()
    window.reader.open(window.session.project.article_ids()[0])
    view = window.reader.view
    view.select(next(mark.id for mark in view.annotations if mark.item.text == "94 ألف جندي"))
    return window


def contradictions(window: MainWindow) -> QWidget:
    """The list, at a pair that has a verdict and a note."""
    window.actions_table["tab_contradictions"].trigger()
    window.contradictions.select(window.session.project.review_queue(ReviewFilter(undecided=False))[0].id)
    return window


def beside(window: MainWindow) -> QWidget:
    """Two articles with the ribbons between them."""
    pair = window.session.project.review_queue(ReviewFilter(undecided=False))[0]
    window.session.view_wanted.emit("beside", pair.id)
    return window


def page(name: str) -> Callable[[MainWindow], QWidget]:
    """A page as it opens."""

    def show(window: MainWindow) -> QWidget:
        window.actions_table[f"tab_{name}"].trigger()
        return window

    return show


def export(window: MainWindow) -> QWidget:
    """The tables and formats."""
    from gui.dialogs.export_dialog import ExportDialog

    dialog = ExportDialog(window.session, window.settings, window)
    dialog.what.setCurrentIndex(dialog.what.findData("contradictions"))
    return shown(dialog)


def preferences(window: MainWindow) -> QWidget:
    """What the person prefers."""
    from gui.dialogs.preferences import PreferencesDialog

    return shown(PreferencesDialog(window.session, window.settings, window))


def names(window: MainWindow) -> QWidget:
    """One name for all its spellings."""
    from gui.dialogs.names_dialog import NamesDialog

    return shown(NamesDialog(window.session, window))


def labels(window: MainWindow) -> QWidget:
    """The labels of the project."""
    from gui.dialogs.tagset_dialog import TagsetDialog

    return shown(TagsetDialog(window.session, window))


def palette(window: MainWindow) -> QWidget:
    """What a name finds."""
    from gui.palette.dialog import Palette

    dialog = Palette(window)
    dialog.start()
    dialog.field.setText("بوتين")
    QTest.qWait(SETTLE)
    dialog.find()
    return dialog


def start(window: MainWindow) -> QWidget:
    """What stands there while there is no article."""
    window.actions_table["tab_article"].trigger()
    window.session.do(RemoveArticles(tuple(window.session.project.article_ids())))
    return window


def preview(window: MainWindow) -> QWidget:
    """Files of several formats, before they are imported."""
    from gui.dialogs.import_preview import ImportPreview

    folder = window.session.project.path.parent / "وارد"
    folder.mkdir(exist_ok=True)
    head, *rest = (
        ("العنوان", "المصدر", "التاريخ", "النص"),
        ("اجتماع في فيينا", "جريدة ضفاف", "2022-01-13", "عُقد الاجتماع في فيينا بعد يوم من اجتماع بروكسل."),
        ("لا اتفاق بعد بروكسل", "حبر وورق", "2022-01-12", "قال دبلوماسيان إن الجلسة انتهت دون اتفاق."),
    )
    (folder / "وكالات.csv").write_text("\n".join(map(",".join, (head, *rest))), "utf-8-sig")
    (folder / "بيان.txt").write_text("بيان عن محادثات جنيف\nاستمرت المحادثات ثماني ساعات، بحسب البيان.", "cp1256")
    (folder / "صفحة.html").write_text(
        "<html lang=ar><head><title>ختام الجولة الأولى</title><meta property='og:site_name' content='شبكة الرواق'>"
        "<meta property='article:published_time' content='2022-01-11'></head><body><article><h1>ختام الجولة الأولى</h1>"
        "<p>اختُتمت في جنيف الجولة الأولى من المحادثات، ووصفها الطرفان بأنها صريحة.</p></article></body></html>",
        "utf-8",
    )
    return shown(ImportPreview(window.session, list(find([folder])), window.reader.view.font(), window))


def shown(dialog: QDialog) -> QDialog:
    """Open it without waiting for an answer."""
    dialog.show()
    return dialog


PICTURES: dict[str, Callable[[MainWindow], QWidget]] = {
    "article": article,
    "contradictions": contradictions,
    **{name: page(name) for name in ("review", "matrix", "timeline", "overview", "adjudicate")},
    "beside": beside,
    "import": preview,
    "names": names,
    "labels": labels,
    "palette": palette,
    "export": export,
    "preferences": preferences,
    "start": start,  # the last: it takes everything away
}
PAGES = ("article", "contradictions", "review", "beside", "matrix", "timeline", "overview", "adjudicate", "start")
# What the documents show: all in Arabic on light, the pages on dark too; in English what one looks at first.
SHOWN = {
    ("ar", "light"): tuple(PICTURES),
    ("en", "light"): ("article", "contradictions", "beside", "matrix", "overview", "adjudicate", "import", "start"),
    ("ar", "dark"): PAGES,
    ("en", "dark"): ("review",),
}


@contextmanager
def in_sight(window: MainWindow, name: str, settle: int = SETTLE) -> Iterator[QWidget]:
    """One of PICTURES, drawn; a dialog is gone afterwards."""
    widget = PICTURES[name](window)
    QTest.qWait(settle)
    for _ in range(_WAITS):  # a busy machine reads late, and a page that waits is blank
        if not any(reading.busy for reading in window.findChildren(Reading)):
            break
        QTest.qWait(settle)
    _hide_place(widget, str(window.session.project.path.parent))
    yield widget
    if widget is not window:
        widget.close()
        widget.deleteLater()


def _hide_place(widget: QWidget, folder: str) -> None:
    """The project lies in the person's own folder, as far as the pictures tell."""
    for kind in (QLineEdit, QToolButton, QLabel):
        for part in widget.findChildren(kind):
            if folder in part.text():
                part.setText(part.text().replace(folder, "~/Mizan"))


def with_palette(image: QImage) -> QImage:
    """The same with its most used colours, and one of each kind however rare; each other one as the nearest of them.

    A third of the size.
    """
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)[:, : image.width()]
    found, where, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    parts = found.view(np.uint8).reshape(-1, 4)[:, :3].astype(np.int32)
    used = np.argsort(-counts)
    kinds = used[np.unique((parts[used] >> 6) @ (16, 4, 1), return_index=True)[1]]
    kept = np.concatenate([kinds, used[: COLOURS - len(kinds)]])
    nearest = np.concatenate(
        [((some[:, None] - parts[kept]) ** 2).sum(axis=2).argmin(axis=1) for some in np.array_split(parts, 64)]
    ).astype(np.uint8)
    height, width = pixels.shape
    stride = -(-width // 4) * 4
    lines = np.zeros((height, stride), np.uint8)
    lines[:, :width] = nearest[where].reshape(height, width)
    indexed = QImage(lines.tobytes(), width, height, stride, QImage.Format.Format_Indexed8).copy()
    indexed.setColorTable([int(colour) for colour in found[kept]])
    return indexed


def main(wanted: list[str]) -> None:
    """Draw all pictures, or those whose names are given."""
    app = QApplication(sys.argv[:1])
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["MIZAN_DATA"] = str(folder / "data")  # the backups of the pictures are nobody's
        base = make_project(folder)
        for (language, theme), pictures in SHOWN.items():
            with opened(app, base, folder, language, theme) as window:
                for picture in pictures:
                    if not wanted or picture in wanted:
                        path = IMAGES / f"{picture}-{language}-{theme}.png"
                        with in_sight(window, picture) as widget:
                            with_palette(widget.grab().toImage()).save(str(path), "PNG", 0)


if __name__ == "__main__":
    main(sys.argv[1:])
