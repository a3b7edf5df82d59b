"""How two figures relate: counts, sums and shares, durations, ranks."""

from __future__ import annotations

from core.compare.counted import FATES
from core.compare.events import Identity, gap_days
from core.compare.items import Item
from core.compare.measured import one_measure
from core.compare.outcome import Outcome, Weights, akin, asserts, other_event, same_event, similarity, speakers_apart
from core.compare.page import DISASTERS, RESULTS
from core.extract.concepts import state_names
from core.model import Approx, Modality, Quantity, QuantityKind, RelationKind, Show

_ROUNDING = 0.025  # figures this close are one figure, rounded
_NEARLY = 0.06  # durations this close are one, told roughly («ساعتين», «ساعتين وخمس دقائق»)
_ABOVE = 0.1  # how far above «أكثر من» a figure may lie and be meant by it
_SLACK = 0.05  # how far an approximate figure may lie outside a range that leaves room for it
_SAME_CLAUSES = 0.5  # similarity from which two clauses speak of one thing though no event is known
_SHARED_WORDS = 1.5  # weight of the words that two clauses must share for their shares to be of one thing
_LOOSE_SCOPES = frozenset(
    {
        frozenset({"present", "taking_part"}),
        frozenset({"present", "planned_total"}),
        frozenset({"present", "total"}),
    }
)
_FORECAST = frozenset({"taking_part", "planned_total"})  # both are what a plan counts on
_FORCES = _FORECAST | {"present", "total"}
_PREDICATE = 0.5  # weight of the words that two counts of one noun must share
_ALIKE_WORDS = 1.2  # … of the words around one and the same figure
_TELLING = 10  # a figure from here on is hardly the same by chance
_SMALL = 1000  # exact counts below are told to the unit
_FATES = frozenset(FATES.values())
_DAYS_OF_ONE_FIGURE = 10  # figures of articles further apart are a development, not a disagreement …
_DAYS_OF_ONE_STOCK = 45  # … but of what stays there for months, which two sources estimate each for itself
_STOCKS = frozenset({"troops", "battalions"})


