"""What a page says where it has nothing to show, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.actions import Actions

_MARGIN = 32  # pixels


class EmptyPage(QWidget):
    """A sentence in the middle; below it `others` of the page and, with `actions`, the ways to add articles."""

    def __init__(self, actions: Actions | None, *others: QWidget) -> None:
        super().__init__()
        self.words = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.words.setProperty("muted", True)
        self.words.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self.ways = [actions.button(action_id) for action_id in ("import_files", "import_folder")] if actions else []
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (*others, *self.ways):
            button.setProperty("framed", True)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(self.words)
        layout.addLayout(row)
        layout.addStretch(3)

    def say(self, sentence: str, *, add: bool = False) -> None:
        """Why there is nothing; `add`: articles are what is missing."""
        self.words.setText(sentence)
        for button in self.ways:
            button.setVisible(add)
