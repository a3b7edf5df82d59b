"""What an editor marks by hand, read as the extractors would have read it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from core.extract.clitics import readings, written_cut
from core.extract.gazetteer import first_names, trie
from core.model import Label, Quantity, Span, TimeValue
from core.text.arabic import fold
from core.text.segment import sentences, words


def without_proclitic(text: str, span: Span, known: Collection[str] = ()) -> Span:
    """`span` without a proclitic before a name that the lexicon or `known` (names) has; whole where none is certain."""
    tokens = [fold(text[word.start : word.end]) for word in words(text, span.start, span.end)]
    if not tokens or not tokens[0]:
        return span
    folded_known = {fold(name) for name in known}
    rest = tokens[1:]
    for letters, first in readings(tokens[0]):
        if first in first_names() or " ".join([first, *rest]) in folded_known:
            return _cut(text, span, letters)
    match = trie().at(tokens, 0)
    return span if match is None else _cut(text, span, match.cut)


def read_value(text: str, label: str, published: str | None) -> Quantity | TimeValue | None:
    """The value of words that an editor marked as a time or a figure; None for other labels, and where none is read."""
    whole = [Span(0, len(text))] if text else []
    # The grammars are loaded with the first value: a window that shows an article waits for none of them.
    if label == Label.TIME:
        from core.extract.times import extract_times

        day = date.fromisoformat(published) if published else None
        found = extract_times(text, day, whole)
    elif label == Label.QUANTITY:
        from core.extract.quantities import extract_quantities

        found = extract_quantities(text, whole, [])
    else:
        return None
    longest = max(found, key=lambda entity: entity.end - entity.start, default=None)
    value = longest.value if longest else None
    return value if isinstance(value, Quantity | TimeValue) else None


def clause_around(text: str, span: Span) -> Span:
    """The sentence in which `span` begins, grown to hold all of it."""
    around = next((item for item in sentences(text) if item.overlaps(span)), span)
    return Span(min(around.start, span.start), max(around.end, span.end))


def _cut(text: str, span: Span, letters: int) -> Span:
    start = span.start + written_cut(text[span.start : span.end], letters)
    return Span(start, span.end) if start < span.end else span
