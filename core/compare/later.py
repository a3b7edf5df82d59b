"""What was not yet so, and a later article tells to be so: «لم تدفن الجثامين بعد», «دفنت الجثامين»."""

from __future__ import annotations

import re

from core.compare.items import Item
from core.compare.outcome import Outcome
from core.model import Modality, Polarity, RelationKind, Show

_TAKEN_BACK = frozenset(("denied_perhaps", "denied_asserted", "undertaking_denied", "opposites"))
_YET = re.compile(r"بعد(?:[،,.؛]|$)|(?:حتى|إلى|لحد) (?:الآن|اللحظة|الساعة)")


def came_later(a: Item, b: Item, told: Outcome | None) -> Outcome | None:
    """The update that such a contradiction is; None elsewhere."""
    if told is None or told.reason not in _TAKEN_BACK or not (_is_not_yet(a, b) or _is_not_yet(b, a)):
        return None
    return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.55, "came_later")


def _is_not_yet(denied: Item, told: Item) -> bool:
    later = bool(denied.published) and denied.published[:10] < told.published[:10]
    is_so = told.raw.polarity is Polarity.AFFIRMED and told.raw.modality is Modality.ASSERTED
    return later and is_so and denied.raw.polarity is Polarity.DENIED and bool(_YET.search(denied.raw.text))
