"""What one editor decided on one thing, as a version that projects keep beside those of others.

A version is a row of a table of decisions. An editor's later version takes the place of the earlier one; those of
others stay.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from core.model import Status, VerdictKind, stable_id
from core.store import rows
from core.store.rows import TABLES, Row
from core.store.values import ClashKind

# The columns that say when; a row that nobody decided on has no version.
WHEN = dict.fromkeys(ClashKind, "decided_at") | {ClashKind.ANNOTATION: "updated_at"}
LOOSE = "editor IS NULL AND status = 'suggested' AND removed = 0 AND note = ''"
# Of a mark's data, what its place and label, which are compared anyway, or no editor decide.
_NOT_SAID = frozenset({"start", "end", "text", "label", "kind", "origin", "score", "check_worthy"})
COLUMNS = "kind, key, editor, at, final, says, data"


@dataclass(frozen=True, slots=True)
class Said:
    """A version as the file keeps it: `editor` is an ID, `data` the row as JSON."""

    kind: str
    key: str
    editor: str | None
    at: str
    final: int
    says: str
    data: str

    @property
    def id(self) -> str:
        """One per editor and thing; of those who gave no name, one per version."""
        return stable_id("version", self.kind, self.key, self.final, self.editor or self.data)

    @property
    def row(self) -> Row:
        """The row itself."""
        found: Row = json.loads(self.data)
        return found


def kept(kind: str, row: Mapping[str, Any]) -> str:
    """A row of `kind` as a version keeps it; equal rows give equal texts on every machine."""
    return rows.dumps({column: row.get(column) for column in TABLES[kind][1]})


def said(kind: str, row: Mapping[str, Any], *, final: bool = False, at: str | None = None) -> Said:
    """A row as a version."""
    key = row[TABLES[kind][0]]
    when = at if at is not None else row[WHEN[ClashKind(kind)]]
    return Said(kind, key, row.get("editor"), when or "", int(final), _SAYS[kind](row), kept(kind, row))


def moment(now: str, before: Mapping[str, Any] | None, editor: str | None) -> str:
    """When a verdict is given: after what another editor said, whatever the clocks of two machines say."""
    if before is None or before["editor"] == editor or (before["decided_at"] or "") < now:
        return now
    return (datetime.fromisoformat(before["decided_at"]) + timedelta(seconds=1)).isoformat(timespec="seconds")


def is_loose(row: Mapping[str, Any]) -> bool:
    """Whether a row of annotations is a proposal that nobody has touched, as LOOSE has it."""
    untouched = row["status"] == Status.SUGGESTED and not row["removed"] and not row["note"]
    return untouched and row["editor"] is None


def latest(found: Iterable[Said]) -> tuple[list[Said], list[Said]]:
    """Each editor's latest version, the latest last, and likewise the final ones that no version came after."""
    by_id: dict[str, Said] = {}
    listed = list(found)
    chosen = {one.data for one in listed if one.final}
    for one in listed:
        if not one.final and one.data in chosen:
            continue
        there = by_id.get(one.id)
        if there is None or (there.at, there.data) < (one.at, one.data):
            by_id[one.id] = one
    own = sorted((one for one in by_id.values() if not one.final), key=attrgetter("at", "data"))
    final = sorted((one for one in by_id.values() if one.final), key=attrgetter("at", "data"))
    if final and own and final[-1].at < own[-1].at:
        final = []
    return own, final


def standing(own: list[Said], final: list[Said]) -> Said:
    """What the project goes by: what was chosen, else the latest decision."""
    return final[-1] if final else max(own, key=lambda one: (one.says != "", one.at, one.data))


def differ(found: Iterable[Said]) -> bool:
    """Whether they come to different things; who only left a note decided nothing."""
    return len({one.says for one in found if one.says}) > 1


def stored(one: Said) -> Row:
    """The row of `versions` for it."""
    return {"id": one.id} | {column: getattr(one, column) for column in COLUMNS.split(", ")}


def _annotation_says(row: Mapping[str, Any]) -> str:
    if row["removed"] or row["status"] == Status.REJECTED:
        return "out"
    if row["status"] == Status.SUGGESTED:
        return ""
    data = json.loads(row["data"])
    original = json.loads(row["suggested"]) if row["suggested"] else {}
    # An accepted proposal says what it said; its name and value are an engine's, and may differ with the engine.
    chosen = row["status"] != Status.ACCEPTED
    keys = sorted(data.keys() - _NOT_SAID) if chosen else ()
    rest = {key: data[key] for key in keys if data[key] != original.get(key)}
    return stable_id(row["layer"], row["label"], row["start"], row["end"], rows.dumps(rest))


def _verdict_says(row: Mapping[str, Any]) -> str:
    return "" if row["kind"] == VerdictKind.UNDECIDED else f"{row['kind']} {row['reason'] or ''}"


_SAYS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "annotations": _annotation_says,
    "verdicts": _verdict_says,
    "names": lambda row: str(row["name"]),
    "rulings": lambda row: _ruling_says(json.loads(row["data"])),
    "assignments": lambda row: str(row["assignee"]),
    "articles": lambda row: rows.dumps([row[column] for column in TABLES["articles"][1]]),
}


def _ruling_says(data: Mapping[str, Any]) -> str:
    """How passages stand to each other, or what a question reads; that facts were merged or split says itself."""
    return stable_id(data.get("relation", ""), data["question"])
