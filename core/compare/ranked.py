"""Which of several meetings one is told to be, and which one only dates another: «الثالثة منذ التقيا في يونيو»."""

from __future__ import annotations

from collections.abc import Sequence

from core.compare.participants import PAST_BEFORE, first_word, is_definite
from core.extract.clauses import Clause
from core.extract.concepts import Hit

_SINCE = PAST_BEFORE | {"منذ", "قبل", "قبيل"}
_IS = frozenset(("هي", "هو", "وهي", "وهو", "كانت", "كان", "وكانت", "تعد", "ستكون", "تعتبر"))
_FROM, _COUNTED_REACH = frozenset(("من", "علي")), 6  # «بعد … من», and its words
_WAS_REACH = 12  # words behind «بعد أن» that tell what was before
_BESIDE, _SUBJECT_REACH = 2, 8  # words between an event and its rank, and from its subject to the rank behind «هي»


def rank_of(clause: Clause, hit: Hit, events: Sequence[Hit], ranks: Sequence[Hit]) -> str:
    """The rank told of an event, beside it or of it as the subject («جولة الاثنين هي الثالثة من الحوار»), or ""."""
    forms = clause.words.forms
    for rank in ranks:
        if rank.first and forms[rank.first - 1] in _IS:
            named = [event for event in events if 0 < rank.first - event.last <= _SUBJECT_REACH and "m" in event.flags]
            if named and "m" in hit.flags:
                if named[-1] == hit:
                    return rank.id
                continue
        if abs(rank.first - hit.last) <= _BESIDE or abs(rank.last - hit.first) <= _BESIDE:
            return rank.id
    return ""


def _is_behind_what_was(clause: Clause, hit: Hit) -> bool:
    """«ثاني مكالمة هذا الشهر بعد أن تحدثا لساعتين عبر الفيديو في السابع منه»: told behind «بعد أن», up to a comma."""
    forms = clause.words.forms
    for index in range(hit.first - 1, max(hit.first - _WAS_REACH, clause.indices.start) - 1, -1):
        if forms[index] in "،,;؛":
            return False
        if forms[index] == "بعدما" or (forms[index] == "ان" and index and forms[index - 1] in _SINCE):
            return True
    return False


def is_former(clause: Clause, hit: Hit, *, dated: bool) -> bool:
    """«الجولة الثالثة منذ أن التقيا في يونيو», «بعد ثلاثة أسابيع من قمة»: not the one that the clause tells of.

    «بعد اللقاء» may be it, unless it is `dated`.
    """
    if _is_behind_what_was(clause, hit):
        return True
    first = first_word(clause, hit)
    near = clause.words.forms[max(first - _COUNTED_REACH, clause.indices.start) : first]
    if near and near[-1] in _FROM and _SINCE & set(near[:-1]):
        return True
    since = bool(near) and (near[-1] in _SINCE or (near[-1] == "ان" and near[-2] in _SINCE if len(near) > 1 else False))
    return since and (dated or not is_definite(clause, hit))
