"""What a project has learned from its editors: names to mark, labels to give, suggestions to hold back.

A spelling is compared by its folded tokens, proclitics aside: one decision reaches every way to write it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

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
_LONGEST = 12  # tokens; what is longer is a passage, not a name


@dataclass(frozen=True, slots=True)
class Taught:
    """What editors call a spelling; `adds` whether it is marked where no engine proposes it, too."""

    label: str
    name: str
    adds: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`names` by spelling (see `spelling`); `rejected` are (spelling, label) pairs that are not suggested."""

    names: Mapping[str, Taught] = field(default_factory=dict)
    rejected: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.names or self.rejected)


EMPTY = Lexicon()


@lru_cache(maxsize=65536)
def spelling(text: str) -> str:
    """The form under which a spelling is learned: folded tokens with single spaces; "" for what is no name."""
    tokens = [token for word in words(text) if (token := fold(text[word.start : word.end]))]
    if len(tokens) > _LONGEST or not any(char.isalpha() for token in tokens for char in token):
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
    for name in find(text, sentences, lexicon):
        rivals = [entity for entity in standing if name.start < entity.end and entity.start < name.end]
        if any(_outweighs(entity, name) for entity in rivals):
            continue
        standing = [entity for entity in standing if entity not in rivals]
        standing.append(name)
    return sorted(standing, key=lambda entity: (entity.start, entity.end))


def find(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> Iterator[Entity]:
    """Where the names that a lexicon adds stand in the text, the longest at each place."""
    by_first: dict[str, list[tuple[list[str], Taught]]] = {}
    for key, taught in lexicon.names.items():
        if taught.adds:
            tokens = key.split(" ")
            by_first.setdefault(tokens[0], []).append((tokens, taught))
    for names in by_first.values():
        names.sort(key=lambda name: -len(name[0]))
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


def _at(
    tokens: Sequence[str], place: int, by_first: Mapping[str, list[tuple[list[str], Taught]]]
) -> tuple[int, int, Taught] | None:
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
