"""Number words and digits ↔ values: every digit shape and separator, every case and gender, mixed forms (175 ألف).

A numeral is read on tokens (`core.extract.tokens`): groups below a thousand, each times its scales, added up by و while
they get smaller («ثلاثة ملايين ومئتان وأربعون ألفا»). After W. Wright, *A Grammar of the Arabic Language*, I §§318–341.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from core.extract.figures import POINT, Numeral, exact, read_figures
from core.extract.tokens import Tokens, lexicon
from core.text.arabic import fold

# Proclitics before a number word: letters cut from the span, and whether conjunction, preposition, article are in them.
_PROCLITICS = (
    *(("", 0, False, False, False), ("و", 1, True, False, False), ("ف", 1, False, True, False)),
    *((letter, 1, False, True, False) for letter in "بلك"),
    *((f"و{letter}", 2, False, True, False) for letter in "بلك"),
    *((f"ف{letter}", 2, False, True, False) for letter in "بل"),
    *(("ال", 0, False, False, True), ("وال", 1, True, False, True), ("فال", 1, False, True, True)),
    *((f"{letter}ال", 1, False, True, True) for letter in "بك"),
    *(("وبال", 2, False, True, True), ("لل", 0, False, True, True), ("ولل", 1, False, True, True)),
)
# لست is «I am not», كمية «quantity»: no six, no hundred.
_NO_NUMBERS = frozenset(["لست", "كست", "فست", "كعشر", "ولست", "فلست", "كميه", "كميات", "وكميه", "وكميات"])
_MOST_SCALES = 2  # ألف مليار


@dataclass(frozen=True, slots=True)
class Word:
    """A number word with its proclitics: what it may be (role → value), and how many letters stand before it."""

    roles: Mapping[str, float]
    cut: int = 0
    conjunction: bool = False
    preposition: bool = False
    definite: bool = False

    @property
    def bare(self) -> bool:
        """True without any proclitic."""
        return not (self.conjunction or self.preposition or self.definite)


@cache
def number_words() -> Mapping[str, Word]:
    """Every number word with every proclitic, folded."""
    roles: dict[str, dict[str, float]] = {}
    for role, value, forms in lexicon("numerals.tsv"):
        for form in forms.split():
            roles.setdefault(fold(form), {})[role] = exact(float(value))
    words = {
        prefix + form: Word(values, cut, conjunction, preposition, definite)
        for prefix, cut, conjunction, preposition, definite in reversed(_PROCLITICS)
        for form, values in roles.items()
    }
    for form, values in roles.items():
        words[form] = Word(values)
    return {form: word for form, word in words.items() if form not in _NO_NUMBERS}


def word_at(tokens: Tokens, index: int) -> Word | None:
    """The number word at `index`. «وأحد» and «واحد» fold alike: the hamza parts them, or عشر behind a first number."""
    form = tokens.form(index)
    if form == "واحد" and "أ" in tokens.text[tokens.starts[index] : tokens.ends[index]]:
        return number_words()["فاحد"]
    return number_words().get(form)


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The longest numeral that begins at token `index`, or None."""
    first = _term(tokens, index, word_at(tokens, index))
    if first is None or first.few or first.vague:
        return first
    total = _with_fraction(tokens, first)
    limit = first.scale
    while limit > 1 and total.stop < len(tokens):
        joined = _joined(tokens, total.stop)
        term = _term(tokens, joined[0], joined[1]) if joined else None
        if term is None or term.vague or term.few or term.part or term.dotted or not 0 < term.high < limit:
            break
        value = total.low + term.low
        total = replace(
            total,
            low=value,
            high=value,
            stop=term.stop,
            scale=term.scale,
            mantissa=term.mantissa,
            digits=total.digits or term.digits,
        )
        limit = term.scale
        total = _with_fraction(tokens, total)
    return total


