"""Who says that a disputed deed may come («تخطط روسيا لهجوم»), whatever else he says, and whose deed it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from core.compare.events import gap_days
from core.extract.concepts import event_kinds
from core.model import ClaimKind, Modality, Polarity

if TYPE_CHECKING:
    from core.compare.items import Item

_AHEAD = (Modality.POSSIBLE, Modality.PLANNED)
SOMEBODY = "*"  # who would do what may come is not told
_DAYS = 60  # between two articles that may speak of one deed to come


def foretelling(items: Sequence[Item]) -> list[Item]:
    """The items of one article; an actor knows who would do what he says may come."""
    told = [item for item in items if _may_come(item)]
    return [replace(item, foretells=_by_whom(item, told)) if told and item.content else item for item in items]


def _may_come(item: Item) -> bool:
    """It asserts, or dates, what is disputed and still to come."""
    kind = event_kinds().get(item.event)
    if kind is None or "d" not in kind.flags or item.raw.polarity is Polarity.DENIED or item.unclear or item.supposed:
        return False
    return item.kind is not ClaimKind.ACTOR and item.raw.modality in _AHEAD


def _by_whom(actor: Item, told: Sequence[Item]) -> str:
    """The state, or `SOMEBODY`; "" where he speaks of no such thing, or of his own."""
    spans = actor.content
    said = (i for i in told if any(span.start <= i.raw.end - 1 and i.raw.start + 1 <= span.end for span in spans))
    sides = [item.agent or SOMEBODY for item in said if item.agent not in actor.speaker_parties]
    return next((side for side in sides if side != SOMEBODY), sides[0] if sides else "")


def foretell_one(a: Item, b: Item) -> bool:
    """Two sides say that one deed may come, in articles of the same weeks."""
    told = {a.foretells, b.foretells} - {SOMEBODY}
    if not (a.foretells and b.foretells) or len(told) != 1 or told & (a.speaker_parties | b.speaker_parties):
        return False
    if not (a.speaker_parties and b.speaker_parties) or a.speaker_parties & b.speaker_parties:
        return False
    if not (a.published and b.published and a.home & b.home):
        return False
    return gap_days((a.published,) * 2, (b.published,) * 2) <= _DAYS
