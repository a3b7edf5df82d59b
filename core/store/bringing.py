"""Marks taken in by the thousand, as a file of them is read: the edit, and what its undo keeps of them.

The rows of an ordinary edit stand in its record. Of what came in new the record has only the IDs (`brought`); the rows
go there when the step is undone.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from core.model import Annotation, Article, Status
from core.store import rows
from core.store.changes import Change, Reader
from core.store.edits import ImportArticles, hold_text
from core.store.rows import TABLES, Row

_PART = 5000  # marks that are written, and taken back, at one go
_COLUMNS = TABLES["annotations"][1]
_NAMES = rows.names(_COLUMNS)
_INSERT = f"INSERT INTO annotations ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_THESE = "WHERE id IN (SELECT value FROM json_each(?))"
_ID, _ARTICLE, _STATUS = map(_COLUMNS.index, ("id", "article_id", "status"))


@dataclass(frozen=True, slots=True)
class PutAnnotations:
    """Bring in what the file of this name holds; known marks change. `found` is read once, as it is written.

    Marks come with their IDs, decisions, editors and times, each behind its article where the project lacks that. One
    without times is somebody else's: where the project has it already, it is accepted.

    Edits that follow each other and have the same `part_of` are taken back together; what the decisions in them teach
    is told by `learning.anew_steps`, once for all.
    """

    file: str
    found: Iterable[Article | Annotation] = field(repr=False)
    part_of: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        editor = cache(reader.editor_named)
        waiting: list[Annotation] = []
        for item in self.found:
            if isinstance(item, Article):
                yield from ImportArticles((item,)).changes(reader)
                continue
            waiting.append(item)
            if len(waiting) == _PART:
                yield from _put(reader, waiting, editor)
                waiting = []
        yield from _put(reader, waiting, editor)


def _put(reader: Reader, marks: Sequence[Annotation], editor: Callable[[str], str | None]) -> Iterator[Change]:
    """New marks are written at once; those that the project has are changes as any other."""
    there = reader.marks([mark.id for mark in marks])
    new = []
    for mark in marks:
        hold_text(reader, mark.article_id, mark.item)
        row = rows.of_mark(mark, editor(mark.editor), reader.now)
        before = there.get(mark.id)
        if before is None:
            new.append(row)
        elif (after := _changed(mark, before, row)) != before:
            yield Change("annotations", mark.id, before, after)
    reader.put_marks(new)


def _changed(mark: Annotation, before: Row, row: tuple[Any, ...]) -> Row:
    """What becomes of a mark that the project has."""
    if not mark.created_at and not before["removed"]:
        is_open = before["status"] == Status.SUGGESTED
        return before | {
            "status": str(Status.ACCEPTED) if is_open else before["status"],
            "note": mark.note or before["note"],
        }
    # What an engine had proposed before an editor changed it is not exported; it stays known here.
    return dict(zip(_COLUMNS, row, strict=True)) | {name: before[name] for name in ("added", "suggested")}


def there(connection: sqlite3.Connection, keys: Sequence[str]) -> dict[str, Row]:
    """Those of these marks that there are, by ID."""
    found = connection.execute(f"SELECT {_NAMES} FROM annotations {_THESE}", (rows.dumps(keys),))
    return {row[_ID]: dict(zip(_COLUMNS, row, strict=True)) for row in found}


@dataclass(slots=True)
class Brought:
    """What an edit wrote at one go: IDs in portions (JSON), articles, and whether somebody decided any of it."""

    parts: list[str] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    decided: bool = False

    def write(self, connection: sqlite3.Connection, made: Sequence[Sequence[Any]]) -> None:
        """Write new marks."""
        connection.executemany(_INSERT, made)
        self.hear(made)
        self.parts.append(rows.dumps([row[_ID] for row in made]))

    def hear(self, made: Iterable[Sequence[Any]]) -> None:
        """Of which articles these marks are, and whether they were decided."""
        for row in made:
            self.articles.add(row[_ARTICLE])
            self.decided = self.decided or row[_STATUS] != Status.SUGGESTED

    def keep(self, connection: sqlite3.Connection, step: int) -> None:
        """Let the step of this number of the history remember it."""
        connection.executemany(
            "INSERT INTO brought (step, part, ids) VALUES (?, ?, ?)",
            ((step, part, ids) for part, ids in enumerate(self.parts)),
        )


def move(connection: sqlite3.Connection, step: int, *, undo: bool) -> Brought:
    """Take what a step brought in away, or bring it back."""
    moved = Brought()
    for part in connection.execute("SELECT part FROM brought WHERE step = ? ORDER BY part", (step,)).fetchall():
        key = (step, *part)
        ids, kept = connection.execute("SELECT ids, kept FROM brought WHERE step = ? AND part = ?", key).fetchone()
        if undo:
            made = connection.execute(f"SELECT {_NAMES} FROM annotations {_THESE}", (ids,)).fetchall()
            connection.execute(f"DELETE FROM annotations {_THESE}", (ids,))
        else:
            made = json.loads(kept)
            connection.executemany(_INSERT, made)
        moved.hear(made)
        moved.parts.append(ids)
        connection.execute(
            "UPDATE brought SET kept = ? WHERE step = ? AND part = ?", (rows.dumps(made) if undo else None, *key)
        )
    return moved


def forget_undone(connection: sqlite3.Connection) -> None:
    """What was undone cannot be done again after another edit."""
    connection.execute("DELETE FROM brought WHERE step IN (SELECT id FROM history WHERE state = 'undone')")
