"""The times and figures that a statement names, as far as its first clause goes, and of how many it is told."""

from __future__ import annotations

from collections.abc import Iterator

from core.compare.counted import unit_class
from core.compare.page import Page
from core.compare.senses import meaning
from core.compare.settings import Days
from core.compare.spoken_of import WHOLE
from core.extract.clauses import Clause
from core.model import Claim, Quantity, QuantityKind, TimeValue

_ALL = frozenset(("جميع", "كافه", "كل"))
_MOST = frozenset(("معظم", "غالبيه", "اغلبيه", "اغلب", "بعض", "جزء", "جزءا"))


def portions_told(clause: Clause, claim: Claim) -> frozenset[tuple[str, bool]]:
    """Of what something is told, by its meaning, and whether of all of it («جميع الموظفين») or of some («معظم …»)."""
    if claim.kind not in WHOLE:
        return frozenset()
    forms, inside = clause.words.forms, clause.words.within(claim.start, claim.end)
    found: set[tuple[str, bool]] = set()
    for index in inside[:-1]:
        form, noun = forms[index].lstrip("وبل"), index + 1 + (forms[index + 1] == "من")
        if (form in _ALL and forms[index + 1] != "من") or form in _MOST:  # «كل من روسيا وفرنسا» names each
            found.update((meaning(name), form in _ALL) for name in forms[noun : noun + 1])
    return frozenset(found)


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
