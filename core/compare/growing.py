"""A fact while its project changes: only relations that moved are judged and put into words anew.

What comes to a fact costs no look at the claims and relations that it has, however many they are; the whole `Fact` is
made when somebody asks for it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from sys import intern

from core.compare.certainty import calibrated
from core.compare.changes import Change
from core.compare.copies import Voices
from core.compare.disputes import Dispute, dispute_of, first
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.pairing import Pair
from core.compare.questions import event_words, question
from core.compare.reasons import sentences
from core.compare.weighing import step
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
_COUNTED = 64  # claims that are counted for the question of a fact; of more, so many as …
_DIGITS = 4  # … have as few binary digits, so that it is not asked anew with each that comes
_SAID = attrgetter(*(name for name in Relation.__slots__ if name not in ("a", "b")))
_NONE = Fact("", "", "", ClaimKind.OTHER, "", (), ())
_FEW = 8  # what comes and goes is sorted in one by one where it is less than one part in so many


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


@dataclass(slots=True)
class _Said:
    """What the claims of a fact come to: more may be heard."""

    first: str = ""  # the first of their keys, by which facts are ordered that are alike otherwise
    is_disputed: bool = False
    counted: int = 0  # claims from which the words were made
    words: tuple[str, str, str] = ("", "", "")  # the question in both languages, and the event
    voices: Voices = field(default_factory=Voices)

    def hear(self, items: Sequence[Item]) -> None:
        """So many claims more."""
        keys = [item.claim.key for item in items]
        self.first = min(keys if not self.first else [self.first, *keys], default="")
        self.is_disputed = self.is_disputed or any(item.kind is ClaimKind.POLARITY for item in items)


class Growing:
    """Claims that answer one question, by number, and how they relate."""

    urgency: tuple[int, float, str]  # by which facts are ordered

    def __init__(self) -> None:
        self.claims: list[int] = []
        self.change: Change | None = None  # what became at last of the fact that it had been before, if it was one
        self._fact: Fact | None = None
        self._head = _NONE
        self._items: Mapping[int, Item] = {}
        self._are_placed = True  # whether relations tell of claims by their places as they are
        self._own: set[int] = set()
        self._is_whole = False
        self._relations: dict[Pair, Relation] = {}
        self._order: list[Pair] = []
        self._former: dict[Pair, Relation | None] = {}  # relations that move, as they were
        self._shown: Counter[tuple[Show, float]] = Counter()
        self._disputes: dict[Dispute, dict[Pair, Outcome]] = {}
        self._dispute_of: dict[Pair, Dispute] = {}
        self._copied: set[Pair] = set()
        self._said = _Said()

    @property
    def id(self) -> str:
        """The ID of the fact."""
        return self._head.id

    @property
    def weight(self) -> int:
        """Its claims and relations."""
        return len(self.claims) + len(self._fact.relations if self._fact else self._order)

    @property
    def fact(self) -> Fact:
        """The fact as it is; one object as long as it does not change."""
        if self._fact is None:
            if not self._are_placed:
                self._place()
            claims = tuple([self._items[index].claim for index in self.claims])
            self._fact = replace(
                self._head, claims=claims, relations=tuple(map(self._relations.__getitem__, self._order))
            )
        return self._fact

    def follow(self, known: Known, came: Set[int], gone: Set[int], renewed: Set[int], moved: Set[Pair]) -> None:
        """Be the fact of the claims that it had without those that are `gone`, and of those that `came`.

        `renewed` claims are others now. `moved`: pairs of claims which it had that relate otherwise.
        """
        others = (self._own & renewed) - gone
        before, self._items, self._fact = self.claims, known.items, None
        self._take(came, gone)
        judge = known.judge if len(self.claims) <= WHOLE else None
        again = others
        if self._is_whole is not (judge is not None):
            self._is_whole, again = judge is not None, self._own - came
        left = gone | again
        out = {pair for pair in self._relations if pair[0] in left or pair[1] in left} if left else set[Pair]()
        out |= moved
        disputes, copied = self._disputes_of(out), out & self._copied
        for pair in out:
            self._take_out(pair)
        dirty = set(moved)
        for index in came | again:
            beside = self._own if judge else self._own & known.beside(index)
            dirty.update((min(index, other), max(index, other)) for other in beside if other != index)
        for pair in sorted(dirty):
            if outcome := known.related(pair) or (judge(pair) if judge else None):
                self._put_in(pair, outcome, known.items)
        for dispute in (disputes | self._disputes_of(dirty)) & self._disputes.keys():
            self._lead(self._disputes[dispute], known.items)
        self._arrange()
        heard = None if gone or others else sorted(came)
        self._hear(known, heard, dirty & self._copied, is_less=not copied <= self._copied)
        self._head = self._told(known)
        shows, scores = zip(*self._shown, strict=True) if self._shown else ((), ())
        key = stable_id("fact", known.group(known.items[self.claims[0]]), self._said.first)
        self.urgency = min(map(_URGENCY.index, shows), default=len(Show)), -max(scores, default=0.0), key
        self.change = self._changed(before, came | others, gone | others) if before else None
        self._former = {}

    def forget(self) -> None:
        """Let go of all but the fact: it will not change any more."""
        self._fact = self.fact
        for kept in (self._own, self._relations, self._order, self._disputes, self._dispute_of, self._copied):
            kept.clear()
        self._said = _Said()

    def _take(self, came: Set[int], gone: Set[int]) -> None:
        """Take claims in and out."""
        last = self.claims[-1] if self.claims else -1
        self._own -= gone
        self._own |= came
        if gone or min(came, default=last + 1) <= last:
            self.claims = sorted(self._own)
            self._are_placed = False
        else:
            self.claims = [*self.claims, *sorted(came)]

    def _disputes_of(self, pairs: Set[Pair]) -> set[Dispute]:
        return {self._dispute_of[pair] for pair in pairs if pair in self._dispute_of}

    def _take_out(self, pair: Pair) -> None:
        told = self._relations.pop(pair, None)
        if told is None:
            return
        self._former.setdefault(pair, told)
        self._shown[told.show, told.score] -= 1
        if not self._shown[told.show, told.score]:
            del self._shown[told.show, told.score]
        self._copied.discard(pair)
        if dispute := self._dispute_of.pop(pair, None):
            del self._disputes[dispute][pair]
            if not self._disputes[dispute]:
                del self._disputes[dispute]

    def _put_in(self, pair: Pair, outcome: Outcome, items: Mapping[int, Item]) -> None:
        a, b = items[pair[0]], items[pair[1]]
        places = bisect_left(self.claims, pair[0]), bisect_left(self.claims, pair[1])
        told = self._relations[pair] = in_words(a, b, outcome, places)
        self._former.setdefault(pair, None)
        self._shown[told.show, told.score] += 1
        if "copy" in outcome.parts:
            self._copied.add(pair)
        if dispute := dispute_of(a, b, outcome):
            self._dispute_of[pair] = dispute
            self._disputes.setdefault(dispute, {})[pair] = outcome

    def _place(self) -> None:
        """Tell of claims by their places, which are others now."""
        place = {index: at for at, index in enumerate(self.claims)}
        for pair, told in self._relations.items():
            x, y = place[pair[0]], place[pair[1]]
            if (told.a, told.b) != (x, y):
                self._relations[pair] = replace(told, a=x, b=y)
        self._are_placed = True

    def _lead(self, disputed: Mapping[Pair, Outcome], items: Mapping[int, Item]) -> None:
        """Let one relation of a dispute stand for the others."""
        leader = first(items, disputed)
        leads = relation_key(items[leader[0]].claim, items[leader[1]].claim)
        for pair in disputed:
            told, follows = self._relations[pair], "" if pair == leader else leads
            if told.follows != follows:
                self._former.setdefault(pair, told)
                self._relations[pair] = replace(told, follows=follows)

    def _arrange(self) -> None:
        """Put relations that came or went in their order."""
        came = [pair for pair, old in self._former.items() if old is None and pair in self._relations]
        gone = [pair for pair, old in self._former.items() if old is not None and pair not in self._relations]
        if _FEW * (len(came) + len(gone)) > len(self._relations):
            self._order = sorted(self._relations)
            return
        for pair in gone:
            del self._order[bisect_left(self._order, pair)]
        for pair in came:
            insort(self._order, pair)

    def _hear(self, known: Known, new: list[int] | None, copied: Set[Pair], *, is_less: bool) -> None:
        """Hear what the claims say that came, or all (None); `copied` pairs are new, or some are not any more."""
        items = known.items
        if new is None:
            self._said, new, is_less = _Said(), self.claims, True
        said, own = self._said, [items[index] for index in new]
        said.hear(own)
        if is_less:
            said.voices, copied, own = Voices(), self._copied, [items[index] for index in self.claims]
        said.voices.hear(own)
        said.voices.join((items[a], items[b]) for a, b in copied)
        size = len(self.claims)
        counted = size if size <= _COUNTED else step(size, _DIGITS)
        if said.counted != counted or (new and bisect_left(self.claims, new[0]) < counted):
            told = [items[index] for index in self.claims[:counted]]
            said.counted, said.words = counted, (*question(known.group(told[0]), told), event_words(told))

    def _told(self, known: Known) -> Fact:
        """The fact without its claims and relations."""
        name = known.group(known.items[self.claims[0]])
        kind = ClaimKind.POLARITY if name == "proposition" and self._said.is_disputed else _KINDS[name]
        arabic, english, event = self._said.words
        key = stable_id("fact", name, known.items[self.claims[0]].claim.key)  # the same with a claim more
        return Fact(key, arabic, english, kind, event, (), (), self._said.voices.count)

    def _changed(self, before: Sequence[int], came: Set[int], gone: Set[int]) -> Change:
        """What became of the fact that had the claims `before`; `came` and `gone` hold those that are others now."""
        items = self._items
        claims = {bisect_left(self.claims, index): items[index].claim for index in sorted(came)}
        relations, out = [], []
        for pair in sorted(self._former):
            old, told = self._former[pair], self._relations.get(pair)
            is_new = not gone.isdisjoint(pair)
            if told and (old is None or is_new or _SAID(told) != _SAID(old)):
                x, y = (bisect_left(self.claims, index) for index in pair)
                relations.append((replace(told, a=x, b=y), items[pair[0]].claim, items[pair[1]].claim))
            if old and (told is None or is_new):
                out.append((bisect_left(before, pair[0]), bisect_left(before, pair[1])))
        left = [bisect_left(before, index) for index in sorted(gone)]
        return Change(self._head, len(self.claims), left, claims, relations, out)
