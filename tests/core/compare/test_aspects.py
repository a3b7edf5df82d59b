"""Figures that tell one thing in other words: what a sum, a length, a time or a count of people is of."""

from __future__ import annotations

import pytest

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.model import Article, ClaimKind, Show

FLAGS = {Show.CONFLICT, Show.CHECK}


def shown(one: str, other: str, x: str, y: str, kind: ClaimKind = ClaimKind.QUANTITY) -> set[Show]:
    """How the figures of two articles stand whose evidence holds `x` and `y`."""
    articles = [
        Article(name, text, title="", source=name, published="2024-05-02", file=f"{name}.txt")
        for name, text in (("a", one), ("b", other))
    ]
    found = set()
    for fact in compare(unify(list(analyze_many(articles)))):
        for told in fact.relations:
            first, second = fact.claims[told.a], fact.claims[told.b]
            if first.claim.kind is kind and first.article_id != second.article_id:
                texts = {c.article_id: c.claim.text for c in (first, second)}
                if x in texts["a"] and y in texts["b"]:
                    found.add(told.show)
    return found


@pytest.mark.parametrize(
    ("one", "x", "other", "y"),
    [
        ("صرفت الحكومة 80 ألف دينار لأسرة كل متوفى.", "80", "تعويض كل أسرة يبلغ 60 ألف دينار.", "60"),
        ("يبعد الجسر 15 كيلومترا عن المدينة.", "15", "يقع الجسر على مسافة 40 كيلومترا من المدينة.", "40"),
        ("كلف بناء الملعب 3 مليارات دولار.", "3", "تكلفة الملعب خمسة مليارات دولار.", "خمسة"),
        ("كان على متن العبارة 42 شخصا.", "42", "كانت العبارة تقل أكثر من 60 مهاجرا.", "60"),
        ("وصلت فرق الإطفاء إلى المصنع بعد ساعتين.", "ساعتين", "وصلت فرق الإطفاء إلى المصنع خلال عشرين دقيقة.", "عشرين"),
        ("وقع اللاعب عقدا يمتد ثلاثة مواسم.", "ثلاثة", "ينص عقد اللاعب على خمسة مواسم.", "خمسة"),
    ],
)
def test_one_thing_told_in_other_words_is_compared(one: str, x: str, other: str, y: str) -> None:
    assert shown(one, other, x, y) & FLAGS


@pytest.mark.parametrize(
    ("one", "x", "other", "y"),
    [
        ("بلغ سعر الطن 300 دولار.", "300", "بلغت غرامة الشركة 900 دولار.", "900"),
        ("يبلغ طول النفق 12 كيلومترا.", "12", "يبعد النفق 90 كيلومترا عن العاصمة.", "90"),
        (
            "امتد الحريق على مساحة ثلاثة كيلومترات مربعة.",
            "ثلاثة",
            "اندلع الحريق على بعد كيلومترين من القرية.",
            "كيلومترين",
        ),
        ("قتل 9 أشخاص في الانفجار. وقتل 4 جنود.", "4", "قتل 9 أشخاص في الانفجار.", "9"),
    ],
)
def test_another_thing_is_not(one: str, x: str, other: str, y: str) -> None:
    assert not shown(one, other, x, y) & FLAGS


