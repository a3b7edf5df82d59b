"""Proclitics of one written word: و ف ب ل ك س before a name, and للـ, which swallows the article.

A word is never cut by its letters alone (بوتين and واشنطن begin with a proclitic's letter): `readings` lists what it
may be, and a lexicon or the rest of the document decides.
"""

from __future__ import annotations

from functools import lru_cache

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
# A rest shorter than this is no name.
_SHORTEST = 2


@lru_cache(maxsize=65536)
def readings(word: str) -> tuple[tuple[int, str], ...]:
    """(letters cut, folded word that remains), the whole word first; للـ counts as 0 letters cut and gives الـ.

    `word` is folded. The number cut is also that of the written word as long as no mark stands on its first letters.
    """
    found = [(0, word)]
    for cut in range(3):
        rest = word[cut:]
        if cut == 1 and word[0] not in _CONJUNCTIONS + _PREPOSITIONS:
            break
        if cut == 2 and not (word[0] in _CONJUNCTIONS and word[1] in _PREPOSITIONS):
            break
        if len(rest) < _SHORTEST:
            break
        if cut:
            found.append((cut, rest))
        if rest.startswith("لل") and len(rest) > _SHORTEST + 1:
            # للولايات is ل + الولايات; للجنة may also be ل + لجنة.
            found.append((cut, "ال" + rest[2:]))
            if cut == 0 or word[0] in _CONJUNCTIONS:
                found.append((cut, "ال" + rest[1:]))
    return tuple(dict.fromkeys(found))


def remainder(word: str, cut: int) -> str:
    """The folded word without its first `cut` letters; للـ is opened to الـ."""
    rest = word[cut:]
    return "ال" + rest[2:] if rest.startswith("لل") and len(rest) > _SHORTEST + 1 else rest


def written_cut(word: str, letters: int) -> int:
    """How many code points of the written `word` hold its first `letters` letters, marks included."""
    position = 0
    while letters:
        position += 1
        while position < len(word) and is_mark(word[position]):
            position += 1
        letters -= 1
    return position


def is_mark(char: str) -> bool:
    """Whether `char` is a diacritic, tatweel or joiner that sits on the letter before it."""
    return "\u064b" <= char <= "\u065f" or char in "\u0640\u0670\u200c\u200d\u200e\u200f"
