"""Months and what follows them: ديسمبر/كانون الأول 2021, شهر رمضان, الماضي, من العام المقبل."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from core.extract.timex.nodes import Node, Shift
from core.extract.timex.numbers import cardinal, digits, ordinal, width, year_number
from core.extract.timex.words import Token, bare, form, sense


class Match(NamedTuple):
    """A node and the tokens that say it; `score` is how sure the words are that they mean a time."""

    node: Node
    first: int
    last: int
    score: float = 0.95


Tokens = Sequence[Token]
Read = Callable[[Tokens, int], Match | None]

JOINTS = frozenset("/-–—\\")
COMMAS = frozenset({",", "،"})
_BRACKETS = {"(": ")", "«": "»", '"': '"', "“": "”", "[": "]"}


def ends_phrase(tokens: Tokens, position: int) -> bool:
    """True where no noun follows that would be counted or named: a mark, the end, or a word of the lexicon."""
    if position >= len(tokens):
        return True
    token = tokens[position]
    known = bool(token.senses) and not {"unit", "units", "digits", "card"} & token.senses.keys()
    return not token.full[:1].isalnum() or known or token.full in _FUNCTION or token.clitic == "و"


_FUNCTION = frozenset(
    {
        "علي",
        "عن",
        "مع",
        "ان",
        "انه",
        "انها",
        "التي",
        "الذي",
        "الذين",
        "ما",
        "لم",
        "لن",
        "لا",
        "قد",
        "او",
        "ثم",
        "هو",
        "هي",
        "وهو",
        "وهي",
        "وفي",
        "كما",
        "فيما",
        "بينما",
        "حيث",
        "اذ",
        "اذا",
        "لكن",
        "و",
        "عندما",
        "بعدما",
        "ضد",
        "دون",
    }
)


class Month(NamedTuple):
    """A month's number and the position behind its name."""

    number: int
    hijri: bool
    last: int
    sure: bool  # False: the word means something else as well


# Categories of month words: Hijri or not, and whether the word alone is surely a month.
_KINDS = (("month", False, True), ("hijri", True, True), ("month?", False, False), ("hijri?", True, False),
          ("month??", False, False), ("hijri??", True, False))  # fmt: skip


def month_name(tokens: Tokens, position: int) -> Month | None:
    """A month, alone or doubled (ديسمبر/كانون الأول, ديسمبر (كانون الأول)), «شهر» with a number, «الشهر التاسع»."""
    word = tokens[position].form if position < len(tokens) else ""
    if word == "الشهر" and (number := ordinal(tokens, position + 1)):
        return Month(number[0], False, number[1], False) if number[0] <= 12 else None
    named = word == "شهر"
    if named:
        position += 1
        value = digits(tokens, position, 1, 12)
        if value is not None and width(tokens, position) <= 2 and bare(tokens, position + 1, "units") is None:
            return Month(value, False, position + 1, True)
        spelled = cardinal(tokens, position)
        dated = spelled and (sense(tokens, spelled[1], "unit") == "Y" or year_number(tokens, spelled[1]))
        # «خلال شهر واحد» is one month, no January
        if spelled and spelled[0] <= 12 and (dated or (spelled[0] > 1 and ends_phrase(tokens, spelled[1]))):
            return Month(spelled[0], False, spelled[1], True)
    for category, hijri, sure in _KINDS:
        word = sense(tokens, position, category) or ""
        if word:
            last = position + 1 if hijri else _doubled(tokens, position + 1, word)
            return Month(int(word), hijri, last, sure or named or last > position + 1)
    return None


def _doubled(tokens: Tokens, position: int, value: str) -> int:
    """The position behind the same month's other name, or `position`."""
    joint = form(tokens, position)
    start = position + (joint in JOINTS or joint in _BRACKETS)
    names = (bare(tokens, start, category) for category in ("month", "month?", "month??"))
    if value not in names:
        return position
    if joint in _BRACKETS:
        return start + 2 if form(tokens, start + 1) == _BRACKETS[joint] else position
    return start + 1


class Tail(NamedTuple):
    """A year, or last, this, next, or the year it is placed in; `last` is the position behind."""

    year: int | None
    rel: str | None
    within: Node | None
    hijri: bool
    last: int


def tail(tokens: Tokens, position: int, hijri: bool = False) -> Tail:
    """What follows a month: a year, «الماضي», «من العام المقبل», or nothing."""
    rel = bare(tokens, position, "rel")
    if rel is not None:
        return Tail(None, rel, None, hijri, position + 1)
    start = position
    while start < position + 2 and (form(tokens, start) in COMMAS or form(tokens, start) in ("من", "في", "/")):
        start += 1
    if (sense(tokens, start, "unit") or sense(tokens, start, "unit_def")) == "Y":
        found = year_number(tokens, start + 1)
        if found:
            return with_era(tokens, found[0], found[1], hijri)
        near = bare(tokens, start + 1, "rel")
        amount = {"last": -1, "this": 0, "next": 1}.get(near or "")
        if amount is not None and sense(tokens, start, "unit_def"):
            return Tail(None, None, Shift("Y", amount), hijri, start + 2)
    if bare(tokens, start, "dem") == "this" and bare(tokens, start + 1, "unit_def") == "Y":
        return Tail(None, None, Shift("Y", 0), hijri, start + 2)
    found = year_number(tokens, start)
    if found and (
        form(tokens, position) not in ("من", "في") or (1900 <= found[0] < 2100 and ends_phrase(tokens, found[1]))
    ):
        return with_era(tokens, found[0], found[1], hijri)
    return Tail(None, None, None, hijri, position)


def with_era(tokens: Tokens, year: int, last: int, hijri: bool) -> Tail:
    """The year with the era behind it; years before Christ are negative."""
    era = bare(tokens, last, "era")
    return Tail(-year if era == "bc" else year, None, None, hijri or era == "hijri", last + (era is not None))
