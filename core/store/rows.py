"""Rows ↔ values. The column lists here are the ones that every statement uses."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from core import serial
from core.model import Annotation, Article, Claim, Entity, Layer, Origin, Quote, Span, Status

Row = dict[str, Any]

# Tables whose rows edits may write: their key, and every column.
TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "articles": ("id", ("id", "title", "source", "author", "published", "url", "file", "removed")),
    "annotations": (
        "id",
        (
            *("id", "article_id", "layer", "start", "end", "label", "name", "origin", "score", "status", "editor"),
            *("created_at", "updated_at", "note", "data", "added", "suggested", "removed"),
        ),
    ),
    "verdicts": ("relation_id", ("relation_id", "kind", "reason", "note", "editor", "decided_at", "evidence")),
    "settings": ("key", ("key", "value")),
    "names": ("spelling", ("spelling", "name", "editor", "decided_at")),
    "rulings": ("id", ("id", "kind", "data", "place", "editor", "decided_at")),
    "assignments": ("article_id", ("article_id", "assignee", "editor", "decided_at")),
    "versions": ("id", ("id", "kind", "key", "editor", "at", "final", "says", "data")),
}
ARTICLE_COLUMNS = "a.id, t.text, a.title, a.source, a.author, a.published, a.url, a.file"
ANNOTATION_COLUMNS = "n.id, n.article_id, n.layer, n.data, n.status, e.name, n.created_at, n.updated_at, n.note"

# Values are trees, and making an encoder per value costs as much as encoding it.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_ENTITY, _QUOTE, _CLAIM = map(str, (Layer.ENTITY, Layer.QUOTE, Layer.CLAIM))
_RULE, _SUGGESTED = str(Origin.RULE), str(Status.SUGGESTED)
_READERS: dict[str, Callable[[Mapping[str, Any]], Entity | Quote | Claim]] = {
    Layer.ENTITY: serial.entity,
    Layer.QUOTE: serial.quote,
    Layer.CLAIM: serial.claim,
}

_STATUSES = {str(status): status for status in Status}


def names(columns: Sequence[str]) -> str:
    """A column list for a statement; `end` is a word of SQL."""
    return ", ".join(f'"{column}"' for column in columns)


def dumps(value: object) -> str:
    """JSON as the project keeps it: Arabic stays readable to whoever opens the file with another tool."""
    return _ENCODER.encode(value)


def json_list(text: str | None) -> list[Any]:
    """A list kept as JSON; empty where there is none."""
    found: list[Any] = json.loads(text) if text else []
    return found


def article(row: Sequence[Any]) -> Article:
    """The value of a row of ARTICLE_COLUMNS."""
    return Article(*row)


def item(layer: str, data: str) -> Entity | Quote | Claim:
    """What an annotation marks."""
    return _READERS[Layer(layer)](json.loads(data))


def annotation(row: Sequence[Any]) -> Annotation:
    """The value of a row of ANNOTATION_COLUMNS."""
    key, article_id, layer, data, status, editor, created, updated, note = row
    return Annotation(key, article_id, item(layer, data), Status(status), editor or "", created, updated, note)


def read_annotations(found: Sequence[Sequence[Any]]) -> list[Annotation]:
    """The values of many such rows: all that is JSON in them is read at one go."""
    data = json.loads(f"[{','.join(row[3] for row in found)}]")
    return [
        Annotation(key, article_id, _READERS[layer](said), _STATUSES[status], editor or "", created, updated, note)
        for (key, article_id, layer, _, status, editor, created, updated, note), said in zip(found, data, strict=True)
    ]


def item_columns(value: Entity | Quote | Claim, *, added: bool) -> Row:
    """The columns of an annotation that follow from what it marks."""
    layer, label, name, origin, score = _described(value)
    return {
        "layer": layer,
        "start": value.start,
        "end": value.end,
        "label": label,
        "name": name,
        "origin": str(Origin.EDITOR) if added else origin,
        "score": score,
        "data": dumps(serial.plain(value)),
    }


def _described(value: Entity | Quote | Claim) -> tuple[str, str, str, str, float]:
    """Layer, label, name, origin, score."""
    if isinstance(value, Entity):
        return _ENTITY, str(value.label), value.name, str(value.origin), value.score
    if isinstance(value, Quote):
        return _QUOTE, str(value.kind), value.speaker.name if value.speaker else "", _RULE, value.score
    return _CLAIM, str(value.kind), value.attribution.speaker or "", _RULE, value.check_worthy


def suggestion(key: str, article_id: str, value: Entity | Quote | Claim, now: str) -> tuple[object, ...]:
    """A whole row of annotations, by the columns of TABLES, of what an engine proposes: for many at once."""
    layer, label, name, origin, score = _described(value)
    said = dumps(serial.plain(value))
    place = (layer, value.start, value.end, label, name, origin, score)
    return key, article_id, *place, _SUGGESTED, None, now, now, "", said, 0, None, 0


def of_mark(mark: Annotation, editor: str | None, now: str) -> tuple[Any, ...]:
    """A whole row of annotations, by the columns of TABLES, of a mark as it was kept elsewhere."""
    layer, label, name, origin, score = _described(mark.item)
    added = mark.status is Status.ADDED
    place = (layer, mark.item.start, mark.item.end, label, name, str(Origin.EDITOR) if added else origin, score)
    times = (mark.created_at or now, mark.updated_at or now)
    said = dumps(serial.plain(mark.item))
    return mark.id, mark.article_id, *place, str(mark.status), editor, *times, mark.note, said, int(added), None, 0


def new_annotation(
    key: str,
    article_id: str,
    value: Entity | Quote | Claim,
    status: Status,
    editor: str | None,
    now: str,
    note: str = "",
) -> Row:
    """A whole row of annotations."""
    added = status is Status.ADDED
    return {
        "id": key,
        "article_id": article_id,
        **item_columns(value, added=added),
        "status": str(status),
        "editor": editor,
        "created_at": now,
        "updated_at": now,
        "note": note,
        "added": int(added),
        "suggested": None,
        "removed": 0,
    }


def plain_spans(spans: Sequence[Span]) -> str:
    """Spans as JSON pairs."""
    return dumps([[span.start, span.end] for span in spans])


def spans(data: str) -> tuple[Span, ...]:
    """What `plain_spans` wrote."""
    return tuple(Span(start, end) for start, end in json.loads(data))


def article_columns(value: Article) -> Row:
    """The columns of an article that an edit may change."""
    return {
        "title": value.title,
        "source": value.source,
        "author": value.author,
        "published": value.published,
        "url": value.url,
        "file": value.file,
    }


def changed(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> Row:
    """The columns of `after` that differ from `before`."""
    return dict(after) if before is None else {key: value for key, value in after.items() if before.get(key) != value}
