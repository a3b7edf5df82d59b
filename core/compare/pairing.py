"""Which claims are worth comparing: those that share a rare enough key. Never all pairs."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from datetime import date, timedelta
from itertools import combinations

from core.compare.acts import acts_of
from core.compare.aspects import single_aspects
from core.compare.conditions import condition
from core.compare.counted import ALIVE
from core.compare.crowds import Crowd, Place, Stance, pairs_with
from core.compare.escalating import blamed
from core.compare.items import Item
from core.compare.loaded import deeds
from core.compare.outcome import Weights
from core.compare.pledges import PLEDGE
from core.compare.pointing import words_meant
from core.compare.posted import land_of
from core.compare.raising import matters
from core.compare.relations import is_unnamed
from core.compare.sanctions import measures
from core.compare.steps import holds_out
from core.compare.threats import of_whom, stance
from core.compare.undertakings import optional_forces
from core.extract.compounds import SIDING, WITHDRAWAL
from core.extract.concepts import event_kinds, state_names
from core.model import ClaimKind, Modality, Polarity, Quantity, TimeValue
from core.text.arabic import fold

Key = tuple[str, ...]
Pair = tuple[int, int]
Passage = tuple[object, ...]

_BUCKET = 40  # up to so many claims under one key are all compared with each other
_FEW = 8  # claims that are sorted in one by one
_VOICES = 3  # copies of one passage that are compared in full
_RARE = 4  # rarest words of a clause that make keys, in pairs
_ACTS = 3  # words that lead to a time or a place and make keys, in pairs
_RARE_OF_FEW = 8  # … where claims are few
_BOTH = 2  # states that meet
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
        self._answers: dict[int, Stance] = {}
        self._buckets: defaultdict[Key, list[Place]] = defaultdict(list)
        self._crowds: dict[Key, Crowd] = {}
        self._copies: defaultdict[Passage, list[int]] = defaultdict(list)
        self._echoes: dict[int, int] = {}  # later copy of one passage → the first

    def update(self, gone: Set[int], new: Mapping[int, Item]) -> set[Pair]:
        """Take claims out, then in; a number may be in both. Gives the pairs that came, went or are to be judged anew.

        Those of a claim that came hold it, whether or not its number had been there before.
        """
        old = {index: self.items[index] for index in gone}
        again = gone & new.keys()
        echoed, echoes = self._copy(old, new)
        turned = {index: self.items[index] for index in (echoed.keys() ^ echoes.keys()) - gone - new.keys()}
        left, came = self._keyed(old | turned, echoed), self._keyed({**new, **turned}, echoes)
        for index in gone:
            del self.items[index]
        self.items.update(new)
        answered = {index: self._answers.pop(index) for index in gone}
        self._answers.update((index, answer(item)) for index, item in new.items())
        delta: Counter[Pair] = Counter()
        for key in left.keys() | came.keys():
            self._sort_in(key, left.get(key, []), came.get(key, []), answered, delta)
        delta.subtract((first, echo) for echo, first in echoed.items())
        delta.update((first, echo) for echo, first in echoes.items())
        # A claim that is another now has left all its keys and come to them again, so its pairs are counted here.
        renewed = {pair for pair in delta if not again.isdisjoint(pair)} & self.found.keys() if again else set[Pair]()
        return self._count(delta) | renewed

    def forget(self) -> None:
        """Let go of all but the claims: there will be no other `update`."""
        for kept in (self.found, self._buckets, self._crowds, self._answers, self._copies, self._echoes):
            kept.clear()

    def _keyed(self, items: Mapping[int, Item], echoes: Mapping[int, int]) -> dict[Key, list[Place]]:
        """These claims by the keys under which they are compared; echoes are under none."""
        found: defaultdict[Key, list[Place]] = defaultdict(list)
        for index, item in items.items():
            if index not in echoes:
                place = (item.published, index)
                for key in set(keys(item, self.weights)):
                    found[key].append(place)
        return found

    def _sort_in(
        self, key: Key, left: list[Place], came: list[Place], answered: Mapping[int, Stance], delta: Counter[Pair]
    ) -> None:
        """Take claims out of a bucket, and others in; count the pairs that it has more and less for it."""
        now = self._buckets[key]
        old = now.copy() if len(now) <= _BUCKET else []
        was_crowd = self._crowds.pop(key, None)
        for place in left:
            del now[bisect_left(now, place)]
        if len(came) > _FEW:
            now += came
            now.sort()
        else:
            for place in came:
                insort(now, place)
        if len(now) > _BUCKET:
            crowd = self._crowds[key] = was_crowd or Crowd()
            if was_crowd is None:
                delta.subtract(pairs_with(old, old))
                left, came = [], now
            crowd.follow(delta, now, left, came, answered, self._answers)
        elif was_crowd is None:
            delta.subtract(pairs_with(left, old))
            delta.update(pairs_with(came, now))
        else:
            stayed = set(now).difference(came)
            was_crowd.follow(delta, [], [*left, *stayed], [], answered, self._answers)
            delta.update(pairs_with(now, now))
        if not now:
            del self._buckets[key]

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

    def _copy(self, gone: Mapping[int, Item], new: Mapping[int, Item]) -> tuple[dict[int, int], dict[int, int]]:
        """Which copies of passages were echoes, and which are now, among those that are touched.

        Many copies are one voice, and one comparison each is enough.
        """
        left: defaultdict[Passage, list[int]] = defaultdict(list)
        came: defaultdict[Passage, list[int]] = defaultdict(list)
        for claims, found in ((gone, left), (new, came)):
            for index, item in claims.items():
                found[_passage(item)].append(index)
        echoed: dict[int, int] = {}
        echoes: dict[int, int] = {}
        for passage in left.keys() | came.keys():
            same, moved = self._copies[passage], [*left.get(passage, ()), *came.get(passage, ())]
            # Where the first copies stay what they are, so do the others of which nobody speaks here.
            is_behind = len(same) >= _VOICES and min(moved) > same[_VOICES - 1]
            for index in moved if is_behind else same:
                if index in self._echoes:
                    echoed[index] = self._echoes.pop(index)
            for index in left.get(passage, ()):
                del same[bisect_left(same, index)]
            for index in came.get(passage, ()):
                insort(same, index)
            for index in came.get(passage, ()) if is_behind else same[_VOICES:]:
                article, first = ((new.get(one) or self.items[one]).claim.article_id for one in (index, same[0]))
                if article != first:
                    echoes[index] = same[0]
            if not same:
                del self._copies[passage]
        self._echoes |= echoes
        return echoed, echoes


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
    if name == "place":
        yield name, "at", str(value)
        if "present" in item.scopes:  # where forces stand
            yield from ((name, "forces", party) for party in _sides(item))
    if name == "time" and len(met := item.parties & state_names()) == _BOTH and (item.frame or _meets(item)):
        yield name, "met", *sorted(met)  # «أبلغ نظيره الخميس», «اجتمعا الخميس»
    if item.frame and name in ("time", "place", "channel"):
        if item.report:
            yield name, "report", item.report.paper
        yield name, "speech", item.frame
        for party in item.speaker_parties:
            yield name, "speech", party, item.when[0] if item.when else ""
        return
    if name == "actor":
        if isinstance(value, str):
            yield name, value
        if item.request:
            yield name, "request", family
        if item.silent or (family == "contact" and item.content):
            yield from ((name, "silent", party, day) for party in item.speaker_parties for day in _days_near(item))
        if item.foretells:
            yield from ((name, "foretells", state) for state in item.home)
        if item.announces:
            yield name, "announces", *sorted(item.announces.sides)
        if is_unnamed(item):
            yield name, "unnamed", *item.speaker_parties
        for body in item.names:
            yield name, "body", body, item.claim.article_id
        return
    if name == "quantity":
        unit = item.unit
        yield from ((name, unit, party) for party in _sides(item))
        yield from ((name, unit, scope) for scope in item.scopes if unit)
        yield from ((name, unit, "of", head) for head in item.measured)
        if item.aspect.sole:
            yield name, unit, "sole"
        if unit in ALIVE:
            yield from ((name, "alive", party) for party in _sides(item))
        if item.aspect.of:  # of «42 شخصا» and «60 مهاجرا» too
            sides = {""} if item.aspect.of in single_aspects() else _sides(item)
            yield from ((name, "aspect", item.aspect.of, party) for party in sides)
        return
    if item.setting.host and item.happening:
        yield name, "host", item.setting.host
    if item.expects:
        yield from ((name, "expected", state) for state in item.home)
    if item.setting.clock is not None:
        yield from ((name, "hour", act) for act in item.setting.act[:1])
    yield from ((name, "act", *pair) for pair in combinations(sorted(set(item.setting.act[:_ACTS])), 2))
    if family:
        yield from ((name, family, party) for party in _sides(item))
    if item.event in (SIDING, WITHDRAWAL):
        yield name, item.event
    if item.posted:
        yield from ((name, "posted", land_of(place)) for place in item.posted.places)
    if name == "proposition" and (who := holds_out(item)):
        yield name, item.event, "by", who
    if item.unclear:
        yield from ((name, "open", party) for party in _sides(item))
    if name == "wording":
        yield name, item.raw.attribution.speaker or "", ""
        return
    yield from ((name, "deed", *told) for told in deeds(item))
    yield from ((name, "raised", word) for word in matters(item))
    if blamed(item):
        yield from ((name, "escalates", side) for side in item.home)
    if measures(item) or condition(item):
        yield from ((name, "measures", side) for side in item.home)
    yield from ((name, "forces_sent", land) for land in optional_forces(item))
    if stance(item):
        yield from ((name, "threat", side) for side in of_whom(item))
    if weights.few:
        acts = acts_of(item.acts)
        if item.raw.polarity is Polarity.DENIED and item.raw.modality is Modality.PLANNED:
            acts |= {PLEDGE}  # what somebody will not do stands against that he promised nothing
        yield from ((name, "act", act, party) for act in acts for party in _sides(item))
    for words in filter(None, (item.own or item.roots, words_meant(item))):
        rare = sorted(words, key=lambda word: (-weights.rarity.get(word, 1.0), word))
        rare = rare[: _RARE_OF_FEW if weights.few else _RARE]
        yield from ((name, *pair) for pair in combinations(sorted(rare), 2))


def _days_near(item: Item) -> Iterator[str]:
    """The day of its article; of a silence also those before and behind."""
    if item.published:
        day = date.fromisoformat(item.published[:10])
        yield from ((day + timedelta(days=more)).isoformat() for more in ((-1, 0, 1) if item.silent else (0,)))


def _meets(item: Item) -> bool:
    return item.happening is not None and item.happening.meeting


def _sides(item: Item) -> frozenset[str]:
    """Parties told; where no state is among them, those that the article is about too."""
    if item.parties & state_names():
        return item.parties
    return item.parties | item.home | {""}
