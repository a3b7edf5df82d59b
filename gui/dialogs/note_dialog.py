"""A few words on a mark."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from gui.reader.card import plain_label


class NoteDialog(QDialog):
    """Asks for a note; `note()` is what was written."""

    def __init__(self, label: str, words: str, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self.field = QPlainTextEdit(note)
        self.field.setProperty("field", True)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("Note"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        shown = words if len(words) <= 160 else words[:159] + "…"
        layout.addWidget(plain_label(f"{label}: {shown}"))
        layout.addWidget(self.field)
        layout.addWidget(buttons)
        self.resize(420, 240)

    def note(self) -> str:
        """The note, without white space around it."""
        return self.field.toPlainText().strip()
