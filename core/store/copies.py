"""Versions of a project that a synchronising program left beside it, because two machines wrote at once."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from core.errors import KnownError
from core.store import backups, faults, file

# What these programs add to the name of the version that lost: «(…conflicted copy…)», «.sync-conflict-…», the name of a
# computer, a number.
_CONFLICT = re.compile(
    r"[ _-]?[(\[][^)\]]*(?i:conflict|متعارض|تعارض)[^)\]]*[)\]]|\.sync-conflict-\d{8}-\d{6}(?:-\w+)?|_conflict-[\w-]+"
    r"|-(?=[0-9-]*[A-Z])[A-Z0-9-]{3,}|-[\w -]*(?:Mac|PC|Laptop|Desktop)[\w -]*| ?\(\d{1,2}\)| \d{1,2}"
)
# The first steps that a project remembers, its own and those that were merged into it.
_FIRST = """
SELECT at, edit FROM (SELECT at, edit FROM history ORDER BY id LIMIT 3)
UNION SELECT at, edit FROM (SELECT at, edit FROM merged_history ORDER BY at, place, id LIMIT 12)
"""


def conflicts(project: Path) -> list[Path]:
    """Files beside a project that are versions of it which a synchronising program, or a machine, left aside.

    Only those that remember the same first steps and differ by now.
    """
    try:
        beside = sorted(project.absolute().parent.glob(f"*{project.suffix}"))
    except OSError:
        return []
    named = [path for path in beside if _is_copys_name(path.stem, project.stem)]
    if not named:
        return []
    first, now = _remembered(project)
    found = [(path, _remembered(path)) for path in named]
    return [path for path, (steps, state) in found if steps & first and state != now]


def _is_copys_name(stem: str, own: str) -> bool:
    rest = stem.removeprefix(own)
    return rest != stem and _CONFLICT.fullmatch(rest) is not None


def _remembered(path: Path) -> tuple[set[object], object]:
    """The first steps of a project, and how it stands; nothing where it cannot be read."""
    try:
        with (
            backups.current(path) as readable,
            faults.explained(path),
            closing(sqlite3.connect(file.uri(readable, writable=True), uri=True)) as connection,
        ):
            return set(connection.execute(_FIRST)), backups.state(connection)
    except KnownError:
        return set(), None
