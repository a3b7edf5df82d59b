"""Figures in sentences: their span, bounds, unit and kind, and what is no figure at all."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.extract.quantities import extract_quantities, normal_form
from core.model import Approx, Entity, Quantity, QuantityKind, Span
from core.text.segment import sentences

COUNT, ORDINAL, PERCENT = QuantityKind.COUNT, QuantityKind.ORDINAL, QuantityKind.PERCENT
MONEY, MEASURE, FRACTION = QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.FRACTION
EXACT, AT_LEAST, AT_MOST = Approx.EXACT, Approx.AT_LEAST, Approx.AT_MOST
ABOUT, RANGE, VAGUE = Approx.ABOUT, Approx.RANGE, Approx.VAGUE


def extract(text: str, taken: list[Span] | None = None) -> list[Entity]:
    return extract_quantities(text, sentences(text), taken or [])


def only(text: str) -> tuple[str, Quantity]:
    found = extract(text)
    assert [entity.text for entity in found] == [found[0].text if found else "one figure"], text
    value = found[0].value
    assert isinstance(value, Quantity)
    return found[0].text, value


@pytest.mark.parametrize(
    ("text", "span", "low", "high", "unit", "approx", "kind"),
    [
        ("انتشر أكثر من 82000 جندي فرنسي على الضفة", "82000 جندي", 82_000, None, "جندي", AT_LEAST, COUNT),
        ("قد يشارك ما يصل إلى 140 ألف مقاتل في المناورة", "140 ألف مقاتل", None, 140_000, "مقاتل", AT_MOST, COUNT),
        ("وصل نحو ٣٬٥٠٠ لاجئ إلى المرفأ", "٣٬٥٠٠ لاجئ", 3_500, 3_500, "لاجئ", ABOUT, COUNT),
        ("حضر الحفل 94.000 متفرج", "94.000 متفرج", 94_000, 94_000, "متفرج", EXACT, COUNT),
        ("وأعلنت فقدان أربعة وتسعين ألف كتاب", "أربعة وتسعين ألف كتاب", 94_000, 94_000, "كتاب", EXACT, COUNT),
        ("ما لا يقل عن ثلاثين شاحنة عبرت", "ثلاثين شاحنة", 30, None, "شاحنة", AT_LEAST, COUNT),
        ("لا يقل عددهم عن 40 صحفيا", "40 صحفيا", 40, None, "صحفي", AT_LEAST, COUNT),
        ("يشارك فيها 900 راكب على أقصى تقدير", "900 راكب", None, 900, "راكب", AT_MOST, COUNT),
        ("لا يتجاوز عددها 12 سفينة", "12 سفينة", None, 12, "سفينة", AT_MOST, COUNT),
        ("استقبلت العيادة 60 مريضا على الأقل", "60 مريضا", 60, None, "مريض", AT_LEAST, COUNT),
        ("باعت المكتبة 200 نسخة أو أكثر", "200 نسخة", 200, None, "نسخة", AT_LEAST, COUNT),
        ("يضم الأسطول بين 90 و100 ألف بحار", "90 و100 ألف بحار", 90_000, 100_000, "بحار", RANGE, COUNT),
        ("يحتاج من 4 إلى 6 أطباء", "4 إلى 6 أطباء", 4, 6, "طبيب", RANGE, COUNT),
        ("يضم الفريق 4-5 باحثين", "4-5 باحثين", 4, 5, "باحث", RANGE, COUNT),
        ("بين مليونين وثلاثة ملايين زائر", "مليونين وثلاثة ملايين زائر", 2e6, 3e6, "زائر", RANGE, COUNT),
        ("بين خمسة وعشرة قوارب", "خمسة وعشرة قوارب", 5, 10, "قارب", RANGE, COUNT),
        ("فر عشرات الآلاف من السكان", "عشرات الآلاف من السكان", 20_000, 99_999, "ساكن", VAGUE, COUNT),
        ("خرج مئات المتظاهرين", "مئات المتظاهرين", 200, 999, "متظاهر", VAGUE, COUNT),
        ("غابت عن الجلسة عدة دول", "عدة دول", 3, 9, "دولة", VAGUE, COUNT),
        ("زار الوفد مدنا عدة وقرى", "مدنا عدة", 3, 9, "مدينة", VAGUE, COUNT),
        ("عقد الطرفان اجتماعًا واحدًا في مدريد", "اجتماعًا واحدًا", 1, 1, "اجتماع", EXACT, COUNT),
        ("أجرت اللجنة جولتين من المشاورات", "جولتين", 2, 2, "جولة", EXACT, COUNT),
        ("أصيب شخصان في الحادث", "شخصان", 2, 2, "شخص", EXACT, COUNT),
        ("وافقت الدول الثلاث على الخطة", "الدول الثلاث", 3, 3, "دولة", EXACT, COUNT),
        ("وافقت الدول الـ27 على الخطة", "الدول الـ27", 27, 27, "دولة", EXACT, COUNT),
        ("اعتقل خمسة من الحراس", "خمسة من الحراس", 5, 5, "حارس", EXACT, COUNT),
        ("سحبت نحو 10 آلاف من جنودها", "10 آلاف من جنودها", 10_000, 10_000, "جندي", ABOUT, COUNT),
        ("لم ينج سوى بحار يوناني واحد", "بحار يوناني واحد", 1, 1, "بحار", EXACT, COUNT),
        ("بعد الاتصال الهاتفي الثاني", "الاتصال الهاتفي الثاني", 2, 2, "اتصال", EXACT, ORDINAL),
        ("الذكرى السنوية الأولى", "الذكرى السنوية الأولى", 1, 1, "ذكرى", EXACT, ORDINAL),
        ("الدول الأوروبية الخمس", "الدول الأوروبية الخمس", 5, 5, "دولة", EXACT, COUNT),
        ("بلغ عدد القتلى 25", "25", 25, 25, "قتيل", EXACT, COUNT),
        ("انخفض عدد الإصابات إلى سبع خلال الليل", "سبع", 7, 7, "إصابة", EXACT, COUNT),
        ("أدين المسؤولون الأحد عشر في القضية", "المسؤولون الأحد عشر", 11, 11, "مسؤول", EXACT, COUNT),
        ("لم يزد الاجتماع إلا قليلا عن الساعتين", "الساعتين", 2, 2, "ساعة", ABOUT, QuantityKind.DURATION),
        ("تزيد قليلا عن 20 دبابة", "20 دبابة", 20, 20, "دبابة", ABOUT, COUNT),
        ("وارتفعت الصادرات 12.5% في عام واحد فقط"[:26], "12.5%", 12.5, 12.5, "%", EXACT, PERCENT),
        ("بنسبة ٥٠ في المئة", "٥٠ في المئة", 50, 50, "%", EXACT, PERCENT),
        ("بنسبة %40", "%40", 40, 40, "%", EXACT, PERCENT),
        ("أقل من ثلاثين بالمائة", "ثلاثين بالمائة", None, 30, "%", AT_MOST, PERCENT),
        ("بين 10 و15%", "10 و15%", 10, 15, "%", RANGE, PERCENT),
        ("قيمتها 60 مليون دولار أمريكي", "60 مليون دولار أمريكي", 60e6, 60e6, "USD", EXACT, MONEY),
        ("بيعت بأكثر من $5.2 مليار", "$5.2 مليار", 5.2e9, None, "USD", AT_LEAST, MONEY),
        ("يكلف 20 دولارا و43 سنتا", "20 دولارا و43 سنتا", 20.43, 20.43, "USD", EXACT, MONEY),
        ("غرامة قدرها ثلاثة آلاف ليرة لبنانية", "ثلاثة آلاف ليرة لبنانية", 3000, 3000, "LBP", EXACT, MONEY),
        ("منحة قيمتها مليونا يورو", "مليونا يورو", 2e6, 2e6, "EUR", EXACT, MONEY),
        ("سعره دولار كندي واحد", "دولار كندي واحد", 1, 1, "CAD", EXACT, MONEY),
        ("من 10 إلى 20 دينار كويتي", "10 إلى 20 دينار كويتي", 10, 20, "KWD", RANGE, MONEY),
        ("على بعد 12 كيلومترا من المدينة", "12 كيلومترا", 12, 12, "كيلومتر", EXACT, MEASURE),
        ("مساحتها 300 متر مربع", "300 متر مربع", 300, 300, "متر مربع", EXACT, MEASURE),
        ("هبطت الحرارة إلى 5 درجات تحت الصفر", "5 درجات تحت الصفر", -5, -5, "درجة", EXACT, MEASURE),
        ("وزنها 2.5 كغ", "2.5 كغ", 2.5, 2.5, "كيلوغرام", EXACT, MEASURE),
        ("وافق ثلثا الأعضاء", "ثلثا الأعضاء", 2 / 3, 2 / 3, "عضو", EXACT, FRACTION),
        ("خمس السكان فقراء", "خمس السكان", 0.2, 0.2, "ساكن", EXACT, FRACTION),
        ("أكثر من نصف الأسر", "نصف الأسر", 0.5, None, "أسرة", AT_LEAST, FRACTION),
        ("واحد من كل أربعة أطفال", "واحد من كل أربعة أطفال", 0.25, 0.25, "طفل", EXACT, FRACTION),
        ("ثاني قمة تجمعهما", "ثاني قمة", 2, 2, "قمة", EXACT, ORDINAL),
        ("يستعدون للجولة الثالثة", "للجولة الثالثة", 3, 3, "جولة", EXACT, ORDINAL),
        ("بالمرة الثانية", "المرة الثانية", 2, 2, "مرة", EXACT, ORDINAL),
        ("في الذكرى العشرين للاستقلال", "الذكرى العشرين", 20, 20, "ذكرى", EXACT, ORDINAL),
        ("حل في المركز 3", "المركز 3", 3, 3, "مركز", EXACT, ORDINAL),
        ("وبلغ عدد الغرقى في الجزر الجنوبية 1634", "1634", 1634, 1634, "غريق", EXACT, COUNT),
        ("ثالث أكبر دولة", "ثالث أكبر دولة", 3, 3, "دولة", EXACT, ORDINAL),
    ],
)
def test_figures_in_sentences(
    text: str, span: str, low: float | None, high: float | None, unit: str, approx: Approx, kind: QuantityKind
) -> None:
    found, value = only(text)
    assert found == span
    assert (value.low, value.high) == (pytest.approx(low) if low else low, pytest.approx(high) if high else high)
    assert (value.unit, value.approx, value.kind) == (unit, approx, kind)


@pytest.mark.parametrize(
    ("text", "span", "iso", "approx"),
    [
        ("استمر اللقاء نحو 3 ساعات", "3 ساعات", "PT3H", ABOUT),
        ("غاب سبع سنوات", "سبع سنوات", "P7Y", EXACT),
        ("انتظروا ساعتين", "ساعتين", "PT2H", EXACT),
        ("توقف نصف ساعة", "نصف ساعة", "PT30M", EXACT),
        ("دامت ساعة ونصف الساعة", "ساعة ونصف الساعة", "PT1H30M", EXACT),
        ("دام ساعتين و40 دقيقة", "ساعتين و40 دقيقة", "PT2H40M", EXACT),
        ("انتهى بعد ثلاث ساعات ودقيقة من بدايته", "ثلاث ساعات ودقيقة", "PT3H1M", EXACT),
        ("ما وراء جلسة الساعتين", "الساعتين", "PT2H", EXACT),
        ("زهاء الساعة والنصف", "الساعة والنصف", "PT1H30M", ABOUT),
        ("سيسلم الرد في غضون أسبوع", "أسبوع", "P1W", EXACT),
        ("أمام الشركة مهلة شهر لتدفع", "شهر", "P1M", EXACT),
        ("دام 6 ساعات ونصف ساعة", "6 ساعات ونصف ساعة", "PT6H30M", EXACT),
        ("استمر ساعة ونصف ساعة", "ساعة ونصف ساعة", "PT1H30M", EXACT),
        ("قدرت مدته بساعة وثلاث دقائق", "ساعة وثلاث دقائق", "PT1H3M", EXACT),
        ("بعد عقدين من الخلاف", "عقدين", "P20Y", EXACT),
        ("سيبقى لمدة أسبوع", "أسبوع", "P1W", EXACT),
        ("قضى سنة كاملة هناك", "سنة كاملة", "P1Y", EXACT),
        ("بقي نصف عام", "نصف عام", "P6M", EXACT),
        ("منذ أكثر من 10 أعوام", "10 أعوام", "P10Y", AT_LEAST),
        ("يبلغ من العمر 35 عاما", "35 عاما", "P35Y", EXACT),
        ("تأجل عدة أيام", "عدة أيام", None, VAGUE),
        ("استغرق أكثر من ساعة", "ساعة", "PT1H", AT_LEAST),
        ("عاد بعد أقل من شهر", "شهر", "P1M", AT_MOST),
        ("دام نحو ساعة ونصف", "ساعة ونصف", "PT1H30M", ABOUT),
        ("بين يومين وثلاثة أيام", "يومين وثلاثة أيام", None, RANGE),
    ],
)
def test_durations(text: str, span: str, iso: str | None, approx: Approx) -> None:
    found, value = only(text)
    assert (found, value.iso, value.approx, value.kind) == (span, iso, approx, QuantityKind.DURATION)


@pytest.mark.parametrize(
    "text",
    [
        "صدر القرار 2202 بالإجماع",
        "وصلوا نحو الساعة السابعة وغادروا خلال الساعتين الأخيرتين",
        "تنص المادة 5 من الميثاق",
        "المادتان 5 و6 من القانون",
        "قرار مجلس الأمن الدولي رقم 1701",
        "اجتمعت مجموعة السبع ثم مجموعة العشرين",
        "مفاوضات مجموعة 5+1",
        "حلقت مقاتلات F-16 وسو-35 وإف-16",
        "تفشي كوفيد-19 بعد اتفاق مينسك-2",
        "بثت قناة فرانس 24 اللقاء",
        "في 2019 وقبل 2020",
        "الكاتب الراحل (1901 - 1977)",
        "انتهت المباراة بفوز الضيوف 2-1",
        "اتصل على الرقم 0096650123456",
        "هاتف 650-701-8887",
        "العنوان 192.168.1.2 لا يعمل",
        "اتفق الزعيمان والرئيسان على بيان مشترك",
        "أحد المسؤولين وإحدى الصحف",
        "واحدة من أسوأ الأزمات",
        "قال المسؤولون إن المهاجمين فروا",
        "زار بوتين فلسطين والبحرين",
        "الحرب العالمية الثانية",
        "الملك الحسن الثاني",
        "قوى 14 آذار",
        "تعقد في 10 و12 و13 مايو",
        "فاز في المباراة 6 - 4 و7 - 5",
        "حتى شهر رمضان",
        "جاء من يوم بعيد",
        "بين كانون الثاني وتشرين الأول",
        "من جهة ثانية",
        "استقبلت السيدة الأولى ضيوفها",
        "قالا في آن واحد",
        "لست متأكدا من كمية القمح",
        "في ربع النهائي",
        "أمين المجلس يقطن ميلان",
        "سقطت الدولة نحو 500 ق.م.",
        "عاد إلى بيته عند الساعة 17:30",
        "أول من أمس",
        "أول أمس",
        "على نحو أفضل",
        "ثمن الخبز مرتفع",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert [(entity.text, entity.name) for entity in extract(text)] == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("قتل خمسة وأصيب ستة عشر", ["خمسة", "ستة عشر"]),
        ("ارتفع من 5% إلى 10%", ["5%", "10%"]),
        ("3 جنود و4 مدنيين", ["3 جنود", "4 مدنيين"]),
        ("أسر جنديين وثلاثة ضباط", ["جنديين", "ثلاثة ضباط"]),
        ("مئة جندي وخمسون ضابطا", ["مئة جندي", "خمسون ضابطا"]),
        ("100 دولار و50 يورو", ["100 دولار", "50 يورو"]),
    ],
)
def test_several_figures_stay_apart(text: str, spans: list[str]) -> None:
    assert [entity.text for entity in extract(text)] == spans


@pytest.mark.parametrize(
    ("prefix", "span"),
    [("و", "12 قاربا"), ("ب", "12 قاربا"), ("لـ", "12 قاربا"), ("بنحو ", "12 قاربا")],
)
def test_proclitics_stay_outside_the_span(prefix: str, span: str) -> None:
    assert only(f"وصلوا {prefix}12 قاربا")[0] == span


@pytest.mark.parametrize("words", ["بنحو", "لنحو", "وبنحو", "بحوالي", "يقدر بنحو"])
def test_an_approximator_with_a_proclitic_bounds_its_figure(words: str) -> None:
    assert only(f"{words} 12 قاربا")[1].approx is Approx.ABOUT


def test_spans_are_code_points_of_the_raw_text() -> None:
    text = "🚢🚢 وصلَ ثَلاثَـةُ قواربَ، ثم 🛟 ٤٬٠٠٠ شخصٍ"
    found = extract(text)
    assert [text[entity.start : entity.end] for entity in found] == ["ثَلاثَـةُ قواربَ", "٤٬٠٠٠ شخصٍ"]
    assert [entity.value.unit for entity in found if isinstance(entity.value, Quantity)] == ["قارب", "شخص"]


def test_nothing_that_touches_a_date_is_a_count() -> None:
    text = "في 7 و9 يوليو حضر 30 وزيرا"
    day = text.index("9 يوليو")
    assert [entity.text for entity in extract(text, [Span(day, day + len("9 يوليو"))])] == ["30 وزيرا"]


def test_only_the_given_sentences_are_read() -> None:
    text = "وصل 3 وزراء.\nالمحرر: 7 مقالات."
    assert [entity.text for entity in extract_quantities(text, sentences(text)[:1], [])] == ["3 وزراء"]


def test_equal_amounts_share_a_name_and_others_do_not() -> None:
    names = [extract(text)[0].name for text in ("94000 جندي", "أربعة وتسعون ألف جندي", "٩٤ ألف جندي", "94 جنديا")]
    assert len(set(names[:3])) == 1
    assert names[3] not in names[:3]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (Quantity(94_000, None, "جندي", Approx.AT_LEAST), "≥ 94,000 جندي"),
        (Quantity(None, 175_000, "جندي", Approx.AT_MOST), "≤ 175,000 جندي"),
        (Quantity(90, 100, "جندي", Approx.RANGE), "90–100 جندي"),
        (Quantity(2, 2, "قمة", kind=ORDINAL), "رقم 2 قمة"),
        (Quantity(0, 0, "درجة", kind=MEASURE), "0 درجة"),
    ],
)
def test_normal_form(value: Quantity, name: str) -> None:
    assert normal_form(value) == name


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=" \nوبالمنثةعشر٠١٢90.,٬٫%-/()$ألف«»\u064b\u0640🚢km", max_size=120))
def test_any_text_gives_spans_in_order_that_hold_their_text(text: str) -> None:
    found = extract(text)
    assert all(text[entity.start : entity.end] == entity.text and entity.text.strip() for entity in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


_LENGTH = 48_000


@pytest.mark.parametrize(
    "part",
    [
        "5",
        "1,",
        "1 ",
        "111 ",
        "5-",
        "5/",
        "وخمسة ",
        "خمسة وعشرون ",
        "ألف ",
        "مليون و",
        "بين 5 و",
        "من 5 إلى ",
        "لا يقل ",
        "نصف ",
        "عشرات ",
        "ت",
        "ـ",
        "\u064b",
        "(",
        "المادة 5 و",
        "$",
        "كم",
        "ساعتين و",
        "5\n",
        "واحد ",
        "أول ",
        "الثاني ",
    ],
)
def test_anything_repeated_takes_linear_time(part: str) -> None:
    def seconds(length: int) -> float:
        text = part * (length // len(part))
        spans = [Span(0, len(text))]
        begin = time.process_time()
        extract_quantities(text, spans, [])
        return time.process_time() - begin

    seconds(1000)
    small, large = seconds(_LENGTH // 8), seconds(_LENGTH)
    assert large < 20 * max(small, 0.02)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تحدثا لمدة ساعة وعشرين دقيقة", [("ساعة وعشرين دقيقة", 1.333333, "ساعة")]),
        ("استمر العرض ساعة و15 دقيقة", [("ساعة و15 دقيقة", 1.25, "ساعة")]),
        ("دام اللقاء أكثر من ساعة وعشر دقائق", [("ساعة وعشر دقائق", 1.166667, "ساعة")]),
        ("بعد عروض استمرت شهرا قرب النهر", [("شهرا", 1, "شهر")]),
        ("دام العرض ساعتين ودقيقة واحدة", [("ساعتين ودقيقة واحدة", 2.016667, "ساعة")]),
        ("دام العرض ساعتين وشهر رمضان قادم", [("ساعتين", 2, "ساعة")]),
        ("نزل السهم 62 سنتا إلى 83.96 دولار", [("62 سنتا", 0.62, "USD"), ("83.96 دولار", 83.96, "USD")]),
        ("وقد يرتفع العدد إلى 175 ألفا", [("175 ألفا", 175_000, None)]),
    ],
)
def test_parts_of_an_amount_and_amounts_apart(text: str, expected: list[tuple[str, float, str | None]]) -> None:
    found = [(entity.text, entity.value) for entity in extract(text)]
    assert [(span, value.low, value.unit) for span, value in found if isinstance(value, Quantity)] == expected
