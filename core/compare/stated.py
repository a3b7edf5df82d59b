"""The times and figures that a statement names, as far as its first clause goes."""

from __future__ import annotations

from collections.abc import Iterator

from core.compare.counted import unit_class
from core.compare.page import Page
from core.compare.settings import Days
from core.compare.spoken_of import WHOLE
from core.model import Claim, Quantity, QuantityKind, TimeValue


def spell_told(page: Page, number: int, claim: Claim) -> Days | None:
    """From the first to the last day of all its times; None for a claim that is no statement, or tells none."""
    days = [(value.begin, value.end) for value in _times(page, number, claim) if value.begin and value.end]
    return (min(begin for begin, _ in days), max(end for _, end in days)) if days else None


def days_told(page: Page, number: int, claim: Claim) -> Days | None:
    """The first and the last of the days that it names to the day."""
    told = (value for value in _times(page, number, claim) if not value.is_midnight)
    days = [value.begin for value in told if value.begin and value.begin == value.end]
    return (min(days), max(days)) if days else None


def figures_told(page: Page, number: int, claim: Claim) -> frozenset[tuple[str, float]]:
    """What its figures count, and the numbers that they name."""
    return frozenset(
        (unit_class(value), value.low if value.low is not None else value.high or 0.0)
        for value in _values(page, number, claim)
        if isinstance(value, Quantity) and value.kind is not QuantityKind.ORDINAL
    )


def _times(page: Page, number: int, claim: Claim) -> Iterator[TimeValue]:
    return (value for value in _values(page, number, claim) if isinstance(value, TimeValue))


def _values(page: Page, number: int, claim: Claim) -> Iterator[Quantity | TimeValue | None]:
    if claim.kind in WHOLE:
        yield from (e.value for e in page.entities[number] if claim.start <= e.start and e.end <= claim.end)
