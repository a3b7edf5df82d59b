"""What lies between two figures, as the comparison keeps it."""

import pytest

from core.compare.values import gap_between, seconds
from core.model import Approx, Quantity, QuantityKind

DURATION = QuantityKind.DURATION


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ((48, "ساعة"), (72, "ساعة"), "24:00 (50 %)"),
        ((2, "ساعة"), (90, "دقيقة"), "0:30 (33 %)"),
        ((4, "يوم"), (1, "أسبوع"), "3 أيام (75 %)"),
        ((1, "يوم"), (3, "يوم"), "يومان (200 %)"),
        ((10, "ثانية"), (40, "ثانية"), "30 (300 %)"),
    ],
)
def test_durations_are_apart_by_hours_or_days(first: tuple[int, str], second: tuple[int, str], told: str) -> None:
    one, other = (Quantity(amount, amount, unit, Approx.EXACT, DURATION) for amount, unit in (first, second))
    assert gap_between(seconds(one), seconds(other))[0] == told


def test_figures_are_apart_by_a_figure() -> None:
    assert gap_between(Quantity(94000, 94000, "جندي"), Quantity(175000, 175000, "جندي"))[0] == "81000 (86 %)"
