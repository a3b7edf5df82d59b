"""brat standoff: a ZIP with `.txt` and `.ann` for each article and `annotation.conf`; offsets count code points.

brat's spans hold no newline: a mark over several lines becomes fragments. https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from core import carried
from core.exporters.base import Document, Left, archive, document_name, metadata
from core.model import Annotation

_FRAGMENT = re.compile(r"[^\n]+")
_TYPE = re.compile(r"[^\w-]+")  # what the name of a type may not hold


def type_name(label: str) -> str:
    """`label` as brat names a type."""
    return _TYPE.sub("_", label) or "_"


def write(stream: BinaryIO, documents: Iterable[Document], left: Left) -> None:
    """Two files an article; what marks carry stands in the sidecar."""
    types: set[str] = set()
    links: set[str] = set()
    with archive(stream) as packed:
        for document in documents:
            name = document_name(document.article)
            packed.put(f"{name}.txt", document.article.text)
            packed.keep(name, metadata(document.article))
            packed.keep_rejected(name, document)
            places: dict[str, str] = {}
            lines: list[str] = []
            for mark in document.standing:
                fragments = list(_fragments(document.article.text, mark))
                if not fragments:
                    left.add("space")
                    continue
                places[mark.id] = ref = f"T{len(places) + 1}"
                types.add(type_name(carried.label(mark)))
                spans = ";".join(f"{start} {end}" for start, end in fragments)
                words = " ".join(document.article.text[start:end] for start, end in fragments)
                lines.append(f"{ref}\t{type_name(carried.label(mark))} {spans}\t{words}")
                if mark.note:
                    lines.append(f"#{len(places)}\tAnnotatorNotes {ref}\t{' '.join(mark.note.split())}")
                packed.keep(name, {"mark": ref, "label": carried.label(mark), "carried": carried.plain(mark)})
            known = [link for link in document.links if link.a in places and link.b in places]
            left.add("links", len(document.links) - len(known))
            for number, link in enumerate(known, 1):
                links.add(link.kind)
                lines.append(f"R{number}\t{link.kind} Arg1:{places[link.a]} Arg2:{places[link.b]}")
            packed.put(f"{name}.ann", "".join(f"{line}\n" for line in lines))
        packed.put("annotation.conf", _configuration(sorted(types), sorted(links)))


def _fragments(text: str, mark: Annotation) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _FRAGMENT.finditer(text, mark.item.start, mark.item.end))


def _configuration(types: Iterable[str], links: Iterable[str]) -> str:
    """Which types there are: brat shows no others."""
    relations = [f"{kind}\tArg1:<ENTITY>, Arg2:<ENTITY>" for kind in links]
    overlaps = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    sections = ["[entities]", *types, "[relations]", overlaps, *relations, "[events]", "[attributes]"]
    return "\n".join(sections) + "\n"
