"""Calendar dates: 4 ديسمبر/كانون الأول 2021, 4/12/2021, يوم الثلاثاء, أمس الجمعة, عام 2014."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from core.extract.calendar import HIJRI_YEARS
from core.extract.timex.nodes import CalendarDate, Node, Range, Shift
from core.extract.timex.numbers import day_number, digits, ordinal, width, year_number
from core.extract.timex.words import Token, bare, form, sense


class Match(NamedTuple):
    """A node and the tokens that say it; `score` is how sure the words are that they mean a time."""

    node: Node
    first: int
    last: int
    score: float = 0.95


Tokens = Sequence[Token]
Read = Callable[[Tokens, int], Match | None]

_JOINTS = frozenset("/-–—\\")
_COMMAS = frozenset({",", "،"})
_BEFORE_MONTH = frozenset({"in", "to", "ago", "after", "between", "edge", "dated"})
# Behind a bare year of these shapes no counted noun follows.
_SHORT_YEARS = range(1900, 2100)


class _Month(NamedTuple):
    number: int
    hijri: bool
    last: int
    sure: bool  # False: the word means something else as well


def month_name(tokens: Tokens, position: int) -> _Month | None:
    """A month, alone or doubled (ديسمبر/كانون الأول, ديسمبر (كانون الأول), ديسمبر كانون الأول), or «شهر» with a number."""
    named = form(tokens, position) == "شهر" or tokens[position : position + 1] and tokens[position].form == "شهر"
    if named:
        position += 1
        number = digits(tokens, position, 1, 12)
        if number is not None and width(tokens, position) <= 2 and bare(tokens, position + 1, "units") is None:
            return _Month(number, False, position + 1, True)
    for category, hijri, sure in (("month", False, True), ("hijri", True, True), ("month?", False, named),
                                  ("hijri?", True, named), ("month??", False, named)):  # fmt: skip
        value = sense(tokens, position, category)
        if value is not None:
            last = _doubled(tokens, position + 1, value) if not hijri else position + 1
            doubled = last > position + 1
            if category == "month??" and not (doubled or named):
                return _Month(int(value), False, last, False)
            return _Month(int(value), hijri, last, sure or doubled)
    return None


def _doubled(tokens: Tokens, position: int, value: str) -> int:
    """The position behind the same month's other name, or `position`."""
    joint = form(tokens, position)
    start = position + (joint in _JOINTS or joint == "(")
    names = (bare(tokens, start, category) for category in ("month", "month?", "month??"))
    if value not in names:
        return position
    if joint == "(":
        return start + 2 if form(tokens, start + 1) == ")" else position
    return start + 1


class _Tail(NamedTuple):
    year: int | None
    rel: str | None
    within: Node | None
    hijri: bool
    last: int


def tail(tokens: Tokens, position: int, hijri: bool = False) -> _Tail:
    """What follows a month: a year, «الماضي», «من العام المقبل», or nothing."""
    rel = bare(tokens, position, "rel")
    if rel is not None:
        return _Tail(None, rel, None, hijri, position + 1)
    start = position
    while start < position + 2 and (form(tokens, start) in _COMMAS or form(tokens, start) in ("من", "في", "/")):
        start += 1
    if (sense(tokens, start, "unit") or sense(tokens, start, "unit_def")) == "Y":
        found = year_number(tokens, start + 1)
        if found:
            return _with_era(tokens, found[0], found[1], hijri)
        near = bare(tokens, start + 1, "rel")
        amount = {"last": -1, "this": 0, "next": 1}.get(near or "")
        if amount is not None and sense(tokens, start, "unit_def"):
            return _Tail(None, None, Shift("Y", amount), hijri, start + 2)
    if bare(tokens, start, "dem") == "this" and bare(tokens, start + 1, "unit_def") == "Y":
        return _Tail(None, None, Shift("Y", 0), hijri, start + 2)
    found = year_number(tokens, start)
    if found and form(tokens, position) not in ("من", "في"):
        return _with_era(tokens, found[0], found[1], hijri)
    return _Tail(None, None, None, hijri, position)


