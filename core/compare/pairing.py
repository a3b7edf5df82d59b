"""Which claims are worth comparing: those that share a rare enough key. Never all pairs."""

from __future__ import annotations

from bisect import insort
from collections import ChainMap, Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from itertools import combinations

from core.compare.items import Item
from core.compare.outcome import Weights
from core.extract.concepts import event_kinds, state_names
from core.model import ClaimKind, Quantity, TimeValue
from core.text.arabic import fold

Key = tuple[str, ...]
Pair = tuple[int, int]
Passage = tuple[object, ...]
Stance = tuple[object, ...]  # what a claim says
Answer = tuple[str, Stance]  # … and when it was published
Place = tuple[str, int]  # a claim by the day of its article and its number

_BUCKET = 40  # up to so many claims under one key are all compared with each other …
_ANSWERS = 12  # … and beyond that each with one claim of so many answers, the latest
_VOICES = 3  # copies of one passage that are compared in full
_RARE = 4  # rarest words of a clause that make keys, in pairs
_RARE_OF_FEW = 8  # … where claims are few
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


class Candidates:
    """Claims by number and the pairs of them worth comparing, kept as claims come and go.

    Numbers are in the order of articles and claims. `found` counts, for each pair (the smaller number first), the keys
    that the two share; what it holds depends on the claims alone, not on the order in which they came.
    """

    def __init__(self, weights: Weights) -> None:
        self.items: dict[int, Item] = {}
        self.weights = weights
        self.found: dict[Pair, int] = {}
        self._answers: dict[int, Answer] = {}
        self._keys: dict[int, frozenset[Key]] = {}
        self._buckets: defaultdict[Key, list[int]] = defaultdict(list)
        self._passages: dict[int, Passage] = {}
        self._copies: defaultdict[Passage, list[int]] = defaultdict(list)
        self._echoes: dict[int, int] = {}  # later copy of one passage → the first

    def update(self, gone: Set[int], new: Mapping[int, Item]) -> set[Pair]:
        """Take claims out, then in; a number may be in both. Gives the pairs that came or went."""
        left, came = self._copy(gone, new)
        wanted = {index: frozenset[Key]() for index in gone}
        for index in new.keys() | ((left.keys() ^ came.keys()) - (gone - new.keys())):
            item = new.get(index) or self.items[index]
            wanted[index] = frozenset() if index in self._echoes else frozenset(keys(item, self.weights))
        kept = {index: self._keys.get(index, frozenset()) for index in wanted}
        dirty = {
            key
            for index, found in wanted.items()
            for key in (kept[index] | found if index in gone or index in new else kept[index] ^ found)
        }
        former = {key: list(self._buckets[key]) for key in dirty}
        answered = {index: self._answers.pop(index) for index in gone}
        for index in gone:
            del self.items[index]
        self.items.update(new)
        self._answers.update((index, (item.published, answer(item))) for index, item in new.items())
        before = ChainMap(answered, self._answers)
        for index, found in wanted.items():
            for key in kept[index] - found:
                self._buckets[key].remove(index)
            for key in found - kept[index]:
                insort(self._buckets[key], index)
        self._keys.update(wanted)
        delta: Counter[Pair] = Counter()
        for key, old in former.items():
            now = self._buckets[key]
            if old and max(len(old), len(now)) <= _BUCKET:
                delta.subtract(_with(set(old) - set(now), old))
                delta.update(_with(set(now) - set(old), now))
            else:
                large = [bucket if len(bucket) > _BUCKET else [] for bucket in (old, now)]
                delta.subtract(() if large[0] else combinations(old, 2))
                delta.update(() if large[1] else combinations(now, 2))
                _follow(delta, _in_time(large[0], before), _in_time(large[1], self._answers))
            if not now:
                del self._buckets[key]
        for index in gone - new.keys():
            del self._keys[index]
        delta.subtract((first, echo) for echo, first in left.items())
        delta.update((first, echo) for echo, first in came.items())
        return self._count(delta)

    def forget(self) -> None:
        """Let go of all but the claims: there will be no other `update`."""
        for kept in (self.found, self._keys, self._buckets, self._answers, self._passages, self._copies, self._echoes):
            kept.clear()

    def _count(self, delta: Counter[Pair]) -> set[Pair]:
        """Count the keys of pairs anew; those that came or went."""
        moved: set[Pair] = set()
        for pair, more in delta.items():
            if more:
                before = self.found.get(pair, 0)
                if before + more:
                    self.found[pair] = before + more
                else:
                    del self.found[pair]
                if not before or not before + more:
                    moved.add(pair)
        return moved

    def _copy(self, gone: Set[int], new: Mapping[int, Item]) -> tuple[dict[int, int], dict[int, int]]:
        """Which copies of passages were echoes, and which are now, among those that are touched.

        Many copies are one voice, and one comparison each is enough.
        """
        passages = {index: _passage(item) for index, item in new.items()}
        groups = {self._passages[index] for index in gone} | set(passages.values())
        left = {
            index: self._echoes.pop(index)
            for group in groups
            for index in self._copies[group][_VOICES:]
            if index in self._echoes
        }
        for index in gone:
            self._copies[self._passages.pop(index)].remove(index)
        for index, passage in passages.items():
            insort(self._copies[passage], index)
        self._passages.update(passages)

        def article(index: int) -> str:
            return (new.get(index) or self.items[index]).claim.article_id

        came = {
            index: same[0]
            for group in groups
            for same in [self._copies[group]]
            for index in same[_VOICES:]
            if article(index) != article(same[0])
        }
        self._echoes |= came
        return left, came