def read_first(tokens: Tokens, index: int, numeral: Numeral) -> Numeral | None:
    """A shorter reading of `numeral` that leaves «و…» to what follows: in «بين خمسة وعشرين» five and twenty are two."""
    for stop in range(numeral.stop - 1, index, -1):
        word = number_words().get(tokens.forms[stop])
        if word is not None and word.conjunction:
            cut = Tokens(tokens.text, tokens.forms[:stop], tokens.starts, tokens.ends)
            return read_numeral(cut, index)
    return None


def conjoined(tokens: Tokens, index: int) -> int | None:
    """The token where a number begins that و joins to what precedes: `index` itself, or the one behind a lone و."""
    joined = _joined(tokens, index)
    return joined[0] if joined else None


def _term(tokens: Tokens, index: int, word: Word | None) -> Numeral | None:
    """A group times its scales."""
    start = tokens.starts[index]
    if tokens.is_figure(index):
        group = read_figures(tokens, index)
    elif word is None:
        return None
    else:
        start = tokens.after_letters(index, word.cut) if word.cut else start
        group = _vague(tokens, index, word, start) or _words(tokens, index, word, start)
    if group is None or group.few or group.vague:
        return group
    for _ in range(_MOST_SCALES):
        scale = _scale_at(tokens, group.stop, definite=group.part and group.scale == 1)
        if scale is None:
            break
        # A dotted figure before a scale is a decimal: «3.125 مليون».
        group = replace(
            group.times(scale, group.stop + 1), scale=group.scale * scale, mantissa=group.mantissa, part=False
        )
    return group


def _words(tokens: Tokens, index: int, word: Word, start: int) -> Numeral | None:
    roles = word.roles
    if "dual" in roles and not (
        "scale" in roles and "\u064b" in tokens.text[tokens.starts[index] : tokens.ends[index]]
    ):
        value = roles["dual"]
        return Numeral(2 * value, 2 * value, start, index + 1, value, 2, definite=word.definite)
    if "scale" in roles:
        value = roles["scale"]
        return Numeral(value, value, start, index + 1, value, 1, definite=word.definite)
    if "half" in roles:
        return Numeral(0.5, 0.5, start, index + 1, 1, 0.5, part=True, definite=word.definite)
    if "parts" in roles:
        share = 2 / roles["parts"]
        return Numeral(share, share, start, index + 1, 1, share, part=True, definite=word.definite)
    small = _below_thousand(tokens, index, word)
    if small is None:
        if "part" not in roles:
            return None
        share = 1 / roles["part"]
        return Numeral(share, share, start, index + 1, 1, share, part=True, definite=word.definite)
    value, stop = small
    shares = _role(tokens, stop, "shares")
    if shares:
        return Numeral(
            value / shares, value / shares, start, stop + 1, 1, value / shares, part=True, definite=word.definite
        )
    return Numeral(value, value, start, stop, 1, value, definite=word.definite)


def _vague(tokens: Tokens, index: int, word: Word, start: int) -> Numeral | None:
    """عشرات الآلاف, مئات, بضعة آلاف, آلاف: bounds of what the words allow."""
    roles, stop = word.roles, index + 1
    base = roles.get("scales") or roles.get("scores") or (1 if "few" in roles else 0)
    if not base:
        return None
    lowest = int(roles.get("few", 2))
    if "few" in roles:
        if _role(tokens, stop, "ten"):
            return Numeral(13, 19, start, stop + 1, 1, 1, vague=True)
        scores = _role(tokens, stop, "scores")
        if scores:
            base, stop = scores, stop + 1
    scale = _scale_at(tokens, stop, definite=True)
    if scale is not None:
        base, stop = base * scale, stop + 1
    high = 10 * base - 1
    return Numeral(lowest * base, high, start, stop, 1, 1, vague=True, few=base == 1, definite=word.definite)


