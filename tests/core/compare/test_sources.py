"""Who says it: offices beside names, who gives a figure, and sources that must be kept apart: from raw text."""

from __future__ import annotations

from itertools import chain

import pytest
from test_when_where import told

from core.compare.facts import compare
from core.compare.items import read
from core.compare.parties import party_of_name
from core.extract.names import unify
from core.extract.pipeline import analyze, analyze_many
from core.model import Article, ClaimKind, Show, article_id


def shown(one: str, other: str, kind: ClaimKind = ClaimKind.ACTOR) -> set[tuple[Show, str, str]]:
    """What is shown of the actors of two articles, or of another kind of claim."""
    articles = [Article(article_id(text), text, published="2022-03-01") for text in (one, other)]
    facts = compare(unify(list(analyze_many(articles))))
    pairs = chain.from_iterable(((fact, relation) for relation in fact.relations) for fact in facts)
    return {
        (r.show, f.claims[r.a].claim.text, f.claims[r.b].claim.text)
        for f, r in pairs
        if f.kind is kind and f.claims[r.a].article_id != f.claims[r.b].article_id
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("تقول بريطانيا إن صربيا نشرت 30 ألف جندي قرب كوسوفو.", "وتتحدث كوسوفو عن حشد 40 ألف جندي صربي قرب حدودها."),
        (
            "وتقول كوسوفو إن صربيا نشرت 30 ألف جندي قرب حدودها.",
            "وقدر مسؤولون بريطانيون عدد الجنود الذين نشرتهم صربيا قرب كوسوفو بنحو 40 ألفا.",
        ),
        ("وتقدر كوسوفو القوات الصربية بنحو 40 ألف جندي.", "وتتحدث وسائل إعلام غربية عن نحو 40 ألف جندي صربي."),
        (
            "وقال وزير الدفاع الكوسوفي إن صربيا حشدت 40 ألف جندي قرب حدود بلاده.",
            "وذكرت الاستخبارات البريطانية أن صربيا حشدت 30 ألف جندي قرب كوسوفو.",
        ),
        (  # the paper's own state is behind sources of which it names none
            "وقال وزير الدفاع الكوسوفي إن صربيا ربما تخطط لهجوم على كوسوفو في الربيع.",
            "وكانت صحيفة لوموند قد كشفت، نقلا عن وثيقة استخباراتية، أن صربيا تخطط لهجوم على كوسوفو، ولم تعلق فرنسا.",
        ),
    ],
)
def test_the_sources_of_an_estimate_are_kept_apart(one: str, other: str) -> None:
    assert Show.CHECK in {show for show, _, _ in shown(one, other)}


def test_one_source_of_an_estimate_agrees_with_itself() -> None:
    found = shown("تتحدث كوسوفو عن حشد 40 ألف جندي صربي.", "وتقول كوسوفو إن صربيا حشدت نحو 40 ألف جندي.")
    assert {show for show, _, _ in found} == {Show.AGREE}


@pytest.mark.parametrize(
    "words",
    [
        "وقال إيفان بيتروف مساعد فوتشيتش للشؤون الخارجية إن الموعد حدد.",
        "وأكد مساعد فوتشيتش إيفان بيتروف أن الموعد حدد.",
    ],
)
def test_an_office_named_after_whom_it_serves(words: str) -> None:
    found = shown(
        words, "وصرح إيفان بيتروف، مستشار الرئيس الصربي، بأن الحوار مفيد. والتقى الرئيس ألكسندر فوتشيتش الوفد."
    )
    assert {show for show, *_ in found} == {Show.AGREE}
    assert all("بيتروف" in one and "بيتروف" in other for _, one, other in found)


def test_unnamed_officials_of_one_state_are_one_side() -> None:
    one = "وقال مسؤول بريطاني كبير إن مكالمة وزيري خارجية صربيا وكوسوفو كانت مفيدة."
    other = "ووصف مسؤول رفيع في الإدارة البريطانية مكالمة وزيري خارجية صربيا وكوسوفو بأنها جادة."
    assert {show for show, *_ in shown(one, other)} == {Show.AGREE}
    assert not shown(one, "ووصف مسؤول صربي كبير مكالمة وزيري خارجية صربيا وكوسوفو بأنها جادة.")


ANNOUNCED = "أن الرئيس الصربي سيجري اتصالا هاتفيا بنظيره الكرواتي يوم الثلاثاء."


