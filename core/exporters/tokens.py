"""Texts cut into lines and tokens for the formats that mark tokens; no token reaches over the edge of a mark."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.model import Annotation, Span
from core.text.segment import words

_SOLID = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that has words, without its newline."""

    span: Span
    tokens: Sequence[Span]


def lines(text: str, marks: Iterable[Annotation]) -> list[Line]:
    """The lines of `text` with their tokens; none is white space."""
    edges = sorted({edge for mark in marks for edge in (mark.item.start, mark.item.end)})
    return [
        Line(Span(*match.span()), [part for token in _tokens(text, *match.span()) for part in _cut(token, edges)])
        for match in _LINE.finditer(text)
        if not match[0].isspace()
    ]


def covered(starts: Sequence[int], mark: Annotation) -> tuple[int, int]:
    """The first token of a mark and the one behind its last, by place; equal where it covers none."""
    first = bisect_left(starts, mark.item.start)
    behind = bisect_left(starts, mark.item.end)
    return first, behind


def is_whole(tokens: Sequence[Span], first: int, behind: int, mark: Annotation) -> bool:
    """Whether the tokens reach from edge to edge: no white space there."""
    return tokens[first].start == mark.item.start and tokens[behind - 1].end == mark.item.end


def _tokens(text: str, start: int, end: int) -> Iterable[Span]:
    """Words and marks, with whatever `words` passes over and is no white space as tokens too."""
    at = start
    for token in words(text, start, end):
        yield from _rest(text, at, token.start)
        yield token
        at = token.end
    yield from _rest(text, at, end)


def _rest(text: str, start: int, end: int) -> Iterable[Span]:
    return (Span(*match.span()) for match in _SOLID.finditer(text, start, end))


def _cut(token: Span, edges: Sequence[int]) -> Iterable[Span]:
    inside = edges[bisect_right(edges, token.start) : bisect_left(edges, token.end)]
    bounds = [token.start, *inside, token.end]
    return (Span(a, b) for a, b in pairwise(bounds))
