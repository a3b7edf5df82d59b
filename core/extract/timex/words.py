"""The words of time expressions: text → tokens with what each may mean in one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from core.text.arabic import fold

_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069"
)
_WORD = re.compile(rf"\d+|[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*|[^\w\s{_MARKS}]")
_MARK = re.compile(f"[{_MARKS}\u0640]")
# Proclitics: و or ف, then ب, ل or ك. A word in للـ stays whole.
_CLITICS = (("و", "ف"), ("ب", "ل", "ك"))
_NOTHING: Mapping[str, str] = {}
# Categories that alone tell no time; a sentence with nothing else holds none.
_JOINING = frozenset(
    {
        "in",
        "to",
        "from",
        "between",
        "approx",
        "dated",
        "rel",
        "rel_recent",
        "rel_follow",
        "vague",
        "gmt",
        "era",
        "era_def",
        "weekday_bare",
        "card_def",
        "outlet",
        "general",
        "media_today",
        "named_by_date",
        "of_year",
        "of_age",
        "skip",
        "zone",
        "zone_full",
        "minutes",
        "september",
        "long",
    }
)


class Token(NamedTuple):
    """A word, number or mark. `form` is folded and without proclitics, `full` with them; `start` is behind them."""

    start: int
    end: int
    form: str
    full: str
    clitic: str
    senses: Mapping[str, str]  # category → value

    def number(self) -> int | None:
        """The value of digits that may stand in a date."""
        return int(self.senses["digits"]) if "digits" in self.senses else None


class _Lexicon(NamedTuple):
    words: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Mapping[str, str]]]]  # by first word, the longest first


@cache
def _lexicon() -> _Lexicon:
    words: dict[str, dict[str, str]] = {}
    phrases: dict[str, dict[tuple[str, ...], dict[str, str]]] = {}
    for form, category, value in table("time_words.tsv"):
        first, *rest = fold(form).split()
        senses = phrases.setdefault(first, {}).setdefault(tuple(rest), {}) if rest else words.setdefault(first, {})
        senses.setdefault(category, value)
    by_length = {first: sorted(found.items(), key=lambda item: -len(item[0])) for first, found in phrases.items()}
    return _Lexicon(words, by_length)


def table(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of a lexicon file, without its comments."""
    for line in (files("resources.lexicons") / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


class _Reading(NamedTuple):
    clitic: str
    form: str
    full: str
    senses: Mapping[str, str]
    heads_phrase: bool
    opens: bool  # an expression may begin here


def _reading(clitic: str, form: str, full: str, senses: Mapping[str, str], heads_phrase: bool) -> _Reading:
    return _Reading(clitic, form, full, senses, heads_phrase, heads_phrase or not _JOINING.issuperset(senses))


@lru_cache(maxsize=1 << 16)
def _read(word: str) -> _Reading:
    """What a word may be. Long strings are no words of a lexicon, so they are not even folded."""
    if word[0].isdecimal():
        digits = {"digits": str(int(word)), "width": str(len(word))} if len(word) <= 4 else {"long": word[:8]}
        return _reading("", word[:8], word[:8], digits, False)
    if len(word) > 40:
        return _reading("", "", "", _NOTHING, False)
    full = fold(word) or "-"  # a tatweel between spaces is a dash
    words, phrases = _lexicon()
    for clitic in _clitics(full):
        form = full[len(clitic) :]
        if form in words or form in phrases:
            senses: Mapping[str, str] = words.get(form, _NOTHING)
            if form == "اب" and "آ" not in word:  # August without its madda is more often "father"
                senses = {"month??": senses["month?"]}
            return _reading(clitic, form, full, senses, form in phrases)
        whole = "ال" + form[2:]
        if form.startswith("لل") and (whole in words or whole in phrases):
            return _reading(clitic, whole, full, words.get(whole, _NOTHING), whole in phrases)
    return _reading("", full, full, _NOTHING, False)


def _clitics(full: str) -> Iterator[str]:
    """The proclitics that the word may begin with, fewest first."""
    yield ""
    first, second = full[:1], full[1:2]
    if len(full) < 4 and full not in ("لغد", "بغد", "وغد"):
        return
    if first in _CLITICS[0]:
        yield first
        if second in _CLITICS[1]:
            yield full[:2]
    elif first in _CLITICS[1]:
        yield first


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens between `start` and `end`, a phrase of the lexicon as one; none where no time can be among them."""
    found: list[Token] = []
    places = [match.span() for match in _WORD.finditer(text, start, end)]
    readings = [_read(text[begin:stop]) for begin, stop in places]
    if not any(reading.opens for reading in readings):
        return found
    phrases = _lexicon().phrases
    position = 0
    while position < len(places):
        begin, stop = places[position]
        clitic, form, full, senses, heads_phrase, _ = readings[position]
        position += 1
        if heads_phrase:
            for rest, meaning in phrases[form]:
                last = position + len(rest)
                if rest == tuple([reading.full for reading in readings[position:last]]):
                    senses, stop, position = meaning, places[last - 1][1], last
                    break
        if clitic:
            begin = _behind(text, begin, len(clitic))
        found.append(Token(begin, stop, form, full, clitic, senses))
    return found


def _behind(text: str, position: int, letters: int) -> int:
    """The position behind so many letters and the marks that sit on them."""
    for _ in range(letters):
        position += 1
        while _MARK.match(text, position):
            position += 1
    return position


def sense(found: Sequence[Token], position: int, category: str) -> str | None:
    """What the token means as a `category`, whatever proclitic it has; None where it does not or is not there."""
    return found[position].senses.get(category) if 0 <= position < len(found) else None


def bare(found: Sequence[Token], position: int, category: str) -> str | None:
    """`sense` of a token without a proclitic."""
    return None if 0 <= position < len(found) and found[position].clitic else sense(found, position, category)


def form(found: Sequence[Token], position: int) -> str:
    """The whole folded word at `position`, or "" beyond the ends."""
    return found[position].full if 0 <= position < len(found) else ""
