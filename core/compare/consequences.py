"""What two sources say will follow from something: surely, or perhaps."""

from __future__ import annotations

from core.compare.events import NEAR_DAYS, gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.model import RelationKind, Show

_CONSEQUENCE = 2  # words that two must share of what follows from something


def surely_or_perhaps(a: Item, b: Item) -> Outcome | None:
    """«ستؤدي العقوبات إلى قطع العلاقات» against «قد تفضي إلى قطيعة»: what may follow from something, or will."""
    if a.follows is None or b.follows is None or a.follows.sure is b.follows.sure:
        return None
    if len(a.follows.words & b.follows.words) < _CONSEQUENCE or not (a.parties | a.home) & (b.parties | b.home):
        return None
    if not a.published or not b.published or gap_days((a.published,) * 2, (b.published,) * 2) > NEAR_DAYS:
        return None
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "consequence_surer")
