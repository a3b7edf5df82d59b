"""In what two files of one project differ, as somebody who restores one asks: articles, decisions, verdicts, notes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.store import backups, faults, file


class What(StrEnum):
    """What is not the same."""

    ARTICLE = "article"
    MARK = "mark"
    VERDICT = "verdict"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing: its article, its words, and what it is in either file ("": nothing, not there).

    States are “there” of articles, and of marks and verdicts what they were decided to be.
    """

    what: What
    title: str
    text: str
    now: str
    then: str


def differences(now: Path, then: Path) -> list[Difference]:
    """All that differs. KnownError where a file cannot be read. Takes as long as reading all decisions."""
    with (
        backups.current(now) as one,
        backups.current(then) as other,
        faults.explained(one),
        closing(sqlite3.connect(":memory:", uri=True)) as connection,
    ):
        connection.execute("ATTACH ? AS now", (file.uri(one, writable=True),))
        connection.execute("ATTACH ? AS past", (file.uri(other, writable=True),))
        connection.execute("PRAGMA query_only = ON")
        return [found for part in _PARTS for found in part(connection)]


def _articles(connection: sqlite3.Connection) -> Iterator[Difference]:
    yield from _compared(connection, What.ARTICLE, "SELECT id, 'there' FROM {0}.articles WHERE removed = 0", _title)


def _marks(connection: sqlite3.Connection) -> Iterator[Difference]:
    decided = """
    SELECT id, CASE removed WHEN 1 THEN 'removed' ELSE status || ' ' || label || ' ' || start || '–' || "end" END
    FROM {0}.annotations WHERE status <> 'suggested' OR removed = 1
    """
    yield from _compared(connection, What.MARK, decided, _mark)


def _verdicts(connection: sqlite3.Connection) -> Iterator[Difference]:
    given = "SELECT relation_id, kind || coalesce(' ' || reason, '') FROM {0}.verdicts WHERE kind <> 'undecided'"
    yield from _compared(connection, What.VERDICT, given, _verdict)


def _notes(connection: sqlite3.Connection) -> Iterator[Difference]:
    yield from _compared(
        connection, What.NOTE, "SELECT id, note FROM {0}.annotations WHERE note <> '' AND removed = 0", _mark
    )
    yield from _compared(connection, What.NOTE, "SELECT relation_id, note FROM {0}.verdicts WHERE note <> ''", _verdict)


_PARTS = (_articles, _marks, _verdicts, _notes)
_Named = Callable[[sqlite3.Connection, str], tuple[str, str]]


def _compared(connection: sqlite3.Connection, what: What, query: str, named: _Named) -> Iterator[Difference]:
    """What (key, state) of a query differs between the two."""
    one, other = query.format("now"), query.format("past")
    now = dict(connection.execute(f"{one} EXCEPT {other}"))
    then = dict(connection.execute(f"{other} EXCEPT {one}"))
    for key in dict.fromkeys([*now, *then]):
        yield Difference(what, *named(connection, key), now.get(key, ""), then.get(key, ""))


def _either(connection: sqlite3.Connection, query: str, key: str) -> tuple[str, ...]:
    """A row of whichever file has it."""
    for schema in ("now", "past"):
        if found := connection.execute(query.format(schema), (key,)).fetchone():
            return tuple(found)
    return ()


def _title(connection: sqlite3.Connection, key: str) -> tuple[str, str]:
    found = _either(connection, "SELECT title, file, source FROM {0}.articles WHERE id = ?", key)
    return next((name for name in found if name), key), ""


def _mark(connection: sqlite3.Connection, key: str) -> tuple[str, str]:
    article, text = _either(
        connection, "SELECT article_id, json_extract(data, '$.text') FROM {0}.annotations WHERE id = ?", key
    )
    return _title(connection, article)[0], text or ""


def _verdict(connection: sqlite3.Connection, key: str) -> tuple[str, str]:
    evidence = json.loads(_either(connection, "SELECT evidence FROM {0}.verdicts WHERE relation_id = ?", key)[0])
    sides = [evidence[side] for side in ("a", "b") if side in evidence]
    titles = [_title(connection, side["article"])[0] for side in sides]
    return " / ".join(titles), " / ".join(str(side.get("text", "")) for side in sides)
