"""Where it is: capitals and borders told in other words than their names."""

from __future__ import annotations

import pytest

from core.extract.concepts import nationality
from core.extract.pipeline import analyze
from core.model import Article, ClaimKind, article_id


def places(text: str) -> list[tuple[str, object]]:
    found = analyze(Article(article_id(text), text, published="2021-12-06")).claims
    return [(claim.text, claim.value) for claim in found if claim.kind is ClaimKind.PLACE]


@pytest.mark.parametrize(
    ("adjective", "state"),
    [("السويدية", "السويد"), ("والعراقيين", "العراق"), ("الصيني", "الصين"), ("الأوكراني", "أوكرانيا")],
)
def test_an_adjective_of_a_state_whose_name_has_an_article(adjective: str, state: str) -> None:
    assert nationality(adjective.replace("أ", "ا").replace("ة", "ه")) == state


@pytest.mark.parametrize("name", ["أوكرانيا", "السويد", "السعودية", "العراق"])
def test_the_name_of_a_state_is_no_adjective(name: str) -> None:
    assert nationality(name.replace("أ", "ا").replace("ة", "ه")) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("التقى الوزيران في العاصمة السويدية.", ("في العاصمة السويدية", "ستوكهولم")),
        ("يجتمع الوزراء بالعاصمة البلجيكية غدا.", ("بالعاصمة البلجيكية", "بروكسل")),
        ("انتهت المحادثات في العاصمة السويسرية جنيف أمس.", ("في العاصمة السويسرية جنيف", "جنيف")),
        ("وصل الوفد إلى عاصمة النمسا.", ("إلى عاصمة النمسا", "فيينا")),
        ("يجتمع السفراء في مقر الناتو غدا.", ("في مقر الناتو", "بروكسل")),
        ("ويتحدث بايدن إليه هاتفيا من منتجع كامب ديفيد.", ("من منتجع كامب ديفيد", "كامب ديفيد")),
        ("وكان الرئيس في منزله بولاية ديلاوير.", ("بولاية ديلاوير", "ديلاوير")),
        ("تجرى المحادثات في المدينة السويسرية جنيف.", ("في المدينة السويسرية جنيف", "جنيف")),
        ("وتستضيف جنيف محادثات أمنية غدا.", ("جنيف", "جنيف")),
        ("ويدور القتال شرقي أوكرانيا.", ("شرقي أوكرانيا", "دونباس")),
        ("وتنتشر وحدات روسية في محيط أوكرانيا.", ("في محيط أوكرانيا", "حدود أوكرانيا")),
        ("قلق من القوات المحيطة بأوكرانيا.", ("المحيطة بأوكرانيا", "حدود أوكرانيا")),
        ("وتتدرب في المناطق المتاخمة لأوكرانيا.", ("المتاخمة لأوكرانيا", "حدود أوكرانيا")),
        ("وحشدت موسكو قواتها حول أوكرانيا.", ("حول أوكرانيا", "حدود أوكرانيا")),
        ("وقالت موسكو إن تحركات قواتها داخل حدودها لا تهدد أحدا.", ("داخل حدودها", "أراضي روسيا")),
        ("وقال زيلينسكي إن الجنود الروس يحتشدون قرب حدود بلاده.", ("قرب حدود بلاده", "حدود أوكرانيا")),
    ],
)
def test_a_place_in_other_words(text: str, told: tuple[str, str]) -> None:
    assert places(text) == [told]


@pytest.mark.parametrize(
    "text", ["بحث الوزيران الوضع حول أوكرانيا.", "وصل وفد من باريس.", "وقالت موسكو إنها لن تنشر قوات خارج حدودها."]
)
def test_what_is_about_a_state_or_outside_it_is_no_place(text: str) -> None:
    assert places(text) == []
