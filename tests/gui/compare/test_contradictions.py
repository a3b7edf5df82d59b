"""What an editor does with contradictions, done in the panel."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.model import Reason, Show, VerdictKind
from core.project import Project
from core.store.edits import ChangeArticle, RemoveArticles
from core.store.rulings import RenameQuestion
from core.text.directions import undirected
from gui.compare.panel import ContradictionsPanel
from gui.compare.relation_model import RelationModel
from gui.session import Session


def plain(label: QLabel) -> str:
    """The words without the marks that give them their direction."""
    return undirected(label.text())


def questions(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_first_undecided_conflict_is_in_sight(panel: ContradictionsPanel) -> None:
    assert questions(panel.model) == ["Does the dam hold water?", "How much does the dam hold?"]
    assert plain(panel.head.question) == "Does the dam hold water?"
    assert plain(panel.head.reason) == "Said and denied."
    assert [plain(view.source) for view in panel.passages] == ["وكالة الشمال", "جريدة الجنوب"]


def test_a_reason_calls_an_article_without_source_by_its_title(
    panel: ContradictionsPanel, project: Project, session: Session
) -> None:
    north = next(article for article in project.articles() if article.file == "n.txt")
    session.do(ChangeArticle(replace(north, source="")))
    facts = project.facts()
    (told,) = facts[0].relations
    said = replace(told, reason="قول لدى n.txt.", reason_en="Said by n.txt.")
    session.announce(project.store_facts([replace(facts[0], relations=(said,)), *facts[1:]]))
    assert panel.select(facts[0].relation_id(said))
    assert plain(panel.head.reason) == "Said by “خبر عن السد”."
    assert "خبر عن السد" in [plain(view.source) for view in panel.passages]


def test_the_tab_key_goes_from_the_verdicts_to_the_next_pair_and_the_reason(panel: ContradictionsPanel) -> None:
    order: list[QWidget] = [panel.list]
    while (following := order[-1].nextInFocusChain()) is not panel.list:
        order.append(following)
    form = panel.form
    steps = [one for one in form.findChildren(QToolButton) if one.defaultAction() is not None]
    places = [order.index(one) for one in (*form.buttons.values(), *steps, form.reason)]
    assert len(steps) == 2
    assert places == sorted(places)


def test_a_very_long_question_leaves_room_for_the_passages(panel: ContradictionsPanel, session: Session) -> None:
    panel.select_first_undecided()
    row = panel.current_row()
    assert row is not None
    asked = "هل قالت الوزارة إن السد يخزن أكثر من أربعين ألف متر؟ " * 8
    assert session.do(RenameQuestion(row.fact.id, asked.strip()))
    assert panel.head.question.text().endswith(" …")
    assert asked.strip() in panel.head.question.toolTip()
    assert panel.passages[0].text.height() > 2 * panel.passages[0].text.fontMetrics().lineSpacing()


def test_a_long_name_of_a_source_is_cut_at_its_end_and_whole_in_the_tooltip(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project, session: Session
) -> None:
    title = "عنوان طويل جدا لمقال لا يذكر مصدره ولا يتسع له رأس المقطع الضيق مهما فعلنا في صفحة التناقضات"
    north = next(article for article in project.articles() if article.file == "n.txt")
    session.do(ChangeArticle(replace(north, source="", title=title)))
    label = next(view.source for view in panel.passages if title in view.source.text())
    qtbot.waitUntil(lambda: undirected(label.shown()).startswith("عنوان طويل"))  # once it is laid out
    assert undirected(label.shown()).endswith(("…", "..."))  # as the font has it
    label.grab()
    assert title in label.toolTip()


def test_the_evidence_is_highlighted_to_the_letter_behind_an_emoji(panel: ContradictionsPanel) -> None:
    assert [view.marked() for view in panel.passages] == ["السد يخزن", "نفت الوزارة ذلك"]
    panel.step(1)
    assert [view.marked() for view in panel.passages] == ["أكثر من 40 ألف متر", "نحو 90 ألف متر"]


def test_words_keep_the_direction_of_the_window_behind_a_name_in_the_other_script(panel: ContradictionsPanel) -> None:
    assert panel.head.reason.text().startswith("\u200e")
    assert all(view.source.text().startswith("\u200e") for view in panel.passages)


def test_passages_are_right_to_left_even_behind_a_latin_word(panel: ContradictionsPanel) -> None:
    text = panel.passages[1].text
    assert text.toPlainText().startswith("BBC")
    option = text.document().defaultTextOption()
    assert option.textDirection() is Qt.LayoutDirection.RightToLeft
    assert option.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def test_a_key_decides_and_the_decision_is_there_the_next_day(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project
) -> None:
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_1)
    row = panel.current_row()
    assert row is not None
    assert project.verdicts()[row.id].kind is VerdictKind.CONTRADICTION
    assert panel.progress_label.text() == "1 of 2 decided"
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert again.verdicts()[row.id].kind is VerdictKind.CONTRADICTION
        assert again.verdicts()[row.id].editor == "ليلى"


@pytest.mark.parametrize("kind", [kind for kind in VerdictKind if kind is not VerdictKind.UNDECIDED])
def test_each_button_gives_its_verdict(
    qtbot: QtBot, panel: ContradictionsPanel, project: Project, kind: VerdictKind
) -> None:
    qtbot.mouseClick(panel.form.buttons[kind], Qt.MouseButton.LeftButton)
    row = panel.current_row()
    assert row is not None
    assert project.verdicts()[row.id].kind is kind
    assert panel.form.buttons[kind].isChecked()
    assert sum(button.isChecked() for button in panel.form.buttons.values()) == 1


def test_a_verdict_is_taken_back_by_its_key_and_by_undo(
    qtbot: QtBot, panel: ContradictionsPanel, session: Session, project: Project
) -> None:
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_2)
    qtbot.keyClick(panel.list, Qt.Key.Key_0)
    row = panel.current_row()
    assert row is not None
    assert panel.model.verdict(row.id).kind is VerdictKind.UNDECIDED
    session.undo()
    assert panel.model.verdict(row.id).kind is VerdictKind.COMPATIBLE
    assert panel.form.buttons[VerdictKind.COMPATIBLE].isChecked()
    session.undo()
    assert panel.model.verdict(row.id).kind is VerdictKind.UNDECIDED
    assert not any(button.isChecked() for button in panel.form.buttons.values())


def test_reason_and_note_are_kept(qtbot: QtBot, panel: ContradictionsPanel, project: Project) -> None:
    row = panel.current_row()
    assert row is not None
    qtbot.mouseClick(panel.form.buttons[VerdictKind.COMPATIBLE], Qt.MouseButton.LeftButton)
    panel.form.reason.setCurrentIndex(panel.form.reason.findData(Reason.SCOPE))
    panel.form.reason.activated.emit(panel.form.reason.currentIndex())
    panel.form.note.setFocus()
    qtbot.keyClicks(panel.form.note, "1 raqm")
    panel.step(1)  # going on must not lose what was written
    verdict = project.verdicts()[row.id]
    assert (verdict.kind, verdict.reason, verdict.note) == (VerdictKind.COMPATIBLE, Reason.SCOPE, "1 raqm")
    assert panel.form.note.toPlainText() == ""


def test_a_note_saves_itself_in_a_pause(qtbot: QtBot, panel: ContradictionsPanel, project: Project) -> None:
    row = panel.current_row()
    assert row is not None
    qtbot.keyClicks(panel.form.note, "sujjila")
    qtbot.waitUntil(lambda: row.id in project.verdicts(), timeout=4000)
    assert project.verdicts()[row.id].note == "sujjila"
    assert panel.form.note.toPlainText() == "sujjila"


def test_a_note_is_saved_when_the_panel_goes(qtbot: QtBot, panel: ContradictionsPanel, project: Project) -> None:
    row = panel.current_row()
    assert row is not None
    qtbot.keyClicks(panel.form.note, "qabl al-ighlaq")
    panel.hide()
    assert project.verdicts()[row.id].note == "qabl al-ighlaq"


def test_digits_typed_into_a_note_are_no_verdict(qtbot: QtBot, panel: ContradictionsPanel, project: Project) -> None:
    panel.form.note.setFocus()
    qtbot.keyClicks(panel.form.note, "1234")
    panel.flush()
    assert {verdict.kind for verdict in project.verdicts().values()} == {VerdictKind.UNDECIDED}


def test_chips_words_and_undecided_narrow_the_list(qtbot: QtBot, panel: ContradictionsPanel) -> None:
    qtbot.mouseClick(panel.filters.chips[Show.AGREE], Qt.MouseButton.LeftButton)
    assert len(questions(panel.model)) == 3
    panel.filters.words.setText("زرافة")
    assert questions(panel.model) == []
    panel.filters.words.setText("الأحــد")  # blind to hamza and tatweel
    assert questions(panel.model) == ["When does the dam open?"]
    panel.filters.words.clear()
    panel.filters.undecided.setChecked(True)
    assert len(questions(panel.model)) == 3


def test_what_was_just_decided_stays_until_the_editor_goes_on(qtbot: QtBot, panel: ContradictionsPanel) -> None:
    panel.filters.undecided.setChecked(True)
    decided = plain(panel.head.question)
    qtbot.mouseClick(panel.form.buttons[VerdictKind.UPDATE], Qt.MouseButton.LeftButton)
    assert plain(panel.head.question) == decided
    assert len(questions(panel.model)) == 2
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert questions(panel.model) == ["How much does the dam hold?"]
    assert panel.head.question.text() != decided


def test_one_decision_can_settle_all_pairs_of_a_question(
    qtbot: QtBot, panel: ContradictionsPanel, session: Session, project: Project
) -> None:
    facts = project.facts()
    denial = next(fact for fact in facts if fact.id == "f3")
    twin = replace(denial.claims[1], claim=replace(denial.claims[1].claim, start=0, end=3, text="BBC"))
    more = replace(
        denial, claims=(*denial.claims, twin), relations=(*denial.relations, replace(denial.relations[0], b=2))
    )
    session.announce(project.store_facts([fact if fact.id != "f3" else more for fact in facts]))
    assert panel.form.all.isVisible()
    assert panel.model.is_first_of_question(0)
    assert not panel.model.is_first_of_question(1)
    panel.form.all.setChecked(True)
    qtbot.mouseClick(panel.form.buttons[VerdictKind.CONTRADICTION], Qt.MouseButton.LeftButton)
    assert [verdict.kind for verdict in project.verdicts().values()] == [VerdictKind.CONTRADICTION] * 2
    assert not panel.form.all.isVisible()
    session.undo()
    assert not project.verdicts()


def test_an_empty_filter_says_so(panel: ContradictionsPanel) -> None:
    panel.filters.words.setText("زرافة")
    assert panel.pages.currentWidget() is panel.empty_page
    assert panel.empty.text() == "No pair passes this filter."
    assert not panel.form.isVisible()


def test_a_passage_opens_in_its_article(qtbot: QtBot, panel: ContradictionsPanel, session: Session) -> None:
    row = panel.current_row()
    assert row is not None
    with qtbot.waitSignal(session.passage_wanted) as wanted:
        qtbot.mouseClick(panel.passages[1].open, Qt.MouseButton.LeftButton)
    assert wanted.args[0] == row.b.article_id
    assert wanted.args[1].start == row.b.claim.start


def test_select_finds_a_hidden_pair(panel: ContradictionsPanel, project: Project) -> None:
    fact = next(fact for fact in project.facts() if fact.id == "f2")
    assert panel.select(fact.relation_id(fact.relations[0]))
    assert plain(panel.head.question) == "When does the dam open?"


def test_a_reader_can_look_but_not_decide(qtbot: QtBot, tmp_path: Path, project: Project) -> None:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from gui.actions import Actions

    owner = QWidget()
    qtbot.addWidget(owner)
    with Project.open(project.path, "زائر", read_only=True) as second:
        panel = ContradictionsPanel(Session(second), Actions(owner), QFont(), owner)
        assert panel.head.question.text()
        assert not any(button.isEnabled() for button in panel.form.buttons.values())
        assert not panel.form.note.isEnabled()


def test_the_model_behaves(session: Session, panel: ContradictionsPanel) -> None:
    model = RelationModel(session)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.reload()
    model.reload_verdicts()


def test_a_list_is_told_of_its_rows_page_by_page(
    qtbot: QtBot, panel: ContradictionsPanel, session: Session, project: Project
) -> None:
    pattern = project.facts()[0]
    many = [replace(pattern, id=f"many-{number}", question=f"سؤال {number}؟") for number in range(700)]
    claims = [
        replace(end, claim=replace(end.claim, start=number % 9, end=number % 9 + 1 + number // 9, text="س"))
        for number in range(700)
        for end in pattern.claims[:1]
    ]
    many = [replace(fact, claims=(claim, fact.claims[1])) for fact, claim in zip(many, claims, strict=True)]
    session.announce(project.store_facts(many))
    assert panel.model.total() == 700
    assert panel.model.rowCount() < 700
    panel.step(-1)
    last = panel.current_row()
    assert last is not None
    assert panel.model.position_of(last.id) == 699
    assert panel.list.currentIndex().row() == 699
    panel.filters.words.setText("سؤال 650")
    assert panel.model.total() == 1


def test_long_answers_are_whole_in_the_tooltip(panel: ContradictionsPanel) -> None:
    tip = panel.model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    for words in ("How much does the dam hold?", "أكثر من 40 ألف متر", "نحو 90 ألف متر", "They differ."):
        assert words in tip


def test_pairs_of_a_removed_article_are_not_shown(
    panel: ContradictionsPanel, session: Session, project: Project
) -> None:
    assert session.do(RemoveArticles((project.article_ids()[0],)))
    assert panel.model.total() == 0
    assert panel.model.progress() == (0, 0)
    session.undo()
    assert panel.model.total() == 2


def test_ten_decisions_by_keys_alone(
    qtbot: QtBot, panel: ContradictionsPanel, session: Session, project: Project
) -> None:
    pattern = project.facts()[0]
    claims = [replace(pattern.claims[0], claim=replace(pattern.claims[0].claim, end=60 + at)) for at in range(10)]
    many = [
        replace(pattern, id=f"q{at}", question=f"سؤال {at}؟", claims=(claim, pattern.claims[1]))
        for at, claim in enumerate(claims)
    ]
    session.announce(project.store_facts(many))
    panel.list.setFocus()
    keys = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_1] * 2
    decided = []
    for key in keys:
        row = panel.current_row()
        assert row is not None
        decided.append(row.id)
        focus = panel.window().focusWidget()
        qtbot.keyClick(focus, key)
        qtbot.keyClick(panel.window().focusWidget(), Qt.Key.Key_Space)
    assert len(set(decided)) == 10
    kinds = [project.verdicts()[key].kind for key in decided]
    four = [VerdictKind.CONTRADICTION, VerdictKind.COMPATIBLE, VerdictKind.UPDATE, VerdictKind.DIFFERENT_EVENT]
    assert kinds == [*four, VerdictKind.CONTRADICTION] * 2
    assert panel.progress_label.text() == "10 of 10 decided"


def test_what_another_program_takes_away_is_gone_without_an_error(
    qtbot: QtBot, panel: ContradictionsPanel, session: Session, project: Project
) -> None:
    model = RelationModel(session)
    project.store_facts([])  # and nobody tells the model
    assert model.row_at(0) is None
    assert model.index(0).data() is None
    qtbot.waitUntil(lambda: model.rowCount() == 0)


def test_undo_leads_back_to_the_pair(qtbot: QtBot, panel: ContradictionsPanel, session: Session) -> None:
    panel.list.setFocus()
    first = panel.current_row()
    assert first is not None
    qtbot.keyClick(panel.list, Qt.Key.Key_1)
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert panel.current_row() != first
    session.undo()
    row = panel.current_row()
    assert row is not None
    assert row.id == first.id
    assert panel.model.verdict(row.id).kind is VerdictKind.UNDECIDED


def test_without_any_pair_there_is_only_what_to_do(panel: ContradictionsPanel, session: Session) -> None:
    session.do(RemoveArticles(tuple(session.project.article_ids())))
    assert panel.views.currentWidget() is panel.nothing
    session.undo()
    assert panel.views.currentWidget() is panel.split
    side, detail = panel.split.sizes()
    assert detail > 1.5 * side


def test_where_nothing_passes_one_click_shows_all(qtbot: QtBot, panel: ContradictionsPanel) -> None:
    panel.filters.words.setText("زرافة")
    assert not panel.form.isVisible()
    qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    assert len(questions(panel.model)) == 3
    assert panel.form.isVisible()
    assert panel.filters.words.text() == ""
