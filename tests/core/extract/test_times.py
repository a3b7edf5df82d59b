"""The time grammar: spans, values and what must not be taken for a time."""

from __future__ import annotations

import time
from datetime import date

import pytest

from core.extract import calendar
from core.extract.times import extract_times
from core.model import Entity, Span, TimeKind
from core.text.segment import sentences

THURSDAY = date(2021, 12, 30)


def read(text: str, published: date | None = THURSDAY) -> list[Entity]:
    return extract_times(text, published, sentences(text))


def one(text: str, published: date | None = THURSDAY) -> tuple[str, str]:
    (entity,) = read(text, published)
    assert text[entity.start : entity.end] == entity.text
    assert entity.value is not None
    return entity.text, entity.value.timex


@pytest.mark.parametrize(
    ("text", "span", "timex"),
    [
        # Month names of every region, and both at once.
        ("اجتمعوا في 4 ديسمبر 2021", "4 ديسمبر 2021", "2021-12-04"),
        ("اجتمعوا في 4 كانون الأول 2021", "4 كانون الأول 2021", "2021-12-04"),
        ("اجتمعوا في 4 ديسمبر/كانون الأول 2021", "4 ديسمبر/كانون الأول 2021", "2021-12-04"),
        ("اجتمعوا في 4 كانون الأول / ديسمبر 2021", "4 كانون الأول / ديسمبر 2021", "2021-12-04"),
        ("اجتمعوا في 4 كانون الأول (ديسمبر) 2021", "4 كانون الأول (ديسمبر) 2021", "2021-12-04"),
        ("اجتمعوا في 4 ديسمبر كانون الأول 2021", "4 ديسمبر كانون الأول 2021", "2021-12-04"),
        ("اجتمعوا في 20 غشت 2019", "20 غشت 2019", "2019-08-20"),
        ("اجتمعوا في 3 جانفي 2020", "3 جانفي 2020", "2020-01-03"),
        ("اجتمعوا في 7 إبريل 2020", "7 إبريل 2020", "2020-04-07"),
        ("اجتمعوا في 7 اغسطس 2020", "7 اغسطس 2020", "2020-08-07"),
        ("اجتمعوا في ٧ آب ٢٠٢٠", "٧ آب ٢٠٢٠", "2020-08-07"),
        ("اجتمعوا في الثاني والعشرين من يونيو 2020", "الثاني والعشرين من يونيو 2020", "2020-06-22"),
        ("اجتمعوا في العاشر من سبتمبر ألفين وثمانية عشر", "العاشر من سبتمبر ألفين وثمانية عشر", "2018-09-10"),
        # Figures: the day comes before the month.
        ("صدر بتاريخ 4/12/2021", "4/12/2021", "2021-12-04"),
        ("صدر بتاريخ 2021-12-04", "2021-12-04", "2021-12-04"),
        ("صدر بتاريخ 12/25/2021", "12/25/2021", "2021-12-25"),
        ("صدر في 26 / 4 / 1948", "26 / 4 / 1948", "1948-04-26"),
        ("صدر في 3/2015", "3/2015", "2015-03"),
        # Hijri dates become Gregorian days.
        ("في 15 رمضان 1442 هـ", "15 رمضان 1442 هـ", "2021-04-27"),
        ("خلال عام 1440هـ", "عام 1440هـ", "2018-09-11/2019-08-30"),
        # Weekdays with their date are one span.
        ("التقيا السبت 4 ديسمبر/كانون الأول 2021", "السبت 4 ديسمبر/كانون الأول 2021", "2021-12-04"),
        ("التقيا يوم الثلاثاء الموافق 28/12/2021", "يوم الثلاثاء الموافق 28/12/2021", "2021-12-28"),
        ("يلتقيان يوم الاثنين (10 يناير)", "يوم الاثنين (10 يناير)", "2022-01-10"),
        ("التقيا صباح السبت 4 ديسمبر 2021", "صباح السبت 4 ديسمبر 2021", "2021-12-04TMO"),
        # Years, decades, centuries, quarters.
        ("ضمتها عام 2014", "عام 2014", "2014"),
        ("ضمتها في سنة (1948)", "سنة (1948)", "1948"),
        ("ضمتها في العام الماضي", "العام الماضي", "2020"),
        ("بحلول 2030", "2030", "2030"),
        ("انتشرت في تسعينيات القرن الماضي", "تسعينيات القرن الماضي", "199"),
        ("شيدت في القرن التاسع عشر", "القرن التاسع عشر", "18"),
        ("نما الاقتصاد في الربع الثالث من 2021", "الربع الثالث من 2021", "2021-Q3"),
        ("بني عام 670 ق.م", "عام 670 ق.م", "BC0670"),
        # Relative to the day of publication.
        ("وصل أمس", "أمس", "2021-12-29"),
        ("وصل أول من أمس", "أول من أمس", "2021-12-28"),
        ("يصل غدا", "غدا", "2021-12-31"),
        ("يصل بعد غد", "بعد غد", "2022-01-01"),
        ("يصل مساء الغد", "مساء الغد", "2021-12-31TEV"),
        ("وصل صباح اليوم الخميس", "صباح اليوم الخميس", "2021-12-30TMO"),
        ("وصل مساء أمس الأربعاء", "مساء أمس الأربعاء", "2021-12-29TEV"),
        ("اليوم/الخميس/ أعلنت الوزارة", "اليوم/الخميس", "2021-12-30"),
        ("غادر الليلة الماضية", "الليلة الماضية", "2021-12-29TNI"),
        ("يبدأ الشهر المقبل", "الشهر المقبل", "2022-01"),
        ("انتهى الأسبوع الماضي", "الأسبوع الماضي", "2021-W51"),
        ("يعود يوم الجمعة من الأسبوع المقبل", "يوم الجمعة من الأسبوع المقبل", "2022-01-07"),
        ("وصل قبل يومين", "قبل يومين", "2021-12-28"),
        ("سيعود بعد أسبوعين", "بعد أسبوعين", "2022-01-13"),
        ("في الخامس من الشهر الماضي", "الخامس من الشهر الماضي", "2021-11-05"),
        ("عقد في يونيو الماضي", "يونيو الماضي", "2021-06"),
        ("عقد في ديسمبر الماضي", "ديسمبر الماضي", "2020-12"),
        ("عقد في 16 يونيو/حزيران الماضي", "16 يونيو/حزيران الماضي", "2021-06-16"),
        ("يعقد أول يوم جمعة في الشهر المقبل", "أول يوم جمعة في الشهر المقبل", "2022-01-07"),
        ("قضوا عطلة نهاية الأسبوع", "عطلة نهاية الأسبوع", "2021-W52-WE"),
        # Periods.
        ("يستمر من 5 إلى 9 يناير 2022", "5 إلى 9 يناير 2022", "2022-01-05/2022-01-09"),
        ("بين عامي 2014 و2018", "عامي 2014 و2018", "2014/2018"),
        ("تدهورت في الأشهر الأخيرة", "الأشهر الأخيرة", "PXM"),
        ("قتلوا في الأيام الثلاثة الماضية", "الأيام الثلاثة الماضية", "P3D"),
        ("توفي قبل عام ونصف العام", "قبل عام ونصف العام", "2020-06"),
        ("غادر قبل عام واحد", "قبل عام واحد", "2020"),
        ("يرتاح بقية الأسبوع", "بقية الأسبوع", "2021-12-30/2022-01-02"),
        ("يبدأ مطلع العام الجديد", "مطلع العام الجديد", "2022"),
        ("قد تشن حربا مطلع العام", "مطلع العام", "2022"),
        ("ستبدأ الجولة أواخر العام", "أواخر العام", "2021"),
        ("شنت حربا مطلع العام", "مطلع العام", "2021"),
        ("صام الناس في رمضان 2021", "رمضان 2021", "2021-04-13/2021-05-12"),
        ("التقطت في 5 و13 ديسمبر 2021", "13 ديسمبر 2021", "2021-12-13"),
        ("وقع ليل الأربعاء الخميس", "ليل الأربعاء الخميس", "2021-12-29TNI"),
        ("بعد هجمات 11 سبتمبر", "11 سبتمبر", "2001-09-11"),
        # Hours.
        ("يبدأ عند الساعة 15:30 بتوقيت غرينتش", "الساعة 15:30 بتوقيت غرينتش", "T15:30Z"),
        ("انطلقت عند 2030 بتوقيت غرينتش", "2030 بتوقيت غرينتش", "T20:30Z"),
        ("وقع الزلزال في الساعة 0417 بالتوقيت المحلي", "الساعة 0417 بالتوقيت المحلي", "T04:17"),
        ("يبدأ الساعة الثامنة والنصف مساء", "الساعة الثامنة والنصف مساء", "T20:30"),
        ("يبدأ غدا الساعة 8 مساء", "غدا الساعة 8 مساء", "2021-12-31T20"),
        ("يمتد من الثانية إلى الخامسة مساء", "الثانية إلى الخامسة مساء", "T14/T17"),
        # Sets and the present.
        ("يجتمعون كل ثلاثاء", "كل ثلاثاء", "XXXX-WXX-2"),
        ("يجتمعون كل ثلاثة أشهر", "كل ثلاثة أشهر", "P3M"),
        ("لم يرد حتى الآن", "الآن", "PRESENT_REF"),
        # Proclitics stay outside, للـ is whole.
        ("التقيا السبت 4 ديسمبر 2021 وأمس", "أمس", "2021-12-29"),
        ("أجل الحكم لأيار 2022", "أيار 2022", "2022-05"),
        ("موازنة للعام المقبل", "للعام المقبل", "2022"),
    ],
)
def test_an_expression_has_its_span_and_value(text: str, span: str, timex: str) -> None:
    found = {entity.text: entity.value.timex for entity in read(text) if entity.value}
    assert found.get(span) == timex


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("سيجري الرئيس اتصالا يوم الثلاثاء", "2022-01-04"),
        ("أجرى الرئيس اتصالا يوم الثلاثاء", "2021-12-28"),
        ("يعقد الرئيسان قمة يوم الثلاثاء", "2022-01-04"),
        ("ومن المقرر أن تبدأ القمة الأحد", "2022-01-02"),
        ("أعلنت الوزارة الأحد موقفها", "2021-12-26"),
        ("المحادثات المرتقبة الاثنين صعبة", "2022-01-03"),
        ("قال المتحدث الخميس إن الوفد وصل", "2021-12-30"),
        ("سيتحدث الرئيس الخميس", "2021-12-30"),
        ("اتفق الطرفان على اللقاء الأربعاء", "2022-01-05"),
        ("لم يعلق المتحدث الأربعاء", "2021-12-29"),
        ("علقت الشركة رحلاتها حتى الأحد", "2022-01-02"),
        ("سيصل الوفد الثلاثاء الماضي", "2021-12-28"),
        ("أعلن أنه وصل الثلاثاء المقبل", "2022-01-04"),
        ("تبدأ المحادثات في 10 يناير", "2022-01-10"),
        ("وقعت المعاهدة في 9 يوليو", "2021-07-09"),
        ("تولى منصبه في يناير", "2021-01"),
        ("وفي نوفمبر اتهمت الوزارة شخصين", "2021-11"),
        ("تخطط الشركة للتوسع في مارس", "2022-03"),
        ("اقترحت الوزارة عقد اجتماع في يناير", "2022-01"),
        ("الاجتماع المقرر عقده الاثنين مهم", "2022-01-03"),
        ("وقد يقع الهجوم في يناير", "2022-01"),
        ("قد تبدأ في أوائل 2023 ويشترك فيها كثيرون", "2023"),
        ("استقبل الملعب ما يزيد على ألف متفرج يوم الأربعاء", "2021-12-29"),
    ],
)
def test_the_verb_decides_on_which_side_of_today_a_time_lies(text: str, timex: str) -> None:
    assert one(text)[1] == timex


