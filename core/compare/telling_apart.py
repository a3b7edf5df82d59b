"""What tells two statements apart, however alike their words are: another event, time or figure, or a denial."""

from __future__ import annotations

from core.compare.acts import words_of
from core.compare.events import Identity, gap_days
from core.compare.items import Item
from core.compare.outcome import akin, same_event
from core.compare.parties import capital
from core.extract.concepts import state_names
from core.model import Polarity

_ROUNDING = 0.1  # figures this close may be one, told roughly
_KINDS_OF_ARMS = frozenset(("attack", "defence"))
_DAYS = 60  # between two times, from which they are of two things


def same_event_differs(a: Item, b: Item) -> bool:
    """Whether the two are of two events: other days, places, ranks, or one that is denied and several."""
    if a.happening is None or b.happening is None or not (a.happening.meeting or b.happening.meeting):
        return False
    if a.happening.several is not b.happening.several and Polarity.DENIED in (a.raw.polarity, b.raw.polarity):
        return True  # «أجريا جولتين», «لم يجتمعا إلا مرة»
    return akin(a, b) and same_event(a, b) in (Identity.DIFFERENT, Identity.NEAR)


def same_when(a: Item, b: Item) -> bool:
    """Whether both may be of one time: another of the same deeds is months away."""
    x, y = _when_told(a), _when_told(b)
    return not (x and y) or gap_days(x, y) <= _DAYS


def _when_told(item: Item) -> tuple[str, str] | None:
    """When its event is; of what is only denied there is no day but one that the denial tells itself."""
    if item.happening is None or (item.raw.polarity is Polarity.DENIED and not (item.spell or item.days)):
        return None
    return item.happening.when


def counts_otherwise(a: Item, b: Item) -> bool:
    """Whether two statements tell other figures of one thing: however they are worded, they do not say the same."""
    for unit in {unit for unit, _ in a.figures} & {unit for unit, _ in b.figures}:
        xs, ys = ([number for other, number in item.figures if other == unit] for item in (a, b))
        if not any(abs(x - y) <= _ROUNDING * max(abs(x), abs(y)) for x in xs for y in ys):
            return True
    return False


def told_apart(a: Item, b: Item) -> bool:
    """Whether days, towns or figures tell two statements apart, or one denies."""
    if a.raw.polarity is not b.raw.polarity or counts_otherwise(a, b) or _in_two_towns(a, b):
        return True
    return bool(a.days and b.days and gap_days(a.days, b.days))


def _in_two_towns(a: Item, b: Item) -> bool:
    """Two meetings, or one in two towns: «في جنيف» is in «سويسرا», but not in «فيينا»."""
    towns = {item.happening.place for item in (a, b) if item.happening is not None and item.happening.meeting} - {""}
    return len(towns) > 1 and not towns & state_names() and len({capital(town) for town in towns}) > 1


def of_other_arms(a: Item, b: Item) -> bool:
    """«لن تنشر أسلحة هجومية», «ترسل أسلحة دفاعية»."""
    x, y = (words_of(item.acts) & {"arms", *_KINDS_OF_ARMS} for item in (a, b))
    return "arms" in x & y and bool(x & _KINDS_OF_ARMS and y & _KINDS_OF_ARMS) and x != y
