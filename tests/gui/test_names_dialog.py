"""Names are merged, renamed and split in the window, and what was learned is switched off and on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog, QTabWidget
from pytestqt.qtbot import QtBot

from core.model import Status
from core.store.edits import SetStatus
from gui.dialogs.names_dialog import NamesDialog
from gui.main_window import MainWindow
from gui.models.name_model import LearnedModel, NameModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> NamesDialog:
    made = NamesDialog(window.session, window)
    qtbot.addWidget(made)
    made.show()
    return made


def select(dialog: NamesDialog, *names: str) -> None:
    dialog.table.clearSelection()
    for name in names:
        index = dialog.names.index(dialog.names.row_of(name), 0)
        dialog.table.selectionModel().select(
            index, QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )


def spellings(dialog: NamesDialog) -> list[str]:
    return [dialog.spellings.item(row).data(Qt.ItemDataRole.UserRole) for row in range(dialog.spellings.count())]


def listed(dialog: NamesDialog) -> dict[str, str]:
    model = dialog.names
    return {
        model.index(row, 0).data(Qt.ItemDataRole.UserRole): model.index(row, 2).data()
        for row in range(model.rowCount())
    }


def test_names_stand_with_their_spellings_and_counts(dialog: NamesDialog) -> None:
    assert listed(dialog) == {"سامر نجار": "2", "حلبا": "2", "ليلى حداد": "1"}
    select(dialog, "سامر نجار")
    assert sorted(spellings(dialog)) == ["سامر نجار", "سامر نجّار"]


def test_a_name_is_found_in_any_spelling(dialog: NamesDialog) -> None:
    dialog.filter.setText("نجّار")
    assert list(listed(dialog)) == ["سامر نجار"]


def test_selected_names_are_merged_and_undone(
    qtbot: QtBot, dialog: NamesDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(dialog, "ليلى حداد")
    assert not dialog.merge_button.isEnabled()
    select(dialog, "ليلى حداد", "سامر نجار")
    asked: list[list[str]] = []
    monkeypatch.setattr(QInputDialog, "getItem", lambda *args, **_: (asked.append(args[3]) or "سامر نجار", True))
    qtbot.mouseClick(dialog.merge_button, Qt.MouseButton.LeftButton)
    assert asked == [["سامر نجار", "ليلى حداد"]]
    assert listed(dialog) == {"سامر نجار": "3", "حلبا": "2"}
    assert dialog.selected() == ["سامر نجار"]
    window.session.undo()
    assert listed(dialog)["ليلى حداد"] == "1"


def test_a_name_is_called_something_else(qtbot: QtBot, dialog: NamesDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    select(dialog, "ليلى حداد")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("ليلى الحداد", True))
    qtbot.mouseClick(dialog.rename_button, Qt.MouseButton.LeftButton)
    assert "ليلى الحداد" in listed(dialog)
    assert "ليلى حداد" not in listed(dialog)


def test_a_spelling_is_split_off(
    qtbot: QtBot, dialog: NamesDialog, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(dialog, "ليلى حداد", "سامر نجار")
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_, **__: ("سامر نجار", True))
    qtbot.mouseClick(dialog.merge_button, Qt.MouseButton.LeftButton)
    assert not dialog.split_button.isEnabled()
    dialog.spellings.setCurrentRow(spellings(dialog).index("ليلى حدّاد"))
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("ليلى حداد", True))
    qtbot.mouseClick(dialog.split_button, Qt.MouseButton.LeftButton)
    assert listed(dialog) == {"سامر نجار": "2", "حلبا": "2", "ليلى حداد": "1"}
    window.session.undo()
    assert listed(dialog) == {"سامر نجار": "3", "حلبا": "2"}


def test_what_was_learned_is_switched_off_and_on(dialog: NamesDialog, window: MainWindow) -> None:
    marks = [mark for mark in window.reader.view.annotations if mark.item.text == "ليلى حدّاد"]
    assert window.session.do(SetStatus((marks[0].id,), Status.REJECTED))
    learned = window.session.project.learned()
    assert [entry.rejects for entry in learned] == [True]
    model, box = dialog.learned, Qt.ItemDataRole.CheckStateRole
    assert model.index(0, 0).data(box) is Qt.CheckState.Checked
    assert "Person" in model.index(0, 1).data() or "شخص" in model.index(0, 1).data()
    assert model.setData(model.index(0, 0), Qt.CheckState.Unchecked.value, box)
    assert not window.session.project.learned()[0].active
    assert model.index(0, 0).data(box) is Qt.CheckState.Unchecked
    window.session.undo()
    assert model.index(0, 0).data(box) is Qt.CheckState.Checked


def test_what_stands_in_the_text_has_as_much_room_as_what_follows(dialog: NamesDialog) -> None:
    header = dialog.lessons.horizontalHeader()
    dialog.findChild(QTabWidget).setCurrentIndex(1)
    assert abs(header.sectionSize(0) - header.sectionSize(1)) <= 1
    assert header.sectionSize(0) > header.sectionSize(2)


def test_the_models_behave(dialog: NamesDialog, window: MainWindow) -> None:
    for model in (NameModel(window.session), LearnedModel(window.session)):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        model.reload()


def test_the_menu_opens_it(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[NamesDialog] = []
    monkeypatch.setattr(NamesDialog, "exec", lambda self: opened.append(self) or 0)
    qtbot.keyClick(window.reader.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert len(opened) == 1
