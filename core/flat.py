"""Annotations ↔ flat rows: the columns of `annotations.csv`, and back without loss.

`value` holds, as a JSON object, what the other columns cannot: it is the value as everywhere else, and for quotes and
claims also the layer and what belongs to it. The flat columns speak for people and for spreadsheets; where one was
edited there, it holds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from core import serial
from core.model import (
    Annotation,
    Approx,
    Article,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Layer,
    Modality,
    Origin,
    Polarity,
    Quantity,
    Quote,
    QuoteKind,
    Span,
    Status,
    TimeValue,
    Value,
)

Row = dict[str, Any]

COLUMNS = (
    *("annotation_id", "article_id", "article_title", "source", "published", "start", "end", "text", "label", "name"),
    *("value", "unit", "value_low", "value_high", "timex", "approx", "attribution", "modality", "polarity", "origin"),
    *("score", "status", "editor", "created_at", "updated_at", "note", "context_before", "context_after"),
)
_CONTEXT = 60  # code points on either side, within the paragraph


def row(annotation: Annotation, article: Article) -> Row:
    """The row of `annotation`, which lies in `article`; `value` is an object or None."""
    item = annotation.item
    before, after = _context(article.text, item.start, item.end)
    return {
        "annotation_id": annotation.id,
        "article_id": article.id,
        "article_title": article.title,
        "source": article.source,
        "published": article.published,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "label": annotation.label,
        **dict.fromkeys(("name", "value", "unit", "value_low", "value_high", "timex", "approx")),
        **dict.fromkeys(("attribution", "modality", "polarity", "score")),
        "origin": str(Origin.EDITOR if annotation.status is Status.ADDED else Origin.RULE),
        **_item_columns(item),
        "status": str(annotation.status),
        "editor": annotation.editor,
        "created_at": annotation.created_at,
        "updated_at": annotation.updated_at,
        "note": annotation.note,
        "context_before": before,
        "context_after": after,
    }


def annotation(cells: Mapping[str, Any]) -> Annotation:
    """The annotation of a row; cells may all be strings. Raises KeyError or ValueError for what is no such row."""
    read = cells.get("value") or {}
    kept: dict[str, Any] = json.loads(read) if isinstance(read, str) else read
    if not isinstance(kept, dict):
        raise ValueError(f"value is no object: {read!r}")
    layer = Layer(kept.get("layer", Layer.ENTITY))
    return serial.sound(
        Annotation(
            str(cells["annotation_id"]),
            str(cells["article_id"]),
            _READERS[layer](cells, kept),
            Status(cells.get("status") or Status.SUGGESTED),
            cells.get("editor") or "",
            cells.get("created_at") or "",
            cells.get("updated_at") or "",
            cells.get("note") or "",
        )
    )


def _item_columns(item: Entity | Quote | Claim) -> Row:
    if isinstance(item, Entity):
        return {
            "name": item.name,
            "value": None if item.value is None else serial.plain_value(item.value),
            **_value_columns(item.value),
            "origin": str(item.origin),
            "score": item.score,
        }
    if isinstance(item, Quote):
        plain = serial.plain_quote(item)
        return {
            "name": item.speaker.name if item.speaker else None,
            "value": {"layer": str(Layer.QUOTE)} | {name: plain[name] for name in ("via", "speaker", "cue")},
            "attribution": _attribution(item.speaker.name if item.speaker else None, item.via),
            "polarity": str(Polarity.DENIED if item.denial else Polarity.AFFIRMED),
            "score": item.score,
        }
    plain = serial.plain_claim(item)
    return {
        "name": item.value if isinstance(item.value, str) else None,
        "value": {"layer": str(Layer.CLAIM), "clause": plain["clause"], "attribution": plain["attribution"]}
        | (plain["value"] or {}),
        **_value_columns(item.value),
        "attribution": _attribution(item.attribution.speaker, item.attribution.via),
        "modality": str(item.modality),
        "polarity": str(item.polarity),
        "score": item.check_worthy,
    }


def _value_columns(value: Value | None) -> Row:
    if isinstance(value, Quantity):
        plain = serial.plain_value(value)
        return {
            "unit": value.unit,
            "value_low": plain["low"],
            "value_high": plain["high"],
            "approx": str(value.approx),
        }
    return {"timex": value.timex} if isinstance(value, TimeValue) else {}


def _entity(cells: Mapping[str, Any], kept: Mapping[str, Any]) -> Entity:
    value = _value(cells, kept)
    if isinstance(value, str):
        raise ValueError(f"an entity's value is a quantity or a time, not {value!r}")
    return Entity(
        *_span(cells),
        cells["text"],
        _filled(cells, "label"),
        cells.get("name") or cells["text"],
        Origin(cells.get("origin") or Origin.EDITOR),
        _number(cells.get("score"), 1.0),
        value,
    )


def _quote(cells: Mapping[str, Any], kept: Mapping[str, Any]) -> Quote:
    return Quote(
        *_span(cells),
        cells["text"],
        QuoteKind(cells["label"]),
        cells.get("polarity") == Polarity.DENIED,
        kept.get("via"),
        serial.mention(kept.get("speaker")),
        serial.mention(kept.get("cue")),
        _number(cells.get("score"), 1.0),
    )


def _claim(cells: Mapping[str, Any], kept: Mapping[str, Any]) -> Claim:
    start, end = _span(cells)
    clause = kept.get("clause") or {"start": start, "end": end}
    attribution = kept.get("attribution") or {}
    return Claim(
        start,
        end,
        cells["text"],
        ClaimKind(cells["label"]),
        Span(clause["start"], clause["end"]),
        _value(cells, kept),
        Modality(cells.get("modality") or Modality.ASSERTED),
        Polarity(cells.get("polarity") or Polarity.AFFIRMED),
        Attribution(attribution.get("speaker"), attribution.get("via")),
        _number(cells.get("score"), 0.5),
    )


_READERS: dict[Layer, Callable[[Mapping[str, Any], Mapping[str, Any]], Entity | Quote | Claim]] = {
    Layer.ENTITY: _entity,
    Layer.QUOTE: _quote,
    Layer.CLAIM: _claim,
}


def _value(cells: Mapping[str, Any], kept: Mapping[str, Any]) -> Value | None:
    """The value that the flat columns and the object in `value` give together."""
    if "name" in kept:
        return str(cells.get("name") or kept["name"])
    low, high = _number(cells.get("value_low")), _number(cells.get("value_high"))
    if "low" in kept or low is not None or high is not None:
        base = serial.value(kept) if "low" in kept else Quantity(low, high, None)
        if not isinstance(base, Quantity):
            raise ValueError(f"the value is no quantity: {kept!r}")
        approx = Approx(cells.get("approx") or base.approx)
        return replace(base, low=low, high=high, unit=cells.get("unit") or None, approx=approx)
    if timex := cells.get("timex"):
        known = serial.value(kept) if "timex" in kept else None
        return known if isinstance(known, TimeValue) and known.timex == timex else TimeValue(timex)
    return None


def _span(cells: Mapping[str, Any]) -> tuple[int, int]:
    start, end = int(cells["start"]), int(cells["end"])
    if not 0 <= start < end:
        raise ValueError(f"{start}:{end} is no span")
    return start, end


def _filled(cells: Mapping[str, Any], column: str) -> str:
    if not (cell := cells[column]):
        raise ValueError(f"{column} is empty")
    return str(cell)


def _number(cell: Any, default: Any = None) -> Any:
    """A number as it was written: whole ones without a point stay whole."""
    if cell in (None, ""):
        return default
    if not isinstance(cell, str):
        return cell
    return float(cell) if "." in cell or "e" in cell or "E" in cell else int(cell)


def _attribution(speaker: str | None, via: str | None) -> str | None:
    """«المتحدث ← الوكالة»: who says it, through which medium."""
    return " ← ".join(filter(None, (speaker, via))) or None


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    return text[max(0, start - _CONTEXT) : start].rpartition("\n")[2], text[end : end + _CONTEXT].partition("\n")[0]
