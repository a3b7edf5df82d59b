"""Network drives, synchronised folders, the copies that they leave, and locks from other machines."""

from __future__ import annotations

import errno
import json
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from making import Making

from core.cli import main
from core.project import Project
from core.store import backups, copies, file, lock, surroundings
from core.store.edits import SetNote
from core.team import conflicts

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
server:/desk /mnt/desk nfs4 rw 0 0
//server/news /mnt/two\040words cifs rw 0 0
remote: /home/sara/remote fuse.rclone rw 0 0
/dev/sdb1 /mnt/desk/local ext4 rw 0 0
""".strip()


def journal(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


@pytest.mark.skipif(sys.platform != "linux", reason="the list of mounts of Linux")
@pytest.mark.parametrize(
    ("path", "mode"),
    [
        ("/home/sara/a.mizan", "WAL"),
        ("/mnt/desk/a.mizan", "DELETE"),
        ("/mnt/desk/local/a.mizan", "WAL"),
        ("/mnt/desktop/a.mizan", "WAL"),
        ("/mnt/two words/x/a.mizan", "DELETE"),
        ("/home/sara/remote/a.mizan", "DELETE"),
        ("/home/sara/Dropbox/a.mizan", "DELETE"),
        ("/home/sara/OneDrive - Newsroom/x/a.mizan", "DELETE"),
        ("/home/sara/Boxing/a.mizan", "WAL"),
    ],
)
def test_where_a_log_is_not_safe_there_is_none(
    path: str, mode: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS, "utf-8")
    monkeypatch.setattr(surroundings, "_MOUNTS", tmp_path / "mounts")
    assert surroundings.journal_mode(Path(path)) == mode


def test_a_project_on_a_network_drive_is_one_file_and_works(
    filled: Project, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.close()
    assert journal(filled.path) == "wal"
    monkeypatch.setattr(surroundings, "on_network", lambda _: True)
    with Project.open(filled.path, "سارة") as project:
        assert journal(filled.path) == "delete"
        mark = project.annotations(make.articles()[0].id)[0]
        with Project.open(filled.path) as reader:
            assert reader.read_only
            project.apply(SetNote(mark.id, "على الشبكة"))
            assert reader.annotation(mark.id).note == "على الشبكة"  # type: ignore[union-attr]
        assert backups.make(filled.path, "asked", always=True)
        assert project.undo()
        assert project.check() == []
    assert [path.name for path in filled.path.parent.iterdir()] == [filled.path.name]
    monkeypatch.undo()
    Project.open(filled.path).close()
    assert journal(filled.path) == "wal"


def test_a_journal_that_a_killed_program_left_is_rolled_back(
    filled: Project, make: Making, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "on_network", lambda _: True)
    filled.close()
    with closing(file.connect(filled.path, read_only=False)) as connection:
        connection.execute("PRAGMA cache_size = 1")  # so that pages go to the file before the end
        connection.execute("BEGIN")
        connection.execute("UPDATE annotations SET note = hex(randomblob(20000))")
        left = tmp_path / "left" / "story.mizan"
        left.parent.mkdir()
        for end in ("", "-journal"):
            shutil.copy(f"{filled.path}{end}", f"{left}{end}")
        connection.execute("ROLLBACK")
    with Project.open(left) as project:
        assert project.check() == []
        assert {mark.note for mark in project.annotations(make.articles()[0].id)} == {""}


def test_a_folder_that_syncthing_keeps_is_known_by_its_mark(tmp_path: Path) -> None:
    (tmp_path / "desk" / ".stfolder").mkdir(parents=True)
    assert surroundings.cloud(tmp_path / "desk" / "week" / "a.mizan") == "Syncthing"
    assert surroundings.cloud(tmp_path / "a.mizan") == ""


COPIES = [
    "story (Huda's conflicted copy 2026-11-21).mizan",
    "story (نسخة متعارضة من هدى).mizan",
    "story (conflicted copy 2026-11-21 101010).mizan",
    "story.sync-conflict-20261121-101010-ABCDEFG.mizan",
    "story-Laila’s MacBook Pro.mizan",
    "story.conflict.mizan",
    "story-DESKTOP-7K2QX.mizan",
    "story-Hudas-MacBook-Pro.mizan",
    "story 2.mizan",
    "story (1).mizan",
    "story [conflicted].mizan",
]


@pytest.mark.parametrize("name", COPIES)
def test_copies_that_hold_something_else_are_noticed(filled: Project, make: Making, name: str) -> None:
    filled.close()
    copy = Path(shutil.copy(filled.path, filled.path.with_name(name)))
    assert copies.conflicts(filled.path) == []  # as yet they are the same
    with Project.open(copy) as other:
        other.apply(SetNote(other.annotations(make.articles()[0].id)[0].id, "في النسخة الأخرى"))
    assert copies.conflicts(filled.path) == [copy]


def test_what_was_kept_of_a_lost_file_is_offered_until_it_is_there(filled: Project, make: Making) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps open files where they are")
    mark = filled.annotations(make.articles()[0].id)[0].id
    filled._store._copy_log()
    older = Path(shutil.copy(filled.path, filled.path.with_name("older")))
    filled.apply(SetNote(mark, "قبل الضياع"))
    older.replace(filled.path)  # as a synchronising program does
    filled.close()
    (lost,) = copies.conflicts(filled.path)
    assert lost == backups.find(filled.path, "last").path
    with Project.open(filled.path, "سارة") as project:
        assert project.annotation(mark).note == ""  # type: ignore[union-attr]
        conflicts.take_in(project, [lost])
        assert project.annotation(mark).note == "قبل الضياع"  # type: ignore[union-attr]
        assert copies.conflicts(filled.path) == []


def test_other_projects_are_nobodys_conflict(filled: Project, make: Making) -> None:
    filled.close()
    with Project.create(filled.path.with_name("story 2.mizan")) as other:
        other.import_articles([make.article("قصة أخرى")])
    for name in ("story-old.mizan", "story-2021.mizan", "my story (1).mizan", "storyboard.mizan"):
        with Project.open(Path(shutil.copy(filled.path, filled.path.with_name(name)))) as other:
            other.undo()
    filled.path.with_name("story (1).mizan").write_text("no project", "utf-8")
    assert copies.conflicts(filled.path) == []


def test_a_copy_is_taken_in_and_laid_aside(filled: Project, make: Making, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, *_ = filled.annotations(make.articles()[0].id)
    filled.close()
    copy = Path(shutil.copy(filled.path, filled.path.with_name(COPIES[0])))
    with Project.open(copy, "هدى") as other:
        other.apply(SetNote(two.id, "من هدى"))
    with Project.open(filled.path, "سارة") as project:
        project.apply(SetNote(one.id, "من سارة"))
        assert main(["check", str(filled.path)]) == 0
        assert copy.name in capsys.readouterr().err
        assert conflicts.take_in(project, [copy])
        assert [project.annotation(key).note for key in (one.id, two.id)] == ["من سارة", "من هدى"]  # type: ignore[union-attr]
        assert project.check() == []
        assert copies.conflicts(project.path) == []
        assert {entry.editor for entry in project.history()} >= {"سارة", "هدى"}
        assert project.undo()
        assert [project.annotation(key).note for key in (one.id, two.id)] == ["من سارة", ""]  # type: ignore[union-attr]
    assert not copy.exists()
    assert (backups.folder(filled.path) / "merged" / copy.name).exists()
    assert backups.listed(filled.path)[0].why == "merge"


def test_a_lock_from_another_machine_stops_nobody_and_is_told(filled: Project) -> None:
    filled.close()
    record = {"name": "هدى", "host": "desk-2", "pid": 7, "since": "2026-11-20 10:00+03:00"}
    lock.lock_path(filled.path).write_text(json.dumps(record), "utf-8")
    assert lock.is_free(filled.path)
    with Project.open(filled.path, "سارة") as project:
        assert not project.read_only
        assert project.left_by == f"هدى (desk-2), {datetime(2026, 11, 20, 7, tzinfo=UTC).astimezone():%Y-%m-%d %H:%M}"
        assert not lock.is_free(filled.path)
    assert lock.is_free(filled.path)
    with Project.open(filled.path, "سارة") as project:
        assert project.left_by == ""


@pytest.mark.skipif(sys.platform == "win32", reason="flock")
def test_a_drive_that_locks_nothing_lets_work(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.close()

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock.fcntl, "flock", refuse)
    with Project.open(filled.path) as project:
        assert not project.read_only


@pytest.mark.parametrize("content", ["", "[]", "{", '{"name": 1}'])
def test_a_lock_file_of_any_content_is_read(filled: Project, content: str) -> None:
    filled.close()
    lock.lock_path(filled.path).write_text(content, "utf-8")
    with Project.open(filled.path) as project:
        assert not project.read_only
