"""Sentences cut into tokens for the figure grammar: raw offsets beside folded forms.

A figure keeps its separators (94,000 · ٩٤٬٠٠٠ · 3.5), letters and digits part («و100», «250مل»), marks stay with words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.model import HasSpan, Span
from core.text.arabic import fold, strip_marks

# Combining marks and tatweel, which belong to the word, and invisible characters, which belong to nothing.
_MARKS = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_LETTER = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\ufb50-\ufdfb\ufe70-\ufefc"
)
DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
_TOKEN = re.compile(
    rf"[{DIGIT}]+(?:[{_INVISIBLE}]?[.,\u060c\u066b\u066c'’][{_INVISIBLE}]?[{DIGIT}]+)*"
    rf"|[{_LETTER}][{_LETTER}{_MARKS}]*"
    r"|[A-Za-z\u00c0-\u024f][\w]*[\u00b2\u00b3]?"
    rf"|[^\s{_INVISIBLE}]"
)
# What stands for a taken span: nothing in the grammar matches it.
BARRIER = "\x00"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One sentence: `forms[i]` is the folded token at `starts[i]`…`ends[i]` of `text`."""

    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.forms)

    def form(self, index: int) -> str:
        """The folded form, or "" outside the sentence."""
        return self.forms[index] if 0 <= index < len(self.forms) else ""

    def touches(self, index: int) -> bool:
        """True where token `index` follows the one before it without a space."""
        return 0 < index < len(self.forms) and self.starts[index] == self.ends[index - 1]

    def is_figure(self, index: int) -> bool:
        """True for a token of digits."""
        return "0" <= self.form(index)[:1] <= "9"

    def is_word(self, index: int) -> bool:
        """True for a token that begins with an Arabic letter."""
        return "\u0621" <= self.form(index)[:1] <= "\u06ff" and self.forms[index] not in "،؛؟٪"

    def raw(self, index: int) -> str:
        """The token as it is written, without marks."""
        return strip_marks(self.text[self.starts[index] : self.ends[index]])

    def after_letters(self, index: int, letters: int) -> int:
        """Where token `index` begins once its first `letters` letters, with their marks, are cut."""
        position = self.starts[index]
        while letters or not fold(self.text[position]):
            letters -= len(fold(self.text[position])) > 0
            position += 1
        return position


class Taken:
    """Spans that are spoken for, for quick look-up."""

    def __init__(self, spans: Sequence[HasSpan]) -> None:
        ordered = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in ordered]
        self._ends = [span.end for span in ordered]
        for index in range(1, len(ordered)):
            self._ends[index] = max(self._ends[index], self._ends[index - 1])

    def covers(self, start: int, end: int) -> bool:
        """True where a taken span shares a code point with start…end."""
        before = bisect_right(self._starts, end - 1)
        return before > 0 and self._ends[before - 1] > start


def tokenise(text: str, span: Span, taken: Taken) -> Tokens:
    """The tokens of one sentence; those that touch a taken span become barriers."""
    spans = [match.span() for match in _TOKEN.finditer(text, span.start, span.end)]
    forms = [fold(text[start:end]) for start, end in spans]
    if taken.covers(span.start, span.end):
        forms = [BARRIER if taken.covers(*place) else form for place, form in zip(spans, forms, strict=True)]
    return Tokens(text, forms, [start for start, _ in spans], [end for _, end in spans])


@cache
def lexicon(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a lexicon file, cells split at tabs; comments and empty lines left out."""
    lines = (files("resources") / "lexicons" / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))
