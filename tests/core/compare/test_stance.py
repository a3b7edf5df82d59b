"""Who says, denies, fears or only supposes that somebody attacks, and whose troops are counted: from raw text."""

from __future__ import annotations

from itertools import chain

import pytest

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.model import Article, Fact, Polarity, Relation, Show, article_id

FLAGS = {Show.CONFLICT, Show.CHECK}
PLAN = "قالت المخابرات البريطانية إن صربيا ربما تخطط لهجوم على كوسوفو في الربيع."
DENIAL = "ونفت صربيا أنها تخطط لأي هجوم على كوسوفو."


def told(*texts: str) -> list[Fact]:
    articles = [Article(article_id(f"{n}{text}"), text, published="2022-03-01") for n, text in enumerate(texts)]
    return compare(unify(list(analyze_many(articles))))


def shown(facts: list[Fact], one: str, other: str) -> set[Show]:
    def meets(fact: Fact, relation: Relation) -> bool:
        a, b = (fact.claims[index].claim.text for index in (relation.a, relation.b))
        return (one in a and other in b) or (one in b and other in a)

    pairs = chain.from_iterable(((fact, relation) for relation in fact.relations) for fact in facts)
    return {relation.show for fact, relation in pairs if meets(fact, relation)}


@pytest.mark.parametrize(
    "words",
    [
        "وقال وزير الخارجية الصربي إن بلغراد لا تريد أن تخسر أصدقاءها.",
        "وقال رئيس كوسوفو إن بلاده لن تقبل شروطا من أحد.",
        "وقال مسؤول أمريكي إن واشنطن سترد بقوة على أي هجوم على كوسوفو.",
        "وقال مسؤول أمريكي إن واشنطن ستفرض عقوبات لم تعرفها صربيا إذا هاجمت كوسوفو.",
        "وقال مسؤول أمريكي إن صربيا لا يمكنها أن تهاجم كوسوفو.",
        "وقال مسؤول أمريكي إن واشنطن لن تسمح بغزو كوسوفو.",
        "وقال مسؤول أمريكي إنه لا دليل على أن صربيا لن تهاجم كوسوفو.",
    ],
)
def test_what_denies_nothing_contradicts_no_plan(words: str) -> None:
    facts = told(PLAN, f"نشرت الصحف تقارير عن هجوم صربي محتمل على كوسوفو. {words}", DENIAL)
    inside = words.split(" إن", 1)[1][6:26]
    assert not shown(facts, inside, "تخطط لهجوم") & FLAGS
    assert not shown(facts, inside, "تخطط لأي هجوم") & FLAGS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ويخشى الغربيون أن تشن صربيا هجوما على كوسوفو، وهو ما ترفضه أوروبا.", "ويخشى الغربيون"),
        ("وقال تقرير بريطاني إن صربيا قد تنشر 20 ألف جندي لشن هجوم على كوسوفو.", "لشن هجوم"),
        ("وقالت صحيفة بريطانية إن صربيا تعد لهجوم على كوسوفو.", "تعد لهجوم"),
        ("وقال مسؤول بريطاني إن صربيا قد تشن هذا الشتاء عملية واسعة.", "تشن هذا الشتاء عملية"),
        ("وقال مسؤول بريطاني إن ما تشهده صربيا وكوسوفو ينسجم مع الاستعداد لعملية عسكرية.", "ينسجم مع الاستعداد"),
    ],
)
def test_a_feared_and_a_prepared_attack_stand_against_its_denial(text: str, words: str) -> None:
    assert Show.CONFLICT in shown(told(text, DENIAL), words, "تخطط لأي هجوم")


def test_a_relative_clause_denies_what_it_follows() -> None:
    facts = told("ويخشى الغربيون أن تشن صربيا هجوما على كوسوفو، وهو ما تنفيه السلطات الصربية بشدة.", PLAN)
    assert Show.CONFLICT in shown(facts, "تنفيه السلطات", "تخطط لهجوم")


