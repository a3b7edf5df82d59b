"""Which of several contacts one is, and which was the one before it."""

from __future__ import annotations

from collections.abc import Sequence

from core.compare.events import Identity, gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome, akin, same_event
from core.compare.settings import Days
from core.compare.starts import OFFICE, one_start, starts_before
from core.extract.concepts import state_names
from core.model import Quantity, QuantityKind, RelationKind, Show

_SAME_NEWS = 4  # days between articles that tell of one meeting as the latest
_IN_PERSON = frozenset(("meeting", "summit"))  # «أول لقاء منذ قمة جنيف»: they may have spoken by phone since
_PAIR = 2
_CALLS = frozenset({"call", "conversation"})
_CALL_WORDS = frozenset(("اتصال", "مكالمة", "محادثة", "محادثات", "حديث", "تواصل", "مهاتفة"))
_MEETING_WORDS = frozenset(("قمة", "لقاء", "اجتماع", "جولة"))
_MONTH = 31
_MOST = 20  # contacts that are counted
_APART = 3  # days between two contacts told by their days; two months are apart


def orders(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """Which of several meetings this is: first and second fit together; two that claim one place do not."""
    if (told := _last_contact(a, b)) is not None:
        return told
    if _counts_clash(a, b, x, y):
        parts = {"x": a.raw.text, "y": b.raw.text}
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "order_differs", "", parts)
    if _jumps(a, b, x, y):
        parts = {"x": a.raw.text, "y": b.raw.text}
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "order_jumps", "", parts)
    if (a.preceding is None) is not (b.preceding is None):
        return None  # «أول محادثة منذ يوليو» is not the first of all
    if _counted_otherwise(a, b, x, y):
        parts = {"x": a.raw.text, "y": b.raw.text}
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.5, "order_counted", "", parts)
    if a.happening is None or b.happening is None:
        return None
    if not akin(a, b):
        return None
    if (a.event == "talks") is not (b.event == "talks"):
        return None
    if len(a.parties & b.parties) < 2 and a.parties and b.parties:
        return None
    if a.unit != "contact" and b.unit != "contact" and x.kind is not y.kind:
        return None
    if x.low is None or y.low is None or x.low > 20 or y.low > 20:
        return None
    ranks = sorted((x.low, y.low))
    parts = {"x": a.raw.text, "y": b.raw.text}
    ordinal = x.kind is y.kind is QuantityKind.ORDINAL
    of_one = _of_one_count(a, b)  # «الثانية هذا الشهر», «الثالثة منذ قمة يونيو»: both may be so
    if (
        ordinal
        and of_one
        and ranks[0] != ranks[1]
        and same_event(a, b) is Identity.SAME
        and a.event == b.event
        and a.happening.when
    ):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "order_differs", "", parts)
    one_kind = a.event == b.event or {a.event, b.event} <= _CALLS  # «القمة الثانية», «خامس محادثة»: counted apart
    if ordinal and of_one and one_kind and ranks[0] > 1 and ranks[0] != ranks[1] and tell_one_latest(a, b):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "order_differs", "", parts)
    if ranks[0] in (ranks[1], ranks[1] - 1) and _fit(a, b, ranks):
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "order_fits", "", parts)
    return None


