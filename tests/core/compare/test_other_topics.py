"""News of any topic: accidents, courts, votes, sport; said and denied in other words, and what only looks so."""

from __future__ import annotations

from functools import cache

import pytest

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.model import Analysis, Article, Show, article_id

FLAGS = {Show.CONFLICT, Show.CHECK}
OPPOSED = [
    # What was not asked for.
    (
        "نفى الناطق باسم الحكومة أن تكون السلطات قد طلبت معونات من الخارج.",
        "ناشدت الحكومة الدول الصديقة إرسال معونات عاجلة.",
    ),
    ("نفى المدرب أن يكون قد أمر لاعبيه بمغادرة الملعب.", "طلب المدرب من لاعبيه الانسحاب من الملعب."),
    # An aside before what is denied.
    (
        "نفى المدير، وهو أيضا عضو في مجلس الإدارة، أن يكون قد باع أسهمه في الشركة.",
        "قال محققون إن المدير باع أسهمه في الشركة قبل انهيارها.",
    ),
    (
        "ونفى المتهم، البالغ من العمر 40 عاما، أن يكون قد أشعل النار في الغابة.",
        "قالت الشرطة إن المتهم أشعل النار في الغابة عمدا.",
    ),
    # What one did not manage to do, and what is joined to it.
    ("لم يتمكن رجال الإطفاء من إخماد الحريق في المصنع.", "أعلن الدفاع المدني أن رجال الإطفاء أخمدوا الحريق في المصنع."),
    ("قالت الشرطة إنها لم توقف أو تستجوب أي مشتبه به.", "قال شهود إن الشرطة استجوبت ثلاثة مشتبه بهم."),
    # Of what somebody is cleared.
    ("برأت المحكمة الوزير السابق من تهمة الرشوة.", "أدانت المحكمة الوزير السابق بتهمة الرشوة."),
    ("أكد الدفاع المدني عدم وقوع ضحايا في انهيار العمارة.", "لقي أربعة أشخاص حتفهم في انهيار العمارة."),
    ("قال ركاب إن القطار كان يسير بسرعة زائدة.", "نفت الهيئة تجاوز القطار السرعة المقررة."),
    ("نفى النادي إقالة المدرب.", "أقال النادي مدربه بعد الخسارة الثقيلة."),
    # What is called untrue, or denied in a word.
    ("قالت الشركة إن الأنباء عن تسريح العمال عارية عن الصحة.", "قال مصدر في الشركة إنها قررت تسريح العمال."),
    (
        "لا صحة لما تردد عن استقالة وزير المالية، بحسب متحدث باسم الحكومة.",
        "قدم وزير المالية استقالته إلى رئيس الحكومة.",
    ),
    ("أكدت الوزارة أن خبر إغلاق المستشفى غير صحيح.", "أعلن مدير الصحة إغلاق المستشفى."),
    (
        "قال سكان إن السلطات منعت قوافل الإغاثة من دخول المخيم، وهو ما نفاه المتحدث باسم الحكومة.",
        "أكدت منظمة إغاثة أن السلطات منعت قوافلها من دخول المخيم.",
    ),
    (
        "قال معارضون إن الشرطة أطلقت النار على المتظاهرين. ونفت الشرطة ذلك.",
        "قال شهود إن الشرطة أطلقت النار على المتظاهرين في الساحة.",
    ),
    # Words of these matters.
    ("أعلنت السلطات السيطرة على الحريق في الغابة.", "قال رجال الإطفاء إن الحريق في الغابة ما زال مشتعلا."),
    ("قالت الأرصاد إن العاصفة انحسرت.", "قالت السلطات إن العاصفة اشتدت."),
    ("صدر القرار بإجماع أعضاء المجلس.", "قال عضو إن القرار صدر بأغلبية الأصوات."),
]
APART = [
    ("قال المحافظ إن البلدية لم تطلب تمويلا جديدا.", "دعت البلدية السكان إلى ترشيد المياه."),
    (
        "نفى المدير، وهو أيضا عضو في مجلس الإدارة، أن يكون قد باع أسهمه في الشركة.",
        "قال محققون إن المدير اشترى منزلا في لندن.",
    ),
    ("برأت المحكمة الوزير السابق من تهمة الرشوة.", "أدانت المحكمة الوزير السابق بتهمة التزوير."),
    ("نفت دمشق أن تكون قد طلبت مساعدة من إسرائيل.", "طلبت دمشق من الأمم المتحدة مساعدة عاجلة."),
    ("وصل الوفد إلى القاهرة الاثنين.", "غادر الوفد القاهرة الخميس."),
    ("أكدت الوزارة أن خبر إغلاق المستشفى صحيح.", "أعلن مدير الصحة إغلاق المستشفى."),
]


@cache
def _read() -> dict[str, Analysis]:
    texts = dict.fromkeys(text for pair in OPPOSED + APART for text in pair)
    articles = [Article(article_id(text), text, source=text[:20], published="2026-03-05") for text in texts]
    return {analysis.article.text: analysis for analysis in analyze_many(articles)}


def _is_flagged(one: str, other: str) -> bool:
    facts = compare(unify([_read()[one], _read()[other]]))
    return any(relation.show in FLAGS for fact in facts for relation in fact.relations)


@pytest.mark.parametrize(("one", "other"), OPPOSED)
def test_what_one_denies_and_another_tells_is_flagged(one: str, other: str) -> None:
    assert _is_flagged(one, other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_denials_of_other_matters_are_left_alone(one: str, other: str) -> None:
    assert not _is_flagged(one, other)
