"""Denials that point back: «لم يقدم أي التزام من هذا القبيل» denies what its article told before."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, told

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.model import Article, Show, article_id

TOLD = [
    "قال مساعد الرئيس الروسي إن بايدن طمأن بوتين إلى أن الولايات المتحدة لن تنصب صواريخ هجومية في أوكرانيا.",
    "ذكر الكرملين أن بايدن قدم ضمانات بأن بلاده لن تنشر صواريخ هجومية في أوكرانيا.",
]
DENIED = [
    "لكن مسؤولا كبيرا في الإدارة الأميركية أكد أن الرئيس لم يقدم وعدا كهذا.",
    "ونفى مسؤول في البيت الأبيض أن يكون بايدن قد تعهد بشيء من هذا القبيل.",
    "وقال مسؤول أميركي إن بايدن لم يعد بشيء من ذلك.",
]
ELSEWHERE = "أكد بايدن لبوتين أن واشنطن لا تنوي نشر صواريخ هجومية على الأراضي الأوكرانية."


def inside(text: str) -> list[tuple[Show, str, str]]:
    """What is shown of the claims of one text."""
    article = Article(article_id(text), text, source="أ", published="2021-12-31")
    found = compare(unify(list(analyze_many([article]))))
    return [
        (relation.show, fact.claims[relation.a].claim.text, fact.claims[relation.b].claim.text)
        for fact in found
        for relation in fact.relations
    ]


@pytest.mark.parametrize(("promise", "denial"), [(TOLD[0], DENIED[0]), (TOLD[1], DENIED[1]), (TOLD[0], DENIED[2])])
def test_a_promise_is_denied_by_pointing_back(promise: str, denial: str) -> None:
    assert any(show is Show.CONFLICT for show, _, _ in inside(f"{promise} {denial}"))
    assert any(relation.show is Show.CONFLICT for relation in told(f"{promise} {denial}", ELSEWHERE))


def test_a_denial_that_points_to_something_else_denies_nothing() -> None:
    other = "قال مسؤول أميركي إن بايدن لم يقدم أي التزام بشأن انضمام أوكرانيا إلى حلف شمال الأطلسي."
    assert not [show for show, _, _ in inside(f"{TOLD[0]} {other}") if show in FLAGS]
    warned = "قال المساعد إن بوتين حذر من أن فرض عقوبات جديدة سيكون خطأ فادحا."
    assert not [show for show, _, _ in inside(f"{warned} {DENIED[0]}") if show in FLAGS]


def test_a_mere_reminder_is_no_promise_and_fits_the_denial() -> None:
    found = inside(f"{TOLD[1]} {DENIED[0][:-1]}، وأنه لم يزد على التذكير بموقف بلاده المعروف.")
    reminded = [(show, *texts) for show, *texts in found if any("التذكير" in text for text in texts)]
    assert {show for show, *_ in reminded} == {Show.CHECK, Show.AGREE}


def test_what_somebody_is_denied_to_have_promised_is_not_told() -> None:
    text = "ونفى الكرملين أن يكون بوتين قد تعهد بسحب قواته من بيلاروسيا."
    [analysis] = analyze_many([Article(article_id(text), text, published="2021-12-31")])
    assert [claim.polarity for claim in analysis.claims if claim.kind == "polarity"] == ["denied"]
