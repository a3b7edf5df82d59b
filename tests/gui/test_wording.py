"""Values in words: what an Arabic reader expects to read on a card and in a cell of the matrix."""

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import KnownError
from core.model import (
    Approx,
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Polarity,
    Quantity,
    QuantityKind,
    Relation,
    RelationKind,
    Show,
    Span,
    TimeKind,
    TimeValue,
)
from core.text.directions import undirected
from gui import faults, i18n, wording
from gui.compare import said

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
        (Quantity(2.016667, 2.016667, "ساعة", Approx.EXACT, DURATION, "PT2H1M"), "ساعتان ودقيقة"),
        (Quantity(1.5, 1.5, "ساعة", Approx.ABOUT, DURATION, "PT1H30M"), "نحو ساعة و30 دقيقة"),
        (Quantity(5, None, "%", Approx.AT_LEAST, PERCENT), "5٪ على الأقل"),
        (Quantity(2, 2, "قمة", Approx.EXACT, ORDINAL), "قمة رقم 2"),
        (Quantity(2, 2, None, Approx.EXACT, ORDINAL), "رقم 2"),
    ],
)
def test_a_figure_stands_beside_what_it_counts(value: Quantity, said: str) -> None:
    assert wording.value(value) == said


@pytest.mark.parametrize(
    ("told", "ar", "en"),
    [
        ("3 أيام", "3 أيام", "3 days"),
        ("2:00", "ساعتان", "2 hours"),
        ("1:30", "ساعة واحدة و30 دقيقة", "1 hour 30 minutes"),
        ("0:15", "15 دقيقة", "15 minutes"),
        ("24:00 (50 %)", "24 ساعة (50٪)", "24 hours (50 %)"),
        ("12 أيام (30 %)", "12 يوما (30٪)", "12 days (30 %)"),
    ],
)
def test_what_lies_between_is_told_in_the_language_of_the_window(
    qapp: QApplication, told: str, ar: str, en: str
) -> None:
    assert undirected(said.difference(told)) == ar
    i18n.install(qapp, "en")
    assert undirected(said.difference(told)) == en


@pytest.mark.parametrize(
    ("timex", "kind", "shown"),
    [
        ("XXXX-WXX-5", TimeKind.DATE, "لا تاريخ يُحسب منه"),
        ("XXXX-02", TimeKind.DATE, "لا تاريخ يُحسب منه"),
        ("T15", TimeKind.TIME, "15:00 (لا تاريخ يُحسب منه)"),
        ("XXXX-WXX-2", TimeKind.SET, "يتكرر"),
        ("P1Y", TimeKind.SET, "يتكرر"),
        ("PRESENT_REF", TimeKind.DATE, "وقت النشر"),
    ],
)
def test_a_time_without_a_date_is_told_without_the_marks_of_a_standard(timex: str, kind: TimeKind, shown: str) -> None:
    value = TimeValue(timex, kind=kind)
    assert wording.value(value) == shown
    assert said.value(Claim(0, 1, "الجمعة", ClaimKind.TIME, Span(0, 1), value)) == ""


def test_an_hour_stands_with_its_day_and_the_words_that_tell_whose_clock() -> None:
    evening = TimeValue("2021-12-07T18", "2021-12-07", "2021-12-07")
    claim = Claim(0, 1, "السادسة مساء بتوقيت موسكو", ClaimKind.TIME, Span(0, 1), evening)
    assert undirected(said.value(claim)) == "السادسة مساء بتوقيت موسكو · 7 ديسمبر 2021"
    assert wording.value(evening) == "7 ديسمبر 2021، 18:00"
    assert wording.value(TimeValue("2021-12-07T17:00Z", "2021-12-07", "2021-12-07")).endswith("17:00 بتوقيت غرينتش")


def _pair(ar: str, en: str, *passages: str) -> str:
    """The reason of a relation between two such claims of two files, as the window says it."""
    claims = [
        ArticleClaim("", Claim(0, 1, words, ClaimKind.QUANTITY, Span(0, 1), attribution=Attribution("المسؤولون")))
        for words in passages
    ]
    told = Relation(0, 1, RelationKind.CORROBORATES, Show.AGREE, 1.0, "", ar, en)
    return said.reason(told, claims, ("004.txt", "قناة سدرة"))


