"""How two claims relate: one small function a kind. None: they do not answer one question, or nothing need be said.

`CONFLICT` is kept for what cannot both be true; what merely differs is `CHECK`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from core.compare.events import NEAR_DAYS, Identity, alike, gap_days, identity, kin
from core.compare.items import Item, is_open, unit_class
from core.extract.concepts import event_kinds
from core.model import (
    Approx,
    ClaimKind,
    Modality,
    Polarity,
    Quantity,
    QuantityKind,
    RelationKind,
    Show,
    TimeValue,
)

_ROUNDING = 0.025  # figures this close are one figure, rounded
_ALIKE_CLAUSES = 0.34  # similarity from which two clauses speak of one thing
_SAME_CLAUSES = 0.5
_COPY = 0.85
_LOOSE_SCOPES = frozenset(
    {frozenset({"present", "taking_part"}), frozenset({"present", "planned_total"}), frozenset({"present", "total"})}
)
_DAYS_OF_ONE_FIGURE = 10  # figures of articles further apart are a development, not a disagreement


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

    def of(self, roots: frozenset[str]) -> float:
        """The weight of all `roots` together."""
        return sum(self.rarity.get(root, 1.0) for root in roots)


def similarity(a: Item, b: Item, weights: Weights) -> float:
    """0…1: how much of the shorter clause's words, events and parties the other one has too."""
    first, second = a.own or a.roots, b.own or b.roots
    shared = weights.of(first & second) + 0.8 * len(a.events & b.events) + 0.5 * len(a.parties & b.parties)
    smaller = min(weights.of(x) + 0.8 * len(i.events) + 0.5 * len(i.parties) for x, i in ((first, a), (second, b)))
    return min(shared / smaller, 1.0) if smaller >= 1.5 else 0.0


def same_event(a: Item, b: Item) -> Identity:
    """Whether the events of the two claims are one."""
    return identity(a.happening, b.happening, (a.published, b.published))


def _kin(a: Item, b: Item) -> bool:
    """Whether the kinds of event that the two claims speak of may be one."""
    if not a.event or not b.event:
        return False
    if a.happening is None or b.happening is None:
        return alike(a.event, b.event)
    return kin(a.happening, b.happening)


def times(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """When it is: the same day, a finer one, another one."""
    if bool(a.frame) != bool(b.frame):
        return None
    if a.frame:
        return _speech_times(a, b, weights)
    if not _kin(a, b):
        return None
    if a.happening and not a.happening.meeting and not _one_agent(a, b):
        return None
    same = same_event(a, b)
    x, y = a.raw.value, b.raw.value
    if x is None or y is None:
        return _undisclosed(a, b, same)
    if not isinstance(x, TimeValue) or not isinstance(y, TimeValue) or a.when is None or b.when is None:
        return None
    if same is Identity.DIFFERENT:
        return _other_event(a, b)
    if gap_days(a.when, b.when) == 0:
        contested = Modality.POSSIBLE in (a.raw.modality, b.raw.modality)
        if contested and _speakers_apart(a, b) and a.when != b.when:
            return Outcome(RelationKind.REFINES, Show.CHECK, 0.66, "time_two_sources")
        if a.when == b.when and x.timex == y.timex:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "time_same")
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.78, "time_finer")
    return _disjoint_times(a, b, same)


def _disjoint_times(a: Item, b: Item, same: Identity) -> Outcome | None:
    if a.when is None or b.when is None or same is Identity.UNSURE:
        return None
    days = gap_days(a.when, b.when)
    if days > NEAR_DAYS:
        return None
    parts = {"days": str(days)}
    settled = a.happening is not None and len(a.parties & b.parties) >= 2 and a.claim.article_id != b.claim.article_id
    if not settled:
        return None
    if a.event == b.event == "call" and _asserts(a) and _asserts(b):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.62, "time_other_day", _days(days), parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "time_near", _days(days), parts)


