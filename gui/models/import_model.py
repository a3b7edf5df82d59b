"""What was found in files that are to be imported: what is taken of it, and what is said of it, can be changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.exporters.report.passages import shortened
from core.importers import Found
from core.model import Article
from gui import theme, wording

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_FIELDS = ("title", "source", "published")  # of an article, by column; the other columns cannot be changed
_LENGTH, _FILE, _REMARKS = 3, 4, 5
_FIRST_WORDS = 60  # code points, where there is no title


@dataclass(slots=True)
class Row:
    """An article that was found, whether it is taken, and why not."""

    found: Found
    taken: bool
    why_not: str = ""


class ImportModel(QAbstractTableModel):
    """One line an article; the box of a line says whether it is taken. Texts that are there already are not."""

    changed = Signal()  # what is taken, or what is said of it

    def __init__(self, known: Collection[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self.rows: list[Row] = []
        self._titles = (
            *(self.tr("Title"), self.tr("Source"), self.tr("Published")),
            *(self.tr("Length"), self.tr("File"), self.tr("Remarks")),
        )

    def put(self, found: Sequence[Found], instead_of: Path | None = None) -> None:
        """Add articles; those that were read from the path `instead_of` go, and the new ones take their place."""
        self.beginResetModel()
        at = next((place for place, row in enumerate(self.rows) if row.found.path == instead_of), len(self.rows))
        kept = [row for row in self.rows if instead_of is None or row.found.path != instead_of]
        self.rows = kept[:at]
        seen = {row.found.article.id for row in kept}
        for item in found:
            key = item.article.id
            why_not = self.tr("In the project already") if key in self._known else ""
            why_not = why_not or (self.tr("Same text as another one") if key in seen else "")
            self.rows.append(Row(item, not why_not, why_not))
            seen.add(key)
        self.rows += kept[at:]
        self.endResetModel()
        self.changed.emit()

    def articles(self) -> list[Article]:
        """Those that are taken, as they were corrected."""
        return [row.found.article for row in self.rows if row.taken]

    def say_of_all(self, **said: str) -> None:
        """Set source or date of all that are taken; a date must be sound."""
        for row in self.rows:
            if row.taken:
                row.found = replace(row.found, article=replace(row.found.article, **said))
        self._tell()

    def take_all(self, taken: bool) -> None:
        """Take all that can be taken, or none."""
        for row in self.rows:
            row.taken = taken and not row.why_not
        self._tell()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        horizontal = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._titles[section] if horizontal else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < len(_FIELDS) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column < len(_FIELDS):
            return getattr(row.found.article, _FIELDS[column]) or ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            shown = _shown(row, column)
            return wording.tip(shown) if role == Qt.ItemDataRole.ToolTipRole and shown else shown
        if role == Qt.ItemDataRole.ForegroundRole and (not row.taken or (column == 0 and not row.found.article.title)):
            return theme.color(theme.current().tokens.muted)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == 0:
            row.taken = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole and column < len(_FIELDS):
            written = str(value).strip()
            if _FIELDS[column] == "published" and written and not is_day(written):
                return False
            said: dict[str, Any] = {_FIELDS[column]: written or (None if _FIELDS[column] == "published" else "")}
            row.found = replace(row.found, article=replace(row.found.article, **said))
        else:
            return False
        self._tell()
        return True

    def _tell(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self._titles) - 1))
        self.changed.emit()


def is_day(text: str) -> bool:
    """Whether it is a date as the project keeps it: 2021-12-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def notes_of(row: Row) -> list[str]:
    """What is to be said of it, in the language of the window."""
    return [*filter(None, [row.why_not]), *map(wording.sentence, row.found.notes)]


def _shown(row: Row, column: int) -> str:
    article = row.found.article
    if column == 0:
        begins = " ".join(article.text.strip()[: 4 * _FIRST_WORDS].split())
        return wording.directed(article.title or shortened(begins, _FIRST_WORDS))
    if column == 1:
        return wording.directed(article.source)
    if column == _LENGTH:
        return wording.number(len(article.text))
    if column == _FILE:
        return wording.path(article.file) if article.file else ""
    if column == _REMARKS:
        return " ".join(notes_of(row))
    return wording.day(article.published) if article.published else ""
