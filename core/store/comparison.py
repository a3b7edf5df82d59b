"""Whether the facts are those of the project as it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from core.model import Status
from core.store import packets
from core.store.changes import Change
from core.store.rows import Row
from core.store.store import Store

_COUNT = "INSERT INTO counters (name, value) VALUES ('edited', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1"


def depends_on(changes: Iterable[Change]) -> bool:
    """Whether a comparison may come to something else after these changes; an acceptance changes nothing."""
    return any(
        change.table in ("articles", "names")
        or (change.table == "annotations" and _standing(change.before) != _standing(change.after))
        for change in changes
    )


def count_edit(connection: sqlite3.Connection) -> None:
    """Something changed that facts depend on."""
    connection.execute(_COUNT)


def edits(store: Store) -> int:
    """How often that happened."""
    return _counter(store, "edited")


def keep(store: Store, number: int) -> None:
    """The facts are those of the project after so many edits."""
    if _counter(store, "compared") != number:
        with store.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO counters (name, value) VALUES ('compared', ?)", (number,))


def is_stale(store: Store) -> bool:
    """Whether edits came after the last comparison; never for a packet, whose pairs were chosen."""
    return not packets.is_packet(store) and edits(store) != _counter(store, "compared")


def _counter(store: Store, name: str) -> int:
    return int(store.value("SELECT value FROM counters WHERE name = ?", (name,)) or 0)


def _standing(row: Row | None) -> str | None:
    """What a comparison sees of a mark."""
    if row is None or row["removed"] or row["status"] == Status.REJECTED:
        return None
    return str(row["data"])