@pytest.mark.parametrize(
    ("one", "x", "other", "y", "expected"),
    [
        # A part and the whole; the same part; a part that is more than all.
        ("قتل 40 شخصا في السيول، منهم 28 في درنة و12 في طبرق.", "28", "قتل 40 شخصا في السيول.", "40", set()),
        (
            "قتل 40 شخصا في السيول، منهم 28 في درنة و12 في طبرق.",
            "28",
            "قتل في السيول 31 شخصا في درنة و12 في طبرق.",
            "31",
            {Show.CHECK},
        ),
        ("قتل في السيول 40 شخصا.", "40", "بلغت الوفيات في السيول في درنة وحدها 55 قتيلا.", "55", {Show.CHECK}),
        # What is counted since a year, what a year had, what is told of another time.
        (
            "أودى النزاع بحياة أكثر من 13 ألف شخص منذ عام 2014.",
            "13",
            "قتل 14 ألفا في النزاع منذ 2014.",
            "14",
            {Show.CHECK},
        ),
        ("قتل 9 أشخاص في الحريق.", "9", "قتل في الحرائق 107 أشخاص خلال عام 2023.", "107", set()),
        (
            "ينتشر 90 ألف جندي قرب الحدود.",
            "90",
            "قل الجنود قرب الحدود عما كانوا عندما بلغوا 110 آلاف جندي.",
            "110",
            set(),
        ),
        # Figures that leave room for another, and figures that do not.
        ("تجاوزت حصيلة الزلزال 245 ألف قتيل.", "245", "بلغت حصيلة الزلزال 246 ألف قتيل.", "246", {Show.AGREE}),
        ("ينتشر أكثر من 94 ألف جندي على الحدود.", "94", "ينتشر 100 ألف جندي على الحدود.", "100", {Show.CHECK}),
        ("يبلغ طول السد 1.8 كيلومتر.", "1.8", "يمتد السد بطول 1800 متر.", "1800", {Show.AGREE}),
    ],
)
def test_parts_periods_and_bounds(one: str, x: str, other: str, y: str, expected: set[Show]) -> None:
    assert shown(one, other, x, y) - {Show.SILENT} == expected


@pytest.mark.parametrize(
    ("one", "x", "other", "y", "expected"),
    [
        # One deed in other words; a fear; what was told before.
        ("قتل 300 شخص في غارة على السوق.", "300", "بلغت حصيلة الانفجار في السوق 210 قتلى.", "210", {Show.CHECK}),
        ("يخشى أن يرتفع عدد قتلى الغارة إلى 400 قتيل.", "400", "قتل 210 أشخاص في الغارة.", "210", set()),
        ("تحدث المسعفون في البداية عن 90 قتيلا في الغارة.", "90", "قتل 210 أشخاص في الغارة.", "210", {Show.UPDATE}),
        # Cases, things of two words, things that fell and things that left the rails.
        ("سجلت الوزارة 3 حالات وفاة في حادث القطار.", "3", "مصرع أربعة أشخاص في حادث القطار.", "أربعة", {Show.CHECK}),
        ("وصلت إلى مكان الحريق 30 سيارة إسعاف.", "30", "نقلت 44 سيارة إسعاف ضحايا الحريق.", "44", {Show.CHECK}),
        ("انقلبت ثلاث عربات من القطار.", "ثلاث", "خرجت تسع عربات من القطار عن القضبان.", "تسع", set()),
        # Goods, changes and levels; an army and those at a border.
        (
            "رفعت اللجنة سعر لتر البنزين إلى 85 ريالا وسعر لتر الديزل إلى 65 ريالا.",
            "65",
            "أصبح سعر لتر البنزين 92 ريالا وسعر لتر الديزل 65 ريالا.",
            "92",
            set(),
        ),
        ("ارتفع سعر الخبز إلى 20 ريالا.", "20", "زاد سعر الخبز بمقدار 5 ريالات.", "5", set()),
        ("يبلغ تعداد الجيش 250 ألف جندي.", "250", "ينتشر 90 ألف جندي قرب الحدود.", "90", set()),
    ],
)
def test_one_toll_in_other_words_and_other_counts(one: str, x: str, other: str, y: str, expected: set[Show]) -> None:
    assert shown(one, other, x, y) - {Show.SILENT} == expected


