"""What an editor does with the matrix, done in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from matrix_story import articles, facts
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from core.model import Show
from core.store.edits import RemoveArticles
from gui.compare.questions import QuestionDialog
from gui.main_window import MainWindow
from gui.matrix.model import Answer, Filter, MatrixModel
from gui.matrix.view import MatrixView


def questions(view: MatrixView) -> list[str]:
    side = Qt.Orientation.Vertical
    return [view.model.headerData(row, side) for row in range(view.model.rowCount())]


def sources(view: MatrixView) -> list[str]:
    return [source.name for source in view.model.columns]


def cell(view: MatrixView, question: str, source: str) -> list[str]:
    """The lines of a cell, without marks of direction."""
    index = view.model.index(questions(view).index(question), sources(view).index(source))
    marks = dict.fromkeys(map(ord, "\u200e\u200f\u2066\u2067\u2068\u2069"))
    return index.data().translate(marks).splitlines()


def test_every_question_by_every_source_that_answers(matrix: MatrixView) -> None:
    assert questions(matrix) == ["How many ships?", "When does the harbour open?", "What is torn down?"]
    assert sources(matrix) == [
        "وكالة الموج",
        "جريدة المرسى",
        "قناة الشراع",
    ]  # who answers most first; silent ones left out
    assert cell(matrix, "How many ships?", "جريدة المرسى") == ["25 سفينة"]
    assert cell(matrix, "What is torn down?", "جريدة المرسى") == []
    assert matrix.count.text() == "3 of 3 questions, 3 sources"


def test_a_cell_says_value_manner_and_who_says_it(matrix: MatrixView) -> None:
    first, *rest = cell(matrix, "How many ships?", "وكالة الموج")
    assert first == "40 سفينة · الإدارة → وكالة"
    assert rest == ["50 سفينة · possible", "60 سفينة · possible"]
    assert cell(matrix, "How many ships?", "قناة الشراع") == ["40 سفينة · denied"]


def test_a_statement_stands_in_its_cell_in_its_own_words(matrix: MatrixView) -> None:
    fact = facts(articles())[2]
    (said,) = fact.claims
    keyed = replace(said, claim=replace(said.claim, value="هدم"))
    matrix.session.announce(matrix.session.project.store_facts([replace(fact, claims=(keyed,))]))
    assert cell(matrix, "What is torn down?", "قناة الشراع") == ["الرصيف القديم"]
    column = sources(matrix).index("قناة الشراع")
    (answer,) = matrix.model.answers(questions(matrix).index("What is torn down?"), column)
    assert answer.is_quoted
    assert not Answer(facts(articles())[1].claims[0], None).is_quoted  # a figure


def test_answers_know_their_most_serious_relation(matrix: MatrixView) -> None:
    shows = [[answer.show for answer in matrix.model.answers(0, column)] for column in range(3)]
    assert shows == [[Show.CONFLICT, None, None], [Show.CONFLICT], [Show.CHECK]]


def test_answers_that_agree_stand_on_one_side_of_a_dispute(matrix: MatrixView) -> None:
    assert [[answer.side for answer in matrix.model.answers(0, column)] for column in range(3)] == [
        [0, None, None],
        [1],
        [None],
    ]
    assert all(answer.side is None for answer in matrix.model.answers(1, 0))
    tip = matrix.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "The same letter" in tip
    fact = facts(articles())[1]
    agree = replace(fact.relations[1], show=Show.AGREE)
    matrix.session.project.store_facts([replace(fact, relations=(fact.relations[0], agree))])
    matrix.model.reload()
    assert [matrix.model.answers(0, column)[0].side for column in range(3)] == [0, 1, 0]


def test_the_first_source_is_at_the_right_in_arabic_beside_the_questions(open_desk: Callable, path: Path) -> None:
    window = open_desk(path, language="ar").window
    window.actions_table["tab_matrix"].trigger()
    view = window.tabs.view("matrix")
    table = view.table
    assert table.columnViewportPosition(0) > table.columnViewportPosition(1)
    assert view.header.x() > table.viewport().x()
    assert questions(view)[0] == "كم سفينة في الميناء؟"


def test_the_questions_stay_in_sight_while_the_sources_scroll(matrix: MatrixView) -> None:
    before = matrix.header.geometry()
    matrix.table.horizontalScrollBar().setValue(matrix.table.horizontalScrollBar().maximum())
    assert matrix.header.geometry() == before
    heights = {matrix.table.rowHeight(row) for row in range(3)}
    assert len(heights) == 1


def test_a_click_opens_the_passages_and_those_against_them(matrix: MatrixView, qtbot: QtBot) -> None:
    index = matrix.model.index(0, 1)
    place = matrix.table.visualRect(index).center()
    qtbot.mouseClick(matrix.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert matrix.passages.isVisible()
    shown = [
        view.source.text().strip("\u200e\u200f\u2068\u2069") for view in matrix.passages.views if not view.isHidden()
    ]
    assert shown == ["جريدة المرسى", "وكالة الموج"]
    assert [view.marked() for view in matrix.passages.views][:2] == ["25 سفينة", "40 سفينة"]
    qtbot.keyClick(matrix.table, Qt.Key.Key_Right)  # the passages follow the keyboard
    assert matrix.passages.views[0].marked() == "40 سفينة"
    qtbot.keyClick(matrix.table, Qt.Key.Key_Escape)
    assert not matrix.passages.isVisible()


def test_by_keys_to_the_next_dispute_and_into_the_article(matrix: MatrixView, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix.table, Qt.Key.Key_N)
    assert matrix.table.currentIndex().row() == 0
    assert matrix.passages.isVisible()
    matrix.passages.views[0].open.click()
    assert window.tabs.page_id() == "article"
    assert window.reader.article_id == articles()["وكالة الموج"].id


def test_the_keyboard_arrives_at_an_answer_not_at_a_silent_source(
    matrix: MatrixView, window: MainWindow, qtbot: QtBot
) -> None:
    def answers() -> list[Answer]:
        index = matrix.table.currentIndex()
        return matrix.model.answers(index.row(), index.column())

    assert answers()
    matrix.tools.words.setFocus()
    qtbot.keyClicks(matrix.tools.words, "torn")
    matrix.tools.ask(replace(matrix.tools.wanted(), hide_silent=False))
    qtbot.keyClick(matrix.tools.words, Qt.Key.Key_Return)
    assert matrix.table.hasFocus()
    assert matrix.table.currentIndex().column() > 0
    assert answers()
    window.actions_table["tab_article"].trigger()
    matrix.table.setCurrentIndex(QModelIndex())
    window.actions_table["tab_matrix"].trigger()
    assert answers()


def test_the_sources_of_a_question_side_by_side(matrix: MatrixView, window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix.table, Qt.Key.Key_N)
    qtbot.keyClick(matrix.table, Qt.Key.Key_B)
    assert window.tabs.page_id() == "beside"
    beside = window.tabs.view("beside")
    assert len(beside.columns) == 3
    assert beside._row_of(beside.selected).fact.id == "ships"


def test_its_pairs(matrix: MatrixView, qtbot: QtBot) -> None:
    wanted: list[tuple[str, object]] = []
    matrix.session.view_wanted.connect(lambda page, item: wanted.append((page, item)))
    qtbot.keyClick(matrix.table, Qt.Key.Key_N)
    qtbot.keyClick(matrix.table, Qt.Key.Key_V)
    fact = facts(articles())[1]
    assert wanted == [("review", fact.relation_id(fact.relations[0]))]


def test_filters(matrix: MatrixView, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix.table, Qt.Key.Key_F)
    assert matrix.tools.words.hasFocus()
    matrix.tools.words.insert("الرصيف")  # in a claim only
    qtbot.waitUntil(lambda: questions(matrix) == ["What is torn down?"])
    assert sources(matrix) == ["قناة الشراع"]
    matrix.tools.words.setText("nothing of the kind")
    qtbot.keyClick(matrix.tools.words, Qt.Key.Key_Return)
    assert matrix._pages.currentIndex() == 1
    matrix.again.click()
    qtbot.waitUntil(lambda: len(questions(matrix)) == 3)
    matrix.tools.disputed.setChecked(True)
    qtbot.waitUntil(lambda: questions(matrix) == ["How many ships?"])
    matrix.tools.disputed.setChecked(False)
    matrix.tools.show_.setCurrentIndex(matrix.tools.show_.findData("agree"))
    qtbot.waitUntil(lambda: questions(matrix) == ["When does the harbour open?"])
    matrix.tools.show_.setCurrentIndex(0)
    matrix.tools.kind.setCurrentIndex(matrix.tools.kind.findData("other"))
    qtbot.waitUntil(lambda: questions(matrix) == ["What is torn down?"])


def test_a_source_is_left_out_and_its_own_questions_with_it(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.tools.menu.aboutToShow.emit()
    names = [action.text().strip("\u200e\u200f") for action in matrix.tools.menu.actions()]
    matrix.tools.menu.actions()[names.index("قناة الشراع")].trigger()
    qtbot.waitUntil(lambda: sources(matrix) == ["وكالة الموج", "جريدة المرسى"])
    assert "What is torn down?" not in questions(matrix)
    matrix.tools.menu.actions()[0].trigger()  # silent sources are shown
    qtbot.waitUntil(lambda: "صحيفة صامتة" in sources(matrix))


def test_order_and_groups(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.tools.order.setCurrentIndex(matrix.tools.order.findData("question"))
    qtbot.waitUntil(lambda: questions(matrix)[0] == "How many ships?" and questions(matrix)[1] == "What is torn down?")
    matrix.tools.order.setCurrentIndex(matrix.tools.order.findData("sources"))
    matrix.tools.group.setCurrentIndex(matrix.tools.group.findData("kind"))
    qtbot.waitUntil(lambda: matrix.model.rowCount() == 6)
    assert questions(matrix)[:2] == ["How many", "How many ships?"]
    assert matrix.table.rowHeight(0) < matrix.table.rowHeight(1)
    assert matrix.model.flags(matrix.model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert matrix.model.answers(0, 0) == []
    matrix.tools.group.setCurrentIndex(matrix.tools.group.findData("event"))
    qtbot.waitUntil(lambda: questions(matrix)[0] == "رسو")
    assert "—" in questions(matrix)


def test_copy_takes_what_is_shown_or_selected(matrix: MatrixView, qtbot: QtBot) -> None:
    qtbot.keyClick(matrix.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Question", "Event", "Relation", *sources(matrix)]
    assert lines[1].split("\t")[:3] == ["How many ships?", "رسو", "Contradiction"]
    assert lines[1].split("\t")[4] == "25 سفينة"
    assert len(lines) == 4
    assert "<td" in QGuiApplication.clipboard().mimeData().html()
    matrix._go(0)
    qtbot.keyClick(matrix.table, Qt.Key.Key_Down)
    qtbot.keyClick(matrix.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    matrix.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".html", ""])
def test_export_writes_what_is_shown(
    matrix: MatrixView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, suffix: str
) -> None:
    path = tmp_path / f"out{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(matrix.session.said):
        qtbot.keyClick(
            matrix.table, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
    written = path if suffix else tmp_path / "out.xlsx"
    assert written.stat().st_size > 100
    if suffix in (".csv", ".html"):
        assert "25 سفينة" in written.read_text("utf-8-sig")


def test_what_cannot_be_written_is_said(matrix: MatrixView, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(matrix.session.failed):
        matrix.export_to(tmp_path / "none" / "out.csv")


def test_it_follows_the_project_and_keeps_the_place(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.show_item("quay")
    assert questions(matrix)[matrix.table.currentIndex().row()] == "What is torn down?"
    known = articles()
    assert matrix.session.do(RemoveArticles((known["جريدة المرسى"].id,)))
    assert sources(matrix) == ["وكالة الموج", "قناة الشراع"]
    assert questions(matrix)[matrix.table.currentIndex().row()] == "What is torn down?"
    matrix.session.undo()
    assert len(sources(matrix)) == 3


def test_a_question_that_the_filter_hides_is_shown_when_asked_for(matrix: MatrixView, qtbot: QtBot) -> None:
    matrix.tools.disputed.setChecked(True)
    qtbot.waitUntil(lambda: len(questions(matrix)) == 1)
    matrix.session.view_wanted.emit("matrix", "day")
    assert questions(matrix)[matrix.table.currentIndex().row()] == "When does the harbour open?"
    assert matrix.passages.isVisible()


def test_copies_of_one_text_are_one_voice(matrix: MatrixView) -> None:
    role = MatrixModel.VoicesRole
    told = [matrix.model.headerData(row, Qt.Orientation.Vertical, role) for row in range(matrix.model.rowCount())]
    assert dict(zip(questions(matrix), told, strict=True)) == {
        "How many ships?": 0,
        "When does the harbour open?": 1,  # as the comparison kept it in the file
        "What is torn down?": 0,
    }
    assert "1 voice" in matrix.header._asked(matrix.model.line(1), told[1])
    tip = matrix.model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "copies of one text count once" in tip
    assert "voice" not in matrix.header._asked(matrix.model.line(0), told[0])


def test_nothing_to_compare_says_what_to_do(open_desk: Callable, tmp_path: Path) -> None:
    window = open_desk(tmp_path / "empty.mizan", create=True, language="en").window
    window.actions_table["tab_matrix"].trigger()
    view = window.tabs.view("matrix")
    assert view._pages.currentIndex() == 1
    assert "Add at least two articles" in view.empty.text()
    assert not view.again.isVisible()


def test_screen_readers_are_told_of_cells_and_controls(matrix: MatrixView) -> None:
    said = matrix.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "جريدة المرسى" in said
    assert "25" in said
    assert "How many ships?" in said
    silent = matrix.model.index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "says nothing on this" in silent
    assert matrix.table.accessibleName()
    for control in (matrix.tools.words, matrix.tools.kind, matrix.tools.show_, matrix.tools.order, matrix.tools.group):
        assert control.accessibleName()


@pytest.mark.parametrize("group", ["", "event", "kind"])
def test_the_model_keeps_its_word(matrix: MatrixView, group: str) -> None:
    model = MatrixModel(matrix.session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_filter(Filter(group=group, hide_silent=False))
    model.set_filter(Filter(words="40", order="question"))
    model.reload()
    assert tester.model() is model


def test_a_question_is_put_into_other_words_where_it_is_read(matrix: MatrixView, qtbot: QtBot) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        dialog.field.setText("How many vessels?")
        dialog.accept()

    QTimer.singleShot(0, fill)
    qtbot.keyClick(matrix.table, Qt.Key.Key_F2)
    assert "How many vessels?" in questions(matrix)
    assert questions(matrix)[matrix.table.currentIndex().row()] == "How many vessels?"
    matrix._actions["matrix_restore_question"].trigger()
    assert "How many ships?" in questions(matrix)


def test_questions_are_merged_and_split_from_their_menu(matrix: MatrixView, monkeypatch: pytest.MonkeyPatch) -> None:
    def tick(*words: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QuestionDialog)
        for each in words:
            item = next(iter(dialog.list.findItems(each, Qt.MatchFlag.MatchContains)))
            item.setCheckState(Qt.CheckState.Checked)
        dialog.accept()

    opened: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: opened.append(menu))

    def click(row: int, action_id: str) -> None:
        matrix.header.customContextMenuRequested.emit(QPoint(20, matrix.header.sectionViewportPosition(row) + 5))
        action = matrix._actions[action_id]
        assert matrix.table.currentIndex().row() == row
        assert action in opened[-1].actions()
        assert action.isEnabled()
        action.trigger()

    QTimer.singleShot(0, lambda: tick("When does"))
    row = questions(matrix).index("What is torn down?")
    click(row, "matrix_merge_questions")
    assert len(questions(matrix)) == 2
    matrix.session.undo()
    assert len(questions(matrix)) == 3
    row = questions(matrix).index("How many ships?")
    QTimer.singleShot(0, lambda: tick("50 سفينة"))
    click(row, "matrix_split_question")
    assert len(questions(matrix)) == 4
