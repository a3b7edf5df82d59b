"""Denials that point back: «لم يقدم أي التزام من هذا القبيل» denies what its article told before."""

from __future__ import annotations

import pytest
from test_when_where import FLAGS, told

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.model import Article, Show, article_id

TOLD = [
    "قال مساعد الرئيس الروسي إن بايدن طمأن بوتين إلى أن الولايات المتحدة لن تنصب صواريخ هجومية في أوكرانيا.",
    "ذكر الكرملين أن بايدن قدم ضمانات بأن بلاده لن تنشر صواريخ هجومية في أوكرانيا.",
]
DENIED = [
    "لكن مسؤولا كبيرا في الإدارة الأميركية أكد أن الرئيس لم يقدم وعدا كهذا.",
    "ونفى مسؤول في البيت الأبيض أن يكون بايدن قد تعهد بشيء من هذا القبيل.",
    "وقال مسؤول أميركي إن بايدن لم يعد بشيء من ذلك.",
    "غير أن مسؤولا أميركيا نفى أن يكون الرئيس قد قطع لنظيره الروسي أي وعد بهذا الشأن.",
    "لكن مسؤولا أميركيا قال إن بايدن لم يعلن أي وعد من هذا النوع.",
]
ELSEWHERE = "أكد بايدن لبوتين أن واشنطن لا تنوي نشر صواريخ هجومية على الأراضي الأوكرانية."


def inside(text: str) -> list[tuple[Show, str, str]]:
    """What is shown of the claims of one text."""
    article = Article(article_id(text), text, source="أ", published="2021-12-31")
    found = compare(unify(list(analyze_many([article]))))
    return [
        (relation.show, fact.claims[relation.a].claim.text, fact.claims[relation.b].claim.text)
        for fact in found
        for relation in fact.relations
    ]


@pytest.mark.parametrize(("promise", "denial"), [*zip([*TOLD, *TOLD, TOLD[0]], DENIED, strict=True)])
def test_a_promise_is_denied_by_pointing_back(promise: str, denial: str) -> None:
    assert any(show is Show.CONFLICT for show, _, _ in inside(f"{promise} {denial}"))
    assert any(relation.show is Show.CONFLICT for relation in told(f"{promise} {denial}", ELSEWHERE))


def test_no_new_promise_is_asked_about() -> None:
    denial = "غير أن مسؤولا أميركيا نفى أن يكون الرئيس قد قطع أي وعد جديد لنظيره الروسي في هذا الشأن."
    assert {show for show, *_ in inside(f"{TOLD[0]} {denial}")} & FLAGS == {Show.CHECK}


def test_a_denial_that_points_to_something_else_denies_nothing() -> None:
    other = "قال مسؤول أميركي إن بايدن لم يقدم أي التزام بشأن انضمام أوكرانيا إلى حلف شمال الأطلسي."
    assert not [show for show, _, _ in inside(f"{TOLD[0]} {other}") if show in FLAGS]
    warned = "قال المساعد إن بوتين حذر من أن فرض عقوبات جديدة سيكون خطأ فادحا."
    assert not [show for show, _, _ in inside(f"{warned} {DENIED[0]}") if show in FLAGS]


def test_a_mere_reminder_is_no_promise_and_fits_the_denial() -> None:
    found = inside(f"{TOLD[1]} {DENIED[0][:-1]}، وأنه لم يزد على التذكير بموقف بلاده المعروف.")
    reminded = [(show, *texts) for show, *texts in found if any("التذكير" in text for text in texts)]
    assert {show for show, *_ in reminded} == {Show.CHECK, Show.AGREE}


def test_what_somebody_is_denied_to_have_promised_is_not_told() -> None:
    text = "ونفى الكرملين أن يكون بوتين قد تعهد بسحب قواته من بيلاروسيا."
    [analysis] = analyze_many([Article(article_id(text), text, published="2021-12-31")])
    assert [claim.polarity for claim in analysis.claims if claim.kind == "polarity"] == ["denied"]


PREPARED = "موسكو تحضر لاجتياح بلاده"
REJECTED = [
    "تتهم دول غربية موسكو بالتخطيط لغزو جارتها، وهي اتهامات دأب الكرملين على رفضها.",
    "ويرى محللون أن روسيا ماضية إلى غزو أوكرانيا، وهي أنباء وصفتها موسكو بأنها باطلة.",
    "وتخشى كييف أن تكون موسكو بصدد شن هجوم، لكن الكرملين يعتبر هذه المخاوف بلا أساس.",
]


