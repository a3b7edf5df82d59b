"""On what condition a side threatens to answer: if another one escalates, or only if it attacks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from core.compare.acts import words_of
from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.sanctions import is_measure
from core.compare.spoken_of import WHOLE
from core.compare.words import forms_of, is_light
from core.model import Polarity, RelationKind, Show
from core.text.stems import variants

_ANSWERS = frozenset(("answer", "sanction", "threaten", "warn", "hint"))
_IF = frozenset(("حاله", "بحال", "بحاله"))
_ESCALATES = frozenset(("تصعيد", "~صعد", "~تصاعد", "تصاعد", "تفاقم", "~تفاقم"))
_ATTACKS = frozenset(("غزو", "~غز", "~غزو", "غزت", "غزا", "اجتياح", "~جتاح", "هجوم", "~هاجم", "مهاجمه", "توغل"))
_SCORE = 0.55


def conditions_differ(a: Item, b: Item) -> Outcome | None:
    """«إذا استمر التصعيد» according to one side, «إذا وقع غزو» according to the other, of one threat."""
    if not a.voice or not b.voice or a.voice == b.voice or {condition(a), condition(b)} != {"escalates", "attacks"}:
        return None
    if a.published and b.published and gap_days((a.published,) * 2, (b.published,) * 2) > NEAR_DAYS:
        return None
    if not {a.voice, b.voice} <= (a.parties | a.home) & (b.parties | b.home):
        return None  # the one who threatens and the one who is threatened
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, _SCORE, "conditions_differ")


def condition(item: Item) -> str:
    """ "escalates", "attacks", or "" where no answer is threatened on such a condition."""
    if item.kind not in WHOLE or item.unclear or item.raw.polarity is Polarity.DENIED:
        return ""
    if not words_of(item.acts) & _ANSWERS and not is_measure(item.raw.text):
        return ""
    return _condition(item.raw.text)


@lru_cache(maxsize=20_000)
def _condition(text: str) -> str:
    forms = forms_of(text)
    first = next((index for index, form in enumerate(forms) if is_light(form, "if") or form in _IF), len(forms))
    behind = forms[first + 1 :]
    found = {kind for kind, words in (("escalates", _ESCALATES), ("attacks", _ATTACKS)) if _tells(behind, words)}
    return found.pop() if len(found) == 1 else ""


def _tells(forms: Sequence[str], words: frozenset[str]) -> bool:
    return any(variants(form) & words for form in forms)
