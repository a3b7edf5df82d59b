"""Digits → values: every digit shape, thousands and decimals in every separator, fractions and powers.

`Numeral` is what this module and `numerals` read, from digits and from words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from core.extract.tokens import DIGIT, Tokens
from core.text.arabic import ascii_digits

_MOST_GROUPS = 6  # of three digits
_HIGHEST_DIGITS = 18  # beyond, a run of digits is an identifier
_MOST_DIGITS_OF_POWER = 20  # beyond, floats overflow
POINT = frozenset(("فاصله", "فاصل"))  # «28 فاصل 8», as it is read aloud
_SEPARATOR = re.compile(r"[^0-9]+")
_INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u061c"
# 1e10, -12e-1, 2.5^-1
_POWER = re.compile(rf"([eE^])(-?[{DIGIT}]{{1,2}})(?![{DIGIT}.,\w])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from tokens: bounds (equal unless vague), where it starts in the text, and the token behind it.

    `scale` is its last multiplier («ألف»), `mantissa` what stood before it; both serve ranges («90 و100 ألف»).
    `part` marks a share of something (نصف), `dotted` digits that may be thousands or decimals (94.000).
    """

    low: float
    high: float
    start: int
    stop: int
    scale: float = 1
    mantissa: float = 0
    vague: bool = False
    part: bool = False
    digits: bool = False
    definite: bool = False
    dotted: bool = False
    few: bool = False

    def times(self, factor: float, stop: int) -> Numeral:
        """The same numeral multiplied, reaching to `stop`."""
        return replace(self, low=exact(self.low * factor), high=exact(self.high * factor), stop=stop, dotted=False)


def figure(raw: str) -> tuple[float, bool] | None:
    """The value of a token of digits, and whether its dot may part thousands; None for lists, versions, dates."""
    token = ascii_digits(raw)
    groups = _SEPARATOR.split(token)
    separators = [run.strip(_INVISIBLE)[:1] for run in _SEPARATOR.findall(token)]
    if sum(map(len, groups)) > _HIGHEST_DIGITS:
        return None
    if not separators:
        return int(token), False
    thousands = 1 <= len(groups[0]) <= 3 and groups[0][0] != "0"
    if len(set(separators)) == 1:
        if thousands and all(len(group) == 3 for group in groups[1:]) and separators[0] != "\u066b":
            dotted = separators == ["."]
            return (float(token) if dotted else int("".join(groups))), dotted
        if len(separators) == 1 and separators[0] in ".,\u060c\u066b":
            return exact(float(f"{groups[0]}.{groups[1]}")), False
        return None
    whole, last = groups[:-1], separators[-1]
    if (
        thousands
        and all(len(group) == 3 for group in whole[1:])
        and len(set(separators[:-1])) == 1
        and last != separators[0]
    ):
        return exact(float(f"{''.join(whole)}.{groups[-1]}")), False
    return None


def read_figures(tokens: Tokens, index: int) -> Numeral | None:
    """Digits, with groups parted by spaces (1 234 567), a power (1e10), or a fraction (3/4)."""
    read = figure(tokens.text[tokens.starts[index] : tokens.ends[index]])
    if read is None:
        return None
    value, dotted = read
    stop, start = index + 1, tokens.starts[index]
    if tokens.form(index - 1) in (".", ",") and tokens.touches(index) and not tokens.touches(index - 1) and index:
        start, value = (
            tokens.starts[index - 1],
            float(f".{tokens.forms[index]}") if tokens.forms[index].isdigit() else value,
        )
    if len(tokens.forms[index]) <= 3 and value:
        while (
            stop < len(tokens)
            and len(tokens.forms[stop]) == 3
            and tokens.forms[stop].isdigit()
            and _spaced(tokens, stop)
        ):
            stop += 1
            if stop > index + _MOST_GROUPS:
                return None
        if stop > index + 1:
            digits = "".join(tokens.forms[index:stop])
            if tokens.is_figure(stop):
                return None
            return Numeral(int(digits), int(digits), start, stop, 1, int(digits), digits=True)
    if (
        tokens.form(stop) == "ر"
        and tokens.touches(stop)
        and tokens.touches(stop + 1)
        and tokens.form(stop + 1).isdigit()
    ):
        return _with_ra(tokens, index, start)
    power = _POWER.match(tokens.text, tokens.ends[index])
    if power:
        value, stop = _raised(value, power), stop + 1
        while stop < len(tokens) and tokens.ends[stop - 1] < power.end():
            stop += 1
    elif tokens.form(stop) == "/" and tokens.touches(stop) and tokens.touches(stop + 1) and tokens.is_figure(stop + 1):
        return _slashed(tokens, index, value)
    elif tokens.form(stop) in POINT and tokens.is_figure(stop + 1) and tokens.forms[stop + 1].isdigit():
        value, stop = float(f"{int(value)}.{tokens.forms[stop + 1][:_HIGHEST_DIGITS]}"), stop + 2
    return Numeral(value, value, start, stop, 1, value, digits=True, dotted=dotted)


def _with_ra(tokens: Tokens, index: int, start: int) -> Numeral | None:
    """«65ر2», a decimal as some agencies type it: the fraction stands first, so that it is seen behind the ر."""
    digits, whole = tokens.forms[index], tokens.forms[index + 2]
    if not digits.isdigit() or len(digits) + len(whole) > _HIGHEST_DIGITS:
        return None
    value = float(f"{whole}.{digits}")
    return Numeral(value, value, start, index + 3, 1, value, digits=True)


def _raised(value: float, power: re.Match[str]) -> float:
    exponent = int(ascii_digits(power[2]))
    if power[1] in "eE":
        return exact(value * 10.0**exponent)
    return exact(value**exponent) if value and abs(exponent) < _MOST_DIGITS_OF_POWER else value


def _slashed(tokens: Tokens, index: int, above: float) -> Numeral | None:
    below = figure(tokens.text[tokens.starts[index + 2] : tokens.ends[index + 2]])
    if below is None or not below[0] or (tokens.form(index + 3) == "/" and tokens.touches(index + 3)):
        return None
    share = above / below[0]
    # In Eastern digits a fraction is often typed as it is seen, its parts the wrong way round: ٢/١ is one half.
    eastern, stop = tokens.text[tokens.starts[index]] > "9", index + 3
    if above > below[0] == 1 and eastern:
        share = 1 / above
    elif above >= below[0]:
        return None
    elif eastern and tokens.form(stop).isdigit() and _spaced(tokens, stop):
        share, stop = share + int(tokens.form(stop)), stop + 1
    return Numeral(share, share, tokens.starts[index], stop, 1, share, part=share < 1, digits=True)


def _spaced(tokens: Tokens, index: int) -> bool:
    """True where exactly one space, of whatever width, parts the token from the one before it."""
    return tokens.starts[index] - tokens.ends[index - 1] == 1


def exact(value: float) -> float:
    """An int where it is one: figures stay readable and compare exactly."""
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else rounded
