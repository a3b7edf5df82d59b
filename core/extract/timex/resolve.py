"""When an expression is: nodes → TIMEX3 values, seen from the day of publication and from what was said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from core.extract import calendar
from core.extract.timex.nodes import (
    CalendarDate,
    Century,
    Clock,
    Decade,
    Edge,
    Holiday,
    Node,
    Now,
    Nth,
    PartOfDay,
    Range,
    Recurrence,
    Same,
    Season,
    Shift,
    Weekend,
    Window,
)
from core.extract.timex.tense import Tense
from core.model import TimeKind, TimeValue

_UNRESOLVED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
_ISO = {"D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "DE": "P{}DE", "CE": "P{}CE", "H": "PT{}H", "N": "PT{}M"}
# A past verb does not pull a date this far back when the same date lies this near ahead («اتفقا على لقاء في 10 يناير»).
_LONG_AGO, _SOON = timedelta(300), timedelta(45)
_AFTERNOON = frozenset({"MI", "AF", "EV", "NI"})


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is seen from. `mention` is the day last spoken of, `year` a year said in the same paragraph."""

    today: date | None
    tense: Tense = Tense.UNKNOWN
    mention: date | None = None
    ahead: date | None = None  # the day to come last spoken of
    year: int | None = None


def resolve(node: Node, context: Context) -> TimeValue | None:
    """The value of `node`; None where the words make no time (30 February)."""
    return _RESOLVERS[type(node)](node, context)


def _unknown(unit: str) -> TimeValue:
    return TimeValue(_UNRESOLVED[unit])


def _calendar(node: CalendarDate, context: Context) -> TimeValue | None:
    if node.within is not None:
        return _placed(node, node.within, context)
    if node.hijri:
        return _hijri(node, context)
    if node.nth and node.day and node.day <= 5 and node.month:
        counted = _counted_weekday(node, context)
        if counted is not None:
            return counted
    if node.year is not None:
        return _full(node, node.year)
    if node.month is not None:
        return _month_day(node, context)
    if node.weekday is not None:
        return _weekday(node, context)
    return _day_of_month(node, context)


def _counted_weekday(node: CalendarDate, context: Context) -> TimeValue | None:
    """«الأربعاء الثاني من أكتوبر»: the second Wednesday, where 2 October is none."""
    plain = _calendar(replace(node, nth=False), context)
    bounds = calendar.interval(plain) if plain else None
    if bounds is None or bounds[0].isoweekday() == node.weekday:
        return plain
    month = replace(node, nth=False, day=None, weekday=None)
    return _nth(Nth(node.day or 1, "", month, node.weekday), context)


def _full(node: CalendarDate, year: int) -> TimeValue | None:
    if -9999 <= year < 0:
        return TimeValue(f"BC{-year:04}")
    if not 1 <= year <= 9998:
        return None
    if node.month is None:
        return calendar.year(year)
    if node.day is None:
        return calendar.month(year, node.month)
    when = calendar.valid_day(year, node.month, node.day)
    return calendar.day(when) if when else None


def _month_day(node: CalendarDate, context: Context) -> TimeValue | None:
    """A month or a day of it without a year: the last, the next, or the one that verb, weekday and nearness speak for."""
    month, today = node.month or 1, context.today
    if node.day is not None and calendar.valid_day(2024, month, node.day) is None:
        return None
    if today is None:
        return TimeValue(f"XXXX-{month:02}" + (f"-{node.day:02}" if node.day else ""))
    years = [today.year + offset for offset in (-1, 0, 1)]
    if node.weekday and node.day and node.rel is None:
        years = [year for year in range(today.year - 7, today.year + 3) if _falls_on(node, year)] or years
    options = [value for year in years if (value := _full(node, year))]
    now = calendar.unit_of(today, "M" if node.day is None else "D")
    if node.rel in ("this", "coming"):
        return min(options, key=lambda value: abs(_days(value, now)), default=None)
    before = [value for value in options if _days(value, now) < 0]
    after = [value for value in options if _days(value, now) > 0]
    if node.rel is not None:
        later = node.rel in ("next", "afternext")
        return (after[:1] if later else before[-1:] or [None])[0] if (after if later else before) else None
    if node.weekday and node.day and options:
        return min(options, key=lambda value: abs(_days(value, now)))
    if context.year is not None and context.year != today.year and context.tense is not Tense.FUTURE:
        return _full(node, context.year)
    same = [value for value in options if _days(value, now) == 0]
    if same:
        return same[0]
    if not before or not after:
        return (before or after or [None])[0]
    past, future = before[-1], after[0]
    if context.tense is Tense.FUTURE:
        this_month = past.begin is not None and past.begin[:7] == now.begin[:7] if now.begin else False
        return past if this_month else future
    if context.tense is Tense.UNKNOWN:
        return past if abs(_days(past, now)) <= _days(future, now) else future
    far = node.day is not None and _days(past, now) < -_LONG_AGO.days and _days(future, now) <= _SOON.days
    return future if far else past


