"""Who announces a contact to come («أعلن الكرملين أن الرئيسين سيتحدثان الثلاثاء»), whatever else he says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.compare.events import gap_days
from core.compare.settings import Days
from core.extract.concepts import event_kinds, state_names
from core.model import ClaimKind, Modality, Polarity

if TYPE_CHECKING:
    from core.compare.items import Item

_BOTH = 2  # states that meet
_NEWS_DAYS = 3  # between two articles that tell who announced one contact


@dataclass(frozen=True, slots=True)
class Announced:
    """A contact of two states that somebody says is to come, and its day where that is told."""

    sides: frozenset[str]
    when: Days | None


def announcing(items: Sequence[Item]) -> list[Item]:
    """The items of one article; an actor knows which contact he says is to come."""
    told = [item for item in items if _is_to_come(item)]
    return [replace(item, announces=_announced(item, told)) if told and item.content else item for item in items]


def _is_to_come(item: Item) -> bool:
    """It tells of a contact of two states that is still to come."""
    kind = event_kinds().get(item.event)
    if kind is None or kind.family != "contact" or item.raw.polarity is Polarity.DENIED or item.unclear:
        return False
    ahead = item.kind is not ClaimKind.ACTOR and item.raw.modality is Modality.PLANNED
    return ahead and len(item.parties & state_names()) == _BOTH


def _announced(actor: Item, told: Sequence[Item]) -> Announced | None:
    spans = actor.content
    said = [i for i in told if any(span.start <= i.raw.end - 1 and i.raw.start + 1 <= span.end for span in spans)]
    days = (item.when for item in said if item.when and item.when[0] == item.when[1])
    return Announced(said[0].parties & state_names(), next(days, None)) if said else None


def announce_one(a: Item, b: Item) -> bool:
    """Two sources say in the same news that one contact is to come: on the same day, or both said so on one day."""
    x, y = a.announces, b.announces
    if x is None or y is None or x.sides != y.sides or a.claim.article_id == b.claim.article_id:
        return False
    if not (a.published and b.published) or gap_days((a.published,) * 2, (b.published,) * 2) > _NEWS_DAYS:
        return False
    return (x.when is not None and x.when == y.when) or (a.when is not None and a.when == b.when)
