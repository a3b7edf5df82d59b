"""Relating two passages from the reader, in a real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui_reading import press, select
from gui_story import BRIDGE, VALLEY
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import RelationKind, Span, VerdictKind, article_id
from core.project import Project
from core.store.rulings import RelateSpans
from gui.app import Desk
from gui.beside.relate import RelateDialog
from gui.main_window import MainWindow

# The platform without a display says so for each dialog and menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def _answer(kind: RelationKind, note: str) -> None:
    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RelateDialog)
        dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
        dialog.note.setText(note)
        dialog.accept()

    QTimer.singleShot(0, act)


def test_two_passages_of_two_articles_are_related_by_two_keys(window: MainWindow, qtbot: QtBot) -> None:
    project, reader = window.session.project, window.reader
    first, second = "افتتاح الجسر الكبير", "وصل سامر نجار"
    select(window, first)
    press(qtbot, window, Qt.Key.Key_X)
    assert reader.banner.isVisible()
    assert first in reader.banner.text.text()
    window.session.go_to(article_id(VALLEY))
    select(window, second)
    _answer(RelationKind.UPDATES, "sujjil")
    press(qtbot, window, Qt.Key.Key_X)
    (fact,) = project.facts()
    assert {claim.article_id for claim in fact.claims} == {article_id(BRIDGE), article_id(VALLEY)}
    assert all(claim.claim.text in (first, second) for claim in fact.claims)
    (verdict,) = project.verdicts().values()
    assert (verdict.kind, verdict.note) == (VerdictKind.UPDATE, "sujjil")
    assert not reader.banner.isVisible()
    window.session.undo()
    assert project.facts() == []


def test_escape_leaves(window: MainWindow, qtbot: QtBot) -> None:
    reader = window.reader
    select(window, "افتتاح")
    press(qtbot, window, Qt.Key.Key_X)
    assert reader.relating.first is not None
    press(qtbot, window, Qt.Key.Key_Escape)
    assert reader.relating.first is None
    assert not reader.banner.isVisible()


def test_without_a_passage_it_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.said):
        press(qtbot, window, Qt.Key.Key_X)
    assert window.reader.relating.first is None


def test_what_was_related_is_in_sight_among_the_contradictions(window: MainWindow) -> None:
    def span(text: str, words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    second = span(VALLEY, "وصل سامر نجار")
    for kind, words in ((RelationKind.CONTRADICTS, "افتتاح الجسر"), (RelationKind.UPDATES, "الكبير")):
        edit = RelateSpans(article_id(BRIDGE), span(BRIDGE, words), article_id(VALLEY), second, kind)
        assert window.session.do(edit)
        row = window.contradictions.current_row()
        assert row is not None
        assert row.relation.kind is kind


def test_what_was_related_before_the_page_was_first_opened_is_in_sight_there(
    open_desk: Callable[..., Desk], project_path: Path
) -> None:
    def related(words: str, kind: RelationKind) -> RelateSpans:
        ends = [
            Span(text.index(said), text.index(said) + len(said)) for text, said in ((BRIDGE, words), (VALLEY, "وصل"))
        ]
        return RelateSpans(article_id(BRIDGE), ends[0], article_id(VALLEY), ends[1], kind)

    with Project.open(project_path) as project:
        project.apply(related("افتتاح الجسر", RelationKind.CONTRADICTS))
    desk = open_desk(project_path)
    assert desk.session.do(related("الكبير", RelationKind.UPDATES))
    desk.window.actions_table["tab_contradictions"].trigger()
    row = desk.window.contradictions.current_row()
    assert row.relation.kind is RelationKind.UPDATES