def _undisclosed(a: Item, b: Item, same: Identity) -> Outcome | None:
    if same in (Identity.DIFFERENT, Identity.NEAR):
        return None
    told = next((i for i in (a, b) if i.raw.value is not None), None)
    if told is None:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.7, "time_untold")
    value = told.raw.value
    if isinstance(value, TimeValue) and "T" in value.timex:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "time_untold_finer")
    return None


def _speech_times(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """The days on which the same source spoke."""
    if a.when is None or b.when is None or gap_days(a.when, b.when) > 0:
        return None
    if a.frame != b.frame and not _related(a, b) and similarity(a, b, weights) < _SAME_CLAUSES:
        return None
    x, y = a.raw.value, b.raw.value
    finer = isinstance(x, TimeValue) and isinstance(y, TimeValue) and len(a.raw.text) != len(b.raw.text)
    kind = RelationKind.REFINES if finer else RelationKind.CORROBORATES
    return Outcome(kind, Show.AGREE, 0.7, "time_same")


def numbers(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """How many: the same figure, a rounded one, another scope, another figure."""
    x, y = a.raw.value, b.raw.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity):
        return None
    if QuantityKind.ORDINAL in (x.kind, y.kind):
        return orders(a, b, x, y)
    if x.kind is not y.kind:
        return None
    if x.kind is QuantityKind.DURATION:
        return _durations(a, b, x, y)
    if not _counts_same(a, b, x, y, weights):
        return None
    return _figures(a, b, x, y)


def _counts_same(a: Item, b: Item, x: Quantity, y: Quantity, weights: Weights) -> bool:
    units = unit_class(x), unit_class(y)
    if all(units) and units[0] != units[1]:
        return False
    topic = bool(a.events & b.events) or bool(a.scopes & b.scopes)
    if not all(units):
        return topic and bool(a.parties & b.parties)
    if a.parties and b.parties and not a.parties & b.parties:
        return False
    if x.kind is QuantityKind.MONEY and x.unit != y.unit:
        return False
    return topic or _loosely(a, b) or similarity(a, b, weights) >= _SAME_CLAUSES


def _loosely(a: Item, b: Item) -> bool:
    return any(frozenset((s, t)) in _LOOSE_SCOPES for s in a.scopes for t in b.scopes)


def _figures(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    difference, share = _difference(x, y)
    parts = {"x": a.raw.text, "y": b.raw.text}
    apart = a.scopes and b.scopes and not a.scopes & b.scopes
    speculative = (a.raw.modality is Modality.POSSIBLE) != (b.raw.modality is Modality.POSSIBLE)
    if apart or (speculative and share > _ROUNDING):
        if not _loosely(a, b) and not speculative:
            return Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, 0.7, "figure_other_count", difference, parts)
        if share <= _ROUNDING:
            return None
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.83, "figure_scope", difference, parts)
    if share <= _ROUNDING:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "figure_same", difference, parts)
    if _holds(x, y) or _holds(y, x):
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.65, "figure_finer", difference, parts)
    if _days_between(a, b) > _DAYS_OF_ONE_FIGURE:
        return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.6, "figure_later", difference, parts)
    if _cannot_both(a, b, x, y):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.6, "figure_conflict", difference, parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", difference, parts)


def _cannot_both(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """Exact, asserted, of one event on one day, with no source that might count otherwise."""
    exact = x.approx is y.approx is Approx.EXACT
    unattributed = not a.raw.attribution.speaker or a.raw.attribution.speaker == b.raw.attribution.speaker
    return (
        exact
        and _asserts(a)
        and _asserts(b)
        and unattributed
        and bool(a.events & b.events)
        and same_event(a, b) is Identity.SAME
        and a.published == b.published
    )


def _durations(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """How long it took: only for what is surely one event."""
    same = same_event(a, b)
    if not _kin(a, b):
        return None
    if same in (Identity.DIFFERENT, Identity.NEAR):
        return _other_event(a, b)
    difference, share = _difference(_seconds(x), _seconds(y))
    parts = {"x": a.raw.text, "y": b.raw.text}
    if share <= _ROUNDING:
        score = 0.85 if same is Identity.SAME else 0.65
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, score, "figure_same", "", parts)
    if same is not Identity.SAME:
        return None
    vague = Approx.EXACT not in (x.approx, y.approx) or share <= 0.3
    if vague or _speakers_apart(a, b):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", _share(share), parts)
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.65, "figure_conflict", _share(share), parts)


