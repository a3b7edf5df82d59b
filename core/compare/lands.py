"""In which lands those are whom a figure counts: «في تركيا 912 قتيلا», «وفي الجانب السوري …», «في البلدين معا»."""

from __future__ import annotations

from collections.abc import Iterator

from core.compare.mentions import DISASTERS
from core.compare.page import Page
from core.compare.parties import party_of_name, word_index
from core.extract.concepts import nationality, state_names
from core.model import Claim, ClaimKind, Entity, Label, Quantity, QuantityKind

BOTH = "*"  # two lands that are not named there
_IN = frozenset(("في", "وفي", "ففي", "داخل", "من"))
_QUARTERS = ("شمال", "جنوب", "شرق", "غرب", "وسط", "شمالي", "جنوبي", "شرقي", "غربي", "انحاء", "مناطق", "ولايات")
_TERRITORIES = frozenset(("غزة", "الضفة الغربية", "كردستان", "إقليم كردستان", "القدس"))
_SIDES = frozenset(("الجانب", "الطرف", "الشطر", "الجانبين"))
_LANDS = frozenset(("البلدين", "الدولتين", "بالبلدين"))
_THEIR_LAND = frozenset(("بلاده", "بلادها", "ببلاده", "ببلادها"))
_BEHIND = 7  # words between a figure and the land behind it


def lands_told(page: Page, number: int, claim: Claim) -> frozenset[str]:
    """The lands told behind the figure, before the next one, else before it in its sentence; empty where none is."""
    value = claim.value
    if claim.kind is not ClaimKind.QUANTITY or not isinstance(value, Quantity) or value.kind is not QuantityKind.COUNT:
        return frozenset()
    clause = page.clauses[number]
    told = _lands_in(page, number, claim)
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    figures = (e for e in page.entities[number] if e.label == Label.QUANTITY and e.start >= claim.end)
    stop = min([clause.indices.stop, last + 1 + _BEHIND, *(word_index(clause, e.start) for e in figures)])
    behind = (lands for index, lands in told if last < index < stop)
    before = (lands for index, lands in reversed(told) if index < first)
    return next(behind, None) or next(before, None) or _of_speaker(page, number, claim)


def _lands_in(page: Page, number: int, claim: Claim) -> list[tuple[int, frozenset[str]]]:
    """Word and lands of each place of the sentence that is told as where something is, in order."""
    clause = page.clauses[number]
    forms = clause.words.forms
    found: dict[int, frozenset[str]] = {}
    group, end = -1, -1  # where the last enumeration of lands begins, and its last word
    for entity in _of_sentence(page, number):
        if entity.label != Label.LOC or not (entity.name in state_names() or entity.name in _TERRITORIES):
            continue
        index = word_index(clause, entity.start)
        if index == end + 1 and forms[index].startswith("و") and group in found:
            found[group] |= {entity.name}
        elif forms[index - 1] in _IN or forms[index - 1].removeprefix("و").startswith(_QUARTERS):
            group, found[index] = index, frozenset({entity.name})
        end = word_index(clause, entity.end - 1)
    begin = clause.words.within(clause.sentence.start, clause.sentence.end).start
    for index in range(begin + 1, len(forms)):
        if forms[index] in _LANDS:
            found[index] = frozenset({BOTH})
        elif forms[index - 1] in _SIDES and (side := nationality(forms[index])):
            found[index] = frozenset({side})
        elif forms[index] in _THEIR_LAND and (own := party_of_name(claim.attribution.speaker, page.people)):
            found[index] = frozenset({own})
    return sorted(found.items())


def _of_sentence(page: Page, number: int) -> Iterator[Entity]:
    sentence, first = page.clauses[number].sentence, number
    while first and page.clauses[first - 1].sentence == sentence:
        first -= 1
    for near in range(first, len(page.clauses)):
        if page.clauses[near].sentence != sentence:
            return
        yield from page.entities[near]


def _of_speaker(page: Page, number: int, claim: Claim) -> frozenset[str]:
    """Of a disaster each state counts its own: «أعلن الرئيس التركي …», «وزارة الصحة في حكومة النظام السوري»."""
    if not DISASTERS & page.topic:
        return frozenset()
    forms = page.clauses[number].words.forms[: word_index(page.clauses[number], claim.start)]
    told = {party_of_name(claim.attribution.speaker, page.people)} | {nationality(form) or "" for form in forms}
    own = page.main & told
    return own if len(own) == 1 else frozenset()
