"""Between two columns: the ribbons under the mouse, and the knob by which a passage is drawn to another one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QDrag, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from gui import theme, wording
from gui.beside.ribbons import Ribbon, Ribbons
from gui.reader.passage import Passage

_KNOB = 11.0  # radius, pixels


class Gutter(QWidget):
    """Paints the ribbons that cross it; hovering tells why, a click selects."""

    clicked = Signal(str)  # relation id
    hovered = Signal(str)  # relation id, "" for none

    def __init__(self, ribbons: Ribbons, holder: QWidget) -> None:
        super().__init__(holder)
        self._ribbons, self._holder = ribbons, holder
        self._knob: tuple[Passage, QPointF] | None = None  # what is drawn from it, and where it is (in this widget)
        self._pressed: QPointF | None = None
        self._top, self._bottom = 0, 0
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Relations between the two articles"))

    def set_reach(self, top: int, bottom: int) -> None:
        """From where to where the texts beside it stand, in the holder."""
        self._top, self._bottom = top - self.y(), bottom - self.y()
        self.update()

    def set_knob(self, passage: Passage | None, y: float = 0.0, at_right: bool = False) -> None:
        """Offer a passage of the column beside, at that height of the holder."""
        x = self.width() - _KNOB - 1 if at_right else _KNOB + 1
        y = min(max(y - self.y(), self._top + _KNOB), self._bottom - _KNOB)
        self._knob = (passage, QPointF(x, y)) if passage else None
        self.update()

    @property
    def knob(self) -> QPoint | None:
        """Where the knob is, in this widget."""
        return self._knob[1].toPoint() if self._knob else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.save()
        painter.translate(-self.x(), -self.y())
        area = QRectF(self.x(), self.y() + self._top, self.width(), self._bottom - self._top)
        self._ribbons.paint_gutter(painter, area)
        painter.restore()
        if self._knob is not None:
            place = self._knob[1]
            painter.setPen(QPen(QColor(tokens.surface), 1.5))
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(place, _KNOB, _KNOB)
            painter.setPen(QPen(QColor(tokens.on_accent), 2, c=Qt.PenCapStyle.RoundCap))
            for dx, dy in ((4.5, 0), (0, 4.5)):
                painter.drawLine(place - QPointF(dx, dy), place + QPointF(dx, dy))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position() if self._on_knob(event.position()) else None
        if self._pressed is None and (ribbon := self._under(event.position())) is not None:
            self.clicked.emit(ribbon.row.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._knob is not None:
            if (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self.start_drag(self._knob[0])
            return
        ribbon = self._under(event.position())
        key = ribbon.row.id if ribbon else ""
        if key != self._ribbons.hovered:
            self.hovered.emit(key)
        on_knob = self._on_knob(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if ribbon or on_knob else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, _event: QEvent) -> None:
        if self._ribbons.hovered:
            self.hovered.emit("")

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            point = QPointF(self.mapFromGlobal(QCursor.pos()))
            QToolTip.showText(QCursor.pos(), wording.tip(self.words_at(point)), self)
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """What hovering there tells."""
        if self._on_knob(point):
            return self.tr("Drag this to a passage of another article to relate the two, or press Ctrl+L")
        ribbon = self._under(point)
        if ribbon is None:
            return ""
        row = ribbon.row
        kind = wording.word(wording.RELATIONS, row.relation.kind)
        lines = (wording.led(kind), wording.led(row.question), *row.answers(), row.reason)
        return "\n".join(line for line in lines if line)

    def start_drag(self, passage: Passage) -> None:
        """Let the passage be dropped on another column."""
        start_drag(self, passage)

    def _under(self, point: QPointF) -> Ribbon | None:
        return self._ribbons.at(QPointF(self.mapTo(self._holder, point)))

    def _on_knob(self, point: QPointF) -> bool:
        return self._knob is not None and (self._knob[1] - point).manhattanLength() <= _KNOB * 1.4


def start_drag(source: QWidget, passage: Passage) -> None:
    """Carry a passage from `source` to where it is dropped."""
    drag = QDrag(source)
    drag.setMimeData(passage.mime())
    drag.setPixmap(_flag(passage))
    drag.exec(Qt.DropAction.LinkAction)


def _flag(passage: Passage) -> QPixmap:
    """The words that are dragged, shortened."""
    words = passage.shortened(40)
    font = QApplication.font()
    tokens = theme.tokens()
    metrics = QFontMetrics(font)
    pixmap = QPixmap(metrics.horizontalAdvance(words) + 20, metrics.height() + 10)
    pixmap.fill(QColor(tokens.selected))
    painter = QPainter(pixmap)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(pixmap.rect(), Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return pixmap
