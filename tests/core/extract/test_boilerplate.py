import time

import pytest

from core.extract.boilerplate import find_boilerplate

_BODY = (
    "وصل الوفد إلى العاصمة صباح اليوم.\nوقال المتحدث إن المحادثات تبدأ غدا."
    "\nولم يذكر تفاصيل أخرى عنها.\nويستمر اللقاء يومين كاملين."
)

_OTHER = "اجتمع الفريقان مساء في المقر.\nوصدر بيان مشترك بعد ساعتين.\nوغادر الجميع ليلا.\nوانتهت الجولة الأولى."


def _found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_boilerplate(text)]


@pytest.mark.parametrize(
    "line",
    [
        "تحرير: سامي نجم",
        "تحرير محمد علي",
        "إعداد وتحرير: ليلى حداد",
        "(إعداد أحمد نور للنشرة العربية - تحرير سارة يوسف)",
        "ترجمة: كمال الدين",
        "تصوير: رامي عيسى",
        "مصدر الصورة، Getty Images",
        "(صورة أرشيفية)",
        "Getty Images",
        "اقرأ أيضا: ماذا نعرف عن المحادثات؟",
        "اقرأ أيضًا",
        "إقرأ المزيد:",
        "تابعونا على فيسبوك وتويتر",
        "جميع الحقوق محفوظة © 2021",
        "© وكالة الريح 2021",
        "اشترك في نشرتنا البريدية لتصلك الأخبار",
        "انضموا إلى قناتنا على تلغرام",
        "شارك",
        "طباعة",
        "https://example.org/a/1",
        "#سياسة #أخبار #عاجل",
    ],
)
def test_lines_around_the_article_are_left_out(line: str) -> None:
    assert _found(f"{_BODY}\n\n{line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "المصدر: رويترز",
        "تحرير الموصل",
        "تحرير مدينة الموصل من قبضة التنظيم",
        "إعداد خطة السلام يستغرق شهرين.",
        "شارك في القمة ثلاثون زعيما.",
        "اشترك في الاجتماع وزراء خارجية الدول السبع.",
        "انضموا إلى الحلف عام 2004.",
        "كتب بايدن على تويتر أن القمة ناجحة.",
        "صورة المدينة تغيرت كثيرا منذ الحرب.",
        "حمل المتحدث كييف المسؤولية عن التصعيد.",
        "تابع الرئيس: لا نريد حربا مع أحد.",
        "قمة ثانية",
        "عنوان فرعي عن القمة",
        "مصدر دبلوماسي: لا موعد للقمة",
    ],
)
def test_what_the_article_says_stays(line: str) -> None:
    top, bottom = f"عنوان المقال عن القمة المرتقبة\n{line}\n{_BODY}", f"{_BODY}\n{line}\n{_BODY[:20]}"
    assert _found(top) == []
    assert line not in _found(bottom)


def test_a_credit_without_a_colon_counts_at_the_edges_only() -> None:
    assert _found(f"{_BODY}\nتحرير محمد علي") == ["تحرير محمد علي"]
    assert _found(f"{_BODY}\nتحرير محمد علي\n{_OTHER}") == []


def test_a_doubled_caption_is_read_once() -> None:
    caption = "الرئيس خلال مؤتمره الصحفي في العاصمة"
    text = f"عنوان المقال هنا\n{caption}\n{caption}\n{_BODY}"
    spans = find_boilerplate(text)
    assert [(span.start, text[span.start : span.end]) for span in spans] == [(text.rindex(caption), caption)]


def test_short_headings_may_repeat() -> None:
    assert _found(f"قمة ثانية\n{_BODY}\nقمة ثانية\nوانتهى كل شيء.") == []


def test_headlines_below_a_list_of_related_articles_belong_to_the_site() -> None:
    text = f"{_BODY}\nالمصدر: وكالة الريح\nمواضيع ذات صلة\nقمة في جنيف قريبا\nالاقتصاد ينمو ببطء"
    assert _found(text) == ["مواضيع ذات صلة", "قمة في جنيف قريبا", "الاقتصاد ينمو ببطء"]
    assert _found(f"مواضيع ذات صلة\n{_BODY}") == ["مواضيع ذات صلة"]


@pytest.mark.parametrize("unit", ["(", "تحرير ", "تحرير:", "#أ ", "صورة\n", "https://", "أ\n", "اشترك "])
def test_a_long_file_takes_linear_time(unit: str) -> None:
    began = time.perf_counter()
    find_boilerplate(unit * (300_000 // len(unit)))
    assert time.perf_counter() - began < 15
