"""Opening and making a project file: what is checked before the first read, and how the connection is set up."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from core.errors import KnownError
from core.store import faults, schema
from core.store.surroundings import journal_mode

_MAGIC = b"SQLite format 3\x00"
_BUSY_MS = 5000


@dataclass(frozen=True, slots=True)
class _Header:
    """The fields of SQLite's file header that tell what a file is, https://sqlite.org/fileformat.html"""

    page_size: int
    pages: int
    application_id: int
    user_version: int


# The files (device, inode) to which this process has connections. POSIX drops all locks of a process on a file when the
# process closes any descriptor of it: one that is open here is looked into by SQLite only, which knows of that.
_OPEN: Counter[tuple[int, int]] = Counter()
_opening = Lock()


class _Connection(sqlite3.Connection):
    """Counted in _OPEN until it is closed."""

    which: tuple[int, int] | None = None

    def close(self) -> None:
        super().close()
        if self.which is not None:
            _leave(self.which)
            self.which = None


def _leave(which: tuple[int, int]) -> None:
    with _opening:
        _OPEN[which] -= 1


def lacking() -> str:
    """What the SQLite of this machine cannot do although a project file needs it, in its own words; "" for nothing."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE TABLE t (x TEXT) STRICT")
            connection.execute("CREATE VIRTUAL TABLE f USING fts5 (x)")
        except sqlite3.OperationalError as error:
            return str(error)
    return ""


def connect(path: Path, *, read_only: bool, writable: bool = True) -> sqlite3.Connection:
    """A connection to an existing file; `writable` says whether the system lets us write there.

    A reader of a writable file may write as far as SQLite is concerned, so that the last one to close tidies up. Where
    nothing can be written, SQLite cannot keep its own files either, and must be told that nobody writes.
    """
    with _opening:
        _OPEN[which := _which(path)] += 1
    with on_failure(lambda: _leave(which)):
        connection = sqlite3.connect(
            uri(path, writable), uri=True, isolation_level=None, timeout=_BUSY_MS / 1000, factory=_Connection
        )
    connection.which = which
    with on_failure(connection.close):
        # A project that came by mail may hold triggers and views: they must not call functions with side effects.
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA cache_size = -32768")  # KiB
        connection.execute("PRAGMA query_only = ON" if read_only else f"PRAGMA journal_mode = {journal_mode(path)}")
        if _acts(connection):
            raise faults.acting(path)
    return connection


@contextmanager
def on_failure(undo: Callable[[], object]) -> Iterator[None]:
    """Where what is done here fails, even for an interrupt, this is called as well."""
    with ExitStack() as failing:
        failing.callback(undo)
        yield
        failing.pop_all()


def _acts(connection: sqlite3.Connection) -> bool:
    """Whether the file holds what no project does and would act when it is read or written.

    That are triggers, and a view, a table of another program's module or one without types in the place of ours.
    """
    if connection.execute("SELECT 1 FROM main.sqlite_master WHERE type = 'trigger'").fetchone():
        return True
    tables = connection.execute("PRAGMA main.table_list").fetchall()
    return any(name in schema.ORDINARY and (kind != "table" or not strict) for _, name, kind, _, _, strict in tables)


def uri(path: Path, writable: bool) -> str:
    """How SQLite is told to open a file, given whether the system lets us write there."""
    mode = "rw" if writable else "ro" if has_log(path) else "ro&immutable=1"
    return f"{path.absolute().as_uri()}?mode={mode}"


def inspect(path: Path) -> int:
    """The schema version of the project at `path`. KnownError for all that is no readable project."""
    with faults.explained(path):
        if not path.exists():
            raise faults.missing(path)
        if not path.is_file():  # a folder, a pipe that nobody writes to
            raise faults.not_a_project(path)
        with _opening:
            header = _told(path) if _OPEN[_which(path)] else _header(path)
        size = path.stat().st_size
    if header.application_id != schema.APPLICATION_ID:
        raise faults.not_a_project(path)
    if header.user_version > schema.VERSION:
        raise KnownError(
            f"المشروع «{path}» من إصدار أحدث من ميزان (النسخة {header.user_version}، وهذا البرنامج يعرف حتى "
            f"{schema.VERSION})؛ حدّث البرنامج لفتحه.",
            f"The project “{path}” was made by a newer Mizan (schema {header.user_version}, this program knows up to "
            f"{schema.VERSION}); update the program to open it.",
        )
    if header.user_version < 1:
        raise faults.damaged(path)
    # While a log is waiting to be copied in, the file may lawfully be shorter than its header says.
    if size < header.pages * header.page_size and not has_log(path):
        raise faults.damaged(path)
    return header.user_version


def make(path: Path, fill: Callable[[sqlite3.Connection], None] | None = None) -> None:
    """A new project, empty or filled, that appears under `path` when it is whole. KnownError where that cannot be."""
    if path.exists():
        raise KnownError(
            f"الملف «{path}» موجود؛ اختر اسما آخر أو افتحه.",
            f"“{path}” exists already; choose another name, or open it.",
        )
    if not path.parent.is_dir():
        raise KnownError(
            f"المجلد «{path.parent}» غير موجود؛ أنشئه أو اختر غيره.",
            f"There is no folder “{path.parent}”; make it or choose another.",
        )
    draft = path.with_name(path.name + ".new")
    with faults.explained(path):
        try:
            remove(draft)
            draft.touch()
            connection = connect(draft, read_only=False)
            try:
                schema.migrate(connection)
                if fill:
                    fill(connection)
            finally:
                connection.close()
            draft.rename(path)
        finally:
            remove(draft)


def remove(path: Path) -> None:
    """Delete a database and the files that SQLite keeps beside it, as far as they exist."""
    with suppress(OSError):  # what could not be made cannot always be removed; the first error is the one that counts
        path.unlink(missing_ok=True)
    remove_log(path)


def remove_log(path: Path) -> None:
    """Delete the log of a file that is no longer there: SQLite would play it into whatever lies there now."""
    for end in ("-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + end).unlink(missing_ok=True)


def upgrade(path: Path, connection: sqlite3.Connection, version: int) -> None:
    """Bring an older project up to date; the file as it was stays beside it as “<name>.v<version>.bak”."""
    copy = path.with_name(f"{path.name}.v{version}.bak")
    draft = copy.with_name(copy.name + ".new")
    try:
        target = sqlite3.connect(draft)
        try:
            connection.backup(target)
        finally:
            target.close()
        draft.replace(copy)
    finally:
        remove(draft)
    schema.migrate(connection)


def has_log(path: Path) -> bool:
    """Whether there is a log or journal beside the file: somebody has it open, or died with it open."""
    return any(path.with_name(path.name + end).exists() for end in ("-wal", "-journal"))


def _which(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _told(path: Path) -> _Header:
    """The header of a file that is open in this process, as SQLite tells it."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        fields = ("page_size", "page_count", "application_id", "user_version")
        return _Header(*(connection.execute(f"PRAGMA {field}").fetchone()[0] for field in fields))


def _header(path: Path) -> _Header:
    with path.open("rb") as file:
        start = file.read(100)
    if not start.startswith(_MAGIC):
        raise faults.not_a_project(path)
    if len(start) < 100:
        raise faults.damaged(path)

    def number(at: int, length: int = 4) -> int:
        return int.from_bytes(start[at : at + length], "big")

    size = number(16, 2)
    # The page count is only sound where it was written together with the change counter.
    pages = number(28) if number(24) == number(92) else 0
    return _Header(65536 if size == 1 else size, pages, number(68), number(60))
