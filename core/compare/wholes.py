"""The figures of one article in view of each other: which is alone, which is part of another, what sets each apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from core.compare.counted import FATES, people_classes
from core.extract.concepts import state_names
from core.model import Modality, Quantity

if TYPE_CHECKING:
    from core.compare.items import Item

_LARGEST = 20  # figures of one unit, the largest first, of which another may be a part
_ASIDE = 3  # code points between two clauses of one sentence
_MONTH = 27  # days from which a period is more than an event's

Value = tuple[float | None, float | None]
_COMMON = people_classes() | {*FATES.values(), "", "troops", "battalions", "contact", "percent", "money", "duration"}
_Question = tuple[str, str, str]


def in_view_of_each_other(items: Sequence[Item]) -> list[Item]:
    """The items of one article, with what only its other figures tell.

    A toll of some people is part of a larger one of anybody or of others («قتل 9 … وقتل 5 جنود»), or of what is told
    in the same breath («5 جنود و4 مدنيين»), or where it says of which («اثنان من أفراد …»).
    """
    places = [place for place, item in enumerate(items) if isinstance(item.raw.value, Quantity)]
    found = list(items)
    before: Item | None = None
    for place in places:
        before = found[place] = _with_fate(before, found[place])
    figures = [found[place] for place in places]
    told: defaultdict[_Question, set[Value]] = defaultdict(set)
    words: defaultdict[tuple[_Question, str], set[Value]] = defaultdict(set)
    for item in figures:
        told[_question(item)].add(_value(item))
        for word in item.aspect.near:
            words[_question(item), word].add(_value(item))
    counts: defaultdict[str, set[Value]] = defaultdict(set)
    for item in figures:
        counts[item.unit].add(_value(item))
    raised = {_kind(item) for item in figures if has_risen(item)}
    lands = frozenset[str]().union(*(item.parties | item.home for item in items)) & state_names()
    wholes = _wholes(figures)
    by_land = len({item.counted_in for item in figures if item.counted_in}) > 1
    for place in places:
        item = found[place]
        question = _question(item)
        own = frozenset(word for word in item.aspect.near if len(words[question, word]) == 1)
        alone = len(told[question]) == 1
        aspect = replace(
            item.aspect,
            alone=alone,
            sole=len(counts[item.unit]) == 1 and item.unit not in _COMMON and not FATES.keys() & item.scopes,
            own=own,
            then=item.aspect.then or (item.aspect.second and not alone),  # «هزة» alone is the one of the news
            lands=lands,
            raised=_kind(item) in raised,
            by_land=by_land,
        )
        found[place] = replace(item, part=item.part or _is_part(item, wholes), aspect=aspect)
    return found


def has_risen(item: Item) -> bool:
    """It went up to this, or was counted until an hour of the day, when others may have been counted earlier."""
    return ("up" in item.trends and item.raw.modality is not Modality.POSSIBLE) or item.aspect.until


def is_of_a_year(item: Item) -> bool:
    """A toll of months, not of an event."""
    if item.dated is None or item.aspect.since:
        return False
    first, last = (date.fromisoformat(day[:10]) for day in item.dated)
    return (last - first).days > _MONTH


def _question(item: Item) -> _Question:
    return item.unit, item.aspect.of, item.aspect.where


def _kind(item: Item) -> str:
    """All tolls rise together."""
    return "toll" if item.unit in FATES.values() else item.unit


def _value(item: Item) -> Value:
    value = item.raw.value
    return (value.low, value.high) if isinstance(value, Quantity) else (None, None)


def _size(item: Item) -> float:
    low, high = _value(item)
    return low or high or 0.0


def _with_fate(whole: Item | None, item: Item) -> Item:
    """«قتل 40 شخصا …، بينهم 12 طفلا»: the children are of the dead, however far behind."""
    if whole is None or whole.unit not in FATES.values() or not _is_told_with(whole, item):
        return item
    value = item.raw.value
    if isinstance(value, Quantity) and not value.unit and item.unit in ("people", "") and not item.scopes:
        return replace(item, unit=whole.unit, scopes=whole.scopes)  # «قتل 3478 شخصا …، مقابل 1400 في …»
    if not item.part or item.unit not in people_classes():
        return item
    return replace(item, unit=whole.unit, scopes=whole.scopes, aspect=replace(item.aspect, whom=frozenset({item.unit})))


def _is_told_with(whole: Item, item: Item) -> bool:
    a, b = whole.raw.clause, item.raw.clause
    return a == b or a.end + _ASIDE >= b.start


def _wholes(figures: Sequence[Item]) -> dict[object, Collection[Item]]:
    """Of what another figure may be a part: the largest figures of its unit, and all of its clause."""
    units: defaultdict[object, list[Item]] = defaultdict(list)
    for item in figures:
        units[item.unit].append(item)
        if len(units[item.unit, item.raw.clause]) < _LARGEST:
            units[item.unit, item.raw.clause].append(item)
    return {key: sorted(some, key=_size, reverse=True)[:_LARGEST] for key, some in units.items()}


def _is_part(item: Item, wholes: dict[object, Collection[Item]]) -> bool:
    if item.aspect.whom - people_classes() - state_names() or item.aspect.where:
        return True
    if not item.aspect.whom:
        return False
    near: Iterator[Item] = (whole for key in (item.unit, (item.unit, item.raw.clause)) for whole in wholes.get(key, ()))
    return any(_holds_part(whole, item) for whole in near)


def _holds_part(whole: Item, item: Item) -> bool:
    if whole is item or whole.aspect.whom & item.aspect.whom or not whole.causes & item.causes:
        return False
    if is_of_a_year(whole) is not is_of_a_year(item) or whole.aspect.since is not item.aspect.since:
        return False
    beside = bool(whole.aspect.whom) and whole.raw.clause == item.raw.clause
    return beside or _size(whole) > _size(item)