def numbers(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """How many: the same figure, a rounded one, another scope, another figure."""
    x, y = a.raw.value, b.raw.value
    if not isinstance(x, Quantity) or not isinstance(y, Quantity):
        return None
    if QuantityKind.ORDINAL in (x.kind, y.kind):
        return orders(a, b, x, y)
    if x.kind is not y.kind:
        return None
    if x.kind is QuantityKind.DURATION:
        return _durations(a, b, x, y) if a.length and b.length else _spans(a, b, x, y)
    if not _counts_same(a, b, x, y, weights):
        return None
    return _figures(a, b, x, y)


def _counts_same(a: Item, b: Item, x: Quantity, y: Quantity, weights: Weights) -> bool:
    if a.agent and b.agent and a.agent != b.agent:
        return False  # «94 ألف جندي روسي», «125 ألف جندي أوكراني»
    units = a.unit, b.unit
    if all(units) and units[0] != units[1]:
        return False
    topic = bool(a.events & b.events) or bool(a.scopes & b.scopes)
    if not all(units):
        return topic and bool(a.parties & b.parties)
    if a.parties and b.parties and not (a.parties | {a.voice}) & (b.parties | {b.voice}) - {""}:
        return False
    if x.kind is QuantityKind.MONEY and x.unit != y.unit:
        return False
    if _dated_apart(a, b) if x.kind is not QuantityKind.COUNT and a.measured and b.measured else _of_two_events(a, b):
        return False
    measure = _one_measure(a, b) or _one_count(a, b, x, y, weights)
    if x.kind in (QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.MEASURE):
        # A share is of something: the words must say of what.
        shared = weights.of(a.roots & b.roots)
        alike = topic and shared >= _SHARED_WORDS and similarity(a, b, weights) >= _SAME_CLAUSES
        return measure or (alike and not (a.measured and b.measured))
    if a.unit in _FATES or (a.events & b.events & RESULTS):
        return bool(a.causes & b.causes) and (topic or a.unit in _FATES) and _one_country(a, b)
    return topic or measure or _loosely(a, b) or _one_force(a, b) or similarity(a, b, weights) >= _SAME_CLAUSES


def _one_measure(a: Item, b: Item) -> bool:
    """Led to by one noun, of one whole, in articles on one state."""
    if a.share and b.share and a.share != b.share:
        return False
    return _one_country(a, b) and one_measure(a.measured, b.measured)


def _one_country(a: Item, b: Item) -> bool:
    """Articles on one state, or that do not say which: floods in two countries have two tolls."""
    x, y = _countries(a), _countries(b)
    return not (x and y) or bool(x & y)


def _countries(item: Item) -> frozenset[str]:
    return item.home or (item.parties | {item.voice}) & state_names()


def _one_count(a: Item, b: Item, x: Quantity, y: Quantity, weights: Weights) -> bool:
    """«120 مبنى انهارت» and «انهار 145 مبنى» of one disaster; or one exact figure of one noun among alike words."""
    shared = weights.of((a.roots & b.roots) - {a.unit})
    if x.kind is QuantityKind.COUNT and a.unit and a.unit == b.unit and a.causes & b.causes & DISASTERS:
        return shared >= _PREDICATE
    exact = x.approx is y.approx is Approx.EXACT and x.low == y.low and (x.low or 0) >= _TELLING
    return exact and a.unit == b.unit and shared >= _ALIKE_WORDS and _one_country(a, b)


def _of_two_events(a: Item, b: Item) -> bool:
    """One of them is told as another event, or their days lie apart."""
    x, y = (item.happening.when if item.happening else None for item in (a, b))
    if a.long_ago or b.long_ago:
        return not (a.long_ago and b.long_ago) or gap_days(a.long_ago, b.long_ago) > 0
    if a.apart is not b.apart:
        return not (x and y and gap_days(x, y) == 0)
    return akin(a, b) and bool(a.events & b.events) and same_event(a, b) is Identity.DIFFERENT


def _dated_apart(a: Item, b: Item) -> bool:
    """Rates of two months, magnitudes of two years: by the day told beside the figure itself."""
    if a.dated and b.dated:
        return gap_days(a.dated, b.dated) > 0
    return bool(a.long_ago) is not bool(b.long_ago)


def _one_force(a: Item, b: Item) -> bool:
    """Troops that are there or may come, in articles on the same states; those of another army have another agent."""
    if not a.unit == b.unit == "troops" or not (a.home & b.home and (a.scopes or b.scopes)):
        return False
    return (a.scopes | b.scopes) <= _FORCES


def _loosely(a: Item, b: Item) -> bool:
    return any(frozenset((s, t)) in _LOOSE_SCOPES for s in a.scopes for t in b.scopes)


def _figures(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    if a.part is not b.part:
        return None  # «40 قتيلا، بينهم 12 طفلا»
    difference, share = _difference(x, y)
    parts = {"x": a.raw.text, "y": b.raw.text}
    apart = x.kind is QuantityKind.COUNT and a.scopes and b.scopes and not a.scopes & b.scopes
    speculative = (a.raw.modality is Modality.POSSIBLE) != (b.raw.modality is Modality.POSSIBLE)
    same = _is_one_figure(x, y, share)
    forecast = bool(a.scopes & _FORECAST and b.scopes & _FORECAST)
    if (apart and not (same and forecast)) or (speculative and not same):
        if apart and not _loosely(a, b):
            return Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, 0.7, "figure_other_count", difference, parts)
        if same or _is_vague_forecast(a, x) or _is_vague_forecast(b, y):
            return None
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.83, "figure_scope", difference, parts)
    if same:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "figure_same", difference, parts)
    if _holds(x, y) or _holds(y, x):
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.65, "figure_finer", difference, parts)
    if _days_between(a, b) > _days_of_one(a, b) or _mounts(a, b, x, y):
        return Outcome(RelationKind.UPDATES, Show.UPDATE, 0.6, "figure_later", difference, parts)
    if _told_at_once(a, b):
        return None
    if _cannot_both(a, b, x, y):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.6, "figure_conflict", difference, parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", difference, parts)


