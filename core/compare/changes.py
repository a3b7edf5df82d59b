"""What of a fact is another than before: a fact of a thousand claims is neither sent nor written for one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from core.model import ArticleClaim, Fact, Relation

Pair = tuple[int, int]  # positions of two claims in the fact


@dataclass(frozen=True, slots=True)
class Change:
    """`head` is the fact as it is now without claims and relations, of which only those that are others are told.

    What is told of neither keeps its place among the others. A claim that is another now both left and came, and so
    did its relations.
    """

    head: Fact
    size: int  # claims that it has now
    left: Sequence[int]  # claims, by their positions before, rising
    claims: Mapping[int, ArticleClaim]  # those that came, by their positions now, rising
    relations: Sequence[tuple[Relation, ArticleClaim, ArticleClaim]]  # those that came or are told otherwise
    gone: Sequence[Pair]  # relations, by the positions of their claims before

    @property
    def id(self) -> str:
        """The ID of the fact."""
        return self.head.id

    @property
    def weight(self) -> int:
        """Claims and relations to be written."""
        return len(self.left) + len(self.claims) + len(self.relations) + len(self.gone)

    def on(self, fact: Fact) -> Fact:
        """The fact as it is now, given what it was."""
        gone, out = set(self.left), set(self.gone)
        stay = [at for at in range(len(fact.claims)) if at not in gone]
        first = min((*self.left, *self.claims), default=self.size)  # what stands before it stays in its place
        now = dict(zip(stay, (at for at in range(self.size) if at not in self.claims), strict=True))
        claims = {now[at]: fact.claims[at] for at in stay} | dict(self.claims)
        relations = [
            told if told.b < first else replace(told, a=now[told.a], b=now[told.b])
            for told in fact.relations
            if (told.a, told.b) not in out
        ]
        came = {(told.a, told.b): told for told, _, _ in self.relations}
        relations = [told for told in relations if (told.a, told.b) not in came]
        return replace(
            self.head,
            claims=tuple(map(claims.__getitem__, range(self.size))),
            relations=tuple(sorted([*relations, *came.values()], key=attrgetter("a", "b"))),
        )
