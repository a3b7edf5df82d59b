"""The names of a project and what it has learned, as tables."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.project import LearnedEntry, LearnedState
from core.store.edits import SetLearned
from core.text.arabic import fold
from gui import wording
from gui.session import Session

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_CHECKED = Qt.CheckState.Checked


class NameModel(QAbstractTableModel):
    """Name, label, how often; the most frequent first. `Qt.UserRole` gives the name."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._titles = (self.tr("Name"), self.tr("Label"), self.tr("Times"))
        self._words = ""
        self._all: list[tuple[str, str, int]] = []
        self._rows: list[tuple[str, str, int]] = []
        self.reload()

    def reload(self) -> None:
        """Read the names again."""
        self._all = self._session.project.names()
        self.set_words(self._words)

    def set_words(self, words: str) -> None:
        """Show the names that hold all these words, in any spelling."""
        self._words = words
        wanted = fold(words).split()
        self.beginResetModel()
        self._rows = [row for row in self._all if all(word in fold(row[0]) for word in wanted)] if wanted else self._all
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """Where a name stands, or -1."""
        return next((place for place, row in enumerate(self._rows) if row[0] == name), -1)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        horizontal = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles[section] if horizontal else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        name, label, count = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return name
        if role == Qt.ItemDataRole.DisplayRole:
            return (wording.directed(name), wording.word(wording.LABELS, label), wording.number(count))[index.column()]
        return None


class LearnedModel(QAbstractTableModel):
    """Spelling, what follows from the decisions, how many there are; the box of a row switches it off and on."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._titles = (self.tr("In the text"), self.tr("What follows"), self.tr("Decisions"))
        self._rows: list[LearnedEntry] = []
        self.reload()

    def reload(self) -> None:
        """Read what was learned again."""
        found = self._session.project.learned()
        same = [(row.key, row.label) for row in found] == [(row.key, row.label) for row in self._rows]
        if same and found:  # the box that was clicked keeps the focus
            self._rows = found
            self.dataChanged.emit(self.index(0, 0), self.index(len(found) - 1, len(self._titles) - 1))
            return
        self.beginResetModel()
        self._rows = found
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        horizontal = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles[section] if horizontal else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0 and not self._session.read_only:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return _CHECKED if entry.active else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return (wording.directed(entry.spelling), self._meaning(entry), wording.number(entry.count))[index.column()]
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        entry = self._rows[index.row()]
        return self._session.do(SetLearned(entry.spelling, entry.label, Qt.CheckState(value) is _CHECKED))

    def _meaning(self, entry: LearnedEntry) -> str:
        label = wording.word(wording.LABELS, entry.label)
        if entry.rejects:
            text = self.tr("No longer suggested as: {}").format(label)
        else:
            text = self.tr("Suggested as: {label}, named {name}").format(label=label, name=wording.isolate(entry.name))
        state = {
            LearnedState.WAITING: self.tr("waits for a second decision"),
            LearnedState.DISPUTED: self.tr("decisions disagree"),
        }.get(entry.state, "")
        return wording.led(" · ".join(part for part in (text, state) if part))
