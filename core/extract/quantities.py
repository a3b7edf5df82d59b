"""Figures read on the raw text: counts, ranks, percents, money, measures and durations, with their bounds.

`extract_quantities` walks the few tokens of a sentence that may begin a figure, reads the longest amount there, joins
ranges, asks the words around whether it counts at all, and takes the approximators into the value, not into the span.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core.extract import approximators
from core.extract.amounts import PERCENT_WORDS, Amount, duals, iso_duration, read_amount
from core.extract.figure_contexts import (
    is_bracketed,
    is_counted,
    is_era,
    is_joined_behind,
    is_labelled,
    is_likely_year,
    is_list_mark,
    is_named,
    is_phone,
    is_reference,
    is_whole,
    is_year,
    plays,
)
from core.extract.numerals import number_words
from core.extract.ordinals import ranked_cardinal, read_ordinal
from core.extract.ranges import read_range, read_ratio, with_sign
from core.extract.tokens import Taken, Tokens, tokenise
from core.extract.units import Unit, guess_unit, money_signs, read_unit, singular, units
from core.model import Approx, Entity, HasSpan, Label, Origin, Quantity, QuantityKind, Span

_SPANS_OF_TIME = frozenset(["مده", "لمده", "بمده", "طوال", "طيله", "مدي", "مدار"])
_WHOLE = frozenset(("كامل", "كامله", "كاملا"))
_HIGHEST_ORDINAL = 10  # beyond, ranks are said with cardinals: «الذكرى العشرون»
_FEW = 3  # words of the longest unit
_NO_PAIRS = frozenset(("فلسطين", "بوتين"))
# Feminine number words stand for a figure of their own only beside a noun: «ست» is also a lady, «سبع» a lion.
_NEEDS_NOUN = frozenset(
    [
        "ثلاث",
        "اربع",
        "خمس",
        "ست",
        "سبع",
        "ثمان",
        "ثماني",
        "تسع",
        "عشر",
        "ثلاثا",
        "اربعا",
        "خمسا",
        "ستا",
        "سبعا",
        "ثمانيا",
        "تسعا",
        "عشرا",
        "تلات",
        "نص",
        "الف",
        "ميه",
        "مايه",
    ]
)


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
    if len(tokens) <= _FEW and is_whole(tokens, 0, len(tokens)) and (lone := _lone_unit(tokens)):
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
    table: dict[str, _Reader] = dict.fromkeys((*_SPANS_OF_TIME, *_WHOLE), _time_span)
    table |= dict.fromkeys(money_signs(), _number) | dict.fromkeys(PERCENT_WORDS, _number) | {"%": _number}
    table |= dict.fromkeys(duals(), _number)
    for form, word in number_words().items():
        ordinal = "ordinal" in word.roles
        table[form] = _ordinal if ordinal else _one if "one" in word.roles else _cardinal if word.definite else _number
    return table


def _number(tokens: Tokens, index: int, free: int) -> tuple[_Found | None, int]:
    """Digits, number words, signs and duals: the amount, its range, its bounds; the stop is what was looked at."""
    if tokens.forms[index] in number_words() and (found := _unit_before(tokens, index, free)):
        bound = approximators.before(tokens, found.first)
        return _Found(found, bound.approx if bound else Approx.EXACT), found.stop
    amount = read_amount(tokens, index)
    if amount is None:
        return None, index + 1
    amount = with_sign(tokens, read_ratio(tokens, amount) or amount, free)
    ranged = read_range(tokens, amount)
    amount = ranged or amount
    bound = approximators.before(tokens, amount.first)
    behind = approximators.after(tokens, amount.stop)
    if not _counts(tokens, index, amount, bounded=bound is not None or behind is not None or ranged is not None):
        return None, max(
            amount.stop if amount.unit is None else index + 1, amount.numeral.stop if amount.numeral else index + 1
        )
    if ranged is not None:
        return _Found(amount, Approx.RANGE), amount.stop
    approx = bound.approx if bound else Approx.EXACT
    if behind and approx in (Approx.ABOUT, Approx.EXACT):
        approx = behind.approx
    return _Found(_with_counted(tokens, amount), approx), amount.stop


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
    found = _counted_before(tokens, index, amount, free)
    if found is None and amount.low > _HIGHEST_ORDINAL:
        found = ranked_cardinal(tokens, index, amount.low, stop)
    if found is None and is_whole(tokens, index, stop):
        found = replace(amount, kind=QuantityKind.ORDINAL, unit=None, score=0.7)
    return (_Found(found), stop) if found else (None, stop)


def _counted_before(tokens: Tokens, index: int, amount: Amount, free: int) -> Amount | None:
    """«الوزراء الثلاثة», «الدول ال30»: the definite plural before the number is what it counts."""
    place = index - 1 - (tokens.is_figure(index) and tokens.form(index - 1) == "ال")
    form = tokens.form(place)
    noun = units().get(tokens.form(place - 1).removeprefix("ال"))
    if form.startswith("ال") and form[2:] not in units() and noun is not None and noun.plural:
        place, form = place - 1, tokens.form(place - 1)  # «الدول الأوروبية الثلاث»
    prefix = next(
        (prefix for prefix in ("وال", "بال", "فال", "كال", "ولل", "ال", "لل") if form.startswith(prefix)), None
    )
    if prefix is None or place < free or plays("unfigured", form):
        return None
    bare = form[len(prefix) :]
    unit = units().get(bare) or Unit(singular(tokens.raw(place)[-len(bare) :]), QuantityKind.COUNT, known=False)
    plural = unit.plural or (not unit.known and (bare.endswith(("ات", "ين", "ون")) or bare[-1] not in "اه"))
    if not plural or unit.dual or amount.low < 3 or (not unit.known and amount.low > _HIGHEST_ORDINAL):
        return None
    cut = len(prefix) - 2
    start = tokens.after_letters(place, cut) if cut else tokens.starts[place]
    stop = amount.numeral.stop if amount.numeral else amount.stop
    iso = ((unit.code, amount.low),) if unit.kind is QuantityKind.DURATION else ()
    return replace(
        amount,
        first=place,
        start=start,
        stop=stop,
        end=tokens.ends[stop - 1],
        unit=unit,
        kind=unit.kind,
        score=0.75,
        iso=iso,
    )


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
    if not word.cut and (found := _single(tokens, index, free)):
        bound = approximators.before(tokens, found.first)
        return _Found(found, bound.approx if bound else Approx.EXACT), stop
    signed = with_sign(tokens, replace(amount, score=0.6), free)
    return (_Found(signed), stop) if signed.low < 0 or is_whole(tokens, index, stop) else (None, stop)


def _single(tokens: Tokens, index: int, free: int) -> Amount | None:
    """The indefinite noun before واحد, with the adjective of a currency between them."""
    for place in (index - 2, index - 1):
        form = tokens.form(place)
        if place < free or not tokens.is_word(place) or plays("indivisible", form):
            continue
        cut = _proclitic(form)
        reading = read_unit(tokens, place) if not cut else None
        if reading is None and place == index - 1:
            known = units().get(form[cut:])
            guess = guess_unit(tokens, place) if known is None and _agrees(tokens, index) else None
            reading = guess if known is None else None
            unit = known or (guess.unit if guess else None)
        else:
            unit = reading.unit if reading else None
        if (
            unit is None
            or unit.plural
            or unit.dual
            or (reading is not None and reading.stop != index)
            or form in number_words()
        ):
            continue
        return _of_unit(tokens, place, index + 1, unit, 1, 0.95 if unit.known else 0.8, cut)
    return None


def _agrees(tokens: Tokens, index: int) -> bool:
    """Whether a noun that no lexicon knows agrees with واحد behind it; «واحدا من أبرز» follows verbs."""
    one, noun = tokens.forms[index], tokens.form(index - 1)
    if tokens.form(index + 1) == "من":
        return False
    if one.endswith(("ه", "ا")):
        return noun[-1:] == one[-1]
    return noun[-1:] != "ه"


def _proclitic(form: str) -> int:
    """Letters of the proclitic on a known noun, none where the whole form is known."""
    if form in units():
        return 0
    return next(
        (
            len(cut)
            for cut in ("و", "ب", "ل", "ف", "ك", "وب", "ول")
            if form.startswith(cut) and form[len(cut) :] in units()
        ),
        0,
    )


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
    if not whole and (
        tokens.is_figure(stop) or tokens.form(stop).startswith("ال") or tokens.form(stop) in number_words()
    ):
        return None, index + 1
    stop += tokens.form(stop) in _WHOLE
    return _Found(_of_unit(tokens, place, stop, unit, 1, 0.85)), stop


def _unit_before(tokens: Tokens, index: int, free: int) -> Amount | None:
    """«ساعة ونصف (الساعة)», «دول عدة»: the number stands behind its unit; `index` is the token of the number."""
    word = number_words()[tokens.forms[index]]
    place = index - 1 - (tokens.form(index - 1) == "و")
    reading = read_unit(tokens, place) if place >= free else None
    if reading is None or reading.stop < place + 1 or word.definite:
        return None
    unit = reading.unit
    if "few" in word.roles and unit.plural and word.bare:
        return Amount(
            3, 9, place, tokens.starts[place], tokens.ends[index], index + 1, unit, unit.kind, 0.8, vague=True
        )
    share = word.roles.get("half") or (1 / word.roles["part"] if "part" in word.roles else 0)
    joined = word.conjunction or place < index - 1
    if not share or not joined or unit.kind is QuantityKind.COUNT or unit.plural or unit.dual:
        return None
    value, stop = 1 + share, index + 1
    again = read_unit(tokens, stop, definite=True)
    if again and again.unit.kind is unit.kind:
        if not tokens.form(stop).startswith("ال"):
            return None
        stop = again.stop
    return _of_unit(tokens, place, stop, unit, value, 0.85)


def _of_unit(tokens: Tokens, place: int, stop: int, unit: Unit, value: float, score: float, cut: int = 0) -> Amount:
    """An amount whose number is not read from a numeral: one hour, an hour and a half."""
    start = tokens.after_letters(place, cut) if cut else tokens.starts[place]
    lemma = unit.code if unit.kind is QuantityKind.MONEY and unit.code else unit.lemma
    iso = ((unit.code, value),) if unit.kind is QuantityKind.DURATION else ()
    return Amount(
        value, value, place, start, tokens.ends[stop - 1], stop, replace(unit, lemma=lemma), unit.kind, score, iso=iso
    )


def _lone_unit(tokens: Tokens) -> Amount | None:
    """A unit of time or measure that is the whole text: «أسبوع»."""
    reading = read_unit(tokens, 0)
    if reading is None or reading.stop != len(tokens) or reading.unit.plural or reading.unit.dual:
        return None
    if reading.unit.kind not in (QuantityKind.DURATION, QuantityKind.MEASURE):
        return None
    return _of_unit(tokens, 0, reading.stop, reading.unit, 1, 0.6)


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
    if form[0] in "وفبلك" or not (behind[-3:] in ("تين", "تان") and not behind.startswith("ال")):
        return None, index + 1
    unit = Unit(tokens.raw(index)[:-3] + "ة", QuantityKind.COUNT, known=False)
    amount = Amount(2, 2, index, tokens.starts[index], tokens.ends[index], index + 1, unit, QuantityKind.COUNT, 0.6)
    return _Found(amount), index + 2


def _counts(tokens: Tokens, index: int, amount: Amount, *, bounded: bool) -> bool:
    """Whether the words around let the figure be an amount at all."""
    form = tokens.forms[index]
    known = amount.unit is not None and amount.unit.known
    figure = tokens.is_figure(index)
    if amount.kind is QuantityKind.PERCENT or (known and amount.kind is QuantityKind.MONEY):
        return True
    if figure:
        if amount.low != 0 and amount.stop > index + 1 and tokens.form(index + 1) in "-–—":
            pass  # a range has taken the dash
        elif is_joined_behind(tokens, amount.numeral.stop if amount.numeral else amount.stop) and not known:
            return False
        if is_named(tokens, amount.first) and not (known and not tokens.touches(amount.first)):
            return False
    if known:
        named = plays("unfigured", tokens.form(index - 1)) and not figure
        return not named and not (figure and not bounded and _is_date_like(tokens, index, amount))
    if (plays("unfigured", tokens.form(index - 1)) and not bounded) or is_reference(
        tokens, amount.first, bounded=bounded
    ):
        return False
    numeral = amount.numeral
    if amount.unit is None and is_era(tokens, amount.stop):
        return False
    if numeral is not None and amount.kind is QuantityKind.FRACTION and not numeral.part:
        return True  # a ratio
    if numeral is None or (is_whole(tokens, index, amount.stop) and tokens.form(0) not in "+("):
        return True
    if figure:
        return _digits_count(tokens, index, amount, bounded=bounded)
    if amount.unit is not None or amount.vague or numeral.scale >= 1_000_000:
        return amount.unit is not None or not numeral.part
    if "zero" in number_words()[form].roles:
        return bounded and amount.low == amount.high
    if numeral.part:
        return bounded or tokens.form(amount.stop) == "من" or numeral.stop > index + 1
    return bounded or (form.lstrip("وفبلك") not in _NEEDS_NOUN and form not in _NEEDS_NOUN) or amount.stop > index + 1


def _digits_count(tokens: Tokens, index: int, amount: Amount, *, bounded: bool) -> bool:
    """Digits without a known unit: years, telephone and list numbers fall out."""
    numeral = amount.numeral
    assert numeral is not None
    if (
        is_phone(tokens, index, numeral.stop)
        or is_list_mark(tokens, index, numeral.stop)
        or tokens.is_figure(amount.stop)
    ):
        return False
    if amount.low != amount.high and is_year(tokens, index, numeral) and is_year(tokens, amount.stop - 1, numeral):
        return False
    if numeral.scale > 1 or bounded:
        return True
    if is_year(tokens, index, numeral) and not is_counted(tokens, index):
        return False
    if amount.unit is not None or is_counted(tokens, index):
        return True
    return not (is_bracketed(tokens, index, numeral.stop) or numeral.part or index == 0 or is_labelled(tokens, index))


def _is_date_like(tokens: Tokens, index: int, amount: Amount) -> bool:
    """A year before a noun that does not agree with it as counted nouns do: «انتفاضة 1987 بيان»."""
    assert amount.numeral is not None
    if amount.kind is not QuantityKind.COUNT or not is_likely_year(tokens, index, amount.numeral):
        return False
    return not is_counted(tokens, index) and tokens.form(amount.numeral.stop)[-1:] not in "اه"


def _with_counted(tokens: Tokens, amount: Amount) -> Amount:
    """A figure without a noun behind it may have it before: «الدول ال30», «المركز 3», «عدد القتلى 25»."""
    if amount.unit is not None or amount.kind is not QuantityKind.COUNT or amount.numeral is None:
        return amount
    index = amount.first
    if tokens.is_figure(index):
        if tokens.form(index - 1) == "ال" and (found := _counted_before(tokens, index, amount, 0)):
            return found
        if found := ranked_cardinal(tokens, index, amount.low, amount.stop):
            return found
    for back in range(2, 7):
        if tokens.form(index - back) in ("عدد", "حصيله", "وعدد", "بعدد", "اعداد", "ان_عدد"):
            reading = read_unit(tokens, index - back + 1, definite=True)
            if reading and reading.unit.plural:
                return replace(amount, unit=reading.unit)
    return amount


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
        amount.score,
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
