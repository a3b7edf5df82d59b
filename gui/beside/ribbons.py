"""Ribbons between related passages: where they run, how they look, which one is under the mouse.

All places are pixels of the widget that holds columns and gutters. Only what has an end in sight is worked out; an end
that is not leaves through the upper or the lower edge of its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from core.model import Span
from gui import theme
from gui.beside.links import span_of
from gui.compare.relation_model import Row
from gui.reader.view import ArticleView
from gui.signs import edge, ground, paint_sign

GUTTER = 64  # width of what lies between two columns
_BADGE = 10.0  # radius
_THIN = 3.0  # half the height of a ribbon where it leaves the column
_PLACES = (0.5, 0.3, 0.7, 0.4, 0.6)  # of badges along their ribbons, the first that is free
_NEAR = 0.45  # strength of a ribbon whose other end is out of sight
_BESIDE = 0.6  # strength of all others while one is looked at


@dataclass(frozen=True, slots=True)
class End:
    """One end of a ribbon: the boxes of the passage, none where that is out of sight, and where it leaves."""

    column: int
    boxes: tuple[QRectF, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A relation as it is drawn, from its left to its right end."""

    row: Row
    ends: tuple[End, End]
    band: QPainterPath
    badge: QPointF

    @property
    def whole(self) -> bool:
        """Both passages are in sight."""
        return bool(self.ends[0].boxes and self.ends[1].boxes)


class Ribbons:
    """What is drawn between these readers, which all lie in `holder`."""

    def __init__(self, holder: QWidget) -> None:
        self._holder = holder
        self._views: list[ArticleView] = []
        self._rows: list[Row] = []
        self._found: list[Ribbon] | None = None
        self.selected = ""
        self.hovered = ""

    def set_content(self, views: Sequence[ArticleView], rows: Sequence[Row]) -> None:
        """The readers in the order of the columns, and the relations between their articles."""
        self._views, self._rows, self._found = list(views), list(rows), None

    def forget(self) -> None:
        """Something moved."""
        self._found = None

    def found(self) -> list[Ribbon]:
        """The ribbons with an end in sight; the one that is looked at comes last, on top."""
        if self._found is None:
            self._found = self._work_out()
        return self._found

    def at(self, point: QPointF) -> Ribbon | None:
        """The ribbon under a point: its badge first, else the thinnest."""
        for ribbon in reversed(self.found()):
            if (ribbon.badge - point).manhattanLength() <= _BADGE * 1.3:
                return ribbon
        under = [ribbon for ribbon in self.found() if ribbon.band.contains(point)]
        return min(under, key=lambda ribbon: ribbon.band.boundingRect().height(), default=None)

    def paint_gutter(self, painter: QPainter, area: QRectF) -> None:
        """The ribbons where they cross a gutter; `area` is what may be painted on."""
        tokens = theme.tokens()
        painter.setClipRect(area)
        for ribbon in self._ordered():
            strength = self._strength(ribbon)
            show = ribbon.row.relation.show
            painter.setBrush(ground(show, tokens, strength))
            looked_at = ribbon.row.id in (self.selected, self.hovered)
            painter.setPen(QPen(QColor(tokens.accent), 2) if looked_at else edge(show, tokens, strength))
            painter.drawPath(ribbon.band)
        painter.setPen(Qt.PenStyle.NoPen)
        for ribbon in self._ordered():
            if area.contains(ribbon.badge):
                painter.setOpacity(1.0 if ribbon.whole or ribbon.row.id in (self.selected, self.hovered) else 0.75)
                box = QRectF(ribbon.badge - QPointF(_BADGE, _BADGE), ribbon.badge + QPointF(_BADGE, _BADGE))
                paint_sign(painter, box, ribbon.row.relation.show, tokens)
        painter.setOpacity(1.0)

    def paint_column(self, painter: QPainter, number: int) -> None:
        """Beneath the text of a column: its passages, their way to the edge, and ribbons that only pass through."""
        tokens, area = theme.tokens(), self._area(number)
        painter.save()
        painter.translate(-area.topLeft())
        for ribbon in self._ordered():
            show, strength = ribbon.row.relation.show, self._strength(ribbon)
            if all(end.column != number for end in ribbon.ends):
                painter.setPen(edge(show, tokens, strength * 0.5))
                painter.setBrush(ground(show, tokens, strength * 0.3))
                painter.drawPath(ribbon.band)
            for which, end in enumerate(ribbon.ends):
                if end.column == number and end.boxes:
                    self._paint_end(painter, ribbon, end, area, at_right=which == 0)
        painter.restore()

    def _paint_end(self, painter: QPainter, ribbon: Ribbon, end: End, area: QRectF, at_right: bool) -> None:
        tokens, show = theme.tokens(), ribbon.row.relation.show
        looked_at = ribbon.row.id in (self.selected, self.hovered)
        strength = self._strength(ribbon)
        near = max(box.right() for box in end.boxes) if at_right else min(box.left() for box in end.boxes)
        left, right = (near, area.right()) if at_right else (area.left(), near)
        way = QRectF(left, end.top, right - left, end.bottom - end.top)
        painter.fillRect(way, ground(show, tokens, strength * (0.5 if looked_at else 0.2)))
        painter.setBrush(ground(show, tokens, strength * 0.8))
        painter.setPen(QPen(QColor(tokens.accent), 2) if looked_at else edge(show, tokens, strength))
        for box in end.boxes:
            painter.drawRoundedRect(box.adjusted(-3, -2, 3, 3), 5, 5)

    def _strength(self, ribbon: Ribbon) -> float:
        if ribbon.row.id in (self.selected, self.hovered):
            return 1.0
        return (1.0 if ribbon.whole else _NEAR) * (_BESIDE if self.selected or self.hovered else 1.0)

    def _ordered(self) -> list[Ribbon]:
        return sorted(self.found(), key=lambda ribbon: ribbon.row.id in (self.selected, self.hovered))

    def _area(self, number: int) -> QRectF:
        viewport = self._views[number].viewport()
        return QRectF(viewport.mapTo(self._holder, QPoint(0, 0)), viewport.size())

    def _work_out(self) -> list[Ribbon]:
        columns = {view.article.id: number for number, view in enumerate(self._views) if view.article is not None}
        sights = [view.span_in_sight() for view in self._views]
        areas = [self._area(number) for number in range(len(self._views))]
        edges = [QRectF(view.mapTo(self._holder, QPoint(0, 0)), view.size()) for view in self._views]
        known: dict[tuple[int, int, int], End] = {}

        def end_of(number: int, span: Span) -> End:
            key = number, span.start, span.end
            if key not in known:
                known[key] = _end(self._views[number], number, span, sights[number], areas[number])
            return known[key]

        ribbons: list[Ribbon] = []
        badges: list[QPointF] = []
        for row in self._rows:
            places = [(columns.get(end.article_id), span_of(end)) for end in (row.a, row.b)]
            if any(number is None or sights[number] is None for number, _ in places):
                continue
            if not any(span.overlaps(sights[number]) for number, span in places):
                continue
            ends = sorted((end_of(number, span) for number, span in places), key=lambda end: edges[end.column].left())
            if not ends[0].boxes and not ends[1].boxes:
                continue
            left, right = edges[ends[0].column].right(), edges[ends[1].column].left()
            band, badge = _band(ends[0], ends[1], left, right, badges)
            badges.append(badge)
            ribbons.append(Ribbon(row, (ends[0], ends[1]), band, badge))
        return ribbons


