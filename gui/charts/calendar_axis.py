"""An axis of days, told as years, months or days as far as there is room, in the words of the window's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QDate

from gui import i18n, wording
from gui.charts.lettering import ChartAxis

_ROOM = 96  # pixels for the words of a tick
# (days of a step, unit, units of a step)
_STEPS = (
    *((count, "day", count) for count in (1, 2, 5, 10)),
    *((count * 30, "month", count) for count in (1, 2, 3, 6)),
    *((count * 365, "year", count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()


class CalendarAxis(ChartAxis):
    """Values are proleptic Gregorian ordinals."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        low, high = sorted((low, high))  # they come turned round where the axis is
        wanted = (high - low) / max(size / _ROOM, 1)
        step = next((step for step in _STEPS if step[0] >= wanted), _STEPS[-1])
        first, last = (min(max(int(value), _FIRST), _LAST) for value in (low, high))
        return [(step[0], [float(day) for day in _days(first, last, step[1], step[2])])]

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        shape = "d MMMM" if spacing < 30 else "MMMM yyyy" if spacing < 365 else "yyyy"
        return [self._words(date.fromordinal(int(value)), shape) for value in values]

    def _words(self, day: date, shape: str) -> str:
        if shape == "d MMMM" and day.day == 1 and day.month == 1:
            shape = "d MMMM yyyy"
        return wording.led(i18n.locale().toString(QDate(day.year, day.month, day.day), shape))


def _days(first: int, last: int, unit: str, count: int) -> Iterator[int]:
    """The days on which ticks stand: of a month always the same ones."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    if unit == "year":
        for year in range(begin.year // count * count, end.year + 1, count):
            if year >= 1 and first <= (day := date(year, 1, 1).toordinal()) <= last:
                yield day
        return
    for number in range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month):
        year, month = divmod(number, 12)
        first_ones = [1] if month % count == 0 else []
        # The last day of a month leaves room to the next one.
        for day in first_ones if unit == "month" else range(1, 33 - count, count):
            try:
                ordinal = date(year, month + 1, day).toordinal()
            except ValueError:
                continue  # the month is shorter
            if first <= ordinal <= last:
                yield ordinal
