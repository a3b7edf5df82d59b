"""What an editor is told of two claims: agreement, a point to check, a conflict, or nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pages import STATES, count, hours, time

from core.compare.facts import compare
from core.extract.pipeline import analyze_many
from core.importers import read_paths
from core.model import Analysis, Approx, Article, ClaimKind, Fact, Label, Relation, RelationKind, Show, article_id

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]
FLAGS = {Show.CONFLICT, Show.CHECK}
CALLERS = (
    ("فلاديمير بوتين", Label.PER, "فلاديمير بوتين"),
    ("جو بايدن", Label.PER, "جو بايدن"),
)


def call(
    day_words: str, day: str, means: str, **how: str
) -> tuple[str, tuple[tuple[str, str, object], ...], dict[str, str]]:
    text = f"يجري الرئيس الروسي فلاديمير بوتين {means} مع الرئيس الأمريكي جو بايدن {day_words}."
    return text, (*CALLERS, (day_words, Label.TIME, time(day))), how


def shows(found: list[tuple[Fact, Relation]]) -> set[Show]:
    return {relation.show for _, relation in found}


def test_massed_troops_and_an_alleged_plan_differ_in_scope(analysed: Build, between: Between) -> None:
    massed = analysed(
        "حشدت روسيا أكثر من 94000 جندي قرب حدود أوكرانيا.",
        *STATES,
        ("94000 جندي", Label.QUANTITY, count(94000, "جندي", Approx.AT_LEAST)),
        source="أ",
    )
    plan = analysed(
        "ربما تخطط روسيا لهجوم على أوكرانيا بمشاركة ما يصل إلى 175 ألف جندي.",
        *STATES,
        ("175 ألف جندي", Label.QUANTITY, count(175000, "جندي", Approx.AT_MOST)),
        source="ب",
    )
    [(fact, relation)] = between([massed, plan], "94000", "175 ألف")
    assert (relation.kind, relation.show) == (RelationKind.DIFFERS_IN_SCOPE, Show.CHECK)
    assert relation.difference == "81000 (86 %)"
    assert fact.kind is ClaimKind.QUANTITY
    assert "محتمل" in relation.reason
    assert "possible" in relation.reason_en
    assert {fact.claims[i].claim.text for i in (relation.a, relation.b)} == {
        "أكثر من 94000 جندي",
        "ما يصل إلى 175 ألف جندي",
    }


def test_the_same_figure_written_otherwise_agrees(analysed: Build, between: Between) -> None:
    one = analysed("حشدت روسيا 94000 جندي قرب أوكرانيا.", *STATES, ("94000 جندي", Label.QUANTITY, count(94000, "جندي")))
    two = analysed(
        "تنشر روسيا نحو 94 ألف عسكري قرب أوكرانيا.",
        *STATES,
        ("94 ألف عسكري", Label.QUANTITY, count(94000, "عسكري", Approx.ABOUT)),
    )
    assert shows(between([one, two], "94000", "94 ألف", ClaimKind.QUANTITY)) == {Show.AGREE}


def test_troops_that_went_home_are_not_those_that_stand_there(analysed: Build, between: Between) -> None:
    one = analysed("حشدت روسيا 94000 جندي قرب أوكرانيا.", *STATES, ("94000 جندي", Label.QUANTITY, count(94000, "جندي")))
    two = analysed(
        "أعلنت روسيا عودة 10000 جندي من حدود أوكرانيا.", *STATES, ("10000 جندي", Label.QUANTITY, count(10000, "جندي"))
    )
    assert not shows(between([one, two], "94000", "10000")) & FLAGS


def test_a_figure_weeks_later_updates_the_first(analysed: Build, between: Between) -> None:
    one = analysed("حشدت روسيا 94000 جندي قرب أوكرانيا.", *STATES, ("94000 جندي", Label.QUANTITY, count(94000, "جندي")))
    two = analysed(
        "حشدت روسيا 120000 جندي قرب أوكرانيا.",
        *STATES,
        ("120000 جندي", Label.QUANTITY, count(120000, "جندي")),
        published="2021-12-28",
    )
    assert shows(between([one, two], "94000", "120000", ClaimKind.QUANTITY)) == {Show.UPDATE}
    for pages in ([one, two], [two, one]):  # whichever was read first: the reason says which is the later
        ((_, told),) = between(pages, "94000", "120000", ClaimKind.QUANTITY)
        assert told.reason.index("94000 جندي") < told.reason.index("ثم «120000 جندي»")
        assert told.reason_en.index("94000 جندي") < told.reason_en.index("then “120000 جندي”")


def test_a_denial_conflicts_with_the_assertion_and_names_both_sources(analysed: Build, between: Between) -> None:
    asserted = analysed(
        "قالت المخابرات الأمريكية إن روسيا ربما تخطط لهجوم على أوكرانيا.",
        *STATES,
        ("المخابرات الأمريكية", Label.ORG, "المخابرات الأمريكية"),
        quotes=[("المخابرات الأمريكية", "قالت", "إن روسيا ربما تخطط لهجوم على أوكرانيا")],
        source="الأولى",
    )
    denied = analysed(
        "نفت موسكو أنها تستعد لشن هجوم على أوكرانيا.",
        ("موسكو", Label.LOC, "موسكو"),
        ("أوكرانيا", Label.LOC, "أوكرانيا"),
        quotes=[("موسكو", "نفت", "أنها تستعد لشن هجوم على أوكرانيا")],
        source="الثانية",
    )
    found = between([asserted, denied], "ربما تخطط", "نفت موسكو")
    assert {(r.kind, r.show) for _, r in found} == {(RelationKind.CONTRADICTS, Show.CONFLICT)}
    reason = found[0][1].reason
    assert "المخابرات الأمريكية (الأولى)" in reason
    assert "موسكو (الثانية)" in reason


def test_two_reports_of_one_denial_agree(analysed: Build, between: Between) -> None:
    texts = ("نفت روسيا أنها تخطط لهجوم على أوكرانيا.", "تنفي روسيا وجود خطة لمهاجمة أوكرانيا.")
    one = analysed(texts[0], *STATES, quotes=[("روسيا", "نفت", "أنها تخطط لهجوم على أوكرانيا")])
    two = analysed(texts[1], *STATES, quotes=[("روسيا", "تنفي", "وجود خطة لمهاجمة أوكرانيا")])
    assert shows(between([one, two], "نفت روسيا", "تنفي روسيا")) == {Show.AGREE}


def test_a_condition_asserts_nothing(analysed: Build, between: Between) -> None:
    condition = analysed("سترد الدول الغربية بحزم إذا هاجمت روسيا أوكرانيا.", *STATES)
    denied = analysed(
        "نفت روسيا أنها تخطط لهجوم على أوكرانيا.",
        *STATES,
        quotes=[("روسيا", "نفت", "أنها تخطط لهجوم على أوكرانيا")],
    )
    assert not shows(between([condition, denied], "إذا هاجمت روسيا أوكرانيا", "نفت روسيا")) & FLAGS


def test_a_denial_by_another_state_of_its_own_attack_is_no_conflict(analysed: Build, between: Between) -> None:
    asserted = analysed("ربما تخطط روسيا لهجوم على أوكرانيا في الأسابيع المقبلة.", *STATES)
    other = analysed(
        "نفت أوكرانيا أنها تخطط لهجوم على الانفصاليين.",
        STATES[1],
        quotes=[("أوكرانيا", "نفت", "أنها تخطط لهجوم على الانفصاليين")],
    )
    assert not shows(between([asserted, other], "تخطط روسيا", "نفت أوكرانيا")) & FLAGS


def test_two_calls_on_two_days_are_two_events(analysed: Build, between: Between) -> None:
    first, marks, _ = call("يوم 7 ديسمبر", "2021-12-07", "مكالمة فيديو")
    second, later, _ = call("يوم 30 ديسمبر", "2021-12-30", "مكالمة هاتفية")
    pages = [analysed(first, *marks), analysed(second, *later, published="2021-12-29")]
    assert not shows(between(pages, "يوم 7 ديسمبر", "يوم 30 ديسمبر")) & FLAGS
    assert not shows(between(pages, "مكالمة فيديو", "مكالمة هاتفية")) & FLAGS


def test_one_call_by_video_and_by_phone_is_a_conflict(analysed: Build, between: Between) -> None:
    first, marks, _ = call("يوم 7 ديسمبر", "2021-12-07", "مكالمة فيديو")
    second, same, _ = call("يوم الثلاثاء", "2021-12-07", "اتصالا هاتفيا")
    pages = [analysed(first, *marks), analysed(second, *same)]
    assert shows(between(pages, "مكالمة فيديو", "اتصالا هاتفيا")) == {Show.CONFLICT}
    assert shows(between(pages, "يوم 7 ديسمبر", "يوم الثلاثاء", ClaimKind.TIME)) == {Show.AGREE}


def test_one_call_on_two_days_is_flagged(analysed: Build, between: Between) -> None:
    first, marks, _ = call("يوم 7 ديسمبر", "2021-12-07", "مكالمة فيديو")
    second, other, _ = call("يوم 8 ديسمبر", "2021-12-08", "مكالمة فيديو")
    found = between([analysed(first, *marks), analysed(second, *other)], "يوم 7 ديسمبر", "يوم 8 ديسمبر", ClaimKind.TIME)
    assert shows(found) & FLAGS
    assert found[0][1].difference == "يوم واحد"


def test_a_month_is_refined_by_its_day(analysed: Build, between: Between) -> None:
    one = analysed(
        "تعقد روسيا محادثات مع الولايات المتحدة في يناير.",
        STATES[0],
        ("الولايات المتحدة", Label.LOC, "الولايات المتحدة"),
        ("يناير", Label.TIME, time("2022-01")),
    )
    two = analysed(
        "تبدأ المحادثات بين روسيا وبين الولايات المتحدة يوم 10 يناير.",
        STATES[0],
        ("الولايات المتحدة", Label.LOC, "الولايات المتحدة"),
        ("يوم 10 يناير", Label.TIME, time("2022-01-10")),
    )
    [(fact, relation)] = between([one, two], "في يناير", "يوم 10 يناير", ClaimKind.TIME)
    assert (relation.kind, relation.show) == (RelationKind.REFINES, Show.AGREE)
    assert fact.kind is ClaimKind.TIME


def test_january_of_two_years_is_not_compared(analysed: Build, between: Between) -> None:
    office = analysed("تولى جو بايدن منصبه في يناير 2021.", CALLERS[1], ("يناير 2021", Label.TIME, time("2021-01")))
    talks = analysed(
        "تعقد روسيا محادثات مع الولايات المتحدة في يناير المقبل.",
        STATES[0],
        ("الولايات المتحدة", Label.LOC, "الولايات المتحدة"),
        ("يناير المقبل", Label.TIME, time("2022-01")),
    )
    assert between([office, talks], "يناير 2021", "يناير المقبل") == []


def test_the_hours_of_a_summit_are_not_those_of_a_call(analysed: Build, between: Between) -> None:
    summit = analysed(
        "استمرت القمة بين فلاديمير بوتين وبين جو بايدن في 16 يونيو نحو 4 ساعات.",
        *CALLERS,
        ("16 يونيو", Label.TIME, time("2021-06-16")),
        ("4 ساعات", Label.QUANTITY, hours(4, Approx.ABOUT)),
    )
    talk = analysed(
        "استمرت المكالمة بين فلاديمير بوتين وبين جو بايدن في 7 ديسمبر ساعتين.",
        *CALLERS,
        ("7 ديسمبر", Label.TIME, time("2021-12-07")),
        ("ساعتين", Label.QUANTITY, hours(2)),
        published="2021-12-08",
    )
    assert not shows(between([summit, talk], "4 ساعات", "ساعتين")) & FLAGS


def test_who_asked_for_one_call(analysed: Build, between: Between) -> None:
    base = "تجرى المكالمة بين الرئيس الروسي فلاديمير بوتين والرئيس الأمريكي جو بايدن يوم الخميس"
    day = ("يوم الخميس", Label.TIME, time("2021-12-30"))
    russian = analysed(f"{base} بطلب من موسكو.", *CALLERS, day, ("موسكو", Label.LOC, "موسكو"), published="2021-12-29")
    american = analysed(
        f"{base} بطلب من واشنطن.", *CALLERS, day, ("واشنطن", Label.LOC, "واشنطن"), published="2021-12-29"
    )
    found = between([russian, american], "بطلب من موسكو", "بطلب من واشنطن")
    assert {(r.kind, r.show) for _, r in found} == {(RelationKind.CONTRADICTS, Show.CONFLICT)}


def test_a_spelling_variant_is_one_person(analysed: Build, between: Between) -> None:
    one = analysed("وصل المتحدث باسم الكرملين دميتري بيسكوف أمس.", ("دميتري بيسكوف", Label.PER, "دميتري بيسكوف"))
    two = analysed("وصل المتحدث باسم الكرملين ديمتري بيسكوف أمس.", ("ديمتري بيسكوف", Label.PER, "دميتري بيسكوف"))
    assert shows(between([one, two], "دميتري بيسكوف", "ديمتري بيسكوف")) == {Show.AGREE}


def test_relations_between_other_states_are_another_matter(analysed: Build, between: Between) -> None:
    one = analysed(
        "تدهورت العلاقات بين روسيا وبين الولايات المتحدة منذ سنوات.",
        STATES[0],
        ("الولايات المتحدة", Label.LOC, "الولايات المتحدة"),
    )
    two = analysed("تدهورت العلاقات بين روسيا وبين أوكرانيا منذ سنوات.", *STATES)
    assert not shows(between([one, two], "الولايات المتحدة", "وبين أوكرانيا")) & {*FLAGS, Show.AGREE}


def test_an_identical_passage_counts_as_one_voice(analysed: Build, between: Between) -> None:
    text = "حشدت روسيا قوات ومدرعات ومدفعية قرب حدود أوكرانيا خلال الأسابيع الأخيرة استعدادا للشتاء."
    pages = [analysed(text, *STATES, source="أ"), analysed(text + " انتهى.", *STATES, source="ب")]
    assert any("صوت واحد" in r.reason for _, r in between(pages, "حشدت روسيا", "حشدت روسيا"))


@pytest.mark.parametrize("language", ["reason", "reason_en"])
def test_every_relation_gives_one_sentence(analysed: Build, language: str) -> None:
    first, marks, _ = call("يوم 7 ديسمبر", "2021-12-07", "مكالمة فيديو")
    second, same, _ = call("يوم الثلاثاء", "2021-12-07", "اتصالا هاتفيا")
    for fact in compare([analysed(first, *marks), analysed(second, *same)]):
        assert fact.question.endswith("؟")
        assert fact.question_en.endswith("?")
        for relation in fact.relations:
            assert relation.a < relation.b < len(fact.claims)
            assert getattr(relation, language).endswith(".")
            assert "{" not in getattr(relation, language)


def test_the_order_of_the_articles_changes_nothing(analysed: Build) -> None:
    pages = [
        analysed(call(words, day, means)[0], *call(words, day, means)[1])
        for words, day, means in (
            ("يوم 7 ديسمبر", "2021-12-07", "مكالمة فيديو"),
            ("يوم الثلاثاء", "2021-12-07", "اتصالا هاتفيا"),
            ("يوم 9 يوليو", "2021-07-09", "مكالمة هاتفية"),
        )
    ]

    def ids(order: list[Analysis]) -> set[tuple[str, Show]]:
        return {(fact.relation_id(r), r.show) for fact in compare(order) for r in fact.relations}

    expected = ids(pages)
    random.Random(7).shuffle(pages)
    assert ids(pages) == expected


def test_no_articles_no_facts() -> None:
    assert compare([]) == []


def test_troops_that_went_home_are_not_those_of_an_alleged_plan(analysed: Build, between: Between) -> None:
    plan = analysed(
        "ربما تخطط روسيا لهجوم على أوكرانيا يشارك فيه 175 ألف جندي.",
        *STATES,
        ("175 ألف جندي", Label.QUANTITY, count(175000, "جندي")),
    )
    home = analysed(
        "قالت روسيا إن 10 آلاف جندي عادوا إلى ثكناتهم بعد التدريبات.",
        STATES[0],
        ("10 آلاف جندي", Label.QUANTITY, count(10000, "جندي")),
    )
    assert not shows(between([plan, home], "175 ألف", "10 آلاف")) & FLAGS


def test_the_session_of_a_council_is_not_the_talks_two_days_before(analysed: Build, between: Between) -> None:
    other = ("الولايات المتحدة", Label.LOC, "الولايات المتحدة")
    talks = analysed(
        "تجرى محادثات بين روسيا وبين الولايات المتحدة يوم 10 يناير.",
        STATES[0],
        other,
        ("يوم 10 يناير", Label.TIME, time("2022-01-10")),
    )
    council = analysed(
        "تعقد جلسة لمجلس الناتو وروسيا يوم 12 يناير بعد محادثات روسيا مع الولايات المتحدة.",
        ("مجلس الناتو وروسيا", Label.ORG, "مجلس روسيا والناتو"),
        other,
        ("يوم 12 يناير", Label.TIME, time("2022-01-12")),
    )
    assert not shows(between([talks, council], "يوم 10 يناير", "يوم 12 يناير")) & FLAGS


def test_accusing_one_side_says_nothing_of_the_other(analysed: Build, between: Between) -> None:
    massed = analysed("حشدت روسيا قوات كبيرة قرب حدود أوكرانيا.", *STATES)
    text = "تتهم موسكو كييف بمواصلة حشد قوات كبيرة في الشرق."
    accused = analysed(
        text,
        ("موسكو", Label.LOC, "موسكو"),
        ("كييف", Label.LOC, "كييف"),
        quotes=[("موسكو", "تتهم", "بمواصلة حشد قوات كبيرة في الشرق")],
    )
    assert Show.AGREE not in shows(between([massed, accused], "حشدت روسيا", "بمواصلة حشد"))


def test_statements_around_a_conflict_do_not_agree(analysed: Build, between: Between) -> None:
    base = "تجرى المكالمة بين فلاديمير بوتين وبين جو بايدن يوم الخميس"
    day = ("يوم الخميس", Label.TIME, time("2021-12-30"))
    pages = [
        analysed(f"{base} بطلب من {city}.", *CALLERS, day, (city, Label.LOC, city), published="2021-12-29")
        for city in ("موسكو", "واشنطن")
    ]
    found = between(pages, "بطلب من موسكو", "بطلب من واشنطن")
    assert shows(found) == {Show.CONFLICT}


def test_two_distinct_sources_of_one_allegation_are_kept_apart(analysed: Build, between: Between) -> None:
    said = "ربما تخطط روسيا لهجوم واسع على أوكرانيا"
    minister = analysed(
        f"قال الوزير الأوكراني إن {said}.",
        ("الوزير الأوكراني", Label.PER, "الوزير الأوكراني"),
        *STATES,
        quotes=[("الوزير الأوكراني", "قال", f"إن {said}")],
    )
    official = analysed(f"ذكر مسؤول أمريكي أن {said}.", *STATES, quotes=[("مسؤول أمريكي", "ذكر", f"أن {said}")])
    found = between([minister, official], "الوزير الأوكراني", "مسؤول أمريكي", ClaimKind.ACTOR)
    assert {(r.kind, r.show) for _, r in found} == {(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK)}


@pytest.mark.parametrize(("day", "expected"), [("2021-12-04", {Show.CONFLICT}), ("2021-12-09", set())])
def test_opposite_directions_conflict_only_on_one_day(
    analysed: Build, between: Between, day: str, expected: set[Show]
) -> None:
    up = analysed("ارتفعت أسعار النفط الخام في الأسواق العالمية.")
    down = analysed("انخفضت أسعار النفط الخام في الأسواق العالمية.", published=day)
    assert shows(between([up, down], "ارتفعت أسعار", "انخفضت أسعار")) == expected


def test_the_dead_of_two_disasters_are_not_compared(analysed: Build, between: Between) -> None:
    crash = analysed("مقتل 12 شخصا في تصادم قطارين أمس.", ("12 شخصا", Label.QUANTITY, count(12, "شخص")))
    same = analysed("مقتل 15 شخصا في تصادم قطارين أمس.", ("15 شخصا", Label.QUANTITY, count(15, "شخص")))
    quake = analysed("مقتل 3 أشخاص في زلزال ضرب الساحل.", ("3 أشخاص", Label.QUANTITY, count(3, "شخص")))
    assert shows(between([crash, same], "12 شخصا", "15 شخصا", ClaimKind.QUANTITY)) == {Show.CHECK}
    assert between([crash, quake], "12 شخصا", "3 أشخاص", ClaimKind.QUANTITY) == []


def test_a_denial_without_a_listed_event_conflicts_by_its_words(analysed: Build, between: Between) -> None:
    denied = analysed(
        "نفت الهيئة وجود عطل فني في نظام الإشارات.",
        quotes=[("الهيئة", "نفت", "وجود عطل فني في نظام الإشارات")],
    )
    asserted = analysed("تسبب عطل فني في نظام الإشارات في الحادث.")
    assert shows(between([denied, asserted], "نفت الهيئة", "عطل فني في نظام الإشارات في الحادث")) == {Show.CONFLICT}


def test_words_that_are_nothing_but_a_tatweel_are_passed_over() -> None:
    samples = read_paths([Path(__file__).parents[3] / "samples"])
    texts = [article.text.split(" ") for article in samples if isinstance(article, Article)]
    for first in range(3):  # between each two words once
        broken = [
            "".join(word + (" ـ " if (at + first) % 3 == 0 else " ") for at, word in enumerate(words))
            for words in texts
        ]
        articles = [Article(article_id(text), text, published="2021-12-05") for text in broken]
        assert compare(list(analyze_many(articles)))


@pytest.mark.parametrize("text", ["أشار الل أن دـ", "حضر ال الخمسة الاجتماع", "وضح أن ٤٤٣ه هـ"])
def test_words_cut_short_are_passed_over(text: str) -> None:
    assert not compare(list(analyze_many([Article(article_id(text), text, published="2021-12-29")])))
