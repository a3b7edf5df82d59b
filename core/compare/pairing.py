"""Which claims are worth comparing: those that share a rare enough key. Never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log

from core.compare.items import Item
from core.compare.outcome import Weights
from core.extract.concepts import event_kinds, state_names
from core.model import ClaimKind, Quantity, TimeValue
from core.text.arabic import fold

Key = tuple[str, ...]

_BUCKET = 40  # up to so many claims under one key are all compared with each other …
_ANSWERS = 12  # … and beyond that each with one claim of so many answers, the latest
_VOICES = 3  # copies of one passage that are compared in full
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
    echoes = _echoes(items)
    buckets: dict[Key, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if index not in echoes:
            for key in set(keys(item, weights)):
                buckets[key].append(index)
    seen: set[tuple[int, int]] = set()
    for bucket in buckets.values():
        for pair in _within(bucket, items):
            if pair not in seen:
                seen.add(pair)
                yield pair
    yield from ((first, echo) for echo, first in echoes.items())


def _echoes(items: Sequence[Item]) -> dict[int, int]:
    """Later copies of one passage → the first: many copies are one voice, and one comparison each is enough."""
    copies: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        raw = item.raw
        copies[raw.kind, fold(raw.text), item.roots, item.parties, answer(item), item.when, item.frame].append(index)
    return {
        echo: same[0]
        for same in copies.values()
        for echo in same[_VOICES:]
        if items[echo].claim.article_id != items[same[0]].claim.article_id
    }


def answer(item: Item) -> tuple[object, ...]:
    """What the claim answers: claims of one answer stand for each other in a large story."""
    value = item.raw.value
    stance = (item.event, item.raw.polarity)
    if isinstance(value, Quantity):
        return (*stance, value.low, value.high, item.unit, tuple(sorted(item.scopes)))
    if isinstance(value, TimeValue):
        return (*stance, value.begin or value.timex, value.end)
    if group(item) == "proposition":
        return (*stance, item.raw.modality, item.agent, item.unclear)
    return (*stance, value, tuple(sorted(item.speaker_parties)) if item.request else ())


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
        yield from ((name, unit, party) for party in _sides(item))
        yield from ((name, unit, scope) for scope in item.scopes if unit)
        yield from ((name, unit, "of", head) for head in item.measured)
        return
    if family:
        yield from ((name, family, party) for party in _sides(item))
    if name == "wording":
        yield name, item.raw.attribution.speaker or "", ""
        return
    rare = sorted(item.own or item.roots, key=lambda word: (-weights.rarity.get(word, 1.0), word))[:_RARE]
    yield from ((name, *pair) for pair in combinations(sorted(rare), 2))


def _sides(item: Item) -> frozenset[str]:
    """Parties told; where no state is among them, those that the article is about too."""
    if item.parties & state_names():
        return item.parties
    return item.parties | item.home | {""}


def _within(bucket: list[int], items: Sequence[Item]) -> Iterable[tuple[int, int]]:
    if len(bucket) <= _BUCKET:
        return combinations(bucket, 2)
    return _with_representatives(bucket, items)


def _with_representatives(bucket: list[int], items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Each claim with one of every answer given shortly before it: cost grows with the claims, not their pairs."""
    standing: dict[tuple[object, ...], int] = {}
    for index in sorted(bucket, key=lambda index: (items[index].published, index)):
        yield from ((min(index, other), max(index, other)) for other in standing.values())
        own = answer(items[index])
        if own not in standing and len(standing) >= _ANSWERS:
            del standing[next(iter(standing))]
        first = standing.pop(own, index)  # the answer was given again: it is the latest of all
        standing[own] = first if items[first].published == items[index].published else index
