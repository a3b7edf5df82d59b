"""What a statement gives as the cause of an event («سبب الحريق ماس كهربائي»), and what it says will follow from one."""

from __future__ import annotations

from typing import NamedTuple

from core.compare.senses import says_something, senses
from core.extract.clauses import Clause
from core.extract.concepts import function_words
from core.model import Claim
from core.text.stems import root

# Words behind which the cause stands at once, and nouns behind which the event stands first («سبب الحريق …»).
_BY = frozenset(
    ("بسبب", "بفعل", "نتيجه", "جراء", "سببه", "سببها", "السبب", "ناجم", "ناجما", "نجم", "نجمت", "عزا", "عزت")
)
# Kinds of event whose cause is asked for.
CAUSED = frozenset(("accident", "fire", "explosion", "collapse", "flood", "infection"))
_CAUSE_OF = frozenset(("سبب", "اسباب"))
_SKIPPED = frozenset(("هو", "هي", "عن", "الي", "كان", "كانت", "يعود", "تعود", "وراء", "في"))
_LONGEST = 4  # words that name a cause
_LEADS, _DRIVES = "cause", "drive"  # rows of acts.tsv
_MAY = frozenset(("قد", "ربما", "يمكن", "يحتمل", "لعل", "لعلها", "لعله"))
_MAY_REACH = 3  # words before the verb
_NOT = frozenset(("لا", "لن", "الا"))
_FOLLOWS = 6  # words that tell what follows


class Consequence(NamedTuple):
    """What something is said to lead to, by its words' meanings; whether it will, or only may."""

    sure: bool
    words: frozenset[str]


def consequence_told(clause: Clause, claim: Claim) -> Consequence | None:
    """«ستؤدي إلى قطع العلاقات», «قد يفضي إلى قطيعة»; None where nothing follows, or neither is told."""
    forms, inside = clause.words.forms, clause.words.within(claim.start, claim.end)
    for index in inside:
        verb = forms[index].lstrip("وف")
        if verb[:1] not in ("ي", "ت", "س") or not _leads(forms[index], forms[index + 1 : index + 2] == ("الي",)):
            continue
        before = {form.lstrip("وف") for form in forms[max(index - _MAY_REACH, 0) : index]}
        will = verb[0] == "س" or "سوف" in before
        if before & _NOT or will is bool(before & _MAY):
            return None
        behind = [form for form in forms[index + 1 : index + 1 + _FOLLOWS] if says_something(form)]
        told = {sense.id for form in behind for sense in senses(form)}
        return Consequence(will, frozenset(told | {root(form) for form in behind if not senses(form)}))
    return None


def _leads(form: str, to: bool) -> bool:
    ids = {sense.id for sense in senses(form)}
    return _LEADS in ids or (to and _DRIVES in ids)


def cause_told(clause: Clause, claim: Claim) -> frozenset[str]:
    """Roots of the words that name the cause, empty where the claim gives none or denies it."""
    forms, inside = clause.words.forms, clause.words.within(claim.start, claim.end)
    for index in inside:
        form = forms[index].removeprefix("و")
        if form in _BY or form in _CAUSE_OF:
            begin = index + 2 if form in _CAUSE_OF else index + 1
            while begin < inside.stop and forms[begin] in _SKIPPED:
                begin += 1
            named = range(begin, min(begin + _LONGEST, inside.stop))
            return frozenset(root(forms[i]) for i in named if forms[i] not in function_words() and len(forms[i]) > 2)
    return frozenset()
