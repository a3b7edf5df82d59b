"""What an editor does to marks, by keys and mouse, in a real window; each is one step that can be undone."""

from __future__ import annotations

import pytest
from gui_reading import drag, go_to, mark_of, marks, point_in, press, select
from gui_story import BRIDGE, VALLEY, valley_analysis
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from core.model import Annotation, Claim, ClaimKind, Entity, Layer, Modality, Quantity, Quote, Status
from gui.dialogs.claim_dialog import ClaimDialog
from gui.dialogs.note_dialog import NoteDialog
from gui.main_window import MainWindow
from gui.reader.spans import Edge

# The platform without a display says so for each dialog and menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def answer(dialog_type: type[QDialog], fill) -> None:
    """Fill in and accept the dialog that is about to open."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, dialog_type)
        fill(dialog)
        dialog.accept()

    QTimer.singleShot(0, act)


def test_space_goes_to_the_first_mark_and_a_accepts_it_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_Space)
    first = window.reader.view.current
    assert first is not None
    assert first.item.text == "ليلى حدّاد"
    press(qtbot, window, Qt.Key.Key_A)
    assert mark_of(window, "ليلى حدّاد").status is Status.ACCEPTED
    assert window.reader.view.current.item.text == "يوم الأحد"


def test_keys_work_on_an_arabic_keyboard(window: MainWindow) -> None:
    assert QKeySequence("ش") in window.actions_table["accept"].shortcuts()
    assert QKeySequence("ق") in window.actions_table["reject"].shortcuts()
    assert QKeySequence("١") in window.actions_table["label_PER"].shortcuts()


def test_r_rejects_and_the_mark_is_hidden_until_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_R)
    rejected = mark_of(window, "حلبا")
    assert rejected.status is Status.REJECTED
    assert window.reader.view.marks.get(rejected.id) is None
    window.actions_table["show_rejected"].trigger()
    assert window.reader.view.marks.get(rejected.id) is not None


def test_delete_takes_a_mark_away_and_undo_brings_it_back(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_Delete)
    assert "حلبا" not in [item.item.text for item in marks(window)]
    window.actions_table["undo"].trigger()
    assert mark_of(window, "حلبا").status is Status.SUGGESTED
    window.actions_table["redo"].trigger()
    assert "حلبا" not in [item.item.text for item in marks(window)]


def test_digits_relabel_the_current_mark(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_3)
    changed = mark_of(window, "حلبا")
    assert (changed.label, changed.status) == ("ORG", Status.CHANGED)


def test_digits_mark_the_selection_without_its_proclitic(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "لحدّاد")
    press(qtbot, window, Qt.Key.Key_3)  # unknown to every lexicon: kept whole
    assert mark_of(window, "لحدّاد").label == "ORG"
    window.actions_table["undo"].trigger()
    add_known_name(window, qtbot)
    select(window, "لحدّاد")
    press(qtbot, window, Qt.Key.Key_1)
    added = next(item for item in marks(window) if item.item.start == BRIDGE.index("لحدّاد") + 1)
    assert (added.item.text, added.label, added.status) == ("حدّاد", "PER", Status.ADDED)


def add_known_name(window: MainWindow, qtbot: QtBot) -> None:
    """Name the minister by her surname, so that the project knows it."""
    go_to(window, "ليلى حدّاد")
    window.inspector.name.setText("حداد")
    window.inspector.name.editingFinished.emit()


def test_half_selected_words_are_marked_whole(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "جسر سيُ")
    press(qtbot, window, Qt.Key.Key_4)
    assert mark_of(window, "الجسر سيُفتح").label == "MISC"


def test_a_new_figure_gets_its_value(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "٣٥ عاملا")
    press(qtbot, window, Qt.Key.Key_6)
    item = mark_of(window, "٣٥ عاملا").item
    assert isinstance(item, Entity)
    assert isinstance(item.value, Quantity)
    assert item.value.low == 35


def test_marking_the_same_words_twice_does_not_double_them(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_3)
    assert [item.label for item in marks(window) if item.item.text == "حلبا"] == ["ORG"]


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_Left, SHIFT | CTRL, "سامر نجّار إن"),  # left is forward in Arabic
        (Qt.Key.Key_Right, SHIFT | CTRL, "سامر"),
        (Qt.Key.Key_Right, SHIFT, "سامر نجّا"),
        (Qt.Key.Key_Left, SHIFT | CTRL | ALT, "نجّار"),
        (Qt.Key.Key_Right, SHIFT | CTRL | ALT, "قال سامر نجّار"),
        (Qt.Key.Key_Left, SHIFT | ALT, "امر نجّار"),
    ],
)
def test_marks_are_resized_by_keyboard(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    mark = go_to(window, "سامر نجّار")
    press(qtbot, window, key, modifiers)
    assert window.session.project.annotation(mark.id).item.text == expected
    assert window.reader.view.current.id == mark.id


def test_marks_are_resized_by_dragging_a_handle(window: MainWindow, qtbot: QtBot) -> None:
    mark = go_to(window, "حلبا")
    QTest.qWait(20)
    handle = window.reader.view._handles()[Edge.END]
    target = point_in(window, "ينته")
    drag(qtbot, window, handle, QPointF(target))
    assert window.session.project.annotation(mark.id).item.text == "حلبا لم ينته"


def test_a_click_chooses_the_smallest_mark_and_the_next_one_beneath(window: MainWindow, qtbot: QtBot) -> None:
    view = window.reader.view
    point = point_in(window, "مليون دولار")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.current.layer is Layer.ENTITY
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.current.layer is Layer.CLAIM
    press(qtbot, window, Qt.Key.Key_M)
    assert view.current.layer is Layer.ENTITY
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_in(window, "الموقع"))
    assert view.current is None


def test_double_click_selects_and_a_key_marks(window: MainWindow, qtbot: QtBot) -> None:
    viewport = window.reader.view.viewport()
    point = point_in(window, "زميلها")
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=point)
    press(qtbot, window, Qt.Key.Key_4)
    assert mark_of(window, "زميلها").label == "MISC"


def test_one_mark_is_applied_to_all_articles_and_spellings(window: MainWindow, qtbot: QtBot) -> None:
    def elsewhere() -> Annotation:
        found = window.session.project.annotations(valley_analysis().article.id)
        return next(item for item in found if item.item.text == "سامر نجار")

    go_to(window, "سامر نجّار")
    press(qtbot, window, Qt.Key.Key_2)
    press(qtbot, window, Qt.Key.Key_L)
    assert elsewhere().label == "LOC"
    assert elsewhere().status is not Status.SUGGESTED
    second = VALLEY.index("نجار إن")
    assert not any(item.item.start == second for item in window.session.project.annotations(elsewhere().article_id))
    window.actions_table["undo"].trigger()
    assert elsewhere().status is Status.SUGGESTED


def test_all_of_a_name_are_accepted_in_all_articles(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_A, SHIFT)
    other = window.session.project.annotations(valley_analysis().article.id)
    assert {item.item.text: item.status for item in other}["حلبا"] is Status.ACCEPTED
    assert mark_of(window, "حلبا").status is Status.ACCEPTED


def test_a_claim_is_tagged_from_a_selection(window: MainWindow, qtbot: QtBot) -> None:
    def fill(dialog: ClaimDialog) -> None:
        assert dialog.kind.currentData() == ClaimKind.QUANTITY
        dialog.speaker.setCurrentText("سامر نجار")
        dialog.via.setText("BBC")
        dialog.modality.setCurrentIndex(dialog.modality.findData("possible"))
        dialog.note_field.setPlainText("للتحقق")

    select(window, "٣٥ عاملا")
    answer(ClaimDialog, fill)
    press(qtbot, window, Qt.Key.Key_C)
    added = mark_of(window, "٣٥ عاملا")
    item = added.item
    assert isinstance(item, Claim)
    assert (item.kind, item.modality, item.attribution.speaker, item.attribution.via) == (
        ClaimKind.QUANTITY,
        Modality.POSSIBLE,
        "سامر نجار",
        "BBC",
    )
    assert isinstance(item.value, Quantity)
    assert item.value.low == 35
    assert BRIDGE[item.clause.start : item.clause.end].startswith("BBC:")
    assert added.note == "للتحقق"


def test_the_value_of_a_claim_is_read_as_it_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    def fill(dialog: ClaimDialog) -> None:
        dialog.value.setText("50 عاملا")

    select(window, "٣٥ عاملا")
    answer(ClaimDialog, fill)
    press(qtbot, window, Qt.Key.Key_C)
    item = mark_of(window, "٣٥ عاملا").item
    assert isinstance(item, Claim)
    assert isinstance(item.value, Quantity)
    assert item.value.low == 50


def test_a_quote_is_marked_and_gets_its_speaker(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "العمل في حلبا لم ينته")
    press(qtbot, window, Qt.Key.Key_Q)
    added = mark_of(window, "العمل في حلبا لم ينته")
    assert isinstance(added.item, Quote)
    window.inspector.speaker.setText("سامر نجّار")
    window.inspector.speaker.editingFinished.emit()
    item = mark_of(window, "العمل في حلبا لم ينته").item
    assert isinstance(item, Quote)
    assert item.speaker is not None
    assert BRIDGE[item.speaker.start : item.speaker.end] == "سامر نجّار"


def test_a_note_is_written_by_key_and_beside_the_mark(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "حلبا")
    answer(NoteDialog, lambda dialog: dialog.field.setPlainText("أي حلبا؟"))
    press(qtbot, window, Qt.Key.Key_T)
    assert mark_of(window, "حلبا").note == "أي حلبا؟"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.inspector.note.setFocus()
    qtbot.waitUntil(window.inspector.note.hasFocus)
    window.inspector.note.setPlainText("في الشمال")
    window.reader.view.setFocus()
    assert mark_of(window, "حلبا").note == "في الشمال"


def test_the_inspector_changes_label_name_and_value(window: MainWindow, qtbot: QtBot) -> None:
    go_to(window, "40 مليون دولار")
    inspector = window.inspector
    inspector.value.setText("45 مليون دولار")
    inspector.value.setModified(True)
    inspector.value.editingFinished.emit()
    item = mark_of(window, "40 مليون دولار", "QUANTITY").item
    assert isinstance(item, Entity)
    assert isinstance(item.value, Quantity)
    assert item.value.low == 45_000_000
    go_to(window, "حلبا")
    inspector.name.setText("بلدة حلبا")
    inspector.name.editingFinished.emit()
    assert mark_of(window, "حلبا").item.name == "بلدة حلبا"


def test_undo_says_what_it_takes_back(window: MainWindow, qtbot: QtBot) -> None:
    undo = window.actions_table["undo"]
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_3)
    assert undo.isEnabled()
    assert "تعديل علامة" in undo.text()


def test_the_context_menu_offers_what_the_keys_do(window: MainWindow) -> None:
    go_to(window, "حلبا")
    window.reader._menu(window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    names = {action.objectName() for action in menu.actions()}
    assert {"accept", "reject", "delete", "claim", "note", "apply_all"} <= names
    menu.close()
