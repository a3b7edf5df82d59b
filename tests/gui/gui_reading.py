"""What an editor does in the reader, as helpers."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import Annotation, Span
from gui.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier


def marks(window: MainWindow) -> list[Annotation]:
    """The marks as the project has them now."""
    return window.session.project.annotations(window.reader.article_id)


def mark_of(window: MainWindow, words: str, label: str = "") -> Annotation:
    """The mark on exactly these words."""
    found = [item for item in marks(window) if item.item.text == words and label in ("", item.label)]
    assert found, f"no mark on {words}: {[item.item.text for item in marks(window)]}"
    return found[0]


def go_to(window: MainWindow, words: str, label: str = "") -> Annotation:
    """Make the mark on these words the current one."""
    mark = mark_of(window, words, label)
    window.reader.view.select(mark.id)
    return mark


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key in the text."""
    qtbot.keyClick(window.reader.view, key, modifiers)
    QTest.qWait(5)


def select(window: MainWindow, words: str) -> Span:
    """Select words, as the mouse or the keyboard would."""
    view = window.reader.view
    start = view.text.index(words)
    span = Span(start, start + len(words))
    view.set_selection(span)
    return span


def point_in(window: MainWindow, words: str) -> QPoint:
    """A point in the middle of these words, in the viewport."""
    view = window.reader.view
    start = view.text.index(words)
    view.reveal(Span(start, start + len(words)))
    QTest.qWait(5)
    box = view.passage_box(Span(start, start + len(words)))
    assert box is not None
    return box.center()


def cursor_at(window: MainWindow, words: str) -> None:
    """Put the text cursor before these words."""
    view = window.reader.view
    cursor = view.textCursor()
    before = view.text[: view.text.index(words)]
    cursor.setPosition(len(before.encode("utf-16-le")) // 2, QTextCursor.MoveMode.MoveAnchor)
    view.setTextCursor(cursor)


def drag(qtbot: QtBot, window: MainWindow, start: QPointF, end: QPointF) -> None:
    """Press, move, let go."""
    viewport = window.reader.view.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, NONE, start.toPoint())
    middle = (start + end) / 2
    qtbot.mouseMove(viewport, middle.toPoint())
    qtbot.mouseMove(viewport, end.toPoint())
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, NONE, end.toPoint())
