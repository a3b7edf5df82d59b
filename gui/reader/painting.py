"""Marks painted behind the text, from the geometry of its lines.

The text's own formats stay untouched, because a format that starts inside a word breaks its joined letters apart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTextLayout, QTextLine

from core.model import Layer
from gui.reader.marks import Mark
from gui.theme import QUIET, Tokens, color

_ROUND = 4.0  # pixels
_NOTE = 9.0
_JOIN = 0.75  # pieces closer than this are one
_ABOVE, _BELOW = 1.0, 0.42  # what Arabic letters take around the baseline, in sizes of the font


class Place(Protocol):
    """Anything that lies in the document, in UTF-16 units."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Wash:
    """A passage shown for a while: what was found, or what another view pointed at."""

    start: int
    end: int
    strong: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """What one line shows of a mark: a box in the coordinates of the paragraph, in pixels.

    `left_end` and `right_end` say which of its sides are an end of the mark and not a line break.
    """

    mark: Any  # Mark | Wash
    box: QRectF
    left_end: bool
    right_end: bool
    right_to_left: bool


class Face(Enum):
    """How a mark stands out."""

    PLAIN = auto()
    HOVERED = auto()
    CURRENT = auto()


def extents(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """Where the characters [start, end) of a paragraph lie on a line: left and right edges of each unbroken stretch.

    The boxes of the glyph runs, because they are exact at any letter and where runs of the other direction meet (a
    Latin name, a figure); `cursorToX` is not: at such a place it gives the other run's edge.
    """
    boxes = sorted(_boxes(line, start, end))
    if (
        start > line.textStart()
        and boxes
        and not any(right - left > _JOIN for left, right, _ in _boxes(line, start, start + 1))
    ):
        # A letter that is drawn inside the one before (the alef of لأ) takes half of it.
        for left, right, right_to_left in _boxes(line, start - 1, start):
            middle = (left + right) / 2
            boxes.append((left, middle, True) if right_to_left else (middle, right, False))
        boxes.sort()
    merged: list[tuple[float, float]] = []
    for left, right, _ in boxes:
        if merged and left - merged[-1][1] <= _JOIN:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        elif right - left > 0:
            merged.append((left, right))
    return merged


def _boxes(line: QTextLine, start: int, end: int) -> list[tuple[float, float, bool]]:
    return [
        (run.boundingRect().left(), run.boundingRect().right(), run.isRightToLeft())
        for run in line.glyphRuns(start, end - start)
    ]


def pieces(
    layout: QTextLayout, mark: Place, block_start: int, block_length: int, em: float, lines: range | None = None
) -> list[Piece]:
    """The boxes of a mark inside one paragraph, which starts at `block_start` of the document; `em` in pixels.

    Only on the lines of these numbers, where `lines` says so.
    """
    first = max(mark.start - block_start, 0)
    last = min(mark.end - block_start, block_length)
    if first >= last:
        return []
    right_to_left = layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
    upper = layout.lineForTextPosition(first).lineNumber()
    lower = layout.lineForTextPosition(last).lineNumber()
    if lines is not None:
        upper, lower = max(upper, lines.start), min(lower, lines.stop - 1)
    result = []
    for number in range(upper, lower + 1):
        line = layout.lineAt(number)
        start, end = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
        if start >= end:
            continue
        starts_here, ends_here = start == mark.start - block_start, end == mark.end - block_start
        left_is_end, right_is_end = (ends_here, starts_here) if right_to_left else (starts_here, ends_here)
        stretches = extents(line, start, end)
        baseline = line.y() + line.ascent()
        for index, (left, right) in enumerate(stretches):
            box = QRectF(left, baseline - _ABOVE * em, right - left, (_ABOVE + _BELOW) * em)
            at_right = index == len(stretches) - 1
            result.append(Piece(mark, box, index > 0 or left_is_end, not at_right or right_is_end, right_to_left))
    return result


def paint_entity(painter: QPainter, piece: Piece, box: QRectF, tokens: Tokens, face: Face) -> None:
    """A tinted ground with rounded ends; a suggestion is paler and has a dashed outline."""
    pair = tokens.label(piece.mark.annotation.label)
    path = _rounded(box.adjusted(-1, 0, 1, 0), piece.left_end, piece.right_end)
    if piece.mark.rejected:
        _strike(painter, box, tokens)
        return
    strength = {Face.PLAIN: 120, Face.HOVERED: 200, Face.CURRENT: 255}[face] if piece.mark.suggested else 255
    painter.fillPath(path, color(pair.tint, strength))
    pen = QPen(color(pair.ink, QUIET if piece.mark.suggested else 255), 1.0 if piece.mark.suggested else 1.4)
    if piece.mark.suggested:
        pen.setDashPattern([2.5, 2.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def paint_claim(painter: QPainter, piece: Piece, box: QRectF, tokens: Tokens, face: Face) -> None:
    """A line under the words, dashed for a suggestion; overlapping claims lie beneath each other."""
    pair = tokens.labels["claim"]
    if piece.mark.rejected:
        _strike(painter, box, tokens)
        return
    if face is not Face.PLAIN:
        painter.fillPath(_rounded(box, piece.left_end, piece.right_end), color(pair.tint, 150))
    pen = QPen(QColor(pair.ink), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if piece.mark.suggested:
        pen = QPen(color(pair.ink, 255 if face is not Face.PLAIN else QUIET), 1.2)
        pen.setDashPattern([2, 3])
    painter.setPen(pen)
    y = box.bottom() + 2.5 + 3 * min(piece.mark.lane, 2)
    painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))


def paint_quote(painter: QPainter, piece: Piece, box: QRectF, tokens: Tokens, face: Face) -> None:
    """Quiet: the words get a ground only while they are looked at; the bar in the margin is drawn by `paint_bar`."""
    if piece.mark.rejected:
        _strike(painter, box, tokens)
    elif face is not Face.PLAIN:
        painter.fillPath(_rounded(box, piece.left_end, piece.right_end), color(tokens.labels["quote"].tint, 190))


PAINTERS: dict[Layer, Callable[[QPainter, Piece, QRectF, Tokens, Face], None]] = {
    Layer.QUOTE: paint_quote,
    Layer.CLAIM: paint_claim,
    Layer.ENTITY: paint_entity,
}


def paint_bar(painter: QPainter, mark: Mark, x: float, top: float, bottom: float, tokens: Tokens, face: Face) -> None:
    """The side bar of a quote."""
    pen = QPen(QColor(tokens.labels["quote"].ink), 3.5 if face is Face.CURRENT else 2.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if mark.suggested:
        pen.setColor(color(tokens.labels["quote"].ink, QUIET))
        pen.setDashPattern([1.6, 1.8])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def paint_bracket(
    painter: QPainter, mark: Mark, x: float, top: float, bottom: float, inward: float, tokens: Tokens, face: Face
) -> None:
    """The margin bracket of a claim; `inward` is +1 or -1, the side of the text."""
    pen = QPen(QColor(tokens.labels["claim"].ink), 1.5 if face is Face.PLAIN else 2.4)
    if mark.suggested:
        pen.setDashPattern([2, 2])
        if face is Face.PLAIN:
            pen.setColor(color(tokens.labels["claim"].ink, QUIET))
            pen.setWidthF(1.0)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    hook = 5 * inward
    painter.drawPolyline([QPointF(x + hook, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + hook, bottom)])


def paint_wash(painter: QPainter, piece: Piece, box: QRectF, tokens: Tokens) -> None:
    """The ground of a passage that was found or pointed at."""
    path = _rounded(box.adjusted(-2, -2, 2, 2), piece.left_end, piece.right_end)
    painter.fillPath(path, color(tokens.accent, 90 if piece.mark.strong else 40))
    if piece.mark.strong:
        painter.setPen(QPen(QColor(tokens.accent), 1.2))
        painter.drawPath(path)


def paint_ring(painter: QPainter, piece: Piece, box: QRectF, tokens: Tokens) -> None:
    """Around the current mark."""
    painter.setPen(QPen(QColor(tokens.accent), 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_rounded(box.adjusted(-2.5, -1.5, 2.5, 1.5), piece.left_end, piece.right_end))


def paint_note(painter: QPainter, piece: Piece, box: QRectF, tokens: Tokens) -> None:
    """A folded corner at the end of a mark that has a note."""
    annotation = piece.mark.annotation
    pair = tokens.label(annotation.label if annotation.layer is Layer.ENTITY else str(annotation.layer))
    inward = 1 if piece.right_to_left else -1
    corner = (box.topLeft() if piece.right_to_left else box.topRight()) - QPointF(2.5 * inward, 3)
    painter.setPen(QPen(QColor(tokens.surface), 1))
    painter.setBrush(QColor(pair.ink))
    painter.drawPolygon([corner, corner + QPointF(_NOTE * inward, 0), corner + QPointF(0, _NOTE)])


def paint_handle(painter: QPainter, center: QPointF, tokens: Tokens) -> None:
    """What the mouse takes to resize the current mark."""
    painter.setPen(QPen(QColor(tokens.surface), 1.5))
    painter.setBrush(QColor(tokens.accent))
    painter.drawEllipse(center, 5, 5)


def _strike(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.control), 1.5))
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()))


def _rounded(box: QRectF, left: bool, right: bool) -> QPainterPath:
    """A box with round corners at those sides only, so that a mark that breaks over two lines looks like one."""
    path = QPainterPath()
    if left and right:
        path.addRoundedRect(box, _ROUND, _ROUND)
        return path
    if not left and not right:
        path.addRect(box)
        return path
    square = box.adjusted(_ROUND, 0, 0, 0) if left else box.adjusted(0, 0, -_ROUND, 0)
    path.addRoundedRect(box, _ROUND, _ROUND)
    corner = QPainterPath()
    corner.addRect(square)
    return path.united(corner)
