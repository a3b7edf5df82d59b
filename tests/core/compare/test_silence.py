"""Who would not comment, against what he is told to have confirmed on that day."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, told

from core.model import Show

DAY = "2021-12-04"
TOLD = "قال الكرملين إن المكالمة بين بوتين وبايدن ستجرى الثلاثاء."
CONFIRMED = "أكدت المتحدثة باسم البيت الأبيض جين ساكي، السبت، أن بايدن سيتحدث إلى بوتين الثلاثاء."
TWO = "الرئيس الفرنسي إيمانويل ماكرون والمستشار الألماني أولاف شولتس"
ASIDE = f"أعلنت برلين، فيما امتنع الإليزيه عن التعليق، أن {TWO} سيتحدثان هاتفيا يوم الثلاثاء."


@pytest.mark.parametrize(
    "silence",
    [
        "وامتنع البيت الأبيض أيضا عن التعليق.",
        "ورفض البيت الأبيض تأكيد الموعد.",
        "ولم يصدر عن البيت الأبيض أي تأكيد.",
    ],
)
def test_a_silence_is_set_beside_what_is_confirmed(silence: str) -> None:
    assert any("would not comment" in one.reason_en for one in told(f"{TOLD} {silence}", CONFIRMED, (DAY, DAY)))


def test_a_headline_that_confirms_a_meeting() -> None:
    headline = "البيت الأبيض يؤكد محادثات بايدن وبوتين المرئية: سنعبر عن قلقنا"
    assert any(one.show is Show.CHECK for one in told(f"{TOLD} وامتنع البيت الأبيض عن التعليق.", headline, (DAY, DAY)))


@pytest.mark.parametrize(
    "confirmed",
    [
        f"وأكد الإليزيه أن {TWO} سيتحدثان هاتفيا الثلاثاء.",
        f"الإليزيه يعلن مكالمة بين {TWO} الثلاثاء",
    ],
)
def test_a_silence_told_beside_the_news_is_about_it(confirmed: str) -> None:
    assert any("would not comment" in one.reason_en for one in told(ASIDE, confirmed, (DAY, DAY)))


def test_what_is_confirmed_of_an_earlier_call_breaks_no_silence() -> None:
    other = f"وأكد الإليزيه أن آخر مكالمة هاتفية بين {TWO} جرت في 9 يوليو."
    assert not [one for one in told(ASIDE, other, (DAY, DAY)) if one.show in FLAGS]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{TOLD} وامتنع البيت الأبيض عن التعليق.", "2021-12-09"),
        ("ذكرت الصحيفة أن روسيا تخطط لهجوم على أوكرانيا. وامتنع البيت الأبيض عن التعليق.", DAY),
    ],
)
def test_a_silence_about_another_matter_or_of_another_day(text: str, day: str) -> None:
    assert not [one for one in told(text, CONFIRMED, (DAY, day)) if one.show in FLAGS]


@pytest.mark.parametrize(
    ("silent", "tells"),
    [
        (
            "ورفض الوزير تأكيد ما إذا كانت الحكومة ستغلق مصنع النسيج.",
            "وقالت صحف محلية إن الحكومة تدرس إغلاق مصنع النسيج.",
        ),
        (
            "وامتنع المتحدث عن الإفصاح عما إذا كان السفير سيعود إلى دمشق.",
            "وذكرت مصادر دبلوماسية أن السفير سيعود إلى دمشق قريبا.",
        ),
        ("ولم يشر بيان الوزارة إلى إغلاق مصنع النسيج.", "وأعلنت النقابة إغلاق مصنع النسيج."),
    ],
)
def test_what_one_would_not_speak_of_and_another_tells_is_asked_about(silent: str, tells: str) -> None:
    found = told(silent, tells, (DAY, DAY))
    assert [one.show for one in found if "would not speak of it" in one.reason_en] == [Show.CHECK]


@pytest.mark.parametrize(
    ("silent", "tells"),
    [
        ("ورفض الوزير الخوض في التفاصيل.", "وكشفت صحف محلية تفاصيل الخطة."),
        ("ولم يذكر بيان الوزارة إغلاق مصنع النسيج.", "وأعلنت النقابة إضرابا في مصنع الإسمنت."),
        ("ولم يذكر بيان الوزارة إغلاق مصنع النسيج.", "ونفت الحكومة إغلاق مصنع النسيج."),
    ],
)
def test_silence_on_something_else_says_nothing(silent: str, tells: str) -> None:
    assert not [one for one in told(silent, tells, (DAY, DAY)) if "would not speak of it" in one.reason_en]


PLAN = "تخشى اليونان هجوما تركيا على قبرص."


@pytest.mark.parametrize("unknown", ["لا نعرف ما إذا كانت تركيا قد اتخذت", "ليس من الواضح ما إذا كانت تركيا اتخذت"])
@pytest.mark.parametrize(
    ("belief", "surer"), [("تعتقد أن تركيا لم تتخذ بعد", True), ("لا تعتقد أن تركيا اتخذت", False)]
)
def test_nothing_decided_is_surer_than_nobody_knows(unknown: str, belief: str, surer: bool) -> None:
    first = f'{PLAN}\nوقال مسؤول يوناني: "{unknown} قرارا بالهجوم".'
    second = f"{PLAN}\nوقالت أثينا إنها {belief} قرارا بالهجوم."
    found = [one for one in told(first, second, (DAY, DAY)) if "nothing decided" in one.reason_en]
    assert {one.show for one in found} == ({Show.CHECK} if surer else set())