def _with_era(tokens: Tokens, year: int, last: int, hijri: bool) -> _Tail:
    era = bare(tokens, last, "era")
    if era == "hijri" and year in HIJRI_YEARS:
        hijri = True
    return _Tail(year, None, None, hijri, last + (era is not None))


def day_month(tokens: Tokens, position: int, read: Read) -> Match | None:
    """4 ديسمبر · الرابع من ديسمبر الماضي · 20 شعبان 1442 هـ · 5 من الشهر الجاري"""
    found = day_number(tokens, position)
    if not found:
        return None
    day, last = found
    joint = form(tokens, last)
    joined = joint in ("من", "في") or joint in _JOINTS
    month = month_name(tokens, last + joined)
    if month is None:
        return _day_within(tokens, position, day, last, read) if joined and joint in ("من", "في") else None
    if tokens[last + joined].clitic and not joined:
        return None
    end = tail(tokens, month.last, month.hijri)
    if month.hijri and end.year is not None and end.year not in HIJRI_YEARS:
        end = _Tail(None, None, None, True, month.last)
    node = CalendarDate(end.year, month.number, day, None, end.rel, end.hijri and month.hijri, end.within)
    return Match(node, position, end.last, 0.97)


def _day_within(tokens: Tokens, first: int, day: int, last: int, read: Read) -> Match | None:
    base = read(tokens, last + 1)
    if base and isinstance(base.node, Shift) and base.node.unit == "M":
        return Match(CalendarDate(day=day, within=base.node), first, base.last)
    return None


def month_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """ديسمبر · شهر ديسمبر الماضي · كانون الثاني 2022 · سبتمبر 10, 2021"""
    month = month_name(tokens, position)
    if month is None:
        return None
    day = _day_behind(tokens, month.last)
    if day:
        end = tail(tokens, day[1], month.hijri)
        return Match(CalendarDate(end.year, month.number, day[0], None, end.rel, month.hijri), position, end.last, 0.9)
    end = tail(tokens, month.last, month.hijri)
    if month.hijri and end.year is not None and end.year not in HIJRI_YEARS:
        return None
    told = month.sure or end.last > month.last
    if not told and not _is_expected(tokens, position, month):
        return None
    node = CalendarDate(end.year, month.number, None, None, end.rel, month.hijri, end.within)
    return Match(node, position, end.last, 0.93 if told else 0.8)


