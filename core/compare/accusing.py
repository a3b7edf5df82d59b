"""Whom a source accuses of what it tells, and what goes on beside the charge."""

from __future__ import annotations

from core.compare.page import Page
from core.compare.parties import state_of, word_index
from core.compare.spoken_of import WHOLE
from core.extract.clauses import Clause, perfects
from core.extract.concepts import nationality
from core.extract.negators import NEGATORS
from core.model import Claim, Quote

_LANDS = frozenset(("حدود", "اراضي", "جانب", "طرف", "ضفه", "سواحل", "مياه"))
# «دول غربية، تتقدمها واشنطن»: one of those who accuse.
_LED_BY = frozenset(
    f"{verb}{whom}"
    for verb in ("تتقدم", "يتقدم", "تتصدر", "يتصدر", "تقود", "يقود", "راس", "مقدمت", "بين", "من")
    for whom in ("ها", "هم", "هما")
)


def whom_accused(page: Page, number: int, claim: Claim) -> str:
    """Whom the source accuses of what the clause says («تتهم موسكو كييف بـ…» → أوكرانيا), or ""."""
    quote = page.clauses[number].inside
    if quote is None or quote.cue is None or goes_its_own_way(page.clauses[number], claim):
        return ""
    frame = page.clause_at(quote.cue.start)
    if not any(hit.table == "events" and hit.id == "accusation" for hit in page.hits[frame]):
        return ""
    speaker = quote.speaker
    named = [e for e in page.entities[frame] if quote.cue.start < e.start < quote.start]
    others = [e for e in named if speaker is None or not speaker.start <= e.start < speaker.end]
    clause = page.clauses[frame]
    apart = (e for e in others if clause.words.forms[max(word_index(clause, e.start) - 1, 0)] not in _LED_BY)
    named_state = next((state for e in apart if (state := state_of(e, page.people))), "")
    return named_state or _accused_body(page, frame, quote)


def _accused_body(page: Page, frame: int, quote: Quote) -> str:
    """«تتهم موسكو القيادة الأوكرانية بـ…»: the state of a body that has no name, right before what it is accused of."""
    clause = page.clauses[frame]
    words = clause.words.forms[clause.words.at(quote.cue.end) if quote.cue else 0 : word_index(clause, quote.start)]
    body, adjective = (*words[-2:], "", "")[:2]
    return (nationality(adjective) or "") if body.startswith("ال") and not nationality(body) else ""


def is_charge(page: Page, number: int) -> bool:
    """Whether the clause tells what somebody is accused of («تتهم كييف موسكو بـ…», «وهي متهمة بـ…»)."""
    quote = page.clauses[number].inside
    frame = page.clause_at(quote.cue.start) if quote is not None and quote.cue is not None else number
    return any(hit.table == "events" and hit.id == "accusation" for at in {number, frame} for hit in page.hits[at])


def charged(page: Page, number: int, word: int) -> str:
    """The state last named between an accusation and what it is of («تتهم كندا قراصنة روسا بشن هجمات»), or ""."""
    words = page.clauses[number].words
    accusing = [h.last for h in page.hits[number] if h.table == "events" and h.id == "accusation" and h.last < word]
    for index in range(word - 1, accusing[-1] + 2 if accusing else word, -1):
        span = words.spans[index]
        named = next((e for e in page.entities[number] if e.start == span.start), None)
        if not named and words.forms[index - 1].removeprefix("ال") in _LANDS:
            continue  # «بحشد قوات قرب الحدود الأوكرانية»
        if state := (state_of(named, page.people) if named else nationality(words.forms[index])) or "":
            return state
    return ""


def goes_its_own_way(clause: Clause, claim: Claim) -> bool:
    """«اتهم كييف بـ…، ولم يستبعد عملا عسكريا»: a statement that is joined to an accusation is no part of it."""
    first = clause.words.forms[word_index(clause, claim.start)]
    return claim.kind in WHOLE and first[:1] == "و" and (first in NEGATORS or first[1:] in perfects())
