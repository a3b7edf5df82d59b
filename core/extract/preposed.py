"""Amounts whose noun stands before the number: «اجتماعا واحدا», «الدول الثلاث», «ساعة ونصف», «عدد القتلى 25»."""

from __future__ import annotations

from dataclasses import replace

from core.extract.amounts import Amount
from core.extract.figure_contexts import plays
from core.extract.numerals import number_words
from core.extract.ordinals import HIGHEST_ORDINAL, ranked_cardinal
from core.extract.tokens import Tokens
from core.extract.units import Unit, guess_unit, read_unit, singular, uncounted, units
from core.model import QuantityKind


def counted_before(tokens: Tokens, index: int, amount: Amount, free: int) -> Amount | None:
    """«الوزراء الثلاثة», «الدول ال30»: the definite plural before the number is what it counts."""
    place = index - 1 - (tokens.is_figure(index) and tokens.form(index - 1) == "ال")
    form = tokens.form(place)
    noun = units().get(tokens.form(place - 1).removeprefix("ال"))
    if form.startswith("ال") and form[2:] not in units() and noun is not None and noun.plural:
        place, form = place - 1, tokens.form(place - 1)  # «الدول الأوروبية الثلاث»
    prefix = next(
        (prefix for prefix in ("وال", "بال", "فال", "كال", "ولل", "ال", "لل") if form.startswith(prefix)), None
    )
    if prefix in (None, form) or place < free or plays("unfigured", form) or form in uncounted():
        return None
    bare = form[len(prefix) :]
    unit = units().get(bare) or Unit(singular(tokens.raw(place)[-len(bare) :]), QuantityKind.COUNT, known=False)
    plural = unit.plural or (not unit.known and (bare.endswith(("ات", "ين", "ون")) or bare[-1] not in "اه"))
    if not plural or unit.dual or amount.low < 3 or (not unit.known and amount.low > HIGHEST_ORDINAL):
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


def read_single(tokens: Tokens, index: int, free: int) -> Amount | None:
    """The indefinite noun before واحد, with the adjective of a currency between them."""
    noun, adjective = units().get(tokens.form(index - 2)), tokens.form(index - 1)
    single = index - 2 >= free and noun is not None and not noun.plural and not noun.dual
    if single and noun and noun.kind is QuantityKind.COUNT and adjective.rstrip("اه").endswith("ي"):
        return of_unit(tokens, index - 2, index + 1, noun, 1, 0.9)  # «جندي إسرائيلي واحد»
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
        return of_unit(tokens, place, index + 1, unit, 1, 0.95 if unit.known else 0.8, cut)
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


def read_unit_before(tokens: Tokens, index: int, free: int) -> Amount | None:
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
    return of_unit(tokens, place, stop, unit, value, 0.85)


def of_unit(tokens: Tokens, place: int, stop: int, unit: Unit, value: float, score: float, cut: int = 0) -> Amount:
    """An amount whose number is not read from a numeral: one hour, an hour and a half."""
    start = tokens.after_letters(place, cut) if cut else tokens.starts[place]
    lemma = unit.code if unit.kind is QuantityKind.MONEY and unit.code else unit.lemma
    iso = ((unit.code, value),) if unit.kind is QuantityKind.DURATION else ()
    return Amount(
        value, value, place, start, tokens.ends[stop - 1], stop, replace(unit, lemma=lemma), unit.kind, score, iso=iso
    )


def with_counted(tokens: Tokens, amount: Amount) -> Amount:
    """A figure without a noun behind it may have it before: «الدول ال30», «المركز 3», «عدد القتلى 25»."""
    if amount.unit is not None or amount.kind is not QuantityKind.COUNT or amount.numeral is None:
        return amount
    index = amount.first
    if tokens.is_figure(index):
        if tokens.form(index - 1) == "ال" and (found := counted_before(tokens, index, amount, 0)):
            return found
        if found := ranked_cardinal(tokens, index, amount.low, amount.stop):
            return found
    for back in range(2, 7):
        if tokens.form(index - back) in ("عدد", "حصيله", "وعدد", "بعدد", "اعداد", "ان_عدد"):
            reading = read_unit(tokens, index - back + 1, definite=True)
            if reading and reading.unit.plural:
                return replace(amount, unit=reading.unit)
    return amount
