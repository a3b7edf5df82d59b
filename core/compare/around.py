"""The day of an event by that of what is told around it: «خلال مكالمة», «غداة قمة», «بعد يومين من محادثات»."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from core.compare.participants import sentence_up_to
from core.compare.settings import Days
from core.extract.clauses import Clause
from core.extract.concepts import Hit
from core.model import Entity, TimeValue

_DURING = frozenset(("خلال", "اثناء"))
_BESIDE_DAY = {"غداه": -1, "عشيه": 1}  # «قال الأربعاء، غداة قمة»: the summit was the day before
_BEGINNING = frozenset(("بدايه", "بدء", "انطلاق", "انعقاد", "موعد", "عقد", "اجراء", "انتهاء", "ختام"))
_OF, _ONLY = frozenset(("من", "علي", "عن")), frozenset(("فقط", "واحد"))
_AFTER = {"بعد": -1, "وبعد": -1, "قبل": 1, "وقبل": 1}
_SEVERAL = {
    word: number
    for number, words in enumerate(("ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"), start=3)
    for word in (words, str(number))
}


def day_around(clauses: Sequence[Clause], hit: Hit, entities: Sequence[Sequence[Entity]], number: int) -> Days | None:
    """«هدد يوم الخميس …، وذلك خلال مكالمة»: what is said during a meeting is said on its day."""
    lead = clauses[number].words.forms[hit.first - 1] if hit.first else ""
    return _only_day_before(clauses, hit, entities, number) if lead in _DURING else None


def day_beside(clauses: Sequence[Clause], hit: Hit, entities: Sequence[Sequence[Entity]], number: int) -> Days | None:
    """«قال الأربعاء، غداة قمة», «بعد يوم من القمة»: counted from the only day that the sentence tells before it; None
    where a day of its own follows."""
    days = days_off(clauses[number], hit.first)
    behind = (e for e in entities[number] if e.start > clauses[number].words.spans[hit.first].start)
    if not days or any(isinstance(e.value, TimeValue) for e in behind):
        return None
    told = _only_day_before(clauses, hit, entities, number)
    return told and ((date.fromisoformat(told[0]) + timedelta(days=days)).isoformat(),) * 2


def days_off(clause: Clause, event: int) -> int:
    """How many days the event lies from what is told: -1 for «غداة قمة», 2 for «قبل يومين من اجتماع», 0 for none."""
    forms = clause.words.forms
    place = event - 1 - (event > 0 and forms[event - 1] in _BEGINNING)
    if place < clause.indices.start:
        return 0
    if forms[place] in _BESIDE_DAY:
        return _BESIDE_DAY[forms[place]]
    if forms[place] not in _OF:
        return 0
    place -= 1
    while place > 0 and forms[place] in _ONLY:
        place -= 1
    number = {"يوم": 1, "يومين": 2}.get(forms[place], 0)
    if forms[place] == "ايام":
        place -= 1
        number = _SEVERAL.get(forms[place], 0)
    return number * _AFTER.get(forms[place - 1], 0) if place > 0 else 0


def _only_day_before(
    clauses: Sequence[Clause], hit: Hit, entities: Sequence[Sequence[Entity]], number: int
) -> Days | None:
    here = clauses[number].words.spans[hit.first].start
    near = [e for at in sentence_up_to(clauses, number) for e in entities[at] if e.start < here]
    told = [e.value for e in near if isinstance(e.value, TimeValue)]
    days = {(v.begin, v.end) for v in told if v.begin and v.begin == v.end}
    return next(iter(days)) if len(days) == 1 else None
