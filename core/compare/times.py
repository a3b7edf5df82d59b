"""When it is, by two claims: the same day, a finer one, another one; the same hour, whatever clock tells it."""

from __future__ import annotations

from core.compare.circumstances import same_act
from core.compare.clocks import clocks, is_rough
from core.compare.days_set import ruled_out, undisclosed
from core.compare.events import NEAR_DAYS, Identity, gap_days, kin, length
from core.compare.expected import expectation, of_one_expectation, parts_apart, told_as_bound
from core.compare.items import Item
from core.compare.mentions import DISASTERS
from core.compare.met_before import met_in_one_town
from core.compare.outcome import (
    Outcome,
    Weights,
    akin,
    asserts,
    other_event,
    same_event,
    similarity,
    speakers_apart,
    told_of_one_day,
)
from core.compare.page import RESULTS
from core.compare.speaking import related, said_when_they_met
from core.compare.upcoming import (
    AHEAD,
    NEXT_DAYS,
    another_day,
    in_days,
    is_of_days,
    is_one_day,
    meets,
    outside_schedule,
)
from core.extract.concepts import event_kinds, state_names
from core.model import Modality, RelationKind, Show, TimeValue
from core.text.arabic import fold

_PAIR = 2  # states that meet
_SAME_CLAUSES = 0.5  # similarity from which two clauses say the same
_YEAR = 366  # days


def times(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """When it is: the same day, a finer one, another one."""
    if bool(a.frame) != bool(b.frame):
        return said_when_they_met(a, b)
    if a.frame:
        return _speech_times(a, b, weights)
    if of_one_expectation(a, b):
        return expectation(a, b)
    if _counts_until(a) is not _counts_until(b) or a.setting.dateless or b.setting.dateless:
        return None
    if not akin(a, b) or (a.raw.value and b.raw.value and _is_of_part(a, b)):
        return _of_act(a, b)
    if a.happening and not a.happening.meeting and not one_agent(a, b):
        return None
    same = same_event(a, b)
    x, y = a.raw.value, b.raw.value
    if x is None or y is None:
        return undisclosed(a, b, same)
    if not isinstance(x, TimeValue) or not isinstance(y, TimeValue) or a.when is None or b.when is None:
        return None
    if a.setting.former is not b.setting.former and a.when != b.when:
        return other_event("former_plan")
    if (told := clocks(a, b, same)) is not None or None not in (a.setting.clock, b.setting.clock):
        return told
    if _tells_no_day(a) or _tells_no_day(b):
        return None
    if a.setting.denied or b.setting.denied:
        return ruled_out(a, b, same)
    if outside := outside_schedule(a, b):
        return outside
    if (_in_two_towns(a, b) and not told_of_one_day(a, b)) or _of_two_hosts(a, b):
        return other_event()
    if a.setting.host and _meet(a, b) and same is not Identity.SAME:
        same = Identity.NEAR if gap_days(a.when, b.when) else Identity.SAME
    if same is Identity.DIFFERENT and not told_of_one_day(a, b):
        once = _met_on_other_days(a, b) or _taken_at_other_times(a, b)
        return another_day(a, b) or _two_latest(a, b) or once or other_event()
    if gap_days(a.when, b.when) == 0:
        contested = _is_disputed(a, b)
        if contested and speakers_apart(a, b) and a.when != b.when and parts_apart(a, b):
            return Outcome(RelationKind.REFINES, Show.CHECK, 0.66, "time_two_sources")
        if contested and told_as_bound(a, b):
            return Outcome(RelationKind.REFINES, Show.CHECK, 0.6, "time_bound")
        if a.when == b.when and x.timex == y.timex:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "time_same")
        if _tell_other_days(a, b):
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "time_days")
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.78, "time_finer")
    return _disjoint_times(a, b, same) or another_day(a, b)


def _counts_until(item: Item) -> bool:
    """«بلغ عدد القتلى حتى مساء الاثنين …»: when they were counted, not when it was."""
    return item.event in RESULTS | DISASTERS and fold(item.raw.text).startswith("حتي ")


def _in_two_towns(a: Item, b: Item) -> bool:
    """«في جنيف في 10 يناير», «وفي بروكسل يوم 12»: each time stands beside a town of its own."""
    towns = a.setting.town, b.setting.town
    return all(towns) and towns[0] != towns[1] and _meet(a, b)


def _of_two_hosts(a: Item, b: Item) -> bool:
    """«تجتمع روسيا والحلف يوم 12», «تلتقي روسيا والولايات المتحدة يوم 10»: one is an organisation's."""
    if a.setting.host == b.setting.host or not _meet(a, b):
        return False
    hosts = a.setting.host, b.setting.host
    if set(hosts) - {""} <= a.parties & b.parties:
        return False  # «خلال اجتماع مجلس روسيا والناتو، الأربعاء»: it stands further off
    return all(hosts) or all(i.setting.host or len(i.parties & state_names()) >= _PAIR for i in (a, b))


