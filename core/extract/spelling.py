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
# Letters that two spellings may differ in, by the length of the shorter: long words have room for more.
_SHORT, _LONG = 4, 7


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a folded word without doubled letters: زيلينسكي and زيلنسكي give the same."""
    return _consonants(word[2:] if word.startswith("ال") and len(word) > 4 else word)


def _consonants(word: str) -> str:
    bare = word.translate(_SOUNDS)
    consonants = bare.translate(_VOWELS) or bare
    return "".join(char for place, char in enumerate(consonants) if place == 0 or char != consonants[place - 1])


@lru_cache(maxsize=65536)
def is_same_word(first: str, second: str, *, alone: bool = False) -> bool:
    """Whether two folded words are spellings of one: same consonants, same ends, few letters apart.

    `alone`: nothing else speaks for it (no given name), so short words must be equal.
    """
    if first == second:
        return True
    if skeleton(first) != skeleton(second) or _are_two_names(first, second):
        return False
    a, b = first.translate(_SOUNDS), second.translate(_SOUNDS)
    if not a or not b or a[-1] != b[-1] or a[0] != b[0]:
        return False  # إبراهيم and إبراهيمي, أوبر and أوبرو are two names
    shorter = min(len(first), len(second))
    allowed = 2 if shorter >= _LONG else 0 if alone and shorter <= _SHORT else 1
    return Levenshtein.distance(a, b, score_cutoff=allowed) <= allowed


@lru_cache(maxsize=65536)
def is_same_given_name(first: str, second: str) -> bool:
    """Whether two folded given names may be one person's: spellings, short forms or an initial.

    Foreign given names vary more than surnames (دميتري، ديمتري), and a shared surname already speaks for them.
    """
    if first == second or _nicknames().get(first, frozenset()) & _nicknames().get(second, frozenset()):
        return True
    if first in gazetteer.arabic_names() or second in gazetteer.arabic_names():
        return False
    # «أليكسي» begins with no article.
    return _consonants(first) == _consonants(second) or (1 in (len(first), len(second)) and first[0] == second[0])


def _are_two_names(first: str, second: str) -> bool:
    """Whether both are Arabic given names, which differ in vowels alone: الحسن, الحسين."""
    known = gazetteer.arabic_names()
    return first.removeprefix("ال") in known and second.removeprefix("ال") in known


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """Folded given name → the lines of the lexicon that hold it."""
    lines: dict[str, set[int]] = {}
    for number, columns in enumerate(gazetteer.rows("nicknames.txt")):
        for name in columns[0].split():
            lines.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in lines.items()}
