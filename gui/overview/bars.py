"""Counts as bars that lie: one plot of the overview, with the numbers written at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QFont

from gui import wording
from gui.theme import Tokens

_THICK = 0.62
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
        super().__init__(enableMenu=False)
        self._mirrored, self._font = mirrored, font
        self._title, self._bars, self._inks = "", (), ()
        self._side = "right" if mirrored else "left"
        for axis in ("left", "right", "bottom"):
            self.showAxis(axis, axis == self._side)
        self.hideButtons()
        box = self.getViewBox()
        box.setMouseEnabled(x=False, y=False)
        box.invertY(True)
        box.invertX(mirrored)
        box.setDefaultPadding(0)
        self.getAxis(self._side).setStyle(tickLength=0, tickTextOffset=8)

    def show_bars(self, title: str, bars: Sequence[Bar], inks: Sequence[str], tokens: Tokens) -> None:
        """Draw these instead; `inks` names a token for each part."""
        self.clear()
        size = self._font.pointSizeF()
        self.setTitle(title, color=tokens.text, size=f"{size}pt", bold=True)
        axis = self.getAxis(self._side)
        axis.setTickFont(self._font)
        axis.setPen(pg.mkPen(tokens.border))
        axis.setTextPen(pg.mkPen(tokens.text))
        axis.setTicks([[(at, wording.led(bar.name)) for at, bar in enumerate(bars)]])
        rows = list(range(len(bars)))
        starts = [0] * len(bars)
        for part, ink in enumerate(inks):
            widths = [bar.parts[part] for bar in bars]
            color = QColor(getattr(tokens, ink))
            brush = QBrush(color, self.styles[part])
            item = pg.BarGraphItem(
                x0=list(starts), width=widths, y=rows, height=_THICK, brush=brush, pen=pg.mkPen(color, width=1.2)
            )
            self.addItem(item)
            starts = [start + width for start, width in zip(starts, widths, strict=True)]
        for row, bar in enumerate(bars):
            label = pg.TextItem(bar.text, color=tokens.text, anchor=(1 if self._mirrored else 0, 0.5))
            label.setFont(self._font)
            label.setPos(starts[row], row)
            self.addItem(label)
        self.setXRange(0, max([*starts, 1]) * _ROOM, padding=0)
        self.setYRange(-0.6, max(len(bars), 3) - 0.4, padding=0)