@pytest.mark.parametrize(
    ("one", "x", "other", "y", "expected"),
    [
        # Rates told in turn, in points, apart from each other.
        (
            "رفعت اللجنة الفائدة على الودائع والإقراض إلى 9% و11% على التوالي.",
            "11",
            "بلغت فائدة الإقراض 12 في المئة بعد القرار.",
            "12",
            {Show.CHECK},
        ),
        (
            "رفع البنك سعر الفائدة 300 نقطة أساس.",
            "300",
            "زاد البنك سعر الفائدة بواقع ثلاث نقاط مئوية.",
            "ثلاث",
            {Show.AGREE},
        ),
        ("رفع البنك سعر الفائدة 200 نقطة أساس.", "200", "رفع البنك سعر الفائدة إلى 14 في المئة.", "14", set()),
        # A deadline in other words; what followed one event by more and by less.
        (
            "أمهلت الوزارة السكان 72 ساعة للمغادرة.",
            "72",
            "طلبت الوزارة من السكان المغادرة خلال 48 ساعة.",
            "48",
            {Show.CHECK},
        ),
        ("فقد الاتصال بالطائرة بعد نصف ساعة من الإقلاع.", "ساعة", "أرسلت نداء بعد 16 دقيقة من الإقلاع.", "16", set()),
        # What was expected, what two markets ask.
        ("بلغت قيمة القرض 347 مليون دولار.", "347", "كان من المتوقع أن تبلغ قيمة القرض 750 مليون دولار.", "750", set()),
        ("بلغ سعر صرف الدولار 24 جنيها.", "24", "بلغ الدولار 33 جنيها في السوق الموازية.", "33", set()),
    ],
)
def test_rates_deadlines_and_expectations(one: str, x: str, other: str, y: str, expected: set[Show]) -> None:
    assert shown(one, other, x, y) - {Show.SILENT} == expected


MAYOR = "حصل سمير كنعان على 52.3 في المئة من الأصوات، ووائل مراد على 31.4 في المئة."


@pytest.mark.parametrize(
    ("one", "x", "other", "y", "expected"),
    [
        # Whose the figure is, told once for several.
        (MAYOR, "31.4", "أما وائل مراد فنال 34.1 في المئة من الأصوات.", "34.1", {Show.CHECK}),
        (MAYOR, "52.3", "أما وائل مراد فنال 34.1 في المئة من الأصوات.", "34.1", set()),
        (MAYOR, "52.3", "فاز سمير كنعان بنسبة 52 فاصل 3 بالمئة من الأصوات.", "52 فاصل", {Show.AGREE}),
        (
            "حكمت المحكمة على سمير كنعان بالسجن ست سنوات، وعلى وائل مراد بعامين.",
            "عامين",
            "السجن خمس سنوات لوائل مراد.",
            "خمس",
            {Show.CHECK},
        ),
        (
            "حكمت المحكمة على سمير كنعان بالسجن ست سنوات، وعلى وائل مراد بعامين.",
            "ست",
            "قضت المحكمة بسجن وائل مراد خمس سنوات.",
            "خمس",
            set(),
        ),
        # What one side asks for, and what another one sets.
        ("حكمت المحكمة بسجن الوزير خمس سنوات.", "خمس", "طلب الادعاء سجن الوزير عشر سنوات.", "عشر", set()),
        ("غرمت المحكمة الشركة مليون دولار.", "مليون", "طالبت النيابة بتغريم الشركة 3 ملايين دولار.", "3", set()),
        ("حكم على الوزير بالسجن خمس سنوات.", "خمس", "قضت المحكمة بسجن الوزير ثلاث سنوات إضافية.", "ثلاث", set()),
        # Of another time, of a poll, of those abroad.
        ("بلغت نسبة المشاركة 40 في المئة.", "40", "وبلغت نسبة المشاركة حينها 61 في المئة.", "61", set()),
        ("بلغت نسبة المشاركة 40 في المئة.", "40", "توقع استطلاع أن تبلغ نسبة المشاركة 61 في المئة.", "61", set()),
        ("بلغت نسبة المشاركة 40 في المئة.", "40", "بلغت نسبة المشاركة في الخارج 16 في المئة.", "16", set()),
        (
            "بلغت نسبة المشاركة 40 في المئة. ولم تتعد في الخارج نسبة المشاركة 16 في المئة.",
            "40",
            "وصلت نسبة المشاركة إلى 44 في المئة.",
            "44",
            {Show.CHECK},
        ),
        # A first count and a later one of the same day; those who are missing; two who count, in one sentence.
        ("أفاد بيان أولي بمقتل 12 شخصا في الحريق.", "12", "ارتفع عدد قتلى الحريق إلى 19.", "19", {Show.UPDATE}),
        (
            "قتل 40 شخصا في الفيضان فيما 25 آخرون ما زالوا مفقودين.",
            "25",
            "بلغ عدد المفقودين في الفيضان 38.",
            "38",
            {Show.CHECK},
        ),
    ],
)
def test_whose_it_is_and_of_which_time(one: str, x: str, other: str, y: str, expected: set[Show]) -> None:
    assert shown(one, other, x, y) == expected


