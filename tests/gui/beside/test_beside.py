"""What an editor does with articles side by side, done in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QMouseEvent
from pytestqt.qtbot import QtBot

from core.model import Label, Layer, RelationKind, Show, Span, Status, VerdictKind
from core.project import Project
from core.store.edits import RemoveArticles
from gui.beside.view import ARTICLES, BesideView
from gui.main_window import MainWindow
from gui.reader.passage import Passage


def sources(view: BesideView) -> list[str]:
    return [view.choices.name(column.article_id) for column in view.columns]


def ids(view: BesideView) -> dict[str, str]:
    """Article ID by source."""
    return {
        view.choices.name(view.choices.id_at(row)): view.choices.id_at(row) for row in range(view.choices.rowCount())
    }


def span_of(view: BesideView, number: int, words: str) -> Span:
    start = view.columns[number].view.text.index(words)
    return Span(start, start + len(words))


def height(view: BesideView, number: int, words: str) -> int | None:
    """At which height of its column a passage stands."""
    box = view.columns[number].view.passage_box(span_of(view, number, words))
    return None if box is None else box.top()


def test_begins_with_the_two_that_contradict_each_other(beside: BesideView) -> None:
    assert sources(beside) == ["وكالة الموج", "جريدة المرسى"]
    assert beside.tools.chips[Show.CONFLICT].text() == "Contradiction 1"
    assert beside.tools.chips[Show.AGREE].text() == "Agreement 2"


def test_all_columns_are_right_to_left_beside_each_other(beside: BesideView) -> None:
    for column in beside.columns:
        assert column.view._layout.is_right_to_left(0)
        assert column.view.font().pointSizeF() < beside.window().reader.view.font().pointSizeF()
    assert beside.columns[0].x() < beside.gutters[0].x() < beside.columns[1].x()  # English window


def test_in_arabic_the_first_column_is_at_the_right(open_desk: Callable, path: Path) -> None:
    window = open_desk(path, language="ar").window
    window.actions_table["tab_beside"].trigger()
    view = window.tabs.view("beside")
    assert view.columns[0].x() > view.columns[1].x()


def test_a_relation_brings_both_passages_to_one_height_and_shows_why(beside: BesideView, qtbot: QtBot) -> None:
    beside.step(1)
    qtbot.wait(20)
    assert "How many were aboard?" in beside.strip.question.text()
    assert "From both passages." in beside.strip.reason.text()
    first, second = height(beside, 0, "120 راكبا"), height(beside, 1, "95 راكبا")
    assert first is not None
    assert second is not None
    assert abs(first - second) < 45
    assert beside.tools.place.text() == "1 of 3 relations"


def test_keys_go_through_the_relations_and_round(beside: BesideView, qtbot: QtBot) -> None:
    seen = []
    for _ in range(4):
        qtbot.keyClick(beside.columns[0].view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        seen.append(beside._row_of(beside.selected).fact.id)
    assert seen == ["ferry", "date", "captain", "ferry"]
    qtbot.keyClick(beside.columns[0].view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert beside._row_of(beside.selected).fact.id == "captain"
    qtbot.keyClick(beside.columns[0].view, Qt.Key.Key_Escape)
    assert beside.selected == ""
    assert not beside.strip.isVisible()


def test_ribbons_run_from_passage_to_passage(beside: BesideView) -> None:
    beside.step(1)
    ribbon = next(ribbon for ribbon in beside.ribbons.found() if ribbon.row.fact.id == "ferry")
    assert ribbon.whole
    gutter = beside.gutters[0]
    band = ribbon.band.boundingRect()
    assert band.left() == pytest.approx(gutter.x(), abs=2)
    assert band.right() == pytest.approx(gutter.x() + gutter.width(), abs=2)
    for end in ribbon.ends:
        column = beside.columns[end.column]
        words = "120 راكبا" if end.column == 0 else "95 راكبا"
        box = column.view.passage_box(span_of(beside, end.column, words))
        top = column.view.viewport().mapTo(beside.holder, box.topLeft()).y()
        assert end.top == pytest.approx(top, abs=2)


def test_only_what_has_an_end_in_sight_is_drawn_and_follows_scrolling(beside: BesideView) -> None:
    beside.window().actions_table["scroll_together"].setChecked(False)
    beside.step(1)
    before = {ribbon.row.fact.id: ribbon for ribbon in beside.ribbons.found()}
    assert "captain" not in before
    bar = beside.columns[0].view.verticalScrollBar()
    bar.setValue(bar.value() + 1)
    after = {ribbon.row.fact.id: ribbon for ribbon in beside.ribbons.found()}
    assert after["ferry"].ends[0].top < before["ferry"].ends[0].top
    assert after["ferry"].ends[1].top == before["ferry"].ends[1].top
    bar.setValue(bar.value() + 15)  # out of sight above: the ribbon leaves through the upper edge
    left = next(ribbon for ribbon in beside.ribbons.found() if ribbon.row.fact.id == "ferry")
    assert not left.whole
    assert left.ends[0].bottom < left.ends[1].top
    for column in beside.columns:
        column.view.verticalScrollBar().setValue(column.view.verticalScrollBar().maximum())
    assert "ferry" not in {ribbon.row.fact.id for ribbon in beside.ribbons.found()}


def test_scrolling_one_column_brings_the_same_question_in_the_other(beside: BesideView) -> None:
    column = beside.columns[0]
    column.view.show_at_top(span_of(beside, 0, "وأبحرت").start - 300)
    first, second = height(beside, 0, "يوم الأحد"), height(beside, 1, "الأحد 5 مايو")
    assert first is not None
    assert second is not None
    assert abs(first - second) < 45
    beside.window().actions_table["scroll_together"].setChecked(False)
    place = beside.columns[1].view.verticalScrollBar().value()
    column.view.verticalScrollBar().setValue(0)
    assert beside.columns[1].view.verticalScrollBar().value() == place


def test_a_click_on_a_ribbon_selects_it_and_hovering_tells_why(beside: BesideView, qtbot: QtBot) -> None:
    beside.step(1)
    beside.select("")
    gutter = beside.gutters[0]
    ribbon = next(ribbon for ribbon in beside.ribbons.found() if ribbon.row.fact.id == "ferry")
    point = gutter.mapFrom(beside.holder, ribbon.badge.toPoint())
    assert "From both passages." in gutter.words_at(QPointF(point))
    qtbot.mouseMove(gutter, point)
    assert beside.ribbons.hovered == ribbon.row.id
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=point)
    assert beside.selected == ribbon.row.id
    assert beside.strip.isVisible()
    assert gutter.words_at(QPointF(1, gutter.height() - 1)) == ""


def test_a_verdict_by_key_and_its_undo(beside: BesideView, qtbot: QtBot) -> None:
    beside.step(1)
    qtbot.keyClick(beside.columns[0].view, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    project = beside.session.project
    assert project.verdicts()[beside.selected].kind is VerdictKind.CONTRADICTION
    assert beside.strip.buttons[VerdictKind.CONTRADICTION].isChecked()
    assert project.editor in beside.strip.by.text()
    qtbot.mouseClick(beside.strip.buttons[VerdictKind.COMPATIBLE], Qt.MouseButton.LeftButton)
    assert project.verdicts()[beside.selected].kind is VerdictKind.COMPATIBLE
    beside.session.undo()
    assert beside.strip.buttons[VerdictKind.CONTRADICTION].isChecked()
    qtbot.keyClick(beside.columns[0].view, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert beside.selected not in project.verdicts()


def test_the_selected_pair_is_copied_for_a_mail(beside: BesideView, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    view, keys = beside.columns[0].view, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(view, Qt.Key.Key_C, keys)  # nothing is selected
    assert QGuiApplication.clipboard().text() == ""
    beside.step(1)
    qtbot.keyClick(view, Qt.Key.Key_C, keys)
    row = beside._row_of(beside.selected)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(row.question)
    assert all(source in text for source in row.sources)


def test_a_question_stands_above_the_verdicts_where_the_page_is_narrow(
    beside: BesideView, window: MainWindow, qtbot: QtBot
) -> None:
    beside.step(1)
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: not beside.strip.lines[0].folded)
    window.resize(1000, 640)
    qtbot.waitUntil(lambda: beside.strip.lines[0].folded)
    qtbot.waitUntil(lambda: beside.strip.question.height() < 3 * beside.strip.fontMetrics().lineSpacing())
    assert beside.columns[0].pane.source.shown()


def test_the_strip_leads_to_the_review(beside: BesideView, qtbot: QtBot) -> None:
    beside.step(1)
    wanted: list[tuple[str, object]] = []
    beside.session.view_wanted.connect(lambda page, item: wanted.append((page, item)))
    qtbot.keyClick(beside.columns[0].view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert wanted == [("review", beside.selected)]


@pytest.mark.parametrize("number", [0, 1])
def test_each_column_is_edited_and_the_other_is_left_alone(beside: BesideView, qtbot: QtBot, number: int) -> None:
    column, other = beside.columns[number], beside.columns[1 - number]
    column.view.setFocus()
    column.view.set_selection(span_of(beside, number, "القبطان سالم"))
    other.view.set_selection(span_of(beside, 1 - number, "العبارة"))
    qtbot.keyClick(column.view, Qt.Key.Key_1)
    project = beside.session.project
    made = [mark for mark in project.annotations(column.article_id) if mark.layer is Layer.ENTITY]
    assert [mark.label for mark in made] == [Label.PER]
    assert made[0].status is Status.ADDED
    assert project.annotations(other.article_id) == []
    assert column.view.current is not None  # painted and current at once
    qtbot.keyClick(column.view, Qt.Key.Key_Delete)
    assert [mark for mark in project.annotations(column.article_id) if mark.status is not Status.REJECTED] == []


def test_undo_stays_on_the_page_that_shows_it(beside: BesideView, window: MainWindow, qtbot: QtBot) -> None:
    column = beside.columns[1]
    column.view.setFocus()
    column.view.set_selection(span_of(beside, 1, "القبطان سالم"))
    qtbot.keyClick(column.view, Qt.Key.Key_1)
    qtbot.keyClick(column.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.session.project.annotations(column.article_id) == []
    assert window.tabs.page_id() == "beside"


def test_each_column_finds_in_its_own_article(beside: BesideView, window: MainWindow, qtbot: QtBot) -> None:
    beside.columns[1].view.setFocus()
    qtbot.keyClick(beside.columns[1].view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert beside.columns[1].pane.find_bar.isVisible()
    assert not beside.columns[0].pane.find_bar.isVisible()
    assert not window.reader.find_bar.isVisible()


def test_the_size_of_the_text_follows(beside: BesideView, window: MainWindow, qtbot: QtBot) -> None:
    before = beside.columns[0].view.font().pointSizeF()
    window.actions_table["zoom_in"].trigger()
    qtbot.waitUntil(lambda: beside.columns[0].view.font().pointSizeF() > before)


def test_commands_go_back_to_the_reader_with_its_page(beside: BesideView, window: MainWindow, qtbot: QtBot) -> None:
    window.actions_table["tab_article"].trigger()
    window.reader.open(beside.columns[0].article_id, Span(0, 1))
    beside.columns[0].view.set_selection(span_of(beside, 0, "القبطان سالم"))
    qtbot.waitUntil(window.reader.view.hasFocus)
    assert window.actions_table["find"].isEnabled()
    window.reader.view.set_selection(Span(2, 5))
    qtbot.keyClick(window.reader.view, Qt.Key.Key_1)
    assert [mark.span for mark in window.session.project.annotations(window.reader.article_id)] == [Span(2, 5)]


def drop(view: BesideView, passage: Passage, number: int, point: QPoint) -> bool:
    """Drop a passage on a column; whether it was taken."""
    data = passage.mime()
    viewport = view.columns[number].view.viewport()
    how = Qt.DropAction.LinkAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QCoreApplication.sendEvent(viewport, QDragEnterEvent(point, *how))
    event = QDropEvent(QPointF(point), *how)
    event.ignore()
    QCoreApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_dragging_one_passage_to_another_relates_them(
    beside: BesideView, qtbot: QtBot, answer: list[RelationKind]
) -> None:
    answer.append(RelationKind.CONTRADICTS)
    first, second = beside.columns
    for number in (0, 1):
        beside.columns[number].view.show_at_top(0)
    target = span_of(beside, 1, "خبر العبارة")
    second.view.set_selection(target)
    assert first.view.article is not None
    passage = Passage.of(first.view.article, span_of(beside, 0, "خبر العبارة"))
    assert drop(beside, passage, 1, second.view.passage_box(target).center())
    qtbot.waitUntil(lambda: beside.selected != "")
    row = beside._row_of(beside.selected)
    assert row is not None
    assert {row.a.claim.text, row.b.claim.text} == {"خبر العبارة"}
    assert row.relation.show is Show.CONFLICT
    assert beside.session.project.verdicts()[row.id].note == "راجعت الميناء"
    beside.session.undo()
    assert beside.selected == ""


def test_a_passage_is_not_related_to_itself(beside: BesideView, answer: list[RelationKind]) -> None:
    view = beside.columns[0].view
    view.show_at_top(0)
    span = span_of(beside, 0, "خبر العبارة")
    view.set_selection(span)
    assert view.article is not None
    assert not drop(beside, Passage.of(view.article, span), 0, view.passage_box(span).center())
    assert not answer


def test_the_knob_beside_a_selection_is_what_is_dragged(
    beside: BesideView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gutter = beside.gutters[0]
    assert gutter.knob is None
    beside.columns[0].view.show_at_top(0)
    beside.columns[0].view.set_selection(span_of(beside, 0, "خبر العبارة"))
    dragged: list[Passage] = []
    monkeypatch.setattr(gutter, "start_drag", dragged.append)
    place = gutter.knob
    assert place is not None
    assert "Ctrl+L" in gutter.words_at(QPointF(place))
    qtbot.mousePress(gutter, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(gutter, place + QPoint(40, 0))
    assert [passage.text for passage in dragged] == ["خبر العبارة"]


def test_a_mark_is_drawn_out_of_its_column_by_its_words(
    beside: BesideView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = beside.columns[0].view
    view.show_at_top(0)
    view.set_selection(span_of(beside, 0, "خبر العبارة"))
    qtbot.keyClick(view, Qt.Key.Key_1)
    view.select(None)
    dragged: list[Passage] = []
    monkeypatch.setattr("gui.beside.row.start_drag", lambda _source, passage: dragged.append(passage))
    place = view.passage_box(span_of(beside, 0, "خبر العبارة"))
    assert place is not None
    viewport, point = view.viewport(), place.center()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=point)
    buttons = Qt.MouseButton.LeftButton
    for x in (point.x() - 20, -30):
        where = QPointF(x, point.y())
        move = QMouseEvent(
            QEvent.Type.MouseMove, where, viewport.mapToGlobal(where), Qt.MouseButton.NoButton, buttons,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QCoreApplication.sendEvent(viewport, move)
    assert [passage.text for passage in dragged] == ["خبر العبارة"]
    assert view.selected_span() is None
    qtbot.mouseMove(viewport, point)  # the text has let go of the mouse
    assert view.selected_span() is None


def test_relating_by_keys_alone(beside: BesideView, qtbot: QtBot, answer: list[RelationKind]) -> None:
    answer.append(RelationKind.CORROBORATES)
    first, second = beside.columns
    first.view.set_selection(span_of(beside, 0, "خبر العبارة"))
    qtbot.keyClick(first.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert beside.hint.isVisible()
    assert second.view.hasFocus()
    second.view.set_selection(span_of(beside, 1, "خبر العبارة"))
    qtbot.keyClick(second.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not beside.hint.isVisible()
    row = beside._row_of(beside.selected)
    assert row is not None
    assert row.relation.show is Show.AGREE


def test_articles_are_chosen_added_and_taken_out(beside: BesideView, qtbot: QtBot) -> None:
    third = ids(beside)["قناة الشراع"]
    beside._choose(beside.columns[1], third)
    assert sources(beside) == ["وكالة الموج", "قناة الشراع"]
    qtbot.keyClick(
        beside.columns[0].view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert sources(beside) == ["وكالة الموج", "قناة الشراع", "جريدة المرسى"]
    assert len(beside.gutters) == 2
    assert len(beside._rows) == 5
    beside._choose(beside.columns[0], third)  # is there already: the two change places
    assert sources(beside) == ["قناة الشراع", "وكالة الموج", "جريدة المرسى"]
    assert not beside.window().actions_table["add_column"].isEnabled()
    beside.columns[2].view.setFocus()
    qtbot.keyClick(beside.columns[2].view, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert sources(beside) == ["قناة الشراع", "وكالة الموج"]
    assert not beside.window().actions_table["close_column"].isEnabled()


def test_a_ribbon_passes_beneath_the_text_of_a_column_between(beside: BesideView) -> None:
    beside.show_articles([ids(beside)[name] for name in ("وكالة الموج", "قناة الشراع", "جريدة المرسى")])
    row = next(row for row in beside._rows if row.fact.id == "ferry" and row.relation.show is Show.CONFLICT)
    beside.select(row.id)
    ribbon = next(ribbon for ribbon in beside.ribbons.found() if ribbon.row.id == row.id)
    assert [end.column for end in ribbon.ends] == [0, 2]
    assert ribbon.band.boundingRect().width() > beside.columns[1].width()


def test_relations_are_filtered_by_what_they_are_shown_as(beside: BesideView) -> None:
    beside.tools.chips[Show.AGREE].click()
    assert {row.relation.show for row in beside._rows} == {Show.CONFLICT}
    date = next(key for key in beside.session.project.relation_keys([Show.AGREE]) if key.fact_id == "date")
    beside.show_item(date.id)  # another page leads to one that is hidden
    assert beside.selected == date.id
    assert beside.tools.chips[Show.AGREE].isChecked()


def test_other_pages_lead_here(beside: BesideView, window: MainWindow) -> None:
    key = next(key for key in window.session.project.relation_keys([Show.CHECK]))
    window.session.view_wanted.emit("beside", key.id)
    assert set(sources(beside)) == {"جريدة المرسى", "قناة الشراع"}
    assert beside.selected == key.id
    window.session.view_wanted.emit("beside", "ferry")
    assert len(beside.columns) == 3
    assert beside._row_of(beside.selected).fact.id == "ferry"
    window.session.view_wanted.emit("beside", [ids(beside)["قناة الشراع"], ids(beside)["وكالة الموج"]])
    assert len(beside.columns) == 3  # both are there already
    window.session.view_wanted.emit("beside", "gone")
    assert len(beside.columns) == 3


def test_the_contradictions_lead_here(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_table["tab_contradictions"].trigger()
    window.contradictions.select_first_undecided()
    window.contradictions.list.setFocus()
    qtbot.keyClick(window.contradictions.list, Qt.Key.Key_B)
    assert window.tabs.page_id() == "beside"
    assert window.tabs.view("beside").selected == window.contradictions.current_row().id


def test_the_list_of_articles_leads_here(window: MainWindow) -> None:
    window.articles.view.selectAll()
    window.actions_table["compare_articles"].trigger()
    assert window.tabs.page_id() == "beside"
    assert len(window.tabs.view("beside").columns) == 3


def test_the_articles_are_there_again_the_next_day(
    beside: BesideView, open_desk: Callable, path: Path, window: MainWindow
) -> None:
    beside._choose(beside.columns[1], ids(beside)["قناة الشراع"])
    window.close()
    beside.session.project.close()
    with Project.open(path) as project:
        assert len(project.setting(ARTICLES).split()) == 2


def test_a_removed_article_leaves_the_page(beside: BesideView) -> None:
    gone = beside.columns[1].article_id
    assert beside.session.do(RemoveArticles((gone,)))
    assert gone not in [column.article_id for column in beside.columns]
    assert len(beside.columns) == 2


def test_with_one_article_it_says_what_to_do(beside: BesideView) -> None:
    for _ in range(2):
        assert beside.session.do(RemoveArticles((beside.columns[-1].article_id,)))
    assert beside._pages.currentIndex() == 1


def test_everything_has_a_name_for_screen_readers(beside: BesideView) -> None:
    beside.step(1)
    for column in beside.columns:
        assert column.view.accessibleName() == f"Article: {beside.choices.name(column.article_id)}"
        assert column.chooser.accessibleName()
        assert column.close_button.accessibleName()
    assert beside.strip.sign.accessibleName() == "Contradiction"
    assert all(gutter.accessibleName() for gutter in beside.gutters)
