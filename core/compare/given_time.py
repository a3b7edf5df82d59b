"""Time that those who meet give to it, told by no verb of lasting: «أمضى الرئيسان ساعة على الخط», «خصصا ساعة للقاء»."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Hit
from core.text.stems import variants

# Verbs of spending time, and of staying: the latter on the line or before a screen only.
_SPENDS = frozenset(
    ("~مضي", "امضي", "امضيا", "~قضي", "قضي", "قضيا", "خصص", "~خصص", "خصصا", "كرس", "~كرس", "كرسا", "~ستهلك")
)
_NEEDS = frozenset(("~حتاج", "احتاج", "احتاجا", "احتاجت", "~تطلب", "تطلبت", "~قتضي", "لزم", "كفت", "اكتفيا", "اكتفي"))
_STAYS = frozenset(("ظل", "ظلا", "بقي", "بقيا", "مكث", "مكثا", "جلس", "جلسا", "وظل", "وظلا", "وبقي", "وبقيا"))
_LINES = frozenset(("الخط", "الهاتف", "الشاشه", "الشاشات", "شاشه", "السماعه", "طاوله"))
_LONG = frozenset(("طويلا", "مطولا", "طويله", "مطوله", "قصيرا", "قصيره", "مقتضبا", "مقتضبه", "وجيزا", "خاطفا"))
_COMMAS = frozenset("،,؛")
_BEFORE, _BEHIND = 6, 3  # words from the verb to the time, and from the time to the verb


def is_given(clause: Clause, hits: Sequence[Hit], first: int, last: int) -> bool:
    """Whether the time from word `first` to `last` is what a meeting of the clause took."""
    forms, indices = clause.words.forms, clause.indices
    met = any(hit.table == "events" and "m" in hit.flags for hit in hits)
    on_line = any(form in _LINES for form in forms[indices.start : indices.stop])
    if not (met or on_line):
        return False
    before = range(max(first - _BEFORE, indices.start), first)
    near = [*before, *range(last + 1, min(last + 1 + _BEHIND, indices.stop))]
    told = {stem for index in near for stem in (*variants(forms[index]), *variants(forms[index].removesuffix("ها")))}
    if told & (_SPENDS | _NEEDS) or (on_line and told & _STAYS):
        return True
    parted = first > indices.start + 1 and forms[first - 1] in _COMMAS  # «كان الحديث طويلا، ثلاث ساعات»
    return met and parted and forms[first - 2] in _LONG
