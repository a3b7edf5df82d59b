"""Ctrl+K: one field for everything, by keyboard only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_story import bridge_analysis
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.project import Project
from gui.main_window import MainWindow
from gui.palette.dialog import Palette
from gui.palette.entries import Entries, Entry, Group
from gui.settings import Settings


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> Palette:
    qtbot.keyClick(window.reader.view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    qtbot.waitUntil(lambda: bool(palette.entries[Group.NAMES].entries))
    qtbot.waitUntil(palette.field.hasFocus)
    return palette


def found(palette: Palette, group: Group) -> list[str]:
    return [row.text for row in palette.model.rows if isinstance(row, Entry) and row.group is group]


@pytest.mark.parametrize("query", ["المصفوفة", "المصفوفه", "matrix", "مصفوف"])
def test_an_action_is_found_in_both_languages_and_done(
    palette: Palette, window: MainWindow, qtbot: QtBot, query: str
) -> None:
    QAbstractItemModelTester(palette.model)
    palette.field.setText(query)
    assert "المصفوفة" in found(palette, Group.ACTIONS)[0]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.tabs.page_id() == "matrix"


def test_a_misspelled_word_is_found(palette: Palette) -> None:
    palette.field.setText("المصفوقه")
    assert "المصفوفة" in found(palette, Group.ACTIONS)


def test_an_action_of_another_page_leads_there(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    palette.field.setText("Filter the questions")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.tabs.page_id() == "matrix"


def test_the_key_and_the_place_stand_behind_an_action(palette: Palette) -> None:
    palette.field.setText("Accept all of this name")
    [entry] = [row for row in palette.model.rows if isinstance(row, Entry) and row.group is Group.ACTIONS][:1]
    assert "Shift+A" in entry.detail
    assert "المقال" in entry.detail


def test_an_article_is_gone_to(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    other = next(item for item in window.articles.model.summaries if item.id != bridge_analysis().article.id)
    palette.field.setText(other.title)
    assert other.title in found(palette, Group.ARTICLES)[0]
    while palette.list.currentIndex().data(palette.model.EntryRole).group is not Group.ARTICLES:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.reader.article_id == other.id


def test_a_name_leads_to_where_it_stands(palette: Palette, window: MainWindow, qtbot: QtBot) -> None:
    name = window.session.project.names()[0][0]
    palette.field.setText(name)
    row = next(
        place
        for place, item in enumerate(palette.model.rows)
        if isinstance(item, Entry) and item.group is Group.NAMES and name in item.text
    )
    palette.choose(palette.model.index(row))
    assert window.search.field.text() == name
    assert window.search.model.hits


def test_recent_projects_are_offered(
    open_desk: Callable, settings: Settings, project_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    Project.create(tmp_path / "harvest.mizan").close()
    settings.add_recent(tmp_path / "harvest.mizan")
    desk = open_desk(project_path)
    desk.window.actions_table["palette"].trigger()
    palette = desk.window.findChild(Palette)
    palette.field.setText("harvest")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.session.project.path.stem == "harvest")


def test_nothing_found_is_said_and_escape_closes(palette: Palette, qtbot: QtBot) -> None:
    palette.field.setText("qqqqqq")
    assert not palette.model.rows
    assert palette.hint.text() == "لا نتائج."
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_what_begins_with_the_words_comes_first() -> None:
    entries = Entries()
    entries.put(Entry(Group.ARTICLES, text, "", lambda: None) for text in ("فتح السد", "السد يفتح", "بالسد", "غير ذلك"))
    assert [entry.text for entry in entries.find("السد", 5)][:3] == ["السد يفتح", "فتح السد", "بالسد"]
    assert [entry.text for entry in entries.find("", 2)] == ["فتح السد", "السد يفتح"]
