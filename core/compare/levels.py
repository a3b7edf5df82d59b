"""Of what rank those are who meet: presidents, or their ministers and delegations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.compare.participants import LINK_REACH, LINKED, end_of, links
from core.extract.clauses import Clause
from core.extract.concepts import Hit, heads
from core.model import Entity, Label
from core.text.arabic import fold

HEAD, OTHER = "head", "other"  # of what rank those are who meet
_OF_HEADS = frozenset(("الرييسان", "الرييسين", "الزعيمان", "الزعيمين", "رييسي", "زعيمي", "قاده", "القاده", "زعماء"))
_OF_OTHERS = frozenset(
    [
        *("الوزيران", "الوزيرين", "وزيري", "وزيرا", "وزراء", "الوفدان", "الوفدين", "وفدان", "وفدين", "وفدي", "وفدا"),
        *("وفود", "مسوولون", "مسوولين", "مسوولي", "المسوولين", "دبلوماسيون", "دبلوماسيين", "نايبي", "نايبا"),
        *("مبعوثي", "ممثلي"),
    ]
)
_DELEGATIONS = frozenset(("الوفدان", "الوفدين", "وفدي", "وفدا"))
_VERB = re.compile("[وفس]*(?:[يت]|التق|اجتمع|اتصل|هاتف|حادث|زار|جلس)")  # of which those who meet are the subject
_PRESIDENTS = frozenset(("الرييس", "رييس", "المستشار", "المستشاره"))
_OFFICES = frozenset(
    [
        *("وزير", "وزيره", "الوزير", "الوزيره", "نايب", "نايبه", "مساعد", "مساعده", "مستشار", "مبعوث", "المبعوث"),
        *("سفير", "السفير", "المتحدث", "المتحدثه", "الجنرال", "قايد", "مندوب", "المندوب", "المندوبه", "امين", "الامين"),
    ]
)
_SUBJECT_REACH = 10  # words from a subject in the dual to its verb
_OFFICE_REACH = 5  # words before a name that may be an office


def level_told(clause: Clause, hit: Hit, events: Sequence[Hit], entities: Sequence[Entity]) -> str:
    """Of what rank those are who meet, by who is named behind the word for it: "head", "other" or, where untold, ""."""
    if "m" not in hit.flags:
        return ""
    forms, spans = clause.words.forms, clause.words.spans
    end = end_of(clause, hit.last + 1, LINK_REACH + LINKED, events)
    behind = _read(forms[hit.last + 1 : end])
    if behind & _DELEGATIONS:
        return OTHER  # «رئيسي الوفدين»
    if behind & _OF_HEADS or hit.id == "summit":
        return HEAD
    verb = _VERB.match(forms[hit.first]) is not None
    first = hit.last if verb else next((i for i in range(hit.first + 1, end) if links(forms[i], hit)), end - 1)
    if _OF_OTHERS & _read(forms[first + 1 : end]):
        return OTHER
    if verb and _told_of_two(forms, hit):
        return OTHER
    near = (e for e in entities if e.label == Label.PER and spans[first].start <= e.start < spans[end - 1].end)
    levels = {_level(clause, e) for e in near} - {""}
    return levels.pop() if len(levels) == 1 else ""


def _told_of_two(forms: Sequence[str], hit: Hit) -> bool:
    """«كان وزيرا خارجية البلدين قد التقيا»: the subject of a verb in the dual may stand before it."""
    before = forms[max(hit.first - _SUBJECT_REACH, 0) : hit.first]
    return forms[hit.first].endswith("ا") and bool(_OF_OTHERS & {form.removeprefix("و") for form in before})


def _read(forms: Sequence[str]) -> frozenset[str]:
    """The words with and without «و», with which «وزيرا» begins of itself."""
    return frozenset(forms) | frozenset(form.removeprefix("و") for form in forms)


def _level(clause: Clause, entity: Entity) -> str:
    """A head by name, or by «الرئيس» before it, unless this is whose aide somebody is («مساعد الرئيس الروسي …»)."""
    if fold(entity.name) in heads():
        return HEAD
    index = clause.words.at(entity.start)
    before = clause.words.forms[max(index - _OFFICE_REACH, 0) : index]
    office = next((at for at, form in enumerate(before) if form.removeprefix("و") in _PRESIDENTS), None)
    if office is None:
        return OTHER if _OFFICES & set(before) else ""
    return OTHER if _OFFICES & set(before[:office]) else HEAD
