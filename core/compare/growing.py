"""A fact while its project changes: only relations that moved are judged and put into words anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from core.compare.certainty import calibrated
from core.compare.copies import voices
from core.compare.disputes import Dispute, dispute, first
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.compare.questions import event_words, question
from core.compare.reasons import sentences
from core.model import ClaimKind, Fact, Relation, Show, relation_key, stable_id

Links = Mapping[int, Mapping[int, Outcome]]
Judge = Callable[[Pair], Outcome | None]

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


class _Told(NamedTuple):
    """How a relation of two claims was put into words, and the dispute to which it belongs."""

    outcome: Outcome
    relation: Relation
    dispute: Dispute | None


class Growing:
    """Claims that answer one question, by number, and how they relate."""

    fact: Fact
    urgency: tuple[int, float, str]  # by which facts are ordered

    def __init__(self) -> None:
        self.claims: list[int] = []
        self._is_whole = False
        self._told: dict[Pair, _Told] = {}
        self._disputes: defaultdict[Dispute, set[Pair]] = defaultdict(set)
        self._copied: set[Pair] = set()

    def follow(
        self,
        claims: list[int],
        moved: Set[Pair],
        renewed: Set[int],
        items: Mapping[int, Item],
        links: Links,
        name: str,
        judge: Judge | None,
    ) -> None:
        """Be the fact of these claims, of which some are `renewed`.

        `links` tells what is known of pairs, `judge` how others relate where the fact is to be compared pair by pair;
        `moved`: pairs of claims which it had that are linked otherwise now.
        """
        is_whole = judge is not None and len(claims) <= WHOLE
        own, former = set(claims), set(self.claims)
        if is_whole is not self._is_whole:
            renewed = own | former
        left, joined = former - own | former & renewed, own - former | own & renewed
        open_: set[Dispute | None] = set()
        if left:
            gone = [pair for pair in self._told if pair[0] in left or pair[1] in left]
            open_.update(self._take_out(pair) for pair in gone)
        dirty = set(moved)
        for index in joined:
            beside = own if is_whole else own.intersection(links.get(index, ()))
            dirty.update((min(index, other), max(index, other)) for other in beside if other != index)
        place = {index: at for at, index in enumerate(claims)}
        for pair in dirty:
            open_.add(self._take_out(pair))
            outcome = links.get(pair[0], {}).get(pair[1]) or (judge(pair) if judge and is_whole else None)
            if outcome:
                open_.add(self._put_in(pair, outcome, items, place))
        if claims[: len(self.claims)] != self.claims:
            self._place(place)
        self.claims, self._is_whole = claims, is_whole
        for key in open_:
            if key is not None:
                self._lead(key, items)
        self.fact = self._made(name, [items[index] for index in claims], items)
        shows, scores = map(_SHOW, self.fact.relations), map(_SCORE, self.fact.relations)
        self.urgency = min(map(_URGENCY.index, shows), default=len(Show)), -max(scores, default=0.0), self.fact.id

    def forget(self) -> None:
        """Let go of all but the fact: it will not change any more."""
        for kept in (self._told, self._disputes, self._copied):
            kept.clear()

    def _take_out(self, pair: Pair) -> Dispute | None:
        told = self._told.pop(pair, None)
        if told is None:
            return None
        self._copied.discard(pair)
        if told.dispute is not None:
            self._disputes[told.dispute].discard(pair)
        return told.dispute

    def _put_in(
        self, pair: Pair, outcome: Outcome, items: Mapping[int, Item], place: Mapping[int, int]
    ) -> Dispute | None:
        a, b = items[pair[0]], items[pair[1]]
        score = round(calibrated(outcome.show, outcome.score), 3)
        words = sentences(a, b, outcome)
        relation = Relation(
            place[pair[0]], place[pair[1]], outcome.kind, outcome.show, score, outcome.difference, *words
        )
        key = dispute(a, b, outcome)
        self._told[pair] = _Told(outcome, relation, key)
        if "copy" in outcome.parts:
            self._copied.add(pair)
        if key is not None:
            self._disputes[key].add(pair)
        return key

    def _place(self, place: Mapping[int, int]) -> None:
        """Tell of claims by their places, which are others now."""
        for pair, told in self._told.items():
            x, y = place[pair[0]], place[pair[1]]
            if (told.relation.a, told.relation.b) != (x, y):
                self._told[pair] = told._replace(relation=replace(told.relation, a=x, b=y))

    def _lead(self, key: Dispute, items: Mapping[int, Item]) -> None:
        """Let one relation of a dispute stand for the others."""
        pairs = self._disputes[key]
        if not pairs:
            del self._disputes[key]
            return
        leader = first(items, {pair: self._told[pair].outcome for pair in pairs})
        leads = relation_key(items[leader[0]].claim, items[leader[1]].claim)
        for pair in pairs:
            told, follows = self._told[pair], "" if pair == leader else leads
            if told.relation.follows != follows:
                self._told[pair] = told._replace(relation=replace(told.relation, follows=follows))

    def _made(self, name: str, own: list[Item], items: Mapping[int, Item]) -> Fact:
        kind = _KINDS[name]
        if name == "proposition" and any(item.kind is ClaimKind.POLARITY for item in own):
            kind = ClaimKind.POLARITY
        return Fact(
            stable_id("fact", name, min(item.claim.key for item in own)),  # the same with a claim more
            *question(name, own),
            kind,
            event_words(own),
            tuple(item.claim for item in own),
            tuple(self._told[pair].relation for pair in sorted(self._told)),
            voices(own, ((items[a], items[b]) for a, b in self._copied)),
        )
