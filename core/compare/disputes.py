"""Which pairs of a fact are one dispute: the same answers stand against each other, so that one decision is enough."""

from __future__ import annotations

from collections.abc import Mapping

from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import Pair, group
from core.model import ClaimKind, Quantity, Relation, Show, TimeValue

_DECIDED = (Show.CONFLICT, Show.CHECK, Show.UPDATE)

Dispute = tuple[object, ...]  # what stands against what, and how


def dispute_of(a: Item, b: Item, told: Outcome | Relation) -> Dispute | None:
    """What the pair shares with all pairs in which the same answers stand against each other."""
    if told.show not in _DECIDED:
        return None
    position = _scope if _count_apart(a, b) else _position
    return told.show, told.kind, frozenset((position(a), position(b)))


def _count_apart(a: Item, b: Item) -> bool:
    """What is there against what is planned: every estimate of one stands against every one of the other."""
    figures = isinstance(a.raw.value, Quantity) and isinstance(b.raw.value, Quantity)
    return figures and _scope(a) != _scope(b) and bool(a.scopes and b.scopes) and not a.scopes & b.scopes


def _scope(item: Item) -> tuple[object, ...]:
    return item.unit, *sorted(item.scopes)


def first(items: Mapping[int, Item], related: Mapping[Pair, Outcome]) -> Pair:
    """The pair that stands for the others of its dispute: of two articles before of one, then the surest."""

    def rank(pair: Pair) -> tuple[bool, float]:
        a, b = (items[index].claim.article_id for index in pair)
        return a == b, -related[pair].score

    ranks = {pair: rank(pair) for pair in related}
    best = min(ranks.values())
    return min(
        (pair for pair, own in ranks.items() if own == best),
        key=lambda pair: (items[pair[0]].claim.key, items[pair[1]].claim.key, pair),
    )


def _position(item: Item) -> tuple[object, ...]:
    """What is answered: a value by whomever; of statements, whether it is so, by whom; of sources, by which side."""
    claim, value = item.raw, item.raw.value
    if group(item) == "proposition":
        return _side(item), item.event, claim.polarity, item.unclear
    if isinstance(value, Quantity):
        return value.low if value.low is not None else value.high, value.high and value.low, claim.modality
    if isinstance(value, TimeValue):
        return value.begin or value.timex, value.end
    if item.kind is ClaimKind.ACTOR and item.speaker_parties:  # of sources one decision keeps all sides apart
        return (claim.polarity, *(sorted(item.speaker_parties) if item.request else ()))
    return claim.polarity, str(value)


def _side(item: Item) -> str:
    """The state behind the speaker, else the speaker, else the source: many people of one side are one."""
    return item.voice or item.raw.attribution.speaker or item.frame or item.source or item.claim.article_id
