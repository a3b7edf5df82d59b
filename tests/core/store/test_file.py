"""What is no sound project is refused with a sentence, and nothing is lost."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest
from making import Making

from core.errors import KnownError
from core.model import Status
from core.project import Project
from core.store import file, lock, schema
from core.store.edits import SetNote, SetStatus

ROOT = Path(__file__).parents[3]


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python in another process, with the tests' helpers at hand."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "tests" / "core")])
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def refused(path: Path) -> KnownError:
    """The error that opening `path` gives: both languages, with the file's name."""
    with pytest.raises(KnownError) as caught:
        Project.open(path)
    error = caught.value
    assert path.name in error.ar
    assert path.name in error.en
    return error


def header(path: Path, at: int, value: int) -> None:
    """Overwrite a field of SQLite's header."""
    data = bytearray(path.read_bytes())
    data[at : at + 4] = value.to_bytes(4, "big")
    path.write_bytes(data)


@pytest.fixture
def closed(filled: Project) -> Path:
    """A filled project that nobody has open."""
    filled.close()
    return filled.path


def test_the_file_is_what_the_design_says(filled: Project) -> None:
    with closing(sqlite3.connect(filled.path)) as other:
        (journal,) = other.execute("PRAGMA journal_mode").fetchone()
        assert journal == "wal"
        assert other.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert other.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        tables = dict(other.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
        assert all(tables[name] for name in schema.TABLES - {"search"})
        with pytest.raises(sqlite3.IntegrityError):
            other.execute('UPDATE annotations SET start = "end"')
    own = filled._store.connection
    assert own.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert own.execute("PRAGMA synchronous").fetchone() == (2,)
    with pytest.raises(sqlite3.IntegrityError):
        own.execute("UPDATE annotations SET article_id = 'none'")


def test_closing_leaves_one_file(closed: Path) -> None:
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]
    Project.open(closed, read_only=True).close()
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]


def test_the_file_alone_is_whole_though_a_reader_still_has_it_open(filled: Project, tmp_path: Path) -> None:
    with Project.open(filled.path) as reader:
        filled.set_setting("zoom", "120")
        filled.close()
        copy = tmp_path / "copy.mizan"
        copy.write_bytes(filled.path.read_bytes())
        assert reader.setting("zoom") == "120"
    with Project.open(copy) as copied:
        assert copied.setting("zoom") == "120"
    assert sorted(path.name for path in tmp_path.iterdir()) == [copy.name, filled.path.name]


def test_a_reader_cannot_write_whatever_it_tries(filled: Project) -> None:
    with Project.open(filled.path) as reader:
        for act in (lambda: reader.undo(), lambda: reader.set_setting("a", "b"), lambda: reader.store_facts([])):
            with pytest.raises(KnownError, match="open for editing elsewhere"):
                act()
        with pytest.raises(sqlite3.OperationalError):
            reader._store.connection.execute("DELETE FROM settings")


def test_reopening_finds_everything(closed: Path, make: Making) -> None:
    with Project.open(closed) as project:
        assert project.articles() == make.articles()
        assert len(project.facts()) == 1
        assert project.check() == []


