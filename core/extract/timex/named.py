"""Times with a name of their own: التسعينيات, صيف 2021, عيد الأضحى, كل أسبوع, الآن."""

from __future__ import annotations

from core.extract.timex.months import Match, Read, Tokens
from core.extract.timex.nodes import CalendarDate, Decade, Holiday, Node, Now, Nth, Recurrence, Season, Shift
from core.extract.timex.numbers import cardinal, count, ordinal, year_number
from core.extract.timex.periods import century_number
from core.extract.timex.words import bare, form, sense

_BEFORE_SEASON = frozenset({"in", "to", "ago", "after", "edge"})
_BY = frozenset({"بحلول", "حلول", "فصل", "اثناء", "مع"})
_ISO = {"D": "P{}D", "W": "P{}W", "M": "P{}M", "Y": "P{}Y", "DE": "P{}DE", "H": "PT{}H", "N": "PT{}M"}


def decade_rule(tokens: Tokens, position: int) -> Match | None:
    """التسعينيات · تسعينيات القرن الماضي; not an age («في الثلاثينيات من عمره»)"""
    tens = sense(tokens, position, "decade") or sense(tokens, position, "decade_of")
    if tens is None:
        return None
    last = position + 1
    start = last + (form(tokens, last) == "من")
    if sense(tokens, start, "of_age"):
        return None
    if bare(tokens, start, "unit_def") == "CE":
        number = ordinal(tokens, start + 1) or century_number(tokens, start + 1)
        if number:
            return Match(Decade(int(tens), number[0]), position, number[1], 0.97)
        if bare(tokens, start + 1, "rel") == "last":
            return Match(Decade(int(tens), 20), position, start + 2, 0.95)
    return Match(Decade(int(tens)), position, last, 0.85) if sense(tokens, position, "decade") else None


def season_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """الصيف الماضي · صيف 2021 · شتاء العام المقبل"""
    code = sense(tokens, position, "season_def")
    if code:
        rel = bare(tokens, position + 1, "rel")
        if rel:
            return Match(Season(code, rel), position, position + 2, 0.93)
        placed = not _BEFORE_SEASON.isdisjoint(tokens[position - 1].senses) or form(tokens, position - 1) in _BY
        named = form(tokens, position + 1) == "العربي"  # «الربيع العربي»
        return Match(Season(code), position, position + 1, 0.75) if position and placed and not named else None
    code = sense(tokens, position, "season")
    if code is None:
        return None
    year = year_number(tokens, position + 1)
    if year and form(tokens, position + 1) != "(":
        return Match(Season(code, base=CalendarDate(year[0])), position, year[1], 0.93)
    start = position + 1 + (form(tokens, position + 1) == "من")
    base = read(tokens, start)
    if base and not tokens[start].clitic and _is_year(base.node):
        return Match(Season(code, base=base.node), position, base.last, 0.93)
    return None


def _is_year(node: Node) -> bool:
    if isinstance(node, Shift):
        return node.unit == "Y"
    return isinstance(node, CalendarDate) and node.month is None and node.weekday is None and node.day is None


def set_rule(tokens: Tokens, position: int) -> Match | None:
    """يوميا · كل أسبوع · كل ثلاثاء · كل 3 أشهر · أيام الجمعة"""
    each = sense(tokens, position, "each")
    if each:
        return Match(Recurrence(each), position, position + 1, 0.7)
    following = position + 1
    if sense(tokens, position, "units") == "D" and (weekday := bare(tokens, following, "weekday")):
        return Match(Recurrence(f"XXXX-WXX-{weekday}"), position, position + 2, 0.8)
    if sense(tokens, position, "every") is None:
        return None
    following += bare(tokens, following, "day") is not None and bare(tokens, following + 1, "weekday_bare") is not None
    if (weekday := bare(tokens, following, "weekday_bare")) and weekday != "7":
        return Match(Recurrence(f"XXXX-WXX-{weekday}"), position, following + 1, 0.8)
    found = cardinal(tokens, following) or count(tokens, following)
    number, following = found or (1, following)
    unit = bare(tokens, following, "units" if found else "unit") or bare(tokens, following, "unit")
    if unit is None and (unit := bare(tokens, following, "dual")):
        number = 2
    if unit not in _ISO:
        return None
    return Match(Recurrence(_ISO[unit].format(number)), position, following + 1, 0.75)


def now_rule(tokens: Tokens, position: int) -> Match | None:
    """الآن · حاليا"""
    return Match(Now(), position, position + 1, 0.6) if sense(tokens, position, "now") else None


def holiday_rule(tokens: Tokens, position: int) -> Match | None:
    """عيد الأضحى 2013 · رأس السنة الميلادية المقبلة"""
    code = sense(tokens, position, "holiday")
    if code is None:
        return None
    last = position + 1
    named = sense(tokens, last, "unit") == "Y" or sense(tokens, last, "unit_def") == "Y"
    year = year_number(tokens, last + named)
    rel = None if year else bare(tokens, last, "rel")
    last = year[1] if year else last + (rel is not None)
    return Match(_holiday(code, year[0] if year else None, rel), position, last, 0.85 if year else 0.65)


def _holiday(code: str, year: int | None, rel: str | None) -> Node:
    """G and H: month and day, Gregorian or Hijri. N: month, weekday and which one of the month."""
    month, day = int(code[1:3]), int(code[4:6])
    if code[0] == "N":
        return Nth(int(code[7:]), "", CalendarDate(year, month, rel=rel), day)
    return Holiday(month, day, code[0] == "H", year, rel)
