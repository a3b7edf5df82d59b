"""Whether it is left open what somebody will do: nothing is decided, nobody knows of it, or it is doubted; or when."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Words
from core.extract.evidence import hits_in
from core.text.arabic import fold
from core.text.stems import variants

_SETTLES = frozenset(["~حسم", "~قرر"])
_MAKES_UP = frozenset(["~تخذ", *_SETTLES])
_BELIEVES = frozenset(
    ["~تخذ", "اتخاذ", "~عتقد", "يري", "تري", "نري", "اري", "يرون", "~عرف", "~علم", "~ظن", "~جزم", "~درك"]
)
# «لم يظهر ما يدل على أن بوتين اتخذ قرارا», «لا يملكون ما يثبت أنه حسم أمره»
_BELIEVES |= frozenset(
    ["~ظهر", "~دل", "~شير", "~ملك", "~ثبت", "~رصد", "~تاكد", "~جد", "~توفر", "دليل", "موشر", "موشرات"]
)
_DECLINES = frozenset(["رفض", "~رفض", "امتنع", "~متنع", "احجم", "~حجم", "تجنب", "~تجنب", "تفادي", "~تفادي"])
_TELLING = frozenset(["القول", "الافصاح", "التكهن", "الجزم", "تاكيد", "توضيح", "تحديد", "الاجابه", "الكشف"])
_TELLING_REACH = 4  # words from who declines to what he does not tell
_DOUBTS = frozenset(
    ["شكك", "شككت", "شككوا", "يشكك", "تشكك", "مشككا", "مشككه", "شكوك", "يستبعد", "تستبعد", "استبعد", "استبعدت"]
)
_AND_DOUBTS = frozenset(f"{joined}{form}" for joined in "وف" for form in _DOUBTS)
_CERTAIN = frozenset(["متيقن", "متيقنه", "متيقنين", "متاكد", "متاكده", "متاكدين", "واثق", "واثقه", "معروف", "محسوم"])
_ENOUGH = frozenset(["يكفي", "تكفي", "يكفيان", "كاف", "كافيه", "كافيا"])
_IGNORES = frozenset(f"{joined}{form}" for joined in ("", "و", "ف") for form in ("يجهل", "تجهل", "يجهلون", "نجهل"))
_NEGATES = frozenset(["لم", "لا", "عدم", "بعدم", "ولم", "ولا", "فلم", "فلا", "ليس", "وليس", "فليس", "ليست"])
_NOT_TO = frozenset(["عدم", "بعدم"])
_PROMISES = frozenset(
    [
        *("تعهد", "~تعهد", "تعهدا", "تعهدات", "وعد", "~وعد", "وعدا", "وعود", "التزام", "التزاما", "التزامات"),
        *("~لتزم", "ضمان", "ضمانات", "تطمينات", "تاكيدات"),
    ]
)
_PROMISED_REACH = 6  # words from a promise, over who gives it to whom, to «بعدم اتخاذ قرار»
_WHETHER = frozenset(
    [("ما", "اذا"), ("عما", "اذا"), ("مما", "اذا"), ("فيما", "اذا"), ("اذا", "ما"), ("ان", "كان"), ("ان", "كانت")]
)
_ASKS = frozenset(["~سال", "~تساءل", "سوال", "سوالا", "اسيله", "تساول", "تساولات", "استفسار", "سيل", "سيلت", "~ستفسر"])
_ASKED_REACH = 5  # words from a question to «عما إذا», over who is asked
_TIME_NOUNS = ("موعد", "الموعد", "تاريخ", "التوقيت", "توقيت", "يوم")
_NOUN_BACK = 5  # words from «موعد» to what says that it is not told
_DECISION = frozenset(["قرار", "~حسم", "حسم", "~قرر"])
_DECISION_REACH = 10  # words between «لم يتخذ» or «لا تعتقد أن» and the decision


def undecided(words: Words, indices: range) -> range | None:
    """Where it is said that nothing is decided yet, or that nobody knows of it: «لم يتخذ بوتين بعد أي قرار»,
    «لا تعتقد أن الرئيس حسم قراره», «يجهلون ما إذا كان قد حسم أمره»; so it is where the means are told not to be
    enough («العدد لا يكفي لشن هجوم»). None: it is not."""
    forms = words.forms
    for index in indices:
        form = forms[index]
        if form in _DOUBTS or form in _AND_DOUBTS or form in _IGNORES:
            behind = range(index + 1, min(index + 1 + _DECISION_REACH, indices.stop))
            if last := next((i for i in behind if variants(forms[i]) & _DECISION), 0):
                return range(index, last + 1)
        if variants(form) & _DECLINES and (last := _declined(forms, indices, index)):
            return range(index, last + 1)
        if (form in _NEGATES or form == "غير") and forms[index + 1 : index + 2] and forms[index + 1] in _ENOUGH:
            return range(index, index + 2)
        if form == "غير" and forms[index + 1 : index + 2] and forms[index + 1] in _CERTAIN:
            near = range(index + 2, min(index + 2 + _TELLING_REACH, indices.stop))
            if whether := next((i for i in near if forms[i : i + 2] in _WHETHER), 0):
                return range(index, whether + 2)
        if form not in _NEGATES or (form in _NOT_TO and _promised(forms, indices, index)):
            continue
        for verb in range(index + 1, min(index + 3, indices.stop)):
            read = variants(forms[verb])
            if read & _SETTLES:
                return range(index, verb + 1)
            behind = range(verb + 1, min(verb + 1 + _DECISION_REACH, indices.stop))
            if whether := next((i for i in behind if forms[i : i + 2] in _WHETHER), 0):
                return range(index, whether + 2)
            if read & _BELIEVES and (last := next((i for i in behind if variants(forms[i]) & _DECISION), 0)):
                return range(index, last + 1)
    return None


def _promised(forms: Sequence[str], indices: range, negator: int) -> bool:
    """«تعهد الرئيس بعدم اتخاذ أي قرار»: what is promised leaves nothing open."""
    before = forms[max(negator - _PROMISED_REACH, indices.start) : negator]
    return any(variants(form) & _PROMISES for form in before)


def is_unknown(forms: Sequence[str]) -> bool:
    """Whether these words ask («لا نعرف ما إذا …», «لم يتضح إن كان …»): nobody knows it, either way."""
    return any(tuple(forms[i : i + 2]) in _WHETHER for i in range(len(forms) - 1))


def is_put_off(forms: Sequence[str]) -> bool:
    """Whether these words say themselves that nothing is decided («بوتين لم يتخذ بعد قرارا»)."""
    negated = (i for i, form in enumerate(forms[:-1]) if form in ("لم", "ولم"))
    return any(variants(forms[i + 1]) & _MAKES_UP for i in negated)


def asked(words: Words, indices: range) -> int | None:
    """Where it begins what somebody asks, which tells nothing: «سئل بيسكوف عما إذا كانت …»; None where nobody does."""
    forms = words.forms
    for index in indices[1:]:
        if forms[index : index + 2] in _WHETHER:
            before = forms[max(index - _ASKED_REACH, indices.start) : index]
            if any(variants(form.removeprefix("ال")) & _ASKS for form in before):
                return index
    return None


def _declined(forms: Sequence[str], indices: range, verb: int) -> int:
    """The last word of «رفض القول ما إذا» behind a verb of declining; 0 where he declines something else."""
    near = range(verb + 1, min(verb + 1 + _TELLING_REACH, indices.stop))
    said = next((i for i in near if forms[i] in _TELLING), indices.stop)
    behind = range(said + 1, min(said + 1 + _TELLING_REACH, indices.stop - 1))
    return next((i + 1 for i in behind if forms[i] in ("ما", "عما", "فيما") and forms[i + 1] == "اذا"), 0)


def is_left_open(clause: Clause, indices: range) -> bool:
    """Whether these words of the clause say that something is undecided, or are what somebody doubts."""
    return is_doubted(clause) or undecided(clause.words, indices) is not None


def is_doubted(clause: Clause) -> bool:
    """Whether the clause is what somebody doubts or rules out («استبعد أن …»)."""
    cue = clause.inside.cue if clause.inside else None
    return cue is not None and fold(cue.text) in _DOUBTS


def untold_from(clause: Clause) -> int:
    """The word from which on all that the clause tells is that a time is not told; else the end of the clause."""
    forms = clause.words.forms
    hits = (hit for hit in hits_in(clause, "cues") if hit.id == "undisclosed")
    for hit in hits:
        if any(form.startswith(_TIME_NOUNS) for form in forms[hit.last :]):
            return hit.first
        before = range(max(hit.first - _NOUN_BACK, clause.indices.start), hit.first)
        if (noun := next((i for i in before if forms[i].lstrip("ول").startswith(_TIME_NOUNS[:3])), None)) is not None:
            return noun  # «موعد المكالمة لم يحدد بعد»
    return clause.indices.stop
