"""What each source says happened when, on one axis: moments, and the lanes in which they are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.model import Modality, Polarity, TimeValue

# TIMEX3 modifiers of a time that is bounded by its words only («أوائل يناير», «نحو الخامس من مايو»).
_LOOSE = frozenset({"START", "MID", "END", "APPROX", "EARLIER_IN", "BEFORE", "AFTER"})


class Telling(StrEnum):
    """Whether something is told as having happened, or as planned, possible, demanded or conditional."""

    REPORTED = "reported"
    AHEAD = "ahead"


class Precision(StrEnum):
    """How exactly the words say when."""

    DAY = "day"
    PERIOD = "period"  # a week, a month, a year, from one day to another
    ABOUT = "about"  # the words bound it loosely


class Grouping(StrEnum):
    """What a lane holds."""

    SOURCE = "source"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Moment:
    """A claim that says when. `start` and `end` are code points of the article, `first` and `last` inclusive ISO days.

    `fact_id` and the questions are "" where no other source answers the same question.
    """

    article_id: str
    source: str
    published: str | None
    start: int
    end: int
    text: str
    first: str
    last: str
    precision: Precision
    modality: Modality
    polarity: Polarity
    speaker: str | None = None
    via: str | None = None
    fact_id: str = ""
    question: str = ""
    question_en: str = ""

    @property
    def telling(self) -> Telling:
        """On which band it is drawn."""
        return Telling.REPORTED if self.modality is Modality.ASSERTED else Telling.AHEAD


@dataclass(frozen=True, slots=True)
class Place:
    """A moment and the row of its lane in which it meets no other one."""

    moment: Moment
    row: int


@dataclass(frozen=True, slots=True)
class Lane:
    """Moments of one source or one question. Rows of REPORTED come first, `reported` of `rows` in all."""

    key: str
    name: str
    name_en: str
    places: tuple[Place, ...]  # by their first day
    reported: int
    rows: int


def precision(value: TimeValue) -> Precision:
    """How exactly a resolved time is told."""
    if value.mod in _LOOSE:
        return Precision.ABOUT
    return Precision.DAY if value.begin == value.end else Precision.PERIOD


def lanes(moments: Iterable[Moment], by: Grouping) -> list[Lane]:
    """The lanes, the fullest first; by question, what stands in none is left out."""
    grouped: dict[str, list[Moment]] = {}
    for moment in sorted(moments, key=lambda one: (one.first, one.last, one.source, one.start)):
        key = moment.source if by is Grouping.SOURCE else moment.fact_id
        if key or by is Grouping.SOURCE:
            grouped.setdefault(key, []).append(moment)
    return [
        _lane(key, held, by)
        for key, held in sorted(grouped.items(), key=lambda item: (-len(item[1]), item[1][0].first))
    ]


def _lane(key: str, held: Sequence[Moment], by: Grouping) -> Lane:
    reported, below = _rows([one for one in held if one.telling is Telling.REPORTED], 0)
    ahead, rows = _rows([one for one in held if one.telling is Telling.AHEAD], below)
    names = (key, key) if by is Grouping.SOURCE else (held[0].question, held[0].question_en)
    places = sorted((*reported, *ahead), key=lambda place: (place.moment.first, place.row))
    return Lane(key, *names, tuple(places), below, rows)


def _rows(held: Sequence[Moment], first_row: int) -> tuple[list[Place], int]:
    """Each moment (in order of their days) in the first row that is free then; and the row behind the last one."""
    ends: list[int] = []  # of what stands last in each row
    places = []
    for moment in held:
        begin, end = days(moment)
        row = next((at for at, taken in enumerate(ends) if taken < begin), len(ends))
        ends[row : row + 1] = [end]
        places.append(Place(moment, first_row + row))
    return places, first_row + len(ends)


def days(moment: Moment) -> tuple[int, int]:
    """First and last day as proleptic Gregorian ordinals."""
    return date.fromisoformat(moment.first).toordinal(), date.fromisoformat(moment.last).toordinal()
