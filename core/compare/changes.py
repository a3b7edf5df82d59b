"""What of a fact is another than before: a fact of a thousand claims is neither sent nor written for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.model import ArticleClaim, Fact, Relation

Pair = tuple[int, int]  # positions of two claims in the fact


@dataclass(frozen=True, slots=True)
class Change:
    """`head` is the fact as it is now without claims and relations, of which only those that are others are told."""

    head: Fact
    size: int  # claims that it has now
    claims: dict[int, ArticleClaim]  # by position
    relations: Sequence[tuple[Relation, ArticleClaim, ArticleClaim]]  # with their claims
    gone: Sequence[Pair]

    @property
    def id(self) -> str:
        """The ID of the fact."""
        return self.head.id

    def on(self, fact: Fact) -> Fact:
        """The fact as it is now, given what it was."""
        claims = dict(enumerate(fact.claims)) | self.claims
        relations = {(told.a, told.b): told for told in fact.relations}
        relations |= {(told.a, told.b): told for told, _, _ in self.relations}
        left = sorted(relations.keys() - set(self.gone))
        return replace(
            self.head,
            claims=tuple(claims[at] for at in range(self.size)),
            relations=tuple(relations[pair] for pair in left),
        )


def change(old: Fact, new: Fact) -> Change:
    """What became of a fact. A relation that is one object in both is as it was, and so are its claims."""
    claims = {at: claim for at, claim in enumerate(new.claims) if old.claims[at : at + 1] != (claim,)}
    before, after = set(map(id, old.relations)), set(map(id, new.relations))
    former = {(told.a, told.b): told for told in old.relations if id(told) not in after}
    relations = []
    for told in new.relations:
        if id(told) not in before:
            known = former.pop((told.a, told.b), None)
            if known != told or told.a in claims or told.b in claims:
                relations.append((told, new.claims[told.a], new.claims[told.b]))
    return Change(replace(new, claims=(), relations=()), len(new.claims), claims, relations, list(former))