def orders(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """Which of several meetings this is: first and second fit together; two that claim one place do not."""
    if a.happening is None or b.happening is None or not _kin(a, b):
        return None
    if len(a.parties & b.parties) < 2 and a.parties and b.parties:
        return None
    if unit_class(x) != "contact" and unit_class(y) != "contact" and x.kind is not y.kind:
        return None
    if x.low is None or y.low is None or x.low > 20 or y.low > 20:
        return None
    ranks = sorted((x.low, y.low))
    parts = {"x": a.raw.text, "y": b.raw.text}
    ordinal = x.kind is y.kind is QuantityKind.ORDINAL
    if (
        ordinal
        and ranks[0] != ranks[1]
        and same_event(a, b) is Identity.SAME
        and a.event == b.event
        and a.happening.when
    ):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "order_differs", "", parts)
    if ranks[1] - ranks[0] <= 1:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "order_fits", "", parts)
    return None


def channels(a: Item, b: Item, weights: Weights) -> Outcome | None:  # noqa: ARG001
    """By which means they speak; or to which medium a source spoke."""
    x, y = a.raw.value, b.raw.value
    if bool(a.frame) != bool(b.frame):
        return None
    if a.frame:
        if x == y and _related(a, b):
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.7, "medium_same", "", {"x": str(x)})
        return None
    same = same_event(a, b)
    parts = {"x": str(x), "y": str(y)}
    if Polarity.DENIED in (a.raw.polarity, b.raw.polarity):
        return _denied_channel(a, b, same, parts)
    if same is Identity.SAME or (same is Identity.UNSURE and x == y):
        if x == y:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.8, "channel_same", "", parts)
        if "حضوري" in (x, y):
            return None
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.72, "channel_differs", "", parts)
    return _other_event(a, b) if same is Identity.DIFFERENT else None


def _denied_channel(a: Item, b: Item, same: Identity, parts: dict[str, str]) -> Outcome | None:
    """«وليس لقاء بالفيديو» against who says that it is by video."""
    if a.raw.polarity is b.raw.polarity or a.raw.value != b.raw.value or same is not Identity.SAME:
        return None
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.65, "denied_asserted", "", parts)


def requests(a: Item, b: Item, weights: Weights) -> Outcome | None:  # noqa: ARG001
    """Who asked for it."""
    same = same_event(a, b)
    if same is Identity.DIFFERENT:
        return _other_event(a, b)
    if not a.speaker_parties or not b.speaker_parties:
        return None
    parts = {"x": str(a.raw.value), "y": str(b.raw.value)}
    if a.speaker_parties & b.speaker_parties:
        kind = RelationKind.CORROBORATES if a.raw.value == b.raw.value else RelationKind.REFINES
        return Outcome(kind, Show.AGREE, 0.8, "request_same", "", parts)
    if same is Identity.SAME:
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.8, "request_differs", "", parts)
    return None