def _meet(a: Item, b: Item) -> bool:
    """Both tell of those who come together in one place."""
    return meets(a) and meets(b)


def _is_of_part(a: Item, b: Item) -> bool:
    """Hours in what is no meeting are of its parts: take-off, the last call, the finding of a wreck."""
    hours = a.setting.clock is not None and b.setting.clock is not None
    if not hours or (a.happening and a.happening.meeting):
        return False
    kind = event_kinds().get(a.event)  # … unless their clauses tell of the accident itself
    own = a.event == b.event and all(item.event in item.events for item in (a, b))
    return not (own and kind is not None and "p" in kind.flags and a.event not in RESULTS)


def _of_act(a: Item, b: Item) -> Outcome | None:
    """Times of one thing done that is no known event («الفحص الطبي», «أقلعت»), by the words that lead to them."""
    if any(item.happening and item.happening.meeting for item in (a, b)) or a.setting.former or b.setting.former:
        return None
    if a.when is None or b.when is None or a.claim.article_id == b.claim.article_id:
        return None
    if a.home and b.home and not a.home & b.home:
        return None
    gap = gap_days(a.when, b.when)
    hours = None not in (a.setting.clock, b.setting.clock)
    one_word = hours and bool(a.setting.act) and a.setting.act[:1] == b.setting.act[:1] and one_agent(a, b)
    if not one_word and not same_act(a.setting, b.setting):
        return _of_result(a, b) if gap == 0 else None
    if (told := clocks(a, b, Identity.SAME)) is not None or hours:
        return told
    sharp = all(is_one_day(item) and not is_rough(item) for item in (a, b))
    sharp = sharp and not any(item.setting.clock is not None and not item.setting.dated for item in (a, b))
    if _tells_no_day(a) or _tells_no_day(b):
        return None
    if gap == 0:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.62, "time_finer") if sharp else None
    if not sharp or gap > NEAR_DAYS or _is_of_its_day(a, b) or not (asserts(a) and asserts(b)):
        return None
    if gap == 1 and _at_midnight(a, b):
        return None
    if _reported_after(a, b) or _reported_after(b, a):
        return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.55, "time_moved", in_days(gap), {"days": str(gap)})
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.56, "time_near", in_days(gap), {"days": str(gap)})


def _of_result(a: Item, b: Item) -> Outcome | None:
    """«لقي 14 حتفهم مساء الثلاثاء» dates the accident too, for whoever dates it so."""
    results = (a.event in RESULTS) is not (b.event in RESULTS)
    if not results or not a.causes & b.causes - RESULTS or not (is_one_day(a) and is_one_day(b)):
        return None
    return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "time_finer")


def _is_of_its_day(a: Item, b: Item) -> bool:
    """Each is told on its own day, by articles of two days: the same may be done every day."""
    return all(item.when is not None and item.when[0] == item.published for item in (a, b))


def _is_disputed(a: Item, b: Item) -> bool:
    """Of what one side expects and another denies; that talks may fail makes their day no less sure."""
    if all(item.happening and item.happening.meeting for item in (a, b)):
        return False
    told = {a.raw.modality, b.raw.modality}
    kinds = [event_kinds().get(item.event) for item in (a, b)]
    return Modality.POSSIBLE in told or (told <= AHEAD and all(kind and "d" in kind.flags for kind in kinds))


def _tells_no_day(item: Item) -> bool:
    """An hour whose day the text leaves open."""
    return isinstance(item.raw.value, TimeValue) and item.raw.value.timex.startswith("T")


def _tell_other_days(a: Item, b: Item) -> bool:
    """«يومي 9 و10 يناير» against «10 يناير»: the days told of what is to come do not begin or end together.

    A single day may be the first of several.
    """
    if not {a.raw.modality, b.raw.modality} <= AHEAD:
        return False
    x, y = (item.when if is_of_days(item) or is_one_day(item) else None for item in (a, b))
    if x is None or y is None or not (is_of_days(a) or is_of_days(b)):
        return False
    return x != y if is_of_days(a) and is_of_days(b) else x[0] != y[0]


def _two_latest(a: Item, b: Item) -> Outcome | None:
    """«آخر مكالمة بينهما في 9 يوليو», «وجرت آخر مكالمة في 19 يوليو»: both days lie before either article."""
    x, y = a.happening, b.happening
    if x is None or y is None or not (x.latest and y.latest) or a.when is None or b.when is None:
        return None
    if not (is_one_day(a) and is_one_day(b)) or a.claim.article_id == b.claim.article_id or not kin(x, y):
        return None
    if len(a.parties & b.parties) < 2 or max(a.when[1], b.when[1]) >= min(a.published, b.published):
        return None
    days = gap_days(a.when, b.when)
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "time_latest", in_days(days), {"days": str(days)})


def _met_on_other_days(a: Item, b: Item) -> Outcome | None:
    """«التقيا في جنيف في 16 يونيو» against «… في مايو»: one meeting of two leaders, long over."""
    if not met_in_one_town(a, b):
        return None
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "time_once")


