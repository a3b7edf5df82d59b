"""Days and towns of the next talks of two sides: other ones are asked about, what is another meeting is not."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, reasons, told

from core.model import Show

DAYS = ("2023-05-20", "2023-05-20")
LEAD = "تستعد الصين والهند لجولة جديدة من المحادثات الحدودية بين البلدين في كاتماندو."
SET = "ومن المقرر أن تعقد المحادثات الحدودية بين الصين والهند في كاتماندو يوم الاثنين 5 يونيو."
COUNCIL = "ويعقد مجلس روسيا والناتو اجتماعه في بروكسل يوم 7 يونيو."
COUNCIL_LEAD = "يترقب حلف شمال الأطلسي اجتماعا لمجلس روسيا والناتو الشهر المقبل."


@pytest.mark.parametrize(
    "other",
    [
        "وتنطلق المفاوضات الصينية الهندية في كاتماندو في الثاني عشر من يونيو.",
        "وأعلنت الخارجية الهندية إرجاء المحادثات مع الصين في كاتماندو إلى العاشر من يوليو.",
        "وقال مسؤول إن محادثات كاتماندو بين الصين والهند حول المطالب التي تطرحها بكين تبدأ الثلاثاء 13 يونيو.",
    ],
)
def test_another_day_of_the_next_talks_of_two_sides_is_asked_about(other: str) -> None:
    assert any("Times" in reason for reason in reasons(told(SET, f"{LEAD}\n{other}", DAYS), {Show.CHECK}))


@pytest.mark.parametrize(
    "other",
    [
        "وتعقد المحادثات الحدودية بين الصين والهند في كولومبو يوم الاثنين 5 يونيو.",
        "كولومبو تحتضن المحادثات الحدودية الصينية الهندية في 5 يونيو.",
        "وستكون كولومبو مقرا للمحادثات بين الصين والهند يوم 5 يونيو.",
    ],
)
def test_another_town_of_the_same_talks_is_flagged(other: str) -> None:
    assert any("Two places" in reason for reason in reasons(told(SET, f"{LEAD}\n{other}", DAYS), FLAGS))


@pytest.mark.parametrize(
    "other",
    [
        "وتستضيف جنيف اجتماع مجلس روسيا والناتو، على أن يتقرر موعده لاحقا.",
        "ويجتمع مجلس الحلف وروسيا في 21 يونيو.",
    ],
)
def test_the_next_meeting_of_a_body_has_one_day_and_one_town(other: str) -> None:
    assert reasons(told(COUNCIL, f"{COUNCIL_LEAD}\n{other}", DAYS), {Show.CHECK})


@pytest.mark.parametrize(
    "other",
    [
        "وتعقد المحادثات في كاتماندو في 5 يونيو، تليها جولة ثانية في كاتماندو في 19 يونيو.",
        "ويلتقي الجانبان في كاتماندو يوم 5 يونيو، قبل أن ينتقل الوفدان إلى كولومبو.",
        "وتعقد المحادثات الحدودية في 5 يونيو في كاتماندو وليس في كولومبو.",
        "وكانت الهند قد اقترحت عقد المحادثات في كولومبو قبل أن يقع الاختيار على كاتماندو في 5 يونيو.",
        "وتعقد المحادثات بين الصين والهند في 5 يونيو في مقر الأمم المتحدة في كاتماندو.",
    ],
)
def test_another_meeting_and_a_town_not_chosen_are_left_alone(other: str) -> None:
    assert not reasons(told(SET, f"{LEAD}\n{other}", DAYS), FLAGS)