@pytest.mark.parametrize(
    "named", ["وأكدت المتحدثة باسم الحكومة الصربية مينا كوفاتش", "وأعلن وزير الخارجية الصربي ماركو ديوريتش"]
)
@pytest.mark.parametrize(
    "unnamed", ["قال مصدر صربي مطلع", "وذكر مسؤولون صربيون كبار", "أعلن كل من مكتب الرئاسة الكرواتية ومصدر صربي"]
)
def test_an_unnamed_source_beside_one_that_answers_for_it(unnamed: str, named: str) -> None:
    assert {show for show, *_ in shown(f"{unnamed} {ANNOUNCED}", f"{named} {ANNOUNCED}")} == {Show.CHECK}
    assert {show for show, *_ in shown(f"{unnamed} {ANNOUNCED}", f"وقالت صربيا {ANNOUNCED}")} <= {Show.AGREE}


def test_a_medium_that_printed_it_is_the_source() -> None:
    one = "وذكرت صحيفة واشنطن بوست أن صربيا تخطط لهجوم على كوسوفو."
    other = "ويأتي ذلك غداة تقديرات نشرتها «واشنطن بوست» عن هجوم صربي محتمل على كوسوفو."
    assert (Show.AGREE, "صحيفة واشنطن بوست") in {(show, text) for show, text, _ in shown(one, other)}


def test_who_asked_is_told_of_the_call_that_is_spoken_of() -> None:
    one = "وقال المتحدث إن الاتصال بين الرئيسين الصربي والكرواتي جرى باقتراح من صربيا بغية مواصلة النقاش الذي بدأه "
    one += "الزعيمان عبر الفيديو في 7 فبراير."
    other = "وتحدث الرئيسان الصربي والكرواتي هاتفيا يوم الاثنين 28 فبراير 2022 بطلب من صربيا."
    assert Show.AGREE in {show for show, *_ in shown(one, other)}


TO_REUTERS = "قال وزير المالية الكرواتي ماركو هورفات لرويترز إن القرض سيوقع يوم الخميس."


@pytest.mark.parametrize(
    ("words", "show"),
    [
        ("وأوضح وزير المالية ماركو هورفات لوكالة «أسوشيتد برس» أن القرض سيوقع قريبا.", {Show.CHECK}),
        ("وكان ماركو هورفات قد أكد في وقت سابق لوكالات أنباء روسية موعد توقيع القرض.", {Show.CHECK}),
        ("وقال ماركو هورفات في مقابلة مع قناة الجزيرة إن القرض سيوقع قريبا.", {Show.CHECK}),
        ("وأكد ماركو هورفات في حديث إلى صحيفة ألمانية أن القرض سيوقع قريبا.", {Show.CHECK}),
        ("وصرح ماركو هورفات لوكالة رويترز بأن القرض سيوقع قريبا.", {Show.AGREE}),
        ("وقال ماركو هورفات لوسائل إعلام بريطانية إن القرض سيوقع قريبا.", set()),  # Reuters may be one of them
        ("وقالت نائبته إيفانا بابيتش لوكالة فرانس برس إن القرض سيوقع قريبا.", set()),
        ("وقال ماركو هورفات الاثنين الماضي لوكالة فرانس برس إن القرض مؤجل، ونقلت صحيفة لوموند عنه ذلك.", set()),
    ],
)
def test_to_which_medium_somebody_spoke(words: str, show: set[Show]) -> None:
    one = TO_REUTERS.replace("هورفات", "هورفات اليوم الثلاثاء", 1) if "الماضي" in words else TO_REUTERS
    assert {told for told, *_ in shown(one, words, ClaimKind.CHANNEL)} == show


@pytest.mark.parametrize(
    ("words", "show"),
    [
        ("وقبيل سفره إلى باريس، قال المستشار الألماني أولاف شولتس الأحد إن الاتفاق قريب.", {Show.CHECK}),
        ("وكان المستشار أولاف شولتس استبق القمة بالقول، قبيل مغادرته إلى باريس الأحد، إن الاتفاق قريب.", {Show.CHECK}),
        ("وجاء كلام أولاف شولتس، الذي أدلى به في باريس الأحد، بعد القمة.", {Show.CHECK}),
        ("وقبل ساعات من سفره إلى باريس، قال أولاف شولتس الأحد إن الاتفاق قريب.", set()),
        ("وقال أولاف شولتس قبيل توجهه إلى باريس إن الاتفاق قريب.", {Show.CHECK}),
        ("وكان أولاف شولتس قد قال، الأحد، لصحافيين سألوه عن الاتفاق لدى سفره إلى باريس: «الاتفاق قريب».", {Show.CHECK}),
        ("وسئل أولاف شولتس الأحد، لدى مغادرته إلى باريس، عن الاتفاق، فقال: «الاتفاق قريب جدا».", {Show.CHECK}),
        ("وتعهد أولاف شولتس الأحد بالتوقيع، وذلك في رده على سؤال عقب كلمة ألقاها في باريس.", {Show.CHECK}),
        ("وقال أولاف شولتس الأحد، في تصريحات أدلى بها من باريس: «الاتفاق قريب جدا».", {Show.CHECK}),
        ("وقال أولاف شولتس قبيل توجهه إلى باريس الأسبوع الماضي إن الاتفاق بعيد.", set()),
    ],
)
def test_where_somebody_spoke(words: str, show: set[Show]) -> None:
    one = "وقال المستشار الألماني أولاف شولتس، في مؤتمر صحفي في برلين الأحد، إن الاتفاق قريب."
    assert {told for told, *_ in shown(one, words, ClaimKind.PLACE)} == show