PAPER = "كشفت صحيفة «الغارديان» {} أن الخطة تشمل بناء 340 مدرسة."
THAT_ONE = "قمة الأمس بين ماكرون وبوتين هي الثانية بعد تلك التي جمعتهما في برلين في 16 مارس 2024 ودامت ثلاث ساعات."
CALL = "تحدث ماكرون وبوتين هاتفيا يوم {} لمدة {}."


@pytest.mark.parametrize(
    ("one", "x", "other", "y", "kind", "expected"),
    [
        # The day of a newspaper's report, known again by what it counts; agencies tell the same every day.
        (PAPER.format("السبت"), "السبت", PAPER.format("الجمعة"), "الجمعة", ClaimKind.TIME, {Show.CHECK}),
        (
            PAPER.format("السبت"),
            "السبت",
            PAPER.replace("340", "72").format("الجمعة"),
            "الجمعة",
            ClaimKind.TIME,
            set(),
        ),
        (
            PAPER.replace("صحيفة «الغارديان»", "وكالة رويترز").format("السبت"),
            "السبت",
            PAPER.replace("صحيفة «الغارديان»", "وكالة رويترز").format("الجمعة"),
            "الجمعة",
            ClaimKind.TIME,
            set(),
        ),
        # One call that two articles date a day apart, as one of them may after midnight.
        (
            CALL.format("30 أبريل 2024", "خمسين دقيقة"),
            "خمسين",
            CALL.format("1 مايو 2024", "ساعتين"),
            "ساعتين",
            ClaimKind.QUANTITY,
            {Show.CHECK},
        ),
        # «That which» is another meeting of the kind just told.
        (
            "عقد ماكرون وبوتين قمة في برلين في 16 مارس 2024 استمرت أربع ساعات.",
            "أربع",
            THAT_ONE,
            "ثلاث",
            ClaimKind.QUANTITY,
            {Show.CONFLICT},
        ),
        (
            "عقد ماكرون وبوتين أمس الأربعاء قمة استمرت ساعتين.",
            "ساعتين",
            THAT_ONE,
            "ثلاث",
            ClaimKind.QUANTITY,
            set(),
        ),
        # One hour by two clocks, the second in brackets.
        (
            "يتحدث ماكرون وبوتين هاتفيا الجمعة عند الساعة الثالثة بتوقيت غرينتش (السادسة في موسكو).",
            "السادسة",
            "يتحدث ماكرون وبوتين هاتفيا الجمعة عند الساعة 15:05 بتوقيت غرينتش.",
            "15:05",
            ClaimKind.TIME,
            set(),
        ),
        (
            CALL.format("30 أبريل 2024", "خمسين دقيقة"),
            "خمسين",
            CALL.format("5 أبريل 2024", "ساعتين"),
            "ساعتين",
            ClaimKind.QUANTITY,
            set(),
        ),
    ],
)
def test_days_that_lie_together(one: str, x: str, other: str, y: str, kind: ClaimKind, expected: set[Show]) -> None:
    assert shown(one, other, x, y, kind) & FLAGS == expected


TWO_LANDS = "ضرب زلزال إيران والعراق. قتل 120 شخصا في إيران، أما في العراق فقتل 45 شخصا."


