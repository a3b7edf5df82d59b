"""How far each article is: a table that sorts, drawn with a bar for what is decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from core.store.overview import ArticleProgress
from gui import theme, wording

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_BAR = 4  # pixels


class ProgressModel(QAbstractTableModel):
    """One row an article."""

    DoneRole = Qt.ItemDataRole.UserRole + 1  # (done, all)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ArticleProgress] = []
        self._order = (-1, Qt.SortOrder.AscendingOrder)
        # Heading, words, what is sorted by, (done, all)
        self._columns: tuple[tuple[str, Callable[[ArticleProgress], str], Callable[[ArticleProgress], Any]], ...] = (
            (self.tr("Article"), lambda one: wording.name(one.title), lambda one: one.title),
            (self.tr("Source"), lambda one: wording.name(one.source), lambda one: one.source),
            (self.tr("Date"), lambda one: wording.day(one.published), lambda one: one.published or ""),
            (
                self.tr("Marks decided"),
                lambda one: _of(one.decided, one.decided + one.suggested),
                lambda one: _share(one.decided, one.decided + one.suggested),
            ),
            (
                self.tr("Pairs decided"),
                lambda one: _of(one.settled, one.pairs),
                lambda one: _share(one.settled, one.pairs),
            ),
            (self.tr("Editor"), lambda one: wording.name(one.editor), lambda one: one.editor or "\uffff"),
        )

    def show_rows(self, rows: Sequence[ArticleProgress]) -> None:
        """Take over the numbers, in the order that was chosen."""
        self.beginResetModel()
        self.rows = list(rows)
        self._sort()
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section][0]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            shown = self._columns[index.column()][1](row)
            return wording.tip(shown) if role == Qt.ItemDataRole.ToolTipRole else shown
        if role == self.DoneRole:
            done = {3: (row.decided, row.decided + row.suggested), 4: (row.settled, row.pairs)}
            return done.get(index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = column, order
        self.layoutAboutToBeChanged.emit()
        self._sort()
        self.layoutChanged.emit()

    def _sort(self) -> None:
        column, order = self._order
        if column >= 0:
            self.rows.sort(key=self._columns[column][2], reverse=order is Qt.SortOrder.DescendingOrder)


class ProgressDelegate(QStyledItemDelegate):
    """Under the numbers a bar as long as what is decided."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        done = index.data(ProgressModel.DoneRole)
        if not done or not done[1]:
            return
        tokens = theme.tokens()
        line = QRect(option.rect.left() + 6, option.rect.bottom() - _BAR - 1, option.rect.width() - 12, _BAR)
        painter.fillRect(line, QColor(tokens.border))
        line.setWidth(round(line.width() * done[0] / done[1]))
        if option.direction is Qt.LayoutDirection.RightToLeft:
            line.moveRight(option.rect.right() - 6)
        painter.fillRect(line, QColor(tokens.accent))


def _of(done: int, every: int) -> str:
    return f"\u2068{wording.number(done)} / {wording.number(every)}\u2069" if every else "—"


def _share(done: int, every: int) -> tuple[float, int]:
    """Where nothing is left to do comes last, and first of that where nothing ever was."""
    return (done / every if every else 1.0), done
