"""How two claims relate: one small function a kind. None: they do not answer one question, or nothing need be said.

`CONFLICT` is kept for what cannot both be true; what merely differs is `CHECK`.
"""

from __future__ import annotations

from functools import cache

from core.compare.announcing import announce_one
from core.compare.events import NEAR_DAYS, Identity, gap_days
from core.compare.foretelling import foretell_one
from core.compare.items import Item
from core.compare.offices import other_office
from core.compare.outcome import (
    Outcome,
    Weights,
    akin,
    asserts,
    other_event,
    same_event,
    told_parties,
)
from core.compare.speaking import spoken_to
from core.extract.concepts import capitals, labels, media_names, rows, states
from core.extract.requests import BOTH
from core.model import Modality, Polarity, RelationKind, Show
from core.text.arabic import fold

_PHONE = "phone"
_PERSON = "حضوري"
_UNNAMED = frozenset(("مسوول", "مسوولا", "مسوولون", "مسوولين", "مصدر", "مصدرا", "مصادر", "دبلوماسي", "دبلوماسيون"))
_SERVICES = ("المخابرات", "الاستخبارات", "السي")  # what they know stands behind what nobody says by name
_MOVES = frozenset(("تقديم", "تاجيله", "تاجيلها", "تغيير"))
_SOON = 7  # days within which a call that is being arranged takes place
_NEWS_DAYS = 1  # between the articles of which one tells of a silence that the other breaks
SILENT = "silent"  # the reason for which the two are set side by side
APART = "source_differs"  # … and for which two who say the same are kept apart
_SAME_CLAUSES = 0.5  # similarity from which two clauses say the same


def channels(a: Item, b: Item, weights: Weights) -> Outcome | None:  # noqa: ARG001
    """By which means they speak; or to which medium a source spoke."""
    x, y = a.raw.value, b.raw.value
    if bool(a.frame) != bool(b.frame):
        return None
    if a.frame:
        return spoken_to(a, b, str(x), str(y))
    if not {x, y} <= {name for name, _ in labels("channels").values()}:
        return None  # a medium that is told something is no means of meeting
    if x != y and any(item.happening is not None and item.happening.several for item in (a, b)):
        if _is_one_of(a, b) or _is_one_of(b, a):
            parts = {"x": str(x), "y": str(y)}
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "channel_differs", "", parts)
        return None  # «تحدثا مرتين، أولاهما عبر الفيديو»: the other one by other means
    same = same_event(a, b)
    parts = {"x": str(x), "y": str(y)}
    if a.setting.denied or b.setting.denied:
        return _denied_channel(a, b, same, parts)
    if same is Identity.SAME or (same is Identity.UNSURE and x == y):
        if x == y:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.8, "channel_same", "", parts)
        if _PERSON in (x, y):
            return _face_to_face(a, b, parts)
        if a.claim.article_id == b.claim.article_id:  # a headline and its text
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.65, "channel_differs", "", parts)
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.72, "channel_differs", "", parts)
    if same is Identity.NEAR and x == y:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "channel_same", "", parts)
    if same is Identity.UNSURE and _PERSON not in (x, y) and (_is_soon(a, b) or _is_soon(b, a)):
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "channel_differs", "", parts)
    return other_event() if same is Identity.DIFFERENT else None


def _face_to_face(a: Item, b: Item, parts: dict[str, str]) -> Outcome | None:
    """«جلسا إلى طاولة واحدة» against «عبر الفيديو», of one day; «وجها لوجه عبر الشاشة» is at a distance too."""
    met, told = (a, b) if a.raw.value == _PERSON else (b, a)
    channels = met.happening.channels if met.happening else set()
    dated = all(i.happening and i.happening.when and i.happening.when[0] == i.happening.when[1] for i in (a, b))
    if (
        a.claim.article_id == b.claim.article_id
        or len(channels) > 1
        or not dated
        or not (asserts(met) and asserts(told))
    ):
        return None
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "channel_differs", "", parts)


def _is_one_of(several: Item, single: Item) -> bool:
    """«تحدثا هاتفيا مرتين في ديسمبر» and the call by video of a day in it, both of the same two."""
    many, one = several.happening, single.happening
    if many is None or one is None or not (many.several and many.when and one.when) or one.several:
        return False
    told = many.channels == {_PHONE} and several.raw.value == labels("channels")[_PHONE][0]
    within = many.when[0] <= one.when[0] == one.when[1] <= many.when[1]
    return told and within and len(several.parties & single.parties) > 1


