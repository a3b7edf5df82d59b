"""How the claims of two facts stand to each other, of which an editor says that they ask one question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from core.compare.disputes import Dispute, dispute_of, first
from core.compare.growing import WHOLE, in_words
from core.compare.items import Item, read
from core.compare.judging import outcome_of
from core.compare.outcome import Outcome, Weights
from core.compare.pairing import Pair, group
from core.compare.weighing import Weighing
from core.model import Analysis, ArticleClaim, Fact, Relation, relation_key
from core.text.arabic import fold

Related = tuple[ArticleClaim, ArticleClaim, Relation]


def unite(
    one: Fact, other: Fact, analyses_of: Callable[[Sequence[str]], Sequence[Analysis]], weighing: Weighing
) -> list[Related]:
    """Relations between claims of which each stands in one of the facts only; their places are 0 and 1.

    `analyses_of` gives what holds of articles by ID. In facts too large to be compared pair by pair, one claim of each
    answer is compared.
    """
    shared = {claim.key for claim in one.claims} & {claim.key for claim in other.claims}
    sides = [[claim for claim in fact.claims if claim.key not in shared] for fact in (one, other)]
    if len(sides[0]) + len(sides[1]) > WHOLE:
        sides = [_distinct(side)[: WHOLE // 2] for side in sides]
    items = _items(sides[0] + sides[1], analyses_of)
    weights = Weights(weighing.rarity(), few=weighing.is_small)
    numbers = range(len(sides[0])), range(len(sides[0]), len(sides[0]) + len(sides[1]))
    found: dict[Pair, Outcome] = {}
    disputes: defaultdict[Dispute, dict[Pair, Outcome]] = defaultdict(dict)
    for pair in product(*numbers):
        if pair[0] not in items or pair[1] not in items:
            continue
        a, b = items[pair[0]], items[pair[1]]
        if group(a) == group(b) and (told := outcome_of(a, b, weights, one_question=True)):
            found[pair] = told
            if dispute := dispute_of(a, b, told):
                disputes[dispute][pair] = told
    leads = _leading((one, other), {item.claim.key: item for item in items.values()})
    follows: dict[Pair, str] = {}
    for dispute, pairs in disputes.items():
        x, y = first(items, pairs)
        follows |= dict.fromkeys(pairs, leads.get(dispute) or relation_key(items[x].claim, items[y].claim))
    return [
        (a.claim, b.claim, replace(in_words(a, b, told, (0, 1)), follows="" if leader == own else leader))
        for pair, told in found.items()
        for a, b in [(items[pair[0]], items[pair[1]])]
        for own, leader in [(relation_key(a.claim, b.claim), follows.get(pair, ""))]
    ]


def _distinct(claims: Iterable[ArticleClaim]) -> list[ArticleClaim]:
    """The first claim of each answer."""
    found: dict[object, ArticleClaim] = {}
    for one in claims:
        claim = one.claim
        found.setdefault((claim.kind, claim.polarity, claim.value or fold(claim.text)), one)
    return list(found.values())


def _items(
    claims: Sequence[ArticleClaim], analyses_of: Callable[[Sequence[str]], Sequence[Analysis]]
) -> dict[int, Item]:
    """The claims by their places here, those of articles that are gone left out."""
    told: defaultdict[str, list[ArticleClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.article_id].append(claim)
    analyses = tuple(
        replace(analysis, claims=tuple(claim.claim for claim in told[analysis.article.id]))
        for analysis in analyses_of(sorted(told))
    )
    read_now = {item.claim.key: item for item in _read(analyses)}
    return {at: read_now[claim.key] for at, claim in enumerate(claims) if claim.key in read_now}


@lru_cache(maxsize=32)
def _read(analyses: tuple[Analysis, ...]) -> list[Item]:
    """Kept, since rulings are gone through again after every comparison."""
    return read(analyses)


def _leading(facts: Iterable[Fact], items: dict[str, Item]) -> dict[Dispute, str]:
    """The relations that stand for disputes in the facts already."""
    found: dict[Dispute, str] = {}
    for fact in facts:
        for told in fact.relations:
            a, b = (items.get(fact.claims[at].key) for at in (told.a, told.b))
            if a and b and not told.follows and (dispute := dispute_of(a, b, told)):
                found.setdefault(dispute, fact.relation_id(told))
    return found
