"""How long a meeting took by the hours of its beginning and end; that it is left open how long it takes («مدته متروكة
للرئيسين», «ولا يعرف كم سيستمر»)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Words
from core.extract.evidence import Evidence, hits_in
from core.model import Approx, Entity, Quantity, QuantityKind, Span, TimeValue
from core.text.stems import variants

_LENGTH = frozenset(("مده", "مدته", "مدتها", "مدتهما", "المده", "ومدته", "ومدتها", "سقف", "سقفا"))
_TIMED = frozenset(("زمني", "زمنيا", "زمنيه"))  # «سقف زمني»
# Who decides of it, or that nobody told it; the bare stem of each verb.
_LEFT = ("حدد", "حدده", "حددها", "حددان", "حددانها", "قرر", "قرره", "قررها", "قرران", "قررانها", "عود", "توقف", "عرف")
_OPEN = frozenset(("متروكه", "متروك", "رهن", "بيد", "مرهونه", "مفتوحه", "مفتوح", "منوطه", "منوط", "قرار")) | {
    *("لا", "ولا", "بلا", "دون", "لم", "ولم", "غير"),
}
_MANY = frozenset(("كم", "وكم"))
_LASTS = ("ستمر", "ستغرق", "دوم", "طول", "متد")
_LONG = frozenset(("مطوله", "مطولا", "طويله", "طويلا", "مطولين"))
_WILL_BE = frozenset(("ستكون", "سيكون", "وستكون", "وسيكون"))
_REACH, _BACK = 9, 3  # words between the length and what is said of it, behind it and before

_BEGINS = frozenset(("~بدا", "~نطلق", "انطلق", "~ستهل"))
_ENDS = frozenset(("~نته", "~ختتم", "اختتم"))
_HOUR = re.compile(r"T(\d\d)(?::(\d\d))?")
_ZONE, _ZONE_REACH = frozenset(("بتوقيت", "توقيت")), 4  # words from an hour to its zone
_HALF_DAY, _LONGEST = 720, 600  # minutes: by which «15:35 … الرابعة و25 دقيقة» is told, beyond which no talks last


def clocked_lengths(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """«بدأت في الساعة 15:35 وانتهت في الساعة 16:25»: fifty minutes, from the first of its words to the last.

    Of hours by two clocks nothing is told.
    """
    words = clause.words
    hours = [(e, told) for e in here if isinstance(e.value, TimeValue) and (told := _HOUR.search(e.value.timex))]
    ends = [i for i in clause.indices if variants(words.forms[i]) & _ENDS]
    begins = [i for i in clause.indices if variants(words.forms[i]) & _BEGINS]
    if len(hours) < 2 or not begins or not ends or begins[0] > ends[-1]:
        return
    begin = next((hour for hour in hours if words.at(hour[0].start) > begins[0]), None)
    end = next((hour for hour in hours if words.at(hour[0].start) > ends[-1]), None)
    if begin is None or end is None or not words.at(begin[0].start) < ends[-1]:
        return
    zones = {zone for entity, _ in (begin, end) if (zone := _zone(words, entity))}
    first, last = (int(told[1]) * 60 + int(told[2] or 0) for _, told in (begin, end))
    after = (last - first + late for late in (0, _HALF_DAY, 2 * _HALF_DAY))
    minutes = next((length for length in after if length > 0), 0)
    if len(zones) < 2 and 0 < minutes <= _LONGEST:
        value = Quantity(minutes, minutes, "دقيقة", Approx.EXACT, QuantityKind.DURATION, f"PT{minutes}M")
        yield Evidence(Span(begin[0].start, end[0].end), value)


def _zone(words: Words, hour: Entity) -> str:
    last = words.at(hour.end - 1)
    near = range(words.at(hour.start), min(last + _ZONE_REACH, len(words.forms) - 1))
    return next((words.forms[i + 1] for i in near if words.forms[i] in _ZONE), "")


def open_lengths(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """What leaves the length of a meeting open, without a value; nothing where the clause tells a time that lasts."""
    if any(isinstance(e.value, Quantity) and e.value.kind is QuantityKind.DURATION for e in here):
        return
    words, indices = clause.words, clause.indices
    if not any("m" in hit.flags for hit in words.of("events")):
        return
    found = next(filter(None, (_left_open(words, index, indices) for index in indices)), None) or _told_long(clause)
    if found is not None:
        yield Evidence(Span(words.spans[found.start].start, words.spans[found.stop - 1].end), None)


def _left_open(words: Words, index: int, indices: range) -> range | None:
    forms = words.forms
    if forms[index] in _MANY:
        lasts = index + 1 < indices.stop and forms[index + 1].lstrip("وفس")[1:] in _LASTS
        return range(index, indices.stop) if lasts else None
    if forms[index] not in _LENGTH or (forms[index][:3] == "سقف" and not _TIMED & set(forms[index + 1 : index + 2])):
        return None
    near = range(max(index - _BACK, indices.start), min(index + 1 + _REACH, indices.stop))
    said = [at for at in near if forms[at] in _OPEN or _is_left(forms[at])]
    if not said:
        return None
    behind = said[-1] > index  # «مدته يحددها الرئيسان»: to the end; «سيحددان مدته» ends with it
    return range(min(said[0], index), indices.stop if behind else index + 1 + (forms[index][:3] == "سقف"))


def _is_left(form: str) -> bool:
    """«يحددها», «سيقررها»: an imperfect of deciding, «تعود إلى»."""
    stem = form.lstrip("وف").removeprefix("س")
    return stem[:1] in ("ي", "ت") and stem[1:] in _LEFT


def _told_long(clause: Clause) -> range | None:
    """«المحادثات ستكون مطولة»: what says so, behind a meeting."""
    forms, stop = clause.words.forms, clause.indices.stop
    meetings = [hit for hit in hits_in(clause, "events") if "m" in hit.flags]
    for index in clause.indices:
        if forms[index] in _WILL_BE and any(hit.last < index for hit in meetings):
            long = next((at for at in range(index + 1, min(index + 3, stop)) if forms[at] in _LONG), None)
            return range(index, long + 1) if long is not None else None
    return None
