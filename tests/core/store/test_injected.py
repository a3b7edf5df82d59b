"""Faults put in on purpose: power cuts, failing disks, full disks, files that go away, clocks that go back."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from making import Making
from test_file import ROOT
from test_kill import _EDITING

from core.errors import KnownError
from core.model import Status
from core.project import Project
from core.store import backups, faults, store
from core.store.changes import Edit
from core.store.edits import RemoveArticles, SetNote, SetStatus


def arabic(error: KnownError) -> bool:
    return any("\u0620" <= letter <= "\u064a" for letter in error.ar)


# Power cuts: what lies on the disk at one moment of a busy program


@pytest.fixture(scope="module")
def moments(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], list[str]]]:
    """Copies database and log of a program that edits, and holds its breath for that and until the next copy."""
    folder = tmp_path_factory.mktemp("busy")
    path, make = folder / "story.mizan", Making()
    with Project.create(path) as project:
        project.import_articles(make.articles())
    said = folder / "said.txt"
    with said.open("wb") as out:
        process = subprocess.Popen([sys.executable, "-c", _EDITING, str(path), str(ROOT)], stdout=out)
    while not said.stat().st_size:
        time.sleep(0.01)
    chance = random.Random(7)

    def copy(target: Path) -> list[str]:
        process.send_signal(signal.SIGCONT)
        time.sleep(chance.uniform(0.001, 0.05))
        process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOWAIT)
        for end in ("", "-wal", "-shm"):
            shutil.copyfile(f"{path}{end}", f"{target}{end}")
        return [line for line in said.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]

    yield copy
    process.kill()
    process.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGSTOP")
def test_a_power_cut_loses_nothing_acknowledged(
    moments: Callable[[Path], list[str]], make: Making, tmp_path: Path
) -> None:
    article = make.articles()[0].id
    for number in range(25):
        path = tmp_path / f"{number}.mizan"
        acknowledged = moments(path)
        with Project.open(path) as project:
            assert project.check() == []
            there = {mark.id for mark in project.annotations(article)}
            assert {line.strip() for line in acknowledged} <= there
            assert project.undo()
            assert project.check() == []
        path.unlink()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGSTOP")
def test_a_log_that_was_cut_off_anywhere_leaves_whole_steps(
    moments: Callable[[Path], list[str]], make: Making, tmp_path: Path
) -> None:
    """Of what had not reached the disk yet, any part may be missing or overwritten. What SQLite began to copy into the
    database had: it waits for the disk before that.
    """
    chance = random.Random(11)
    for number in range(25):
        path = tmp_path / f"{number}.mizan"
        moments(path)
        log = Path(f"{path}-wal")
        data = bytearray(log.read_bytes())
        at = chance.randrange(_synced(log), len(data) + 1)
        log.write_bytes(data[:at] + (chance.randbytes(len(data) - at) if number % 2 else b""))
        with Project.open(path) as project:
            assert project.check() == []
            steps = [entry.id for entry in project.history(10_000)]
            assert steps == list(range(len(steps), 0, -1))  # the first so many, whole
        path.unlink()


def _synced(log: Path) -> int:
    """Bytes at the start of a log that are on the disk for sure, as its index says: https://sqlite.org/walformat.html"""
    index = log.with_name(log.name.replace("-wal", "-shm"))
    written, shared = log.read_bytes(), index.read_bytes()
    index.unlink()  # a power cut leaves none that is used
    if written[16:24] != shared[32:40]:  # the log begins anew: all that it holds still is in the database
        return len(written)
    return 32 + int.from_bytes(shared[128:132], sys.byteorder) * (24 + int.from_bytes(written[8:12], "big"))


# A disk that fails at any statement


