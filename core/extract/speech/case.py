"""The case of a speaker's name: behind «لدى», «بحسب» and «على لسان» plurals in ـون and duals in ـان end in ـين."""

from __future__ import annotations

from functools import lru_cache

from core.extract.speech.lexicon import bare, speaker_heads
from core.text.arabic import fold

_OBLIQUE = "ين"


@lru_cache(maxsize=4096)
def oblique(name: str) -> str:
    """«المسؤولون الأمريكيون» → «المسؤولين الأمريكيين»; a name that has no such ending stays as it is.

    Only people of the lexicon of speakers change, with the adjectives behind them: «ماكرون» and «تلفزيون» end alike.
    """
    words = name.split(" ")
    ending = _ending(words[0])
    if not ending:
        return name
    is_definite = words[0].startswith("ال")
    for at, word in enumerate(words):
        if not word.endswith(ending) or word.startswith("ال") is not is_definite:
            break
        words[at] = word.removesuffix(ending) + _OBLIQUE
    return " ".join(words)


def _ending(word: str) -> str:
    """Of a plural or dual noun in the nominative, "" for any other word."""
    form, heads = bare(fold(word)), speaker_heads()
    if heads.get(form) != "person_m":
        return ""
    if form.endswith("ون"):
        return "ون"
    return "ان" if form.endswith("ان") and form.removesuffix("ان") in heads else ""
