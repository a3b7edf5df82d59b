"""What a time expression says, before anybody asks when it was said."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """The fields of a calendar date that the words name; a year before Christ is negative.

    `rel` (last, next, this; coming for «هذا الجمعة») belongs to the largest of the fields.
    `within` is the month, week or year it is placed in by other words («الخامس من الشهر الجاري»).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    rel: str | None = None
    hijri: bool = False
    within: Node | None = None
    nth: bool = False  # the day is an ordinal behind the weekday: «الثلاثاء الثاني من أكتوبر» may count Tuesdays


@dataclass(frozen=True, slots=True)
class Shift:
    """The unit that lies `amount` units from today's (or, with `follows`, from the day last spoken of).

    `exact` counts from the day itself («قبل يومين»).
    """

    unit: str
    amount: int
    weekday: int | None = None
    follows: bool = False
    exact: bool = False
    new: bool = False  # «العام الجديد»: the one that has just begun or is about to
    approx: bool = False
    offset: bool = False  # «يتبعه بيومين»: always from the day last spoken of
    more: tuple[tuple[str, int], ...] = ()  # smaller units counted with it: «قبل عام ونصف»


@dataclass(frozen=True, slots=True)
class Window:
    """So many units just past or just ahead; `count` None where the text does not say how many."""

    unit: str
    count: int | None
    direction: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning, middle, end or an earlier or later part of a period."""

    mod: str
    base: Node


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A part of a day (MO, MI, AF, EV, NI, or an hour); without a base, of the day the text speaks of."""

    code: str
    base: Node | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour of a day; without a base, of the day the text speaks of. `part` decides between morning and evening."""

    hour: int
    minute: int | None = None
    second: int | None = None
    part: str | None = None
    utc: bool = False
    base: Node | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The `number`-th weekday (1–7), D, W, quarter (Q), half (H) of a period; -1 the last."""

    number: int
    unit: str
    base: Node
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a year."""

    code: str
    rel: str | None = None
    base: Node | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """From today to the end of a period."""

    base: Node


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: Node
    last: Node


@dataclass(frozen=True, slots=True)
class Weekend:
    """The weekend of a week."""

    base: Node


@dataclass(frozen=True, slots=True)
class Decade:
    """The 20s … 90s; `century` where the text names it."""

    tens: int
    century: int | None = None


@dataclass(frozen=True, slots=True)
class Century:
    """By number."""

    number: int


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that has a name: month and day, Gregorian or Hijri."""

    month: int
    day: int
    hijri: bool
    year: int | None = None
    rel: str | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Something that happens again and again: a TIMEX3 set."""

    timex: str


@dataclass(frozen=True, slots=True)
class Now:
    """The time of speaking."""


@dataclass(frozen=True, slots=True)
class Same:
    """The day, month or year last spoken of («العام نفسه»)."""

    unit: str


Node = (
    CalendarDate
    | Shift
    | Window
    | Edge
    | PartOfDay
    | Clock
    | Nth
    | Season
    | Range
    | Rest
    | Weekend
    | Decade
    | Century
    | Holiday
    | Recurrence
    | Now
    | Same
)
