"""Agreement in other words: two statements whose words mean the same, word by word, however they are put."""

from __future__ import annotations

from core.compare.acts import NAME, against, words_of
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.compare.senses import is_act
from core.model import RelationKind, Show

_LEAST = 3  # words of one, no names, that mean what a word of the other means
_COVERED = 0.6  # share of the words of the shorter one, names too, that are told in the other
_LONGER = 1.6  # times as many words: it tells more


def echo(a: Item, b: Item) -> Outcome | None:
    """Both tell the same act of the same things; None where too few words are shared, or some are turned round."""
    if not a.acts or not b.acts or against(a.acts, b.acts):
        return None
    shorter, longer = sorted((a.acts, b.acts), key=len)
    others = words_of(longer)
    shared = [[one[1:] for one in word.split(" ") if one[1:] in others] for word in shorter]
    told = [meanings for meanings in shared if meanings]
    plain = [meanings for meanings in told if meanings[0][0] != NAME]
    if (
        len(plain) < _LEAST
        or len(told) < _COVERED * len(shorter)
        or not any(is_act(one) for meanings in plain for one in meanings)
    ):
        return None
    kind = RelationKind.REFINES if len(longer) > _LONGER * len(shorter) else RelationKind.CORROBORATES
    return Outcome(kind, Show.AGREE, 0.5, "said_both")
