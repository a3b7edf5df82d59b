"""What a word tells, in whatever words it is told: «أوقفت» and «اعتقال» tell one thing, «أفرجت» its opposite."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from core.extract.commitment import NEGATORS
from core.extract.concepts import function_words, rows
from core.text.arabic import fold
from core.text.stems import root, variants


class Sense(NamedTuple):
    """A row of acts.tsv, and on which side of it a word stands: 0 for the act itself, 1 for its opposite.

    A row of things.tsv has no sides: None.
    """

    id: str
    side: int | None


@lru_cache(maxsize=50_000)
def senses(form: str) -> tuple[Sense, ...]:
    """What `form` (folded) may tell, in the order of the rows."""
    listed, places = _listed(), _places()
    found = {sense for other in variants(form) | {form} for sense in listed.get(other, ())}
    return tuple(sorted(found, key=lambda sense: (places[sense.id], str(sense.side))))


@lru_cache(maxsize=50_000)
def meaning(form: str) -> str:
    """What words that tell one thing, or its opposite, share; of others the root."""
    found = senses(form)
    return found[0].id if found else root(form)


def is_act(meaning: str) -> bool:
    """Whether a meaning is one of acts.tsv: something that is done, or how things are."""
    return meaning in known_acts()


@lru_cache(maxsize=50_000)
def says_something(form: str) -> bool:
    """Whether `form` (folded) is a word with a content of its own, whatever conjunction stands before it."""
    if not form or not form[0].isalpha() or form in function_words() or form in NEGATORS:
        return False
    if len(form) < 3:
        return bool(senses(form))  # «رد»
    joined = form[0] in "وف" and (form[1:] in function_words() or form[1:] in NEGATORS)
    return not joined or bool(senses(form))  # «فتحت» is not «تحت»


@cache
def known_acts() -> frozenset[str]:
    """The meanings of acts.tsv."""
    return frozenset(row[0] for row in rows("acts"))


@cache
def _places() -> dict[str, int]:
    return {row[0]: place for place, row in enumerate([*rows("acts"), *rows("things")])}


@cache
def _listed() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    told = [(row[0], side, forms) for row in rows("acts") for side, forms in enumerate(row[1:])]
    for name, side, forms in (*told, *((row[0], None, row[1]) for row in rows("things"))):
        for form in forms.split():
            found.setdefault("~" + fold(form[1:]) if form[0] == "~" else fold(form), []).append(Sense(name, side))
    return {form: tuple(own) for form, own in found.items()}
