"""Whether a state backs a side in a war: who says so, who denies it, in whatever words."""

from __future__ import annotations

from core.compare.items import Item, is_open
from core.compare.outcome import Outcome
from core.extract.siding import SIDING
from core.model import Polarity, RelationKind, Show

_SCORE = 0.62


def siding(a: Item, b: Item) -> Outcome | None:
    """An old dispute: who denies it is set beside who tells it, to be looked at."""
    if not a.event == b.event == SIDING or not (is_open(a) and is_open(b)) or a.unclear or b.unclear:
        return None
    if (a.agent and b.agent and a.agent != b.agent) or not (a.home & b.home or not (a.home and b.home)):
        return None
    if a.raw.polarity is not b.raw.polarity:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, _SCORE, "denied_asserted")
    reason = "denied_both" if a.raw.polarity is Polarity.DENIED else "said_both"
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, _SCORE, reason)
