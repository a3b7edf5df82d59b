"""Selecting words by double click, keyboard and drag, and moving the ends of marks, in texts of all kinds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_reading import go_to, mark_of, point_in, press
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import Analysis, Article, Entity, Origin, Span, article_id
from core.project import Project
from gui.app import Desk
from gui.main_window import MainWindow
from gui.reader.spans import Edge

# The platform without a display says so for each dialog and menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
TEXT = (
    "👨\u200d👩\u200d👧 اجتمع الوفدان ببيروت مساء الأحد.\n"
    "وقالَ سَامِر نجّار لهدى الخوري إن الأمـــر انتهى.\n"
    "BBC: زار Joe Biden مدينة حلبا في 2021-12-07 مع 90-100 ألف شخص.\n"
    "خانه\u200cهای تهران و کۆمەڵگای هەولێر در پکن.\n"
    "بلغت الكلفة 94,000 دولار أي ٣٥٬٠٠٠ ليرة.\n"
)
NAMES = ("بيروت", "سَامِر نجّار", "هدى الخوري", "Joe Biden", "حلبا")


@pytest.fixture
def window(open_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The text of many kinds, with a few names in it."""
    entities = tuple(
        Entity(TEXT.index(name), TEXT.index(name) + len(name), name, "PER", name, Origin.RULE, 0.9) for name in NAMES
    )
    article = Article(article_id(TEXT), TEXT, "أنواع", "صحيفة", "", "2024-01-01", "", "a.txt")
    path = tmp_path / "kinds.mizan"
    with Project.create(path) as project:
        project.import_articles([article])
        project.store_analysis([Analysis(article, (), entities, (), ())])
        project.store_facts([])
    window = open_desk(path).window
    assert window is not None
    window.reader.open(article.id)
    window.reader.view.setFocus()
    qtbot.waitUntil(window.reader.view.hasFocus)
    return window


def edge_point(window: MainWindow, words: str, end: bool) -> QPoint:
    """Just inside the first or the last letter of these words."""
    point_in(window, words)
    start = TEXT.index(words)
    letter = Span(start + len(words) - 1, start + len(words)) if end else Span(start, start + 1)
    boxes = window.reader.view.passage_boxes(letter)
    return boxes[0].center().toPoint()


@pytest.mark.parametrize(
    ("clicked", "marked"),
    [
        ("مساء", "مساء"),
        ("الوفدان", "الوفدان"),
        ("الأمـــر", "الأمـــر"),
        ("وقالَ", "وقالَ"),
        ("خانه\u200cهای", "خانه\u200cهای"),
        ("کۆمەڵگای", "کۆمەڵگای"),
        ("94,000", "94,000"),
        ("٣٥٬٠٠٠", "٣٥٬٠٠٠"),
        ("BBC", "BBC"),
    ],
)
def test_a_double_click_marks_the_whole_word(window: MainWindow, qtbot: QtBot, clicked: str, marked: str) -> None:
    viewport, point = window.reader.view.viewport(), point_in(window, clicked)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point)
    press(qtbot, window, Qt.Key.Key_3)
    found = mark_of(window, marked, "ORG")
    assert found.item.start == TEXT.index(marked)


@pytest.mark.parametrize(
    ("first", "last", "marked"),
    [
        ("اجتمع", "الوفدان", "اجتمع الوفدان"),
        ("زار", "Biden", "زار Joe Biden"),
        ("مدينة", "حلبا", "مدينة حلبا"),
        ("94,000", "دولار", "94,000 دولار"),
        ("تهران", "هەولێر", "تهران و کۆمەڵگای هەولێر"),
    ],
)
def test_a_drag_snaps_to_words(window: MainWindow, qtbot: QtBot, first: str, last: str, marked: str) -> None:
    """From the middle of a word to the middle of another."""
    viewport = window.reader.view.viewport()
    start, end = point_in(window, first), point_in(window, last)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, (start + end) / 2)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    press(qtbot, window, Qt.Key.Key_4)
    assert mark_of(window, marked, "MISC").item.start == TEXT.index(marked)


