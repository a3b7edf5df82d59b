"""What every relation function needs: the outcome, how alike two clauses are, whether their events are one."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum

from core.compare.events import Identity, alike, gap_days, identity, kin
from core.compare.items import Item
from core.extract.concepts import state_names
from core.model import ClaimKind, Modality, Polarity, RelationKind, Show

_PAIR = 2  # states that meet


@dataclass(frozen=True, slots=True)
class Outcome:
    """A relation before it is put into words. `reason` is a key of reasons.REASONS, `parts` fill its sentence."""

    kind: RelationKind
    show: Show
    score: float
    reason: str
    difference: str = ""
    parts: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Weights:
    """How rare each content root is among the clauses compared, in 0…1."""

    rarity: dict[str, float]
    few: bool = False  # claims, which may be compared by more of their words
    _wholes: dict[frozenset[str], float] = field(default_factory=dict)

    def of(self, roots: frozenset[str]) -> float:
        """The weight of all `roots` together, in whatever order the set has them."""
        rarity = self.rarity.get
        return fsum([rarity(root, 1.0) for root in roots])

    def whole(self, roots: frozenset[str]) -> float:
        """The same of all words of a clause, which is compared again and again."""
        found = self._wholes.get(roots)
        if found is None:
            found = self._wholes[roots] = self.of(roots)
        return found


def similarity(a: Item, b: Item, weights: Weights) -> float:
    """0…1: how much of the shorter clause's words, events and parties the other one has too."""
    first, second = _words(a), _words(b)
    shared = weights.of(first & second) + 0.8 * len(a.events & b.events) + 0.5 * len(a.parties & b.parties)
    smaller = min(
        weights.whole(first) + 0.8 * len(a.events) + 0.5 * len(a.parties),
        weights.whole(second) + 0.8 * len(b.events) + 0.5 * len(b.parties),
    )
    return min(shared / smaller, 1.0) if smaller >= 1.5 else 0.0


def _words(item: Item) -> frozenset[str]:
    """The words of a statement; for a figure, a time or a place those of the clause around it."""
    whole = item.kind in (ClaimKind.OTHER, ClaimKind.POLARITY, ClaimKind.WORDING)
    return (item.own or item.roots) if whole else item.roots


def same_event(a: Item, b: Item) -> Identity:
    """Whether the events of the two claims are one."""
    return identity(a.happening, b.happening, (a.published, b.published))


def told_of_one_day(a: Item, b: Item) -> bool:
    """Two states meet once on one day: that day makes two mentions one, whatever else was gathered around them.

    Articles on the same two states mean these by «الرئيسان»; so does what stands in one town.
    """
    x, y = a.happening, b.happening
    if x is None or y is None or not (x.meeting and y.meeting) or a.when is None or b.when is None:
        return False
    pair = len(a.parties & b.parties & state_names()) >= _PAIR or len(a.home) >= _PAIR <= len(a.home & b.home)
    one_day = gap_days(a.when, b.when) == 0 and (a.when[0] == a.when[1] or b.when[0] == b.when[1])
    return pair and one_day and (x.is_remote() is y.is_remote() or alike(a.event, b.event))


def akin(a: Item, b: Item) -> bool:
    """Whether the kinds of event that the two claims speak of may be one."""
    if not a.event or not b.event:
        return False
    if a.happening is None or b.happening is None:
        return alike(a.event, b.event)
    return kin(a.happening, b.happening)


def other_event(reason: str = "other_event") -> Outcome:
    return Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, 0.75, reason)


def asserts(item: Item) -> bool:
    return item.raw.modality in (Modality.ASSERTED, Modality.PLANNED) and item.raw.polarity is Polarity.AFFIRMED


def known_later(open_: Item, told: Item) -> bool:
    """What was open when one article appeared is told, of what has been since, by a later one."""
    day = told.when[1] if told.when else ""
    return bool(open_.published) and open_.published <= day <= told.published and open_.published < told.published


def speakers_apart(a: Item, b: Item) -> bool:
    return a.raw.attribution.speaker != b.raw.attribution.speaker


def told_parties(item: Item) -> frozenset[str]:
    """The parties of the claim and of its event elsewhere in the article («غزو لأوكرانيا» leaves the agent out)."""
    return item.parties | (item.happening.parties if item.happening else frozenset())
