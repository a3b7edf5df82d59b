"""How a sentence is read that tells, denies, leaves open or turns down what others tell: from raw text."""

from __future__ import annotations

import pytest

from core.compare.items import Item, read
from core.extract.pipeline import analyze
from core.model import Article, ClaimKind, Modality, Polarity

NOT, IS = Polarity.DENIED, Polarity.AFFIRMED
DONE, MAY = Modality.ASSERTED, Modality.POSSIBLE


def statements(text: str) -> list[Item]:
    items = read([analyze(Article("a", text, published="2022-03-01"))])
    return [item for item in items if item.kind in (ClaimKind.POLARITY, ClaimKind.OTHER)]


@pytest.mark.parametrize(
    ("text", "polarity", "modality", "word"),
    [
        ("يذكر أن كوسوفو ليست عضوا في الحلف.", NOT, DONE, "-join"),
        ("وأكد ناطق صربي عدم وجود أي خطط لدى بلغراد لمهاجمة كوسوفو.", NOT, DONE, "-want"),
        ("وأعلنت بلغراد عدم امتلاكها أي نيات لاجتياح كوسوفو.", NOT, DONE, "-own"),
        ("وقالت الوزارة إن بلغراد تؤكد انتفاء أي نية لشن هجوم.", NOT, DONE, "-want"),
        ("وأكد الوزير الصربي عدم إحراز أي تقدم في المشاورات مع بريشتينا.", NOT, DONE, "-advance"),
        ("ورفضت صربيا مزاعم بريطانيا عن نيتها مهاجمة كوسوفو في الربيع.", NOT, DONE, "!attack"),
        ("واعتبر فوتشيتش الأنباء الغربية عن هجوم صربي كاذبة.", NOT, DONE, "-attack"),
        ("وقال فوتشيتش إن الحديث عن هجوم صربي ذريعة لنشر قوات الحلف.", NOT, DONE, "-attack"),
        ("وقال فوتشيتش: تقولون إننا سنهاجم كوسوفو مع أن الأمر ليس كذلك.", NOT, Modality.PLANNED, "+attack"),
        ("وقال فوتشيتش إن صربيا لم تضع أي خطة لمهاجمة كوسوفو.", NOT, DONE, "-want"),
        ("وقالت باريس إنها لم تر ما يشير إلى أن صربيا تعد لهجوم.", NOT, DONE, "-attack"),
        ("وقال الناطق إنه لا يستطيع تأكيد أن صربيا ستهاجم كوسوفو.", IS, MAY, "+attack"),
        ("وقال الوزير البريطاني إن الهجوم الصربي على كوسوفو مسألة أيام.", IS, MAY, "+attack"),
        ("ولم يوضح الوزير الصربي إن كانت بلغراد سترد على المقترحات كلها.", IS, MAY, "+answer"),
        ("وقالت الوزيرة إن البلدين متفقان على أن الحرب لا رابح فيها.", IS, DONE, "+agree"),
        ("واتهم فوتشيتش بريطانيا بشن حملة تهويل على بلاده.", IS, DONE, "+exaggerate"),
        ("واستبعدت بلغراد قبل اللقاء تقديم أي تنازل.", IS, MAY, "-concede"),
        ("وقالت إن صربيا أخلت بتعهداتها.", IS, DONE, "-comply"),
        ("وقال الناطق إن صربيا لم تعد تريد الحديث عن كوسوفو.", NOT, DONE, "-want"),
        ("وقال الناطق إن من المستحيل أن تقبل بريطانيا مطالب صربيا.", IS, DONE, "-accept"),
        ("وشدد الناطق على أنه لن يكون لصربيا حق الاعتراض على الرد.", NOT, DONE, "+accept"),
        ("وانفض الاجتماع الصربي البريطاني من دون نتائج.", IS, DONE, "-advance"),
        ("ولم تسفر محادثات بلغراد عن أي انفراج.", NOT, DONE, "-advance"),
        ("وقال الوزير إن إرسال جنود بريطانيين إلى كوسوفو غير مطروح الآن.", IS, DONE, "-send"),
        ("وقال الوزير إن لندن لن تقف مكتوفة الأيدي أمام أي هجوم على كوسوفو.", IS, DONE, "+attack"),
        ("وقال الوزير إن لندن لن تتردد في فرض عقوبات على صربيا.", IS, DONE, "+impose"),
        ("وقال الوزير إن بريشتينا لا ترى دليلا على استعداد صربيا لهجوم.", NOT, DONE, "-ready"),
        ("ونفت ناطقة أن يكون الرئيس قد تعهد بعدم نشر صواريخ في كوسوفو.", NOT, DONE, "-pledge"),
        ("وقال الناطق إن صربيا لا ترى حتى الآن سببا للتفاؤل.", NOT, DONE, "-optimistic"),
        ("وقال الوزير إن من غير المقبول نشر صواريخ في كوسوفو.", IS, DONE, "-accept"),
        ("واستبعدت بلغراد أن تسفر القمة عن اتفاق.", IS, MAY, "+meet"),
        ("وقال الوزير الصربي: لست متأكدا من أننا سنتوصل إلى اتفاق.", IS, MAY, "+agree"),
        ("وقال الوزير إن بوسع صربيا مهاجمة كوسوفو في أي يوم.", IS, MAY, "+attack"),
        ("وقال الناطق إن سحب السفراء لا يعني أن الهجوم حتمي.", IS, MAY, "+withdraw"),
        ("وقال الأمين العام إنه لم ير أي خفض للتصعيد من جانب صربيا.", NOT, DONE, "+escalate"),
        ("وأبلغ فوتشيتش بريطانيا بأنه لن يبادر إلى التصعيد.", NOT, DONE, "-escalate"),
        ("ورفضت روما استبعاد إرسال جنود إلى ليبيا.", IS, MAY, "+send"),
        ("وقالت روما إنها لن تؤكد أو تستبعد إرسال جنود إلى ليبيا.", IS, MAY, "+send"),
        ("ورفضت صربيا مزاعم بريطانية لا أساس لها بأنها تستعد لهجوم.", NOT, DONE, "-ready"),
        ("وقال الناطق إن لديه معلومات بأن صربيا تريد على الأرجح مهاجمة كوسوفو.", IS, MAY, "?attack"),
        ("ووصف الناطق مطالبة صربيا بسحب جنودها بأنها غير مقبولة.", IS, DONE, "-accept"),
        ("وتنفي صربيا، التي حشدت جنودها في مايو، أي نية للهجوم.", NOT, DONE, "!attack"),
        ("وتنفي صربيا أي نية للهجوم، بعدما حشدت 3 آلاف جندي.", NOT, DONE, "+mass"),
        ("وقال الوزير إن أي تقدم لا يمكن أن يتحقق إلا في ظل التهدئة.", IS, Modality.CONDITIONAL, "+advance"),
        ("وقال الوزير إن لندن اختارت خفض التوتر لا التصعيد.", IS, DONE, "-escalate"),
        ("ولم تلمس لندن أي تراجع في الانتشار الصربي.", NOT, DONE, "+mass"),
        ("وقالت لندن إن هذه المطالب غير قابلة للنقاش.", IS, DONE, "!discuss"),
        ("وتحتاج صربيا إلى ضمانات قاطعة ألا تنضم كوسوفو إلى الحلف.", IS, DONE, "-join"),
        ("ولم تقدم صربيا إلا تنازلات قليلة.", IS, DONE, "+concede"),
        ("ولم تنجح محادثات بلغراد في تقريب المواقف.", NOT, DONE, "-advance"),
        ("ولم تنجح محادثات بلغراد في إقناع لندن بالانسحاب.", NOT, DONE, "+meet"),
        ("ورفضت لندن رفضا قاطعا سحب جنودها من كوسوفو.", IS, DONE, "-withdraw"),
        ("وقال الناطق إن لقاء بلغراد كان نقاشا لا مفاوضات.", IS, DONE, "+discuss"),
        ("وقال الناطق إن الأسلحة البريطانية دفاعية لا هجومية.", IS, DONE, "-attack"),
        ("وقال الناطق إن صربيا لا نية لديها للهجوم.", NOT, DONE, "!attack"),
        ("وقالت لندن إنها لم تحرز تقدما في المسألة الأهم، أي توسع الحلف.", NOT, DONE, "+enlarge"),
        ("ولم يتسن للوكالة التحقق من أن صربيا سحبت جنودها.", IS, MAY, "+withdraw"),
        ("وقال الناطق إن إعادة الانتشار لا تعني أنها انسحبت.", IS, MAY, "+mass"),
        ("وقالت لندن إن صربيا زادت جنودها بدلا من أن تسحبهم.", IS, DONE, "-withdraw"),
        ("وقال فوتشيتش إن الحديث الغربي عن الهجوم كان كاذبا.", NOT, DONE, "-attack"),
        ("ونفت بلغراد أن تكون قد رفضت تسليم الأسلحة.", NOT, DONE, "+send"),
        ("ورفض الحلف طلب صربيا ضمانات مكتوبة.", IS, DONE, "-accept"),
    ],
)
def test_a_statement_is_read_as_it_is_meant(text: str, polarity: Polarity, modality: Modality, word: str) -> None:
    first = statements(text)[0]
    assert (first.raw.polarity, first.raw.modality) == (polarity, modality)
    assert any(word in told.split(" ") for told in first.acts)


