"""Which report of a newspaper a time is that of: the paper, and the figures told in that report."""

from __future__ import annotations

from typing import NamedTuple

from core.compare.page import Page
from core.extract.concepts import media_names, wires
from core.model import Claim, ClaimKind, Quantity, QuantityKind

_TELLING = 10  # a figure from here on is hardly the same by chance


class Report(NamedTuple):
    """A paper and what it counted; agencies tell the same figures on many days, so theirs are none."""

    paper: str
    figures: frozenset[float]


def report_told(page: Page, number: int, claim: Claim) -> Report | None:
    """«ذكرت صحيفة …، الجمعة، أن … 175 ألف جندي»: the report that a time dates; None where it dates none."""
    clause = page.clauses[number]
    if claim.kind is not ClaimKind.TIME or clause.frame is None:
        return None
    paper = next((e.name for e in page.entities[number] if e.name in media_names() - wires()), "")
    if not paper:
        return None
    figures = set[float]()
    for index in range(number, len(page.clauses)):
        if page.clauses[index].sentence != clause.sentence:
            break
        values = (e.value for e in page.entities[index] if e.start >= claim.end)
        counts = (v for v in values if isinstance(v, Quantity) and v.kind is QuantityKind.COUNT)
        figures.update(size for v in counts if (size := v.low or v.high or 0.0) >= _TELLING)
    return Report(paper, frozenset(figures)) if figures else None
