"""Markdown: its words without the marks, and the front matter of note-taking programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.importers import limits
from core.importers.base import Document, Draft, Metadata, empty
from core.importers.columns import FIELDS, field_of
from core.importers.metadata import day_in
from core.text.canonical import canonical

if TYPE_CHECKING:
    from markdown_it.token import Token

# «---», lines of «key: value», «---» at the head.
_FRONT = re.compile(r"---[ \t]*\n((?:[^\n]*\n){0,100}?)---[ \t]*(?:\n|\Z)")
_TAG = re.compile(r"<[^<>]{0,1000}>")


def read(document: Document) -> Iterator[Draft]:
    """The article. Raises KnownError for a file that is empty, too large or no text."""
    text = document.text(limits.MARKDOWN_BYTES)
    said = Metadata()
    if front := _FRONT.match(text):
        said, text = _metadata(front[1]), text[front.end() :]
    plain, title = _plain(text)
    if not plain.strip():
        raise empty(document.name)
    yield Draft(plain, said.or_else(Metadata(title=title)))


def _plain(text: str) -> tuple[str, str]:
    """The words of Markdown, a blank line between blocks, and its first heading of the first level."""
    from markdown_it import MarkdownIt  # 40 ms

    blocks: list[str] = []
    title = ""
    row: list[str] | None = None
    opened = ""
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            blocks.append(" | ".join(row or []))
            row = None
        elif token.type == "inline":
            words = _words(token.children or []).strip()
            if row is not None:
                row.append(words)
            elif words:
                blocks.append(words)
            title = title or (words if opened == "h1" else "")
        elif token.type in ("fence", "code_block", "html_block"):
            blocks.append(_TAG.sub("", token.content).strip() if token.type == "html_block" else token.content.rstrip())
        opened = token.tag
    return canonical("\n\n".join(filter(None, blocks))), title


def _words(tokens: list[Token]) -> str:
    """The text of one block; a line that the writer broke for width goes on."""
    breaks = {"softbreak": " ", "hardbreak": "\n", "html_inline": "", "image": ""}
    return "".join(breaks.get(token.type, token.content) for token in tokens)


def _metadata(front: str) -> Metadata:
    found: dict[str, str] = {}
    for line in front.splitlines():
        key, _, value = line.partition(":")
        name, value = field_of(key), value.strip().strip("\"'")
        if name in FIELDS and name != "text" and value:
            found.setdefault(name, value)
    published = day_in(found.pop("published", ""))
    return Metadata(published=published, **found)
