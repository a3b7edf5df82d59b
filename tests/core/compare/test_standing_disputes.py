"""Who backs a side in a war, whether troops went home, and who denies it: from raw text."""

from __future__ import annotations

from itertools import chain

import pytest

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze, analyze_many
from core.model import Article, Polarity, Show, article_id

TOLD = [
    "تدعم صربيا المتمردين الذين يقاتلون في شمال كوسوفو منذ سنوات.",
    "وضمت صربيا البلدة في عام 2015 وألقت بثقلها وراء الانفصاليين في الشمال.",
    "ويدور القتال بين قوات كوسوفو وانفصاليين تسلحهم صربيا في الشمال.",
    "وتوترت العلاقات بعد ضم البلدة ودعم صربيا للمتمردين المسلحين في شمال كوسوفو.",
]
CHARGED = [
    "وصربيا متهمة بمساندة انفصاليين في شمال كوسوفو منذ عام 2015.",
    "وتتهم كوسوفو صربيا بأنها ضالعة في النزاع الدائر في الشمال.",
]
DENIED = [
    "وتقول صربيا إنها ليست طرفا في النزاع الدائر في شمال كوسوفو.",
    "وأكد الوزير أن صربيا غير منخرطة في هذا الصراع الداخلي في كوسوفو.",
    "ونفت صربيا أن تكون لها يد في القتال في كوسوفو.",
    "وتنفي صربيا أي ضلوع لها في المعارك بشمال كوسوفو.",
]


def shown(one: str, other: str) -> set[Show]:
    articles = [Article(article_id(text), text, published="2022-03-01") for text in (one, other)]
    facts = compare(unify(list(analyze_many(articles))))
    pairs = chain.from_iterable(((fact, relation) for relation in fact.relations) for fact in facts)
    return {r.show for f, r in pairs if f.claims[r.a].article_id != f.claims[r.b].article_id}


@pytest.mark.parametrize("told", TOLD + CHARGED)
def test_backing_a_side_stands_against_being_no_party(told: str) -> None:
    assert Show.CHECK in shown(told, DENIED[0])


@pytest.mark.parametrize("denial", DENIED)
def test_denials_stand_against_backing_and_agree(denial: str) -> None:
    assert Show.CHECK in shown(denial, TOLD[0])
    if denial is not DENIED[0]:
        assert shown(denial, DENIED[0]) == {Show.AGREE}


def test_what_is_denied_is_the_charge_and_not_the_dead_told_with_it() -> None:
    text = "وتتهمها كوسوفو بمساندة الانفصاليين في نزاع أوقع ألفي قتيل. وهو ما تنفيه صربيا."
    assert Show.AGREE in shown(text, DENIED[0])


@pytest.mark.parametrize("told", TOLD[1:])
def test_all_tell_one_backing(told: str) -> None:
    assert Show.AGREE in shown(told, TOLD[0])


def test_a_charge_is_not_told_as_a_fact() -> None:
    for charge in CHARGED:
        assert Show.CHECK in shown(charge, TOLD[0])
    assert Show.AGREE in shown(*CHARGED)


def test_who_backs_them_and_denies_it() -> None:
    text = "وتقاتل قوات كوسوفو في الشمال انفصاليين موالين لصربيا، التي تنفي أنها تدعمهم."
    assert Show.CHECK in shown(TOLD[0], text)
    assert Show.AGREE in shown(DENIED[0], text)


def test_a_denial_that_only_points_back() -> None:
    text = "وتوصف صربيا بأنها الداعم العسكري للانفصاليين في كوسوفو، وهو ما تنفيه."
    assert Show.CHECK in shown(TOLD[0], text)
    assert Show.AGREE in shown(DENIED[0], text)


@pytest.mark.parametrize(
    "words",
    [
        "وطالبت كوسوفو صربيا بوقف دعمها للانفصاليين في الشمال.",
        "وتدعم أوروبا كوسوفو في مواجهة الانفصاليين في الشمال.",
        "ودعا الوسيط كل طرف في النزاع في كوسوفو إلى ضبط النفس.",
        "وتدعم كرواتيا الانفصاليين في كوسوفو.",
        "وقال الوزير الصربي إن الغرب بات طرفا في النزاع في كوسوفو.",
    ],
)
def test_other_backing_is_no_dispute(words: str) -> None:
    assert not shown(words, DENIED[0]) & {Show.CHECK, Show.CONFLICT}


@pytest.mark.parametrize(
    "told",
    [
        "وأعلنت صربيا عودة أكثر من 5 آلاف جندي من محيط كوسوفو إلى ثكناتهم.",
        "وقالت وزارة الدفاع الصربية إن جنودها عادوا إلى قواعدهم الدائمة بعد مناورات قرب كوسوفو.",
    ],
)
def test_a_return_to_barracks_that_nobody_sees(told: str) -> None:
    assert Show.CHECK in shown(told, "وقالت بريطانيا إنها لم تلحظ خفضا ملموسا للحشود الصربية قرب كوسوفو.")
    assert Show.CHECK in shown(told, "وأكدت بريطانيا أنها لم ترصد أي عودة للجنود الصرب إلى ثكناتهم قرب كوسوفو.")
    assert Show.CHECK in shown(told, "وقال مسؤول بريطاني إن بلاده لم تلمس بعد تراجعا في الحشود قرب كوسوفو.")
    assert not shown(told, "وطالبت بريطانيا صربيا بسحب قواتها من حدود كوسوفو.") & {Show.CHECK, Show.CONFLICT}


