"""What a statement gives as the cause of an event («وقع الحادث بسبب السرعة», «سبب الحريق ماس كهربائي»)."""

from __future__ import annotations

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
