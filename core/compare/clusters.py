"""Claims joined by relations that an editor sees, kept as relations come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Set

from core.compare.growing import Growing, Known
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.model import Show


class Clusters:
    """The facts that claims make which are joined; silent relations join nothing. `Known` tells what the others are."""

    def __init__(
        self,
        items: Mapping[int, Item],
        group: Callable[[Item], str],
        related: Callable[[Pair], Outcome | None],
        judge: Callable[[Pair], Outcome | None] | None,
    ) -> None:
        self.facts: set[Growing] = set()
        self._known = Known(items, group, self._beside, related, judge)
        self._joined: defaultdict[int, set[int]] = defaultdict(set)
        self._silent: defaultdict[int, set[int]] = defaultdict(set)
        self._home: dict[int, Growing] = {}
        self._touched: set[int] = set()
        self._moved: set[Pair] = set()

    def put(self, pair: Pair, outcome: Outcome | None) -> None:
        """Let two claims relate so from now on, or not at all."""
        self._touched.update(pair)
        if pair[0] in self._home and pair[1] in self._home:
            self._moved.add(pair)
        for links in (self._joined, self._silent):
            wanted = outcome is not None and (links is self._silent) is (outcome.show is Show.SILENT)
            for one, other in (pair, pair[::-1]):
                if wanted:
                    links[one].add(other)
                elif one in links:
                    links[one].discard(other)
                    if not links[one]:
                        del links[one]

    def update(self, renewed: Set[int], *, once: bool) -> None:
        """Make the facts anew whose claims or relations moved; `renewed` claims came, went or became others.

        `once`: nothing will move any more.
        """
        near = self._touched | renewed
        stale = {self._home[index] for index in near if index in self._home}
        near.update(index for fact in stale for index in fact.claims)
        found = [(self._nearest(claims, stale), claims) for claims in self._parts(near)]
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
        for fact, claims in found:
            fact.follow(self._known, claims, renewed, inside[fact])
            if once:
                fact.forget()

    def _beside(self, index: int) -> set[int]:
        return self._joined.get(index, set()) | self._silent.get(index, set())

    def _nearest(self, claims: list[int], left: set[Growing]) -> Growing:
        """The fact that most of these claims were in, among those that are `left` to go on with, else a new one."""
        homes = Counter(home for index in claims if (home := self._home.get(index)) in left)
        if not homes:
            return Growing()
        fact = homes.most_common(1)[0][0]
        left.discard(fact)
        return fact

    def _parts(self, near: set[int]) -> Iterator[list[int]]:
        """The claims that are joined, as sorted lists of at least two."""
        waiting = set(near)
        while waiting:
            reached = {waiting.pop()}
            joined: set[int] = set()
            while reached:
                joined |= reached
                reached = set().union(*(self._joined.get(index, ()) for index in reached)) - joined
            waiting -= joined
            if len(joined) > 1:
                yield sorted(joined)
