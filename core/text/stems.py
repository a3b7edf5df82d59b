"""Light stems of Arabic words, to look them up and to count shared ones; never for names, which stemming wrecks.

All functions take a word as `fold` leaves it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

# Proclitics in the order in which they may stack: conjunction, future or preposition, article.
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")
_SUFFIXES = frozenset(
    [
        *("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ا", "ات", "ان", "ين", "ون", "وا", "ت", "تا", "تين", "تان"),
        *("ته", "تها", "تهم", "تهما", "اته", "اتها", "اتهم", "يه", "اي", "اء"),
    ]
)
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_LONG_SUFFIXES = (
    "اتهما",
    "اتها",
    "اتهم",
    "تهما",
    "اته",
    "تها",
    "تهم",
    "تين",
    "تان",
    "هما",
    "ات",
    "ان",
    "ين",
    "ون",
    "وا",
)
_SHORT_SUFFIXES = ("ها", "هم", "نا", "ته", "يه", "ه", "ي", "ا", "ت")
# Augments of derived verbs, verbal nouns and participles; the longest first.
_AUGMENTS = ("مست", "است", "مت", "من", "ان", "ات", "م", "ت", "ا", "ي", "ن")
_WEAK = str.maketrans("", "", "اويء")


@lru_cache(maxsize=100_000)
def variants(word: str) -> frozenset[str]:
    """What a lexicon may list for `word`: proclitics and suffixes cut; `~` marks a verb's bare stem (تخطط → ~خطط)."""
    found: set[str] = set()
    for bare, verbal in _without_proclitics(word):
        for size in range(min(_LONGEST_SUFFIX, max(len(bare) - 3, 0)) + 1):
            stem, suffix = bare[: len(bare) - size], bare[len(bare) - size :]
            if size and suffix not in _SUFFIXES:
                continue
            found.add(stem)
            if suffix in ("ت", "ته", "تها", "تهم", "تهما", "تين", "تان", "تا"):
                found.add(stem + "ه")
            if verbal:
                found.add("~" + stem)
                if stem[0] in "يتنا" and len(stem) > 3:
                    found.add("~" + stem[1:])
    return frozenset(found)


@lru_cache(maxsize=100_000)
def light(word: str) -> str:
    """The word without its likeliest proclitics and one suffix: what stays after ال and a pronoun are cut."""
    for prefix in ("وبال", "وكال", "ولل", "وال", "فال", "بال", "كال", "لل", "ال", "وس", "وب", "ول", "فس"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    else:
        if word[:1] in ("و", "ف", "ب", "ل", "س") and len(word) > 4:
            word = word[1:]
    for suffix in (*_LONG_SUFFIXES, *_SHORT_SUFFIXES):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: len(word) - len(suffix)]
    return word


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """A rough consonant skeleton that verb, verbal noun and plural mostly share (يرتفع, ارتفاع, ارتفعت → رتفع)."""
    stem = light(word)
    if not stem or not "\u0620" <= stem[0] <= "\u064a":
        return word
    for augment in _AUGMENTS:
        if stem.startswith(augment) and len(stem) - len(augment) >= 3:
            stem = stem[len(augment) :]
            break
    skeleton = stem.translate(_WEAK)
    return skeleton if len(skeleton) >= 2 else stem


def _without_proclitics(word: str) -> list[tuple[str, bool]]:
    """`word` with each stack of proclitics cut; whether what stays may be a verb (no article or preposition cut)."""
    bare: list[tuple[str, bool]] = []
    whole = _radical_initials()
    for conjunction in _CONJUNCTIONS:
        if not word.startswith(conjunction) or (conjunction and word in whole):
            continue
        rest = word[len(conjunction) :]
        if len(rest) < 2:
            continue
        bare.append((rest, True))
        if rest in whole:
            continue
        if rest[0] == "س" and len(rest) > 4 and rest[1] in "يتنا":
            bare.append((rest[1:], True))
        if rest[0] == "ل" and len(rest) > 4 and rest[1] in "يتن":
            bare.append((rest[1:], True))
        if rest.startswith("لل") and len(rest) > 4:
            bare.append((rest[2:], False))
        for preposition in _PREPOSITIONS:
            if not rest.startswith(preposition):
                continue
            inner = rest[len(preposition) :]
            if preposition and len(inner) >= 3:
                bare.append((inner, False))
            if inner.startswith("ال") and len(inner) > 4:
                bare.append((inner[2:], False))
    return bare


@cache
def _radical_initials() -> frozenset[str]:
    text = resources.files("resources").joinpath("lexicons", "radical_initials.tsv").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
