"""Whether a clause only supposes what it names: a condition, what is to be kept from coming, what would follow."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Hit
from core.extract.negators import NEGATORS
from core.model import Polarity
from core.text.stems import bare

_BRINGS_REACH = 3  # words behind an event that may begin what it would bring
# «الهجوم سيبدأ في يناير» tells of it; «الهجوم سيكلف بلاده ثمنا» only supposes it.
_HAPPENS = frozenset(
    [
        *("يبدا", "تبدا", "يقع", "تقع", "يحدث", "تحدث", "ينطلق", "تنطلق", "يجري", "تجري", "يتم", "تتم", "ينفذ", "تنفذ"),
        *("يشن", "تشن", "يشمل", "تشمل", "يشارك", "تشارك", "ياتي", "تاتي", "يستهدف", "تستهدف", "يستمر", "تستمر"),
    ]
)
# «لا يمكنها», «لن يسمح», «لن تقبل»: what somebody will not have.
_PERMITS = frozenset(
    [
        *("يمكن", "يمكنه", "يمكنها", "يمكنهم", "يسمح", "تسمح", "نسمح", "اسمح", "يقبل", "تقبل", "نقبل", "اقبل"),
        *("يتسامح", "تتسامح", "نتسامح", "يتهاون", "تتهاون", "نتهاون", "يتساهل", "تتساهل", "نتساهل", "يحق"),
    ]
)
# «لردع هجوم», «للتصدي لغزو», «تفادي الحرب»: what is to be kept from coming.
_AGAINST = frozenset(("لتصدي", "التصدي", "ردع", "منع", "مواجهه", "صد", "تفادي", "تجنب", "لحيلوله", "الحيلوله"))
_AGAINST_REACH = 4
_ACCUSED = frozenset(("متهم", "متهمه", "متهمين", "متهمون", "مشتبه", "مشتبها"))
_GANG_REACH = 5  # words, marks too, from a gang to what it is accused of
_GANGS = frozenset(("مجموعه", "شبكه", "جماعه", "عصابه", "قراصنه", "متسللين", "خليه", "اشخاص", "شخص"))
_END = 2  # words from the last negated verb to the end of what one will not have


def is_supposed(clause: Clause, hits: Sequence[Hit], event: str, polarity: Polarity) -> bool:
    """Whether the clause only supposes the event («إذا هاجم …», «أي غزو»), which says nothing of whether it is so."""
    told = [hit for hit in hits if hit.table == "events" and hit.id == event]
    return bool(told) and all(is_conditional(clause, hits, hit, polarity) for hit in told)


def is_conditional(clause: Clause, hits: Sequence[Hit], event: Hit, polarity: Polarity) -> bool:
    """Whether the clause only supposes the event at one hit."""
    forms = clause.words.forms
    if polarity is Polarity.AFFIRMED and 0 < event.first < len(forms) and forms[event.first - 1] == "اي":
        return True
    before = forms[max(event.first - _AGAINST_REACH, clause.indices.start) : event.first]
    if any(form.removeprefix("ل") in _AGAINST for form in before) or _is_of_a_gang(forms, event):
        return True
    if any(hit.table == "cues" and hit.id == "conditional" and hit.first < event.first for hit in hits):
        return True
    if polarity is Polarity.DENIED and "d" in event.flags and _is_forbidden(clause, event):
        return True
    # «الغزو ستكون له عواقب»: what it would bring is told, not that it will be.
    named = event.first <= clause.indices.start + 2 or forms[event.first - 1] in ("ان", "بان")
    if not named or "d" not in event.flags or polarity is not Polarity.AFFIRMED:
        return False
    behind = [form for form in forms[event.last + 1 : event.last + 1 + _BRINGS_REACH] if form[:2] in ("ست", "سي")]
    brings = any(len(form) > 3 and form[1:] not in _HAPPENS for form in behind)
    return brings or any(_is_brought(forms, hit) for hit in hits if hit.first > event.last)


def _is_forbidden(clause: Clause, event: Hit) -> bool:
    """«لا يمكنه غزو أوكرانيا», «لن نسمح بغزوها», «لا دليل على أنها لن تهاجم»: none says that it will not be."""
    forms = clause.words.forms[clause.indices.start : event.first]
    denied = [i for i, form in enumerate(forms) if form in NEGATORS]
    if any(not _PERMITS.isdisjoint(forms[i + 1 : i + 2]) for i in denied):
        return True
    # «لا تملك خططا ولا نوايا لمهاجمة …» denies twice, «لا دليل على أنها لن …» denies that it is denied.
    return len(denied) > 1 and len(forms) - denied[-1] <= _END and forms[denied[-1]][0] not in "وف"


def _is_of_a_gang(forms: Sequence[str], event: Hit) -> bool:
    """«فككت مجموعة متهمة بشن هجمات»: what some are accused of, who are no side."""
    accused = next((i for i in range(max(event.first - 3, 0), event.first) if bare(forms[i]) & _ACCUSED), None)
    return accused is not None and any(bare(form) & _GANGS for form in forms[max(accused - _GANG_REACH, 0) : accused])


def _is_brought(forms: Sequence[str], hit: Hit) -> bool:
    """Consequences, behind a verb of the future."""
    before = forms[max(hit.first - 4, 0) : hit.first + 1]
    return hit.table == "events" and hit.id == "sanctions" and any(form[:2] in ("ست", "سي") for form in before)
