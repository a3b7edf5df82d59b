"""CoNLL: one token a line with its IOB2 tag, a blank line between sentences, `# newdoc id = …` before an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import BinaryIO

from core import carried
from core.exporters.base import Document, Left
from core.exporters.tokens import covered, is_whole, lines
from core.model import Annotation, Layer


def write(stream: BinaryIO, documents: Iterable[Document], left: Left) -> None:
    """Entities only, the longest of those that overlap."""
    for document in documents:
        marks = _flat(document, left)
        text = document.article.text
        read = lines(text, marks)
        tokens = [token for line in read for token in line.tokens]
        starts = [token.start for token in tokens]
        tags = ["O"] * len(tokens)
        for mark in marks:
            first, behind = covered(starts, mark)
            if first == behind:
                left.add("space")
                continue
            left.add("edges", not is_whole(tokens, first, behind, mark))
            label = re.sub(r"\s+", "_", carried.label(mark).strip())
            left.add("labels", label != mark.label)
            tags[first:behind] = [f"B-{label}"] + [f"I-{label}"] * (behind - first - 1)
        stream.write(f"# newdoc id = {document.article.id}\n".encode())
        tagged = iter(tags)
        for line in read:
            rows = (f"{text[token.start : token.end]}\t{next(tagged)}\n" for token in line.tokens)
            stream.write(f"{''.join(rows)}\n".encode())


def _flat(document: Document, left: Left) -> list[Annotation]:
    """The entities that stand beside each other, the longest first served."""
    left.add("metadata", document.article.title != "" or document.article.source != "")
    left.add("rejected", len(document.marks) - len(document.standing))
    left.add("links", len(document.links))
    entities = [mark for mark in document.standing if mark.layer is Layer.ENTITY]
    left.add("layers", len(document.standing) - len(entities))
    left.add("details", len(entities))
    kept: list[Annotation] = []
    taken = bytearray(len(document.article.text))
    for mark in sorted(entities, key=lambda mark: (mark.item.start - mark.item.end, mark.item.start, mark.id)):
        start, end = mark.item.start, mark.item.end
        if any(taken[start:end]):
            left.add("overlaps")
        else:
            taken[start:end] = b"\1" * (end - start)
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.item.start)
