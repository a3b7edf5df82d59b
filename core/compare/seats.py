"""From where somebody takes part in a contact at a distance («من مقر إقامته في سوتشي»), or where he is meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from core.compare.parties import word_index
from core.extract.clauses import Clause
from core.extract.concepts import heads, leaders, nationality
from core.extract.where import opens_with_place
from core.model import Claim, Entity, Label
from core.text.arabic import fold

# What leads to the place of one who is not with the other.
_SEATS = frozenset(
    [
        *("مقر", "مقره", "مقرها", "مكتب", "مكتبه", "مكتبها", "قصر", "منتجع", "منتجعه", "منزله", "غرفه", "داخل"),
        *("مدينه", "بمدينه", "ولايه", "بولايه"),
    ]
)
_SEAT_REACH = 7  # words from «من» to the name of the place
# Who is somewhere while he speaks to another («وكان بوتين في الكرملين», «ظهر وحيدا في منتجع …»).
_IS_THERE = frozenset(
    [
        *("كان", "كانت", "يكون", "تكون", "سيكون", "ستكون", "ظهر", "ظهرت", "بدا", "بدت", "جلس", "جلست"),
        *("جالسا", "جالسه", "موجودا", "موجوده", "متواجدا", "متواجده", "موجود", "متواجد", "الجالس", "الموجود"),
        *("المتواجد", "وجود", "تواجد"),
    ]
)
# «كان قد أمضى عطلته في …»: where somebody was at another time.
_HOLIDAYS = ("عطل", "اجاز", "عيد")
_THERE_REACH = 10  # words from such a verb to the place
_SPEAKS = frozenset(("تحدث", "تحدثت", "يتحدث", "تتحدث", "تكلم", "تكلمت", "يتكلم", "تتكلم"))
_SPOKEN_FROM = 4  # words from a verb of speaking to «من»
_WITH = frozenset(("مع", "نظيره", "ونظيره", "الي", "بنظيره"))
_PRESIDENT = "رئيس "
_PRESIDENTS = frozenset(("الرييس", "نظيره", "نظيرها", "الزعيم"))
_AIDES = frozenset(("مستشار", "مساعد", "مبعوث", "متحدث", "المتحدث", "باسم", "نايب"))
_COMMAS = frozenset("،,؛;")


def is_seat(clause: Clause, index: int) -> bool:
    """«من مقر إقامته في سوتشي»: from where somebody takes part, not where the meeting is."""
    forms = clause.words.forms[max(index - _SEAT_REACH, 0) : index + 1]
    leads = [at for at, form in enumerate(forms) if form in ("من", "في", "داخل")]
    for at in leads:
        behind = forms[at + 1 :]
        alone = forms[at] == "من" and (len(behind) <= 1 or behind[0] == "البيت")
        if not _COMMAS & set(behind) and (alone or _SEATS & set(behind[:1])):
            return True
    return False


def speaks_from(clause: Clause, verb: int) -> bool:
    """«يتحدث بوتين من الكرملين»: the verb of speaking at this word tells from where."""
    near = range(verb + 1, min(verb + 1 + _SPOKEN_FROM, clause.indices.stop - 1))
    return clause.words.forms[verb].lstrip("وفس") in _SPEAKS and any(
        clause.words.forms[at] == "من" and is_seat(clause, at + 1) for at in near
    )


def is_there(clause: Clause, entities: Sequence[Entity], claim: Claim) -> bool:
    """«فيما كان بوتين في الكرملين»: where one is who is named behind a verb of being there."""
    first, forms = word_index(clause, claim.start), clause.words.forms
    near = range(max(first - _THERE_REACH, clause.indices.start), first)
    there = next((at for at in near if {forms[at], forms[at].removeprefix("و")} & _IS_THERE), None)
    if there is None or (_is_on_holiday(forms[there:first]) and not _meets(clause)):
        return False
    named = any(e.label == Label.PER and there - 2 <= word_index(clause, e.start) < first for e in entities)
    return named or bool(_president(clause, claim))


def _is_on_holiday(forms: Sequence[str]) -> bool:
    return any(form.removeprefix("ال").startswith(_HOLIDAYS) for form in forms)


def _meets(clause: Clause) -> bool:
    return any("m" in hit.flags for hit in clause.hits.get("events", ()))


def taker(clause: Clause, entities: Sequence[Entity], claim: Claim) -> str:
    """«يشارك بوتين في الاتصال من سوتشي»: whose place it is, of the people named before it in the clause."""
    if not is_seat(clause, word_index(clause, claim.end - 1)) and not is_there(clause, entities, claim):
        return ""
    forms = clause.words.forms
    people = [e for e in entities if e.label == Label.PER and clause.span.start <= e.start < claim.start]
    if not people and opens_with_place(forms, clause.indices.start, word_index(clause, claim.start)):
        people = [e for e in entities if e.label == Label.PER and claim.end <= e.start < clause.span.end][:1]
    alone = [e for e in people if not _is_met(forms, word_index(clause, e.start))]
    return alone[-1].name if alone else _president(clause, claim) if not people else ""


def head_of(taker: str) -> str:
    """The state whose head somebody is, by his name or his office («رئيس روسيا»), "" for none."""
    if taker.startswith(_PRESIDENT):
        return taker.removeprefix(_PRESIDENT)
    return leaders().get(fold(taker), "") if fold(taker) in heads() else ""


def _is_met(forms: Sequence[str], index: int) -> bool:
    """«مع نظيره بوتين», «إلى بوتين»; not «مشيرا إلى أن بوتين …»."""
    before = forms[max(index - 4, 0) : index]
    return any(form in _WITH and before[at + 1 : at + 2] not in (("ان",), ("انه",)) for at, form in enumerate(before))


def _president(clause: Clause, claim: Claim) -> str:
    """«تحدث الرئيس الروسي من الكرملين», «فيما كان نظيره الأمريكي في …»: the office alone."""
    forms = clause.words.forms
    for at in range(word_index(clause, claim.start) - 1, clause.indices.start, -1):
        state = nationality(forms[at])
        if state and forms[at - 1].removeprefix("و") in _PRESIDENTS and forms[at - 2] not in _AIDES:
            return _PRESIDENT + state
    return ""
