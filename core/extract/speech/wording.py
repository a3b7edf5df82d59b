"""An article as speech is read from it: folded words with their places, names over them, quotation marks in pairs."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from core.extract.speech.cues import Cue, Form, cues, speech_words
from core.extract.speech.quotation import Quotation, quotations
from core.model import Entity, Label, Span
from core.text.arabic import fold, folded

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+|[^\w\s]")
_INVISIBLE = " \t\n\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c\u0640"
_NAMES = frozenset({Label.PER, Label.LOC, Label.ORG})
# A quotation of so many words is speech; a shorter one names or distances.
SPEECH_WORDS = 4
_ANY = frozenset({"اي", "لاي", "باي"})  # «لم يقطع أي تعهد»: a noun
_DASHES = frozenset({"-", "–", "—"})
COMMAS = _DASHES | {"،", ","}


@lru_cache(maxsize=10_000)
def fold_name(text: str) -> str:
    """`fold` for names, which come back often."""
    return fold(text)


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation on the tokens: `opening` is its mark's token, `closing` the one behind its content, `after` the first
    token past it; `words` counts what it holds."""

    marks: Quotation
    opening: int
    closing: int
    after: int
    words: int

    def is_short(self) -> bool:
        """True for what can be a name."""
        return self.words <= SPEECH_WORDS


class Wording:
    """Tokens of one text. `starts` and `ends` are code points of the text, `forms` what `fold` makes of the words."""

    def __init__(self, text: str, entities: Iterable[Entity]) -> None:
        self.text = text
        view = folded(text)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.forms: list[str] = []
        positions = [*view.positions, len(text)]
        for match in _TOKEN.finditer(view.text):
            start, end = match.span()
            last = positions[end - 1]
            while positions[end] == last:  # a ligature is one place with several letters
                end += 1
            stop = positions[end]
            if stop > last + 1:  # a word ends behind its own marks, not behind invisible ones
                while text[stop - 1] in _INVISIBLE:
                    stop -= 1
            self.starts.append(positions[start])
            self.ends.append(max(stop, last + 1))
            self.forms.append(match[0])
        self.covered = bytearray(len(self.forms))  # by a name, a time or a figure
        self.names: dict[int, tuple[int, Entity]] = {}  # first token → token behind it, the name
        self.times: dict[int, int] = {}  # first token of a time → token behind it
        self._lay(entities)
        self.quoted = bytearray(len(self.forms))  # inside speech in quotation marks
        self.pairs: dict[int, Pair] = {}
        self.pairs_behind: dict[int, Pair] = {}  # by the first token past them
        self._pair()

    def _lay(self, entities: Iterable[Entity]) -> None:
        for entity in entities:
            first = bisect_right(self.starts, entity.start) - 1
            last = bisect_left(self.starts, entity.end)
            if first < 0 or last <= first:
                continue
            self.covered[first:last] = b"\1" * (last - first)
            if entity.label in _NAMES:
                self.names[first] = (last, entity)
            elif entity.label == Label.TIME:
                self.times[first] = last

    def _pair(self) -> None:
        for marks in quotations(self.text):
            opening = bisect_left(self.starts, marks.outer_start)
            if not marks.is_closed and not self._is_told(opening):
                continue  # a stray mark
            first = bisect_left(self.starts, marks.start)
            closing = bisect_left(self.starts, marks.end)
            after = bisect_left(self.starts, marks.outer_end)
            count = sum(form[0].isalnum() for form in self.forms[first : min(closing, first + 40)])
            pair = self.pairs[opening] = Pair(marks, opening, closing, after, count)
            self.pairs_behind[after] = pair
            is_introduced = self.is_introduced(opening) or not marks.is_closed
            if (count >= SPEECH_WORDS or (count > 1 and is_introduced)) and not self.is_name(pair):
                self.quoted[first:closing] = b"\1" * (closing - first)

    def is_name(self, pair: Pair) -> bool:
        """Whether the marks hold what the word before them is called («صحيفة "…"»)."""
        before = self.forms[pair.opening - 1] if pair.opening else ""
        naming = speech_words("naming")
        return (before in naming or before[1:] in naming) and pair.words < 2 * SPEECH_WORDS

    def _is_told(self, opening: int) -> bool:
        """Whether a colon or a reporting word stands shortly before."""
        low = max(0, opening - 10)
        if opening == 0 or "\n" in self.text[self.ends[opening - 1] : self.starts[opening]]:
            return False
        return self.is_introduced(opening) or any(form in cues() for form in self.forms[low:opening])

    def is_introduced(self, opening: int) -> bool:
        """True where a colon stands right before the mark."""
        return opening > 0 and self.forms[opening - 1] == ":"

    def is_speech(self, pair: Pair) -> bool:
        """True where the marks hold speech, not a name."""
        return pair.opening + 1 < len(self.quoted) and pair.closing > 0 and bool(self.quoted[pair.closing - 1])

    def clitic(self, token: int) -> str:
        """What stands in the token before the name that starts in it (و, ل …), folded."""
        start = self.names[token][1].start
        return fold(self.text[self.starts[token] : start]) if start > self.starts[token] else ""

    @cached_property
    def cue_tokens(self) -> dict[int, Cue]:
        """Tokens that could report speech, outside names and quotations."""
        known = cues()
        return {
            index: cue
            for index, form in enumerate(self.forms)
            if (cue := known.get(form)) is not None
            and not self.covered[index]
            and not self.quoted[index]
            and not self._is_first_person(index, cue)
            and not (cue.form is Form.FINITE and index and self.forms[index - 1] in _ANY)
        }

    def _is_first_person(self, token: int, cue: Cue) -> bool:
        """أعترف, أعتقد: I, beside اعترف, اعتقد: he. Folded they are the same."""
        at = self.starts[token] + cue.joined
        return cue.lemma.startswith("ا") and self.text[at] == "أ"

    def tokens_of(self, span: Span) -> tuple[int, int]:
        """First token of the span and the one behind it."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def behind_dateline(self, begin: int, end: int) -> int:
        """The first token behind «موسكو 4 كانون الأول (وكالة) - » or «موسكو - وكالات: »; `begin` where none stands."""
        if begin not in self.names or self.names[begin][1].label != Label.LOC:
            return begin
        for at in range(begin + 1, min(end - 1, begin + 14)):
            if at in self.cue_tokens:
                return begin
            if self.forms[at] in _DASHES and self.text[self.starts[at] - 1].isspace():
                reach = range(at + 1, min(end - 1, at + 4))
                return next((token + 1 for token in reach if self.forms[token] == ":"), at + 1)
        return begin

    def offset_behind(self, token: int, letters: int) -> int:
        """Where the token goes on behind its first `letters` letters and the marks on them."""
        position = self.starts[token]
        while letters and position < self.ends[token]:
            letters -= bool(fold(self.text[position]))
            position += 1
        while position < self.ends[token] and not fold(self.text[position]):
            position += 1
        return position


def any_token(tokens: Sequence[int], low: int, high: int) -> bool:
    """True where the sorted `tokens` have one in low … high - 1."""
    index = bisect_left(tokens, low)
    return index < len(tokens) and tokens[index] < high
