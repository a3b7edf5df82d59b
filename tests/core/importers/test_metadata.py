import time

import pytest

from core.importers.metadata import from_text

_BODY = (
    "وقال المتحدث باسم الوزارة إن المحادثات تبدأ غدا في المقر الرئيسي وتستمر يومين كاملين على الأقل.\nولم يذكر تفاصيل."
)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"{_BODY}\nالمصدر: رويترز", "رويترز"),
        (f"المصدر : وكالة الريح\n{_BODY}", "وكالة الريح"),
        (f"{_BODY}\nالمصدر: الجزيرة + وكالات\n", "الجزيرة + وكالات"),
        (f"{_BODY}\nالمصدر:\nرويترز", "رويترز"),
        (f"موسكو (رويترز) - {_BODY}", "رويترز"),
        (f"موسكو 4 كانون الأول (وكالة الريح) – {_BODY}", "وكالة الريح"),
        (f"(أ ف ب) - {_BODY}", "أ ف ب"),
        (f"عنوان الخبر عن القمة\nواشنطن – وكالات\n{_BODY}", "وكالات"),
        (f"غزة / الأناضول\n{_BODY}", "الأناضول"),
        (f"بيروت - رويترز: {_BODY}", "رويترز"),
        (f"{_BODY} (أ.ف.ب)", "أ.ف.ب"),
    ],
)
def test_the_source_is_read_where_it_is_said(text: str, source: str) -> None:
    assert from_text(text).source == source


@pytest.mark.parametrize(
    "text",
    [
        _BODY,
        f"قال المصدر: رويترز لم تنشر شيئا وهذا كلام طويل لا يعنينا.\n{_BODY}",
        f"عدن (اليمن) - {_BODY}",
        f"الرقة (شمال سوريا) - {_BODY}",
        f"باريس – برلين\n{_BODY}",
        f"رويترز: بوتين يزور الهند\n{_BODY}",
        f"{_BODY} (انظر الصورة)",
        f"المصدر: https://example.org/news/1\n{_BODY}",
        f"نقلت (رويترز) عن مسؤول قوله إن القمة قريبة جدا.\n{_BODY}",
    ],
)
def test_no_source_is_guessed(text: str) -> None:
    assert from_text(text).source == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"نشر في 4 ديسمبر 2021\n{_BODY}", "2021-12-04"),
        (f"عنوان الخبر\nتاريخ النشر: 04/12/2021 10:30\n{_BODY}", "2021-12-04"),
        (f"نُشر في ٤ كانون الأول ٢٠٢١ الساعة ١٠:٣٠ صباحا\n{_BODY}", "2021-12-04"),
        (f"{_BODY}\nآخر تحديث: 2021-12-05", "2021-12-05"),
        (f"آخر تحديث: 2021-12-05\nتاريخ النشر: 2021-12-04\n{_BODY}", "2021-12-04"),
        (f"عنوان الخبر\nالسبت 4 ديسمبر/كانون الأول 2021\n{_BODY}", "2021-12-04"),
        (f"4/12/2021\n{_BODY}", "2021-12-04"),
        (f"القاهرة في ٤ ديسمبر ٢٠٢١ - {_BODY}", "2021-12-04"),
        (f"موسكو 4 ديسمبر 2021 (رويترز) - {_BODY}", "2021-12-04"),
        (f"أعلن المتحدث، السبت 4 ديسمبر/كانون الأول 2021، أن المحادثات تبدأ قريبا.\n{_BODY}", "2021-12-04"),
        (f"عنوان الخبر\nقال الوزير يوم السبت 4 ديسمبر 2021 إن المحادثات تبدأ الثلاثاء.\n{_BODY}", "2021-12-04"),
    ],
)
def test_the_publication_date_is_read_where_it_is_said(text: str, day: str) -> None:
    assert from_text(text).published == day


@pytest.mark.parametrize(
    "text",
    [
        _BODY,
        f"موسكو 4 ديسمبر (رويترز) - {_BODY}",
        f"يستعد الرئيسان لقمة تُعقد الثلاثاء 7 ديسمبر 2021، بحسب بيان.\n{_BODY}",
        f"أعلن المتحدث أن القمة ستعقد الثلاثاء 7 ديسمبر 2021 في جنيف.\n{_BODY}",
        f"أعلن المتحدث عقد قمة الثلاثاء 7 ديسمبر 2021.\n{_BODY}",
        f"وقع الهجوم في 11 سبتمبر 2001 وغيّر العالم كله.\n{_BODY}",
        f"{_BODY}\nوانتهى اليوم الأول.\nوأعلن ذلك السبت 4 ديسمبر 2021، أن الأمر انتهى.",
        f"نشر في 4 ديسمبر\n{_BODY}",
        f"تاريخ النشر: 31/02/2021\n{_BODY}",
    ],
)
def test_no_date_is_guessed(text: str) -> None:
    assert from_text(text).published is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"قمة مرتقبة في جنيف الأسبوع المقبل\n\n{_BODY}", "قمة مرتقبة في جنيف الأسبوع المقبل"),
        (f"هل تنجح القمة المرتقبة؟\n{_BODY}", "هل تنجح القمة المرتقبة؟"),
        (f"نشر في 4 ديسمبر 2021\nقمة مرتقبة في جنيف\n{_BODY}", "قمة مرتقبة في جنيف"),
        (f"عاجل\nقمة مرتقبة في جنيف\n{_BODY}", "قمة مرتقبة في جنيف"),
        (_BODY, ""),
        ("قمة مرتقبة في جنيف", ""),
        (f"موسكو (رويترز) - قالت مصادر\n{_BODY}", ""),
        (f"قال الوزير ذلك.\n{_BODY}", ""),
    ],
)
def test_the_title_is_the_first_line_where_it_is_like_one(text: str, title: str) -> None:
    assert from_text(text).title == title


@pytest.mark.parametrize(
    "unit", ["(", "«", "- ", "4/12/2021 ", "المصدر:", "نشر في ", "قال السبت 4 ديسمبر 2021 ", "(أ) "]
)
def test_a_long_line_takes_linear_time(unit: str) -> None:
    began = time.perf_counter()
    from_text(unit * (300_000 // len(unit)))
    assert time.perf_counter() - began < 10
