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
    position = {index: _position(items[index]) for index in {index for pair in decided for index in pair}}

    def rank(pair: Pair) -> tuple[bool, float, str, str]:
        a, b = (items[index].claim for index in pair)
        return a.article_id == b.article_id, -related[pair].score, a.key, b.key

    disputes: dict[tuple[object, ...], list[Pair]] = {}
    for pair in decided:
        told, (a, b) = related[pair], pair
        disputes.setdefault((told.show, told.kind, frozenset((position[a], position[b]))), []).append(pair)
    led: dict[Pair, Pair] = {}
    for pairs in disputes.values():
        if len(pairs) > 1:
            first = min(pairs, key=rank)
            led.update((pair, first) for pair in pairs if pair != first)
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
