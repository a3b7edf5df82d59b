"""Whether somebody asked for something: «طلبت روما من باريس سفنا», «لم تطلب روما من باريس أي سفن»."""

from __future__ import annotations

from functools import lru_cache

from core.compare.acts import ANY, IS, NAME, NOT, TIME, words_of
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.raising import may_be_of_one
from core.model import ClaimKind, Polarity, RelationKind, Show

_ASKS = "demand"
_REACH = 4  # words behind a demand that tell what is asked for
_BESIDE = frozenset((_ASKS, "call", "meet", "remote", "safe", "discuss", "search", "want", "president", "west", "law"))
_STATEMENTS = (ClaimKind.POLARITY, ClaimKind.OTHER)


def asked_or_not(a: Item, b: Item) -> Outcome | None:
    """To be looked at where one tells that the same was asked for which, the other tells, was not."""
    x, y = (_asked(item.acts) if item.raw.kind in _STATEMENTS else None for item in (a, b))
    if x is None or y is None or x[0] is y[0] or a.unclear or b.unclear or not may_be_of_one(a, b):
        return None
    told = a if x[0] else b
    others = a.agent and b.agent and a.agent != b.agent
    if told.raw.polarity is Polarity.DENIED or others or not a.parties & b.parties:
        return None
    names = [{word for word in words_of(item.acts) if word[0] == NAME} for item in (a, b)]
    if (names[0] - names[1] and names[1] - names[0]) or not x[1] & y[1]:
        return None  # «لم تطلب من باريس», «طلبت من برلين»
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "denied_perhaps")


@lru_cache(maxsize=20_000)
def _asked(acts: tuple[str, ...]) -> tuple[bool, frozenset[str]] | None:
    """Whether something is told to be asked for, and what that may be."""
    words = [told.split(" ") for told in acts]
    head = next((i for i, told in enumerate(words) if f"{NOT}{_ASKS}" in told or f"{IS}{_ASKS}" in told), None)
    if head is None:
        return None
    plain = [told for told in words[head + 1 :] if told[0][1] not in (NAME, TIME)]
    of = {one[1:] for told in plain[:_REACH] for one in told} - _BESIDE - {ANY}
    return f"{NOT}{_ASKS}" not in words[head], frozenset(of)
