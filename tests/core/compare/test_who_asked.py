"""Who asked for a meeting, in whatever words."""

from __future__ import annotations

import re

import pytest
from test_when_where import FLAGS, told

ASKED = "قال بيسكوف إن الاتصال الذي جرى الخميس بين بوتين وبايدن تم بمبادرة أميركية."


@pytest.mark.parametrize(
    "text",
    [
        "قال مسؤول إن فكرة الاتصال الذي جرى الخميس بين بوتين وبايدن طرحها الجانب الروسي.",
        "أجرى بوتين وبايدن اتصالا الخميس طلبه الرئيس الروسي.",
        "المبادرة إلى الاتصال بين بوتين وبايدن الخميس جاءت من موسكو.",
        "قال مسؤول إن الروس هم الذين بادروا إلى اقتراح الاتصال الذي جرى الخميس بين بوتين وبايدن.",
        "حذر بايدن نظيره الروسي الخميس من غزو أوكرانيا، وذلك في اتصال جرى بينهما بناء على طلب الأخير.",
    ],
)
def test_one_asked_or_the_other(text: str) -> None:
    found = told(ASKED, text, ("2021-12-31", "2021-12-31"))
    assert any(one.show in FLAGS and "asked for it" in one.reason_en for one in found)


def test_a_proposal_of_something_else_asks_for_no_meeting() -> None:
    other = "قال مسؤول إن فكرة خفض التوتر قبل الاتصال بين بوتين وبايدن الخميس طرحها الجانب الروسي."
    assert not [one for one in told(ASKED, other, ("2021-12-31", "2021-12-31")) if "asked for it" in one.reason_en]


def test_who_asks_for_guarantees_asks_for_no_meeting() -> None:
    other = "وطلب بوتين من محاوره في الاتصال الخميس ضمانات بألا يتمدد الحلف الأطلسي شرقا."
    assert not [one for one in told(ASKED, other, ("2021-12-31", "2021-12-31")) if "asked for it" in one.reason_en]


CALLED = "أجرى الرئيسان الفرنسي إيمانويل ماكرون والتركي رجب طيب أردوغان مكالمة هاتفية الخميس.\n"
BY_PARIS = f"{CALLED}وجرت المكالمة بطلب من ماكرون."
ASKS = re.compile("asked for it|both sides|cannot be true")
DAYS = ("2021-12-31", "2021-12-31")


@pytest.mark.parametrize(
    "text",
    [
        "والمكالمة التي دعا إليها أردوغان تناولت ملف ليبيا.",
        "وقال مسؤول إن المكالمة طُلبت من قبل الجانب التركي.",
        "وقال أردوغان للصحافيين: «نحن من طلبنا المكالمة».",
        "وقال ماكرون إن بلاده لم تطلب المكالمة.",
        "وقد اقترح أردوغان على ماكرون إجراء المكالمة.",
        "والأتراك هم من أرادوا هذه المكالمة.",
        "واتفق الطرفان معا على إجراء المكالمة.",
        "ولم يطلب المكالمة أحد الرئيسين من الآخر، بل لم يطلبها أي من الجانبين.",
        "وكانت أنقرة وراء فكرة المكالمة.",
        "أردوغان طلب وماكرون وافق: كواليس المكالمة",
        "المبادرة تركية: ما دار في المكالمة بين ماكرون وأردوغان",
        "واتصل السفير التركي بقصر الإليزيه طالبا إجراء المكالمة.",
        "والاتصال جاء من أنقرة.",
        "وقبل ماكرون عرض أردوغان إجراء المكالمة.",
        "ليس ماكرون بل أردوغان هو من طلب المكالمة.",
        "لا صحة لما يشاع عن أن باريس كانت وراء الطلب، فالمبادرة جاءت من أنقرة.",
    ],
)
def test_the_other_one_asked(text: str) -> None:
    found = told(BY_PARIS, CALLED + text, DAYS)
    assert any(one.show in FLAGS and ASKS.search(one.reason_en) for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "وطلب أردوغان من ماكرون خلال المكالمة ضمانات.",
        "وإذا طلبت أنقرة مكالمة أخرى فستدرس باريس الأمر.",
        "ولو أن أردوغان طلب لقاء لدرسه قصر الإليزيه.",
        "وقال أردوغان إن المكالمة التي دعا إليها ماكرون كانت مفيدة.",
        "ليس أردوغان بل ماكرون هو من طلب المكالمة.",
        "وطلبت باريس من أنقرة إجراء المكالمة.",
    ],
)
def test_the_same_one_asked_or_nobody_for_this(text: str) -> None:
    found = told(BY_PARIS, CALLED + text, DAYS)
    assert not [one for one in found if one.show in FLAGS]
