"""Claims of several articles → facts: one question each, the claims that answer it, and how they relate."""

from __future__ import annotations

from collections.abc import Sequence

from core.compare.judging import Judging
from core.compare.outcome import Weights
from core.compare.pairing import Candidates, group
from core.compare.reading import Reading
from core.compare.weighing import Weighing, weigh
from core.model import Analysis, Fact


def compare(analyses: Sequence[Analysis], weighing: Weighing | None = None) -> list[Fact]:
    """Every question that at least two claims answer, with the relations between the answers; conflicts first."""
    return Comparison(weighing, once=True).update(analyses)


class Comparison:
    """Facts that follow a project: an article that comes, goes or changes touches its own neighbourhood only.

    What `update` gives is what a new comparison of the same analyses would give that begins with the same `weighing`;
    a fact that stays as it is stays the same object. One that is asked `once` only keeps less in memory.
    """

    def __init__(self, weighing: Weighing | None = None, *, once: bool = False) -> None:
        self._once = once
        self._reading = Reading()
        self._begin(weighing or Weighing())

    def _begin(self, weighing: Weighing) -> None:
        """No pair is judged yet, and all are to be by these weights."""
        self.weighing = weighing
        self._candidates = Candidates(Weights(weighing.rarity(), few=weighing.is_small))
        self._judging = Judging(self._candidates.items, self._reading, self._candidates.weights)

    def update(self, analyses: Sequence[Analysis]) -> list[Fact]:
        """The facts of these articles, which stand in the order of the project; conflicts first."""
        gone, new = self._reading.update(analyses)
        claims = len(self._candidates.items) - len(gone) + len(new)
        if not self.weighing.holds(claims):
            new = {index: item for index, item in self._candidates.items.items() if index not in gone} | new
            gone = set()
            self._begin(weigh(new.values()))
        pairs = self._candidates.update(gone, new)
        self._judging.update(pairs, self._candidates.found, new, once=self._once)
        if self._once:
            pairs.clear()
            self._candidates.forget()
        items, judging = self._candidates.items, self._judging
        renewed = gone | new.keys()
        for clusters, judge in ((judging.answers, judging.judge), (judging.sources, None)):
            for moved in clusters.update(renewed):
                name = group(items[moved.claims[0]]) if judge else "source"
                moved.fact.follow(moved.claims, moved.pairs, renewed, items, clusters.links, name, judge)
                if self._once:
                    moved.fact.forget()
                    clusters.forget(moved.claims)
        made = [*judging.answers.facts, *judging.sources.facts]
        return [one.fact for one in sorted(made, key=lambda one: one.urgency)]
