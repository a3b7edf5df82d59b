"""Units seen from today: الشهر المقبل, نهاية العام, الأيام الثلاثة الماضية, قبل يومين, التسعينيات, كل يوم."""

from __future__ import annotations

from core.extract.timex.dates import relday_rule
from core.extract.timex.months import Match, Read, Tokens, ends_phrase, month_name
from core.extract.timex.nodes import (
    CalendarDate,
    Century,
    Decade,
    Edge,
    Node,
    Nth,
    PartOfDay,
    Rest,
    Same,
    Season,
    Shift,
    Weekend,
    Window,
)
from core.extract.timex.numbers import count, digits, ordinal, year_number
from core.extract.timex.words import bare, form, sense

_HALVES = {"Y": ("M", 6), "M": ("D", 15), "DE": ("Y", 5), "W": ("D", 3)}
_AMOUNTS = {"beforelast": -2, "last": -1, "this": 0, "next": 1, "afternext": 2}
# Units long enough to be a time of their own when only named («نهاية العام»).
_NAMED = frozenset({"W", "M", "Y", "DE", "CE"})
_THAT = frozenset({"الذي", "التي"})
_IT_IS = frozenset({"وهو", "وهي", "هو", "هي"})
# What an amount of days with «ب» is counted on from or back to: the day last spoken of.
_AROUND = {"بعد": 1, "وبعد": 1, "قبل": -1, "وقبل": -1}
_THIS = frozenset({"ذلك", "هذا", "هذه", "تلك"})
_OFFSETS = {
    form: sign
    for sign, verbs in ((1, "تلا يلي تلي تبع يتبع تتبع عقب يعقب تعقب اعقب اعقبت بعد"), (-1, "سبق سبقت يسبق تسبق قبل"))
    for verb in verbs.split()
    for form in (verb + "ه", verb + "ها", verb + "هما", "و" + verb + "ه", "و" + verb + "ها")
}
# «العام المالي الحالي», «السنة الدراسية المقبلة»: named by the calendar year that it is called after.
_KINDS_OF_YEAR = frozenset({"المالي", "الماليه", "الدراسي", "الدراسيه", "الجامعي", "الميلادي", "الميلاديه", "الهجري"})


def unit_rule(tokens: Tokens, position: int) -> Match | None:
    """الشهر المقبل · الأسبوع الماضي · العام نفسه · القرن التاسع عشر · الأسبوع المقبل يوم الجمعة"""
    unit = sense(tokens, position, "unit_def")
    if unit is None or _is_general(tokens, position):
        return None
    following = position + 1
    if unit == "Y" and form(tokens, following) in _KINDS_OF_YEAR:
        following += 1
    if bare(tokens, following, "rel_same"):
        return Match(Same(unit), position, following + 1, 0.7)
    if form(tokens, following) in _THAT and form(tokens, position - 1) in _IT_IS and unit in ("M", "Y"):
        return Match(Same(unit), position, following, 0.65)  # «عام 2014، وهو العام الذي ضمت فيه»
    if bare(tokens, following, "rel_follow"):
        return Match(Shift(unit, 1, follows=True), position, following + 1, 0.75)
    if unit == "Y" and bare(tokens, following, "rel_new"):
        return Match(Shift("Y", 1, new=True), position, following + 1, 0.9)
    if unit == "CE" and (number := ordinal(tokens, following) or century_number(tokens, following)):
        era = sense(tokens, number[1], "era_def") or sense(tokens, number[1], "era")
        if era not in (None, "gregorian"):
            return None
        return Match(Century(number[0]), position, number[1] + (era is not None), 0.9)
    amount = _AMOUNTS.get(bare(tokens, following, "rel") or "")
    if amount is None or (unit == "DE" and tokens[following].full == "السابق"):  # a former contract
        return None
    if unit == "D" and amount != 0:
        return Match(Shift("D", amount), position, following + 1, 0.7)
    return _with_weekday(tokens, Match(Shift(unit, amount), position, following + 1, 0.97))


def following_rule(tokens: Tokens, position: int) -> Match | None:
    """اليوم الذي يليه · اليوم الذي سبقه"""
    amount = sense(tokens, position, "following")
    return Match(Shift("D", int(amount), follows=True), position, position + 1, 0.75) if amount else None


