"""A normalised view of Arabic text with an alignment back to the original.

Search, lexicons and comparison are blind to what editors do not see as a difference: hamza seats, diacritics, tatweel,
ى/ي and ة/ه at the end, invisible marks, digit shapes. Offsets never move: the view knows where each letter came from.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from core.model import Span

# One letter to one letter, so that the common case stays aligned by itself.
_FOLD = {
    **dict.fromkeys("أإآٱ", "ا"),
    "ؤ": "و",
    "ئ": "ي",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ە": "ه",
    "ک": "ك",
    "ڤ": "ف",
    "گ": "ك",
    "چ": "ج",
    "پ": "ب",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    "٫": ".",
    "٬": ",",
    "٪": "%",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‘": "'",
    "’": "'",
}
# Combining marks, tatweel, joiners, bidi controls and isolates.
_MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\u00ad"
)
_DROPPED = re.compile(f"[{_MARKS}]")
_DIGITS = str.maketrans({key: value for key, value in _FOLD.items() if value.isdigit()})

ARABIC_LETTER = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06fc\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)

# Strings up to this length are remembered as words.
_LONGEST_WORD = 24
_MOST_WORDS = 1 << 16
# In longer ones the letters that fold most often are replaced all at once, and what else may fold one by one.
_OFTEN = [(letter, _FOLD[letter]) for letter in "أإآىةئؤ«»"]
_OTHER = re.compile("[^\t\n -@\\[-~\u060c\u061b\u061f\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]")
# Runs of what always folds one to one.
_PLAIN = re.compile("[\t\n -~\u060c\u061b\u061f\u0621-\u063a\u0641-\u064a\u0660-\u066c«»]+")


class _FoldTable(dict[int, str]):
    """Folds one character at a time, so that a text and its parts fold alike; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        letters = [part for part in unicodedata.normalize("NFKD", char) if not _is_mark(part)]
        folded = "".join(_FOLD.get(letter, letter) for letter in (_FOLD.get(char) or letters)).casefold()
        result = self[code] = "".join(part for part in folded if not _is_mark(part))
        return result


def _is_mark(char: str) -> bool:
    return _DROPPED.match(char) is not None or unicodedata.category(char) == "Mn"


_TABLE = _FoldTable()


class _Words(dict[str, str]):
    """Words as they fold: they come back often, and a dictionary answers sooner than `lru_cache`."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST_WORDS:
            self.clear()
        folded_word = self[word] = word.translate(_TABLE)
        return folded_word


_WORDS = _Words()


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is the normalised view; `positions[i]` is where its i-th character stands in the original."""

    text: str
    positions: array[int]
    length: int  # of the original, in code points

    def to_original(self, start: int, end: int) -> Span:
        """The original span of a non-empty span of the view, with the marks that sit on its last letter."""
        last = self.positions[end - 1]
        # A ligature (ﻻ) is several letters of the view: its span ends behind all of them.
        while end < len(self.positions) and self.positions[end] == last:
            end += 1
        return Span(self.positions[start], self.positions[end] if end < len(self.positions) else self.length)


def fold(text: str) -> str:
    """The normalised view of `text`, as a string only."""
    if len(text) <= _LONGEST_WORD:
        return _WORDS[text]
    if text.isascii():
        return text.lower()
    for letter, folded_letter in _OFTEN:
        text = text.replace(letter, folded_letter)
    return _OTHER.sub(_folded_char, text)


def _folded_char(match: re.Match[str]) -> str:
    return _TABLE[ord(match[0])]


def folded(text: str) -> Folded:
    """The normalised view of `text` with the alignment back."""
    positions = array("L")
    end = 0
    for run in _PLAIN.finditer(text):
        _align(positions, text, end, run.start())
        end = run.end()
        positions.extend(range(run.start(), end))
    _align(positions, text, end, len(text))
    return Folded(fold(text), positions, len(text))


def _align(positions: array[int], text: str, start: int, end: int) -> None:
    """Append the positions of what may fold to nothing or to several characters."""
    for position in range(start, end):
        positions.extend([position] * len(_TABLE[ord(text[position])]))


def ascii_digits(text: str) -> str:
    """Arabic-Indic and Persian digits as 0–9; same length, so offsets stay."""
    return text.translate(_DIGITS)


def strip_marks(text: str) -> str:
    """Without diacritics, tatweel and invisible marks; letters stay as they are written."""
    return _DROPPED.sub("", text)


def is_arabic(text: str) -> bool:
    """True where there is an Arabic letter."""
    return ARABIC_LETTER.search(text) is not None
