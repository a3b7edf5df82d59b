"""Verdicts that come back in a review packet, under the keys that their pairs have at home."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from core.store import rows, saying
from core.store.changes import Change, Reader
from core.store.rows import TABLES, Row
from core.store.store import Store
from core.store.values import ClashKind

SETTING = "packet"
_VERDICT = TABLES["verdicts"][1]
_KIND = str(ClashKind.VERDICT)


@dataclass(frozen=True, slots=True)
class TakePacket:
    """Take the verdicts of the packet of this file name in; one that differs from another editor's stands beside it."""

    packet: str
    verdicts: tuple[Row, ...] = field(repr=False)

    def changes(self, reader: Reader) -> Iterator[Change]:
        for row in self.verdicts:
            before = reader.row("verdicts", row["relation_id"])
            if evidence := reader.evidence(row["relation_id"]):
                row = row | {"evidence": rows.dumps(evidence)}
            yield from _beside(reader, before, row)


def _beside(reader: Reader, before: Row | None, row: Row) -> Iterator[Change]:
    new = saying.said(_KIND, row)
    if before is None:
        yield Change(_KIND, row["relation_id"], None, row)
        return
    live = saying.said(_KIND, before)
    kept = [saying.Said(*(one[name] for name in saying.COLUMNS.split(", "))) for one in _versions(reader, row)]
    if not new.says or any(one.id == new.id and one.at >= new.at for one in (*kept, live)):
        return  # that editor has said so here already, or said something since
    own, final = saying.latest([*kept, live, new])
    if live.id != new.id:
        for one in (live, new):
            there = reader.row("versions", one.id)
            if there != saying.stored(one):
                yield Change("versions", one.id, there, saying.stored(one))
    if saying.standing(own, final).data == new.data:
        yield Change(_KIND, row["relation_id"], before, row)


def _versions(reader: Reader, row: Row) -> list[Row]:
    return reader.versions(_KIND, row["relation_id"])


def verdicts(store: Store) -> list[Row]:
    """All verdicts of a packet as rows, with the IDs of their editors."""
    found = store.fetch(f"SELECT {rows.names(_VERDICT)} FROM verdicts")
    return [dict(zip(_VERDICT, row, strict=True)) for row in found]


def editors(store: Store) -> list[tuple[str, str, str]]:
    """ID, name and since when, of everybody in a packet."""
    return store.fetch("SELECT id, name, named_at FROM editors")


def seal(store: Store, about: dict[str, object]) -> None:
    """Make the project a packet; how it was put together is nothing to undo."""
    with store.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", (SETTING, rows.dumps(about)))
        connection.execute("UPDATE history SET state = 'dropped'")


def is_packet(store: Store) -> bool:
    """Whether the project is one: its pairs were chosen, and no comparison may put others in their place."""
    return bool(store.value("SELECT EXISTS (SELECT 1 FROM settings WHERE key = ?)", (SETTING,)))


def contents(store: Store) -> dict[str, object]:
    """What a packet says about itself; empty for a project that is none."""
    found: dict[str, object] = json.loads(store.value("SELECT value FROM settings WHERE key = ?", (SETTING,)) or "{}")
    return found
