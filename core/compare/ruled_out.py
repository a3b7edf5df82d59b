"""Which means, days and places a clause rules out: «ليس بالفيديو», «لن تعقد القمة الثلاثاء», «استعيض عنه بـ…»."""

from __future__ import annotations

from collections.abc import Sequence

from core.compare.parties import word_index
from core.extract.clauses import Clause
from core.extract.negators import NEGATORS
from core.model import Claim, ClaimKind

_NOT = frozenset(("ليس", "وليس", "ليست", "وليست", "لا", "ولا", "بدلا", "بدل", "عوضا", "غير"))
_NOT_REACH = 3
_VERBAL = NEGATORS - {"لا", "ولا", "عدم", "بعدم", "دون", "بلا", "بدون", "غير", "بالا", "انعدام", "انتفاء"}
_VERB_REACH = 7  # words from the negated verb to what it rules out («لم تكن المكالمة بين الرئيسين عبر الفيديو»)
# Verbs of holding a meeting, of using a means, of being; without what is set before them.
_HELD = ("عقد", "نعقد", "جري", "جر", "جريا", "تم", "حدث", "حصل", "كن", "كون", "ستخدم", "ستخدما", "ستعمل", "لجا", "قام")
_ONLY = frozenset(("الا", "سوي", "قبل", "بعد", "حتي", "قبيل", "ان", "بان", "انه", "انها"))
_COMMAS = frozenset("،,؛;")
_INSTEAD = frozenset(("استعيض", "استعاض", "استعاضا", "استعاضت", "استبدل", "استبدلت", "استبدلا", "محل", "الغي", "الغيت"))
_INSTEAD_REACH = 3


def is_ruled_out(clause: Clause, claim: Claim) -> bool:
    """Whether the means, the day or the place of a claim is told to be none of what it was, or will be."""
    forms, first = clause.words.forms, word_index(clause, claim.start)
    if claim.kind is ClaimKind.PLACE:
        return not _NOT.isdisjoint(forms[max(first - 1, 0) : first])  # «لا في جنيف»
    if claim.kind is ClaimKind.CHANNEL:
        near = forms[max(first - _NOT_REACH, 0) : first]
        instead = {form.removeprefix("و") for form in forms[max(first - _INSTEAD_REACH, 0) : first]}
        if not _NOT.isdisjoint(near) or instead & _INSTEAD:
            return True
    elif not {"ليس", "وليس", "لا"}.isdisjoint(_before_preposition(forms, first)):
        return True  # «الأربعاء لا الثلاثاء»
    if forms[first] in _ONLY:
        return False  # «لن تعقد قبل الثلاثاء»
    return any(_denies_holding(forms, at, first) for at in range(max(first - _VERB_REACH, clause.indices.start), first))


def _before_preposition(forms: Sequence[str], first: int) -> Sequence[str]:
    return forms[max(first - 1 - (forms[first - 1 : first] in (("يوم",), ("في",))), 0) : first]


def _denies_holding(forms: Sequence[str], negator: int, first: int) -> bool:
    if forms[negator].lstrip("وف") not in _VERBAL or negator + 1 >= first:
        return False
    between = forms[negator + 2 : first]
    verb = forms[negator + 1]
    held = verb[1:] in _HELD or verb[1:].removesuffix("ا") in _HELD
    return held and verb[:1] in ("ي", "ت") and _ONLY.isdisjoint(between) and _COMMAS.isdisjoint(between)