def test_whether_is_no_condition() -> None:
    facts = told(PLAN, "وقال مسؤول أمريكي إنه من غير الواضح ما إذا كانت صربيا قد قررت شن هجوم على كوسوفو.")
    assert Show.CHECK in shown(facts, "ما إذا كانت صربيا", "تخطط لهجوم")


def test_troops_of_two_armies_are_no_two_figures_of_one() -> None:
    ours = "وقالت بلغراد إن 30 ألف جندي كوسوفي منتشرون قرب الحدود بين صربيا وكوسوفو."
    theirs = "وقالت بريشتينا إن 90 ألف جندي صربي منتشرون قرب الحدود بين صربيا وكوسوفو."
    assert not shown(told(ours, theirs), "30 ألف", "90 ألف") & FLAGS
    assert Show.CHECK in shown(told(theirs, theirs.replace("90", "60")), "60 ألف", "90 ألف")


def test_what_two_plans_count_on_agrees() -> None:
    one = "وقال تقرير بريطاني إن صربيا ربما تخطط لهجوم على كوسوفو بمشاركة ما يصل إلى 70 ألف جندي."
    other = "كشفت وثيقة عن خطة صربية لمهاجمة كوسوفو بـ70 ألف جندي."
    assert shown(told(one, other), "ما يصل إلى 70", "70 ألف جندي") == {Show.AGREE}


def test_a_figure_goes_on_from_the_one_before() -> None:
    text = "وتقدر بلغراد عدد الجنود الكوسوفيين المنتشرين قرب الحدود بنحو 10 آلاف جندي، بينما تتحدث بريشتينا عن 4 آلاف."
    assert Show.CHECK in shown(told(text), "10 آلاف", "4 آلاف")


def test_a_decision_not_yet_taken_denies_nothing() -> None:
    facts = told(PLAN, "وقال مسؤول أمريكي إن صربيا لم تتخذ بعد قرارا بشأن الهجوم على كوسوفو.")
    assert shown(facts, "لم تتخذ بعد", "تخطط لهجوم") == {Show.CHECK}


def test_who_speaks_of_a_figure_gives_it() -> None:
    text = (
        "وبحسب المخابرات البريطانية، تحشد صربيا ما بين 7 آلاف و10 آلاف جندي قرب حدود كوسوفو، ويمكن أن يرتفع العدد إلى "
        "17 ألفا في حال شن الهجوم. وكانت بريشتينا قد تحدثت عن 12 ألف جندي على الأقل."
    )
    facts = told(text)
    assert Show.CHECK in shown(facts, "10 آلاف جندي", "17 ألفا")
    assert Show.CHECK in shown(facts, "10 آلاف جندي", "12 ألف جندي")


def test_a_call_weeks_after_a_virtual_summit_is_another_one() -> None:
    text = (
        "سيتحدث الرئيس الصربي ألكسندر فوتشيتش مع نظيره الكرواتي زوران ميلانوفيتش عبر الهاتف يوم الخميس، بعد ثلاثة "
        "أسابيع من قمتهما الافتراضية."
    )
    assert not shown(told(text), "عبر الهاتف", "قمتهما الافتراضية") & FLAGS


def test_these_accusations_are_denied_by_whom_they_accuse() -> None:
    facts = told(PLAN + " ورفضت بلغراد هذه الاتهامات، ووصفت روسيا تلك التقارير بأنها كاذبة.")
    assert Show.CONFLICT in shown(facts, "رفضت بلغراد", "تخطط لهجوم")


