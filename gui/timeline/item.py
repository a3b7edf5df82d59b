"""What the timeline paints: the legend, and for each lane its name and its bars; in pixels, so that all stays sharp."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.compare.timeline import Moment, Place, Precision, Telling
from core.model import Modality, Polarity
from gui import i18n, wording
from gui.charts.lettering import is_drawing, write

if TYPE_CHECKING:
    from gui.timeline.chart import Strip, TimelineChart

translate = QCoreApplication.translate

# Pixels.
LEGEND, HEAD, ROW, BAND, GAP = 30, 26, 24, 4, 8
LEAST = 9.0  # width of a bar
_MARGIN = 10
_WORDS = 36.0  # room from which words stand beside a bar …
_WORDS_WITHIN = 90.0  # … or else in it
_SURE = frozenset({Modality.PLANNED, Modality.ASSERTED})


class LanesItem(pg.GraphicsObject):
    """A child of the box of the chart, and in its pixels."""

    def __init__(self, chart: TimelineChart) -> None:
        super().__init__()
        self._chart = chart
        self.setZValue(10)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def resize(self) -> None:
        """The box has another size."""
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._chart.box.width(), self._chart.box.height())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        chart, tokens = self._chart, self._chart.tokens
        area = self.boundingRect()
        painter.save()
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(chart.font())
        for number, strip in enumerate(chart.strips):
            top = strip.top - chart.offset
            if top + strip.height < LEGEND or top > area.bottom():
                continue
            self._paint_strip(painter, area, number, strip, QRectF(area.left(), top, area.width(), strip.height))
        painter.fillRect(QRectF(0, 0, area.width(), LEGEND), QColor(tokens.surface))
        self._paint_legend(painter, area)
        if chart.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_strip(self, painter: QPainter, area: QRectF, number: int, strip: Strip, frame: QRectF) -> None:
        chart, tokens = self._chart, self._chart.tokens
        frame = frame.intersected(area)
        painter.fillRect(frame, QColor(tokens.raised))
        painter.fillRect(QRectF(frame.left(), frame.top(), frame.width(), 1), QColor(tokens.border))
        low, high = chart.box.viewRange()[0]
        painter.setPen(QPen(QColor(tokens.border), 1, Qt.PenStyle.DotLine))
        for day in chart.axis.tickValues(low, high, area.width())[0][1]:
            x = chart.x_of(day)
            painter.drawLine(QPointF(x, frame.top() + HEAD), QPointF(x, frame.bottom()))
        bold = QFont(chart.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.text))
        lane = strip.lane
        words = lane.name if i18n.language() == "ar" else lane.name_en
        name = wording.led(f"{wording.isolate(words)} ({wording.number(len(lane.places))})")
        self._write(
            painter, QRectF(frame.left(), frame.top(), frame.width(), HEAD).adjusted(_MARGIN, 0, -_MARGIN, 0), name
        )
        painter.setFont(chart.font())
        for row, begins in zip(strip.rows, strip.begins, strict=True):
            first = max(bisect_right(begins, low) - 1, 0)
            last = bisect_left(begins, high)
            for at in range(first, last):
                follower = row[at + 1] if at + 1 < len(row) else None
                self._paint_place(painter, area, number, strip, row[at], follower)

    def _paint_place(
        self, painter: QPainter, area: QRectF, number: int, strip: Strip, place: Place, follower: Place | None
    ) -> None:
        chart, tokens, moment = self._chart, self._chart.tokens, place.moment
        bar = chart.bar(strip, place)
        if is_drawing(painter) and not area.adjusted(0, LEGEND, 0, 0).contains(bar.intersected(area)):
            return  # half a row cannot be cut off there
        bar = bar.intersected(area.adjusted(0, -ROW, 0, ROW))
        paint_bar(
            painter,
            bar,
            moment.telling,
            moment.precision,
            moment.modality,
            QColor(tokens.accent),
            QColor(tokens.surface),
        )
        if moment.polarity is Polarity.DENIED:
            painter.setPen(QPen(QColor(tokens.danger.ink), 2))
            painter.drawLine(bar.bottomLeft(), bar.topRight())
        if chart.current == (number, place):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text), 2))
            painter.drawRoundedRect(bar.adjusted(-3, -3, 3, 3), 6, 6)
        # Words stand behind the bar in the direction in which time runs, as far as the next bar.
        limit = chart.bar(strip, follower) if follower else None
        if chart.box.xInverted():
            room = QRectF(
                QPointF(limit.right() if limit else area.left(), bar.top() - 3), QPointF(bar.left(), bar.bottom() + 3)
            )
        else:
            room = QRectF(
                QPointF(bar.right(), bar.top() - 3), QPointF(limit.left() if limit else area.right(), bar.bottom() + 3)
            )
        room = room.adjusted(5, 0, -5, 0)
        within = bar.intersected(area).adjusted(6, 0, -6, 0)
        if room.width() >= _WORDS:
            painter.setPen(QColor(tokens.text))
            self._write(painter, room, self._said(strip, moment))
        elif within.width() >= _WORDS_WITHIN:
            filled = moment.telling is Telling.REPORTED and moment.precision is not Precision.ABOUT
            painter.setPen(QColor(tokens.on_accent if filled else tokens.text))
            self._write(painter, within, self._said(strip, moment))

    def _said(self, strip: Strip, moment: Moment) -> str:
        """In the lane of a source what it says, in that of a question who says it."""
        by_source = strip.lane.key == moment.source
        return wording.directed(" ".join(moment.text.split())) if by_source else wording.led(moment.source)

    def _write(self, painter: QPainter, room: QRectF, text: str) -> None:
        """A line that begins where reading does."""
        side = Qt.AlignmentFlag.AlignRight if self._chart.box.xInverted() else Qt.AlignmentFlag.AlignLeft
        write(painter, room, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_legend(self, painter: QPainter, area: QRectF) -> None:
        tokens = self._chart.tokens
        painter.setFont(self._chart.font())
        metrics = QFontMetricsF(painter.font())
        inverted = self._chart.box.xInverted()
        x = float(_MARGIN)
        for telling, precision, modality, words in (
            (Telling.REPORTED, Precision.DAY, Modality.ASSERTED, translate("TimelineChart", "told as having happened")),
            (Telling.AHEAD, Precision.DAY, Modality.PLANNED, translate("TimelineChart", "planned")),
            (Telling.AHEAD, Precision.DAY, Modality.POSSIBLE, translate("TimelineChart", "possible or demanded")),
            (Telling.REPORTED, Precision.ABOUT, Modality.ASSERTED, translate("TimelineChart", "about then")),
        ):
            width = metrics.horizontalAdvance(words)
            swatch = QRectF(x, (LEGEND - 12) / 2, 22, 12)
            text = QRectF(x + 28, 0, width + 4, LEGEND)
            if inverted:
                swatch.moveRight(area.right() - x)
                text.moveRight(area.right() - x - 28)
            paint_bar(painter, swatch, telling, precision, modality, QColor(tokens.accent), QColor(tokens.surface))
            painter.setPen(QColor(tokens.muted))
            write(painter, text, Qt.AlignmentFlag.AlignCenter, words)
            x += 28 + width + 24


def paint_bar(
    painter: QPainter,
    bar: QRectF,
    telling: Telling,
    precision: Precision,
    modality: Modality,
    ink: QColor,
    ground: QColor,
) -> None:
    """Filled for what is told as having happened, hollow for plans, in dashes for what is less than a plan.

    Full for a day or a period, pale for «about»: all of it without colour too.
    """
    fill = QColor(ink if telling is Telling.REPORTED else ground)
    if precision is Precision.ABOUT and telling is Telling.REPORTED:
        fill.setAlpha(70)
    style = Qt.PenStyle.SolidLine if modality in _SURE and precision is not Precision.ABOUT else Qt.PenStyle.DotLine
    painter.setBrush(fill)
    painter.setPen(QPen(ink, 1.6, style))
    painter.drawRoundedRect(bar.adjusted(0.8, 0.8, -0.8, -0.8), 4, 4)
