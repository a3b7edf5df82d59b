"""TIMEX3 values of calendar units, and what they cover in days."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from hijridate import Gregorian, Hijri

from core.model import TimeKind, TimeValue

# The Hijri years whose months are tabulated (Umm al-Qura).
HIJRI_YEARS = range(1343, 1501)
# First month and length in months of a season, as the weather services count; winter runs into the next year.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Which third of a period its beginning, middle and end are.
_THIRDS = {"START": 0, "MID": 1, "END": 2}

_GRANULARITY = (
    (re.compile(r"PRESENT_REF|PAST_REF|FUTURE_REF"), "reference"),
    (re.compile(r"P[\dX]"), "duration"),
    (re.compile(r"PT[\dX]"), "duration"),
    (re.compile(r".*/.*"), "period"),
    (re.compile(r".*T\d\d|T\d\d"), "time"),
    (re.compile(r".*T(?:MO|MI|AF|EV|NI|DT)"), "part_of_day"),
    (re.compile(r".{4}-W..-WE"), "weekend"),
    (re.compile(r".{4}-W..-\d|.{4}-..-.."), "day"),
    (re.compile(r".{4}-W.."), "week"),
    (re.compile(r".{4}-Q\d"), "quarter"),
    (re.compile(r".{4}-H\d"), "half"),
    (re.compile(r".{4}-(?:SP|SU|FA|WI)"), "season"),
    (re.compile(r".{4}-.."), "month"),
    (re.compile(r".{4}"), "year"),
    (re.compile(r".{3}"), "decade"),
    (re.compile(r".{2}"), "century"),
)


class Overlap(StrEnum):
    """How the days of one time lie to those of another."""

    SAME = "same"
    FINER = "finer"  # the first lies inside the second
    COARSER = "coarser"
    OVERLAPPING = "overlapping"
    APART = "apart"


def interval(value: TimeValue) -> tuple[date, date] | None:
    """First and last day, or None where either is not known."""
    if value.begin is None or value.end is None:
        return None
    return date.fromisoformat(value.begin), date.fromisoformat(value.end)


def granularity(value: TimeValue) -> str:
    """time, part_of_day, day, weekend, week, month, quarter, season, half, year, decade, century, period, duration,
    set or reference."""
    if value.kind is TimeKind.SET:
        return "set"
    return next((name for pattern, name in _GRANULARITY if pattern.fullmatch(value.timex)), "reference")


def overlap(first: TimeValue, second: TimeValue) -> Overlap | None:
    """How the days of `first` lie to those of `second`; None where either is not known."""
    a, b = interval(first), interval(second)
    if a is None or b is None:
        return None
    if a == b:
        return Overlap.SAME
    if b[0] <= a[0] and a[1] <= b[1]:
        return Overlap.FINER
    if a[0] <= b[0] and b[1] <= a[1]:
        return Overlap.COARSER
    return Overlap.OVERLAPPING if a[0] <= b[1] and b[0] <= a[1] else Overlap.APART


def _value(timex: str, begin: date, end: date, kind: TimeKind = TimeKind.DATE) -> TimeValue:
    return TimeValue(timex, begin.isoformat(), end.isoformat(), kind)


def day(when: date) -> TimeValue:
    """2021-12-07"""
    return _value(when.isoformat(), when, when)


def week(when: date) -> TimeValue:
    """The ISO week of `when`: 2021-W48"""
    year_, number, weekday = when.isocalendar()
    monday = when - timedelta(weekday - 1)
    return _value(f"{year_}-W{number:02}", monday, shifted(monday, "D", 6) or monday)


def weekend(when: date) -> TimeValue:
    """The weekend of the ISO week of `when`: 2021-W48-WE"""
    whole = week(when)
    last = date.fromisoformat(whole.end or "")
    return _value(f"{whole.timex}-WE", last - timedelta(1), last)


def month(year_: int, number: int) -> TimeValue:
    """2022-01"""
    return _value(f"{year_:04}-{number:02}", *_months(year_, number, 1))


def quarter(year_: int, number: int) -> TimeValue:
    """2022-Q3"""
    return _value(f"{year_:04}-Q{number}", *_months(year_, 3 * number - 2, 3))


def half(year_: int, number: int) -> TimeValue:
    """2022-H1"""
    return _value(f"{year_:04}-H{number}", *_months(year_, 6 * number - 5, 6))


def season(year_: int, code: str) -> TimeValue:
    """2022-SU; the winter of a year begins in its December."""
    return _value(f"{year_:04}-{code}", *_months(year_, _SEASONS[code], 3))


def year(number: int) -> TimeValue:
    """2022"""
    return _value(f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def decade(first: int) -> TimeValue:
    """The ten years from `first`: 199 for 1990"""
    return _value(f"{first // 10:03}", date(max(first, 1), 1, 1), date(first + 9, 12, 31))


def century(number: int) -> TimeValue:
    """The `number`-th century: 19 for the twentieth, whose years begin with 19"""
    return _value(f"{number - 1:02}", date(max(100 * (number - 1), 1), 1, 1), date(100 * number - 1, 12, 31))


def period(first: date, last: date) -> TimeValue:
    """2022-01-05/2022-01-09, both days included"""
    return _value(f"{first.isoformat()}/{last.isoformat()}", first, last)


def between(first: TimeValue, last: TimeValue) -> TimeValue:
    """From the beginning of `first` to the end of `last`, each named as it is; unresolved where either is."""
    begin, end = first.begin, last.end
    if begin is None or end is None or begin > end:
        begin = end = None
    return TimeValue(f"{first.timex}/{last.timex}", begin, end)


def hijri_day(year_: int, month_: int, day_: int) -> date | None:
    """The Gregorian day of a Hijri one; None where there is none such in the tables."""
    if year_ not in HIJRI_YEARS or not 1 <= day_ <= Hijri(year_, month_, 1).month_length():
        return None
    return _gregorian(year_, month_, day_)


def hijri_month(year_: int, month_: int) -> TimeValue | None:
    """A Hijri month as the Gregorian days it covers; None outside the tables."""
    if year_ not in HIJRI_YEARS:
        return None
    first = Hijri(year_, month_, 1)
    return period(_gregorian(year_, month_, 1), _gregorian(year_, month_, first.month_length()))


def hijri_year(year_: int) -> TimeValue | None:
    """A Hijri year as the Gregorian days it covers; outside the tables, the Gregorian year most of it lies in."""
    if year_ not in HIJRI_YEARS:
        return replace(year(round(year_ * 0.970224 + 621.57)), mod="APPROX") if 0 < year_ < 9000 else None
    last = Hijri(year_, 12, 1).month_length()
    return period(_gregorian(year_, 1, 1), _gregorian(year_, 12, last))


def hijri_year_of(when: date) -> int:
    """The Hijri year of a Gregorian day; outside the tables, its estimate."""
    if not date(1924, 8, 1) <= when <= date(2077, 11, 16):
        return round((when.year - 622) * 33 / 32)
    return int(Gregorian(when.year, when.month, when.day).to_hijri().year)


def _gregorian(year_: int, month_: int, day_: int) -> date:
    return date(*Hijri(year_, month_, day_).to_gregorian().datetuple())


def valid_day(year_: int, month_: int, day_: int) -> date | None:
    """The day, or None where the calendar has none such."""
    if not (1 <= year_ <= 9998 and 1 <= month_ <= 12 and 1 <= day_ <= calendar.monthrange(year_, month_)[1]):
        return None
    return date(year_, month_, day_)


def shifted(when: date, unit: str, amount: int) -> date | None:
    """`when` moved by D days, W weeks, M months, Y years, DE decades or CE centuries; None beyond the calendar."""
    months = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is None:
        days = amount * {"D": 1, "W": 7}[unit]
        return date.fromordinal(when.toordinal() + days) if 0 < when.toordinal() + days < 3_650_000 else None
    index = when.year * 12 + when.month - 1 + amount * months
    if not 12 <= index < 9998 * 12:
        return None
    year_, zero_month = divmod(index, 12)
    return date(year_, zero_month + 1, min(when.day, calendar.monthrange(year_, zero_month + 1)[1]))


def unit_of(when: date, unit: str) -> TimeValue:
    """The day, week, month, year, decade or century that `when` lies in."""
    if unit == "D":
        return day(when)
    if unit == "W":
        return week(when)
    if unit == "M":
        return month(when.year, when.month)
    if unit == "Y":
        return year(when.year)
    return decade(when.year // 10 * 10) if unit == "DE" else century(when.year // 100 + 1)


def edge(value: TimeValue, mod: str) -> TimeValue:
    """The beginning, middle or end of a period: TIMEX3 keeps its name and says so in `mod`; the days are that third."""
    bounds = interval(value)
    third = _THIRDS.get(mod)
    if bounds is None or third is None:
        return replace(value, mod=mod)
    first, last = bounds
    days = (last - first).days + 1
    if days < 3:
        return replace(value, mod=mod)
    # A year in four months, a month in ten days, anything else in equal parts.
    named = granularity(value)
    if named == "year":
        borders = [shifted(first, "M", months) or last for months in (0, 4, 8)]
    else:
        step = 10.0 if named == "month" else days / 3
        borders = [first + timedelta(int(step * part)) for part in (0, 1, 2)]
    begin = borders[third]
    end = last if third == 2 else borders[third + 1] - timedelta(1)
    return replace(value, begin=begin.isoformat(), end=end.isoformat(), mod=mod)


def _months(year_: int, first: int, count: int) -> tuple[date, date]:
    begin = date(year_, first, 1)
    after = shifted(begin, "M", count)
    return begin, after - timedelta(1) if after else date(year_, 12, 31)
