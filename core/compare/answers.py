"""How two claims stand by what they answer alone: an editor says that they answer one question."""

from __future__ import annotations

from core.compare.events import gap_days
from core.compare.figures import told_figures
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.model import ClaimKind, Quantity, RelationKind, Show, TimeValue

_NAMED = (ClaimKind.PLACE, ClaimKind.ACTOR, ClaimKind.CHANNEL)  # whose value is a name; of statements it is no answer
_SCORE = 0.6  # what is not known to be of one event is no surer than that


def answers(a: Item, b: Item) -> Outcome | None:
    """The same answer, one that leaves room for the other, or another one; None where their values tell nothing.

    Both are of one group (`pairing.group`). Whether their events are one is not asked.
    """
    found = _values(a, b)
    if found is None or a.raw.polarity is b.raw.polarity:
        return found
    if found.show is Show.AGREE:
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, _SCORE, "denied_perhaps")
    return None  # who denies one answer may give the other


def _values(a: Item, b: Item) -> Outcome | None:
    x, y = a.raw.value, b.raw.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return told_figures(a, b, x, y)
    if isinstance(x, TimeValue) and isinstance(y, TimeValue):
        if a.when is None or b.when is None:
            return None
        if a.when == b.when and x.timex == y.timex:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, _SCORE, "time_same")
        if gap_days(a.when, b.when) == 0:
            return Outcome(RelationKind.REFINES, Show.AGREE, _SCORE, "time_finer")
    elif not (isinstance(x, str) and isinstance(y, str) and a.kind in _NAMED):
        return None
    elif x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, _SCORE, "answer_same")
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, _SCORE, "answer_differs")