def _is_soon(told: Item, dated: Item) -> bool:
    """A call of the same two that is to come, told before its day was known, and the one of the days that followed."""
    one, other = told.happening, dated.happening
    if one is None or other is None or one.when or not other.when or one.ahead is not True or not told.published:
        return False
    day = told.published[:10]
    soon = day <= other.when[0] == other.when[1] and gap_days((day, day), other.when) <= _SOON
    return soon and len(told.parties & dated.parties) > 1 and told.parties == dated.parties


def _denied_channel(a: Item, b: Item, same: Identity, parts: dict[str, str]) -> Outcome | None:
    """«وليس لقاء بالفيديو» against who says that it is by video."""
    if a.setting.denied is b.setting.denied or a.raw.value != b.raw.value or same is not Identity.SAME:
        return None
    return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.65, "denied_asserted", "", parts)


def requests(a: Item, b: Item, weights: Weights) -> Outcome | None:  # noqa: ARG001
    """Who asked for it."""
    same = same_event(a, b)
    if same is Identity.DIFFERENT:
        return other_event()
    if Modality.CONDITIONAL in (a.raw.modality, b.raw.modality):
        return None  # «لو أن بوتين طلب لقاء لدرسته واشنطن»
    parts = {"x": str(a.raw.value), "y": str(b.raw.value)}
    both = [item.raw.value == BOTH for item in (a, b)]
    if any(both):
        return _mutual(a, b, same, all(both), parts)
    if not a.speaker_parties or not b.speaker_parties:
        return None
    shared = a.speaker_parties & b.speaker_parties
    if a.raw.polarity is not b.raw.polarity:  # «نافيا أن تكون واشنطن هي من طلبته»
        if same is not Identity.SAME:
            return None
        if shared:
            return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.7, "denied_asserted", "", parts)
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "request_fits", "", parts)
    if shared:
        kind = RelationKind.CORROBORATES if a.raw.value == b.raw.value else RelationKind.REFINES
        return Outcome(kind, Show.AGREE, 0.8, "request_same", "", parts)
    if a.raw.polarity is Polarity.DENIED:
        return None  # neither asked
    if same is Identity.SAME and not (_moves(a) or _moves(b)):
        return Outcome(RelationKind.CONTRADICTS, Show.CONFLICT, 0.8, "request_differs", "", parts)
    if a.happening and b.happening and len(told_parties(a) & told_parties(b)) >= 2:
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "request_differs", "", parts)
    return None


def _mutual(a: Item, b: Item, same: Identity, agreed: bool, parts: dict[str, str]) -> Outcome | None:
    """Both sides asked, or agreed on it, against one that did."""
    if agreed:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.8, "request_same", "", parts)
    one = b if a.raw.value == BOTH else a
    if same is Identity.UNSURE or not one.speaker_parties:
        return None
    if one.raw.polarity is Polarity.DENIED:
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.6, "request_fits", "", parts)
    return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.65, "request_mutual", "", parts)


def _moves(item: Item) -> bool:
    """Only another day was asked for («طلبوا تقديم موعدها»)."""
    return bool(set(fold(item.raw.text).split()) & _MOVES)


