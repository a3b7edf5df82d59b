"""What figures count: units of measure and time, currencies, counted nouns, each with its singular."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from core.extract.numerals import number_words
from core.extract.tokens import Tokens, lexicon
from core.model import QuantityKind
from core.text.arabic import fold

_LONGEST = 3  # words of a unit: كيلومتر في الساعة
_SOUND_PLURALS = {"-ات": ("ات",), "-ون": ("ون", "ين")}
# Verbal nouns of the derived stems: their plural in ات has a singular without ة (اجتماعات → اجتماع).
_VERBAL_NOUN = re.compile(r"^(?:است..ا.|ا.ت.ا.|ان..ا.|ا..ا.|ت..ي.|ت.ا.)$")
# Verbs, imperfect or with the ending of a plural or feminine subject; with ت may begin a noun (تقرير, تذكرة).
_VERB_LIKE = re.compile(r"^(?:ي.{2,}|س[يتن].{2,}|ت(?!..ي.$)[^ا]{2,3}[^اه]|.*وا|...+[^ا]ت)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """A counted noun or unit: its singular, what it measures, and for times the ISO 8601 designator (TH for hours).

    `code` of a currency is its ISO 4217 code; a minor unit has one with a divisor (USD/100).
    """

    lemma: str
    kind: QuantityKind
    code: str = ""
    plural: bool = False
    dual: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A unit read from tokens, and the token behind it."""

    unit: Unit
    stop: int


@cache
def units() -> Mapping[str, Unit]:
    """Every form of every unit and noun, folded, words joined by `_`."""
    table: dict[str, Unit] = {}
    # Where two share a form, the first one listed keeps it: decades before contracts (عقود), years before cents.
    # A singular goes before another noun's plural: «كتاب» is a book before it is writers.
    measures = [(lemma, forms, QuantityKind(kind), code) for lemma, kind, code, forms, *_ in lexicon("measures.tsv")]
    money = [(lemma, forms, QuantityKind.MONEY, code) for lemma, code, forms, *_ in lexicon("currencies.tsv")]
    nouns = [(lemma, forms, QuantityKind.COUNT, "") for lemma, forms in lexicon("counted_nouns.tsv")]
    for entry in (*measures, *money):
        _add(table, *entry)
    for lemma, _, kind, code in nouns:
        table.setdefault(_key(lemma), Unit(lemma, kind, code))
    for entry in nouns:
        _add(table, *entry)
    return table


@cache
def symbols() -> Mapping[str, Unit]:
    """Abbreviations, signs and codes, units only beside digits; a single letter is one in its own case only (m)."""
    table = {
        symbol: Unit(lemma, QuantityKind(kind), code)
        for lemma, kind, code, _, *rest in lexicon("measures.tsv")
        for symbol in " ".join(rest).split()
    }
    signs = {
        sign: Unit(code, QuantityKind.MONEY, code)
        for code, forms in lexicon("currency_signs.tsv")
        for sign in forms.split()
    }
    listed = table | signs
    return {_key(form): unit for form, unit in listed.items() if len(form) > 1} | listed


@cache
def money_signs() -> Mapping[str, Unit]:
    """Signs and codes that may stand before the figure ($10)."""
    return {
        form: unit
        for form, unit in symbols().items()
        if unit.kind is QuantityKind.MONEY and (len(form) > 1 or (not form.isalpha() and form != "¢"))
    }


