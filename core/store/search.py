"""Finding words in all articles, blind to what editors do not see as a difference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from core.model import Span
from core.store.store import Store
from core.store.values import SearchHit, Where
from core.text.arabic import fold, folded

_CONTEXT = 60  # code points on either side of a hit
_CHUNK = 40  # texts in memory, or put into the index, at a time
_UNINDEXED = (
    "SELECT number, text FROM texts WHERE number > (SELECT coalesce(max(number), 0) FROM shadows) ORDER BY number"
)
_HEAD = "SELECT a.id, a.title, a.source, t.text FROM texts t JOIN articles a ON a.number = t.number WHERE a.removed = 0"
# Between two words of a query: the rest of the first word, space, and what is written in front of the second.
_BETWEEN = r"\w{0,12}\W{1,4}\w{0,6}"
_WORD = re.compile(r"\w+")


def shadow(text: str) -> str:
    """What the index holds of a text."""
    return fold(text)


def search(store: Store, query: str, limit: int) -> list[SearchHit]:
    """Places that match, in the order of the articles: each word of the query, in order, also inside longer words."""
    return list(islice(chain.from_iterable(steps(store, query)), max(limit, 0)))


def steps(store: Store, query: str) -> Iterator[list[SearchHit]]:
    """`search` in short steps: the places in a few articles each, often none."""
    words = _WORD.findall(fold(query))
    if not words:
        return
    pattern = re.compile(_BETWEEN.join(map(re.escape, words)))
    yield list(_notes(store, pattern))
    for page in _matching(store, words, pattern):
        yield []
        for key, title, source, text in page:
            view = folded(text)
            yield [
                _hit(key, title, source, text, view.to_original(*match.span())) for match in pattern.finditer(view.text)
            ]


def index(store: Store, limit: int = _CHUNK) -> int:
    """Put up to `limit` articles into the index, in the order of their import; how many there were to put."""
    found = store.fetch(f"{_UNINDEXED} LIMIT ?", (limit,))
    if found:
        with store.transaction() as connection:
            for number, text in found:
                connection.execute("INSERT INTO shadows (number, folded) VALUES (?, ?)", (number, shadow(text)))
            connection.execute(
                "INSERT INTO search (rowid, folded) SELECT number, folded FROM shadows WHERE number BETWEEN ? AND ?",
                (found[0][0], found[-1][0]),
            )
    return len(found)


def candidates(
    store: Store, words: Sequence[str], pattern: re.Pattern[str], after: int = 0
) -> Iterator[tuple[str, str, str, str]]:
    """ID, title, source and text of the articles whose folded text holds `pattern`, in the order of their import.

    Those up to number `after` are passed over.

    `words` are parts of all that matches it; they find the articles by the trigram index or, where every word is too
    short for that, by reading. Articles that are not indexed yet are read too. A few texts at a time are in memory.
    """
    return chain.from_iterable(_matching(store, words, pattern, after))


def _matching(
    store: Store, words: Sequence[str], pattern: re.Pattern[str], after: int = 0
) -> Iterator[list[tuple[str, str, str, str]]]:
    """`candidates`, as many at a time as are read at a time. Only of those that match the text itself is read."""
    for found in _pages(store, words, after):
        numbers = [number for number, view in found if all(word in view for word in words) and pattern.search(view)]
        among = ", ".join("?" * len(numbers))
        yield store.fetch(f"{_HEAD} AND t.number IN ({among}) ORDER BY t.number", numbers) if numbers else []


def _pages(store: Store, words: Sequence[str], after: int) -> Iterator[list[tuple[int, str]]]:
    """(number, folded text) of the articles that may match."""
    trigrams = dict.fromkeys(word[at : at + 3] for word in words for at in range(len(word) - 2))
    if trigrams:
        query = " ".join('"' + trigram.replace('"', '""') + '"' for trigram in trigrams)
        numbers = store.fetch(
            "SELECT rowid FROM search WHERE search MATCH ? AND rowid > ? ORDER BY rowid", (query, after)
        )
        for start in range(0, len(numbers), _CHUNK):
            chunk = [number for (number,) in numbers[start : start + _CHUNK]]
            yield store.fetch(
                f"SELECT number, folded FROM shadows WHERE number IN ({', '.join('?' * len(chunk))}) ORDER BY number",
                chunk,
            )
    else:
        yield from _read_on(store, after, words)
    unindexed = max(after, store.value("SELECT coalesce(max(number), 0) FROM shadows"))
    while found := store.fetch(
        "SELECT number, text FROM texts WHERE number > ? ORDER BY number LIMIT ?", (unindexed, _CHUNK)
    ):
        yield [(number, shadow(text)) for number, text in found]
        unindexed = found[-1][0]


def _read_on(store: Store, after: int, words: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """The articles behind number `after` that hold the words, page by page; a page is so many articles looked at."""
    held = " AND ".join("instr(folded, ?)" for _ in words)
    last = store.value("SELECT coalesce(max(number), 0) FROM shadows")
    while after < last:
        yield store.fetch(
            f"SELECT number, folded FROM shadows WHERE number > ? AND number <= ? AND {held} ORDER BY number",
            (after, after + _CHUNK, *words),
        )
        after += _CHUNK


def _notes(store: Store, pattern: re.Pattern[str]) -> Iterator[SearchHit]:
    """The notes on verdicts and on marks that match, each once."""
    for hit, note in chain(_on_verdicts(store), _on_marks(store)):
        view = folded(note)
        if match := pattern.search(view.text):
            snippet, span = _snippet(note, view.to_original(*match.span()))
            yield replace(hit, snippet=snippet, snippet_span=span)


def _on_verdicts(store: Store) -> Iterator[tuple[SearchHit, str]]:
    nothing = Span(0, 0)
    for key, note, kept in store.fetch(
        "SELECT relation_id, note, evidence FROM verdicts WHERE note <> '' ORDER BY decided_at DESC, relation_id"
    ):
        evidence = json.loads(kept)
        side = evidence.get("a") or {"article": "", "start": 0, "end": 0}
        span = Span(side["start"], side["end"])
        title = evidence.get("question", "")
        yield SearchHit(side["article"], title, "", span, "", nothing, Where.VERDICT, key), note


def _on_marks(store: Store) -> Iterator[tuple[SearchHit, str]]:
    for article_id, title, source, start, end, note in store.fetch(
        'SELECT m.article_id, a.title, a.source, m.start, m."end", m.note FROM annotations m'
        " JOIN articles a ON a.id = m.article_id"
        " WHERE m.note <> '' AND m.removed = 0 AND a.removed = 0 ORDER BY a.number, m.start, m.id"
    ):
        yield SearchHit(article_id, title, source, Span(start, end), "", Span(0, 0), Where.MARK), note


def _hit(key: str, title: str, source: str, text: str, span: Span) -> SearchHit:
    return SearchHit(key, title, source, span, *_snippet(text, span))


def _snippet(text: str, span: Span) -> tuple[str, Span]:
    """What stands around a passage, and where the passage is in it."""
    start, end = max(0, span.start - _CONTEXT), min(len(text), span.end + _CONTEXT)
    # Whole words at both ends of the snippet.
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return text[start:end], Span(span.start - start, span.end - start)