def actors(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Who it is: one person under several spellings and offices, or two holders of one office."""
    if a.request or b.request:
        return requests(a, b, weights) if a.request and b.request else None
    x, y = a.raw.value, b.raw.value
    parts = {"x": a.raw.text, "y": b.raw.text}
    if x and x == y:
        if not (a.office and b.office):
            return None  # a bare name or a pronoun says nothing of who it is
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "actor_same", "", parts)
    body = a if b.office else b
    holder = b if body is a else a
    if holder.office and body.raw.value in holder.names and a.claim.article_id == b.claim.article_id:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "actor_body", "", parts)
    return None


def sources(a: Item, b: Item, contested: bool) -> Outcome | None:
    """Who says what both report: the same source, one that speaks for the other, or two that must be kept apart."""
    parts = {"x": a.raw.text, "y": b.raw.text}
    if a.raw.value == b.raw.value:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.75, "source_same", "", parts)
    if a.speaker_parties & b.speaker_parties:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.62, "source_side", "", parts)
    if contested and a.speaker_parties and b.speaker_parties:
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.62, "source_differs", "", parts)
    return None


def places(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Where it is, or where a source spoke."""
    x, y = str(a.raw.value), str(b.raw.value)
    parts = {"x": x, "y": y}
    if bool(a.frame) != bool(b.frame):
        return None
    if a.frame:
        return _speech_places(a, b, x, y)
    if not _kin(a, b):
        return None
    meeting = a.happening is not None and a.happening.meeting
    same = same_event(a, b)
    if meeting and same is Identity.DIFFERENT:
        return _other_event(a, b)
    if not meeting and not a.parties & b.parties:
        return None
    if x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.75, "place_same", "", parts)
    kinds = {x.split()[0], y.split()[0]}
    if kinds == {"حدود", "أراضي"} and x.split(maxsplit=1)[1] != y.split(maxsplit=1)[1]:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.55, "place_beside", "", parts)
    if meeting and same is Identity.SAME and similarity(a, b, weights) >= _SAME_CLAUSES and _day_sharp(a, b):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.6, "place_differs", "", parts)
    return None


def _speech_places(a: Item, b: Item, x: str, y: str) -> Outcome | None:
    if a.frame != b.frame or a.when is None or a.when != b.when:
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    if x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.7, "place_same", "", parts)
    if a.claim.article_id == b.claim.article_id:
        return None
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "setting_differs", "", parts)


def propositions(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Whether it is so: asserted by both, denied by both, asserted and denied, or left open by one."""
    if not is_open(a) or not is_open(b):
        return None
    close = similarity(a, b, weights)
    disputed = _one_dispute(a, b)
    if a.unclear != b.unclear:
        if disputed and _speaks_of_plan(a, b):
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.62, "certainty_differs")
        return None
    if a.raw.polarity is not b.raw.polarity:
        if disputed or (close >= 0.75 and a.agent == b.agent and _same_when(a, b) and not a.unclear):
            return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.8 if disputed else 0.55, "denied_asserted")
        return None
    if not disputed and (not _parties_fit(a, b) or same_event_differs(a, b)):
        return None
    parts = {"copy": "1"} if close >= _COPY and len(a.roots) >= 6 and a.claim.article_id != b.claim.article_id else {}
    if a.raw.polarity is Polarity.DENIED:
        if disputed or close >= _SAME_CLAUSES:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.78, "denied_both", "", parts)
        return None
    if a.trends and b.trends and a.event == b.event and len(a.parties & b.parties) >= 2:
        if a.trends & b.trends:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.62, "said_both", "", parts)
        return None
    if disputed or close >= _ALIKE_CLAUSES:
        longer = max(len(a.own), len(b.own)) > 1.6 * min(len(a.own), len(b.own))
        kind = RelationKind.REFINES if longer else RelationKind.CORROBORATES
        return Outcome(kind, Show.AGREE, 0.4 + 0.5 * close, "said_both", "", parts)
    return None


def _one_dispute(a: Item, b: Item) -> bool:
    """Both speak of one disputed event with one agent (an attack by one state, not by another)."""
    kinds = event_kinds()
    shared = a.event if a.event == b.event else ""
    if not shared or "d" not in kinds[shared].flags:
        return False
    if a.agent and b.agent and a.agent != b.agent:
        return False
    if not a.parties & b.parties and len(_told_parties(a) & _told_parties(b)) < 2:
        return False
    planned = {i.raw.kind for i in (a, b)} == {ClaimKind.POLARITY}
    return planned and _same_when(a, b)


def _told_parties(item: Item) -> frozenset[str]:
    """The parties of the claim and of its event elsewhere in the article («غزو محتمل لأوكرانيا» leaves the agent out)."""
    return item.parties | (item.happening.parties if item.happening else frozenset())


def _same_when(a: Item, b: Item) -> bool:
    x = a.happening.when if a.happening else None
    y = b.happening.when if b.happening else None
    return not (x and y) or gap_days(x, y) <= 60


def _speaks_of_plan(a: Item, b: Item) -> bool:
    settled = a if b.unclear else b
    return settled.raw.polarity is Polarity.AFFIRMED


def _parties_fit(a: Item, b: Item) -> bool:
    """Relations between one pair of states are not those between another."""
    if len(a.parties) >= 2 and len(b.parties) >= 2:
        return len(a.parties & b.parties) >= 2
    return not (a.parties and b.parties) or bool(a.parties & b.parties)


def same_event_differs(a: Item, b: Item) -> bool:
    """Whether the two are of two events: other days, places, ranks."""
    if a.happening is None or b.happening is None or not (a.happening.meeting or b.happening.meeting):
        return False
    return _kin(a, b) and same_event(a, b) in (Identity.DIFFERENT, Identity.NEAR)


def wordings(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Two renderings of one sentence of one speaker."""
    x, y = a.raw.attribution.speaker, b.raw.attribution.speaker
    if not x or x != y:
        return None
    close = weights.of(a.own & b.own) / max(min(weights.of(a.own), weights.of(b.own)), 0.5)
    if len(a.own & b.own) < 2 or close < _SAME_CLAUSES:
        return None
    if a.raw.text == b.raw.text:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.9, "wording_same", "", {"copy": "1"})
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.5 + 0.4 * min(close, 1.0), "wording_close")


