"""How pairs of claims are judged: each by the function of its kind, then all of two articles in view of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from itertools import product
from typing import TypeVar

from core.compare import figures, relations, statements, times, whereabouts
from core.compare.answers import answers
from core.compare.clusters import Clusters
from core.compare.copies import is_copy
from core.compare.items import Item
from core.compare.outcome import Outcome, Weights
from core.compare.pairing import Pair, group
from core.compare.reading import Articles, Reading, articles_of
from core.compare.rivals import outdone
from core.model import ClaimKind, Modality, Polarity, Show

FUNCTIONS = {
    "time": times.times,
    "quantity": figures.numbers,
    "place": whereabouts.places,
    "actor": relations.actors,
    "channel": relations.channels,
    "proposition": statements.propositions,
    "wording": relations.wordings,
}
_ESTIMATED = frozenset({"troops"})  # the force of another side
_EXPECTED = "time_two_sources"  # when two sources expect what may come
_OF_SOURCES = (relations.SILENT, relations.APART)  # who speaks and who would not, or two who say the same
_SURE = 0.6  # the score from which statements that agree tell that their sources do

Found = dict[Pair, Outcome]
T = TypeVar("T")


def outcome_of(a: Item, b: Item, weights: Weights, *, one_question: bool = False) -> Outcome | None:
    """How two claims of one group relate; None where they do not answer one question, unless an editor says so."""
    if a.claim.article_id == b.claim.article_id and a.raw.start < b.raw.end and b.raw.start < a.raw.end:
        return None
    outcome = FUNCTIONS[group(a)](a, b, weights)
    if one_question and (outcome is None or outcome.show is Show.SILENT):
        outcome = answers(a, b)
    if outcome is None or outcome.show is not Show.AGREE or not is_copy(a, b):
        return outcome
    return replace(outcome, parts=outcome.parts | {"copy": a.agency or b.agency})


class Judging:
    """What was judged of the pairs of a project, by the two articles in which their claims stand."""

    def __init__(self, items: Mapping[int, Item], reading: Reading, weights: Weights, *, once: bool) -> None:
        self.answers = Clusters(items, group, self._answer, self._judge)  # what claims answer one question
        self.sources = Clusters(items, lambda _: "source", self._source, None)  # who says what two articles share
        self._items, self._reading, self._weights, self._once = items, reading, weights, once
        self._found: dict[Articles, Found] = {}
        self._dropped: dict[Articles, set[Pair]] = {}
        self._behind: dict[Articles, Found] = {}
        self._speaking: dict[int, list[int]] = {}  # while pairs are judged: by statement, the actors behind it

    def update(self, pairs: Iterable[Pair], stand: Container[Pair], new: Container[int]) -> None:
        """Judge pairs that came, went (do not `stand` any more) or are of claims that changed, and what hangs on it."""
        near: defaultdict[Articles, list[Pair]] = defaultdict(list)
        for pair in pairs:
            near[articles_of(pair)].append(pair)
        self._speaking.clear()
        for articles, moved in near.items():
            found, dropped = self._found.get(articles, {}), self._dropped.get(articles, set())
            touched = set(found.keys() & moved)
            for pair in moved:
                found.pop(pair, None)
                if pair in stand and (told := self._outcome(pair)):
                    found[pair] = told
                    touched.add(pair)
            left = self._settle(articles, found, new)
            for pair in touched | (dropped ^ left):
                self.answers.put(pair, None if pair in left else found.get(pair))
            _keep(self._dropped, articles, left)
            _keep(self._found, articles, found)

    def _answer(self, pair: Pair) -> Outcome | None:
        articles = articles_of(pair)
        if pair in self._dropped.get(articles, ()):
            return None
        found = self._found.get(articles, {})
        return found.pop(pair, None) if self._once else found.get(pair)

    def _judge(self, pair: Pair) -> Outcome | None:
        return None if pair in self._dropped.get(articles_of(pair), ()) else self._outcome(pair)

    def _source(self, pair: Pair) -> Outcome | None:
        return self._behind.get(articles_of(pair), {}).get(pair)

    def _outcome(self, pair: Pair) -> Outcome | None:
        return outcome_of(self._items[pair[0]], self._items[pair[1]], self._weights)

    def _settle(self, articles: Articles, found: Found, new: Container[int]) -> set[Pair]:
        """The agreements of two articles that do not hold; tells on the way who says what the articles share.

        Two statements whose figures, days or actors conflict do not say the same, however alike their words are.
        """
        inner: list[Pair] = []
        alike: list[Pair] = []
        for pair, told in found.items():
            if group(self._items[pair[0]]) == "proposition":
                if told.show is Show.AGREE:
                    alike.append(pair)
            elif told.show is Show.CONFLICT or told.reason == "figure_differs":
                x, y = (self._items[index].raw.start for index in pair)
                inner += [(x, y), (y, x)] if articles[0] == articles[1] else [(x, y)]
        dropped = outdone(self._items, found)
        for pair in alike:
            a, b = (self._items[index].raw for index in pair)
            if any(a.start <= x < a.end and b.start <= y < b.end for x, y in inner):
                dropped.add(pair)
        counts = [pair for pair, told in found.items() if told.show is not Show.SILENT and self._is_estimate(pair)]
        counts += [pair for pair, told in found.items() if told.reason == _EXPECTED]
        behind = self._sources_of({pair: found[pair] for pair in sorted([*alike, *counts]) if pair not in dropped})
        broken = {pair: told for pair, told in found.items() if told.reason in _OF_SOURCES}
        behind |= broken
        dropped |= broken.keys()
        before = self._behind.get(articles, {})
        for pair in before.keys() | behind.keys():
            if before.get(pair) != behind.get(pair) or pair[0] in new or pair[1] in new:
                self.sources.put(pair, behind.get(pair))
        _keep(self._behind, articles, behind)
        return dropped

    def _is_estimate(self, pair: Pair) -> bool:
        """Of what nobody counted, whoever says how much it is must be kept apart."""
        return all(self._items[index].unit in _ESTIMATED for index in pair)

    def _sources_of(self, agreed: Found) -> Found:
        """Who says what two articles report: the actors behind each pair of propositions that agree."""
        items = self._items
        found: Found = {}
        for (a, b), outcome in agreed.items():
            contested = self._is_estimate((a, b)) or outcome.reason == _EXPECTED
            if not contested and outcome.score < _SURE:
                continue
            if items[a].kind is ClaimKind.POLARITY and items[a].raw.polarity is Polarity.AFFIRMED:
                contested = Modality.POSSIBLE in (items[a].raw.modality, items[b].raw.modality)
            for x, y in product(self._actors_behind(a), self._actors_behind(b)):
                pair = (min(x, y), max(x, y))
                if (
                    x != y
                    and pair not in found
                    and (told := relations.sources(items[pair[0]], items[pair[1]], contested))
                ):
                    found[pair] = told
        return found

    def _actors_behind(self, index: int) -> list[int]:
        """The actors of its article whose words a statement is."""
        found = self._speaking.get(index)
        if found is None:
            items, raw = self._items, self._items[index].raw
            found = self._speaking[index] = [
                actor
                for actor in self._reading.numbers(items[index].claim.article_id)
                if any(span.start <= raw.end - 1 and raw.start + 1 <= span.end for span in items[actor].content)
            ]
        return found


def _keep(kept: dict[Articles, T], articles: Articles, value: T) -> None:
    """Keep what is something."""
    if value:
        kept[articles] = value
    else:
        kept.pop(articles, None)
