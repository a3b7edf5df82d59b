"""Who asked, which event a clause speaks of, what a figure counts: the points at which two reports differ."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pages import STATES, count, hours, time

from core.compare.facts import compare
from core.model import Analysis, Approx, ClaimKind, Fact, Label, Quantity, Relation, RelationKind, Show

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]
FLAGS = {Show.CONFLICT, Show.CHECK}
TWO = (("ماكرون", Label.PER, "إيمانويل ماكرون"), ("شولتس", Label.PER, "أولاف شولتس"))
LEAD = "تحدث الرئيس الفرنسي ماكرون هاتفيا مع المستشار الألماني شولتس يوم الثلاثاء في مكالمة قصيرة. "
DAY = (("يوم الثلاثاء", Label.TIME, time("2021-12-07")),)


def shows(found: list[tuple[Fact, Relation]]) -> set[Show]:
    return {relation.show for _, relation in found}


def about_the_call(analysed: Build, sentence: str, source: str, *marks: tuple[str, str, object]) -> Analysis:
    return analysed(LEAD + sentence, *TWO, *DAY, *marks, source=source, published="2021-12-08")


FRENCH = [
    ("وجرت المكالمة بطلب من الرئيس الفرنسي.", "بطلب من الرئيس الفرنسي"),
    ("وجاءت المكالمة بطلب فرنسي.", "بطلب فرنسي"),
    ("والجانب الفرنسي هو الذي بادر إلى طلب المكالمة.", "الذي بادر"),
    ("وتمت المكالمة بناء على رغبة باريس.", "رغبة باريس"),
    ("وكانت المبادرة إلى المكالمة من الجانب الفرنسي.", "المبادرة"),
    ("وطلبت باريس إجراء المكالمة.", "طلبت باريس"),
]


@pytest.mark.parametrize(("sentence", "words"), FRENCH)
def test_who_asked_is_read_in_every_wording(analysed: Build, between: Between, sentence: str, words: str) -> None:
    marks = (("باريس", Label.LOC, "باريس"),) if "باريس" in sentence else ()
    one = about_the_call(analysed, sentence, "أ", *marks)
    other = about_the_call(analysed, "وأجريت المكالمة بمبادرة من برلين.", "ب", ("برلين", Label.LOC, "برلين"))
    [(fact, relation)] = between([one, other], words, "بمبادرة من برلين", ClaimKind.ACTOR)
    assert (relation.kind, relation.show) == (RelationKind.CONTRADICTS, Show.CONFLICT)
    assert fact.question == "من طلب المكالمة بين ألمانيا وفرنسا؟"
    assert fact.question_en == "Who asked for the call between Germany and France?"


def test_a_person_and_his_state_ask_as_one(analysed: Build, between: Between) -> None:
    one = about_the_call(analysed, "وكان ماكرون هو من طلب إجراء المكالمة.", "أ", TWO[0])
    two = about_the_call(analysed, "وأجريت المكالمة بطلب فرنسي.", "ب")
    assert shows(between([one, two], "هو من طلب", "بطلب فرنسي", ClaimKind.ACTOR)) == {Show.AGREE}


def test_what_is_asked_of_the_other_in_a_call_is_no_request_for_it(analysed: Build) -> None:
    page = about_the_call(analysed, "وطلب ماكرون من شولتس دعما ماليا خلال المكالمة.", "أ")
    assert not [claim for claim in page.claims if claim.kind is ClaimKind.ACTOR and "طلب" in claim.text]


def test_a_call_is_not_the_talks_that_it_prepares(analysed: Build, between: Between) -> None:
    one = about_the_call(
        analysed,
        "ومهدت المكالمة لمحادثات جنيف المقبلة يوم 20 ديسمبر.",
        "أ",
        ("جنيف", Label.LOC, "جنيف"),
        ("يوم 20 ديسمبر", Label.TIME, time("2021-12-20")),
    )
    two = about_the_call(analysed, "واستمرت المكالمة ساعة.", "ب", ("ساعة", Label.QUANTITY, hours(1)))
    assert not shows(between([one, two], "يوم 20 ديسمبر", "يوم الثلاثاء")) & FLAGS
    assert shows(between([one, two], "يوم الثلاثاء", "يوم الثلاثاء", ClaimKind.TIME)) == {Show.AGREE}


def test_an_earlier_video_call_in_one_sentence_has_its_own_means(analysed: Build, between: Between) -> None:
    one = analysed(
        "تجري روسيا وأوكرانيا ثاني مكالمة بينهما يوم الخميس بعد محادثة بالفيديو في 7 ديسمبر.",
        *STATES,
        ("يوم الخميس", Label.TIME, time("2021-12-30")),
        ("7 ديسمبر", Label.TIME, time("2021-12-07")),
        published="2021-12-29",
    )
    two = analysed(
        "تجري روسيا مع أوكرانيا اتصالا هاتفيا يوم الخميس.",
        *STATES,
        ("يوم الخميس", Label.TIME, time("2021-12-30")),
        published="2021-12-29",
    )
    assert not shows(between([one, two], "محادثة بالفيديو", "اتصالا هاتفيا")) & FLAGS


def test_an_interval_is_no_length(analysed: Build, between: Between) -> None:
    month = Quantity(1, 1, "شهر", Approx.AT_MOST, count(1, "x").kind.DURATION, "P1M")
    one = about_the_call(analysed, "والمكالمة هي الثانية في أقل من شهر.", "أ", ("شهر", Label.QUANTITY, month))
    two = about_the_call(analysed, "واستغرقت المكالمة ساعة.", "ب", ("ساعة", Label.QUANTITY, hours(1)))
    three = about_the_call(analysed, "ودامت المكالمة 3 ساعات.", "ج", ("3 ساعات", Label.QUANTITY, hours(3)))
    assert not between([one, two, three], "شهر", "استغرقت المكالمة ساعة")
    assert shows(between([one, two, three], "ساعة", "3 ساعات", ClaimKind.QUANTITY)) & FLAGS


def test_a_possible_attack_conflicts_with_its_denial(analysed: Build, between: Between) -> None:
    said = analysed(
        "ذكرت صحف أن روسيا قد تشن هجوما على أوكرانيا.",
        *STATES,
        quotes=[("صحف", "ذكرت", "روسيا قد تشن هجوما على أوكرانيا")],
    )
    denied = analysed("وتؤكد روسيا أنها لا تعتزم مهاجمة أوكرانيا.", *STATES)
    [(fact, relation)] = between([said, denied], "قد تشن هجوما", "لا تعتزم", ClaimKind.POLARITY)
    assert relation.show is Show.CONFLICT
    assert fact.question == "هل تخطط روسيا لمهاجمة أوكرانيا؟"
    assert fact.question_en == "Is Russia planning to attack Ukraine?"


def test_offensive_weapons_are_no_attack(analysed: Build, between: Between) -> None:
    one = analysed("قد تشن روسيا هجوما على أوكرانيا.", *STATES)
    two = analysed("بولندا لا تنوي نشر أسلحة هجومية في أوكرانيا.", ("بولندا", Label.LOC, "بولندا"), STATES[1])
    assert not between([one, two], "هجوما", "أسلحة هجومية", ClaimKind.POLARITY)


def test_a_figure_that_may_grow_goes_on_from_the_one_before(analysed: Build, between: Between) -> None:
    one = analysed(
        "يتراوح عدد الجنود الروس قرب الحدود مع أوكرانيا بين 60 و80 ألف جندي وقد يرتفع إلى 150 ألفا.",
        STATES[1],
        ("60 و80 ألف جندي", Label.QUANTITY, Quantity(60_000, 80_000, "جندي", Approx.RANGE)),
        ("150 ألفا", Label.QUANTITY, Quantity(150_000, 150_000, None)),
    )
    two = analysed(
        "حشدت روسيا نحو 82 ألف جندي قرب أوكرانيا.",
        *STATES,
        ("82 ألف جندي", Label.QUANTITY, count(82_000, "جندي", Approx.ABOUT)),
    )
    assert shows(between([one, two], "بين 60 و80", "82 ألف", ClaimKind.QUANTITY)) == {Show.AGREE}
    [(_, relation)] = between([one, two], "150 ألفا", "82 ألف", ClaimKind.QUANTITY)
    assert (relation.kind, relation.show) == (RelationKind.DIFFERS_IN_SCOPE, Show.CHECK)


def test_the_dead_of_two_storms_are_two_tolls(analysed: Build, between: Between) -> None:
    place = ("تونس", Label.LOC, "تونس")
    one = analysed(
        "لقي 40 شخصا مصرعهم وأصيب 90 في فيضانات في تونس. وكانت عاصفة سابقة قد أودت بحياة 11 شخصا.",
        place,
        ("40 شخصا", Label.QUANTITY, count(40, "شخص")),
        ("90", Label.QUANTITY, Quantity(90, 90, None)),
        ("11 شخصا", Label.QUANTITY, count(11, "شخص")),
    )
    two = analysed(
        "ارتفع عدد ضحايا الفيضانات في تونس إلى 47 قتيلا و90 جريحا.",
        place,
        ("47 قتيلا", Label.QUANTITY, count(47, "قتيل")),
        ("90 جريحا", Label.QUANTITY, count(90, "جريح")),
    )
    both = [one, two]
    assert shows(between(both, "40 شخصا", "47 قتيلا", ClaimKind.QUANTITY)) == {Show.UPDATE}  # «ارتفع إلى»
    assert shows(between(both, "90", "90 جريحا", ClaimKind.QUANTITY)) == {Show.AGREE}
    assert not shows(between(both, "11 شخصا", "47 قتيلا")) & FLAGS
    assert not shows(between(both, "11 شخصا", "40 شخصا")) & FLAGS


def test_the_dead_of_floods_in_two_countries_are_two_tolls(analysed: Build, between: Between) -> None:
    def page(text: str, toll: int, name: str, source: str, **more: Any) -> Analysis:
        figure = (f"{toll} شخصا", Label.QUANTITY, count(toll, "شخص"))
        return analysed(text, (name, Label.LOC, name), figure, source=source, **more)

    libya = page("قُتل 12 شخصا في فيضانات ضربت مدينة درنة في ليبيا.", 12, "ليبيا", "أ")
    india = page("قُتل 30 شخصا في فيضانات اجتاحت ولاية كيرلا في الهند.", 30, "الهند", "ب")
    told = "مقتل 20 شخصا في الفيضانات التي ضربت درنة"
    said = [("السلطات الليبية", "أعلنت", told)]
    city = page(f"أعلنت السلطات الليبية {told}.", 20, "درنة", "ج", quotes=said)
    assert not between([libya, india, city], "30 شخصا", "20 شخصا")
    assert shows(between([libya, india, city], "12 شخصا", "20 شخصا", ClaimKind.QUANTITY)) & FLAGS


def test_a_truce_of_two_days_and_two_lengths_is_to_be_checked(analysed: Build, between: Between) -> None:
    def page(day: str, words: str, days: int, source: str) -> Analysis:
        length = Quantity(days, days, "يوم", kind=hours(1).kind, iso=f"P{days}D")
        return analysed(
            f"يبدأ وقف إطلاق النار في اليمن {words} لمدة {days} أيام.",
            ("اليمن", Label.LOC, "اليمن"),
            (words, Label.TIME, time(day)),
            (f"{days} أيام", Label.QUANTITY, length),
            source=source,
        )

    both = [page("2021-12-12", "يوم الأحد", 5, "أ"), page("2021-12-13", "يوم الاثنين", 9, "ب")]
    assert shows(between(both, "يوم الأحد", "يوم الاثنين", ClaimKind.TIME)) == {Show.CHECK}
    assert shows(between(both, "5 أيام", "9 أيام", ClaimKind.QUANTITY)) == {Show.CHECK}


def test_two_statements_on_one_call_agree_only_where_they_say_the_same(analysed: Build, between: Between) -> None:
    one = about_the_call(analysed, "ووصف مراقبون المكالمة بأنها مثمرة للغاية.", "أ")
    two = about_the_call(analysed, "وأجريت المكالمة بطلب فرنسي.", "ب")
    assert not between([one, two], "مثمرة للغاية", "وأجريت المكالمة", ClaimKind.OTHER)


def test_the_verb_of_saying_alone_names_nobody(analysed: Build) -> None:
    page = analysed(
        "أعلنت روسيا انسحابها من المناورات. وأضافت أن القوات عادت إلى قواعدها.",
        STATES[0],
        quotes=[("روسيا", "وأضافت", "أن القوات عادت إلى قواعدها")],
    )
    assert not [claim for claim in page.claims if claim.kind is ClaimKind.ACTOR and "أضافت" in claim.text]


def test_copies_are_one_voice_in_a_large_story(analysed: Build) -> None:
    def page(number: int) -> Analysis:
        text = f"حشدت روسيا 94000 جندي قرب أوكرانيا. نشرة رقم {number} من الموقع."
        return analysed(text, *STATES, ("94000 جندي", Label.QUANTITY, count(94000, "جندي")), source=str(number))

    told = {size: sum(len(fact.relations) for fact in compare([page(n) for n in range(size)])) for size in (60, 120)}
    assert told[120] < 2.2 * told[60]


def test_the_latter_is_who_was_named_last(analysed: Build, between: Between) -> None:
    one = analysed(
        "أجرى الرئيس الفرنسي ماكرون مكالمة مع المستشار الألماني شولتس يوم الثلاثاء بناء على طلب الأخير.", *TWO, *DAY
    )
    two = about_the_call(analysed, "وأجريت المكالمة بطلب فرنسي.", "ب")
    assert shows(between([one, two], "طلب الأخير", "بطلب فرنسي", ClaimKind.ACTOR)) == {Show.CONFLICT}


ROUNDS = "تعقد روسيا وأوكرانيا جولات محادثات: الأولى في جنيف يوم 10 يناير، والثانية في بروكسل يوم 12 يناير."


def test_each_round_of_a_list_has_its_own_day(analysed: Build, between: Between) -> None:
    towns = (("جنيف", Label.LOC, "جنيف"), ("بروكسل", Label.LOC, "بروكسل"))
    days = (
        ("يوم 10 يناير", Label.TIME, time("2022-01-10")),
        ("يوم 12 يناير", Label.TIME, time("2022-01-12")),
    )
    one = analysed(ROUNDS, *STATES, *towns, *days)
    two = analysed("تبدأ محادثات روسيا وأوكرانيا في جنيف يوم 10 يناير.", *STATES, towns[0], days[0])
    both = [one, two]
    assert shows(between(both, "جنيف يوم 10 يناير", "في جنيف يوم 10 يناير", ClaimKind.TIME)) == {Show.AGREE}
    found = [
        relation
        for fact in compare(both)
        for relation in fact.relations
        if {fact.claims[i].claim.text for i in (relation.a, relation.b)} == {"يوم 10 يناير", "يوم 12 يناير"}
    ]
    assert not {relation.show for relation in found} & FLAGS


def test_a_summit_at_which_they_met_is_not_the_later_one(analysed: Build, between: Between) -> None:
    one = analysed(
        "عقدت روسيا وأوكرانيا قمة عبر الفيديو في 7 ديسمبر دامت ساعتين.",
        *STATES,
        ("7 ديسمبر", Label.TIME, time("2021-12-07")),
        ("ساعتين", Label.QUANTITY, hours(2)),
        published="2021-12-29",
    )
    two = analysed(
        "عقدت روسيا وأوكرانيا قمة عبر الفيديو في 7 ديسمبر. وكان الرئيسان قد التقيا في يونيو في قمة استمرت 4 ساعات.",
        *STATES,
        ("7 ديسمبر", Label.TIME, time("2021-12-07")),
        ("يونيو", Label.TIME, time("2021-06")),
        ("4 ساعات", Label.QUANTITY, hours(4)),
        published="2021-12-29",
    )
    assert not shows(between([one, two], "ساعتين", "4 ساعات")) & FLAGS


def test_a_possible_attack_leaves_the_figure_before_it_asserted(analysed: Build) -> None:
    page = analysed(
        "حشدت روسيا 90 ألف جندي قرب أوكرانيا تحضيرا لهجوم محتمل.",
        *STATES,
        ("90 ألف جندي", Label.QUANTITY, count(90_000, "جندي")),
    )
    [figure] = [claim for claim in page.claims if claim.kind is ClaimKind.QUANTITY]
    assert figure.modality == "asserted"


def test_a_past_call_without_a_day_is_that_of_the_days_before(analysed: Build, between: Between) -> None:
    told = about_the_call(analysed, "وأجريت المكالمة بطلب فرنسي.", "أ")
    undated = analysed(
        "قال ماكرون بعد المكالمة مع شولتس إن برلين هي من اقترح إجراء المكالمة.",
        *TWO,
        ("برلين", Label.LOC, "برلين"),
        published="2021-12-08",
    )
    assert shows(between([told, undated], "بطلب فرنسي", "برلين هي من اقترح", ClaimKind.ACTOR)) == {Show.CONFLICT}


def test_rejected_accusations_deny_what_one_is_accused_of(analysed: Build, between: Between) -> None:
    said = analysed("روسيا تستعد لشن هجوم على أوكرانيا.", *STATES)
    content = "الاتهامات بأنها تحضر لغزو أوكرانيا"
    denied = analysed(f"تنفي روسيا {content}.", *STATES, quotes=[("روسيا", "تنفي", content)])
    found = between([said, denied], "تستعد لشن هجوم", "تنفي روسيا", ClaimKind.POLARITY)
    assert shows(found) == {Show.CONFLICT}


def test_weeks_counted_back_tell_no_day(analysed: Build, between: Between) -> None:
    one = analysed(
        "عقدت روسيا وأوكرانيا قمة قبل ثلاثة أسابيع.",
        *STATES,
        ("ثلاثة أسابيع", Label.QUANTITY, Quantity(3, 3, "أسبوع", kind=hours(1).kind, iso="P3W")),
        published="2021-12-30",
    )
    two = analysed(
        "عقدت روسيا وأوكرانيا قمة في 7 ديسمبر.",
        *STATES,
        ("7 ديسمبر", Label.TIME, time("2021-12-07")),
        published="2021-12-30",
    )
    assert not shows(between([one, two], "ثلاثة أسابيع", "7 ديسمبر")) & FLAGS
