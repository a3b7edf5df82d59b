"""What figures measure, and one unit for those that measure the same («1.8 كيلومتر», «1800 متر»)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from core.extract.concepts import rows
from core.model import Quantity, QuantityKind

_OF_KINDS = {
    QuantityKind.MONEY: "money",
    QuantityKind.PERCENT: "percent",
    QuantityKind.FRACTION: "percent",
    QuantityKind.DURATION: "duration",
    QuantityKind.COUNT: "count",
}


def dimension_of(value: Quantity) -> str:
    """Money, percent, duration, count, or what its unit of measure measures, "" where that is not known."""
    if is_points(value):
        return "percent"
    return _OF_KINDS.get(value.kind) or _sizes().get(value.unit or "", ("", 1.0))[0]


def is_points(value: Quantity) -> bool:
    """«300 نقطة أساس», «ثلاث نقاط مئوية»: how much a rate changes."""
    return value.kind is QuantityKind.MEASURE and _sizes().get(value.unit or "", ("", 1.0))[0] == "points"


def in_one_unit(value: Quantity) -> Quantity:
    """The figure in the first unit of its dimension, points as percent; as it is where there is no other."""
    if is_points(value):
        value = replace(_scaled(value), unit="%", kind=QuantityKind.PERCENT)
    return _scaled(value)


def _scaled(value: Quantity) -> Quantity:
    size = _sizes().get(value.unit or "", ("", 1.0))[1] if value.kind is QuantityKind.MEASURE else 1.0
    if size == 1.0:
        return value
    low, high = (None if end is None else round(end * size, 6) for end in (value.low, value.high))
    return replace(value, low=low, high=high)


@cache
def _sizes() -> dict[str, tuple[str, float]]:
    """Unit of measure → what it measures, and how many of its first unit one is."""
    return {row[1]: (row[0], float(row[2])) for row in rows("dimensions")}
