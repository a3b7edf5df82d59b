"""The words of the report, in the languages it can be written in: one table a kind of thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

from core.extract.counting import counted, days_told, hours_told
from core.model import Modality, Reason, RelationKind, Show, TimeValue, VerdictKind

LANGUAGES = ("ar", "en")
Pair = tuple[str, str]  # Arabic, English

SHOWS: dict[Show, Pair] = {
    Show.CONFLICT: ("تناقض", "Contradiction"),
    Show.CHECK: ("للتحقق", "To check"),
    Show.UPDATE: ("تحديث", "Update"),
    Show.AGREE: ("اتفاق", "Agreement"),
    Show.SILENT: ("للسجل", "On record"),
}
# A contradiction is called one already.
RELATIONS: dict[RelationKind, Pair] = {
    RelationKind.CORROBORATES: ("متفقان", "Agree"),
    RelationKind.REFINES: ("أحدهما أدق", "One is more exact"),
    RelationKind.DIFFERS_IN_SCOPE: ("مختلفان، وقد يصحان معا", "Differ, may both be true"),
    RelationKind.UPDATES: ("أحدهما يحدّث الآخر", "One updates the other"),
    RelationKind.DIFFERENT_EVENT: ("حدثان مختلفان", "Different events"),
}
# What is plainly asserted needs no word.
MODALITIES: dict[Modality, Pair] = {
    Modality.PLANNED: ("مقرَّر", "planned"),
    Modality.CONDITIONAL: ("مشروط", "on a condition"),
    Modality.POSSIBLE: ("محتمل", "possible"),
    Modality.DEMANDED: ("مطلوب", "demanded"),
}
VERDICTS: dict[VerdictKind, Pair] = {
    VerdictKind.UNDECIDED: ("غير محسوم", "Undecided"),
    VerdictKind.CONTRADICTION: ("تناقض", "Contradiction"),
    VerdictKind.COMPATIBLE: ("متوافقان", "Compatible"),
    VerdictKind.UPDATE: ("تحديث", "Update"),
    VerdictKind.DIFFERENT_EVENT: ("حدث آخر", "Different event"),
}
REASONS: dict[Reason, Pair] = {
    Reason.SCOPE: ("اختلاف النطاق", "different scope"),
    Reason.DATE: ("اختلاف التاريخ", "different date"),
    Reason.UNIT: ("اختلاف الوحدة", "different unit"),
    Reason.ROUNDING: ("تقريب", "rounding"),
    Reason.QUOTES_OTHER: ("أحدهما ينقل عن الآخر", "one quotes the other"),
    Reason.TRANSLATION: ("زلة ترجمة", "slip of translation"),
    Reason.WORDING: ("صياغة", "wording"),
    Reason.OTHER: ("سبب آخر", "other reason"),
}
# Everything else that the report says; {} stands for what is put in.
TEXTS: dict[str, Pair] = {
    "kind": ("تقرير مقارنة المصادر", "Comparison of sources"),
    "articles": ("المقالات", "Articles"),
    "number": ("الرقم", "No."),
    "source": ("المصدر", "Source"),
    "date": ("التاريخ", "Date"),
    "title": ("العنوان", "Title"),
    "no_source": ("بلا مصدر", "no source"),
    "no_date": ("بلا تاريخ", "no date"),
    "no_title": ("بلا عنوان", "untitled"),
    "questions": ("الأسئلة المشتركة", "Shared questions"),
    "conflicts": ("نقاط التناقض", "Contradictions"),
    "checks": ("نقاط للتحقق", "Points to check"),
    "decided": ("المحسوم منها", "Of these decided"),
    "of": ("{} من {}", "{} of {}"),
    "matrix": ("ماذا قال كل مصدر", "What each source says"),
    "matrix_lead": (
        "صف لكل سؤال اختلفت فيه الإجابات، وعمود لكل مقال. الخانة الخالية: المقال لم يذكر شيئا.",
        "A row for each question with differing answers, a column for each article. Empty: the article is silent.",
    ),
    "matrix_lead_all": (
        "صف لكل سؤال مشترك، وعمود لكل مقال. الخانة الخالية: المقال لم يذكر شيئا.",
        "A row for each shared question, a column for each article. An empty cell: the article is silent.",
    ),
    "matrix_none": ("لا سؤال اختلفت فيه الإجابات.", "No question has differing answers."),
    "part": ("الجزء {} من {}", "Part {} of {}"),
    "question": ("السؤال", "Question"),
    "silent": ("لم تُجب عن أي من هذه الأسئلة: {}", "Silent on all of these questions: {}"),
    "section_conflict": ("التناقضات", "Contradictions"),
    "section_check": ("نقاط للتحقق", "Points to check"),
    "section_settled": ("حُسمت: لا تناقض", "Settled: no contradiction"),
    "section_update": ("تحديثات", "Updates"),
    "section_record": ("للسجل", "On record"),
    "lead_conflict": (
        "قولان لا يصحان معا: ما حكم به المحررون أولا، ثم ما تراه الأداة ولم يُحسم.",
        "Both cannot be true: what editors decided first, then what the tool sees and nobody has decided.",
    ),
    "lead_check": (
        "قولان مختلفان قد يصحان معا؛ لا يُسمى الاختلاف تناقضا قبل التحقق.",
        "They differ, and both may be true; not to be called a contradiction before it is checked.",
    ),
    "lead_settled": ("نظر فيها المحررون ولم يجدوا تناقضا.", "Editors looked at these and found no contradiction."),
    "lead_update": ("الأحدث يحل محل الأقدم.", "The later one replaces the earlier."),
    "lead_record": ("لا يُعدّ أي منها تناقضا.", "None of these counts as a contradiction."),
    "section_obsolete": ("أحكام لم تعد المقارنة تجد مواضعها", "Verdicts that the comparison no longer finds"),
    "lead_obsolete": (
        "حكم فيها المحررون، ثم تغيّر التحليل فلم يعد يقابل بين مقطعيها.",
        "Editors decided on these; since then the analysis changed and no longer sets the two passages side by side.",
    ),
    "none_conflict": ("لا تناقض.", "No contradiction."),
    "none_check": ("لا شيء ينتظر التحقق.", "Nothing waits to be checked."),
    "pairs": ("الأزواج: {}", "Pairs: {}"),
    "difference": ("الفرق", "Difference"),
    "tool_reason": ("تعليل الأداة", "The tool’s reason"),
    "surest_reason": ("تعليل الأداة لأوضح زوج", "The tool’s reason for the clearest pair"),
    "by_hand": ("بيد محرر", "By an editor"),
    "verdict": ("حكم المحرر", "Editor’s verdict"),
    "undecided": ("لم يُحسم بعد", "not decided yet"),
    "otherwise": ("وخالفه {}: {}", "{} decided otherwise: {}"),
    "follows": ("تبعا لحكم على زوج آخر", "follows from the verdict on another pair"),
    "note": ("ملاحظة", "Note"),
    "by": ("{}، {}", "{}, {}"),
    "unnamed": ("محرر لم يُسمَّ", "unnamed editor"),
    "says": ("على لسان {}", "according to {}"),
    "via": ("عبر {}", "through {}"),
    "denied": ("منفي", "denied"),
    "from_to": ("من {} إلى {}", "{} to {}"),
    "agreements": ("ما اتفقت عليه المصادر", "Where the sources agree"),
    "agreements_none": ("لا قول ورد في أكثر من مقال.", "Nothing is said alike by more than one article."),
    "left_out": (
        "عُرضت {} من {} نقطة، أهمها أولا؛ الخيار ‎--all يعرضها كلها.",
        "{} of {} points are shown, the most pressing first; the option --all shows them all.",
    ),
    "stale": (
        "تغيّرت العلامات بعد آخر مقارنة؛ أعد التحليل ثم أصدر التقرير من جديد ليشمل التغييرات.",
        "Marks changed since the last comparison; analyse again and write the report anew to take them in.",
    ),
    "pending": ("مقالات لم تُحلل بعد ولا يشملها التقرير: {}", "Not analysed yet, so not covered: {}"),
    "voices": (
        "الأصوات المستقلة: {}؛ نسخ النص الواحد صوت واحد",
        "Independent voices: {}; copies of one text are one",
    ),
    "more": ("… وغيرها: {}", "… and {} more"),
    "made": ("كيف أُعد هذا التقرير", "How this report was made"),
    "method": (
        "أعدّه برنامج ميزان {} على هذا الجهاز دون اتصال بالشبكة، من المشروع «{}»، في {}. الاستخراج والمقارنة آليان "
        "وقد يخطئان أو يغفلان؛ الأحكام والملاحظات وحدها للمحررين. المقاطع منقولة بنصها، والمعلّم منها هو موضع الدليل.",
        "Made by Mizan {} on this machine, offline, from the project “{}”, on {}. Extraction and comparison are "
        "automatic and may err or miss things; only verdicts and notes are the editors’. Passages are verbatim, the "
        "evidence marked.",
    ),
    "page": ("{} / {}", "{} / {}"),
}
# The others (START, END …) are in the days already.
_MODIFIERS: dict[str, Pair] = {
    "APPROX": ("نحو {}", "about {}"),
    "BEFORE": ("قبل {}", "before {}"),
    "AFTER": ("بعد {}", "after {}"),
}
_LOCALES = {"ar": "ar", "en": "en_GB"}
_CLOCK: tuple[Pair, Pair] = (("ساعة", "hour"), ("دقيقة", "minute"))
_FIGURE = re.compile(r"(?<![\d.,])\d{4,}(?![\d.,])")


def chooser(language: str) -> Callable[[Pair], str]:
    """What picks the text of a pair in `language`."""
    place = LANGUAGES.index(language)
    return lambda pair: pair[place]


def text(language: str, key: str, *parts: object) -> str:
    """One of TEXTS, with `parts` put in."""
    return chooser(language)(TEXTS[key]).format(*parts)


def day(language: str, iso: str | None) -> str:
    """An ISO day with its month in words; what is no day stays as it is."""
    from babel.dates import format_date

    try:
        read = date.fromisoformat((iso or "")[:10])
    except ValueError:
        return iso or ""
    return format_date(read, "d MMMM y", locale=_LOCALES[language])


def moment(language: str, iso: str | datetime | None) -> str:
    """A time stamp in local time, to the minute."""
    if isinstance(iso, str):
        try:
            iso = datetime.fromisoformat(iso)
        except ValueError:
            return str(iso)
    if iso is None:
        return ""
    local = iso.astimezone()
    return text(language, "by", day(language, local.date().isoformat()), f"{local:%H:%M}")


def time(language: str, value: TimeValue) -> str:
    """The day or days that an expression was resolved to; "" where it was not."""
    if not (value.begin and value.end):
        return ""
    begin, end = day(language, value.begin), day(language, value.end)
    days = begin if begin == end else text(language, "from_to", begin, end)
    return chooser(language)(_MODIFIERS[value.mod]).format(days) if value.mod in _MODIFIERS else days


def difference(language: str, told: str) -> str:
    """What lies between two answers, as figures, days and hours are written in the language: «81,000 (86٪)»."""
    gap, _, share = told.partition(" (")
    share = f" ({share.replace(' %', chooser(language)(('٪', '%')))}" if share else ""
    if days := days_told(gap):
        return (counted(days, str(days), "يوم") if language == "ar" else _many(days, "day")) + share
    if clock := hours_told(gap):
        parts = [(amount, *names) for amount, names in zip(clock, _CLOCK, strict=True) if amount]
        if language == "ar":
            return " و".join(counted(amount, str(amount), noun) for amount, noun, _ in parts) + share
        return " ".join(_many(amount, name) for amount, _, name in parts) + share
    return _FIGURE.sub(lambda found: f"{int(found[0]):,}", gap) + share


def _many(amount: int, noun: str) -> str:
    return f"{amount} {noun}{'s' * (amount > 1)}"


def quoted(language: str, said: str) -> str:
    """Words in quotation marks."""
    return chooser(language)(("«{}»", "“{}”")).format(said)


def listed(language: str, names: list[str]) -> str:
    """Names in one line."""
    return chooser(language)(("، ", ", ")).join(names)
