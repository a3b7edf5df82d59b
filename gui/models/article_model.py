"""The article list: a lazy view of the project's summaries, sorted and filtered on the values, not by a proxy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from core.project import ArticleSummary, Assignment
from core.text.arabic import fold
from gui import wording

SummaryRole = Qt.ItemDataRole.UserRole
AssigneeRole = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex

# How the list can be sorted; the data of the combo box.
ORDERS: dict[str, Callable[[ArticleSummary], Any]] = {
    "date": lambda summary: (summary.published or "9999", summary.title),
    "undecided": lambda summary: (-summary.undecided, -summary.suggested, summary.published or "9999"),
    "source": lambda summary: (summary.source, summary.published or "9999"),
    "title": lambda summary: summary.title,
}


class ArticleModel(QAbstractListModel):
    """One row an article. `set_summaries` keeps rows in place where only counts changed."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._all: list[ArticleSummary] = []
        self._rows: list[ArticleSummary] = []
        self._order = "date"
        self._words: list[str] = []
        self._assigned: dict[str, Assignment] = {}
        self._mine = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        summary = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.title or summary.file
        if role == SummaryRole:
            return summary
        if role == AssigneeRole:
            return self._assigned[summary.id].assignee if summary.id in self._assigned else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.tip(f"{summary.title}\n{summary.file}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = [summary.title or summary.file, summary.source, wording.day(summary.published)]
            if summary.undecided:
                parts.append(self.tr("%n undecided", "", summary.undecided))
            return ", ".join(part for part in parts if part)
        return None

    def set_summaries(self, summaries: list[ArticleSummary]) -> None:
        """The articles as they are now."""
        self._all = summaries
        self._arrange()

    def set_order(self, order: str) -> None:
        """One of ORDERS."""
        self._order = order
        self._arrange()

    def set_filter(self, text: str) -> None:
        """Only articles that have all words in title, source or file name; blind as the search is."""
        self._words = fold(text).split()
        self._arrange()

    def set_assigned(self, assigned: dict[str, Assignment]) -> None:
        """Who works on which article."""
        self._assigned = assigned
        self._arrange()

    def set_mine(self, only: bool) -> None:
        """Only the articles of whoever has the project open."""
        self._mine = only
        self._arrange()

    def row_of(self, article_id: str) -> int:
        """The row of an article, -1 where it is not shown."""
        return next((row for row, summary in enumerate(self._rows) if summary.id == article_id), -1)

    def id_at(self, row: int) -> str:
        """The article of a row, "" outside."""
        return self._rows[row].id if 0 <= row < len(self._rows) else ""

    def summary_at(self, row: int) -> ArticleSummary:
        """The summary of a row."""
        return self._rows[row]

    @property
    def summaries(self) -> list[ArticleSummary]:
        """All articles, filtered ones too."""
        return self._all

    def _arrange(self) -> None:
        rows = [summary for summary in self._all if self._wanted(summary)]
        rows.sort(key=ORDERS[self._order])
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _wanted(self, summary: ArticleSummary) -> bool:
        if self._mine and not (summary.id in self._assigned and self._assigned[summary.id].mine):
            return False
        haystack = fold(f"{summary.title} {summary.source} {summary.file}") if self._words else ""
        return all(word in haystack for word in self._words)
