"""One name for all spellings: what must be joined, what must never be, and where the shared name goes."""

from __future__ import annotations

import random
import time

from core.extract.names import unify
from core.extract.spelling import is_same_word, skeleton
from core.model import (
    Analysis,
    Article,
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Mention,
    Origin,
    Quote,
    QuoteKind,
    Span,
)
from core.text.arabic import fold

PER, LOC, ORG = "PER", "LOC", "ORG"


def _analysis(*names: tuple[str, str], article: str = "a", filler: str = " ثم ") -> Analysis:
    """An article that consists of these (label, words) and has them as entities."""
    entities: list[Entity] = []
    text = ""
    for label, words in names:
        entities.append(Entity(len(text), len(text) + len(words), words, label, words, Origin.RULE, 0.9))
        text += words + filler
    return Analysis(Article(article, text, source=f"مصدر {article}"), entities=tuple(entities))


def _names(*names: tuple[str, str]) -> list[str]:
    return [entity.name for entity in unify([_analysis(*names)])[0].entities]


def test_spellings_of_a_person_share_a_name() -> None:
    for spellings in (
        ("دميتري بيسكوف", "ديمتري بيسكوف", "بيسكوف"),
        ("أوليكسي ريزنيكوف", "أليكسي ريزنيكوف", "ريزنيكوف"),
        ("انتوني بلينكن", "أنتوني بلينكن"),
        ("فولوديمير زيلينسكي", "فولوديمير زيلنسكي", "زيلنسكي"),
        ("جو بايدن", "بايدن", "جوزيف بايدن"),
        # Nobody's lexicon has these.
        ("كيريلو دوبروفيتش", "كيريل دوبروفتش", "دوبروفيتش"),
        ("سيرغي تارافوف", "سيرجي تارافوف"),
        ("مايك ويذربي", "مايكل ويذربي"),
        ("ستيفان لوفن", "ستيفان لوفين", "لوفين"),
        ("عبد الملك الجرادي", "عبدالملك الجرادي"),
    ):
        assert len(set(_names(*((PER, spelling) for spelling in spellings)))) == 1, spellings


def test_different_persons_stay_apart() -> None:
    for spellings in (
        ("سيرجي لافروف", "سيرجي ريابكوف"),
        ("لافروف", "ريابكوف"),
        ("بيل كلينتون", "هيلاري كلينتون"),
        ("محمد بن سلمان", "سلمان بن عبد العزيز"),
        ("أحمد الخالدي", "محمود الخالدي"),
        ("محمد الخالدي", "محمود الخالدي"),
        ("حسن الأمين", "حسين الأمين"),
        ("سام الحسن", "الحسين"),
        ("طارق أوبرو", "أوبر"),
        ("نجوى كرم", "كريم"),
        ("عبد الله الثاني", "عبد الرحمن الثاني"),
        ("إيغور باليان", "إيغور باكيان"),
    ):
        assert len(set(_names(*((PER, spelling) for spelling in spellings)))) == len(spellings), spellings


def test_a_surname_of_two_persons_stays_as_it_is() -> None:
    assert _names((PER, "أحمد الخالدي"), (PER, "محمود الخالدي"), (PER, "الخالدي"))[-1] == "الخالدي"


def test_the_article_decides_whose_surname_it_is() -> None:
    names = _names((PER, "كارل بوتين"), (PER, "بوتين"))
    assert names == ["كارل بوتين", "كارل بوتين"]


def test_a_surname_is_known_from_another_article() -> None:
    first, second = unify(
        [_analysis((PER, "أندريه تشيرنوفال"), article="a"), _analysis((PER, "تشيرنوفال"), article="b")]
    )
    assert first.entities[0].name == second.entities[0].name == "أندريه تشيرنوفال"


def test_places_and_bodies_share_the_name_of_the_lexicon() -> None:
    assert _names((ORG, "الناتو"), (ORG, "حلف شمال الأطلسي")) == ["حلف شمال الأطلسي"] * 2
    assert _names((LOC, "اوكرانيا"), (LOC, "أوكرانيا")) == ["أوكرانيا"] * 2
    assert len(set(_names((LOC, "بولندا"), (LOC, "هولندا")))) == 2
    assert len(set(_names((LOC, "واشنطن"), (LOC, "الولايات المتحدة")))) == 2
    assert len(set(_names((LOC, "الجزيرة"), (LOC, "الجزائر")))) == 2


