"""What an editor does in the review queue, done in the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from core.model import ClaimKind, Reason, Show, VerdictKind
from core.project import Project, ReviewFilter
from core.store.edits import RemoveArticles
from gui.review.page import ReviewPage
from gui.session import Session

Key = Qt.Key


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def pair(page: ReviewPage) -> tuple[str, int]:
    """Question and second claim of the pair in sight."""
    key = page.queue.key(page.queue.current)
    assert key is not None
    fact = page.session.project.facts_by_ids([key.fact_id])[key.fact_id]
    return fact.id, next(told.b for told in fact.relations if fact.relation_id(told) == key.id)


def test_the_first_pair_is_in_sight_with_what_differs(page: ReviewPage) -> None:
    assert page.head.question.text().strip("\u200e\u200f") == "How much does store 1 hold?"
    assert [view.source.text().strip("\u200e\u200f\u2068\u2069") for view in page.passages] == [
        "وكالة الشمال",
        "جريدة الجنوب",
    ]
    assert [view.marked() for view in page.passages] == ["40 طنا", "90 طنا"]
    assert [view.differences() for view in page.passages] == [["40 طنا"], ["90 طنا"]]
    assert "الوزارة" in page.passages[0].meta.text()
    assert page.head.reason.text().endswith("They differ.")
    assert page.place.text() == "1 of 6"


def test_a_low_page_leaves_the_passages_more_room(page: ReviewPage, qtbot: QtBot) -> None:
    view, owner = page.passages[0], page.parentWidget()
    assert view.meta.isVisible()
    around = page.height() - view.text.height()
    owner.resize(1100, 600)
    qtbot.waitUntil(lambda: page.height() - view.text.height() <= around - 2 * view.meta.fontMetrics().lineSpacing())
    assert not view.meta.isVisible()
    assert "الوزارة" in view.value.text()
    owner.resize(1100, 700)
    qtbot.waitUntil(view.meta.isVisible)
    assert "الوزارة" not in view.value.text()


def test_six_decisions_by_six_keys(qtbot: QtBot, page: ReviewPage, project: Project) -> None:
    press(qtbot, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_1, Key.Key_2)
    kinds = [verdict.kind for verdict in project.verdicts().values()]
    assert len(kinds) == 6
    assert sorted(kinds) == sorted([*list(VerdictKind)[1:], VerdictKind.CONTRADICTION, VerdictKind.COMPATIBLE])
    assert page.progress.value() == page.progress.maximum() == 6
    page.show_item(ReviewFilter())
    assert page.stack.currentIndex() == 1
    assert page.empty.text() == "Every pair that wanted a decision has one."


def test_after_a_verdict_it_is_said_which_and_how_to_return(qtbot: QtBot, page: ReviewPage) -> None:
    first, said = page.queue.current, []
    page.session.said.connect(said.append)
    press(qtbot, Key.Key_2)
    assert page.queue.current != first
    assert "Compatible" in said[-1]
    press(qtbot, Key.Key_P)
    assert page.queue.current == first
    press(qtbot, Key.Key_W)
    assert page.session.project.verdicts()[first].reason is Reason.DATE


def test_arabic_keyboards_need_no_switching(page: ReviewPage) -> None:
    for action_id, letter in (("review_compatible", "٢"), ("reason_scope", "ض"), ("review_note", "ف")):
        assert QKeySequence(letter) in page.actions_table[action_id].shortcuts()


def test_a_reason_before_the_verdict_goes_with_it_and_after_it_is_saved_at_once(
    qtbot: QtBot, page: ReviewPage, project: Project
) -> None:
    page.decision.advance.setChecked(False)
    first = page.queue.current
    press(qtbot, Key.Key_W)
    assert page.decision.reasons[Reason.DATE].isChecked()
    assert first not in project.verdicts()
    press(qtbot, Key.Key_2)
    assert page.queue.current == first
    assert project.verdicts()[first].reason is Reason.DATE
    assert page.decision.buttons[VerdictKind.COMPATIBLE].isChecked()
    press(qtbot, Key.Key_R)
    assert project.verdicts()[first].reason is Reason.ROUNDING
    press(qtbot, Key.Key_R)
    assert project.verdicts()[first].reason is None
    press(qtbot, Key.Key_E, Key.Key_0, Key.Key_Space)
    assert not any(chip.isChecked() for chip in page.decision.reasons.values())


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_by_its_button(qtbot: QtBot, page: ReviewPage, project: Project, reason: Reason) -> None:
    first = page.queue.current
    qtbot.mouseClick(page.decision.reasons[reason], Qt.MouseButton.LeftButton)
    assert page.decision.reasons[reason].isChecked()
    qtbot.mouseClick(page.decision.buttons[VerdictKind.UPDATE], Qt.MouseButton.LeftButton)
    assert project.verdicts()[first].reason is reason


def test_a_note_is_written_and_left_by_keys_and_goes_with_the_verdict(
    qtbot: QtBot, page: ReviewPage, project: Project
) -> None:
    first = page.queue.current
    press(qtbot, Key.Key_T)
    assert QApplication.focusWidget() is page.decision.note
    qtbot.keyClicks(page.decision.note, "raqm 1")
    press(qtbot, Key.Key_Escape)
    assert QApplication.focusWidget() is page
    assert project.verdicts()[first].note == "raqm 1"
    press(qtbot, Key.Key_1)
    assert (project.verdicts()[first].kind, project.verdicts()[first].note) == (VerdictKind.CONTRADICTION, "raqm 1")
    assert page.decision.note.toPlainText() == ""


def test_what_is_skipped_comes_again_at_the_end(qtbot: QtBot, page: ReviewPage) -> None:
    first = page.queue.current
    press(qtbot, Key.Key_S)
    assert page.left.text().endswith("1 skipped")
    assert page.queue.current != first
    press(qtbot, *[Key.Key_2] * 5)
    assert page.queue.current == first
    assert page.progress.value() == 5
    press(qtbot, Key.Key_2)
    assert page.progress.value() == 6


def test_next_and_previous_by_keys_and_buttons(qtbot: QtBot, page: ReviewPage) -> None:
    seen = [page.queue.current]
    for key in (Key.Key_Space, Key.Key_Return):
        press(qtbot, key)
        seen.append(page.queue.current)
    assert len(set(seen)) == 3
    assert page.place.text() == "3 of 6"
    press(qtbot, Key.Key_P)
    assert page.queue.current == seen[1]
    press(qtbot, Key.Key_Backspace)
    assert page.queue.current == seen[0]
    press(qtbot, Key.Key_P)
    assert page.queue.current == seen[0]


def test_undo_goes_back_to_the_pair_and_redo_too(qtbot: QtBot, page: ReviewPage, session: Session) -> None:
    first = page.queue.current
    press(qtbot, Key.Key_1, Key.Key_2)
    second = page.queue.keys[1].id
    session.undo()
    assert page.queue.current == second
    assert not page.decision.buttons[VerdictKind.COMPATIBLE].isChecked()
    session.undo()
    assert page.queue.current == first
    assert page.progress.value() == 0
    session.redo()
    assert page.queue.current == first
    assert page.decision.buttons[VerdictKind.CONTRADICTION].isChecked()


def test_each_filter_by_its_field(qtbot: QtBot, page: ReviewPage) -> None:
    press(qtbot, Key.Key_F)
    assert page.filters.isVisible()
    bar = page.filters
    assert QApplication.focusWidget() is bar.words
    qtbot.mouseClick(bar.shows[Show.CHECK], Qt.MouseButton.LeftButton)
    assert page.place.text().endswith("of 3")
    qtbot.keyClicks(bar.words, "store 2")
    qtbot.keyClick(bar.words, Key.Key_Return)
    assert page.place.text() == "1 of 1"
    bar.words.clear()
    qtbot.waitUntil(lambda: page.place.text().endswith("of 3"))
    bar.sources[0].setCurrentIndex(bar.sources[0].findData("إذاعة الغرب"))
    bar.sources[0].activated.emit(1)
    assert page.stack.currentIndex() == 1
    assert "No pair passes" in page.empty.text()
    qtbot.mouseClick(page.reset, Qt.MouseButton.LeftButton)
    assert page.place.text() == "1 of 6"
    bar.kind.setCurrentIndex(bar.kind.findData(ClaimKind.TIME))
    bar.kind.activated.emit(1)
    assert page.place.text() == ""
    page.setFocus()
    press(qtbot, Key.Key_Escape)
    assert not bar.isVisible()


def test_space_presses_what_the_keyboard_is_on(qtbot: QtBot, page: ReviewPage) -> None:
    first = page.queue.current
    page.filter_button.click()
    for widget in (page.filters.undecided, page.decision.advance, page.filters.shows[Show.SILENT]):
        before = widget.isChecked()
        widget.setFocus()
        press(qtbot, Key.Key_Space)
        assert widget.isChecked() is not before
    assert page.queue.current == first


def test_a_view_is_kept_chosen_and_forgotten(
    page: ReviewPage, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = ReviewFilter((Show.CHECK,), (ClaimKind.QUANTITY,), ("إذاعة الغرب",), "store 3", undecided=False)
    page.show_item(wanted)
    assert page.filters.filter() == wanted
    assert pair(page) == ("f3", 2)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("أرقام الغرب", True))

    def offered(name: str) -> object:
        page.views.fill()
        return next(action for action in page.views.menu().actions() if name in action.text())

    offered("Keep this filter").trigger()  # type: ignore[attr-defined]
    assert [view.name for view in project.review_views()] == ["أرقام الغرب"]
    offered("All that wants").trigger()  # type: ignore[attr-defined]
    assert page.place.text().endswith("of 6")
    offered("أرقام الغرب").trigger()  # type: ignore[attr-defined]
    assert page.filters.filter() == wanted
    offered("Forget").menu().actions()[0].trigger()  # type: ignore[attr-defined]
    assert project.review_views() == []


def test_a_pair_is_shown_though_the_filter_hides_it(page: ReviewPage, project: Project) -> None:
    page.show_item(ReviewFilter((Show.CONFLICT,)))
    hidden = project.review_queue(ReviewFilter((Show.CHECK,)))[-1]
    page.show_item(hidden.id)
    assert page.queue.current == hidden.id


def test_another_comparison_keeps_the_pair_and_a_removed_article_takes_its_pairs(
    page: ReviewPage, session: Session, project: Project
) -> None:
    page.queue.step(1)
    kept = page.queue.current
    session.announce(project.store_facts(project.facts()))
    assert page.queue.current == kept
    west = next(each.id for each in project.summaries() if each.source == "إذاعة الغرب")
    assert session.do(RemoveArticles((west,)))
    assert page.place.text().endswith("of 3")


def test_both_passages_open_in_their_articles(qtbot: QtBot, page: ReviewPage, session: Session) -> None:
    for key, view in ((Key.Key_K, 0), (Key.Key_L, 1)):
        with qtbot.waitSignal(session.passage_wanted) as wanted:
            press(qtbot, key)
        assert wanted.args is not None
        article, span = wanted.args
        assert session.project.article(article).text[span.start : span.end] == page.passages[view].marked()


def test_the_keys_are_taught_and_every_control_has_a_name(page: ReviewPage) -> None:
    for button in (*page.decision.buttons.values(), *page.decision.reasons.values(), page.views, page.filter_button):
        assert "(" in button.toolTip()
        assert button.accessibleName() or button.text()
    for field in (page.filters.kind, *page.filters.sources, page.filters.words, page.decision.note, page.progress):
        assert field.accessibleName()


def test_it_says_how_many_decisions_are_left(qtbot: QtBot, page: ReviewPage) -> None:
    assert page.left.text() == "6 left"
    press(qtbot, Key.Key_1, Key.Key_S)
    assert page.left.text() == "5 left · 1 skipped"
    press(qtbot, *[Key.Key_2] * 5)
    assert page.left.text() == ""


def test_the_pair_in_sight_is_copied_for_a_mail(qtbot: QtBot, page: ReviewPage) -> None:
    press(qtbot, Key.Key_2, Key.Key_P)
    qtbot.keyClick(page, Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("How much does store 1 hold?")
    assert "وكالة الشمال" in text
    assert "جريدة الجنوب" in text
    assert "Compatible" in text
