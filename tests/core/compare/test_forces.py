"""How many troops and units: told in other words, rounded, of two armies."""

from __future__ import annotations

import pytest
from test_when_where import reasons, told

from core.compare.facts import compare
from core.compare.items import read
from core.extract.names import unify
from core.extract.pipeline import analyze, analyze_many
from core.model import Article, ClaimKind, Show, article_id

FLAGS = {Show.CONFLICT, Show.CHECK}
PLAN = "وتخطط روسيا لهجوم على أوكرانيا"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{PLAN} قد يشترك فيه 130 ألف فرد على أقصى تقدير.", f"{PLAN} قد تضم قواته ما يصل إلى 130 ألف عسكري."),
        (f"{PLAN} قد تشارك فيه سبعون كتيبة.", f"{PLAN} قد تشارك فيه سبعون مجموعة تكتيكية."),
        ("وتحشد روسيا أكثر من 90 ألف جندي قرب أوكرانيا.", "وتحشد روسيا قرابة 100 ألف جندي قرب أوكرانيا."),
        (  # what she is asked to take back are all that stand there
            "ودعا الحلف روسيا إلى إعادة قواتها التي تقدر بنحو 80 ألف جندي إلى ثكناتها.",
            "وتحشد روسيا نحو 80 ألف جندي قرب أوكرانيا.",
        ),
        ("سلمت روسيا الولايات المتحدة مسودتي اتفاقين.", "سلمت روسيا الولايات المتحدة مشروعي معاهدتين."),
    ],
)
def test_one_strength(one: str, other: str) -> None:
    found = told(one, other)
    assert any("figure" in reason for reason in reasons(found, {Show.AGREE}))
    assert not reasons(found, FLAGS)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وتحشد روسيا أكثر من 94 ألف جندي قرب أوكرانيا.", "وتحشد روسيا ما بين 70 ألفا و94 ألف جندي قرب أوكرانيا."),
        (f"{PLAN} قد تشارك فيه سبعون كتيبة.", f"{PLAN} قد تشارك فيه 40 مجموعة قتالية."),
        (
            "وتتوقع واشنطن أن يصل قوام القوات الروسية قرب أوكرانيا إلى 150 ألف جندي.",
            "وتحشد روسيا نحو 80 ألف جندي قرب أوكرانيا.",
        ),
        (f"{PLAN} قد يشارك فيه 130 ألف جندي.", "وتحدثت شبكة عن خطة روسية لغزو أوكرانيا بقوة من نحو 90 ألف جندي."),
        (f"{PLAN} تزج فيه بثمانين كتيبة قوامها 130 ألف رجل.", "وتحشد روسيا نحو 80 ألف جندي قرب أوكرانيا."),
        (f"{PLAN} قد يشارك فيه ما يصل إلى 130 ألف جندي.", f"{PLAN} قد يشارك فيه ما لا يقل عن 130 ألف جندي."),
        (f"{PLAN} قد يشارك فيه ما يصل إلى 130 ألف جندي.", "وزعمت صحف أن روسيا حشدت قرب أوكرانيا 130 ألف جندي."),
        (f"{PLAN} قد يشارك فيه 130 ألف جندي.", "وتقدر واشنطن بنحو ثمانين ألفا عدد الجنود الروس قرب أوكرانيا."),
        # Who expects a force, or speaks of an attack, does not bring it.
        (
            "وتخشى بولندا حشد 160 ألف جندي للهجوم على أوكرانيا. وترفض روسيا ذلك.",
            "وتحشد روسيا نحو 80 ألف جندي قرب أوكرانيا.",
        ),
        (
            "وتشكو أوكرانيا من روسيا، وتحدثت برقيات المخابرات الأميركية عن هجوم في الشتاء بقوة قد تبلغ 160 ألفا.",
            "وتحشد روسيا نحو 80 ألف جندي قرب أوكرانيا.",
        ),
        (
            "وتعتقد واشنطن أن روسيا ربما تعد لعملية واسعة قد يصل عدد المشاركين فيها إلى 160 ألفا.",
            "وتحشد روسيا نحو 80 ألف جندي قرب أوكرانيا.",
        ),
        # «فقد» that only goes on is no loss.
        ("ووفق تقديرات كييف فقد نشرت روسيا 150 ألف جندي قرب أوكرانيا.", "وتحشد روسيا نحو 80 ألف جندي قرب أوكرانيا."),
        # One army, wherever its troops stand.
        (
            "وفي أوكرانيا يقلق القادة إزاء ما بين 60 ألف و 80 ألف جندي روسي تجمعوا في الشمال.",
            "وقدر خبراء عدد الجنود الروس الذين نقلوا نحو أوكرانيا بنحو 110 آلاف.",
        ),
    ],
)
def test_two_strengths(one: str, other: str) -> None:
    assert any("igures" in reason for reason in reasons(told(one, other), FLAGS))