def _day_behind(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """The day of «سبتمبر 10, 2021» or «مايو الحادي عشر»."""
    start = position + (form(tokens, position) in _JOINTS)
    value = digits(tokens, start, 1, 31)
    if value is not None and width(tokens, start) <= 2 and ends_phrase(tokens, start + 1):
        return value, start + 1
    return ordinal(tokens, position)


def _is_expected(tokens: Tokens, position: int, month: _Month) -> bool:
    """A word that is a month and something else needs a preposition, and a Hijri one no name behind it."""
    before = tokens[position - 1].senses if position else {}
    cued = not _BEFORE_MONTH.isdisjoint(before) or tokens[position].clitic in ("ل", "ب") and month.hijri
    plain = sense(tokens, position, "month??") is None
    return cued and plain and (not month.hijri or ends_phrase(tokens, month.last))


def ends_phrase(tokens: Tokens, position: int) -> bool:
    """True where no noun follows that would be counted or named: a mark, the end, or a word of the lexicon."""
    if position >= len(tokens):
        return True
    token = tokens[position]
    known = bool(token.senses) and not {"unit", "units", "digits", "card"} & token.senses.keys()
    return not token.full[:1].isalnum() or known or token.full in _FUNCTION or token.clitic == "و"


_FUNCTION = frozenset(
    "علي عن مع ان انه انها التي الذي الذين ما لم لن لا قد او ثم هو هي وهو وهي كما فيما بينما حيث اذ اذا لكن و عندما بعدما ضد دون".split()
)


def numeric_date(tokens: Tokens, position: int, read: Read) -> Match | None:
    """4/12/2021 · 2021-12-04 · 4-12-21 · 12/2021 · 22/4. Day before month; swapped only where that is no date."""
    joint = form(tokens, position + 1)
    if joint not in ("/", "-", ".") or width(tokens, position) == 0 or form(tokens, position - 1) in ("/", ":", "."):
        return None
    spaced = tokens[position + 1].start > tokens[position].end
    if width(tokens, position + 2) == 0 or (spaced and joint != "/"):
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
    if wide == (4, 4) and first < second <= first + 100 and first in _SHORT_YEARS and joint != ".":
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
    if form(tokens, last) in _COMMAS and (year_behind := year_number(tokens, last + 1)) and day > 0:
        return Match(CalendarDate(year_behind[0], month, day), position, year_behind[1], 0.85)
    if not cued and (day <= 12 or not ends_phrase(tokens, last)):
        return None
    return Match(CalendarDate(None, month, day), position, last, 0.75 if cued else 0.6)


def year_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """عام 2014 · سنة ألفين وعشرة · العام (2014) · عام 1442 هـ · عامي 2014 و2018"""
    if sense(tokens, position, "pair") == "Y":
        return _pair_of_years(tokens, position)
    if "Y" not in (sense(tokens, position, "unit"), sense(tokens, position, "unit_def")):
        return None
    start = position + (bare(tokens, position + 1, "unit") is not None and False) + 1
    found = year_number(tokens, start)
    if not found and (value := digits(tokens, start, 100, 999)) and form(tokens, position) in ("عام", "سنه"):
        found = value, start + 1
    if not found:
        return None
    end = _with_era(tokens, *found, hijri=False)
    last = end.last
    if form(tokens, last) in _JOINTS and (second := digits(tokens, last + 1, found[0] + 1, found[0] + 100)):
        return Match(Range(CalendarDate(found[0]), CalendarDate(second)), position, last + 2)
    return Match(CalendarDate(found[0], hijri=end.hijri), position, last, 0.98)


def _pair_of_years(tokens: Tokens, position: int) -> Match | None:
    first = year_number(tokens, position + 1)
    if not first:
        return None
    start = first[1] + (form(tokens, first[1]) in ("و", "-", "–", "الي"))
    second = digits(tokens, start, 1000, 2999)
    if second is None and tokens[start : start + 1] and tokens[start].clitic == "و":
        found = sense(tokens, start, "digits")
        second = int(found) if found else None
    if second is None or second <= first[0]:
        return None
    return Match(Range(CalendarDate(first[0]), CalendarDate(second)), position, start + 1)


def bare_year(tokens: Tokens, position: int, read: Read) -> Match | None:
    """A year without عام: behind a preposition or an edge, in brackets, or behind a noun and before the end of a phrase."""
    year = digits(tokens, position, 1800, 2099)
    if year is None or width(tokens, position) != 4 or form(tokens, position + 1) in ("/", ":", "%", "٪", "."):
        if not (year and form(tokens, position + 1) == "." and width(tokens, position + 2) == 0):
            return None
    if form(tokens, position - 1) in (",", ".", "$", "/", "-", "+", "رقم") and form(tokens, position - 1) != ",":
        return None
    era = bare(tokens, position + 1, "era")
    if era:
        return Match(CalendarDate(year, hijri=era == "hijri" and year in HIJRI_YEARS), position, position + 2, 0.9)
    if not ends_phrase(tokens, position + 1):
        return None
    before = tokens[position - 1] if position else None
    if before is None:
        return None
    if not {"in", "edge", "to", "from", "ago", "after", "between"}.isdisjoint(before.senses):
        return Match(CalendarDate(year), position, position + 1, 0.88)
    if before.full == "(" and form(tokens, position + 1) in (")", "-", "–"):
        return Match(CalendarDate(year), position, position + 1, 0.75)
    if before.full[:1].isalpha() and year in _SHORT_YEARS:
        return Match(CalendarDate(year), position, position + 1, 0.6)
    return None


def weekday_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """الثلاثاء · يوم الثلاثاء 7 ديسمبر · الجمعة الماضي · الثلاثاء من الأسبوع المقبل · يوم أمس · يوم 27 من الشهر"""
    start = position
    if sense(tokens, position, "day"):
        start += 1
        if (inner := _day_word(tokens, position, read)) is not None:
            return inner
    value = sense(tokens, start, "weekday") if start == position else bare(tokens, start, "weekday")
    if value is None:
        return None
    weekday, last = int(value), start + 1
    rel = bare(tokens, last, "rel")
    node = CalendarDate(weekday=weekday, rel=rel)
    last += rel is not None
    if rel is None and bare(tokens, last, "rel_follow"):
        last += 1
        node = CalendarDate(weekday=weekday, rel="next")
    dated = _attached_date(tokens, last, read)
    if dated:
        return Match(replace(dated.node, weekday=weekday, rel=dated.node.rel or rel), position, dated.last, 0.98)  # type: ignore[type-var]
    if not rel and (week := _attached_week(tokens, last, read)):
        return Match(replace(node, within=week.node), position, week.last, 0.95)
    number = digits(tokens, last, 1, 31)
    if number is not None and width(tokens, last) <= 2 and _closes(tokens, last + 1):
        return Match(replace(node, day=number), position, last + 1, 0.8)
    return Match(node, position, last, 0.92 if start > position or rel else 0.9)


def _closes(tokens: Tokens, position: int) -> bool:
    return position >= len(tokens) or not (
        tokens[position].full[:1].isalnum() or tokens[position].full in ("/", ":", "%")
    )


def _day_word(tokens: Tokens, position: int, read: Read) -> Match | None:
    """«يوم» before something else than a weekday: يوم أمس, يوم 4 ديسمبر, يوم 4/12/2021, يوم 27."""
    following = position + 1
    if following < len(tokens) and tokens[following].clitic:
        return None
    if sense(tokens, following, "relday") or sense(tokens, following, "relday?"):
        inner = relday_rule(tokens, following, read)
        return inner and inner._replace(first=position)
    dated = numeric_date(tokens, following, read) or day_month(tokens, following, read)
    if dated:
        return dated._replace(first=position)
    number = digits(tokens, following, 1, 31)
    if number is not None and width(tokens, following) <= 2 and _closes(tokens, following + 1):
        return Match(CalendarDate(day=number), position, following + 1, 0.7)
    return None


def _attached_date(tokens: Tokens, position: int, read: Read) -> Match | None:
    """The date that a weekday is followed by: «، 4 ديسمبر», «(4 ديسمبر)», «الموافق 4/12/2021»."""
    start = position
    mark = form(tokens, start)
    opened = mark == "("
    if opened or mark in _COMMAS or mark in _JOINTS or mark in ("في", "الموافق", "المصادف"):
        start += 1
    if form(tokens, start) in ("يوم", "الموافق", "المصادف"):
        start += 1
    if start < len(tokens) and tokens[start].clitic:
        return None
    found = numeric_date(tokens, start, read) or day_month(tokens, start, read)
    if found is None or not isinstance(found.node, CalendarDate) or found.node.day is None:
        return None
    if opened:
        return found._replace(last=found.last + 1) if form(tokens, found.last) == ")" else None
    return found


def _attached_week(tokens: Tokens, position: int, read: Read) -> Match | None:
    start = position + (form(tokens, position) in ("من", "في"))
    found = read(tokens, start)
    return found if found and isinstance(found.node, Shift) and found.node.unit == "W" else None


def relday_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """اليوم · أمس · غدا · أول أمس, with the weekday and date beside it: «اليوم الخميس», «أمس (الجمعة)», «اليوم/الخميس/»"""
    value = sense(tokens, position, "relday")
    behind_day = position > 0 and sense(tokens, position - 1, "day") is not None
    if value is None:
        value = sense(tokens, position, "relday?")
        if value is None or not (behind_day or form(tokens, position - 1) in ("الي", "مساء", "صباح", "في", "من")):
            return None
    if _is_no_today(tokens, position):
        return None
    last = position + 1
    node: Node = Shift("D", int(value))
    mark = form(tokens, last)
    start = last + (mark in _JOINTS or mark in _COMMAS or mark == "(")
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
    dated = None if mark in _COMMAS else _attached_date(tokens, last, read)
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