def test_on_the_way_to_a_place_and_there() -> None:
    one = "وقال المستشار الألماني أولاف شولتس الأحد، لدى مغادرته إلى باريس، إن الاتفاق قريب."
    there = "وقال المستشار أولاف شولتس الأحد، في مؤتمر صحفي في باريس، إن الاتفاق قريب."
    assert {told for told, *_ in shown(one, there, ClaimKind.PLACE)} == {Show.CHECK}
    assert {told for told, *_ in shown(one, one.replace("لدى مغادرته", "قبيل توجهه"), ClaimKind.PLACE)} == {Show.AGREE}
    rest = one.replace("إلى باريس", "لقضاء عطلة في باريس")
    assert {told for told, *_ in shown(one, rest, ClaimKind.PLACE)} == {Show.AGREE}
    out = rest.replace("لدى مغادرته", "أثناء خروجه")
    assert {told for told, *_ in shown(rest, out, ClaimKind.PLACE)} == {Show.AGREE}


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("سيد الكرملين", "روسيا"),
        ("ساكن البيت الأبيض", "الولايات المتحدة"),
        ("مسؤول رفيع في البيت الأبيض", "الولايات المتحدة"),
        ("مسؤول في الإدارة", "الولايات المتحدة"),
        ("مسؤول في الإدارة الفرنسية", "فرنسا"),
        ("مصدر في إدارة المرور", ""),
    ],
)
def test_the_state_behind_who_is_told_by_an_office(name: str, state: str) -> None:
    assert party_of_name(name, {}) == state


def test_whoever_stands_before_a_relative_clause_does_what_follows_it() -> None:
    text = "وتقول برلين إن موسكو، التي ضمت القرم عام 2014، تستعد لهجوم جديد على أوكرانيا."
    assert "روسيا" in {item.agent for item in read([analyze(Article("a", text))]) if item.event == "attack"}


@pytest.mark.parametrize(
    ("one", "other", "flagged"),
    [
        ("وزير الدفاع الأوكراني أوليكسي ريزنيكوف", "وزير العدل الأوكراني أوليكسي ريزنيكوف", True),
        ("المتحدث باسم الكرملين ديمتري بيسكوف", "الناطق باسم الخارجية الروسية ديمتري بيسكوف", True),
        ("المتحدث باسم الكرملين ديمتري بيسكوف", "المتحدث باسم الرئاسة الروسية ديمتري بيسكوف", False),
        ("وزير الدفاع الأوكراني أوليكسي ريزنيكوف", "الوزير الأوكراني أوليكسي ريزنيكوف", False),
        ("وزير الدفاع الأوكراني أوليكسي ريزنيكوف", "وزير العدل الأوكراني السابق أوليكسي ريزنيكوف", False),
    ],
)
def test_one_name_with_two_offices(one: str, other: str, flagged: bool) -> None:
    texts = (f"وقال {one} إن بلاده تتابع الوضع على الحدود.", f"وأكد {other} أن الجيش مستعد للرد.")
    assert ("One name with two offices" in " ".join(r.reason_en for r in told(*texts))) is flagged


def test_an_office_right_behind_a_name_tells_its_state() -> None:
    text = "وقال فريدريك باندا نائب وزير الخارجية الهندي إن الحوار كان صريحا مع الوفد."
    assert {item.voice for item in read([analyze(Article("a", text))])} == {"", "الهند"}


def test_a_counterpart_without_a_name_is_one_of_the_two_who_meet() -> None:
    text = "تحدث بايدن وبوتين عبر الفيديو. واقترح بوتين إلغاء القيود، كما بحث مع نظيره الاتفاق النووي الإيراني."
    [item] = [one for one in read([analyze(Article("a", text))]) if one.raw.text.startswith("بحث")]
    assert {"روسيا", "الولايات المتحدة"} <= item.parties


