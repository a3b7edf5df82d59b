"""The drawing of the timeline: lanes of bars over an axis of days, moved and read by mouse and keys."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from core.compare.timeline import Lane, Moment, Place, days
from gui import i18n, theme
from gui.charts.calendar_axis import CalendarAxis
from gui.theme import Tokens
from gui.timeline.item import BAND, GAP, HEAD, LEAST, LEGEND, ROW, LanesItem

_ZOOM = 0.8  # of the range in sight, a step
_PAN = 0.2
_SHORTEST, _LONGEST = 3.0, 366.0 * 2000  # days in sight


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane where it is drawn: `top` in pixels of the whole drawing, the places of each row with their first days."""

    lane: Lane
    top: float
    rows: tuple[tuple[Place, ...], ...]
    begins: tuple[tuple[int, ...], ...]

    @property
    def height(self) -> float:
        """In pixels, with the head."""
        return HEAD + len(self.rows) * ROW + (BAND if 0 < self.lane.reported < self.lane.rows else 0)

    def row_top(self, row: int) -> float:
        """The upper edge of a row; plans stand a little below reports."""
        return self.top + HEAD + row * ROW + (BAND if 0 < self.lane.reported <= row else 0)


class TimelineChart(pg.PlotWidget):
    """`show_lanes` gives it what to draw. The current moment is that of the keyboard; hovering shows, a click opens."""

    current_changed = Signal(object, object)  # Moment | None, its QRect in the widget
    hovered = Signal(object, object)
    opened = Signal(object)  # Moment
    scrolled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.axis = CalendarAxis("bottom")
        super().__init__(parent, axisItems={"bottom": self.axis})
        # Time runs as reading does; pyqtgraph lays its parts out from the left.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.hideAxis("left")
        self.hideButtons()
        self.setMenuEnabled(False)
        self.box: pg.ViewBox = self.getViewBox()
        self.box.setMouseEnabled(x=True, y=False)
        self.box.setLimits(minXRange=_SHORTEST, maxXRange=_LONGEST)
        self.box.setDefaultPadding(0)
        self.box.invertX(i18n.language() == "ar")
        self.strips: list[Strip] = []
        self.current: tuple[int, Place] | None = None  # number of the strip
        self.offset = 0.0  # pixels above what is in sight
        self.item = LanesItem(self)
        self.item.setParentItem(self.box)
        self.box.sigXRangeChanged.connect(lambda *_: self.item.update())
        self.box.sigResized.connect(self._resized)
        self.draw_with(theme.tokens())

    def draw_with(self, tokens: Tokens) -> None:
        """Take over the colours."""
        self.tokens = tokens
        self.setBackground(QColor(tokens.surface))
        self.axis.setPen(pg.mkPen(tokens.border))
        self.axis.setTextPen(pg.mkPen(tokens.text))
        self.axis.setTickFont(self.font())
        self.axis.setStyle(tickLength=6, hideOverlappingLabels=True)
        self.item.update()

    def show_lanes(self, lanes: Sequence[Lane]) -> None:
        """Draw these lanes; the range in sight stays."""
        self.strips = []
        top = float(LEGEND)
        for lane in lanes:
            rows: list[list[Place]] = [[] for _ in range(lane.rows)]
            for place in lane.places:
                rows[place.row].append(place)
            begins = tuple(tuple(days(place.moment)[0] for place in row) for row in rows)
            strip = Strip(lane, top, tuple(map(tuple, rows)), begins)
            self.strips.append(strip)
            top += strip.height + GAP
        self.current = None
        self.scroll_to(self.offset)
        self.item.update()

    def content_height(self) -> float:
        """In pixels, whatever is in sight."""
        return self.strips[-1].top + self.strips[-1].height + GAP if self.strips else 0.0

    def page_height(self) -> float:
        """What is in sight of it."""
        return float(self.box.height())

    def scroll_to(self, offset: float) -> None:
        """Put this height at the upper edge, as far as there is so much."""
        self.offset = min(max(offset, 0.0), max(self.content_height() - self.page_height(), 0.0))
        self.item.update()
        self.scrolled.emit()

    # Time

    def show_days(self, first: float, last: float) -> None:
        """Put these days in sight."""
        self.box.setXRange(first, max(last, first + _SHORTEST), padding=0)

    def days_in_sight(self) -> list[float]:
        """The first and the last day in sight."""
        return [float(end) for end in self.box.viewRange()[0]]

    def show_all(self) -> None:
        """Put every day in sight that something is told of."""
        ends = [days(place.moment) for strip in self.strips for place in strip.lane.places]
        if ends:
            first, last = min(begin for begin, _ in ends), max(end for _, end in ends) + 1
            margin = max((last - first) * 0.05, 1)
            self.show_days(first - margin, last + margin)

    def show_most(self) -> None:
        """Put nearly all in sight: what lies far off would press the rest together."""
        begins = sorted(days(place.moment)[0] for strip in self.strips for place in strip.lane.places)
        if begins:
            first, last = begins[len(begins) // 10], begins[-1 - len(begins) // 20]
            margin = max((last - first) * 0.1, 5)
            self.show_days(first - margin, last + 1 + 1.5 * margin)

    def zoom(self, steps: float, at: float | None = None) -> None:
        """In by so many steps (out where negative), around a day or the middle."""
        self.box.scaleBy(x=_ZOOM**steps, center=None if at is None else pg.Point(at, 0))

    def pan(self, direction: int) -> None:
        """Later (1) or earlier (-1)."""
        low, high = self.box.viewRange()[0]
        self.box.translateBy(x=direction * _PAN * (high - low))

    def x_of(self, day: float) -> float:
        """Pixels in the box."""
        low, high = self.box.viewRange()[0]
        share = (day - low) / (high - low)
        return float((1 - share if self.box.xInverted() else share) * self.box.width())

    def day_at(self, x: float) -> float:
        """The inverse of `x_of`."""
        low, high = self.box.viewRange()[0]
        share = x / max(self.box.width(), 1)
        return float(low + (1 - share if self.box.xInverted() else share) * (high - low))

    # Moments

    def bar(self, strip: Strip, place: Place) -> QRectF:
        """Where a moment is drawn, in pixels of the box; never thinner than can be seen."""
        begin, end = days(place.moment)
        left, right = sorted((self.x_of(begin), self.x_of(end + 1)))
        if right - left < LEAST:
            middle = (left + right) / 2
            left, right = middle - LEAST / 2, middle + LEAST / 2
        return QRectF(left, strip.row_top(place.row) - self.offset + 3, right - left, ROW - 6)

    def place_at(self, x: float, y: float) -> tuple[int, Place] | None:
        """What is drawn at a point of the box."""
        number = bisect_right([strip.top for strip in self.strips], y + self.offset) - 1
        if number < 0 or y < LEGEND:
            return None
        strip = self.strips[number]
        row = next((at for at in range(len(strip.rows)) if 0 <= y + self.offset - strip.row_top(at) < ROW), None)
        if row is None:
            return None
        near = bisect_left(strip.begins[row], self.day_at(x))
        for place in strip.rows[row][max(near - 2, 0) : near + 2]:
            if self.bar(strip, place).adjusted(-2, -3, 2, 3).contains(x, y):
                return number, place
        return None

    def go_to(self, number: int, place: Place) -> None:
        """Make a moment the current one, and put it in sight."""
        self.current = number, place
        strip = self.strips[number]
        top = strip.row_top(place.row)
        if top - HEAD < self.offset + LEGEND:
            self.scroll_to(top - HEAD - LEGEND)
        elif top + ROW > self.offset + self.page_height():
            self.scroll_to(top + ROW + GAP - self.page_height())
        begin, end = days(place.moment)
        low, high = self.box.viewRange()[0]
        if end < low or begin > high:
            middle = (begin + end) / 2
            self.show_days(middle - (high - low) / 2, middle + (high - low) / 2)
        self.item.update()
        self.current_changed.emit(place.moment, self._rect(strip, place))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def step(self, direction: int) -> None:
        """The next or previous moment of the lane, by its day; then those of the lanes beside it."""
        if self.current is None:
            self._begin()
            return
        number, place = self.current
        places = self.strips[number].lane.places
        at = places.index(place) + direction
        if 0 <= at < len(places):
            self.go_to(number, places[at])
        elif 0 <= number + direction < len(self.strips):
            beside = self.strips[number + direction].lane.places
            self.go_to(number + direction, beside[0 if direction > 0 else -1])

    def change_lane(self, direction: int) -> None:
        """The moment of the lane above or below that lies nearest in time."""
        if self.current is None:
            self._begin()
            return
        number, place = self.current
        if 0 <= number + direction < len(self.strips):
            begin = days(place.moment)[0]
            beside = self.strips[number + direction].lane.places
            self.go_to(number + direction, min(beside, key=lambda one: abs(days(one.moment)[0] - begin)))

    def select(self, moment: Moment) -> bool:
        """Make this moment the current one; False where it is not drawn."""
        for number, strip in enumerate(self.strips):
            for place in strip.lane.places:
                if place.moment == moment:
                    self.go_to(number, place)
                    return True
        return False

    # Mouse and keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        later = -1 if self.box.xInverted() else 1
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                direction = later if event.key() == Qt.Key.Key_Right else -later
                (self.pan if shifted else self.step)(direction)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.change_lane(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                way = 1 if event.key() == Qt.Key.Key_PageDown else -1
                self.scroll_to(self.offset + way * 0.9 * self.page_height())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.current:
                self.opened.emit(self.current[1].moment)
            case Qt.Key.Key_Escape:
                self.current = None
                self.item.update()
                self.current_changed.emit(None, None)
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; with Shift (or sideways) move through time, with Ctrl through the lanes."""
        turned = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.scroll_to(self.offset - turned / 2)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not event.angleDelta().y():
            self.pan((1 if self.box.xInverted() else -1) * (1 if turned > 0 else -1))
        else:
            self.zoom(turned / 120, self.day_at(self.box.mapFromScene(self.mapToScene(event.position().toPoint())).x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self._under(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if found is None or event.buttons():
            self.hovered.emit(None, None)
        else:
            self.hovered.emit(found[1].moment, self._rect(self.strips[found[0]], found[1]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        found = self._under(event)
        if found and found == self._pressed:
            self.opened.emit(found[1].moment)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = self._under(event) if event.button() is Qt.MouseButton.LeftButton else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.item.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.item.update()

    def render(self, painter: QPainter) -> None:  # type: ignore[override]
        """What is seen, into any device."""
        super().render(painter, QRectF(0, 0, self.width(), self.height()), self.rect())

    def _begin(self) -> None:
        """The keyboard comes in at what lies in sight."""
        low, high = self.box.viewRange()[0]
        for number, strip in enumerate(self.strips):
            for place in strip.lane.places:
                if low <= days(place.moment)[0] <= high:
                    self.go_to(number, place)
                    return

    def _under(self, event: QMouseEvent) -> tuple[int, Place] | None:
        point = self.box.mapFromScene(self.mapToScene(event.position().toPoint()))
        return self.place_at(point.x(), point.y())

    def _rect(self, strip: Strip, place: Place) -> object:
        return self.mapFromScene(self.box.mapRectToScene(self.bar(strip, place))).boundingRect()

    def _resized(self) -> None:
        self.item.resize()
        self.scroll_to(self.offset)
