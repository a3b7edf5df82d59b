"""Write annotations, claims, contradictions, the matrix or the articles to a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.exporters import FORMATS, TABLES, export
from gui import i18n
from gui.reader.card import plain_label
from gui.session import Session
from gui.settings import Settings

WHAT = {
    "contradictions": QT_TRANSLATE_NOOP("ExportDialog", "Contradictions and verdicts"),
    "facts": QT_TRANSLATE_NOOP("ExportDialog", "Facts by source"),
    "claims": QT_TRANSLATE_NOOP("ExportDialog", "Claims"),
    "annotations": QT_TRANSLATE_NOOP("ExportDialog", "Marks"),
    "articles": QT_TRANSLATE_NOOP("ExportDialog", "Articles"),
    "decisions": QT_TRANSLATE_NOOP("ExportDialog", "Decisions: who, when, why"),
}
SHAPES = {
    "csv": QT_TRANSLATE_NOOP("ExportDialog", "CSV, for Excel and LibreOffice"),
    "jsonl": QT_TRANSLATE_NOOP("ExportDialog", "JSON Lines, for programs"),
}


class ExportDialog(QDialog):
    """Stays open when writing fails, with the reason."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._session, self._settings = session, settings
        self.what = _choice(WHAT, list(TABLES))
        self.shape = _choice(SHAPES, list(FORMATS))
        self.bom = QCheckBox(self.tr("Mark the file as UTF-8, so that Excel shows Arabic"), checked=True)
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("File"))
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._browse)
        self.problem = plain_label("")
        self.problem.setProperty("banner", "error")
        self.problem.setContentsMargins(8, 6, 8, 6)
        self.problem.hide()
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("&What"), self.what)
        form.addRow(self.tr("&Format"), self.shape)
        form.addRow("", self.bom)
        form.addRow(self.tr("File"), place)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
        self.setMinimumWidth(520)
        self.what.currentIndexChanged.connect(self._propose)
        self.shape.currentIndexChanged.connect(self._propose)
        self._propose()

    def _propose(self) -> None:
        """A name that says what is in it, beside the last export."""
        folder = Path(self.path.text()).parent if self.path.text() else self._folder()
        stem = f"{self._session.project.path.stem}-{self.what.currentData()}"
        self.path.setText(str(folder / f"{stem}.{self.shape.currentData()}"))
        self.bom.setEnabled(FORMATS[self.shape.currentData()].bom)
        self.problem.hide()

    def _folder(self) -> Path:
        last = self._settings["last_folder"]
        return Path(last) if last and Path(last).is_dir() else Path.home()

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), self.path.text())
        if path:
            self.path.setText(path)

    def _save(self) -> None:
        path = Path(self.path.text().strip())
        try:
            export(
                self._session.project,
                self.what.currentData(),
                self.shape.currentData(),
                path,
                bom=self.bom.isEnabled() and self.bom.isChecked(),
            )
        except KnownError as error:
            self.problem.setText(error.ar if i18n.language() == "ar" else error.en)
            self.problem.show()
            return
        self._settings["last_folder"] = str(path.parent)
        self._session.said.emit(self.tr("Written: {}").format(f"\u2066{path}\u2069"))
        self.accept()


def _choice(names: dict[str, str], keys: list[str]) -> QComboBox:
    """The formats and tables that core has, by our names for them."""
    box = QComboBox()
    for key in sorted(keys, key=lambda key: list(names).index(key) if key in names else len(names)):
        box.addItem(QCoreApplication.translate("ExportDialog", names[key]) if key in names else key, key)
    return box
