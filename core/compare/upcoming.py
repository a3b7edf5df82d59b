"""Another day told for a meeting to come: the next one of a body, one more round of a series, talks that two date."""

from __future__ import annotations

from core.compare.circumstances import bodies, same_act
from core.compare.events import NEAR_DAYS, Happening, alike, gap_days, length
from core.compare.items import Item
from core.compare.outcome import Outcome, akin, told_parties
from core.model import Modality, RelationKind, Show, TimeValue

AHEAD = {Modality.POSSIBLE, Modality.PLANNED}
NEXT_DAYS = 14  # between two days told for one body's next meeting
_ROUND_DAYS = 45  # … and for talks of two sides in one town, which may be put off
_LONG = 15  # days: a longer period is no day
_TALKS = ("talks", "meeting")
_SERIES = 2  # days from the first to the last of a series of talks, at least
_PAIR = 2  # sides that meet
_ONE_NEWS = 3  # days between two articles that tell of one call to come


def another_day(a: Item, b: Item) -> Outcome | None:
    """Two days of what may be one meeting to come; None where nothing tells that it is one."""
    if a.when is None or b.when is None or a.claim.article_id == b.claim.article_id:
        return None
    days = gap_days(a.when, b.when)
    if not days or not (_is_next_of_one_body(a, b) or _is_one_next_call(a, b) or _is_one_round(a, b)):
        return None
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.58, "time_near", in_days(days), {"days": str(days)})


def in_days(days: int) -> str:
    """The gap between two times in Arabic («يوم», «يومان»)."""
    return {1: "يوم واحد", 2: "يومان"}.get(days, f"{days} {'أيام' if days <= NEXT_DAYS - 4 else 'يوما'}")


def outside_schedule(a: Item, b: Item) -> Outcome | None:
    """«المفاوضات المقررة في 10 و11 و12 يناير» against a round on the 13th: all days told of a series of talks, and one
    more beside them."""
    if not {a.raw.modality, b.raw.modality} <= AHEAD:
        return None
    for series, one in ((a, b), (b, a)):
        if series.when is None or one.when is None or not is_of_days(series) or not is_one_day(one):
            continue
        talks = series.event in _TALKS and not (series.setting.town or series.setting.host) and meets(one)
        lasts = gap_days((series.when[0],) * 2, (series.when[1],) * 2)
        if talks and lasts >= _SERIES and 0 < gap_days(series.when, one.when) <= NEAR_DAYS:
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.56, "time_days")
    return None


def meets(item: Item) -> bool:
    """It tells of those who come together in one place."""
    return item.happening is not None and item.happening.meeting and not item.happening.is_remote()


def is_of_days(item: Item) -> bool:
    """Several days are told, each by itself or from the first to the last."""
    value = item.raw.value
    return isinstance(value, TimeValue) and "/" in value.timex and value.mod is None and "T" not in value.timex


def is_one_day(item: Item) -> bool:
    return bool(item.when and item.when[0] == item.when[1])


def _is_next_of_one_body(a: Item, b: Item) -> bool:
    """«تجتمع اللجنة في الثاني من فبراير» against «في التاسع»: the next meeting of one body, told by the same words."""
    if a.when is None or b.when is None:
        return False
    meetings = [item.happening for item in (a, b) if item.happening and item.happening.meeting]
    if len(meetings) < 2 or any(told.ahead is not True or len(told.parties) >= 2 or told.place for told in meetings):
        return False
    near = gap_days(a.when, b.when) <= NEXT_DAYS and is_one_day(a) and is_one_day(b)
    one = bool(meetings[0].body) and meetings[0].body == meetings[1].body
    return near and (one or same_act(a.setting, b.setting)) and a.published[:7] == b.published[:7]


def _is_one_next_call(a: Item, b: Item) -> bool:
    """«يتحدثان عبر الفيديو الثلاثاء» against «الجمعة»: two who are to speak, of whose calls each article tells one."""
    x, y = a.happening, b.happening
    if x is None or y is None or not (x.is_remote() and y.is_remote()) or x.apart or y.apart:
        return False
    if not a.published or not b.published or a.when is None or b.when is None:
        return False
    if any(told.ahead is not True or told.place for told in (x, y)) or not (is_one_day(a) and is_one_day(b)):
        return False
    if gap_days(a.when, b.when) > NEXT_DAYS:
        return False
    pair = told_parties(a) & told_parties(b)
    if len(pair) < _PAIR or (x.channels and y.channels and not x.channels & y.channels):
        return False
    days = (a.published[:10],) * 2, (b.published[:10],) * 2
    before = max(a.published[:10], b.published[:10]) <= min(a.when[0], b.when[0])
    near = gap_days(*days) <= _ONE_NEWS
    return near and before and not (_tells_another(x, pair) or _tells_another(y, pair))


def _tells_another(told: Happening, pair: frozenset[str]) -> bool:
    """The article tells one more day on which those two are to speak."""
    return any(
        other is not told
        and other.ahead is True
        and other.when is not None
        and other.when != told.when
        and other.is_remote()
        and len(other.parties & pair) >= _PAIR
        for other in told.article
    )


def next_talks(a: Item, b: Item) -> bool:
    """Whether two articles of some days tell of the next talks of the same two sides, whose day or town may differ.

    So may other talks of these: what tells the one from the other is for the caller.
    """
    x, y = a.happening, b.happening
    if x is None or y is None or not (meets(a) and meets(b) and akin(a, b) and x.ahead and y.ahead):
        return False
    published = (a.published[:10], b.published[:10])
    if not all(published) or gap_days((published[0],) * 2, (published[1],) * 2) > NEXT_DAYS:
        return False
    if any(told and told[0] <= max(published) for told in (x.when, y.when)):
        return False
    if any(h.apart or h.several for h in (x, y)) or _differs(x.rank, y.rank) or _differs(x.level, y.level):
        return False
    return len(x.parties) >= _PAIR and x.parties == y.parties


def one_host(a: Item, b: Item) -> bool:
    """«اجتماع مجلس روسيا والناتو» in both: one of those who meet is the body whose meeting it is."""
    return bool(_host(a)) and _host(a) == _host(b)


def tells_day(event: Happening) -> bool:
    """Whether more than the month in which it is («الشهر المقبل») is told."""
    return event.when is not None and length(event.when) <= _LONG


def _host(item: Item) -> str:
    sides = item.happening.parties if item.happening else frozenset[str]()
    return next(iter(sides & bodies()), "")


def _is_one_round(a: Item, b: Item) -> bool:
    """«محادثات روسيا والولايات المتحدة في جنيف في 10 يناير» against «في 17 يناير»: talks of two sides in one town, or
    of the body that meets, and neither article tells of both days."""
    x, y = a.happening, b.happening
    if x is None or y is None or a.when is None or b.when is None or not next_talks(a, b):
        return False
    if gap_days(a.when, b.when) > _ROUND_DAYS or max(length(a.when), length(b.when)) > _LONG:
        return False
    if min(a.when[0], b.when[0]) <= max(a.published, b.published)[:10]:
        return False
    one_town = bool(x.place) and x.place == y.place and not (a.setting.host or b.setting.host)
    return (one_host(a, b) or one_town) and not (_tells(x, b) or _tells(y, a))


def _differs(a: str, b: str) -> bool:
    return bool(a and b) and a != b


def _tells(event: Happening, other: Item) -> bool:
    """Whether the article of an event tells of the other day as well, of what may be one with it."""
    return any(
        told.when is not None
        and other.when is not None
        and gap_days(told.when, other.when) == 0
        and alike(told.id, event.id)
        for told in event.article
    )
