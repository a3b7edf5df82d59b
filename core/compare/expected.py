"""Times of what somebody expects, fears or is said to plan: an attack at the end of January, early next year."""

from __future__ import annotations

from datetime import date

from core.compare.events import gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome, speakers_apart
from core.compare.spoken_of import PREPARES
from core.model import RelationKind, Show, TimeValue
from core.text.arabic import fold

_ATTACK = "attack"
_DAYS = 60  # within which two sources may expect one thing
_MONTH = 31  # days
_UNTIL = "حتي"


def of_one_expectation(a: Item, b: Item) -> bool:
    """Both tell when one thing may come that is disputed, in articles on the same states."""
    if not (a.expects and b.expects and a.home & b.home) or a.raw.value is None or b.raw.value is None:
        return False
    if a.agent and b.agent and a.agent != b.agent:
        return False
    return a.event == b.event or {a.event, b.event} <= PREPARES | {_ATTACK}


def expectation(a: Item, b: Item) -> Outcome | None:
    """How two times of one thing expected stand: apart, of two sources that mean other parts of a period, or alike."""
    x, y = a.raw.value, b.raw.value
    if a.when is None or b.when is None or not isinstance(x, TimeValue) or not isinstance(y, TimeValue):
        return None
    two = speakers_apart(a, b)
    if gap := gap_days(a.when, b.when):
        told = two and gap <= _DAYS and min(a.when[0], b.when[0]) >= max(a.published, b.published)[:10]
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.62, "time_expected") if told else None
    if two and parts_apart(a, b):
        return Outcome(RelationKind.REFINES, Show.CHECK, 0.66, "time_two_sources")
    if told_as_bound(a, b):
        return Outcome(RelationKind.REFINES, Show.CHECK, 0.6, "time_bound")
    if a.when == b.when and x.timex == y.timex:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "time_same")
    return Outcome(RelationKind.REFINES, Show.AGREE, 0.78, "time_finer")


def told_as_bound(a: Item, b: Item) -> bool:
    """«حتى نهاية يناير»: until when, against when; at its end («نهاية يناير») is the same time."""
    return _is_bound(a) is not _is_bound(b) and not (a.when == b.when and _is_late_part(a))


def _is_bound(item: Item) -> bool:
    """«حتى نهاية يناير»: until when, not when."""
    return fold(item.raw.text).split()[:1] == [_UNTIL]


def parts_apart(a: Item, b: Item) -> bool:
    """«نهاية يناير» against «مطلع العام»: the middle or the end of a month lies in the longer period by chance only."""
    return _is_late_part(a) is not _is_late_part(b) and any(_days(item) > _MONTH for item in (a, b))


def _is_late_part(item: Item) -> bool:
    value = item.raw.value
    return isinstance(value, TimeValue) and value.mod in ("MID", "END") and _days(item) < _MONTH


def _days(item: Item) -> int:
    if item.when is None:
        return 0
    first, last = (date.fromisoformat(day[:10]) for day in item.when)
    return (last - first).days + 1
