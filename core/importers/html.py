"""Web pages that were saved: the article without the page around it. Nothing is fetched, nothing runs.

What a page declares of itself (JSON-LD, meta tags, the time of the article) is taken as it stands. Dates that merely
stand somewhere on a page, as in its foot or beside other news, are not: htmldate takes those for the article's own.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes
from email.policy import default
from functools import cache
from typing import TYPE_CHECKING, Any

from core.errors import KnownError
from core.importers import limits
from core.importers.base import Document, Draft, Metadata, Note, damaged, empty, parsing
from core.importers.encoding import decode
from core.importers.metadata import day_in
from core.text.canonical import canonical

if TYPE_CHECKING:
    from types import ModuleType

    from lxml.html import HtmlElement

# What these libraries raise on pages and messages that they did not foresee.
_EMAIL = (AssertionError, AttributeError, LookupError, TypeError, ValueError)
_TRAFILATURA = (*_EMAIL, ArithmeticError, RecursionError)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(windows-125\d|cp125\d|iso-?8859-\d{1,2})", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]{1,2000})")
_DECLARATION = re.compile(r"\A\s*<\?xml[^<>]{0,200}\?>")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "fieldset"),
        *(
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "main",
            "nav",
        ),
        *("ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
    )
)
_LEFT_OUT = frozenset(
    (
        *("script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "math", "select"),
        *("button", "textarea", "nav", "footer", "aside", "form"),
    )
)
# What pages call what they say of themselves, the surest first.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title"),
    "source": ("og:site_name", "dc.publisher", "dcterms.publisher"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author"),
    "published": (
        *("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
        *(
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "date",
        ),
    ),
    "url": ("og:url",),
}
_ARTICLE_TYPE = re.compile("Article|BlogPosting|Report|LiveBlog")
_TIMES = (
    "//*[@itemprop='datePublished']",
    "//time[@pubdate]",
    "(//article|//header[.//h1])//time[@datetime][not(ancestor::aside)]",
)


def read(document: Document) -> Iterator[Draft]:
    """The article of a page. Raises KnownError for a file that is empty or no page."""
    data = document.read(limits.MARKUP_BYTES)
    yield _draft(document.name, _decoded(data, document.name))


def read_mhtml(document: Document) -> Iterator[Draft]:
    """The article of a page that was saved as one file (MHTML)."""
    written = document.read()
    with parsing(document.name, "MHTML", _EMAIL):
        message = message_from_bytes(written, policy=default)
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        if part is None:
            raise damaged(document.name, "MHTML")
        data = part.get_payload(decode=True)
        charset = part.get_content_charset("utf-8")
        url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
    assert isinstance(data, bytes)
    limits.check_size(document.name, len(data), limits.MARKUP_BYTES)
    page = f'<meta charset="{charset}">'.encode() + data
    yield _draft(document.name, _decoded(page, document.name), _address(url))


def fragment(markup: str) -> str:
    """The text of a piece of a page, as it comes from the clipboard or a feed; "" where there is none."""
    tree = _tree(markup)
    return "" if tree is None else _plain(tree)


def _draft(name: str, markup: str, url: str = "") -> Draft:
    markup = canonical(markup)
    tree = _tree(markup)
    if tree is None:
        raise empty(name)
    said = _metadata(tree, markup)
    with parsing(name, "HTML", _TRAFILATURA):
        found = _trafilatura().bare_extraction(
            tree, include_comments=False, with_metadata=False, date_extraction_params={"extensive_search": False}
        )
    text = canonical((found.text if found else "") or "").strip()
    notes: tuple[Note, ...] = ()
    if not text:
        tree = _tree(markup)
        text = canonical("" if tree is None else _plain(tree))
        notes = (
            Note(
                "لم يُعرف نص المقال من بقية الصفحة، فأُخذت الصفحة كلها؛ راجعه.",
                "The article could not be told from the rest of the page, so all of it was taken; look it through.",
            ),
        )
    if not text.strip():
        raise KnownError(
            f"لا نص في الصفحة «{name}»؛ لعلها تُكتب بالبرمجة عند فتحها. انسخ المقال من المتصفح وألصقه هنا.",
            f"There is no text in the page “{name}”; it may be written by scripts when it is opened. "
            "Copy the article in the browser and paste it here.",
        )
    if said.title and said.title not in text[: len(said.title) + 200]:
        text = f"{said.title}\n{text}"
    return Draft(text, Metadata(url=url).or_else(said), notes=notes)


def _decoded(data: bytes, name: str) -> str:
    """UTF-8 where it is, else what the page declares, else what it looks like."""
    declared = _CHARSET.search(data, 0, 4096)
    if declared:
        for encoding in ("utf-8", declared[1].decode("ascii")):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return decode(data, name)


def _tree(markup: str) -> HtmlElement | None:
    """The page, None where there is nothing but comments."""
    from lxml import etree, html

    markup = _CONTROL.sub("", _DECLARATION.sub("", markup))
    try:
        with parsing("HTML", "HTML", (AssertionError, ValueError)):
            tree: HtmlElement = html.document_fromstring(markup, parser=html.HTMLParser(no_network=True))
            return tree
    except etree.ParserError:
        return None


def _plain(tree: HtmlElement) -> str:
    """All words of a page in order, each block on a line of its own, the cells of a row parted by a bar."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag
        if event == "start" and tag in _LEFT_OUT:
            walk.skip_subtree()
        if event == "start":
            parts.append(
                "\n" if tag in _BLOCKS else " | " if tag in ("td", "th") and element.getprevious() is not None else ""
            )
            if tag not in _LEFT_OUT:
                parts.append(_SPACE.sub(" ", element.text or ""))
        else:
            parts += ["\n" if tag in _BLOCKS else "", _SPACE.sub(" ", element.tail or "")]
    lines = (" ".join(line.split(" ")).strip(" ") for line in "".join(parts).split("\n"))
    return "\n".join(_SPACE.sub(" ", line) for line in lines if line)


