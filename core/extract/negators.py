"""Words that deny what stands behind them, and the turns of phrase in which they deny nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NEGATORS = frozenset(
    [
        "لم",
        "لن",
        "لا",
        "ليس",
        "ليست",
        "ليسوا",
        "لسنا",
        "ولم",
        "ولن",
        "ولا",
        "وليس",
        "فلم",
        "فلن",
        "فلا",
        "عدم",
        "بعدم",
        "انعدام",
        "انتفاء",
        "بالا",
        "دون",
        "بلا",
        "بدون",
        "غير",
    ]
)
NOUN_NEGATORS = frozenset(["غير", "دون", "بلا", "بدون", "عدم", "بعدم", "انعدام", "انتفاء"])
# «مسألة عدم توسع الحلف», «ضمانات بعدم التوسع»: what is spoken of, behind such a noun, and not what is told.
_TOPICS = frozenset(
    [
        *("مساله", "قضيه", "موضوع", "ملف", "مطلب", "مطالب", "بند", "شرط", "مبدا", "فكره", "احتمال", "شان", "بشان"),
        *("حول", "بخصوص", "اهميه", "ضروره", "سبب", "بسبب", "رغم", "نتيجه", "حال", "حاله", "مغبه", "خطر"),
    ]
)
_PARTICLES = frozenset(["ان", "بان", "انه", "انها", "لكن", "كما", "فان"])
_RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذين", "ما", "من", "اذا", "حيث", "،", ",", "(", '"'])
_EXCEPT_REACH = 8  # words behind a negator in which «إلا» takes it back …
_BUT_REACH = 12  # … and «سوى», which does nothing else
_COMMAS = frozenset("،,؛")
_BUTS = (("ان",), ("انه",), ("انها",), ())
_IDIOMS = (
    "سيم",
    "تتجاوز",
    "تتعد",
    "يتعد",
    "تزد",
    "يزد",
    "يزل",
    "تزل",
    "يزال",
    "تزال",
    "يقل",
    "يزالون",
    "بد",
    "شك",
    "يتجاوز",
    "يستبعد",
    "تستبعد",
    "يستبعدوا",
    "استبعاد",
    "مستبعد",
    "مستبعدا",
    "مستبعده",
    "واضح",
    "الواضح",
    "احتساب",
    "حدود",
    "هواده",
    "منازع",
    "ريب",
    "استثناء",
    "مانع",
    "يمانع",
    "تمانع",
    "نمانع",
    "يتردد",
    "تتردد",
    "نتردد",
    "يتواني",
    "تتواني",
    "نتواني",
    "يدخر",
    "تدخر",
    "ندخر",
    "تتهاون",
    "يتهاون",
)  # behind a negator that negates nothing
_DESCRIBED = 5  # words behind a negated verb that tell that it only describes something
_LACKS = frozenset(["تخل", "يخل", "تخلو", "يخلو"])
_UNLIKE = frozenset(["مثيل", "مثيلا", "مثيلها", "نظير", "نظيرا"])
_JUDGED = frozenset(
    [
        *("المقبول", "الممكن", "المرجح", "المتوقع", "المحتمل", "المنطقي", "الواقعي", "المعقول", "المناسب", "المسموح"),
        *("الجايز", "اللايق", "المفيد", "المجدي", "الوارد", "المطروح", "المبرر", "الضروري", "المقرر"),
    ]
)
_BUT, _SO = frozenset(["بل", "انما", "وانما"]), ("فال", "فقد")
_IDLE = frozenset(["مكتوف", "مكتوفه", "مكتوفي", "مكتوفا", "متفرجا", "متفرجه", "متفرجين", "صامته"])
_VERBAL = frozenset(("لم", "لن", "ليس", "ليست", "ليسوا", "ليسا", "لسنا"))
_SUBJECT = 4  # words of a subject that may stand before its negated verb


def negates_clause(forms: Sequence[str], start: int, negator: int) -> bool:
    """At the head of the clause, or behind its subject («إن القرار لم يتخذ»), not in a relative clause."""
    if negator <= start + 1:
        return True
    while start < negator and (forms[start] == '"' or forms[start].removeprefix("و") in _PARTICLES):
        start += 1  # «أنه "لن يقبل …"»
    if negator > start + _SUBJECT or negator + 1 >= len(forms):
        return False
    verbal = forms[negator].lstrip("وف") in _VERBAL or (
        forms[negator] == "لا" and forms[negator + 1].startswith(("ي", "ت", "ن"))
    )
    return verbal and not _RELATIVES & set(forms[start:negator])


def is_idiom(forms: Sequence[str], index: int) -> bool:
    """«لا سيما», «ما لم تردعه», «ما لا يقل عن», «غير أن», «لم يسبق لها مثيل», «لم يلتقيا سوى مرة», «لن نقف متفرجين»."""
    follower = forms[index + 1] if index + 1 < len(forms) else ""
    if forms[index] == "لم" and index and forms[index - 1] == "ما":
        return True  # unless
    if follower.startswith(_IDIOMS):
        return True
    if forms[index] == "غير" and (follower in _PARTICLES or follower.startswith("ال")):
        return True  # «غير أن»; «الركاب غير المصابين» are some of them
    if _takes_back(forms, index) or (follower[1:] == "قف" and _IDLE & set(forms[index + 2 : index + 4])):
        return True
    behind = forms[index + 2 : index + 2 + _DESCRIBED]
    if follower in _LACKS and "من" in behind:
        return True  # «لم تخل القمة من تعهدات»
    if follower in ("يجد", "تجد", "نجد", "يجدوا", "يكن") and ("بدا", "من") in pairwise(behind):
        return True  # «لم يجد الوزير بدا من الرد»
    if follower in ("يسبق", "تشهد", "يشهد", "تعهد", "يعهد"):
        return bool(_UNLIKE & set(behind))
    return follower.endswith(("ها", "ه")) and "قبل" in behind  # «عقوبات لم تستخدمها من قبل»


def is_contrast(forms: Sequence[str], index: int) -> bool:
    """«تهدئة لا التصعيد», «كان نقاشا لا مفاوضات», «أسلحة دفاعية لا هجومية»: what stands before is so."""
    follower = "".join(forms[index + 1 : index + 2])
    if forms[index] != "لا" or not index or len(follower) < 4:
        return False
    before = forms[index - 1]
    accusative = len(before) > 3 and before.endswith("ا") and follower.endswith(("ا", "ات"))
    alike = before.endswith("يه") and follower.endswith("يه")
    return follower.startswith("ال") or ((accusative or alike) and follower[0] not in "ين")


def denies(forms: Sequence[str], negator: int, index: int) -> bool:
    """Whether what stands at `index` is denied by what stands before it, -1 for what denies the whole.

    «ليست موسكو بل واشنطن هي من …», «لا صحة لذلك، فالطلب جاء من واشنطن»: what is so follows what is not.
    """
    if negator >= index or negator < 0:
        return negator < index
    between = range(negator + 1, index + 1)
    return not any(forms[i] in _BUT or (forms[i].startswith(_SO) and forms[i - 1] in "،,؛") for i in between)


def is_judgement(forms: Sequence[str], index: int) -> bool:
    """«من غير المقبول نشر صواريخ»: what is said of something, which itself is not denied."""
    return (
        forms[index] == "غير"
        and forms[index - 1 : index] == ("من",)
        and not _JUDGED.isdisjoint(forms[index + 1 : index + 2])
    )


def is_of_topic(forms: Sequence[str], index: int) -> bool:
    """«أحرزا تقدما في مسألة عدم التوسع»: the negator is part of what is spoken of."""
    return forms[index] == "عدم" and index > 0 and forms[index - 1].removeprefix("ال") in _TOPICS


def _takes_back(forms: Sequence[str], negator: int) -> bool:
    """«لم يلتقيا سوى مرة»; what is joined behind a comma is no exception («لم نستشر، ونأمل ألا …», which folds so)."""
    reach = range(negator + 1, min(negator + _EXCEPT_REACH, len(forms)))
    joined = (i for i in reach if forms[i] in "،," and "".join(forms[i + 1 : i + 2]).startswith("و"))
    if any(_excepts(forms, i) for i in range(reach.start, next(joined, reach.stop))):
        return True
    further = forms[negator + 1 : negator + 1 + _BUT_REACH]
    return "سوي" in further and _COMMAS.isdisjoint(further[: further.index("سوي")])


def _excepts(forms: Sequence[str], index: int) -> bool:
    """«سوى», «إلا»; «إلا أن» begins something else."""
    return forms[index] == "سوي" or (forms[index] == "الا" and forms[index + 1 : index + 2] not in _BUTS)
