"""What an editor does with questions, relations drawn by hand and verdicts that are no longer found, in the panel."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.model import Fact, Origin, Relation, RelationKind, Show, Span, VerdictKind
from core.project import Project
from core.store.edits import SetVerdict
from core.store.rulings import RelateSpans
from core.team.merge import merge
from core.text.directions import undirected
from gui.actions import Actions
from gui.compare.panel import ContradictionsPanel
from gui.compare.questions import QuestionDialog
from gui.compare.relation_model import RelationModel
from gui.session import Session


@pytest.fixture
def answer(qtbot: QtBot) -> Iterator[Callable[[Callable[[QuestionDialog], None]], None]]:
    """Fill in the dialog that comes next, and accept it."""
    asked: list[QuestionDialog] = []

    def prepare(fill: Callable[[QuestionDialog], None]) -> None:
        def act() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QuestionDialog)
            fill(dialog)
            asked.append(dialog)
            dialog.accept()

        QTimer.singleShot(0, act)

    yield prepare
    assert asked


def _tick(dialog: QuestionDialog, words: str) -> None:
    (item,) = dialog.list.findItems(words, Qt.MatchFlag.MatchContains)
    item.setCheckState(Qt.CheckState.Checked)


def _trigger(panel: ContradictionsPanel, action_id: str) -> None:
    action = panel.commands._actions[action_id]
    assert action.isEnabled()
    action.trigger()


def test_a_question_is_put_into_other_words_by_its_key(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project, answer: Callable[..., None]
) -> None:
    answer(lambda dialog: dialog.field.setText("Is there water in it?"))
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_F2)
    assert panel.head.question.text().endswith("Is there water in it?")
    _trigger(panel, "restore_question")
    assert panel.head.question.text().endswith("Does the dam hold water?")
    assert project.rulings() == []


def test_questions_are_merged_and_undo_parts_them(
    panel: ContradictionsPanel, project: Project, session: Session, answer: Callable[..., None]
) -> None:
    def fill(dialog: QuestionDialog) -> None:
        dialog.words.setText("dam hold?")
        assert not dialog.ok.isEnabled()
        _tick(dialog, "How much")
        dialog.words.clear()
        assert dialog.ok.isEnabled()

    before = project.facts()
    answer(fill)
    _trigger(panel, "merge_questions")
    merged = next(fact for fact in project.facts() if fact.id == "f3")
    assert len(merged.claims) == 4
    assert len(project.facts()) == len(before) - 1
    session.undo()
    assert project.facts() == before


def test_the_answers_of_merged_questions_stand_in_the_list(
    panel: ContradictionsPanel, project: Project, session: Session, answer: Callable[..., None]
) -> None:
    volume = next(fact for fact in project.facts() if fact.id == "f1")
    pair = volume.relation_id(volume.relations[0])
    north, south = (replace(volume, id=claim.key, claims=(claim,), relations=()) for claim in volume.claims)
    others = [fact for fact in project.facts() if fact.id != "f1"]
    session.announce(
        project.store_facts([*others, north, replace(south, question="كم فيه؟", question_en="What is in?")])
    )
    assert panel.model.position_of(pair) < 0  # each figure answers a question of its own

    def fill(dialog: QuestionDialog) -> None:
        _tick(dialog, "How much")
        _tick(dialog, "What is in?")

    answer(fill)
    _trigger(panel, "merge_questions")
    assert panel.select(pair)
    row = panel.current_row()
    assert row is not None
    assert (row.relation.show, row.relation.difference) == (Show.CHECK, "50000 (125 %)")
    assert {view.marked() for view in panel.passages} == {"أكثر من 40 ألف متر", "نحو 90 ألف متر"}
    session.do(SetVerdict((pair,), VerdictKind.CONTRADICTION))
    assert panel.model.verdict(pair).kind is VerdictKind.CONTRADICTION
    session.undo()
    session.undo()
    assert panel.model.position_of(pair) < 0


def test_answers_are_given_a_question_of_their_own(
    panel: ContradictionsPanel, project: Project, session: Session, answer: Callable[..., None]
) -> None:
    fact = next(fact for fact in project.facts() if fact.id == "f3")
    assert not panel.commands._actions["split_question"].isEnabled()  # two answers are one pair
    said = next(one for one in project.facts() if one.id == "f1").claims[0]
    more = replace(said, claim=replace(said.claim, clause=Span(said.claim.start - 21, said.claim.end)))
    relation = Relation(0, 2, RelationKind.CONTRADICTS, Show.CONFLICT, 0.8, "", "س", "s")
    facts = [one for one in project.facts() if one.id != "f3"]
    session.announce(
        project.store_facts([replace(fact, claims=(*fact.claims, more), relations=(*fact.relations, relation)), *facts])
    )

    def fill(dialog: QuestionDialog) -> None:
        _tick(dialog, more.claim.text)
        around = [undirected(dialog.list.item(at).text()).partition("\n")[2] for at in range(dialog.list.count())]
        assert [words for words in around if words] == [
            "الوزارة إن السد يخزن أكثر من 40 ألف متر"
        ]  # where a word more helps
        dialog.field.setText("كم سعته؟")

    answer(fill)
    _trigger(panel, "split_question")
    assert {one.question: len(one.claims) for one in project.facts()}["كم سعته؟"] == 1


def test_a_relation_drawn_by_hand_is_told_and_removed_by_its_key(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project, session: Session
) -> None:
    assert not panel.commands._actions["remove_relation"].isEnabled()
    north, south = project.articles()
    a, b = north.text.index("والعمل مستمر"), south.text.index("تقول صحيفة")
    session.do(RelateSpans(north.id, Span(a, a + 12), south.id, Span(b, b + 10)))
    made = next(
        fact.relation_id(one) for fact in project.facts() for one in fact.relations if one.origin is Origin.EDITOR
    )
    assert panel.select(made)
    assert "by hand" in panel.head.relation.text()
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert made not in project.verdicts()
    assert panel.model.position_of(made) < 0


def test_the_menu_of_a_row_offers_what_can_be_done(panel: ContradictionsPanel) -> None:
    menu = panel.commands.menu()
    names = {action.objectName(): action.isEnabled() for action in menu.actions() if action.objectName()}
    assert names["rename_question"]
    assert not names["remove_relation"]


def _two_calls(fact: Fact) -> Fact:
    """The first fact with a third claim: two pairs that differ, and one that agrees."""
    a, b = fact.claims
    late = replace(b, claim=replace(b.claim, start=b.claim.start - 5, end=b.claim.start - 1, text="...."))
    first = fact.relations[0]
    agree = replace(first, a=1, b=2, show=Show.AGREE, kind=RelationKind.CORROBORATES)
    return replace(fact, claims=(a, b, late), relations=(first, replace(first, a=0, b=2), agree))


def test_what_follows_is_shown_with_the_pair_that_it_follows(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project, session: Session
) -> None:
    facts = [_two_calls(fact) if fact.id == "f3" else fact for fact in project.facts()]
    session.announce(project.store_facts(facts))
    fact = next(fact for fact in project.facts() if fact.id == "f3")
    leader, follower = (fact.relation_id(one) for one in fact.relations[:2])
    session.do(SetVerdict((leader,), VerdictKind.DIFFERENT_EVENT))
    assert panel.model.verdict(follower).follows == leader
    assert panel.select(follower)
    if panel.current_row() and panel.current_row().id == follower:  # type: ignore[union-attr]
        assert panel.form.leader.isVisible()
        qtbot.mouseClick(panel.form.leader, Qt.MouseButton.LeftButton)
    row = panel.current_row()
    assert row is not None
    assert row.id == leader
    assert not panel.form.leader.isVisible()


def test_verdicts_no_longer_found_are_shown_and_let_go(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project, session: Session
) -> None:
    row = panel.current_row()
    assert row is not None
    assert not panel.lost_button.isVisible()
    session.do(SetVerdict((row.id,), VerdictKind.COMPATIBLE, note="نظرنا فيه"))
    session.announce(project.store_facts([fact for fact in project.facts() if fact.id != "f3"]))
    assert "1" in panel.lost_button.text()
    qtbot.mouseClick(panel.lost_button, Qt.MouseButton.LeftButton)
    assert panel.lost.isVisible()
    assert panel.lost.question.text().endswith("هل يخزن السد الماء؟")
    assert "نظرنا فيه" in panel.lost.said.text()
    assert [view.marked() for view in panel.lost.passages] == ["السد يخزن", "نفت الوزارة ذلك"]
    qtbot.mouseClick(panel.lost.remove, Qt.MouseButton.LeftButton)
    assert project.verdicts() == {}
    assert panel.list.isVisible()  # nothing is left to show
    session.undo()
    assert panel.lost_button.isVisible()
    qtbot.mouseClick(panel.lost_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.lost.back, Qt.MouseButton.LeftButton)
    assert panel.list.isVisible()


def test_different_verdicts_of_two_editors_are_shown_and_one_is_chosen(
    qtbot: QtBot, tmp_path: Path, project: Project
) -> None:
    """After two editors' projects were merged, neither verdict is lost: the list says so, and the form offers both."""
    key = next(fact for fact in project.facts() if fact.id == "f3")
    relation_id = key.relation_id(key.relations[0])
    project.close()
    paths = []
    for editor, kind in (("سارة", VerdictKind.CONTRADICTION), ("علي", VerdictKind.COMPATIBLE)):
        paths.append(tmp_path / f"{editor}.mizan")
        shutil.copy(project.path, paths[-1])
        with Project.open(paths[-1], editor) as own:
            own.apply(SetVerdict((relation_id,), kind))
    merge(tmp_path / "both.mizan", paths)
    with Project.open(tmp_path / "both.mizan", "لينا") as both:
        session = Session(both)
        owner = QWidget()
        qtbot.addWidget(owner)
        panel = ContradictionsPanel(session, Actions(owner), QFont("Noto Naskh Arabic", 16), owner)
        with qtbot.waitExposed(owner):
            owner.show()
        assert panel.select(relation_id)
        assert panel.model.index(panel.model.position_of(relation_id)).data(RelationModel.DisputeRole) is not None
        offered = panel.form.dispute.menu().actions()
        assert [action.isChecked() for action in offered].count(True) == 1
        chosen = next(action for action in offered if "علي" in action.text())
        chosen.trigger()
        assert both.verdicts()[relation_id].kind is VerdictKind.COMPATIBLE
        assert both.clashes() == []
        assert panel.model.dispute(relation_id) is None
        assert panel.form.dispute.isHidden()
        owner.close()
