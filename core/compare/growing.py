"""A fact while its project changes: only relations that moved are judged and put into words anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter
from sys import intern

from core.compare.certainty import calibrated
from core.compare.copies import voices
from core.compare.disputes import Dispute, dispute_of, first
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.compare.questions import event_words, question
from core.compare.reasons import sentences
from core.model import ClaimKind, Fact, Relation, Show, relation_key, stable_id

WHOLE = 40  # a fact up to so many claims is compared pair by pair; in a larger one the candidates must do
_KINDS = {
    "time": ClaimKind.TIME,
    "quantity": ClaimKind.QUANTITY,
    "place": ClaimKind.PLACE,
    "actor": ClaimKind.ACTOR,
    "source": ClaimKind.ACTOR,
    "channel": ClaimKind.CHANNEL,
    "proposition": ClaimKind.OTHER,
    "wording": ClaimKind.WORDING,
}
_URGENCY = list(Show)
_SHOW, _SCORE = attrgetter("show"), attrgetter("score")


@lru_cache(maxsize=4096)
def _calibrated(show: Show, score: float) -> float:
    return round(calibrated(show, score), 3)


def in_words(a: Item, b: Item, outcome: Outcome, places: Pair) -> Relation:
    """The relation of two claims at these places of their fact, as it is told."""
    score = _calibrated(outcome.show, outcome.score)
    # Many relations are told alike.
    difference, arabic, english = map(intern, (outcome.difference, *sentences(a, b, outcome)))
    return Relation(*places, outcome.kind, outcome.show, score, difference, arabic, english)


@dataclass(frozen=True, slots=True)
class Known:
    """What facts are made from."""

    items: Mapping[int, Item]
    group: Callable[[Item], str]
    beside: Callable[[int], Set[int]]  # the claims that relate to one
    related: Callable[[Pair], Outcome | None]  # how two relate
    judge: Callable[[Pair], Outcome | None] | None  # how two do of which nothing is known; None: not at all


class Growing:
    """Claims that answer one question, by number, and how they relate."""

    fact: Fact
    urgency: tuple[int, float, str]  # by which facts are ordered

    def __init__(self) -> None:
        self.claims: list[int] = []
        self._is_whole = False
        self._relations: dict[Pair, Relation] = {}
        self._disputes: dict[Dispute, dict[Pair, Outcome]] = {}
        self._dispute_of: dict[Pair, Dispute] = {}
        self._copied: set[Pair] = set()

    def follow(self, known: Known, claims: list[int], renewed: Set[int], moved: Set[Pair]) -> None:
        """Be the fact of these claims, of which some are `renewed`.

        `moved`: pairs of claims which it had that relate otherwise now.
        """
        judge = known.judge if len(claims) <= WHOLE else None
        own, former = set(claims), set(self.claims)
        if self._is_whole is not (judge is not None):
            renewed = own | former
        left, joined = former - own | former & renewed, own - former | own & renewed
        gone = {pair for pair in self._relations if pair[0] in left or pair[1] in left} if left else set[Pair]()
        disputes = self._disputes_of(gone | moved)
        for pair in gone | moved:
            self._take_out(pair)
        dirty = set(moved)
        for index in joined:
            beside = own if judge else own & known.beside(index)
            dirty.update((min(index, other), max(index, other)) for other in beside if other != index)
        place = {index: at for at, index in enumerate(claims)}
        for pair in sorted(dirty):
            if outcome := known.related(pair) or (judge(pair) if judge else None):
                self._put_in(pair, outcome, known.items, place)
        if claims[: len(self.claims)] != self.claims:
            self._place(place)
        for dispute in (disputes | self._disputes_of(dirty)) & self._disputes.keys():
            self._lead(self._disputes[dispute], known.items)
        self.claims, self._is_whole = claims, judge is not None
        self.fact = self._made(known, [known.items[index] for index in claims])
        shows, scores = map(_SHOW, self.fact.relations), map(_SCORE, self.fact.relations)
        self.urgency = min(map(_URGENCY.index, shows), default=len(Show)), -max(scores, default=0.0), self.fact.id

    def forget(self) -> None:
        """Let go of all but the fact: it will not change any more."""
        for kept in (self._relations, self._disputes, self._dispute_of, self._copied):
            kept.clear()

    def _disputes_of(self, pairs: Set[Pair]) -> set[Dispute]:
        return {self._dispute_of[pair] for pair in pairs if pair in self._dispute_of}

    def _take_out(self, pair: Pair) -> None:
        self._relations.pop(pair, None)
        self._copied.discard(pair)
        if dispute := self._dispute_of.pop(pair, None):
            del self._disputes[dispute][pair]
            if not self._disputes[dispute]:
                del self._disputes[dispute]

    def _put_in(self, pair: Pair, outcome: Outcome, items: Mapping[int, Item], place: Mapping[int, int]) -> None:
        a, b = items[pair[0]], items[pair[1]]
        self._relations[pair] = in_words(a, b, outcome, (place[pair[0]], place[pair[1]]))
        if "copy" in outcome.parts:
            self._copied.add(pair)
        if dispute := dispute_of(a, b, outcome):
            self._dispute_of[pair] = dispute
            self._disputes.setdefault(dispute, {})[pair] = outcome

    def _place(self, place: Mapping[int, int]) -> None:
        """Tell of claims by their places, which are others now."""
        for pair, told in self._relations.items():
            x, y = place[pair[0]], place[pair[1]]
            if (told.a, told.b) != (x, y):
                self._relations[pair] = replace(told, a=x, b=y)

    def _lead(self, disputed: Mapping[Pair, Outcome], items: Mapping[int, Item]) -> None:
        """Let one relation of a dispute stand for the others."""
        leader = first(items, disputed)
        leads = relation_key(items[leader[0]].claim, items[leader[1]].claim)
        for pair in disputed:
            told, follows = self._relations[pair], "" if pair == leader else leads
            if told.follows != follows:
                self._relations[pair] = replace(told, follows=follows)

    def _made(self, known: Known, own: list[Item]) -> Fact:
        name = known.group(own[0])
        kind = _KINDS[name]
        if name == "proposition" and any(item.kind is ClaimKind.POLARITY for item in own):
            kind = ClaimKind.POLARITY
        return Fact(
            stable_id("fact", name, min(item.claim.key for item in own)),  # the same with a claim more
            *question(name, own),
            kind,
            event_words(own),
            tuple(item.claim for item in own),
            tuple(map(self._relations.__getitem__, sorted(self._relations))),
            voices(own, ((known.items[a], known.items[b]) for a, b in self._copied)),
        )
