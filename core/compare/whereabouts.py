"""How two places relate: where one event was, from where somebody took part in a call, where forces stand."""

from __future__ import annotations

from core.compare.circumstances import opposed, same_act
from core.compare.events import Identity
from core.compare.items import Item
from core.compare.met_before import met_in_two_towns
from core.compare.outcome import (
    Outcome,
    Weights,
    akin,
    asserts,
    other_event,
    same_event,
    similarity,
    told_of_one_day,
)
from core.compare.parties import capital
from core.compare.sameness import spelled_alike
from core.compare.seats import head_of
from core.compare.speaking import said_where_they_met, spoken_in
from core.compare.upcoming import next_talks, one_host, tells_day
from core.extract.concepts import lies_in, state_names
from core.extract.where import FAR
from core.model import Modality, Polarity, RelationKind, Show
from core.text.arabic import fold

_BORDER, _LAND = "حدود", "أراضي"
_MISSION = "بعثة "  # the house of a state in another one
_SAME_CLAUSES = 0.5  # similarity from which two clauses say the same


def places(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Where it is, or where a source spoke."""
    x, y = str(a.raw.value), str(b.raw.value)
    parts = {"x": x, "y": y}
    if bool(a.frame) != bool(b.frame):
        return said_where_they_met(a, b) if x == y else None
    if a.frame:
        return spoken_in(a, b, x, y)
    if x == y and opposed(a.setting, b.setting):
        return _opposite_sides(a, b)
    if all("present" in item.scopes for item in (a, b)):  # wherever troops stand: massed, in drills
        return _of_forces(a, b, x, y)
    if not akin(a, b):
        return _stays(a, b, x, y)
    if x.startswith(_MISSION) is not y.startswith(_MISSION):
        return None  # an embassy lies in some town
    meeting = a.happening is not None and a.happening.meeting
    same = same_event(a, b)
    if meeting and any(item.happening is not None and item.happening.is_remote() for item in (a, b)):
        return _taken_from(a, b, same, x, y)  # a call itself is nowhere: «مكالمة حول الوضع في …»
    if meeting and same is Identity.DIFFERENT and not (x == y and told_of_one_day(a, b)):
        return _two_towns(a, b, x, y) or other_event()
    if not meeting and not a.parties & b.parties:
        return None
    if x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.75, "place_same", "", parts)
    if capital(x) == capital(y):  # «في قصر الإليزيه», «في باريس»
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "place_finer", "", {"x": a.raw.text, "y": b.raw.text})
    if meeting and same is Identity.SAME and x.startswith(_MISSION) and y.startswith(_MISSION):
        return _two_missions(a, b, parts)
    calls = any(i.event in ("call", "conversation") or i.happening is None or i.happening.channels for i in (a, b))
    if (
        meeting
        and not calls
        and same is Identity.SAME
        and similarity(a, b, weights) >= _SAME_CLAUSES
        and not {x, y} & state_names()  # «في سويسرا» holds «في جنيف»
        and _day_sharp(a, b)
        and _is_its_town(a)
        and _is_its_town(b)
        and (a.claim.article_id, a.claim.claim.clause) != (b.claim.article_id, b.claim.claim.clause)
    ):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.6, "place_differs", "", parts)
    return _two_towns(a, b, x, y) if meeting and not calls and same is not Identity.UNSURE else None


def _is_its_town(item: Item) -> bool:
    """Whether a town is told as the one in which a meeting is: by the clause of the meeting or with a day of its own,
    not as one that was proposed or is ruled out («وليس في فيينا»), nor as where somebody goes next («إلى بروكسل»)."""
    dated = item.happening is not None and item.when != item.happening.when
    own = (item.event in item.events or dated) and not fold(item.raw.text).startswith("الي ")
    return own and asserts(item) and not (item.setting.former or item.setting.denied)


def _two_missions(a: Item, b: Item, parts: dict[str, str]) -> Outcome | None:
    """«في مقر البعثة الأميركية» against «في السفارة الروسية»: one meeting in the houses of two states."""
    if a.claim.article_id == b.claim.article_id:
        return None
    show = Show.CONFLICT if asserts(a) and asserts(b) else Show.CHECK
    return Outcome(RelationKind.CONTRADICTS, show, 0.62, "place_differs", "", parts)


def _two_towns(a: Item, b: Item, x: str, y: str) -> Outcome | None:
    """One meeting of the same sides on one day in two towns, or the next one of a body, whose day one may leave out."""
    one, other = a.happening, b.happening
    if one is None or other is None or x == y or a.claim.article_id == b.claim.article_id:
        return None
    sides = len(a.parties) >= 2 and a.parties == b.parties and akin(a, b)
    ranked = bool(one.rank and other.rank) and one.rank != other.rank
    undated = not (tells_day(one) and tells_day(other)) and one_host(a, b) and next_talks(a, b)
    sharp = undated or _day_sharp(a, b) or met_in_two_towns(a, b, x, y)
    if not sides or not sharp or capital(x) == capital(y) or ranked:
        return None
    if x in b.setting.beside or y in a.setting.beside or {x, y} & state_names():
        return None
    if not (_is_its_town(a) and _is_its_town(b)):
        return None
    if x == other.place or y == one.place:
        return None  # «اجتماع في بروكسل بعد محادثات في جنيف»: the other town is told of it too
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "place_differs", "", {"x": x, "y": y})


def _of_forces(a: Item, b: Item, x: str, y: str) -> Outcome | None:
    """Where troops stand: «قرب حدود أوكرانيا» and «على الأراضي الروسية» may both be true of Russian ones."""
    (kind, _, of), (other, _, of_other) = x.partition(" "), y.partition(" ")
    shared = _sides(a) & _sides(b)
    if not shared - (frozenset() if _LAND in (kind, other) else {x, of}) and not (a.voice and a.voice == b.voice):
        return None  # «قوات … في أوكرانيا» are of two armies
    parts = {"x": x, "y": y}
    if x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.75, "place_same", "", parts)
    if (x.startswith(FAR) and y.endswith(f" {x.removeprefix(FAR)}")) or (
        y.startswith(FAR) and x.endswith(f" {y.removeprefix(FAR)}")
    ):
        return _near_or_far(a, b)
    if _BORDER in (x, y) and kind == other:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "place_finer", "", {"x": a.raw.text, "y": b.raw.text})
    if {kind, other} == {_BORDER, _LAND} and of != of_other:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.55, "place_beside", "", parts)
    return None


def _near_or_far(a: Item, b: Item) -> Outcome | None:
    """«في قواعدها على بعد مئات الكيلومترات من الحدود» against «تحتشد قرب الحدود»."""
    same = a.raw.polarity is b.raw.polarity is Polarity.AFFIRMED and a.claim.article_id != b.claim.article_id
    if not same or (a.agent and b.agent and a.agent != b.agent):
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "place_opposed", "", parts)


def _sides(item: Item) -> frozenset[str]:
    """Those of whom a place is told, and those who tell it."""
    return (item.parties | {item.voice, item.agent}) - {""}


def _opposite_sides(a: Item, b: Item) -> Outcome | None:
    """«قبالة الساحل الغربي» against «شرق الجزيرة», of one event or of one thing done."""
    one = akin(a, b) and same_event(a, b) in (Identity.SAME, Identity.NEAR)
    if a.claim.article_id == b.claim.article_id or not (one or same_act(a.setting, b.setting)):
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    show = Show.CONFLICT if asserts(a) and asserts(b) else Show.CHECK
    return Outcome(RelationKind.CONTRADICTS, show, 0.62, "place_opposed", "", parts)


def _taken_from(a: Item, b: Item, same: Identity, x: str, y: str) -> Outcome | None:
    """«يشارك بوتين من سوتشي» against «من الكرملين»: where one who takes part in a call is."""
    if not _one_taker(a, b) or same is Identity.DIFFERENT:
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    if x == y or spelled_alike(x, y):
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.75, "place_same", "", {"x": x})
    if x in b.setting.beside or y in a.setting.beside or lies_in().get(x) == y or lies_in().get(y) == x:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "place_finer", "", parts)
    if a.claim.article_id == b.claim.article_id or capital(x) == capital(y) or same is Identity.UNSURE:
        return None
    planned = [item.raw.modality is Modality.PLANNED for item in (a, b)]
    show = Show.CONFLICT if planned[0] is planned[1] else Show.CHECK  # he may have gone elsewhere
    return Outcome(RelationKind.CONTRADICTS, show, 0.62, "seat_differs", "", parts)


def _one_taker(a: Item, b: Item) -> bool:
    """Both are of one person, whose surname or office alone one article may give."""
    if (head := head_of(a.setting.taker)) and head == head_of(b.setting.taker):
        return True
    return a.setting.taker.split()[-1:] == b.setting.taker.split()[-1:] != []


def _stays(a: Item, b: Item, x: str, y: str) -> Outcome | None:
    """«سيتحدث بايدن من ديلاوير», «وكان بايدن في منزله في ديلاوير»: where one is, told of no event."""
    if x != y or not _one_taker(a, b) or (a.event and b.event):
        return None
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "place_same", "", {"x": x})


def _day_sharp(a: Item, b: Item) -> bool:
    return bool(a.when and b.when and a.when[0] == a.when[1] and a.when == b.when)
