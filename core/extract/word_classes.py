"""What kind of word a folded token is, for the rules and the tagger: a trigger, a given name, never a name …"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from core.extract import gazetteer
from core.extract.clitics import readings
from core.extract.concepts import rows
from core.extract.speech.cues import cues
from core.text.arabic import fold, strip_marks
from core.text.stems import variants

QUOTES = {'"', "'"}
COMMAS = {"،", ","}
HYPHENS = {"-", "–", "‑"}

# The kinds of triggers.tsv that mark words outside persons' names.
_NO_NAMES = frozenset(
    ["title", "role", "speech", "modifier", "org_head", "place_head", "org_noun", "media_head", "currency"]
)
_HAMZA = str.maketrans("أإآٱ", "اااا")
_POSSESSIVES = ("ه", "ها", "هم", "هما", "نا")
# A verb in the present, dual or plural (يؤيدان), or in the future (سيزور).
_VERB = re.compile("[وف]?س?[يت].*(?:ان|ون|ين)$|[وف]?س[يتن]..")
# Lexicons that list verbs by their stems, and the letters of «~» and a stem that tell too little.
_OF_VERBS, _SHORTEST_STEM = ("acts", "events", "cues", "requests"), 2
_SHORTEST_OF_TWO = 5  # letters of a derived verb with the ending of two
# From this rank on a word is rare in news: behind a title or a given name it is taken for a name.
RARE = 12000
# Letters that only loanwords have.
_LOAN_LETTERS = set("ڤگپچ")


@cache
def words_of(kind: str) -> frozenset[str]:
    """The one-word triggers of a kind, folded."""
    return frozenset(phrase[0] for phrase in gazetteer.triggers(kind) if len(phrase) == 1)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """One-word trigger → the kinds that have it."""
    found: dict[str, set[str]] = {}
    for kind in {row[0] for row in gazetteer.rows("triggers.tsv")}:
        for word in words_of(kind):
            dual = kind == "title" and word.startswith("ال")  # «الرئيسان بوتين وبايدن»
            for form in (word, f"{word}ان", f"{word}ين") if dual else (word,):
                found.setdefault(form, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


_NO_KIND: frozenset[str] = frozenset()


@lru_cache(maxsize=65536)
def kinds_of(token: str) -> frozenset[str]:
    """The kinds of trigger words that a folded token is one of, with or without proclitics."""
    known = _kinds()
    return _NO_KIND.union(*(known.get(word, _NO_KIND) for _, word in readings(token)))


def is_trigger(kind: str, token: str) -> bool:
    """Whether a folded token is a trigger word of this kind, with or without proclitics."""
    return kind in kinds_of(token)


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(
        word.translate(_HAMZA)
        for kind, cell in gazetteer.rows("triggers.tsv")
        if kind == "stop"
        for word in cell.split("|")
    )


@lru_cache(maxsize=65536)
def is_stop(written: str) -> bool:
    """Whether a written word never is part of a name. ى and ي stay apart: على is none, علي may be."""
    word = strip_marks(written).translate(_HAMZA)
    return word in _stop_words() or (word[:1] in "وف" and word[1:] in _stop_words())


@lru_cache(maxsize=65536)
def is_first_name(written: str) -> bool:
    """Whether a written word is a known given name, with or without proclitics."""
    if is_stop(written):
        return False
    known, token = gazetteer.first_names(), fold(written) or written
    # لصالح is a word of its own, commoner than the name in it.
    return any(
        word in known and (cut == 0 or (len(word) > 2 and rank(word) <= rank(token))) for cut, word in readings(token)
    )


@lru_cache(maxsize=65536)
def looks_foreign(token: str) -> bool:
    """Whether a folded word is shaped like a transliterated surname and not common."""
    if token.startswith("ال") or len(token) < 4 or rank(token) < RARE // 2:
        return False
    return token.endswith(tuple(words_of("foreign_ending"))) or not _LOAN_LETTERS.isdisjoint(token)


@lru_cache(maxsize=65536)
def is_possessed_office(token: str) -> bool:
    """An office with a pronoun: وزيرها، خارجيته."""
    return any(
        token.endswith(suffix)
        and len(token) > len(suffix) + 2
        and (is_trigger("role", token[: -len(suffix)]) or token[: -len(suffix)] in words_of("possessed"))
        for suffix in _POSSESSIVES
    )


@lru_cache(maxsize=65536)
def may_name(written: str) -> bool:
    """Whether a written word may be part of a person's name at all."""
    token = fold(written) or written
    if token in words_of("particle"):
        return True
    return (
        len(token) > 1
        and token[0].isalpha()
        and not is_stop(written)
        and gazetteer.nationality(token) is None
        and not (token.endswith("يا") and gazetteer.nationality(token[:-1]))
        and _NO_NAMES.isdisjoint(kinds_of(token))
        and not is_possessed_office(token)
        and token not in gatherings()
        and not is_body_noun(token)
        and not _is_of_two(token)
    )