def _falls_on(node: CalendarDate, year: int) -> bool:
    when = calendar.valid_day(year, node.month or 1, node.day or 1)
    return when is not None and when.isoweekday() == node.weekday


def _days(value: TimeValue, now: TimeValue) -> int:
    """Days from the beginning of `now` to that of `value`."""
    return (date.fromisoformat(value.begin or "") - date.fromisoformat(now.begin or "")).days


def _weekday(node: CalendarDate, context: Context) -> TimeValue | None:
    """The day of the week that the words, else the verb, point to; today where today is one."""
    weekday, today = node.weekday or 1, context.today
    if today is None:
        suffix = f"-{node.day:02}" if node.day else ""
        return TimeValue(f"XXXX-XX{suffix}" if node.day else f"XXXX-WXX-{weekday}")
    if node.day is not None:
        return _weekday_and_day(node, today)
    back = (today.isoweekday() - weekday) % 7
    ahead = (weekday - today.isoweekday()) % 7
    if node.rel == "last":
        offset = -(back or 7)
    elif node.rel in ("next", "afternext"):
        offset = (ahead or 7) + 7 * (node.rel == "afternext")
    elif node.rel == "coming":
        offset = ahead
    elif node.rel == "this":
        offset = weekday - today.isoweekday()
    else:
        offset = ahead if context.tense is Tense.FUTURE else -back
    when = calendar.shifted(today, "D", offset)
    return calendar.day(when) if when else None


def _weekday_and_day(node: CalendarDate, today: date) -> TimeValue | None:
    """«الجمعة 15»: the nearest 15th that is a Friday, within a quarter of a year."""
    near = [today + timedelta(offset) for offset in range(-92, 93)] if 1 < today.year < 9998 else []
    fitting = [when for when in near if when.day == node.day and when.isoweekday() == node.weekday]
    return calendar.day(min(fitting, key=lambda when: abs(when - today))) if fitting else None


def _day_of_month(node: CalendarDate, context: Context) -> TimeValue | None:
    if node.day is None:
        return None
    if context.today is None:
        return TimeValue(f"XXXX-XX-{node.day:02}")
    near = [calendar.shifted(context.today.replace(day=1), "M", offset) for offset in (-1, 0, 1)]
    days = [when for first in near if first and (when := calendar.valid_day(first.year, first.month, node.day))]
    if context.tense is Tense.PAST:
        days = [when for when in days if when <= context.today][-1:]
    elif context.tense is Tense.FUTURE:
        days = [when for when in days if when >= context.today][:1]
    anchor = context.today
    return calendar.day(min(days, key=lambda when: abs(when - anchor))) if days else None


def _placed(node: CalendarDate, within: Node, context: Context) -> TimeValue | None:
    """A date in a month, week or year that other words name."""
    base = resolve(within, context)
    bounds = calendar.interval(base) if base else None
    if bounds is None:
        return resolve(replace(node, within=None), replace(context, today=None, year=None))
    first = bounds[0]
    if node.month is not None:
        return _full(node, first.year)
    if node.day is not None:
        when = calendar.valid_day(first.year, first.month, node.day)
        return calendar.day(when) if when else None
    if node.weekday is not None:
        return calendar.day(first + timedelta(node.weekday - first.isoweekday()))
    return base


