"""Finding words in all articles, blind to what editors do not see as a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.model import Span
from core.store.store import Store
from core.store.values import SearchHit
from core.text.arabic import fold, folded

_CONTEXT = 60  # code points on either side of a hit
_TRIGRAM = 3
_CHUNK = 40  # texts in memory at a time
# Between two words of a query: the rest of the first word, space, and what is written in front of the second.
_BETWEEN = r"\w{0,12}\W{1,4}\w{0,6}"
_WORD = re.compile(r"\w+")


def shadow(text: str) -> str:
    """What the index holds of a text."""
    return fold(text)


def search(store: Store, query: str, limit: int) -> list[SearchHit]:
    """Places that match, in the order of the articles: each word of the query, in order, also inside longer words."""
    words = _WORD.findall(fold(query))
    if not words or limit <= 0:
        return []
    pattern = re.compile(_BETWEEN.join(map(re.escape, words)))
    hits: list[SearchHit] = []
    for key, title, source, text in candidates(store, words, pattern):
        view = folded(text)
        for match in pattern.finditer(view.text):
            hits.append(_hit(key, title, source, text, view.to_original(*match.span())))
            if len(hits) == limit:
                return hits
    return hits


def candidates(store: Store, words: Sequence[str], pattern: re.Pattern[str]) -> Iterator[tuple[str, str, str, str]]:
    """ID, title, source and text of the articles whose folded text holds `pattern`, in the order of their import.

    `words` are parts of all that matches it; they find the articles by the trigram index or, where every word is too
    short for that, by reading. Texts are read a few at a time.
    """
    long = [word for word in words if len(word) >= _TRIGRAM]
    if long:
        condition = "t.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        parameters = [" AND ".join('"' + word.replace('"', '""') + '"' for word in long)]
    else:
        condition = " AND ".join("instr(t.folded, ?)" for _ in words)
        parameters = list(words)
    numbers = store.fetch(
        "SELECT t.number FROM texts t JOIN articles a ON a.number = t.number"
        f" WHERE {condition} AND a.removed = 0 ORDER BY t.number",
        parameters,
    )
    for start in range(0, len(numbers), _CHUNK):
        chunk = [number for (number,) in numbers[start : start + _CHUNK]]
        for *found, view in store.fetch(
            "SELECT a.id, a.title, a.source, t.text, t.folded FROM texts t JOIN articles a ON a.number = t.number"
            f" WHERE t.number IN ({', '.join('?' * len(chunk))}) ORDER BY t.number",
            chunk,
        ):
            if pattern.search(view):
                yield tuple(found)


def _hit(key: str, title: str, source: str, text: str, span: Span) -> SearchHit:
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    # Whole words at both ends of the snippet.
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return SearchHit(key, title, source, span, text[start:end], Span(span.start - start, span.end - start))
