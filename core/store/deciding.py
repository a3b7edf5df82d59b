"""Accepting or rejecting many suggestions at once: those of a name, those of a label that are sure enough."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.model import Status
from core.store import rows
from core.store.edits import Change, Reader, stamped
from core.store.rows import TABLES, Row
from core.store.store import Store
from core.store.values import Waiting

_COLUMNS = TABLES["annotations"][1]
# What has a note is decided on by itself.
_WAITING = (
    "layer = 'entity' AND status = 'suggested' AND removed = 0 AND note = ''"
    " AND article_id IN (SELECT id FROM articles WHERE removed = 0)"
)
# As people are shown it, so that no suggestion lies between two settings.
_PERCENT = "CAST(round(score * 100) AS INTEGER)"


@dataclass(frozen=True, slots=True)
class DecideWaiting:
    """Accept or reject all suggestions of a kind, as one step."""

    which: Waiting
    status: Status

    def changes(self, reader: Reader) -> Iterator[Change]:
        for before in reader.waiting(self.which):
            yield from stamped(reader, before, before | {"status": str(self.status)})


def waiting(connection: sqlite3.Connection, which: Waiting) -> list[Row]:
    """The rows of these suggestions."""
    condition, parameters = _where(which)
    found = connection.execute(f"SELECT {rows.names(_COLUMNS)} FROM annotations WHERE {condition}", parameters)
    return [dict(zip(_COLUMNS, row, strict=True)) for row in found]


def count(store: Store, which: Waiting) -> int:
    """How many suggestions `DecideWaiting` would decide on."""
    condition, parameters = _where(which)
    return int(store.value(f"SELECT count(*) FROM annotations WHERE {condition}", parameters))


def by_score(store: Store, article_ids: Sequence[str]) -> dict[str, Counter[int]]:
    """How many suggestions wait in these articles, by label and percent of score.

    With it a dialog counts for any score that an editor tries, without asking again.
    """
    condition, parameters = _where(Waiting())
    found: dict[str, Counter[int]] = {}
    for label, percent, number in store.fetch(
        f"SELECT label, {_PERCENT}, count(*) FROM annotations WHERE {condition}"
        " AND article_id IN (SELECT value FROM json_each(:articles)) GROUP BY 1, 2",
        parameters | {"articles": json.dumps(article_ids)},
    ):
        found.setdefault(label, Counter())[percent] = number
    return found


def _where(which: Waiting) -> tuple[str, dict[str, Any]]:
    """The condition on a row of annotations, and its parameters."""
    parameters = asdict(which)
    parts = [_WAITING, *(f"{name} = :{name}" for name in ("label", "name", "article_id") if parameters[name])]
    if (which.least, which.most) != (0, 100):
        parts.append(f"{_PERCENT} BETWEEN :least AND :most")
    return " AND ".join(parts), parameters