def test_men_of_a_force_are_troops() -> None:
    one = "وقال تقرير بريطاني إن صربيا ربما تخطط لهجوم على كوسوفو تشارك فيه قوات يصل قوامها إلى 70 ألف فرد."
    other = "وقالت بريشتينا إن صربيا حشدت أكثر من 40 ألف جندي قرب حدود كوسوفو."
    assert Show.CHECK in shown(told(one, other), "70 ألف فرد", "40 ألف جندي")
    far = "وقال الوزير إن عدد القوات الصربية بالقرب من حدود كوسوفو وفي الأراضي المحاذية لها يقدر حاليا بنحو 40 ألف شخص."
    plan = "وقال تقرير بريطاني إن صربيا ربما تخطط لهجوم على كوسوفو بقوة يصل تعدادها إلى 70 ألف جندي."
    assert Show.CHECK in shown(told(plan, far), "70 ألف جندي", "40 ألف شخص")


def test_a_question_about_a_person_agrees_with_the_office() -> None:
    text = (
        "وقال مساعد الرئيس للسياسة الخارجية يوري حداد إن القرار باطل. "
        "وقالت المتحدثة باسم الحكومة مريم خوري إن القرار نافذ."
    )
    again = "وأكد مساعده للسياسة الخارجية يوري حداد موقفه. ونفت المتحدثة باسم الحكومة مريم خوري ذلك."
    asked = {fact.question for fact in told(text, again)}
    assert {"من هو يوري حداد وما صفته؟", "من هي مريم خوري وما صفتها؟"} <= asked


PROMISE = "وقال الكرملين إن بايدن تعهد عدم نشر صواريخ هجومية في كوسوفو."


@pytest.mark.parametrize(
    "words",
    [
        "لكن مسؤولا أمريكيا قال إن بايدن لم يقطع أي تعهد جديد بهذا الشأن.",
        "وأكد مسؤول أمريكي أن بايدن لم يقدم التزاما من هذا النوع.",
    ],
)
def test_no_promise_at_all_is_none_of_this_kind(words: str) -> None:
    assert shown(told(PROMISE, words), "تعهد عدم نشر", "بايدن لم") & FLAGS


def test_a_promise_not_to_do_it_and_no_intention_to_do_it_are_asked_about() -> None:
    facts = told(PROMISE, "ونقل مساعد الرئيس عن بايدن قوله إن واشنطن لا تعتزم نشر صواريخ هجومية في كوسوفو.")
    assert shown(facts, "تعهد عدم نشر", "لا تعتزم نشر") == {Show.CHECK}


@pytest.mark.parametrize(
    "words",
    [
        "وقال بيسكوف إن صربيا تريد من المفاوضات نتائج ملموسة بشأن كوسوفو.",
        "وحذر وزير بريطاني من أن غزو كوسوفو سيكلف صربيا ثمنا لم تعرفه.",
        "وقالت بريطانيا إن صربيا ستدفع ثمنا باهظا إن هي هاجمت كوسوفو.",
        "وقال الوزير إن بريطانيا لا تنوي نشر صواريخ ضاربة هجومية في كوسوفو.",
        "وأعدت بريطانيا خطة لإرسال قوات إلى كوسوفو للتصدي لغزو صربي محتمل.",
        "وفككت صربيا مجموعة متهمة بشن هجوم على كوسوفو.",
    ],
)
def test_what_is_told_beside_a_denied_plan_is_no_plan(words: str) -> None:
    assert not shown(told("وتنفي صربيا أي نية للهجوم على كوسوفو.", words), words[14:30], "أي نية للهجوم") & FLAGS


def test_a_promise_is_not_cut_off_and_talks_on_guarantees_give_none() -> None:
    denial = "وقال مسؤول أمريكي إن بايدن لم يقطع أي تعهد جديد لصربيا."
    for words in (
        "وحذرت صربيا بايدن من قطع كامل للعلاقات بين بلغراد وواشنطن.",
        "وتحدث بايدن والرئيس الصربي عشية المشاورات حول الضمانات بين البلدين.",
    ):
        assert not shown(told(denial, words), "لم يقطع", words[8:20]) & FLAGS


