"""What a mark carries beside its passage, as one JSON object, for formats that hold a label and leave room for more.

Labels in other programs: an entity's own; `quote_direct`, `claim_quantity` and the like for the other layers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from core import serial
from core.model import (
    Annotation,
    Claim,
    ClaimKind,
    Entity,
    Layer,
    Origin,
    Quote,
    QuoteKind,
    Span,
    Status,
    suggestion_id,
)
from core.serial import Json

_STATE = ("status", "editor", "created_at", "updated_at", "note")
_READERS: dict[Layer, Callable[[Mapping[str, Any]], Entity | Quote | Claim]] = {
    Layer.ENTITY: serial.entity,
    Layer.QUOTE: serial.quote,
    Layer.CLAIM: serial.claim,
}
_FOREIGN: dict[str, Layer] = {
    **{f"{Layer.QUOTE}_{kind}": Layer.QUOTE for kind in QuoteKind},
    **{f"{Layer.CLAIM}_{kind}": Layer.CLAIM for kind in ClaimKind},
}


def label(mark: Annotation) -> str:
    """The label under which other programs show a mark."""
    return mark.label if mark.layer is Layer.ENTITY else f"{mark.layer}_{mark.label}"


def plain(mark: Annotation) -> Json:
    """All of a mark but its text and its article."""
    state = {name: str(getattr(mark, name)) for name in _STATE}
    kept = {"id": mark.id, "layer": str(mark.layer)} | {name: value for name, value in state.items() if value}
    return kept | {name: value for name, value in serial.plain(mark.item).items() if name != "text"}


def annotation(
    article_id: str, span: Span, text: str, shown: str, kept: Mapping[str, Any] | None, note: str = ""
) -> Annotation:
    """The mark of `article_id` that another program shows as `shown` at `span`, whose words are `text`.

    With what it carried (`plain`) it is what it was, changed where the program changed its place, label or note;
    without, it is a mark that somebody added. Raises KeyError, TypeError or ValueError for what `plain` never wrote.
    """
    if not kept:
        return _added(article_id, span, text, shown, note)
    was = _item(kept, Span(int(kept["start"]), int(kept["end"])), text)
    mark = Annotation(
        str(kept["id"]),
        article_id,
        was,
        Status(kept.get("status", Status.SUGGESTED)),
        str(kept.get("editor", "")),
        str(kept.get("created_at", "")),
        str(kept.get("updated_at", "")),
        note or str(kept.get("note", "")),
    )
    moved = replace(mark, item=replace(was, start=span.start, end=span.end))
    if label(mark) != shown:
        fresh = _added(article_id, span, text, shown, mark.note)
        item = fresh.item
        if isinstance(was, Entity) and isinstance(item, Entity):
            item = replace(was, start=span.start, end=span.end, text=text, label=shown)
        if fresh.layer is not mark.layer:
            return fresh
        moved = replace(mark, item=item)
    if moved == mark:
        return mark
    return moved if mark.status is Status.ADDED else replace(moved, status=Status.CHANGED)


def _item(kept: Mapping[str, Any], span: Span, text: str) -> Entity | Quote | Claim:
    item = _READERS[Layer(kept["layer"])]({**kept, "start": span.start, "end": span.end, "text": text})
    if isinstance(item, Quote):
        QuoteKind(item.kind)
    return item


def _added(article_id: str, span: Span, text: str, shown: str, note: str) -> Annotation:
    if not shown.strip():
        raise ValueError("no label")
    layer, place = _FOREIGN.get(shown), (span.start, span.end, text)
    item: Entity | Quote | Claim
    if layer is Layer.QUOTE:
        item = Quote(*place, QuoteKind(shown.partition("_")[2]))
    elif layer is Layer.CLAIM:
        item = Claim(*place, ClaimKind(shown.partition("_")[2]), span)
    else:
        item = Entity(*place, shown, text, Origin.EDITOR, 1.0)
    return Annotation(suggestion_id(article_id, item), article_id, item, Status.ADDED, note=note)
