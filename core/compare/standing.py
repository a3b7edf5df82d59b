"""The comparison of an open project, kept from one time to the next: only what changed comes in and goes out.

It may live in a process of its own, so whatever goes in or out is a plain value, and large answers go in portions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from core.compare.changes import Change
from core.compare.facts import Comparison
from core.compare.growing import Growing
from core.compare.weighing import Weighing
from core.extract.names import Names
from core.model import Analysis, Fact

_MOST = 250_000  # claims, for which the memory is 2 GB; of more, only what was found is kept
_NAMES = 50  # analyses in a portion
_WEIGHT = 2000  # claims and relations in a portion, or one fact


@dataclass(frozen=True, slots=True)
class Settled:
    """The facts (IDs) in their order."""

    order: list[str]
    weighing: Weighing | None  # the weights of words by which they were found, where they are others now
    kept: bool  # whether the next time only what changed need come in


class Standing:
    """The names and facts of a project."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Know of nothing."""
        self._analyses: dict[str, Analysis] = {}
        self._names: Names | None = None
        self._comparison: Comparison | None = None
        self._facts: dict[Growing, str] = {}  # with the IDs that they had
        self._renamed: list[tuple[Analysis, Analysis]] = []
        self._new: list[Growing | Change] = []

    def take(self, analyses: Iterable[Analysis]) -> None:
        """What holds now of articles that are new or changed."""
        self._analyses |= {analysis.article.id: analysis for analysis in analyses}

    def settle(self, article_ids: Sequence[str], decided: Mapping[str, str], weighing: Weighing) -> Settled:
        """Share names over these articles, in the order of the project, and compare them.

        `decided`: what `names.unify` keeps to. `weighing` is asked for at the first time only.
        """
        before = [self._analyses[key] for key in article_ids]
        if self._names is None or self._names.decided != decided:
            self._names = Names(decided)
        after = self._names.update(before)
        self._renamed = [(old, new) for old, new in zip(before, after, strict=True) if old is not new and old != new]
        self._analyses = {analysis.article.id: analysis for analysis in after}
        kept = sum(len(analysis.claims) for analysis in after) <= _MOST
        comparison = self._comparison or Comparison(weighing, once=not kept)
        self._comparison, self._names = (comparison, self._names) if kept else (None, None)
        weighed = comparison.weighing
        found = comparison.follow(after)
        former, self._facts = self._facts, {one: one.id for one in found} if kept else {}
        self._new = []
        for one in found:
            if former.get(one) != one.id:
                self._new.append(one)
            elif one in comparison.moved and one.change:
                self._new.append(one.change)
        weighing_now = None if comparison.weighing == weighed else comparison.weighing
        return Settled([one.id for one in found], weighing_now, kept)

    def renamed(self) -> list[tuple[Analysis, Analysis]]:
        """The next analyses that were given other names, before and after; empty behind the last."""
        portion, self._renamed = self._renamed[:_NAMES], self._renamed[_NAMES:]
        return portion

    def found(self) -> list[Fact | Change]:
        """The next facts that are new or changed; empty behind the last."""
        weights = accumulate(one.weight for one in self._new)
        size = next((at for at, weight in enumerate(weights, 1) if weight >= _WEIGHT), len(self._new))
        portion, self._new = self._new[:size], self._new[size:]
        return [one.fact if isinstance(one, Growing) else one for one in portion]