def test_what_one_refuses_the_other_does_not_accept() -> None:
    facts = told("وأكد الوزير أن صربيا لا تقبل لغة التهديد.", "وترفض صربيا «لغة التهديد» التي تستخدمها واشنطن.")
    assert not shown(facts, "لا تقبل", "لغة التهديد") & FLAGS


def test_a_denial_that_tells_what_it_denies_denies_nothing_before_it() -> None:
    text = "وتدعم صربيا المتمردين في شمال كوسوفو. ونفت كوسوفو أن تكون لديها خطط لاستعادة الإقليم بالقوة."
    assert not shown(told(text, "وصربيا متهمة بدعم متمردين في كوسوفو."), "لاستعادة الإقليم", "متهمة") & FLAGS


@pytest.mark.parametrize(
    "words",
    [
        "وقال مسؤول أمريكي إنه لم يظهر حتى الآن ما يدل على أن الرئيس الصربي اتخذ قرارا بمهاجمة كوسوفو.",
        "وأكد مسؤولون أمريكيون أنهم لا يملكون ما يثبت أن الرئيس الصربي حسم أمره بشأن كوسوفو.",
        "ورفض المسؤول الأمريكي القول ما إذا كانت صربيا قد قررت الهجوم على كوسوفو.",
    ],
)
def test_what_nobody_knows_to_be_decided_is_no_denial_and_agrees(words: str) -> None:
    facts = told(words, "وقالت واشنطن إنها لا تعلم إن كان الرئيس الصربي قد اتخذ قرارا بالهجوم على كوسوفو.", PLAN)
    assert Show.CONFLICT not in shown(facts, words[20:40], "تخطط لهجوم")
    assert Show.AGREE in shown(facts, words[-20:-2], "لا تعلم")


def test_who_has_not_decided_is_not_who_thinks_so() -> None:
    facts = told(PLAN, "وأضاف أن واشنطن لا تعتقد أن الرئيس الصربي اتخذ قرارا نهائيا بغزو كوسوفو.")
    assert Show.CHECK in shown(facts, "تخطط لهجوم", "لا تعتقد")


def test_what_is_denied_by_pointing_back_is_of_those_whom_the_charge_names() -> None:
    charge = "وتتهم عواصم الغرب صربيا بحشد قواتها تمهيدا لهجوم محتمل على كوسوفو، وهو ما تنفيه بلغراد."
    facts = told("وقال مسؤولون إن المعلومات تشير إلى استعدادات لغزو محتمل لكوسوفو.", charge)
    assert shown(facts, "استعدادات لغزو", "وهو ما تنفيه") & FLAGS


def test_who_denies_a_plan_may_be_told_of_in_the_same_breath() -> None:
    text = "وتتهم واشنطن صربيا بالتحضير لهجوم على كوسوفو، وهو ما تنفيه صربيا التي ضمت شمال الإقليم عام 2014."
    [analysis] = analyze_many([Article(article_id(text), text, published="2022-03-01")])
    denied = [claim.text for claim in analysis.claims if claim.polarity is Polarity.DENIED]
    assert denied == ["وهو ما تنفيه صربيا"]


def test_troops_that_were_sent_stand_against_those_who_may_take_part() -> None:
    facts = told(
        "ويقول مسؤولون في كوسوفو إن صربيا أرسلت أكثر من 100 ألف جندي.",
        "وقالت صحيفة إن صربيا تخطط لهجوم على كوسوفو بمشاركة ما يصل إلى 175 ألف جندي.",
    )
    assert shown(facts, "100 ألف جندي", "175 ألف جندي") & FLAGS


def test_easing_tension_is_no_opposite_of_containing_it() -> None:
    facts = told("وحث بايدن صربيا على خفض التصعيد مع كوسوفو.", "وتحدث بايدن في مسعى لاحتواء التوتر بين صربيا وكوسوفو.")
    assert not shown(facts, "خفض التصعيد", "لاحتواء التوتر") & FLAGS
