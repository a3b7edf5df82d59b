"""Reported speech in several house styles, and what must not be taken for it."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quote_cases import CASES, Expected

from core.extract.quotes import extract_quotes
from core.model import Entity, Label, Origin, Quote, Span
from core.text.segment import sentences

_MARKED = re.compile(r"\[([POLT]):([^\]]+)\]")
_LABELS = {"P": Label.PER, "O": Label.ORG, "L": Label.LOC, "T": Label.TIME}


def read(marked: str) -> tuple[str, list[Entity]]:
    """Plain text and the entities that its markup gives."""
    text, entities, last = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[last : match.start()]
        start, last = len(text), match.end()
        text += match[2]
        entities.append(Entity(start, len(text), match[2], _LABELS[match[1]], match[2], Origin.RULE, 1.0))
    return text + marked[last:], entities


def quotes_of(marked: str) -> list[Quote]:
    text, entities = read(marked)
    return extract_quotes(text, sentences(text), entities)


def told(quote: Quote, asked: Expected) -> Expected:
    """The quote in the form of an expectation, with the fields that are asked for."""
    fields = {
        "name": quote.speaker.name if quote.speaker else None,
        "cue": quote.cue.text if quote.cue else None,
        "via": quote.via,
        "denial": quote.denial,
    }
    speaker = quote.speaker.text if quote.speaker else None
    return str(quote.kind)[0], quote.text, speaker, {key: fields[key] for key in asked[3]}


@pytest.mark.parametrize("name", CASES)
def test_speech_is_found_with_its_speaker(name: str) -> None:
    marked, expected = CASES[name]
    found = quotes_of(marked)
    padded = [*expected, *[("", "", None, {})] * (len(found) - len(expected))]
    assert [told(quote, asked) for quote, asked in zip(found, padded, strict=False)] == expected
    assert len(found) == len(expected)


def test_offsets_are_exact_beside_emoji_diacritics_and_bidi_marks() -> None:
    marked = "📞 \u200fوقالَـتْ\u200f [P:هُدى سالم] \u200f:\u200f «لا نريدُ حربًا 🕊️ مع أحد».\n🕊️ وأضافت أنّ السلام ممكن."
    text, entities = read(marked)
    direct, indirect = extract_quotes(text, sentences(text), entities)
    assert text[direct.start : direct.end] == direct.text == "لا نريدُ حربًا 🕊️ مع أحد"
    assert direct.cue is not None
    assert text[direct.cue.start : direct.cue.end] == direct.cue.text == "قالَـتْ"
    assert direct.cue.name == "قال"
    assert text[indirect.start : indirect.end] == indirect.text == "أنّ السلام ممكن"
    assert indirect.speaker == direct.speaker


@pytest.mark.parametrize("marks", ["«»", "“”", "”“", '""', "„“", "‘’", "''", "»«", "❝❞", "″″"])
def test_marks_of_every_shape_hold_speech(marks: str) -> None:
    (quote,) = quotes_of(f"وقالت [P:هدى سالم]: {marks[0]}نعم، سنعود غدا{marks[1]}.")
    assert (quote.kind, quote.text) == ("direct", "نعم، سنعود غدا")


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("وقال مساعده [P:يوري حداد] إن المحادثات ستستمر.", "يوري حداد"),
        ("وقال محاميه [P:يوري حداد] إن المحادثات ستستمر.", "يوري حداد"),
        ("وقالت مساعدة [P:يوري حداد] إن المحادثات ستستمر.", "مساعدة يوري حداد"),
    ],
)
def test_who_serves_somebody_is_not_who_is_served(marked: str, speaker: str) -> None:
    (quote,) = quotes_of(marked)
    assert quote.speaker is not None
    assert quote.speaker.text == speaker


def test_an_apostrophe_is_no_quotation_mark() -> None:
    (quote,) = quotes_of("وقالت [P:Anna O'Neil] إن شركة Lloyd's لن تدفع، وإن The Players' Tribune سينشر الخبر.")
    assert quote.kind == "indirect"
    assert quote.text.endswith("سينشر الخبر")


def test_a_text_may_end_at_a_reporting_word() -> None:
    assert quotes_of("قال [P:كريم بدوي] جدد") == []


def test_text_without_speech_gives_nothing() -> None:
    assert quotes_of("") == []
    assert quotes_of("هطلت أمطار غزيرة على الساحل، وأغلقت المدارس أبوابها يومين.") == []


def test_speech_within_speech_stays_bounded() -> None:
    found = quotes_of("قال الوزير إن " + "المدير قال إن " * 50 + "العمل انتهى.")
    assert 1 < len(found) < 10


@pytest.mark.parametrize(
    "unit",
    [
        "إن قال ",
        "قال: ",
        'قال "ا ب ج د"، ',
        "، مؤكدا أن ",
        "كما قال مصدر ",
        "« ",
        "شدد على ضرورة ",
        "بيان عن ",
        "المسؤول قال إن ",
    ],
)
def test_time_grows_linearly(unit: str) -> None:
    def spent(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        runs = []
        for _ in range(2):  # the better one: a collection or a busy machine makes one slow, not both
            begin = time.process_time()
            extract_quotes(text, [Span(0, length)], [])
            runs.append(time.process_time() - begin)
        return min(runs)

    spent(1_000)
    assert spent(80_000) < 9 * max(spent(20_000), 0.01)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("وقال بيسكوف في الساعة 16:25 إن المكالمة انتهت.", ["إن المكالمة انتهت"]),
        ("وأعلن الكرملين نهايتها عند 20:35.", []),
    ],
)
def test_the_colon_of_an_hour_opens_no_speech(text: str, told: list[str]) -> None:
    assert [quote.text for quote in extract_quotes(text, sentences(text), [])] == told


@pytest.mark.parametrize(
    "text",
    [
        "نفى مسؤول أمريكي كبير أن يكون الرئيس قد تعهد بذلك.",
        "نفى مسؤول أمريكي كبير، الخميس، أن يكون الرئيس قد تعهد بذلك.",
        "نفى مسؤول أمريكي كبير، طلب عدم نشر اسمه، أن يكون الرئيس قد تعهد بذلك.",
        "نفى مسؤول أمريكي، رفض الكشف عن اسمه، أن يكون الرئيس قد تعهد بذلك.",
    ],
)
def test_how_high_a_source_is_and_on_what_terms_it_speaks_is_not_what_it_says(text: str) -> None:
    [quote] = extract_quotes(text, sentences(text), [])
    assert quote.text == "أن يكون الرئيس قد تعهد بذلك"
    assert quote.denial


def test_any_promise_is_a_noun() -> None:
    text = "وقال إن أحدا لم يقطع أي تعهد يخص المطار، ردا على ما قيل من أن الوزير التزم بذلك."
    assert [quote.cue.text for quote in extract_quotes(text, sentences(text), []) if quote.cue] == ["قال"]


_PIECES = [
    "قال ",
    "وأضاف ",
    "مضيفا ",
    "إن ",
    "أن ",
    "بحسب ",
    "وفقا ل",
    "كما ",
    "نقلت ",
    "عن ",
    "صحيفة ",
    "مصدر ",
    "الوزير ",
    "بيان ",
    "على حد ",
]
_PIECES += [
    "قوله ",
    "الذي ",
    "«",
    "»",
    '"',
    "'",
    "، ",
    ". ",
    ": ",
    "\n",
    "بايدن ",
    "لرويترز ",
    "في ",
    "ضرورة ",
    "ما ",
    "و",
    "ل",
    "📞",
    "\u200f",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_any_order_of_words_gives_quotes_that_fit_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    entities = [
        Entity(match.start(), match.end(), match[0], label, match[0], Origin.RULE, 1.0)
        for name, label in (("بايدن", Label.PER), ("رويترز", Label.ORG))
        for match in re.finditer(name, text)
    ]
    for quote in extract_quotes(text, sentences(text), entities):
        for span in (quote, quote.speaker, quote.cue):
            assert span is None or (span.start < span.end and text[span.start : span.end] == span.text)
