"""Two headlines agree, disagree, or speak of different things."""

from __future__ import annotations

import pytest

from core.compare.relate import probabilities, relate
from core.compare.relate_features import NAMES, dense


@pytest.mark.parametrize(
    ("s1", "s2", "expected"),
    [
        ("ارتفاع أسعار القمح في الأسواق العالمية", "أسعار القمح ترتفع في أسواق العالم", "agree"),
        ("ارتفاع أسعار القمح في الأسواق العالمية", "انخفاض أسعار القمح في الأسواق العالمية", "disagree"),
        ("الوزير يعلن استقالته من الحكومة", "الوزير ينفي استقالته من الحكومة", "disagree"),
        ("البرلمان يوافق على قانون الضرائب", "البرلمان يرفض قانون الضرائب", "disagree"),
        ("مقتل 12 شخصا في حادث قطار", "مقتل 12 شخصا في حادث قطار", "agree"),
        ("افتتاح معرض للكتاب في تونس", "زلزال يضرب سواحل اليابان", "other"),
    ],
)
def test_headlines(s1: str, s2: str, expected: str) -> None:
    label, score = relate(s1, s2)
    assert label == expected
    assert 1 / 3 <= score <= 1


@pytest.mark.parametrize(("s1", "s2"), [("", ""), ("", "خبر"), ("🙂", "!!"), ("BBC: خبر", "123 456")])
def test_anything_gets_probabilities(s1: str, s2: str) -> None:
    chances = probabilities(s1, s2)
    assert set(chances) == {"agree", "disagree", "other"}
    assert sum(chances.values()) == pytest.approx(1)


def test_features_are_named() -> None:
    assert len(dense("ارتفاع الأسعار", "انخفاض الأسعار", {}, 8.0)) == len(NAMES)


def test_an_endless_sentence_is_cut() -> None:
    endless = "ارتفاع الأسعار " * 100_000
    assert relate(endless, endless)[0] == "agree"
