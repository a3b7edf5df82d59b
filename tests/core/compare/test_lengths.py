"""How long a meeting took: told by its noun, its end, in a headline, or left to those who meet."""

from __future__ import annotations

import pytest
from test_when_where import reasons, told

from core.model import Show

FLAGS = {Show.CONFLICT, Show.CHECK}
CALL = "أجرى الرئيسان الأمريكي جو بايدن والروسي فلاديمير بوتين مكالمة هاتفية أمس الثلاثاء"
TALKS = "عقد مسؤولون روس وأمريكيون محادثات في جنيف أمس الاثنين"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{CALL} دامت خمسين دقيقة.", f"50 دقيقة على الهاتف بين بايدن وبوتين\n\n{CALL}."),
        (f"{CALL} دامت ساعتين.", f"ماذا قال بايدن لبوتين في ساعتين؟\n\n{CALL}."),
        (f"{CALL} استمرت زهاء الساعتين.", f"بعد مكالمة الساعتين.\n\n{CALL}."),
        (f"{CALL} استمرت ساعتين ودقيقة.", f"{CALL}، وانتهت بعد ساعتين ودقيقة من بدايتها."),
        (
            f"{TALKS} دامت سبع ساعات ونصف الساعة.",
            f"{TALKS}. وقالا بعد أكثر من سبع ساعات من النقاش إنهما سيعودان.",
        ),
    ],
)
def test_one_length(one: str, other: str) -> None:
    found = told(one, other, ("2021-12-08", "2021-12-08"))
    assert any("figure" in reason for reason in reasons(found, {Show.AGREE}))
    assert not reasons(found, FLAGS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{TALKS} دامت ثماني ساعات.", f"{TALKS}. وقال الوفدان بعد خمس ساعات من المحادثات إنهما سيعودان."),
        (
            f"{CALL} استمرت، بحسب الكرملين، ساعتين وسبع دقائق.",
            f"{CALL} قال البيت الأبيض إنها دامت ساعتين ودقيقة.",
        ),
    ],
)
def test_two_lengths(one: str, other: str) -> None:
    assert any("figures" in reason for reason in reasons(told(one, other, ("2021-12-08", "2021-12-08")), FLAGS))


def test_a_length_that_was_left_open_is_no_other_one() -> None:
    before = "وقال المتحدث إن مدة المكالمة بين بايدن وبوتين الثلاثاء المقبل متروكة للرئيسين."
    found = told(before, f"{CALL} دامت ساعتين.", ("2021-12-06", "2021-12-08"))
    assert any("leaves open how long" in reason for reason in reasons(found, {Show.AGREE}))
    assert any("left open" in reason for reason in reasons(told(before, before + " وأضاف أن"), {Show.AGREE}))


def test_two_calls_and_the_second_one() -> None:
    found = told(
        "وتحدث بايدن وبوتين مرتين في ديسمبر.",
        "وهذه المكالمة الثانية بين بايدن وبوتين خلال ديسمبر.",
        ("2021-12-31",) * 2,
    )
    assert any("order" in reason for reason in reasons(found, {Show.AGREE}))
