"""What a time or a place tells beside its value: the clock and its zone, start or end, a plan given up, a direction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from core.compare.parties import is_located, word_index
from core.compare.periods import dates_nothing
from core.compare.ruled_out import is_ruled_out
from core.compare.seats import is_seat, taker
from core.compare.senses import meaning, says_something
from core.extract.clauses import Clause
from core.extract.concepts import rows, state_names
from core.model import Claim, ClaimKind, Entity, Label, Span, TimeKind, TimeValue
from core.text.arabic import fold
from core.text.stems import root

Hours = tuple[float, float]  # of the day, from 0

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::\d\d)?(Z?)$")
# Parts of the day (TIMEX3), as newsrooms use their words; the night reaches into the next day.
_PARTS: dict[str, Hours] = {"TMO": (3, 12), "TMI": (11, 14), "TAF": (12, 18), "TEV": (16, 24), "TNI": (18, 30)}
_ZONE_REACH = 6  # words behind an hour that may tell whose clock it is
_ZONE_BACK = 40  # … and before it
_OTHERWISE, _OTHERWISE_REACH = frozenset(("اي", "يعادل", "يوافق", "الموافق", "يقابل")), 3  # one hour by another clock
_ZONE_WORDS = frozenset(("بتوقيت", "بالتوقيت", "توقيت"))
# «كان مقررا يوم …», «اقترحت موسكو إجراءه يوم …»: the day was planned or proposed, and may have been given up.
_WAS = frozenset(("كان", "كانت", "كانا", "وكان", "وكانت"))
_SET = frozenset(
    ("مقررا", "مقرره", "المقرر", "المفترض", "مفترضا", "يفترض", "منتظرا", "المنتظر", "مزمعا", "المزمع", "محددا")
)
_SET_AT = frozenset(("مقررا", "مقرره", "مزمعا", "مزمعه", "محددا", "محدده"))  # «وكانت المكالمة بينهما مقررة الاثنين»
_SET_REACH, _SET_FAR = 3, 14  # words behind «كان»
_AHEAD = frozenset(f"ال{word}{end}" for word in ("مقرر", "مزمع", "مرتقب", "منتظر") for end in ("", "ه"))
_AHEAD_REACH = 4  # words from one of these to a time
_PROPOSED = frozenset(("اقترح", "اقترحت", "اقترحا", "ارجي", "ارجيت", "تاجل", "تاجلت", "بدلا", "الغي", "الغيت"))
_OFFERED = frozenset(("عرض", "عرضت", "عرضا"))
_OFFER, _OFFER_REACH = frozenset(("بدلا", "اجراء", "عقد", "موعد", "موعدا", "ان", "تاجيل", "يوم", "لقاء", "قمه")), 4
_ACT_REACH = 8  # words before a time or a place that tell what was done
_ACT_WORDS = 2
_LIGHT = frozenset(
    ("وقع", "وقعت", "حدث", "حدثت", "جري", "جرت", "تمت", "كان", "كانت", "يجري", "تجري", "ستجري", "سيجري")
) | {
    *("اجري", "اجريت", "الساعه", "يوم", "مساء", "صباح", "فجر", "ليل", "ظهر", "عصر", "تمام", "حدود", "عند", "المقرر"),
    *("المنتظر", "المتوقع", "مدينه", "منطقه", "بلده", "قريه", "محافظه", "ولايه"),
}
_SPEAKERS = (Label.PER, Label.ORG)
_LASTS = frozenset(root(form) for form in ("تواصل", "تتواصل", "استمر", "يستمر", "استانف", "واصل", "يواصل"))
_COMMAS = frozenset("،,؛;")
_NIGHT = "الليل"
# Behind one of these a body is what they speak of, or whose official he is.
_TOPICS = frozenset(
    ("توسع", "توسيع", "تمدد", "بشان", "حول", "انضمام", "ضم", "عضويه", "قوات", "امين", "الامين", "نشاط")
) | {
    *("انشطه", "رفض", "توسعه", "تجاه", "ضد", "رد", "ردود", "عن", "باسم"),
}
_TOPIC_REACH = 3  # words before it
_JOINS = frozenset(("في", "يوم", "يومي", "مدينه", "بمدينه", "خلال"))
# What begins a clause that goes on from the one before it with an hour.
_GOES_ON = frozenset(("عند", "في", "الساعه", "وهو", "وهي", "الذي", "التي"))
_OFF, _OFF_REACH = {"قبل": -1, "بعد": 1}, 6
_SPELLS = {("نصف", "ساعه"): 30, ("ربع", "ساعه"): 15, ("ساعه",): 60, ("ساعتين",): 120}
_MINUTES = frozenset(("دقيقه", "دقايق"))
_SMALL_HOURS = re.compile("T0[0-3]")
_EVE = re.compile(r"ليله (?:يوم )?(?:الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت)(?! علي)")
_COMPASS = {
    word: point
    for point, words in {
        "N": "شمال الشمال شمالي الشمالي الشماليه شماليه",
        "S": "جنوب الجنوب جنوبي الجنوبي الجنوبيه جنوبيه",
        "E": "شرق الشرق شرقي الشرقي الشرقيه شرقيه",
        "W": "غرب الغرب غربي الغربي الغربيه غربيه",
    }.items()
    for word in words.split()
}
_OPPOSITE = {"N": "S", "S": "N", "E": "W", "W": "E"}
_COMPASS_REACH = 1
_BESIDE = 4  # words between two names of one place


@dataclass(frozen=True, slots=True)
class Circumstance:
    """`zone`: minutes ahead of UTC, None where untold. `edge`: "begins", "ends" or "". `compass`: of N, E, S, W.

    `former`: the day of a plan that need not have come true. `taker`: who takes part from a place.
    """

    clock: int | None = None  # minutes of the day
    dated: bool = False  # the clause tells the day of an hour; else it is the article's own
    part: Hours | None = None
    zone: int | None = None
    edge: str = ""
    former: bool = False
    compass: frozenset[str] = frozenset()
    taker: str = ""
    denied: bool = False  # of a means, a day or a place: it was another one
    act: tuple[str, ...] = ()  # what was done then or there: meanings of the words before it, the nearest first
    # Places named right beside one: it may lie in them («ويلمنغتون بديلاوير»); of a medium, who may speak to it.
    beside: frozenset[str] = frozenset()
    goes_on: bool = False  # … and went on for longer («تواصل», «استمر»)
    town: str = ""  # that stands right beside a time («في جنيف في 10 يناير»)
    dateless: bool = False  # a period in which several are counted, a holiday
    host: str = ""  # the alliance or organisation whose meeting a time is of («اجتماع مع الحلف يوم 12»)


_NONE = Circumstance()


def circumstance(clause: Clause, entities: Sequence[Entity], claim: Claim) -> Circumstance:
    """What the clause tells beside the value of a time or a place; nothing for other claims."""
    if claim.kind is ClaimKind.TIME and isinstance(claim.value, TimeValue):
        told = _of_time(clause, claim, claim.value)
        return replace(
            told,
            act=_act(clause, entities, claim),
            goes_on=_goes_on(clause),
            town=_town(clause, entities, claim),
            host=_host(clause, claim),
            dateless=dates_nothing(clause, entities, claim),
            denied=is_ruled_out(clause, claim),
        )
    if claim.kind is ClaimKind.CHANNEL:
        denied = is_ruled_out(clause, claim)
        return Circumstance(denied=denied, beside=frozenset(e.name for e in entities if e.label in _SPEAKERS))
    if claim.kind is ClaimKind.PLACE:
        first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
        denied = is_ruled_out(clause, claim)
        near = clause.words.forms[max(first - _COMPASS_REACH, 0) : last + 1]
        compass = frozenset(_COMPASS[form] for form in near if form in _COMPASS)
        who, act = taker(clause, entities, claim), _act(clause, entities, claim)
        towns = (e for e in entities if e.label == Label.LOC and not claim.start <= e.start < claim.end)
        beside = frozenset(e.name for e in towns if -_BESIDE < word_index(clause, e.start) - last < _BESIDE)
        return Circumstance(
            compass=compass,
            taker=who,
            act=act,
            goes_on=_goes_on(clause),
            beside=beside,
            denied=denied,
            former=is_former(clause, first),
        )
    return _NONE


def former_from(clause: Clause) -> int:
    """The word from which on days are those of a plan given up, or behind the last word."""
    forms = clause.words.forms
    return next((i for i in clause.indices if _proposes(forms, i) or was_set(clause, i)), len(forms))


def _proposes(forms: Sequence[str], index: int) -> bool:
    """«اقترح», «أرجئ»; «عرض» only of a meeting («عرضت بدلا من ذلك يوم السبت»), not of a view («عرض تقييمه»)."""
    if forms[index] not in _OFFERED:
        return forms[index] in _PROPOSED
    return not _OFFER.isdisjoint(forms[index + 1 : index + 1 + _OFFER_REACH])


def is_former(clause: Clause, position: int) -> bool:
    """Whether a time at this word is of a plan given up; «كان مقررا بحث المحادثات المزمعة في 10 يناير»: that is not."""
    if clause.inside is not None and clause.inside.cue is not None and fold(clause.inside.cue.text) in _PROPOSED:
        return True  # «اقترحت موسكو عقد المحادثات في هلسنكي»
    start = former_from(clause)
    near = clause.words.forms[max(start + _SET_REACH + 1, position - _AHEAD_REACH) : position]
    return start < position and _AHEAD.isdisjoint(near)


def was_set(clause: Clause, index: int) -> bool:
    """«كان مقررا», «كانت من المفترض» at a word."""
    forms = clause.words.forms
    if forms[index] not in _WAS:
        return False
    near, behind = forms[index + 1 : index + 1 + _SET_REACH], forms[index + 1 : index + 1 + _SET_FAR]
    return bool(_SET & set(near) or _SET_AT & set(behind))


def same_act(a: Circumstance, b: Circumstance) -> bool:
    """Alike words lead to both: «الفحص الطبي يوم الاثنين», «يجري الفحص الطبي الأحد»; none goes on for days."""
    if not a.act or not b.act or a.goes_on or b.goes_on:
        return False
    shared = set(a.act) & set(b.act)
    return len(shared) >= _ACT_WORDS and (a.act[0] in shared or b.act[0] in shared)


def _act(clause: Clause, entities: Sequence[Entity], claim: Claim) -> tuple[str, ...]:
    words, first = clause.words, word_index(clause, claim.start)
    named = [Span(e.start - 2, e.end) for e in entities]
    before = range(first - 1, max(first - 1 - _ACT_REACH, clause.indices.start - 1), -1)
    return tuple(
        meaning(words.forms[index])
        for index in before
        if says_something(words.forms[index])
        and words.forms[index].removeprefix("و") not in _LIGHT
        and not any(name.start <= words.spans[index].start < name.end for name in named)
    )


def _town(clause: Clause, entities: Sequence[Entity], claim: Claim) -> str:
    """The town next to a time."""
    named = (e for e in entities if e.label == Label.LOC and e.name not in state_names())
    for town in (e for e in named if _is_beside(clause, claim, e)):
        begin = word_index(clause, town.start)
        if is_located(clause, town, begin) and not is_seat(clause, begin):
            return town.name
    return ""


def day_beside(clause: Clause, entities: Sequence[Entity], claim: Claim) -> tuple[str, str] | None:
    """The day told next to a place («في بروكسل في الثاني عشر من الشهر»), or None."""
    values = (e.value for e in entities if isinstance(e.value, TimeValue) and _is_beside(clause, claim, e))
    days = ((v.begin[:10], v.end[:10]) for v in values if isinstance(v, TimeValue) and v.begin and v.end)
    return next((day for day in days if day[0] == day[1]), None)


def _is_beside(clause: Clause, claim: Claim, entity: Entity) -> bool:
    """Nothing but prepositions stands between a claim and a name or time outside it."""
    if claim.start <= entity.start < claim.end:
        return False
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    begin, end = word_index(clause, entity.start), word_index(clause, entity.end - 1)
    forms = clause.words.forms
    return set(forms[end + 1 : first] if end < first else forms[last + 1 : begin]) <= _JOINS


def _host(clause: Clause, claim: Claim) -> str:
    """The body nearest to a time that is one of those who meet, not what they speak of («توسع الحلف»)."""
    forms, position = clause.words.forms, word_index(clause, claim.start)
    told = [
        (abs(index - position), name)
        for index in clause.indices
        if (name := _host_at(forms, index))
        and not _TOPICS & {form.removeprefix("و") for form in forms[max(index - _TOPIC_REACH, 0) : index]}
        and not _COMMAS & set(forms[min(index, position) : max(index, position)])
    ]
    return min(told, default=(0, ""))[1]


def _host_at(forms: Sequence[str], index: int) -> str:
    pair = f"{forms[index - 1]}_{forms[index]}" if index else ""
    form = forms[index].removeprefix("و").removeprefix("ب")
    return _hosts().get("ال" + form[2:] if form.startswith("لل") else form, "") or _hosts().get(pair, "")


@cache
def bodies() -> frozenset[str]:
    """Alliances and organisations that meet under their own name."""
    return frozenset(_hosts().values())


@cache
def _hosts() -> dict[str, str]:
    return {fold(form): row[0] for row in rows("hosts") for form in row[1].split()}


def _goes_on(clause: Clause) -> bool:
    return any(root(clause.words.forms[index]) in _LASTS for index in clause.indices)


def opposed(a: Circumstance, b: Circumstance) -> bool:
    """One lies in the east, the other in the west."""
    return any(_OPPOSITE[point] in b.compass for point in a.compass) and not a.compass & b.compass


def moment(told: Circumstance, day: str) -> datetime | None:
    """When it is by UTC, where the zone is told."""
    if told.clock is None or told.zone is None:
        return None
    return datetime.fromisoformat(day) + timedelta(minutes=told.clock - told.zone)


def _of_time(clause: Clause, claim: Claim, value: TimeValue) -> Circumstance:
    position = word_index(clause, claim.start)
    edges = [hit for hit in clause.words.of("cues") if hit.id in ("begins", "ends") and hit.last < position]
    forms, start = clause.words.forms, clause.indices.start
    if forms[start] not in _GOES_ON:  # «وانتهى الاتصال، وهو الرابع منذ يناير، عند الساعة …»
        edges = [hit for hit in edges if hit.first in clause.indices]
    edge = edges[-1].id if edges else ""
    former = is_former(clause, position)
    if told := _CLOCK.search(value.timex):
        minutes = int(told[1]) * 60 + int(told[2] or 0)
        if minutes == 0 and _NIGHT in fold(claim.text):
            minutes = 24 * 60  # «منتصف الليل» ends the day that is told
        minutes += _minutes_off(forms, position)
        zone = 0 if told[3] else _zone(clause, position, value.begin)
        return Circumstance(clock=minutes, dated=tells_day(clause), zone=zone, edge=edge, former=former)
    return Circumstance(part=_PARTS.get(value.timex[10:]), dated=tells_day(clause), edge=edge, former=former)


def _minutes_off(forms: Sequence[str], position: int) -> int:
    """«قبل نحو نصف ساعة من منتصف الليل»: how far from the hour at `position` the one is that is meant."""
    if tuple(forms[position - 1 : position]) != ("من",):
        return 0
    near = tuple(forms[max(position - _OFF_REACH, 0) : position - 1])
    lead = next((at for at, form in enumerate(near) if form in _OFF), None)
    if lead is None:
        return 0
    told = near[lead + 1 :]
    numbers = [int(form) for form in told if form.isdecimal()]
    if told and told[-1] in _MINUTES and numbers:
        return _OFF[near[lead]] * numbers[-1]
    return _OFF[near[lead]] * _SPELLS.get(told[-2:], _SPELLS.get(told[-1:], 0))


def tells_day(clause: Clause) -> bool:
    forms = clause.words.forms
    return any(
        forms[index : index + len(words)] == words
        for index in clause.indices
        for words in _day_words().get(forms[index], ())
    )


def own_days(clause: Clause, claim: Claim, value: TimeValue, known: tuple[str, str] | None) -> tuple[str, str] | None:
    """The days of an hour that the words leave open are those `known` of its event, if one; else None."""
    if value.kind is not TimeKind.TIME:
        return None
    if night := eve_and_day(claim.text, value):
        return night
    return known if known and known[0] == known[1] and not tells_day(clause) else None


def eve_and_day(text: str, value: TimeValue, *, night: bool = False) -> tuple[str, str] | None:
    """«ليلة الجمعة» begins on the evening before; so does what goes on at night («في الساعة 00:25»)."""
    if value.kind is not TimeKind.TIME or not value.begin or not value.end:
        return None
    if not _EVE.match(fold(text)) and not (night and _SMALL_HOURS.search(value.timex)):
        return None
    return (date.fromisoformat(value.begin[:10]) - timedelta(days=1)).isoformat(), value.end


@cache
def _day_words() -> dict[str, list[tuple[str, ...]]]:
    """Words of days and months, by the first one («بعد غد»)."""
    days = {"month", "weekday", "relday", "hijri"}
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for row in rows("time_words"):
        if row[1] in days:
            words = tuple(fold(row[0]).split())
            found[words[0]].append(words)
    return found


def _zone(clause: Clause, position: int, day: str | None) -> int | None:
    """Of the zone told behind an hour («أي السادسة مساء في موسكو» too), else of the one before it in the sentence."""
    forms = clause.words.forms
    behind = range(position, min(position + _ZONE_REACH, len(forms)))
    before = range(position - 1, max(position - _ZONE_BACK, -1), -1)
    told = next((index for index in behind if forms[index] in _ZONE_WORDS), None)
    again = any(forms[index] in _ZONE_WORDS for index in before)  # «الثالثة بتوقيت غرينتش (السادسة في موسكو)»
    if told is None and (again or _OTHERWISE & set(forms[max(position - _OTHERWISE_REACH, 0) : position])):
        told = next((i for i in behind if forms[i] == "في" and forms[i + 1 : i + 2] in _zones()), None)
    if told is None:
        told = next((index for index in before if forms[index] in _ZONE_WORDS), None)
    if told is None or not day:
        return None
    spans = (forms[told + 1 : told + 1 + n] for n in (3, 2, 1))
    named = next((span for span in spans if span in _zones()), None)
    if named is None:
        return None
    minutes, summer = _zones()[named]
    return minutes + (60 if _is_summer(date.fromisoformat(day), summer) else 0)


@cache
def _zones() -> dict[tuple[str, ...], tuple[int, str]]:
    return {
        tuple(name.split("_")): (int(minutes), summer)
        for names, minutes, summer in rows("zones")
        for name in names.split()
    }


def _is_summer(day: date, rule: str) -> bool:
    if rule == "eu":
        return _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    if rule == "us":
        return _sunday_from(date(day.year, 3, 8)) <= day < _sunday_from(date(day.year, 11, 1))
    return False


def _sunday_from(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def _last_sunday(year: int, month: int) -> date:
    return _sunday_from(date(year, month, 25))
