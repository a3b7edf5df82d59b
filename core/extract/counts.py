"""Whether an amount counts anything, by what it is and by the words around: dates, references and names fall out."""

from __future__ import annotations

from core.extract.amounts import Amount
from core.extract.figure_contexts import (
    is_bracketed,
    is_counted,
    is_dated,
    is_era,
    is_joined_behind,
    is_labelled,
    is_likely_year,
    is_list_mark,
    is_named,
    is_phone,
    is_reached,
    is_reference,
    is_whole,
    is_year,
    plays,
)
from core.extract.numerals import number_words
from core.extract.tokens import Tokens
from core.model import QuantityKind


def counts(tokens: Tokens, index: int, amount: Amount, *, bounded: bool) -> bool:
    """Whether the words around let the figure be an amount at all."""
    form = tokens.forms[index]
    known = amount.unit is not None and amount.unit.known
    figure = tokens.is_figure(index)
    if amount.kind is QuantityKind.PERCENT or (known and amount.kind is QuantityKind.MONEY):
        return True
    if figure:
        if amount.low != 0 and amount.stop > index + 1 and tokens.form(index + 1) in "-–—":
            pass  # a range has taken the dash
        elif amount.unit is None and is_joined_behind(tokens, amount.stop):
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
    if amount.unit is None and (is_era(tokens, amount.stop) or is_dated(tokens, amount.stop)):
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
    if bounded or not plays("leaning", form) or amount.stop > index + 1:
        return True
    return is_counted(tokens, index) or is_reached(tokens, index)


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
    if amount.low != amount.high and is_year(tokens, index) and is_year(tokens, amount.stop - 1):
        return False
    if numeral.scale > 1 or bounded:
        return True
    if numeral.stop == index + 1 and is_year(tokens, index) and not is_counted(tokens, index):
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
