"""What one source says and another puts the other way round, leaves open, or counts for itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import STATES, count, time

from core.model import Analysis, Approx, ClaimKind, Fact, Label, Quantity, QuantityKind, Relation, RelationKind, Show

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]
FLAGS = {Show.CONFLICT, Show.CHECK}


def shows(found: list[tuple[Fact, Relation]]) -> set[Show]:
    return {relation.show for _, relation in found}


PLAN = "ذكرت الصحيفة أن روسيا تعد لهجوم على أوكرانيا قد يبدأ قريبا."
UNDECIDED = [
    "قال المستشار إن روسيا لم تتخذ بعد قرارا نهائيا بشأن غزو أوكرانيا.",
    "قال المستشار إنه لا يعتقد أن روسيا حسمت قرارها بشأن غزو أوكرانيا.",
    "قال المستشار إن روسيا لم تحسم أمرها بشأن غزو أوكرانيا.",
]


@pytest.mark.parametrize("sentence", UNDECIDED)
def test_what_is_not_decided_yet_is_no_denial(analysed: Build, between: Between, sentence: str) -> None:
    plan = analysed(PLAN, *STATES, quotes=[("الصحيفة", "ذكرت", PLAN[13:-1])], source="أ")
    said = sentence.index("إن")
    open_ = analysed(sentence, *STATES, quotes=[("المستشار", "قال", sentence[said:-1])], source="ب")
    [(_, relation)] = between([plan, open_], "تعد لهجوم", "بشأن غزو", ClaimKind.POLARITY)
    assert (relation.kind, relation.show) == (RelationKind.DIFFERS_IN_SCOPE, Show.CHECK)


PROMISED = "قال المساعد إن ماكرون تعهد بعدم إرسال مدافع ثقيلة إلى أوكرانيا."
STATE = (("ماكرون", Label.PER, "إيمانويل ماكرون"), ("أوكرانيا", Label.LOC, "أوكرانيا"))


def test_a_promise_that_is_denied(analysed: Build, between: Between) -> None:
    promised = analysed(
        PROMISED,
        *STATE,
        quotes=[
            ("المساعد", "قال", "إن ماكرون تعهد بعدم إرسال مدافع ثقيلة إلى أوكرانيا"),
            ("ماكرون", "تعهد", "بعدم إرسال مدافع ثقيلة إلى أوكرانيا"),
        ],
        source="أ",
    )
    denied = analysed(
        "نفى مسؤول فرنسي أن يكون ماكرون قد قدم أي التزام بشأن المدافع.",
        STATE[0],
        quotes=[("مسؤول فرنسي", "نفى", "أن يكون ماكرون قد قدم أي التزام بشأن المدافع")],
        source="ب",
    )
    other = analysed(
        "نفى مسؤول فرنسي أن يكون ماكرون قد قدم أي التزام بشأن الضرائب.",
        STATE[0],
        quotes=[("مسؤول فرنسي", "نفى", "أن يكون ماكرون قد قدم أي التزام بشأن الضرائب")],
        source="ج",
    )
    assert Show.CONFLICT in shows(between([promised, denied], "تعهد بعدم إرسال", "أي التزام", ClaimKind.POLARITY))
    assert not shows(between([promised, other], "تعهد بعدم إرسال", "أي التزام")) & FLAGS


OPPOSED = [
    ("ولم تصل سيارات الإسعاف إلى البلدة المنكوبة.", "سيارات الإسعاف وصلت إلى البلدة المنكوبة فجرا."),
    ("تونس لم تطلب مساعدات طبية من جيرانها.", "تونس طلبت مساعدات طبية من ثلاثة من جيرانها."),
    ("الشركة لا تملك ترخيصا لنقل الركاب ليلا.", "لديها ترخيصا كاملا لنقل الركاب ليلا."),
    ("الجسر المؤدي إلى البلدة لا يزال مغلقا بعد الزلزال.", "فرق الإنقاذ فتحت الجسر أمام القوافل بعد الزلزال."),
]


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_an_opposite_of_the_same_thing_is_to_be_looked_at(
    analysed: Build, between: Between, one: str, other: str
) -> None:
    def told(words: str, who: str, source: str) -> Analysis:
        states = [("تونس", Label.LOC, "تونس")] if "تونس" in words else []
        return analysed(f"أعلن {who} أن {words}", *states, quotes=[(who, "أعلن", f"أن {words[:-1]}")], source=source)

    pair = told(one, "المحافظ", "أ"), told(other, "الهلال الأحمر", "ب")
    assert shows(between(pair, one[:-1], other[:-1])) & FLAGS


def test_the_opposite_of_something_else_is_nothing(analysed: Build, between: Between) -> None:
    a = analysed("الجسر المؤدي إلى بلدة النخيل لا يزال مغلقا بعد الزلزال.", source="أ")
    b = analysed("تمكنت الفرق من فتح المدارس أمام المنكوبين بعد الزلزال.", source="ب")
    assert not shows(between([a, b], "الجسر", "فتح المدارس")) & FLAGS


def _troops(analysed: Build, number: int, day: str, who: str, source: str) -> Analysis:
    words = f"{number} ألف جندي"
    text = f"قال {who} إن روسيا حشدت نحو {words} قرب أوكرانيا."
    value = count(number * 1000, "جندي", Approx.ABOUT)
    quotes = [(who, "قال", text[text.index("إن") : -1])]
    return analysed(text, *STATES, (words, Label.QUANTITY, value), quotes=quotes, published=day, source=source)


@pytest.mark.parametrize(
    ("day", "who", "expected"),
    [
        ("2021-12-22", "محلل مستقل", Show.CHECK),
        ("2021-12-22", "القائد الأعلى", Show.UPDATE),  # who counts anew updates what he said
        ("2021-12-28", "محلل مستقل", Show.UPDATE),  # an estimate of another month
    ],
)
def test_estimates_of_one_force_are_compared_for_some_weeks(
    analysed: Build, between: Between, day: str, who: str, expected: Show
) -> None:
    early = _troops(analysed, 80, "2021-12-04", "القائد الأعلى", "أ")
    other = _troops(analysed, 110, day, who, "ب")
    assert shows(between([early, other], "80 ألف جندي", "110 ألف جندي", ClaimKind.QUANTITY)) == {expected}


def test_about_seventy_has_room_for_seventy_two(analysed: Build, between: Between) -> None:
    one = analysed(
        "أسفر الزلزال عن مقتل نحو 70 شخصا.", ("نحو 70 شخصا", Label.QUANTITY, count(70, "شخص", Approx.ABOUT)), source="أ"
    )
    two = analysed("أسفر الزلزال عن مقتل 72 شخصا.", ("72 شخصا", Label.QUANTITY, count(72, "شخص")), source="ب")
    three = analysed("أسفر الزلزال عن مقتل 78 شخصا.", ("78 شخصا", Label.QUANTITY, count(78, "شخص")), source="ج")
    assert shows(between([one, two], "70", "72")) == {Show.AGREE}
    assert shows(between([one, three], "70", "78")) == {Show.CHECK}


def test_the_hurt_are_not_the_dead_told_before_them(analysed: Build, between: Between) -> None:
    one = analysed(
        "أدى الزلزال إلى مقتل 30 شخصا وإصابة 90 آخرين.",
        ("30 شخصا", Label.QUANTITY, count(30, "شخص")),
        ("90", Label.QUANTITY, count(90, "")),
        source="أ",
    )
    two = analysed("أسفر الزلزال عن 90 جريحا.", ("90 جريحا", Label.QUANTITY, count(90, "جريح")), source="ب")
    assert shows(between([one, two], "90", "90 جريحا", ClaimKind.QUANTITY)) == {Show.AGREE}


def test_a_perfect_behind_a_comma_tells_of_something_else(analysed: Build) -> None:
    page = analysed("ضمت روسيا الإقليم قبل أعوام، وأسفر النزاع عن مئات القتلى.", STATES[0])
    assert any(claim.text == "وأسفر النزاع عن مئات القتلى" for claim in page.claims)


def test_no_sign_of_it_is_against_who_announces_it(analysed: Build, between: Between) -> None:
    one = analysed(
        "أعلنت روسيا سحب ثلاث كتائب من محيط أوكرانيا.",
        *STATES,
        quotes=[("روسيا", "أعلنت", "سحب ثلاث كتائب من محيط أوكرانيا")],
        source="أ",
    )
    two = analysed(
        "قالت كندا إنها لم تر أي دليل على سحب روسيا كتائبها.",
        ("كندا", Label.LOC, "كندا"),
        STATES[0],
        quotes=[("كندا", "قالت", "إنها لم تر أي دليل على سحب روسيا كتائبها")],
        source="ب",
    )
    assert Show.CHECK in shows(between([one, two], "سحب ثلاث كتائب", "لم تر أي دليل", ClaimKind.POLARITY))


SCORNED = [
    "قال المتحدث إن الحديث عن غزو روسيا أوكرانيا هراء.",
    "قال المتحدث إن أنباء هجوم روسيا على أوكرانيا أكاذيب.",
    "قال المتحدث إن الوزارة تصف أنباء هجوم روسيا على أوكرانيا بالكاذبة.",
]


@pytest.mark.parametrize("sentence", SCORNED)
def test_scorn_denies(analysed: Build, between: Between, sentence: str) -> None:
    likely = analysed(
        "رجح القائد أن تشن روسيا هجوما على أوكرانيا.",
        *STATES,
        quotes=[("القائد", "رجح", "أن تشن روسيا هجوما على أوكرانيا")],
        source="أ",
    )
    scorned = analysed(sentence, *STATES, quotes=[("المتحدث", "قال", sentence[sentence.index("إن") : -1])], source="ب")
    [(_, relation)] = between([likely, scorned], "تشن روسيا هجوما", sentence[-20:-1], ClaimKind.POLARITY)
    assert relation.show is Show.CONFLICT


def test_what_is_doubted_is_left_open(analysed: Build, between: Between) -> None:
    plan = analysed(PLAN, *STATES, quotes=[("الصحيفة", "ذكرت", PLAN[13:-1])], source="أ")
    doubt = "أن تكون روسيا قد قررت غزو أوكرانيا"
    two = analysed(f"شكك الوزير في {doubt}.", *STATES, quotes=[("الوزير", "شكك", doubt)], source="ب")
    [(_, relation)] = between([plan, two], "تعد لهجوم", "قررت غزو", ClaimKind.POLARITY)
    assert relation.show is Show.CHECK


def test_a_rise_never_agrees_with_a_fall(analysed: Build, between: Between) -> None:
    oil = [("برنت", Label.ORG, "برنت")]
    one = analysed("ارتفع خام برنت القياسي عند التسوية في لندن.", *oil, source="أ")
    two = analysed("انخفض خام برنت القياسي عند التسوية في لندن.", *oil, source="ب")
    assert Show.AGREE not in shows(between([one, two], "ارتفع", "انخفض"))


CALL = "تحدث الرئيس الفرنسي ماكرون هاتفيا مع المستشار الألماني شولتس يوم الثلاثاء. "
TWO = (("ماكرون", Label.PER, "إيمانويل ماكرون"), ("شولتس", Label.PER, "أولاف شولتس"))
TUESDAY = ("يوم الثلاثاء", Label.TIME, time("2021-12-07"))


def test_whose_idea_a_call_was(analysed: Build, between: Between) -> None:
    one = analysed(
        CALL + "وبرلين هي صاحبة فكرة هذه المكالمة.", *TWO, TUESDAY, ("برلين", Label.LOC, "برلين"),
        source="أ", published="2021-12-08",
    )  # fmt: skip
    two = analysed(CALL + "وجرت المكالمة بطلب فرنسي.", *TWO, TUESDAY, source="ب", published="2021-12-08")
    assert shows(between([one, two], "برلين هي صاحبة فكرة", "بطلب فرنسي", ClaimKind.ACTOR)) == {Show.CONFLICT}


def test_the_agency_that_is_told_of_a_call_is_not_its_means(analysed: Build, between: Between) -> None:
    one = analysed(
        CALL + "وقال ماكرون في حديث لوكالة رويترز إن المكالمة كانت مفيدة.",
        *TWO, TUESDAY, ("رويترز", Label.ORG, "رويترز"), source="أ", published="2021-12-08",
    )  # fmt: skip
    two = analysed(CALL, *TWO, TUESDAY, source="ب", published="2021-12-08")
    assert not shows(between([one, two], "لوكالة رويترز", "هاتفيا")) & FLAGS


def test_when_it_was_told_is_not_when_it_is_to_be(analysed: Build, between: Between) -> None:
    spring = ("مطلع العام المقبل", Label.TIME, time("2022-01"))
    friday = ("يوم الجمعة", Label.TIME, time("2021-12-03"))
    force = ("60 ألف جندي", Label.QUANTITY, count(60_000, "جندي", Approx.AT_MOST))
    one = analysed(
        "كشفت صحيفة يوم الجمعة أن روسيا تخطط لهجوم على أوكرانيا يشارك فيه 60 ألف جندي.",
        *STATES,
        friday,
        force,
        source="أ",
    )
    two = analysed(
        "تخطط روسيا لهجوم على أوكرانيا مطلع العام المقبل بمشاركة 60 ألف جندي.", *STATES, spring, force, source="ب"
    )
    assert shows(between([one, two], "60 ألف جندي", "60 ألف جندي", ClaimKind.QUANTITY)) == {Show.AGREE}


def test_two_who_count_in_one_sentence(analysed: Build, between: Between) -> None:
    page = analysed(
        "وبحسب باريس فإن 80 ألف جندي روسي ينتشرون قرب أوكرانيا، فيما تتحدث كييف عن 120 ألفا.",
        ("باريس", Label.LOC, "باريس"),
        ("80 ألف جندي", Label.QUANTITY, count(80_000, "جندي")),
        ("أوكرانيا", Label.LOC, "أوكرانيا"),
        ("كييف", Label.LOC, "كييف"),
        ("120 ألفا", Label.QUANTITY, count(120_000, "")),
        quotes=[("باريس", "وبحسب", "فإن 80 ألف جندي روسي ينتشرون قرب أوكرانيا، فيما تتحدث كييف عن 120 ألفا")],
    )
    assert Show.CHECK in shows(between([page], "80 ألف جندي", "120 ألفا", ClaimKind.QUANTITY))


def test_more_than_the_top_of_a_range_is_outside_it(analysed: Build, between: Between) -> None:
    def page(words: str, value: Quantity, source: str) -> Analysis:
        text = f"حشدت روسيا {words} قرب أوكرانيا."
        return analysed(text, *STATES, (words, Label.QUANTITY, value), source=source)

    above = page("أكثر من 92 ألف جندي", count(92_000, "جندي", Approx.AT_LEAST), "أ")
    range_ = page("بين 70 و90 ألف جندي", Quantity(70_000, 90_000, "جندي", Approx.RANGE), "ب")
    assert shows(between([above, range_], "92 ألف", "70 و90", ClaimKind.QUANTITY)) == {Show.CHECK}


def test_the_outlet_and_whom_it_quotes_count_each_for_itself(analysed: Build, between: Between) -> None:
    page = analysed(
        "تحشد روسيا أكثر من 80 ألف جندي قرب أوكرانيا، ويقول القائد إن العدد بلغ 110 آلاف.",
        *STATES,
        ("80 ألف جندي", Label.QUANTITY, count(80_000, "جندي", Approx.AT_LEAST)),
        ("110 آلاف", Label.QUANTITY, count(110_000, "")),
        quotes=[("القائد", "يقول", "إن العدد بلغ 110 آلاف")],
    )
    assert Show.CHECK in shows(between([page], "80 ألف جندي", "110 آلاف", ClaimKind.QUANTITY))


def test_some_of_the_dead_are_not_all(analysed: Build, between: Between) -> None:
    one = analysed(
        "أدى الزلزال إلى مقتل 40 شخصا، بينهم 12 شخصا من عائلة واحدة.",
        ("40 شخصا", Label.QUANTITY, count(40, "شخص")),
        ("12 شخصا", Label.QUANTITY, count(12, "شخص")),
        source="أ",
    )
    two = analysed("أدى الزلزال إلى مقتل 55 شخصا.", ("55 شخصا", Label.QUANTITY, count(55, "شخص")), source="ب")
    assert not shows(between([one, two], "12 شخصا", "55 شخصا", ClaimKind.QUANTITY))
    assert shows(between([one, two], "40 شخصا", "55 شخصا", ClaimKind.QUANTITY)) & FLAGS


def test_who_is_blamed_is_the_one_who_denies(analysed: Build, between: Between) -> None:
    blamed = analysed("حملت أوكرانيا روسيا مسؤولية هجوم إلكتروني على مواقع حكومية.", *STATES[::-1], source="أ")
    denied = analysed(
        "قالت روسيا إنها لا علاقة لها بالهجوم الإلكتروني.",
        STATES[0],
        quotes=[("روسيا", "قالت", "إنها لا علاقة لها بالهجوم الإلكتروني")],
        source="ب",
    )
    [(_, relation)] = between([blamed, denied], "مسؤولية هجوم", "لا علاقة لها", ClaimKind.POLARITY)
    assert relation.show is Show.CONFLICT


def test_one_thing_on_two_days_is_no_agreement(analysed: Build, between: Between) -> None:
    who = ("سالم الراوي", Label.PER, "سالم الراوي")
    one = analysed(
        "يخضع اللاعب سالم الراوي للفحص الطبي يوم الاثنين قبل توقيع العقد.",
        who, ("يوم الاثنين", Label.TIME, time("2021-12-06")), source="أ",
    )  # fmt: skip
    two = analysed(
        "يجري اللاعب سالم الراوي الفحص الطبي يوم الأحد قبل توقيع العقد.",
        who, ("يوم الأحد", Label.TIME, time("2021-12-05")), source="ب",
    )  # fmt: skip
    assert Show.AGREE not in shows(between([one, two], "الاثنين", "الأحد"))


def test_two_sources_expect_one_attack_at_two_times(analysed: Build, between: Between) -> None:
    def page(who: str, when: str, iso: str, source: str) -> Analysis:
        said = f"أن تشن روسيا هجوما على أوكرانيا {when}"
        mark = (when, Label.TIME, time(iso))
        return analysed(f"رجح {who} {said}.", *STATES, mark, quotes=[(who, "رجح", said)], source=source)

    one, two = page("القائد", "في نهاية يناير", "2022-01", "أ"), page("الخبير", "في 16 فبراير", "2022-02-16", "ب")
    assert shows(between([one, two], "نهاية يناير", "16 فبراير", ClaimKind.TIME)) == {Show.CHECK}


def test_who_denies_was_named_just_before(analysed: Build, between: Between) -> None:
    one = analysed("تحشد روسيا قواتها قرب أوكرانيا، وتنفي التخطيط لاجتياحها.", *STATES, source="أ")
    two = analysed("ربما تخطط روسيا لهجوم على أوكرانيا.", *STATES, source="ب")
    [(_, relation)] = between([one, two], "تنفي التخطيط", "ربما تخطط", ClaimKind.POLARITY)
    assert relation.show is Show.CONFLICT


def test_massing_for_an_attack_tells_of_the_attack(analysed: Build, between: Between) -> None:
    massed = "بحشد قواتها تمهيدا لغزو أوكرانيا"
    one = analysed(f"تتهم كندا روسيا {massed}.", *STATES, quotes=[("كندا", "تتهم", massed)], source="أ")
    denial = "أن تكون تستعد لمهاجمة أوكرانيا"
    two = analysed(f"نفت روسيا {denial}.", *STATES, quotes=[("روسيا", "نفت", denial)], source="ب")
    assert Show.CONFLICT in shows(between([one, two], "تمهيدا لغزو", "تستعد لمهاجمة", ClaimKind.POLARITY))


def test_an_evening_here_is_the_dawn_elsewhere(analysed: Build, between: Between) -> None:
    def page(when: str, iso: str, source: str) -> Analysis:
        text = f"تحدث الرئيس الفرنسي ماكرون هاتفيا مع المستشار الألماني شولتس {when}."
        return analysed(text, *TWO, (when, Label.TIME, time(iso)), source=source, published="2021-12-09")

    evening = page("مساء الثلاثاء", "2021-12-07TEV", "أ")
    dawn, day = page("فجر الأربعاء", "2021-12-08TMO", "ب"), page("يوم الخميس", "2021-12-09", "ج")
    assert Show.CONFLICT not in shows(between([evening, dawn], "مساء الثلاثاء", "فجر الأربعاء"))
    assert shows(between([evening, day], "مساء الثلاثاء", "يوم الخميس", ClaimKind.TIME)) & FLAGS


def test_two_causes_of_one_accident(analysed: Build, between: Between) -> None:
    def page(said: str, who: str, source: str) -> Analysis:
        return analysed(f"قال {who} {said}.", quotes=[(who, "قال", said)], source=source)

    one = page("إن حادث القطار وقع بسبب السرعة الزائدة", "الوزير", "أ")
    two = page("إن سبب حادث القطار عطل في المكابح", "السائق", "ب")
    same = page("إن سبب الحادث هو السرعة الزائدة", "المحقق", "ج")
    assert Show.CHECK in shows(between([one, two], "السرعة الزائدة", "عطل في المكابح"))
    assert shows(between([one, same], "بسبب السرعة", "هو السرعة")) == {Show.AGREE}


def test_like_words_with_other_figures_do_not_say_the_same(analysed: Build, between: Between) -> None:
    def page(minutes: int, who: str, source: str) -> Analysis:
        words = f"{minutes} دقيقة"
        said = f"إن سيارات الإسعاف وصلت إلى موقع الحادث بعد {words}"
        value = Quantity(minutes, minutes, "دقيقة", kind=QuantityKind.DURATION, iso=f"PT{minutes}M")
        return analysed(
            f"قال {who} {said}.", (words, Label.QUANTITY, value), quotes=[(who, "قال", said)], source=source
        )

    one, two, same = page(60, "شاهد", "أ"), page(12, "المسعف", "ب"), page(60, "ناج", "ج")
    assert Show.AGREE not in shows(between([one, two], "وصلت إلى موقع", "وصلت إلى موقع"))
    assert Show.AGREE in shows(between([one, same], "وصلت إلى موقع", "وصلت إلى موقع"))


def test_who_is_said_to_be_arrested_and_is_not(analysed: Build, between: Between) -> None:
    page = analysed(
        "قالت الشرطة إن القائد اعتقل، لكن محاميه نفى توقيفه.",
        quotes=[("الشرطة", "قالت", "إن القائد اعتقل"), ("محاميه", "نفى", "توقيفه")],
    )
    assert Show.CHECK in shows(between([page], "القائد اعتقل", "نفى توقيفه", ClaimKind.POLARITY))


def test_who_is_charged_in_the_outlets_own_words_denies_it(analysed: Build, between: Between) -> None:
    charged = analysed("تتهم كندا قراصنة روسا بشن هجمات فدية على شركاتها.", ("كندا", Label.LOC, "كندا"), source="أ")
    denial = "أي صلة بهجمات إلكترونية"
    denied = analysed(f"نفت روسيا {denial}.", STATES[0], quotes=[("روسيا", "نفت", denial)], source="ب")
    [(_, relation)] = between([charged, denied], "بشن هجمات فدية", "أي صلة", ClaimKind.POLARITY)
    assert relation.show is Show.CONFLICT


def test_the_number_of_soldiers_counts_soldiers(analysed: Build, between: Between) -> None:
    one = analysed(
        "يقدر عدد الجنود الروس على حدود أوكرانيا بنحو مئة ألف.",
        ("أوكرانيا", Label.LOC, "أوكرانيا"),
        ("مئة ألف", Label.QUANTITY, count(100_000, "", Approx.ABOUT)),
        source="أ",
    )
    two = analysed(
        "حشدت روسيا 130 ألف جندي قرب أوكرانيا.",
        *STATES,
        ("130 ألف جندي", Label.QUANTITY, count(130_000, "جندي")),
        source="ب",
    )
    assert shows(between([one, two], "مئة ألف", "130 ألف", ClaimKind.QUANTITY)) == {Show.CHECK}
