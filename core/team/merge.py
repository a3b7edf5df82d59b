"""Several editors' projects made into one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from core.errors import KnownError
from core.store import file, schema
from core.store.store import Store
from core.store.union import Union, upgraded
from core.store.values import United

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class MergeReport:
    """What a merge did: with which projects, and what came of it; None where nothing could be read."""

    merged: list[Path] = field(default_factory=list)
    skipped: list[tuple[Path, KnownError]] = field(default_factory=list)
    united: United | None = None


class _NothingLeftError(Exception):
    """Raised while the new file is filled, so that none is made."""


def merge(out: Path, projects: Sequence[Path], progress: Progress | None = None) -> MergeReport:
    """Make `out` of these projects, which stay as they are; those that cannot be read are reported and left out.

    The order of the projects does not matter. KnownError where `out` exists or cannot be written; where no project can
    be read, no file is made. `progress` gets (done, all) projects.
    """
    report = MergeReport()

    def fill(connection: sqlite3.Connection) -> None:
        union = Union(connection)
        for done, path in enumerate(projects, 1):
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

    with suppress(_NothingLeftError):
        file.make(out, fill)
    return report


def _add(union: Union, path: Path) -> None:
    if file.inspect(path) < schema.VERSION:
        with TemporaryDirectory(prefix="mizan-") as folder:
            union.add(upgraded(path, Path(folder)))
        return
    Store.open(path, read_only=True).close()  # whatever is no project is refused here
    union.add(path)