def _other_event(a: Item, b: Item) -> Outcome:
    return Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, 0.75, "other_event")


def _asserts(item: Item) -> bool:
    return item.raw.modality in (Modality.ASSERTED, Modality.PLANNED) and item.raw.polarity is Polarity.AFFIRMED


def _one_agent(a: Item, b: Item) -> bool:
    return not (a.parties and b.parties) or bool(a.parties & b.parties)


def _speakers_apart(a: Item, b: Item) -> bool:
    return a.raw.attribution.speaker != b.raw.attribution.speaker


def _related(a: Item, b: Item) -> bool:
    """Whether the sources behind two frames are one, or stand for one state."""
    return a.frame == b.frame or bool(a.speaker_parties & b.speaker_parties)


def _day_sharp(a: Item, b: Item) -> bool:
    return bool(a.when and b.when and a.when[0] == a.when[1] and a.when == b.when)


def _days_between(a: Item, b: Item) -> int:
    if not a.published or not b.published:
        return 0
    first, second = sorted((a.published, b.published))
    return gap_days((first, first), (second, second))


def _seconds(quantity: Quantity) -> Quantity:
    scale = {"ثانية": 1, "دقيقة": 60, "ساعة": 3600, "يوم": 86400, "أسبوع": 604800}
    factor = scale.get((quantity.unit or "").strip(), 0)
    if not factor:
        return quantity
    low = quantity.low * factor if quantity.low is not None else None
    high = quantity.high * factor if quantity.high is not None else None
    return Quantity(low, high, "ثانية", quantity.approx, quantity.kind)


def _principal(quantity: Quantity) -> float:
    """The figure that the words name: the bound of an open one, the middle of a range."""
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high or 0.0


def _difference(x: Quantity, y: Quantity) -> tuple[str, float]:
    """«81000 (86 %)»: the difference, and its share of the smaller figure."""
    p, q = _principal(x), _principal(y)
    gap, smaller = abs(p - q), min(abs(p), abs(q))
    share = gap / smaller if smaller else float(gap > 0)
    if gap == 0:
        return "", 0.0
    figure = f"{gap:.0f}" if gap >= 1 else f"{gap:.2f}"
    return f"{figure} ({share * 100:.0f} %)", share


def _holds(wide: Quantity, narrow: Quantity) -> bool:
    """Whether a vague figure or a range leaves room for the other («عشرات الآلاف» and 94000)."""
    if wide.approx not in (Approx.VAGUE, Approx.RANGE) or wide.low is None or wide.high is None:
        return False
    return wide.low <= _principal(narrow) <= wide.high


def _share(share: float) -> str:
    return f"{share * 100:.0f} %"


def _days(days: int) -> str:
    return f"{days} d"
