"""Amounts: a number with what it counts, before any approximator: 175 ألف جندي, نصف ساعة, 50 في المئة, $10, جولتين."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from core.extract.figure_contexts import plays
from core.extract.figures import Numeral
from core.extract.numerals import conjoined, number_words, read_numeral
from core.extract.tokens import Tokens
from core.extract.units import Reading, Unit, guess_unit, money_signs, read_unit, units
from core.model import QuantityKind

PERCENT = Unit("%", QuantityKind.PERCENT)
PERCENT_WORDS = frozenset(("بالميه", "بالمايه"))
_HUNDRED = frozenset(("الميه", "المايه"))
_SELF = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))
_MOST_PARTS = 4  # days, hours, minutes, seconds
_CUT = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "كال")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit between two offsets and up to token `stop`; `first` is the token it begins at.

    `iso` holds designator → number for durations («ساعتين و30 دقيقة»). `known` is False where the unit was guessed.
    """

    low: float
    high: float
    first: int
    start: int
    end: int
    stop: int
    unit: Unit | None
    kind: QuantityKind
    score: float
    vague: bool = False
    numeral: Numeral | None = None
    iso: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Dual:
    """A counted noun in the dual, with the letters of its proclitics."""

    unit: Unit
    cut: int


@cache
def duals() -> Mapping[str, Dual]:
    """Every indefinite dual of the lexicons with every proclitic; definite ones point back and count nothing."""
    table: dict[str, Dual] = {}
    for form, unit in units().items():
        if unit.dual and not plays("undual", form):
            for cut in _CUT[:-1]:
                table.setdefault(cut + form, Dual(unit, len(cut)))
            table[form] = Dual(unit, 0)
    return {form: dual for form, dual in table.items() if form not in units() or units()[form].dual}


def read_amount(tokens: Tokens, index: int, parts: int = _MOST_PARTS) -> Amount | None:
    """The amount that begins at token `index`, of at most `parts` units («ساعتان و30 دقيقة» has two), or None."""
    form = tokens.form(index)
    if form in duals():
        return _dual(tokens, index, duals()[form], parts)
    sign = money_signs().get(form)
    if sign is not None and tokens.is_figure(index + 1) and tokens.starts[index + 1] - tokens.ends[index] <= 1:
        numeral = read_numeral(tokens, index + 1)
        return None if numeral is None else _signed(tokens, index, numeral, sign)
    if form in PERCENT_WORDS or form == "%":
        numeral = read_numeral(tokens, index + 1) if tokens.is_figure(index + 1) else None
        if numeral is None or (form == "%" and not tokens.touches(index + 1)):
            return None
        return _made(tokens, index, numeral, Reading(PERCENT, numeral.stop), 0.9)
    if not tokens.is_figure(index) and form not in number_words():
        return None
    numeral = read_numeral(tokens, index)
    return None if numeral is None else _with_unit(tokens, index, numeral, parts)


def _with_unit(tokens: Tokens, index: int, numeral: Numeral, parts: int) -> Amount | None:
    """The amount of `numeral`, read at `index`, and of what stands behind it."""
    stop = numeral.stop
    numeral = _share(tokens, index, numeral)
    if percent := _percent(tokens, stop):
        return _made(tokens, index, numeral, percent, 0.98)
    if numeral.part and (plays("shareless", tokens.form(stop)) or numeral.definite):
        return None
    loose = numeral.part or numeral.vague
    reading = read_unit(tokens, stop, after_digits=numeral.digits, definite=loose) if stop < len(tokens) else None
    if reading is not None and reading.unit.dual:
        reading = None
    if reading is None and numeral.high >= 3 and tokens.form(stop).startswith("ال"):
        # «3 الساعات»: an article too many, in hurried copy.
        timed = read_unit(tokens, stop, definite=True)
        reading = (
            timed if timed is not None and timed.unit.kind is QuantityKind.DURATION and timed.unit.plural else None
        )
    score = 0.97
    if reading is None:
        reading, score = _of(tokens, stop), 0.85
    if reading is None and tokens.form(index) not in ("واحد", "واحده") and not (numeral.vague and numeral.definite):
        reading, score = guess_unit(tokens, stop, definite=loose), 0.85
        if reading is not None and (reading.unit.lemma == "" or tokens.form(stop) in number_words()):
            reading = None
    if numeral.few and (reading is None or not (reading.unit.plural or not reading.unit.known)):
        return None
    made = _made(tokens, index, numeral, reading, score)
    return compound(tokens, and_a_half(tokens, made), parts)


def _of(tokens: Tokens, stop: int) -> Reading | None:
    """«مئات من النساء», «اثنين من القضاة», «100 ألف من جنودها»: the whole that the figure is taken from."""
    form = tokens.form(stop + 1)
    if tokens.form(stop) != "من":
        return None
    if form.startswith("ال"):
        reading = read_unit(tokens, stop + 1, definite=True)
        return reading if reading is not None and reading.unit.plural else None
    for suffix in ("ها", "هم", "هما", "نا", "ه"):
        owned = units().get(form.removesuffix(suffix)) if form.endswith(suffix) else None
        if owned is not None and owned.plural and form not in units():
            return Reading(owned, stop + 2)
    return None


