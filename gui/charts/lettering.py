"""Words on a chart: as Qt writes them on the screen, as outlines in a drawing.

An SVG's own text would be laid out again by whoever opens it, without our face and, in mixed lines, in another order.
"""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtSvg import QSvgGenerator


def is_drawing(painter: QPainter) -> bool:
    """Whether it paints into an SVG, which knows neither clipping nor our letters."""
    return isinstance(painter.device(), QSvgGenerator)


def write(painter: QPainter, room: QRectF, flags: Qt.AlignmentFlag, text: str) -> None:
    """One line, shortened to the room where it is longer; `flags` are absolute: left is left."""
    metrics = QFontMetricsF(painter.font())
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() + 1)
    if not is_drawing(painter):
        line = flags | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(room, int(line) | int(Qt.TextFlag.TextSingleLine), text)
        return
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    width, height = line.naturalTextWidth(), line.height()
    x = {Qt.AlignmentFlag.AlignLeft: room.left(), Qt.AlignmentFlag.AlignRight: room.right() - width}.get(
        flags & Qt.AlignmentFlag.AlignHorizontal_Mask, room.center().x() - width / 2
    )
    y = {Qt.AlignmentFlag.AlignTop: room.top(), Qt.AlignmentFlag.AlignBottom: room.bottom() - height}.get(
        flags & Qt.AlignmentFlag.AlignVertical_Mask, room.center().y() - height / 2
    )
    shift = QPointF(x - line.naturalTextRect().left(), y)
    painter.save()
    painter.setBrush(painter.pen().color())
    painter.setPen(Qt.PenStyle.NoPen)
    for run in line.glyphRuns():
        face = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            if not (outline := face.pathForGlyph(glyph)).isEmpty():  # a space has none
                painter.drawPath(outline.translated(place + shift))
    painter.restore()


class ChartAxis(pg.AxisItem):
    """An axis whose words go through `write`."""

    def paint(self, painter: QPainter, _option: Any, _widget: Any) -> None:
        """Not from the picture that pyqtgraph keeps: words of two directions come out of a QPicture in disorder."""
        if specs := self.generateDrawSpecs(painter):
            self.drawPicture(painter, *specs)

    def drawPicture(self, painter: QPainter, line: Any, ticks: Any, words: Any) -> None:
        super().drawPicture(painter, line, ticks, [])
        if (font := self.style["tickFont"]) is not None:
            painter.setFont(font)
        painter.setPen(self.textPen())
        for room, flags, text in words:
            write(painter, room, Qt.AlignmentFlag(int(flags) & 0xFF), text)
