"""Names that editors merge and split: the edits, and what later comparisons keep to.

A merged name is renamed wherever it stands, in marks, speakers and attributions; the table `names` makes it hold for
articles that come later.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.extract.learned import spelling as key_of
from core.model import Claim, Entity, Layer, Mention, Quote, Span
from core.store import rows
from core.store.changes import Change, Reader
from core.store.rows import TABLES, Row
from core.store.store import Store
from core.store.values import NameDecision
from core.text.arabic import fold

_CALLED = "layer = 'entity' AND removed = 0 AND name IN ({names})"
_COLUMNS = TABLES["annotations"][1]
# What decisions on single marks say of names, and what merging and splitting left; the later one holds.
_DECIDED = (
    "SELECT json_extract(data, '$.text') AS text, name, updated_at AS at, 0 AS explicit FROM annotations"
    " WHERE layer = 'entity' AND (status <> 'suggested' OR removed = 1)"
    " AND status IN ('changed', 'added') AND removed = 0 AND name <> ''"
    " AND name IS NOT CASE status WHEN 'changed' THEN json_extract(suggested, '$.name')"
    " ELSE json_extract(data, '$.text') END"
    " UNION ALL SELECT spelling, name, decided_at, 1 FROM names ORDER BY at, explicit"
)


@dataclass(frozen=True, slots=True)
class MergeNames:
    """Give all that is called by one of `names` the name `into`, which may be one of them or a new one."""

    names: tuple[str, ...]
    into: str

    def changes(self, reader: Reader) -> Iterator[Change]:
        old = frozenset(self.names) - {self.into}
        if not old or not self.into.strip():
            return
        called = [row for row in reader.called(old) if row["layer"] == Layer.ENTITY]
        spelled = {fold(name) for name in (*old, self.into)}
        # A whole name in any spelling speaks for itself later on; a surname alone may be another's.
        spelled |= {fold(text) for text in map(_text, called) if " " in text.strip()}
        spelled |= {row["spelling"] for row in reader.named(old)}
        yield from _decisions(reader, dict.fromkeys(sorted(spelled), self.into))
        for row in reader.called(old):
            yield from _renamed(row, lambda name: self.into if name in old else name)


@dataclass(frozen=True, slots=True)
class SplitName:
    """What is written `spelling` is not `name`: it is called `into`, by default as it is written."""

    spelling: str
    name: str
    into: str = ""

    def changes(self, reader: Reader) -> Iterator[Change]:
        key, into = key_of(self.spelling), self.into or " ".join(self.spelling.split())
        if into == self.name or not key:
            return
        marks = [(row, rows.item(row["layer"], row["data"])) for row in reader.called({self.name})]
        entities = [(row["article_id"], item) for row, item in marks if isinstance(item, Entity)]
        split = {(article, item.text) for article, item in entities if key_of(item.text) == key}
        names = {fold(self.name): self.name} | {fold(text): into for _, text in split}
        yield from _decisions(reader, names | {fold(self.spelling): into, fold(into): into})
        # Where no other whole name stands, short forms are those of the name that was split off.
        others = {article for article, item in entities if " " in item.text.strip() and key_of(item.text) != key}
        whole = {article for article, _ in split} - others
        said: list[tuple[str, Quote]] = []
        for row, item in marks:
            article = row["article_id"]
            if article in whole or (isinstance(item, Entity) and key_of(item.text) == key):
                yield from _renamed(row, lambda name: into if name == self.name else name)
            elif isinstance(item, Quote) and item.speaker and _is_said(item.speaker, self.name, key):
                said.append((article, item))
                yield from _rewritten(row, replace(item, speaker=replace(item.speaker, name=into)))
            elif isinstance(item, Claim):
                quotes = [quote for where, quote in said if where == article]
                yield from _rewritten(row, _split(item, self.name, key, into, quotes))


def _is_said(speaker: Mention, name: str, key: str) -> bool:
    return speaker.name == name and key_of(speaker.text) == key


def _split(claim: Claim, name: str, key: str, into: str, quotes: Sequence[Quote]) -> Claim:
    """A claim after a split: its words may be the name that was split off, or said by who bears it."""
    if claim.value == name and key_of(claim.text) == key:
        claim = replace(claim, value=into)
    span = Span(claim.start, claim.end)
    if claim.attribution.speaker == name and any(span.overlaps(quote) for quote in quotes):
        claim = replace(claim, attribution=replace(claim.attribution, speaker=into))
    return claim


def decided(store: Store) -> dict[str, str]:
    """Folded spelling → canonical name, where an editor said so."""
    return {fold(text): name for text, name, *_ in store.fetch(_DECIDED)}


def merged_and_split(store: Store) -> list[NameDecision]:
    """What merging and splitting left, the latest first."""
    found = store.fetch(
        "SELECT n.spelling, n.name, e.name, n.decided_at FROM names n LEFT JOIN editors e ON e.id = n.editor"
        " ORDER BY n.decided_at DESC, n.name, n.spelling"
    )
    return [NameDecision(spelling, name, editor or "", at) for spelling, name, editor, at in found]


def names_in_use(store: Store) -> list[tuple[str, str, int]]:
    """(name, label, marks) of all names that stand in the project, the most frequent first."""
    return [
        (name, label, count)
        for name, label, count in store.fetch(
            "SELECT n.name, n.label, count(*) AS number FROM annotations n JOIN articles a ON a.id = n.article_id"
            " WHERE n.layer = 'entity' AND n.removed = 0 AND n.status <> 'rejected' AND a.removed = 0 AND n.name <> ''"
            " AND n.label NOT IN ('TIME', 'QUANTITY') GROUP BY n.name, n.label ORDER BY number DESC, n.name"
        )
    ]


def spellings(store: Store, name: str) -> list[tuple[str, int]]:
    """(spelling as written, marks) of what is called `name`, the most frequent first."""
    return [
        (text, count)
        for text, count in store.fetch(
            "SELECT json_extract(n.data, '$.text') AS text, count(*) AS number FROM annotations n"
            " JOIN articles a ON a.id = n.article_id WHERE n.layer = 'entity' AND n.name = ? AND n.removed = 0"
            " AND n.status <> 'rejected' AND a.removed = 0 GROUP BY text ORDER BY number DESC, text",
            (name,),
        )
    ]


def called(connection: sqlite3.Connection, names: Collection[str]) -> list[Row]:
    """The marks that speak of one of these names: entities, then the quotes, then the claims of their articles."""
    wanted = sorted(names)
    among = _CALLED.format(names=", ".join("?" * len(wanted)))
    columns = rows.names(_COLUMNS)
    entities = connection.execute(f"SELECT {columns} FROM annotations WHERE {among} ORDER BY number", wanted)
    found = entities.fetchall()
    mentioned = " OR ".join(["instr(data, ?)"] * len(wanted))
    found += connection.execute(
        f"SELECT {columns} FROM annotations WHERE layer <> 'entity' AND removed = 0 AND ({mentioned})"
        f" AND article_id IN (SELECT article_id FROM annotations WHERE {among}) ORDER BY layer DESC, number",
        [*(rows.dumps(name) for name in wanted), *wanted],
    ).fetchall()
    return [dict(zip(_COLUMNS, row, strict=True)) for row in found]


def named(connection: sqlite3.Connection, names: Collection[str]) -> list[Row]:
    """The rows of `names` that lead to one of these names."""
    marks = ", ".join("?" * len(names))
    columns = TABLES["names"][1]
    found = connection.execute(f"SELECT {rows.names(columns)} FROM names WHERE name IN ({marks})", sorted(names))
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def _decisions(reader: Reader, names: dict[str, str]) -> Iterator[Change]:
    for spelling, name in names.items():
        before = reader.row("names", spelling)
        if before is None or before["name"] != name:
            after = {"spelling": spelling, "name": name, "editor": reader.editor, "decided_at": reader.now}
            yield Change("names", spelling, before, after)


def _renamed(row: Row, new: Callable[[str], str]) -> Iterator[Change]:
    """The mark with other names in it; who decided on it, and when, stays."""
    item = rows.item(row["layer"], row["data"])
    if isinstance(item, Entity):
        yield from _rewritten(row, replace(item, name=new(item.name)))
    elif isinstance(item, Quote):
        speaker = item.speaker and replace(item.speaker, name=new(item.speaker.name))
        yield from _rewritten(row, replace(item, speaker=speaker, via=item.via and new(item.via)))
    else:
        said = item.attribution
        attribution = replace(said, speaker=said.speaker and new(said.speaker), via=said.via and new(said.via))
        value = new(item.value) if isinstance(item.value, str) else item.value
        yield from _rewritten(row, replace(item, attribution=attribution, value=value))


def _rewritten(row: Row, item: Entity | Quote | Claim) -> Iterator[Change]:
    after = row | rows.item_columns(item, added=bool(row["added"]))
    if after != row:
        yield Change("annotations", row["id"], row, after)


def _text(row: Row) -> str:
    data: dict[str, Any] = json.loads(row["data"])
    return str(data["text"])
