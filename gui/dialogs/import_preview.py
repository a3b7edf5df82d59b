"""What was found in the files, before it is imported: what is taken, from whom and when, and which columns say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.importers import Found, FoundTable, Skipped
from core.model import Article
from core.text.arabic import ARABIC_LETTER
from gui import wording
from gui.models.import_model import ImportModel, is_day, notes_of
from gui.reader.card import plain_label
from gui.session import Session

Items = Sequence[Found | FoundTable | Skipped]
PARTS = {
    "text": QT_TRANSLATE_NOOP("ImportPreview", "Text"),
    "title": QT_TRANSLATE_NOOP("ImportPreview", "Title"),
    "source": QT_TRANSLATE_NOOP("ImportPreview", "Source"),
    "author": QT_TRANSLATE_NOOP("ImportPreview", "Author"),
    "published": QT_TRANSLATE_NOOP("ImportPreview", "Published"),
    "url": QT_TRANSLATE_NOOP("ImportPreview", "Link"),
}
_SHOWN = 5000  # code points of the article in hand
_LEFT_OUT_SHOWN = 200
_WIDTHS = (300, 130, 120, 70, 150)


class ImportPreview(QDialog):
    """Takes `session.project` for what is there already; `articles()` are those to import."""

    columns_wanted = Signal(object, object)  # path of a table, part of an article → column

    def __init__(self, session: Session, items: Items, face: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add articles"))
        self.resize(1120, 660)
        self.model = ImportModel(set(session.project.article_ids()), self)
        self.skipped: list[Skipped] = []
        self.tables: dict[Path, FoundTable] = {}
        self.summary = plain_label("")
        self.summary.setProperty("heading", True)
        self.mapping = _Mapping(self)
        self.list = QTableView()
        self.text = QPlainTextEdit(readOnly=True)
        self.remarks = plain_label("")
        self.left_out = QListWidget()
        self.source = QLineEdit(placeholderText=self.tr("Source"))
        self.published = QLineEdit(placeholderText="2021-12-31")
        self.say = QPushButton(self.tr("Set for all that are checked"))
        self.all = QPushButton(self.tr("Check all"))
        self.none = QPushButton(self.tr("Check none"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out(face)
        self.mapping.changed.connect(self.columns_wanted)
        self.model.changed.connect(self._refresh)
        self.list.selectionModel().currentChanged.connect(self._show)
        self.say.clicked.connect(self._say_of_all)
        self.all.clicked.connect(lambda: self.model.take_all(True))
        self.none.clicked.connect(lambda: self.model.take_all(False))
        self.source.textChanged.connect(self._refresh)
        self.published.textChanged.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.put(items)

    def put(self, items: Items, instead_of: Path | None = None) -> None:
        """Show what was found; with `instead_of` in the place of what was found in that file before."""
        if instead_of is not None:
            self.skipped = [item for item in self.skipped if item.file.rpartition("/")[2] != instead_of.name]
        self.skipped += [item for item in items if isinstance(item, Skipped)]
        self.tables |= {item.path: item for item in items if isinstance(item, FoundTable)}
        self.mapping.set_tables(self.tables)
        self.left_out.clear()
        said = [wording.sentence(item.error) for item in self.skipped]
        self.left_out.addItems([*said[:_LEFT_OUT_SHOWN], *(["…"] if len(said) > _LEFT_OUT_SHOWN else [])])
        self.left_out.setVisible(bool(said))
        row = self.list.currentIndex().row()
        self.model.put([item for item in items if isinstance(item, Found)], instead_of)
        self.list.setCurrentIndex(self.model.index(max(0, min(row, self.model.rowCount() - 1)), 0))
        self._show(self.list.currentIndex())

    def articles(self) -> list[Article]:
        """The articles that are checked, with what was corrected."""
        return self.model.articles()

    def _lay_out(self, face: QFont) -> None:
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Articles that were found"))
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setWordWrap(False)
        self.list.setShowGrid(False)
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column, width in enumerate(_WIDTHS):
            self.list.setColumnWidth(column, width)
        self.list.horizontalHeader().setStretchLastSection(True)
        self.list.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.text.setAccessibleName(self.tr("Text of the article"))
        self.text.setFont(face)
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.left_out.setAccessibleName(self.tr("What is left out"))
        self.left_out.setWordWrap(True)
        self.left_out.setMaximumHeight(92)
        self.source.setAccessibleName(self.tr("Source"))
        self.published.setAccessibleName(self.tr("Published"))
        self.published.setMaximumWidth(120)
        self.remarks.setProperty("muted", True)
        beside = QWidget()
        side = QVBoxLayout(beside)
        side.setContentsMargins(8, 0, 8, 0)
        side.addWidget(self.remarks)
        side.addWidget(self.text, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(beside)
        parts.setSizes([290, 230])
        together = QHBoxLayout()
        for button in (self.all, self.none):
            button.setAutoDefault(False)
            together.addWidget(button)
        together.addStretch(1)
        self.say.setAutoDefault(False)
        for part in (self.source, self.published, self.say):
            together.addWidget(part)
        layout = QVBoxLayout(self)
        layout.addWidget(self.summary)
        layout.addWidget(self.mapping)
        layout.addWidget(parts, 1)
        layout.addLayout(together)
        layout.addWidget(self.left_out)
        layout.addWidget(self.buttons)
        self.list.setFocus()

    def _refresh(self) -> None:
        """The sentence above, and what the buttons would do."""
        rows, taken = self.model.rows, len(self.model.articles())
        parts = [self.tr("%n article(s) found", "", len(rows))]
        if known := sum(bool(row.why_not) for row in rows):
            parts.append(self.tr("%n of them there already", "", known))
        if self.skipped:
            parts.append(self.tr("%n problem(s)", "", len(self.skipped)))
        self.summary.setText(wording.listed(parts))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Add %n article(s)", "", taken))
        ok.setEnabled(taken > 0)
        source, day = self.source.text().strip(), self.published.text().strip()
        self.say.setEnabled(taken > 0 and bool(source or day) and (not day or is_day(day)))

    def _show(self, index: QModelIndex) -> None:
        if not index.isValid() or index.row() >= self.model.rowCount():
            self.text.clear()
            self.remarks.hide()
            return
        row = self.model.rows[index.row()]
        article = row.found.article
        # Left to itself, Qt puts Arabic flush left.
        side = Qt.AlignmentFlag.AlignRight if QGuiApplication.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        if ARABIC_LETTER.search(article.text):
            side = Qt.AlignmentFlag.AlignRight
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.text.document().setDefaultTextOption(option)
        self.text.setPlainText(article.text[:_SHOWN] + ("…" if len(article.text) > _SHOWN else ""))
        self.remarks.setText(wording.listed([*filter(None, (article.author, article.url)), *notes_of(row)]))
        self.remarks.setVisible(bool(self.remarks.text()))

    def _say_of_all(self) -> None:
        said = {"source": self.source.text().strip(), "published": self.published.text().strip()}
        self.model.say_of_all(**{part: value for part, value in said.items() if value})


class _Mapping(QWidget):
    """Which column of a table is which part of an article. `changed` as soon as one is chosen."""

    changed = Signal(object, object)  # path, part → column; "" for none

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables: Mapping[Path, FoundTable] = {}
        self.table = QComboBox()
        self.table.setAccessibleName(QCoreApplication.translate("ImportPreview", "Table"))
        self.parts = {part: QComboBox() for part in PARTS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        for part, box in self.parts.items():
            name = QCoreApplication.translate("ImportPreview", PARTS[part])
            label = QLabel(name)
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            layout.addWidget(label)
            layout.addWidget(box, 1)
            box.activated.connect(self._tell)
        self.table.activated.connect(self._show)
        self.hide()

    def set_tables(self, tables: Mapping[Path, FoundTable]) -> None:
        """Offer the columns of these tables, one table at a time."""
        current = self.table.currentData()
        self._tables = tables
        self.table.clear()
        for path in tables:
            self.table.addItem(path.name, path)
        self.table.setCurrentIndex(max(0, self.table.findData(current)))
        self.setVisible(bool(tables))
        self._show()

    def _show(self) -> None:
        found = self._tables.get(self.table.currentData())
        for part, box in self.parts.items():
            box.clear()
            if found:
                box.addItem("—", "")
                for column in found.table.columns:
                    box.addItem(column, column)
                box.setCurrentIndex(max(0, box.findData(found.table.chosen.get(part, ""))))

    def _tell(self) -> None:
        self.changed.emit(self.table.currentData(), {part: box.currentData() for part, box in self.parts.items()})