def offset_rule(tokens: Tokens, position: int) -> Match | None:
    """«يتبعه بيومين اجتماع», «بعد ذلك بثلاثة أيام», «قبلها بأسبوع»: counted from the day last spoken of."""
    if tokens[position].clitic != "ب":
        return None
    sign = _OFFSETS.get(form(tokens, position - 1))
    if sign is None and form(tokens, position - 1) in _THIS and form(tokens, position - 2) in _AROUND:
        sign = _AROUND[form(tokens, position - 2)]
    if sign is None:
        return None
    amount = _amount([tokens[position]._replace(clitic=""), *tokens[position + 1 : position + 4]], 0)
    if amount is None or amount[0] not in ("D", "W"):
        return None
    node = Shift(amount[0], sign * amount[1], follows=True, exact=True, offset=True)
    return Match(node, position, position + amount[2], 0.75)


def century_number(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """«القرن الـ19»: the number and the position behind."""
    position += form(tokens, position) == "ال"
    number = digits(tokens, position, 1, 21)
    return (number, position + 1) if number is not None else None


def _with_weekday(tokens: Tokens, match: Match) -> Match:
    """«الأسبوع المقبل يوم الجمعة»: the weekday is placed in the week before it."""
    if not isinstance(match.node, Shift) or match.node.unit != "W":
        return match
    start = match.last + (sense(tokens, match.last, "day") is not None)
    weekday = bare(tokens, start, "weekday")
    if weekday is None:
        return match
    return match._replace(node=CalendarDate(weekday=int(weekday), within=match.node), last=start + 1)


def _is_general(tokens: Tokens, position: int) -> bool:
    """«العام» behind «الأمين», «الرأي» … is an adjective."""
    return tokens[position].form == "العام" and sense(tokens, position - 1, "general") == "head"


def this_rule(tokens: Tokens, position: int) -> Match | None:
    """هذا الأسبوع · هذه الليلة · هذا الصباح · هذا الجمعة · هذا الشتاء · ذلك العام"""
    which = sense(tokens, position, "dem")
    if which is None:
        return None
    following = position + 1 + (sense(tokens, position + 1, "day") is not None)
    last = following + 1
    unit = bare(tokens, following, "unit_def")
    if which == "that":
        return Match(Same(unit), position, last, 0.6) if unit and following == position + 1 else None
    if unit and following == position + 1:
        return _with_weekday(tokens, Match(Shift(unit, 0), position, last, 0.95))
    if (code := bare(tokens, following, "part_def") or bare(tokens, following, "tonight")) is not None:
        return Match(PartOfDay(code, Shift("D", 0)), position, last, 0.9)
    if (weekday := bare(tokens, following, "weekday")) is not None:
        return Match(CalendarDate(weekday=int(weekday), rel="coming"), position, last, 0.85)
    if (code := bare(tokens, following, "season_def")) is not None:
        return Match(Season(code, "this"), position, last, 0.9)
    month = month_name(tokens, following) if following < len(tokens) and not tokens[following].clitic else None
    if month and (bare(tokens, following, "month") or bare(tokens, following, "month?")):
        return Match(CalendarDate(month=month.number, rel="this"), position, month.last, 0.85)
    return None


def edge_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """نهاية يناير · أوائل العام المقبل · مطلع الأسبوع · منتصف 2022 · نهاية الأسبوع"""
    mod = sense(tokens, position, "edge") or sense(tokens, position, "edge?")
    if mod is None:
        return None
    start = position + 1 + (form(tokens, position + 1) == "من")
    if start >= len(tokens) or tokens[start].clitic:
        return None
    base = read(tokens, start) or _named_unit(tokens, start) or _part_named(tokens, start)
    if base is None:
        return None
    if isinstance(base.node, Shift) and base.node.unit == "W" and mod == "END" and form(tokens, position) == "نهايه":
        return Match(Weekend(base.node), position, base.last, 0.9)
    if not _has_length(base.node) or (sense(tokens, position, "edge?") and base.score < 0.9):
        return None
    return Match(Edge(mod, base.node), position, base.last, min(base.score, 0.95))


def rest_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """بقية الأسبوع · باقي هذا الشهر: from today to its end"""
    base = read(tokens, position + 1) or _named_unit(tokens, position + 1)
    if base is None or not isinstance(base.node, Shift) or base.node.amount or base.node.unit not in _NAMED:
        return None
    return Match(Rest(base.node), position, base.last, 0.8)


def _has_length(node: Node) -> bool:
    if isinstance(node, CalendarDate):
        return node.day is None and (node.month or node.year) is not None
    if isinstance(node, PartOfDay):
        return node.base is None
    return isinstance(node, (Shift, Season, Decade, Century, Nth, Weekend, Same))


def _part_named(tokens: Tokens, position: int) -> Match | None:
    code = sense(tokens, position, "part_def")
    return Match(PartOfDay(code), position, position + 1, 0.65) if code else None


def _named_unit(tokens: Tokens, position: int) -> Match | None:
    unit = sense(tokens, position, "unit_def")
    if unit not in _NAMED or sense(tokens, position + 1, "general") == "after":
        return None
    return Match(Shift(unit, 0), position, position + 1, 0.85)


def within_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """«في وقت سابق من هذا الأسبوع»: the span is the period, the frame is its modifier."""
    mod = sense(tokens, position, "within")
    if mod is None:
        return None
    start = position + 1 + (form(tokens, position + 1) in ("من", "في"))
    base = read(tokens, start) or _named_unit(tokens, start) or _part_named(tokens, start)
    if base is None or isinstance(base.node, Edge):
        return None
    return Match(Edge(mod, base.node), base.first, base.last, base.score)


def weekend_rule(tokens: Tokens, position: int) -> Match | None:
    """عطلة نهاية الأسبوع [المقبل]"""
    if sense(tokens, position, "weekend") is None:
        return None
    amount = _AMOUNTS.get(bare(tokens, position + 1, "rel") or "")
    last = position + 1 + (amount is not None)
    return Match(Weekend(Shift("W", amount or 0)), position, last, 0.9)


def nth_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """أول يوم جمعة في الشهر · ثالث ثلاثاء من أكتوبر · الأسبوع الأخير من يوليو · الربع الثالث من 2021"""
    found = _nth_first(tokens, position) or _nth_behind(tokens, position)
    if found is None:
        return None
    number, unit, weekday, last = found
    joined = form(tokens, last) in ("من", "في", "ب", "ل")
    start = last + joined
    base = read(tokens, start) or _named_unit(tokens, start)
    if base is None or not _has_length(base.node) or not (joined or isinstance(base.node, CalendarDate)):
        return None
    if isinstance(base.node, Shift) and base.node.unit == "W":
        return None
    return Match(Nth(number, unit, base.node, weekday), position, base.last, min(base.score, 0.9))


def _nth_first(tokens: Tokens, position: int) -> tuple[int, str, int | None, int] | None:
    """أول يوم جمعة · آخر اثنين · ثالث أسبوع"""
    number = sense(tokens, position, "nth")
    if number is None:
        return None
    start = position + 1
    if bare(tokens, start, "day") and bare(tokens, start + 1, "weekday_bare"):
        start += 1
    weekday = bare(tokens, start, "weekday_bare")
    if weekday is not None:
        return int(number), "", int(weekday), start + 1
    unit = bare(tokens, start, "unit")
    return (int(number), unit, None, start + 1) if unit in ("D", "W") else None


def _nth_behind(tokens: Tokens, position: int) -> tuple[int, str, int | None, int] | None:
    """الأسبوع الأخير · الثلاثاء الأول · الربع الثالث · النصف الثاني"""
    unit = next(
        (found for category in ("unit_def", "quarter", "half") if (found := sense(tokens, position, category))), ""
    )
    weekday = sense(tokens, position, "weekday")
    if unit not in ("D", "W", "Q", "H") and weekday is None:
        return None
    number = ordinal(tokens, position + 1)
    if number is None and bare(tokens, position + 1, "ord_last"):
        number = -1, position + 2
    if number is None or tokens[position + 1].clitic:
        return None
    if unit in ("Q", "H") and not 1 <= number[0] <= (4 if unit == "Q" else 2):
        return None
    return number[0], "" if weekday else unit, int(weekday) if weekday else None, number[1]


def ago_rule(tokens: Tokens, position: int) -> Match | None:
    """قبل يومين · قبل نحو عام · بعد أسبوعين [من الآن]; not «بعد يومين من الاجتماع», which counts from an event"""
    ago = sense(tokens, position, "ago") is not None
    if not ago and sense(tokens, position, "after") is None:
        return None
    start = position + 1
    approx = sense(tokens, start, "approx") is not None
    amount = _amount(tokens, start + approx)
    if amount is None:
        return None
    unit, number, last = amount
    sign = -1 if ago else 1
    more: list[tuple[str, int]] = []
    while len(more) < 2 and (added := _added(tokens, last, more[-1][0] if more else unit)):
        more.append((added[0], sign * added[1]))
        last = added[2]
    if form(tokens, last) == "من" and (sense(tokens, last + 1, "now") or sense(tokens, last + 1, "relday") == "0"):
        last += 2
    elif _counts_from_event(tokens, last + (form(tokens, last) == "فقط")):
        return None
    around = not ago and _OFFSETS.get(form(tokens, position - 1)) == 1 and unit in ("D", "W")  # «يليها بعد يومين»
    node = Shift(unit, sign * number, follows=not ago, exact=True, approx=approx, more=tuple(more), offset=around)
    return Match(node, position, last, 0.8)


def _added(tokens: Tokens, position: int, unit: str) -> tuple[str, int, int] | None:
    """What is added to an amount: «ونصف», «و21 يوما», «وشهرين»."""
    if form(tokens, position) in ("ونصف", "والنصف") and unit in _HALVES:
        whole = bare(tokens, position + 1, "unit_def") == unit
        return *_HALVES[unit], position + 1 + whole
    start = position + (form(tokens, position) == "و")
    if start >= len(tokens) or (start == position and tokens[start].clitic != "و"):
        return None
    loose = [tokens[start]._replace(clitic=""), *tokens[start + 1 : start + 6]]
    found = _amount(loose, 0)
    return (found[0], found[1], start + found[2]) if found and found[0] != unit else None


def _counts_from_event(tokens: Tokens, position: int) -> bool:
    """«بعد يومين من الاجتماع», «قبل شهر على الانتخابات»"""
    frames = sense(tokens, position, "ago") or sense(tokens, position, "after")
    return frames is not None or form(tokens, position) in ("من", "علي", "عن", "ل")


def _amount(tokens: Tokens, position: int) -> tuple[str, int, int] | None:
    """«3 أيام», «يومين», «شهر»: unit, number and the position behind."""
    dual = bare(tokens, position, "dual")
    if dual:
        return (dual, 2, position + 1) if dual not in ("H", "N") else None
    found = count(tokens, position)
    if found:
        unit = bare(tokens, found[1], "units") or bare(tokens, found[1], "unit")
        return (unit, found[0], found[1] + 1) if unit and unit not in ("H", "N", "S") else None
    unit = bare(tokens, position, "unit")
    one = form(tokens, position + 1) in ("واحد", "واحده")
    if unit in (None, "H", "N", "S") or not (one or ends_phrase(tokens, position + 1)):
        return None
    if form(tokens, position + 1) == "(":
        return None
    if any(
        bare(tokens, position + 1, category) for category in ("weekday", "month", "hijri", "month?", "relday", "rel")
    ):
        return None
    if bare(tokens, position + 1, "digits") or year_number(tokens, position + 1):
        return None
    return unit or "", 1, position + 1 + one


def window_rule(tokens: Tokens, position: int) -> Match | None:
    """الأيام الثلاثة الماضية · الأشهر الأخيرة · العقدين الماضيين · الساعات الـ24 المقبلة · 3 أيام القادمة"""
    number: int | None = None
    start = position + (tokens[position].form == "ال" and tokens[position].senses.get("article") is not None)
    counted = count(tokens, start) or _definite_count(tokens, start)
    if counted:
        number, start = counted
        unit = bare(tokens, start, "units") or bare(tokens, start, "units_def") or bare(tokens, start, "unit")
    else:
        unit = sense(tokens, start, "units_def") or sense(tokens, start, "dual_def")
        number = 2 if sense(tokens, start, "dual_def") else None
    if unit is None:
        return None
    last = start + 1
    for _ in range(3):
        if (spelled := bare(tokens, last, "card_def")) is not None:
            number, last = int(spelled), last + 1
        elif bare(tokens, last, "vague") or form(tokens, last) == "ال":
            last += 1
        elif (value := digits(tokens, last, 1, 999)) is not None and form(tokens, last - 1) == "ال":
            number, last = value, last + 1
    rel = bare(tokens, last, "rel") or bare(tokens, last, "rel_recent")
    if rel not in ("last", "next") or (number is None and unit in ("N", "S")):
        return None
    return Match(Window(unit, number, -1 if rel == "last" else 1), position, last + 1, 0.9)


def _definite_count(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """«الثلاثين عاما», «الخمسة أيام»: the number with the article, and the position behind."""
    value = sense(tokens, position, "card_def")
    return (int(value), position + 1) if value is not None else None


def pair_rule(tokens: Tokens, position: int, read: Read) -> Match | None:
    """The second of «يومي الثلاثاء والأربعاء» is joined by the range of the grammar; this opens it."""
    if sense(tokens, position, "pair") != "D":
        return None
    inner = read(tokens, position + 1)
    if inner is None or not isinstance(inner.node, (CalendarDate, Shift)) or tokens[position + 1].clitic:
        return relday_rule(tokens, position + 1, read) if position + 1 < len(tokens) else None
    return inner._replace(first=position)
