"""The keys are the person's: found, changed, warned of, kept, shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_story import bridge_analysis
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.actions import SPECS, Actions, latin_key, shown_key
from gui.dialogs.about import KeysDialog
from gui.dialogs.shortcuts_dialog import ShortcutsDialog
from gui.main_window import MainWindow
from gui.settings import Settings


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ShortcutsDialog:
    dialog = ShortcutsDialog(window.actions_table, {})
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def give(dialog: ShortcutsDialog, action_id: str, key: str) -> None:
    dialog.choose(action_id)
    dialog.new_key.setKeySequence(QKeySequence(key))
    dialog.only.click()


@pytest.mark.qt_log_ignore("keyToAscii")  # QTest knows no Arabic letter; Qt does
def test_another_key_does_it_also_on_an_arabic_keyboard_and_is_kept(
    open_desk: Callable, project_path: Path, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(project_path)

    def change(dialog: ShortcutsDialog) -> QDialog.DialogCode:
        give(dialog, "next_mark", "J")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ShortcutsDialog, "exec", change)
    before = desk.window
    desk.window.actions_table["shortcuts"].trigger()
    qtbot.waitUntil(lambda: desk.window is not before)
    assert settings.keys() == {"next_mark": ("J",)}
    window = desk.window
    assert shown_key(window.actions_table.spec("next_mark")) == "\u2066J\u2069"
    assert "J" in window.actions_table["next_mark"].toolTip()
    keys = KeysDialog(window.actions_table, window)
    shown = [
        keys.tree.topLevelItem(row).child(place).text(1)
        for row in range(keys.tree.topLevelItemCount())
        for place in range(keys.tree.topLevelItem(row).childCount())
    ]
    assert "\u2066J\u2069" in shown
    window.reader.open(bridge_analysis().article.id)
    window.reader.view.setFocus()
    qtbot.waitUntil(window.reader.view.hasFocus)
    for typed in (Qt.Key.Key_J, Qt.Key(ord("ت"))):
        window.reader.view.select(None)
        qtbot.keyClick(window.reader.view, typed)
        assert window.reader.view.current is not None, typed
    window.reader.view.select(None)
    qtbot.keyClicks(window.reader.view, "n")
    assert window.reader.view.current is None


def test_a_key_that_is_taken_is_warned_of_and_moves(dialog: ShortcutsDialog) -> None:
    dialog.choose("reject")
    dialog.new_key.setKeySequence(QKeySequence("A"))
    assert "قبول" in dialog.warning.text()
    assert dialog.warning.property("alarm")
    dialog.only.click()
    assert dialog.chosen() == {"reject": ("A",), "accept": ("Return",)}


def test_the_same_letter_on_another_page_is_no_conflict(dialog: ShortcutsDialog) -> None:
    dialog.choose("matrix_beside")
    dialog.new_key.setKeySequence(QKeySequence("A"))
    assert dialog.warning.text()
    assert not dialog.warning.property("alarm")
    dialog.add.click()
    assert dialog.chosen() == {"matrix_beside": ("B", "A")}


def test_a_key_of_the_window_conflicts_with_every_page(dialog: ShortcutsDialog) -> None:
    assert dialog.clashing("matrix_next", "Ctrl+K")[0] == ["palette"]


def test_an_action_is_found_by_its_key_and_by_words(dialog: ShortcutsDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.by_key, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert dialog.tree.topLevelItemCount() == 1
    assert "الانتقال" in dialog.tree.topLevelItem(0).text(0)
    dialog.by_key.clear()
    dialog.filter.setText("side by side")
    assert dialog.tree.topLevelItemCount() >= 1


def test_keys_go_and_come_back(dialog: ShortcutsDialog) -> None:
    dialog.choose("accept")
    dialog.none.click()
    assert dialog.chosen() == {"accept": ()}
    dialog.delivered.click()
    assert dialog.chosen() == {}
    give(dialog, "accept", "G")
    dialog.all_delivered.click()
    assert dialog.chosen() == {}


def test_what_an_arabic_keyboard_types_is_the_key_of_the_table(dialog: ShortcutsDialog) -> None:
    assert [latin_key(key) for key in ("ش", "Ctrl+ش", "A", "+", "Ctrl++", "٣")] == [
        "A",
        "Ctrl+A",
        "A",
        "+",
        "Ctrl++",
        "3",
    ]
    give(dialog, "matrix_pairs", "ت")
    assert dialog.chosen() == {"matrix_pairs": ("J",)}


def test_the_delivered_keys_are_in_nobodys_way(qapp, qtbot: QtBot, window: MainWindow) -> None:
    dialog = ShortcutsDialog(Actions(window, SPECS), {})
    qtbot.addWidget(dialog)
    clashes = {(spec.id, key): dialog.clashing(spec.id, key)[0] for spec in SPECS for key in spec.keys}
    assert not {pair: others for pair, others in clashes.items() if others}


def test_settings_that_cannot_be_read_mean_the_delivered_keys(settings: Settings) -> None:
    settings["keys"] = "[1, 2"
    assert settings.keys() == {}
