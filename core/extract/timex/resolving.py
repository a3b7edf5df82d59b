"""What an expression is seen from, and the door to its value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import singledispatch

from core.extract.timex.nodes import Node
from core.extract.timex.tense import Tense
from core.model import TimeValue

# TIMEX3 (ISO-TimeML) writes an X for each digit that nothing tells: «كل ثلاثاء» is XXXX-WXX-2.
_UNRESOLVED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is seen from: `mention` the day last spoken of, `year` a year said in the same paragraph."""

    today: date | None
    tense: Tense = Tense.UNKNOWN
    mention: date | None = None
    day: date | None = None  # the single day last named
    ahead: date | None = None  # the day to come last spoken of
    recent: date | None = None  # the last one within a week before today
    month: date | None = None  # a day of the month last named by its name
    named: date | None = None  # the first day of the time last named, of whatever length
    hour: int | None = None  # the hour last told in the same sentence
    year: int | None = None


@singledispatch
def resolve(node: Node, _context: Context) -> TimeValue | None:
    """The value of `node`; None where the words make no time (30 February). Each kind of node registers its own."""
    raise TypeError(node)


def unknown(unit: str) -> TimeValue:
    """A unit of which nothing more is known: XXXX-XX-XX for a day."""
    return TimeValue(_UNRESOLVED[unit])
