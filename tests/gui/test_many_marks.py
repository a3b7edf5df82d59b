"""What reaches beyond one mark: deciding on many, other sources on the card, occurrences, layers, notes."""

from __future__ import annotations

import pytest
from gui_reading import go_to, mark_of, marks, point_in, press
from gui_story import VALLEY, bridge_analysis, claim, valley_analysis
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import (
    Annotation,
    ArticleClaim,
    Claim,
    ClaimKind,
    Fact,
    Layer,
    Quantity,
    Relation,
    RelationKind,
    Show,
    Span,
    Status,
)
from core.project import Waiting
from core.store.edits import SetNote
from gui import wording
from gui.dialogs.decide_dialog import DecideDialog
from gui.main_window import MainWindow

# The platform without a display says so for each dialog and menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHIFT = Qt.KeyboardModifier.ShiftModifier
VALLEY_ID = valley_analysis().article.id


def in_dialog(act) -> None:
    """Do something in the dialog that is about to open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DecideDialog)
        act(dialog)

    QTimer.singleShot(0, look)


def suggested(window: MainWindow, article_id: str = "") -> list[Annotation]:
    """The names, times and figures that wait for a decision."""
    found = window.session.project.annotations(article_id or window.reader.article_id)
    return [mark for mark in found if mark.status is Status.SUGGESTED and mark.layer is Layer.ENTITY]


def test_many_are_accepted_by_label_and_score_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    people = [mark for mark in suggested(window) if mark.label == "PER"]
    elsewhere = len(suggested(window, VALLEY_ID))
    shown = []

    def answer(dialog: DecideDialog) -> None:
        dialog.label.setCurrentIndex(dialog.label.findData("PER"))
        dialog.slider.setValue(95)
        shown.append((dialog.count(), dialog.said.text()))
        dialog.slider.setValue(90)
        shown.append((dialog.count(), dialog.said.text()))
        dialog.accept()

    in_dialog(answer)
    press(qtbot, window, Qt.Key.Key_B)
    assert [count for count, _ in shown] == [0, len(people)]
    assert shown[0][1] != shown[1][1]
    assert not [mark for mark in suggested(window) if mark.label == "PER"]
    assert [mark for mark in suggested(window) if mark.label != "PER"]
    assert len(suggested(window, VALLEY_ID)) == elsewhere
    window.actions_table["undo"].trigger()
    assert [mark for mark in suggested(window) if mark.label == "PER"] == people


def test_many_are_rejected_in_all_articles(window: MainWindow, qtbot: QtBot) -> None:
    every = len(suggested(window)) + len(suggested(window, VALLEY_ID))

    def answer(dialog: DecideDialog) -> None:
        dialog.rejecting.setChecked(True)
        dialog.everywhere.setChecked(True)
        dialog.slider.setValue(100)
        qtbot.waitUntil(lambda: dialog.is_counted)
        assert dialog.count() == every
        dialog.accept()

    in_dialog(answer)
    window.actions_table["decide_many"].trigger()
    assert not suggested(window)
    assert not suggested(window, VALLEY_ID)
    window.actions_table["undo"].trigger()
    assert len(suggested(window)) + len(suggested(window, VALLEY_ID)) == every


def test_what_is_hidden_for_its_score_is_not_decided_on(window: MainWindow) -> None:
    window.session.hide_below(0.95)

    def answer(dialog: DecideDialog) -> None:
        assert dialog.slider.minimum() == 95
        assert dialog.count() == 0
        dialog.reject()

    in_dialog(answer)
    window.actions_table["decide_many"].trigger()


def related(window: MainWindow) -> Claim:
    """Both articles give the cost of the bridge, in figures that cannot both be true; the claim of the second."""
    first = next(mark.item for mark in marks(window) if mark.layer is Layer.CLAIM)
    second = claim(VALLEY, "55 مليون دولار", Quantity(55_000_000, 55_000_000, "USD"))
    relation = Relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT, 0.9, "", "رقمان", "Two figures")
    claims = tuple(ArticleClaim(analysis.article.id, item) for analysis, item in (
        (bridge_analysis(), first), (valley_analysis(), second),
    ))  # fmt: skip
    fact = Fact("f", "كم الكلفة؟", "What is the cost?", ClaimKind.QUANTITY, "", claims, (relation,))
    window.session.announce(window.session.project.store_facts([fact]))
    return second


def test_the_card_says_what_other_sources_say_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    other = related(window)
    viewport = window.reader.view.viewport()
    card = window.reader.card
    point = point_in(window, "مليون دولار")
    qtbot.mouseMove(viewport, QPoint(3, 3))  # the mouse may stand there since the last test
    qtbot.mouseMove(viewport, point)
    qtbot.waitUntil(card.isVisible)
    source = valley_analysis().article.source
    link = next(link for link in card.links if source in link.text())
    assert wording.word(wording.SHOWS, Show.CONFLICT) in link.accessibleName()
    assert "55 مليون دولار" in link.text()
    # The mouse goes from the mark to the card, which stays.
    qtbot.mouseMove(card, QPoint(20, 20))
    qtbot.wait(300)
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.reader.article_id == VALLEY_ID
    assert not card.isVisible()
    assert window.reader.view.passage_box(Span(other.start, other.end)) is not None


def test_the_keyboard_goes_into_the_card_and_out_of_it(window: MainWindow, qtbot: QtBot) -> None:
    related(window)
    view, card = window.reader.view, window.reader.card
    claim_mark = next(mark for mark in marks(window) if mark.layer is Layer.CLAIM)
    view.select(claim_mark.id)
    press(qtbot, window, Qt.Key.Key_I)
    assert view.hasFocus()
    press(qtbot, window, Qt.Key.Key_I)
    assert card.links[0].hasFocus()
    qtbot.keyClick(card.links[0], Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert not card.isVisible()


def test_occurrences_are_gone_through_in_a_circle(window: MainWindow, qtbot: QtBot) -> None:
    start = window.reader.article_id
    go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_O)
    assert window.reader.article_id == VALLEY_ID
    assert window.reader.view.current.item.text == "حلبا"
    press(qtbot, window, Qt.Key.Key_O)
    assert window.reader.article_id == start
    assert window.reader.view.current.item.text == "حلبا"
    press(qtbot, window, Qt.Key.Key_O, SHIFT)
    assert window.reader.article_id == VALLEY_ID


def test_the_card_leads_through_occurrences(window: MainWindow, qtbot: QtBot) -> None:
    mark = go_to(window, "حلبا")
    press(qtbot, window, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: window.reader.commands.known_occurrences(mark) == 2)
    qtbot.waitUntil(lambda: len(window.reader.card.links) == 2)
    assert window.reader.card.height() > 100
    qtbot.mouseClick(window.reader.card.links[1], Qt.MouseButton.LeftButton)
    assert window.reader.article_id == VALLEY_ID


def test_a_layer_is_hidden_as_a_whole_and_its_labels_rest(window: MainWindow) -> None:
    toggles = window.reader.legend.toggles
    toggles["entity"].click()
    assert {mark.annotation.layer for mark in window.reader.view.marks.marks} == {"claim", "quote"}
    assert not toggles["PER"].isEnabled()
    assert toggles["entity"].count == sum(mark.layer is Layer.ENTITY for mark in marks(window))
    toggles["entity"].click()
    assert toggles["PER"].isEnabled()
    assert "entity" in {mark.annotation.layer for mark in window.reader.view.marks.marks}


def test_a_note_is_a_sign_on_the_mark_and_is_found(window: MainWindow, qtbot: QtBot) -> None:
    view = window.reader.view
    place = mark_of(window, "حلبا")
    view.reveal(place.span)
    before = view.viewport().grab().toImage()
    window.session.do(SetNote(place.id, "قارنها بالخريطة"))
    assert view.viewport().grab().toImage() != before
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.reader.find_bar
    bar.field.setText("الخريطه")
    assert wording.number(1) in bar.counter.text()
    assert [(wash.start, wash.end) for wash in view._washes] == [
        (view._utf16.to_utf16(place.item.start), view._utf16.to_utf16(place.item.end))
    ]


def test_the_dialog_is_no_edit_by_itself(window: MainWindow) -> None:
    in_dialog(lambda dialog: dialog.reject())
    before = window.session.project.can_undo
    window.actions_table["decide_many"].trigger()
    assert window.session.project.can_undo == before


def test_the_card_leaves_its_mark_free_in_a_low_window(window: MainWindow, qtbot: QtBot) -> None:
    related(window)
    window.message_bar.show_notice("The room is scarce.\n" * 4)
    window.resize(window.width(), 600)
    qtbot.wait(20)
    view, card = window.reader.view, window.reader.card
    source = valley_analysis().article.source
    for mark in marks(window):
        view.select(mark.id)
        view.show_card()
        place = view.passage_box(mark.span)
        assert place is not None
        place.moveTopLeft(card.parentWidget().mapFromGlobal(view.viewport().mapToGlobal(place.topLeft())))
        assert not card.geometry().intersects(place), mark.item.text
        if window.reader.commands.around(mark).elsewhere:
            assert any(source in link.text() for link in card.links), mark.item.text


def test_undo_leads_back_to_the_mark_that_was_decided_on(window: MainWindow, qtbot: QtBot) -> None:
    view = window.reader.view
    first = go_to(window, "سامر نجّار")
    press(qtbot, window, Qt.Key.Key_A)
    assert view.current is not None
    assert view.current.id != first.id
    window.actions_table["undo"].trigger()
    assert view.current.id == first.id
    press(qtbot, window, Qt.Key.Key_R)
    assert mark_of(window, "سامر نجّار").status is Status.REJECTED


def test_a_passage_that_one_is_led_to_is_its_mark(window: MainWindow) -> None:
    view = window.reader.view
    mark = next(mark for mark in marks(window) if mark.layer is Layer.CLAIM)
    window.session.go_to(mark.article_id, mark.span)
    assert view.current is not None
    assert view.current.span == mark.span
    assert not view._washes
    window.session.go_to(mark.article_id, Span(0, 3))  # no mark: grounded until one becomes current
    assert view.current is None
    assert len(view._washes) == 1
    view.select(mark.id)
    assert not view._washes


def test_very_many_are_decided_on_beside_the_window_and_undone_at_once(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.reader.commands._MANY", 1)
    monkeypatch.setattr("core.store.deciding._AT_ONCE", 1)

    def open_ones() -> list[tuple[str, object]]:
        articles = window.session.project.article_ids()
        return [(mark.id, mark.item) for article_id in articles for mark in suggested(window, article_id)]

    before = open_ones()
    told: list[tuple[int, int]] = []
    window.jobs.progress.connect(lambda done, every: told.append((done, every)))
    with qtbot.waitSignal(window.jobs.finished):
        window.reader.commands.decide_waiting(Waiting(), Status.ACCEPTED)
        assert window.jobs.busy
        assert window.actions_table["cancel"].isEnabled()
    assert told[-1] == (2, 2)
    assert not open_ones()
    window.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert open_ones() == before
