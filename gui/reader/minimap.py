"""The scroll bar of the reader as a map of the article: its marks, what was found, and where the editor is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from core.model import Layer, Status
from gui import theme
from gui.reader.marks import Mark
from gui.theme import QUIET, Tokens, color

_WIDTH = 22  # pixels
_EDGE = 3  # above and below
_TICK = 2  # height of a mark
_LEAST = 18  # height of the frame
# Where a layer stands across the bar, from the side of the text: start and width in pixels.
_LANES = {Layer.ENTITY: (3, 11), Layer.CLAIM: (16, 4)}
_UNDECIDED = 4  # what waits for a decision is paler, and shorter by so much


@dataclass(frozen=True, slots=True)
class Seen:
    """What the map shows, in UTF-16 units of a text of `length`: marks, found places, the part in sight."""

    length: int
    marks: list[Mark]
    found: list[int]
    current: int | None
    first: int
    last: int


class MiniMap(QScrollBar):
    """Wheel, keys and the step it stands at are a scroll bar's own; a click or a drag goes to that place of the text.

    Drawn by the place in the text and not by lines, since lines out of sight are not laid out: it never shifts.
    """

    place_wanted = Signal(int)  # what shall be in the middle of the view, in UTF-16 units

    def __init__(self, look: Callable[[], Seen], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look = look
        self._picture: QPixmap | None = None
        self._grabbed: float | None = None  # how far below the middle of the frame the mouse took it, pixels
        self.setAccessibleName(self.tr("Place in the article"))
        self.setToolTip(self.tr("The marks of the article. Click or drag to go there."))
        self.valueChanged.connect(lambda _: self.update())
        theme.current().changed.connect(self.forget)

    def forget(self) -> None:
        """The marks are others now."""
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def y_of(self, place: int, length: int) -> float:
        """Where a place of the text stands on the map."""
        return _EDGE + (self.height() - 2 * _EDGE) * place / max(length, 1)

    def place_at(self, y: float, length: int) -> int:
        """The place of the text that stands there."""
        share = (y - _EDGE) / max(self.height() - 2 * _EDGE, 1)
        return round(min(max(share, 0.0), 1.0) * length)

    def frame(self, seen: Seen) -> QRectF:
        """Around the part in sight."""
        top, bottom = self.y_of(seen.first, seen.length), self.y_of(seen.last, seen.length)
        missing = max(_LEAST - (bottom - top), 0) / 2
        top = min(max(top - missing, 1), self.height() - _LEAST - 1)
        return QRectF(1, top, self.width() - 2, max(bottom + missing - top, _LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        seen, tokens = self._look(), theme.tokens()
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.size() != self.size() * ratio:
            self._picture = self._drawn(seen, tokens, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._grabbed is not None or self.underMouse()
        painter.setPen(color(tokens.control, 220 if strong else 150))
        painter.setBrush(color(tokens.control, 60 if strong else 36))
        painter.drawRoundedRect(self.frame(seen).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if seen.current is not None:
            y = self.y_of(seen.current, seen.length)
            painter.fillRect(QRectF(1, y - 1.5, self.width() - 2, 3), QColor(tokens.accent))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        y, frame = event.position().y(), self.frame(self._look())
        self._grabbed = y - frame.center().y() if frame.contains(event.position()) else 0.0
        if not frame.contains(event.position()):
            self._go(y)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._go(event.position().y() - self._grabbed)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grabbed = None
        self.update()

    def _go(self, y: float) -> None:
        self.place_wanted.emit(self.place_at(y, self._look().length))

    def _drawn(self, seen: Seen, tokens: Tokens, ratio: float) -> QPixmap:
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens.raised))
        painter = QPainter(picture)
        at_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft  # then the text is on that side
        found = self._rows(seen)
        for layer, label, suggested in sorted(found, key=lambda kind: kind[2]):  # what still waits lies on top
            start, width = _LANES[layer]
            width -= _UNDECIDED if suggested and layer is Layer.ENTITY else 0
            x = self.width() - start - width if at_right else start
            pair = tokens.label(label)
            ink = color(pair.ink, QUIET) if suggested else QColor(pair.ink)
            for y in found[layer, label, suggested]:
                painter.fillRect(QRectF(x, y, width, _TICK), ink)
        for y in {int(self.y_of(place, seen.length)) for place in seen.found}:
            painter.fillRect(QRectF(1, y, self.width() - 2, _TICK), color(tokens.accent, QUIET))
        painter.end()
        return picture

    def _rows(self, seen: Seen) -> dict[tuple[Layer, str, bool], set[int]]:
        """The rows of pixels that a kind of mark takes: no more are drawn, however many marks there are."""
        rows: dict[tuple[Layer, str, bool], set[int]] = {}
        scale = self.y_of(1, seen.length) - _EDGE
        for mark in seen.marks:
            annotation = mark.annotation
            layer = annotation.layer
            if layer in _LANES and annotation.status is not Status.REJECTED:
                label = annotation.label if layer is Layer.ENTITY else str(layer)
                key = layer, label, annotation.status is Status.SUGGESTED
                rows.setdefault(key, set()).add(int(_EDGE + mark.start * scale))
        return rows
