"""How two claims relate: one small function a kind. None: they do not answer one question, or nothing need be said.

`CONFLICT` is kept for what cannot both be true; what merely differs is `CHECK`.
"""

from __future__ import annotations

from core.compare.events import NEAR_DAYS, Identity, gap_days
from core.compare.items import Item
from core.compare.outcome import (
    Outcome,
    Weights,
    akin,
    asserts,
    other_event,
    same_event,
    similarity,
    speakers_apart,
    told_parties,
)
from core.compare.page import RESULTS
from core.extract.concepts import event_kinds, labels
from core.model import Modality, Polarity, RelationKind, Show, TimeValue
from core.text.arabic import fold

_BORDER = "حدود"
_UNTIL = "حتي"
_AHEAD = {Modality.POSSIBLE, Modality.PLANNED}
_EXPECTED_DAYS = 60  # within which two sources may expect one thing
_SAME_CLAUSES = 0.5  # similarity from which two clauses say the same


def times(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """When it is: the same day, a finer one, another one."""
    if bool(a.frame) != bool(b.frame):
        return None
    if a.frame:
        return _speech_times(a, b, weights)
    if not akin(a, b):
        return None
    if a.happening and not a.happening.meeting and not _one_agent(a, b):
        return None
    same = same_event(a, b)
    x, y = a.raw.value, b.raw.value
    if x is None or y is None:
        return _undisclosed(a, b, same)
    if not isinstance(x, TimeValue) or not isinstance(y, TimeValue) or a.when is None or b.when is None:
        return None
    if _expects_otherwise(a, b):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.62, "time_expected")
    if same is Identity.DIFFERENT:
        return other_event()
    if gap_days(a.when, b.when) == 0:
        contested = Modality.POSSIBLE in (a.raw.modality, b.raw.modality)
        if contested and speakers_apart(a, b) and a.when != b.when:
            return Outcome(RelationKind.REFINES, Show.CHECK, 0.66, "time_two_sources")
        if contested and (_opening(a) == _UNTIL) is not (_opening(b) == _UNTIL):
            return Outcome(RelationKind.REFINES, Show.CHECK, 0.6, "time_bound")
        if a.when == b.when and x.timex == y.timex:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "time_same")
        if _tell_other_days(a, b):
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "time_days")
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.78, "time_finer")
    return _disjoint_times(a, b, same)


def _opening(item: Item) -> str:
    return fold(item.raw.text).split()[0]


def _tell_other_days(a: Item, b: Item) -> bool:
    """«يومي 9 و10 يناير» against «10 يناير»: the days told of what is to come do not begin or end together.

    A single day may be the first of several.
    """
    if a.raw.modality is not Modality.PLANNED or b.raw.modality is not Modality.PLANNED:
        return False
    x, y = (item.when if _is_of_days(item) or _is_one_day(item) else None for item in (a, b))
    if x is None or y is None or not (_is_of_days(a) or _is_of_days(b)):
        return False
    return x != y if _is_of_days(a) and _is_of_days(b) else x[0] != y[0]


def _is_of_days(item: Item) -> bool:
    """Several days are told, each by itself or from the first to the last."""
    value = item.raw.value
    return isinstance(value, TimeValue) and "/" in value.timex and value.mod is None and "T" not in value.timex


def _is_one_day(item: Item) -> bool:
    return bool(item.when and item.when[0] == item.when[1])


def _expects_otherwise(a: Item, b: Item) -> bool:
    """Two sources expect one thing at two times («الهجوم في يناير»، «في منتصف فبراير»): it has not come yet."""
    kind = event_kinds().get(a.event) if a.event == b.event else None
    if kind is None or "d" not in kind.flags or not _may_be_one_agent(a, b):
        return False
    if not (a.when and b.when and speakers_apart(a, b) and {a.raw.modality, b.raw.modality} <= _AHEAD):
        return False
    return 0 < gap_days(a.when, b.when) <= _EXPECTED_DAYS and min(a.when[0], b.when[0]) >= max(a.published, b.published)


def _may_be_one_agent(a: Item, b: Item) -> bool:
    """The same state acts, or one leaves open who does and names it among the parties."""
    if a.agent and b.agent:
        return a.agent == b.agent
    return bool((a.agent or b.agent) and (a.agent in b.parties or b.agent in a.parties))


def _disjoint_times(a: Item, b: Item, same: Identity) -> Outcome | None:
    if a.when is None or b.when is None or same is Identity.UNSURE or _dates_another(a) or _dates_another(b):
        return None
    days = gap_days(a.when, b.when)
    if days > NEAR_DAYS:
        return None
    parts = {"days": str(days)}
    if _one_point(a, b):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.58, "time_near", _days(days), parts)
    if _is_rough(a) or _is_rough(b):
        return None
    settled = len(a.parties) >= 2 and a.parties == b.parties and a.claim.article_id != b.claim.article_id
    if not settled:
        return None
    if a.event == b.event == "call" and asserts(a) and asserts(b) and not (days == 1 and _by_night(a, b)):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.62, "time_other_day", _days(days), parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "time_near", _days(days), parts)


def _by_night(a: Item, b: Item) -> bool:
    """A part of the day is told: an evening here is the next morning elsewhere."""
    return any(isinstance(item.raw.value, TimeValue) and "T" in item.raw.value.timex for item in (a, b))


def _dates_another(item: Item) -> bool:
    """A second time in the clause («… في 12 يناير، ول… في اليوم التالي») dates another event than the one told."""
    told = item.happening.when if item.happening else None
    return bool(told and item.when and gap_days(told, item.when))