@pytest.mark.parametrize(
    ("text", "published", "first", "second"),
    [
        ("قال المتحدث الجمعة إن الوفد سيصل الاثنين.", THURSDAY, "2021-12-24", "2022-01-03"),
        ("كان الوفد وصل السبت، على أن تبدأ المحادثات الأحد.", THURSDAY, "2021-12-25", "2022-01-02"),
    ],
)
def test_each_clause_has_its_own_tense(text: str, published: date, first: str, second: str) -> None:
    assert [entity.value.timex for entity in read(text, published) if entity.value] == [first, second]


@pytest.mark.parametrize(
    ("text", "span", "timex", "mod"),
    [
        ("حتى نهاية كانون الثاني 2022", "نهاية كانون الثاني 2022", "2022-01", "END"),
        ("بحلول أوائل العام المقبل", "أوائل العام المقبل", "2022", "START"),
        ("في منتصف فبراير 2022", "منتصف فبراير 2022", "2022-02", "MID"),
        ("زار العاصمة في وقت سابق من هذا الأسبوع", "هذا الأسبوع", "2021-W52", "EARLIER_IN"),
        ("يصدر بيان في وقت لاحق اليوم", "اليوم", "2021-12-30", "LATER_IN"),
        ("توقفت قبل نحو شهرين", "قبل نحو شهرين", "2021-10", "APPROX"),
    ],
)
def test_a_modifier_stays_outside_the_value(text: str, span: str, timex: str, mod: str) -> None:
    (entity,) = read(text)
    assert entity.value is not None
    assert (entity.text, entity.value.timex, entity.value.mod) == (span, timex, mod)


