"""Who says what a claim tells, and whether it tells of his saying it: the report around a time, a place or a medium."""

from __future__ import annotations

from datetime import date, timedelta

from core.compare.page import Page
from core.compare.parties import state_of, word_index
from core.compare.settings import event_cost
from core.extract.concepts import labels
from core.model import Claim, ClaimKind, Entity, Label, Quote, TimeValue

_COMMAS = frozenset("،,؛;")
_LONG_AGO = 45  # days before publication from which an event is no news


def frame_of(page: Page, number: int, claim: Claim) -> Quote | None:
    """The report whose setting the claim tells; None where it tells that of a meeting named beside it.

    «هدد، في قمة دامت ساعتين يوم …» dates the summit, «قال يوم …» dates what is said.
    """
    clause = page.clauses[number]
    quote = clause.frame
    if quote is None or quote.cue is None or claim.kind is ClaimKind.ACTOR or is_medium(claim):
        return quote
    if isinstance(claim.value, TimeValue) and claim.value.end and claim.value.end < long_before(page):
        return None  # «منذ ضم القرم في 2014»: nothing in the news was said then
    position, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    behind = clause.words.forms[last + 1 : word_index(clause, quote.cue.start) + 1]
    settles = claim.kind in (ClaimKind.TIME, ClaimKind.PLACE)
    if settles and behind[-1:] and behind[-1][:1] == "و" and _COMMAS & set(behind):
        return None  # «نشرت مطالبها في 17 ديسمبر، ووصفت واشنطن بعضها …»
    meetings = [word for word, happening in page.events[number] if happening.family == "contact"]
    if any(position <= word <= last for word in meetings):
        return None
    cue = word_index(clause, quote.cue.start)
    nearest = min((event_cost(clause, word, word, position) for word in meetings), default=None)
    return None if nearest is not None and nearest < event_cost(clause, cue, cue, position) else quote


def is_medium(claim: Claim) -> bool:
    """A channel that is no means of meeting: the medium to which somebody spoke."""
    return claim.kind is ClaimKind.CHANNEL and claim.value not in {name for name, _ in labels("channels").values()}


def told_by(page: Page, number: int, claim: Claim) -> Entity | None:
    """Who speaks to a medium where nothing is quoted («أكد فلان لوكالات أنباء موعد المكالمة»): the last person named
    before it in its clause, else the last body of a state."""
    before = [e for e in page.entities[number] if e.end <= claim.start]
    people = [e for e in before if e.label == Label.PER]
    return next(reversed(people or [e for e in before if state_of(e, page.people)]), None)


def long_before(page: Page) -> str:
    """The day before which nothing is news to the article; "" where its own day is not known."""
    published = page.analysis.article.published
    return (date.fromisoformat(published[:10]) - timedelta(days=_LONG_AGO)).isoformat() if published else ""
