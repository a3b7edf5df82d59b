"""The review queue in the real window: how other pages lead to it, and undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.model import Show, VerdictKind
from core.project import Project, ReviewFilter
from gui.main_window import MainWindow
from gui.review.page import ReviewPage

Key = Qt.Key


@pytest.fixture
def window(open_desk: Callable, project: Project) -> MainWindow:
    path = project.path
    project.close()
    desk = open_desk(path, language="ar")
    assert desk.window is not None
    return desk.window


def review(window: MainWindow) -> ReviewPage:
    assert window.tabs.page_id() == "review"
    page = window.tabs.view("review")
    assert isinstance(page, ReviewPage)
    return page


def test_the_list_of_contradictions_leads_to_the_same_pair(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_table["tab_contradictions"].trigger()
    window.contradictions.select_first_undecided()
    window.contradictions.step(1)
    row = window.contradictions.current_row()
    assert row is not None
    qtbot.keyClick(window.contradictions.list, Key.Key_R)
    page = review(window)
    assert page.queue.current == row.id
    assert set(page.filters.filter().shows) == window.contradictions.model.filter.shows
    assert QApplication.focusWidget() is page


def test_undo_in_the_window_goes_back_to_the_pair(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = review(window)
    first = page.queue.current
    qtbot.keyClick(page, Key.Key_2)
    assert page.queue.current != first
    assert window.session.project.verdicts()[first].kind is VerdictKind.COMPATIBLE
    qtbot.keyClick(page, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.queue.current == first
    assert first not in window.session.project.verdicts()


def test_the_menu_decides_nothing_that_is_out_of_sight(window: MainWindow) -> None:
    page = window.tabs.view("review")
    window.actions_table["tab_article"].trigger()
    assert isinstance(page, ReviewPage)
    first = page.queue.current
    for action_id in ("review_contradiction", "reason_scope", "review_next", "review_skip"):
        window.actions_table[action_id].trigger()
    assert window.session.project.verdicts() == {}
    assert page.queue.current == first
    titles = [menu.title().replace("&", "") for menu in window.menuBar().findChildren(QMenu)]
    assert "مراجعة ورسوم" in titles


def test_another_page_asks_for_what_stands_between_two_sources(window: MainWindow) -> None:
    wanted = ReviewFilter(tuple(Show), sources=("وكالة الشمال", "إذاعة الغرب"), undecided=False)
    window.session.view_wanted.emit("review", wanted)
    page = review(window)
    assert page.place.text() == "1 من 3"
    assert page.head.question.text().strip("\u200f") == "كم يسع المخزن 1؟"


def test_a_read_only_project_can_be_read_but_not_decided(open_desk: Callable, project: Project, qtbot: QtBot) -> None:
    desk = open_desk(project.path)  # the fixture holds it
    window = desk.window
    assert window.session.read_only
    qtbot.keyClick(window, Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = review(window)
    first = page.queue.current
    assert not any(button.isEnabled() for button in page.decision.buttons.values())
    qtbot.keyClick(page, Key.Key_1)
    assert page.queue.current == first
    assert project.verdicts() == {}
