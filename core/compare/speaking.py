"""How a statement was made: to which medium somebody spoke, and where."""

from __future__ import annotations

from core.compare.events import gap_days
from core.compare.items import Item
from core.compare.outcome import Outcome
from core.extract.concepts import media_homes, state_names
from core.extract.press import UNNAMED
from core.model import RelationKind, Show

_WEEK = 7  # days within which one tells of a meeting without its day
_RECENT_DAYS = 2  # from what was said to an article that tells of it without its day
_NEWS_DAYS = 1  # between two articles that tell of one statement, where they do not date it


def spoken_to(a: Item, b: Item, x: str, y: str) -> Outcome | None:
    """«قال لرويترز» against «أوضح لوكالة تاس»: one speaker on one day and two media, who may have spoken twice."""
    if x == y:
        agreed = Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.7, "medium_same", "", {"x": x})
        return agreed if related(a, b) else None
    homes = [media_homes().get(name, name.removeprefix(UNNAMED)) for name in (x, y)]
    unnamed = UNNAMED in (x[: len(UNNAMED)], y[: len(UNNAMED)])
    if a.claim.article_id == b.claim.article_id or (unnamed and homes[0] == homes[1]):
        return None  # «لوكالات أنباء روسية», «لوكالة تاس»
    if not (a.frame == b.frame or a.frame in b.setting.beside or b.frame in a.setting.beside) or not _on_one_day(a, b):
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.55, "medium_differs", "", parts)


def _on_one_day(a: Item, b: Item) -> bool:
    """Both were said on one day; where one does not tell the day, it is that of its article or the day before."""
    days = [item.when or ((item.published[:10],) * 2 if item.published else None) for item in (a, b)]
    if not days[0] or not days[1]:
        return False
    return gap_days(days[0], days[1]) <= (0 if a.when and b.when else _NEWS_DAYS)


def said_where_they_met(a: Item, b: Item) -> Outcome | None:
    """«أبلغ نظيره في ستوكهولم الخميس» and «اجتمع به الخميس في ستوكهولم»."""
    if not _said_as_they_met(a, b):
        return None
    return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.65, "place_same", "", {"x": str(a.raw.value)})


def said_when_they_met(a: Item, b: Item) -> Outcome | None:
    """«أبلغ نظيره في ستوكهولم هذا الأسبوع» and «اجتمع به الخميس في ستوكهولم»: one town, or both sides told."""
    said, met = (a, b) if a.frame else (b, a)
    if a.when is None or b.when is None or not _said_as_they_met(a, b):
        return None
    sides = met.happening.parties & state_names() if met.happening else frozenset[str]()
    if not (said.setting.town and said.setting.town == met.setting.town) and not (
        len(sides) > 1 and sides <= said.parties
    ):
        return None
    kind = RelationKind.CORROBORATES if a.when == b.when else RelationKind.REFINES
    return Outcome(kind, Show.AGREE, 0.62, "time_same" if a.when == b.when else "time_finer")


def _said_as_they_met(a: Item, b: Item) -> bool:
    """One tells what somebody said, the other a meeting of his; their times, where both are told, fit."""
    said, met = (a, b) if a.frame else (b, a)
    if met.happening is None or not met.happening.meeting or not said.speaker_parties & met.happening.parties:
        return False
    if said.claim.article_id == met.claim.article_id or met.when is None:
        return False
    if said.when is None:
        return bool(said.published) and gap_days(met.when, (said.published, said.published)) <= _WEEK
    return gap_days(said.when, met.when) == 0


def spoken_in(a: Item, b: Item, x: str, y: str) -> Outcome | None:
    """«قال في مؤتمر صحفي بالقصر» against «قال لدى سفره إلى المنتجع», «قال من المنتجع»: one speaker on one day."""
    if a.frame != b.frame:
        return None
    parts = {"x": a.raw.text, "y": b.raw.text}
    same = x == y and a.bound_for is b.bound_for
    if same and a.when == b.when:
        return Outcome(RelationKind.CORROBORATES, Show.AGREE, 0.7, "place_same", "", parts)
    if same or a.claim.article_id == b.claim.article_id or not _of_days(a, b):
        return None
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.6, "setting_differs", "", parts)


def _of_days(a: Item, b: Item) -> bool:
    """Both were said on one day; where one does not tell the day, in the days before its article."""
    if a.when and b.when:
        return a.when == b.when
    told, other = (a, b) if a.when else (b, a)
    if told.when is None or not other.published or other.published[:10] < told.when[0]:
        return False
    return gap_days(told.when, (other.published[:10],) * 2) <= _RECENT_DAYS


def related(a: Item, b: Item) -> bool:
    """Whether the sources behind two frames are one, or stand for one state."""
    return a.frame == b.frame or bool(a.speaker_parties & b.speaker_parties)