@pytest.mark.parametrize(
    ("one", "x", "other", "y", "expected"),
    [
        # Each land counts its own; both together are a third count, and one without a land may be either's.
        (TWO_LANDS, "45", "وفي الجانب العراقي، بلغ عدد القتلى جراء الزلزال 60 شخصا.", "60", FLAGS),
        (TWO_LANDS, "120", "وفي الجانب العراقي، بلغ عدد القتلى جراء الزلزال 60 شخصا.", "60", set()),
        (TWO_LANDS, "45", "أسفر الزلزال عن مقتل 300 شخص في البلدين.", "300", set()),
        (TWO_LANDS, "120", "أسفر الزلزال عن مقتل 300 شخص.", "300", set()),
        # The first one and one that followed it.
        ("ضرب زلزال بقوة 7.1 درجة الساحل.", "7.1", "بلغت قوة الزلزال 6.8 درجة، تلاه آخر بقوة 5.9 درجة.", "6.8", FLAGS),
        ("ضرب زلزال بقوة 7.1 درجة الساحل.", "7.1", "بلغت قوة الزلزال 7.1 درجة، تلاه آخر بقوة 5.9 درجة.", "5.9", set()),
        (
            "ضرب زلزال بقوة 7.1 درجة الساحل.",
            "7.1",
            "بلغت قوة الزلزال 7.1 درجة، وضرب زلزال جديد بقوة 6.4 درجة.",
            "6.4",
            set(),
        ),
        # «The earthquake» is that of the news, not the one recalled beside it.
        (
            "ضرب زلزال الساحل وقتل 30 شخصا، وهو الأعنف منذ زلزال عام 1939. ووقع الزلزال على عمق 12 كيلومترا.",
            "12",
            "ضرب زلزال الساحل أمس على عمق 18 كيلومترا.",
            "18",
            FLAGS,
        ),
        # The only count of its kind in either article, of one story.
        (
            "انهار السد وتدفق منه 30 مليون متر مكعب من المياه نحو المدينة.",
            "30",
            "كان السد يحتجز قبل انهياره 24 مليون متر مكعب من المياه فوق المدينة.",
            "24",
            FLAGS,
        ),
        # Who holds the place where they were counted; counted until an hour; told as what had been, not what may be.
        (
            "قتل 40 شخصا في الفيضان في مناطق سيطرة الحكومة.",
            "40",
            "قتل 28 شخصا في الفيضان في مناطق المعارضة.",
            "28",
            set(),
        ),
        (
            "حشدت روسيا 90 ألف جندي قرب حدود أوكرانيا.",
            "90",
            "تحدثت تسريبات الاستخبارات الأميركية عن هجوم روسي على أوكرانيا بقوة قد تبلغ 160 ألف جندي.",
            "160",
            FLAGS,
        ),
        (
            "قالت البلدية إن القصف خلف 60 قتيلا. وأحصى الأطباء 44 قتيلا من المدنيين.",
            "44",
            "أسفر القصف عن مقتل 75 شخصا.",
            "75",
            set(),
        ),
        (
            "حشدت روسيا عشرات آلاف الجنود قرب حدود أوكرانيا.",
            "عشرات",
            "حشدت روسيا 90 ألف جندي، وترجح كييف أن يرتفع العدد إلى 160 ألفا في مطلع العام المقبل.",
            "160",
            {Show.CHECK},
        ),
        ("قتل 40 شخصا في الفيضان.", "40", "بلغ عدد قتلى الفيضان حتى مساء الخميس 75 شخصا.", "75", {Show.UPDATE}),
        (
            "كانت الوزارة قد تحدثت عن مقتل 40 شخصا في الفيضان.",
            "40",
            "قالت الشرطة إن 31 شخصا قتلوا في الفيضان.",
            "31",
            {Show.CHECK},
        ),
    ],
)
def test_of_which_land_and_which_shock(one: str, x: str, other: str, y: str, expected: set[Show]) -> None:
    found = shown(one, other, x, y)
    assert found & FLAGS if expected is FLAGS else found - {Show.SILENT} == expected


def test_a_question_says_what_the_figures_tell() -> None:
    articles = [
        Article(name, text, title="", source=name, published="2024-05-02", file=f"{name}.txt")
        for name, text in (("a", "كان على متن العبارة 42 شخصا."), ("b", "كانت العبارة تقل أكثر من 60 مهاجرا."))
    ]
    (fact,) = [f for f in compare(unify(list(analyze_many(articles)))) if f.kind is ClaimKind.QUANTITY]
    assert fact.question.startswith("كم عدد من كانوا على المتن")
    assert fact.question_en.startswith("How many people aboard are there")


def test_a_year_told_of_another_deed_dates_no_toll() -> None:
    one = "ضمت روسيا القرم عام 2014، وقتل أكثر من 13 ألف شخص في النزاع في شرق أوكرانيا."
    other = "سقط نحو 14 ألف قتيل في النزاع في شرق أوكرانيا."
    assert shown(one, other, "13", "14") & FLAGS
