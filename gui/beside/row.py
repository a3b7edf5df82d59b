"""The columns in a row, with gutters between them in which ribbons join what is related."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.actions import Actions
from gui.beside.column import Choices, Column
from gui.beside.gutter import Gutter, start_drag
from gui.beside.ribbons import GUTTER, Ribbons
from gui.reader.passage import Passage
from gui.session import Session
from gui.settings import Settings

_NARROW = (GUTTER, GUTTER, 52, 44)  # width of a gutter, by the number of columns


class ColumnRow(QWidget):
    """Columns come and go with `fit`; the view that holds the row says what stands in them."""

    entered = Signal(int)  # number of the column that has the keyboard
    scrolled = Signal(int)
    chosen = Signal(int, str)  # another article for a column
    close_wanted = Signal(int)
    pointed = Signal()  # another passage is at hand
    dropped = Signal(object, object)  # the two Passages
    ribbon_clicked = Signal(str)

    def __init__(self, session: Session, actions: Actions, settings: Settings, choices: Choices) -> None:
        super().__init__()
        self._session, self._actions, self._settings, self._choices = session, actions, settings, choices
        self.columns: list[Column] = []
        self.gutters: list[Gutter] = []
        self.ribbons = Ribbons(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def fit(self, count: int) -> None:
        """Have so many columns."""
        while len(self.columns) > count:
            self._drop_column()
        while len(self.columns) < count:
            self._add_column()
        width = _NARROW[max(count - 1, 0)]
        self.ribbons.gutter = float(width)
        for gutter in self.gutters:
            gutter.setFixedWidth(width)

    def settle(self, font: QFont) -> None:
        """Columns have their places now; the style sheet has gone over them, which resets a font set before."""
        for column in self.columns:
            column.set_reader_font(font)
        for before, gutter in zip(pairwise(self.columns), self.gutters, strict=bool(self.columns)):
            tops = [self._y_of(column, 0) for column in before]
            gutter.set_reach(min(tops), before[0].view.viewport().height() + max(tops))

    def offer(self, number: int, passage: Passage | None) -> None:
        """A knob beside the passage at hand, which stands in this column, in the gutters next to it."""
        box = self.columns[number].view.passage_box(passage.span) if passage else None
        for at, gutter in enumerate(self.gutters):
            if passage is not None and box is not None and at in (number - 1, number):
                column = self.columns[number]
                gutter.set_knob(passage, self._y_of(column, box.center().y()), at_right=column.x() > gutter.x())
            else:
                gutter.set_knob(None)

    def repaint_all(self) -> None:
        """Ribbons and what lies under the text."""
        for gutter in self.gutters:
            gutter.update()
        for column in self.columns:
            column.view.viewport().update()

    def set_in_sight(self, number: int | None) -> None:
        """Commands speak to this column; None for none."""
        for at, column in enumerate(self.columns):
            if at != number:
                column.pane.set_in_sight(False)
        if number is not None:
            self.columns[number].pane.set_in_sight(True)

    def _y_of(self, column: Column, y: float) -> int:
        return column.view.viewport().mapTo(self, QPoint(0, round(y))).y()

    def _add_column(self) -> None:
        if self.columns:
            gutter = Gutter(self.ribbons, self)
            gutter.clicked.connect(self.ribbon_clicked)
            gutter.hovered.connect(self._hover)
            self.gutters.append(gutter)
            self._layout.addWidget(gutter)
        column = Column(self._session, self._actions, self._settings, self._choices)
        number = self.columns.index
        column.entered.connect(lambda: self.entered.emit(number(column)))
        column.moved.connect(lambda: self.scrolled.emit(number(column)))
        column.article_chosen.connect(lambda key: self.chosen.emit(number(column), key))
        column.close_wanted.connect(lambda: self.close_wanted.emit(number(column)))
        # Queued: a dialog inside a drop would keep the drag from ending.
        column.dropped.connect(self.dropped, Qt.ConnectionType.QueuedConnection)
        column.drawn.connect(lambda passage: start_drag(column, passage))
        column.view.current_changed.connect(lambda _: self.pointed.emit())
        column.view.selectionChanged.connect(self.pointed)
        column.view.underlay = lambda painter: self._paint_under(painter, column)
        self.columns.append(column)
        self._layout.addWidget(column, 1)

    def _drop_column(self) -> None:
        column = self.columns.pop()
        column.view.underlay = None
        column.pane.set_in_sight(False)
        self.ribbons.set_content([], [])
        for widget in (column, *([self.gutters.pop()] if self.gutters else [])):
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _paint_under(self, painter: QPainter, column: Column) -> None:
        if column in self.columns:
            self.ribbons.paint_column(painter, self.columns.index(column))

    def _hover(self, relation_id: str) -> None:
        self.ribbons.hovered = relation_id
        self.repaint_all()