def _passage(item: Item) -> Passage:
    """What copies of one passage share."""
    raw = item.raw
    return raw.kind, fold(raw.text), item.roots, item.parties, answer(item), item.when, item.frame


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
    rare = sorted(item.own or item.roots, key=lambda word: (-weights.rarity.get(word, 1.0), word))
    rare = rare[: _RARE_OF_FEW if weights.few else _RARE]
    yield from ((name, *pair) for pair in combinations(sorted(rare), 2))


def _sides(item: Item) -> frozenset[str]:
    """Parties told; where no state is among them, those that the article is about too."""
    if item.parties & state_names():
        return item.parties
    return item.parties | item.home | {""}


def _with(some: Set[int], bucket: list[int]) -> Iterator[Pair]:
    """The pairs of a bucket that hold one of these claims."""
    for index in some:
        for other in bucket:
            if other not in some or index < other:
                yield (index, other) if index < other else (other, index)


def _in_time(bucket: list[int], answers: Mapping[int, Answer]) -> dict[Place, Stance]:
    """What the claims of a large bucket answer, by the day; those of one day in the order of their numbers."""
    return {(answers[index][0], index): answers[index][1] for index in bucket}


def _follow(delta: Counter[Pair], old: Mapping[Place, Stance], new: Mapping[Place, Stance]) -> None:
    """Count the pairs that a large bucket had less and those that it has more.

    Each claim is compared with one of every answer given shortly before it: cost grows with the claims, not their
    pairs. What was told long before or long after a claim that came or went stays as it is.
    """
    was: dict[Stance, Place] = {}
    now = was  # one and the same while nothing differs
    for place in sorted(old.keys() | new.keys()):
        left, come = old.get(place), new.get(place)
        if was is now and left == come:
            _stand(now, place, new[place])
            continue
        if was is now:
            was = dict(now)
        for standing, own, count in ((was, left, -1), (now, come, 1)):
            if own is not None:
                for _, other in standing.values():
                    delta[min(place[1], other), max(place[1], other)] += count
                _stand(standing, place, own)
        if list(was.items()) == list(now.items()):
            was = now


def _stand(standing: dict[Stance, Place], place: Place, own: Stance) -> None:
    """Let a claim stand for its answer, which is the latest of all now; of one day the first claim stands."""
    if own not in standing and len(standing) >= _ANSWERS:
        del standing[next(iter(standing))]
    first = standing.pop(own, place)
    standing[own] = first if first[0] == place[0] else place
