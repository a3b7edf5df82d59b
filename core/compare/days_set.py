"""A day that is ruled out for what is to come, or is not set yet, against who tells one."""

from __future__ import annotations

from core.compare.events import Identity, alike, gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome, known_later, told_parties
from core.compare.upcoming import is_one_day
from core.model import Modality, RelationKind, Show, TimeValue
from core.text.arabic import fold

_ONE_NEWS = 3  # days between two articles that tell of one call to come
_PAIR = 2  # states that meet
# Who only does not tell the day («دون أن تعلن يوما») says nothing of whether it is set.
_UNTOLD = frozenset(("دون", "بدون", "يعلن", "تعلن", "يكشف", "تكشف", "الكشف", "الاعلان", "يعلنا", "يكشفا", "بلا"))
_DAY_NOUNS = ("موعد", "الموعد", "تاريخ", "يوم")


def ruled_out(a: Item, b: Item, same: Identity) -> Outcome | None:
    """«لن تعقد القمة الثلاثاء» against who says that it is on Tuesday; of other days nothing is told."""
    denied = [item for item in (a, b) if item.setting.denied]
    if not denied or a.when is None or b.when is None:
        return None
    met = all(item.happening is not None and item.happening.meeting for item in (a, b))
    differ = len(denied) == 1 and met and same is Identity.SAME and is_one_day(a) and a.when == b.when
    if differ and a.claim.article_id != b.claim.article_id:
        return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.62, "denied_asserted")
    return Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, 0.75, "other_event")


def undisclosed(a: Item, b: Item, same: Identity) -> Outcome | None:
    """A time that one of two does not tell, or neither."""
    if same in (Identity.DIFFERENT, Identity.NEAR):
        return None
    told = next((i for i in (a, b) if i.raw.value is not None), None)
    if told is None:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.7, "time_untold")
    untold = b if told is a else a
    value = told.raw.value
    if not isinstance(value, TimeValue):
        return None
    if "T" in value.timex:
        if known_later(untold, told):
            return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.6, "time_untold_finer")
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "time_untold_finer")
    return _day_not_set(untold, told)


def _day_not_set(untold: Item, told: Item) -> Outcome | None:
    """«لم يحدد موعد المكالمة بعد» against «يتحدثان الثلاثاء», both told while the day was still to come."""
    forms = fold(untold.raw.text).split()
    if not any(form.lstrip("ول").startswith(_DAY_NOUNS) for form in forms) or not _UNTOLD.isdisjoint(forms):
        return None
    ahead = told.raw.modality is Modality.PLANNED and is_one_day(told) and told.when is not None
    if not ahead or told.when is None or not (untold.published and told.published):
        return None
    event, other = untold.happening, told.happening
    one = (
        event is not None
        and other is not None
        and alike(event.id, other.id) | (event.is_remote() and other.is_remote())
    )
    close = untold.published[:10] < told.when[0] and untold.published[:10] >= told.published[:10]
    if not one or not close or len(told_parties(untold) & told_parties(told)) < _PAIR:
        return None
    near = gap_days((told.published[:10],) * 2, (untold.published[:10],) * 2) <= _ONE_NEWS
    parts = {"x": untold.raw.text, "y": told.raw.text}
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.56, "time_not_set", "", parts) if near else None