def test_a_report_that_is_published_is_no_force() -> None:
    told = "ويأتي ذلك غداة نشر صحيفة بريطانية معلومات عن هجوم صربي محتمل على كوسوفو مطلع العام المقبل."
    assert Show.CONFLICT in shown(told, "ونفت صربيا أنها تخطط لأي هجوم على كوسوفو.")


RETURN = "وأعلنت صربيا عودة أكثر من 5 آلاف جندي من محيط كوسوفو إلى ثكناتهم."


@pytest.mark.parametrize(
    "words",
    [
        "ولا دليل على أي انسحاب صربي من محيط كوسوفو، كما قال مسؤول بريطاني.",
        "ونفت كوسوفو أن يكون آلاف الجنود الصرب قد غادروا محيط البلاد.",
        "وقالت كوسوفو إن الحشود الصربية لم تتقلص.",
        "وقالت كوسوفو إن القوات الصربية لم تعد إلى قواعدها بعد.",
        "وشككت بريطانيا في سحب صربيا قواتها من محيط كوسوفو.",
        "وقالت بريطانيا إن إعلان صربيا عودة جنودها إلى ثكناتهم يفتقر إلى أي دليل.",
    ],
)
def test_a_return_that_is_denied_or_doubted(words: str) -> None:
    assert Show.CHECK in shown(RETURN, words)


def test_a_withdrawal_from_a_treaty_is_none_of_troops() -> None:
    words = "وشدد الوزير على عدم الانسحاب من اتفاق المياه مع بريطانيا."
    assert not shown("روائي بريطاني ينسحب من مهرجان أدبي بعد اتهامه.", words) & {Show.CHECK, Show.CONFLICT}


def test_a_withdrawal_that_is_defended_is_not_denied() -> None:
    words = "ولم يجد رئيس الوزراء بدا من الدفاع عن انسحاب القوات البريطانية من كوسوفو."
    assert {claim.polarity for claim in analyze(Article("a", words)).claims} == {Polarity.AFFIRMED}


ABSENT = "وأكدت صربيا أنه لا توجد قوات صربية في ميتروفيتسا."
NEAR = "وتحشد صربيا آلاف الجنود قرب حدود كوسوفو."


@pytest.mark.parametrize(
    "words",
    [
        "وتقول كوسوفو إن مئات الجنود الصرب ينتشرون داخل مدينة ميتروفيتسا.",
        "ورغم نفي بلغراد المتكرر، تنتشر قوات صربية خاصة في أجزاء من ميتروفيتسا.",
        "ودعت بريطانيا صربيا إلى سحب قواتها من ميتروفيتسا.",
    ],
)
def test_troops_that_one_denies_are_there(words: str) -> None:
    assert Show.CHECK in shown(ABSENT, words)


@pytest.mark.parametrize(
    "words",
    [
        "وتنفي صربيا وجود جنود لها في ميتروفيتسا.",
        "ولا وجود لأي جندي صربي في ميتروفيتسا، بحسب بلغراد.",
        "وتنشر كوسوفو نصف جيشها في ميتروفيتسا.",
        "ولم تلتزم القوات الكوسوفية بوقف إطلاق النار في ميتروفيتسا.",
        "ولا تستبعد كوسوفو أن تنشر صربيا قوات في ميتروفيتسا.",
    ],
)
def test_troops_that_both_deny_or_of_others(words: str) -> None:
    assert not shown(ABSENT, words) & {Show.CHECK, Show.CONFLICT}


@pytest.mark.parametrize(
    "words",
    [
        "فوتشيتش: لا حشود صربية قرب كوسوفو وما ينشر مجرد شائعات",
        "وقال الوزير الصربي إن ما يقال عن تجميع قوات صربية بجوار كوسوفو ليس سوى كذب.",
        "ودخلت القوات الصربية إلى أراضي كوسوفو، بحسب مسؤول بريطاني.",
        "وقالت صربيا إن قواتها موجودة في قواعدها على بعد مئات الكيلومترات من حدود كوسوفو.",
    ],
)
def test_massed_at_a_border_or_not(words: str) -> None:
    assert Show.CHECK in shown(NEAR, words)


@pytest.mark.parametrize(
    "words",
    [
        "ولا تشكل القوات الصربية قرب حدود كوسوفو أي تهديد، بحسب بلغراد.",
        "وتنفي صربيا أن تكون حشودها قرب كوسوفو تمهيدا لغزو.",
        "ولم تسحب صربيا قواتها من محيط كوسوفو.",
        "ونفت كوسوفو أنها تحشد قوات قرب حدود صربيا.",
    ],
)
def test_what_else_is_denied_of_troops(words: str) -> None:
    assert not shown(NEAR, words) & {Show.CHECK, Show.CONFLICT}
