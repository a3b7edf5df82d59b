"""Claims joined by relations that an editor sees, kept as relations come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from core.compare.growing import Growing
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.model import Show


@dataclass(frozen=True, slots=True)
class Moved:
    """A fact that holds other claims than before, or whose relations moved (`pairs`, all of claims that it had)."""

    fact: Growing
    claims: list[int]
    pairs: Set[Pair]


class Clusters:
    """The claims that relate, and the facts that those make which are joined; silent relations join nothing."""

    def __init__(self) -> None:
        self.links: defaultdict[int, dict[int, Outcome]] = defaultdict(dict)
        self.facts: set[Growing] = set()
        self._home: dict[int, Growing] = {}
        self._touched: set[int] = set()
        self._moved: set[Pair] = set()

    def put(self, pair: Pair, outcome: Outcome | None) -> None:
        """Let two claims relate so from now on, or not at all."""
        self._touched.update(pair)
        if pair[0] in self._home and pair[1] in self._home:
            self._moved.add(pair)
        for one, other in (pair, pair[::-1]):
            if outcome:
                self.links[one][other] = outcome
            elif self.links[one].pop(other, None) and not self.links[one]:
                del self.links[one]

    def update(self, renewed: Set[int]) -> list[Moved]:
        """What became of facts since the last time, `renewed` claims having come, gone or become others."""
        near = self._touched | renewed
        stale = {self._home[index] for index in near if index in self._home}
        near.update(index for fact in stale for index in fact.claims)
        found = [(self._nearest(claims, stale), claims) for claims in self._joined(near)]
        self.facts.difference_update(stale)
        self.facts.update(fact for fact, _ in found)
        for index in near:
            self._home.pop(index, None)
        self._home.update((index, fact) for fact, claims in found for index in claims)
        inside: defaultdict[Growing | None, set[Pair]] = defaultdict(set)
        for pair in self._moved:
            if (home := self._home.get(pair[0])) is self._home.get(pair[1]):
                inside[home].add(pair)
        self._touched, self._moved = set(), set()
        return [Moved(fact, claims, inside[fact]) for fact, claims in found]

    def forget(self, claims: Iterable[int]) -> None:
        """Let go of the relations of claims whose fact is made and will not change any more."""
        for index in claims:
            self.links.pop(index, None)

    def _nearest(self, claims: list[int], left: set[Growing]) -> Growing:
        """The fact that most of these claims were in, among those that are `left` to go on with, else a new one."""
        homes = Counter(home for index in claims if (home := self._home.get(index)) in left)
        if not homes:
            return Growing()
        fact = homes.most_common(1)[0][0]
        left.discard(fact)
        return fact

    def _joined(self, near: set[int]) -> Iterator[list[int]]:
        """The claims that are joined, as sorted lists of at least two."""
        waiting = set(near)
        while waiting:
            reached = {waiting.pop()}
            joined: set[int] = set()
            while reached:
                joined |= reached
                reached = {
                    other
                    for index in reached
                    for other, told in self.links.get(index, {}).items()
                    if told.show is not Show.SILENT
                } - joined
            waiting -= joined
            if len(joined) > 1:
                yield sorted(joined)
