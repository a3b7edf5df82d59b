import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Span
from core.text.arabic import fold, folded
from core.text.segment import paragraphs, sentences, words

_TEXT = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from('.!؟…«»"“”()[] \n\t\u00a0قالم1٢😀'))
)


def _cut(text: str, spans: list[Span]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


@given(_TEXT)
def test_spans_are_in_order_and_never_cross_paragraphs(text: str) -> None:
    for spans in (words(text), paragraphs(text), sentences(text)):
        end = 0
        for span in spans:
            assert end <= span.start < span.end <= len(text)
            assert "\n" not in text[span.start : span.end]
            end = span.end


@given(_TEXT)
def test_only_white_space_lies_between(text: str) -> None:
    for spans in (paragraphs(text), sentences(text)):
        left = list(text)
        for span in spans:
            assert text[span.start : span.end].strip() == text[span.start : span.end]
            left[span.start : span.end] = " " * (span.end - span.start)
        assert not "".join(left).strip()


@given(_TEXT)
def test_every_letter_is_in_a_word(text: str) -> None:
    covered = {position for span in words(text) for position in range(span.start, span.end)}
    assert all(position in covered for position, char in enumerate(text) if char.isalnum())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. ثم غادر.", ["وصل الوفد.", "ثم غادر."]),
        ("هل وصل؟ نعم! وصل… ثم غادر", ["هل وصل؟", "نعم!", "وصل…", "ثم غادر"]),
        ("قال د. سامي نجم إن الأمر قريب. وغادر.", ["قال د. سامي نجم إن الأمر قريب.", "وغادر."]),
        ("نقلت أ.ف.ب. الخبر. وسكتت.", ["نقلت أ.ف.ب. الخبر.", "وسكتت."]),
        ("التقى الوزير ود. ليلى حداد. وانصرفا.", ["التقى الوزير ود. ليلى حداد.", "وانصرفا."]),
        ("وقع ذلك عام 2021 م. وانتهى الأمر.", ["وقع ذلك عام 2021 م.", "وانتهى الأمر."]),
        ("بلغ النمو 3.5 بالمئة. وتراجع.", ["بلغ النمو 3.5 بالمئة.", "وتراجع."]),
        ("1. وصل الوفد. 2. غادر الوفد.", ["1. وصل الوفد.", "2. غادر الوفد."]),
        ("حدث ذلك عام 2021. وانتهى.", ["حدث ذلك عام 2021.", "وانتهى."]),
        ("قال: «جئنا. ورأينا.» ثم سكت. وخرج.", ["قال: «جئنا. ورأينا.»", "ثم سكت.", "وخرج."]),
        ('قال: "جئنا. ورأينا" ثم سكت. وخرج.', ['قال: "جئنا. ورأينا" ثم سكت.', "وخرج."]),
        ("قال: ”جئنا. ورأينا“ ثم سكت. وخرج.", ["قال: ”جئنا. ورأينا“ ثم سكت.", "وخرج."]),
        ('قال: «لم يقل أحد "لا. أبدا" هنا. قط» ثم سكت.', ['قال: «لم يقل أحد "لا. أبدا" هنا. قط» ثم سكت.']),
        ("علامة « لا تُغلق. هنا جملة. وأخرى", ["علامة « لا تُغلق.", "هنا جملة.", "وأخرى"]),
        ('بوصة واحدة 5" فقط. وجملة.', ['بوصة واحدة 5" فقط.', "وجملة."]),
        ("انتهى الاجتماع.وقال الوزير شيئا.", ["انتهى الاجتماع.", "وقال الوزير شيئا."]),
        ("زوروا example.com اليوم. شكرا.", ["زوروا example.com اليوم.", "شكرا."]),
        ("سطر بلا نقطة\n\n  سطر آخر  ", ["سطر بلا نقطة", "سطر آخر"]),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert _cut(text, sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مُحَمَّدٌ قال، ثم", ["مُحَمَّدٌ", "قال", "،", "ثم"]),
        ("نحو 94,000 و٩٤٬٠٠٠ و3.5", ["نحو", "94,000", "و", "٩٤٬٠٠٠", "و", "3.5"]),
        ('لـ"رويترز"', ["لـ", '"', "رويترز", '"']),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("cafe\u0301 😀", ["cafe\u0301", "😀"]),
        ("2021.", ["2021", "."]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert _cut(text, words(text)) == expected


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        '"',
        "«",
        "»",
        ". ",
        '". ',
        "«. ",
        ".»",
        "a. ",
        "1. ",
        '."',
        "«a. »",
        "؟! ",
        "\u0640",
        "\u064b",
        "أ.ب",
        "1.",
        "\u2028 ",
        "(]",
        " ",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "« {} »x"])
def test_a_long_line_takes_linear_time(unit: str, frame: str) -> None:
    text = frame.format(unit * (100_000 // len(unit)))
    _under(5, text)  # generous: quadratic time takes minutes here


@pytest.mark.parametrize("unit", ['"', ".", "«. "])
def test_a_megabyte_without_a_newline_is_read(unit: str) -> None:
    _under(20, unit * (1_000_000 // len(unit)) + "x")


def _under(seconds: float, text: str) -> None:
    began = time.perf_counter()
    sentences(text)
    words(text)
    fold(text)
    folded(text)
    assert time.perf_counter() - began < seconds
