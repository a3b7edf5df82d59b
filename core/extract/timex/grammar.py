"""Tokens → the time expressions in them: which rule may begin where, and what joins two times to one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from core.extract.timex import clock, dates, months, named, periods, years
from core.extract.timex.months import Match, Read, Tokens
from core.extract.timex.nodes import CalendarDate, Clock, Edge, Node, PartOfDay, Range, Same, Shift
from core.extract.timex.numbers import Number, day_number, digits, width
from core.extract.timex.words import bare, form, sense

_Rule = Callable[[Tokens, int], Match | None]
_NestingRule = Callable[[Tokens, int, Read], Match | None]

# The rules that may begin at a word of each category; of what they find, the longest counts. Those of the second table
# read another expression inside theirs.
_RULES: dict[str, tuple[_Rule, ...]] = {
    "digits": (dates.numeric_date, years.bare_year, periods.window_rule, periods.offset_rule),
    "card": (years.spelled_year, periods.window_rule, periods.offset_rule),
    "month": (dates.month_rule,),
    "month?": (dates.month_rule,),
    "month??": (dates.month_rule,),
    "hijri": (dates.month_rule,),
    "hijri?": (dates.month_rule,),
    "hijri??": (dates.month_rule,),
    "part_def": (clock.part_alone_rule,),
    "tonight": (clock.part_alone_rule,),
    "point": (clock.part_alone_rule,),
    "unit": (years.year_rule, dates.month_rule, periods.offset_rule),
    "unit_def": (years.year_rule, dates.month_rule, periods.unit_rule),
    "units": (named.set_rule, periods.offset_rule),
    "dual": (periods.offset_rule,),
    "units_def": (periods.window_rule,),
    "dual_def": (periods.window_rule,),
    "article": (periods.window_rule,),
    "card_def": (periods.window_rule,),
    "pair": (years.year_rule,),
    "dem": (periods.this_rule,),
    "weekend": (periods.weekend_rule,),
    "ago": (periods.ago_rule,),
    "after": (periods.ago_rule,),
    "decade": (named.decade_rule,),
    "decade_of": (named.decade_rule,),
    "each": (named.set_rule,),
    "every": (named.set_rule,),
    "now": (named.now_rule,),
    "holiday": (named.holiday_rule,),
    "following": (periods.following_rule,),
}
_NESTING: dict[str, tuple[_NestingRule, ...]] = {
    "digits": (dates.day_month, clock.digital_rule),
    "card": (dates.day_month,),
    "ord": (dates.day_month, clock.spelled_rule),
    "nth": (dates.day_month, periods.nth_rule),
    "day": (dates.weekday_rule,),
    "weekday": (dates.weekday_rule, periods.nth_rule),
    "weekday_bare": (dates.weekday_of_week_rule,),
    "relday": (dates.relday_rule,),
    "relday?": (dates.relday_rule,),
    "part": (clock.part_rule,),
    "clock": (clock.clock_rule,),
    "unit_def": (periods.nth_rule,),
    "pair": (periods.pair_rule,),
    "edge": (periods.edge_rule,),
    "edge?": (periods.edge_rule,),
    "rest": (periods.rest_rule,),
    "within": (periods.within_rule,),
    "quarter": (periods.nth_rule,),
    "half": (periods.nth_rule,),
    "season": (named.season_rule,),
    "season_def": (named.season_rule,),
}
_TO = frozenset({"الي", "حتي", "وحتي", "-", "–", "—", "ل"})
# What rules look ahead is bounded, but they call each other: no expression is nested deeper than this.
_DEPTH = 5
_TWO = frozenset({"كلا", "هذين", "كل", "احد"})
_MOST_LISTED = 6  # days of one month that are told one by one
# What was read at a position and depth: without it, rules that call each other would read one word many times.
_Memory = dict[tuple[int, int], Match | None]
# The words that a pair of days or hours may begin with.
_PAIRED = frozenset({"digits", "ord", "nth", "card", "month", "pair"})


def expressions(tokens: Tokens) -> Iterator[Match]:
    """The expressions in order; none overlaps another."""
    position, memory = 0, _Memory()
    while position < len(tokens):
        senses = tokens[position].senses
        if not senses or "skip" in senses:
            position += 1
            continue
        pair = None if _PAIRED.isdisjoint(senses) else _days(tokens, position) or _hours(tokens, position)
        match = pair or _read(tokens, position, _DEPTH, memory)
        if match is None or _is_name(tokens, match):
            position += 1 if match is None else match.last - position
            continue
        match = _to(tokens, _september(tokens, match), memory)
        yield match
        position = match.last


def _read(tokens: Tokens, position: int, depth: int, memory: _Memory) -> Match | None:
    if not depth or position >= len(tokens) or not tokens[position].senses:
        return None
    key = position, depth
    if key not in memory:
        memory[key] = _longest(tokens, position, depth, memory)
    return memory[key]


def _longest(tokens: Tokens, position: int, depth: int, memory: _Memory) -> Match | None:
    def read(inner: Tokens, at: int) -> Match | None:
        return _read(inner, at, depth - 1, memory)

    best: Match | None = None
    for category in tokens[position].senses:
        found = [rule(tokens, position, read) for rule in _NESTING.get(category, ())]
        found += [rule(tokens, position) for rule in _RULES.get(category, ())]
        for match in found:
            if match and (best is None or match.last > best.last):
                best = match
    return clock.with_hour(tokens, best, read) if best else None


def _days(tokens: Tokens, position: int) -> Match | None:
    """Two days of one month: من 4 إلى 23 يناير 1995 · 4-22 يناير · بين 3 و12 سبتمبر · يوليو 13-15"""
    if bare(tokens, position, "month"):
        return _days_behind(tokens, position)
    if form(tokens, position) == "يومي":
        inner = _days(tokens, position + 1) if position + 1 < len(tokens) else None
        return inner and inner._replace(first=position)
    first = None if _is_rest_of_ten(tokens, position) else day_number(tokens, position)
    if first is None or (tokens[position].clitic and not _goes_on(tokens, position)):
        return None
    start = _next_listed(tokens, first[1])
    second = day_number(tokens, start) if start else None
    if second is None or second[0] <= first[0]:
        return None
    if (several := _listed(tokens, position, first, second)) is not None:
        return several
    if form(tokens, first[1]) in months.COMMAS:
        return None
    joint = form(tokens, second[1]) in ("من", "في")
    month = months.month_name(tokens, second[1] + joint)
    if month is not None:
        end = months.tail(tokens, month.last, month.hijri)
        last = CalendarDate(end.year, month.number, second[0], None, end.rel, month.hijri, end.within)
        listed = tokens[start].clitic == "و" or form(tokens, start - 1) == "و"
        if listed and second[0] > first[0] + 1 and not _opens_pair(tokens, position - 1):
            return Match(replace(last, day=first[0]), position, first[1], 0.85)
        return Match(Range(replace(last, day=first[0]), last), position, end.last, 0.95)
    base = periods.unit_rule(tokens, second[1] + joint)
    if base and isinstance(base.node, Shift | Same) and base.node.unit == "M":
        days = (CalendarDate(day=number, within=base.node) for number in (first[0], second[0]))
        return Match(Range(*days), position, base.last, 0.9)
    return None


def _listed(tokens: Tokens, position: int, first: Number, second: Number) -> Match | None:
    """Of three days or more the first («10 و11 و13 يناير»), of the month behind the last; all if none is left out."""
    last, start, days = second, _next_listed(tokens, second[1]), 2
    while start and days < _MOST_LISTED and (further := day_number(tokens, start)) and further[0] > last[0]:
        last, start, days = further, _next_listed(tokens, further[1]), days + 1
    joint = form(tokens, last[1]) in ("من", "في", "(")
    listed = days > 2 or form(tokens, first[1]) in months.COMMAS  # «10، 12 يناير»
    month = months.month_name(tokens, last[1] + joint) if listed else None
    if month is None or month.hijri:
        return None
    end = months.tail(tokens, month.last)
    dates = [CalendarDate(end.year, month.number, day, None, end.rel, False, end.within) for day in (first[0], last[0])]
    if last[0] - first[0] == days - 1 and days > 2:
        return Match(Range(*dates), position, end.last, 0.85)
    return Match(dates[0], position, first[1], 0.85)


def _next_listed(tokens: Tokens, position: int) -> int:
    """The position behind «و» or a comma, where days are told one by one; 0 for none."""
    comma = form(tokens, position) in months.COMMAS and (sense(tokens, position + 1, "digits") is not None)
    return position + 1 if comma else _joined(tokens, position, allow_and=True)


def _goes_on(tokens: Tokens, position: int) -> bool:
    """A day behind «بين», or with «و» behind another one («في العاشر والثاني عشر و…»)."""
    joined = tokens[position].clitic == "و" and sense(tokens, position - 1, "ord") is not None
    return joined or sense(tokens, position - 1, "between") is not None or _is_rest_of_ten(tokens, position - 1)


def _is_rest_of_ten(tokens: Tokens, position: int) -> bool:
    """«عشر» in «الثاني عشر»."""
    return bare(tokens, position, "card") == "10" and sense(tokens, position - 1, "ord") is not None


def _opens_pair(tokens: Tokens, position: int) -> bool:
    return sense(tokens, position, "between") is not None or sense(tokens, position, "pair") is not None


def _nothing(_tokens: Tokens, _position: int) -> Match | None:
    return None


def _days_behind(tokens: Tokens, position: int) -> Match | None:
    month = months.month_name(tokens, position)
    if month is None:
        return None
    start = month.last + (form(tokens, month.last) in ("بين", "من"))
    first, wide = digits(tokens, start, 1, 31), width(tokens, start)
    after = _joined(tokens, start + 1, allow_and=start > month.last) if first and wide <= 2 else 0
    second = day_number(tokens, after) if after else None
    if first is None or second is None or second[0] <= first:
        return None
    end = months.tail(tokens, second[1])
    last = CalendarDate(end.year, month.number, second[0], None, end.rel, False, end.within)
    return Match(Range(replace(last, day=first), last), position, end.last, 0.9)


def _hours(tokens: Tokens, position: int) -> Match | None:
    """Two hours of one day: من 5 إلى 6 مساء · بين الثالثة والخامسة عصرا · 4-5 مساء"""
    if not {"digits", "ord"} & tokens[position].senses.keys():
        return None
    first = clock.hour_only(tokens, position)
    start = _joined(tokens, first[1], allow_and=sense(tokens, position - 1, "between") is not None) if first else 0
    if first is None or not start:
        return None
    second = clock.hour_of_range(tokens, start, _nothing)
    if second is None or not isinstance(second.node, Clock) or second.node.part is None:
        return None
    opening = replace(second.node, hour=first[0].hour, minute=first[0].minute, second=first[0].second)
    return Match(Range(opening, second.node), position, second.last, 0.85)


def _joined(tokens: Tokens, position: int, allow_and: bool) -> int:
    """The position behind «إلى», «حتى», a dash or (between two) «و»; 0 for none."""
    if form(tokens, position) in _TO:
        return position + 1
    if allow_and and form(tokens, position) == "و":
        return position + 1
    if allow_and and position < len(tokens) and tokens[position].clitic == "و":
        return position
    return 0


def _to(tokens: Tokens, match: Match, memory: _Memory) -> Match:
    """One time from two: «من … إلى …», «بين … و…», «الجمعة حتى الأحد», «يومي الثلاثاء والأربعاء»."""
    before = form(tokens, match.first - 1)
    paired = sense(tokens, match.first, "pair") is not None or sense(tokens, match.first - 1, "between") is not None
    joint = form(tokens, match.last)
    if isinstance(match.node, Shift) and match.node.unit == "W":
        return _weekdays_within(tokens, match, match.node)
    if isinstance(match.node, Range):
        return match
    since = before in ("من", "ومن", "منذ")
    ranged = since or joint in ("-", "–", "—", "حتي") or (_is_weekday(match.node) and joint == "الي")
    either = joint == "او" and isinstance(match.node, Edge)  # «نهاية يناير أو بداية فبراير»
    if not (joint in _TO and ranged) and not paired and not either:
        return match
    start = match.last + 1 if either else _joined(tokens, match.last, allow_and=paired)
    other = _read(tokens, start, _DEPTH, memory) if start else None
    if start and isinstance(match.node, Clock):
        other = clock.hour_of_range(tokens, start, _nothing) or other
    if other is None or other.first != start or not _alike(match.node, other.node):
        return match
    return Match(Range(match.node, other.node), match.first, other.last, min(match.score, other.score))


def _weekdays_within(tokens: Tokens, match: Match, week: Shift) -> Match:
    """«الأسبوع المقبل بين الأربعاء والجمعة»"""
    if form(tokens, match.last) not in ("من", "بين"):
        return match
    first = bare(tokens, match.last + 1, "weekday")
    start = _joined(tokens, match.last + 2, allow_and=True)
    second = sense(tokens, start, "weekday") if start else None
    if first is None or second is None:
        return match
    days = (CalendarDate(weekday=int(day), within=week) for day in (first, second))
    return Match(Range(*days), match.first, start + 1, 0.9)


def _is_weekday(node: Node) -> bool:
    return isinstance(node, CalendarDate) and node.weekday is not None


def _alike(first: Node, second: Node) -> bool:
    """Two times of one kind make a range; a day and a year do not."""
    if clock.is_day(first) or clock.is_day(second):
        return clock.is_day(first) and clock.is_day(second)
    if isinstance(first, Edge) and isinstance(second, Edge):
        return _alike(first.base, second.base)  # «بين منتصف يناير ومنتصف فبراير»
    hours = (Clock, PartOfDay)
    if isinstance(first, hours) or isinstance(second, hours):
        return isinstance(first, Clock) and isinstance(second, Clock)
    return (
        isinstance(first, CalendarDate) and isinstance(second, CalendarDate) and bool(first.month) == bool(second.month)
    )


def _september(tokens: Tokens, match: Match) -> Match:
    """«هجمات 11 سبتمبر» without a year is that of 2001."""
    node, year = match.node, sense(tokens, match.first - 1, "september")
    if year is None or not isinstance(node, CalendarDate) or (node.month, node.day) != (9, 11) or node.year or node.rel:
        return match
    return match._replace(node=replace(node, year=int(year)))


def _is_name(tokens: Tokens, match: Match) -> bool:
    """«ثورة 25 يناير»: a date that names something, unless its year is said; «الاثنين» for "the two"."""
    node, before = match.node, form(tokens, match.first - 1)
    if node == CalendarDate(weekday=1) and (
        before in _TWO or (before == "بين" and not _joined(tokens, match.last, True))
    ):
        return True
    if not isinstance(node, CalendarDate) or node.month is None or node.year or node.rel or node.weekday:
        return False
    return sense(tokens, match.first - 1, "named_by_date") is not None