def test_a_pretext_that_may_be_sought_denies_nothing() -> None:
    text = "وقال الوزير إن أي حديث عن استفزاز كوسوفي قد يكون ذريعة لهجوم صربي."
    assert all(item.raw.polarity is IS for item in statements(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("وقال الوزير إنه يعتقد أن فوتشيتش سيتحرك نحو كوسوفو.", "attack"),
        ("ونفى فوتشيتش أن تكون بلاده تنوي التحرك ضد كوسوفو.", "attack"),
        ("وتتحرك قوات صربية نحو كوسوفو منذ أسابيع.", ""),
        ("وقال فوتشيتش إن بلغراد تتحرك نحو تسوية مع كوسوفو.", ""),
    ],
)
def test_to_move_against_a_state_is_an_attack(text: str, event: str) -> None:
    assert statements(text)[0].event == event


def test_the_town_of_a_treaty_is_no_party_to_it() -> None:
    told = statements("وقالت صربيا إن اتفاقات بروكسل أساس التسوية.")
    assert [(item.parties, item.agent) for item in told] == [({"صربيا"}, "")]


def test_what_is_ruled_out_is_no_plan_told_before() -> None:
    text = "وقال الوزير إن صربيا قد تهاجم كوسوفو. كما استبعد انضمام كوسوفو إلى الحلف قريبا."
    assert [item.event for item in statements(text)] == ["attack", ""]
