"""What one source leaves open or unsaid, and another does not: both may be true, and must be seen together."""

from __future__ import annotations

from core.compare.acts import NAME, words_of
from core.compare.echo_features import covered
from core.compare.events import gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome, Weights
from core.compare.words import forms_of
from core.extract.undecided import is_put_off, is_unknown
from core.model import Polarity, RelationKind, Show

_PLEDGE = "pledge"
_VAGUE = "detail"
_DAYS = 4  # between two articles: of what was told later, or long before, nobody would speak
_COVERED = 0.5  # share of what is passed over that the other tells, each word by its rarity
_SHARED = 0.8  # … and its weight: a name that few tell, or some words


def told_open(a: Item, b: Item) -> Outcome:
    """«لا نعرف ما إذا كان قد اتخذ قرارا» against «لم يتخذ بعد قرارا»; elsewhere both leave one thing open."""
    x, y = (forms_of(item.raw.text) for item in (a, b))
    for unknown, put_off in ((x, y), (y, x)):
        if is_unknown(unknown) and is_put_off(put_off) and not is_unknown(put_off):
            parts = {"x": a.raw.text, "y": b.raw.text}
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "open_or_unknown", "", parts)
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.55, "said_both")


def one_passes_over(a: Item, b: Item) -> bool:
    """One would not speak of something, or left it out; the other tells something and denies nothing."""
    told = b if a.passed_over else a
    return bool(a.passed_over) is not bool(b.passed_over) and told.raw.polarity is not Polarity.DENIED


def passes_over(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """«رفض تأكيد ما إذا كان فصل روسيا عن سويفت مطروحا» against «من الخيارات فصلها عن سويفت»."""
    silent, told = (a, b) if a.passed_over else (b, a)
    gap = gap_days((a.published,) * 2, (b.published,) * 2) if a.published and b.published else 0
    if gap > _DAYS or _VAGUE in words_of(silent.passed_over):
        return None
    if words_of(silent.passed_over) == {_PLEDGE}:  # «لم يأت على ذكر هذا التعهد»
        one = told.event == _PLEDGE and silent.claim.article_id == told.claim.article_id
    else:
        things = tuple(word for word in silent.passed_over if word[1:2] != NAME)
        weight, of_all = covered(things, told.acts, weights)
        one = weight >= _SHARED and weight >= _COVERED * of_all
    parts = {"x": silent.raw.text, "y": told.raw.text}
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "passed_over", "", parts) if one else None