@pytest.mark.parametrize(
    "other",
    [
        "وفي تقرير نشرته صحيفة لوموند، أن صربيا قد تشن هجوما على كوسوفو في الربيع، ولم تعلق فرنسا.",
        "وتحدثت الوثيقة التي كشفت عنها صحيفة «لوموند» عن خطة لهجوم صربي على كوسوفو قد يبدأ في الربيع، ولم تعلق فرنسا.",
        "ونشرت صحيفة لوموند تقريرا، نقلت فيه عن مسؤول فرنسي لم تسمه، أن صربيا تخطط لهجوم على كوسوفو.",
    ],
)
def test_who_is_read_in_a_newspaper_says_that_an_attack_may_come(other: str) -> None:
    one = "وقال وزير الدفاع الكوسوفي إن صربيا ربما تخطط لهجوم على كوسوفو بعد مناوراتها على الحدود."
    told = {(a, "لوموند" in b) for show, a, b in shown(one, other) if show is Show.CHECK}
    assert ("وزير الدفاع الكوسوفي", True) in told


@pytest.mark.parametrize(
    ("other", "show"),
    [
        ("وقالت الحكومة الكرواتية إن الرئيسين الصربي والكرواتي سيتحدثان يوم الثلاثاء.", {Show.CHECK}),
        ("وأعلنت الحكومة الصربية أن الرئيسين الصربي والكرواتي سيتحدثان يوم الثلاثاء.", {Show.AGREE}),
        ("وقالت الحكومة الكرواتية إن الرئيسين الصربي والكرواتي سيتحدثان يوم الجمعة.", set()),
        ("وقالت الحكومة الكرواتية إن الرئيسين الصربي والتركي سيتحدثان يوم الثلاثاء.", set()),
        ("وقالت الحكومة الكرواتية إن الرئيسين الصربي والكرواتي تحدثا مطولا.", set()),
    ],
)
def test_who_announces_a_contact_to_come(other: str, show: set[Show]) -> None:
    one = "وأعلن المتحدث باسم الحكومة الصربية أن الرئيس الصربي سيجري اتصالا هاتفيا بنظيره الكرواتي يوم الثلاثاء."
    told = {told for told, a, b in shown(one, other) if a.startswith("المتحدث") and "الحكومة" in b}
    assert told == show


def test_a_denial_right_behind_a_charge_is_of_it() -> None:
    text = "وقد تشن صربيا هجوما. وتتهم بلغراد بريشتينا بحشد قواتها على الحدود، وهو ما تنفيه السلطات الكوسوفية."
    denial = next(item for item in read([analyze(Article("a", text))]) if item.raw.text.startswith("وهو ما تنفيه"))
    assert denial.event == "massing"


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("وتقول الاستخبارات البريطانية إن هجوما قد يقع خلال الشهر المقبل.", True),
        ("وحذرت الاستخبارات البريطانية من أن صربيا قد تهاجم كوسوفو بعد ذوبان الثلوج.", True),
        ("وتقول الاستخبارات البريطانية إن صربيا تخطط لعملية يشارك فيها 20 ألف جندي.", True),
        ("ونفت الاستخبارات البريطانية أن تكون صربيا تخطط لأي هجوم على كوسوفو.", False),
        ("وقالت الاستخبارات البريطانية إن كوسوفو تخطط لهجوم على صربيا.", False),
    ],
)
def test_who_says_that_an_attack_may_come_whatever_else_he_tells(other: str, apart: bool) -> None:
    lead = "وتدور أزمة بين صربيا وكوسوفو. "
    one = "وقال وزير الدفاع الكوسوفي إن صربيا ربما تخطط لعملية كبيرة في أبريل بعد مناوراتها على الحدود."
    told_apart = {(a, b) for show, a, b in shown(lead + one, lead + other) if show is Show.CHECK}
    assert (("وزير الدفاع الكوسوفي", "الاستخبارات البريطانية") in told_apart) is apart


def test_what_is_told_of_who_speaks_is_not_what_he_says() -> None:
    one = "ونفت صربيا، التي حشدت 40 ألف جندي قرب كوسوفو، أنها تخطط لغزوها."
    found = told(one, "وتقول لندن إن صربيا حشدت 60 ألف جندي قرب كوسوفو.")
    figures = [r.reason_en for r in found if "40" in r.reason_en]
    assert figures
    assert not any("“40 ألف جندي” by صربيا" in reason for reason in figures)
