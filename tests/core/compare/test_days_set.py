"""The day of a call that is still to come: another one, denied, or not set yet; and by which means it is."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, told

COMING = (
    "قالت باريس إن الرئيس إيمانويل ماكرون سيجري محادثة عبر الفيديو مع نظيره التركي رجب طيب أردوغان الثلاثاء 7 ديسمبر."
)
AHEAD = "تستعد باريس وأنقرة لمحادثة جديدة عبر الفيديو بين الرئيسين ماكرون وأردوغان.\n"
DAYS = ("2021-12-03", "2021-12-03")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("وسيطل أردوغان على ماكرون عبر الشاشة يوم الجمعة المقبل.", "close together"),
        ("الموعد المتفق عليه للمحادثة هو العاشر من ديسمبر.", "close together"),
        ("وقال مسؤول إن الجانبين اتفقا على يوم السبت 11 ديسمبر لعقد المحادثة.", "close together"),
        ("وقال مصدر إن القمة الافتراضية لن تعقد الثلاثاء، بل في نهاية الأسبوع المقبل.", "cannot be true"),
        ("ولم يتم تحديد موعد للمحادثة بعد.", "not set"),
        ("وموعد المحادثة لم يحدد بعد.", "not set"),
    ],
)
def test_another_day_of_what_is_to_come(text: str, reason: str) -> None:
    found = told(COMING, AHEAD + text, DAYS)
    assert any(one.show in FLAGS and reason in one.reason_en for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "وستجرى المحادثة الثلاثاء المقبل.",
        "ويتحدث ماكرون يوم الجمعة المقبل إلى نظيره المصري عبد الفتاح السيسي.",
        "ولم يعلن التوقيت الدقيق للمحادثة.",
        "وأكدت أنقرة أن المحادثة ستجرى قريبا، دون أن تعلن يوما محددا.",
        "ولم تكشف الرئاسة التركية عن موعد المحادثة.",
        "ولن تعقد المحادثة قبل الثلاثاء.",
        "وستجرى المحادثة الثلاثاء المقبل، ويتحدث الرئيسان هاتفيا مجددا يوم الجمعة المقبل.",
    ],
)
def test_the_same_day_or_another_call(text: str) -> None:
    assert not [one for one in told(COMING, AHEAD + text, DAYS) if one.show in FLAGS]


SPOKE = "تحدث الرئيس الفرنسي إيمانويل ماكرون ونظيره التركي رجب طيب أردوغان عبر الفيديو يوم الثلاثاء 7 ديسمبر."
TOLD = "تحادث الرئيسان ماكرون وأردوغان في السابع من ديسمبر بشأن ليبيا.\n"


@pytest.mark.parametrize(
    "text",
    [
        "هاتف ماكرون نظيره التركي يوم السابع من ديسمبر.",
        "وكانت مكالمة صوتية في السابع من ديسمبر بين الرئيسين.",
        "ولم يستخدم الرئيسان الفيديو في محادثة السابع من ديسمبر.",
        "وألغي الاتصال المرئي في السابع من ديسمبر.",
        "وجرى حديثهما في السابع من ديسمبر وجها لوجه.",
    ],
)
def test_by_other_means(text: str) -> None:
    found = told(SPOKE, TOLD + text, ("2021-12-31", "2021-12-31"))
    assert any(one.show in FLAGS and ("means" in one.reason_en or "denied" in one.reason_en) for one in found)


def test_the_number_of_a_phone_and_a_face_on_the_screen_are_no_other_means() -> None:
    for text in ("وكان رقم هاتف الرئاسة مشغولا.", "وكانا وجها لوجه عبر الشاشة في السابع من ديسمبر."):
        assert not [one for one in told(SPOKE, TOLD + text, ("2021-12-31",) * 2) if one.show in FLAGS]
