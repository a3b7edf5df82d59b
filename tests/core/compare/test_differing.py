"""What an editor is shown as the difference between two passages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.compare.differing import Difference, Side, differing
from core.model import Claim, ClaimKind, Entity, Origin, Polarity, Quantity, Span, TimeValue


def side(
    text: str, evidence: str, kind: ClaimKind, value: object = None, marks: dict[str, object] | None = None
) -> Side:
    start = text.index(evidence)
    claim = Claim(start, start + len(evidence), evidence, kind, Span(0, len(text)), value)  # type: ignore[arg-type]
    values = [
        Entity(text.index(words), text.index(words) + len(words), words, "TIME", words, Origin.RULE, 1.0, found)  # type: ignore[arg-type]
        for words, found in (marks or {}).items()
    ]
    return Side(text, claim, values)


def told(a: Side, b: Side) -> tuple[list[tuple[str, Difference]], ...]:
    return tuple(
        [(one.text[place.start : place.end], place.kind) for place in places]
        for one, places in zip((a, b), differing(a, b), strict=True)
    )


def day(iso: str) -> TimeValue:
    return TimeValue(iso, iso, iso)


def test_two_figures_differ_to_the_letter_behind_an_emoji() -> None:
    forty, ninety = Quantity(40000, None, "متر"), Quantity(90000, 90000, "متر")
    a = side(
        "😀 يخزن السد أكثر من 40 ألف متر اليوم", "أكثر من 40 ألف متر", ClaimKind.QUANTITY, forty, {"40 ألف متر": forty}
    )
    b = side("السد يخزن نحو 90 ألف متر", "نحو 90 ألف متر", ClaimKind.QUANTITY, ninety)
    assert told(a, b) == ([("40 ألف متر", Difference.FIGURE)], [("نحو 90 ألف متر", Difference.FIGURE)])


def test_equal_answers_show_no_difference_whatever_else_is_told() -> None:
    five = day("2024-05-05")
    a = side("يفتتح السد يوم الأحد بعد 3 أعوام", "يوم الأحد", ClaimKind.TIME, five, {"3 أعوام": Quantity(3, 3, "عام")})
    b = side("الافتتاح في 5 مايو بعد 4 أعوام", "5 مايو", ClaimKind.TIME, five, {"4 أعوام": Quantity(4, 4, "عام")})
    assert told(a, b) == ([], [])


def test_dates_of_two_statements_differ_only_where_both_give_one() -> None:
    marks = {"يوم الأحد": day("2024-05-05")}
    a = side("قال إن الجسر جاهز يوم الأحد", "الجسر جاهز", ClaimKind.OTHER, None, marks)
    silent = side("قال إن الجسر جاهز", "الجسر جاهز", ClaimKind.OTHER)
    assert told(a, silent) == ([], [])
    b = side("قال إن الجسر جاهز يوم الاثنين", "الجسر جاهز", ClaimKind.OTHER, None, {"يوم الاثنين": day("2024-05-06")})
    assert told(a, b) == ([("يوم الأحد", Difference.TIME)], [("يوم الاثنين", Difference.TIME)])


@pytest.mark.parametrize("negator", ["لم", "ولن", "نفت", "فليس", "أنكرت"])
def test_a_negation_that_the_other_lacks(negator: str) -> None:
    a = side(f"{negator} يفتح الجسر", "يفتح الجسر", ClaimKind.POLARITY)
    b = side("الجسر يفتح", "الجسر يفتح", ClaimKind.POLARITY)
    assert told(a, b) == ([(negator, Difference.NEGATION)], [])
    assert told(a, a) == ([], [])


def test_names_and_places_word_by_word_whatever_their_spelling() -> None:
    a = side("العمل في مدينة حلبا الشرقية", "مدينة حلبا الشرقية", ClaimKind.PLACE)
    b = side("العمل بمدينة حلبا الغربيّة", "بمدينة حلبا الغربيّة", ClaimKind.PLACE)
    assert told(a, b) == ([("الشرقية", Difference.WORD)], [("الغربيّة", Difference.WORD)])


def test_of_a_denial_only_the_negation_stands_out() -> None:
    a = side("قال الوزير إن الجسر جاهز", "الجسر جاهز", ClaimKind.POLARITY)
    b = side("نفت المديرة أن يكون الجسر جاهزا", "نفت المديرة أن يكون الجسر جاهزا", ClaimKind.POLARITY)
    denied = replace(b, claim=replace(b.claim, polarity=Polarity.DENIED))
    assert told(a, denied) == ([], [("نفت", Difference.NEGATION)])


def test_a_proclitic_makes_no_other_word() -> None:
    a = side("جاءت بطلب من الوزير", "بطلب من الوزير", ClaimKind.ACTOR)
    b = side("جاءت على طلب الرئيس", "على طلب الرئيس", ClaimKind.ACTOR)
    assert told(a, b) == ([("الوزير", Difference.WORD)], [("الرئيس", Difference.WORD)])


def test_words_side_by_side_are_one_place() -> None:
    a = side("طلبها الجانب الأمريكي وحده", "الجانب الأمريكي وحده", ClaimKind.ACTOR)
    b = side("طلبها الرئيس الروسي وحده", "الرئيس الروسي وحده", ClaimKind.ACTOR)
    assert told(a, b) == ([("الجانب الأمريكي", Difference.WORD)], [("الرئيس الروسي", Difference.WORD)])


def test_statements_that_are_worded_otherwise_altogether_are_left_alone() -> None:
    a = side("افتتح الوزير الجسر صباحا", "افتتح الوزير الجسر صباحا", ClaimKind.OTHER)
    b = side("قص مسؤول شريطا أمام الصحافة", "قص مسؤول شريطا أمام الصحافة", ClaimKind.OTHER)
    assert told(a, b) == ([], [])
