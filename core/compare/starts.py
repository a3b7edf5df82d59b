"""Since when, or within what, the contacts of two are counted: «الخامسة منذ توليه», «ثالث اتصال خلال أقل من شهر»."""

from __future__ import annotations

from datetime import date, timedelta

from core.compare.events import Happening, gap_days
from core.compare.page import Page
from core.compare.parties import word_index
from core.compare.settings import Days
from core.compare.values import seconds
from core.extract.clauses import Clause
from core.model import Claim, ClaimKind, Entity, Label, Quantity, QuantityKind, TimeValue

OFFICE: Days = ("", "")  # since one of them is in office, which all their contacts are
_REACH = 14  # words from a rank to what it is counted from
_FAR = 10  # … and from «منذ» to a day
_SINCE = "منذ"
_INSIDE = frozenset(("خلال", "غضون", "ظرف", "بحر"))
_THIS = frozenset(("في", "هذا", "هذه", "الشهر", "العام", "السنه", "الاسبوع", "لهذا", "لهذه"))
_STOPS = frozenset('،,؛:.؟!»«"')
_AFTER = frozenset(("بعد", "عقب", "اثر", "قبل", "قبيل"))  # «الثانية بعد قمة يونيو» counts that one too
_STEMS = (
    "تول",
    "وصول",
    "دخول",
    "تسلم",
    "استلام",
    "تنصيب",
    "انتخاب",
    "مجي",
    "اعتلا",
    "وصل",
    "دخل",
    "استلم",
    "ادا",
    "فوز",
)
_REIGNS = frozenset(("رياسته", "ولايته", "رياسه", "ولايه", "عهد", "عهده", "حكم", "حكمه"))
_OPENINGS = frozenset(("بدايه", "بدء", "مطلع", "مستهل", "انطلاق", "ان", "بدا"))
_ROUGHLY = frozenset(
    ("اقل", "اكثر", "من", "نحو", "حوالي", "قرابه", "زهاء", "ما", "يزيد", "علي", "قليلا", "بقليل", "هذا")
)
_LENGTHS = {"شهر": 31, "شهرين": 62, "اسبوع": 7, "اسبوعين": 14, "عام": 366, "سنه": 366, "عامين": 731}
_MONTH = 31  # days that a month has at most
_PLACE_REACH = 2  # words from a meeting to its place
_MET, _UNKNOWN = "@", "?"  # before the kind of an undated event
_SLACK = 2  # days by which one start is told in two ways («منذ مطلع الشهر», «خلال أقل من شهر»)


def counted_since(page: Page, number: int, claim: Claim, told: Happening | None) -> Days | None:
    """First and last day on which the count may begin, `OFFICE`, or a mark and the kind of an undated event."""
    if claim.kind is not ClaimKind.QUANTITY or not isinstance(claim.value, Quantity):
        return None
    if claim.value.kind not in (QuantityKind.ORDINAL, QuantityKind.COUNT):
        return None
    clause = page.clauses[number]
    forms, last = clause.words.forms, word_index(clause, claim.end - 1)
    for index in range(last + 1, min(last + 1 + _REACH, len(forms) - 1)):
        form = forms[index]
        if form in _STOPS or form in _AFTER:
            break
        if form == _SINCE:
            return _since(page, clause, index)
        if claim.value.low != 1 and (form in _INSIDE or form in _THIS):  # «الأولى في مطلع الشهر والثانية …»
            day = told.when[1] if told is not None and told.when else (page.analysis.article.published or "")
            if (found := _within(page, clause, index, day)) is not None:
                return found
    return None


def one_start(x: Days | None, y: Days | None) -> bool:
    """Whether two counts begin together; one without a start counts all that there were."""
    x, y = x or OFFICE, y or OFFICE
    if x == y:
        return not x[0].startswith(_UNKNOWN)
    return _is_dated(x) and _is_dated(y) and gap_days(x, y) <= _SLACK


def starts_before(x: Days | None, y: Days | None, published: str) -> bool:
    """Whether a count goes back further than another; «منذ قمة جنيف» further than «هذا الشهر» of an article."""
    x, y = x or OFFICE, y or OFFICE
    if one_start(x, y) or y == OFFICE:
        return False
    if x == OFFICE:
        return True
    if not _is_dated(y) or x[0].startswith(_UNKNOWN):
        return False
    if not _is_dated(x):
        return bool(published) and gap_days(y, (published[:10], published[:10])) <= _MONTH
    return x[1] < y[0]


def _is_dated(start: Days) -> bool:
    return start[0][:1].isdigit()


def _since(page: Page, clause: Clause, index: int) -> Days | None:
    """What stands behind «منذ»: taking office, a day or a period, or another event."""
    forms = clause.words.forms
    word = index + 1 + (forms[index + 1] in _OPENINGS)
    if word < len(forms) and (forms[word].startswith(_STEMS) or forms[word] in _REIGNS):
        return OFFICE
    stop = next((i for i in range(index, min(index + _FAR, len(forms))) if forms[i] in _STOPS), index + _FAR)
    for entity in _entities(page, clause):
        value = entity.value
        if isinstance(value, TimeValue) and index <= word_index(clause, entity.start) < stop:
            return (value.begin[:10], value.end[:10]) if value.begin and value.end else None
    for number, near in enumerate(page.clauses):
        for at, event in page.events[number] if near.sentence == clause.sentence else ():
            if index < at <= index + 2:
                past = event.when is not None and event.when[0] < (page.analysis.article.published or "")
                return event.when if past else _undated(page, clause, at, event)
    return None


def _undated(page: Page, clause: Clause, word: int, event: Happening) -> Days:
    """«منذ قمة جنيف»: a meeting in some place, which is no call and is long over; of any other («منذ القمة
    الافتراضية») nobody knows when it was."""
    places = (e for e in _entities(page, clause) if e.label == Label.LOC)
    placed = any(0 < word_index(clause, e.start) - word <= _PLACE_REACH for e in places)
    return (_MET + event.id,) * 2 if placed else (_UNKNOWN + event.id,) * 2


def _within(page: Page, clause: Clause, index: int, day: str) -> Days | None:
    """«خلال ديسمبر», «هذا الشهر»: from its first day; «في أقل من شهر»: so long before the contact."""
    forms = clause.words.forms
    stop = next((i for i in range(index + 1, len(forms)) if forms[i] not in _ROUGHLY), len(forms))
    behind = range(index, stop + 2)
    for entity in _entities(page, clause):
        if word_index(clause, entity.start) not in behind:
            continue
        value = entity.value
        if isinstance(value, TimeValue) and value.begin and value.end and value.begin != value.end:
            return value.begin[:10], value.begin[:10]
        if isinstance(value, Quantity) and value.kind is QuantityKind.DURATION and day:
            length = seconds(value)
            return _back(day, round((length.high or length.low or 0) / 86400))
    words = [_LENGTHS[forms[at]] for at in behind if at < len(forms) and forms[at] in _LENGTHS]
    return _back(day, words[0]) if words and day else None


def _back(day: str, days: int) -> Days | None:
    """The day so many days before one; None for hours."""
    if not days:
        return None
    start = (date.fromisoformat(day[:10]) - timedelta(days=days)).isoformat()
    return start, start


def _entities(page: Page, clause: Clause) -> list[Entity]:
    """What is named in the sentence, in order."""
    near = (number for number, other in enumerate(page.clauses) if other.sentence == clause.sentence)
    return [entity for number in near for entity in page.entities[number]]
