"""Ribbons between related passages: where they run, how they look, which one is under the mouse.

All places are pixels of the widget that holds columns and gutters. Only what has an end in sight is worked out; an end
that is not leaves through the upper or the lower edge of its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from core.model import Span
from gui import theme
from gui.compare.relation_model import Row
from gui.reader.view import ArticleView
from gui.signs import edge, ground, paint_sign

GUTTER = 64  # width of what lies between two columns
_BADGE = 10.0  # radius
_THIN = 3.0  # half the height of a ribbon where it leaves the column
_PLACES = (0.5, 0.3, 0.7, 0.4, 0.6)  # of badges along their ribbons, the first that is free
_NEAR = 0.45  # strength of a ribbon whose other end is out of sight
_BESIDE = 0.6  # strength of all others while one is looked at


_Place = tuple[int, int, int]  # the number of a column, and from where to where in its article


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
        self._places: list[tuple[Row, _Place, _Place]] = []
        self._found: list[Ribbon] | None = None
        self.gutter = float(GUTTER)  # the width of those that there are
        self.selected = ""
        self.hovered = ""

    def set_content(self, views: Sequence[ArticleView], rows: Sequence[Row]) -> None:
        """The readers in the order of the columns, and the relations between their articles."""
        self._views, self._found = list(views), None
        columns = {view.article.id: number for number, view in enumerate(views) if view.article is not None}
        self._places = [
            (row, *((columns[end.article_id], end.claim.start, end.claim.end) for end in (row.a, row.b)))
            for row in rows
            if row.a.article_id in columns and row.b.article_id in columns
        ]

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
        crossing = [ribbon for ribbon in self._ordered() if ribbon.band.boundingRect().intersects(area)]
        for ribbon in crossing:
            strength = self._strength(ribbon)
            show = ribbon.row.relation.show
            painter.setBrush(ground(show, tokens, strength))
            looked_at = ribbon.row.id in (self.selected, self.hovered)
            painter.setPen(QPen(QColor(tokens.accent), 2) if looked_at else edge(show, tokens, strength))
            painter.drawPath(ribbon.band)
        for ribbon in crossing:
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
            if all(end.column != number for end in ribbon.ends) and ribbon.band.boundingRect().intersects(area):
                painter.setPen(edge(show, tokens, strength * 0.5))
                painter.setBrush(theme.color(tokens.shows[show].ink, int(24 * strength)))
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
        sights = [view.span_in_sight() for view in self._views]
        areas = [self._area(number) for number in range(len(self._views))]
        edges = [QRectF(view.mapTo(self._holder, QPoint(0, 0)), view.size()) for view in self._views]
        known: dict[_Place, End] = {}
        ribbons: list[Ribbon] = []
        taken: set[tuple[int, int]] = set()
        for row, first, second in self._places:
            if not (_in_sight(first, sights) or _in_sight(second, sights)):
                continue
            for place in (first, second):
                if place not in known:
                    number = place[0]
                    known[place] = _end(self._views[number], place, sights[number], areas[number])
            one, other = sorted((known[first], known[second]), key=lambda end: edges[end.column].left())
            if one.boxes or other.boxes:
                left, right = edges[one.column].right(), edges[other.column].left()
                band, badge = _band(one, other, left, right, self.gutter, taken)
                ribbons.append(Ribbon(row, (one, other), band, badge))
        return ribbons


def _in_sight(place: _Place, sights: Sequence[Span | None]) -> bool:
    sight = sights[place[0]]
    return sight is not None and place[1] < sight.end and sight.start < place[2]


def _end(view: ArticleView, place: _Place, sight: Span | None, area: QRectF) -> End:
    number, span = place[0], Span(place[1], place[2])
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


def _band(
    first: End, second: End, left: float, right: float, gutter: float, taken: set[tuple[int, int]]
) -> tuple[QPainterPath, QPointF]:
    """The outline between the edges of two columns, and the place of its badge, away from those that are taken."""
    middle = (left + right) / 2
    path = QPainterPath(QPointF(left, first.top))
    path.cubicTo(QPointF(middle, first.top), QPointF(middle, second.top), QPointF(right, second.top))
    path.lineTo(right, second.bottom)
    path.cubicTo(QPointF(middle, second.bottom), QPointF(middle, first.bottom), QPointF(left, first.bottom))
    path.closeSubpath()
    start, end = QPointF(left, (first.top + first.bottom) / 2), QPointF(right, (second.top + second.bottom) / 2)
    line = QPainterPath(start)
    line.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
    # Beside the first column, also where it passes through others; a curve sets out slowly from its end.
    share = 1.0 if right - left < 2 * gutter else gutter / (right - left)
    for place in _PLACES:
        badge = line.pointAtPercent(place * share)
        cell = round(badge.x() / (2 * _BADGE)), round(badge.y() / (2 * _BADGE))
        if cell not in taken:
            break
    taken.add(cell)
    return path, badge
