"""Of which time, deed or people a figure is: of then, of a second one, up to an hour, of those abroad."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.compare.mentions import DISASTERS
from core.extract.clauses import Clause

_VERB_REACH = 6  # words before a figure that may say of when it is
_RIGHT_BEHIND, _NEAR_BEHIND = 2, 3
_SEPARATE = frozenset(("منفصل", "منفصله", "المنفصل"))
_AT_THAT_TIME = frozenset(("انذاك", "حينها", "وقتها", "حينذاك", "وقتذاك", "يومها", "حينيذ", "يوميذ"))
_EXPECTED = frozenset(("التوقعات", "توقعات", "المتوقع", "المفترض"))
_POLLS = frozenset(("استطلاع", "الاستطلاع", "استطلاعات", "الاستطلاعات", "لاستطلاع", "للاستطلاع", "باستطلاع"))
_EARLIER = frozenset(("سابق", "سابقا", "سابقه", "البدايه", "بدايه", "اوليه", "الاوليه", "مبدييه", "المبدييه"))
_ABROAD, _AT_HOME = ("الخارج", "بالخارج"), frozenset(("الداخل", "داخل", "بالداخل"))
_MAY_RECUR = DISASTERS | {"explosion", "accident", "attack", "clash"}
_ANOTHER = frozenset(("ثان", "الثاني", "ثانيه", "الثانيه", "اخر", "اخري", "جديد", "جديده", "ارتدادي", "ارتداديه"))
_SECOND = frozenset(
    (
        "هزه",
        "ارتداديه",
        "تلاه",
        "تلته",
        "تلاها",
        "تلتها",
        "اعقبه",
        "اعقبته",
        "اعقبها",
        "تبعه",
        "تبعته",
        "وتلاه",
        "وتلته",
    )
)
_HOURS = frozenset(("صباح", "ظهر", "عصر", "مساء", "ليل", "فجر", "الساعه", "منتصف"))
_WHEN = frozenset(("عندما", "حين", "حينما"))


def is_of_then(clause: Clause, begin: int, before: range, behind: range) -> bool:
    """Whether it is told of another time or deed than the news, or was expected. `begin`: of the sentence."""
    forms = clause.words.forms
    near = range(max(before.start, before.stop - _VERB_REACH), before.stop)
    if any(forms[i] in _WHEN and forms[i - 1 : i] != ("في",) for i in near):
        return True
    behind = behind[:_RIGHT_BEHIND]
    if not _AT_THAT_TIME.isdisjoint((*forms[near.start : near.stop], *forms[behind.start : behind.stop])):
        return True
    told = forms[begin : before.stop]
    return not (
        _SEPARATE.isdisjoint(told)
        and _POLLS.isdisjoint(told)
        and _EXPECTED.isdisjoint(forms[clause.indices.start : before.stop])
    )


def is_of_second(clause: Clause, before: range) -> bool:
    """«زلزال ثان قوته 7.6», «تلته هزة بقوة 5.2»: of another disaster or deed than the one told first."""
    forms = clause.words.forms
    near = (h for h in clause.hits.get("events", ()) if h.id in _MAY_RECUR and h.last + 1 in before)
    told = forms[before.start : before.stop]
    return any(forms[h.last + 1] in _ANOTHER for h in near) or not _SECOND.isdisjoint(told)


def is_as_of(forms: Sequence[str]) -> bool:
    """«بلغت الحصيلة حتى مساء الاثنين …»: counted up to an hour."""
    return any(form == "حتي" and behind in _HOURS for form, behind in pairwise(forms))


def is_earlier(forms: Sequence[str]) -> bool:
    """«في وقت سابق», «حصيلة أولية», «بيان أولي», but not «دفعة أولى», which is spelled alike."""
    first = any(form == "اولي" and not before.endswith("ه") for before, form in pairwise(forms))
    return first or not _EARLIER.isdisjoint(forms)


def quarter_told(before: Sequence[str], behind: Sequence[str]) -> str:
    """«نسبة المشاركة في الخارج», «في مناطق المعارضة», «في مناطق سيطرة الحكومة»: of whom alone it is, "" of all."""
    near = (*before, *behind[:_NEAR_BEHIND])
    if _AT_HOME.isdisjoint(near) and not set(_ABROAD).isdisjoint(near):
        return _ABROAD[0]
    for words in (behind, before):
        held = (words[i + 1 : i + 3] for i, form in enumerate(words) if form == "مناطق")
        for first, *rest in filter(None, held):
            if first.startswith("سيطر"):
                return "".join(rest[:1]) if first == "سيطره" else first
            if first.startswith("ال"):
                return first
    return ""
