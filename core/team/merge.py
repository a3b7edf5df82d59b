"""Several editors' projects made into one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from core.errors import KnownError
from core.store import file, schema
from core.store.store import Store
from core.store.union import Union, upgraded
from core.store.values import United

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_STEPS = 20_000  # of SQLite's machine between two looks at whether to go on


@dataclass(slots=True)
class MergeReport:
    """What a merge did: with which projects, and what came of it; None where nothing could be read."""

    merged: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, KnownError]] = field(default_factory=list)
    united: United | None = None


class _NothingLeftError(Exception):
    """Raised while the new file is filled, so that none is made."""


def merge(
    out: Path, projects: Sequence[Path], progress: Progress | None = None, cancelled: Cancelled | None = None
) -> MergeReport:
    """Make `out` of these projects, which stay as they are; those that cannot be read are reported and left out.

    The order of the projects does not matter. KnownError where `out` exists or cannot be written; where no project can
    be read, or `cancelled` said so (also from another thread), no file is made. `progress` gets (done, all) projects.
    """
    report = MergeReport()

    def fill(connection: sqlite3.Connection) -> None:
        if cancelled:
            connection.set_progress_handler(lambda: cancelled() or None, _STEPS)
        union = Union(connection)
        for done, path in enumerate(projects, 1):
            if cancelled and cancelled():
                raise _NothingLeftError
            try:
                _add(union, path)
                report.merged.append(path)
            except KnownError as error:
                report.skipped.append((path, error))
            if progress:
                progress(done, len(projects))
        if not report.merged:
            raise _NothingLeftError
        report.united = union.finish()

    try:
        with suppress(_NothingLeftError):
            file.make(out, fill)
    except (sqlite3.OperationalError, KnownError):
        if not (cancelled and cancelled()):
            raise
        return MergeReport()
    return report


@contextmanager
def beside(
    project: Path, others: Sequence[Path], progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Iterator[tuple[Path, MergeReport]]:
    """A passing file of this project and others, to look at (`Project.coming`) and to take over from.

    The project may be open for editing elsewhere, in a window too. The report counts it among the merged ones.
    """
    with TemporaryDirectory(prefix="mizan-") as folder:
        draft = Path(folder) / "merged.mizan"
        yield draft, merge(draft, [project, *others], progress, cancelled)


def _add(union: Union, path: Path) -> None:
    if file.inspect(path) < schema.VERSION:
        with TemporaryDirectory(prefix="mizan-") as folder:
            union.add(upgraded(path, Path(folder)))
        return
    Store.open(path, read_only=True).close()  # whatever is no project is refused here
    union.add(path)
