"""Agreement and contradiction by pair of sources, as a heat matrix with numbers: one item of the overview's drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from core.store.overview import SourcePair
from gui import wording
from gui.charts.lettering import write
from gui.theme import Tokens

if TYPE_CHECKING:
    from gui.overview.chart import OverviewChart

translate = QCoreApplication.translate

MOST = 12  # sources: more cells could not be read
_HEAD = 26  # pixels above the cells: the numbers of the columns
_FOOT = 28  # below them: what the numbers and colours mean
_LEAST, _TALLEST = 18.0, 46.0  # height of a row
_NAMES = 0.3  # of the width
_MARGIN = 8
# Blue and orange are told apart by all kinds of colour vision: (agreement, contradiction) by theme.
AGREE, CONFLICT = 0, 1
_PALEST = 0.35
_POLES = {"light": ("#a9cdf2", "#f6c28b"), "dark": ("#1f4f80", "#7a4a12")}


class SourceMatrix(pg.GraphicsObject):
    """The lower half: a row and a column for each source, the same in both. In pixels of its box."""

    def __init__(self, chart: OverviewChart, box: pg.ViewBox) -> None:
        super().__init__()
        self._chart, self._box = chart, box
        self.sources: list[str] = []
        self.left_out = 0
        self._most = 1
        self._pairs: dict[tuple[str, str], SourcePair] = {}
        self.current: tuple[int, int] | None = None  # row, column (not behind the row)
        self.setParentItem(box)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        box.sigResized.connect(self._resized)

    def show_pairs(self, pairs: Sequence[SourcePair]) -> None:
        """Take over the numbers; of many sources those with the most pairs are shown."""
        self._pairs = {(pair.a, pair.b): pair for pair in pairs}
        weights: Counter[str] = Counter()
        for pair in pairs:
            for source in {pair.a, pair.b}:
                weights[source] += pair.agree + pair.conflict + pair.check + pair.update
        self.sources = [source for source, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:MOST]]
        self.left_out = max(len(weights) - MOST, 0)
        self._most = max((max(pair.agree, pair.conflict) for pair in pairs), default=1) or 1
        if self.current and self.current[0] >= len(self.sources):
            self.current = None
        self.update()

    def pair_at(self, row: int, column: int) -> SourcePair:
        """The numbers of a cell."""
        first, last = sorted((self.sources[row], self.sources[column]))
        return self._pairs.get((first, last)) or SourcePair(first, last, 0, 0, 0, 0, 0)

    def cell(self, row: int, column: int) -> QRectF:
        """Where a cell is, in pixels of the box."""
        area, count = self.boundingRect(), max(len(self.sources), 1)
        names = area.width() * _NAMES
        width = (area.width() - names - _MARGIN) / count
        height = min(max((area.height() - _HEAD - _FOOT) / count, _LEAST), _TALLEST)
        x = names + column * width
        if self._chart.mirrored:
            x = area.width() - x - width
        return QRectF(x, _HEAD + row * height, width, height).adjusted(1, 1, -1, -1)

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """The cell at a point of the box."""
        for row in range(len(self.sources)):
            for column in range(row + 1):
                if self.cell(row, column).contains(point):
                    return row, column
        return None

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._box.width(), self._box.height())

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        tokens = self._chart.tokens
        painter.save()
        painter.setClipRect(self.boundingRect())
        painter.setFont(self._chart.font())
        for row in range(len(self.sources)):
            self._paint_names(painter, row, tokens)
            for column in range(row + 1):
                self._paint_cell(painter, row, column, tokens)
        self._paint_legend(painter, tokens)
        painter.restore()

    def _paint_names(self, painter: QPainter, row: int, tokens: Tokens) -> None:
        first = self.cell(row, 0)
        area = self.boundingRect()
        room = (
            QRectF(first.right() + 6, first.top(), area.width() - first.right() - 6 - _MARGIN, first.height())
            if self._chart.mirrored
            else QRectF(_MARGIN, first.top(), first.left() - 6 - _MARGIN, first.height())
        )
        side = Qt.AlignmentFlag.AlignRight if self._chart.mirrored else Qt.AlignmentFlag.AlignLeft
        name = wording.led(f"{wording.number(row + 1)}. {wording.isolate(self.sources[row])}")
        painter.setPen(QColor(tokens.text))
        write(painter, room, side | Qt.AlignmentFlag.AlignVCenter, name)
        head = self.cell(0, row)
        head.moveTop(head.top() - _HEAD)
        painter.setPen(QColor(tokens.muted))
        write(painter, head, Qt.AlignmentFlag.AlignCenter, wording.number(row + 1))

    def _paint_cell(self, painter: QPainter, row: int, column: int, tokens: Tokens) -> None:
        """Agreements where reading begins, contradictions behind them; each has the cell alone where it is alone."""
        pair, cell = self.pair_at(row, column), self.cell(row, column)
        painter.fillRect(cell, QColor(tokens.raised))
        counts = [(pole, count) for pole, count in enumerate((pair.agree, pair.conflict)) if count]
        width = cell.width() / max(len(counts), 1)
        for at, (pole, count) in enumerate(counts):
            place = len(counts) - 1 - at if self._chart.mirrored else at
            part = QRectF(cell.left() + place * width, cell.top(), width, cell.height())
            painter.fillRect(part, heat(pole, count / self._most, tokens))
            painter.setPen(QColor(tokens.text))
            write(painter, part, Qt.AlignmentFlag.AlignCenter, wording.number(count))
        if self.current == (row, column):
            painter.setPen(QPen(QColor(tokens.accent if self._chart.hasFocus() else tokens.control), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell)

    def _paint_legend(self, painter: QPainter, tokens: Tokens) -> None:
        """The two colours with what they mean; then how many sources have no room."""
        metrics = QFontMetricsF(painter.font())
        area = self.boundingRect()
        x = float(_MARGIN)
        top = area.height() - _FOOT
        for pole, words in (
            (AGREE, translate("SourceMatrix", "agree")),
            (CONFLICT, translate("SourceMatrix", "contradict")),
            (None, translate("SourceMatrix", "%n source(s) more", "", self.left_out) if self.left_out else ""),
        ):
            width = metrics.horizontalAdvance(words) + 4
            swatch, text = QRectF(x, top + 8, 16, 14), QRectF(x + 22, top, width, _FOOT)
            if self._chart.mirrored:
                swatch.moveRight(area.width() - x)
                text.moveRight(area.width() - x - 22)
            if pole is not None:
                painter.fillRect(swatch, heat(pole, 1.0, tokens))
            painter.setPen(QColor(tokens.muted))
            write(painter, text, Qt.AlignmentFlag.AlignCenter, words)
            x += width + 40

    def _resized(self) -> None:
        self.prepareGeometryChange()
        self.update()


def heat(pole: int, share: float, tokens: Tokens) -> QColor:
    """The colour of agreement or contradiction, the stronger the greater the share (0…1) of the most there is."""
    end, ground = QColor(_POLES[tokens.name][pole]), QColor(tokens.raised)
    weight = _PALEST + (1 - _PALEST) * share
    mixed = (
        round(strong * weight + pale * (1 - weight))
        for strong, pale in zip(end.getRgb(), ground.getRgb(), strict=True)  # type: ignore[arg-type]
    )
    return QColor(*mixed)