def _share(tokens: Tokens, index: int, numeral: Numeral) -> Numeral:
    """«خمس السكان» is a fifth, «خمس دول» five: the article behind decides."""
    word = number_words().get(tokens.forms[index])
    if word is None or numeral.stop != index + 1 or "part" not in word.roles or numeral.part:
        return numeral
    behind = tokens.form(numeral.stop)
    if word.definite or not behind.startswith("ال") or len(behind) < 5:
        return numeral
    share = 1 / word.roles["part"]
    return replace(numeral, low=share, high=share, part=True)


def _percent(tokens: Tokens, stop: int) -> Reading | None:
    if tokens.form(stop) == "%" or tokens.form(stop) in PERCENT_WORDS:
        return Reading(PERCENT, stop + 1)
    if tokens.form(stop) == "في" and tokens.form(stop + 1) in _HUNDRED:
        return Reading(PERCENT, stop + 2)
    return None


def _made(tokens: Tokens, index: int, numeral: Numeral, reading: Reading | None, score: float) -> Amount:
    unit = reading.unit if reading else None
    stop = reading.stop if reading else numeral.stop
    start = (
        min(numeral.start, tokens.starts[index])
        if index < numeral.stop and tokens.forms[index] in money_signs()
        else numeral.start
    )
    if tokens.forms[index] in ("%", *PERCENT_WORDS):
        start = tokens.starts[index]
    kind = unit.kind if unit else QuantityKind.COUNT
    if numeral.part and kind is QuantityKind.COUNT:
        kind = QuantityKind.FRACTION
    low, high = numeral.low, numeral.high
    if numeral.dotted and _in_thousands(numeral, unit, kind):
        low = high = round(numeral.low * 1000)
        numeral = replace(numeral, mantissa=low)
    if unit and "/" in unit.code:
        code, divisor = unit.code.split("/")
        low, high, unit = low / int(divisor), high / int(divisor), replace(unit, lemma=code or unit.lemma, code=code)
        if not code:
            low, high = low * int(divisor), high * int(divisor)
    elif unit and kind is QuantityKind.MONEY and unit.code:
        unit = replace(unit, lemma=unit.code)
    iso = ((unit.code, low),) if unit and kind is QuantityKind.DURATION and low == high else ()
    if unit is None:
        score = 0.75 if kind is QuantityKind.COUNT else 0.8
    if numeral.vague:
        score *= 0.95
    return Amount(low, high, index, start, tokens.ends[stop - 1], stop, unit, kind, score, numeral.vague, numeral, iso)


def _in_thousands(numeral: Numeral, unit: Unit | None, kind: QuantityKind) -> bool:
    """Whether 94.000 is ninety-four thousand: what is counted has no decimals, and money is not written to 1.350."""
    if unit is None or kind in (QuantityKind.PERCENT, QuantityKind.MEASURE, QuantityKind.DURATION):
        return f"{numeral.low:.3f}".endswith("000")
    return kind is QuantityKind.COUNT or f"{numeral.low:.3f}".endswith("0")


def _signed(tokens: Tokens, index: int, numeral: Numeral, sign: Unit) -> Amount:
    """$10, € 5.2 مليار, with a further «دولار» behind it where the copy says it twice."""
    again = read_unit(tokens, numeral.stop)
    stop = again.stop if again and again.unit.code == sign.code else numeral.stop
    return _made(tokens, index, numeral, Reading(sign, stop), 0.97)


def _dual(tokens: Tokens, index: int, dual: Dual, parts: int) -> Amount:
    reading = read_unit(tokens, index) if not dual.cut else None
    stop = max(index + 1, reading.stop if reading else 0)
    unit = reading.unit if reading else dual.unit
    start = tokens.after_letters(index, dual.cut) if dual.cut else tokens.starts[index]
    numeral = Numeral(2, 2, start, stop + (tokens.form(stop) in _SELF), 1, 2)
    made = _made(tokens, index, numeral, Reading(unit, numeral.stop), 0.93)
    return compound(tokens, and_a_half(tokens, made), parts)


def and_a_half(tokens: Tokens, amount: Amount) -> Amount:
    """«ثلاث ساعات ونصف (الساعة)», «دولارين وربع»."""
    unit, stop = amount.unit, amount.stop
    if (
        unit is None
        or unit.kind is QuantityKind.COUNT
        or amount.kind is QuantityKind.PERCENT
        or amount.low != amount.high
    ):
        return amount
    place = conjoined(tokens, stop)
    word = number_words().get(tokens.form(place)) if place is not None else None
    if place is None or word is None or (word.definite and unit.kind is not QuantityKind.DURATION):
        return amount  # but «ساعة والنصف»
    roles = word.roles
    share = roles.get("half") or (1 / roles["part"] if "part" in roles and not {"unit", "ten"} & set(roles) else 0)
    share = share or (2 / roles["parts"] if "parts" in roles else 0)
    if not share:
        return amount
    stop = place + 1
    behind = tokens.form(stop)
    if behind.startswith("ال"):
        again = read_unit(tokens, stop, definite=True)
        if again is None or again.unit.kind is not unit.kind:
            return amount
        stop = again.stop
    elif behind in units() and units()[behind].code == unit.code and unit.kind is QuantityKind.DURATION:
        stop += 1  # «7 ساعات ونصف ساعة»
    elif behind in units() or "scale" in _roles(behind):
        return amount
    value = amount.low + share
    iso = tuple((code, number + share) for code, number in amount.iso)
    return replace(amount, low=value, high=value, stop=stop, end=tokens.ends[stop - 1], iso=iso)