@cache
def uncounted() -> frozenset[str]:
    """Words that stand behind a figure without being what it counts."""
    lines = (files("resources") / "lexicons" / "uncounted.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def read_unit(tokens: Tokens, index: int, *, after_digits: bool = False, definite: bool = False) -> Reading | None:
    """The known unit at `index`, the longest first; `definite` allows the article («نصف الساعة», «مئات الجنود»)."""
    form = tokens.form(index)
    if not form:
        return None
    symbol = _symbol(tokens, index) if after_digits else None
    if definite and form.startswith("ال") and len(form) > 3:
        form = form[2:]
    for length in range(_LONGEST, 0, -1):
        words = [form, *(tokens.form(index + ahead) for ahead in range(1, length))]
        unit = units().get("_".join(words)) if all(words) else None
        if unit is not None and (symbol is None or symbol.stop < index + length):
            return _qualified(tokens, unit, index + length)
    return symbol


def _symbol(tokens: Tokens, index: int) -> Reading | None:
    """The longest symbol at `index`, of one token or several (كم2, °C, كم/س), with nothing right behind it."""
    stop = index + 1
    while stop < index + _LONGEST and tokens.touches(stop):
        stop += 1
    for end in range(stop, index, -1):
        raw = tokens.text[tokens.starts[index] : tokens.ends[end - 1]]
        symbol = symbols().get(raw) or (symbols().get(_key(raw)) if len(raw) > 1 else None)
        if symbol is not None and not (tokens.touches(end) and tokens.form(end)[:1].isalnum()):
            return Reading(symbol, end)
    return None


def guess_unit(tokens: Tokens, index: int, *, definite: bool = False) -> Reading | None:
    """The word at `index` as a counted noun that no lexicon knows, with its singular by pattern."""
    form = tokens.form(index)
    if not tokens.is_word(index) or len(form) < 3 or form in uncounted():
        return None
    if form.startswith(("ال", "لل", "وال", "بال", "فال", "كال")):
        if not (definite and form.startswith("ال")):
            return None
    elif _clings(form) or _VERB_LIKE.match(form) or form in number_words():
        return None
    raw = tokens.raw(index)
    return Reading(Unit(singular(raw), QuantityKind.COUNT, known=False), index + 1)


def _clings(form: str) -> bool:
    """Whether a proclitic or a possessive clings to the word; behind و ف ب a tanwin alif shows a noun (بركانا)."""
    if form[0] == "ل" or form.endswith(("ها", "هم", "هما")):
        return True
    if form[0] == "ك":
        return form[1:] in units()
    return form[0] in "وفب" and not (len(form) > 4 and form.endswith("ا") and form[1:] not in units())


def singular(raw: str) -> str:
    """The singular of a noun as it is written after a figure: by lexicon, else by its ending."""
    bare = raw[2:] if raw.startswith("ال") and len(raw) > 4 else raw
    known = units().get(fold(bare))
    if known is not None:
        return known.lemma
    if bare.endswith("ات") and len(bare) > 4:
        stem = bare[:-2]
        return stem if _VERBAL_NOUN.match(fold(stem)) else stem + "ة"
    if bare.endswith(("ين", "ون")) and len(bare) > 4:
        return bare[:-2]
    if bare.endswith("يئا"):
        return bare[:-2] + "ء"
    if bare.endswith("ا") and len(bare) > 3:
        counted = units().get(fold(bare[:-1]))
        return counted.lemma if counted else bare[:-1]
    return bare


def _qualified(tokens: Tokens, unit: Unit, stop: int) -> Reading:
    """A currency takes its code from the nationality adjective behind it, which then belongs to its name."""
    if unit.kind is not QuantityKind.MONEY:
        return Reading(unit, stop)
    adjectives = _adjectives().get(unit.lemma, {})
    for length in (2, 1):
        code = adjectives.get("_".join(tokens.form(stop + ahead) for ahead in range(length)))
        if code:
            return Reading(Unit(unit.lemma, unit.kind, code, unit.plural, unit.dual), stop + length)
    return Reading(unit, stop)


@cache
def _adjectives() -> Mapping[str, Mapping[str, str]]:
    """Lemma of a currency → folded adjective in both genders, dual and accusative → code."""
    table: dict[str, dict[str, str]] = {}
    for lemma, _, _, *cells in lexicon("currencies.tsv"):
        for pair in " ".join(cells).split():
            adjective, code = pair.split("=")
            stem = _key(adjective).removesuffix("ه")
            endings = ("", "ا", "ه", "ين", "ان", "تين", "تان")
            table.setdefault(lemma, {}).update({stem + ending: code for ending in endings})
    return table


def _add(table: dict[str, Unit], lemma: str, forms: str, kind: QuantityKind, code: str) -> None:
    stem = _key(lemma)
    one, many, two = (Unit(lemma, kind, code, plural=number == 1, dual=number == 2) for number in range(3))
    new = {stem: one}
    sound = False
    for form in forms.split():
        if form == "-ون":
            sound = True
        for ending in _SOUND_PLURALS.get(form, ()):
            new[stem.removesuffix("ه") + ending] = many
        if form not in _SOUND_PLURALS:
            new.setdefault(_key(form), many)
            if not _key(form).endswith(("ا", "ه", "ي", "ت", "ين", "ون")):
                new.setdefault(_key(form) + "ا", many)  # مدنا, جنودا
    if "_" not in stem:
        base = stem[:-1] + "ت" if lemma.endswith("ة") else stem
        base = stem[:-1] + "ي" if lemma.endswith("ى") else base
        if stem[-1] not in "اه":
            new.setdefault(stem + "ا", one)
        new.setdefault(base + "ان", two)
        if not sound:
            new.setdefault(base + "ين", two)
    for form, unit in new.items():
        table.setdefault(form, unit)


def _key(form: str) -> str:
    return fold(form).replace(" ", "_")
