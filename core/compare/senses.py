"""What a word tells, in whatever words it is told: «أوقفت» and «اعتقال» tell one thing, «أفرجت» its opposite."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from core.extract.concepts import function_words, rows
from core.extract.negators import NEGATORS
from core.text.arabic import fold
from core.text.stems import bare, close, root, variants, verbs

_SHORT_VERB = 4  # letters of a verb's entry with its mark, up to which its last one is never cut


class Sense(NamedTuple):
    """A row of acts.tsv, and on which side of it a word stands: 0 for the act itself, 1 for its opposite.

    A row of things.tsv has no sides: None.
    """

    id: str
    side: int | None


@lru_cache(maxsize=50_000)
def senses(form: str) -> tuple[Sense, ...]:
    """What `form` (folded) may tell, in the order of the rows; of the readings that cut least of it."""
    listed, places, own = _listed(), _places(), _own_forms()
    near = close(form)
    tried = [near] if near & own else []
    tried += [_readings(form)] if bare(form) & function_words() else [_readings(form), verbs(form)]
    for readings in tried:
        if found := {sense for other in readings for sense in listed.get(other, ())}:
            return tuple(sorted(found, key=lambda sense: (places[sense.id], str(sense.side))))
    return ()


class Phrase(NamedTuple):
    """Words that tell something together («على وشك»), or together nothing («من المقرر»); folded."""

    words: tuple[str, ...]
    senses: tuple[Sense, ...]


def phrase(forms: Sequence[str], index: int, stop: int) -> Phrase | None:
    """The longest phrase of the lists that begins at a word and ends before `stop`."""
    return next((one for one in _begun(forms[index]) if _goes_on(one.words, forms[index + 1 : stop])), None)


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
    for form, sense in _entries():
        if "_" not in form:
            found.setdefault(form, []).append(sense)
            if form[0] == "~" and form[-1] == "ي" and len(form) > _SHORT_VERB:
                found.setdefault(form[:-1], []).append(sense)  # «يلتق», «التقت»
    return {form: tuple(own) for form, own in found.items()}


@cache
def _own_forms() -> frozenset[str]:
    """The forms that a row lists for themselves, not beside the one of which they are inflected."""
    rows_of: dict[str, set[str]] = {}
    for form, sense in _entries():
        rows_of.setdefault(sense.id, set()).add(form)
    return frozenset(
        form for own in rows_of.values() for form in own if "_" not in form and not (_readings(form) - {form}) & own
    )


def _entries() -> list[tuple[str, Sense]]:
    """Every word or phrase of the rows, folded."""
    told: list[tuple[str, int | None, str]]
    told = [(row[0], side, forms) for row in rows("acts") for side, forms in enumerate(row[1:])]
    told += [(row[0], None, row[1]) for row in rows("things")]
    return [(_folded(form), Sense(name, side)) for name, side, forms in told for form in forms.split()]


def _folded(form: str) -> str:
    return "~" + fold(form[1:]) if form[0] == "~" else fold(form)


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first words, the longest first."""
    told: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    for form, sense in _entries():
        if "_" in form:
            words = tuple(form.split("_"))
            told[words] = (*told.get(words, ()), sense)
    empty = (form for row in rows("light_words") if row[0] == "phrase" for form in row[1].split())
    told |= {tuple(fold(form).split("_")): () for form in empty}
    found: dict[str, list[Phrase]] = {}
    for words, own in sorted(told.items(), key=lambda one: -len(one[0])):
        found.setdefault(words[0], []).append(Phrase(words, own))
    return {first: tuple(phrases) for first, phrases in found.items()}


@lru_cache(maxsize=50_000)
def _begun(form: str) -> tuple[Phrase, ...]:
    """The phrases that a word may begin."""
    known = _phrases()
    found = {one for other in _readings(form) for one in known.get(other, ())}
    return tuple(sorted(found, key=lambda one: (-len(one.words), one.words)))


@lru_cache(maxsize=50_000)
def _readings(form: str) -> frozenset[str]:
    return variants(form) | {form}


def _goes_on(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the words of a phrase but the first one stand there; a proclitic before any word."""
    return len(words) <= len(behind) + 1 and all(
        word in _readings(form) if len(word) > 1 else form.startswith(word)
        for word, form in zip(words[1:], behind, strict=False)
    )
