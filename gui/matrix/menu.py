"""The menu of a question, over its title or its cells."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from core.model import Fact
from gui.actions import Actions
from gui.compare.questions import QuestionCommands
from gui.matrix.model import MatrixModel
from gui.session import Session
from gui.views import View


class QuestionMenu(QObject):
    """Makes the question under the mouse the one at hand by `go` (row, column), and offers what can be done with it."""

    def __init__(
        self, session: Session, actions: Actions, table: QTableView, go: Callable[[int, int], None], owner: View
    ) -> None:
        super().__init__(owner)
        self._actions, self._table, self._go, self._owner = actions, table, go, owner
        self.questions = QuestionCommands(session, actions, self._fact, owner, "matrix_")
        for area in (table, table.verticalHeader()):
            area.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            area.customContextMenuRequested.connect(lambda place, area=area: self._show(area, place))

    def menu(self) -> QMenu:
        """What can be done with the question at hand."""
        self.questions.enable()
        menu = QMenu(self._owner)
        self._actions.fill_menu(menu, ("matrix_pairs", "matrix_beside", None, *self.questions.ids))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _fact(self) -> Fact | None:
        model, index = self._table.model(), self._table.currentIndex()
        there = isinstance(model, MatrixModel) and index.isValid() and index.row() < model.rowCount()
        return model.fact_at(index.row()) if there else None

    def _show(self, area: QAbstractItemView, place: QPoint) -> None:
        row = area.logicalIndexAt(place) if isinstance(area, QHeaderView) else self._table.rowAt(place.y())
        column = self._table.columnAt(place.x()) if area is self._table else 0
        model = self._table.model()
        if isinstance(model, MatrixModel) and row >= 0 and not isinstance(model.line(row), str):
            self._go(row, max(column, 0))
            self.menu().popup(area.viewport().mapToGlobal(place))