@pytest.mark.parametrize(
    "other",
    [
        "وقالت موسكو إن كييف نقلت إلى الإقليم 130 ألف جندي.",
        "ويتطلب غزو أوكرانيا ما لا يقل عن 400 ألف جندي روسي.",
        "وقال بايدن إن البنتاغون وضع سبعة آلاف و500 جندي في حالة تأهب قصوى قرب أوكرانيا.",
        "وكشف وزير الدفاع الروسي عن نشر 12 ألف عنصر من القوات الأمريكية قرب حدود بلاده.",
        "وتبلغ قوات أوكرانيا 240 ألف جندي.",
        # A part, and those who train, are not all.
        "ونشرت روسيا قوات على حدود أوكرانيا، بما في ذلك 21 ألفا من القوات الجوية.",
        "وبدأ ثلاثة آلاف جندي روسي تدريبات بالذخيرة الحية قرب أوكرانيا.",
        "وأرسلت الولايات المتحدة 9 آلاف جندي إلى بولندا. وتحشد موسكو قواتها قرب أوكرانيا.",
    ],
)
def test_two_armies(other: str) -> None:
    assert not reasons(told("وتقدر كييف عدد القوات الروسية على حدودها بأكثر من 90 ألفا.", other), FLAGS)


def test_allies_who_take_part_are_no_troops() -> None:
    other = f"{PLAN}. ويأمل بايدن في اجتماعات مع روسيا يشارك فيها أربعة من الحلفاء على الأقل."
    assert not reasons(told(f"{PLAN} قد يشارك فيه ما يصل إلى 130 ألف جندي.", other), FLAGS)


def test_how_many_there_are_of_those_who_should_go_back() -> None:
    asked = "ودعت واشنطن روسيا إلى إعادة جنودها الذين يناهز عددهم 100 ألف إلى ثكناتهم."
    assert not reasons(told(asked, "وأعلنت روسيا أنها أعادت 10 آلاف جندي إلى ثكناتهم."), FLAGS)


@pytest.mark.parametrize(
    "text",
    [
        "تقدر دول غربية قوات روسيا قرب أوكرانيا بنحو 80 ألف جندي، بينما تحدث مستشار الرئيس الأوكراني عن 110 آلاف.",
        "وتحشد روسيا قرابة 80 ألف جندي قرب الحدود الأوكرانية، فيما تقول كييف إن العدد تجاوز 110 آلاف.",
        "وتحدثت صحيفة عن أكثر من 80 ألف جندي روسي قرب أوكرانيا، ونقلت أخرى عن المخابرات العسكرية الأوكرانية أن عددهم "
        "وصل إلى 110 آلاف.",
    ],
)
def test_two_voices_of_one_sentence(text: str) -> None:
    articles = [Article(article_id(text), text, source="أ", published="2021-12-06")]
    found = [relation for fact in compare(unify(list(analyze_many(articles)))) for relation in fact.relations]
    assert any("igures" in reason for reason in reasons(found, FLAGS))


WAR = "تشهد أوكرانيا حربا مع انفصاليين تدعمهم روسيا."


def test_all_the_dead_of_a_war() -> None:
    one = f"{WAR} وحصد النزاع بين القوات الأوكرانية والانفصاليين أرواح أكثر من 11 ألف شخص."
    for other in ("وخلفت الحرب ما يفوق 14 ألف قتيل.", "وقتل في القتال في شرق أوكرانيا 14 ألف شخص منذ عام 2014."):
        found = told(one, f"{WAR} {other}", ("2021-12-06", "2021-12-30"))
        assert any("igures" in reason for reason in reasons(found, FLAGS))
        assert any("figure" in reason for reason in reasons(told(one, one + " وأضافت."), {Show.AGREE}))


