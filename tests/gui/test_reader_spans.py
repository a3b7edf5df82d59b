"""Spans under an editor's hands, and which mark lies where; no window is needed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.selection import clause_around, read_value, without_proclitic
from core.model import Annotation, Claim, ClaimKind, Entity, Label, Layer, Origin, Quantity, Span, Status, TimeValue
from core.text.arabic import folded
from core.text.offsets import Utf16Map
from gui.reader.find_bar import find_all
from gui.reader.marks import Filter, MarkSet
from gui.reader.spans import Edge, Unit, moved, snapped, word_at

TEXT = "قالَ الوزير: «نعم».\nثم مضى 94,000 جندي"


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("selected", "words"),
    [("وزي", "الوزير"), ("ير: «ن", "الوزير: «نعم"), (" ثم".strip(), "ثم"), ("4,0", "94,000"), ("الَ", None)],
)
def test_selections_grow_to_words(selected: str, words: str | None) -> None:
    if words is None:
        assert snapped(TEXT, Span(2, 4)) == span("قالَ")
    else:
        assert snapped(TEXT, span(selected)) == span(words)


def test_punctuation_alone_is_no_selection() -> None:
    assert snapped(TEXT, span("».")) is None
    assert word_at(TEXT, TEXT.index("الوزير") + 6) == span("الوزير")


def test_letters_move_with_their_marks() -> None:
    assert moved(TEXT, Span(0, 2), Edge.END, True, Unit.LETTER) == Span(0, 4)
    assert moved(TEXT, Span(0, 4), Edge.END, False, Unit.LETTER) == Span(0, 2)


def test_a_span_never_becomes_empty_nor_leaves_its_paragraph() -> None:
    whole = span("ثم مضى 94,000 جندي")
    assert moved(TEXT, whole, Edge.END, True, Unit.WORD) == whole
    assert moved(TEXT, whole, Edge.START, False, Unit.LETTER) == whole
    assert moved(TEXT, Span(0, 1), Edge.END, False, Unit.LETTER) == Span(0, 1)


@given(st.text(alphabet="اب َ😀 .\n1", max_size=40), st.data())
def test_moving_stays_inside_any_text(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    for edge in Edge:
        for unit in Unit:
            for forward in (True, False):
                result = moved(text, Span(start, end), edge, forward, unit)
                assert 0 <= result.start < result.end <= len(text)


def annotation(
    key: str, start: int, end: int, layer: Layer = Layer.ENTITY, status: Status = Status.SUGGESTED
) -> Annotation:
    if layer is Layer.ENTITY:
        return Annotation(key, "a", Entity(start, end, "x", "PER", "x", Origin.RULE, 1.0), status)
    return Annotation(key, "a", Claim(start, end, "x", ClaimKind.OTHER, Span(start, end)), status)


def test_marks_know_what_lies_where() -> None:
    text = "😀" + "x" * 60
    items = [
        annotation("a", 1, 5),
        annotation("b", 3, 50, Layer.CLAIM),
        annotation("c", 10, 12),
        annotation("d", 40, 45),
    ]
    marks = MarkSet(items, Utf16Map(text), Filter())
    assert [(mark.start, mark.end) for mark in marks.marks] == [(2, 6), (4, 51), (11, 13), (41, 46)]
    assert [mark.annotation.id for mark in marks.between(30, 35)] == ["b"]
    assert [mark.annotation.id for mark in marks.at(4)] == ["a", "b"]
    assert [mark.annotation.id for mark in marks.at(11)] == ["c", "b"]
    assert marks.at(60) == []


def test_overlapping_claims_get_lanes() -> None:
    items = [annotation(str(number), number, number + 3, Layer.CLAIM) for number in range(4)]
    marks = MarkSet(items, Utf16Map("x" * 10), Filter())
    assert [mark.lane for mark in marks.marks] == [0, 1, 2, 0]


def test_steps_skip_what_is_decided_and_hidden() -> None:
    items = [
        annotation("a", 1, 2, status=Status.ACCEPTED),
        annotation("b", 3, 4),
        annotation("c", 5, 6, status=Status.REJECTED),
        annotation("d", 7, 8, Layer.CLAIM),
    ]
    marks = MarkSet(items, Utf16Map("x" * 10), Filter())
    assert marks.get("c") is None
    step = marks.step(0, None, True, lambda mark: mark.suggested)
    assert step.annotation.id == "b"
    assert marks.step(0, "b", True).annotation.id == "d"
    assert marks.step(0, "b", True, among=[Layer.ENTITY]) is None
    assert marks.step(0, "d", False).annotation.id == "b"
    assert marks.step(9, None, False).annotation.id == "d"
    assert marks.step(0, "d", True) is None


def test_find_gives_places_of_the_original() -> None:
    text = "إِنّ الأُمُور ٩٤ و94 مـــدى"
    assert [text[item.start : item.end] for item in find_all(folded(text), "94")] == ["٩٤", "94"]
    assert [text[item.start : item.end] for item in find_all(folded(text), "الامور")] == ["الأُمُور"]
    assert [text[item.start : item.end] for item in find_all(folded(text), "مدي")] == ["مـــدى"]
    assert find_all(folded(text), "  ") == []


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("لموسكو", (), "موسكو"),
        ("وبوتين", (), "بوتين"),
        ("بوتين", (), "بوتين"),
        ("لسامر", ("سامر",), "سامر"),
        ("فادي", ("فادي",), "فادي"),
        ("وليد", (), "وليد"),
        ("للولايات المتحدة", (), "للولايات المتحدة"),
        ("كلمة", (), "كلمة"),
    ],
)
def test_proclitics_are_cut_only_before_a_known_name(text: str, known: tuple[str, ...], expected: str) -> None:
    result = without_proclitic(text, Span(0, len(text)), known)
    assert text[result.start : result.end] == expected


def test_values_are_read_as_the_engine_reads_them() -> None:
    figure = read_value("نحو 94 ألف جندي", Label.QUANTITY, None)
    assert isinstance(figure, Quantity)
    assert figure.low == 94000
    day = read_value("7 ديسمبر 2021", Label.TIME, "2021-12-04")
    assert isinstance(day, TimeValue)
    assert day.begin == "2021-12-07"
    assert read_value("سامر", Label.PER, None) is None
    assert read_value("", Label.TIME, None) is None


def test_a_clause_holds_its_span() -> None:
    around = clause_around(TEXT, span("94,000"))
    assert TEXT[around.start : around.end] == "ثم مضى 94,000 جندي"
