"""Every page in both languages and both themes, drawn into build/pictures, looked at as a strict designer would."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from painted import written
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QStyle,
    QToolButton,
    QWidget,
)

from gui import theme
from gui.main_window import MainWindow
from gui.panels.elided_label import ElidedLabel
from gui.panels.long_box import LongBox
from gui.theme import contrast

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "pictures"
DRAWING = SimpleNamespace(**runpy.run_path(str(ROOT / "docs" / "make_screenshots.py")))
SETTLE = 120  # ms
TRIES = 8
SMALL = (1280, 720)  # the least that everything fits in; the dark pictures are of this size
NARROW = (1000, 640)  # a laptop's screen at 125 %: words may stand in more lines, none is lost
AA = 4.5  # WCAG's least contrast of text


@pytest.fixture(scope="module", autouse=True)
def _faces(qapp: QApplication) -> None:
    if not theme.arabic_families():
        pytest.skip("no face with Arabic is installed: nothing can be said about words")


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    return DRAWING.make_project(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(params=[("ar", "light"), ("ar", "dark"), ("en", "light"), ("en", "dark")], ids="-".join)
def window(
    request: pytest.FixtureRequest, base: Path, tmp_path: Path, qapp: QApplication
) -> Iterator[tuple[MainWindow, str]]:
    with DRAWING.opened(qapp, base, tmp_path, *request.param) as window:
        if request.param[1] == "dark":
            window.resize(*SMALL)
        yield window, "-".join(request.param)


def test_pages_are_drawn_as_they_should(window: tuple[MainWindow, str]) -> None:
    window, name = window
    PICTURES.mkdir(parents=True, exist_ok=True)
    problems = not_mirrored(window, name.startswith("ar"))
    for page in DRAWING.PICTURES:
        with DRAWING.in_sight(window, page, SETTLE) as widget:
            for _ in range(TRIES):  # a busy machine lays out late
                image = widget.grab().toImage()
                found = [*blank(image), *cut_off(widget), *overlapping(widget), *hard_to_read(widget, image)]
                found += painted_too_faintly(widget)
                if not found:
                    break
                QTest.qWait(SETTLE)
            image.save(str(PICTURES / f"{page}-{name}.png"))
            problems += [f"{page}: {problem}" for problem in found]
    assert not problems, "\n".join(problems)


def test_the_pages_fit_into_a_small_screen(base: Path, tmp_path: Path, qapp: QApplication) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    problems = []
    with DRAWING.opened(qapp, base, tmp_path, "ar", "light") as window:
        window.resize(*NARROW)
        for page in DRAWING.PAGES:
            with DRAWING.in_sight(window, page, SETTLE) as widget:
                for _ in range(TRIES):
                    if not (found := [*cut_off(widget), *overlapping(widget)]):
                        break
                    QTest.qWait(SETTLE)
                widget.grab().save(str(PICTURES / f"{page}-ar-narrow.png"))
                problems += [f"{page}: {problem}" for problem in found]
    assert not problems, "\n".join(problems)


def test_the_checks_see_what_they_should(qapp: QApplication) -> None:
    page = QWidget()
    layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
    first, second = QLabel("a long sentence that nobody can read to its end"), QLabel("another")
    page.setStyleSheet("QLabel { padding: 8px; color: #808080; background: #a0a0a0 }")
    layout.addWidget(first)
    layout.addWidget(second)
    page.show()
    assert not cut_off(page)
    assert not overlapping(page)
    first.resize(40, first.height())
    second.move(first.x() + 20, first.y())
    assert len(cut_off(page)) == 1
    assert len(overlapping(page)) == 1
    assert hard_to_read(page, page.grab().toImage())
    assert not painted_too_faintly(page)
    first.paintEvent = lambda _event: QPainter(first).drawText(first.rect(), "faint")
    first.setStyleSheet("color: #808080")
    assert len(painted_too_faintly(page)) == 1
    nothing = QImage(10, 10, QImage.Format.Format_RGB32)
    nothing.fill(0)
    assert blank(nothing)
    page.deleteLater()


def painted_too_faintly(page: QWidget) -> list[str]:
    """Words of lists, tables and charts whose ink is too near to what was painted under them."""
    return [
        f"“{words.text}” is painted in {words.ink} on {words.ground}, {contrast(words.ink, words.ground):.1f}"
        for words in written(page)
        if contrast(words.ink, words.ground) < (3 if words.large else AA)
    ]


def not_mirrored(window: MainWindow, arabic: bool) -> list[str]:
    """Parts that are on the wrong side: Arabic begins at the right."""
    middle = window.width() / 2
    menus, tabs = window.menuBar(), window.tabs.tabBar()
    begins_at_right = {
        "list": window.docks["articles"].geometry().center().x() > middle,
        "inspector": window.inspector.mapTo(window, QPoint(0, 0)).x() < middle,
        "tabs": tabs.tabRect(0).x() > tabs.tabRect(1).x(),
        "menus": menus.actionGeometry(menus.actions()[0]).x() > middle,
    }
    return [f"{part} is on the wrong side" for part, right in begins_at_right.items() if right is not arabic]


def blank(image: QImage) -> list[str]:
    """Nothing is drawn."""
    step = max(1, image.width() // 300)
    seen = {image.pixel(x, y) for x in range(0, image.width(), step) for y in range(0, image.height(), step)}
    return [] if len(seen) > 12 else ["is blank"]


def texts(page: QWidget) -> Iterator[QLabel | QAbstractButton]:
    """What carries words, whole in sight."""
    for kind in (QLabel, QAbstractButton):
        for widget in page.findChildren(kind):
            if widget.isVisible() and widget.text().strip() and not (page.rect() & place(page, widget)).isEmpty():
                icon_only = (
                    isinstance(widget, QToolButton)
                    and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
                    and not widget.icon().isNull()
                )
                if not icon_only:
                    yield widget


def place(page: QWidget, widget: QWidget) -> QRect:
    """Where in the page."""
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def cut_off(page: QWidget) -> list[str]:
    """Words that do not fit where they stand, and are not shortened on purpose."""
    found = [
        f"QComboBox “{box.currentText()}” is cut off"
        for box in page.findChildren(QComboBox)
        if box.isVisible() and not isinstance(box, LongBox) and _asked(box) > box.width()
    ]
    for widget in texts(page):
        if isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.heightForWidth(widget.width()) <= widget.height() + 1
        elif isinstance(widget, QLabel):
            fits = widget.sizeHint().width() <= widget.width() + 1
        else:
            fits = widget.minimumSizeHint().width() <= widget.width() + 1
        if not fits and "…" not in widget.text():
            found.append(f"{type(widget).__name__} “{widget.text()}” is cut off")
    return found


def _asked(box: QComboBox) -> int:
    """Pixels for what is chosen, as long as it is: longer choices ask for more."""
    longest = max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))
    spare = longest - box.fontMetrics().horizontalAdvance(box.currentText())
    return box.minimumSizeHint().width() - spare


def overlapping(page: QWidget) -> list[str]:
    """Neighbours in one layout that lie over each other."""
    found = []
    for holder in [page, *page.findChildren(QWidget)]:
        layout = holder.layout()
        if not holder.isVisible() or not isinstance(layout, QBoxLayout | QGridLayout | QFormLayout):
            continue
        widgets = [layout.itemAt(at).widget() for at in range(layout.count())]
        shown = [widget for widget in widgets if widget is not None and widget.isVisible()]
        found += [
            f"{one.__class__.__name__} lies over {other.__class__.__name__} in {holder.__class__.__name__}"
            for one, other in combinations(shown, 2)
            if one.geometry().intersects(other.geometry())
        ]
    return found


def hard_to_read(page: QWidget, image: QImage) -> list[str]:
    """Words whose ink, as it was drawn, is too near to the ground."""
    scale = image.devicePixelRatio()
    found = []
    for widget in texts(page):
        spot = place(page, widget) & page.rect()
        if not widget.isEnabled() or spot.height() < widget.height():
            continue
        inset = widget.style().pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth) + 4  # within the outline
        inner = spot.adjusted(inset, inset, -inset, -inset)
        part = image.copy(
            QRect((inner.topLeft().toPointF() * scale).toPoint(), (inner.size().toSizeF() * scale).toSize())
        )
        part = part.convertToFormat(QImage.Format.Format_RGB32)
        values, counts = np.unique(np.frombuffer(part.constBits(), np.uint32), return_counts=True)
        colours = [QColor.fromRgb(int(value)).name() for value in values]
        if len(colours) < 4:
            continue  # the words stand elsewhere in it
        ground = colours[int(counts.argmax())]
        best = max(contrast(ground, colour) for colour in colours)
        if best < AA:
            found.append(f"“{widget.text()}” has a contrast of {best:.1f}")
    return found
