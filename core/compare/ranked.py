"""Which of several meetings one is told to be, and which one only dates another: «الثالثة منذ التقيا في يونيو»."""

from __future__ import annotations

from collections.abc import Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Hit

PAST_BEFORE = frozenset(("بعد", "عقب", "اثر", "غداه"))
_SINCE = PAST_BEFORE | {"منذ", "قبل"}
_IS = frozenset(("هي", "هو", "وهي", "وهو", "كانت", "كان", "وكانت", "تعد", "ستكون", "تعتبر"))
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


def is_former(clause: Clause, hit: Hit) -> bool:
    """«الجولة الثالثة منذ أن التقيا في يونيو», «الحوار الذي بدأ عقب قمة يونيو»: not the one told."""
    near = clause.words.forms[max(hit.first - 2, clause.indices.start) : hit.first]
    return bool(near) and (near[-1] in _SINCE or (near[-1] == "ان" and near[0] in _SINCE))
