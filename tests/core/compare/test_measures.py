"""Figures of any story: what each measures, and which of two figures is news of the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import count, time

from core.model import Analysis, ClaimKind, Fact, Label, Quantity, QuantityKind, Relation, Show

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]
FLAGS = {Show.CONFLICT, Show.CHECK}


def percent(number: float) -> Quantity:
    return Quantity(number, number, "%", kind=QuantityKind.PERCENT)


def money(number: float) -> Quantity:
    return Quantity(number, number, "USD", kind=QuantityKind.MONEY)


def measure(number: float, unit: str) -> Quantity:
    return Quantity(number, number, unit, kind=QuantityKind.MEASURE)


def days(number: float) -> Quantity:
    return Quantity(number, number, "يوم", kind=QuantityKind.DURATION, iso=f"P{number:g}D")


def shows(found: list[tuple[Fact, Relation]]) -> set[Show]:
    return {relation.show for _, relation in found}


@pytest.mark.parametrize(
    ("one", "x", "other", "y", "expected"),
    [
        ("بلغ معدل البطالة {} في مارس.", percent(16.1), "معدل البطالة استقر عند {}.", percent(15.3), {Show.CHECK}),
        ("بلغ معدل البطالة {} في مارس.", percent(16.1), "نسبة البطالة بلغت {}.", percent(16.1), {Show.AGREE}),
        ("بلغ معدل البطالة {} في مارس.", percent(16.1), "وصل التضخم إلى {}.", percent(8.1), set()),
        ("حصل الحزب على {} من الأصوات.", percent(40), "حصل الحزب على {} من المقاعد.", percent(55), set()),
        ("ضرب زلزال بقوة {} الساحل.", measure(7.1, "درجة"), "زلزال بلغت شدته {}.", measure(6.8, "درجة"), {Show.CHECK}),
        ("كان الزلزال على عمق {}.", measure(18, "كيلومتر"), "على بعد {} من المدينة.", measure(15, "كيلومتر"), set()),
        ("تطلب الحكومة قرضا بقيمة {}.", money(4e9), "قيمة القرض {} فقط.", money(1.9e9), {Show.CHECK}),
        ("أعلنت الحكومة الحداد {} في البلاد.", days(3), "الحداد الوطني لمدة {}.", days(7), {Show.CHECK}),
        ("أعلنت الحكومة الحداد {} في البلاد.", days(3), "توفي الوزير قبل {} من الحداد.", days(7), set()),
    ],
)
def test_figures_are_compared_where_one_noun_leads_to_them(
    analysed: Build, between: Between, one: str, x: Quantity, other: str, y: Quantity, expected: set[Show]
) -> None:
    a, b = f"{x.low:g} {x.unit}", f"{y.low:g} {y.unit} تقريبا"
    first = analysed(one.format(a), (a, Label.QUANTITY, x), source="أ")
    second = analysed(other.format(b), (b, Label.QUANTITY, y), source="ب")
    assert shows(between([first, second], a, b, ClaimKind.QUANTITY)) == expected


def toll(analysed: Build, number: int, day: str, extra: str = "") -> Analysis:
    text = f"قتل {number} شخصا في زلزال ضرب الساحل{extra}."
    return analysed(text, (f"{number} شخصا", Label.QUANTITY, count(number, "شخص")), published=day, source=day + extra)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((37, "2023-03-14"), (112, "2023-03-15"), {Show.UPDATE}),
        ((112, "2023-03-14"), (37, "2023-03-15"), {Show.CHECK}),
        ((37, "2023-03-14"), (38, "2023-03-14"), {Show.CHECK}),
    ],
)
def test_a_toll_that_grows_with_later_articles_is_an_update(
    analysed: Build, between: Between, first: tuple[int, str], second: tuple[int, str], expected: set[Show]
) -> None:
    pages = [toll(analysed, *first, extra=" أمس"), toll(analysed, *second)]
    assert shows(between(pages, f"{first[0]} شخصا", f"{second[0]} شخصا", ClaimKind.QUANTITY)) == expected


def test_the_toll_of_a_disaster_of_long_ago_is_another_one(analysed: Build, between: Between) -> None:
    now = toll(analysed, 37, "2023-03-14")
    old = analysed(
        "شهدت البلاد في عام 1999 زلزالا أودى بحياة 170 شخصا.",
        ("عام 1999", Label.TIME, time("1999")),
        ("170 شخصا", Label.QUANTITY, count(170, "شخص")),
        published="2023-03-14",
    )
    assert not shows(between([now, old], "37 شخصا", "170 شخصا")) & FLAGS


def test_one_voice_of_one_article_does_not_gainsay_itself(analysed: Build, between: Between) -> None:
    page = analysed(
        "قتل 41 شخصا في زلزال ضرب الساحل. وقتل في الزلزال 35 شخصا من المدينة.",
        ("41 شخصا", Label.QUANTITY, count(41, "شخص")),
        ("35 شخصا", Label.QUANTITY, count(35, "شخص")),
    )
    assert not shows(between([page], "41 شخصا", "35 شخصا")) & FLAGS


def test_a_rate_is_asked_for_by_what_it_is_of(analysed: Build, between: Between) -> None:
    def page(sentence: str, share: float, source: str) -> Analysis:
        marks = ("مصر", Label.LOC, "مصر"), (f"{share} بالمئة", Label.QUANTITY, percent(share))
        return analysed(sentence, *marks, source=source)

    one = page("بلغ معدل التضخم في مصر 8.1 بالمئة.", 8.1, "أ")
    two = page("سجل التضخم السنوي في مصر 9.4 بالمئة.", 9.4, "ب")
    [(fact, _)] = between([one, two], "8.1 بالمئة", "9.4 بالمئة", ClaimKind.QUANTITY)
    assert fact.question == "كم نسبة التضخم (مصر)؟"
    assert fact.question_en == "What is the inflation rate (Egypt)?"
