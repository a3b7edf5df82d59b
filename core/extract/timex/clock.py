"""Hours and parts of the day: الساعة 15:30 بتوقيت غرينتش, الثامنة والنصف مساء, مساء الخميس, صباح اليوم."""

from __future__ import annotations

import re

from core.extract.timex.months import Match, Read, Tokens
from core.extract.timex.nodes import CalendarDate, Clock, Node, PartOfDay, Shift
from core.extract.timex.numbers import cardinal, digits, ordinal, width
from core.extract.timex.tense import verb_class
from core.extract.timex.words import bare, form, sense

# A part of the day that may stand without a day: adverbs only («ظهر» is also "appeared", «فجر» "blew up").
_ADVERBS = frozenset({"صباحا", "مساء", "فجرا", "ليلا", "ظهرا", "عصرا"})
_AT = frozenset({"في", "عند", "حتي", "قبل", "بعد"})
# … and a spelled one that no «مساء» follows, but a day («في الثالثة غدا»).
_HOUR_AT = _AT | {"من", "الي", "منذ", "تمام", "حدود", "نحو", "حوالي", "قرابه", "قبيل", "بعيد", "بين"}
_RANKED = re.compile("[وفبك]?(?:ال|لل)[^ ]+ه|[^ ]+ت(?:ه|ها|هم|هما|نا)")
_ANNOUNCED = frozenset({"مباراه", "مواجهه", "صلاه", "حفله", "سهره", "امسيه", "رحله", "سنه"})
_REACH = 5  # words back to that verb
_NIGHT = frozenset({"NI", "T24:00"})
# «الخامسة وثلاثين في الليل»
_SPELLED_PARTS = frozenset({"الصباح", "المساء", "الليل", "الفجر"})


def is_day(node: Node) -> bool:
    """A node that names one day."""
    if isinstance(node, Shift):
        return node.unit == "D" and not node.exact
    return isinstance(node, CalendarDate) and (node.day is not None or node.weekday is not None)


def clock_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """الساعة الثامنة والنصف مساء · الساعة 15:30 بتوقيت غرينتش · الساعة 3 من بعد ظهر الخميس"""
    if sense(tokens, position, "clock") is None:
        return None
    start = position + 1 + (form(tokens, position + 1) == "ال")
    hour = hour_only(tokens, start)
    if hour is None:
        return None
    clock, last = hour
    return _finished(tokens, clock, position, last, read, 0.9)


def digital_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """15:30 · 8 مساء · 1530 بتوقيت غرينتش"""
    hour = hour_only(tokens, position)
    if hour is None:
        return None
    clock, last = hour
    if form(tokens, position - 1) == ":" or form(tokens, last) == ":":
        return None
    colon = clock.minute is not None and form(tokens, position + 1) == ":"
    ended = _finished(tokens, clock, position, last, read, 0.9)
    told = isinstance(ended.node, Clock) and (ended.node.part is not None or (colon and ended.node.base is not None))
    zoned = any(sense(tokens, last, zone) for zone in ("zone", "zone_full")) or (
        isinstance(ended.node, Clock) and ended.node.utc
    )
    if told or zoned:
        return ended
    return ended._replace(score=0.75) if colon and width(tokens, position + 2) == 2 else None


def spelled_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """الثامنة والنصف مساء: without «الساعة» only with its minutes or its part of the day"""
    hour = hour_only(tokens, position)
    if hour is None or (hour[0].minute is None and _is_ranked(tokens, position)):
        return None
    clock, last = hour
    ended = _finished(tokens, clock, position, last, read, 0.85)
    placed = tokens[position].clitic == "ب" or form(tokens, position - 1) in _HOUR_AT
    told = isinstance(ended.node, Clock) and (ended.node.part or (placed and ended.node.base))
    if told or clock.minute is not None:
        return ended  # but «وتجري الثالثة غدا» is a round
    return ended._replace(score=0.6) if _stands_alone(tokens, clock, position, last) else None


def _is_ranked(tokens: Tokens, position: int) -> bool:
    """«الجولة الخامسة مساء الأحد», «جلسته الثانية صباح الاثنين»: the ordinal is an adjective of a feminine noun.

    «تبدأ المباراة الثامنة مساء» tells the hour of what is announced by it.
    """
    noun = tokens[position - 1].full if position and not tokens[position].clitic else ""
    timed = noun.removeprefix("ال") in _ANNOUNCED or sense(tokens, position - 1, "clock") is not None
    return _RANKED.fullmatch(noun) is not None and not timed


