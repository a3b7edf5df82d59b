"""A desk of two: projects are merged in the window, a packet goes out and comes back, agreement is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui_story import bridge_analysis, valley_analysis
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from core.model import ArticleClaim, Claim, ClaimKind, Fact, Relation, RelationKind, Show, Span, Status, VerdictKind
from core.project import Project, ReviewFilter
from core.store.assigning import AssignArticles
from core.store.edits import SetStatus, SetVerdict
from core.team import packet as packets
from gui.app import Desk
from gui.dialogs import packet_dialog
from gui.dialogs.agreement_dialog import AgreementDialog
from gui.dialogs.merge_dialog import MergeDialog
from gui.dialogs.packet_dialog import PacketDialog
from gui.main_window import MainWindow
from gui.models.article_model import AssigneeRole

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def question() -> tuple[Fact, str]:
    ends = []
    for analysis in (bridge_analysis(), valley_analysis()):
        words = analysis.article.text.split()[1]
        start = analysis.article.text.index(words)
        span = Span(start, start + len(words))
        ends.append(ArticleClaim(analysis.article.id, Claim(span.start, span.end, words, ClaimKind.OTHER, span)))
    pair = Relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT, 0.9, "1", "مختلفان.", "They differ.")
    fact = Fact("f", "متى يفتح الجسر؟", "When does it open?", ClaimKind.OTHER, "", tuple(ends), (pair,))
    return fact, fact.relation_id(pair)


@pytest.fixture
def key(project_path: Path) -> str:
    """The pair of the project."""
    fact, key = question()
    with Project.open(project_path, "سلمى") as project:
        project.store_facts([fact])
        project.mark_compared(project.count_edits())
    return key


@pytest.fixture
def colleague(key: str, project_path: Path, tmp_path: Path) -> Path:
    """Karim's copy, in which he decided; the own project has another verdict."""
    path = tmp_path / "كريم.mizan"
    shutil.copy(project_path, path)
    with Project.open(path, "كريم") as project:
        project.apply(SetVerdict((key,), VerdictKind.COMPATIBLE, note="نطاقان"))
        mark = project.annotations(bridge_analysis().article.id)[0]
        project.apply(SetStatus((mark.id,), Status.ACCEPTED))
    with Project.open(project_path, "سلمى") as project:
        project.apply(SetVerdict((key,), VerdictKind.CONTRADICTION))
    return path


@pytest.fixture
def shown(colleague: Path, open_desk: Callable[..., Desk], project_path: Path) -> MainWindow:
    window = open_desk(project_path).window
    assert window is not None
    return window


@pytest.fixture
def dialog(shown: MainWindow, colleague: Path, qtbot: QtBot) -> Iterator[MergeDialog]:
    made = MergeDialog(shown.session, [colleague], shown)
    made.merged.connect(shown.team._merged)
    made.show()
    qtbot.waitUntil(lambda: made.ok.isEnabled(), timeout=20000)
    yield made
    made.reject()


def test_the_merge_says_what_comes_takes_it_in_and_leads_to_the_clash(
    dialog: MergeDialog, shown: MainWindow, key: str, qtbot: QtBot
) -> None:
    project = shown.session.project
    assert "حكم" in dialog.outcome.text()
    assert "اختلاف واحد" in dialog.outcome.text()
    with qtbot.waitSignal(shown.jobs.finished, timeout=60000):
        qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert [clash.key for clash in project.clashes()] == [key]
    assert shown.tabs.page_id() == "adjudicate"
    entry = project.can_undo
    assert entry is not None
    assert entry.text == "MergeProjects"
    shown.session.undo()
    assert project.clashes() == []


def test_a_new_file_leaves_the_project_as_it_is(
    dialog: MergeDialog, shown: MainWindow, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "معا.mizan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    written: list[Path] = []
    dialog.written.connect(written.append)
    dialog.new.setChecked(True)
    dialog.ok.click()
    assert written == [out]
    assert shown.session.project.clashes() == []
    with Project.open(out) as both:
        assert [clash.key for clash in both.clashes()] == [key]
        assert both.check() == []


def test_files_are_dropped_into_the_dialog_and_bad_ones_are_told(
    shown: MainWindow, tmp_path: Path, colleague: Path, qtbot: QtBot
) -> None:
    junk = tmp_path / "junk.mizan"
    junk.write_text("لا شيء")
    dialog = MergeDialog(shown.session, [], shown)
    dialog.show()
    assert not dialog.ok.isEnabled()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (junk, colleague, shown.session.project.path)])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)
    assert dialog.paths() == [junk, colleague], "the open project is in it anyway"
    qtbot.waitUntil(lambda: dialog.ok.isEnabled(), timeout=20000)
    assert "junk" in dialog.outcome.text()
    dialog.reject()


def test_a_packet_is_sent_decided_and_dropped_back(
    shown: MainWindow,
    key: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    open_desk: Callable[..., Desk],
    qtbot: QtBot,
) -> None:
    out = tmp_path / "رزمة.mizan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    dialog = PacketDialog(shown.session, "", shown)
    assert dialog.choices["decided"].isEnabled()
    assert not dialog.choices["open"].isEnabled()
    dialog.note.setPlainText("انظر التاريخ")
    dialog.buttons.accepted.emit()
    assert dialog.path == out
    # The second editor
    other = open_desk(out).window
    assert other is not None
    qtbot.waitUntil(lambda: other.tabs.page_id() == "review")
    assert "انظر التاريخ" in other.read_only_bar.text.text()
    assert other.session.project.verdicts() == {}
    qtbot.wait(100)
    other.session.project.editor, other.session.project.editor_identity = "منى", "abcdabcd"
    page = other.tabs.view("review")
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_3)
    ((_, verdict),) = other.session.project.verdicts().items()
    assert verdict.kind is VerdictKind.UPDATE
    other.close()
    # Home again
    monkeypatch.setattr(packet_dialog.TakeBox, "wanted", lambda _box: True)
    shown.open_paths([out])
    (clash,) = shown.session.project.clashes()
    assert clash.key == key
    assert {version.editor for version in clash.versions} == {"سلمى", "منى"}
    assert shown.tabs.page_id() == "adjudicate"


