"""What a project has learned from its editors: names to mark, labels to give, suggestions to hold back.

A spelling is compared by its folded tokens, proclitics aside: one decision reaches every way to write it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter

from core.extract.clitics import readings, written_cut
from core.model import Entity, Label, Origin, Span
from core.text.arabic import fold
from core.text.segment import words

# Figures and times have a grammar, not a vocabulary: a word of theirs says nothing about its next occurrence.
UNTAUGHT = frozenset({Label.TIME, Label.QUANTITY})
# How often a taught name is right where it stands again; measured by tests/benchmarks/learning.py.
_SCORE = 0.9
# A word among so many commonest ones is an ordinary word until it was marked twice.
_COMMON = 5000
LONGEST = 12  # tokens; what is longer is a passage, not a name


@dataclass(frozen=True, slots=True)
class Taught:
    """What editors call a spelling; `adds` whether it is marked where no engine proposes it, too."""

    label: str
    name: str
    adds: bool = True


ByFirst = dict[str, list[tuple[list[str], Taught]]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`names` by spelling (see `spelling`); `rejected` are (spelling, label) pairs that are not suggested."""

    names: Mapping[str, Taught] = field(default_factory=dict)
    rejected: frozenset[tuple[str, str]] = frozenset()
    _by_first: list[ByFirst] = field(default_factory=list, init=False, repr=False, compare=False)  # made when asked for

    def __bool__(self) -> bool:
        return bool(self.names or self.rejected)

    def instead(self, former: Iterable[Lexicon], now: Iterable[Lexicon]) -> Lexicon:
        """The same with what some spellings say now instead of what they said."""
        names, rejected = dict(self.names), set(self.rejected)
        for old in former:
            rejected -= old.rejected
            for key in old.names:
                del names[key]
        for new in now:
            names |= new.names
            rejected |= new.rejected
        return Lexicon(names, frozenset(rejected))

    def by_first(self) -> ByFirst:
        """The names that it adds by their first token, the longest first."""
        if not self._by_first:
            made: ByFirst = {}
            for key, taught in self.names.items():
                if taught.adds:
                    tokens = key.split(" ")
                    made.setdefault(tokens[0], []).append((tokens, taught))
            for names in made.values():
                names.sort(key=lambda name: -len(name[0]))
            self._by_first.append(made)
        return self._by_first[0]


EMPTY = Lexicon()


@lru_cache(maxsize=65536)
def spelling(text: str) -> str:
    """The form under which a spelling is learned: folded tokens with single spaces; "" for what is no name."""
    tokens = [token for word in words(text) if (token := fold(text[word.start : word.end]))]
    if len(tokens) > LONGEST or not any(char.isalpha() for token in tokens for char in token):
        return ""
    if tokens[0].startswith("لل") and len(tokens[0]) > 4:
        tokens[0] = "ال" + tokens[0][2:]
    return " ".join(tokens)


def is_common(key: str) -> bool:
    """Whether a spelling is one ordinary word, so that one mark of it says little about its other occurrences."""
    if " " in key:
        return False
    from core.extract.word_classes import rank  # here: its vocabulary takes time to read, and few edits ask

    bare = key.removeprefix("ال")
    return len(bare) < 3 or min(rank(key), rank(bare)) < _COMMON


def apply(entities: Sequence[Entity], text: str, sentences: Sequence[Span], lexicon: Lexicon = EMPTY) -> list[Entity]:
    """The entities as the lexicon has them, sorted; names are looked for in `sentences`, none of which spans two lines.

    Of names that overlap the longest stays; none overlaps another, if none of `entities` did.
    """
    if not lexicon:
        return list(entities)
    standing = [
        _relabelled(entity, lexicon)
        for entity in entities
        if entity.label in UNTAUGHT or (spelling(entity.text), entity.label) not in lexicon.rejected
    ]
    standing.sort(key=attrgetter("start"))
    starts, longest = [entity.start for entity in standing], max((one.end - one.start for one in standing), default=0)
    gone: set[int] = set()
    names: list[Entity] = []
    for name in find(text, sentences, lexicon):
        # What overlaps it stands near it, and nothing learned overlaps what was learned.
        near = range(bisect_left(starts, name.start - longest), bisect_left(starts, name.end))
        rivals = [at for at in near if at not in gone and name.start < standing[at].end]
        if not any(_outweighs(standing[at], name) for at in rivals):
            gone.update(rivals)
            names.append(name)
    left = (entity for at, entity in enumerate(standing) if at not in gone)
    return sorted([*left, *names], key=lambda entity: (entity.start, entity.end))


def find(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Iterator[Entity]:
    """Where the names that a lexicon adds stand in the text, the longest at each place."""
    by_first = lexicon.by_first()
    if not by_first:
        return
    for sentence in sentences:
        spans = words(text, sentence.start, sentence.end)
        tokens = [fold(text[word.start : word.end]) for word in spans]
        place = 0
        while place < len(tokens):
            match = _at(tokens, place, by_first)
            if match is None:
                place += 1
                continue
            cut, size, taught = match
            start = spans[place].start + written_cut(text[spans[place].start : spans[place].end], cut)
            end = spans[place + size - 1].end
            yield _entity(text, start, end, taught)
            place += size


def _at(tokens: Sequence[str], place: int, by_first: ByFirst) -> tuple[int, int, Taught] | None:
    """(letters cut, tokens, what it is) of the longest name at this place, the first word whole or else cut."""
    token = tokens[place]
    if not token:
        return None
    for cut, first in readings(token):
        for name, taught in by_first.get(first, ()):
            size = len(name)
            if list(tokens[place + 1 : place + size]) != name[1:]:
                continue
            if cut and size == 1 and not _is_proclitic(token, first):
                continue
            return cut, size, taught
    return None


@lru_cache(maxsize=4096)
def _is_proclitic(token: str, rest: str) -> bool:
    """Whether a word is a proclitic and the rest rather than a word of its own: وليد is not «و» and «ليد»."""
    from core.extract.gazetteer import first_names
    from core.extract.word_classes import rank

    return token not in first_names() and rank(rest) <= rank(token)


def _entity(text: str, start: int, end: int, taught: Taught) -> Entity:
    return Entity(start, end, text[start:end], taught.label, taught.name, Origin.LEXICON, _SCORE)


def _relabelled(entity: Entity, lexicon: Lexicon) -> Entity:
    taught = lexicon.names.get(spelling(entity.text))
    if taught is None or taught.label == entity.label or entity.label in UNTAUGHT:
        return entity
    return replace(entity, label=taught.label, name=taught.name, origin=Origin.LEXICON, score=_SCORE, value=None)


def _outweighs(entity: Entity, name: Entity) -> bool:
    """Whether a proposal stays where a learned name would overlap it: it says the same, or is longer."""
    if (entity.start, entity.end) == (name.start, name.end):
        return entity.label == name.label
    return entity.end - entity.start > name.end - name.start
