"""A damaged project, in the window: what is left is saved into another file, and the damaged one stays as it is."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import KnownError
from core.model import Status
from core.project import Project
from core.store import backups
from core.store.edits import SetStatus
from gui import app, faults, safety
from gui.app import Desk, begin
from gui.dialogs.opening_dialog import OpeningDialog
from gui.dialogs.repair_dialog import RepairDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Open = Callable[..., Desk]


@pytest.fixture(autouse=True)
def _own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MIZAN_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(safety, "_SOON", 50)


@pytest.fixture
def damaged(project_path: Path) -> Path:
    """The project, with a decision and a backup from before it, after it lost its table of marks."""
    backups.make(project_path, "open")
    with Project.open(project_path, "سارة") as project:
        project.apply(SetStatus((project.annotations(project.article_ids()[0])[0].id,), Status.ACCEPTED))
    overwrite(project_path, "annotations")
    return project_path


def overwrite(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(content)


@pytest.fixture
def started(open_desk: Open, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the program, and tells what its views come upon as it does."""

    def start(*arguments: object, **named: object) -> Desk:
        desk = open_desk(*arguments, **named)
        monkeypatch.setattr(sys, "excepthook", sys.excepthook)
        faults.install(desk.tell, desk.tell_of_damage)
        return desk

    return start


def in_dialog(act: Callable[[RepairDialog], object]) -> None:
    """Do it in the dialog that opens next."""

    def wait() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RepairDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():  # something failed: do not wait for good
                dialog.reject()

    QTimer.singleShot(0, wait)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_left_is_saved_and_opened(
    started: Open, damaged: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    desk = started(tmp_path / "other.mizan", create=True, language=language)
    desk.window.project_wanted.emit(damaged, False)
    qtbot.waitUntil(lambda: "damaged" in desk.safety.offers)
    offer = desk.safety.offers["damaged"]
    assert damaged.name in offer.text.text()
    proposed: list[str] = []

    def choose(*given: str) -> tuple[str, str]:
        proposed.append(given[2])
        return given[2], ""

    monkeypatch.setattr("gui.dialogs.repair_dialog.QFileDialog.getSaveFileName", choose)

    def act(dialog: RepairDialog) -> None:
        before = damaged.read_bytes()
        dialog.save_button.click()
        qtbot.waitUntil(dialog.open_button.isEnabled)
        told = [dialog.lost.item(row).text() for row in range(dialog.lost.count())]
        assert any(("علامات" if language == "ar" else "marks") in line for line in told)
        assert ("مقالات: 2" if language == "ar" else "articles: 2") in dialog.outcome.text()
        dialog.save_button.click()  # again, into a second file: the first stays
        qtbot.waitUntil(
            lambda: len(proposed) == 2 and dialog.open_button.isEnabled() and dialog.save_button.isEnabled()
        )
        assert damaged.read_bytes() == before
        dialog.open_button.click()

    in_dialog(act)
    offer.buttons[next(iter(offer.buttons))].click()
    assert [Path(path).name for path in proposed] == ["desk-repaired.mizan", "desk-repaired-2.mizan"]
    project = desk.session.project
    assert project.path.name == "desk-repaired-2.mizan"
    assert project.check() == []
    assert [bool(one.text) for one in project.articles()] == [True, True]
    assert "fault" not in desk.safety.offers


def test_the_newest_sound_backup_takes_its_place(open_desk: Open, damaged: Path, tmp_path: Path, qtbot: QtBot) -> None:
    kept = backups.make(damaged, "asked", always=True)  # of what is damaged: no way back
    assert kept
    dialog = RepairDialog(damaged)
    qtbot.addWidget(dialog)
    dialog.take_backup(tmp_path / "again.mizan")
    qtbot.waitUntil(dialog.open_button.isEnabled)
    with Project.open(tmp_path / "again.mizan") as project:
        assert project.check() == []
        assert len(project.article_ids()) == 2
    dialog.take_backup(tmp_path / "again.mizan")
    qtbot.waitUntil(lambda: "exists already" in dialog.problem.text())
    for backup in backups.listed(damaged):
        overwrite(backup.path, "annotations")
    dialog.take_backup(tmp_path / "third.mizan")
    qtbot.waitUntil(lambda: "no sound backup" in dialog.problem.text())


def test_damage_that_comes_while_it_is_open_is_offered_for_repair(
    started: Open, project_path: Path, qtbot: QtBot
) -> None:
    desk = started(project_path)
    desk.session.project._store.connection.execute("UPDATE annotations SET data = 'x'")
    desk.window.reader.open(desk.session.project.article_ids()[1])
    qtbot.waitUntil(lambda: "damaged" in desk.safety.offers)


@pytest.fixture
def desk(qapp: QApplication, settings: app.Settings) -> Iterator[Desk]:
    """The program before its first window."""
    desk = Desk(qapp, settings)
    yield desk
    desk.close()
    desk.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else it would open what later tests hand over


def test_a_start_on_a_damaged_project_leads_to_another(
    desk: Desk, project_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project_path.write_bytes(project_path.read_bytes()[:5000])
    with pytest.raises(KnownError, match="damaged"):  # nobody is there
        begin(desk, project_path)
    monkeypatch.setattr(app, "_UNSEEN", ())
    monkeypatch.setattr("gui.dialogs.choose.new_project", lambda *_: tmp_path / "new.mizan")
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OpeningDialog)
        seen.extend(dialog.buttons)
        dialog.buttons["new"].click()

    QTimer.singleShot(0, act)
    begin(desk, project_path)
    assert seen == ["repair", "open", "new"]
    assert desk.session.project.path == tmp_path / "new.mizan"
    (tmp_path / "no.mizan").write_text("no project", "utf-8")
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    with pytest.raises(KnownError, match="not a Mizan project"):
        begin(desk, tmp_path / "no.mizan")
    assert desk.session.project.path == tmp_path / "new.mizan"
