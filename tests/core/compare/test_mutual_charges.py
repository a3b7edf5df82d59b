"""What sides go on charging each other with: threats, escalation, hacking, plans of attack; from raw text."""

from __future__ import annotations

from itertools import chain

import pytest
from test_when_where import told

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.model import Article, Show, article_id

FLAGS = {Show.CONFLICT, Show.CHECK}
LEAD = "يبحث الرئيس الإيراني ونظيره العراقي في مكالمة يوم الثلاثاء التوتر بين إيران والعراق.\n"


def shown(one: str, other: str) -> set[Show]:
    """What is shown of statements of two articles on one story."""
    articles = [Article(article_id(text), LEAD + text, published="2022-03-01") for text in (one, other)]
    facts = compare(unify(list(analyze_many(articles))))
    pairs = chain.from_iterable(((fact, relation) for relation in fact.relations) for fact in facts)
    told = {
        r.show
        for f, r in pairs
        if f.claims[r.a].article_id != f.claims[r.b].article_id
        and min(f.claims[i].claim.start for i in (r.a, r.b)) >= len(LEAD)
    }
    return told - {Show.SILENT}


HARMLESS = [
    "وأكد المتحدث الإيراني أن إيران لا تهدد أحدا.",
    "وقالت طهران إن انتشار القوات الإيرانية ذو طابع دفاعي.",
    "ونفت إيران أن يكون حشد قواتها موجها ضد أحد.",
]
THREATS = [
    "وقال الوزير العراقي إن الحشد الإيراني غير المبرر يشكل تهديدا لأمن بلاده.",
    "وترى بغداد أن طهران تهدد جارتها بالقوة.",
    "ووصف الرئيس الفرنسي ما تقوم به إيران بأنه عمل عدواني يهدد جيرانها.",
    "وندد الاتحاد الأوروبي بالتهديدات الإيرانية للعراق.",
    "وأدانت باريس النهج العدواني لطهران.",
    "وقال الوزير العراقي إن القوات الإيرانية في وضع هجومي.",
]


@pytest.mark.parametrize("threat", THREATS)
def test_a_threat_stands_against_who_threatens_nobody(threat: str) -> None:
    assert FLAGS & shown(HARMLESS[0], threat)
    assert FLAGS & shown(HARMLESS[1], threat)


@pytest.mark.parametrize("denial", HARMLESS[1:])
def test_who_is_defensive_threatens_nobody(denial: str) -> None:
    assert not FLAGS & shown(HARMLESS[0], denial)


@pytest.mark.parametrize(
    "other",
    [
        "ويشكل الفيروس تهديدا جديدا لاقتصاد إيران والعراق، بحسب البنك الدولي.",
        "وقال الوزير التركي إن تركيا تهدد بالانسحاب من الاتفاق.",
        "وأكد القائد العراقي أن قواته مستعدة لمواجهة أي تهديد.",
        "وقال الوزير الإيراني إن بلاده تملك منظومات دفاعية حديثة.",
    ],
)
def test_what_threatens_otherwise_is_no_charge(other: str) -> None:
    assert not FLAGS & shown(HARMLESS[0], other)


CHARGE = "وقالت طهران إن بغداد هي من يصعد الموقف بأعمال استفزازية قرب الحدود."


@pytest.mark.parametrize(
    "other",
    [
        "واتهم الاتحاد الأوروبي إيران بتأجيج التوتر مع العراق.",
        "وقال الرئيس العراقي إن التصعيد الإيراني غير مبرر.",
        "وحملت باريس إيران مسؤولية توتير الأجواء.",
        "وأعربت برلين عن قلقها من الاستفزازات الإيرانية.",
        "ونفى العراق القيام بأي استفزازات.",
    ],
)
def test_each_side_puts_the_escalation_on_the_other(other: str) -> None:
    assert FLAGS & shown(CHARGE, other)


@pytest.mark.parametrize(
    "other",
    [
        "واتهم المتحدث الإيراني العراق بتأجيج التوتر.",
        "ونددت الرئاسة الإيرانية بالسلوك الاستفزازي لبغداد.",
        "واتهم الرئيس الفرنسي الصين بتصعيد التوتر في مضيق تايوان.",
        "ودعت الأمم المتحدة إيران والعراق إلى خفض التصعيد.",
    ],
)
def test_one_side_blamed_twice_or_another_matter(other: str) -> None:
    assert not FLAGS & shown(CHARGE, other)


HACKED = "وتقول بغداد إن إيران نفذت هجمات إلكترونية على شركات عراقية."


