"""A sentence as the rules for names read it, and what they propose in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from core.extract import gazetteer
from core.extract.clitics import remainder, written_cut
from core.extract.word_classes import kinds_of
from core.model import Label, Origin, Span
from core.text.segment import read


class Candidate(NamedTuple):
    """Tokens [start, end) as a name; `cut` letters of the first are proclitics; `name` where a lexicon has it."""

    start: int
    end: int
    cut: int
    label: Label
    origin: Origin
    score: float
    name: str = ""


@dataclass(slots=True)
class Sentence:
    """A sentence as written and folded tokens with their offsets; `tags` and `scores` are the tagger's.

    `known` is the longest name of the lexicons that begins at each token, `kinds` are the trigger words that each is.
    `article` counts the folded tokens of the whole article.
    """

    spans: Sequence[Span]
    written: Sequence[str]
    tokens: list[str]
    known: list[gazetteer.Match | None]
    kinds: list[frozenset[str]]
    tags: list[str] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)
    article: Counter[str] = field(default_factory=Counter)

    def offsets(self, name: Candidate) -> tuple[int, int]:
        """Where a candidate lies in the article, its proclitics left out."""
        first = self.spans[name.start]
        return first.start + written_cut(self.written[name.start], name.cut), self.spans[name.end - 1].end

    def words(self, name: Candidate) -> list[str]:
        """The folded words of a candidate, its proclitics left out."""
        return [remainder(self.tokens[name.start], name.cut), *self.tokens[name.start + 1 : name.end]]

    def is_person(self, position: int) -> bool:
        """Whether the tagger takes the token for part of a person's name."""
        return self.tags[position].endswith("PERS")


def read_sentence(text: str, span: Span) -> Sentence:
    """The tokens of a sentence, as the tagger and the lexicons take them."""
    spans, written, forms = read(text, span.start, span.end)
    tokens = list(forms) if all(forms) else [form or word for form, word in zip(forms, written, strict=True)]
    return Sentence(spans, written, tokens, gazetteer.trie().each(tokens), list(map(kinds_of, tokens)))
