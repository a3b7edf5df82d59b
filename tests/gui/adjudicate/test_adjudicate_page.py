"""Two editors decided differently on one pair and on one mark: a third settles it in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from gui_story import bridge_analysis, valley_analysis
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.model import ArticleClaim, Claim, ClaimKind, Fact, Reason, Relation, RelationKind, Show, Span, Status
from core.model import VerdictKind as Kind
from core.project import Project
from core.store.edits import SetStatus, SetVerdict
from core.team.merge import merge
from gui.adjudicate.page import AdjudicatePage
from gui.app import Desk


def relation() -> tuple[Fact, str]:
    """One question that both articles answer."""
    ends = []
    for analysis in (bridge_analysis(), valley_analysis()):
        text = analysis.article.text
        words = text.split("\n")[-1].split()[0] if text.split("\n")[-1].split() else text.split()[0]
        start = text.index(words)
        claim = Claim(start, start + len(words), words, ClaimKind.OTHER, Span(start, start + len(words)))
        ends.append(ArticleClaim(analysis.article.id, claim))
    pair = Relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT, 0.9, "1", "مختلفان.", "They differ.")
    fact = Fact("f", "متى يفتح الجسر؟", "When does the bridge open?", ClaimKind.OTHER, "", tuple(ends), (pair,))
    return fact, fact.relation_id(pair)


@pytest.fixture
def disputed(project_path: Path, tmp_path: Path) -> tuple[Path, str, str]:
    """The merged project of two editors; the key of the pair, the ID of the mark."""
    fact, key = relation()
    with Project.open(project_path) as project:
        project.store_facts([fact])
        mark = project.annotations(bridge_analysis().article.id)[0].id
    paths = []
    for editor, kind, status in (
        ("سلمى", Kind.CONTRADICTION, Status.ACCEPTED),
        ("كريم", Kind.COMPATIBLE, Status.REJECTED),
    ):
        path = tmp_path / f"{editor}.mizan"
        shutil.copy(project_path, path)
        with Project.open(path, editor) as project:
            project.apply(SetVerdict((key,), kind, Reason.DATE, f"رأي {editor}"))
            project.apply(SetStatus((mark,), status))
        paths.append(path)
    merge(tmp_path / "both.mizan", paths)
    return tmp_path / "both.mizan", key, mark


@pytest.fixture
def page(disputed: tuple[Path, str, str], open_desk: Callable[..., Desk], qtbot: QtBot) -> AdjudicatePage:
    window = open_desk(disputed[0]).window
    assert window is not None
    qtbot.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    page = window.tabs.view("adjudicate")
    assert isinstance(page, AdjudicatePage)
    assert page.isVisible()
    page.show_item(disputed[1])
    return page


def press(qtbot: QtBot, page: AdjudicatePage, key: Qt.Key) -> None:
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    qtbot.keyClick(page.list, key)


def test_the_versions_stand_beside_each_other_with_who_said_so(
    page: AdjudicatePage, qtmodeltester: ModelTester
) -> None:
    assert {
        (card.said.text().strip("\u200e\u200f"), card.note.text().strip("\u200e\u200f")) for card in page.cards
    } == {
        ("تناقض", "اختلاف التاريخ\nرأي سلمى"),
        ("متوافقان", "اختلاف التاريخ\nرأي كريم"),
    }
    assert [view.isVisible() for view in page.passages] == [True, True]
    assert all(view.text.toPlainText() for view in page.passages)
    assert page.progress.maximum() == 2
    qtmodeltester.check(page.model)


def test_one_key_settles_and_goes_on_and_undo_brings_it_back(
    page: AdjudicatePage, disputed: tuple[Path, str, str], qtbot: QtBot
) -> None:
    project = page.session.project
    first = page.cards[0].version
    press(qtbot, page, Qt.Key.Key_1)
    assert project.verdicts()[disputed[1]].kind is first.value.kind
    assert [one.key for one in project.clashes()] == [disputed[2]]
    assert page.current().key == disputed[2]
    page.session.undo()
    assert len(project.clashes()) == 2
    assert page.current().key == disputed[1]


def test_the_one_who_settled_is_remembered(page: AdjudicatePage, disputed: tuple[Path, str, str], qtbot: QtBot) -> None:
    press(qtbot, page, Qt.Key.Key_2)
    press(qtbot, page, Qt.Key.Key_H)
    page.show_item(disputed[1])
    assert page.current().settled
    assert page.session.project.editor in page.by.text()
    assert len(page.cards) == 2


def test_another_verdict_than_both_can_be_the_final_one(
    page: AdjudicatePage, disputed: tuple[Path, str, str], qtbot: QtBot
) -> None:
    action = page.other.menu().actions()[2]
    action.trigger()
    assert page.session.project.verdicts()[disputed[1]].kind is Kind.UPDATE
    (clash,) = [one for one in page.session.project.clashes(settled=True) if one.key == disputed[1]]
    assert clash.settled
    assert {one.editor for one in clash.versions} >= {"سلمى", "كريم"}


def test_it_leads_to_the_place(page: AdjudicatePage, disputed: tuple[Path, str, str], qtbot: QtBot) -> None:
    wanted: list[tuple[str, object]] = []
    page.session.view_wanted.connect(lambda view, item: wanted.append((view, item)))
    press(qtbot, page, Qt.Key.Key_B)
    assert wanted == [("beside", disputed[1])]


def test_without_clashes_the_page_says_what_it_is_for(
    open_desk: Callable[..., Desk], project_path: Path, qtbot: QtBot
) -> None:
    window = open_desk(project_path).window
    assert window is not None
    window.tabs.show_page("adjudicate")
    page = window.tabs.view("adjudicate")
    assert isinstance(page, AdjudicatePage)
    assert page.empty.isVisible()
    assert "زميل" in page.empty.text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_mark_can_end_as_none_of_the_editors_had_it(
    page: AdjudicatePage, disputed: tuple[Path, str, str], qtbot: QtBot
) -> None:
    project, key = page.session.project, disputed[2]
    page.show_item(key)
    before = {one.editor: (one.value, one.out) for one in page.current().versions}
    mark = next(one.value for one in page.current().versions if not one.out)
    view = page.passages[0].text
    cursor = view.textCursor()
    start = view.toPlainText().index(mark.item.text)
    cursor.setPosition(start)
    cursor.setPosition(start + len(mark.item.text) + 4, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    wanted = page.passages[0].selected()
    assert wanted is not None
    assert wanted.end > mark.item.end

    def take_the_second(menu: QMenu) -> None:
        """By its key, once the menu is open."""
        if menu.isVisible():
            qtbot.keyClick(menu, Qt.Key.Key_2)
        menu.close()

    menu = page.other.menu()
    menu.aboutToShow.connect(lambda: QTimer.singleShot(100, lambda: take_the_second(menu)))
    press(qtbot, page, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: key not in {one.key for one in project.clashes()})
    made = project.annotation(key)
    assert made is not None
    assert made.span == wanted
    assert made.label != mark.label
    assert made.status is Status.CHANGED
    assert made.editor == project.editor
    page.settled.setChecked(True)
    page.show_item(key)
    assert page.current().settled
    assert {one.editor: (one.value, one.out) for one in page.current().versions} == before
    assert project.editor in page.by.text()
    assert project.check() == []
    page.session.undo()
    assert key in {one.key for one in project.clashes()}
    assert project.annotation(key) != made
