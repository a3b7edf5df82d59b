"""What two articles tell alike: days, places and what is not known, told in other words; none of it is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_when_where import told

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.importers import read_paths
from core.model import Article, Show

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
        (  # whose troops they are is told with the charge
            "وتتهم الدول الغربية روسيا بحشد نحو مئة ألف جندي على حدود أوكرانيا تحضيرا لهجوم محتمل.",
            "وحشدت روسيا قوات كبيرة قرب حدود أوكرانيا.",
            "The same place",
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # A month in which several are counted, and a holiday, date none of them.
        (
            "وهذه ثاني مكالمة بين جو بايدن وفلاديمير بوتين خلال ديسمبر.",
            "أجرى جو بايدن وفلاديمير بوتين مكالمة عبر الفيديو في 7 ديسمبر.",
        ),
        (
            "تحدث جو بايدن وفلاديمير بوتين في اتصالين هاتفيين في ديسمبر.",
            "أجرى جو بايدن وفلاديمير بوتين مكالمة عبر الفيديو في 7 ديسمبر.",
        ),
        (
            "وسيتحدث جو بايدن إلى فلاديمير بوتين هاتفيا من البلدة التي يقضي فيها عطلة نهاية العام.",
            "أجرى جو بايدن وفلاديمير بوتين مكالمة عبر الفيديو في 7 ديسمبر.",
        ),
    ],
)
def test_what_dates_no_event_is_no_agreement(one: str, other: str) -> None:
    shown = {relation.reason_en for relation in told(one, other, DAYS) if relation.show is Show.AGREE}
    assert not [reason for reason in shown if "time" in reason]


def test_statements_that_share_little_but_their_matter_do_not_agree() -> None:
    """Of articles long enough to tell which words are rare."""
    articles = [one for one in read_paths([Path(__file__).parents[3] / "samples"]) if isinstance(one, Article)]
    agreed = [
        {fact.claims[place].claim.text for place in (relation.a, relation.b)}
        for fact in compare(unify(list(analyze_many(articles))))
        for relation in fact.relations
        if relation.show is Show.AGREE
    ]

    def agree(one: str, other: str) -> bool:
        return any(any(one in text for text in pair) and any(other in text for text in pair) for pair in agreed)

    assert agree("في بروكسل يوم 12 يناير", "في بروكسل يوم ١٢ يناير")
    assert not agree("في ستوكهولم يوم الخميس", "ويشارك عن الجانب الروسي")
    assert not agree("جولتين من المشاورات", "جولة التفاوض الأولى")
    assert not agree("شأن يخصها وحدها", "أقمار صناعية تجارية")