def told_figures(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """How two figures stand of which an editor says that they answer one question; None without a common measure."""
    if x.kind is QuantityKind.DURATION:
        x, y = _seconds(x), _seconds(y)
    measured = x.kind in (QuantityKind.MONEY, QuantityKind.DURATION)
    if x.kind is not y.kind or (measured and x.unit != y.unit) or (a.unit and b.unit and a.unit != b.unit):
        return None
    told = _figures(a, b, x, y)
    if told and told.show is not Show.SILENT:
        return told
    difference, share = _difference(x, y)
    parts = {"x": a.raw.text, "y": b.raw.text}
    if _is_one_figure(x, y, share):
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "figure_same", difference, parts)
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "answer_differs", difference)


def _days_of_one(a: Item, b: Item) -> int:
    """Days within which two articles tell one figure; a source that gives a second one updates its first."""
    stock = a.unit in _STOCKS and a.unit == b.unit and _teller(a) != _teller(b)
    return _DAYS_OF_ONE_STOCK if stock else _DAYS_OF_ONE_FIGURE


def _teller(item: Item) -> str:
    """The side that counts, else the speaker, else the source itself."""
    return item.voice or item.raw.attribution.speaker or item.source


def _is_one_figure(x: Quantity, y: Quantity, share: float) -> bool:
    """Rates and measures, and exact counts that are small, are told to the unit; others are rounded."""
    told = x.approx is y.approx is Approx.EXACT
    sharp = x.kind in (QuantityKind.PERCENT, QuantityKind.MEASURE) or max(_principal(x), _principal(y)) < _SMALL
    return share <= (0.0 if told and sharp else _ROUNDING)


def _is_vague_forecast(item: Item, value: Quantity) -> bool:
    """«قد ترتفع إلى المئات» differs from no toll."""
    return item.raw.modality is Modality.POSSIBLE and value.approx is Approx.VAGUE


def _mounts(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """The toll of the later article is higher (of the missing: any other): it was counted on."""
    if not a.published or not b.published or a.published == b.published or not a.causes & b.causes - RESULTS:
        return False
    if x.kind is not QuantityKind.COUNT:
        return False
    if a.unit not in _FATES and not a.causes & b.causes & DISASTERS:
        return False
    early, late = (x, y) if a.published < b.published else (y, x)
    return _principal(late) > _principal(early) or a.unit == "missing"


def _told_at_once(a: Item, b: Item) -> bool:
    """One voice of one article does not gainsay itself: its two figures are of two things, or part and whole."""
    if a.unit in _STOCKS and _teller(a) != _teller(b):
        return False
    return a.claim.article_id == b.claim.article_id and not (
        (a.raw.attribution.speaker and b.raw.attribution.speaker and speakers_apart(a, b))
        or (a.voice and b.voice and a.voice != b.voice)
    )


def _cannot_both(a: Item, b: Item, x: Quantity, y: Quantity) -> bool:
    """Exact, asserted, of one event on one day, with no source that might count otherwise."""
    exact = x.approx is y.approx is Approx.EXACT
    unattributed = not a.raw.attribution.speaker or a.raw.attribution.speaker == b.raw.attribution.speaker
    return (
        exact
        and asserts(a)
        and asserts(b)
        and unattributed
        and bool(a.events & b.events)
        and same_event(a, b) is Identity.SAME
        and a.published == b.published
    )


def _spans(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """A time that lasts, but is no event's length («الحداد ثلاثة أيام», «هدنة مدتها أسبوع»): led to by one noun."""
    if any(item.happening and item.happening.meeting for item in (a, b)) or not a.measured or not b.measured:
        return None
    if not set(a.measured[:2]) & set(b.measured[:2]):
        return None
    if a.claim.article_id == b.claim.article_id or not _one_measure(a, b) or _of_two_events(a, b):
        return None
    return _figures(a, b, _seconds(x), _seconds(y))


def _durations(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """How long it took: only for what is surely one event."""
    same = same_event(a, b)
    if not (a.length and b.length) or not akin(a, b):
        return None
    truce = same is Identity.NEAR and a.happening is not None and not a.happening.meeting and a.event == b.event
    if same is Identity.DIFFERENT or (same is Identity.NEAR and not truce):
        return other_event()
    share = _difference(_seconds(x), _seconds(y))[1]
    parts = {"x": a.raw.text, "y": b.raw.text}
    if share <= _ROUNDING:
        score = 0.85 if same is Identity.SAME else 0.65
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, score, "figure_same", "", parts)
    if share <= _NEARLY:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.65, "figure_finer", "", parts)
    if same is Identity.UNSURE:
        return None
    vague = truce or Approx.EXACT not in (x.approx, y.approx) or share <= 0.3
    if vague or speakers_apart(a, b):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.7, "figure_differs", _share(share), parts)
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.65, "figure_conflict", _share(share), parts)