def test_rounds_held_so_far() -> None:
    held = "وسيبحث جو بايدن وفلاديمير بوتين حوارا أجرى الجانبان فيه حتى الآن {} من المحادثات."
    found = told(held.format("جولتين"), held.format("ثلاث جولات"))
    assert any("igures" in reason for reason in reasons(found, FLAGS))
    assert not reasons(told(held.format("جولتين"), held.format("ثلاث جولات"), ("2021-12-01", "2021-12-30")), FLAGS)
    found = told(held.format("ثلاث جولات"), held.format("جولتين"), ("2021-12-01", "2021-12-30"))
    assert any("igures" in reason for reason in reasons(found, FLAGS))


def test_what_came_before_a_fear_is_there() -> None:
    text = "وتخشى واشنطن أن تكون روسيا بصدد غزو أوكرانيا، بعدما حشدت 90 ألف جندي قرب حدودها."
    items = read([analyze(Article("a", text, published="2021-12-06"))])
    assert [item.scopes for item in items if item.kind is ClaimKind.QUANTITY] == [{"present"}]


def test_forces_grow_in_a_month_but_do_not_shrink_untold() -> None:
    days = ("2021-12-04", "2021-12-30")
    there = "وتقول كييف إن روسيا تحشد أكثر من 94 ألف جندي قرب الحدود الأوكرانية."
    fewer = "وتقدر واشنطن عدد الجنود الروس قرب الحدود الأوكرانية بما بين 60 و90 ألف جندي."
    more = "وتقدر واشنطن عدد الجنود الروس قرب الحدود الأوكرانية بنحو 120 ألف جندي."
    assert any("igures" in reason for reason in reasons(told(there, fewer, days), FLAGS))
    assert not any("igures" in reason for reason in reasons(told(there, more, days), FLAGS))


def test_who_estimates_troops_counts_those_of_others() -> None:
    estimate = "وتحدثت الاستخبارات الأوكرانية عن نحو 110 آلاف عسكري قرب الحدود."
    assert not reasons(told(estimate, "وقالت موسكو إن كييف حشدت 125 ألف عسكري في دونباس."), FLAGS)


def test_whose_troops_a_pronoun_tells() -> None:
    text = "وتتحدث كوسوفو عن تحضير صربيا لغزوها، بعد حشدها ما يقارب 90 ألف عسكري قرب الحدود."
    figure = next(item for item in read([analyze(Article("a", text))]) if item.kind is ClaimKind.QUANTITY)
    assert figure.agent == "صربيا"


@pytest.mark.parametrize(
    "other",
    [
        "ورصدت واشنطن قوات روسية قرب حدود أوكرانيا، يقدر مسؤولون عددها بأربعين ألفا.",
        "نحو 40 ألفا: هذا هو عدد الجنود الروس قرب أوكرانيا، كما تقول واشنطن.",
        "وقال البنتاغون إن الروس زادوا حشودهم إلى 120 ألفا قرب أوكرانيا.",
        "والقوات الروسية التي تطوق أوكرانيا من ثلاث جهات لا تزيد على 40 ألفا.",
        "وتتمركز قرب أوكرانيا منذ مطلع نوفمبر حشود روسية من أربعين ألف جندي.",
    ],
)
def test_bare_figures_of_troops(other: str) -> None:
    there = "وتقول كييف إن روسيا حشدت 80 ألف جندي قرب حدود أوكرانيا."
    assert any("igures" in reason for reason in reasons(told(there, other), FLAGS))


def test_as_many_are_there_as_a_plan_tells() -> None:
    plan = f"{PLAN} في مطلع العام المقبل، بمشاركة ما يصل إلى 130 ألف جندي."
    found = told(plan, "وحشدت روسيا 130 ألف جندي على حدود أوكرانيا، بحسب مسؤول أمريكي.")
    assert any("igures" in reason for reason in reasons(found, FLAGS))


def test_a_whole_army_is_not_what_takes_part() -> None:
    other = "ويتجاوز قوام القوات المسلحة الروسية بأكملها مليون جندي."
    assert not reasons(told(f"{PLAN} قد يشارك فيه 130 ألف جندي.", other), FLAGS)
