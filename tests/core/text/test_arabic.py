import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.arabic import ascii_digits, fold, folded, is_arabic, strip_marks

_TEXT = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("أإآىةۀﻻﷲـ\u064b\u0651\u200f٣۴«»½ßİé\u0301😀"))
)


@given(_TEXT)
def test_the_view_with_positions_is_the_view(text: str) -> None:
    view = folded(text)
    assert view.text == fold(text)
    assert len(view.positions) == len(view.text)
    assert list(view.positions) == sorted(view.positions)
    assert all(fold(text[position]) for position in view.positions)


@given(_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(_TEXT, st.data())
def test_a_span_of_the_view_comes_back_to_what_it_was_made_of(text: str, data: st.DataObject) -> None:
    view = folded(text)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    span = view.to_original(start, end)
    assert 0 <= span.start < span.end <= len(text)
    assert view.text[start:end] in fold(text[span.start : span.end])


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("أوكرانيا", "اوكرانيا"),
        ("إيران", "ايران"),
        ("القاهرة", "القاهره"),
        ("مستشفى", "مستشفي"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("٩٤٬٠٠٠", "94,000"),
        ("۱۴۰۰", "1400"),
        ("ﻻ", "لا"),
        ("ا\u0654", "أ"),
        ("«نص»", '"نص"'),
        ("روسيا\u200f", "روسيا"),
        ("NATO", "nato"),
        ("لا\u00a0شيء", "لا شيء"),
        ("شؤون", "شوون"),
    ],
)
def test_spellings_that_editors_do_not_tell_apart_fold_alike(written: str, other: str) -> None:
    assert fold(written) == fold(other)


@pytest.mark.parametrize(
    ("one", "another"), [("لافروف", "ريابكوف"), ("بولندا", "هولندا"), ("سحر", "شجر"), ("علي", "عالي")]
)
def test_different_letters_stay_different(one: str, another: str) -> None:
    assert fold(one) != fold(another)


def test_marks_on_the_last_letter_belong_to_the_span() -> None:
    text = "قالَ مُحَمَّدٌ أمس"
    view = folded(text)
    start = view.text.index("محمد")
    span = view.to_original(start, start + 4)
    assert text[span.start : span.end] == "مُحَمَّدٌ "[:-1]


def test_half_a_ligature_is_the_whole_character() -> None:
    view = folded("ﻻ")
    assert view.text == "لا"
    assert (view.to_original(0, 1).start, view.to_original(0, 1).end) == (0, 1)


def test_digits_keep_their_places_and_marks_are_cut() -> None:
    assert ascii_digits("٢٠٢١ و۷ و9") == "2021 و7 و9"
    assert strip_marks("قُــلْ\u200f") == "قل"


def test_arabic_is_told_from_latin() -> None:
    assert is_arabic("BBC: قال")
    assert not is_arabic("BBC 2021، ١٢")
