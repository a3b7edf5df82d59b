"""Which land a deed takes that is done once («ضم الإقليم عام 2014»), so that two times told of it are one too many."""

from __future__ import annotations

from core.compare.page import Page
from core.extract.concepts import states
from core.model import Claim, ClaimKind, Label
from core.text.arabic import fold

ANNEXATION = "annexation"


def lands_taken(page: Page, number: int, claim: Claim, event: str) -> frozenset[str]:
    """Of a time: the parts of states that its clause names beside an annexation; empty for any other claim."""
    if claim.kind is not ClaimKind.TIME or event != ANNEXATION:
        return frozenset()
    named = (e.name for e in page.entities[number] if e.label == Label.LOC)
    return frozenset(name for name in named if fold(name) not in states())
