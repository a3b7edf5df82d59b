"""How sure a quote is at first, by what shows it; `core.extract.calibration` maps that to the share that is right."""

from __future__ import annotations

from functools import cache

from core.extract.calibration import calibrated
from core.model import Origin, QuoteKind

# Quotation marks behind a reporting word; أن behind one; marks alone; a noun (ضرورة …) or a credited clause.
_MARKED, _THAT, _BARE, _NOUN = 0.95, 0.9, 0.8, 0.7
# Nobody is named; nothing but the place in a headline shows it.
_NOBODY, _NO_WORD = 0.2, 0.1


def standing(kind: QuoteKind, *, has_that: bool, has_cue: bool, has_speaker: bool) -> float:
    """The first score of a quote, in 0…1; `has_that` where it begins with أن or one of its forms."""
    direct, indirect = _MARKED if has_cue else _BARE, _THAT if has_that and has_cue else _NOUN
    first = direct if kind is QuoteKind.DIRECT else indirect
    return round(first - (0.0 if has_speaker else _NOBODY) - (0.0 if has_cue else _NO_WORD), 2)


@cache
def score(kind: QuoteKind, has_that: bool, has_cue: bool, has_speaker: bool) -> float:
    """The calibrated score of such a quote."""
    first = standing(kind, has_that=has_that, has_cue=has_cue, has_speaker=has_speaker)
    return calibrated(Origin.RULE, kind, first)