def _hijri(node: CalendarDate, context: Context) -> TimeValue | None:
    if node.year is not None:
        return _hijri_full(node, node.year)
    if context.today is None:
        return _unknown("D" if node.day else "M")
    now = calendar.hijri_year_of(context.today)
    options = [value for year in (now - 1, now, now + 1) if (value := _hijri_full(node, year))]
    today = context.today.isoformat()
    before = [value for value in options if (value.begin or "") <= today]
    after = [value for value in options if (value.begin or "") > today]
    ahead = context.tense is Tense.FUTURE if node.rel is None else node.rel in ("next", "afternext")
    if node.rel == "last" and before and (before[-1].end or "") >= today:
        before = before[:-1]
    if node.rel is None and before and (before[-1].end or "") >= today:
        ahead = False
    return after[0] if ahead and after else before[-1] if before else None


def _hijri_full(node: CalendarDate, year: int) -> TimeValue | None:
    if node.month is None:
        return calendar.hijri_year(year)
    if node.day is None:
        return calendar.hijri_month(year, node.month)
    when = calendar.hijri_day(year, node.month, node.day)
    return calendar.day(when) if when else None


def _shift(node: Shift, context: Context) -> TimeValue | None:
    if node.unit not in _UNRESOLVED:
        return None
    anchor = context.today
    if node.follows and (not node.exact or context.tense is Tense.PAST):
        if context.mention is None and (node.exact or context.tense is Tense.PAST):
            return None  # counted from an event
        anchor = context.mention or anchor
    if anchor is None:
        return TimeValue(f"XXXX-WXX-{node.weekday}") if node.weekday else _unknown(node.unit)
    when = calendar.shifted(anchor, node.unit, node.amount)
    if when is None:
        return None
    if node.weekday:
        offset = (node.weekday - when.isoweekday() + 3) % 7 - 3
        when = calendar.shifted(when, "D", offset) or when
    value = calendar.day(when) if node.exact and node.unit == "W" else calendar.unit_of(when, node.unit)
    return replace(value, mod="APPROX") if node.approx else value


def _window(node: Window, context: Context) -> TimeValue | None:
    timex = _ISO[node.unit].format("X" if node.count is None else node.count) if node.unit in _ISO else None
    if timex is None:
        return None
    if node.count is None:
        return TimeValue(timex.replace("X", "X", 1), kind=TimeKind.DURATION)
    if context.today is None or node.unit in ("H", "N"):
        return TimeValue(timex, kind=TimeKind.DURATION)
    other = calendar.shifted(context.today, node.unit, node.count * node.direction)
    next_day = calendar.shifted(context.today, "D", node.direction)
    if other is None or next_day is None:
        return None
    first, last = sorted((next_day, other))
    return TimeValue(timex, first.isoformat(), last.isoformat(), TimeKind.DURATION)


def _edge(node: Edge, context: Context) -> TimeValue | None:
    base = resolve(node.base, context)
    return calendar.edge(base, node.mod) if base else None


def _day_spoken_of(context: Context) -> date | None:
    if context.tense is Tense.FUTURE and context.ahead is not None:
        return context.ahead
    return context.mention


def _part(node: PartOfDay, context: Context) -> TimeValue | None:
    if node.base is None:
        spoken = _day_spoken_of(context)
        base: TimeValue | None = calendar.day(spoken) if spoken else _unknown("D")
    else:
        base = resolve(node.base, context)
    if base is None:
        return None
    code = node.code if node.code.startswith("T") else f"T{node.code}"
    return replace(base, timex=base.timex + code, kind=TimeKind.TIME)


def _clock(node: Clock, context: Context) -> TimeValue | None:
    hour = node.hour
    if node.part in _AFTERNOON and hour < 12 and not (node.part == "NI" and hour < 5):
        hour += 12 if not (node.part == "MI" and hour > 9) else 0
    elif node.part in ("MO", "NI") and hour == 12:
        hour = 0
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


