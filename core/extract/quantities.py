"""Figures read on the raw text: counts, ranks, percents, money, measures and durations, with their bounds.

`extract_quantities` walks the few tokens of a sentence that may begin a figure, reads the longest amount there, joins
ranges, asks the words around whether it counts at all, and takes the approximators into the value, not into the span.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core.extract import approximators
from core.extract.amounts import PERCENT_WORDS, Amount, and_a_half, compound, duals, iso_duration, read_amount
from core.extract.calibration import calibrated
from core.extract.counts import counts
from core.extract.figure_contexts import is_whole, plays
from core.extract.numerals import conjoined, number_words
from core.extract.ordinals import HIGHEST_ORDINAL, ranked_cardinal, read_ordinal
from core.extract.preposed import counted_before, of_unit, read_single, read_unit_before, with_counted
from core.extract.ranges import read_range, read_ratio, with_sign
from core.extract.tokens import Taken, Tokens, tokenise
from core.extract.units import Unit, money_signs, read_unit, units
from core.model import Approx, Entity, HasSpan, Label, Origin, Quantity, QuantityKind, Span

_LASTED = ("استمر", "استمرت", "يستمر", "تستمر", "دام", "دامت", "استغرق", "استغرقت", "يستغرق", "تستغرق")
_WITHIN = frozenset(("خلال", "غضون", "ظرف", "مهله"))  # «خلال أسبوع»
_SPANS_OF_TIME = _WITHIN.union(_LASTED, ("مده", "لمده", "بمده", "طوال", "طيله", "مدي", "مدار"))
# The last words of approximators behind which a unit may stand without a number.
_BEFORE_ONE = frozenset(["من", "نحو", "بنحو", "حوالي", "بحوالي", "قرابه", "زهاء", "عن", "علي", "لنحو", "لحوالي"])
_WHOLE = frozenset(("كامل", "كامله", "كاملا"))
_FEW = 3  # words of the longest unit
# Hours told with the article count where a bound or a meeting stands before them («قمة الساعتين», «نحو الساعة والنصف»).
_DEFINITE = {"الساعتين": ("ساعه", 2), "الساعتان": ("ساعه", 2), "الدقيقتين": ("دقيقه", 2), "الساعه": ("ساعه", 1)}
_MEETINGS = frozenset(
    (
        "قمه",
        "مكالمه",
        "محادثه",
        "محادثات",
        "مباحثات",
        "اجتماع",
        "لقاء",
        "اتصال",
        "حديث",
        "حوار",
        "جلسه",
        "مفاوضات",
        "نقاش",
    )
)
_POINTED = ("الماضي", "الاخير", "المقبل", "القادم", "الاول")  # «خلال الساعتين الماضيتين» is when
_NO_PAIRS = frozenset(("فلسطين", "بوتين"))


@dataclass(frozen=True, slots=True)
class _Found:
    """An amount with its bounds, ready to become an entity."""

    amount: Amount
    approx: Approx = Approx.EXACT


def extract_quantities(text: str, sentences: Sequence[Span], taken: Sequence[HasSpan]) -> list[Entity]:
    """Every figure of `sentences` as a QUANTITY, in order; nothing that touches `taken` (dates, years) is one."""
    spoken_for = Taken(taken)
    found: list[Entity] = []
    for sentence in sentences:
        found.extend(_sentence(tokenise(text, sentence, spoken_for)))
    return found


def _sentence(tokens: Tokens) -> list[Entity]:
    triggers = _triggers()
    if 0 < len(tokens) <= _FEW and is_whole(tokens, 0, len(tokens)) and (lone := _lone_unit(tokens)):
        return [_entity(tokens.text, _Found(lone))]
    found: list[Entity] = []
    free = 0  # tokens before it are spoken for
    for index, form in enumerate(tokens.forms):
        reader = triggers.get(form) or (
            _number if "0" <= form[:1] <= "9" else _pair if form[-3:] in ("تين", "تان") else None
        )
        if reader is None or index < free:
            continue
        result, stop = reader(tokens, index, free)
        if result is not None:
            found.append(_entity(tokens.text, result))
        free = max(free, stop)
    return found


_Reader = Callable[[Tokens, int, int], tuple[_Found | None, int]]


@cache
def _triggers() -> Mapping[str, _Reader]:
    """Folded token → what reads a figure that begins (or shows) there."""
    single = (QuantityKind.DURATION, QuantityKind.MEASURE)
    table: dict[str, _Reader] = {
        form: _bounded_unit
        for form, unit in units().items()
        if unit.kind in single and not unit.plural and not unit.dual
    }
    table |= dict.fromkeys((*_SPANS_OF_TIME, *_WHOLE), _time_span)
    table |= dict.fromkeys(_DEFINITE, _definite_hours)
    table |= dict.fromkeys(money_signs(), _number) | dict.fromkeys(PERCENT_WORDS, _number) | {"%": _number}
    table |= dict.fromkeys(duals(), _number)
    for form, word in number_words().items():
        ordinal = "ordinal" in word.roles
        table[form] = _ordinal if ordinal else _one if "one" in word.roles else _cardinal if word.definite else _number
    return table


def _number(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """Digits, number words, signs and duals: the amount, its range, its bounds; the stop is what was looked at."""
    if tokens.forms[index] in number_words() and (found := read_unit_before(tokens, index, free)):
        bound = approximators.before(tokens, found.first)
        return _Found(found, bound.approx if bound else Approx.EXACT), found.stop
    if (timed := _hour_and_more(tokens, index, free)) is not None:
        return timed, timed.amount.stop
    amount = read_amount(tokens, index)
    if amount is None:
        return None, index + 1
    amount = with_sign(tokens, read_ratio(tokens, amount) or amount, free)
    ranged = read_range(tokens, amount)
    amount = ranged or amount
    bound = approximators.before(tokens, amount.first)
    behind = approximators.after(tokens, amount.stop)
    if not counts(tokens, index, amount, bounded=bound is not None or behind is not None or ranged is not None):
        return None, max(
            amount.stop if amount.unit is None else index + 1, amount.numeral.stop if amount.numeral else index + 1
        )
    if ranged is not None:
        return _Found(amount, Approx.RANGE), amount.stop
    approx = bound.approx if bound else Approx.EXACT
    if behind and approx in (Approx.ABOUT, Approx.EXACT):
        approx = behind.approx
    return _Found(with_counted(tokens, amount), approx), amount.stop


def _hour_and_more(tokens: Tokens, index: int, free: int) -> _Found | None:
    """«ساعة و15 دقيقة», «بساعة وعشرين دقيقة», «ساعة ونصف ساعة»: the unit before the figure, of which there is one."""
    place = index - 1 - (tokens.form(index - 1) == "و")
    form = tokens.form(place) if place >= free else ""
    cut = form not in units() and form[:1] in ("ب", "ل")
    unit = units().get(form[cut:])
    if unit is None or unit.kind is not QuantityKind.DURATION or unit.plural or unit.dual:
        return None
    amount = compound(tokens, and_a_half(tokens, of_unit(tokens, place, place + 1, unit, 1, 0.85)))
    bound = approximators.before(tokens, place)
    if amount.stop == place + 1:
        return None
    start = tokens.after_letters(place, 1) if cut else amount.start
    return _Found(replace(amount, start=start), bound.approx if bound else Approx.EXACT)


def _cardinal(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """A number word with the article: «الدول الثلاث», «الذكرى العشرون», «الخمسة آلاف جندي», «العشرات»."""
    behind = number_words().get(tokens.form(index + 1))
    ranked = behind is not None and behind.conjunction and behind.definite and "ordinal" in behind.roles
    amount = None if ranked else read_amount(tokens, index)
    if amount is None:
        teen = ranked or "teen" in number_words()[tokens.forms[index]].roles
        return _ordinal(tokens, index, free) if teen else (None, index + 1)
    if amount.vague or (amount.unit is not None and amount.unit.known):
        return _number(tokens, index, free)
    assert amount.numeral is not None
    stop = amount.numeral.stop
    if amount.numeral.part:
        return None, stop
    bound = approximators.before(tokens, index)
    if bound:
        return _Found(replace(amount, unit=None, stop=stop, end=tokens.ends[stop - 1], score=0.8), bound.approx), stop
    found = counted_before(tokens, index, amount, free)
    if found is None and amount.low > HIGHEST_ORDINAL:
        found = ranked_cardinal(tokens, index, amount.low, stop)
    if found is None and is_whole(tokens, index, stop):
        found = replace(amount, kind=QuantityKind.ORDINAL, unit=None, score=0.7)
    return (_Found(found), stop) if found else (None, stop)


def _one(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """«اجتماعا واحدا», «واحد من كل ثلاثة», «واحد وعشرون»; never «أحد المسؤولين», «واحدة من أسوأ»."""
    word = number_words()[tokens.forms[index]]
    if word.definite:
        return _cardinal(tokens, index, free)
    amount = read_amount(tokens, index)
    if amount is None:
        return None, index + 1
    if amount.low != 1:
        return _number(tokens, index, free)
    ratio = read_ratio(tokens, amount)
    if ratio is not None:
        bound = approximators.before(tokens, index)
        return _Found(ratio, bound.approx if bound else Approx.EXACT), ratio.stop
    assert amount.numeral is not None
    stop = amount.numeral.stop
    if not word.cut and (found := read_single(tokens, index, free)):
        bound = approximators.before(tokens, found.first)
        return _Found(found, bound.approx if bound else Approx.EXACT), stop
    signed = with_sign(tokens, replace(amount, score=0.6), free)
    return (_Found(signed), stop) if signed.low < 0 or is_whole(tokens, index, stop) else (None, stop)


def _ordinal(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    amount, stop = read_ordinal(tokens, index)
    return (None, stop) if amount is None or amount.first < free else (_Found(amount), stop)


def _time_span(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """«لمدة ساعة», «طوال الأسبوع», «يوم كامل»: one unit of time that no number counts."""
    whole = tokens.forms[index] in _WHOLE
    place = index - 1 if whole else index + 1
    if place < free:
        return None, index + 1
    unit = units().get(
        tokens.form(place).removeprefix("ال") if tokens.form(index) in ("طوال", "طيله") else tokens.form(place)
    )
    stop = place + 1
    if unit is None or unit.kind is not QuantityKind.DURATION or unit.plural or unit.dual:
        return None, index + 1
    joined = compound(tokens, of_unit(tokens, place, stop, unit, 1, 0.85))
    if joined.stop > stop:
        return _Found(joined), joined.stop  # لمدة ساعة وعشرين دقيقة
    behind = tokens.form(stop)
    if not whole and (tokens.is_figure(stop) or behind.startswith("ال") or behind in number_words()):
        return None, index + 1
    if tokens.forms[index] in _WITHIN and (plays("month", behind) or tokens.forms[stop - 1] in ("فصل", "عام")):
        return None, index + 1  # «خلال شهر يناير»
    stop += tokens.form(stop) in _WHOLE
    return _Found(of_unit(tokens, place, stop, unit, 1, 0.85)), stop


def _bounded_unit(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """«أكثر من ساعة», «نحو شهر»: one unit of time or measure that only an approximator counts."""
    if tokens.form(index - 1) not in _BEFORE_ONE or index - 1 < free:
        return None, index
    bound, unit, stop = approximators.before(tokens, index), units()[tokens.forms[index]], index + 1
    behind = tokens.form(stop)
    joined = compound(tokens, of_unit(tokens, index, stop, unit, 1, 0.85))
    if bound is not None and joined.stop > stop:
        return _Found(joined, bound.approx), joined.stop
    numbered = tokens.is_figure(stop) or behind in number_words() or plays("month", behind)
    if bound is None or numbered or behind.startswith("ال") or conjoined(tokens, stop) is not None:
        return None, index
    return _Found(of_unit(tokens, index, stop, unit, 1, 0.85), bound.approx), stop


def _definite_hours(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """«قمة الساعتين», «زهاء الساعة والنصف»; never the hour of the clock («نحو الساعة السابعة»)."""
    bound = approximators.before(tokens, index)
    name, value = _DEFINITE[tokens.forms[index]]
    behind = tokens.form(index + 1)
    if index < free or (bound is None and tokens.form(index - 1) not in _MEETINGS) or behind.startswith(_POINTED):
        return None, index + 1
    clock = tokens.is_figure(index + 1) or behind in number_words() or behind.startswith("ال")
    if value == 1 and (clock or tokens.form(index - 1) == "حتي") and conjoined(tokens, index + 1) is None:
        return None, index + 1
    amount = compound(tokens, and_a_half(tokens, of_unit(tokens, index, index + 1, units()[name], value, 0.85)))
    return _Found(amount, bound.approx if bound else Approx.EXACT), amount.stop


def _lone_unit(tokens: Tokens) -> Amount | None:
    """A unit of time or measure that is the whole text: «أسبوع»."""
    reading = read_unit(tokens, 0)
    if reading is None or reading.stop != len(tokens) or reading.unit.plural or reading.unit.dual:
        return None
    if reading.unit.kind not in (QuantityKind.DURATION, QuantityKind.MEASURE):
        return None
    return of_unit(tokens, 0, reading.stop, reading.unit, 1, 0.6)


def _pair(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """A feminine dual that no lexicon knows, where the dual behind it shows that it is one («تسويتين مؤقتتين»)."""
    form = tokens.forms[index]
    behind = tokens.form(index + 1)
    if (
        index < free
        or len(form) < 6
        or not tokens.is_word(index)
        or form.startswith(("ال", "لل", "وال", "بال"))
        or form in _NO_PAIRS
    ):
        return None, index + 1
    # The adjective of a dual is no further pair.
    if tokens.form(index - 1)[-2:] in ("ين", "ان"):
        return None, index + 1
    if (
        form[0] in "وفبلك"
        or form.endswith("ستان")
        or not (behind[-3:] in ("تين", "تان") and not behind.startswith("ال"))
    ):
        return None, index + 1
    unit = Unit(tokens.raw(index)[:-3] + "ة", QuantityKind.COUNT, known=False)
    amount = Amount(2, 2, index, tokens.starts[index], tokens.ends[index], index + 1, unit, QuantityKind.COUNT, 0.6)
    return _Found(amount), index + 2


def _entity(text: str, found: _Found) -> Entity:
    amount, approx = found.amount, found.approx
    low: float | None = amount.low
    high: float | None = amount.high
    if amount.vague:
        approx = Approx.VAGUE
    elif approx is Approx.AT_LEAST:
        high = None
    elif approx is Approx.AT_MOST:
        low = None
    unit = amount.unit.lemma if amount.unit else None
    exact = amount.low == amount.high
    iso = iso_duration(amount.iso) if amount.iso and exact and amount.kind is QuantityKind.DURATION else None
    value = Quantity(low, high, unit, approx, amount.kind, iso)
    return Entity(
        amount.start,
        amount.end,
        text[amount.start : amount.end],
        Label.QUANTITY,
        normal_form(value),
        Origin.RULE,
        calibrated(Origin.RULE, Label.QUANTITY, amount.score),
        value,
    )


def normal_form(value: Quantity) -> str:
    """A readable form that equal quantities share: «≥ 94,000 جندي», «90,000–100,000 جندي», «50 %», «رقم 2 قمة»."""
    low, high = (
        None if bound is None else f"{bound:,.6g}" if abs(bound) < 1 else f"{bound:,}"
        for bound in (value.low, value.high)
    )
    sign = {Approx.AT_LEAST: "≥ ", Approx.AT_MOST: "≤ ", Approx.ABOUT: "≈ "}.get(value.approx, "")
    figures = f"{low}–{high}" if low and high and low != high else f"{low if low is not None else high}"
    rank = "رقم " if value.kind is QuantityKind.ORDINAL else ""
    unit = f" {value.unit}" if value.unit else ""
    return f"{sign}{rank}{figures}{unit}"
