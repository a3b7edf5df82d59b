"""Words of one direction inside a sentence of the other, kept to themselves by the isolates of Unicode (UAX #9)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.text.arabic import ARABIC_LETTER, is_arabic

_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ISOLATES = str.maketrans("", "", "\u200e\u200f\u2066\u2067\u2068\u2069")


def directed(text: str) -> str:
    """Words of an article in their own direction, also where Arabic begins with a Latin word or a figure."""
    return f"\u200f{text}" if is_arabic(text) and not is_arabic(text[0]) else text


def isolate(text: str) -> str:
    """Keep the direction of `text` to itself inside a sentence of the other direction."""
    return f"\u2068{directed(text)}\u2069" if text else ""


def apart(sentence: str, parts: Iterable[str], *, arabic: bool) -> str:
    """A sentence, Arabic or English, with those of the `parts` put into it isolated that hold the other's letters.

    Without that, «A» and «B» of one direction in a sentence of the other change places, and so do the halves of a file
    name. Of parts that hold each other the longest is kept together; only whole words are parts.
    """
    other, joined = (_LATIN_LETTER, "[A-Za-z0-9]") if arabic else (ARABIC_LETTER, r"\w")
    found = sorted({part for part in parts if other.search(part)}, key=lambda part: (-len(part), part))
    if not found:
        return sentence
    pattern = rf"(?<!{joined})(?:{'|'.join(map(re.escape, found))})(?!{joined})"
    return re.sub(pattern, lambda place: isolate(place[0]), sentence)


def renamed(sentence: str, names: Mapping[str, str]) -> str:
    """A sentence in which each of these names of files stands under another name."""
    if not names:
        return sentence
    pattern = rf"(?<![A-Za-z0-9._-])(?:{'|'.join(map(re.escape, names))})(?![A-Za-z0-9_-])"
    return re.sub(pattern, lambda found: names[found[0]], sentence)


def undirected(text: str) -> str:
    """`text` without marks of direction and isolates: for formats that have their own."""
    return text.translate(_ISOLATES)