def test_creating_never_overwrites(closed: Path, tmp_path: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(KnownError, match="exists already"):
        Project.create(closed)
    assert closed.read_bytes() == before
    with pytest.raises(KnownError, match="no folder"):
        Project.create(tmp_path / "nowhere" / "story.mizan")


def test_missing_file_is_refused_and_not_made(tmp_path: Path) -> None:
    path = tmp_path / "none.mizan"
    assert "There is no file" in str(refused(path))
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"a text", b"SQLite format 3\x00", bytes(4096)])
def test_what_is_no_sqlite_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "text.mizan"
    path.write_bytes(content)
    refused(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.mizan").mkdir()
    assert "not a Mizan project" in str(refused(tmp_path / "folder.mizan"))


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.mizan"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
    before = path.read_bytes()
    assert "not a Mizan project" in str(refused(path))
    assert path.read_bytes() == before


def test_a_database_that_only_says_it_is_a_project_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.mizan"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
        other.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        other.execute("PRAGMA user_version = 1")
    assert "damaged" in str(refused(path))


@pytest.mark.parametrize("kept", [50, 100, 4096, 0.5, 0.99])
def test_a_truncated_file_is_refused(closed: Path, kept: float) -> None:
    data = closed.read_bytes()
    closed.write_bytes(data[: int(len(data) * kept) if kept < 1 else int(kept)])
    assert "damaged" in str(refused(closed))


def test_damage_inside_is_a_known_error_wherever_it_shows(closed: Path, make: Making) -> None:
    data = bytearray(closed.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    closed.write_bytes(data)
    with pytest.raises(KnownError, match="damaged"), Project.open(closed) as project:
        project.summaries()


def test_a_newer_file_is_refused_and_left_alone(closed: Path) -> None:
    header(closed, 60, schema.VERSION + 1)
    before = closed.read_bytes()
    assert "newer Mizan" in str(refused(closed))
    assert closed.read_bytes() == before


def _add_column(db: object) -> None:
    db.conn.execute("ALTER TABLE articles ADD COLUMN region TEXT")  # type: ignore[attr-defined]


def _fail_half_way(db: object) -> None:
    _add_column(db)
    raise sqlite3.OperationalError("no such table: nothing")


def test_a_migration_keeps_a_copy_of_the_file_as_it_was(
    closed: Path, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, _add_column))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with Project.open(closed) as project:
        assert project.articles() == make.articles()
        assert project.check() == []
    assert file.inspect(closed) == schema.VERSION
    with closing(sqlite3.connect(closed)) as after:
        assert after.execute("SELECT region FROM articles").fetchall() == [(None,)] * 3
    monkeypatch.undo()
    refused(closed)
    backup = closed.with_name(closed.name + f".v{schema.VERSION}.bak")
    with Project.open(backup) as project:
        assert project.articles() == make.articles()


def test_a_failing_migration_changes_nothing(closed: Path, make: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, _fail_half_way))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(sqlite3.OperationalError):
        Project.open(closed)
    monkeypatch.undo()
    with Project.open(closed) as project:
        assert not project.read_only
        assert project.articles() == make.articles()


