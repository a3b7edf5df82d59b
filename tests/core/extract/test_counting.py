"""Nouns behind figures as Arabic counts them."""

import pytest

from core.extract.counting import counted, days_told, duration_told, hours_told


@pytest.mark.parametrize(
    ("amount", "noun", "said"),
    [
        (1, "ساعة", "ساعة"),
        (2, "سنة", "سنتان"),
        (2, "مبنى", "مبنيان"),
        (7, "سنة", "7 سنوات"),
        (10, "مصاب", "10 مصابين"),
        (11, "يوم", "11 يوما"),
        (50, "دقيقة", "50 دقيقة"),
        (100, "جندي", "100 جندي"),
        (105, "شخص", "105 أشخاص"),
        (94000, "جندي", "94000 جندي"),
        (2.5, "ساعة", "2.5 ساعة"),
        (3, "كيلومتر مربع", "3 كيلومتر مربع"),  # of several words: as it is
        (3, "واط", "3 واط"),  # another spelling in the lexicon is no plural
    ],
)
def test_the_noun_follows_its_figure(amount: float, noun: str, said: str) -> None:
    assert counted(amount, f"{amount}", noun) == said


def test_behind_a_word_that_governs_it_the_dual_is_oblique() -> None:
    assert counted(2, "2", "ساعة", oblique=True) == "ساعتين"


@pytest.mark.parametrize(
    ("words", "days"), [("يوم واحد", 1), ("يومان", 2), ("7 أيام", 7), ("81000 (86 %)", None), ("", None)]
)
def test_days_in_words_are_read_back(words: str, days: int | None) -> None:
    assert days_told(words) == days


@pytest.mark.parametrize(("words", "clock"), [("2:00", (2, 0)), ("0:45", (0, 45)), ("يومان", None), ("", None)])
def test_hours_between_are_read_back(words: str, clock: tuple[int, int] | None) -> None:
    assert hours_told(words) == clock


@pytest.mark.parametrize(
    ("iso", "clock"),
    [("PT2H1M", (2, 1)), ("PT1H30M", (1, 30)), ("PT2H", None), ("P3D", None), ("", None), (None, None)],
)
def test_a_duration_of_hours_and_minutes_is_read(iso: str | None, clock: tuple[int, int] | None) -> None:
    assert duration_told(iso) == clock
