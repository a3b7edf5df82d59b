"""That the lists of acts and things are sound, and that news which they part or join is read so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from core.compare.senses import Sense, phrase, senses
from core.extract.concepts import function_words, rows
from core.model import Analysis, Fact, Relation, Show
from core.text.arabic import fold

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]
FLAGS = {Show.CONFLICT, Show.CHECK}
ROWS = [*rows("acts"), *rows("things")]


def test_no_row_stands_twice() -> None:
    assert not [name for name, times in Counter(row[0] for row in ROWS).items() if times > 1]
    assert all(len(row) in (2, 3) and all(row) for row in rows("acts"))
    assert all(len(row) == 2 and row[1] for row in rows("things"))


def test_a_row_lists_each_form_once_as_it_is_looked_up() -> None:
    for name, *sides in ROWS:
        forms = [form for side in sides for form in side.split(" ")]
        assert not [form for form, times in Counter(forms).items() if times > 1], f"{name}: once, and on one side"
        assert not [form for form in forms if fold(form.lstrip("~")) != form.lstrip("~")], name


def test_words_joined_to_a_conjunction_are_no_acts() -> None:
    """«وقالت» dismisses nobody, «وبعد» expels nobody, «وإليه» is no governor."""
    told = {"و" + word for word in function_words() if len(word) > 2} | {"فبعد", "فقال"}
    verbs = {
        Sense("affirm", 0),
        Sense("admit", 1),
        Sense("reveal", 0),
        Sense("open", 0),
        Sense("block", 1),
        Sense("prove", 0),
        Sense("discuss", 0),
    }
    assert not {word for word in told if not set(senses(word)) <= verbs}


LOOK_ALIKES = [
    ("الشرطة", "demand"),
    ("النساء", "torture"),
    ("رحلات", "withdraw"),
    ("وقالت", "appoint"),
    ("كبرى", "accuse"),
    ("زعماء", "accuse"),
    ("خبراء", "apprise"),
    ("قيمتها", "hold"),
    ("الأولى", "final"),
    ("دقيقة", "true"),
    ("مشروع", "legal"),
    ("سيرجي", "delay"),
    ("تصريحات", "allow"),
    ("سنويا", "want"),
    ("إعادة", "withdraw"),
    ("فقد", "discover"),
    ("المركبة", "ship"),
    ("مئات", "water"),
    ("لإجراء", "salary"),
    ("كبيرة", "well"),
    ("فكرة", "ball"),
    ("الحادي", "cordial"),
    ("بحلول", "settle"),
    ("معلومات", "known"),
    ("خطيا", "hit_target"),
    ("نهارا", "destroy"),
    ("تشاد", "support"),
]


@pytest.mark.parametrize(("word", "row"), LOOK_ALIKES)
def test_a_word_that_only_looks_like_another_does_not_tell_it(word: str, row: str) -> None:
    assert row not in {sense.id for sense in senses(fold(word))}


ONE_THING = [
    ("بالمروحيات", "هليكوبتر"),
    ("السفارات", "القنصلية"),
    ("مرفأ", "الموانئ"),
    ("المصرف", "بنوك"),
    ("محافظات", "الولاية"),
    ("إعصار", "العاصفة"),
    ("صحافيون", "الإعلاميين"),
    ("مسؤولون", "المسؤولة"),
    ("الضرائب", "رسوم"),
    ("رضيع", "أطفالهم"),
]


@pytest.mark.parametrize(("a", "b"), ONE_THING)
def test_two_newspapers_words_for_one_thing_meet(a: str, b: str) -> None:
    assert set(senses(fold(a))) & set(senses(fold(b)))


OPPOSITES = [
    ("أقلعت", "هبوطها"),
    ("كشفت", "أخفت"),
    ("بثت", "حجبت"),
    ("التزامها", "خرقت"),
    ("متمسك", "تخلت"),
    ("نجا", "مصرعه"),
    ("ودية", "المتوترة"),
    ("علني", "سرية"),
    ("تقدمت", "تقهقر"),
    ("ربح", "خسائر"),
    ("متفائلا", "تشاؤم"),
    ("حرجة", "طفيفة"),
    ("فرضت", "ألغت"),
    ("سهلت", "عرقلة"),
    ("باعت", "احتفظ"),
    ("أخمدت", "مشتعلة"),
    ("أبحرت", "رسو"),
    ("مملوكة", "استأجرتها"),
]


@pytest.mark.parametrize(("a", "b"), OPPOSITES)
def test_a_word_stands_against_its_opposite(a: str, b: str) -> None:
    assert {(s.id, 1 - s.side) for s in senses(fold(a)) if s.side is not None} & set(senses(fold(b)))


HEADLINES = [
    # Told as one.
    ("أقلعت الطائرة من مطار المدينة رغم العاصفة.", "غادرت الطائرة مطار المدينة رغم الإعصار.", {Show.AGREE}),
    # Put the other way round.
    ("قائد العبارة نجا من غرق السفينة.", "ربان العبارة لقي مصرعه في غرق السفينة.", FLAGS),
    ("المصرف المركزي ثبت سعر الفائدة الرئيسي.", "البنك المركزي رفع سعر الفائدة الرئيسي.", FLAGS),
    ("الحكومة فرضت رسوما على واردات القمح.", "الحكومة ألغت الرسوم على واردات القمح.", FLAGS),
    ("القناة بثت مقابلة الوزير المستقيل كاملة.", "القناة حجبت مقابلة الوزير المستقيل.", FLAGS),
    ("أجواء المحادثات بين الوفدين كانت ودية.", "أجواء المحادثات بين الوفدين كانت متوترة.", FLAGS),
    ("الفصائل التزمت بوقف إطلاق النار في الجنوب.", "الفصائل خرقت وقف إطلاق النار في الجنوب.", FLAGS),
    ("المدير متمسك بمنصبه في الاتحاد الرياضي.", "المدير تخلى عن منصبه في الاتحاد الرياضي.", FLAGS),
    ("إصابة حارس المرمى خطيرة بحسب طبيب النادي.", "إصابة حارس المرمى طفيفة بحسب طبيب النادي.", FLAGS),
    # Of other matters in words that look alike.
    ("الشرطة انتشرت حول ملعب المدينة قبل المباراة.", "الشرط الجزائي في عقد ملعب المدينة مرتفع.", set()),
    ("ارتفاع أسعار الخبز في العاصمة.", "هبوط الطائرة الأولى في مطار العاصمة.", set()),
    ("افتتاح جسر جديد على النهر.", "إغلاق مدرسة قديمة قرب النهر.", set()),
    ("الحكومة فرضت ضرائب على الفنادق.", "الحكومة ألغت مهرجان الزهور.", set()),
    ("اللاعب انتقل إلى ناد جديد.", "اللاعب احتفل بزواجه في ناد جديد.", set()),
    ("تراجع سعر الذهب في الأسواق.", "المنتخب أصر على الذهب في السباق.", set()),
]


@pytest.mark.parametrize(("a", "b", "shown"), HEADLINES)
def test_headlines(analysed: Build, between: Between, a: str, b: str, shown: set[Show]) -> None:
    found = {relation.show for _, relation in between([analysed(a, source="أ"), analysed(b, source="ب")], a, b)}
    assert found <= shown
    assert bool(found) == bool(shown)


SHARED = [  # forms of one word or of words that tell one thing
    ("محتشدة", "حشود"),
    ("الاحتشاد", "حشد"),
    ("متمركزون", "تمركز"),
    ("معززة", "تعزيز"),
    ("تأكيده", "تؤكد"),
    ("مؤكدا", "التأكيد"),
    ("لقاؤهما", "لقاء"),
    ("لقائهما", "يلتق"),
    ("حلفائه", "حليف"),
    ("قمتهما", "القمة"),
    ("مسودتي", "مسودة"),
    ("بالرد", "يردون"),
    ("يستطع", "استطاعت"),
    ("الانفصاليون", "متمردين"),
    ("الأوروبيون", "أوروبا"),
]


@pytest.mark.parametrize(("a", "b"), SHARED)
def test_forms_of_a_word_share_a_sense(a: str, b: str) -> None:
    assert set(senses(fold(a))) & set(senses(fold(b)))


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("الخطوط الحمراء", "red_line"),
        ("وجها لوجه", "in_person"),
        ("الحرب الباردة", "cold_war"),
        ("وسائل الإعلام", "media_outlet"),
        ("وزير الدفاع", "minister"),
    ],
)
def test_words_that_tell_something_together(words: str, sense: str) -> None:
    forms = fold(words).split()
    found = phrase(forms, 0, len(forms))
    assert found is not None
    assert len(found.words) == len(forms)
    assert sense in {one.id for one in found.senses}


def test_words_that_together_tell_nothing() -> None:
    forms = fold("من المقرر أن").split()
    assert (found := phrase(forms, 0, len(forms))) is not None
    assert not found.senses


def test_what_is_listed_for_itself_is_no_form_of_another_word() -> None:
    """«إجراءات» are steps, not that something is held; «بعثات» are sent by nobody here; «عطلة» is no fault."""
    for word, row in (("إجراءات", "hold"), ("بعثات", "send"), ("عطلة", "deliberate")):
        assert row not in {sense.id for sense in senses(fold(word))}


def test_an_exception_takes_a_negation_back(analysed: Build, between: Between) -> None:
    a, b = "عقد الوزيران اجتماعا واحدا في المدينة.", "لم يعقد الوزيران سوى اجتماع واحد في المدينة."
    assert (
        not {relation.show for _, relation in between([analysed(a, source="أ"), analysed(b, source="ب")], a, b)} & FLAGS
    )


def test_a_verb_of_reporting_with_an_object_tells_what_was_spoken_of(analysed: Build, between: Between) -> None:
    a, b = "الوزير ذكر العقوبات المحتملة ضد الشركة.", "الوزير لم يتطرق إلى العقوبات المحتملة ضد الشركة."
    pages = [analysed(a, source="أ"), analysed(b, source="ب")]
    assert {relation.show for _, relation in between(pages, a, b)} & FLAGS
