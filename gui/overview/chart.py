"""The drawing of the overview: sources against sources, marks by label, work by editor, verdicts."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from core.model import VerdictKind
from core.store.overview import Overview, SourcePair
from gui import i18n, theme, wording
from gui.overview.bars import Bar, BarPlot
from gui.overview.matrix import SourceMatrix
from gui.theme import Tokens

_MOST = 8  # bars of a plot
_BARS = 0.42  # of the width
_GAPS = 40  # pixels around and between the plots
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class OverviewChart(pg.GraphicsLayoutWidget):
    """Arrow keys walk through the cells of the matrix, Enter or a click opens one."""

    current_changed = Signal(object, object)  # SourcePair | None, its QRect
    hovered = Signal(object, object)
    opened = Signal(object)  # SourcePair

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.mirrored = i18n.language() == "ar"
        self.tokens = theme.tokens()
        self.ci.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._overview: Overview | None = None
        near, far = (1, 0) if self.mirrored else (0, 1)
        self._box = pg.ViewBox(enableMouse=False, enableMenu=False)
        self.ci.addItem(self._box, 0, near, rowspan=3)
        self.matrix = SourceMatrix(self, self._box)
        self.plots = {name: BarPlot(self.mirrored, self.font()) for name in ("labels", "editors", "verdicts")}
        for row, plot in enumerate(self.plots.values()):
            self.ci.addItem(plot, row, far)
        self._far = far
        self.sigDeviceRangeChanged.connect(lambda *_: self._share())
        self._share()
        self.draw_with(self.tokens)

    def draw_with(self, tokens: Tokens) -> None:
        """Take over the colours."""
        self.tokens = tokens
        self.setBackground(QColor(tokens.surface))
        if self._overview:
            self.show_overview(self._overview)

    def show_overview(self, found: Overview) -> None:
        """Draw these numbers."""
        self._overview = found
        self.matrix.show_pairs(found.pairs)
        names = [one for one in found.labels if one.layer == "entity"][:_MOST]
        self.plots["labels"].show_bars(
            self.tr("Marks: ■ decided, □ suggested, ▨ rejected"),
            [
                Bar(
                    wording.word(wording.LABELS, one.label),
                    (one.kept, one.suggested, one.rejected),
                    wording.number(one.kept + one.suggested + one.rejected),
                )
                for one in names
            ],
            ("accent", "accent", "muted"),
            self.tokens,
        )
        self.plots["editors"].show_bars(
            self.tr("Decisions by editor: ■ marks, □ pairs"),
            [
                Bar(one.editor or "—", (one.marks, one.verdicts), wording.number(one.marks + one.verdicts))
                for one in found.editors[:_MOST]
            ],
            ("accent", "accent"),
            self.tokens,
        )
        self.plots["verdicts"].show_bars(
            self.tr("Verdicts"),
            [
                Bar(wording.word(wording.VERDICTS, kind), (count,), wording.number(count))
                for kind in VerdictKind
                if kind is not VerdictKind.UNDECIDED
                for count in (found.verdicts.get(kind, 0),)
            ],
            ("accent",),
            self.tokens,
        )
        self._share()

    def render(self, painter: QPainter) -> None:  # type: ignore[override]
        """What is seen, into any device."""
        super().render(painter, QRectF(0, 0, self.width(), self.height()), self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self.matrix.sources)
        if event.key() in _ARROWS and count:
            down, right = _ARROWS[Qt.Key(event.key())]
            row, column = self.matrix.current or (0, 0)
            if self.matrix.current:
                row = min(max(row + down, 0), count - 1)
                column += -right if self.mirrored else right
            self._go_to(row, min(max(column, 0), row))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.matrix.current:
            self.opened.emit(self.matrix.pair_at(*self.matrix.current))
        elif event.key() == Qt.Key.Key_Escape:
            self.matrix.current = None
            self.matrix.update()
            self.current_changed.emit(None, None)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self._under(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(*((self.matrix.pair_at(*found), self.rect_of(*found)) if found else (None, None)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        found = self._under(event)
        if found and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self.matrix.pair_at(*found))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.matrix.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.matrix.update()

    def current_pair(self) -> SourcePair | None:
        """That of the cell that the keyboard is on."""
        return self.matrix.pair_at(*self.matrix.current) if self.matrix.current else None

    def rect_of(self, row: int, column: int) -> QRect:
        """Where a cell is, in the widget."""
        return self.mapFromScene(self._box.mapRectToScene(self.matrix.cell(row, column))).boundingRect()

    def _share(self) -> None:
        """The matrix has the larger part of the width; bars have one thickness, and each plot room for its title."""
        self.ci.layout.setColumnFixedWidth(self._far, self.width() * _BARS)
        lines = [plot.rows + 1 for plot in self.plots.values()]
        for row, count in enumerate(lines):
            self.ci.layout.setRowFixedHeight(row, max(self.height() - _GAPS, 0) * count / sum(lines))

    def _go_to(self, row: int, column: int) -> None:
        self.matrix.current = row, column
        self.matrix.update()
        self.current_changed.emit(self.matrix.pair_at(row, column), self.rect_of(row, column))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _under(self, event: QMouseEvent) -> tuple[int, int] | None:
        point = self._box.mapFromScene(self.mapToScene(event.position().toPoint()))
        return self.matrix.cell_at(QPointF(point))
