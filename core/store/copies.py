"""Versions of a project that a synchronising program left beside it, because two machines wrote at once."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from core.errors import KnownError
from core.store import backups, faults, file

# What these programs add to the name of the version that lost: «(…conflicted copy…)», «.sync-conflict-…», the name of a
# computer, a number.
_CONFLICT = re.compile(
    r"[ _-]?[(\[][^)\]]*(?i:conflict|متعارض|تعارض)[^)\]]*[)\]]"
    r"|\.sync-conflict-\d{8}-\d{6}(?:-\w+)?|[ ._-](?i:conflict)[\w .-]*"
    r"|-(?=[0-9-]*[A-Z])[A-Z0-9-]{3,}|-[\w '’-]*(?:Mac|PC|Laptop|Desktop)[\w '’-]*| ?\(\d{1,2}\)| \d{1,2}"
)
# The first steps that a project remembers, its own and those that were merged into it.
_FIRST = """
SELECT at, edit FROM (SELECT at, edit FROM history ORDER BY id LIMIT 3)
UNION SELECT at, edit FROM (SELECT at, edit FROM merged_history ORDER BY at, place, id LIMIT 12)
"""
_LAST = "SELECT at, edit FROM history ORDER BY id DESC LIMIT 1"
_KNOWN = (
    "SELECT EXISTS (SELECT 1 FROM history WHERE at = ? AND edit = ? UNION ALL"
    " SELECT 1 FROM merged_history WHERE at = ? AND edit = ?)"
)


def conflicts(project: Path) -> list[Path]:
    """Versions of a project that hold steps which it does not: files that a synchronising program laid beside it, and
    what was kept when its file was lost under the program.

    Only those that remember the same first steps.
    """
    try:
        beside = sorted(project.absolute().parent.glob(f"*{project.suffix}"))
    except OSError:
        return []
    found = [path for path in beside if _is_copys_name(path.stem, project.stem)]
    found += [backup.path for backup in backups.listed(project) if backup.why == "lost"]
    return [path for path in found if _has_more(path, project)]


def _is_copys_name(stem: str, own: str) -> bool:
    rest = stem.removeprefix(own)
    return rest != stem and _CONFLICT.fullmatch(rest) is not None


def _has_more(path: Path, project: Path) -> bool:
    """Whether a version of the project has gone on by itself; False for what cannot be read."""
    try:
        with _reading(path) as other, _reading(project) as own:
            last = other.execute(_LAST).fetchone()
            same = not set(other.execute(_FIRST)).isdisjoint(own.execute(_FIRST))
            return last is not None and same and not own.execute(_KNOWN, (*last, *last)).fetchone()[0]
    except KnownError:
        return False


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with (
        backups.current(path) as readable,
        faults.explained(path),
        closing(sqlite3.connect(file.uri(readable, writable=True), uri=True)) as connection,
    ):
        yield connection
