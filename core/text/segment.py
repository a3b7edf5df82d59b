"""Words, sentences and paragraphs of canonical text, with offsets. All linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from core.model import Span
from core.text.arabic import fold

# A word: letters and digits with the marks that sit on them; a number keeps its separators (94,000 · ٩٤٬٠٠٠ · 3.5), an
# abbreviation its inner apostrophe.
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200c\u200d\u200e\u200f"
)
_WORD = re.compile(rf"\d+(?:[.,\u066b\u066c]\d+)*|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*|[^\w\s]|_")
_PARAGRAPH = re.compile(r"[^\n]+")
_ARABIC = "\u0621-\u064a"
# The end of a sentence: . ! ? ؟ … with the closing marks behind it, before white space or the end of the paragraph, or
# between two Arabic words where the space was forgotten.
_STOP = re.compile(
    rf"(?<![.!?\u061f\u06d4\u2026])[.!?\u061f\u06d4\u2026]++[\"'\u201d\u201c\u2019»)\]]*+"
    rf"(?:(?=\s|$)|(?<=[{_ARABIC}]{{3}}[.!?\u061f])(?=[{_ARABIC}]{{2}}))"
)
_PAIR_MARK = re.compile('[«»()\\[\\]"\u201c\u201d\u201e]')
_OPENING = {"«": "»", "(": ")", "[": "]"}
# Straight quotes open and close alike, and curly ones are often typed the wrong way round: each second one closes.
_TOGGLE = {'"': '"', **dict.fromkeys("\u201c\u201d\u201e", "\u201d")}
# A dot behind one of these ends no sentence: initials and single letters (د. Dr, م. eng., أ.ف.ب), with a proclitic too.
_ABBREVIATION = re.compile(
    r"(?:[^\W\d_]\u0640?\.)*(?:[^\W\d_]\u0640?|[وبل][دمأ])|Mr|Mrs|Ms|Dr|St|No|Prof|Gen|Col|Sen|Rep|Gov|Inc|Ltd|Co|Jr|vs"
)
# … except behind a year, where they are the era: عام 2021 م.
_ERA = re.compile(r"\d\s?(?:م|هـ|ه)\Z")
_LONGEST_ABBREVIATION = 12  # code points


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Words and single punctuation marks between `start` and `end`, in order."""
    return list(_words(text, start, len(text) if end is None else end))


@lru_cache(maxsize=1024)
def _words(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The words of a clause are asked for again and again."""
    return tuple([Span(*match.span()) for match in _WORD.finditer(text, start, end)])


class Read(NamedTuple):
    """Words of a text: where they stand, as they are written, and folded ("" for nothing but marks)."""

    spans: tuple[Span, ...]
    written: tuple[str, ...]
    forms: tuple[str, ...]


@lru_cache(maxsize=1024)
def read(text: str, start: int, end: int) -> Read:
    """`words`, written and folded. Several layers read the sentences of an article, one after the other."""
    spans = _words(text, start, end)
    written = [text[word.start : word.end] for word in spans]
    return Read(spans, tuple(written), tuple(map(fold, written)))


def paragraphs(text: str) -> list[Span]:
    """Non-empty lines without the white space around them."""
    return [span for match in _PARAGRAPH.finditer(text) if (span := _trimmed(text, *match.span()))]


def passage(text: str, span: Span, least: int = 240) -> Span:
    """The paragraphs around `span`, with their neighbours until there are `least` code points to read."""
    lines = paragraphs(text)
    inside = [place for place, line in enumerate(lines) if line.overlaps(span)]
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    while lines[last].end - lines[first].start < least and (first > 0 or last < len(lines) - 1):
        first, last = max(first - 1, 0), min(last + 1, len(lines) - 1)
    return Span(lines[first].start, lines[last].end)


def sentences(text: str) -> list[Span]:
    """Sentences in order; none crosses a newline, and none ends inside a pair of quotation marks or brackets."""
    return [sentence for paragraph in paragraphs(text) for sentence in _sentences_of(text, paragraph)]


def _sentences_of(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    pairs = _pairs(text, paragraph)
    pair = next(pairs, None)
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        while pair and pair.end <= match.end():
            pair = next(pairs, None)
        if (pair and pair.start < match.start()) or _is_abbreviation(text, start, match):
            continue
        if span := _trimmed(text, start, match.end()):
            yield span
        start = match.end()
    if span := _trimmed(text, start, paragraph.end):
        yield span


def _pairs(text: str, paragraph: Span) -> Iterator[Span]:
    """What lies between an opening mark and its closing one; in order, pairs that touch each other joined."""
    waiting: dict[str, list[int]] = {}
    found: list[Span] = []
    for match in _PAIR_MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        toggled = _TOGGLE.get(mark)
        opened = waiting.setdefault(toggled or _OPENING.get(mark, mark), [])
        if mark in _OPENING or (toggled and not opened):
            opened.append(match.start())
        elif opened:
            found.append(Span(opened.pop(), match.end()))
    joined: Span | None = None
    for pair in sorted(found, key=lambda span: span.start):
        if joined and pair.start < joined.end:
            joined = Span(joined.start, max(joined.end, pair.end))
            continue
        if joined:
            yield joined
        joined = pair
    if joined:
        yield joined


def _is_abbreviation(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the dot of `stop` belongs to the word before it, or to a number that begins the sentence («1. …»)."""
    if stop.group() != ".":
        return False
    before = text[max(start, stop.start() - _LONGEST_ABBREVIATION) : stop.start()]
    tail = before.replace("(", " ").split()
    if not tail or before[-1].isspace():
        return False
    if tail[-1].isdecimal() and not text[start : stop.start() - len(tail[-1])].strip():
        return len(tail[-1]) < 3
    return _ABBREVIATION.fullmatch(tail[-1]) is not None and not _ERA.search(before)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
