"""What somebody would not speak of, or left out («رفض تأكيد ما إذا كانت …», «لم يذكر …»)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.compare.acts import acts_told
from core.compare.words import is_light, light_words
from core.extract.clauses import Clause
from core.extract.negators import NEGATORS
from core.model import Claim

_SPEAKING = 9  # words behind «رفض», «امتنع» within which the last noun of speaking is
_SUBJECT = 7  # words behind «لم يشر» to «إلى», over who did not
_WHETHER = 3  # words up to «إذا» in «عما إذا», «في ما إذا»
_TO = frozenset(("الي", "علي", "عن"))


def passed_over(clause: Clause, claim: Claim, names: Mapping[int, str]) -> tuple[str, ...]:
    """The words of a statement that tell what was not spoken of, as `acts.acts_told`; none where nothing was."""
    inside = clause.words.within(claim.start - 1, claim.end)
    forms, spans = clause.words.forms, clause.words.spans
    for index in inside:
        if index in names:
            continue
        first = _refused(forms, index, inside.stop) or _left_out(forms, index, inside.stop)
        if first:
            first = next((at + 1 for at in range(first, first + _WHETHER) if forms[at : at + 1] == ("اذا",)), first)
        if first and first < inside.stop:
            start = max(spans[first].start, claim.start)
            return acts_told(clause, replace(claim, start=start, text=claim.text[start - claim.start :]), names)
    return ()


def _refused(forms: tuple[str, ...], index: int, stop: int) -> int:
    """«رفض الدخول في تفاصيل العقوبات أو تأكيد ما إذا …»: the word behind the last noun of speaking, 0 for none."""
    if not is_light(forms[index].removeprefix("و"), "would_not"):
        return 0
    near = range(index + 1, min(index + 1 + _SPEAKING, stop))
    return max((at + 1 for at in near if forms[at] in light_words("speaking")), default=0)


def _left_out(forms: tuple[str, ...], index: int, stop: int) -> int:
    """«لم يشر البيان إلى …», «لم يأت على ذكر …»: the word behind, 0 for none."""
    verb = forms[index + 1] if forms[index] in NEGATORS and index + 1 < stop else ""
    if verb not in light_words("mentions"):
        return 0
    near = range(index + 2, min(index + 2 + _SUBJECT, stop))
    led = next((at for at in near if forms[at] in _TO), index + 1)
    return led + 1 + (forms[led + 1 : led + 2] == ("ذكر",))
