"""Which passages are shown for a cell and for a question, the most serious first."""

from __future__ import annotations

from core.model import Fact, Relation
from gui import wording
from gui.matrix.model import Answer


def serious(fact: Fact) -> list[Relation]:
    """Its relations, those first that most want a decision."""
    order = list(wording.SHOWS)
    return sorted(fact.relations, key=lambda relation: (order.index(relation.show), -relation.score))


def every(fact: Fact) -> list[Answer]:
    """All answers: the two ends of the most serious relation first, then those of the next."""
    found: dict[int, Answer] = {}
    for relation in serious(fact):
        for place in (relation.a, relation.b):
            found.setdefault(place, Answer(fact.claims[place], relation.show))
    for place, claim in enumerate(fact.claims):
        found.setdefault(place, Answer(claim, None))
    return list(found.values())


def against(fact: Fact, found: list[Answer]) -> list[Answer]:
    """What is related to these answers, the most serious first; all of the question where there are none."""
    if not found:
        return every(fact)
    claims = {fact.claims.index(answer.claim) for answer in found}
    others: dict[int, Answer] = {}
    for relation in serious(fact):
        if (relation.a in claims) is not (relation.b in claims):
            place = relation.b if relation.a in claims else relation.a
            others.setdefault(place, Answer(fact.claims[place], relation.show))
    return list(others.values())
