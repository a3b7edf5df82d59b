"""Where spellings stand in a text, of which there may be thousands: cost grows with the text, not with the spellings.

A spelling (`learned.spelling`) stands as tokens of the folded text: proclitics in front, «لل» for the article, white
space or none between.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from core.extract.learned import LONGEST
from core.model import Span
from core.text.arabic import folded

_NAME = r"(?<!\w)[وف]?(?:[بكلس]?{name}|لل{bare})(?!\w)"
_RUN = re.compile(r"\w+")
_CONJUNCTIONS, _PREPOSITIONS = ("و", "ف"), ("ب", "ك", "ل", "س")  # as in _NAME
_PROCLITICS = 2  # code points in front of a name; those of «لل» are counted with it
_FEW = 8  # spellings that are looked for one by one


@lru_cache(maxsize=4096)
def pattern(key: str) -> re.Pattern[str]:
    """What a spelling looks like in a folded text; proclitics are in the match."""
    first, *rest = key.split(" ")
    heads = (first, first.removeprefix("ال"))
    name, bare = (r"\s{0,3}".join(map(re.escape, [head, *rest])) for head in heads)
    return re.compile(_NAME.format(name=name, bare=bare))


def spots(text: str, keys: tuple[str, ...]) -> list[Span]:
    """Where any of these spellings stands in a text, each place once, in order; proclitics are in the spans."""
    view = folded(text)
    if len(keys) > _FEW:
        found = _spotting(keys).spots(view.text)
    else:
        found = {match.span() for key in keys for match in pattern(key).finditer(view.text)}
    return [view.to_original(*span) for span in sorted(found)]


class _Spotting:
    """Looks for many spellings at a time: at each run of letters only for those that may begin there."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._words: set[str] = set()  # spellings of one word …
        self._opened: set[str] = set()  # … and as they stand behind «لل»
        self._heads: set[str] = set()  # first words of longer ones
        self._longer: defaultdict[str, list[str]] = defaultdict(list)  # without white space → which they are
        self._others: list[str] = []  # those that begin with a sign
        self._known: dict[str, tuple[bool, bool]] = {}
        for key in keys:
            first, *rest = key.split(" ")
            opened = f"لل{first.removeprefix('ال')}"
            if not _RUN.fullmatch(first):
                self._others.append(key)
            elif rest:
                for head in (first, opened):
                    self._heads.add(head)
                    self._longer["".join([head, *rest])].append(key)
            else:
                self._words.add(first)
                self._opened.add(opened)
        self._head_sizes = sorted({len(head) for head in self._heads})
        self._sizes = sorted({len(joined) for joined in self._longer})
        self._reach = _PROCLITICS + 3 * LONGEST + max(self._sizes, default=0)

    def spots(self, view: str) -> set[tuple[int, int]]:
        """Where they stand in a folded text."""
        found = {match.span() for key in self._others for match in pattern(key).finditer(view)}
        behind: dict[str, int] = {}  # spelling → the end of where it stood last
        for run in _RUN.finditer(view):
            is_one, begins_longer = self._at(run[0])
            if is_one:
                found.add(run.span())
            for key in self._from(view[run.start() : run.start() + self._reach]) if begins_longer else ():
                match = pattern(key).match(view, run.start()) if run.start() >= behind.get(key, 0) else None
                if match:
                    found.add(match.span())
                    behind[key] = match.end()
        return found

    def _at(self, run: str) -> tuple[bool, bool]:
        """Whether a run of letters is one of the spellings, and whether a longer one may begin with it."""
        if run not in self._known:
            whole, cut = _rests(run)
            is_one = not (self._words.isdisjoint([*whole, *cut]) and self._opened.isdisjoint(whole))
            heads = (rest[:size] for rest in (*whole, *cut) for size in self._head_sizes)
            self._known[run] = is_one, not self._heads.isdisjoint(heads)
        return self._known[run]

    def _from(self, view: str) -> set[str]:
        """The longer spellings with which a piece of text may begin."""
        whole, cut = _rests("".join(view.split()))
        joined = (rest[:size] for rest in (*whole, *cut) for size in self._sizes)
        return {key for one in joined for key in self._longer.get(one, ())}


def _rests(run: str) -> tuple[list[str], list[str]]:
    """A run of letters, also without a conjunction in front; and both without a preposition."""
    whole = [run, run[1:]] if run[0] in _CONJUNCTIONS else [run]
    return whole, [rest[1:] for rest in whole if rest[:1] in _PREPOSITIONS]


@lru_cache(maxsize=1)
def _spotting(keys: tuple[str, ...]) -> _Spotting:
    """Kept, since many articles are looked through for the same."""
    return _Spotting(keys)