def _metadata(tree: HtmlElement, markup: str) -> Metadata:
    meta: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").casefold()
        if content := (element.get("content") or "").strip():
            meta.setdefault(key, content)
    tagged = {part: next((meta[key] for key in keys if key in meta), "") for part, keys in _META.items()}
    tagged["published"] = day_in(tagged["published"]) or ""
    tagged["author"] = "" if tagged["author"].startswith("http") else tagged["author"]
    canonical_url = next((link.get("href", "") for link in tree.iter("link") if link.get("rel") == "canonical"), "")
    saved = _SAVED_FROM.search(markup, 0, 10_000)
    said = _linked_data(tree).or_else(
        Metadata(
            source=tagged["source"],
            title=tagged["title"],
            author=tagged["author"],
            published=tagged["published"] or _stated_time(tree),
            url=_address(canonical_url) or _address(tagged["url"]) or (saved[1] if saved else ""),
        )
    )
    headings = [_SPACE.sub(" ", element.text_content()).strip() for element in tree.iter("h1")]
    names = [_SPACE.sub(" ", element.text or "").strip() for element in tree.iter("title")]
    # One heading is the article's; of several, none is surely so.
    title = headings[0] if len(headings) == 1 and headings[0] else said.title or (names[0] if names else "")
    return Metadata(title=title).or_else(said)


def _stated_time(tree: HtmlElement) -> str | None:
    for path in _TIMES:
        for element in tree.xpath(path)[:1]:
            written = element.get("datetime") or element.get("content") or element.text_content()
            if day := day_in(written or ""):
                return day
    return None


def _linked_data(tree: HtmlElement) -> Metadata:
    """What the page's JSON-LD says of the article."""
    for script in tree.iter("script"):
        if (script.get("type") or "").casefold() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            if _ARTICLE_TYPE.search(str(item.get("@type"))):
                return Metadata(
                    source=_named(item.get("publisher")),
                    title=_string(item.get("headline")),
                    author="، ".join(filter(None, map(_named, _listed(item.get("author"))))),
                    published=day_in(_string(item.get("datePublished"))),
                    url=_address(_string(item.get("url"))),
                )
    return Metadata()


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    for item in _listed(data):
        if isinstance(item, dict):
            yield item
            yield from (inner for inner in _listed(item.get("@graph")) if isinstance(inner, dict))


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [value]


def _named(value: Any) -> str:
    return _string(value.get("name") if isinstance(value, dict) else value)


def _string(value: Any) -> str:
    return canonical(value).strip() if isinstance(value, str) else ""


def _address(url: str) -> str:
    return url.strip() if url.strip().startswith(("https://", "http://")) else ""


@cache
def _trafilatura() -> ModuleType:
    """The library, 170 ms, told to keep its remarks to itself."""
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return trafilatura
