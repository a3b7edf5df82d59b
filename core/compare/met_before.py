"""Meetings of two leaders that were long before the news: in one town, or within some weeks, they met once."""

from __future__ import annotations

from core.compare.events import OLD_DAYS, gap_days, length
from core.compare.items import Item
from core.compare.levels import HEAD, OTHER
from core.compare.parties import capital
from core.extract.concepts import state_names

_KINDS = frozenset({"summit", "meeting"})
_PAIR = 2  # states that meet
_DAYS_OF_ONE_TOWN = 366  # between two days told of a meeting in one town
_DAYS_OF_TWO_TOWNS = 10  # … within which it was one meeting, whatever town is told


def met_in_one_town(a: Item, b: Item) -> bool:
    """«التقيا في جنيف في 16 يونيو», «اجتمع الزعيمان في جنيف في مايو»: told of other days, it was one meeting."""
    x, y = a.happening, b.happening
    if x is None or y is None or not _met_once(a, b) or not x.place or x.place != y.place:
        return False
    return a.when is not None and b.when is not None and gap_days(a.when, b.when) <= _DAYS_OF_ONE_TOWN


def met_in_two_towns(a: Item, b: Item, x: str, y: str) -> bool:
    """«التقيا في فيينا في منتصف يونيو», «عقدا قمة في جنيف في 16 يونيو»."""
    if not _met_once(a, b) or capital(x) == capital(y) or {x, y} & state_names():
        return False
    if a.when is None or b.when is None or gap_days(a.when, b.when):
        return False
    return max(length(a.when), length(b.when)) <= _DAYS_OF_TWO_TOWNS


def _met_once(a: Item, b: Item) -> bool:
    """Both tell of a meeting of the same two leaders, long over when their articles appeared."""
    states = a.parties & state_names()
    heads = any(item.event == "summit" or (item.happening and item.happening.level == HEAD) for item in (a, b))
    return (
        a.claim.article_id != b.claim.article_id
        and heads
        and len(states) == _PAIR
        and states == b.parties & state_names()
        and all(map(_is_over, (a, b)))
    )


def _is_over(item: Item) -> bool:
    met = item.happening
    if met is None or item.event not in _KINDS or met.is_remote() or met.several or met.level == OTHER:
        return False
    days = met.when or item.when
    return days is not None and bool(item.published) and _days_since(days[1], item.published[:10]) >= OLD_DAYS


def _days_since(day: str, published: str) -> int:
    return gap_days((day, day), (published, published)) if day < published else 0