def _roles(form: str) -> Mapping[str, float]:
    word = number_words().get(form)
    return word.roles if word is not None else {}


def compound(tokens: Tokens, amount: Amount, parts: int = _MOST_PARTS) -> Amount:
    """«ساعتين و30 دقيقة», «20 دولارا و43 سنتا»: one amount in two units."""
    unit = amount.unit
    if (
        parts <= 1
        or unit is None
        or amount.kind not in (QuantityKind.DURATION, QuantityKind.MONEY)
        or amount.low != amount.high
    ):
        return amount
    place = conjoined(tokens, amount.stop)
    if place is None and tokens.form(amount.stop)[:1] == "و" and tokens.form(amount.stop) in duals():
        place = amount.stop
    rest = read_amount(tokens, place, parts - 1) if place is not None else _single_part(tokens, amount)
    if rest is None or rest.unit is None or rest.low != rest.high or rest.kind is not amount.kind:
        return amount
    if amount.kind is QuantityKind.MONEY:
        if rest.unit.lemma != unit.lemma or rest.low >= 1:
            return amount
        total = amount.low + rest.low
    else:
        ratio = _SECONDS.get(unit.code, 0) / _SECONDS.get(rest.unit.code, _SECONDS["Y"])
        if ratio <= 1:
            return amount
        total = amount.low + rest.low / ratio
    total = round(total, 6)
    return replace(amount, low=total, high=total, stop=rest.stop, end=rest.end, iso=amount.iso + rest.iso)


def _single_part(tokens: Tokens, amount: Amount) -> Amount | None:
    """«ساعتين ودقيقة واحدة», «سنة وشهر»: the one smaller unit that و joins to a duration."""
    index = amount.stop
    form, apart = tokens.form(index), tokens.form(index) == "و"
    if amount.kind is not QuantityKind.DURATION or form[:1] != "و":
        return None
    place = index + apart
    unit = units().get(tokens.form(place) if apart else form[1:])
    if unit is None or unit.kind is not QuantityKind.DURATION or unit.plural or unit.dual:
        return None
    stop = place + 1
    told = tokens.form(stop) in _ONE
    if not told and tokens.is_word(stop) and tokens.form(stop) not in _PREPOSITIONS:
        return None
    stop += told
    numeral = Numeral(1, 1, tokens.starts[place], stop, 1, 1)
    return _made(tokens, place, numeral, Reading(unit, stop), 0.93)


_ONE = frozenset(("واحد", "واحده", "واحدا"))
# Behind these a unit that و joins is counted, not named: «ساعتين ودقيقة من بدايته», not «ساعتين ودقيقة صمت».
_PREPOSITIONS = frozenset(
    (
        "من",
        "في",
        "بين",
        "علي",
        "مع",
        "الي",
        "عن",
        "منذ",
        "قبل",
        "بعد",
        "عبر",
        "دون",
        "وفق",
        "وفقا",
        "بحسب",
        "حسب",
        "خلال",
    )
)
_DAY = 86400.0
_SECONDS = {"TS": 1.0, "TM": 60.0, "TH": 3600.0, "D": _DAY, "W": 7 * _DAY, "M": 365 / 12 * _DAY, "Y": 365 * _DAY}


def iso_duration(parts: tuple[tuple[str, float], ...]) -> str | None:
    """ISO 8601 of designator → number; halves go to the next smaller unit where that is exact (PT30M, P6M)."""
    whole: dict[str, float] = {}
    for code, number in parts:
        if not code:
            return None
        number *= 10 ** code.count("0")
        code = code.lstrip("0")
        left = number % 1
        smaller = _SMALLER.get(code)
        if left and smaller and round(left * smaller[1], 6) % 1 == 0:
            whole[smaller[0]] = whole.get(smaller[0], 0) + round(left * smaller[1], 6)
            number -= left
        if number or not left:
            whole[code] = whole.get(code, 0) + number
    dates = "".join(f"{_plain(whole[code])}{code}" for code in ("Y", "M", "W", "D") if code in whole)
    times = "".join(f"{_plain(whole[code])}{code[1]}" for code in ("TH", "TM", "TS") if code in whole)
    return f"P{dates}" + (f"T{times}" if times else "")


_SMALLER = {"TH": ("TM", 60), "TM": ("TS", 60), "Y": ("M", 12), "D": ("TH", 24)}


def _plain(number: float) -> str:
    return f"{round(number, 4):g}" if number < 1e6 else str(int(number))
