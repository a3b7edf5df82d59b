"""The report of an unexpected error: the person reads it, and saves or copies it to send it. Nothing sends it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile, QSaveFile, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextOption
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from gui import faults, wording
from gui.reader.card import plain_label


class CrashDialog(QDialog):
    """All that is in the report is in sight."""

    def __init__(self, trace: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Report of an error"))
        said = plain_label(
            self.tr(
                "This says where in the program it happened and what is installed. No word of your articles is in it, "
                "and nothing is sent: read it, save it, and send it if you like."
            )
        )
        said.setWordWrap(True)
        self.text = QPlainTextEdit(faults.full_report(trace))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Report of an error"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
        self.text.document().setDefaultTextOption(option)
        self.outcome = plain_label("")
        self.outcome.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save_button, self.copy_button = QPushButton(self.tr("Save…")), QPushButton(self.tr("Copy"))
        for button, slot in ((self.save_button, self._save_as), (self.copy_button, self.copy)):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(slot)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (said, self.text, self.outcome, buttons):
            layout.addWidget(widget)
        self.resize(760, 480)

    def copy(self) -> None:
        """Put it into the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.outcome.setText(self.tr("Copied."))

    def save(self, path: Path) -> None:
        """Write it to a file, whole or not at all."""
        file = QSaveFile(str(path))
        written = file.open(QFile.OpenModeFlag.WriteOnly) and file.write(self.text.toPlainText().encode()) >= 0
        if written and file.commit():
            self.outcome.setText(self.tr("Saved as {}").format(wording.path(path)))
        else:
            self.outcome.setText(self.tr("It could not be saved there: {}").format(file.errorString()))

    def _save_as(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), "mizan-report.txt", "*.txt")
        if path:
            self.save(Path(path))
