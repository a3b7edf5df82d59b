"""Values in words: what an Arabic reader expects to read on a card and in a cell of the matrix."""

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import KnownError
from core.model import Approx, Quantity, QuantityKind, TimeValue
from gui import faults, i18n, wording

COUNT, PERCENT, DURATION, ORDINAL = (QuantityKind(kind) for kind in ("count", "percent", "duration", "ordinal"))


@pytest.fixture(autouse=True)
def arabic(qapp: QApplication) -> None:
    i18n.install(qapp, "ar")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Quantity(94000, None, "جندي", Approx.AT_LEAST, COUNT), "94,000 جندي على الأقل"),
        (Quantity(None, 175000, "جندي", Approx.AT_MOST, COUNT), "175,000 جندي على الأكثر"),
        (Quantity(90, 100, "جندي", Approx.RANGE, COUNT), "من 90 إلى 100 جندي"),
        (Quantity(3, 9, "محور", Approx.VAGUE, COUNT), "بين 3 و9 محاور تقريبا"),
        (Quantity(2, 2, "ساعة", Approx.ABOUT, DURATION), "نحو ساعتين"),
        (Quantity(2, 2, "ساعة", Approx.EXACT, DURATION), "ساعتان"),
        (Quantity(5, None, "%", Approx.AT_LEAST, PERCENT), "5٪ على الأقل"),
        (Quantity(2, 2, "قمة", Approx.EXACT, ORDINAL), "قمة رقم 2"),
        (Quantity(2, 2, None, Approx.EXACT, ORDINAL), "رقم 2"),
    ],
)
def test_a_figure_stands_beside_what_it_counts(value: Quantity, said: str) -> None:
    assert wording.value(value) == said


@pytest.mark.parametrize(
    ("timex", "begin", "end", "mod", "said"),
    [
        ("2021-12", "2021-12-01", "2021-12-31", None, "ديسمبر 2021"),
        ("2022-01", "2022-01-21", "2022-01-31", "END", "أواخر يناير 2022"),
        ("2014", "2014-01-01", "2014-12-31", None, "2014"),
        ("2022-01-09/2022-01-10", "2022-01-09", "2022-01-10", None, "من 9 إلى 10 يناير 2022"),
        ("2021-W52", "2021-12-27", "2022-01-02", None, "من 27 ديسمبر 2021 إلى 2 يناير 2022"),
        ("2021-W52", "2021-12-31", "2022-01-02", "END", "من 31 ديسمبر 2021 إلى 2 يناير 2022"),
        ("2021-12-07TEV", "2021-12-07", "2021-12-07", None, "مساء 7 ديسمبر 2021"),
    ],
)
def test_a_period_is_called_by_its_name(timex: str, begin: str, end: str, mod: str | None, said: str) -> None:
    assert wording.value(TimeValue(timex, begin, end, mod=mod)) == said


def test_an_arabic_title_that_begins_with_a_latin_name_keeps_its_direction() -> None:
    assert wording.isolate("BBC: لقاء") == "\u2068\u200fBBC: لقاء\u2069"
    assert wording.isolate("لقاء") == "\u2068لقاء\u2069"
    assert wording.isolate("Layla") == "\u2068Layla\u2069"


@pytest.mark.parametrize(
    ("told", "said"),
    [("81000 (86 %)", "81,000 (86٪)"), ("0.25 (5 %)", "0.25 (5٪)"), ("", ""), ("شيء (آخر", "شيء (آخر")],
)
def test_a_difference_is_written_as_figures_are(told: str, said: str) -> None:
    assert wording.difference(told).strip("\u2068\u2069") == said


def test_a_name_in_a_sentence_of_either_language_keeps_its_direction(qapp: QApplication) -> None:
    error = KnownError("الملف «a.mizan» تالف.", "The file “ملف.mizan” is damaged.")
    assert wording.sentence(error) == "الملف «\u2068a.mizan\u2069» تالف."
    assert faults.sentence(error) == wording.sentence(error)
    i18n.install(qapp, "en")
    assert wording.sentence(error) == "The file “\u2068ملف.mizan\u2069” is damaged."
