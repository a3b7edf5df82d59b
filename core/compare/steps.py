"""What one state holds out to another, or asks of it: told again within weeks it is one step, however it is worded."""

from __future__ import annotations

from core.compare.events import gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome, told_parties
from core.extract.concepts import event_kinds
from core.model import Polarity, RelationKind, Show

_STEP = "s"  # the flag of such kinds of event
_WEEKS = 14  # days between two articles


def one_step(a: Item, b: Item) -> Outcome | None:
    """«ستفرض عليها عقوبات قاسية» and «ستدفع ثمنا باهظا», both of one state's mouth or told of it."""
    if a.event != b.event or a.claim.article_id == b.claim.article_id:
        return None
    who = holds_out(a)
    if not who or who != holds_out(b) or _is_past(a) or _is_past(b):
        return None
    others = [told_parties(item) - {who} for item in (a, b)]
    if all(others) and not others[0] & others[1]:
        return None
    if Polarity.DENIED in (a.raw.polarity, b.raw.polarity) or not a.published or not b.published:
        return None
    if gap_days((a.published,) * 2, (b.published,) * 2) > _WEEKS:
        return None
    return Outcome(RelationKind.REFINES, Show.AGREE, 0.5, "said_both")


def holds_out(item: Item) -> str:
    """Who says what is such a step, else who does it; "" for none."""
    kind = event_kinds().get(item.event)
    return item.voice or item.agent if kind and _STEP in kind.flags else ""


def _is_past(item: Item) -> bool:
    return item.spell is not None and item.spell[1] < item.published
