"""Backups, taking a project over, versions that a cloud left apart: what the window does for them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model import Article, Status, article_id
from core.project import Project
from core.store import backups, lock
from core.store.edits import SetNote, SetStatus
from gui import safety
from gui.app import Desk
from gui.dialogs.restore_dialog import RestoreDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def _own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIZAN_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(safety, "_SOON", 50)
    monkeypatch.setattr(safety, "_ASK", 50)


Open = Callable[..., Desk]


def first_mark(desk: Desk) -> str:
    project = desk.session.project
    return project.annotations(project.article_ids()[0])[0].id


def test_opening_makes_a_backup_without_waiting(open_desk: Open, project_path: Path, qtbot: QtBot) -> None:
    desk = open_desk(project_path)
    qtbot.waitUntil(lambda: [one.why for one in backups.listed(project_path)] == ["open"])
    desk.close()
    open_desk(project_path)
    qtbot.wait(300)
    assert len(backups.listed(project_path)) == 1  # nothing changed


def test_restoring_shows_what_differs_and_loses_nothing(open_desk: Open, project_path: Path, qtbot: QtBot) -> None:
    desk = open_desk(project_path)
    qtbot.waitUntil(lambda: bool(backups.listed(project_path)))
    mark = first_mark(desk)
    desk.session.do(SetStatus((mark,), Status.ACCEPTED))
    desk.session.do(SetNote(mark, "ملاحظة بعد النسخة"))
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RestoreDialog)
        model = dialog.model
        qtbot.waitUntil(lambda: model.rowCount() > 0)
        seen.extend(model.index(row, column).data() for row in range(model.rowCount()) for column in range(5))
        seen.append(dialog.counts.text())
        dialog.restore_button.click()
        dialog.reject()  # what was begun ends first
        assert dialog.isVisible()
        assert not dialog.restore_button.isEnabled()

    QTimer.singleShot(0, act)
    desk.window.actions_table["backups"].trigger()
    assert "ملاحظة بعد النسخة" in seen
    assert any("قرارات في العلامات: 1" in text and "الملاحظات: 1" in text for text in seen)
    found = desk.session.project.annotation(mark)
    assert (found.status, found.note) == (Status.SUGGESTED, "")
    latest = backups.listed(project_path)[0]
    assert latest.why == "restore"
    qtbot.wait(50)
    assert desk.window.reader.view.annotations  # the window was built anew, and works
    desk.session.do(SetStatus((mark,), Status.REJECTED))
    desk.session.undo()
    desk.session.project.replace_with(latest.path)
    assert desk.session.project.annotation(mark).note == "ملاحظة بعد النسخة"


def test_a_backup_becomes_another_project(
    open_desk: Open, project_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "_SOON", 60_000)
    desk = open_desk(project_path, language="en")
    dialog = RestoreDialog(desk.session, desk.window)
    qtbot.addWidget(dialog)
    assert "no backup yet" in dialog.counts.text()
    assert not dialog.restore_button.isEnabled()
    dialog.make_button.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    qtbot.waitUntil(lambda: "Nothing differs" in dialog.counts.text())
    dialog.save_as(tmp_path / "other.mizan")
    qtbot.waitUntil(lambda: "Saved as" in dialog.problem.text())
    with Project.open(tmp_path / "other.mizan") as other:
        assert other.article_ids() == desk.session.project.article_ids()
    dialog.save_as(tmp_path / "other.mizan")
    qtbot.waitUntil(lambda: "exists already" in dialog.problem.text())


def test_the_second_window_takes_over_when_the_first_closes(open_desk: Open, project_path: Path, qtbot: QtBot) -> None:
    other = Project.open(project_path, "هدى")
    desk = open_desk(project_path)
    assert desk.session.read_only
    assert "هدى" in desk.window.read_only_bar.text.text()
    assert not desk.session.do(SetNote(first_mark(desk), "لا"))
    qtbot.wait(150)
    assert "free" not in desk.safety.offers
    other.close()
    qtbot.waitUntil(lambda: "free" in desk.safety.offers)
    (button,) = desk.safety.offers["free"].buttons.values()
    button.click()
    assert not desk.session.read_only
    assert not desk.window.read_only_bar.isVisible()
    assert desk.session.do(SetNote(first_mark(desk), "نعم"))


def test_versions_that_a_cloud_left_are_offered_and_merged(
    open_desk: Open, project_path: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Project.open(project_path, "سارة") as project:
        one, two, *_ = project.annotations(project.article_ids()[0])
        project.apply(SetNote(one.id, "قبل الافتراق"))
    copy = Path(shutil.copy(project_path, project_path.with_name("desk (Huda's conflicted copy 2026-11-21).mizan")))
    with Project.open(copy, "هدى") as other:
        other.apply(SetNote(two.id, "من هدى"))
    desk = open_desk(project_path)
    qtbot.waitUntil(lambda: "copies" in desk.safety.offers)
    offer = desk.safety.offers["copies"]
    assert "Huda's conflicted copy" in offer.text.text()
    into_this, into_another = offer.buttons.values()
    another = tmp_path / "united.mizan"
    monkeypatch.setattr("gui.dialogs.choose.new_project", lambda *_: another)
    into_another.click()
    qtbot.waitUntil(another.exists)
    with Project.open(another) as united:
        assert [united.annotation(mark.id).note for mark in (one, two)] == ["قبل الافتراق", "من هدى"]
    assert copy.exists()
    into_this.click()
    qtbot.waitUntil(lambda: not copy.exists())
    assert desk.session.project.annotation(two.id).note == "من هدى"
    desk.session.undo()
    assert desk.session.project.annotation(two.id).note == ""
    assert desk.session.project.check() == []


def test_a_lock_that_another_machine_left_is_told(open_desk: Open, project_path: Path) -> None:
    record = {"name": "هدى", "host": "desk-2", "pid": 7, "since": "2026-11-20 10:00"}
    lock.lock_path(project_path).write_text(json.dumps(record), "utf-8")
    desk = open_desk(project_path)
    assert not desk.session.read_only
    assert "هدى (desk-2)" in desk.safety.offers["left"].text.text()


def test_a_backup_that_cannot_be_made_is_told_and_work_goes_on(
    open_desk: Open, project_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "data").write_text("a file where a folder should be", "utf-8")
    desk = open_desk(project_path)
    qtbot.waitUntil(desk.window.message_bar.isVisible)
    assert desk.session.do(SetNote(first_mark(desk), "يستمر العمل"))


@pytest.mark.parametrize(("language", "said"), [("ar", "حُذف"), ("en", "moved, deleted or replaced")])
def test_a_file_that_goes_away_is_told_and_comes_back_from_its_backup(
    open_desk: Open, project_path: Path, qtbot: QtBot, language: str, said: str
) -> None:
    desk = open_desk(project_path, language=language)
    mark = first_mark(desk)
    assert desk.session.do(SetNote(mark, "قبل الضياع"))
    qtbot.waitUntil(lambda: any(one.why == "open" for one in backups.listed(project_path)))  # made beside the window
    project_path.unlink()
    assert not desk.session.do(SetNote(mark, "بعد الضياع"))
    assert said in desk.window.message_bar.text.text()
    lost = backups.find(project_path, "last")
    assert lost.why == "lost"
    backups.restore(lost.path, project_path)
    desk.window.project_wanted.emit(project_path, False)
    assert desk.session.project.annotation(mark).note == "قبل الضياع"
    assert desk.session.do(SetNote(mark, "وعاد العمل"))


@pytest.mark.parametrize(("language", "said"), [("ar", "امتلأ القرص"), ("en", "is full")])
def test_a_full_disk_is_told_and_work_goes_on_after(
    open_desk: Open, project_path: Path, language: str, said: str
) -> None:
    desk = open_desk(project_path, language=language)
    mark, connection = first_mark(desk), desk.session.project._store.connection
    assert desk.session.do(SetNote(mark, "قبل الامتلاء"))
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    assert not desk.session.do(SetNote(mark, "كلمة " * 100_000))
    assert said in desk.window.message_bar.text.text()
    connection.execute("PRAGMA max_page_count = 1000000")
    assert desk.session.project.annotation(mark).note == "قبل الامتلاء"
    assert desk.session.do(SetNote(mark, "بعد الإفراغ"))


def test_bulk_work_begins_with_a_backup(
    open_desk: Open, project_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "_SOON", 60_000)
    desk = open_desk(project_path)
    before = desk.session.project.article_ids()
    text = "خبر واحد عن الجسر."
    desk.window.jobs.import_articles([Article(article_id(text), text)])
    qtbot.waitUntil(lambda: len(desk.session.project.article_ids()) == len(before) + 1, timeout=20_000)
    qtbot.waitUntil(lambda: not desk.window.jobs.busy, timeout=20_000)
    (made,) = backups.listed(project_path)  # one before the import and the analysis that follows it
    assert made.why == "import"
    with Project.open(made.path) as backup:
        assert backup.article_ids() == before


def test_a_file_that_macos_hands_over_is_opened_or_imported(
    open_desk: Open,
    project_path: Path,
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desk = open_desk(tmp_path / "other.mizan", create=True, language="en")
    qapp.sendEvent(qapp, QFileOpenEvent(str(project_path)))
    assert desk.session.project.path == project_path
    asked: list[list[Path]] = []
    monkeypatch.setattr(desk.window, "open_paths", lambda paths, ask: asked.append(paths))
    qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "a.txt")))
    assert asked == [[tmp_path / "a.txt"]]
    (tmp_path / "no.mizan").write_text("no project", "utf-8")
    qapp.sendEvent(qapp, QFileOpenEvent(str(tmp_path / "no.mizan")))
    assert "not a Mizan project" in desk.window.message_bar.text.text()
