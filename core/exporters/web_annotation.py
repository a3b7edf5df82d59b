"""W3C Web Annotation: one AnnotationPage in JSON-LD; positions count code points.

https://www.w3.org/TR/annotation-model/ : tagging for marks, moderating for rejected ones, linking between marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from core import carried
from core.exporters.base import Document, Left, Link, dumps
from core.model import Annotation, Article, Status
from core.serial import Json

MARK, ARTICLE, CARRIED = "urn:mizan:mark:", "urn:mizan:article:", "urn:mizan:carried"
_HEAD = '{"@context": "http://www.w3.org/ns/anno.jsonld",\n"type": "AnnotationPage",\n"items": ['
_CONTEXT = 32  # code points before and after, as others anchor by


def write(stream: BinaryIO, documents: Iterable[Document], left: Left) -> None:
    """One annotation a line inside `items`."""
    stream.write(_HEAD.encode())
    between = b"\n"
    for document in documents:
        left.add("texts")
        items = [_annotation(mark, document.article) for mark in document.marks]
        items += [_link(link) for link in document.links]
        for item in items:
            stream.write(between + dumps(item).encode())
            between = b",\n"
    stream.write(b"\n]}\n")


def _annotation(mark: Annotation, article: Article) -> Json:
    item, text = mark.item, article.text
    rejected = mark.status is Status.REJECTED
    bodies: list[Json] = [{"type": "TextualBody", "purpose": "tagging", "value": carried.label(mark)}]
    if mark.note:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": mark.note})
    named = {"creator": {"type": "Person", "name": mark.editor}} if mark.editor else {}
    times = {"created": mark.created_at, "modified": mark.updated_at}
    return {
        "id": MARK + mark.id,
        "type": "Annotation",
        "motivation": "moderating" if rejected else "tagging",
        **named,
        **{name: at for name, at in times.items() if at},
        "body": bodies,
        "target": {
            "source": article.url or ARTICLE + article.id,
            "scope": ARTICLE + article.id,
            "selector": [
                {"type": "TextPositionSelector", "start": item.start, "end": item.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": item.text,
                    "prefix": text[max(0, item.start - _CONTEXT) : item.start],
                    "suffix": text[item.end : item.end + _CONTEXT],
                },
            ],
        },
        CARRIED: carried.plain(mark),
    }


def _link(link: Link) -> Json:
    return {
        "id": f"urn:mizan:link:{link.kind}:{link.a}:{link.b}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [{"id": MARK + link.b}, {"type": "TextualBody", "purpose": "tagging", "value": link.kind}],
        "target": MARK + link.a,
    }
