"""Reporting words in all their inflections, made by table from a lexicon of lemmas; words as `fold` leaves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from importlib.resources import files

from core.text.arabic import fold


class Form(Enum):
    """What a reporting word is: قال · مضيفا · قوله."""

    FINITE = "finite"
    PARTICIPLE = "participle"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a reporting word. `joined` tells letters of و, ف or ب before it; the pronoun is the object or,
    behind a verbal noun, the speaker."""

    lemma: str
    form: Form
    feminine: bool
    plural: bool
    takes: frozenset[str]
    traits: frozenset[str]
    present: bool = False
    joined: int = 0
    pronoun: str = ""


_CONDITIONS = frozenset({"اذا", "عندما", "مما"})
_BUT = frozenset({"غير", "بيد", "الا"})
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")


def lexicon_rows(name: str) -> Iterator[list[str]]:
    """The rows of a lexicon of the package, cut at tabs."""
    text = (files("resources") / "lexicons" / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _words_by_category() -> dict[str, frozenset[str]]:
    return {
        category: frozenset(fold(form.replace("_", " ")) for form in forms.split())
        for category, forms in lexicon_rows("speech_words.tsv")
    }


@cache
def speech_words(category: str) -> frozenset[str]:
    """The folded words of one category around reported speech; `_` stands for a blank."""
    return _words_by_category()[category]


@cache
def phrases(category: str) -> dict[str, list[list[str]]]:
    """Phrases of a category as lists of words, by their first word."""
    found: dict[str, list[list[str]]] = {}
    for phrase in speech_words(category):
        found.setdefault(phrase.split()[0], []).append(phrase.split())
    return found


def phrase_at(forms: Sequence[str], at: int, category: str) -> int:
    """How many words long the phrase of the category is that begins at word `at`; 0 where none does."""
    for words in phrases(category).get(forms[at], ()):
        if forms[at : at + len(words)] == words:
            return len(words)
    return 0


@cache
def complementizers() -> frozenset[str]:
    """أن and إن with all pronouns, also بأن …; folded."""
    return frozenset(
        proclitic + "ان" + pronoun for proclitic in ("", "ب") for pronoun in ("", *_PRONOUNS, "ني", "نا", "ك", "كم")
    ) | {"اني", "باني"}


def is_dual(cue: Cue, form: str) -> bool:
    """Whether it tells in the past what two have said (أكدا)."""
    return cue.plural and not cue.present and form.endswith("ا") and not form.endswith("وا")


def is_adversative(forms: Sequence[str], at: int) -> bool:
    """Whether the أن at word `at` belongs to «غير أن», «إلا أنه»: a clause of its own, no content."""
    return at > 0 and forms[at] in complementizers() and forms[at - 1] in _BUT


def opens_condition(forms: Sequence[str], at: int) -> bool:
    """Whether the word at `at` subordinates what follows it (إذا, عندما), which then goes on with the same content."""
    return forms[at] in _CONDITIONS or (forms[at] == "حين" and forms[at - 1] != "في")


@cache
def cues() -> dict[str, Cue]:
    """Every folded form of every reporting word, with and without و, ف or ب."""
    bare: dict[str, Cue] = {}
    for past, present, participle, noun, takes, traits in lexicon_rows("speech_verbs.tsv"):
        known = Cue(past, Form.FINITE, False, False, _parts(takes), _parts(traits))
        for cue, form in _inflections(known, *(fold(column) for column in (past, present, participle, noun))):
            bare.setdefault(form, cue)
    found = dict(bare)
    for form, cue in bare.items():
        for proclitic in ("و", "ف") if cue.form is not Form.NOUN else ("و", "ف", "ب", "ل"):
            found.setdefault(proclitic + form, replace(cue, joined=1))
    found["بالقول"] = found["قايلا"]  # «استهل كلمته بالقول إن …»
    return found


def _parts(column: str) -> frozenset[str]:
    return frozenset(column.split()) - {"-"}


def _inflections(known: Cue, past: str, present: str, participle: str, noun: str) -> Iterator[tuple[Cue, str]]:
    is_open = "object" in known.traits
    if past != "-":
        for form, feminine, plural in _past(past):
            told = _with_object(replace(known, feminine=feminine, plural=plural), form, is_open)
            yield from (one for one in told if not one[0].pronoun or one[1] != noun)  # «دعوة» is no «دعوه»
    if present != "-":
        for form, feminine, plural in _present(present):
            cue = replace(known, feminine=feminine, plural=plural, present=True)
            yield from _with_object(cue, form, is_open)
    if participle != "-":
        for form, feminine, plural in _participle(participle):
            yield replace(known, form=Form.PARTICIPLE, feminine=feminine, plural=plural), form
    if noun != "-":
        stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
        yield replace(known, form=Form.NOUN), noun
        for pronoun in _PRONOUNS:
            feminine, plural = pronoun in ("ها", "هن"), pronoun in ("هم", "هما", "هن")
            yield (replace(known, form=Form.NOUN, feminine=feminine, plural=plural, pronoun=pronoun), stem + pronoun)


def _with_object(cue: Cue, form: str, is_open: bool) -> Iterator[tuple[Cue, str]]:
    yield cue, form
    if is_open:
        stem = form[:-1] if form.endswith("وا") else form
        stem = stem[:-1] + "ا" if stem.endswith("ي") else stem
        for pronoun in (*_PRONOUNS, "نا"):
            yield replace(cue, pronoun=pronoun), stem + pronoun


def _past(past: str) -> Iterator[tuple[str, bool, bool]]:
    """Third persons of the past: form, feminine, plural. Weak endings (نفى, دعا) drop before ت and وا."""
    yield past, False, False
    if past[-1] in "يا" and len(past) > 2:
        stem, kept = past[:-1], past[:-1] + ("ي" if past[-1] == "ي" else "و")
        endings = ((stem + "ت", True, False), (kept + "ا", False, True), (stem + "تا", True, True))
        yield from (*endings, (stem + "وا", False, True), (kept + "ن", True, True))
        return
    yield from ((past + "ت", True, False), (past + "ا", False, True), (past + "تا", True, True))
    yield past + "وا", False, True
    is_hollow = len(past) > 2 and past[-2] == "ا" and past[0] != "ت"
    yield (past[:-2] + past[-1] if is_hollow else past) + "ن", True, True


def _present(present: str) -> Iterator[tuple[str, bool, bool]]:
    """Third persons of the present indicative: form, feminine, plural."""
    feminine = "ت" + present[1:]
    yield from ((present, False, False), (feminine, True, False))
    stem = present[:-1] if present[-1] in "يو" else present
    dual = present if present[-1] != "ي" or len(present) > 3 else stem + "ي"
    yield from ((dual + "ان", False, True), (stem + "ون", False, True), ("ت" + dual[1:] + "ان", True, True))
    yield present + "ن", True, True


def _participle(participle: str) -> Iterator[tuple[str, bool, bool]]:
    """The accusative forms in which a participle reports beside a verb (مضيفا, مضيفة, مضيفين …)."""
    stem = participle[:-1] if participle.endswith("ي") else participle
    yield from ((participle + "ا", False, False), (participle + "ه", True, False))
    yield from ((stem + "ين", False, True), (participle + "تين", True, True), (participle + "ات", True, True))
