"""What the palette leads to, and how what is typed finds it: words first, then what is spelled alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

from core.text.arabic import fold

_LIKE = 78  # of 100: rapidfuzz's likeness from which a misspelled word still means an entry
_SHORTEST = 3  # letters from which likeness is asked for
_MANY = 1000  # texts that are not compared one by one with each letter typed
_SHORT = 2  # letters that stand in too many texts to mean something
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
    ranked: dict[int, None] = {}
    for beginning in (f" {query}", f" {first}", first):
        at_start = (place for place in found if texts[place].startswith(beginning))
        inside = (place for place in found if beginning in texts[place])
        for place in chain(at_start, inside):
            ranked[place] = None
            if len(ranked) == most:
                return list(ranked)
    return list(ranked)


def alike(query: str, texts: Sequence[str], most: int) -> list[int]:
    """The places of texts that hold something spelled like the query, the likest first."""
    from rapidfuzz import fuzz, process

    worth = dict(enumerate(texts))
    if len(texts) > _MANY:
        # One slip leaves one half of what was typed as it is: of many, only such texts are worth the comparison.
        halves = [half for half in (query[: len(query) // 2], query[len(query) // 2 :]) if len(half.strip()) > _SHORT]
        worth = {place: text for place, text in worth.items() if any(half in text for half in halves)}
    found = process.extract(query, worth, scorer=fuzz.partial_ratio, score_cutoff=_LIKE, limit=most)
    return [place for _text, _score, place in found]