def _nth(node: Nth, context: Context) -> TimeValue | None:
    base = resolve(node.base, context)
    bounds = calendar.interval(base) if base else None
    if base is None:
        return None
    if bounds is None:
        return TimeValue(f"{base.timex}-WXX" if node.unit == "W" else _UNRESOLVED["D"] if not node.unit else base.timex)
    first, last = bounds
    if node.unit in ("Q", "H"):
        number = (4 if node.unit == "Q" else 2) if node.number < 0 else node.number
        return calendar.quarter(first.year, number) if node.unit == "Q" else calendar.half(first.year, number)
    if node.unit == "D":
        when = last if node.number < 0 else first + timedelta(node.number - 1)
        return calendar.day(when) if first <= when <= last else None
    # A week belongs to the month its Thursday lies in, as ISO 8601 counts the weeks of a year.
    weekday = node.weekday or 4
    start = first + timedelta((weekday - first.isoweekday()) % 7)
    count = (last - start).days // 7 + 1
    number = count if node.number < 0 else node.number
    if not 1 <= number <= count:
        return None
    when = start + timedelta(7 * (number - 1))
    return calendar.day(when) if node.weekday else calendar.week(when)


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
    return min(near, key=lambda value: _distance(value, today))


def _distance(value: TimeValue, day: date) -> int:
    """Days between a day and the nearest of a period."""
    bounds = calendar.interval(value) or (day, day)
    return max((bounds[0] - day).days, (day - bounds[1]).days, 0)


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


def _dated_like(first: Node, last: Node) -> Node:
    """The first end takes the year of the last where it has none of its own."""
    if not (isinstance(first, CalendarDate) and isinstance(last, CalendarDate)):
        return first
    if first.year is None and first.rel is None and first.month is not None and last.year is not None:
        year = last.year - (first.month > (last.month or 12))
        return replace(first, year=year)
    return first


def _weekend(node: Weekend, context: Context) -> TimeValue | None:
    base = resolve(node.base, context)
    bounds = calendar.interval(base) if base else None
    return calendar.weekend(bounds[0]) if bounds else TimeValue("XXXX-WXX-WE")


def _decade(node: Decade, context: Context) -> TimeValue | None:
    if node.century is not None:
        return calendar.decade((node.century - 1) * 100 + node.tens)
    # Without a century, the last such decade that is over or under way.
    year = context.today.year if context.today else 2020
    first = year // 100 * 100 + node.tens
    return calendar.decade(first if first <= year else first - 100)


def _century(node: Century, context: Context) -> TimeValue | None:
    return calendar.century(node.number)


def _holiday(node: Holiday, context: Context) -> TimeValue | None:
    if not node.hijri:
        return _calendar(CalendarDate(node.year, node.month, node.day, None, node.rel), context)
    if node.year is None or node.year in calendar.HIJRI_YEARS:
        return _hijri(CalendarDate(node.year, node.month, node.day, None, node.rel, hijri=True), context)
    start = calendar.valid_day(node.year, 1, 1)
    near = calendar.hijri_year_of(start) if start else 0
    days = (calendar.hijri_day(year, node.month, node.day) for year in (near, near + 1))
    return next((calendar.day(when) for when in days if when and when.year == node.year), None)


def _recurrence(node: Recurrence, context: Context) -> TimeValue | None:
    return TimeValue(node.timex, kind=TimeKind.SET)


def _now(node: Now, context: Context) -> TimeValue | None:
    return TimeValue("PRESENT_REF")


def _same(node: Same, context: Context) -> TimeValue | None:
    if context.mention is None or node.unit not in _UNRESOLVED:
        return None
    return calendar.unit_of(context.mention, node.unit)


_RESOLVERS: dict[type, Callable[[Any, Context], TimeValue | None]] = {
    CalendarDate: _calendar,
    Shift: _shift,
    Window: _window,
    Edge: _edge,
    PartOfDay: _part,
    Clock: _clock,
    Nth: _nth,
    Season: _season,
    Range: _range,
    Weekend: _weekend,
    Decade: _decade,
    Century: _century,
    Holiday: _holiday,
    Recurrence: _recurrence,
    Now: _now,
    Same: _same,
}
