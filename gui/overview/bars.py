"""Counts as bars that lie: one plot of the overview, with the numbers written at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from gui import wording
from gui.charts.lettering import ChartAxis, write
from gui.theme import Tokens

_THICK = 0.62
_GAP = 5  # pixels
_ROOM = 1.22  # of the longest bar: numbers stand behind it


@dataclass(frozen=True, slots=True)
class Bar:
    """`parts` lie one behind another, in the order of `BarPlot.styles`; `text` stands at the end."""

    name: str
    parts: tuple[int, ...]
    text: str


class BarPlot(pg.PlotItem):
    """Bars grow from the side where reading begins. Parts differ in pattern as well as in shade."""

    styles = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.NoBrush, Qt.BrushStyle.BDiagPattern)

    def __init__(self, mirrored: bool, font: QFont) -> None:
        self._side = "right" if mirrored else "left"
        super().__init__(enableMenu=False, axisItems={self._side: ChartAxis(self._side)})
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # pyqtgraph lays its parts out from the left
        for axis in ("left", "right", "bottom"):
            self.showAxis(axis, axis == self._side)
        self.hideButtons()
        self.axis = self.getAxis(self._side)
        self.axis.setStyle(tickLength=0, tickTextOffset=8)
        self.axis.setTickFont(font)
        self.axis.setTicks([[]])  # nothing is seen until there is something to count
        self.axis.setPen(pg.mkPen(None))
        self.box = self.getViewBox()
        self.box.setMouseEnabled(x=False, y=False)
        self.box.invertY(True)
        self.box.invertX(mirrored)
        self.box.setDefaultPadding(0)
        self.words = _Words(self, font)
        self.rows = 3  # with those that are left free
        self.box.sigResized.connect(lambda *_: self._fit())

    def show_bars(self, title: str, bars: Sequence[Bar], inks: Sequence[str], tokens: Tokens) -> None:
        """Draw these instead; `inks` names a token for each part."""
        self.clear()
        self.axis.setPen(pg.mkPen(tokens.border))
        self.axis.setTextPen(pg.mkPen(tokens.text))
        self.axis.setTicks([[(at, wording.led(bar.name)) for at, bar in enumerate(bars)]])
        starts = [0] * len(bars)
        for part, ink in enumerate(inks):
            widths = [bar.parts[part] for bar in bars]
            color = QColor(getattr(tokens, ink))
            self.addItem(
                pg.BarGraphItem(
                    x0=list(starts),
                    width=widths,
                    y=list(range(len(bars))),
                    height=_THICK,
                    brush=QBrush(color, self.styles[part]),
                    pen=pg.mkPen(color, width=1.2),
                )
            )
            starts = [start + width for start, width in zip(starts, widths, strict=True)]
        self.setXRange(0, max([*starts, 1]) * _ROOM, padding=0)
        self.rows = max(len(bars), 3)
        self._fit()
        self.words.show_words(title, [bar.text for bar in bars], starts, tokens.text)

    def _fit(self) -> None:
        """Bars take the height that the title leaves."""
        head = self.words.title_height()
        taken = head * self.rows / max(self.box.height() - head, head)
        self.setYRange(-0.5 - taken, self.rows - 0.5, padding=0)


class _Words(pg.GraphicsObject):
    """The title of a plot, and the numbers at the ends of its bars; in pixels of its box."""

    def __init__(self, plot: BarPlot, font: QFont) -> None:
        super().__init__()
        self._plot, self._font = plot, font
        self._bold = QFont(font)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._title, self._color = "", ""
        self._texts: Sequence[str] = ()
        self._ends: Sequence[float] = ()
        self.setParentItem(plot.box)
        self.setZValue(10)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        plot.box.sigResized.connect(lambda *_: self.prepareGeometryChange())

    def show_words(self, title: str, texts: Sequence[str], ends: Sequence[float], color: str) -> None:
        """Take these over; the numbers stand behind `ends`, in the values of the plot."""
        self._title, self._texts, self._ends, self._color = title, texts, ends, color
        self.update()

    def title_height(self) -> float:
        """In pixels."""
        return QFontMetricsF(self._bold).height()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._plot.box.width(), self._plot.box.height())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        box, area = self._plot.box, self.boundingRect()
        painter.setPen(QColor(self._color))
        painter.setFont(self._bold)
        side = Qt.AlignmentFlag.AlignRight if box.xInverted() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter
        write(painter, QRectF(0, 0, area.width(), self.title_height()), flags, wording.led(self._title))
        painter.setFont(self._font)
        for row, (text, end) in enumerate(zip(self._texts, self._ends, strict=True)):
            at = box.mapFromView(QPointF(end, row))
            left = 0.0 if box.xInverted() else at.x() + _GAP
            width = at.x() - _GAP if box.xInverted() else area.width() - left
            write(painter, QRectF(left, at.y() - 12, width, 24), flags, text)
