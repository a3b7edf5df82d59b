"""Times that date no event: a month in which several meetings are counted, a holiday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.compare.parties import word_index
from core.extract.clauses import Clause
from core.extract.word_classes import gatherings
from core.model import Claim, Entity, Quantity, QuantityKind, TimeValue
from core.text.arabic import fold

_LONG = 27  # days from the first to the last one of a period in which meetings are counted
_SEVERAL = 2
_IN_ALL = frozenset(("خلال", "غضون", "هذا", "هذه", "الجاري", "الحالي"))  # «ثاني قمة في يناير» dates it
_TIMES = frozenset(("مره", "جوله", "دوره", "لقاء"))
_HOLIDAYS = frozenset(("عطله", "عطلتي", "اجازه", "اعياد", "احتفالات"))
_FEASTS = frozenset(("بمناسبه", "عيد"))


def dates_nothing(clause: Clause, entities: Sequence[Entity], claim: Claim) -> bool:
    """«اتصالين الشهر الماضي», «ثاني محادثة خلال ديسمبر», «يقضي عطلة نهاية العام»: no day of what is told."""
    if not isinstance(claim.value, TimeValue):
        return False
    forms, first = clause.words.forms, word_index(clause, claim.start)
    if is_feast(forms, first) or not _HOLIDAYS.isdisjoint(forms[max(first - 1, 0) : first]):
        return True
    if not _is_long(claim.value):
        return False
    counted = [e.value for e in entities if e.start < claim.start and _is_several(e)]
    if any(value.kind is QuantityKind.COUNT for value in counted if isinstance(value, Quantity)):
        return True
    last = word_index(clause, claim.end - 1)
    return bool(counted) and not _IN_ALL.isdisjoint(forms[max(first - 1, 0) : last + 1])


def is_feast(forms: Sequence[str], position: int) -> bool:
    """«هنأه بمناسبة العام الجديد»: a time that stands for a feast."""
    return not _FEASTS.isdisjoint(forms[max(position - 1, 0) : position])


def _is_long(value: TimeValue) -> bool:
    if not value.begin or not value.end:
        return False
    return (date.fromisoformat(value.end) - date.fromisoformat(value.begin)).days >= _LONG


def _is_several(entity: Entity) -> bool:
    value = entity.value
    if not isinstance(value, Quantity) or value.low is None or value.low < _SEVERAL:
        return False
    unit = fold(value.unit or "")
    return value.kind is QuantityKind.ORDINAL or (value.kind is QuantityKind.COUNT and unit in gatherings() | _TIMES)