def test_a_reason_keeps_names_and_passages_in_their_order(qapp: QApplication) -> None:
    ar = "الرقم واحد: «12 شخصا» و«9» لدى المسؤولين (قناة سدرة) و004.txt."
    en = "The same figure: “12 شخصا”, “9” (المسؤولون, قناة سدرة, 004.txt)."
    assert _pair(ar, en, "12 شخصا", "9") == "\u200f" + ar.replace("004.txt", "\u2068004.txt\u2069")
    i18n.install(qapp, "en")
    marked = en
    for part in ("المسؤولون", "قناة سدرة"):
        marked = marked.replace(part, f"\u2068{part}\u2069")
    assert _pair(ar, en, "12 شخصا", "9") == "\u200e" + marked.replace("12 شخصا", "\u2068\u200f12 شخصا\u2069")


def test_a_reason_calls_an_article_without_source_as_the_window_does(qapp: QApplication) -> None:
    told = Relation(0, 1, RelationKind.CORROBORATES, Show.AGREE, 1.0, "", "لدى 12.txt و112.txt.", "By 12.txt, 112.txt.")
    files = {"12.txt": "سكان الوادي يشكون تأخر الإغاثة بعد السيول الأخيرة", "112.txt": "Late"}
    assert undirected(said.reason(told, (), (), files)) == "لدى «سكان الوادي يشكون تأخر الإغاثة بعد …» و«Late»."
    i18n.install(qapp, "en")
    assert undirected(said.reason(told, (), (), files)) == "By “سكان الوادي يشكون تأخر الإغاثة بعد …”, “Late”."


def test_a_statement_is_told_in_its_own_words_and_no_keyword() -> None:
    def claim(kind: ClaimKind, polarity: Polarity = Polarity.AFFIRMED) -> Claim:
        return Claim(0, 1, "نفت الوزارة ذلك", kind, Span(0, 1), "هجوم", polarity=polarity)

    assert said.value(claim(ClaimKind.POLARITY)) == said.value(claim(ClaimKind.OTHER)) == ""
    assert said.summary(claim(ClaimKind.POLARITY, Polarity.DENIED)) == "مؤكَّد · منفي"
    assert said.value(claim(ClaimKind.PLACE)) == "هجوم"  # the name of a place answers


def test_a_speaker_stands_in_the_case_that_arabic_asks_for(qapp: QApplication) -> None:
    assert said.speaker("المسؤولون الأمريكيون") == "\u2068المسؤولين الأمريكيين\u2069"
    i18n.install(qapp, "en")
    assert said.speaker("المسؤولون الأمريكيون") == "\u2068المسؤولون الأمريكيون\u2069"


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
    ("told", "shown"),
    [("81000 (86 %)", "81,000 (86٪)"), ("0.25 (5 %)", "0.25 (5٪)"), ("", ""), ("شيء (آخر", "شيء (آخر")],
)
def test_a_difference_is_written_as_figures_are(told: str, shown: str) -> None:
    assert undirected(said.difference(told)) == shown


def test_a_difference_is_read_from_the_side_of_the_window(qapp: QApplication) -> None:
    assert said.difference("81000 (86 %)").startswith("\u2067")  # the figure first, then its share
    i18n.install(qapp, "en")
    assert said.difference("81000 (86 %)").startswith("\u2066")


def test_a_name_in_a_sentence_of_either_language_keeps_its_direction(qapp: QApplication) -> None:
    error = KnownError("الملف «a.mizan» تالف.", "The file “ملف.mizan” is damaged.")
    assert wording.sentence(error) == "الملف «\u2068a.mizan\u2069» تالف."
    assert faults.sentence(error) == wording.sentence(error)
    i18n.install(qapp, "en")
    assert wording.sentence(error) == "The file “\u2068ملف.mizan\u2069” is damaged."
