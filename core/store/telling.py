"""The suggestions of an article made anew where the project has learned something else of the words there."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core import serial
from core.extract import learned
from core.extract.learned import Lexicon
from core.model import Entity, Span, Status, suggestion_id
from core.store import rows
from core.store.changes import Change
from core.store.rows import TABLES, Row

_COLUMNS = TABLES["annotations"][1]
_READ = (
    'SELECT id, label, start, "end", status, note, added, removed, suggested, data FROM annotations'
    " WHERE article_id = ? AND layer = 'entity'"
)


def renewed(
    connection: sqlite3.Connection, article: str, text: str, hits: Sequence[Span], lexicon: Lexicon, at: str
) -> Iterator[Change]:
    """How the suggestions at these places of an article change; what no engine has read yet has none."""
    found = connection.execute("SELECT boilerplate FROM analysed WHERE article_id = ?", (article,)).fetchone()
    if found is None or not hits:
        return
    boilerplate = Spots(rows.spans(found[0]))
    lines = _lines(text, hits)
    body = [line for line in lines if not boilerplate.touch(line)]
    marks = [_Mark(*row) for row in connection.execute(_READ, (article,))]
    kept = connection.execute("SELECT entities FROM proposals WHERE article_id = ?", (article,)).fetchone()
    raw = kept[0] if kept else f"[{','.join(mark.proposed for mark in marks if not mark.added)}]"
    inside, spots = Spots(lines), Spots(hits)
    proposed = (serial.entity(plain) for plain in json.loads(raw))
    here = [entity for entity in proposed if inside.touch(entity)]
    wanted = {
        suggestion_id(article, entity): entity
        for entity in learned.apply(here, text, body, lexicon)
        if spots.touch(entity)
    }
    loose = {mark.id: mark for mark in marks if mark.is_loose}
    speaking = _speaking(mark for mark in marks if not mark.is_loose)
    untaught = set(here)
    changes = False
    for mark in loose.values():
        if mark.id not in wanted and spots.touch(mark.span):
            changes = True
            yield Change("annotations", mark.id, _row(connection, mark.id), None)
    for key, entity in wanted.items():
        is_taught = entity not in untaught
        if key in loose:
            if is_taught and loose[key].data != rows.dumps(serial.plain_entity(entity)):
                changes = True
                row = _row(connection, key)
                yield Change("annotations", key, row, row | rows.item_columns(entity, added=False))
        elif not speaking[entity.label].touch(entity) and not (is_taught and speaking[""].touch(entity)):
            changes = True
            new = rows.new_annotation(key, article, entity, Status.SUGGESTED, None, at)
            yield Change("annotations", key, None, new)
    if changes and kept is None:
        keep(connection, article, raw)


def keep(connection: sqlite3.Connection, article: str, entities: str) -> None:
    """Remember what the engine proposed in an article (JSON)."""
    connection.execute("INSERT OR REPLACE INTO proposals (article_id, entities) VALUES (?, ?)", (article, entities))


class Spots:
    """Places of a text, to be asked what touches them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans, key=lambda span: span.start):
            if self._ends and span.start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touch(self, item: Span | Entity) -> bool:
        """Whether it shares a code point with one of them."""
        at = bisect_left(self._starts, item.end)
        return at > 0 and self._ends[at - 1] > item.start


@dataclass(frozen=True, slots=True)
class _Mark:
    """A row of _READ."""

    id: str
    label: str
    start: int
    end: int
    status: str
    note: str
    added: int
    removed: int
    suggested: str | None
    data: str

    @property
    def span(self) -> Span:
        """Where it lies."""
        return Span(self.start, self.end)

    @property
    def is_loose(self) -> bool:
        """Whether nobody has touched a proposal, as `core.store.marks` has it."""
        return self.status == Status.SUGGESTED and not self.removed and not self.note

    @property
    def proposed(self) -> str:
        """What an engine had proposed, as JSON, whatever became of it."""
        return self.data if self.suggested is None else self.suggested


def _row(connection: sqlite3.Connection, key: str) -> Row:
    found = connection.execute(f"SELECT {rows.names(_COLUMNS)} FROM annotations WHERE id = ?", (key,)).fetchone()
    return dict(zip(_COLUMNS, found, strict=True))


def _speaking(decided: Iterable[_Mark]) -> defaultdict[str, Spots]:
    """Where decisions speak about a label; under "" where decided names stand, which nothing learned overlaps."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for mark in decided:
        if not (mark.added and mark.removed):
            found[mark.label].append(mark.span)
        if not mark.removed and mark.status != Status.REJECTED:
            found[""].append(mark.span)
        if mark.suggested is not None:
            original = json.loads(mark.suggested)
            found[original["label"]].append(Span(original["start"], original["end"]))
    return defaultdict(lambda: Spots(()), {label: Spots(spans) for label, spans in found.items()})


def _lines(text: str, hits: Sequence[Span]) -> list[Span]:
    """The lines in which the hits stand."""
    found: dict[Span, None] = {}
    for hit in hits:
        start = text.rfind("\n", 0, hit.start) + 1
        while start < hit.end:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if start < end:
                found[Span(start, end)] = None
            start = end + 1
    return list(found)
