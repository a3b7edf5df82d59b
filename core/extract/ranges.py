"""Two numbers that make one amount: ranges (بين 90 و100 ألف), shares of a whole (واحد من كل ثلاثة), and signs."""

from __future__ import annotations

from dataclasses import replace

from core.extract.amounts import Amount, duals, read_amount
from core.extract.figure_contexts import is_change, is_score
from core.extract.figures import Numeral, exact
from core.extract.numerals import conjoined, number_words, read_first
from core.extract.tokens import Tokens
from core.extract.units import money_signs
from core.model import QuantityKind

_BETWEEN = frozenset(("بين", "مابين", "وبين", "فبين"))
_FROM = frozenset(("من", "ومن", "فمن"))
_TO = frozenset(("الي", "حتي"))
_DASHES = frozenset("-–—~")
_MINUS = frozenset("-−")
_SPELLED_MINUS = frozenset(("سالب", "ناقص"))


def read_range(tokens: Tokens, low: Amount) -> Amount | None:
    """«بين 90 و100 ألف جندي», «من 4 إلى 6», «4-5», «خمسة أو ستة أيام»: scale and unit of the second stand for both."""
    opening = tokens.form(low.first - 1)
    between = opening in _BETWEEN
    if between:
        low = _first_of_two(tokens, low)
    place = _second(tokens, low, opening, between=between)
    if place is None or place >= len(tokens):
        return None
    # «ارتفع من 5 إلى 10», «نزل 62 سنتا إلى 83.96 دولار»: before and after, a change and a level.
    if not between and (opening in _FROM or tokens.form(low.stop) == "الي") and is_change(tokens, low.first):
        return None
    high = read_amount(tokens, place)
    if high is None:
        return None
    if low.unit and high.unit and (low.unit.lemma, low.kind) != (high.unit.lemma, high.kind):
        return None
    lowest = exact(low.low * _shared_scale(low, high))
    fractions = (low.kind is QuantityKind.FRACTION) + (high.kind is QuantityKind.FRACTION)
    if not lowest < high.high or fractions == 1:
        return None
    unit, kind = (high.unit, high.kind) if high.unit else (low.unit, low.kind)
    score = min(0.93, high.score)
    return replace(
        low,
        low=lowest,
        high=high.high,
        end=high.end,
        stop=high.stop,
        unit=unit,
        kind=kind,
        score=score,
        iso=(),
        vague=False,
    )


def _first_of_two(tokens: Tokens, low: Amount) -> Amount:
    """Behind «بين» there are two numbers: where a longest reading swallowed both, give the second back."""
    if low.numeral is None or conjoined(tokens, low.stop) is not None or tokens.form(low.stop) in _TO:
        return low
    shorter = read_first(tokens, low.first, low.numeral)
    if shorter is None:
        return low
    stop = shorter.stop
    return replace(
        low, low=shorter.low, high=shorter.high, stop=stop, end=tokens.ends[stop - 1], numeral=shorter, unit=None
    )


def _shared_scale(low: Amount, high: Amount) -> float:
    """What the upper end's scale does to a lower end without one: 90 in «90 و100 ألف», 3.000 in «3.000 و5.000 جندي»."""
    first, second = low.numeral, high.numeral
    if first is None or second is None or low.unit is not None or first.vague:
        return 1
    if second.scale > 1:
        return second.scale if first.scale == 1 and low.low < second.mantissa else 1
    return high.high / second.high if second.high else 1


def _second(tokens: Tokens, low: Amount, opening: str, *, between: bool) -> int | None:
    """The token where the upper end of a range begins."""
    stop, joint = low.stop, tokens.form(low.stop)
    if between:
        place = conjoined(tokens, stop)
        if place is None and joint[:1] == "و" and joint in duals():
            return stop
        return stop + 1 if place is None and joint in _TO | _DASHES else place
    if joint in _TO:
        return stop + 1 if joint == "الي" or opening in _FROM else None
    if joint == "او":
        # «خمسة أو ستة أيام», «يومين أو ثلاثة»; in «خمسة جنود أو ستة» the noun has been said.
        return stop + 1 if low.unit is None or (low.numeral is not None and low.numeral.low == 2) else None
    if opening in _FROM and joint == "ل" and tokens.is_figure(stop + 1):
        return stop + 1
    word = number_words().get(joint)
    if opening in _FROM and word is not None and word.preposition and joint.startswith("ل"):
        return stop
    even = tokens.touches(stop) == tokens.touches(stop + 1) or tokens.form(stop + 2) in number_words()
    if joint in _DASHES and even and _is_dashed(tokens, low, stop):
        return stop + 1
    return None