def _stands_alone(tokens: Tokens, clock: Clock, position: int, last: int) -> bool:
    """«سيبدأ في السابعة.»: a bare hour at the end of its phrase, which a verb in the future sets."""
    ends = last >= len(tokens) or not tokens[last].full[:1].isalnum()
    return ends and 3 <= clock.hour <= 12 and not tokens[position].clitic and _is_set(tokens, position)


def _is_set(tokens: Tokens, position: int) -> bool:
    """Whether a verb in the future stands right before, or shortly before the preposition."""
    placed = form(tokens, position - 1) in _AT
    reach = range(max(position - _REACH, 0), position) if placed else range(max(position - 1, 0), position)
    return any(verb_class(tokens[at].full) == "future" for at in reach)


def hour_of_range(tokens: Tokens, position: int, read: Read) -> Match | None:
    """The second hour of a range, with the part of the day that counts for both."""
    start = position + (sense(tokens, position, "clock") is not None)
    hour = hour_only(tokens, start)
    return _finished(tokens, hour[0], position, hour[1], read, 0.85) if hour else None


def hour_only(tokens: Tokens, position: int) -> tuple[Clock, int] | None:
    """An hour of the clock with its minutes, and the position behind; nothing of what may follow them."""
    hour = digits(tokens, position, 0, 2400)
    last = position + 1
    if hour is not None:
        size = width(tokens, position)
        is_told = any(sense(tokens, last, zone) for zone in ("zone", "zone_full", "gmt"))
        is_told = is_told or form(tokens, last) in _ADVERBS or sense(tokens, position - 1, "clock") is not None
        if size == 4 and is_told and hour % 100 < 60 and hour < 2400:  # 2030 بتوقيت غرينتش, الساعة 0417
            return Clock(hour // 100, hour % 100), last
        if size > 2 or hour > 24:
            return None
        if (form(tokens, last) in (":", ".") or _is_decimal(tokens, last, position)) and width(tokens, last + 1) == 2:
            minute = digits(tokens, last + 1, 0, 59)
            if minute is None:
                return None
            last += 2
            if form(tokens, last) == ":" and (second := digits(tokens, last + 1, 0, 59)) is not None:
                return Clock(hour % 24, minute, second), last + 2
            return Clock(hour % 24, minute), last
    else:
        found = ordinal(tokens, position)
        if found is None or not 1 <= found[0] <= 12 or not tokens[position].full.endswith("ه"):  # an hour is feminine
            return None
        hour, last = found
    return _minutes(tokens, hour, last)


def _is_decimal(tokens: Tokens, comma: int, position: int) -> bool:
    """«الساعة 15,35», «14,00 ت غ»: agencies set a comma between hours and minutes, without a space."""
    if form(tokens, comma) not in (",", "،", "٫") or comma + 1 >= len(tokens):
        return False
    close = tokens[comma - 1].end == tokens[comma].start and tokens[comma].end == tokens[comma + 1].start
    zoned = any(sense(tokens, comma + 2, zone) for zone in ("zone", "zone_full", "gmt"))
    return close and (zoned or sense(tokens, position - 1, "clock") is not None)


def _minutes(tokens: Tokens, hour: int, position: int) -> tuple[Clock, int]:
    """«والنصف», «إلا ربعا», «و20 دقيقة», «والنصف إلا خمس دقائق» behind an hour."""
    minutes: int | None = None
    for _ in range(2):
        step = _step(tokens, position)
        if step is None:
            break
        minutes, position = (minutes or 0) + step[0], step[1]
    if minutes is None:
        return Clock(hour % 24), position
    total = hour * 60 + minutes
    return Clock(total // 60 % 24, total % 60), position


def _step(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """Minutes to or past the hour, and the position behind."""
    fraction = sense(tokens, position, "minutes")
    if fraction is not None:
        return int(fraction), position + 1
    joined, before = form(tokens, position) == "و", form(tokens, position) == "الا"
    start = position + (joined or before)
    if start >= len(tokens) or not (joined or before or tokens[start].clitic == "و"):
        return None
    written = tokens[start].number()
    found = (written, start + 1) if written is not None else cardinal(tokens, start)
    if not found or found[0] >= 60:
        return None
    value = -found[0] if before else found[0]
    if (sense(tokens, found[1], "unit") or sense(tokens, found[1], "units")) == "N":
        return value, found[1] + 1
    is_told = form(tokens, found[1]) in _ADVERBS or form(tokens, found[1] + 1) in _SPELLED_PARTS
    return (value, found[1]) if is_told else None


def _finished(tokens: Tokens, clock: Clock, first: int, last: int, read: Read, score: float) -> Match:
    """The hour with its part of the day, its zone and its day."""
    part, base, utc = None, None, False
    for _ in range(3):
        start = last + (form(tokens, last) in ("من", "في", "،") and last + 1 < len(tokens))
        near = "" if start >= len(tokens) or tokens[start].clitic else tokens[start].form
        if (part is None and near in _ADVERBS) or (part is None and bare(tokens, start, "part_def")):
            part = sense(tokens, start, "part") or sense(tokens, start, "part_def")
            last = start + 1
            continue
        if sense(tokens, last, "zone_full"):
            last += 1
            continue
        if sense(tokens, last, "zone"):
            utc = utc or sense(tokens, last + 1, "gmt") is not None
            last = min(last + 2, len(tokens))
            continue
        if sense(tokens, last, "gmt"):
            utc, last = True, last + 1
            continue
        if base is None and near:
            day = read(tokens, start)
            inner = day.node if day else None
            if day and isinstance(inner, PartOfDay) and inner.base is not None:
                part, base, last = part or inner.code, inner.base, day.last
                continue
            if day and inner is not None and is_day(inner):
                base, last = inner, day.last
                continue
        break
    node = Clock(clock.hour, clock.minute, clock.second, part, utc, base)
    return Match(node, first, last, score)


def part_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """مساء الخميس · صباح يوم 4 ديسمبر · ليل الجمعة/السبت · مساء (alone, as an adverb)"""
    code = sense(tokens, position, "part")
    if code is None:
        return None
    start = position + 1
    if start < len(tokens) and not tokens[start].clitic:
        base = read(tokens, start)
        if base and is_day(base.node) and base.first == start:
            last = base.last
            if code in _NIGHT and isinstance(base.node, CalendarDate):
                # «ليل الجمعة/السبت», «ليل الجمعة السبت»: the night between, named by its first day
                following = last + (form(tokens, last) in ("/", "-", "–"))
                last = following + 1 if bare(tokens, following, "weekday") else last
            return Match(PartOfDay(code, base.node), position, last, base.score)
    if tokens[position].form in _ADVERBS and not sense(tokens, position - 1, "unit"):
        return Match(PartOfDay(code), position, start, 0.6)
    return None


def part_alone_rule(tokens: Tokens, position: int) -> Match | None:
    """«في المساء» · «منتصف الليل» · «الليلة [الماضية]»"""
    if (code := sense(tokens, position, "tonight")) is not None:
        rel = bare(tokens, position + 1, "rel")
        amount = {"last": -1, "next": 1}.get(rel or "", 0)
        return Match(PartOfDay(code, Shift("D", amount)), position, position + 1 + (rel is not None), 0.9)
    point = sense(tokens, position, "point")
    code = sense(tokens, position, "part_def")
    if code and form(tokens, position + 2) == ":" and (hour := hour_only(tokens, position + 1)):
        clock, last = hour
        return Match(Clock(clock.hour, clock.minute, clock.second, code), position, last, 0.85)
    placed = sense(tokens, position - 1, "in") or tokens[position].clitic == "ب" or _is_set(tokens, position)
    if point is None and (code is None or not placed):
        return None
    return Match(PartOfDay(point or code or ""), position, position + 1, 0.65)


def with_hour(tokens: Tokens, match: Match, read: Read) -> Match:
    """A day with the hour or the part of the day behind it: «الخميس الساعة 8 مساء», «أمس مساء»."""
    if not is_day(match.node):
        return match
    start = match.last + (form(tokens, match.last) in ("،", ",", "في", "عند"))
    if start >= len(tokens) or tokens[start].clitic:
        return match
    if start == match.last and tokens[start].form in _ADVERBS:
        day = PartOfDay(tokens[start].senses["part"], match.node)
        return match._replace(node=day, last=start + 1)
    hour = clock_rule(tokens, start, read)
    if hour is None and form(tokens, start + 1) == ":":
        hour = digital_rule(tokens, start, read)
    if hour and isinstance(hour.node, Clock) and hour.node.base is None:
        clock = hour.node
        node = Clock(clock.hour, clock.minute, clock.second, clock.part, clock.utc, match.node)
        return match._replace(node=node, last=hour.last)
    return match
