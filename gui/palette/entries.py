"""What the palette leads to, and how what is typed finds it: words first, then what is spelled alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from core.text.arabic import fold

_LIKE = 78  # of 100: rapidfuzz's likeness from which a misspelled word still means an entry
_SHORTEST = 3  # letters from which likeness is asked for
_LEAST = 5  # entries of a group from which nobody needs those that are only alike


class Group(StrEnum):
    """In the order in which they are shown."""

    ACTIONS = "actions"
    ARTICLES = "articles"
    QUESTIONS = "questions"
    NAMES = "names"
    PROJECTS = "projects"


@dataclass(frozen=True, slots=True)
class Entry:
    """`words` is what is searched in: folded, in every language that the entry has. `detail` stands behind the text."""

    group: Group
    text: str
    detail: str
    go: Callable[[], object]
    words: str = ""
    enabled: bool = True


@dataclass(slots=True)
class Entries:
    """The entries of one group, in the order in which equal ones are offered."""

    entries: list[Entry] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def put(self, entries: Iterable[Entry]) -> None:
        """Replace what is there."""
        self.entries = list(entries)
        self.words = [f" {entry.words or fold(entry.text)}" for entry in self.entries]

    def find(self, query: str, most: int) -> list[Entry]:
        """The best `most` for a folded query; the first ones where it is empty."""
        if not query:
            return self.entries[:most]
        places = literal(query, self.words, most)
        if len(places) < min(_LEAST, most) and len(query) >= _SHORTEST:
            places += [place for place in alike(query, self.words, most) if place not in places]
        return [self.entries[place] for place in places[:most]]


def literal(query: str, texts: Sequence[str], most: int) -> list[int]:
    """The places of texts that hold every word of the query; those that begin with it first, then words that do."""
    first, *others = query.split()
    found = [place for place, text in enumerate(texts) if first in text and all(word in text for word in others)]
    ranked = sorted(found, key=lambda place: (_rank(query, first, texts[place]), place))
    return ranked[:most]


def alike(query: str, texts: Sequence[str], most: int) -> list[int]:
    """The places of texts that hold something spelled like the query, the likest first."""
    from rapidfuzz import fuzz, process

    found = process.extract(query, texts, scorer=fuzz.partial_ratio, score_cutoff=_LIKE, limit=most)
    return [place for _text, _score, place in found]


def _rank(query: str, first: str, text: str) -> int:
    if text.startswith(f" {query}"):
        return 0
    if f" {query}" in text:
        return 1
    return 2 if f" {first}" in text else 3
