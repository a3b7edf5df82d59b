"""REFI-QDA project exchange (`.qdpx`) for QualCoder, ATLAS.ti, MAXQDA, NVivo: users, codes, sources, coded passages.

Elements and their order are those of the standard's schema for projects (Project-mrt2019.xsd); positions count code
points from 0, the end exclusive, as QualCoder reads them. Links between marks are links between their selections.
https://www.qdasoftware.org
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from core import carried
from core.colours import Colour
from core.exporters.base import Document, Left, Link, archive, document_name, metadata
from core.model import Annotation, Article

NAMESPACE = "urn:QDA-XML:project:1.0"
_OTHER = "#5F6B7A"  # quotes and claims
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # in XML 1.0


def guid(*parts: str) -> str:
    """The same for the same thing in every export."""
    return str(uuid5(NAMESPACE_URL, "\x1f".join(("mizan", *parts)))).upper()


def write(stream: BinaryIO, documents: Iterable[Document], _left: Left) -> None:
    """`project.qde` with everything but the texts, which stand in `sources/`, and the sidecar."""
    codes: dict[str, str] = {}
    users: dict[str, str] = {}
    sources: list[str] = []
    links: list[str] = []
    colours: Mapping[str, Colour] = {}
    with archive(stream) as packed:
        for document in documents:
            links += map(_link, document.links)
            article, colours = document.article, document.colours
            name = guid("source", article.id)
            packed.put(f"sources/{name}.txt", article.text)
            packed.keep(name, metadata(article))
            packed.keep_rejected(name, document)
            selections = [_selection(mark, codes, users) for mark in document.standing]
            for mark in document.standing:
                shown = {"mark": guid("mark", mark.id), "label": carried.label(mark)}
                packed.keep(name, shown | {"carried": carried.plain(mark)})
            sources.append(_source(article, name, selections))
        packed.put("project.qde", _project(codes, users, sources, links, colours))


def _selection(mark: Annotation, codes: dict[str, str], users: dict[str, str]) -> str:
    label = carried.label(mark)
    code = codes.setdefault(label, guid("code", label))
    by = users.setdefault(mark.editor or "Mizan", guid("user", mark.editor or "Mizan"))
    at = _time(mark.created_at)
    made = f' creatingUser="{by}"' + (f' creationDateTime="{at}"' if at else "")
    note = f"<Description>{_text(mark.note)}</Description>" if mark.note else ""
    place = f'startPosition="{mark.item.start}" endPosition="{mark.item.end}"'
    name = quoteattr(_strip(" ".join(mark.item.text.split())[:80]))
    return (
        f'<PlainTextSelection guid="{guid("mark", mark.id)}" name={name} {place}{made}>{note}'
        f'<Coding guid="{guid("coding", mark.id)}"{made}><CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
    )


def _link(link: Link) -> str:
    ends = f'originGUID="{guid("mark", link.a)}" targetGUID="{guid("mark", link.b)}"'
    return f'<Link guid="{guid("link", link.kind, link.a, link.b)}" name="{link.kind}" direction="OneWay" {ends}/>'


def _source(article: Article, name: str, selections: Iterable[str]) -> str:
    title = quoteattr(_strip(document_name(article)))
    head = f'<TextSource guid="{name}" name={title} plainTextPath="internal://{name}.txt">'
    said = " · ".join(filter(None, (article.title, article.source, article.published, article.url)))
    about = f"<Description>{_text(said)}</Description>" if said else ""
    return "\n".join((head + about, *selections, "</TextSource>"))


def _project(
    codes: dict[str, str],
    users: dict[str, str],
    sources: Iterable[str],
    links: Iterable[str],
    colours: Mapping[str, Colour],
) -> str:
    people = "\n".join(f'<User guid="{key}" name={quoteattr(_strip(name))}/>' for name, key in users.items())
    inks = {name: pair.ink for name, pair in colours.items()}
    book = "\n".join(
        f'<Code guid="{key}" name={quoteattr(_strip(name))} isCodable="true" color="{inks.get(name, _OTHER)}"/>'
        for name, key in sorted(codes.items())
    )
    parts = {
        "Users": people,
        "CodeBook": f"<Codes>\n{book}\n</Codes>" if book else "",
        "Sources": "\n".join(sources),
        "Links": "\n".join(links),
    }
    inside = "\n".join(f"<{name}>\n{content}\n</{name}>" for name, content in parts.items() if content)
    head = f'<Project xmlns="{NAMESPACE}" name="Mizan" origin="Mizan">'
    return f'<?xml version="1.0" encoding="utf-8"?>\n{head}\n{inside}\n</Project>\n'


def _time(written: str) -> str:
    """An xsd:dateTime, "" where it was none."""
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return ""


def _strip(words: str) -> str:
    return _FORBIDDEN.sub("\ufffd", words)


def _text(words: str) -> str:
    return escape(_strip(words))