def _is_rough(item: Item) -> bool:
    """Counted back or on in weeks or longer («قبل ثلاثة أسابيع»): no day is told."""
    value = item.raw.value
    words = fold(item.raw.text).split()
    counted = words[0] in ("قبل", "منذ", "بعد") and any(
        word.startswith(("اسبوع", "اسابيع", "شهر", "اشهر")) for word in words
    )
    return counted or (isinstance(value, TimeValue) and value.mod == "APPROX")


def _one_point(a: Item, b: Item) -> bool:
    """Both date one thing that happens at a point in time and is no meeting (a truce, an election), to one party."""
    kind = event_kinds().get(a.event) if a.event == b.event else None
    return (
        kind is not None
        and "p" in kind.flags
        and "m" not in kind.flags
        and a.event not in RESULTS
        and not (a.apart or b.apart)
        and bool(a.parties & b.parties)
        and a.claim.article_id != b.claim.article_id
    )


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


def channels(a: Item, b: Item, weights: Weights) -> Outcome | None:  # noqa: ARG001
    """By which means they speak; or to which medium a source spoke."""
    x, y = a.raw.value, b.raw.value
    if bool(a.frame) != bool(b.frame):
        return None
    if a.frame:
        if x == y and _related(a, b):
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.7, "medium_same", "", {"x": str(x)})
        return None
    if not {x, y} <= {name for name, _ in labels("channels").values()}:
        return None  # a medium that is told something is no means of meeting
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
    if same is Identity.NEAR and x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "channel_same", "", parts)
    return other_event() if same is Identity.DIFFERENT else None


def _denied_channel(a: Item, b: Item, same: Identity, parts: dict[str, str]) -> Outcome | None:
    """«وليس لقاء بالفيديو» against who says that it is by video."""
    if a.raw.polarity is b.raw.polarity or a.raw.value != b.raw.value or same is not Identity.SAME:
        return None
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.65, "denied_asserted", "", parts)


def requests(a: Item, b: Item, weights: Weights) -> Outcome | None:  # noqa: ARG001
    """Who asked for it."""
    same = same_event(a, b)
    if same is Identity.DIFFERENT:
        return other_event()
    if not a.speaker_parties or not b.speaker_parties:
        return None
    parts = {"x": str(a.raw.value), "y": str(b.raw.value)}
    if a.speaker_parties & b.speaker_parties:
        kind = RelationKind.CORROBORATES if a.raw.value == b.raw.value else RelationKind.REFINES
        return Outcome(kind, Show.AGREE, 0.8, "request_same", "", parts)
    if same is Identity.SAME:
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.8, "request_differs", "", parts)
    unsure = same in (Identity.UNSURE, Identity.NEAR)
    if unsure and a.happening and b.happening and len(told_parties(a) & told_parties(b)) >= 2:
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "request_differs", "", parts)
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
    forces = all("present" in item.scopes for item in (a, b))  # wherever troops stand: massed, in drills
    if not akin(a, b) and not forces:
        return None
    meeting = a.happening is not None and a.happening.meeting
    same = same_event(a, b)
    if meeting and any(item.happening is not None and item.happening.is_call() for item in (a, b)):
        return None  # a call is nowhere: «مكالمة حول الوضع في …»
    if meeting and same is Identity.DIFFERENT:
        return other_event()
    if not meeting and not a.parties & b.parties:
        return None
    if x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.75, "place_same", "", parts)
    if _BORDER in (x, y) and x.split()[0] == y.split()[0]:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "place_finer", "", {"x": a.raw.text, "y": b.raw.text})
    kinds = {x.split()[0], y.split()[0]}
    if (
        kinds == {_BORDER, "أراضي"}
        and len(x.split()) > 1 < len(y.split())
        and x.split(maxsplit=1)[1] != y.split(maxsplit=1)[1]
    ):
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.55, "place_beside", "", parts)
    calls = any(i.event in ("call", "conversation") or i.happening is None or i.happening.channels for i in (a, b))
    if (
        meeting
        and not calls
        and same is Identity.SAME
        and similarity(a, b, weights) >= _SAME_CLAUSES
        and _day_sharp(a, b)
        and (a.claim.article_id, a.claim.claim.clause) != (b.claim.article_id, b.claim.claim.clause)
    ):
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


def wordings(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Two renderings of one sentence of one speaker."""
    x, y = a.raw.attribution.speaker, b.raw.attribution.speaker
    if not x or x != y:
        return None
    close = weights.of(a.own & b.own) / max(min(weights.of(a.own), weights.of(b.own)), 0.5)
    if len(a.own & b.own) < 2 or close < _SAME_CLAUSES:
        return None
    if a.raw.text == b.raw.text:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.9, "wording_same", "", {"copy": ""})
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.5 + 0.4 * min(close, 1.0), "wording_close")


def _one_agent(a: Item, b: Item) -> bool:
    return not (a.parties and b.parties) or bool(a.parties & b.parties) or "" != a.agent == b.agent


def _related(a: Item, b: Item) -> bool:
    """Whether the sources behind two frames are one, or stand for one state."""
    return a.frame == b.frame or bool(a.speaker_parties & b.speaker_parties)


def _day_sharp(a: Item, b: Item) -> bool:
    return bool(a.when and b.when and a.when[0] == a.when[1] and a.when == b.when)


def _days(days: int) -> str:
    """The gap between two times in Arabic («يوم», «يومان»); callers pass at most NEAR_DAYS."""
    return {1: "يوم واحد", 2: "يومان"}.get(days, f"{days} أيام")
