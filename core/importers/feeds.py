"""RSS and Atom files: one article an entry, as far as the feed gives it. Nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from core.errors import KnownError
from core.importers import limits, xml
from core.importers.base import Document, Draft, Metadata, Note, Skipped
from core.importers.html import fragment
from core.importers.metadata import day_in
from core.importers.xml import local
from core.text.canonical import canonical

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOTS = frozenset({"rss", "RDF", "feed"})
# The surest first: the whole article before its summary, the publication before the last change.
_TEXT = ("encoded", "content", "description", "summary")
_WHOLE = frozenset({"encoded", "content"})
_DAY = ("pubDate", "published", "date", "issued")
_ONLY_A_SUMMARY = Note(
    "في الملف ملخص المقال لا نصه كله.", "The feed gives a summary of the article, not all of its text."
)


def read(document: Document) -> Iterator[Draft | Skipped]:
    """The entries in their order. Raises KnownError for what is no feed."""
    root = xml.parse(document.name, document.read(), "RSS / Atom", dtd=True)
    if local(root) not in _ROOTS:
        raise KnownError(
            f"«{document.name}» ملف XML لكنه ليس RSS ولا Atom؛ احفظ المقال بصيغة أخرى.",
            f"“{document.name}” is XML, but neither RSS nor Atom; save the articles in another format.",
        )
    channel = next((child for child in root if local(child) == "channel"), root)
    source = _text(channel, ("title",))
    entries = (element for element in root.iter() if local(element) in ("item", "entry"))
    number = 0
    for number, entry in enumerate(islice(entries, limits.ROWS), 1):
        yield _draft(entry, source, number) or Skipped(
            document.name,
            KnownError(
                f"«{document.name}»، الخبر {number}: لا نص فيه؛ تُرك.",
                f"{document.name}, entry {number}: there is no text; it was left out.",
            ),
        )
    if not number:
        raise KnownError(f"لا أخبار في «{document.name}».", f"“{document.name}” has no entries.")


def _draft(entry: Element, source: str, number: int) -> Draft | None:
    name, body = next(((name, body) for name in _TEXT if (body := _body(entry, name))), ("", ""))
    title = canonical(fragment(_text(entry, ("title",))))
    if not body and not title:
        return None
    text = body if body.startswith(title) else f"{title}\n{body}".rstrip()
    metadata = Metadata(
        source=_text(entry, ("source",)) or _text_in(entry, "source", "title") or source,
        title=title,
        author=_text_in(entry, "author", "name") or _text(entry, ("creator",)) or _byline(entry),
        published=day_in(_text(entry, _DAY)),
        url=_link(entry),
    )
    return Draft(text, metadata, str(number), () if name in _WHOLE else (_ONLY_A_SUMMARY,))


def _body(entry: Element, name: str) -> str:
    """The words of an element that holds markup, be it escaped or as elements (Atom's xhtml)."""
    for child in entry:
        if local(child) == name and (words := "\n".join(child.itertext()) if len(child) else child.text or "").strip():
            return canonical(words if len(child) else fragment(words)).strip()
    return ""


def _text(parent: Element, names: tuple[str, ...]) -> str:
    for name in names:
        for child in parent:
            if local(child) == name and (text := (child.text or "").strip()):
                return canonical(text)
    return ""


def _text_in(parent: Element, name: str, inner: str) -> str:
    return next((found for child in parent if local(child) == name and (found := _text(child, (inner,)))), "")


def _byline(entry: Element) -> str:
    """RSS's author is an address with the name in brackets."""
    written = _text(entry, ("author",))
    return written.partition("(")[2].rstrip(") ") if "@" in written else written


def _link(entry: Element) -> str:
    links = [child for child in entry if local(child) == "link"]
    for link in sorted(links, key=lambda link: link.get("rel", "alternate") != "alternate"):
        url = (link.get("href") or link.text or "").strip()
        if url.startswith(("http://", "https://")):
            return url
    return ""
