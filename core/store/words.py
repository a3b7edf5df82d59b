"""What a filter of questions and pairs looks through: folded words, read in short steps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from core.store.articles import NAME
from core.store.store import Store
from core.text.arabic import fold

_STEP = 100  # facts read at a time
_END = "\x1f"  # of what one claim says
_SAID = (
    f"SELECT fact_id, group_concat(line, char(31)) FROM (SELECT c.fact_id, replace({NAME} || ' ' ||"
    " json_extract(c.data, '$.text'), char(31), ' ') AS line FROM fact_claims c JOIN articles a ON a.id = c.article_id"
    " WHERE c.fact_id BETWEEN ? AND ? ORDER BY c.fact_id, c.position) GROUP BY fact_id"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words of the facts (IDs): of their questions, and of their claims, each behind its source."""

    questions: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)

    def asking(self, word: str) -> set[str]:
        """The facts whose question holds a folded word."""
        return {key for key, text in self.questions.items() if word in text}

    def saying(self, word: str) -> set[str]:
        """The facts of which a claim or its source holds a folded word."""
        return {key for key, text in self.said.items() if word in text}


def read(store: Store, into: Words) -> Iterator[None]:
    """Fill `into`, in short steps."""
    after = ""
    while chunk := store.fetch(
        "SELECT id, question, question_en FROM facts WHERE id > ? ORDER BY id LIMIT ?", (after, _STEP)
    ):
        after = chunk[-1][0]
        into.questions.update((key, f"{fold(arabic)} {fold(english)}") for key, arabic, english in chunk)
        into.said.update((key, fold(text)) for key, text in store.fetch(_SAID, (chunk[0][0], chunk[-1][0])))
        yield


def passing(store: Store, words: Words, word: str) -> tuple[set[str], set[str]]:
    """The facts (IDs) all of whose relations hold a folded word, and the relations (keys) of others that do.

    It stands in the question, in a claim at either end, or in the name of its source.
    """
    facts = words.asking(word)
    places: dict[str, set[int]] = {}
    for key in words.saying(word) - facts:
        lines = words.said[key].split(_END)
        found = {place for place, line in enumerate(lines) if word in line}
        if len(found) == len(lines):
            facts.add(key)
        else:
            places[key] = found
    return facts, set(_at(store, places))


def _at(store: Store, places: Mapping[str, Collection[int]]) -> Iterator[str]:
    """The relations with an end in one of these claims, given by their places in their facts."""
    keys = list(places)
    for start in range(0, len(keys), _STEP):
        chunk = keys[start : start + _STEP]
        marks = ", ".join("?" * len(chunk))
        claims = store.fetch(
            f"SELECT fact_id, position FROM fact_claims WHERE fact_id IN ({marks}) ORDER BY fact_id, position", chunk
        )
        found: set[tuple[str, int]] = set()
        for key, group in groupby(claims, itemgetter(0)):
            found.update(one for place, one in enumerate(group) if place in places[key])
        for key, fact_id, a, b in store.fetch(
            f"SELECT id, fact_id, a, b FROM relations WHERE fact_id IN ({marks})", chunk
        ):
            if (fact_id, a) in found or (fact_id, b) in found:
                yield key
