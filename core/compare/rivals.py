"""Which tolls of two articles are of two things: each has one much nearer to it in the other article."""

from __future__ import annotations

from collections.abc import Mapping

from core.compare.counted import FATES
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.compare.values import principal
from core.model import Quantity

_FAR = 2.0  # how many times one toll is the other from which both may have a counterpart elsewhere …
_NEAR = 1.5  # … and up to which a toll is one
_FATES = frozenset(FATES.values())


def outdone(items: Mapping[int, Item], found: Mapping[Pair, Outcome]) -> set[Pair]:
    """The tolls that are said to differ though each has a counterpart: «1300» of an attack, «471» of a strike."""
    times = {pair: ratio for pair, told in found.items() if (ratio := _times(items, pair, told))}
    nearest: dict[int, float] = {}
    for pair, ratio in times.items():
        for index in pair:
            nearest[index] = min(ratio, nearest.get(index, ratio))
    differ = (pair for pair in times if found[pair].reason == "figure_differs")
    return {pair for pair in differ if times[pair] > _FAR and all(nearest[index] <= _NEAR for index in pair)}


def _times(items: Mapping[int, Item], pair: Pair, told: Outcome) -> float:
    """How many times the smaller toll the larger one is; 0 for what is no pair of tolls."""
    a, b = items[pair[0]], items[pair[1]]
    x, y = a.raw.value, b.raw.value
    if told.reason[:6] != "figure" or not (a.unit == b.unit and a.unit in _FATES):
        return 0.0
    if not isinstance(x, Quantity) or not isinstance(y, Quantity):
        return 0.0
    low, high = sorted((principal(x), principal(y)))
    return high / low if low else 0.0
