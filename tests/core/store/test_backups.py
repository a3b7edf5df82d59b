"""Backups are whole, cheap, thinned by age, ordered whatever the clock says; restoring destroys nothing."""

from __future__ import annotations

import pickle
import sqlite3
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from making import Making

from core.errors import DamagedError, KnownError
from core.model import Status, VerdictKind
from core.project import Project
from core.store import backups, differing
from core.store.backups import Backup
from core.store.differing import What
from core.store.edits import RemoveArticles, SetNote, SetStatus, SetVerdict

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def series(*steps: timedelta) -> list[Backup]:
    """Backups made so long after one another, newest first."""
    at, found = START, []
    for number, step in enumerate(steps, 1):
        at += step
        found.append(Backup(number, at, "open", 1, Path(str(number))))
    return found[::-1]


def test_a_backup_is_a_whole_project_by_itself(filled: Project, make: Making) -> None:
    made = backups.make(filled.path, "asked")
    assert made
    assert backups.listed(filled.path) == [made]
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert filled.path.parent not in made.path.parents
    with Project.open(made.path) as copy:
        assert copy.articles() == make.articles()
        assert copy.check() == []


def test_nothing_is_copied_twice_and_nothing_of_an_empty_project(project: Project, make: Making) -> None:
    assert backups.make(project.path, "open") is None
    project.import_articles(make.articles())
    assert backups.make(project.path, "open")
    project.set_setting("zoom", "120")
    assert backups.make(project.path, "open") is None
    assert backups.make(project.path, "asked", always=True)
    project.undo()
    assert backups.make(project.path, "open")
    project.redo()
    assert backups.make(project.path, "open")


