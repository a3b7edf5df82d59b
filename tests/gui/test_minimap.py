"""The map of marks in the scroll bar: what it draws, and where a click leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import Annotation, Article, Entity, Origin, Span, Status
from gui import theme
from gui.reader.view import ArticleView

LINE = "قال الوزير سامر في المدينة كلاما طويلا عن الجسر وعن الطريق المؤدي إليه.\n"
COUNT = 300


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    """A long article with one decided person three quarters down, and one undecided place at the beginning."""
    theme.current().choose("light")
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.set_type(theme.reader_font("", 18), 1.9)
    with qtbot.waitExposed(view):
        view.show()
    view.set_article(Article("a", LINE * COUNT))
    person = 225 * len(LINE) + LINE.index("سامر")
    place = LINE.index("المدينة")
    view.set_annotations(
        [
            Annotation("p", "a", Entity(person, person + 4, "سامر", "PER", "", Origin.RULE, 1.0), Status.ACCEPTED),
            Annotation("l", "a", Entity(place, place + 7, "المدينة", "LOC", "", Origin.RULE, 1.0)),
        ]
    )
    return view


def rows(image: QImage, wanted: str) -> list[int]:
    """The rows in which this colour stands."""
    color = QColor(wanted).rgb()
    return [y for y in range(image.height()) if any(image.pixel(x, y) == color for x in range(image.width()))]


def test_marks_stand_where_they_are_in_the_text(view: ArticleView) -> None:
    image = view.map.grab().toImage()
    found = rows(image, theme.tokens().labels["PER"].ink)
    assert found
    assert abs(found[0] / image.height() - 0.75) < 0.01
    # What waits for a decision is paler: nowhere the full ink.
    assert not rows(image, theme.tokens().labels["LOC"].ink)


def test_a_mark_that_is_hidden_is_not_on_the_map(view: ArticleView) -> None:
    from gui.reader.marks import Filter

    view.set_filter(Filter(labels=frozenset({"PER"})))
    assert not rows(view.map.grab().toImage(), theme.tokens().labels["PER"].ink)


def test_the_current_mark_and_what_was_found_are_shown(view: ArticleView) -> None:
    before = view.map.grab().toImage()
    view.set_washes([Span(150 * len(LINE), 150 * len(LINE) + 4)])
    found = view.map.grab().toImage()
    assert found != before
    view.select("p")
    accent = rows(view.map.grab().toImage(), theme.tokens().accent)
    assert abs(accent[len(accent) // 2] / found.height() - 0.75) < 0.02


def test_a_click_goes_there_and_a_drag_on(view: ArticleView, qtbot: QtBot) -> None:
    def middle() -> float:
        sight = view.position_at(view.viewport().rect().center())
        return sight / len(view.text)

    height = view.map.height()
    qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(8, round(height * 0.75)))
    assert abs(middle() - 0.75) < 0.02
    centre = view.map.frame(view._seen()).center().toPoint()
    qtbot.mousePress(view.map, Qt.MouseButton.LeftButton, pos=centre)
    qtbot.mouseMove(view.map, QPoint(8, round(height * 0.4)))
    qtbot.mouseRelease(view.map, Qt.MouseButton.LeftButton, pos=QPoint(8, round(height * 0.4)))
    assert abs(middle() - 0.4) < 0.02


def test_the_frame_goes_along_with_scrolling(view: ArticleView) -> None:
    top = view.map.frame(view._seen()).top()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    QTest.qWait(1)
    bottom = view.map.frame(view._seen()).bottom()
    assert top < 5
    assert bottom > view.map.height() - 8


def test_the_map_of_one_endless_paragraph_is_true_too(view: ArticleView, qtbot: QtBot) -> None:
    view.set_article(Article("b", LINE.replace("\n", " ") * 1400))
    view.viewport().repaint()
    qtbot.mouseClick(view.map, Qt.MouseButton.LeftButton, pos=QPoint(8, round(view.map.height() * 0.6)))
    assert abs(view.position_at(view.viewport().rect().center()) / len(view.text) - 0.6) < 0.02
