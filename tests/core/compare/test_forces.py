"""How many troops and units: told in other words, rounded, of two armies."""

from __future__ import annotations

import pytest
from test_when_where import reasons, told

from core.model import Show

FLAGS = {Show.CONFLICT, Show.CHECK}
PLAN = "وتخطط روسيا لهجوم على أوكرانيا"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{PLAN} قد يشترك فيه 130 ألف فرد على أقصى تقدير.", f"{PLAN} قد تضم قواته ما يصل إلى 130 ألف عسكري."),
        (f"{PLAN} قد تشارك فيه سبعون كتيبة.", f"{PLAN} قد تشارك فيه سبعون مجموعة تكتيكية."),
        ("وتحشد روسيا أكثر من 90 ألف جندي قرب أوكرانيا.", "وتحشد روسيا قرابة 100 ألف جندي قرب أوكرانيا."),
        ("سلمت روسيا الولايات المتحدة مسودتي اتفاقين.", "سلمت روسيا الولايات المتحدة مشروعي معاهدتين."),
    ],
)
def test_one_strength(one: str, other: str) -> None:
    found = told(one, other)
    assert any("figure" in reason for reason in reasons(found, {Show.AGREE}))
    assert not reasons(found, FLAGS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وتحشد روسيا أكثر من 94 ألف جندي قرب أوكرانيا.", "وتحشد روسيا ما بين 70 ألفا و94 ألف جندي قرب أوكرانيا."),
        (f"{PLAN} قد تشارك فيه سبعون كتيبة.", f"{PLAN} قد تشارك فيه 40 مجموعة قتالية."),
    ],
)
def test_two_strengths(one: str, other: str) -> None:
    assert any("igures" in reason for reason in reasons(told(one, other), FLAGS))


@pytest.mark.parametrize(
    "other",
    [
        "وقالت موسكو إن كييف نقلت إلى الإقليم 130 ألف جندي.",
        "وأرسلت الولايات المتحدة 9 آلاف جندي إلى بولندا. وتحشد موسكو قواتها قرب أوكرانيا.",
    ],
)
def test_two_armies(other: str) -> None:
    assert not reasons(told("وتقدر كييف عدد القوات الروسية على حدودها بأكثر من 90 ألفا.", other), FLAGS)


def test_how_many_there_are_of_those_who_should_go_back() -> None:
    asked = "ودعت واشنطن روسيا إلى إعادة جنودها الذين يناهز عددهم 100 ألف إلى ثكناتهم."
    assert not reasons(told(asked, "وأعلنت روسيا أنها أعادت 10 آلاف جندي إلى ثكناتهم."), FLAGS)