def _is_dashed(tokens: Tokens, low: Amount, dash: int) -> bool:
    """Whether the dash behind `low` joins two ends of a range: no score, no date, no third part."""
    if not (tokens.is_figure(dash + 1) or tokens.form(dash + 1) in money_signs()):
        return False
    if low.unit is not None and low.kind is QuantityKind.COUNT:
        return False
    if tokens.form(dash + 2) in _DASHES and tokens.is_figure(dash + 3):
        return False
    if low.low == 0:
        return False
    return tokens.form(low.first - 1) not in _DASHES and not is_score(tokens, low.first)


def read_ratio(tokens: Tokens, amount: Amount) -> Amount | None:
    """«واحد من كل ثلاثة», «1 على 3», «عشرون جزءا من مئة»: a share of a whole."""
    numeral = amount.numeral
    if numeral is None or numeral.vague or numeral.part:
        return None
    opening = _whole_of(tokens, amount, numeral)
    whole = read_amount(tokens, opening) if opening is not None else None
    if opening is None or whole is None or whole.numeral is None or whole.vague or not whole.low:
        return None
    parts = amount.unit is not None  # «عشرون جزءا من مئة»
    proper = amount.low < whole.low or parts or (tokens.form(opening - 1) == "علي" and whole.unit is None)
    if whole.kind is not QuantityKind.COUNT or not proper:
        return None
    every = tokens.form(opening - 1) in ("كل", "اصل")
    stop = whole.stop if every else whole.numeral.stop
    share, unit = amount.low / whole.low, whole.unit if every else None
    end = tokens.ends[stop - 1]
    return replace(amount, low=share, high=share, end=end, stop=stop, unit=unit, kind=QuantityKind.FRACTION, score=0.8)


def _whole_of(tokens: Tokens, amount: Amount, numeral: Numeral) -> int | None:
    """The token where the whole begins that a ratio names."""
    if amount.unit is not None:
        stop = numeral.stop
        parts = tokens.form(stop).removesuffix("ا") in ("جزء", "اجزاء") and tokens.form(stop + 1) == "من"
        return stop + 2 if parts else None
    stop = amount.stop
    for every in (("من", "كل"), ("من", "بين", "كل"), ("من", "اصل")):
        if all(tokens.form(stop + ahead) == word for ahead, word in enumerate(every)):
            return stop + len(every)
    one_of = tokens.form(stop) == "من" and tokens.form(amount.first) == "واحد"
    return stop + 1 if one_of or tokens.form(stop) == "علي" else None


def with_sign(tokens: Tokens, amount: Amount, free: int) -> Amount:
    """-1200000, «سالب خمسة», «5 درجات تحت الصفر»; tokens before `free` are spoken for."""
    stop = amount.stop
    measured = amount.kind is QuantityKind.MEASURE
    if measured and tokens.form(stop) == "تحت" and tokens.form(stop + 1) == "الصفر":
        return replace(amount, low=-amount.high, high=-amount.low, stop=stop + 2, end=tokens.ends[stop + 1])
    place = amount.first - 1
    sign = tokens.form(place)
    if place < free or sign not in _MINUS | _SPELLED_MINUS:
        return amount
    degrees = place == 0 and measured and amount.unit is not None and amount.unit.lemma.startswith("درجة")
    if sign in _MINUS and not degrees and not (tokens.touches(amount.first) and _stands_free(tokens, place)):
        return amount
    return replace(amount, low=-amount.high, high=-amount.low, first=place, start=tokens.starts[place])


def _stands_free(tokens: Tokens, place: int) -> bool:
    """Whether the minus is a sign and no hyphen."""
    return not tokens.touches(place) or tokens.form(place - 1) in ("<", ">", "=", "(")
