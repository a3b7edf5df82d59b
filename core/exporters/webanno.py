r"""WebAnno TSV 3.3, as INCEpTION reads it: a ZIP with one `.tsv` an article; offsets count UTF-16 units.

Marks are named entities, a layer that every INCEpTION project has: `value` is the label, `identifier` what they carry.
https://inception-project.github.io/releases/36.0/docs/user-guide.html#sect_formats_webannotsv3
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from core import carried
from core.exporters.base import Document, Left, archive, document_name, dumps, metadata
from core.exporters.tokens import covered, lines
from core.text.offsets import Utf16Map

LAYER = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
HEAD = "#FORMAT=WebAnno TSV 3.3"
_RESERVED = re.compile(r"->|[\\\[\]|_;\t\n*]")
_CONTROL = re.compile(r"[\x00-\x08\x09\x0e-\x1f\\]")
_NAMED = {"\t": "t", "\n": "n", "\b": "b"}


def escaped(text: str) -> str:
    """`text` with a backslash before what has a meaning in a cell."""
    return _RESERVED.sub(lambda match: f"\\{_NAMED.get(match[0], match[0])}", text)


def write(stream: BinaryIO, documents: Iterable[Document], left: Left) -> None:
    """One file an article."""
    with archive(stream) as packed:
        for document in documents:
            left.add("links", len(document.links))
            name = document_name(document.article)
            # Tokens and lines do not tell which white space lies between them.
            packed.keep(name, metadata(document.article) | {"text": document.article.text})
            packed.keep_rejected(name, document)
            packed.put(f"{name}.tsv", _table(document, left))


def _table(document: Document, left: Left) -> str:
    text, marks = document.article.text, document.standing
    units = Utf16Map(text)
    read = lines(text, marks)
    tokens = [token for line in read for token in line.tokens]
    starts = [token.start for token in tokens]
    cells: list[list[tuple[str, str]]] = [[] for _ in tokens]
    for number, mark in enumerate(marks, 1):
        first, behind = covered(starts, mark)
        left.add("space", first == behind)
        cell = f"{escaped(dumps(carried.plain(mark)))}[{number}]", f"{escaped(carried.label(mark))}[{number}]"
        for at in range(first, behind):
            # What a mark carries stands at its first token; the others only name it.
            cells[at].append(cell if at == first else (f"*[{number}]", cell[1]))
    rows = [HEAD, f"#T_SP={LAYER}|identifier|value", "", ""]
    place = 0
    for number, line in enumerate(read, 1):
        rows.append(f"#Text={escaped_line(text[line.span.start : line.span.end])}")
        for at, token in enumerate(line.tokens, 1):
            found = cells[place]
            columns = ("|".join(parts) for parts in zip(*found, strict=True)) if found else ("_", "_")
            span = f"{units.to_utf16(token.start)}-{units.to_utf16(token.end)}"
            words = escaped_line(text[token.start : token.end])
            rows.append("\t".join((f"{number}-{at}", span, words, *columns, "")))
            place += 1
        rows.append("")
    return "\n".join(rows) + "\n"


def escaped_line(text: str) -> str:
    """Words of the text, in which only backslashes and control characters are escaped."""
    return _CONTROL.sub(lambda match: f"\\{_NAMED.get(match[0], match[0])}", text)
