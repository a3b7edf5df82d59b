"""Light stems of Arabic words, to look them up and to count shared ones; never for names, which stemming wrecks.

All functions take a word as `fold` leaves it.
"""

from __future__ import annotations

from collections.abc import Iterator
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
_FURTHER_SUFFIXES = frozenset(
    [
        *("وه", "وها", "وهم", "ونه", "ونها", "ونهم", "اه", "اها", "اهم", "اهما", "يها", "يهم", "يهما", "ني", "تنا"),
        *("اتنا", "ناه", "ناها", "تم", "يا", "يين", "يون", "يات", "يتين", "يتان", "يان", "يي"),
    ]
)
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_BEHIND_TA = ("ته", "تها", "تهم", "تهما", "تي", "تا", "تنا")
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
            if suffix in _PRONOUNS and len(stem) > 3 and stem.endswith(("او", "اي")) and not stem.startswith("ال"):
                found.add(stem[:-1] + "ء")  # «لقائهم», «حلفاؤها»
            if suffix in ("ت", "ته", "تها", "تهم", "تهما", "تين", "تان", "تا"):
                found.add(stem + "ه")
            if verbal:
                found.add("~" + stem)
                if stem[0] in "يتنا" and len(stem) > 3:
                    found.add("~" + stem[1:])
    return frozenset(found)


@lru_cache(maxsize=100_000)
def close(word: str) -> frozenset[str]:
    """The variants of `word` from which no suffix is cut but what only verbs have."""
    found: set[str] = set()
    for whole, verbal in _without_proclitics(word):
        found.add(whole)
        for suffix in ("", "ت", "تا", "وا", "ون") if verbal else ():
            stem = whole.removesuffix(suffix)
            if len(stem) + len(suffix) == len(whole) and (not suffix or len(stem) > 2):
                found.add("~" + stem)
                if stem[0] in "يتنا" and len(stem) > 3:
                    found.add("~" + stem[1:])
    return frozenset(found)


@lru_cache(maxsize=100_000)
def verbs(word: str) -> frozenset[str]:
    """Bare stems of the verbs of which `word` may be a participle or the verbal noun (محتشد, الاحتشاد → ~حتشد)."""
    found: set[str] = set()
    for whole, _ in _without_proclitics(word):
        if whole.startswith("ال") and len(whole) == 4:
            found.add(whole[2:])  # «الرد»
        for size in range(min(_LONGEST_SUFFIX, max(len(whole) - 4, 0)) + 1):
            stem, suffix = whole[: len(whole) - size], whole[len(whole) - size :]
            if not size or suffix in _SUFFIXES or suffix in _FURTHER_SUFFIXES:
                found.add(stem)
                if size and stem.endswith(("او", "اي")):
                    found.add(stem[:-1] + "ء")  # «لقاؤهما»
                found.update("~" + verb for verb in _verbs(stem))
        for suffix in _BEHIND_TA:
            if whole.endswith(suffix) and len(whole) > len(suffix) + 1:
                found.add(whole[: -len(suffix)] + "ه")  # «قوتها», «مسودتي»
    return frozenset(found)


def _verbs(stem: str) -> Iterator[str]:
    if stem[0] == "م" and len(stem) > 3:
        yield stem[1:]  # «محتشد», «مهاجمة»
    elif stem[0] == "ت" and len(stem) == 5 and stem[3] == "ي":
        yield stem[1:3] + stem[4]  # «تعزيز»
        if stem[1] == "ا":
            yield "و" + stem[2] + stem[4]  # «تأكيد»
    elif stem[0] == "ت" and len(stem) > 3:
        yield stem  # «التوصل»
    elif stem[0] == "ا" and len(stem) > 5 and stem[-2] == "ا":
        yield stem[1:]  # «استعادة»
        verb = stem[1:-2] + ("ي" if stem[-1] in "ءي" else stem[-1])
        yield verb  # «احتشاد», «التقائهما»
        if verb[-1] == verb[-2]:
            yield verb[:-1]  # «استمرار»


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


@lru_cache(maxsize=100_000)
def bare(word: str) -> frozenset[str]:
    """`word` as it is and with each stack of proclitics cut that may stand before it."""
    return frozenset(form for form, _ in _without_proclitics(word)) | {word}


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