def _counts_clash(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """«ثاني محادثة خلال أقل من شهر» against «تحدثا ثلاث مرات هذا الشهر» or «أول اتصال منذ يونيو», of one contact.

    What goes back further counts at least as many.
    """
    if not (_is_counted_call(a, x) and _is_counted_call(b, y)) or QuantityKind.ORDINAL not in (x.kind, y.kind):
        return False
    if len(a.parties & b.parties & state_names()) < _PAIR or not tell_one_latest(a, b):
        return False
    (p, q), published = (x.low or 0, y.low or 0), max(a.published, b.published)
    if one_start(a.counted_since, b.counted_since):
        count = p if x.kind is QuantityKind.COUNT else q if y.kind is QuantityKind.COUNT else 0
        return p != q and (not count or count == max(p, q))  # «بعد مكالمتين هذا الشهر»: without this one
    if starts_before(a.counted_since, b.counted_since, published):
        return p < q
    return starts_before(b.counted_since, a.counted_since, published) and q < p


def _jumps(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """«أول محادثة منذ قمة يونيو», weeks later «ثالث اتصال منذ قمتهما»: hardly two in so short a time."""
    if not (_is_counted_call(a, x) and _is_counted_call(b, y) and x.kind is y.kind is QuantityKind.ORDINAL):
        return False
    (early, p), (late, q) = sorted(((a, x.low or 0), (b, y.low or 0)), key=lambda told: told[0].published)
    since = early.counted_since not in (None, OFFICE) and one_start(early.counted_since, late.counted_since)
    near = _SAME_NEWS < days_between(a, b) <= _MONTH and len(a.parties & b.parties & state_names()) == _PAIR
    return since and near and q - p > 1


def _is_counted_call(item: Item, value: Quantity) -> bool:
    """A rank of calls, or how many there were since some time; the first of all, or of a kind, says less."""
    unit, told = value.unit or "", item.counted_since not in (None, OFFICE)
    calls = unit in _CALL_WORDS or (item.event in _CALLS and unit not in _MEETING_WORDS)
    if item.unit != "contact" or not calls or value.low is None or value.low != value.high or value.low > _MOST:
        return False
    return told if value.kind is QuantityKind.COUNT or value.low == 1 else value.kind is QuantityKind.ORDINAL


def _fit(a: Item, b: Item, ranks: Sequence[float]) -> bool:
    """«القمة الثانية», «وهي الثانية»: of one contact; «اجتماعا واحدا», «القمة الثانية»: counted alike, no calls."""
    if ranks[0] == ranks[1]:
        return same_event(a, b) is not Identity.DIFFERENT
    return a.event == b.event or _CALLS.isdisjoint((a.event, b.event))


def _counted_otherwise(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """«القمة الثانية» against «رابع مكالمة», of the same days: one contact, counted among summits or among calls."""
    if not (x.kind is y.kind is QuantityKind.ORDINAL) or x.low == y.low or min(x.low or 0, y.low or 0) <= 1:
        return False
    summit, call = (a, b) if a.event in _IN_PERSON else (b, a)
    counted = y if call is b else x
    calls = call.event in _CALLS or (counted.unit or "") in _CALL_WORDS
    if summit.event not in _IN_PERSON or not calls or len(a.parties & b.parties) < _PAIR:
        return False
    days = [item.happening.when for item in (a, b) if item.happening is not None and item.happening.when]
    return tell_one_latest(a, b) and all(gap_days(days[0], day) == 0 for day in days[1:])


def _of_one_count(a: Item, b: Item) -> bool:
    """Counted within one period; «منذ 20 يناير» and «منذ يناير» are one."""
    if not one_start(a.counted_since, b.counted_since):
        return False
    x, y = _counted_from(a), _counted_from(b)
    near = ((since, day, a) for since, day in ((x, b.dated), (y, a.dated)) if since and day)
    return x == y or any(since[1] < item.published and gap_days(since, day) == 0 for since, day, item in near)


def _counted_from(item: Item) -> Days | None:
    """The period within which, or since which, a rank is counted; None where only the day of the contact is told."""
    return None if item.dated is None or item.dated[0] == item.dated[1] else item.dated


def tell_one_latest(a: Item, b: Item) -> bool:
    """«خامس محادثة», «المحادثة الرابعة» in two articles of the same days: each means the latest."""
    x, y = (item.happening.when if item.happening else None for item in (a, b))
    apart = bool(x and y and gap_days(x, y) > _SAME_NEWS) or a.long_ago or b.long_ago
    return a.claim.article_id != b.claim.article_id and not apart and days_between(a, b) <= _SAME_NEWS


def days_between(a: Item, b: Item) -> int:
    """From one article to the other; 0 where one has no date."""
    if not a.published or not b.published:
        return 0
    first, second = sorted((a.published, b.published))
    return gap_days((first, first), (second, second))


def _last_contact(a: Item, b: Item) -> Outcome | None:
    """Two articles of one contact on the one before it."""
    if a.preceding is None or b.preceding is None or a.claim.article_id == b.claim.article_id:
        return None
    if len(a.parties & b.parties & state_names()) < _PAIR:
        return None
    if days_between(a, b) > _SAME_NEWS or (a.event in _IN_PERSON) is not (b.event in _IN_PERSON):
        return None
    gap = gap_days(a.preceding, b.preceding)
    if gap == 0:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "last_contact_same")
    parts = {"x": _words(a.preceding), "y": _words(b.preceding)}
    months = all(first[8:] == "01" and last[8:] >= "28" for first, last in (a.preceding, b.preceding))
    if gap <= _APART and not months:
        return None
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "last_contact", "", parts)  # not all talks are counted


def _words(days: Days) -> str:
    """A day or a month, as ISO 8601 writes it."""
    return days[0] if days[0] == days[1] else days[0][:7] if days[0][:7] == days[1][:7] else "/".join(days)
