"""CoNLL: tokens with IOB2 (or IOB, BIOES) tags in the last column; the text is found again token by token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.importers.annotated.base import Files, Found, Home, Mark, Text, broken, skipped
from core.importers.base import Skipped

_NEW = re.compile(r"#\s*newdoc\s+id\s*=\s*(.+)|-DOCSTART-.*")


@dataclass(slots=True)
class _Document:
    id: str
    line: int
    rows: list[tuple[int, str, str]] = field(default_factory=list)  # line, token, tag
    breaks: set[int] = field(default_factory=set)  # places in `rows` before which a sentence begins


def read(files: Files, home: Home) -> Iterator[Found]:
    """One text an article; one that the project has is found by its ID, since the format holds tokens only."""
    for document in _documents(files.text(files.name)):
        article = home(document.id)
        yield _text(files.name, document, article.text if article else _joined(document), known=article is not None)


def _documents(written: str) -> Iterator[_Document]:
    document = _Document("", 1)
    for number, line in enumerate(written.split("\n"), 1):
        if new := _NEW.fullmatch(line.strip()):
            if document.rows:
                yield document
            document = _Document((new[1] or "").strip(), number)
        elif not line.strip():
            document.breaks.add(len(document.rows))
        elif not line.startswith("#") or "\t" in line:
            columns = line.split("\t") if "\t" in line else line.split()
            document.rows.append((number, columns[0], columns[-1]))
    if document.rows:
        yield document


def _joined(document: _Document) -> str:
    """The text of an article that nobody has: a line a sentence, a space between tokens."""
    parts: list[str] = []
    for place, (_, token, _) in enumerate(document.rows):
        parts += ["" if not place else "\n" if place in document.breaks else " ", token]
    return "".join(parts)


def _text(name: str, document: _Document, text: str, *, known: bool) -> Text:
    marks: list[Mark | Skipped] = []
    at = 0
    spans: list[tuple[int, int] | None] = []
    for number, token, _ in document.rows:
        start = text.find(token, at)
        if start < 0 or text[at:start].strip():
            spans.append(None)
            marks.append(
                skipped(name, str(number), f"الكلمة «{token}» ليست هنا في النص.", f"“{token}” is not here in the text.")
            )
            break
        at = start + len(token)
        spans.append((start, at))
    marks += _chunks(name, document.rows, spans)
    return Text(name, None if known else text, document.id, {}, marks)


def _chunks(
    name: str, rows: Sequence[tuple[int, str, str]], spans: Sequence[tuple[int, int] | None]
) -> Iterator[Mark | Skipped]:
    opened: tuple[int, int, int, str] | None = None  # line, start, end, label
    for (number, _, tag), span in zip(rows, spans, strict=False):
        if span is None:
            break
        prefix, _, label = tag.partition("-")
        if opened and prefix in ("I", "E") and label == opened[3]:
            opened = (opened[0], opened[1], span[1], label)
            continue
        if opened:
            yield Mark(str(opened[0]), *opened[1:])
        opened = None
        if prefix in ("B", "I", "S", "E", "U", "L") and label:
            opened = (number, *span, label)
        elif tag not in ("O", "_"):
            yield broken(name, str(number), ValueError(tag))
    if opened:
        yield Mark(str(opened[0]), *opened[1:])
