"""How two figures relate: counts, sums and shares, durations, ranks."""

from __future__ import annotations

from dataclasses import replace

from core.compare.counted import FATES, people_classes
from core.compare.events import Identity
from core.compare.items import Item
from core.compare.mentions import DISASTERS
from core.compare.orders import days_between, orders, tell_one_latest
from core.compare.outcome import Outcome, Weights, akin, asserts, known_later, other_event, same_event, speakers_apart
from core.compare.page import RESULTS
from core.compare.sameness import (
    are_of_war,
    are_rounds,
    loosely,
    of_two_events,
    one_aspect,
    one_measured,
    one_strength,
    spelled_alike,
    survived_hurt,
    tell_one_thing,
    told_alike,
)
from core.compare.sizes import in_one_unit
from core.compare.values import gap_between, holds, in_percent, is_one_figure, principal, seconds
from core.compare.wholes import has_risen
from core.extract.concepts import state_names
from core.model import Approx, Modality, Quantity, QuantityKind, RelationKind, Show

_ROUNDING = 0.025  # times this close are one, rounded
_NEARLY = 0.06  # durations this close are one, told roughly («ساعتين», «ساعتين وخمس دقائق»)
_ROUGHLY = 0.08  # … both with «نحو»
_TO_THE_MINUTE = 0.01  # times this close, which are no half hours, are hardly the same by chance
_HALF_HOUR = 1800  # seconds
_QUARTER = 900  # … of which hours told roughly are made
_HOUR = 3600
_MOST_OF = 0.75  # of a time told as the most, from which another one goes with it
_YEARS = ("سنة", "عام")
_ROUGHLY_AN_HOUR = 1.2  # times as long, within which an hour more is roughly the same
_TELLING = 10  # a figure from here on is hardly the same by chance
_FORECAST = frozenset({"taking_part", "planned_total"})  # both are what a plan counts on
_FATES = frozenset(FATES.values())
_DAYS_OF_ONE_FIGURE = 10  # figures of articles further apart are a development, not a disagreement …
_DAYS_OF_ONE_ESTIMATE = 14  # … of forces, which nobody counts anew each day …
_DAYS_OF_ONE_STOCK = 20  # … which two sources estimate each for itself …
_DAYS_OF_ALL = 45  # … and of all the dead of a war, or since some day
_STOCKS = frozenset({"troops", "battalions"})
_SHRUNK = 0.9  # of an earlier estimate, below which another one is no rounding


def numbers(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """How many: the same figure, a rounded one, another scope, another figure."""
    x, y = a.raw.value, b.raw.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity):
        return _left_open(a, b) if a.length and b.length else None
    if QuantityKind.ORDINAL in (x.kind, y.kind):
        return orders(a, b, x, y)
    x, y = _in_view_of(a, x, y), _in_view_of(b, y, x)
    if x.kind is not y.kind:
        return None
    if x.kind is QuantityKind.DURATION:
        return (_durations(a, b, x, y) if a.length and b.length else None) or _spans(a, b, x, y, weights)
    if not tell_one_thing(a, b, x, y, weights):
        return None
    return _figures(a, b, _as_bound(a, x), _as_bound(b, y))


def _in_view_of(item: Item, value: Quantity, other: Quantity) -> Quantity:
    """The figure in the first unit of what it measures; one that goes on from a sum is a sum («347 مليونا فقط»)."""
    if item.unit == "money" and value.kind is QuantityKind.COUNT:
        return replace(value, kind=QuantityKind.MONEY, unit=other.unit)
    return in_one_unit(value)


def _as_bound(item: Item, value: Quantity) -> Quantity:
    """«تجاوزت حصيلة الوفيات 200»: the verb bounds the figure from afar."""
    if not item.aspect.passed or value.approx is not Approx.EXACT:
        return value
    return replace(value, approx=Approx.AT_LEAST, high=None)


def _figures(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    if a.part is not b.part:
        return _more_than_all(a, b, x, y)  # «40 قتيلا، بينهم 12 طفلا»
    if not _one_part(a, b, x, y):
        return None
    difference, share = gap_between(x, y)
    parts = {"x": a.raw.text, "y": b.raw.text}
    apart = x.kind is QuantityKind.COUNT and a.scopes and b.scopes and not a.scopes & b.scopes
    apart = apart and _is_of_people(a) and not survived_hurt(a, b) and not one_strength(a, b, x, y)
    speculative = (a.raw.modality is Modality.POSSIBLE) != (b.raw.modality is Modality.POSSIBLE)
    same = is_one_figure(x, y, share)
    forecast = bool(a.scopes & _FORECAST and b.scopes & _FORECAST)
    apart = apart and not forecast
    if same and _is_there_or_may_be(a, b, x):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_scope", difference, parts)
    if apart or (speculative and not same):
        if apart and not loosely(a, b):
            return Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, 0.7, "figure_other_count", difference, parts)
        if same or _is_vague_forecast(a, x) or _is_vague_forecast(b, y) or _may_rise(a, b, x, y):
            return None
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.83, "figure_scope", difference, parts)
    if same and {x.approx, y.approx} == {Approx.AT_LEAST, Approx.AT_MOST}:
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "figure_differs", difference, parts)
    if same:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "figure_same", difference, parts)
    if holds(x, y) or holds(y, x):
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.65, "figure_finer", difference, parts)
    if (days_between(a, b) > _days_of_one(a, b) and not (a.long_ago and b.long_ago)) or _mounts(a, b, x, y):
        return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.6, "figure_later", difference, parts)
    if _told_at_once(a, b):
        return None
    if _cannot_both(a, b, x, y):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.6, "figure_conflict", difference, parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", difference, parts)


