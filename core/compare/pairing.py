"""Which claims are worth comparing: those that share a rare enough key. Never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log

from core.compare.items import Item
from core.compare.outcome import Weights
from core.extract.concepts import event_kinds
from core.model import ClaimKind, Quantity

Key = tuple[str, ...]

_BUCKET = 60  # up to so many claims under one key are all compared with each other …
_WINDOW = 30  # … and beyond that each with so many that were published next
_RARE = 4  # rarest words of a clause that make keys, in pairs
_GROUPS = {
    ClaimKind.TIME: "time",
    ClaimKind.QUANTITY: "quantity",
    ClaimKind.PLACE: "place",
    ClaimKind.ACTOR: "actor",
    ClaimKind.CHANNEL: "channel",
    ClaimKind.POLARITY: "proposition",
    ClaimKind.OTHER: "proposition",
    ClaimKind.WORDING: "wording",
}


def group(item: Item) -> str:
    """Claims of one group may answer one question; assertions and denials are compared with any other statement."""
    return _GROUPS[item.kind]


def weigh(items: Sequence[Item]) -> Weights:
    """How rare each content word is among the clauses: 1 for one clause only, down to 0.2 for a word of all."""
    counts: Counter[str] = Counter()
    for item in items:
        counts.update(item.roots)
    most = log(max(len(items), 2) + 1)
    return Weights({word: max(0.2, 1 - log(count) / most) for word, count in counts.items()})


def pairs(items: Sequence[Item], weights: Weights) -> Iterator[tuple[int, int]]:
    """Candidate pairs as indices into `items`, each once, the smaller first."""
    buckets: dict[Key, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in set(keys(item, weights)):
            buckets[key].append(index)
    seen: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for pair in _within(bucket, items):
            if pair not in seen:
                seen.add(pair)
                yield pair


def keys(item: Item, weights: Weights) -> Iterator[Key]:
    """What another claim must share to be compared: its question, and one of party, name, day, unit, rare words."""
    name = group(item)
    kind = event_kinds().get(item.event)
    family = kind.family if kind else ""
    value = item.raw.value
    if item.frame and name in ("time", "place", "channel"):
        yield name, "speech", item.frame
        for party in item.speaker_parties:
            yield name, "speech", party, item.when[0] if item.when else ""
        return
    if name == "actor":
        if isinstance(value, str):
            yield name, value
        if item.request:
            yield name, "request", family
        for body in item.names:
            yield name, "body", body, item.claim.article_id
        return
    if name == "quantity" and isinstance(value, Quantity):
        unit = item.unit
        yield from ((name, unit, party) for party in item.parties or {""})
        yield from ((name, unit, scope) for scope in item.scopes if unit)
        return
    if family:
        yield from ((name, family, party) for party in item.parties or {""})
    if name == "wording":
        yield name, item.raw.attribution.speaker or "", ""
        return
    rare = sorted(item.own or item.roots, key=lambda word: (-weights.rarity.get(word, 1.0), word))[:_RARE]
    yield from ((name, *pair) for pair in combinations(sorted(rare), 2))


def _within(bucket: list[int], items: Sequence[Item]) -> Iterable[tuple[int, int]]:
    if len(bucket) <= _BUCKET:
        return combinations(bucket, 2)
    by_day = sorted(bucket, key=lambda index: (items[index].published, index))
    return ((min(a, b), max(a, b)) for place, a in enumerate(by_day) for b in by_day[place + 1 : place + 1 + _WINDOW])
