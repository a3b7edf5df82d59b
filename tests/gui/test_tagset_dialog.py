"""The labels of the project, edited in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_story import bridge_analysis
from PySide6.QtWidgets import QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from core.model import Entity
from core.store.edits import SetLabels
from core.store.tagset import LabelSpec
from gui import theme, wording
from gui.app import Desk
from gui.dialogs.tagset_dialog import TagsetDialog


@pytest.fixture
def change(open_desk: Callable, project_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Opens the dialog from the menu of a window, does something in it, and waits for the window that follows."""
    desk = open_desk(project_path)
    desk.session.do(SetLabels(("SHIP",)))
    qtbot.waitUntil(lambda: "label_SHIP" in desk.window.actions_table)
    desk.window.reader.open(bridge_analysis().article.id)

    def use(work: Callable[[TagsetDialog], object]) -> Desk:
        def exec_(dialog: TagsetDialog) -> QDialog.DialogCode:
            work(dialog)
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(TagsetDialog, "exec", exec_)
        before = desk.window
        before.actions_table["labels"].trigger()
        qtbot.waitUntil(lambda: desk.window is not before)
        return desk

    return use


def type_name(dialog: TagsetDialog, label: str, name: str) -> None:
    dialog.choose(label)
    dialog.name.setText(name)
    dialog.name.textEdited.emit(name)


def test_name_and_colour_are_seen_at_once_and_undone(change: Callable, qtbot: QtBot) -> None:
    def work(dialog: TagsetDialog) -> None:
        type_name(dialog, "PER", "شخصية")
        next(button for button in dialog.colours.buttons() if button.property("colour") == "teal").click()
        dialog.description.setText("من يُسمى")
        dialog.description.textEdited.emit("من يُسمى")

    desk = change(work)
    assert desk.session.project.tagset()[0] == LabelSpec("PER", "شخصية", "teal", "من يُسمى")
    assert desk.window.reader.legend.toggles["PER"].name == "شخصية"
    assert desk.window.actions_table["label_PER"].text() == "شخصية"
    assert theme.tokens().label("PER") == theme.LIGHT.labels["claim"]
    after = desk.window
    after.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: desk.window is not after)
    assert wording.word(wording.LABELS, "PER") == "شخص"
    assert theme.tokens().label("PER") == theme.LIGHT.labels["PER"]


def test_a_label_is_added_ordered_and_hidden(change: Callable) -> None:
    def work(dialog: TagsetDialog) -> None:
        dialog.add.click()
        dialog.name.setText("سفينة")
        dialog.name.textEdited.emit("سفينة")
        for _ in range(20):
            dialog.up.click()
        dialog.choose("MISC")
        dialog.offered.click()

    desk = change(work)
    assert desk.session.project.labels()[0] == "سفينة"
    assert desk.window.actions_table.spec("label_سفينة").keys == ("1",)
    assert "label_MISC" not in desk.window.actions_table


def test_deleting_asks_what_becomes_of_the_marks(change: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(*_: object, **__: object) -> tuple[str, bool]:
        return "اجعلها مكان", True

    def work(dialog: TagsetDialog) -> None:
        dialog.choose("SHIP")
        dialog.delete.click()

    monkeypatch.setattr(QInputDialog, "getItem", answer)
    desk = change(work)
    assert "SHIP" not in desk.session.project.labels()
    marks = desk.session.project.annotations(bridge_analysis().article.id)
    assert all(mark.item.label != "SHIP" for mark in marks if isinstance(mark.item, Entity))


def test_two_labels_of_one_name_are_refused(change: Callable) -> None:
    seen: list[bool] = []

    def work(dialog: TagsetDialog) -> None:
        type_name(dialog, "SHIP", "مكان")
        seen.append(dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled())
        seen.append(bool(dialog.message.text()))
        type_name(dialog, "SHIP", "BOAT")

    desk = change(work)
    assert seen == [False, True]
    assert "BOAT" in desk.session.project.labels()


def test_nothing_changed_is_no_edit(open_desk: Callable, project_path: Path, qtbot: QtBot) -> None:
    dialog = TagsetDialog(open_desk(project_path).session)
    qtbot.addWidget(dialog)
    assert dialog.edit() is None
