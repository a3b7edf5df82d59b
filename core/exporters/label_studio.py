"""Label Studio's JSON: tasks with predictions (suggestions) and annotations (decisions). It counts code points.

For a labelling interface with `<Labels name="label" toName="text">` and `<Text name="text" value="$text"/>`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from core import carried
from core.exporters.base import Document, Left, Link, dumps, metadata
from core.model import Annotation, Entity, Status
from core.serial import Json


def write(stream: BinaryIO, documents: Iterable[Document], _left: Left) -> None:
    """One task an article, one a line inside the list."""
    stream.write(b"[")
    for number, document in enumerate(documents, 1):
        stream.write(b"\n" if number == 1 else b",\n")
        stream.write(dumps(_task(number, document)).encode())
    stream.write(b"\n]\n")


def _task(number: int, document: Document) -> Json:
    suggested = [mark for mark in document.standing if mark.status is Status.SUGGESTED]
    decided = [mark for mark in document.standing if mark.status is not Status.SUGGESTED]
    # A rejected mark has no place among results; it travels with the data.
    rejected = [carried.plain(mark) for mark in document.marks if mark.status is Status.REJECTED]
    kept = metadata(document.article) | ({"rejected": rejected} if rejected else {})
    task: dict[str, Any] = {"id": number, "data": {"text": document.article.text, "mizan": kept}}
    task["predictions"] = [{"model_version": "mizan", "result": _results(suggested, document.links)}]
    # A link may join a decision and a suggestion; it stands where both its ends can be seen.
    task["annotations"] = [{"result": _results(decided, document.links)}] if decided else []
    return task


def _results(marks: Sequence[Annotation], links: Sequence[Link]) -> list[Json]:
    here = {mark.id for mark in marks}
    regions = [_region(mark) for mark in marks]
    return regions + [
        {"type": "relation", "from_id": link.a, "to_id": link.b, "direction": "right", "labels": [link.kind]}
        for link in links
        if link.a in here and link.b in here
    ]


def _region(mark: Annotation) -> Json:
    item = mark.item
    shown = {"start": item.start, "end": item.end, "text": item.text, "labels": [carried.label(mark)]}
    region: Json = {"id": mark.id, "from_name": "label", "to_name": "text", "type": "labels", "value": shown}
    meta: Json = {"mizan": carried.plain(mark)} | ({"text": [mark.note]} if mark.note else {})
    return region | ({"score": item.score} if isinstance(item, Entity) else {}) | {"meta": meta}
