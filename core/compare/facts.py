"""Claims of several articles → facts: one question each, the claims that answer it, and how they relate."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from operator import attrgetter

from core.compare.apart import kept_apart
from core.compare.growing import Growing
from core.compare.items import Item
from core.compare.judging import Judging
from core.compare.outcome import Weights
from core.compare.pairing import Candidates
from core.compare.reading import Reading
from core.compare.weighing import Weighing, weigh
from core.model import Analysis, Fact

_URGENCY = attrgetter("urgency")


def compare(analyses: Sequence[Analysis], weighing: Weighing | None = None) -> list[Fact]:
    """Every question that at least two claims answer, with the relations between the answers; conflicts first.

    Behind them what looks alike and speaks of two things, where the claims are few: its relations are shown to nobody.
    """
    comparison = Comparison(weighing, once=True)
    facts = comparison.update(analyses)
    return facts + kept_apart(comparison.items, facts)


class Comparison:
    """Facts that follow a project: an article that comes, goes or changes touches its own neighbourhood only.

    What `update` gives is what a new comparison of the same analyses would give that begins with the same `weighing`;
    a fact that stays as it is stays the same object. `follow` tells the same of facts that are made when they are asked
    for. One that is asked `once` only keeps less in memory.
    """

    def __init__(self, weighing: Weighing | None = None, *, once: bool = False) -> None:
        self.facts: list[Growing] = []  # as they were found the last time, in their order …
        self.moved: Set[Growing] = frozenset()  # … and those among them that were new or others
        self._once = once
        self._reading = Reading()
        self._begin(weighing or Weighing())

    def _begin(self, weighing: Weighing) -> None:
        """No pair is judged yet, and all are to be by these weights."""
        self.weighing = weighing
        self._candidates = Candidates(Weights(weighing.rarity(), few=weighing.is_small))
        self._judging = Judging(self._candidates.items, self._reading, self._candidates.weights, once=self._once)

    @property
    def items(self) -> list[Item]:
        """The claims that are compared, in the order of articles and claims."""
        return [item for _, item in sorted(self._candidates.items.items())]

    def update(self, analyses: Sequence[Analysis]) -> list[Fact]:
        """The facts of these articles, which stand in the order of the project; conflicts first."""
        return [one.fact for one in self.follow(analyses)]

    def follow(self, analyses: Sequence[Analysis]) -> list[Growing]:
        """The same, where most are as they were."""
        with _no_search_for_rings():
            return self._follow(analyses)

    def _follow(self, analyses: Sequence[Analysis]) -> list[Growing]:
        gone, new = self._reading.update(analyses)
        claims = len(self._candidates.items) - len(gone) + len(new)
        if not self.weighing.holds(claims):
            new = {index: item for index, item in self._candidates.items.items() if index not in gone} | new
            gone = set()
            self._begin(weigh(new.values()))
        pairs = self._candidates.update(gone, new)
        self._judging.update(pairs, self._candidates.found, new)
        if self._once:
            pairs.clear()
            self._candidates.forget()
        kinds = (self._judging.answers, self._judging.sources)
        for clusters in kinds:
            clusters.update(gone | new.keys(), once=self._once)
        self.moved = frozenset(one for clusters in kinds for one in clusters.followed)
        self.facts = sorted((fact for clusters in kinds for fact in clusters.facts), key=_URGENCY)
        return self.facts


@contextmanager
def _no_search_for_rings() -> Iterator[None]:
    """Let Python not look for rings of objects meanwhile: none comes about, and it would look through all claims."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