def test_bodies_of_one_state_are_one_and_of_two_states_two() -> None:
    assert len(set(_names((ORG, "وزارة الخارجية الروسية"), (ORG, "الخارجية الروسية")))) == 1
    assert len(set(_names((ORG, "المخابرات الأمريكية"), (ORG, "الاستخبارات الأميركية")))) == 1
    assert len(set(_names((ORG, "وزارة الخارجية الروسية"), (ORG, "وزارة الخارجية الفرنسية")))) == 2
    assert _names((ORG, "وزارة الدفاع الأميركية"), (ORG, "البنتاغون")) == ["البنتاغون"] * 2


def test_an_unqualified_ministry_belongs_to_the_state_of_its_article() -> None:
    assert _names((ORG, "وزارة الخارجية الروسية"), (ORG, "وزارة الخارجية"))[1] == "وزارة الخارجية الروسية"
    text = "نقلت صحيفة محلية فرنسية عن وزارة الخارجية بيانا."
    start = text.index("وزارة الخارجية")
    words = "وزارة الخارجية"
    entity = Entity(start, start + len(words), words, ORG, words, Origin.RULE, 0.9)
    (result,) = unify([Analysis(Article("a", text), entities=(entity,))])
    assert result.entities[0].name == "وزارة الخارجية الفرنسية"


def test_stateless_ministries_of_two_articles_are_two() -> None:
    first, second = unify([_analysis((ORG, "وزارة الخارجية"), article=name) for name in "ab"])
    assert first.entities[0].name != second.entities[0].name


def test_an_editors_decision_overrides_and_holds() -> None:
    analysis = _analysis((PER, "جو بايدن"), (PER, "بايدن"), (PER, "أبو علي"))
    decided = {fold("بايدن"): "هانتر بايدن", fold("أبو علي"): "خالد منصور"}
    names = [entity.name for entity in unify([analysis], decided)[0].entities]
    assert names == ["جو بايدن", "هانتر بايدن", "خالد منصور"]


def test_quotes_and_claims_get_the_name() -> None:
    base = _analysis((PER, "ديمتري بيسكوف"), (PER, "دميتري بيسكوف"), (PER, "دميتري بيسكوف"), (ORG, "الناتو"))
    speaker = base.entities[0]
    quote = Quote(
        40,
        50,
        "…",
        QuoteKind.INDIRECT,
        speaker=Mention(speaker.start, speaker.end, speaker.text, speaker.name),
        via="الناتو",
    )
    claim = Claim(
        0,
        5,
        "…",
        ClaimKind.ACTOR,
        Span(0, 5),
        value="ديمتري بيسكوف",
        attribution=Attribution("ديمتري بيسكوف", "الناتو"),
    )
    (result,) = unify([Analysis(base.article, (), base.entities, (quote,), (claim,))])
    assert result.quotes[0].speaker is not None
    assert result.quotes[0].speaker.name == "دميتري بيسكوف"
    assert result.quotes[0].via == "حلف شمال الأطلسي"
    assert result.claims[0].attribution == Attribution("دميتري بيسكوف", "حلف شمال الأطلسي")
    assert result.claims[0].value == "دميتري بيسكوف"


def test_times_and_quantities_are_left_alone() -> None:
    entity = Entity(0, 5, "أمس", "TIME", "أمس", Origin.RULE, 1.0)
    (result,) = unify([Analysis(Article("a", "أمس  ."), entities=(entity,))])
    assert result.entities == (entity,)


def test_unifying_twice_changes_nothing() -> None:
    once = unify([_analysis((PER, "ديمتري بيسكوف"), (PER, "بيسكوف"), (ORG, "الخارجية الروسية"), (LOC, "امريكا"))])
    assert unify(once) == once


def test_words_are_the_same_only_within_bounds() -> None:
    assert is_same_word(fold("زيلينسكي"), fold("زيلنسكي"))
    assert is_same_word(fold("سيرغي"), fold("سيرجي"))
    assert not is_same_word(fold("بولندا"), fold("هولندا"))
    assert not is_same_word(fold("موسى"), fold("ماس"))
    assert skeleton(fold("زيلينسكي")) == skeleton(fold("زيلنسكي"))


def test_cost_grows_with_the_number_of_names() -> None:
    rng = random.Random(1)
    letters = "بتجدرزسشفقكلمن"

    def corpus(size: int) -> list[Analysis]:
        surname = lambda: "".join(rng.choice(letters) + rng.choice("اوي") for _ in range(4))  # noqa: E731
        return [
            _analysis(
                *((PER, f"{rng.choice(['سيرجي', 'ماريا', 'جون'])} {surname()}") for _ in range(20)), article=str(n)
            )
            for n in range(size)
        ]

    def seconds(analyses: list[Analysis]) -> float:
        begin = time.perf_counter()
        unify(analyses)
        return time.perf_counter() - begin

    seconds(corpus(10))
    small, large = seconds(corpus(50)), seconds(corpus(400))
    assert large < 40 * small + 1
