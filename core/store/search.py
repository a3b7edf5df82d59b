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
# White space of every kind is one kind; as many characters as before, so that the alignment holds.
_WHITE = str.maketrans("\n\t", "  ")
# Between two words of a query: the rest of the first word, space, and what is written in front of the second.
_BETWEEN = r"\w{0,12}\W{1,4}\w{0,6}"
_WORD = re.compile(r"\w+")


def shadow(text: str) -> str:
    """What the index holds of a text."""
    return folded(text).text.translate(_WHITE)


def search(store: Store, query: str, limit: int) -> list[SearchHit]:
    """Places that match, in the order of the articles: each word of the query, in order, also inside longer words."""
    words = _WORD.findall(fold(query))
    if not words or limit <= 0:
        return []
    pattern = re.compile(_BETWEEN.join(map(re.escape, words)))
    hits: list[SearchHit] = []
    heads = {key: (title, source) for key, title, source in store.fetch("SELECT id, title, source FROM articles")}
    for key, text, view in candidates(store, words):
        spots = [match.span() for match in pattern.finditer(view)]
        if not spots:
            continue
        alignment = folded(text)
        for start, end in spots:
            hits.append(_hit(key, *heads[key], text, alignment.to_original(start, end)))
            if len(hits) == limit:
                return hits
    return hits


def candidates(store: Store, words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """ID, text and folded text of the articles that hold all (folded) words, in the order of their import.

    By the trigram index, or, where every word is too short for it, by reading.
    """
    long = [word for word in words if len(word) >= _TRIGRAM]
    if long:
        condition = "t.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        parameters = [" AND ".join('"' + word.replace('"', '""') + '"' for word in long)]
    else:
        condition = " AND ".join("instr(t.folded, ?)" for _ in words)
        parameters = list(words)
    yield from store.fetch(
        "SELECT a.id, t.text, t.folded FROM texts t JOIN articles a ON a.number = t.number"
        f" WHERE {condition} AND a.removed = 0 ORDER BY a.number",
        parameters,
    )


def _hit(key: str, title: str, source: str, text: str, span: Span) -> SearchHit:
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    # Whole words at both ends of the snippet.
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return SearchHit(key, title, source, span, text[start:end], Span(span.start - start, span.end - start))
