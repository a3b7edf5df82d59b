"""One act told in other words: done and not done, by one and by another; and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages import Mark
from test_when_where import told

from core.compare.acts import against
from core.compare.senses import meaning, senses
from core.model import Analysis, Fact, Label, Relation, Show
from core.text.arabic import fold

Build = Callable[..., Analysis]
Between = Callable[..., list[tuple[Fact, Relation]]]
FLAGS = {Show.CONFLICT, Show.CHECK}
NAMES = {"أنقرة": "تركيا", "ليبيا": "ليبيا", "باريس": "فرنسا", "روما": "إيطاليا", "قطر": "قطر"}


def _flagged(analysed: Build, between: Between, one: str, other: str) -> bool:
    def page(words: str, who: str, source: str) -> Analysis:
        marks: list[Mark] = [(name, Label.LOC, state) for name, state in NAMES.items() if name in words]
        return analysed(f"قال {who} إن {words}.", *marks, quotes=[(who, "قال", f"إن {words}")], source=source)

    found = between([page(one, "الناطق الأول", "أ"), page(other, "الناطق الثاني", "ب")], one, other)
    return bool({relation.show for _, relation in found} & FLAGS)


AGAINST = [
    ("العمال وافقوا على العرض الأخير في اجتماع طويل", "العمال رفضوا العرض الأخير في الاجتماع"),
    ("البنك سدد ديونه الخارجية كاملة", "البنك تخلف عن سداد ديونه الخارجية"),
    ("السجناء أفرج عنهم مساء", "السجناء ما زالوا قيد الاحتجاز مساء"),
    ("المصنع استأنف العمل", "المصنع لا يزال متوقفا عن العمل"),
    ("القرار اتخذ بالإجماع في المؤتمر", "ثلاثة نواب اعترضوا على القرار في المؤتمر"),
    ("السد فتح بواباته ليلا", "السد لم يفتح بواباته"),
    ("المباراة تأجلت أسبوعا", "المباراة لن تؤجل وستقام في موعدها"),
    ("روما سلمت ردها المكتوب بالفعل إلى باريس", "روما ستسلم ردها المكتوب إلى باريس الأسبوع المقبل"),
    ("أنقرة اقترحت على باريس إلغاء رسوم الموانئ", "باريس هي من عرضت على أنقرة إلغاء رسوم الموانئ"),
]
APART = [
    ("الحكومة رفعت أسعار الوقود", "الحكومة خفضت رسوم الموانئ"),
    ("باريس ترفض اتفاق الصيد", "روما توافق على اتفاق الصيد"),
    ("الحكومة تسعى إلى تحسين الطرق", "الطرق تدهورت في السنوات الأخيرة"),
    ("الحكومة رفضت العرض", "الحكومة قبلت استقالة الوزير"),
    ("اللاعب لم يغب عن التدريب", "اللاعب شارك في التدريب"),
    ("النقابة سترفض العرض إذا لم ترفع الأجور", "النقابة قبلت الوساطة"),
    ("المفاوضات لم تفشل", "المفاوضات مستمرة"),
]


@pytest.mark.parametrize(("one", "other"), AGAINST)
def test_an_act_and_its_opposite_in_other_words(analysed: Build, between: Between, one: str, other: str) -> None:
    assert _flagged(analysed, between, one, other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_acts_of_other_things_or_other_people(analysed: Build, between: Between, one: str, other: str) -> None:
    assert not _flagged(analysed, between, one, other)


def test_no_promise_at_all_is_against_each_of_the_same_side(analysed: Build, between: Between) -> None:
    assert _flagged(analysed, between, "باريس لم تقدم أي تعهدات", "باريس وعدت بتمويل المرفأ")
    assert not _flagged(analysed, between, "باريس لم تقدم أي تعهدات", "روما وعدت بتمويل المرفأ")
    assert not _flagged(analysed, between, "باريس لم تقدم أي تعهد بشأن الضرائب", "باريس وعدت بتمويل المرفأ")
    assert not _flagged(analysed, between, "لم يصدر عن باريس إعلان عن أي انفراجة", "باريس أعلنت صورة للمرفأ")


def test_words_of_one_meaning_and_of_its_opposite() -> None:
    assert meaning(fold("توقيفه")) == meaning(fold("اعتقلت")) == meaning(fold("أفرج"))
    assert {senses(fold(word))[0].side for word in ("توقيفه", "اعتقلت")} == {0}
    assert senses(fold("أفرج"))[0].side == 1


def test_an_aim_stands_against_no_such_aim_only() -> None:
    assert not against(("?improve", "+road"), ("-improve", "+road"))
    assert against(("?improve", "+road"), ("!improve", "+road")) == {("improve", "road")}


def test_two_names_that_take_sides_are_shown_and_no_contradiction(analysed: Build, between: Between) -> None:
    def page(words: str, source: str) -> Analysis:
        return analysed(f"{words}.", ("روسيا", Label.LOC, "روسيا"), ("القرم", Label.LOC, "القرم"), source=source)

    taken, annexed = page("احتلت روسيا القرم عام 2014", "أ"), page("ضمت روسيا شبه جزيرة القرم عام 2014", "ب")
    same = page("ضم روسيا القرم جرى عام 2014", "ج")
    assert {told.show for _, told in between([taken, annexed], "احتلت", "ضمت")} == {Show.CHECK}
    assert not {told.show for _, told in between([annexed, same], "ضمت", "ضم روسيا")} & FLAGS
    returned = page("رحب النواب بعودة القرم إلى روسيا", "د")
    assert {told.show for _, told in between([annexed, returned], "ضمت", "بعودة القرم")} == {Show.CHECK}
    back = page("أما القرم فقد عادت إلى روسيا عام 2014", "ح")
    assert {told.show for _, told in between([annexed, back], "ضمت", "عادت إلى")} == {Show.CHECK}
    judged = page("ضمت روسيا شبه جزيرة القرم بصورة غير قانونية عام 2014", "و")
    assert {told.show for _, told in between([annexed, judged], "ضمت روسيا", "ضمت روسيا")} == {Show.CHECK}
    unknown = page("ضمت روسيا شبه جزيرة القرم في خطوة لم يعترف بها أحد عام 2014", "ز")
    for other in (annexed, judged):
        assert not {told.show for _, told in between([other, unknown], "ضمت روسيا", "ضمت روسيا")} & FLAGS
    visited = page("رحب النواب بعودة الوفد من القرم إلى روسيا", "ه")
    assert not {told.show for _, told in between([annexed, visited], "ضمت", "بعودة الوفد")} & FLAGS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("موسكو ترفض التنازل تحت الضغط.", "وقال ريابكوف إن موسكو لن تقدم أي تنازل تحت الضغط."),
        ("واشنطن ترفض الانسحاب من المعاهدة.", "وقال بلينكن إن واشنطن لن تنسحب من المعاهدة أبدا."),
        ("وقال بايدن إنه يعد مبادرات لردع روسيا عن الغزو.", "وتنفي موسكو أنها تعد لأي غزو."),
        (
            "تطالب روسيا بمنع نشر صواريخ في مناطق تهدد أراضيها.",
            "وتؤكد روسيا أن تحركات قواتها داخل أراضيها لا تهدد أحدا.",
        ),
        (
            "وقال مسؤولون إن 100 ألف جندي روسي أرسلوا إلى الحدود.",
            "وقال مسؤول إن بايدن لم يقدم أي التزام إلى بوتين بشأن الجنود.",
        ),
    ],
)
def test_what_is_refused_feared_or_threatened_elsewhere_is_not_denied(one: str, other: str) -> None:
    assert not [relation for relation in told(one, other) if relation.show in FLAGS]


def test_a_threat_of_one_thing_and_its_denial() -> None:
    one, other = "وقالت كييف إن التحركات الروسية تهدد أمن المنطقة.", "وقالت موسكو إن التحركات الروسية لا تهدد أحدا."
    assert any(relation.show in FLAGS for relation in told(one, other))


@pytest.mark.parametrize(
    ("other", "flagged"),
    [
        ("وقد تؤدي رسوم أخرى إلى انهيار كامل للتجارة مع الصين، بحسب الوزير الهندي.", True),
        ("وقال الوزير الهندي إن رسوما كهذه ربما تقود إلى انهيار تام لتجارة بلاده مع الصين.", True),
        ("وقال الوزير الهندي إن الرسوم ستفضي إلى انهيار كامل للتجارة مع الصين.", False),
        ("وقال الوزير الهندي إن الرسوم قد تؤدي إلى ارتفاع أسعار الهواتف الآتية من الصين.", False),
        ("وقال الوزير الهندي إن الرسوم لن تؤدي إلى انهيار كامل للتجارة مع الصين.", False),
    ],
)
def test_what_may_follow_and_what_will(other: str, flagged: bool) -> None:
    one = "وقال الوزير الهندي إن الرسوم الجديدة ستؤدي إلى انهيار كامل للتجارة مع الصين."
    found = [relation for relation in told(one, other) if "What follows" in relation.reason_en]
    assert bool(found) is flagged


@pytest.mark.parametrize(("of", "flagged"), [("جميع موظفي", True), ("غالبية العاملين في", False), ("موظفي", False)])
def test_all_of_them_or_most(of: str, flagged: bool) -> None:
    one = "وأمرت ألمانيا بإجلاء معظم موظفي سفارتها في الخرطوم."
    found = told(one, f"وأمرت برلين بإجلاء {of} سفارتها في الخرطوم.")
    assert any("One speaks of all" in relation.reason_en for relation in found) is flagged
