"""Values for small articles: times, counts, durations, and the states that most of them name."""

from __future__ import annotations

import calendar

from core.model import Approx, Label, Quantity, QuantityKind, TimeValue

Mark = tuple[str, str, object]  # words in the text, label, name or value


def time(iso: str) -> TimeValue:
    """A day (2021-12-07), a part of it (2021-12-07TEV), a month or a year."""
    day = iso[:10]
    if len(day) == 4:
        return TimeValue(iso, f"{day}-01-01", f"{day}-12-31")
    if len(day) == 7:
        last = calendar.monthrange(int(day[:4]), int(day[5:]))[1]
        return TimeValue(iso, f"{day}-01", f"{day}-{last:02d}")
    return TimeValue(iso, day, day)


def count(number: float, unit: str, approx: Approx = Approx.EXACT) -> Quantity:
    low = None if approx is Approx.AT_MOST else number
    high = None if approx is Approx.AT_LEAST else number
    return Quantity(low, high, unit, approx)


def hours(number: float, approx: Approx = Approx.EXACT) -> Quantity:
    return Quantity(number, number, "ساعة", approx, QuantityKind.DURATION, f"PT{number:g}H")


STATES: tuple[Mark, ...] = (("روسيا", Label.LOC, "روسيا"), ("أوكرانيا", Label.LOC, "أوكرانيا"))
