"""Spans under an editor's hands: snapped to words, moved by words or letters. Code points throughout."""

from __future__ import annotations

import unicodedata
from enum import Enum, auto

from core.model import Span
from core.text.segment import words


class Edge(Enum):
    """Which end of a span moves."""

    START = auto()
    END = auto()


class Unit(Enum):
    """How far it moves."""

    LETTER = auto()
    WORD = auto()


def paragraph_at(text: str, position: int) -> Span:
    """The line around a position, newline left out; it may be empty, so `start == end` is possible."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return Span(start, len(text) if end < 0 else end)


def snapped(text: str, span: Span) -> Span | None:
    """Grown to whole words, without white space and punctuation at the edges; None where no word is touched."""
    left, right = paragraph_at(text, span.start), paragraph_at(text, max(span.start, span.end - 1))
    touched = [word for word in words(text, left.start, right.end) if word.overlaps(span) and _is_word(text, word)]
    return Span(touched[0].start, touched[-1].end) if touched else None


def word_at(text: str, position: int) -> Span | None:
    """The word over or right before a position."""
    for start in (position, position - 1):
        if 0 <= start < len(text) and (span := snapped(text, Span(start, start + 1))):
            return span
    return None


def moved(text: str, span: Span, edge: Edge, forward: bool, unit: Unit) -> Span:
    """`span` with one edge moved inside its paragraphs; unchanged where it would become empty or leave the text."""
    area = Span(paragraph_at(text, span.start).start, paragraph_at(text, span.end).end)
    position = span.start if edge is Edge.START else span.end
    target = _letter(text, position, forward) if unit is Unit.LETTER else _word(text, position, edge, forward, area)
    start, end = (target, span.end) if edge is Edge.START else (span.start, target)
    return Span(start, end) if area.start <= start < end <= area.end else span


def _letter(text: str, position: int, forward: bool) -> int:
    """The next place between two letters; marks stay with their letter."""
    step = 1 if forward else -1
    position += step
    while 0 < position < len(text) and unicodedata.combining(text[position]):
        position += step
    return position


def _word(text: str, position: int, edge: Edge, forward: bool, area: Span) -> int:
    """The next start of a word for a start, the next end for an end."""
    found = [word for word in words(text, area.start, area.end) if _is_word(text, word)]
    places = [word.start if edge is Edge.START else word.end for word in found]
    if forward:
        return next((place for place in places if place > position), position)
    return next((place for place in reversed(places) if place < position), position)


def _is_word(text: str, span: Span) -> bool:
    return any(char.isalnum() for char in text[span.start : span.end])
