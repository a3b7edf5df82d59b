"""Who is quoted through a newspaper whose name stands in quotation marks, and what is marked of it."""

from __future__ import annotations

import pytest

from core.extract.pipeline import analyze
from core.model import Article, ClaimKind, Polarity


def actors(text: str) -> list[str]:
    """The evidence of who speaks."""
    claims = analyze(Article("a", text, source="أ", published="2021-12-05")).claims
    return [claim.text for claim in claims if claim.kind is ClaimKind.ACTOR]


def test_a_newspaper_before_its_verb_passes_on_whom_it_cites() -> None:
    text = "لكن صحيفة واشنطن بوست ذكرت يوم الجمعة، نقلا عن مسؤولين أمريكيين، أن موسكو تخطط لهجوم."
    assert actors(text) == ["صحيفة واشنطن بوست ذكرت يوم الجمعة، نقلا عن مسؤولين أمريكيين"]


def test_the_name_of_a_newspaper_is_no_speech() -> None:
    text = 'فالوثيقة الأميركية التي كشفت عنها صحيفة "واشنطن بوست" تتحدث عن خطة لهجوم قد يبدأ مطلع عام 2022.'
    analysis = analyze(Article("a", text, source="أ", published="2021-12-05"))
    assert not analysis.quotes
    assert actors(text) == ['صحيفة "واشنطن بوست"']


@pytest.mark.parametrize("assessment", ["تقييم", "تقدير", "تحليل"])
def test_an_assessment_speaks_for_its_body(assessment: str) -> None:
    text = f"وكان {assessment} للمخابرات الأمريكية قد أشار هذا الشهر إلى أن روسيا قد تبدأ هجوما على أوكرانيا."
    assert actors(text) == [f"{assessment} للمخابرات الأمريكية"]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("ورفض الوزير الحديث عن فصل روسيا عن نظام «سويفت».", "ورفض الوزير الحديث عن فصل روسيا عن نظام «سويفت»"),
        ('لكنه لم يذكر فصلها عن نظام "سويفت".', 'لكنه لم يذكر فصلها عن نظام "سويفت"'),
    ],
)
def test_what_is_marked_ends_with_the_mark_that_closes_it(text: str, marked: str) -> None:
    assert marked in {claim.text for claim in analyze(Article("a", text, source="أ", published="2021-12-05")).claims}


@pytest.mark.parametrize(
    ("text", "speaker", "told"),
    [
        (
            'إذ أوردت صحيفة "واشنطن بوست" نقلا عن وثيقة استخباراتية أن روسيا تخطط لهجوم على أوكرانيا.',
            "وثيقة استخباراتية",
            "أن روسيا تخطط لهجوم على أوكرانيا",
        ),
        (
            "أما الكرملين فكرر الأربعاء على لسان المتحدث باسمه دميتري بيسكوف أن روسيا لا تعتزم مهاجمة أحد.",
            "دميتري بيسكوف",
            "أن روسيا لا تعتزم مهاجمة أحد",
        ),
    ],
)
def test_what_is_told_through_somebody_follows_him(text: str, speaker: str, told: str) -> None:
    (quote,) = analyze(Article("a", text, source="أ", published="2021-12-08")).quotes
    assert (quote.speaker.name if quote.speaker else None, quote.text) == (speaker, told)


@pytest.mark.parametrize(
    "text",
    [
        'وكان الوزير قد أعلن الجمعة أنه "لن يقبل الشروط"، وأنه يعد خطة أخرى.',
        "وقال الوزير إنه يتوقع نقاشا طويلا، وإنه «لا يقبل شروطا من أحد».",
    ],
)
def test_a_negation_at_the_head_of_a_quotation_denies(text: str) -> None:
    claims = analyze(Article("a", text, source="أ", published="2021-12-05")).claims
    assert {claim.polarity for claim in claims if "يقبل" in claim.text and claim.kind is not ClaimKind.WORDING} == {
        Polarity.DENIED
    }
