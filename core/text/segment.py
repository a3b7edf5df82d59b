"""Words, sentences and paragraphs of canonical text, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.model import Span

# A word: letters and digits with the marks that sit on them; a number keeps its separators (94,000 · ٩٤٬٠٠٠ · 3.5), an
# abbreviation its inner apostrophe.
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640\u200c\u200d\u200e\u200f"
_WORD = re.compile(rf"\d+(?:[.,\u066b\u066c]\d+)*|[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}]+[^\W\d_]*)*|[^\w\s]|_")
_PARAGRAPH = re.compile(r"[^\n]+")
# The end of a sentence: . ! ? ؟ … with the closing marks behind it, before white space or the end of the paragraph.
_STOP = re.compile(r"[.!?\u061f\u06d4\u2026]+[\"'\u201d\u2019»)\]]*(?=\s|$)")
_OPENING = {"«": "»", "“": "”", "„": "”", "(": ")", "[": "]"}
# A dot behind one of these ends no sentence: د. (Dr), م. (eng.), initials.
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[^\W\d_]|د|أ|م|ق|ص|ت|Mr|Mrs|Dr|St|No|U\.S)\.$")


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Words and single punctuation marks between `start` and `end`, in order."""
    return [Span(*match.span()) for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def paragraphs(text: str) -> list[Span]:
    """Non-empty lines without the white space around them."""
    return [span for match in _PARAGRAPH.finditer(text) if (span := _trimmed(text, *match.span()))]


def sentences(text: str) -> list[Span]:
    """Sentences in order; none crosses a newline, and none ends inside a pair of quotation marks or brackets."""
    return [sentence for paragraph in paragraphs(text) for sentence in _sentences_of(text, paragraph)]


def _sentences_of(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(text, start, match.end()) or _is_inside(text, start, match.start(), paragraph.end):
            continue
        if span := _trimmed(text, start, match.end()):
            yield span
        start = match.end()
    if span := _trimmed(text, start, paragraph.end):
        yield span


def _is_inside(text: str, start: int, stop: int, end: int) -> bool:
    """Whether `stop` lies inside a pair that was opened after `start` and is closed before `end`."""
    for opening, closing in _OPENING.items():
        if text.count(opening, start, stop) > text.count(closing, start, stop) and text.find(closing, stop, end) >= 0:
            # A closing mark right behind the stop ends both; the stop's own match has swallowed it.
            return text.find(closing, stop, end) > stop + 2
    return text.count('"', start, stop) % 2 == 1 and text.find('"', stop + 2, end) >= 0 and text[stop + 1 : stop + 2] != '"'


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