def test_an_edge_covers_its_part_of_the_days() -> None:
    (entity,) = read("حتى نهاية كانون الثاني 2022")
    assert entity.value is not None
    assert (entity.value.begin, entity.value.end) == ("2022-01-21", "2022-01-31")


@pytest.mark.parametrize(
    "text",
    [
        "قالت قناة روسيا اليوم إن الاجتماع انتهى",
        "بحسب «روسيا اليوم» انتهى الاجتماع",
        "ذكرت صحيفة المصري اليوم أن الاجتماع انتهى",
        "نشر موقع اليوم السابع الخبر",
        "تتزايد الأسعار يوما بعد يوم",
        "قال الأمين العام السابق للحلف",
        "الرأي العام الحالي مهم بشكل عام",
        "قال المدير العام إن أحد العمال غادر",
        "اندلعت ثورة 25 يناير",
        "يسكن في مدينة 6 أكتوبر",
        "زار رمضان قديروف ورجب طيب أردوغان المكان",
        "مارس الرياضيون التمارين",
        "أدى صلاة الجمعة في المسجد",
        "كان والده أب لخمسة",
        "استمرت 4 ساعات ثم 7 سنوات",
        "منذ نحو 7 سنوات",
        "بعد يومين من الاجتماع غادر",
        "فاز الفريق 4 - صفر",
        "في الثلاثينيات من عمره",
        "الربيع العربي",
        "يعمل 24/7 بنسبة 3.5",
        "رقم الهاتف 0912345678",
        "حضر 2014 شخصا",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [entity.text for entity in read(text)] == []


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("وصل يوم الثلاثاء", "XXXX-WXX-2"),
        ("وصل في 7 ديسمبر", "XXXX-12-07"),
        ("وصل في ديسمبر", "XXXX-12"),
        ("وصل أمس", "XXXX-XX-XX"),
        ("وصل الأسبوع الماضي", "XXXX-WXX"),
        ("وصل العام الماضي", "XXXX"),
        ("وصل مساء الثلاثاء", "XXXX-WXX-2TEV"),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(text: str, timex: str) -> None:
    (entity,) = read(text, None)
    assert entity.value is not None
    assert entity.value.timex == timex
    assert entity.value.begin is None
    assert entity.value.end is None


def test_a_full_date_needs_no_publication_date() -> None:
    assert one("وصل في 7 ديسمبر 2021", None)[1] == "2021-12-07"


def test_a_first_sentence_that_dates_itself_anchors_the_rest() -> None:
    text = "أعلن المتحدث، السبت 4 ديسمبر 2021، موقفه.\nوسيصل الوفد الثلاثاء."
    assert [entity.value.timex for entity in read(text, None) if entity.value] == ["2021-12-04", "2021-12-07"]


def test_an_evening_without_a_day_is_that_of_the_day_spoken_of() -> None:
    text = "سيلتقيان يوم الثلاثاء.\nوستجري المحادثات في المساء."
    assert [entity.value.timex for entity in read(text) if entity.value] == ["2022-01-04", "2022-01-04TEV"]


def test_marks_and_invisible_characters_change_neither_value_nor_offsets() -> None:
    plain, marked = "وصل يومَ الثُّلاثاء", "وصل يوم \u200fالثلاثـــاء"
    for text in (plain, marked):
        (entity,) = read(text)
        assert text[entity.start : entity.end] == entity.text
        assert entity.value is not None
        assert entity.value.timex == "2021-12-28"
    assert read(plain)[0].text == "يومَ الثُّلاثاء"


def test_kinds_follow_timex3() -> None:
    kinds = {
        "أمس": TimeKind.DATE,
        "مساء أمس": TimeKind.TIME,
        "الأيام الثلاثة الماضية": TimeKind.DURATION,
        "يوميا": TimeKind.SET,
    }
    for text, kind in kinds.items():
        (entity,) = read("وصل " + text)
        assert entity.value is not None
        assert entity.value.kind is kind


def test_a_dated_time_scores_above_an_inferred_one() -> None:
    dated, inferred = read("التقيا في 7 ديسمبر 2021 وقبلها لقاء السبت")
    assert dated.score > inferred.score


@pytest.mark.parametrize(
    "chunk",
    [
        "الساعة 3 ",
        "الثلاثاء ",
        "4/12/",
        "من 5 إلى ",
        "ألف وتسعمائة ",
        "وقت سابق من ",
        "قبل 3 أيام و",
        "1",
        "ـ",
        "ا\u064b",
    ],
)
def test_work_grows_linearly_with_adversarial_text(chunk: str) -> None:
    def seconds(size: int) -> float:
        text = chunk * (size // len(chunk))
        started = time.process_time()
        extract_times(text, THURSDAY, [Span(0, len(text))])
        return time.process_time() - started

    seconds(1000)
    small, large = seconds(10_000), seconds(80_000)
    assert large < 40 * small + 0.5


def test_granularity_and_overlap() -> None:
    month, day = calendar.month(2022, 1), calendar.day(date(2022, 1, 10))
    assert calendar.granularity(month) == "month"
    assert calendar.granularity(calendar.week(date(2022, 1, 10))) == "week"
    assert calendar.granularity(calendar.weekend(date(2022, 1, 10))) == "weekend"
    assert calendar.overlap(day, month) is calendar.Overlap.FINER
    assert calendar.overlap(month, day) is calendar.Overlap.COARSER
    assert calendar.overlap(month, calendar.month(2022, 2)) is calendar.Overlap.APART
    assert calendar.overlap(month, month) is calendar.Overlap.SAME
    assert calendar.interval(month) == (date(2022, 1, 1), date(2022, 1, 31))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "تفتح المدارس أبوابها في 10 يناير وتغلق في 13 من الشهر نفسه.",
            [("10 يناير", "2022-01-10"), ("13 من الشهر نفسه", "2022-01-13")],
        ),
        (
            "يجتمع الوزراء في 3 يناير ثم يلتقي القادة في الثاني عشر منه.",
            [("3 يناير", "2022-01-03"), ("الثاني عشر منه", "2022-01-12")],
        ),
    ],
)
def test_a_day_of_the_month_spoken_of(text: str, spans: list[tuple[str, str]]) -> None:
    assert [(e.text, e.value.timex) for e in read(text) if e.value] == spans


