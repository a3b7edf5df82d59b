"""Units, periods, hours and recurrences to values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.extract import calendar
from core.extract.timex.nodes import (
    CalendarDate,
    Century,
    Clock,
    Decade,
    Edge,
    Node,
    Now,
    Nth,
    PartOfDay,
    Range,
    Recurrence,
    Rest,
    Same,
    Season,
    Shift,
    Weekend,
    Window,
)
from core.extract.timex.resolving import Context, resolve, unknown
from core.extract.timex.tense import Tense
from core.model import TimeKind, TimeValue

_ISO = {"D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "DE": "P{}DE", "CE": "P{}CE", "H": "PT{}H", "N": "PT{}M"}
_UNITS = frozenset({"D", "W", "M", "Y", "DE", "CE"})
_MONTH, _HALF = 32, 15  # days
_AFTERNOON = frozenset({"MI", "AF", "EV", "NI"})


@resolve.register
def _shift(node: Shift, context: Context) -> TimeValue | None:
    if node.unit not in _UNITS:
        return None
    anchor = context.today
    if node.follows and (not node.exact or node.offset or context.tense is Tense.PAST):
        if context.mention is None and (node.exact or context.tense is Tense.PAST):
            return None  # counted from an event
        anchor = context.mention or anchor
    if anchor is None:
        return TimeValue(f"XXXX-WXX-{node.weekday}") if node.weekday else unknown(node.unit)
    when = calendar.shifted(anchor, node.unit, 0 if node.new and anchor.month < 7 else node.amount)
    for unit, amount in node.more:
        when = calendar.shifted(when, unit, amount) if when else None
    if when is None:
        return None
    if node.weekday:
        offset = (node.weekday - when.isoweekday() + 3) % 7 - 3
        when = calendar.shifted(when, "D", offset) or when
    smallest = node.more[-1][0] if node.more else node.unit
    value = calendar.day(when) if node.exact and smallest == "W" else calendar.unit_of(when, smallest)
    return replace(value, mod="APPROX") if node.approx else value


@resolve.register
def _window(node: Window, context: Context) -> TimeValue | None:
    timex = _ISO[node.unit].format("X" if node.count is None else node.count) if node.unit in _ISO else None
    if timex is None:
        return None
    if node.count is None:
        return TimeValue(timex, kind=TimeKind.DURATION)
    if context.today is None or node.unit in ("H", "N"):
        return TimeValue(timex, kind=TimeKind.DURATION)
    other = calendar.shifted(context.today, node.unit, node.count * node.direction)
    next_day = calendar.shifted(context.today, "D", node.direction)
    if other is None or next_day is None:
        return None
    first, last = sorted((next_day, other))
    return TimeValue(timex, first.isoformat(), last.isoformat(), TimeKind.DURATION)


@resolve.register
def _edge(node: Edge, context: Context) -> TimeValue | None:
    base = resolve(node.base, context)
    value = calendar.edge(base, node.mod) if base else None
    if value is None or value.end is None or context.today is None or not isinstance(node.base, Shift):
        return value
    if node.base.amount == 0 and context.tense is Tense.FUTURE and value.end < context.today.isoformat():
        coming = resolve(replace(node.base, amount=1), context)  # «سيبدأ مطلع العام», said in December
        return calendar.edge(coming, node.mod) if coming else None
    return value


def _day_spoken_of(context: Context) -> date | None:
    if context.tense is Tense.FUTURE and context.ahead is not None:
        return context.ahead
    spoken = context.recent or context.day  # an hour is told of news, not of its background
    if context.tense is Tense.FUTURE and spoken and context.today:
        return max(spoken, context.today)  # no hour to come lies on a day that has been
    return spoken


@resolve.register
def _part(node: PartOfDay, context: Context) -> TimeValue | None:
    if node.base is None:
        spoken = _day_spoken_of(context)
        base: TimeValue | None = calendar.day(spoken) if spoken else unknown("D")
    else:
        base = resolve(node.base, context)
    if base is None:
        return None
    code = node.code if node.code.startswith("T") else f"T{node.code}"
    return replace(base, timex=base.timex + code, kind=TimeKind.TIME)


@resolve.register
def _clock(node: Clock, context: Context) -> TimeValue | None:
    hour = node.hour
    if node.part in _AFTERNOON and hour < 12 and not (node.part == "NI" and hour < 5):
        hour += 12 if not (node.part == "MI" and hour > 9) else 0
    elif node.part in ("MO", "NI") and hour == 12:
        hour = 0
    elif node.part is None and hour < 12 <= (context.hour or 0) <= hour + 12:
        hour += 12  # «بدأت في 3:35 بعد الظهر وانتهت في 4:25»
    timex = f"T{hour:02}"
    if node.minute is not None:
        timex += f":{node.minute:02}"
    if node.second is not None:
        timex += f":{node.second:02}"
    timex += "Z" if node.utc else ""
    if node.base is not None:
        base = resolve(node.base, context)
        return replace(base, timex=base.timex + timex, kind=TimeKind.TIME) if base else None
    spoken = _day_spoken_of(context)
    if spoken is None:
        return TimeValue(timex, kind=TimeKind.TIME)
    return replace(calendar.day(spoken), timex=spoken.isoformat() + timex, kind=TimeKind.TIME)


@resolve.register
def _nth(node: Nth, context: Context) -> TimeValue | None:
    base = resolve(node.base, context)
    bounds = calendar.interval(base) if base else None
    if base is None:
        return None
    if bounds is None:
        return TimeValue(
            f"{base.timex}-WXX" if node.unit == "W" else unknown("D").timex if not node.unit else base.timex
        )
    first, last = bounds
    if node.unit in ("Q", "H"):
        number = (4 if node.unit == "Q" else 2) if node.number < 0 else node.number
        if node.unit == "H" and (last - first).days < _MONTH:
            middle = first + timedelta(_HALF)
            return calendar.period(first, middle - timedelta(1)) if number == 1 else calendar.period(middle, last)
        return calendar.quarter(first.year, number) if node.unit == "Q" else calendar.half(first.year, number)
    if node.unit == "D":
        when = last if node.number < 0 else first + timedelta(node.number - 1)
        return calendar.day(when) if first <= when <= last else None
    # A week belongs to the year its Thursday lies in (ISO 8601), and to a month when all of it does.
    whole = node.unit == "W" and (last - first).days < 32
    weekday = node.weekday or (1 if whole else 4)
    start = first + timedelta((weekday - first.isoweekday()) % 7)
    count = (last - start).days // 7 + (0 if whole and last.isoweekday() != 7 else 1)
    number = count if node.number < 0 else node.number
    if not 1 <= number <= count:
        return None
    when = start + timedelta(7 * (number - 1))
    return calendar.day(when) if node.weekday else calendar.week(when)


@resolve.register
def _season(node: Season, context: Context) -> TimeValue | None:
    if node.base is not None:
        base = resolve(node.base, context)
        bounds = calendar.interval(base) if base else None
        return calendar.season(bounds[0].year, node.code) if bounds else TimeValue(f"XXXX-{node.code}")
    if context.today is None:
        return TimeValue(f"XXXX-{node.code}")
    today = context.today
    near = [calendar.season(today.year + offset, node.code) for offset in (-2, -1, 0, 1)]
    if node.rel == "last":
        return [value for value in near if (value.end or "") < today.isoformat()][-1]
    if node.rel in ("next", "afternext"):
        return next(
            value
            for value in [*near, calendar.season(today.year + 2, node.code)]
            if (value.begin or "") > today.isoformat()
        )
    if node.rel is None and context.tense is Tense.PAST:
        return [value for value in near if (value.begin or "") <= today.isoformat()][-1]
    if node.rel is None and context.tense is Tense.FUTURE:
        return next(value for value in near if (value.end or "") >= today.isoformat())
    return min(near, key=lambda value: _distance(value, today))


def _distance(value: TimeValue, day: date) -> int:
    """Days between a day and the nearest of a period."""
    bounds = calendar.interval(value) or (day, day)
    return max((bounds[0] - day).days, (day - bounds[1]).days, 0)


@resolve.register
def _range(node: Range, context: Context) -> TimeValue | None:
    if isinstance(node.first, Clock) and isinstance(node.last, Clock):
        return _hours(node.first, node.last, context)
    last = resolve(node.last, context)
    if last is None:
        return None
    first = resolve(_dated_like(node.first, node.last), context)
    if first is None:
        return None
    if (begin := calendar.interval(first)) and (end := calendar.interval(last)) and begin[0] > end[1]:
        if context.tense is Tense.FUTURE and _is_bare_weekday(node.last):
            later = resolve(node.last, replace(context, today=begin[0]))
            return calendar.between(first, later) if later else None
        earlier = replace(context, today=end[1], tense=Tense.PAST, year=None)
        first = resolve(node.first, earlier) or first
    return calendar.between(first, last)


def _hours(first: Clock, last: Clock, context: Context) -> TimeValue | None:
    """Each hour takes the part of the day and the day that only the other names."""
    base = first.base or last.base
    begin = replace(first, part=first.part or (last.part if first.hour <= last.hour else None), base=base, utc=last.utc)
    end = replace(last, part=last.part or first.part, base=base)
    values = [_clock(hour, context) for hour in (begin, end)]
    if values[0] is None or values[1] is None:
        return None
    return replace(calendar.between(values[0], values[1]), kind=TimeKind.TIME)


def _is_bare_weekday(node: Node) -> bool:
    return isinstance(node, CalendarDate) and node.weekday is not None and node.day is None and node.rel is None


def _dated_like(first: Node, last: Node) -> Node:
    """The first end takes the year of the last where it has none of its own."""
    if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return first
    if first.year is None and first.rel is None and first.month is not None and last.year is not None:
        year = last.year - (first.month > (last.month or 12))
        return replace(first, year=year)
    return first


@resolve.register
def _rest(node: Rest, context: Context) -> TimeValue | None:
    base = resolve(node.base, context)
    bounds = calendar.interval(base) if base else None
    return calendar.period(context.today, bounds[1]) if bounds and context.today else base


@resolve.register
def _weekend(node: Weekend, context: Context) -> TimeValue | None:
    base = resolve(node.base, context)
    bounds = calendar.interval(base) if base else None
    return calendar.weekend(bounds[0]) if bounds else TimeValue("XXXX-WXX-WE")


@resolve.register
def _decade(node: Decade, context: Context) -> TimeValue | None:
    if node.century is not None:
        return calendar.decade((node.century - 1) * 100 + node.tens)
    # Without a century, the last such decade that is over or under way.
    year = context.today.year if context.today else 2020
    first = year // 100 * 100 + node.tens
    return calendar.decade(first if first <= year else first - 100)


@resolve.register
def _century(node: Century, _context: Context) -> TimeValue | None:
    return calendar.century(node.number)


@resolve.register
def _recurrence(node: Recurrence, _context: Context) -> TimeValue | None:
    return TimeValue(node.timex, kind=TimeKind.SET)


@resolve.register
def _now(_node: Now, _context: Context) -> TimeValue | None:
    return TimeValue("PRESENT_REF")


@resolve.register
def _same(node: Same, context: Context) -> TimeValue | None:
    latest = context.month if node.unit == "M" else context.named if node.unit == "Y" else None
    day = latest or context.mention
    if day is None or node.unit not in _UNITS:
        return None
    return calendar.unit_of(day, node.unit)