@pytest.mark.parametrize("text", REJECTED)
def test_a_relative_clause_rejects_what_is_told(text: str) -> None:
    assert any(show is Show.CONFLICT for show, _, _ in inside(text))
    found = told(text, f"وقال مسؤول أوكراني إن {PREPARED}.", ("2021-12-31", "2021-12-31"))
    assert any(relation.show is Show.CONFLICT for relation in found)


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("وكانت الصحيفة قد كشفت، نقلا عن وثيقة، أن الجيش يعد لهجوم واسع.", "وثيقة", "أن الجيش يعد لهجوم واسع"),
        ("وكانت الصحيفة قد كشفت، استنادا إلى صور، عن أن الجيش يعد لهجوم.", "الصحيفة", "أن الجيش يعد لهجوم"),
        (
            "لكن مصدرا رفيعا في الخارجية الروسية أوضح أن موسكو لن تتراجع.",
            "مصدرا رفيعا في الخارجية الروسية",
            "أن موسكو لن تتراجع",
        ),
        ("وقال المساعد إن بايدن طمأن محاوره إلى أن واشنطن لن ترسل جنودا.", "بايدن", "أن واشنطن لن ترسل جنودا"),
        ("وأبلغ بوتين نظيره الفرنسي أن قواته ستعود.", "بوتين", "أن قواته ستعود"),
        ("وقال إن القوة يبلغ قوامها 50 ألفا، وهي أنباء وصفتها موسكو بأنها كاذبة.", "موسكو", "بأنها كاذبة"),
    ],
)
def test_who_says_it(text: str, speaker: str, said: str) -> None:
    [analysis] = analyze_many([Article(article_id(text), text, published="2021-12-31")])
    assert (speaker, said) in {(quote.speaker.text, quote.text) for quote in analysis.quotes if quote.speaker}


def test_what_is_undecided_is_what_was_told_before() -> None:
    plan = "قالت كييف إن موسكو تعد لغزو أوكرانيا."
    feared = "تتهم واشنطن روسيا بالإعداد لغزو أوكرانيا."
    found = told(plan, f'{feared} وقال سوليفان: "ما زلنا لا نعتقد أن الرئيس بوتين قد اتخذ قرارا".')
    assert any(one.show is Show.CHECK for one in found)
    assert not [
        one for one in told(plan, f"{feared} وقال رئيس البنك إن المصرف لم يقرر بعد رفع الفائدة.") if one.show in FLAGS
    ]


@pytest.mark.parametrize(
    "open_",
    ["وأضاف المسؤول أن بوتين لم يحسم أمره بعد.", "وقالت ساكي إن واشنطن لا تعرف ما إذا كان بوتين قد اتخذ قرارا."],
)
def test_what_is_undecided_is_the_attack_told_long_before_and_no_promise(open_: str) -> None:
    plan = "قال مسؤولون أميركيون إن روسيا تخطط لهجوم على أوكرانيا."
    feared = "وتخشى واشنطن أن تهاجم روسيا أوكرانيا. وبحث الرئيسان الأميركي والروسي ملفات عدة. وتطرقا إلى إيران."
    between = "وقالت موسكو إن الاجتماع كان مفيدا. وتناولا الأمن السيبراني. وأكد بايدن أنه لم يقدم أي تعهد لروسيا."
    assert any("certainty" in one.reason_en for one in told(plan, f"{feared} {between} {open_}"))
    climate = "وقال المسؤول الأميركي إن بوتين لم يتخذ قرارا بعد بشأن المشاركة في قمة المناخ."
    assert not [one for one in told(plan, f"{feared} {between} {climate}") if one.show in FLAGS]


def test_a_promise_and_its_denial_by_whom_it_is_of() -> None:
    promise = "قال زيلينسكي إن بايدن وعده بتسريع انضمام أوكرانيا إلى الناتو."
    denial = "ونفى البيت الأبيض أن يكون بايدن وعد زيلينسكي بتسريع انضمام أوكرانيا إلى الناتو."
    assert any(one.show in FLAGS for one in told(promise, denial))


@pytest.mark.parametrize(
    "denial",
    [
        "وأكد مسؤول أميركي رفيع أن بايدن لم يلتزم بأي شيء في ما يخص الضمانات.",
        "وقال مسؤول أميركي إن بايدن لم يقدم أي التزام بشأن الضمانات الأمنية.",
    ],
)
def test_who_agrees_to_give_guarantees_has_committed_himself(denial: str) -> None:
    granted = "وقال أوشاكوف إن بايدن وافق على ضرورة منح روسيا ضمانات أمنية."
    assert any(one.show is Show.CONFLICT for one in told(granted, denial))
    talks = "وقالت موسكو إن بايدن وافق على مناقشة الضمانات الأمنية."
    assert {one.show for one in told(talks, denial) if one.show in FLAGS} == {Show.CHECK}
    for other in (
        "وطالب بوتين بايدن بمنح روسيا ضمانات أمنية.",
        "وقال الكرملين إن بوتين وافق على منح أوكرانيا ضمانات أمنية.",
        "وقال بايدن إنه وافق على عقد اجتماع في جنيف بشأن الضمانات.",
    ):
        assert not [one for one in told(other, denial) if one.show in FLAGS]
