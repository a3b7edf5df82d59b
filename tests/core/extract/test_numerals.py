"""Numbers: digits of every shape, words in every case and gender, read back to the value they were made from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.figures import figure
from core.extract.numerals import Numeral, number_words, read_numeral
from core.extract.tokens import Taken, Tokens, tokenise
from core.model import Span
from tests.core.extract.spelled import Style, spell


def tokens_of(text: str) -> Tokens:
    return tokenise(text, Span(0, len(text)), Taken([]))


def read(text: str) -> Numeral:
    """The numeral at the head of `text`, which must reach to its end."""
    tokens = tokens_of(text)
    numeral = read_numeral(tokens, 0)
    assert numeral is not None, text
    assert numeral.stop == len(tokens), text
    return numeral


styles = st.builds(
    Style,
    nominative=st.booleans(),
    feminine=st.booleans(),
    hundred=st.sampled_from(["مئة", "مائة"]),
    joined=st.booleans(),
    apart=st.booleans(),
    tanwin=st.booleans(),
)


@settings(max_examples=600, deadline=None)
@given(st.one_of(st.integers(0, 10**12), st.integers(0, 999_999), st.integers(0, 999)), styles)
def test_any_number_spelled_in_full_reads_back(number: int, style: Style) -> None:
    words = spell(number, style)
    numeral = read(words)
    assert (numeral.low, numeral.high) == (number, number), words


@pytest.mark.parametrize(
    "number", [*range(130), *range(190, 230), 300, 800, 808, 999, 1000, 2000, 3000, 11_000, 10**12]
)
@pytest.mark.parametrize("feminine", [False, True])
@pytest.mark.parametrize("nominative", [False, True])
def test_small_and_round_numbers_read_back(number: int, feminine: bool, nominative: bool) -> None:
    words = spell(number, Style(nominative=nominative, feminine=feminine))
    assert read(words).low == number, words


@settings(max_examples=300, deadline=None)
@given(st.integers(1, 999), st.sampled_from([1000, 10**6, 10**9, 10**12]))
def test_digits_times_a_scale_word(number: int, scale: int) -> None:
    word = {1000: "ألف", 10**6: "مليون", 10**9: "مليار", 10**12: "تريليون"}[scale]
    assert read(f"{number} {word}").low == number * scale


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]), st.sampled_from(",٬،"))
def test_grouped_digits_of_every_shape_read_back(number: int, shape: str, separator: str) -> None:
    raw = f"{number:,}".replace(",", separator).translate({ord(str(i)): shape[i] for i in range(10)})
    assert figure(raw) == (number, False)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("94,000", (94_000, False)),
        ("٩٤٬٠٠٠", (94_000, False)),
        ("94.000", (94.0, True)),
        ("1.234.567", (1_234_567, False)),
        ("3.5", (3.5, False)),
        ("٣٫٥", (3.5, False)),
        ("٣٫٥٠٠", (3.5, False)),
        ("3,5", (3.5, False)),
        ("0,234", (0.234, False)),
        ("1,234.56", (1234.56, False)),
        ("1.234,56", (1234.56, False)),
        ("١٬٠٠٠٬٠٠٠٫٠٠", (1_000_000, False)),
        ("118,6", (118.6, False)),
        ("192.168.1.2", None),
        ("1,2,3", None),
        ("1234567890123456789", None),
    ],
)
def test_separators(raw: str, value: tuple[float, bool] | None) -> None:
    assert figure(raw) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("أربعة وتسعين ألف", 94_000),
        ("ثلاثة ملايين ومئتان وأربعون ألفا وخمسمئة وستة وعشرون", 3_240_526),
        ("4 ملايين و300 ألف", 4_300_000),
        ("مليوني", 2_000_000),
        ("ألفا", 2_000),
        ("عشرين ألفًا", 20_000),
        ("ستمائة", 600),
        ("ثماني عشرة", 18),
        ("خمسًا وعشرين", 25),
        ("نصف مليون", 500_000),
        ("ربع مليار", 250_000_000),
        ("ثلاثة أرباع المليون", 750_000),
        ("مليون ونصف المليون", 1_500_000),
        ("ثلاثة ملايين ونصف", 3_500_000),
        ("خمسة وربع", 5.25),
        ("ثلثي", 2 / 3),
        ("3/4", 0.75),
        ("٢/١", 0.5),
        ("واحد فاصلة خمسة", 1.5),
        ("واحد فاصل خمسة", 1.5),
        ("64 فاصل 27", 64.27),
        ("1 234 567", 1_234_567),
        ("ألف مليار", 10**12),
        ("1.2 تريليون", 1.2e12),
        ("ثــلاثـة", 3),
        ("خَمْسَةٌ", 5),
    ],
)
def test_words_and_mixed_forms(text: str, value: float) -> None:
    assert read(text).low == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("عشرات", 20, 99),
        ("عشرات الآلاف", 20_000, 99_999),
        ("مئات الآلاف", 200_000, 999_999),
        ("آلاف", 2_000, 9_999),
        ("بضعة", 3, 9),
        ("بضعة آلاف", 3_000, 9_999),
        ("بضع مئات", 300, 999),
        ("بضعة عشر", 13, 19),
        ("عشرات الملايين", 20_000_000, 99_999_999),
    ],
)
def test_vague_numbers_are_bounded_by_what_the_words_allow(text: str, low: float, high: float) -> None:
    numeral = read(text)
    assert (numeral.low, numeral.high, numeral.vague) == (low, high, True)


@pytest.mark.parametrize(
    ("text", "value", "stop"),
    [
        ("خمسة وستة", 5, 1),  # two numbers, no sum
        ("ثلاثة آلاف وخمسة آلاف", 3_000, 2),
        ("مليون ونصف السكان", 1_000_000, 1),
        ("5 و6", 5, 1),
        ("عشرون ألف مقاتل", 20_000, 2),
    ],
)
def test_a_number_ends_where_the_next_one_begins(text: str, value: float, stop: int) -> None:
    numeral = read_numeral(tokens_of(text), 0)
    assert numeral is not None
    assert (numeral.low, numeral.stop) == (value, stop)


def test_proclitics_are_cut_from_the_start() -> None:
    text = "وبِخمسين"
    numeral = read_numeral(tokens_of(text), 0)
    assert numeral is not None
    assert text[numeral.start :] == "خمسين"


@pytest.mark.parametrize("word", ["لست", "كمية", "وكميات", "الاثنين", "ثمن"])
def test_words_that_only_look_like_numbers(word: str) -> None:
    tokens = tokens_of(word)
    found = number_words().get(tokens.forms[0])
    assert found is None or found.definite or read_numeral(tokens, 0) is None
