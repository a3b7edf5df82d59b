"""What differs between the two passages of a pair: figures, times, negations and words, to be shown to an editor.

Nothing is decided here. A figure or a time differs where the other clause has one of the same kind but none of the same
value; a negation where the other clause has none; a word where the other's evidence has none of its root.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.extract.concepts import function_words, rows
from core.model import Claim, ClaimKind, Entity, HasSpan, Quantity, Span, TimeValue
from core.text.arabic import fold
from core.text.segment import words
from core.text.stems import root, variants

# Of these the whole evidence is the answer: it is compared word by word with the other's evidence …
_ANSWERS = frozenset({ClaimKind.PLACE, ClaimKind.ACTOR, ClaimKind.CHANNEL})
# … of these with the other's whole clause, since each source words its statement its own way.
_STATEMENTS = frozenset({ClaimKind.POLARITY, ClaimKind.WORDING, ClaimKind.OTHER})
_MOST_WORDS = 0.6  # share of differing words from which two statements are simply worded otherwise


class Difference(StrEnum):
    """What sort of thing differs."""

    FIGURE = "figure"
    TIME = "time"
    NEGATION = "negation"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Differing:
    """A place that says something else than the other passage, in code points of its article."""

    start: int
    end: int
    kind: Difference


@dataclass(frozen=True, slots=True)
class Side:
    """One passage of a pair: the article's text, the claim, and the marks of figures and times around it."""

    text: str
    claim: Claim
    values: Sequence[Entity] = ()

    @property
    def reach(self) -> Span:
        """The clause with the evidence, in code points."""
        claim = self.claim
        return Span(min(claim.start, claim.clause.start), max(claim.end, claim.clause.end))


def differing(a: Side, b: Side) -> tuple[list[Differing], list[Differing]]:
    """Where `a` and `b` differ from each other, each sorted by start, none overlapping another."""
    return _of(a, b), _of(b, a)


def _of(side: Side, other: Side) -> list[Differing]:
    found: list[Differing] = []
    for place in (*_values(side, other), *_negations(side, other), *_words(side, other)):
        if not any(place.start < one.end and one.start < place.end for one in found):
            found.append(place)
    return sorted(found, key=lambda place: place.start)


def _values(side: Side, other: Side) -> Iterator[Differing]:
    """Figures and times; the answer itself first."""
    claim, against = side.claim, other.claim
    if isinstance(claim.value, Quantity | TimeValue) and isinstance(against.value, Quantity | TimeValue):
        if _key(claim.value) == _key(against.value):
            return  # the answers agree: what else the clauses tell is beside the question
        marks = [mark for mark in side.values if _inside(mark, Span(claim.start, claim.end))]
        kind = _kind(claim.value)
        alike = [mark for mark in marks if mark.value is not None and _kind(mark.value) is kind]
        for place in [Span(mark.start, mark.end) for mark in alike] or [Span(claim.start, claim.end)]:
            yield Differing(place.start, place.end, kind)
        return
    there = [mark.value for mark in other.values if mark.value is not None and _inside(mark, other.reach)]
    kinds = {_kind(value) for value in there}
    keys = {_key(value) for value in there}
    for mark in side.values:
        if mark.value is None or not _inside(mark, side.reach):
            continue
        if _kind(mark.value) in kinds and _key(mark.value) not in keys:
            yield Differing(mark.start, mark.end, _kind(mark.value))


def _negations(side: Side, other: Side) -> Iterator[Differing]:
    if not any(_negates(other, span) for span in words(other.text, other.reach.start, other.reach.end)):
        for span in words(side.text, side.reach.start, side.reach.end):
            if _negates(side, span):
                yield Differing(span.start, span.end, Difference.NEGATION)


def _words(side: Side, other: Side) -> Iterator[Differing]:
    claim = side.claim
    if claim.kind not in _ANSWERS and (claim.kind not in _STATEMENTS or claim.polarity is not other.claim.polarity):
        return  # figures and times speak for themselves, and so does a denial
    evidence = Span(other.claim.start, other.claim.end)
    known = _known(other, evidence if claim.kind in _ANSWERS else other.reach)
    own = [
        (span, fold(side.text[span.start : span.end]))
        for span in words(side.text, claim.start, claim.end)
        if side.text[span.start].isalpha()
    ]
    content = [(span, word) for span, word in own if word not in function_words()]
    new = [span for span, word in content if not _stems(word) & known]
    if claim.kind in _ANSWERS or len(new) < _MOST_WORDS * len(content):
        joined: list[Span] = []
        for span in new:
            if joined and not side.text[joined[-1].end : span.start].strip():
                span = Span(joined.pop().start, span.end)
            joined.append(span)
        for span in joined:
            yield Differing(span.start, span.end, Difference.WORD)


def _known(side: Side, within: Span) -> set[str]:
    found = words(side.text, within.start, within.end)
    return {stem for span in found for stem in _stems(fold(side.text[span.start : span.end]))}


def _stems(word: str) -> frozenset[str]:
    """Under which a word is found again in another form or behind a proclitic."""
    return variants(word) | {root(word)}


def _negates(side: Side, span: Span) -> bool:
    word = fold(side.text[span.start : span.end])
    return word in _negators() or (word[:1] in ("و", "ف") and word[1:] in _negators())


@cache
def _negators() -> frozenset[str]:
    return frozenset(fold(word) for row in rows("negators") for word in row[1].split())


def _inside(mark: HasSpan, span: Span) -> bool:
    return span.start <= mark.start and mark.end <= span.end


def _kind(value: Quantity | TimeValue) -> Difference:
    return Difference.FIGURE if isinstance(value, Quantity) else Difference.TIME


def _key(value: Quantity | TimeValue) -> tuple[object, ...]:
    if isinstance(value, Quantity):
        return value.kind, value.low, value.high
    return (value.begin, value.end) if value.begin else (value.timex,)