@pytest.mark.parametrize(
    ("text", "span", "timex"),
    [
        # Minutes to the hour, also behind a half; a bare hour where something is to happen at it.
        ("ستبدأ الحفلة الخامسة والنصف إلا ثلاث دقائق", "الخامسة والنصف إلا ثلاث دقائق", "T05:27"),
        ("وصل القطار الساعة الثامنة إلا خمس دقائق", "الساعة الثامنة إلا خمس دقائق", "T07:55"),
        ("سيفتح المعرض أبوابه في السابعة.", "السابعة", "T07"),
        ("استمر العمل حتى الساعة 1140 صباحا", "الساعة 1140 صباحا", "T11:40"),
        # The day of a week, a holiday counted by weekdays, a kind of year.
        ("التقيا اثنين الأسبوع الماضي", "اثنين الأسبوع الماضي", "2021-12-20"),
        ("أسوأ جفاف خلال الثلاثين عاما الماضية", "الثلاثين عاما الماضية", "P30Y"),
        ("يحتفلون في عيد الشكر المقبل", "عيد الشكر المقبل", "2022-11-24"),
        ("خلال العام الدراسي المقبل", "العام الدراسي المقبل", "2022"),
        # A year behind «في», whatever follows.
        ("ما لم يبنوه في 2014 نحن بنيناه", "2014", "2014"),
        # An inserted time belongs to the verb around it; no noun in ت is a verb.
        ("وقدّر المجلس -في نوفمبر- عدد السكان بما يتراوح بين الضعفين", "نوفمبر", "2021-11"),
        ("ستقام الحفلة بتوقيت بيروت يوم السبت", "يوم السبت", "2022-01-01"),
    ],
)
def test_expressions_that_hang_on_their_clause(text: str, span: str, timex: str) -> None:
    assert one(text) == (span, timex)


