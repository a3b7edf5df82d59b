"""When and where each event of a clause is: times and places go to the event nearest to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from core.compare.circumstances import eve_and_day, is_former, tells_day
from core.compare.parties import is_located, word_index
from core.compare.periods import is_feast
from core.compare.relative import told_of_another
from core.compare.seats import is_seat
from core.extract.clauses import Clause
from core.extract.concepts import Hit, state_names
from core.extract.speech.cues import Form, cues
from core.model import Entity, Label, TimeKind, TimeValue
from core.text.arabic import fold

Days = tuple[str, str]  # inclusive ISO days

_ANNOUNCES = frozenset(
    [
        *("أعلن", "أكد", "ذكر", "أفاد", "كشف", "أشار", "لفت", "ألمح", "أوضح", "صرح", "نشر", "أبلغ", "أخطر", "رجح"),
        *("توقع", "استبعد", "نفى", "رفض", "اقترح", "طلب", "دعا", "رحب", "أشاد", "انتقد", "ندد", "تساءل", "دافع"),
    ]
)
# «وسط», «في ظل», «على وقع», «على خلفية», «خشية»
BACKDROP = frozenset(("وسط", "ظل", "وقع", "خلفيه", "خشيه", "تحسبا", "تخوفا", "غمره"))
_OF_IT = frozenset(("عنها", "عنه", "عنهما", "اليها", "اليه"))
_AGREES = frozenset(
    [
        *("وافق", "وافقت", "وافقا", "اتفق", "اتفقت", "اتفقا", "قرر", "قررت", "قررا", "الغي", "الغت", "اجل", "اجلت"),
        *("ووافق", "ووافقت", "واتفق", "واتفقت", "واتفقا", "وقرر", "وقررت", "وعرض", "عرض", "عرضت"),
    ]
)
# What leads from such a verb to the event (a «ب» is written with it); «انتهاء», «بدء» would be of its day.
_OBJECT_LEADS = frozenset(
    [
        *("عن", "علي", "الي", "ب", "موعد", "اجراء", "باجراء", "عقد", "بعقد", "لعقد", "انعقاد", "ترتيب"),
        *("الغاء", "تاجيل", "ارجاء", "تنظيم", "استضافه", "الاعداد", "التحضير", "قرب", "احتمال", "امكان", "فكره"),
    ]
)
ABOUT = frozenset(("حول", "بشان", "عن", "ازاء", "بخصوص", "لبحث", "لمناقشه"))
_TOPIC_COST, _JOINED = 10, 3  # words from «حول» to a second topic («محادثات حول أوكرانيا والضمانات»)
_WHICH, _WHICH_REACH = frozenset(("الذي", "التي")), 6
_BEHIND_COST = 6
_ANEW_COST = 8
_ROUGH_COST = 50  # more than any distance in a clause of some length
_DAYS_OF_A_WEEK = 7
_LONG_UNITS = ("اسبوع", "اسابيع", "باسبوع", "باسابيع", "شهر", "شهور", "اشهر", "بشهر", "سن", "بسن")
_NIGHT_HOUR = re.compile(r"T0[0-4]")
_ASKING = frozenset(("طالبا", "طالبه", "طالبين", "مقترحا", "مقترحه", "عارضا", "عارضه"))
_THESE = ("هذا", "هذه")
_PREPARES = frozenset(("تحضيرا", "استعدادا", "تمهيدا", "ترقبا"))
_THAT = frozenset(("ان", "بان", "انه", "انها", "بانه", "بانها"))
_PLACE_REACH = 9  # words between an event and its place
_SETTING_WORDS = 8  # of a clause that is but a setting
_AT = (("في",), ("يوم",))
# What follows an ordinal that stands for an event («الأولى عبر الفيديو»، «والثانية هاتفيا»).
LISTED_AT = frozenset(("في", "يوم", "يومي", "عبر", "هاتفيا", "بالهاتف", "بالفيديو", "حضوريا"))


def goes_on(clauses: Sequence[Clause], hits: Sequence[Sequence[Hit]], number: int) -> bool:
    """«التقيا مرة واحدة، في 16 يونيو في جنيف»: the next clause is but the setting of what this one tells."""
    if number + 1 >= len(clauses) or clauses[number + 1].sentence != clauses[number].sentence:
        return False
    following = clauses[number + 1]
    if not following.indices:
        return False  # nothing but a tatweel
    first = following.words.forms[following.indices.start]
    if first == "وذلك" and following.words.forms[following.indices.start + 1 :][:1] in _AT:
        return True  # «لم يلتقيا إلا مرة، وذلك في 16 يونيو بجنيف في لقاء دام …»
    short = len(following.indices) <= _SETTING_WORDS and following.frame is None
    return short and first in LISTED_AT and not any(hit.table in ("events", "cues") for hit in hits[number + 1])


def settings(
    clause: Clause, events: Sequence[Hit], entities: Sequence[Entity]
) -> tuple[dict[int, Days], dict[int, str]]:
    """Word of the event → its days, and its place: each goes to the event nearest before it, else behind it."""
    whens: dict[int, Days] = {}
    near: dict[int, int] = {}
    places: dict[int, str] = {}
    known = state_names()
    for entity in entities:
        position = word_index(clause, entity.start)
        own = [hit for hit in events if not is_of_another_day(clause, hit.first, position)]
        best = min(own, key=lambda hit: event_cost(clause, hit.first, hit.last, position), default=None)
        if best is None or _THAT & set(clause.words.forms[position + 1 : best.first]):
            continue  # «كشفت يوم الجمعة أن هجوما …» dates what was told
        former = told_of_another(clause, best.last, position) or _is_since(clause, best, entity)
        if former or is_feast(clause.words.forms, position):
            continue
        value = entity.value
        if isinstance(value, TimeValue):
            rough = _is_counted(entity) or _is_long(value)  # «مساء الخميس، محادثة هي الثانية خلال ديسمبر»
            cost = event_cost(clause, best.first, best.last, position) + (_ROUGH_COST if rough else 0)
            kept = not is_former(clause, position) and not _is_night_hour(clause, value)
            nearest = cost < near.get(best.first, cost + 1) and kept
            if value.begin and value.end and value.kind is not TimeKind.SET and nearest:
                days = eve_and_day(entity.text, value, night="m" in best.flags) or (value.begin, value.end)
                whens[best.first], near[best.first] = days, cost
        elif (
            entity.label == Label.LOC
            and entity.name not in known
            and not is_seat(clause, position)
            and (is_located(clause, entity, position) or position - best.last == 1)
            and event_cost(clause, best.first, best.last, position) <= _PLACE_REACH
        ):
            places.setdefault(best.first, entity.name)
    return whens, places


def is_dayless(clause: Clause, entities: Sequence[Entity]) -> bool:
    """«وبدأت المكالمة عند الساعة 10:07»: nothing but hours, of a day that was told before."""
    times = [e.value for e in entities if isinstance(e.value, TimeValue) and e.value.begin]
    return bool(times) and all(value.kind is TimeKind.TIME for value in times) and not tells_day(clause)


def is_of_another_day(clause: Clause, event: int, position: int) -> bool:
    """«أعلن الكرملين أمس عن مكالمة», «وافق الخميس على عقد لقاء»: the time at `position` is that of the announcement.

    «يتحدثان الثلاثاء وسط مخاوف من هجوم»: what stands behind «وسط» is the backdrop of what was then.
    """
    forms = clause.words.forms
    if not BACKDROP.isdisjoint(forms[position + 1 : event]):
        return True
    if event < position:
        prepared = event > 0 and forms[event - 1].removeprefix("و") in _PREPARES and "،" in forms[event:position]
        return prepared or _is_announced_of(forms, event, position)  # «تحضيرا للقمة، أجرى أمس محادثات»
    if forms[position - 1 : position] == ("علي",):
        return False  # «اتفقا على يوم الاثنين لعقد القمة»
    first = event - any(hit.first == event - 1 for hit in clause.hits.get("events", ()))  # «عن مكالمة هاتفية»
    first -= forms[first - 1] in _THESE
    if not position < first or _led_by(forms, first) not in _OBJECT_LEADS:
        return False
    if not _ASKING.isdisjoint(forms[position + 1 : first]):
        return True  # «اتصل به الاثنين طالبا عقد اللقاء»
    told = [at for at in range(clause.indices.start, position) if forms[at] in _announcing()]
    return bool(told) and not _THAT & set(forms[told[-1] + 1 : position])


def _is_announced_of(forms: Sequence[str], event: int, position: int) -> bool:
    """«المكالمة التي أعلن عنها الكرملين أمس», «… التي أكدها الخميس»: told of the event by its own relative clause."""
    which = next((at for at in range(event + 1, position) if forms[at] in _WHICH), position)
    return any(
        forms[at + 1] in _OF_IT or (forms[at].endswith("ها") and forms[at][:-2] in _announcing())
        for at in range(which + 1, min(which + 3, position))
        if forms[at] in _announcing() or forms[at].endswith("ها")
    )


def _led_by(forms: Sequence[str], event: int) -> str:
    return forms[event][:1] if forms[event][:2] == "با" else forms[event - 1]


@cache
def _announcing() -> frozenset[str]:
    """Verbs that tell of an event without taking part in it, in all their forms."""
    told = (form for form, cue in cues().items() if cue.lemma in _ANNOUNCES and cue.form is not Form.NOUN)
    return _AGREES | frozenset(told)


def _is_since(clause: Clause, event: Hit, entity: Entity) -> bool:
    """«أول اجتماع منذ 2019», «الأدنى في انتخابات منذ سقوط النظام في 2011»: since then, not on that day."""
    if not {"m", "p"} & set(event.flags):
        return False
    between = clause.words.forms[event.last + 1 : word_index(clause, entity.start) + 1]
    return "منذ" in between and "وذلك" not in between


def _is_night_hour(clause: Clause, value: TimeValue) -> bool:
    """«انتهى في الساعة 00:25»: an hour past midnight without a day is of the night before, or of any other."""
    told = _NIGHT_HOUR.search(value.timex)
    return told is not None and value.kind is TimeKind.TIME and not tells_day(clause)


def _is_counted(entity: Entity) -> bool:
    """«قبل ذلك بثلاثة أسابيع»: a day counted in weeks or longer, which a date beside it tells better."""
    value = entity.value
    day = isinstance(value, TimeValue) and value.begin is not None and value.begin == value.end
    return day and any(form.startswith(_LONG_UNITS) for form in fold(entity.text).split())


def _is_long(value: TimeValue) -> bool:
    """A month, a year: what a day beside it tells better."""
    if not value.begin or not value.end:
        return False
    return (date.fromisoformat(value.end[:10]) - date.fromisoformat(value.begin[:10])).days > _DAYS_OF_A_WEEK


def _opens_anew(forms: Sequence[str], position: int) -> bool:
    """«تحدثا مرتين، وفي منتصف يونيو عقدا لقاء»: a time behind a comma and «وفي» is of what follows."""
    return forms[position - 1 : position] == ("وفي",) and forms[position - 2 : position - 1] in (("،",), (",",))


def event_cost(clause: Clause, first: int, last: int, position: int) -> int:
    """How far an event is from what stands at `position`, in words: least for the one it belongs to.

    What stands behind costs more, since Arabic sets time and place after the event; so does a topic («محادثات حول …»).
    """
    forms = clause.words.forms
    if 0 < first - position <= _WHICH_REACH and _WHICH & set(forms[position + 1 : first]):
        return 0  # «العام 2014 الذي شهد ضمها»
    added = first > 1 and forms[first - 2] in ("فضلا", "ناهيك", "عوضا")  # «فضلا عن محادثات»: one more, no topic
    joined = forms[first][:1] == "و" and bool(ABOUT & set(forms[max(first - _JOINED, 0) : first]))
    topic = _TOPIC_COST if joined or (first and forms[first - 1] in ABOUT and not added) else 0
    if last < position and _opens_anew(forms, position):
        topic += _ANEW_COST
    return topic + (position - last if last < position else first - position + _BEHIND_COST)