def actors(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Who it is: one person under several spellings and offices, or two holders of one office."""
    if a.request or b.request:
        return requests(a, b, weights) if a.request and b.request else None
    if a.silent or b.silent:
        return silences(a, b)
    x, y = a.raw.value, b.raw.value
    parts = {"x": a.raw.text, "y": b.raw.text}
    if x and x == y:
        of_one = akin(a, b) or not (a.event and b.event)
        if x in media_names() and a.claim.article_id != b.claim.article_id and of_one:
            return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "source_same", "", parts)
        if not (a.office and b.office):
            return None  # a bare name or a pronoun says nothing of who it is
        if other_office(a, b):
            return Outcome(RelationKind.CONTRADICTS, Show.CHECK, 0.6, "office_differs", "", parts)
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.85, "actor_same", "", parts)
    if foretell_one(a, b) or announce_one(a, b):
        return sources(a, b, contested=True)
    if is_unnamed(a) and is_unnamed(b):
        return _unnamed(a, b, parts)
    body = a if b.office else b
    holder = b if body is a else a
    if holder.office and body.raw.value in holder.names and a.claim.article_id == b.claim.article_id:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "actor_body", "", parts)
    return None


def is_unnamed(item: Item) -> bool:
    """«مسؤول أميركي كبير», «مصدر دبلوماسي روسي»: an official of one state without a name."""
    return bool(_UNNAMED & set(_names(item)[:1])) and len(item.speaker_parties) == 1


def _unnamed(a: Item, b: Item, parts: dict[str, str]) -> Outcome | None:
    """Officials of one state who tell two articles of about one day of one event: the same side."""
    if a.claim.article_id == b.claim.article_id or a.speaker_parties != b.speaker_parties or not a.published:
        return None
    if not b.published or gap_days((a.published, a.published), (b.published, b.published)) > NEAR_DAYS:
        return None
    if same_event(a, b) is Identity.DIFFERENT or (a.event and b.event and not akin(a, b)):
        return None
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.55, "source_side", "", parts)


def silences(a: Item, b: Item) -> Outcome | None:
    """«امتنع البيت الأبيض عن التعليق» against what his spokeswoman is told to have confirmed on that day."""
    if not _of_one_day(a, b) or not akin(a, b) or not a.speaker_parties & b.speaker_parties:
        return None
    if same_event(a, b) is Identity.DIFFERENT:
        return None  # «وأكد البيت الأبيض أن آخر مكالمة جرت في يوليو»
    silent, other = (a, b) if a.silent else (b, a)
    name, speaks = str(silent.raw.value), fold(f"{other.raw.text} {other.raw.value}")
    if other.silent:
        same, parts = a.raw.value == b.raw.value, {"x": name, "y": other.raw.text}
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.6, "source_same", "", parts) if same else None
    if not other.content or not (fold(name) in speaks or name in {*states().values(), *capitals().values()}):
        return None
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, SILENT, "", {"x": name, "y": other.raw.text})


def sources(a: Item, b: Item, contested: bool) -> Outcome | None:
    """Who says what both report: the same source, one that speaks for the other, or two that must be kept apart."""
    parts = {"x": a.raw.text, "y": b.raw.text}
    if a.raw.value == b.raw.value:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.75, "source_same", "", parts)
    if any(set(_names(x)) < {word.removeprefix("و") for word in _names(y)} for x, y in ((a, b), (b, a))):
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.62, "source_side", "", parts)  # «الكرملين ومصدر أمريكي»
    if a.speaker_parties & b.speaker_parties:
        if _of_one_day(a, b) and any(_is_anonymous(x) and _is_accountable(y) for x, y in ((a, b), (b, a))):
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "source_named", "", parts)
        if _holds_office(a) and _holds_office(b):  # «قال أوشاكوف», «قال بيسكوف»: whose words they are
            return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, APART, "", parts)
        return Outcome(RelationKind.REFINES, Show.AGREE, 0.62, "source_side", "", parts)
    if contested and a.speaker_parties and b.speaker_parties:
        return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.62, APART, "", parts)
    return None


def _is_anonymous(item: Item) -> bool:
    """«مصدر أمريكي», «الكرملين ومصدر مطلع»: an official without a name is among those who say it."""
    return bool(_UNNAMED & {word.removeprefix("و").removeprefix("ال") for word in _names(item)})


def _is_accountable(item: Item) -> bool:
    """The holder of an office, by name, or a seat of power («البيت الأبيض»), no state in general and no service."""
    return _holds_office(item) or " ".join(_names(item)) in _seats()


def _holds_office(item: Item) -> bool:
    names = _names(item)
    short = names[-1:] == [fold(item.raw.text)] and names[-1][:2] != "ال"  # «أوشاكوف»
    named = (item.office or short) and len(names) > 1 and item.raw.value in item.names and not _is_anonymous(item)
    return named and " ".join(names) not in _seats()


@cache
def _seats() -> frozenset[str]:
    names = (fold(name) for row in rows("seats") for name in row[0].split("|"))
    return frozenset(name for name in names if name.split()[0] not in _SERVICES)


def _of_one_day(a: Item, b: Item) -> bool:
    """Two articles of the same news."""
    if a.claim.article_id == b.claim.article_id or not (a.published and b.published):
        return False
    return gap_days((a.published, a.published), (b.published, b.published)) <= _NEWS_DAYS


def _names(item: Item) -> list[str]:
    return fold(item.raw.value).split() if isinstance(item.raw.value, str) else []


def wordings(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Two renderings of one sentence of one speaker."""
    x, y = a.raw.attribution.speaker, b.raw.attribution.speaker
    if not x or x != y:
        return None
    close = weights.of(a.own & b.own) / max(min(weights.of(a.own), weights.of(b.own)), 0.5)
    if len(a.own & b.own) < 2 or close < _SAME_CLAUSES:
        return None
    if a.raw.text == b.raw.text:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.9, "wording_same", "", {"copy": ""})
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.5 + 0.4 * min(close, 1.0), "wording_close")
