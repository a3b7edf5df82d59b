"""Scrolling by what is said: the passages of one question at one height in all columns."""

from __future__ import annotations

from collections.abc import Sequence

from core.model import Span
from gui.beside.column import Column
from gui.beside.links import span_of
from gui.compare.relation_model import Row

_READING_LINE = 0.35  # of a column's height: where the eye is


def follow(columns: Sequence[Column], moved: Column, rows: Sequence[Row]) -> None:
    """Bring into the other columns what they say on the question that stands nearest to the reading line of `moved`."""
    view = moved.view
    height, sight = view.viewport().height(), view.span_in_sight()
    nearest: dict[str, tuple[float, float, Span]] = {}
    tops: dict[Span, float | None] = {}
    for row in rows if sight is not None else ():
        for here, there in ((row.a, row.b), (row.b, row.a)):
            claim = here.claim
            if here.article_id != moved.article_id or claim.start >= sight.end or claim.end <= sight.start:
                continue
            span = span_of(here)
            if span not in tops:
                boxes = view.passage_boxes(span)
                tops[span] = boxes[0].top() if boxes and 0 <= boxes[0].top() <= height else None
            if (top := tops[span]) is not None:
                away = abs(top - height * _READING_LINE)
                if there.article_id not in nearest or away < nearest[there.article_id][0]:
                    nearest[there.article_id] = away, top, span_of(there)
    for column in columns:
        if column is not moved and column.article_id in nearest:
            _, y, span = nearest[column.article_id]
            column.view.show_level(span, y)


def bring_level(columns: Sequence[Column], current: Column, row: Row) -> None:
    """Both passages of a relation at one height; the column at hand moves only where it must."""
    ends = {end.article_id: span_of(end) for end in (row.a, row.b)}
    pair = sorted((column for column in columns if column.article_id in ends), key=lambda column: column is not current)
    if len(pair) < 2:
        return
    first, second = (column.view for column in pair)
    here, there = (ends[column.article_id] for column in pair)
    first.reveal(here)
    if (box := first.passage_box(here)) is None:
        return
    second.show_level(there, box.top())
    reached = second.passage_box(there)
    if reached is not None and abs(reached.top() - box.top()) > box.height():
        first.show_level(here, reached.top())  # the beginning or the end of its article keeps the second where it is
