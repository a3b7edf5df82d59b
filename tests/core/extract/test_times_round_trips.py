"""Dates that Babel writes for Arabic readers are read back as the same days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.times import extract_times
from core.extract.timex.words import tokens
from core.model import Span
from core.text.segment import sentences

LOCALES = ("ar", "ar_EG", "ar_SY", "ar_LB", "ar_IQ", "ar_MA", "ar_DZ", "ar_TN", "ar_MR", "ar_SA", "ar_AE")
days = st.dates(date(1950, 1, 1), date(2060, 12, 31))
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def timex(text: str, published: date | None = None) -> list[str]:
    found = extract_times(text, published, sentences(text))
    assert all(text[entity.start : entity.end] == entity.text for entity in found)
    return [entity.value.timex for entity in found if entity.value]


@given(day=days, locale=st.sampled_from(LOCALES), form=st.sampled_from(["full", "long", "medium", "short"]))
def test_every_form_of_every_locale(day: date, locale: str, form: str) -> None:
    written = format_date(day, form, locale=locale)
    assert timex(f"صدر القرار في {written} في العاصمة") == [day.isoformat()]


@given(day=days, locale=st.sampled_from(LOCALES))
def test_arabic_digits(day: date, locale: str) -> None:
    written = format_date(day, "long", locale=locale).translate(ARABIC_DIGITS)
    assert timex(f"صدر القرار في {written} في العاصمة") == [day.isoformat()]


@given(day=days, pair=st.permutations(["ar", "ar_SY"]), joint=st.sampled_from(["/", " / ", " ", " (", "-"]))
def test_double_month_names(day: date, pair: list[str], joint: str) -> None:
    first, second = (format_date(day, "MMMM", locale=locale) for locale in pair)
    close = ")" if "(" in joint else ""
    assert timex(f"صدر في {day.day} {first}{joint}{second}{close} {day.year}") == [day.isoformat()]


@given(day=days, offset=st.integers(-40, 40))
def test_a_day_and_month_near_the_day_of_publication_need_no_year(day: date, offset: int) -> None:
    when = date.fromordinal(day.toordinal() + offset)
    verb = "صدر القرار" if offset <= 0 else "سيصدر القرار"
    assert timex(f"{verb} في {format_date(when, 'd MMMM', locale='ar')}", day) == [when.isoformat()]


@given(day=days, offset=st.integers(-6, 6))
def test_a_weekday_within_a_week(day: date, offset: int) -> None:
    when = date.fromordinal(day.toordinal() + offset)
    verb = "صدر القرار" if offset <= 0 else "سيصدر القرار"
    assert timex(f"{verb} يوم {format_date(when, 'EEEE', locale='ar')}", day) == [when.isoformat()]


@pytest.mark.parametrize("locale", [name for name in LOCALES if name != "ar_MR"])
def test_every_month_and_weekday_of_cldr_is_known(locale: str) -> None:
    names = Locale.parse(locale)
    for number, name in names.months["format"]["wide"].items():
        (token,) = tokens(name, 0, len(name))
        assert str(number) in (token.senses.get("month"), token.senses.get("month?"))
    for number, name in names.days["format"]["wide"].items():
        (token,) = tokens(name, 0, len(name))
        assert token.senses["weekday"] == str(number + 1)


@given(
    text=st.text(
        st.sampled_from("يوم الثلاثاء 4/12-:.،() 2021 ديسمبر كانون ول من إلى بين وقبل ساعة\n\u064b\u200f٣ـ"),
        max_size=80,
    )
)
@settings(max_examples=300)
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    found = extract_times(text, date(2021, 12, 30), [Span(0, len(text))] if text else [])
    assert all(0 <= entity.start < entity.end <= len(text) for entity in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[entity.start : entity.end] == entity.text for entity in found)