def _is_there_or_may_be(a: Item, b: Item, value: Quantity) -> bool:
    """«حشدت روسيا 175 ألف جندي» against «قد يشارك 175 ألفا»: one number, told of what is there and of what may come."""
    there, forecast = (a, b) if a.event == "massing" else (b, a)
    told = there.event == "massing" and there.scopes == {"present"} and asserts(there)
    ahead = forecast.raw.modality is not Modality.ASSERTED or bool(forecast.happening and forecast.happening.ahead)
    planned = bool(forecast.scopes) and forecast.scopes <= _FORECAST and ahead
    return told and planned and a.unit == b.unit == "troops" and principal(value) >= _TELLING


def _is_of_people(item: Item) -> bool:
    """What is there, sent, back or lost is told of people and forces, not of cars or houses."""
    return item.unit in _FATES or item.unit in _STOCKS or item.unit in people_classes() or not item.unit


def _one_part(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """Two wholes, or parts told of the same people and place; one figure of some size is hardly that of two parts."""
    if not spelled_alike(a.aspect.where, b.aspect.where):
        return False
    whom = a.aspect.whom, b.aspect.whom
    known = principal(x) == principal(y) >= _TELLING
    return not a.part or not any(whom) or bool(whom[0] & whom[1]) or known


def _may_rise(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """«يخشى أن يرتفع عدد القتلى إلى ألف»: no other toll than the one that is known."""
    feared, known, possible, told = (a, b, x, y) if a.raw.modality is Modality.POSSIBLE else (b, a, y, x)
    later = feared.published < known.published
    return feared.unit in _FATES and (later or principal(possible) > principal(told))


def _more_than_all(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """A part that is larger than the whole that another source tells on the same day."""
    part, whole, p, w = (a, b, x, y) if a.part else (b, a, y, x)
    if part.aspect.raised is not whole.aspect.raised and a.claim.article_id != b.claim.article_id:
        return None
    if whole.published != part.published or whole.aspect.whom or principal(p) <= principal(w):
        return None
    if is_one_figure(p, w, gap_between(p, w)[1]) or _told_at_once(a, b):
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", gap_between(x, y)[0], parts)


def told_figures(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """How two figures stand of which an editor says that they answer one question; None without a common measure."""
    if x.kind is QuantityKind.DURATION:
        x, y = seconds(x), seconds(y)
    measured = x.kind in (QuantityKind.MONEY, QuantityKind.DURATION)
    if x.kind is not y.kind or (measured and x.unit != y.unit) or (a.unit and b.unit and a.unit != b.unit):
        return None
    told = _figures(a, b, x, y)
    if told and told.show is not Show.SILENT:
        return told
    difference, share = gap_between(x, y)
    parts = {"x": a.raw.text, "y": b.raw.text}
    if is_one_figure(x, y, share):
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "figure_same", difference, parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "answer_differs", difference)


def _days_of_one(a: Item, b: Item) -> int:
    """Days within which two articles tell one figure; a source that gives a second one updates its first."""
    planned = a.unit in _STOCKS and a.scopes & _FORECAST and b.scopes & _FORECAST  # two reports on one plan
    if (a.aspect.since and b.aspect.since) or _are_estimates_of_war(a, b) or planned:
        return _DAYS_OF_ALL
    if are_rounds(a, b):
        early, late = sorted((a, b), key=lambda item: item.published)
        return _DAYS_OF_ALL if _count_of(late) < _count_of(early) else _DAYS_OF_ONE_FIGURE  # what was held stays held
    if a.unit in _STOCKS and a.unit == b.unit and _teller(a) != _teller(b):
        return _DAYS_OF_ALL if _has_shrunk(a, b) else _DAYS_OF_ONE_STOCK
    return _DAYS_OF_ONE_ESTIMATE if a.unit in _STOCKS else _DAYS_OF_ONE_FIGURE


def _has_shrunk(a: Item, b: Item) -> bool:
    """«نحو 120 ألفا», later «تقدرهم واشنطن بنحو 100 ألف»: two estimates of forces that are not withdrawn."""
    early, late = sorted((a, b), key=lambda item: item.published)
    told = late.raw.value
    if not isinstance(told, Quantity) or told.high is None or not _teller(late):
        return False
    least = _count_of(early) if told.low != told.high else _SHRUNK * _count_of(early)
    return told.high <= least and "withdrawal" not in late.events


def _count_of(item: Item) -> float:
    return principal(item.raw.value) if isinstance(item.raw.value, Quantity) else 0.0


def _are_estimates_of_war(a: Item, b: Item) -> bool:
    """«أكثر من 13 ألف قتيل», «نحو 14 ألفا» of one conflict: estimates of all its dead, which no day changes."""
    values = (item.raw.value for item in (a, b))
    rough = any(isinstance(value, Quantity) and value.approx is not Approx.EXACT for value in values)
    return rough and are_of_war(a, b)


def _teller(item: Item) -> str:
    """The side that counts, else the speaker, else the source itself."""
    return item.voice or item.raw.attribution.speaker or item.frame or item.source


def _is_vague_forecast(item: Item, value: Quantity) -> bool:
    """«قد ترتفع إلى المئات» differs from no toll."""
    return item.raw.modality is Modality.POSSIBLE and value.approx is Approx.VAGUE


def _mounts(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """The toll of the later article is higher (of the missing: any other): it was counted on."""
    if not a.published or not b.published or not a.causes & b.causes - RESULTS or x.kind is not QuantityKind.COUNT:
        return False
    if (a.part and not a.aspect.where) or (b.part and not b.aspect.where) or (a.aspect.since and b.aspect.since):
        return False
    if a.unit == "contact" and a.published == b.published:
        return False  # «في تصريحات سابقة إن جولتين عقدتا»
    if a.aspect.earlier is not b.aspect.earlier and not (a.unit in _STOCKS and _told_at_odds(a, b)):
        return True
    if _are_estimates_of_war(a, b):
        return False
    if a.long_ago and b.long_ago:
        return False  # what is told of old tolls is no news
    if a.unit not in _FATES and not a.causes & b.causes & DISASTERS:
        return False
    if a.published == b.published:
        higher, lower = (a, b) if principal(x) > principal(y) else (b, a)
        if a.claim.article_id == b.claim.article_id:
            return has_risen(higher) and not has_risen(lower)
        return higher.aspect.raised and not lower.aspect.raised
    early, late = (x, y) if a.published < b.published else (y, x)
    return principal(late) > principal(early) or a.unit == "missing"


def _told_at_once(a: Item, b: Item) -> bool:
    """One voice of one article does not gainsay itself: its two figures are of two things, or part and whole."""
    if a.unit in _STOCKS and _teller(a) != _teller(b):
        return False
    if (a.aspect.contrast or b.aspect.contrast) and speakers_apart(a, b):
        return False
    return a.claim.article_id == b.claim.article_id and not (
        (a.raw.attribution.speaker and b.raw.attribution.speaker and speakers_apart(a, b))
        or (a.voice and b.voice and a.voice != b.voice)
    )


def _told_at_odds(a: Item, b: Item) -> bool:
    """Two sides in one article («… كان وزيرها قال في وقت سابق إن عددهم 94 ألفا»): neither goes on from the other."""
    return a.claim.article_id == b.claim.article_id and _teller(a) != _teller(b)


def _cannot_both(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """Exact, asserted, of one event on one day, with no source that might count otherwise."""
    exact = x.approx is y.approx is Approx.EXACT
    unattributed = not a.raw.attribution.speaker or a.raw.attribution.speaker == b.raw.attribution.speaker
    return (
        exact
        and asserts(a)
        and asserts(b)
        and unattributed
        and bool(a.events & b.events)
        and same_event(a, b) is Identity.SAME
        and a.published == b.published
    )


def _spans(a: Item, b: Item, x: Quantity, y: Quantity, weights: Weights) -> Outcome | None:
    """A time that lasts, but is no event's length («الحداد ثلاثة أيام», «هدنة مدتها أسبوع»): led to by one noun."""
    if (
        any(i.length and i.happening and i.happening.meeting for i in (a, b))
        or a.claim.article_id == b.claim.article_id
    ):
        return None
    led = bool(set(a.measured[:2]) & set(b.measured[:2])) and one_measured(a, b)
    if not one_aspect(a, b) or not (led or told_alike(a, b, weights)) or of_two_events(a, b):
        return None
    told = _figures(a, b, seconds(x), seconds(y))
    if told is not None and told.show is Show.CHECK and _began_at_once(a, b, x, y):
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.55, "figure_finer", "", told.parts)
    if told is None or told.show is not Show.UPDATE or not (a.length and b.length):
        return told
    near = gap_between(seconds(x), seconds(y))[1] <= _NEARLY  # what it took does not change
    return Outcome(RelationKind.REFINES, Show.AGREE, 0.55, "figure_finer", "", told.parts) if near else None


def _began_at_once(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """«منذ نحو سبع سنوات» in December and «ثماني سنوات» in January: counted back, they begin in one year."""
    if not (a.aspect.of == b.aspect.of == "ago" and a.published and b.published and x.unit == y.unit in _YEARS):
        return False
    first, second = (int(item.published[:4]) - principal(value) for item, value in ((a, x), (b, y)))
    return abs(first - second) < 1


def _durations(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """How long it took: only for what is surely one event."""
    same = same_event(a, b)
    if not (a.length and b.length):
        return None
    share = gap_between(seconds(x), seconds(y))[1]
    parts = {"x": a.raw.text, "y": b.raw.text}
    if share <= _TO_THE_MINUTE and all((seconds(value).low or 0) % _HALF_HOUR for value in (x, y)):
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.65, "figure_same", "", parts)
    if not akin(a, b):
        return None
    truce = same is Identity.NEAR and a.happening is not None and not a.happening.meeting and a.event == b.event
    if same is Identity.DIFFERENT or (same is Identity.NEAR and not truce and not _is_one_call(a, b)):
        near = share <= _NEARLY and len(a.parties & b.parties) > 1 and same is Identity.NEAR
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.55, "figure_finer", "", parts) if near else other_event()
    if share <= _ROUNDING:
        score = 0.85 if same is Identity.SAME else 0.65
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, score, "figure_same", "", parts)
    two = a.claim.article_id != b.claim.article_id or (speakers_apart(a, b) and a.voice != b.voice)
    precise = x.approx is y.approx is Approx.EXACT and share > _TO_THE_MINUTE and two
    if precise and all((seconds(value).low or 0) % _QUARTER for value in (x, y)):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", in_percent(share), parts)
    rough = x.approx is y.approx is Approx.ABOUT
    held = any(_hours_hold(one, two) or _under(one, two) for one, two in ((x, y), (y, x)))
    if share <= (_ROUGHLY if rough else _NEARLY) or held:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.65, "figure_finer", "", parts)
    lone = a.aspect.alone and b.aspect.alone and len(a.parties & b.parties) > 1
    lone = lone and a.parties | b.parties <= state_names()  # nobody else whom one of them may have met
    if same is Identity.UNSURE and not (lone and tell_one_latest(a, b)):
        return None
    vague = truce or Approx.EXACT not in (x.approx, y.approx) or share <= 0.3
    if vague or same is not Identity.SAME or speakers_apart(a, b):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", in_percent(share), parts)
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.65, "figure_conflict", in_percent(share), parts)


def _is_one_call(a: Item, b: Item) -> bool:
    """Two leaders who speak on days that lie together: one call, one day is wrong."""
    sides = len(a.parties & b.parties) > 1
    return sides and all(item.happening is not None and item.happening.is_remote() for item in (a, b))


def _left_open(a: Item, b: Item) -> Outcome | None:
    """«مدته متروكة للرئيسين»: what was left open before a meeting does not gainsay how long it took."""
    met = a.happening is not None and b.happening is not None and a.happening.meeting and b.happening.meeting
    same = same_event(a, b)
    if not met or not akin(a, b) or same is Identity.DIFFERENT:
        return None
    if same is not Identity.SAME and len(a.parties & b.parties) < 2:
        return None
    both = a.raw.value is b.raw.value is None
    if not both and known_later(*((a, b) if a.raw.value is None else (b, a))):
        return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.6, "length_open")
    kind = RelationKind.CORROBORATES if both else RelationKind.REFINES
    return Outcome(kind, Show.AGREE, 0.6, "length_open_both" if both else "length_open")


def _under(bound: Quantity, told: Quantity) -> bool:
    """«لم تتجاوز 4 ساعات» leaves room for three and a half."""
    high = seconds(bound).high or 0.0
    return bound.approx is Approx.AT_MOST and _MOST_OF * high <= principal(seconds(told)) <= high


def _hours_hold(wide: Quantity, narrow: Quantity) -> bool:
    """«أكثر من ثلاث ساعات» leaves room for three and a half, «أكثر من سبع» for about eight too."""
    low, told = seconds(wide).low or 0.0, principal(seconds(narrow))
    whole = wide.approx is Approx.AT_LEAST and low >= 2 * _HOUR and low % _HOUR == 0
    rough = narrow.approx is Approx.ABOUT
    return whole and (low <= told < low + _HOUR or (rough and told == low + _HOUR <= _ROUGHLY_AN_HOUR * low))