@pytest.mark.parametrize(
    "denial",
    [
        "ونفى المتحدث الإيراني أن تكون لبلاده أي علاقة بالهجمات السيبرانية على العراق.",
        "لا صحة لما يقال عن ضلوع أجهزة إيرانية في اختراق وزارات عراقية، وفق الخارجية الإيرانية.",
        "وأكدت السلطات الإيرانية أنها لم تقف وراء هجمات الفدية في العراق.",
        "وقال الرئيس الإيراني إن بلاده لم تشن أي هجوم معلوماتي على العراق.",
    ],
)
def test_hacking_is_charged_and_denied(denial: str) -> None:
    assert FLAGS & shown(HACKED, denial)


def test_hacking_by_another_is_another_charge() -> None:
    assert not FLAGS & shown(HACKED, "وقال الوزير التركي إن تركيا لم تنفذ أي هجمات إلكترونية على العراق.")


PLAN = "وذكرت الاستخبارات العراقية أن إيران تخطط لشن هجوم على العراق."


@pytest.mark.parametrize(
    "denial",
    [
        "طهران: ما يتردد عن هجوم وشيك على العراق لا أساس له من الصحة",
        "وقالت طهران إن الأنباء عن هجوم إيراني على العراق عارية تماما عن الصحة.",
        "وقال الرئيس الإيراني إن التقارير عن غزو العراق لا تمت للحقيقة بصلة.",
        "وأكد الرئيس الإيراني أن بلاده لا تنوي القيام بأي عمل عسكري ضد العراقيين.",
        "طهران تكذب «نيويورك تايمز»: لا نخطط لأي هجوم على العراق",
        "لكن طهران التي تنفي باستمرار أي استعداد للهجوم على العراق اعتبرت أن الوثيقة قديمة.",
    ],
)
def test_a_plan_is_denied(denial: str) -> None:
    assert Show.CONFLICT in shown(PLAN, denial)


DENIAL = "وقال الرئيس الإيراني إن بلاده لا تعتزم مهاجمة العراق."


@pytest.mark.parametrize(
    "plan",
    [
        "وقال الوزير العراقي إن الجيش الإيراني يجهز لتصعيد واسع ضد بلاده.",
        "وقال مسؤول عراقي إن القيادة الإيرانية تستعد للحرب على العراق.",
        "وذكرت بغداد أن إيران جاهزة لاجتياح العراق.",
    ],
)
def test_who_makes_ready_for_an_attack_plans_it(plan: str) -> None:
    assert Show.CONFLICT in shown(DENIAL, plan)


@pytest.mark.parametrize(
    "other",
    [
        "وتتهم طهران القيادة العراقية بالتخطيط لهجوم عسكري.",
        "وأكد الوزير العراقي أن العراق لا يعتزم مهاجمة إيران.",
    ],
)
def test_a_plan_of_the_other_side_is_another(other: str) -> None:
    assert not shown(DENIAL, other)


@pytest.mark.parametrize(
    "open_",
    [
        "وقال مسؤول أمريكي كبير: لا نعرف نوايا طهران.",
        "من غير الواضح ما الذي تنوي إيران فعله بقواتها قرب الحدود، وفق البنتاغون.",
        "وقال الوزير التركي إن خطط إيران غير واضحة.",
        "وقال المتحدث التركي إنه لا يمكن القول إن إيران قررت الغزو.",
    ],
)
def test_intentions_that_nobody_knows_stand_against_a_plan(open_: str) -> None:
    assert shown(PLAN, open_) == {Show.CHECK}


def test_intentions_of_another_matter_do_not() -> None:
    assert not FLAGS & shown(PLAN, "وقال الوزير التركي إن نوايا فرنسا غير واضحة.")


def test_what_a_state_denies_of_itself_by_a_noun() -> None:
    plan = "وقالت الاستخبارات الأميركية إن الكرملين وضع خططا لعملية عسكرية قد يشارك فيها 120 ألف جندي."
    denial = (
        "وقال بيسكوف إن بوتين يرى ضرورة لإجراء محادثة مع بايدن، مؤكدا أن روسيا لا تهدد أحدا،"
        " ومجددا نفي بلاده وجود أي خطط لغزو أوكرانيا. وتدعم الولايات المتحدة أوكرانيا."
    )
    assert Show.CONFLICT in {one.show for one in told(plan, denial)}


def test_a_decision_to_escalate_that_nobody_knows_stands_against_a_plan() -> None:
    plan = "وقالت الاستخبارات البريطانية إن صربيا تخطط لهجوم على كوسوفو."
    unknown = "وقال مسؤول بريطاني عن صربيا إنه لا يعرف ما إذا كانت قد اتخذت قرارا بالتصعيد."
    assert Show.CHECK in {one.show for one in told(plan, unknown)}
