"""Who proposed a thing, and whether it is done or still to come: one thing told of two people, or of two times."""

from __future__ import annotations

from core.compare.acts import NAME, against, words_of
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.senses import is_act
from core.model import Modality, Polarity, RelationKind, Show

_SHARED = 2  # words of what is proposed that both tell
_COVERED = 0.6  # share of the words of the shorter statement that both tell
_PROPOSING = frozenset(("proposal", "demand", "send", "want", "invite"))
_LEAST = 2  # words, no names, that what is done and what is to come must share
_DONE = frozenset(("بالفعل", "فعلا", "فعليا"))


def proposed_by_another(a: Item, b: Item) -> Outcome | None:
    """«اقترح الجانب الروسي إلغاء القيود» against «بايدن هو من عرض إلغاء القيود»."""
    if not a.proposer or not b.proposer or a.proposer == b.proposer or a.raw.polarity is not b.raw.polarity:
        return None
    shorter, longer = sorted((_said(a), _said(b)), key=len)
    others = frozenset(one for meanings in longer for one in meanings)
    shared = sum(not meanings.isdisjoint(others) for meanings in shorter)
    if shared < _SHARED or shared < _COVERED * len(shorter):
        return None
    parts = {"x": a.proposer, "y": b.proposer}
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "request_differs", "", parts)


def done_or_coming(a: Item, b: Item) -> Outcome | None:
    """«سلمت موسكو مقترحاتها بالفعل» against «ستقدم موسكو مقترحاتها خلال أسبوع», told no later."""
    for done, coming in ((a, b), (b, a)):
        if (
            done.raw.modality is Modality.ASSERTED
            and coming.raw.modality is Modality.PLANNED
            and done.raw.polarity is coming.raw.polarity is Polarity.AFFIRMED
            and done.published <= coming.published
            and _DONE & set(done.raw.text.split())
            and _names(done) & _names(coming)
            and not against(done.acts, coming.acts)
        ):
            shared = _plain(done) & _plain(coming)
            if len(shared) >= _LEAST and any(map(is_act, shared)):
                return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.5, "done_or_coming")
    return None


def _plain(item: Item) -> frozenset[str]:
    return frozenset(word for word in words_of(item.acts) if word[0] != NAME)


def _said(item: Item) -> list[frozenset[str]]:
    """What each word of a statement may mean, without names and verbs of proposing."""
    words = (words_of((word,)) for word in item.acts)
    return [word for word in words if word and not word & _PROPOSING and not any(one[0] == NAME for one in word)]


def _names(item: Item) -> frozenset[str]:
    return frozenset(word for word in words_of(item.acts) if word[0] == NAME)
