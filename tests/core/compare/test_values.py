"""Figures as values: what is told roughly leaves room for what is told exactly."""

from __future__ import annotations

import pytest

from core.compare.values import holds
from core.model import Approx, Quantity


@pytest.mark.parametrize(
    ("about", "told", "approx", "expected"),
    [
        (100_000, 96_000, Approx.AT_LEAST, True),  # «أكثر من 96 ألفا» and «نحو 100 ألف»
        (100_000, 94_000, Approx.AT_LEAST, False),
        (100_000, 92_000, Approx.EXACT, False),
        (90_000, 94_000, Approx.AT_LEAST, False),
        (70, 72, Approx.EXACT, True),
        (94_000, 100_000, Approx.EXACT, False),  # told to the thousand
    ],
)
def test_about_leaves_room_within_its_last_digit(about: float, told: float, approx: Approx, expected: bool) -> None:
    assert holds(Quantity(about, about, "جندي", Approx.ABOUT), Quantity(told, told, "جندي", approx)) is expected
