"""Which pairs of a fact are one dispute: the same answers stand against each other, so that one decision is enough."""

from __future__ import annotations

from collections.abc import Mapping

from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import group
from core.model import Quantity, Show, TimeValue

Pair = tuple[int, int]

_DECIDED = (Show.CONFLICT, Show.CHECK, Show.UPDATE)


def leaders(items: Mapping[int, Item], related: Mapping[Pair, Outcome]) -> dict[Pair, Pair]:
    """Each pair that another one stands for → that one: of two articles before of one, then the surest, the first."""
    decided = [pair for pair, told in related.items() if told.show in _DECIDED]
    of = {index: items[index] for pair in decided for index in pair}
    position = {index: _position(item) for index, item in of.items()}
    article = {index: item.claim.article_id for index, item in of.items()}
    disputes: dict[tuple[object, ...], list[tuple[bool, float, Pair]]] = {}
    for pair in decided:
        told, (a, b) = related[pair], pair
        dispute = (told.show, told.kind, frozenset((position[a], position[b])))
        disputes.setdefault(dispute, []).append((article[a] == article[b], -told.score, pair))
    led: dict[Pair, Pair] = {}
    for ranked in disputes.values():
        if len(ranked) > 1:
            best = min(ranked)[:2]
            *_, first = min((of[a].claim.key, of[b].claim.key, (a, b)) for *rank, (a, b) in ranked if (*rank,) == best)
            led.update((pair, first) for *_, pair in ranked if pair != first)
    return led


def _position(item: Item) -> tuple[object, ...]:
    """What is answered: a value by whomever; of statements, whether it is so, by whom."""
    claim, value = item.raw, item.raw.value
    if group(item) == "proposition":
        return _side(item), item.event, claim.polarity, item.unclear
    if isinstance(value, Quantity):
        return value.low if value.low is not None else value.high, value.high and value.low, claim.modality
    if isinstance(value, TimeValue):
        return value.begin or value.timex, value.end
    return claim.polarity, *sorted(item.speaker_parties if item.request else (str(value),))


def _side(item: Item) -> str:
    """The state behind the speaker, else the speaker, else the source: many people of one side are one."""
    return item.voice or item.raw.attribution.speaker or item.frame or item.source or item.claim.article_id
