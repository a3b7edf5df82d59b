"""Whether somebody set a deadline: «أمهلت أنقرة أثينا أسبوعا للرد», «لم تحدد أنقرة مهلة للرد»."""

from __future__ import annotations

from functools import lru_cache

from core.compare.acts import AIM, IS, NAME, NO_AIM, NOT, TIME, words_of
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.raising import may_be_of_one
from core.model import ClaimKind, Modality, Polarity, RelationKind, Show

_DEADLINE = "deadline"
_SET = frozenset((_DEADLINE, "fix", "delay", "threaten", "timing"))
_REACH = 3  # words before a deadline of which one tells that it is not set
# What is told of every deadline, or of a side.
_BESIDE = frozenset(("safe", "want", "expect", "final", "start", "west", "demand", "country", "government"))
_STATEMENTS = (ClaimKind.POLARITY, ClaimKind.OTHER)
_TOLD = (Modality.ASSERTED, Modality.PLANNED)


def deadline_or_none(a: Item, b: Item) -> Outcome | None:
    """To be looked at where one tells of a deadline for what the other tells to have none; both may tell of none."""
    x, y = _of_item(a), _of_item(b)
    if x is None or y is None or (x and y) or (a.agent and b.agent and a.agent != b.agent) or not may_be_of_one(a, b):
        return None
    if not any(
        word not in _SET | _BESIDE and word[0] not in (NAME, TIME) for word in words_of(a.acts) & words_of(b.acts)
    ):
        return None
    if x is y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "denied_both")
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "denied_perhaps")


def _of_item(item: Item) -> bool | None:
    """Whether a deadline is set; None where nothing tells of one."""
    if item.raw.kind not in _STATEMENTS or item.raw.modality not in _TOLD or item.unclear:
        return None
    return _is_set(item.acts, item.raw.polarity is Polarity.DENIED)


@lru_cache(maxsize=20_000)
def _is_set(acts: tuple[str, ...], denied: bool) -> bool | None:
    place = next((i for i, told in enumerate(acts) if _DEADLINE in {one[1:] for one in told.split(" ")}), None)
    if place is None:
        return None
    stances = [
        one[0] for told in acts[max(place - _REACH, 0) : place + 1] for one in told.split(" ") if one[1:] in _SET
    ]
    if denied and any(told[0] in (NOT, NO_AIM) for told in acts[: place + 1]):
        return False  # «لم تضع مهلة», «نفى أن تكون وجهت إنذارا أو حددت مهلة»
    return None if denied else all(stance in (IS, AIM) for stance in stances)