def _end(view: ArticleView, number: int, span: Span, sight: Span | None, area: QRectF) -> End:
    boxes: tuple[QRectF, ...] = ()
    if sight is not None and span.overlaps(sight):
        found = (box.translated(area.topLeft()) for box in view.passage_boxes(span))
        boxes = tuple(box for box in found if area.top() < box.bottom() and box.top() < area.bottom())
    if boxes:
        top = max(min(box.top() for box in boxes), area.top())
        return End(number, boxes, top, min(max(box.bottom() for box in boxes), area.bottom()))
    above = sight is not None and span.start < sight.start
    y = area.top() + _THIN if above else area.bottom() - _THIN
    return End(number, (), y - _THIN, y + _THIN)


def _band(first: End, second: End, left: float, right: float, taken: Sequence[QPointF]) -> tuple[QPainterPath, QPointF]:
    """The outline between the edges of two columns, and the place of its badge, away from those that are taken."""
    middle = (left + right) / 2
    path = QPainterPath(QPointF(left, first.top))
    path.cubicTo(QPointF(middle, first.top), QPointF(middle, second.top), QPointF(right, second.top))
    path.lineTo(right, second.bottom)
    path.cubicTo(QPointF(middle, second.bottom), QPointF(middle, first.bottom), QPointF(left, first.bottom))
    path.closeSubpath()
    line = QPainterPath(QPointF(left, (first.top + first.bottom) / 2))
    end = QPointF(right, (second.top + second.bottom) / 2)
    line.cubicTo(QPointF(middle, line.currentPosition().y()), QPointF(middle, end.y()), end)
    # Beside the first column, also where the ribbon passes through others.
    share = min(GUTTER / max(right - left, 1.0), 1.0)
    places = [line.pointAtPercent(line.percentAtLength(line.length() * place * share)) for place in _PLACES]
    for place in places:
        if all((place - other).manhattanLength() > 2 * _BADGE for other in taken):
            return path, place
    return path, places[0]