def _is_of_two(token: str) -> bool:
    """A perfect of two that did something, of a verb that the lexicons know: «ماكرون وشولتس أجريا», «أبرما»."""
    if not (token.startswith("ا") and token.endswith("ا") and len(token) >= _SHORTEST_OF_TWO):
        return False
    return token not in gazetteer.first_names() and not variants(token[:-1]).isdisjoint(_verb_stems())


def is_body_noun(token: str) -> bool:
    """Whether a word is a body, told by a noun alone, that acts on who is named behind it: برأت المحكمة ساركوزي."""
    known = token.startswith("ال") and is_trigger("org_head", token[2:])
    return known or is_trigger("definite_head", token) or is_trigger("lone_actor", token)


@cache
def gatherings() -> frozenset[str]:
    """Nouns of meetings, which no person is called by («الكرملين يؤكد لقاء بوتين وماكرون»)."""
    return frozenset(form for row in rows("events") if row[1] == "contact" for form in row[5].split() if form[0] != "~")


@cache
def _ranks() -> dict[str, int]:
    return {columns[0]: rank for rank, columns in enumerate(gazetteer.rows("words.txt", "models"))}


def rank(token: str, unknown: int | None = None) -> int:
    """How common a folded word is in news: 0 the commonest; for unknown words `unknown`, else the vocabulary's size."""
    ranks = _ranks()
    return ranks.get(token, len(ranks) if unknown is None else unknown)


@lru_cache(maxsize=65536)
def is_rare(token: str) -> bool:
    """Whether no reading of a folded word is a common one, neither without proclitics nor with the article."""
    forms = [form for _, stem in readings(token) if len(stem) > 2 for form in (stem, "ال" + stem)]
    return len(token) > 3 and not token.startswith("ال") and all(rank(form) > RARE for form in forms)


@lru_cache(maxsize=65536)
def is_imperfect(token: str) -> bool:
    """Whether a folded word is the imperfect of a verb that the lexicons of comparison or of speech know: «بايدن يلوح
    بـ…», «بوتين يحث …»."""
    shaped = (token[:1] == "ي" and len(token) > 2) or (token[:1] == "ت" and len(token) > 4)
    if not shaped or token in gazetteer.first_names():
        return False
    cue = cues().get(token)
    return (cue is not None and cue.present) or not variants(token).isdisjoint(_verb_stems())


@cache
def _verb_stems() -> frozenset[str]:
    """The bare stems («~لوح») that the lexicons of what is done list."""
    words = (word for table in _OF_VERBS for row in rows(table) for column in row for word in column.split())
    return frozenset(word for word in words if word.startswith("~") and len(word) > _SHORTEST_STEM)


def is_verb(token: str) -> bool:
    """Whether a folded word is shaped like a verb that no name is likely to be, or is a known one."""
    return _VERB.match(token) is not None or is_imperfect(token)
