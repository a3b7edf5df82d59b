"""Calendar dates: 4 ديسمبر/كانون الأول 2021, 4/12/2021, يوم الثلاثاء, أمس الجمعة, عام 2014."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from core.extract.calendar import HIJRI_YEARS
from core.extract.timex.months import (
    COMMAS,
    JOINTS,
    Match,
    Month,
    Read,
    Tokens,
    ends_phrase,
    month_name,
    tail,
)
from core.extract.timex.nodes import CalendarDate, Node, Range, Same, Shift
from core.extract.timex.numbers import day_number, digits, ordinal, width, year_number
from core.extract.timex.words import bare, form, sense
from core.extract.timex.years import SHORT_YEARS

_BEFORE_MONTH = frozenset({"in", "to", "ago", "after", "between", "edge", "dated"})
_BEING = frozenset({"هو", "وهو"})  # «في يوم واحد هو العاشر منه»
_BEFORE_DAY = frozenset({"in", "day"})
_TEN = ("عشر", "عشره")
_RANKS = 5  # «في الثاني» may rank what is told, «في السابع» hardly
_NAMED_REACH = 16  # words back to the month of a day that stands alone


def day_month(tokens: Tokens, position: int, read: Read) -> Match | None:
    """4 ديسمبر · الرابع من ديسمبر الماضي · 20 شعبان 1442 هـ · 5 من الشهر الجاري · في الثاني عشر منه"""
    found = day_number(tokens, position) or _day_before_month(tokens, position)
    if not found:
        return None
    day, last = found
    joint = form(tokens, last)
    if joint == "منه" and (_is_dated(tokens, position) or form(tokens, position - 1) in _BEING):
        return Match(CalendarDate(day=day, within=Same("M")), position, last + 1, 0.85)
    joined = joint in ("من", "في") or joint in JOINTS
    month = month_name(tokens, last + joined)
    if (
        month is not None
        and month.hijri
        and not month.sure
        and (joint in JOINTS or "hijri??" in tokens[last + joined].senses)
    ):
        month = month if tail(tokens, month.last, True).year else None
        joined = joined and month is not None
    if month is None:
        within = _day_within(tokens, position, day, last, read) if joined and joint in ("من", "في") else None
        return within or _day_of_named_month(tokens, position, day, last)
    if tokens[last + joined].clitic and not joined:
        return None
    end = tail(tokens, month.last, month.hijri)
    node = CalendarDate(end.year, month.number, day, None, end.rel, month.hijri, end.within)
    return Match(node, position, end.last, 0.97)


def _day_before_month(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """«سابع دجنبر», «فاتح نونبر»: as the Maghreb tells days; «ثالث رمضان» is a rank."""
    told = sense(tokens, position, "nth")
    month = month_name(tokens, position + 1) if told and told.isdigit() else None
    if told is None or month is None or month.hijri or not month.sure or tokens[position + 1].clitic:
        return None
    return int(told), position + 1


def _day_within(tokens: Tokens, first: int, day: int, last: int, read: Read) -> Match | None:
    base = read(tokens, last + 1)
    if base and isinstance(base.node, Shift | Same) and base.node.unit == "M":
        return Match(CalendarDate(day=day, within=base.node), first, base.last)
    if base is None and form(tokens, last + 1) == "الشهر" and _is_dated(tokens, first):
        described = form(tokens, last + 2).startswith("ال")  # «من الشهر القمري», «من الشهر الذي …»
        return None if described else Match(CalendarDate(day=day, within=Same("M")), first, last + 2, 0.85)
    return None


def _day_of_named_month(tokens: Tokens, first: int, day: int, last: int) -> Match | None:
    """«الأولى في السابع من ديسمبر والثانية في الثلاثين»: a spelled day of the month that its sentence has named."""
    spelled = sense(tokens, first, "digits") is None and day > _RANKS and sense(tokens, first - 1, "in") is not None
    if not spelled or not _closes(tokens, last) or not _names_month(tokens, first):
        return None
    return Match(CalendarDate(day=day, within=Same("M")), first, last, 0.75)


def _names_month(tokens: Tokens, position: int) -> bool:
    """Whether a month is named shortly before in the sentence."""
    return any(bare(tokens, at, "month") for at in range(max(position - _NAMED_REACH, 0), position))


def _is_dated(tokens: Tokens, position: int) -> bool:
    """«في الثامن», «يوم 8», «مساء الثامن»: a word stands before it behind which days are told."""
    return bool(position) and not _BEFORE_DAY.isdisjoint(tokens[position - 1].senses)


def month_rule(tokens: Tokens, position: int) -> Match | None:
    """ديسمبر · شهر ديسمبر الماضي · كانون الثاني 2022 · سبتمبر 10, 2021"""
    month = month_name(tokens, position)
    if month is None:
        return None
    day = _day_behind(tokens, month.last)
    if day:
        end = tail(tokens, day[1], month.hijri)
        return Match(CalendarDate(end.year, month.number, day[0], None, end.rel, month.hijri), position, end.last, 0.9)
    end = tail(tokens, month.last, month.hijri)
    told = month.sure or end.last > month.last
    if not told and not _is_expected(tokens, position, month):
        return None
    node = CalendarDate(end.year, month.number, None, None, end.rel, month.hijri, end.within)
    return Match(node, position, end.last, 0.93 if told else 0.8)


def _day_behind(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """The day of «سبتمبر 10, 2021» or «مايو الحادي عشر»."""
    start = position + (form(tokens, position) in JOINTS)
    value = digits(tokens, start, 1, 31)
    if value is not None and width(tokens, start) <= 2 and ends_phrase(tokens, start + 1):
        return value, start + 1
    return ordinal(tokens, position)


def _is_expected(tokens: Tokens, position: int, month: Month) -> bool:
    """A word that is a month and something else needs a preposition, and a Hijri one no name behind it."""
    before = tokens[position - 1].senses if position else {}
    cued = not _BEFORE_MONTH.isdisjoint(before) or (tokens[position].clitic in ("ل", "ب") and month.hijri)
    plain = tokens[position].form != "الشهر" and not {"month??", "hijri??"} & tokens[position].senses.keys()
    return cued and plain and (not month.hijri or ends_phrase(tokens, month.last))


def numeric_date(tokens: Tokens, position: int) -> Match | None:
    """4/12/2021 · 2021-12-04 · 4-12-21 · 12/2021 · 22/4. Day before month; swapped only where that is no date."""
    joint = form(tokens, position + 1)
    if (
        joint not in ("/", "-", "–", ".")
        or width(tokens, position) == 0
        or form(tokens, position - 1) in ("/", ":", ".")
    ):
        return None
    spaced = tokens[position + 1].start > tokens[position].end
    years = width(tokens, position) == width(tokens, position + 2) == 4
    if width(tokens, position + 2) == 0 or (spaced and joint != "/" and not years):
        return None
    if form(tokens, position + 3) == joint and width(tokens, position + 4):
        if form(tokens, position + 5) == joint and width(tokens, position + 6):
            return None
        node = _three(tokens, position, joint)
        if node is None:
            return None
        era = bare(tokens, position + 5, "era")
        if era == "hijri" and node.year in HIJRI_YEARS:
            node = replace(node, hijri=True)
        return Match(node, position, position + 5 + (era is not None), 0.97)
    return _two(tokens, position, joint)


def _three(tokens: Tokens, position: int, joint: str) -> CalendarDate | None:
    parts = [digits(tokens, position + offset, 0, 9999) for offset in (0, 2, 4)]
    widths = [width(tokens, position + offset) for offset in (0, 2, 4)]
    a, b, c = (part or 0 for part in parts)
    if widths[0] == 4 and max(widths[1:]) <= 2:
        year, month, day = a, b, c
    elif max(widths[:2]) <= 2 and widths[2] in (2, 4) and (widths[2] == 4 or joint != "."):
        year, month, day = c, b, a
        if widths[2] == 2:
            year += 2000 if c < 69 else 1900
    else:
        return None
    if month > 12 >= day:
        month, day = day, month
    return CalendarDate(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 and year else None


def _two(tokens: Tokens, position: int, joint: str) -> Match | None:
    first, second = (digits(tokens, position + offset, 0, 9999) or 0 for offset in (0, 2))
    wide = width(tokens, position), width(tokens, position + 2)
    last = position + 3
    if wide == (4, 4) and first < second <= first + 100 and first in SHORT_YEARS and joint != ".":
        if not ends_phrase(tokens, last):
            return None
        return Match(Range(CalendarDate(first), CalendarDate(second)), position, last, 0.9)
    if joint != "/":
        return None
    if sorted(wide) in ([1, 4], [2, 4]):
        year, month = (first, second) if wide[0] == 4 else (second, first)
        return Match(CalendarDate(year, month), position, last, 0.9) if 1 <= month <= 12 and year > 999 else None
    cued = not {"in", "dated", "day", "weekday"}.isdisjoint(tokens[position - 1].senses if position else {})
    day, month = (second, first) if second > 12 else (first, second)
    if max(wide) > 2 or not (1 <= month <= 12 and 1 <= day <= 31) or (first, second) == (24, 7):
        return None
    if form(tokens, last) in COMMAS and (year_behind := year_number(tokens, last + 1)) and day > 0:
        return Match(CalendarDate(year_behind[0], month, day), position, year_behind[1], 0.85)
    if not cued and (day <= 12 or not ends_phrase(tokens, last)):
        return None
    return Match(CalendarDate(None, month, day), position, last, 0.75 if cued else 0.6)


def weekday_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """الثلاثاء · يوم الثلاثاء 7 ديسمبر · الجمعة الماضي · الثلاثاء من الأسبوع المقبل · يوم أمس · يوم 27 من الشهر"""
    start = position
    if sense(tokens, position, "day"):
        start += 1
        if (inner := _day_word(tokens, position, read)) is not None:
            return inner
    value = sense(tokens, start, "weekday") if start == position else bare(tokens, start, "weekday")
    if value is None or form(tokens, start + 1) in _TEN:
        return None  # «المتهمين الأحد عشر» are eleven
    weekday, last = int(value), start + 1
    rel = bare(tokens, last, "rel")
    node = CalendarDate(weekday=weekday, rel=rel)
    last += rel is not None
    if rel is None and bare(tokens, last, "rel_follow"):
        last += 1
        node = CalendarDate(weekday=weekday, rel="next")
    dated = _attached_date(tokens, last, read)
    if dated:
        start = last + (form(tokens, last) == "يوم")
        node = replace(
            dated.node, weekday=weekday, rel=dated.node.rel or rel, nth=sense(tokens, start, "ord") is not None
        )
        return Match(node, position, dated.last, 0.98)
    if not rel and (week := _attached_week(tokens, last, read)):
        return Match(replace(node, within=week.node), position, week.last, 0.95)
    number = _day_of_month_behind(tokens, last)
    if number:
        return Match(replace(node, day=number[0]), position, number[1], 0.8)
    return Match(node, position, last, 0.92 if start > position or rel else 0.9)


def weekday_of_week_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """أحد الأسبوع الماضي"""
    weekday, week = sense(tokens, position, "weekday_bare"), read(tokens, position + 1)
    if weekday is None or week is None or not isinstance(week.node, Shift) or week.node.unit != "W":
        return None
    return Match(CalendarDate(weekday=int(weekday), within=week.node), position, week.last, 0.85)


def _day_of_month_behind(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """The day that stands alone behind a weekday: «الخميس 21», «الخميس في السابع», «السبت السادس عشر»."""
    placed = form(tokens, position) == "في"
    start = position + placed
    number = digits(tokens, start, 1, 31)
    if number is not None:
        return (number, start + 1) if width(tokens, start) <= 2 and _closes(tokens, start + 1) else None
    found = None if start >= len(tokens) or tokens[start].clitic else ordinal(tokens, start)
    if found is None or not (placed or found[0] > 5) or not _closes(tokens, found[1]):
        return None
    return found


def _closes(tokens: Tokens, position: int) -> bool:
    return (
        position >= len(tokens)
        or sense(tokens, position, "to") is not None
        or not (tokens[position].full[:1].isalnum() or tokens[position].full in ("/", ":", "%"))
    )


def _day_word(tokens: Tokens, position: int, read: Read) -> Match | None:
    """«يوم» before something else than a weekday: يوم أمس, يوم 4 ديسمبر, يوم 4/12/2021, يوم 27."""
    following = position + 1
    if following < len(tokens) and tokens[following].clitic:
        return None
    if sense(tokens, following, "relday") or sense(tokens, following, "relday?"):
        inner = relday_rule(tokens, following, read)
        return inner and inner._replace(first=position)
    dated = numeric_date(tokens, following) or day_month(tokens, following, read)
    if dated:
        return dated._replace(first=position)
    number = digits(tokens, following, 1, 31)
    if number is None or width(tokens, following) > 2:
        return None
    if _names_month(tokens, position) and ends_phrase(tokens, following + 1):  # «يوم 10 يناير … ويوم 12 في بروكسل»
        return Match(CalendarDate(day=number, within=Same("M")), position, following + 1, 0.8)
    return Match(CalendarDate(day=number), position, following + 1, 0.7) if _closes(tokens, following + 1) else None


class _Dated(NamedTuple):
    node: CalendarDate
    last: int


def _attached_date(tokens: Tokens, position: int, read: Read) -> _Dated | None:
    """The date that a weekday is followed by: «، 4 ديسمبر», «(4 ديسمبر)», «الموافق 4/12/2021»."""
    start = position
    mark = form(tokens, start)
    opened = mark == "("
    if opened or mark in COMMAS or mark in JOINTS or mark in ("في", "الموافق", "المصادف"):
        start += 1
    if form(tokens, start) in ("يوم", "الموافق", "المصادف"):
        start += 1
    if start < len(tokens) and tokens[start].clitic:
        return None
    found = numeric_date(tokens, start) or day_month(tokens, start, read)
    if found is None or not isinstance(found.node, CalendarDate) or found.node.day is None:
        return None
    if opened:
        return _Dated(found.node, found.last + 1) if form(tokens, found.last) == ")" else None
    return _Dated(found.node, found.last)


def _attached_week(tokens: Tokens, position: int, read: Read) -> Match | None:
    start = position + (form(tokens, position) in ("من", "في"))
    found = read(tokens, start)
    return found if found and isinstance(found.node, Shift) and found.node.unit == "W" else None


def relday_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """اليوم · أمس · غدا, with the weekday and date beside it: «اليوم الخميس», «أمس (الجمعة)», «اليوم/الخميس/»"""
    value = sense(tokens, position, "relday")
    behind_day = position > 0 and sense(tokens, position - 1, "day") is not None
    if value is None:
        value = sense(tokens, position, "relday?")
        if value is None or not (behind_day or form(tokens, position - 1) in ("الي", "مساء", "صباح", "في", "من")):
            return None
    if _is_no_today(tokens, position) or (value == "-2" and tokens[position].clitic == "ب"):  # كولن باول أمس
        return None
    last = position + 1
    node: Node = Shift("D", int(value))
    mark = form(tokens, last)
    start = last + (mark in JOINTS or mark in COMMAS or mark == "(")
    weekday = bare(tokens, start, "weekday")
    if weekday is not None:
        inner = weekday_rule(tokens, start, read)
        end = inner.last if inner else start + 1
        closing = form(tokens, end)
        if mark == "(" and closing != ")":
            return Match(node, position, last)
        if inner and isinstance(inner.node, CalendarDate) and inner.node.day:
            node = inner.node
        else:
            node = Shift("D", int(value), weekday=int(weekday))
        return Match(node, position, end + (mark == "("), 0.97)
    dated = None if mark in COMMAS else _attached_date(tokens, last, read)
    if dated:
        return Match(dated.node, position, dated.last, 0.95)
    return Match(node, position, last, 0.95 if value != "0" else 0.88)


def _is_no_today(tokens: Tokens, position: int) -> bool:
    """«اليوم» in the name of a medium or of a world day, or counted («اليوم الثاني»)."""
    if sense(tokens, position, "relday") != "0":
        return sense(tokens, position - 1, "outlet") is not None
    following = position + 1
    if sense(tokens, following, "ord") or sense(tokens, following, "ord_last"):
        return True
    if sense(tokens, following, "general") == "after" or sense(tokens, following, "rel_same"):
        return True
    if sense(tokens, following, "rel_follow") or sense(tokens, following, "rel"):
        return True
    if sense(tokens, position - 1, "outlet"):
        return True
    media = sense(tokens, position - 1, "media_today")
    dated = bare(tokens, following, "weekday") or sense(tokens, following, "digits") or form(tokens, following) == "/"
    if media is None or dated:
        return False
    placed = (
        sense(tokens, position - 2, "in") or sense(tokens, position - 2, "to") or sense(tokens, position - 2, "from")
    )
    return media == "always" or not placed
