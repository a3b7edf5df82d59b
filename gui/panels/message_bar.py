"""One line across the window for what the person must know; it stays until it is closed, and blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from gui import theme
from gui.reader.card import plain_label


class MessageBar(QFrame):
    """Hidden while there is nothing to say. `show_error` stands out, `show_notice` does not."""

    def __init__(self, parent: QWidget | None = None, closable: bool = True) -> None:
        super().__init__(parent)
        self.text = plain_label("")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self.text, 1)
        if closable:
            close = QToolButton(icon=theme.icon("close"), toolTip=self.tr("Close this message"))
            close.setAccessibleName(self.tr("Close this message"))
            close.clicked.connect(self.hide)
            layout.addWidget(close)
        self.hide()

    def show_error(self, sentence: str) -> None:
        """Something did not work."""
        self._show(sentence, "error")

    def show_notice(self, sentence: str) -> None:
        """Something to know."""
        self._show(sentence, "true")

    def _show(self, sentence: str, kind: str) -> None:
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("banner", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
