"""Claims joined by relations that an editor sees, kept as relations come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from itertools import pairwise

from core.compare.growing import Growing, Known
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.model import Show

Links = defaultdict[int, set[int]]
Part = tuple[set[int], set[Growing]]  # claims, and whole facts, that are joined


class Clusters:
    """The facts that claims make which are joined; silent relations join nothing. `Known` tells what the others are.

    A fact is looked through only where claims left it that may have held it together; else what came is added to it.
    """

    def __init__(
        self,
        items: Mapping[int, Item],
        group: Callable[[Item], str],
        related: Callable[[Pair], Outcome | None],
        judge: Callable[[Pair], Outcome | None] | None,
    ) -> None:
        self.facts: set[Growing] = set()
        self.followed: list[Growing] = []  # those that moved at the last `update`
        self._known = Known(items, group, self._beside, related, judge)
        self._joined: Links = defaultdict(set)
        self._silent: Links = defaultdict(set)
        self._home: dict[int, Growing] = {}
        self._touched: set[int] = set()
        self._moved: set[Pair] = set()
        self._parted: set[Pair] = set()
        self._bridges: set[Pair] = set()  # pairs that join two facts

    def put(self, pair: Pair, outcome: Outcome | None) -> None:
        """Let two claims relate so from now on, or not at all."""
        self._touched.update(pair)
        homes = [self._home.get(index) for index in pair]
        if None not in homes:
            (self._moved if homes[0] is homes[1] else self._bridges).add(pair)
        is_silent = outcome is not None and outcome.show is Show.SILENT
        _link(self._silent, pair, wanted=is_silent)
        if _link(self._joined, pair, wanted=outcome is not None and not is_silent):
            self._parted.add(pair)

    def update(self, renewed: Set[int], *, once: bool) -> None:
        """Make the facts anew whose claims or relations moved; `renewed` claims came, went or became others.

        `once`: nothing will move any more.
        """
        near = self._touched | renewed
        stale = {self._home[index] for index in near if index in self._home}
        alone, broken = self._fallen_apart()
        loose = alone.union(*(fact.claims for fact in broken))
        left = {index: self._home.pop(index) for index in loose}
        loose.update(index for index in near if index not in self._home)
        gone: defaultdict[Growing, set[int]] = defaultdict(set)
        for index in alone:
            gone[left[index]].add(index)
        whole = {fact for fact in stale - broken if len(gone[fact]) < len(fact.claims)}
        self.facts -= stale
        found: list[tuple[Growing, set[int]]] = []
        for claims, facts in list(self._parts(loose, whole)):
            fact = max(facts, key=lambda one: len(one.claims)) if facts else _go_on_with(claims, left, broken)
            came = claims.union(*(other.claims for other in facts if other is not fact)) - alone
            self._home.update(dict.fromkeys(came, fact))
            if fact not in facts:
                gone[fact] = set(fact.claims) - came
                came.difference_update(fact.claims)
            found.append((fact, came))
        inside: defaultdict[Growing | None, set[Pair]] = defaultdict(set)
        for pair in self._moved:
            if (home := self._home.get(pair[0])) is self._home.get(pair[1]):
                inside[home].add(pair)
        self._touched, self._moved, self._parted, self._bridges = set(), set(), set(), set()
        for fact, came in found:
            fact.follow(self._known, came, gone[fact], renewed, inside[fact])
            if once:
                fact.forget()
        self.followed = [fact for fact, _ in found]
        self.facts.update(self.followed)

    def _beside(self, index: int) -> set[int]:
        return self._joined.get(index, set()) | self._silent.get(index, set())

    def _fallen_apart(self) -> tuple[set[int], set[Growing]]:
        """Claims of facts that nothing joins any more, and the facts of which the others do not hold together."""
        parted: Links = defaultdict(set)
        for pair in self._parted:
            home = self._home.get(pair[0])
            if home is not None and home is self._home.get(pair[1]) and pair[1] not in self._joined.get(pair[0], ()):
                _link(parted, pair, wanted=True)
        alone: set[int] = set()
        broken: set[Growing] = set()
        for ends in _components(parted):
            lone = {index for index in ends if index not in self._joined}
            alone |= lone
            if not all(self._meet(*pair) for pair in pairwise(ends - lone)):
                broken.add(self._home[next(iter(ends))])
        return alone, broken

    def _meet(self, one: int, other: int) -> bool:
        """Whether two claims are joined, by whatever way: looked for from both ends."""
        reached, edges = [{one}, {other}], [{one}, {other}]
        while edges[0] and edges[1]:
            at = len(edges[1]) < len(edges[0])
            edges[at] = set().union(*(self._joined.get(index, ()) for index in edges[at])) - reached[at]
            if not edges[at].isdisjoint(reached[not at]):
                return True
            reached[at] |= edges[at]
        return False

    def _parts(self, loose: set[int], whole: set[Growing]) -> Iterator[Part]:
        """Loose claims and whole facts that are joined, two claims at least."""
        tied: defaultdict[Growing, set[int]] = defaultdict(set)
        for one, other in self._bridges:
            if other in self._joined.get(one, ()):
                for here, there in ((one, other), (other, one)):
                    if here in self._home:
                        tied[self._home[here]].add(there)
        for index in loose if self._home else ():
            for other in self._joined.get(index, ()):
                if other in self._home:
                    tied[self._home[other]].add(index)
        while loose or whole:
            claims, facts = ({loose.pop()}, set[Growing]()) if loose else (set[int](), {whole.pop()})
            found: Part = set(), set()
            while claims or facts:
                found[0].update(claims)
                found[1].update(facts)
                reached = set[int]().union(
                    *(self._joined.get(index, ()) for index in claims), *(tied.get(fact, ()) for fact in facts)
                )
                claims = {index for index in reached - found[0] if index not in self._home}
                facts = {self._home[index] for index in reached if index in self._home} - found[1]
            loose -= found[0]
            whole -= found[1]
            if len(found[0]) > 1 or found[1]:
                yield found


def _link(links: Links, pair: Pair, *, wanted: bool) -> bool:
    """Link two claims, or part them; whether they were parted."""
    one, other = pair
    if wanted:
        links[one].add(other)
        links[other].add(one)
        return False
    if other not in links.get(one, ()):
        return False
    for here, there in (pair, pair[::-1]):
        links[here].discard(there)
        if not links[here]:
            del links[here]
    return True


def _components(links: Links) -> Iterator[set[int]]:
    """The claims of each part that hangs together."""
    waiting = set(links)
    while waiting:
        reached, found = {waiting.pop()}, set[int]()
        while reached:
            found |= reached
            reached = set().union(*(links[index] for index in reached)) - found
        waiting -= found
        yield found


def _go_on_with(claims: set[int], left: Mapping[int, Growing], spare: set[Growing]) -> Growing:
    """The fact that most of these claims were in, among those that are to spare, else a new one."""
    homes = Counter(home for index in claims if (home := left.get(index)) in spare)
    if not homes:
        return Growing()
    fact = homes.most_common(1)[0][0]
    spare.discard(fact)
    return fact
