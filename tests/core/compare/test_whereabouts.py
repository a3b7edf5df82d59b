"""From where each of those who spoke at a distance took part, however it is told."""

from __future__ import annotations

import pytest
from test_when_where import CALLED, FLAGS, reasons, told

from core.extract.pipeline import analyze
from core.model import Article, ClaimKind, Show

LAST = ("2021-12-31", "2021-12-31")
LATE = f"{CALLED} أمس الخميس."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("فيما تحدث بوتين من الكرملين بعد عودته من نيودلهي التي زارها الإثنين.", "وتحدث بوتين من مقر إقامته في سوتشي."),
        ("في حين ظهر بوتين وحيدا إلى طاولة طويلة في منتجع سوتشي على البحر الأسود.", "وتحدث بوتين من الكرملين."),
        ("وتحدث بايدن من منزله في ديلاوير، فيما كان بوتين في الكرملين.", "وتحدث بوتين من مقر إقامته في سوتشي."),
        ("وتحدث خلالها الرئيس الروسي من الكرملين.", "وتحدث بوتين من مقر إقامته في نوفو أوغاريوفو بضواحي موسكو."),
        ("وأكد الناطق بدء المكالمة، مشيرا إلى أن بوتين يتحدث من مقر إقامته في سوتشي.", "وتحدث بوتين من الكرملين."),
        ('وأجرى بايدن المكالمة من منزله الصيفي في "ريهوبوث بيتش".', "وتحدث بايدن من منزله في مدينة ويلمنغتون."),
        ("وتحدث بايدن من منزله على شاطئ ريهوبوث.", "وتحدث بايدن من منزله في مدينة ويلمنغتون بولاية ديلاوير."),
    ],
)
def test_two_places_of_one_who_took_part(first: str, second: str) -> None:
    found = told(f"{LATE}\n{first}", f"{LATE}\n{second}", LAST)
    assert any("Two places" in reason for reason in reasons(found, {Show.CONFLICT}))


def test_where_he_was_to_be_and_where_he_was_is_asked_about() -> None:
    planned = (
        "قال البيت الأبيض إن جو بايدن سيتحدث مع فلاديمير بوتين هاتفيا يوم الخميس.\nوسيتحدث بايدن من منزله في ويلمنغتون."
    )
    found = told(planned, f"{LATE}\nوتحدث بايدن من البيت الأبيض.", ("2021-12-30", "2021-12-31"))
    assert any("Two places" in reason for reason in reasons(found, {Show.CHECK}))
    assert not reasons(found, {Show.CONFLICT})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("وتحدث بايدن من منزله في ولاية ديلاوير.", "وتحدث بايدن من منزله في ويلمنغتون."),
        ("وتحدث بوتين من مقر إقامته في نوفو أوغاريوفو.", "وتحدث بوتين من موسكو."),
    ],
)
def test_a_house_lies_in_the_land_that_is_told(first: str, second: str) -> None:
    found = told(f"{LATE}\n{first}", f"{LATE}\n{second}", LAST)
    assert not reasons(found, FLAGS)
    assert any("more closely" in reason for reason in reasons(found, {Show.AGREE}))


def test_a_name_in_quotation_marks_is_marked_with_both() -> None:
    analysis = analyze(Article("a", 'أجرى بايدن المكالمة من منزله في "ريهوبوث بيتش" بولاية ديلاوير.', source="أ"))
    assert 'في "ريهوبوث بيتش"' in {claim.text for claim in analysis.claims if claim.kind is ClaimKind.PLACE}


def test_a_border_of_nobody_named_is_told_and_compared() -> None:
    found = told(
        "وقدر الوزير الحشود الروسية قرب بلاده بنحو 94 ألف جندي.",
        "وقال مسؤولون أمريكيون إن روسيا حشدت 70 ألف جندي قرب حدود أوكرانيا.",
    )
    assert any("94" in reason and "70" in reason for reason in reasons(found, FLAGS))