def test_an_older_file_is_not_brought_up_by_a_reader(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(KnownError, match="older version"):
        Project.open(closed, read_only=True)


def test_a_second_opener_reads_and_is_told_who_writes(filled: Project, make: Making) -> None:
    result = run(
        """
        import json, sys
        from core.errors import KnownError
        from core.project import Project
        from core.store.edits import SetLabels
        with Project.open(sys.argv[1], "علي") as project:
            try:
                project.apply(SetLabels(("x",)))
                refusal = ""
            except KnownError as error:
                refusal = error.ar + error.en
            print(json.dumps([project.read_only, project.holder, len(project.articles()), refusal]))
        """,
        filled.path,
    )
    assert result.returncode == 0, result.stderr
    read_only, holder, count, refusal = json.loads(result.stdout)
    assert (read_only, count) == (True, 3)
    assert holder.startswith("سارة (")
    assert refusal.count(holder) == 2
    assert not filled.read_only
    filled.apply(SetNote(filled.annotations(make.articles()[0].id)[0].id, "ما زالت مفتوحة"))


def test_the_second_window_of_one_process_reads_too(filled: Project) -> None:
    with Project.open(filled.path) as second:
        assert second.read_only
        assert second.holder.startswith("سارة (")
        mark = second.annotations(second.articles()[0].id)[0]
        filled.apply(SetStatus((mark.id,), Status.ACCEPTED))
        found = second.annotation(mark.id)
        assert found
        assert found.status is Status.ACCEPTED
    with Project.open(filled.path) as third:
        assert third.read_only


def test_a_dead_writers_lock_means_nothing(closed: Path, make: Making) -> None:
    result = run(
        """
        import os, sys
        from core.project import Project
        project = Project.open(sys.argv[1], "علي")
        print(project.read_only, flush=True)
        os.kill(os.getpid(), 9)
        """,
        closed,
    )
    assert result.stdout.strip() == "False"
    assert result.returncode != 0
    assert lock.lock_path(closed).exists()
    with Project.open(closed, "سارة") as project:
        assert (project.read_only, project.holder) == (False, "")
        assert lock.holder(closed).startswith("سارة (")
    assert not lock.lock_path(closed).exists()


# Root may write everywhere, so these run as nobody, once all that Python reads from its own folders is read.
_AS_NOBODY = """
import os, sys
import sqlite_utils, encodings.idna, core.compare.facts
from pathlib import Path
from core.errors import KnownError
from core.project import Project
from core.store.edits import SetLabels
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
"""


def _let_in(folder: Path) -> None:
    """The folders of pytest, which nobody else may enter, can be entered down to this one."""
    for each in (folder, *folder.parents):
        if not each.stat().st_mode & 0o001:
            each.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_read_only_folder_is_read_and_not_written(closed: Path, make: Making) -> None:
    before = closed.read_bytes()
    script = (
        _AS_NOBODY
        + """
path = Path(sys.argv[1])
with Project.open(path) as project:
    print(project.read_only, repr(project.holder), len(project.articles()), len(project.search("جندي")) > 0)
    for act in (lambda: project.apply(SetLabels(("x",))), lambda: Project.create(path.with_name("new.mizan"))):
        try:
            act()
        except KnownError as error:
            print("read-only" in error.en, "للقراءة" in error.ar)
"""
    )
    _let_in(closed.parent)
    closed.chmod(0o444)
    closed.parent.chmod(0o555)
    try:
        result = run(script, closed)
    finally:
        closed.parent.chmod(0o755)
    assert result.stdout.split("\n")[:3] == ["True '' 3 True", "True True", "True True"], result.stderr
    assert closed.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_an_unreadable_file_is_refused(closed: Path) -> None:
    script = (
        _AS_NOBODY
        + """
try:
    Project.open(sys.argv[1])
except KnownError as error:
    print(error.en)
"""
    )
    _let_in(closed.parent)
    closed.chmod(0)
    assert closed.name in run(script, closed).stdout


def test_a_full_disk_loses_only_the_last_edit(filled: Project, make: Making) -> None:
    connection = filled._store.connection
    mark = filled.annotations(make.articles()[0].id)[0]
    filled.apply(SetNote(mark.id, "قبل الامتلاء"))
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(KnownError, match="full"):
        filled.apply(SetNote(mark.id, "كبيرة " * 100_000))
    connection.execute("PRAGMA max_page_count = 1000000")
    found = filled.annotation(mark.id)
    assert found
    assert found.note == "قبل الامتلاء"
    filled.apply(SetNote(mark.id, "بعد الإفراغ"))
    assert filled.check() == []


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_FSIZE")
@pytest.mark.parametrize("limit", [0, 20_000])
def test_a_disk_that_fills_while_writing(closed: Path, make: Making, limit: int) -> None:
    """The system refuses to let the file grow, in the middle of a write."""
    result = run(
        """
        import resource, sys
        from core.errors import KnownError
        from core.project import Project
        from making import Making
        from pathlib import Path
        path, make = Path(sys.argv[1]), Making()
        project = Project.open(path)
        room = int(sys.argv[2])
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        texts = [f"{number} " + "كلمة " * 20000 for number in range(20)]
        for act in (
            lambda: project.import_articles([make.article(text) for text in texts]),
            lambda: Project.create(path.with_name("second.mizan")),
        ):
            try:
                act()
            except KnownError as error:
                print("full" in error.en, "القرص" in error.ar)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        print(len(project.articles()), project.check())
        project.close()
        """,
        closed,
        limit,
    )
    assert result.stdout.split("\n")[:3] == ["True True"] * 2 + ["3 []"], result.stderr
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]
    with Project.open(closed) as project:
        assert project.articles() == make.articles()


@pytest.mark.skipif(sys.platform != "linux", reason="Linux keeps a deleted file open")
def test_a_file_deleted_under_the_program_does_not_crash_it(filled: Project) -> None:
    filled.path.unlink()
    assert len(filled.articles()) == 3
    filled.close()
    refused(filled.path)


def test_names_with_every_character_open(tmp_path: Path) -> None:
    path = tmp_path / "قصة #1? 100% & more.mizan"
    Project.create(path).close()
    with Project.open(path) as project:
        assert project.path == path


def test_a_project_that_was_just_brought_up_to_date_opens_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "story.mizan"
    Project.create(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA user_version = {schema.VERSION - 1}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")  # known to the log only
    with Project.open(path, read_only=True) as project:
        assert project.summaries() == []
    connection.close()


def test_a_look_from_the_same_process_takes_no_lock_away(filled: Project, make: Making) -> None:
    """POSIX would drop the writer's locks, and the next program that closes the file would delete the log under it."""
    look = """
        import sys
        from core.project import Project
        with Project.open(sys.argv[1], read_only=True) as project:
            print(len(project.articles()))
    """
    with Project.open(filled.path, read_only=True) as beside:
        assert len(beside.articles()) == 3
    assert run(look, filled.path).stdout.strip() == "3"
    assert file.has_log(filled.path)
    mark = filled.annotations(make.articles()[0].id)[0]
    filled.apply(SetNote(mark.id, "بعد نظرة"))
    with Project.open(filled.path, read_only=True) as beside:
        found = beside.annotation(mark.id)
        assert found
        assert found.note == "بعد نظرة"
