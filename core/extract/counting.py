"""Figures with what they count, in the form that Arabic gives the noun: ساعتان، 3 ساعات، 11 يوما، 100 جندي."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.extract.tokens import lexicon
from core.model import QuantityKind

_ONE, _TWO = 1, 2
_FEW = range(3, 11)  # of these the plural, by the last two digits
_MANY = range(11, 100)  # of these the singular in the accusative

_BEFORE_DUAL = {"ة": "ت", "ا": "ت", "ى": "ي"}  # سنة → سنتان, مبنى → مبنيان
_WITHOUT_TANWIN = ("ة", "ا", "ى", "اء", "يء")  # what takes no alif in the accusative, or another letter with it


def counted(amount: float, figure: str, noun: str, *, oblique: bool = False) -> str:
    """`figure`, which writes `amount`, with its noun (a singular); one and two are in the noun itself.

    `oblique`: behind a word that governs it («نحو ساعتين»). Nouns of several words, and those whose plural is not
    known, stay as they are.
    """
    if noun not in _plurals():
        return f"{figure} {noun}".strip()
    if amount == _ONE:
        return noun
    if amount == _TWO:
        stem = noun[:-1] + _BEFORE_DUAL[noun[-1]] if noun[-1] in _BEFORE_DUAL else noun
        return stem + ("ين" if oblique else "ان")
    last = amount % 100
    if last in _FEW:
        return f"{figure} {_plurals()[noun]}"
    if last in _MANY and not noun.endswith(_WITHOUT_TANWIN):
        return f"{figure} {noun}ا"
    return f"{figure} {noun}"


@cache
def _plurals() -> Mapping[str, str]:
    """The plural of each noun of one word, as it stands behind 3 to 10."""
    # Other forms of units than these are mostly other spellings: واط, وات.
    rows = [
        (lemma, forms)
        for lemma, kind, _, forms, *_ in lexicon("measures.tsv")
        if kind == QuantityKind.DURATION or forms.startswith(("-ات", "أ"))
    ]
    rows += [(lemma, forms) for lemma, forms in lexicon("counted_nouns.tsv")]
    return {lemma: _plural(lemma, forms.split()[0]) for lemma, forms in rows if forms.strip() and " " not in lemma}


def _plural(lemma: str, form: str) -> str:
    if form == "-ون":
        return f"{lemma}ين"
    return f"{lemma.removesuffix('ة')}ات" if form == "-ات" else form.replace("_", " ")


def days_told(words: str) -> int | None:
    """How many days «يوم واحد», «يومان» or «3 أيام» are; None for anything else."""
    number, _, noun = words.partition(" ")
    if words == "يومان":
        return 2
    if noun == "واحد" and number == "يوم":
        return 1
    return int(number) if noun in ("أيام", "يوما", "يوم") and number.isdecimal() else None


def hours_told(words: str) -> tuple[int, int] | None:
    """The hours and minutes of «2:30»; None for anything else."""
    hours, _, minutes = words.partition(":")
    return (int(hours), int(minutes)) if hours.isdecimal() and minutes.isdecimal() else None


def duration_told(iso: str | None) -> tuple[int, int] | None:
    """The whole hours and minutes of a duration of both («PT2H1M»); None for any other."""
    hours, _, minutes = (iso or "").removeprefix("PT").partition("H")
    minutes = minutes.removesuffix("M")
    return (int(hours), int(minutes)) if iso and hours.isdecimal() and minutes.isdecimal() else None
