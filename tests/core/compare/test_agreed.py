"""What two articles tell alike: days, places and what is not known, told in other words; none of it is asked about."""

from __future__ import annotations

import pytest
from test_when_where import told

from core.model import Show

DAYS = ("2021-12-04", "2021-12-08")


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        # What a town or a day makes one meeting, whatever else its article gathers around it.
        (
            "أجرى الرئيسان الأمريكي جو بايدن والروسي فلاديمير بوتين في 16 يونيو الماضي أول قمة بينهما في جنيف.",
            "بحث جو بايدن وفلاديمير بوتين الأزمة. وهذا ثاني لقاء قمة بين الرجلين بعد الذي عقداه في جنيف في 16 يونيو.",
            "The same time in both",
        ),
        # What was said to the other's face is told with the meeting.
        (
            "أبلغ وزير الخارجية الأمريكي أنتوني بلينكن نظيره الروسي سيرغي لافروف في ستوكهولم هذا الأسبوع أنه قلق.",
            "التقى وزير الخارجية الأمريكي أنتوني بلينكن نظيره الروسي سيرغي لافروف في ستوكهولم الخميس الماضي.",
            "The times agree and one is finer",
        ),
        (
            "قال مسؤول أمريكي إن روسيا قد تهاجم أوكرانيا حتى نهاية يناير المقبل.",
            "قال مسؤول أمريكي إن روسيا قد تهاجم أوكرانيا في نهاية يناير المقبل.",
            "The same time in both",
        ),
        (
            "وقال مسؤول أمريكي إن واشنطن لا تعرف ما إذا كان بوتين قد اتخذ قراره بغزو أوكرانيا.",
            "والأمريكيون يجهلون ما إذا كان بوتين قد حسم أمره بشأن أوكرانيا.",
            "The same is said",
        ),
        # What one state holds out to another is one step, however it is worded.
        (
            "قال وزير الخارجية الأمريكي إن بلاده ستفرض على إيران عقوبات لم تعرفها من قبل.",
            "حذرت واشنطن طهران من أنها ستدفع ثمنا باهظا.",
            "The same is said",
        ),
        (
            "طالبت روسيا بضمانات مكتوبة من حلف شمال الأطلسي.",
            "وتريد موسكو من الحلف ضمانات تمنع تمدده شرقا.",
            "The same is said",
        ),
    ],
)
def test_both_tell_it(one: str, other: str, reason: str) -> None:
    found = told(one, other, DAYS)
    assert any(relation.reason_en.startswith(reason) for relation in found if relation.show is Show.AGREE)
    assert not [relation for relation in found if relation.show in (Show.CHECK, Show.CONFLICT)]


def test_what_was_done_years_ago_is_no_step_that_is_held_out() -> None:
    one, other = "فرضت الولايات المتحدة عقوبات على إيران عام 2018.", "حذرت واشنطن إيران من عواقب وخيمة."
    assert "The same is said" not in " ".join(relation.reason_en for relation in told(one, other, DAYS))