class Failing(sqlite3.Connection):
    """Reports what SQLite reports when a disk fails, at the nth statement from when it was armed."""

    left = -1
    code = sqlite3.SQLITE_IOERR_WRITE

    def execute(self, *args: Any) -> sqlite3.Cursor:
        self._count(args[0])
        return super().execute(*args)

    def executemany(self, *args: Any) -> sqlite3.Cursor:
        self._count(args[0])
        return super().executemany(*args)

    def _count(self, statement: str) -> None:
        if self.left == 0 and not statement.startswith("ROLLBACK"):
            self.left = -1
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = self.code
            raise error
        self.left -= 1


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, "is full, or it is broken"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk is sound"),
        (sqlite3.SQLITE_IOERR_READ, "disk is sound"),
        (sqlite3.SQLITE_FULL, "full"),
        (sqlite3.SQLITE_CORRUPT, "damaged"),
        (sqlite3.SQLITE_READONLY, "read-only"),
        (sqlite3.SQLITE_BUSY, "Another program"),
    ],
)
def test_wherever_the_disk_fails_a_step_is_done_whole_or_not_at_all(
    filled: Project, make: Making, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    filled.close()
    connect = sqlite3.connect
    monkeypatch.setattr(
        "core.store.file.sqlite3.connect", lambda *args, **more: connect(*args, **more | {"factory": Failing})
    )
    with Project.open(filled.path, "سارة") as project:
        connection = project._store.connection
        assert isinstance(connection, Failing)
        connection.code = code
        mark = project.annotations(make.articles()[0].id)[0].id
        failures: list[KnownError] = []
        for number in range(200):
            edit: Edit = SetNote(mark, f"ملاحظة {number}")
            if number % 3 == 1:
                edit = SetStatus((mark,), Status.ACCEPTED if number % 2 else Status.REJECTED)
            before, steps = project.annotation(mark), len(project.history(1000))
            known = len(failures)
            connection.left = number // 3
            try:
                project.apply(edit)
            except KnownError as error:
                failures.append(error)
            connection.left = -1
            after = project.annotation(mark), len(project.history(1000))
            if len(failures) > known:
                assert after == (before, steps)
            elif number % 3 == 0:
                assert after[1] == steps + 1
                break
        assert all(said in error.en and arabic(error) for error in failures)
        assert len(failures) > 10  # every statement of an edit had its turn
        assert project.apply(RemoveArticles((make.articles()[1].id,)))
        assert project.undo()
        assert project.check() == []


# A disk of its own


def in_small_disk(folder: Path, script: str) -> tuple[str, str]:
    """Run Python where `folder` is a disk of 2 MB, in a namespace of its own; skip where that is not allowed."""
    mount = f"mount -t tmpfs -o size=2m none '{folder}' && exec \"$@\""
    alone = ["unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("file systems cannot be mounted here")
    own = {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests" / "core")]), "MIZAN_DATA": f"{folder}-data"}
    done = subprocess.run(
        [*alone, sys.executable, "-c", script, str(folder)],
        env=os.environ | own,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


FILL = """
import sys
from pathlib import Path
from core.cli import main
from core.errors import KnownError
from core.model import Status
from core.project import Project
from core.store.edits import SetNote
from making import Making
folder, make = Path(sys.argv[1]), Making()
path = folder / "story.mizan"
project = Project.create(path, "سارة")
project.import_articles(make.articles())
project.store_analysis([make.analysis(article) for article in make.articles()])
mark = project.annotations(make.articles()[0].id)[0].id
done = 0
try:
    while True:
        project.apply(SetNote(mark, f"{done} " + "كلمة " * 4000))
        done += 1
except KnownError as error:
    print("full" in error.en and "امتلأ القرص" in error.ar, done > 3)
print(project.annotation(mark).note.startswith(f"{done - 1} "))
project.close()
print(main(["export", str(path), "--what", "annotations", "-o", str(folder / "out.csv")]))
print(sorted(entry.name for entry in folder.iterdir()))
"""


def test_a_disk_that_is_full_keeps_all_before(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    out, err = in_small_disk(folder, FILL)
    said = out.splitlines()
    assert "No space left" in err
    assert "تعذّرت كتابة" in err
    assert said[:2] == ["True True", "True"]
    assert "story.mizan" in said[-1]
    assert ".part" not in said[-1]  # no half file is left


READ_ONLY = """
import subprocess, sys
from pathlib import Path
from core.cli import main
from core.project import Project
from making import Making
folder, make = Path(sys.argv[1]), Making()
path = folder / "story.mizan"
with Project.create(path, "سارة") as project:
    project.import_articles(make.articles())
subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
with Project.open(path) as project:
    print(project.read_only, len(project.article_ids()))
(Path(sys.argv[1] + "-data")).mkdir(exist_ok=True)
article = Path(sys.argv[1] + "-data") / "a.txt"
article.write_text("خبر", "utf-8")
for command in (["import", str(path), str(article)], ["analyze", str(path)], ["new", str(folder / "b.mizan")]):
    sys.stderr.write(f"{main(command)}\\n")
"""


def test_a_disk_that_cannot_be_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    out, err = in_small_disk(folder, READ_ONLY)
    assert out.splitlines()[0] == "True 3"
    assert err.count("is read-only") == 3  # two commands on the project, and one that would make another
    assert err.count("للقراءة فقط") == 3


class HeldError(PermissionError):
    """What Windows raises while another program has the file."""

    winerror = 32


def test_a_file_that_another_program_holds_is_not_told_as_read_only(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Another program"), faults.explained(tmp_path):
        raise HeldError(errno.EACCES, "sharing violation")


# Files that go away


def _delete(path: Path) -> None:
    path.unlink()


def _move(path: Path) -> None:
    path.rename(path.with_name("elsewhere.mizan"))


def _replace(path: Path) -> None:
    other = path.with_name("other.mizan")
    Project.create(other).close()
    other.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps open files where they are")
@pytest.mark.parametrize("act", [_delete, _move, _replace])
def test_a_file_that_goes_away_is_noticed_and_its_content_kept(
    filled: Project, make: Making, act: Callable[[Path], None]
) -> None:
    one, two, *_ = filled.annotations(make.articles()[0].id)
    filled.apply(SetNote(one.id, "قبل الضياع"))
    act(filled.path)
    assert filled.is_gone
    for _ in range(2):
        with pytest.raises(KnownError, match="moved, deleted or replaced") as caught:
            filled.apply(SetNote(two.id, "بعد الضياع"))
        assert arabic(caught.value)
    filled.close()
    assert not any(path.name.endswith(("-wal", "-shm")) for path in filled.path.parent.iterdir())
    if filled.path.exists():  # what lies there now is not played over
        with Project.open(filled.path) as other:
            assert other.article_ids() == []
            assert other.check() == []
    (kept,) = [one for one in backups.listed(filled.path) if one.why == "lost"]
    with Project.open(kept.path) as saved:
        assert [saved.annotation(mark.id).note for mark in (one, two)] == ["قبل الضياع", ""]  # type: ignore[union-attr]
        assert saved.check() == []


# Clocks


def test_a_clock_that_goes_back_changes_no_order(
    filled: Project, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(f"20{year:02}-01-01T00:00:00+00:00" for year in range(40, 0, -1))
    for module in (store, *(sys.modules[f"core.store.{name}"] for name in ("history", "articles", "marks"))):
        if hasattr(module, "now"):
            monkeypatch.setattr(module, "now", lambda: next(times))
    mark = filled.annotations(make.articles()[0].id)[0].id
    for number in range(5):
        filled.apply(SetNote(mark, str(number)))
    history = filled.history()[:5]
    assert [entry.id for entry in history] == sorted((entry.id for entry in history), reverse=True)
    assert history[0].at < history[-1].at  # the clock did go back
    for number in (3, 2, 1):
        filled.undo()
        assert filled.annotation(mark).note == str(number)  # type: ignore[union-attr]
    filled.redo()
    assert filled.annotation(mark).note == "2"  # type: ignore[union-attr]
    assert filled.check() == []