def _below_thousand(tokens: Tokens, index: int, word: Word) -> tuple[float, int] | None:
    if "zero" in word.roles:
        return 0, index + 1
    hundreds: float | None = word.roles.get("hundred")
    stop = index + 1
    if hundreds is None:
        small = _below_hundred(tokens, index, word)
        if small is None:
            return None
        if _role(tokens, small[1], "hundred") != 100:
            return small
        # ثلاث مئة, written apart.
        hundreds, stop = small[0] * 100, small[1] + 1
    joined = _joined(tokens, stop)
    if joined and joined[1] is not None and joined[1].definite <= word.definite:
        rest = _below_hundred(tokens, joined[0], joined[1])
        if rest:
            return hundreds + rest[0], rest[1]
    return hundreds, stop


def _below_hundred(tokens: Tokens, index: int, word: Word) -> tuple[float, int] | None:
    roles = word.roles
    if "tens" in roles:
        return roles["tens"], index + 1
    ones = roles.get("unit") or roles.get("one") or roles.get("teen")
    if ones is None:
        return (10, index + 1) if "ten" in roles else None
    if _role(tokens, index + 1, "ten"):
        return 10 + ones, index + 2
    joined = _joined(tokens, index + 1)
    if joined and joined[1] is not None and "tens" in joined[1].roles and joined[1].definite <= word.definite:
        return ones + joined[1].roles["tens"], joined[0] + 1
    return None if "unit" not in roles and "one" not in roles else (ones, index + 1)


def _with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """«مليون ونصف المليون», «خمسة وربع», «واحد فاصلة خمسة»: what is added as a share of the last scale."""
    stop = numeral.stop
    if tokens.form(stop) in POINT and numeral.scale == 1 and not numeral.digits:
        word = number_words().get(tokens.form(stop + 1))
        tenths = _below_hundred(tokens, stop + 1, word) if word is not None and word.bare else None
        if tenths:
            value = float(f"{int(numeral.low)}.{int(tenths[0])}")
            return replace(numeral, low=value, high=value, stop=tenths[1], mantissa=value)
        return numeral
    joined = _joined(tokens, stop)
    if joined is None or joined[1] is None or numeral.part:
        return numeral
    roles = joined[1].roles
    if not joined[1].definite and (
        "half" in roles or "parts" in roles or ("part" in roles and "unit" not in roles and "ten" not in roles)
    ):
        share = roles.get("half") or (2 / roles["parts"] if "parts" in roles else 1 / roles["part"])
        value, stop = numeral.low + share * numeral.scale, joined[0] + 1
        if numeral.scale > 1 and (_scale_at(tokens, stop, definite=True) or 0) == numeral.scale:
            stop += 1
        elif tokens.form(stop).startswith("ال") or _scale_at(tokens, stop, definite=True):
            return numeral  # «مليون ونصف السكان», «ألف ونصف مليون» are two figures
        return replace(numeral, low=exact(value), high=exact(value), stop=stop)
    return numeral


def _scale_at(tokens: Tokens, index: int, *, definite: bool) -> float | None:
    word = number_words().get(tokens.form(index))
    if word is None or word.conjunction or word.preposition or (word.definite and not definite):
        return None
    return word.roles.get("scale") or word.roles.get("scales")


def _role(tokens: Tokens, index: int, role: str) -> float | None:
    """The value of the bare word at `index` in `role`, or None."""
    word = number_words().get(tokens.form(index))
    return word.roles.get(role) if word is not None and word.bare else None


def _joined(tokens: Tokens, index: int) -> tuple[int, Word | None] | None:
    """Where a number begins that و joins, and its word (None for digits)."""
    form = tokens.form(index)
    if form == "و":
        word = number_words().get(tokens.form(index + 1))
        if word is not None and not word.preposition and not word.conjunction:
            return index + 1, word
        return (index + 1, None) if tokens.is_figure(index + 1) else None
    word = number_words().get(form)
    if form == "واحد" and (_role(tokens, index + 1, "ten") or word_at(tokens, index) is not word):
        return index, number_words()["فاحد"]
    return (index, word) if word is not None and word.conjunction else None