def test_it_is_made_while_another_thread_edits(filled: Project, make: Making) -> None:
    mark = filled.annotations(make.articles()[0].id)[0]
    made: list[Backup | None] = []
    threads = [threading.Thread(target=lambda: made.append(backups.make(filled.path, "open", True))) for _ in range(3)]
    for thread in threads:
        thread.start()
    number = 0
    while any(thread.is_alive() for thread in threads):
        number += 1
        filled.apply(SetNote(mark.id, str(number)))
    for thread in threads:
        thread.join()
    assert len({backup.path for backup in made if backup}) == 3
    for backup in made:
        assert backup
        with Project.open(backup.path, read_only=True) as copy:
            assert copy.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_what_began_later_is_newer_though_it_ends_first(filled: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, goes_on = threading.Event(), threading.Event()

    def slow(*_: object) -> None:
        begun.set()
        assert goes_on.wait(20)

    monkeypatch.setattr(backups, "_must_be_sound", slow)
    opening = threading.Thread(target=backups.make, args=(filled.path, "open"))
    opening.start()
    assert begun.wait(20)
    with closing(sqlite3.connect(filled.path)) as connection:
        backups.keep(filled.path, connection, "lost")
    goes_on.set()
    opening.join()
    assert [one.why for one in backups.listed(filled.path)] == ["lost", "open"]


def test_what_goes_while_it_is_looked_at_is_passed_over(filled: Project) -> None:
    first = backups.make(filled.path, "open")
    assert first
    for name in ("a.part", "000009-20260101T000000Z-open.mizan"):  # seen, but gone when it is looked at
        first.path.with_name(name).symlink_to("nowhere")
    second = backups.make(filled.path, "open", always=True)
    assert second
    assert [backup.number for backup in backups.listed(filled.path)] == [2, 1]


def test_a_damaged_project_drives_out_no_sound_backup(filled: Project) -> None:
    whole = backups.make(filled.path, "open")
    assert whole
    filled.close()
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'annotations'").fetchone()
        connection.execute("DELETE FROM analysed")  # it is not as it was
    content = bytearray(filled.path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    filled.path.write_bytes(content)
    with pytest.raises(DamagedError) as caught:
        backups.make(filled.path, "open")
    assert caught.value.path == filled.path
    assert pickle.loads(pickle.dumps(caught.value)).path == filled.path  # it comes back from a worker
    assert backups.listed(filled.path) == [whole]
    assert not list(whole.path.parent.glob("*.part"))
    assert backups.make(filled.path, "restore", always=True)  # before another takes its place, it is kept as it is
    backups.replace(filled.path, whole.path, "restore")
    with Project.open(filled.path) as project:
        assert project.check() == []


def test_the_last_ten_a_week_of_days_and_a_month_of_weeks_stay() -> None:
    hourly = series(*[timedelta(hours=6)] * 400)  # 100 days
    stay = backups.kept(hourly)
    assert {backup.number for backup in hourly[:10]} <= stay
    days = {backup.at.date() for backup in hourly if backup.number in stay}
    assert len(days) in (9, 10)  # seven days, and weeks before them
    assert len(stay) <= 21
    assert min(stay) > 400 - 4 * 4 * 7


def test_a_clock_that_goes_back_confuses_nobody(filled: Project, make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return later.pop(0)

    later = [START + timedelta(days=400), START, START - timedelta(days=9)]
    monkeypatch.setattr(backups, "datetime", Clock)
    mark = filled.annotations(make.articles()[0].id)[0]
    for number in range(3):
        filled.apply(SetNote(mark.id, str(number)))
        assert backups.make(filled.path, "open")
    assert [backup.number for backup in backups.listed(filled.path)] == [3, 2, 1]
    assert backups.find(filled.path, "last").number == 3
    assert len(backups.kept(backups.listed(filled.path))) == 3


def test_too_many_bytes_go_but_three_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "_MOST_BYTES", 1)
    assert backups.kept(series(*[timedelta(hours=1)] * 8)) == {6, 7, 8}


def test_restoring_into_a_new_file(filled: Project, make: Making, tmp_path: Path) -> None:
    made = backups.make(filled.path, "asked")
    assert made
    out = tmp_path / "again.mizan"
    backups.restore(made.path, out)
    with Project.open(out) as again:
        assert again.articles() == make.articles()
        assert not again.read_only
        assert again.check() == []
        assert again.undo()
    with pytest.raises(KnownError, match="exists already"):
        backups.restore(made.path, out)


def test_restoring_in_place_keeps_what_stood_there(filled: Project, make: Making) -> None:
    first = filled.annotations(make.articles()[0].id)[0]
    filled.apply(SetNote(first.id, "قبل"))
    before = backups.make(filled.path, "asked")
    assert before
    filled.apply(SetNote(first.id, "بعد"))
    facts = filled.facts()
    with Project.open(filled.path) as reader:
        assert filled.replace_with(before.path)
        assert reader.annotation(first.id).note == "قبل"  # type: ignore[union-attr]
    assert filled.annotation(first.id).note == "قبل"  # type: ignore[union-attr]
    assert filled.facts() == facts
    assert filled.check() == []
    filled.apply(SetStatus((first.id,), Status.ACCEPTED))
    assert filled.undo()
    latest = backups.find(filled.path, "last")
    assert latest.why == "restore"
    filled.replace_with(latest.path)
    assert filled.annotation(first.id).note == "بعد"  # type: ignore[union-attr]
    assert filled.undo()
    assert filled.annotation(first.id).note == "قبل"  # type: ignore[union-attr]


def test_a_reader_restores_nothing(filled: Project) -> None:
    made = backups.make(filled.path, "asked")
    assert made
    with Project.open(filled.path) as reader, pytest.raises(KnownError, match="open for editing elsewhere"):
        reader.replace_with(made.path)


def test_what_differs_is_listed(filled: Project, make: Making) -> None:
    one, _, three = make.articles()
    marks = filled.annotations(one.id)
    made = backups.make(filled.path, "asked")
    assert made
    assert differing.differences(filled.path, made.path) == []
    fact = filled.facts()[0]
    filled.apply(SetVerdict((fact.relation_id(fact.relations[0]),), VerdictKind.COMPATIBLE, note="نطاقان"))
    filled.apply(SetStatus((marks[0].id,), Status.ACCEPTED))
    filled.apply(SetNote(marks[1].id, "راجع الرقم"))
    filled.apply(RemoveArticles((three.id,)))
    filled.import_articles([make.article("خبر جديد", title="الجديد")])
    found = differing.differences(filled.path, made.path)
    assert [(one.what, one.title, one.text, one.now, one.then) for one in found if one.what is What.ARTICLE] == [
        (What.ARTICLE, "الجديد", "", "there", ""),
        (What.ARTICLE, "عنوان 2", "", "", "there"),
    ]
    (mark,) = [one for one in found if one.what is What.MARK and one.text == marks[0].item.text]
    assert (mark.title, mark.now.split()[0], mark.then) == ("عنوان 0", "accepted", "")
    (verdict,) = [one for one in found if one.what is What.VERDICT]
    assert (verdict.title, verdict.text) == ("عنوان 0 / عنوان 1", "ألف جندي / ألف جندي")
    assert (verdict.now, verdict.then) == ("compatible", "")
    notes = [(one.text, one.now, one.then) for one in found if one.what is What.NOTE]
    assert notes == [(marks[1].item.text, "راجع الرقم", ""), (verdict.text, "نطاقان", "")]


def test_a_place_that_cannot_be_written_is_a_known_error(
    filled: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("MIZAN_DATA", str(tmp_path / "file"))
    with pytest.raises(KnownError, match="read-only"):
        backups.make(filled.path, "open")
    monkeypatch.setenv("MIZAN_DATA", str(tmp_path))
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: SimpleNamespace(free=1))
    with pytest.raises(KnownError, match="too little room"):
        backups.make(filled.path, "open")
