"""Years: عام 2014, عامي 2014 و2018, في 2014, ألف وتسعمائة وتسعين, 1442 هـ."""

from __future__ import annotations

from core.extract.timex.months import JOINTS, Match, Tokens, ends_phrase, with_era
from core.extract.timex.nodes import CalendarDate, Range
from core.extract.timex.numbers import digits, width, year_number
from core.extract.timex.words import bare, form, sense

# Behind a bare year of these shapes no counted noun follows.
SHORT_YEARS = range(1900, 2100)
_BEFORE_YEAR = frozenset({"in", "edge", "to", "from", "ago", "after", "between"})
_OUR_TIME = range(1940, 2040)
_LEADS_YEAR = frozenset({"edge", "edge?", "of_year"})
_MORE = ("اكثر", "اقل", "ازيد")  # «أكثر من 1800» is no year
_COUNTS = frozenset({"unit", "units", "digits", "card"})
# Marks that make a number of four digits something else than a year.
_UNITS_BEHIND = frozenset({"/", ":", "%", "٪"})
_NUMBERED_BY = frozenset({".", "$", "/", "-", "+", "رقم"})


def year_rule(tokens: Tokens, position: int) -> Match | None:
    """عام 2014 · سنة ألفين وعشرة · العام (2014) · عام 1442 هـ · عامي 2014 و2018"""
    if sense(tokens, position, "pair") == "Y":
        return _pair_of_years(tokens, position)
    if "Y" not in (sense(tokens, position, "unit"), sense(tokens, position, "unit_def")):
        return None
    start = position + 1
    found = year_number(tokens, start)
    if not found and (value := digits(tokens, start, 100, 999)) and form(tokens, position) in ("عام", "سنه"):
        found = value, start + 1
    if not found:
        return None
    end = with_era(tokens, *found, hijri=False)
    last = end.last
    if form(tokens, last) in JOINTS and (second := digits(tokens, last + 1, found[0] + 1, found[0] + 100)):
        return Match(Range(CalendarDate(found[0]), CalendarDate(second)), position, last + 2)
    return Match(CalendarDate(end.year, hijri=end.hijri), position, last, 0.98)


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


def bare_year(tokens: Tokens, position: int) -> Match | None:
    """A year without عام: with its era, behind a preposition, in brackets, or behind a noun that ends its phrase."""
    dated = _year_with_era(tokens, position)
    if dated:
        return dated
    year = digits(tokens, position, 1800, 2099)
    if year is None or width(tokens, position) != 4 or position == 0:
        return None
    if not ends_phrase(tokens, position + 1) and not _is_told_year(tokens, position, year):
        return None
    before, behind = tokens[position - 1], form(tokens, position + 1)
    decimal = behind in (".", "-", "–") and width(tokens, position + 2) > 0
    bounded = before.full == "من" and form(tokens, position - 2).endswith(_MORE)
    if decimal or bounded or behind in _UNITS_BEHIND or before.full in _NUMBERED_BY:
        return None
    if not _BEFORE_YEAR.isdisjoint(before.senses):
        return Match(CalendarDate(year), position, position + 1, 0.88)
    if before.full == "(" and behind in (")", "-", "–"):
        return Match(CalendarDate(year), position, position + 1, 0.75)
    if before.full[:1].isalpha() and year in SHORT_YEARS:
        return Match(CalendarDate(year), position, position + 1, 0.6)
    return None


def _is_told_year(tokens: Tokens, position: int, year: int) -> bool:
    """«في 2014 نحن …», «أوائل 2022 ويشارك …», «رئاسيات 2019 حملت …»: a year of our time that is no round number.

    It stands behind في, an edge, or what is told apart by its year, and nothing counted in time follows.
    """
    before, behind = tokens[position - 1], tokens[position + 1].senses
    led = before.full in ("في", "وفي", "منذ", "ومنذ") or not _LEADS_YEAR.isdisjoint(before.senses)
    return led and year in _OUR_TIME and year % 50 != 0 and _COUNTS.isdisjoint(behind)


def spelled_year(tokens: Tokens, position: int) -> Match | None:
    """«في ألف وسبعمائة وتسعة وثمانين»: three words or more behind «في», and nothing counted behind them."""
    year = year_number(tokens, position) if sense(tokens, position - 1, "in") else None
    if year is None or year[1] < position + 3 or not ends_phrase(tokens, year[1]):
        return None
    return Match(CalendarDate(year[0]), position, year[1], 0.7)


def _year_with_era(tokens: Tokens, position: int) -> Match | None:
    """«1948م», «751 هجرية», «(1343) هجري»"""
    bracketed = form(tokens, position - 1) == "(" and form(tokens, position + 1) == ")"
    last = position + 1 + bracketed
    year = digits(tokens, position, 100, 2099) if bare(tokens, last, "era") else None
    if year is None:
        return None
    end = with_era(tokens, year, last, hijri=False)
    return Match(CalendarDate(end.year, hijri=end.hijri), position, last if bracketed else end.last, 0.9)
