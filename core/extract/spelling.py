"""When two spellings are one name: transliterations differ in vowels, hamza, ج/غ and doubled letters only."""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import Levenshtein

from core.extract import gazetteer
from core.text.arabic import fold

# Letters that writers choose freely between when they write a foreign sound.
_SOUNDS = str.maketrans(
    {"ج": "غ", "ط": "ت", "ث": "ت", "ص": "س", "ض": "د", "ذ": "د", "ظ": "ز", "ق": "ك", "ع": "", "ء": ""}
)
_VOWELS = str.maketrans("", "", "اويه")
# Two spellings of a long word may lie so many letters apart, of a short one one.
_LONG = 7


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word without doubled letters: زيلينسكي and زيلنسكي give the same."""
    bare = (word[2:] if word.startswith("ال") and len(word) > 4 else word).translate(_SOUNDS)
    consonants = bare.translate(_VOWELS) or bare
    return "".join(char for place, char in enumerate(consonants) if place == 0 or char != consonants[place - 1])


@lru_cache(maxsize=65536)
def is_same_word(first: str, second: str) -> bool:
    """Whether two folded words are spellings of one: same consonants, and few letters apart."""
    if first == second:
        return True
    if skeleton(first) != skeleton(second):
        return False
    allowed = 2 if min(len(first), len(second)) >= _LONG else 1
    sounds = first.translate(_SOUNDS), second.translate(_SOUNDS)
    return Levenshtein.distance(*sounds, score_cutoff=allowed) <= allowed


@lru_cache(maxsize=65536)
def is_same_given_name(first: str, second: str) -> bool:
    """Whether two folded given names may be one person's: spellings, short forms or an initial.

    Given names vary more than surnames (دميتري، ديمتري), and a shared surname already speaks for them.
    """
    if first == second or skeleton(first) == skeleton(second):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return bool(_nicknames().get(first, frozenset()) & _nicknames().get(second, frozenset()))


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Folded given name → the lines of the lexicon that hold it."""
    lines: dict[str, set[int]] = {}
    for number, columns in enumerate(gazetteer.rows("nicknames.txt")):
        for name in columns[0].split():
            lines.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in lines.items()}
