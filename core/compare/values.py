"""How figures compare as values: rounded, open, ranges, in other units of time."""

from __future__ import annotations

from core.model import Approx, Quantity, QuantityKind

_ROUNDING = 0.025  # figures this close are one figure, rounded
_ABOVE = 0.05  # how far above «أكثر من» a figure may lie and be meant by it; twice as far within its last digit
_SLACK = 0.05  # how far an approximate figure may lie outside a range that leaves room for it
_AROUND = 0.05  # how far from «نحو» a figure may lie, within its last digit: «96 ألفا» and «نحو 100 ألف»
_FINEST = 0.001
_FINE = 0.02  # the unit of the last digit as a share of a figure that is told to it
_SECOND, _MINUTE, _DAY = "ثانية", 60, 86400
_SMALL = 1000  # exact counts below are told to the unit


def is_one_figure(x: Quantity, y: Quantity, share: float) -> bool:
    """Rates, degrees and exact counts that are small are told to the unit; of others one may be the other rounded."""
    p, q = principal(x), principal(y)
    if share and x.kind is QuantityKind.COUNT and _is_fine(p) and _is_fine(q) and _grain(p) == _grain(q):
        return False  # «أكثر من 92 ألفا» and «94 ألفا» are told to the thousand: neither is the other rounded
    if share == 0.0 or not x.approx is y.approx is Approx.EXACT:
        return share <= _ROUNDING
    if (
        share > _ROUNDING
        or x.kind is QuantityKind.PERCENT
        or max(p, q) < (_SMALL if x.kind is QuantityKind.COUNT else 1)
    ):
        return False
    return abs(p - q) <= max(_grain(p), _grain(q)) / 2


def seconds(quantity: Quantity) -> Quantity:
    """A time in seconds; months and years roughly."""
    scale = {_SECOND: 1, "دقيقة": 60, "ساعة": 3600, "يوم": _DAY, "ليلة": _DAY, "أسبوع": 7 * _DAY}
    scale |= {"شهر": 30 * _DAY, "سنة": 365 * _DAY, "عام": 365 * _DAY, "عقد": 3650 * _DAY}
    factor = scale.get((quantity.unit or "").strip(), 0)
    if not factor:
        return quantity
    low = quantity.low * factor if quantity.low is not None else None
    high = quantity.high * factor if quantity.high is not None else None
    return Quantity(low, high, _SECOND, quantity.approx, quantity.kind)


def principal(quantity: Quantity) -> float:
    """The figure that the words name: the bound of an open one, the middle of a range."""
    if quantity.low is not None and quantity.high is not None:
        return (quantity.low + quantity.high) / 2
    return quantity.low if quantity.low is not None else quantity.high or 0.0


def gap_between(x: Quantity, y: Quantity) -> tuple[str, float]:
    """«81000 (86 %)», of durations «1:30 (75 %)» or «3 أيام (50 %)»: the difference, and its share of the smaller."""
    p, q = principal(x), principal(y)
    gap, smaller = abs(p - q), min(abs(p), abs(q))
    share = gap / smaller if smaller else float(gap > 0)
    if gap == 0:
        return "", 0.0
    figure = f"{gap:.0f}" if gap >= 1 else f"{gap:.2f}"
    if x.kind is QuantityKind.DURATION and x.unit == y.unit == _SECOND and gap >= _MINUTE:
        figure = _lasting(round(gap))
    return f"{figure} ({share * 100:.0f} %)", share


def _lasting(gap: int) -> str:
    """Seconds as days where they are whole ones, else as hours and minutes."""
    days, rest = divmod(gap, _DAY)
    if days > 1 and not rest:
        return "يومان" if days == 2 else f"{days} أيام"
    return f"{gap // 3600}:{gap % 3600 // _MINUTE:02}"


def holds(wide: Quantity, narrow: Quantity) -> bool:
    """Whether a figure leaves room for the other: «عشرات الآلاف» for 94000, «أكثر من 200» for 210, not for 300;
    «نحو 70» for 72."""
    if wide.approx is Approx.ABOUT and wide.low is not None and wide.low == wide.high:
        if wide.low < (narrow.low or 0) and narrow.approx is Approx.AT_LEAST:
            return False  # «أكثر من 94 ألفا» is more than «نحو 90 ألفا»
        return abs(principal(narrow) - wide.low) <= min(_grain(wide.low) / 2, _AROUND * wide.low)
    if wide.approx is Approx.AT_LEAST and wide.low is not None:
        told = principal(narrow)
        above = max(_ABOVE * wide.low, min(_grain(wide.low) - 1, 2 * _ABOVE * wide.low))
        if wide.kind is QuantityKind.COUNT and _is_fine(wide.low):
            above = _grain(wide.low)
        rounder = narrow.approx is not Approx.EXACT and _grain(told) > _grain(wide.low)  # «قرابة 100 ألف» may be 98
        return wide.low <= told <= wide.low + above + rounder * _ROUNDING * told
    if wide.approx not in (Approx.VAGUE, Approx.RANGE) or wide.low is None or wide.high is None:
        return False
    told = principal(narrow)
    if wide.approx is Approx.RANGE and narrow.approx is Approx.AT_LEAST and told >= wide.high:
        return False  # «أكثر من 94 ألفا» is more than «ما بين 70 ألفا و94 ألفا»
    above = _SLACK * told if narrow.approx in (Approx.ABOUT, Approx.AT_LEAST) else 0.0
    below = above if narrow.approx is Approx.ABOUT or wide.approx is Approx.VAGUE else 0.0
    return wide.low <= told + above and told - below <= wide.high


def _is_fine(figure: float) -> bool:
    """Told to so small a unit that another figure of that unit is another figure."""
    return figure >= _SMALL and _grain(figure) <= _FINE * figure


def _grain(figure: float) -> float:
    """The unit of the last digit that is told: 10 of 70, 1000 of 94000, 1 of 7, 0.1 of 6.8."""
    grain = 1.0
    while figure and figure % (grain * 10) == 0:
        grain *= 10
    while grain > _FINEST and abs(figure / grain - round(figure / grain)) > _FINEST:
        grain /= 10
    return grain


def in_percent(share: float) -> str:
    """«86 %» for 0.86."""
    return f"{share * 100:.0f} %"