@pytest.mark.parametrize("text", ["حل العداء في الثالثة.", "وهي طفلة في السابعة.", "جلس في الثالثة من الصفوف"])
def test_an_ordinal_is_no_hour_without_a_plan(text: str) -> None:
    assert read(text) == []


def test_the_same_month_is_the_one_last_named() -> None:
    text = "يبدأ المعرض في 10 يناير المقبل. وقال المنظمون اليوم إن حفلا سيقام في 12 من الشهر نفسه."
    assert [entity.value.timex for entity in read(text) if entity.value][-1] == "2022-01-12"


@pytest.mark.parametrize(
    ("text", "timexes"),
    [
        # The verb next to the time, with its object, in the dual or in the pluperfect.
        ("الغزو سيكلف بلاده كثيرا، في اجتماع عقداه عن بعد، الثلاثاء", ["2021-12-28"]),
        ("وكان الوزير قد تشاور، مساء الاثنين، مع نظرائه", ["2021-12-27TEV"]),
        ("وكانت الوزارة قد زودته بالملف الأحد", ["2021-12-26"]),
        ("أي ضعف ما حشدته الجارة في الربيع", ["2021-SP"]),
        ("وآخر لقاء بينهما يعود إلى 9 تموز/يوليو", ["2021-07-09"]),
        # What is feared or not ruled out lies ahead; what came after another thing is told by that one's verb.
        ("ولم يستبعد الوزير تصعيدا في أواخر يناير", ["2022-01"]),
        ("وتخشى أن تكون بصدد شن هجوم في أواخر يناير", ["2022-01"]),
        ("حذر من موجة برد في فبراير", ["2022-02"]),
        ("قدر عددهم بالمئات قبل أن يعود معظمهم في نهاية أبريل", ["2021-04"]),
        ("وحذر الوزير الثلاثاء من موجة برد", ["2021-12-28"]),
        # A headline without a verb names what is set; the text tells which day it means.
        ("قمة الرئيسين الاثنين\nأعلن الديوان أنهما سيلتقيان في 3 يناير", ["2022-01-03", "2022-01-03"]),
        ("حريق كبير الاثنين\nاندلع حريق في السوق يوم الاثنين", ["2021-12-27", "2021-12-27"]),
        ("مباحثات السلام الأحد في المدينة", ["2022-01-02"]),
        # The year and the month last named, the day that follows, days counted on from it.
        ("قتل الآلاف منذ 2014، وهي السنة نفسها التي ضمت فيها الإقليم", ["2014", "2014"]),
        ("قتل الآلاف منذ عام 2014، وهو العام الذي اندلعت فيه الحرب", ["2014", "2014"]),
        ("يجتمعون يومي 9 و10 يناير، ثم في 12 من الشهر نفسه", ["2022-01-09/2022-01-10", "2022-01-12"]),
        ("يبدأ المؤتمر في 10 يناير. وكان الوزير قد زاره في التاسع من الشهر نفسه", ["2022-01-10", "2021-12-09"]),
        ("يلتقيان في 12 يناير، ثم يعود في اليوم الذي يليه", ["2022-01-12", "2022-01-13"]),
        ("يلتقيان في 12 يناير، يتبعه بيومين اجتماع آخر", ["2022-01-12", "2022-01-14"]),
        ("سيعقد المجلس جلسة في 12 يناير، تليها بيوم واحد مباحثات", ["2022-01-12", "2022-01-13"]),
        ("يلتقيان في 12 يناير، وبعد ذلك بأسبوعين يجتمع المجلس", ["2022-01-12", "2022-01-26"]),
        # Hours: with a comma, after noon like the one before, not on a day that is over.
        ("بدأ عند الساعة 15,35 بتوقيت بيروت", ["T15:35"]),
        ("بدأ الأربعاء في الساعة 3:35 بعد الظهر وانتهى في الساعة 4:25", ["2021-12-29T15:35", "2021-12-29T16:25"]),
        ("قال الأربعاء إن الاتصال سيتم في الساعة 23:30", ["2021-12-29", "2021-12-30T23:30"]),
        ("أجريا مكالمة قبيل محادثات يناير", ["2022-01"]),
        ("انتهت قبل محادثات يناير المقبل وبدأت في الساعة 23:30", ["2022-01", "T23:30"]),
        # Seasons and halves of a month.
        ("استعدادا لهجوم محتمل خلال الشتاء", ["2021-WI"]),
        ("سيعودون في الصيف", ["2022-SU"]),
        ("يعود البرلمان في النصف الثاني من يناير", ["2022-01-16/2022-01-31"]),
        ("اجتمعا لمرة واحدة في يونيو الماضي", ["2021-06"]),
        ("سيكون الأحد اليوم الرئيسي للمشاورات", ["2022-01-02"]),
        ("شهدت البلاد موجة الربيع العربي", []),
    ],
)
def test_how_newsrooms_tell_the_day(text: str, timexes: list[str]) -> None:
    assert [entity.value.timex for entity in read(text) if entity.value] == timexes