def test_what_comes_back_is_told_before_it_is_taken(shown: MainWindow, key: str, tmp_path: Path, qtbot: QtBot) -> None:
    out = tmp_path / "رزمة.mizan"
    packets.make(shown.session.project, [key], out)
    with Project.open(out, "منى") as packet:
        (fact,) = packet.facts()
        packet.apply(SetVerdict((fact.relation_id(fact.relations[0]),), VerdictKind.UPDATE))
    box = packet_dialog.TakeBox(packets.look(shown.session.project, out), False, shown)
    assert "منى" in box.text()
    assert "يخالف القائم" in box.text()
    assert box.take.isEnabled()


def test_agreement_is_told_and_a_click_leads_to_the_disagreement(
    shown: MainWindow, colleague: Path, key: str, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = AgreementDialog(shown.session, shown)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.progress.isHidden(), timeout=20000)
    assert dialog.layer.count() == 0
    dialog.add_projects([colleague])
    qtbot.waitUntil(lambda: dialog.layer.count() > 0, timeout=20000)
    dialog.layer.setCurrentIndex(dialog.layer.findData("verdict"))
    assert dialog.figures.item(0, 1).text() == "1"
    assert dialog.disagreements.rowCount() == 1
    assert "كريم" in dialog.disagreements.item(0, 2).text()
    wanted: list[object] = []
    shown.session.view_wanted.connect(lambda *asked: wanted.append(asked))
    dialog.disagreements.cellClicked.emit(0, 0)
    assert wanted == [("beside", key)]
    dialog.export_to(tmp_path / "اتفاق.csv")
    assert (tmp_path / "اتفاق.csv").read_text("utf-8-sig").startswith("layer,of,name")
    assert "compatible" in (tmp_path / "اتفاق disagreements.csv").read_text("utf-8-sig")
    dialog.reject()


def test_articles_are_given_to_editors(shown: MainWindow, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    project = shown.session.project
    shown.reader.open(bridge_analysis().article.id)
    shown.articles.view.clearSelection()
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_a, **_k: ("هدى", True))
    shown.actions_table["assign"].trigger()
    assert {one.assignee for one in project.assignments().values()} == {"هدى"}
    shown.session.undo()
    assert project.assignments() == {}
    shown.actions_table["assign_me"].trigger()
    assert [one.mine for one in project.assignments().values()] == [True]


def test_the_list_and_the_queue_show_ones_own_articles(shown: MainWindow, key: str, qtbot: QtBot) -> None:
    project, articles = shown.session.project, shown.articles
    mine = valley_analysis().article.id
    assert not articles.mine.isVisible(), "nobody works on anything in particular"
    shown.session.do(AssignArticles((mine,), project.editor))
    shown.session.do(AssignArticles((bridge_analysis().article.id,), "هدى"))
    qtbot.waitUntil(articles.mine.isVisible)
    assert {articles.model.index(row).data(AssigneeRole) for row in range(2)} == {project.editor, "هدى"}
    articles.mine.click()
    assert [articles.model.id_at(row) for row in range(articles.model.rowCount())] == [mine]
    articles.mine.click()
    assert articles.model.rowCount() == 2
    shown.tabs.show_page("review", ReviewFilter(shows=tuple(Show), undecided=False, mine=True))
    page = shown.tabs.view("review")
    assert page.filters.mine.isChecked()
    assert page.queue.key(key)
    shown.session.do(AssignArticles((mine,), "هدى"))
    assert not page.queue.key(key)


def test_who_decided_otherwise_is_shown_in_the_review(
    shown: MainWindow, colleague: Path, key: str, qtbot: QtBot
) -> None:
    project = shown.session.project
    project.editor, project.editor_identity = "هدى", "00000000"
    shown.session.do(SetVerdict((key,), VerdictKind.UPDATE))
    shown.tabs.show_page("review", key)
    page = shown.tabs.view("review")
    assert "سلمى" in page.decision.by.text()
    assert "تناقض" in page.decision.by.text()
    shown.tabs.show_page("adjudicate", key)
    assert shown.tabs.view("adjudicate").current().key == key


def test_several_projects_that_are_dropped_are_merged(
    shown: MainWindow, colleague: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "ثالث.mizan"
    shutil.copy(colleague, other)
    asked: list[list[Path]] = []
    monkeypatch.setattr(MergeDialog, "exec", lambda dialog: asked.append(dialog.paths()) or dialog.reject())
    shown.open_paths([colleague, other])
    assert asked == [[colleague, other]]


def test_ones_name_changes_and_ones_decisions_follow(shown: MainWindow, key: str, qtbot: QtBot) -> None:
    project = shown.session.project
    shown.session.do(SetVerdict((key,), VerdictKind.UPDATE))
    shown.commands.prefer({"editor": "سلمى الخطيب"}, project.threshold)
    assert project.verdicts()[key].editor == "سلمى الخطيب"
