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
        (f"{TALKS} دامت أكثر من سبع ساعات.", f"{TALKS} دامت نحو ثماني ساعات."),
        (f"{CALL} دامت خمسين دقيقة.", f"{CALL}. وتكلم الزعيمان بصراحة قرابة خمسين دقيقة."),
        (f"{CALL} دامت 130 دقيقة.", f"بعد 130 دقيقة.. بوتين وبايدن ينهيان مكالمتهما.\n\n{CALL}."),
        (f"{TALKS} دامت سبع ساعات.", f"بعد سبع ساعات في جنيف.\n\n{TALKS}."),
        (f"{TALKS} دامت سبع ساعات.", f"{TALKS}. وقالت المسؤولة إن النقاش مع الجانب الروسي دام قرابة سبع ساعات."),
        (f"{TALKS} دامت سبع ساعات.", f"{TALKS} حول الضمانات التي تطلبها موسكو، بعد أن استمرت سبع ساعات."),
        (f"{CALL} دامت خمسين دقيقة.", f"{CALL}. واستمرت المكالمة، وهي الثانية بينهما خلال شهر، 50 دقيقة."),
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
        (f"{CALL} دامت خمسين دقيقة.", f"{CALL}. وتكلم الزعيمان بصراحة قرابة ساعة."),
    ],
)
def test_two_lengths(one: str, other: str) -> None:
    assert any("figures" in reason for reason in reasons(told(one, other, ("2021-12-08", "2021-12-08")), FLAGS))


HOUR = f"{CALL} دامت خمسين دقيقة."


@pytest.mark.parametrize(
    "text",
    [
        "وأمضى الرئيسان ساعتين على الخط.",
        "وظل الرئيسان على الخط قرابة ساعتين.",
        "وخصص الرئيسان نصف ساعة للمكالمة.",
        "نصف ساعة خصصها الرئيسان للاتصال.",
        "وأنهى الرئيسان المكالمة بعد ساعة كاملة من بدئها، وتبادلا التهاني بمناسبة العام الجديد.",
        "وأغلق الرئيسان الخط بعد ساعتين.",
        "وكان الحديث طويلا، ثلاث ساعات تقريبا.",
        "واحتاج الرئيسان إلى ساعتين لإنهاء مكالمتهما.",
    ],
)
def test_a_length_without_a_verb_of_lasting(text: str) -> None:
    assert any("igures" in reason for reason in reasons(told(HOUR, f"{CALL}.\n{text}", ("2021-12-08",) * 2), FLAGS))


@pytest.mark.parametrize(
    "text",
    [
        "وعقب المكالمة، أمضى بايدن ساعتين في اتصال مع قادة فرنسا وألمانيا.",
        "وأمضى بوتين بعد ذلك ساعتين في مكتبه.",
    ],
)
def test_the_length_of_something_else(text: str) -> None:
    assert not reasons(told(HOUR, f"{CALL}.\n{text}", ("2021-12-08",) * 2), FLAGS)


SUMMIT = "التقى جو بايدن وفلاديمير بوتين في جنيف"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "اتصل بايدن ببوتين مطلع ديسمبر. وقبل ذلك بخمسة أشهر اجتمعا في جنيف طوال ساعتين ونصف الساعة، في 16 يونيو.",
            f"{SUMMIT} في 16 يونيو، واستمر اللقاء نحو أربع ساعات.",
        ),
        (
            f"{SUMMIT} في 16 يونيو في قمة لم تتعد ساعتين، وتقرر فيها أن يعود السفيران.",
            f"{SUMMIT} في 16 يونيو، واستمر اللقاء نحو أربع ساعات.",
        ),
        (
            "وجاءت المكالمة بعد لقاء افتراضي بين جو بايدن وفلاديمير بوتين في التاسع من ديسمبر دام ثلاث ساعات.",
            "كان جو بايدن وفلاديمير بوتين قد عقدا في السابع من ديسمبر قمة افتراضية دامت ساعتين.",
        ),
    ],
)
def test_two_lengths_of_one_meeting_long_ago(one: str, other: str) -> None:
    assert any("figures" in reason for reason in reasons(told(one, other, ("2021-12-30", "2021-12-30")), FLAGS))


@pytest.mark.parametrize(
    "other",
    [
        "مكالمة بين بايدن وبوتين استغرقت 50 دقيقة\n\nحذر جو بايدن الخميس نظيره فلاديمير بوتين. وتحادث الرئيسان مطولا. "
        "وكانت مكالمتهما السابقة في 7 ديسمبر.",
        "تحدث جو بايدن وفلاديمير بوتين الثلاثاء، بعد ستة أشهر من القمة التي جمعتهما في جنيف.",
        "وتحدث جو بايدن وفلاديمير بوتين في 7 ديسمبر لمدة ساعتين، بعد نحو 6 أشهر من لقائهما الأول في جنيف.",
    ],
)
def test_how_long_ago_it_was_and_how_long_another_call_took(other: str) -> None:
    call = "أجرى جو بايدن وفلاديمير بوتين مكالمة عبر الفيديو في 7 ديسمبر دامت ساعتين."
    assert not reasons(told(call, other, ("2021-12-08", "2021-12-31")), FLAGS)


def test_a_length_that_was_left_open_is_no_other_one() -> None:
    before = "وقال المتحدث إن مدة المكالمة بين بايدن وبوتين الثلاثاء المقبل متروكة للرئيسين."
    found = told(before, f"{CALL} دامت ساعتين.", ("2021-12-06", "2021-12-08"))
    assert any("leaves open how long" in reason for reason in reasons(found, {Show.UPDATE}))
    assert any("left open" in reason for reason in reasons(told(before, before + " وأضاف أن"), {Show.AGREE}))


def test_two_calls_and_the_second_one() -> None:
    found = told(
        "وتحدث بايدن وبوتين مرتين في ديسمبر.",
        "وهذه المكالمة الثانية بين بايدن وبوتين خلال ديسمبر.",
        ("2021-12-31",) * 2,
    )
    assert any("order" in reason for reason in reasons(found, {Show.AGREE}))


def test_years_counted_back_from_two_years() -> None:
    strained = "تشهد العلاقات بين موسكو وكييف توترا منذ نحو {} سنوات بسبب ضم القرم."
    days = ("2021-12-04", "2022-01-09")
    assert not reasons(told(strained.format("سبع"), strained.format("ثماني"), days), FLAGS)
    assert reasons(told(strained.format("سبع"), strained.format("أربع"), days), FLAGS)
