"""The names of the project: merge those that are one, split off a spelling that is another, and what was learned."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.project import Kind, Touched
from core.store.naming import MergeNames, SplitName
from gui import wording
from gui.models.name_model import LearnedModel, NameModel
from gui.reader.card import plain_label
from gui.session import Session


class NamesDialog(QDialog):
    """Every button is one edit of the session, which undo takes back; the lists follow what changes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Names"))
        self._session = session
        self.names = NameModel(session, self)
        self.learned = LearnedModel(session, self)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._names_page(), self.tr("Names in the articles"))
        self.tabs.addTab(self._learned_page(), self.tr("Learned from decisions"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.tabs)
        layout.addWidget(buttons)
        self.resize(820, 560)
        session.changed.connect(self._refresh)
        if self.names.rowCount():
            self._select(self.names.index(0, 0).data(Qt.ItemDataRole.UserRole))
        self._show_spellings()

    def selected(self) -> list[str]:
        """The names that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        found = [self.names.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in rows]
        return list(dict.fromkeys(found))

    def merge(self) -> None:
        """Ask which name all selected ones shall bear; the first is proposed."""
        names = self.selected()
        into, sure = QInputDialog.getItem(
            self, self.tr("Merge names"), self.tr("They are one, called:"), names, 0, editable=True
        )
        if sure and into.strip():
            self._do(MergeNames(tuple(names), into.strip()), into.strip())

    def rename(self) -> None:
        """Ask for another name for the selected one, wherever it stands."""
        name = self.selected()[0]
        into, sure = QInputDialog.getText(self, self.tr("Rename"), self.tr("Its name is:"), text=name)
        if sure and into.strip() and into.strip() != name:
            self._do(MergeNames((name,), into.strip()), into.strip())

    def split(self) -> None:
        """Ask what the selected spelling is called instead."""
        name, item = self.selected()[0], self.spellings.currentItem()
        spelling = item.data(Qt.ItemDataRole.UserRole)
        into, sure = QInputDialog.getText(
            self, self.tr("Split off"), self.tr("This spelling is another name:"), text=spelling
        )
        if sure and into.strip() and into.strip() != name:
            self._do(SplitName(spelling, name, into.strip()), name)

    def _do(self, edit: object, then: str) -> None:
        if self._session.do(edit):
            self._select(then)

    def _select(self, name: str) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index = self.names.index(self.names.row_of(name), 0)
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _refresh(self, touched: Touched) -> None:
        if touched.kinds & {Kind.ANNOTATIONS, Kind.SETTINGS, Kind.ARTICLES}:
            names = self.selected()
            self.names.reload()
            self.learned.reload()
            if len(names) == 1:
                self._select(names[0])
            self._show_spellings()

    def _show_spellings(self) -> None:
        names = self.selected()
        self.spellings.clear()
        for spelling, count in self._session.project.spellings(names[0]) if len(names) == 1 else ():
            item = QListWidgetItem(f"{wording.directed(spelling)}  ·  {wording.number(count)}")
            item.setData(Qt.ItemDataRole.UserRole, spelling)
            self.spellings.addItem(item)
        self._enable()

    def _enable(self) -> None:
        free, names = not self._session.read_only, self.selected()
        self.merge_button.setEnabled(free and len(names) > 1)
        self.rename_button.setEnabled(free and len(names) == 1)
        apart = self.spellings.count() > 1 and self.spellings.currentItem() is not None
        self.split_button.setEnabled(free and len(names) == 1 and apart)

    def _names_page(self) -> QWidget:
        page = QWidget()
        self.filter = QLineEdit(placeholderText=self.tr("Find a name"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Find a name"))
        self.filter.textChanged.connect(self.names.set_words)
        self.filter.textChanged.connect(lambda _: self._show_spellings())
        self.table = _table(self.names, self.tr("Names"), stretch=0)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_spellings())
        self.spellings = QListWidget()
        self.spellings.setAccessibleName(self.tr("Spellings of this name"))
        self.spellings.currentItemChanged.connect(lambda *_: self._enable())
        self.merge_button = QPushButton(self.tr("&Merge…"), clicked=self.merge)
        self.rename_button = QPushButton(self.tr("&Rename…"), clicked=self.rename)
        self.split_button = QPushButton(self.tr("&Split off…"), clicked=self.split)
        self.merge_button.setToolTip(self.tr("Select two or more names that are one"))
        self.split_button.setToolTip(self.tr("Select a spelling that is somebody or something else"))
        left = QVBoxLayout()
        left.addWidget(self.filter)
        left.addWidget(self.table, 1)
        below = QHBoxLayout()
        below.addWidget(self.merge_button)
        below.addWidget(self.rename_button)
        below.addStretch(1)
        left.addLayout(below)
        right = QVBoxLayout()
        right.addWidget(plain_label(self.tr("Written in these ways:")))
        right.addWidget(self.spellings, 1)
        right.addWidget(self.split_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout = QHBoxLayout(page)
        layout.addLayout(left, 3)
        layout.addLayout(right, 2)
        return page

    def _learned_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        hint = plain_label(
            self.tr("What you accept, reject and relabel changes what is suggested elsewhere. Uncheck what should not.")
        )
        hint.setProperty("muted", True)
        layout.addWidget(hint)
        self.lessons = _table(self.learned, self.tr("Learned from decisions"), stretch=1)
        layout.addWidget(self.lessons, 1)
        return page


def _table(model: QAbstractItemModel, name: str, stretch: int) -> QTableView:
    """Whole rows, no grid; the columns up to `stretch` share the room that is left."""
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName(name)
    table.setShowGrid(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    for column in range(stretch + 1):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return table
