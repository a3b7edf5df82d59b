"""How sure a quote is at first, by what shows it; `core.extract.calibration` maps that to the share that is right."""

from __future__ import annotations

from core.extract.speech.cues import complementizers
from core.model import Quote, QuoteKind
from core.text.arabic import fold

# Quotation marks behind a reporting word; أن behind one; a colon or marks alone; a noun (ضرورة …) or a credited clause.
_MARKED, _THAT, _BARE, _NOUN = 0.95, 0.9, 0.8, 0.7
# Nobody is named; nothing but the place in a headline shows it.
_NOBODY, _NO_WORD = 0.2, 0.1


def standing(quote: Quote) -> float:
    """The first score of a quote, in 0…1."""
    if quote.kind is QuoteKind.DIRECT:
        score = _MARKED if quote.cue is not None else _BARE
    else:
        first = fold(quote.text[:20]).split()
        score = _THAT if first and first[0] in complementizers() and quote.cue is not None else _NOUN
    score -= _NOBODY if quote.speaker is None else 0.0
    return round(score - (_NO_WORD if quote.cue is None else 0.0), 2)
