"""Word documents: paragraphs and tables in reading order, as the last writer left them.

The XML is read here, not through python-docx: that leaves out what stands in content controls, tracked insertions and
text boxes, and refuses documents with macros, which are simply never looked at here. Text is stored in logical order,
so bidi runs need nothing. The dates in the file say when it was made, not when the article was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING
from zipfile import ZipFile

from core.importers import xml
from core.importers.base import Document, Draft, Metadata, Note, damaged, empty
from core.importers.package import member, open_zip
from core.importers.xml import local
from core.text.canonical import canonical

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KIND = "DOCX"
# What is no text of the article, or was deleted from it; the fallback repeats what stands before it.
_LEFT_OUT = frozenset(
    {
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "pPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
        "Fallback",
        "rt",
        "annotation",
    }
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
# Who made a file is told by the program where nobody is.
_NOBODY = frozenset(
    {"", "python-docx", "microsoft office user", "windows user", "user", "admin", "un-named", "pc", "hp"}
)
_TITLES = ("title", "heading 1")


def read(document: Document) -> Iterator[Draft]:
    """The article. Raises KnownError for a file that is no Word document, is protected, or empty."""
    with open_zip(document, _KIND) as archive:
        parts = {name: _part(document, archive, name) for name in ("word/document.xml", "word/styles.xml", *_NOTES)}
        core = _part(document, archive, "docProps/core.xml")
    root = parts["word/document.xml"]
    if root is None:
        raise damaged(document.name, _KIND)
    hidden: list[str] = []
    blocks = list(_blocks(root, hidden))
    for name in _NOTES:
        blocks += chain.from_iterable(
            _blocks(note, hidden) for note in _children(parts[name]) if not _attribute(note, "type")
        )
    text = canonical("\n".join(blocks)).strip("\n")
    if not text.strip():
        raise empty(document.name)
    notes = [Note("تُرك نص مخفي في المستند.", "Hidden text in the document was left out.")] if hidden else []
    yield Draft(text, _metadata(core, root, parts["word/styles.xml"]), notes=tuple(notes))


def _part(document: Document, archive: ZipFile, name: str) -> Element | None:
    data = member(document, archive, name, _KIND)
    return None if data is None else xml.parse(document.name, data, _KIND)


def _children(element: Element | None) -> Iterable[Element]:
    return () if element is None else element


def _blocks(container: Element, hidden: list[str]) -> Iterator[str]:
    """The paragraphs inside, and the rows of tables with their cells parted by a bar."""
    for child in container:
        match local(child):
            case "p":
                boxes: list[Element] = []
                yield "".join(_words(child, hidden, boxes))
                for box in boxes:
                    yield from _blocks(box, hidden)
            case "tr":
                cells = [
                    " ".join(filter(None, _blocks(cell, hidden))) for cell in child if local(cell) in ("tc", "sdt")
                ]
                yield " | ".join(cells)
            case name if name not in _LEFT_OUT:
                yield from _blocks(child, hidden)


def _words(element: Element, hidden: list[str], boxes: list[Element]) -> Iterator[str]:
    """The text of a paragraph; text boxes that hang on it are put aside."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "txbxContent":
            boxes.append(child)
        elif name == "r" and any(local(kind) == "vanish" for mark in child if local(mark) == "rPr" for kind in mark):
            hidden.extend(_words_of(child))
        elif name not in _LEFT_OUT and name != "rPr":
            yield from _words(child, hidden, boxes)


def _words_of(element: Element) -> Iterator[str]:
    return (part.text or "" for part in element.iter() if local(part) == "t")


def _metadata(core: Element | None, root: Element, styles: Element | None) -> Metadata:
    said = {local(child): (child.text or "").strip() for child in _children(core)}
    author = canonical(said.get("creator", ""))
    title = canonical(said.get("title", "")) or _styled_title(root, styles)
    return Metadata(title=title, author="" if author.casefold() in _NOBODY else author)


def _styled_title(root: Element, styles: Element | None) -> str:
    """The first paragraph in the style of a title."""
    names = {
        _attribute(style, "styleId"): _attribute(name, "val").casefold()
        for style in _children(styles)
        for name in style
        if local(name) == "name"
    }
    for paragraph in (element for element in root.iter() if local(element) == "p"):
        for style in (mark for part in paragraph if local(part) == "pPr" for mark in part if local(mark) == "pStyle"):
            if names.get(_attribute(style, "val")) in _TITLES:
                return canonical("".join(_words_of(paragraph))).strip()
    return ""


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
