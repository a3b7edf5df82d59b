"""Yes and no of one thing, however worded: raised or not, a deadline or none, one of two who come, a denial denied."""

from __future__ import annotations

import pytest

from core.compare.facts import compare
from core.compare.items import read
from core.compare.outcome import Weights
from core.compare.raising import raised_or_not
from core.extract.names import unify
from core.extract.pipeline import analyze, analyze_many
from core.model import Article, Show

FLAGS = {Show.CONFLICT, Show.CHECK}


def shows(one: str, other: str) -> set[Show]:
    """How what one article tells relates to what the other tells, places, times and means apart."""
    articles = [Article(name, text, source=name, published="2023-05-10") for name, text in (("a", one), ("b", other))]
    facts = compare(unify(list(analyze_many(articles))))
    return {r.show for fact in facts if fact.kind in ("polarity", "other") for r in fact.relations}


RAISED = "قال مسؤول فرنسي إن ماكرون أثار مع إردوغان خلال الاتصال الهاتفي ملف اللاجئين السوريين."
NOT_RAISED = [
    "قالت الرئاسة التركية إن ملف اللاجئين السوريين لم يطرح في الاتصال الهاتفي بين إردوغان وماكرون.",
    "استبعد المتحدث باسم الرئاسة التركية طرح ملف اللاجئين في الاتصال بين إردوغان وماكرون.",
    "قالت الرئاسة التركية إن مسألة اللاجئين غير مدرجة على جدول أعمال الاتصال بين إردوغان وماكرون.",
]
OF_OTHERS = [
    "قالت الرئاسة التركية إن ملف مصائد الأسماك لم يطرح في الاتصال الهاتفي بين إردوغان وماكرون.",
    "قالت الرئاسة التركية إن إردوغان لم يثر ملف اللاجئين السوريين في اتصاله بالمستشار الألماني شولتس.",
    "قالت الرئاسة التركية إن ملف اللاجئين السوريين طرح في الاتصال الهاتفي بين إردوغان وماكرون.",
]


@pytest.mark.parametrize("other", NOT_RAISED)
def test_a_matter_that_was_raised_and_was_not(other: str) -> None:
    assert shows(RAISED, other) & FLAGS


@pytest.mark.parametrize("other", OF_OTHERS)
def test_another_matter_and_another_call(other: str) -> None:
    assert not shows(RAISED, other) & FLAGS


NO_DEADLINE = "قال المتحدث باسم الخارجية التركية إن أنقرة لم تحدد مهلة للرد على عرضها بشأن الحدود البحرية."
DEADLINES = [
    ("قال دبلوماسي تركي إن أنقرة أمهلت أثينا أسبوعين للرد على عرضها.", True),
    ("أعلنت أنقرة أنها تنتظر الرد على عرضها في موعد أقصاه نهاية الشهر.", True),
    ("نفى وزير الخارجية التركي أن تكون أنقرة حددت موعدا نهائيا للرد على عرضها.", False),
    ("قالت وزارة المالية التركية إن مهلة دفع الضرائب تنتهي غدا.", False),
]


@pytest.mark.parametrize(("other", "flagged"), DEADLINES)
def test_a_deadline_and_none(other: str, flagged: bool) -> None:
    assert bool(shows(NO_DEADLINE, other) & FLAGS) is flagged


ACTS = [
    (
        "قال مسؤول فرنسي إن ماكرون وميلوني لن يشاركا شخصيا في مفاوضات عمّان.",
        "قالت الرئاسة الإيطالية إن ميلوني ستشارك شخصيا في مفاوضات عمّان.",
    ),
    (
        "قالت المتحدثة إن باريس لا تخطط لإجلاء المواطنين الفرنسيين من النيجر.",
        "قالت مصادر إن باريس تستعد لإجلاء رعاياها من النيجر.",
    ),
]


@pytest.mark.parametrize(("one", "other"), ACTS)
def test_what_two_will_not_do_and_one_of_them_will(one: str, other: str) -> None:
    assert shows(one, other) & FLAGS


def test_a_denial_that_is_denied_agrees_with_none() -> None:
    one = "قالت المتحدثة إن باريس لا تخطط لإجلاء المواطنين الفرنسيين من النيجر."
    other = "نفت وزارة الدفاع الفرنسية صحة القول بأنه لا توجد خطط لإجلاء المواطنين الفرنسيين من النيجر."
    assert Show.AGREE not in shows(one, other)


ASKED = [
    ("نفى المتحدث باسم الرئاسة التركية أن يكون إردوغان قد طلب من شولتس أي تعويضات.", True),
    ("نفى المتحدث باسم الرئاسة التركية أن يكون إردوغان قد طلب من شولتس أي سفن.", False),
]


@pytest.mark.parametrize(("other", "flagged"), ASKED)
def test_what_was_asked_for_and_was_not(other: str, flagged: bool) -> None:
    one = "قال مسؤول تركي إن إردوغان طالب شولتس بتعويضات عن تأخر الصفقة."
    assert bool(shows(one, other) & FLAGS) is flagged


FELT = [
    ("عبر الرئيس التركي عن عدم رضاه عن الحديث الهاتفي مع شولتس.", True),
    ("جاءت المكالمة الهاتفية مخيبة لآمال إردوغان، بحسب مسؤول تركي.", True),
    ("قال مسؤول ألماني إن شولتس مستاء من المكالمة الهاتفية مع إردوغان.", False),
]


@pytest.mark.parametrize(("other", "flagged"), FELT)
def test_a_side_that_is_satisfied_and_is_not(other: str, flagged: bool) -> None:
    one = "أعلن مساعد الرئيس التركي أن إردوغان راض عن مكالمته الهاتفية مع شولتس."
    assert bool(shows(one, other) & FLAGS) is flagged


def test_a_word_of_a_matter_is_not_the_matter() -> None:
    one, other = "وقال إنه لا يركز على شيء خارج هذه المنطقة.", "وأثار غرق الأحياء بالأمطار سخرية على مواقع التواصل."
    a, b = (next(i for i in read([analyze(Article(text, text))]) if "discuss" in str(i.acts)) for text in (one, other))
    assert raised_or_not(a, b, Weights({}, few=True)) is None
