"""Accepting or rejecting many suggestions at once: those of a name, those of a label that are sure enough."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.model import Status
from core.store import articles, rows
from core.store.changes import Change, Reader
from core.store.edits import stamped
from core.store.rows import TABLES, Row
from core.store.store import Store
from core.store.values import Waiting

_AT_ONCE = 150  # suggestions that are decided on in one transaction, or as many as one article has
_LOOKED_AT = 200  # articles of which it is counted at a time how many wait
_COLUMNS = TABLES["annotations"][1]
# What has a note is decided on by itself.
_WAITING = "layer = 'entity' AND status = 'suggested' AND removed = 0 AND note = ''"
_THERE = "article_id IN (SELECT id FROM articles WHERE removed = 0)"
_AMONG = (
    "article_id IN (SELECT a.id FROM json_each(:among) j CROSS JOIN articles a ON a.id = j.value WHERE a.removed = 0)"
)
# As people are shown it, so that no suggestion lies between two settings.
_PERCENT = "CAST(round(score * 100) AS INTEGER)"


@dataclass(frozen=True, slots=True)
class DecideWaiting:
    """Accept or reject all suggestions of a kind, as one step; in these articles (IDs) only, where any are named.

    Edits that follow each other and have the same `part_of` are taken back together.
    """

    which: Waiting
    status: Status
    among: tuple[str, ...] = ()
    part_of: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        for before in reader.waiting(self.which, self.among):
            yield from stamped(reader, before, before | {"status": str(self.status)})


def waiting(connection: sqlite3.Connection, which: Waiting, among: Sequence[str] = ()) -> list[Row]:
    """The rows of these suggestions."""
    condition, parameters = _where(which, among)
    found = connection.execute(f"SELECT {rows.names(_COLUMNS)} FROM annotations WHERE {condition}", parameters)
    return [dict(zip(_COLUMNS, row, strict=True)) for row in found]


def count(store: Store, which: Waiting) -> int:
    """How many suggestions `DecideWaiting` would decide on."""
    condition, parameters = _where(which)
    return int(store.value(f"SELECT count(*) FROM annotations WHERE {condition}", parameters))


def portions(store: Store, which: Waiting) -> Iterator[tuple[tuple[str, ...], int]]:
    """The articles in which such suggestions wait, as many at a time as are quickly decided on; how many are behind."""
    every = [which.article_id] if which.article_id else articles.ids(store)
    for start in range(0, len(every), _LOOKED_AT):
        chunk = every[start : start + _LOOKED_AT]
        condition, parameters = _where(which, chunk)
        counts = dict(
            store.fetch(f"SELECT article_id, count(*) FROM annotations WHERE {condition} GROUP BY 1", parameters)
        )
        portion: list[str] = []
        weight = 0
        for at, key in enumerate(chunk, start + 1):
            if count := counts.get(key, 0):
                portion.append(key)
                weight += count
            if weight >= _AT_ONCE or (portion and at == start + len(chunk)):
                yield tuple(portion), at
                portion, weight = [], 0


def by_score(store: Store, article_ids: Sequence[str]) -> dict[str, Counter[int]]:
    """How many suggestions wait in these articles, by label and percent of score.

    With it a dialog counts for any score that an editor tries, without asking again.
    """
    if not article_ids:
        return {}
    condition, parameters = _where(Waiting(), article_ids)
    found: dict[str, Counter[int]] = {}
    for label, percent, number in store.fetch(
        f"SELECT label, {_PERCENT}, count(*) FROM annotations WHERE {condition} GROUP BY 1, 2", parameters
    ):
        found.setdefault(label, Counter())[percent] = number
    return found


def _where(which: Waiting, among: Sequence[str] = ()) -> tuple[str, dict[str, Any]]:
    """The condition on a row of annotations, and its parameters; `among`: in these articles, where any are named."""
    parameters = asdict(which)
    parts = [_WAITING, *(f"{name} = :{name}" for name in ("label", "name", "article_id") if parameters[name])]
    if (which.least, which.most) != (0, 100):
        parts.append(f"{_PERCENT} BETWEEN :least AND :most")
    parts.append(_AMONG if among else _THERE)
    if among:
        parameters["among"] = json.dumps(among)
    return " AND ".join(parts), parameters