def orders(a: Item, b: Item, x: Quantity, y: Quantity) -> Outcome | None:
    """Which of several meetings this is: first and second fit together; two that claim one place do not."""
    if a.happening is None or b.happening is None or not akin(a, b):
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
    if (
        ordinal
        and ranks[0] != ranks[1]
        and same_event(a, b) is Identity.SAME
        and a.event == b.event
        and a.happening.when
    ):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "order_differs", "", parts)
    if ranks[1] - ranks[0] <= 1:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "order_fits", "", parts)
    return None


def _days_between(a: Item, b: Item) -> int:
    if not a.published or not b.published:
        return 0
    first, second = sorted((a.published, b.published))
    return gap_days((first, first), (second, second))


def _seconds(quantity: Quantity) -> Quantity:
    scale = {"ثانية": 1, "دقيقة": 60, "ساعة": 3600, "يوم": 86400, "أسبوع": 604800}
    factor = scale.get((quantity.unit or "").strip(), 0)
    if not factor:
        return quantity
    low = quantity.low * factor if quantity.low is not None else None
    high = quantity.high * factor if quantity.high is not None else None
    return Quantity(low, high, "ثانية", quantity.approx, quantity.kind)


def _principal(quantity: Quantity) -> float:
    """The figure that the words name: the bound of an open one, the middle of a range."""
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high or 0.0


def _difference(x: Quantity, y: Quantity) -> tuple[str, float]:
    """«81000 (86 %)»: the difference, and its share of the smaller figure."""
    p, q = _principal(x), _principal(y)
    gap, smaller = abs(p - q), min(abs(p), abs(q))
    share = gap / smaller if smaller else float(gap > 0)
    if gap == 0:
        return "", 0.0
    figure = f"{gap:.0f}" if gap >= 1 else f"{gap:.2f}"
    return f"{figure} ({share * 100:.0f} %)", share


def _holds(wide: Quantity, narrow: Quantity) -> bool:
    """Whether a figure leaves room for the other: «عشرات الآلاف» for 94000, «أكثر من 200» for 210, not for 300;
    «نحو 70» for 72."""
    if wide.approx is Approx.ABOUT and wide.low is not None and wide.low == wide.high:
        if wide.low < (narrow.low or 0) and narrow.approx is Approx.AT_LEAST:
            return False  # «أكثر من 94 ألفا» is more than «نحو 90 ألفا»
        return abs(_principal(narrow) - wide.low) <= min(_grain(wide.low) / 2, _SLACK * wide.low)
    if wide.approx is Approx.AT_LEAST and wide.low is not None:
        return wide.low <= _principal(narrow) <= wide.low * (1 + _ABOVE)
    if wide.approx not in (Approx.VAGUE, Approx.RANGE) or wide.low is None or wide.high is None:
        return False
    told = _principal(narrow)
    above = _SLACK * told if narrow.approx in (Approx.ABOUT, Approx.AT_LEAST) else 0.0
    below = above if narrow.approx is Approx.ABOUT or wide.approx is Approx.VAGUE else 0.0
    return wide.low <= told + above and told - below <= wide.high


def _grain(figure: float) -> float:
    """The unit of the last digit that is told: 10 of 70, 1000 of 94000, 1 of 7."""
    grain = 1.0
    while figure and figure % (grain * 10) == 0:
        grain *= 10
    return grain


def _share(share: float) -> str:
    return f"{share * 100:.0f} %"
