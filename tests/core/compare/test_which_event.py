"""Which of several calls, who spoke in it, who plans, and what was promised: from raw texts as newsrooms write them."""

from __future__ import annotations

import pytest
from test_when_where import CALLED, FLAGS, reasons, told

from core.model import Show

LAST = ("2021-12-31", "2021-12-31")
EARLIER = "بعد مكالمة هاتفية أجرياها في السابع من ديسمبر واستمرت ساعتين"


@pytest.mark.parametrize(
    "second",
    [
        f"وهذه هي المكالمة الثانية بينهما هذا الشهر، {EARLIER}.",
        f"وهذه هي المكالمة الرابعة بينهما منذ يناير، والثانية في غضون أسابيع قليلة، {EARLIER}.",
    ],
)
def test_a_call_recalled_is_not_the_one_that_the_news_goes_on_with(second: str) -> None:
    news = f"{CALLED} يوم الخميس.\n{second}\nوقال البيت الأبيض إن المحادثة مفيدة.\nوتحدث بايدن من منزله في ويلمنغتون."
    found = told(news, f"{CALLED} أمس الخميس، وتحدث بايدن من البيت الأبيض.", LAST)
    assert any("places" in reason for reason in reasons(found, FLAGS))


def test_what_is_told_in_a_call_is_of_the_one_told_last() -> None:
    recalled = f"{CALLED} يوم الخميس، وهي الثانية هذا الشهر، {EARLIER}، وتحدث فيها بوتين من سوتشي."
    found = told(recalled, f"{CALLED} أمس الخميس، وتحدث بوتين من نوفوسيبيرسك.", LAST)
    assert not any("places" in reason for reason in reasons(found, FLAGS))


@pytest.mark.parametrize(
    "first",
    [
        "توعد الرئيس الأمريكي جو بايدن نظيره الروسي فلاديمير بوتين برد حازم إذا غزت بلاده أوكرانيا، خلال مكالمة هاتفية"
        " الخميس استمرت خمسين دقيقة.",
        "هدد الرئيس الأمريكي جو بايدن نظيره الروسي فلاديمير بوتين بعقوبات إذا غزت بلاده أوكرانيا، خلال مكالمة هاتفية"
        " استمرت خمسين دقيقة.\nوتحدث بايدن الأربعاء هاتفيا مع الرئيس الأوكراني فولوديمير زيلينسكي.",
    ],
)
def test_those_told_of_are_those_who_spoke(first: str) -> None:
    found = told(first, f"{CALLED} أمس الخميس استمرت ساعتين.", ("2021-12-30", "2021-12-31"))
    assert any("figures" in reason or "Two figures" in reason for reason in reasons(found, FLAGS))


def test_an_hour_announced_and_one_at_which_it_began_are_asked_about() -> None:
    found = told(
        "وقال مسؤول إن المكالمة بين جو بايدن وفلاديمير بوتين ستبدأ الخميس عند الساعة 20:30 بتوقيت غرينتش.",
        f"{CALLED} أمس الخميس، وبدأت في الساعة 21:30 بتوقيت غرينتش.",
        ("2021-12-30", "2021-12-31"),
    )
    assert {relation.show for relation in found if "hours" in relation.reason_en} == {Show.CHECK}


def test_who_tells_of_a_plan_is_not_who_plans() -> None:
    found = told(
        "وينتشر الجنود الروس قرب حدود أوكرانيا، فيما تحدثت تقارير للاستخبارات الأمريكية عن خطة لهجوم على أوكرانيا.",
        "وتنفي روسيا أنها تخطط لأي هجوم على أوكرانيا.",
    )
    assert any("denied by" in reason.lower() for reason in reasons(found, FLAGS))


def test_troops_too_few_for_an_attack_are_no_denial_of_it() -> None:
    found = told(
        "وتقول واشنطن إن روسيا تستعد لشن هجوم على أوكرانيا.",
        "وقال المسؤول الأوكراني أوليكسي دانيلوف إن عدد الجنود الروس لا يكفي لشن هجوم على أوكرانيا.",
    )
    assert not reasons(found, {Show.CONFLICT})
    assert any("certain" in reason for reason in reasons(found, {Show.CHECK}))


@pytest.mark.parametrize(
    "denial",
    [
        "وأكد مسؤول أمريكي أن الرئيس الأمريكي لم يقطع أي تعهد لنظيره الروسي بشأن نشر الأسلحة.",
        "وأشار أوشاكوف إلى أن الأجيال ستصف ذلك بأنه خطأ. وقال مسؤول أمريكي إن بايدن لم يقدم لبوتين أي التزامات جديدة.",
    ],
)
def test_a_promise_that_another_denies(denial: str) -> None:
    said = "وقال أوشاكوف مساعد الرئيس الروسي إن بايدن أوضح أن الولايات المتحدة لا تنوي نشر أسلحة هجومية في أوكرانيا."
    assert reasons(told(f"{CALLED} الخميس.\n{said}", f"{CALLED} الخميس.\n{denial}", LAST), FLAGS)


def test_what_came_about_by_agreement_is_the_call() -> None:
    found = told(
        f"{CALLED} في السابع من ديسمبر، وجرت، كما أعلن الكرملين حينها، باتفاق متبادل بين الطرفين.",
        f"{CALLED} الثلاثاء 7 ديسمبر، وعقدت بمبادرة من الجانب الأمريكي بحسب الكرملين.",
        ("2021-12-31", "2021-12-08"),
    )
    assert any("asked" in reason or "initiative" in reason for reason in reasons(found, FLAGS))
