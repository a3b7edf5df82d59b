"""Calendar dates to values: which year, which week, which side of today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.extract import calendar
from core.extract.timex.nodes import CalendarDate, Holiday, Node, Nth, Same
from core.extract.timex.resolving import Context, resolve, unknown
from core.extract.timex.tense import Tense
from core.model import TimeValue

# A past verb does not pull a date this far back when the same date lies this near ahead («اتفقا على لقاء في 10 يناير»).
_LONG_AGO, _SOON = timedelta(300), timedelta(45)


@resolve.register
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
    return resolve(Nth(node.day or 1, "", month, node.weekday), context)


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
    """A month or a day of it without a year: the last, the next, or what verb, weekday and nearness speak for."""
    month, today = node.month or 1, context.today
    if node.day is not None and calendar.valid_day(2024, month, node.day) is None:
        return None
    if today is None:
        return TimeValue(f"XXXX-{month:02}" + (f"-{node.day:02}" if node.day else ""))
    years = [today.year + offset for offset in (-1, 0, 1)]
    if node.weekday and node.day and node.rel is None and not _is_near(node, today):
        years = [year for year in range(today.year - 7, today.year + 3) if _falls_on(node, year)] or years
    options = [value for year in years if (value := _full(node, year))]
    now = calendar.unit_of(today, "M" if node.day is None else "D")
    if node.rel in ("this", "coming"):
        return min(options, key=lambda value: abs(_days(value, now)), default=None)
    before = [value for value in options if _days(value, now) < 0]
    after = [value for value in options if _days(value, now) > 0]
    if node.rel is not None:
        later = node.rel in ("next", "afternext")
        return next(iter(after[:1] if later else before[-1:]), None)
    if node.weekday and node.day and options:
        return min(options, key=lambda value: abs(_days(value, now)))
    if context.year is not None and context.year != today.year and context.tense is not Tense.FUTURE:
        return _full(node, context.year)
    same = [value for value in options if _days(value, now) == 0]
    if same:
        return same[0]
    if not before or not after:
        return next(iter(before or after), None)
    past, future = before[-1], after[0]
    if context.tense is Tense.FUTURE:
        this_month = past.begin is not None and past.begin[:7] == now.begin[:7] if now.begin else False
        return past if this_month else future
    if context.tense is Tense.UNKNOWN:
        return past if abs(_days(past, now)) <= _days(future, now) else future
    far = node.day is not None and _days(past, now) < -_LONG_AGO.days and _days(future, now) <= _SOON.days
    return future if far else past


def _is_near(node: CalendarDate, today: date) -> bool:
    """Within `_SOON` of today in some year: then a weekday that does not fit is a slip of the pen, not another year."""
    days = (calendar.valid_day(today.year + offset, node.month or 1, node.day or 1) for offset in (-1, 0, 1))
    return any(when is not None and abs(when - today) <= _SOON for when in days)


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
        today = context.today
        if when and today and when > today and context.tense is Tense.PAST and isinstance(within, Same):
            when = calendar.valid_day(today.year, today.month, node.day)  # «كان قد هاتفه في التاسع من الشهر نفسه»
        return calendar.day(when) if when else None
    if node.weekday is not None:
        return calendar.day(first + timedelta(node.weekday - first.isoweekday()))
    return base


def _hijri(node: CalendarDate, context: Context) -> TimeValue | None:
    if node.year is not None and node.year < 1700:
        return _hijri_full(node, node.year)
    if node.year is not None:  # «رمضان 2021»: the one that begins in that Gregorian year
        near = calendar.hijri_year_of(date(node.year, 1, 1))
        begun = (_hijri_full(node, year) for year in (near, near + 1))
        return next((value for value in begun if value and (value.begin or "").startswith(f"{node.year}-")), None)
    if context.today is None:
        return unknown("D" if node.day else "M")
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


@resolve.register
def _holiday(node: Holiday, context: Context) -> TimeValue | None:
    if not node.hijri:
        return resolve(CalendarDate(node.year, node.month, node.day, None, node.rel), context)
    return _hijri(CalendarDate(node.year, node.month, node.day, None, node.rel, hijri=True), context)