def test_the_keyboard_selects_and_a_known_name_loses_its_proclitic(window: MainWindow, qtbot: QtBot) -> None:
    view = window.reader.view
    cursor = view.textCursor()
    cursor.setPosition(view._utf16.to_utf16(TEXT.index("لهدى")))
    view.setTextCursor(cursor)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT | CTRL)
    assert view.selected_span() == Span(TEXT.index("لهدى"), TEXT.index("لهدى") + len("لهدى الخوري"))
    press(qtbot, window, Qt.Key.Key_1)
    assert mark_of(window, "هدى الخوري").item.start == TEXT.index("هدى الخوري")


def test_a_letter_selected_by_the_keyboard_is_a_word(window: MainWindow, qtbot: QtBot) -> None:
    view = window.reader.view
    cursor = view.textCursor()
    cursor.setPosition(view._utf16.to_utf16(TEXT.index("انتهى") + 1))
    view.setTextCursor(cursor)
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    press(qtbot, window, Qt.Key.Key_4)
    assert mark_of(window, "انتهى", "MISC")


@pytest.mark.parametrize(
    ("words", "key", "modifiers", "expected"),
    [
        # In Arabic the end is at the left, the start at the right.
        ("بيروت", Qt.Key.Key_Right, SHIFT | ALT, "ببيروت"),
        ("هدى الخوري", Qt.Key.Key_Right, SHIFT | ALT, "لهدى الخوري"),
        ("هدى الخوري", Qt.Key.Key_Right, SHIFT | CTRL, "هدى"),
        ("سَامِر نجّار", Qt.Key.Key_Right, SHIFT, "سَامِر نجّا"),
        ("سَامِر نجّار", Qt.Key.Key_Left, SHIFT | ALT, "امِر نجّار"),
        ("Joe Biden", Qt.Key.Key_Left, SHIFT | CTRL, "Joe Biden مدينة"),
        ("Joe Biden", Qt.Key.Key_Right, SHIFT | CTRL, "Joe"),
        ("حلبا", Qt.Key.Key_Left, SHIFT | CTRL, "حلبا في"),
        ("بيروت", Qt.Key.Key_Left, SHIFT | CTRL, "بيروت مساء"),
    ],
)
def test_keys_move_the_ends_of_a_mark(
    window: MainWindow, qtbot: QtBot, words: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    mark = go_to(window, words)
    press(qtbot, window, key, modifiers)
    found = window.session.project.annotation(mark.id)
    assert found is not None
    assert found.item.text == expected
    assert TEXT[found.item.start : found.item.end] == expected


@pytest.mark.parametrize(
    ("words", "edge", "to", "expected"),
    [
        ("بيروت", Edge.END, "مساء", "بيروت مساء"),
        ("بيروت", Edge.START, "الوفدان", "الوفدان ببيروت"),
        ("حلبا", Edge.END, "2021", None),
        ("حلبا", Edge.START, "مدينة", "مدينة حلبا"),
        ("Joe Biden", Edge.END, "مدينة", "Joe Biden مدينة"),
        ("Joe Biden", Edge.START, "زار", "زار Joe Biden"),
    ],
)
def test_handles_move_the_ends_of_a_mark(
    window: MainWindow, qtbot: QtBot, words: str, edge: Edge, to: str, expected: str | None
) -> None:
    mark = go_to(window, words)
    QTest.qWait(20)
    view = window.reader.view
    handle, target = view._handles()[edge], QPointF(point_in(window, to))
    viewport = view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=handle.toPoint())
    qtbot.mouseMove(viewport, ((handle + target) / 2).toPoint())
    below = target.toPoint() + QPoint(0, int(view._em() / 2))
    qtbot.mouseMove(viewport, below)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=below)
    found = window.session.project.annotation(mark.id)
    assert found is not None
    if expected is None:
        assert found.item.text.startswith("حلبا في 2021")
    else:
        assert found.item.text == expected


def test_the_caret_is_seen_though_the_text_cannot_be_written(window: MainWindow) -> None:
    view = window.reader.view
    view.select(None)
    cursor = view.textCursor()
    cursor.setPosition(view._utf16.to_utf16(TEXT.index("الوفدان") + 3))
    view.setTextCursor(cursor)
    QTest.qWait(5)
    there = view.viewport().grab(view.cursorRect().adjusted(-3, 0, 3, 0)).toImage()
    view.clearFocus()
    QTest.qWait(5)
    gone = view.viewport().grab(view.cursorRect().adjusted(-3, 0, 3, 0)).toImage()
    assert there != gone
    assert view.isReadOnly()
