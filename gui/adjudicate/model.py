"""The list of what editors decided differently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from core.project import Clash
from gui import wording
from gui.adjudicate import words

ClashRole = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class ClashModel(QAbstractListModel):
    """One row a clash, open or settled."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.clashes: Sequence[Clash] = ()
        self.names: dict[str, str] = {}  # of articles, by their sources

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.clashes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.clashes):
            return None
        clash = self.clashes[index.row()]
        if role == ClashRole:
            return clash
        mark = "✓ " if clash.settled else ""
        subject = " ".join(words.subject(clash, self.names).split())
        if role == Qt.ItemDataRole.DisplayRole:
            who = [wording.isolate(self.names.get(key, "")) for key in clash.articles if clash.subject]
            parts = (f"{words.kind(clash)}: {wording.isolate(subject)}", " × ".join(who))
            return "\n".join(wording.led(part) for part in (mark + parts[0], parts[1]) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            who = [f"{words.editor(one)}: {words.decision(one)[0]}" for one in clash.versions]
            return wording.tip("\n".join((subject, *who)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            settled = self.tr("settled") if clash.settled else self.tr("open")
            return f"{words.kind(clash)}, {subject}, {settled}"
        return None

    def show_clashes(self, clashes: Sequence[Clash], names: dict[str, str]) -> None:
        """These from now on; rows stay where only what they say changed."""
        self.names = names
        if [(one.kind, one.key) for one in clashes] == [(one.kind, one.key) for one in self.clashes]:
            self.clashes = clashes
            if clashes:
                self.dataChanged.emit(self.index(0), self.index(len(clashes) - 1))
            return
        self.beginResetModel()
        self.clashes = clashes
        self.endResetModel()

    def row_of(self, kind: str, key: str) -> int:
        """Where a clash stands, -1 where it is not shown."""
        return next((row for row, one in enumerate(self.clashes) if (one.kind, one.key) == (kind, key)), -1)
