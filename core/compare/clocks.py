"""The hours that two claims tell, whatever clock tells them: the same, others, or parts of one day."""

from __future__ import annotations

from core.compare.circumstances import Hours, moment
from core.compare.events import Identity
from core.compare.items import Item
from core.compare.outcome import Outcome, asserts, other_event
from core.compare.words import forms_of
from core.extract.concepts import event_kinds
from core.model import Modality, RelationKind, Show, TimeValue

_ONE_HOUR = 15  # minutes within which two hours are one, told roughly
_TWO_CLOCKS = 2  # … and by which two clocks may differ
_LASTS = 240  # … by which what began at one hour may have ended at another


def clocks(a: Item, b: Item, same: Identity) -> Outcome | None:
    """Two hours, or parts of one day; None where one tells neither, or both agree as far as their days do."""
    x, y = a.setting, b.setting
    told = [item.clock is not None or item.part is not None for item in (x, y)]
    if not all(told) or a.when is None or b.when is None:
        return None
    gap = _minutes_apart(a, b)
    if gap is None or same is Identity.DIFFERENT:
        return None
    if None not in (x.clock, y.clock) and x.edge != y.edge and "ends" in (x.edge, y.edge):
        if same is Identity.SAME and _begins_before(a, b):
            return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "time_finer")
        return other_event("other_moment")
    if gap > _TWO_CLOCKS and _to_the_minute(a, b) and same is Identity.SAME:
        if _set_before(a, b) or _set_before(b, a):
            return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.6, "time_moved", _length(gap))
        if gap <= _ONE_HOUR and a.claim.article_id != b.claim.article_id:
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "hour_differs", _length(gap))
    if gap <= max(_slack(x.clock), _slack(y.clock)):
        exact = gap == 0 and None not in (x.clock, y.clock)
        kind = RelationKind.CORROBORATES if exact else RelationKind.REFINES
        return Outcome(kind, Show.AGREE, 0.8, "hour_same" if exact else "time_finer")
    if same is Identity.UNSURE and _of_fighting(a, b):
        return None
    if same is Identity.UNSURE and not (a.event == b.event and a.parties & b.parties):
        return None
    rough = any(is_rough(item) or item.setting.clock is None or item.setting.zone is None for item in (a, b))
    one_source = a.claim.article_id == b.claim.article_id
    planned = a.raw.modality is not b.raw.modality  # it may have begun later than was announced
    if rough or one_source or planned or not (asserts(a) and asserts(b)):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.62, "hour_differs", _length(gap))
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.7, "hour_differs", _length(gap))


def _to_the_minute(a: Item, b: Item) -> bool:
    """«20:30 بتوقيت غرينتش», «23:35 بتوقيت موسكو»: by known clocks, one of them to five minutes, neither roughly."""
    told = [item.setting.clock for item in (a, b) if item.setting.clock is not None and item.setting.zone is not None]
    fine = any(clock % 5 == 0 and clock % 30 for clock in told)
    return len(told) == 2 and fine and not (is_rough(a) or is_rough(b))


def _set_before(plan: Item, report: Item) -> bool:
    """An hour that was set, and the one at which it was."""
    return plan.raw.modality is Modality.PLANNED and report.raw.modality is Modality.ASSERTED


def _of_fighting(a: Item, b: Item) -> bool:
    """Attacks follow each other all day: an hour tells which."""
    flags = [event_kinds()[item.event].flags if item.event else "" for item in (a, b)]
    return all("d" in one and "p" not in one for one in flags)


def _begins_before(a: Item, b: Item) -> bool:
    """«في الساعة 23:30» against «انتهت بعد منتصف الليل»: what ends at an hour told roughly began well before it."""
    end, start = (a, b) if a.setting.edge == "ends" else (b, a)
    first, last = moment(start.setting, _day(start, end)), moment(end.setting, _day(end, start))
    rough = end.setting.clock is not None and end.setting.clock % 60 == 0
    return first is not None and last is not None and rough and 0 < (last - first).total_seconds() / 60 <= _LASTS


def _day(item: Item, other: Item) -> str:
    """The day of an hour; of one that no day is told for, that of the other."""
    untold = isinstance(item.raw.value, TimeValue) and not item.raw.value.begin
    when = other.when if untold and other.when else item.when
    return when[0] if when else ""


def _minutes_apart(a: Item, b: Item) -> int | None:
    """None: nobody can tell, since it is evening here and morning there, or days that no hour joins."""
    x, y = a.setting, b.setting
    assert a.when is not None
    assert b.when is not None
    first, second = moment(x, a.when[0]), moment(y, b.when[0])
    if first is not None and second is not None:
        return abs(int((first - second).total_seconds())) // 60
    if a.when[0] != b.when[0] and x.dated and y.dated:
        return None
    if (x.clock, x.part) == (y.clock, y.part):
        return 0
    abroad = any(item.happening is not None and item.happening.is_call() for item in (a, b))
    if (x.zone is None) is not (y.zone is None) or abroad:
        return None  # clocks of two countries
    (low, high), (least, most) = _hours(a), _hours(b)
    return round(max(low - most, least - high, 0.0) * 60)


def _slack(clock: int | None) -> int:
    """Minutes within which a told hour may lie: a full or half hour is told roughly, 20:17 as a clock shows it."""
    grain = next((size for size in (30, 15, 10, 5) if clock is None or clock % size == 0), 1)
    return max(min(grain // 2, _ONE_HOUR), _TWO_CLOCKS)


def _hours(item: Item) -> Hours:
    if item.setting.clock is not None:
        return item.setting.clock / 60, item.setting.clock / 60
    assert item.setting.part is not None
    return item.setting.part


def _length(minutes: int) -> str:
    """«1:30»: hours and minutes."""
    return f"{minutes // 60}:{minutes % 60:02}"


def is_rough(item: Item) -> bool:
    """Counted back or on in weeks or longer («قبل ثلاثة أسابيع»): no day is told."""
    value = item.raw.value
    words = forms_of(item.raw.text)
    counted = words[0] in ("قبل", "منذ", "بعد") and any(
        word.startswith(("اسبوع", "اسابيع", "شهر", "اشهر")) for word in words
    )
    return counted or (isinstance(value, TimeValue) and value.mod == "APPROX")
