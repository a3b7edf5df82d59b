"""Rolling backups of projects, in the person's own data folder: no cloud folder sees them, and they outlive the file.

Each is a whole project file, made with SQLite's online backup while others read and write. They are numbered, so that
their order holds whatever the clock says; the files are named NUMBER-TIME-OCCASION.mizan.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core import places
from core.errors import KnownError
from core.store import faults, file, schema
from core.store.union import upgraded

# What is kept, counted from the newest backup: so many, one of so many days, one of so many weeks.
_LAST, _DAYS, _WEEKS = 10, 7, 4
_MOST_BYTES = 4 << 30  # of one project's; but never fewer than
_FEWEST = 3
_ABANDONED = 3600  # seconds after which an unfinished copy is nobody's
_PAGES = 512  # per step, where a reader keeps the writer waiting
_numbering = threading.Lock()  # two threads do not take one number
Tell = Callable[[int, int], object]  # done, of all
_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)-([a-z]+)\.mizan")
_DRAFT = re.compile(r"(\d{6,})-")
_TIME = "%Y%m%dT%H%M%SZ"

# What decisions and suggestions hang on: equal in two files of one project where nothing happened between them.
_STATE = """
SELECT (SELECT max(id) FROM history), (SELECT count(*) FROM history WHERE state = 'undone'),
    (SELECT count(*) FROM history WHERE state = 'done'), (SELECT max(number) FROM articles),
    (SELECT count(*) FROM analysed), (SELECT max(at) FROM analysed),
    (SELECT at || substr(edit, 1, 2000) FROM history ORDER BY id DESC LIMIT 1)
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: `at` is UTC, `why` a word for the occasion, the size in bytes."""

    number: int
    at: datetime
    why: str
    size: int
    path: Path


def folder(project: Path) -> Path:
    """Where the backups of the project of that path lie, whether the project is still there or not."""
    place = project.resolve()
    mark = hashlib.sha256(os.fsencode(place)).hexdigest()[:8]
    return places.data_folder() / "backups" / f"{place.stem[:60]}-{mark}"


def listed(project: Path) -> list[Backup]:
    """The backups of a project, newest first."""
    try:
        found = [(_NAME.fullmatch(path.name), path) for path in folder(project).iterdir()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    there = (_backup(match, path) for match, path in found if match)
    return sorted(filter(None, there), key=_number, reverse=True)


def find(project: Path, wanted: str) -> Backup:
    """The backup of that number, or “last”. KnownError where there is none."""
    found = listed(project)
    for backup in found:
        if wanted in ("last", str(backup.number), backup.path.name):
            return backup
    raise KnownError(
        f"لا نسخة احتياطية «{wanted}» للمشروع «{project}»؛ الموجود منها: mizan backups.",
        f"“{project}” has no backup “{wanted}”; for those it has: mizan backups.",
    )


def make(project: Path, why: str, always: bool = False) -> Backup | None:
    """Copy the project as it stands; None where it is empty or, unless `always`, as it was at the last backup.

    Needs no lock and disturbs nobody, so that a thread may do it. KnownError where it cannot be read or written, and,
    unless `always`, where it is damaged: the sound backups that there are must not make room for it.
    """
    with closing(_opened(project)) as connection:
        with faults.explained(project):
            now = state(connection)
        known = listed(project)
        if not any(now) or (known and not always and _state(known[0].path) == now):
            return None
        return keep(project, connection, why, sound=not always)


def keep(project: Path, connection: sqlite3.Connection, why: str, sound: bool = False) -> Backup | None:
    """`make` of what a connection reads, even where the file itself is gone, or, unless `sound`, is damaged."""
    target = _copied(project, connection, f"{datetime.now(UTC):{_TIME}}-{why}.mizan", sound)
    _thin(listed(project))
    return next((backup for backup in listed(project) if backup.path == target), None)


def kept(backups: Sequence[Backup]) -> set[int]:
    """The numbers of those that stay, of backups newest first. The clock of today is not asked: it may be wrong."""
    stay = {backup.number for backup in backups[:_LAST]}
    for most, period in ((_DAYS, "%Y-%m-%d"), (_WEEKS, "%G-%V")):
        newest: dict[str, int] = {}
        for backup in backups:
            newest.setdefault(f"{backup.at:{period}}", backup.number)
        stay.update(list(newest.values())[:most])
    room = _MOST_BYTES
    for place, backup in enumerate(backups):
        if backup.number in stay:
            room -= backup.size
            if room < 0 and place >= _FEWEST:
                stay.discard(backup.number)
    return stay


def state(connection: sqlite3.Connection) -> tuple[object, ...]:
    """Equal where nothing was decided or analysed in between."""
    found: tuple[object, ...] = connection.execute(_STATE).fetchone()
    return found


def restore(backup: Path, out: Path) -> None:
    """Make `out`, which must not exist, of a backup; both stay."""
    with closing(_opened(backup)) as source:
        file.make(out, source.backup)


def rescue(project: Path, out: Path) -> Backup:
    """Make `out`, which must not exist, of the newest backup that is sound. KnownError where none is."""
    for backup in listed(project):
        if _is_sound(backup.path):
            restore(backup.path, out)
            return backup
    raise KnownError(
        f"لا نسخة احتياطية سليمة للمشروع «{project}»؛ أنقذ ما بقي في ملفه: mizan check --repair.",
        f"“{project}” has no sound backup; save what its file still holds: mizan check --repair.",
    )


def replace(project: Path, source: Path, why: str, tell: Tell | None = None) -> None:
    """Let a project be what `source` is, all or nothing; as it stood, it is kept as a backup first. Long.

    For who has its lock, in any thread; `tell` hears how many pages are written. KnownError where either file cannot be
    read or written.
    """
    make(project, why, always=True)
    with (
        current(source) as path,
        closing(_opened(path)) as connection,
        faults.explained(project),
        closing(file.connect(project, read_only=False)) as target,
    ):
        connection.backup(
            target, pages=_PAGES, sleep=0, progress=lambda _, left, pages: tell(pages - left, pages) if tell else None
        )


@contextmanager
def current(path: Path) -> Iterator[Path]:
    """A project of this version: the file itself, or a passing copy of an older one that is brought up to date."""
    if file.inspect(path) == schema.VERSION:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="mizan-") as scratch:
        yield upgraded(path, Path(scratch))


def _backup(match: re.Match[str], path: Path) -> Backup | None:
    number, at, why = match.groups()
    try:
        size = path.stat().st_size
    except FileNotFoundError:  # another thread or program made room meanwhile
        return None
    return Backup(int(number), datetime.strptime(at, _TIME).replace(tzinfo=UTC), why, size, path)


def _number(backup: Backup) -> int:
    return backup.number


def _opened(path: Path) -> sqlite3.Connection:
    file.inspect(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with faults.explained(path):
        return file.connect(path, read_only=True, writable=writable)


def _state(path: Path) -> tuple[object, ...] | None:
    """None for a backup that cannot be read: it does not count."""
    try:
        with closing(_opened(path)) as connection, faults.explained(path):
            return state(connection)
    except KnownError:
        return None


def _is_sound(path: Path) -> bool:
    try:
        with closing(_opened(path)) as connection:
            _must_be_sound(connection, path)
    except KnownError:
        return False
    return True


def _copied(project: Path, connection: sqlite3.Connection, name: str, sound: bool) -> Path:
    place = folder(project)
    with faults.explained(place):
        place.mkdir(parents=True, exist_ok=True)
        _sweep(place)
        _must_have_room(project, connection, place)
        with _numbering:  # by when they began: one of an older state that ends later is no newer backup
            number = max((*_drafted(place), *(backup.number for backup in listed(project))), default=0) + 1
            handle, draft = tempfile.mkstemp(prefix=f"{number:06}-", suffix=".part", dir=place)
        os.close(handle)
        try:
            with closing(sqlite3.connect(draft)) as target:
                # One step sees one state and keeps no writer of a log waiting; without a log, it goes in many.
                has_log = connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
                connection.backup(target, pages=-1 if has_log else _PAGES, sleep=0.02)
                target.execute("PRAGMA journal_mode = DELETE")  # a file by itself
                if sound:
                    _must_be_sound(target, project)
            path = place / f"{number:06}-{name}"
            Path(draft).replace(path)
        finally:
            file.remove(Path(draft))
    return path


def _drafted(place: Path) -> Iterator[int]:
    """The numbers of the backups that are being made."""
    return (int(found[1]) for draft in place.glob("*.part") if (found := _DRAFT.match(draft.name)))


def _must_have_room(project: Path, connection: sqlite3.Connection, place: Path) -> None:
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if shutil.disk_usage(place).free < 2 * pages * size:
        raise KnownError(
            f"لم تُحفظ نسخة احتياطية من «{project}»: المساحة الباقية في «{place}» لا تكفي. أفرغ مساحة.",
            f"No backup of “{project}” was made: there is too little room in “{place}”. Free some space.",
        )


def _must_be_sound(copy: sqlite3.Connection, project: Path) -> None:
    with faults.explained(project):
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise faults.damaged(project)


def _sweep(place: Path) -> None:
    """Remove what a killed program left unfinished."""
    for draft in place.glob("*.part"):
        with suppress(FileNotFoundError):  # that of another thread, a backup by now
            if abs(time.time() - draft.stat().st_mtime) > _ABANDONED:
                file.remove(draft)


def _thin(backups: Sequence[Backup]) -> None:
    stay = kept(backups)
    for backup in backups:
        if backup.number not in stay:
            file.remove(backup.path)
