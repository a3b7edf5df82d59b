"""The report as values: built once from a project, in one language, and then only written down.

All strings are plain text, free of control characters, in the language of the report; articles' words are verbatim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from core.model import Show


@dataclass(frozen=True, slots=True)
class Source:
    """An article as the report calls it: by its number in the list."""

    number: int
    name: str  # the outlet, or "" where nothing says it
    published: str
    title: str
    file: str
    url: str  # http or https, else ""

    @property
    def label(self) -> str:
        """The outlet; where there is none, what identifies the article."""
        return self.name or self.file or self.title


@dataclass(frozen=True, slots=True)
class Said:
    """The words that answer a question, and how: modality, denial, who says so, the resolved day."""

    words: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One question; a cell for each source of the band, empty where it is silent."""

    question: str
    event: str
    show: Show | None
    cells: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """As much of the matrix as fits the width of a page."""

    sources: tuple[Source, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage; `marked`: it is the evidence."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """Evidence in its paragraph. `said` has one entry for each marked piece that answers otherwise."""

    source: Source
    said: tuple[Said, ...]
    pieces: tuple[Piece, ...]
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's verdict in words; `verdict` is "" where only a note was written."""

    verdict: str
    reason: str
    note: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Point:
    """One disagreement: the passages that say one thing and those that say the other.

    `pairs` is how many relations it stands for: those of one question that oppose the same two answers and were
    decided alike. `relation` is "" where `show` says it all. `by_hand`: an editor related the passages, not the tool.
    """

    number: int
    question: str
    event: str
    show: Show
    relation: str
    pairs: int
    first: tuple[Passage, ...]
    second: tuple[Passage, ...]
    difference: str
    reason: str
    decision: Decision | None
    by_hand: bool = False

    @property
    def reason_name(self) -> str:
        """What the reason is called: a key of `words.TEXTS`."""
        if self.by_hand:
            return "by_hand"
        return "tool_reason" if self.pairs == 1 else "surest_reason"

    def rows(self) -> Iterator[tuple[Passage | None, Passage | None]]:
        """The passages side by side."""
        return zip_longest(self.first, self.second)


@dataclass(frozen=True, slots=True)
class Section:
    """Points that stand alike, the most pressing first. `note` says that there are none, or how many are not shown."""

    show: Show
    title: str
    lead: str
    points: tuple[Point, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """An answer and all who give it."""

    said: Said
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What several articles answer alike to one question, the answer of most first."""

    question: str
    event: str
    answers: tuple[Agreed, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is written, in the order in which it is written. `figures` are (what, how many) pairs."""

    language: str
    title: str
    made: str
    figures: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    sources: tuple[Source, ...]
    bands: tuple[Band, ...]
    matrix_lead: str
    silent: str
    sections: tuple[Section, ...]
    agreements: tuple[Agreement, ...]
    method: str

    @property
    def right_to_left(self) -> bool:
        """The direction of the page."""
        return self.language == "ar"
