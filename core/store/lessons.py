"""What decisions teach: each decided mark casts votes on spellings, and the votes on a spelling make its entry.

Nothing is stored of this but what an editor overrides; a decision that is undone takes its votes along.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any

from core.extract.learned import UNTAUGHT, Lexicon, Taught, is_common, spelling
from core.model import Layer, Status
from core.store.values import LearnedEntry, LearnedState

Json = Mapping[str, Any]
_AT_ONCE = 500  # spellings that are judged in one short step


class Says(Enum):
    """What a mark says of a spelling and a label."""

    ADDED = "added"  # it is one, though no engine said so
    RELABELLED = "relabelled"  # it is one, though an engine said otherwise
    KEPT = "kept"  # it is one, as proposed
    REJECTED = "rejected"  # it is none


@dataclass(frozen=True, slots=True)
class Vote:
    """`written` is the spelling as it stands in the article, `key` the form in which it is compared."""

    key: str
    written: str
    label: str
    name: str
    says: Says


@dataclass(slots=True)
class Lessons:
    """All votes of a project by mark (ID) and by spelling; `overrides` switch entries (spelling, label) on or off."""

    overrides: dict[tuple[str, str], bool] = field(default_factory=dict)
    _by_mark: dict[str, tuple[Vote, ...]] = field(default_factory=dict)
    _by_key: defaultdict[str, dict[tuple[str, str], Vote]] = field(default_factory=lambda: defaultdict(dict))
    _made: Lexicon | None = None
    changes: int = 0  # how often something was to be learned

    def learn(
        self, marks: Mapping[str, tuple[Vote, ...]], overrides: dict[tuple[str, str], bool] | None = None
    ) -> set[str]:
        """Take these votes of marks instead of their former ones, and these overrides; spellings that it matters to."""
        changed = {mark: said for mark, said in marks.items() if self._by_mark.get(mark, ()) != said}
        keys = {vote.key for mark in changed for vote in (*self._by_mark.get(mark, ()), *changed[mark])}
        if overrides is not None:
            pairs = {*self.overrides, *overrides}
            keys |= {pair[0] for pair in pairs if self.overrides.get(pair) != overrides.get(pair)}
        before = {key: self._in_force(key) for key in keys}
        for mark, said in changed.items():
            self._hear(mark, said)
        if overrides is not None:
            self.overrides = overrides
        after = {key: self._in_force(key) for key in keys}
        if self._made is not None:
            self._made = self._made.instead(before.values(), after.values())
        self.changes += bool(marks) or overrides is not None
        return {key for key in keys if after[key] != before[key]}

    def hear(self, marks: Mapping[str, tuple[Vote, ...]]) -> None:
        """`learn` without a look at what it matters to."""
        for mark, said in marks.items():
            self._hear(mark, said)
        self._made = None

    def _hear(self, mark: str, said: tuple[Vote, ...]) -> None:
        for vote in self._by_mark.pop(mark, ()):
            del self._by_key[vote.key][mark, vote.label]
        for vote in said:
            self._by_key[vote.key][mark, vote.label] = vote
        if said:
            self._by_mark[mark] = said

    def differs(self, other: Lessons) -> set[str]:
        """The spellings for which another entry is in force here than there."""
        return {key for key in {*self._by_key, *other._by_key} if self._in_force(key) != other._in_force(key)}

    def differing(self, other: Lessons) -> Iterator[set[str]]:
        """`differs`, some spellings at a time; the lexicon is made with it."""
        names: dict[str, Taught] = {}
        rejected: set[tuple[str, str]] = set()
        waiting = iter([*self._by_key, *(key for key in other._by_key if key not in self._by_key)])
        while keys := list(islice(waiting, _AT_ONCE)):
            mine = {key: self._in_force(key) for key in keys}
            for lexicon in mine.values():
                names |= lexicon.names
                rejected |= lexicon.rejected
            yield {key for key, lexicon in mine.items() if lexicon != other._in_force(key)}
        self._made = Lexicon(names, frozenset(rejected))

    def _in_force(self, key: str) -> Lexicon:
        return _lexicon(self._judge(key, self._by_key.get(key, {})))

    def entries(self) -> Iterator[LearnedEntry]:
        """All that is learned, whether it is in force or not."""
        for key, votes in self._by_key.items():
            yield from self._judge(key, votes)

    def lexicon(self) -> Lexicon:
        """All entries in force."""
        if self._made is None:
            self._made = _lexicon(self.entries())
        return self._made

    def _judge(self, key: str, votes: Mapping[tuple[str, str], Vote]) -> Iterator[LearnedEntry]:
        said: defaultdict[str, Counter[Says]] = defaultdict(Counter)
        for vote in votes.values():
            said[vote.label][vote.says] += 1
        is_one = {label for label, counts in said.items() if counts.total() > counts[Says.REJECTED]}  # somebody said so
        for label, counts in sorted(said.items()):
            teaches = counts[Says.ADDED] + counts[Says.RELABELLED]
            if not teaches and not counts[Says.REJECTED]:
                continue
            decisions = tuple(mark for mark, of in votes if of == label)
            marked = counts.total() - counts[Says.REJECTED]
            if teaches:
                adds = marked > 1 or not is_common(key)
                if len(is_one) > 1 or counts[Says.REJECTED] >= marked:
                    state = LearnedState.DISPUTED
                else:
                    state = LearnedState.ACTIVE if adds or counts[Says.RELABELLED] else LearnedState.WAITING
            else:
                adds = False
                state = LearnedState.DISPUTED if marked else LearnedState.ACTIVE
            forced = self.overrides.get((key, label))
            if forced is not None:
                state = LearnedState.ACTIVE if forced else LearnedState.OFF
            mine = [vote for vote in votes.values() if vote.label == label]
            names = [vote.name for vote in mine if vote.says is not Says.REJECTED and vote.name]
            yield LearnedEntry(
                spelling=Counter(vote.written for vote in mine).most_common(1)[0][0],
                key=key,
                label=label,
                name=Counter(names).most_common(1)[0][0] if names else "",
                rejects=not teaches,
                adds=bool(teaches) and (adds or bool(forced)),
                decisions=decisions,
                state=state,
                forced=forced is not None,
            )


def _lexicon(entries: Iterable[LearnedEntry]) -> Lexicon:
    names: dict[str, Taught] = {}
    rejected: set[tuple[str, str]] = set()
    for entry in entries:
        if not entry.active:
            continue
        if entry.rejects:
            rejected.add((entry.key, entry.label))
        else:
            names[entry.key] = Taught(entry.label, entry.name or entry.spelling, entry.adds)
    return Lexicon(names, frozenset(rejected))


def votes(layer: str, status: str, data: str, suggested: str | None, added: int, removed: int) -> tuple[Vote, ...]:
    """What a row of annotations says; one label at most has two opinions, that of the label it had."""
    if layer != Layer.ENTITY or (status == Status.SUGGESTED and not removed):
        return ()
    item = json.loads(data)
    if added:
        # What an editor added and took back says nothing: it may have been a slip.
        return () if removed or status == Status.REJECTED else _vote(item, Says.ADDED)
    original = item if suggested is None else json.loads(suggested)
    if removed or status == Status.REJECTED:
        return _vote(original, Says.REJECTED)
    if spelling(item["text"]) == spelling(original["text"]):
        if item["label"] == original["label"]:
            return _vote(item, Says.KEPT)
        return (*_vote(original, Says.REJECTED), *_vote(item, Says.RELABELLED))
    # «بايدن» made «جو بايدن» is right as a name elsewhere; «الرئيس جو بايدن» cut short is not.
    grown = item["start"] <= original["start"] and original["end"] <= item["end"]
    return (*(() if grown else _vote(original, Says.REJECTED)), *_vote(item, Says.ADDED))


def _vote(item: Json, says: Says) -> tuple[Vote, ...]:
    return _voted(item["text"], item["label"], item["name"], says)


@lru_cache(maxsize=1 << 16)
def _voted(text: str, label: str, name: str, says: Says) -> tuple[Vote, ...]:
    """Names come back: one vote stands for all marks that say the same."""
    key = spelling(text)
    if not key or label in UNTAUGHT:
        return ()
    return (Vote(key, " ".join(text.split()), label, name, says),)