def _taken_at_other_times(a: Item, b: Item) -> Outcome | None:
    """«ضمت الإقليم عام 2014» against «… عام 2015»: one land is taken once."""
    short = all(item.when and length(item.when) <= _YEAR and asserts(item) for item in (a, b))
    if (
        not short
        or not a.taken & b.taken
        or a.claim.article_id == b.claim.article_id
        or a.when is None
        or b.when is None
    ):
        return None
    if (is_rough(a) or is_rough(b)) and gap_days(a.when, b.when) <= _YEAR:
        return None  # «قبل سبع سنوات»
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "time_once")


def _disjoint_times(a: Item, b: Item, same: Identity) -> Outcome | None:
    if a.when is None or b.when is None or same is Identity.UNSURE or _dates_another(a) or _dates_another(b):
        return None
    days = gap_days(a.when, b.when)
    if days > NEAR_DAYS or (days == 1 and _at_midnight(a, b)):
        return None
    parts = {"days": str(days)}
    if _one_point(a, b):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.58, "time_near", in_days(days), parts)
    if is_rough(a) or is_rough(b):
        return None
    one = a.parties <= b.parties or b.parties <= a.parties  # «أربع دول» may be five elsewhere
    host = a.setting.host != "" and a.setting.host == b.setting.host
    settled = (host or (one and len(a.parties & b.parties) >= 2)) and a.claim.article_id != b.claim.article_id
    if not settled:
        return None
    if _reported_after(a, b) or _reported_after(b, a):
        return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.6, "time_moved", in_days(days), parts)
    if a.event == b.event == "call" and asserts(a) and asserts(b) and not (days == 1 and _by_night(a, b)):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.62, "time_other_day", in_days(days), parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "time_near", in_days(days), parts)


def _reported_after(plan: Item, report: Item) -> bool:
    """«يتصل به الجمعة», and what a later article tells of as news: «تلقى اتصالا الخميس».

    Another day that is told weeks later is none to which it was moved.
    """
    return (
        plan.raw.modality is Modality.PLANNED
        and report.raw.modality is Modality.ASSERTED
        and report.happening is not None
        and report.happening.ahead is False
        and report.when is not None
        and plan.published <= report.when[0] <= report.published
        and plan.published < report.published
        and gap_days(report.when, (report.published, report.published)) <= NEXT_DAYS
    )


def _by_night(a: Item, b: Item) -> bool:
    """A part of the day is told: an evening here is the next morning elsewhere."""
    return any(isinstance(item.raw.value, TimeValue) and "T" in item.raw.value.timex for item in (a, b))


def _at_midnight(a: Item, b: Item) -> bool:
    """«قبيل منتصف الليل»: of the day before it and of the day after."""
    return any(isinstance(value, TimeValue) and value.is_midnight for value in (a.raw.value, b.raw.value))


def _dates_another(item: Item) -> bool:
    """A second time in the clause («… في 12 يناير، ول… في اليوم التالي») dates another event than the one told."""
    told = item.happening.when if item.happening else None
    return bool(told and item.when and gap_days(told, item.when))


def _one_point(a: Item, b: Item) -> bool:
    """Both date one thing that happens at a point in time and is no meeting (a truce, an election), to one party."""
    kind = event_kinds().get(a.event) if a.event == b.event else None
    return (
        kind is not None
        and "p" in kind.flags
        and "m" not in kind.flags
        and a.event not in RESULTS
        and not (a.apart or b.apart)
        and bool(a.parties & b.parties)
        and a.claim.article_id != b.claim.article_id
    )


def _speech_times(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """The days on which the same source spoke, or the same newspaper reported the same figures."""
    if a.when is None or b.when is None:
        return None
    days, one_report = gap_days(a.when, b.when), _of_one_report(a, b)
    if days and one_report and days <= NEAR_DAYS and is_one_day(a) and is_one_day(b):
        parts = {"days": str(days)}
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.56, "time_near", in_days(days), parts)
    if days:
        return None
    if not one_report and not _of_one_statement(a, b, weights):
        return None
    x, y = a.raw.value, b.raw.value
    finer = isinstance(x, TimeValue) and isinstance(y, TimeValue) and len(a.raw.text) != len(b.raw.text)
    kind = RelationKind.REFINES if finer else RelationKind.CORROBORATES
    return Outcome(kind, Show.AGREE, 0.7, "time_same")


def _of_one_statement(a: Item, b: Item, weights: Weights) -> bool:
    """One source spoke, or two of one state did on a day that both tell, or what is said is alike."""
    if a.frame == b.frame or (related(a, b) and is_one_day(a) and is_one_day(b)):
        return True
    return similarity(a, b, weights) >= _SAME_CLAUSES


def _of_one_report(a: Item, b: Item) -> bool:
    x, y = a.report, b.report
    return x is not None and y is not None and x.paper == y.paper and bool(x.figures & y.figures)


def one_agent(a: Item, b: Item) -> bool:
    return not (a.parties and b.parties) or bool(a.parties & b.parties) or "" != a.agent == b.agent
