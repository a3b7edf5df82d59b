"""Who asked for a meeting, in whatever words."""

from __future__ import annotations

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
