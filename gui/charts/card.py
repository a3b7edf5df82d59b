"""The card that says what a mark of a chart is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_WIDTH = 360  # pixels
_GAP = 8


class Card(QFrame):
    """Floats over its parent and takes no focus; shows words of articles as plain text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMaximumWidth(_WIDTH)
        self.lines: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 12, 10)
        self._layout.setSpacing(4)
        self.hide()

    def show_lines(self, lines: Sequence[str], where: QRect) -> None:
        """The first line stands out. Below `where` (in the parent), or above it where there is no room."""
        while len(self.lines) < len(lines):
            label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            label.setProperty("heading" if not self.lines else "muted", True)
            self._layout.addWidget(label)
            self.lines.append(label)
        for label, text in zip(self.lines, (*lines, *[""] * len(self.lines)), strict=False):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName("\n".join(lines))
        self._layout.activate()
        self.resize(_WIDTH, self._layout.totalHeightForWidth(_WIDTH))
        area = self.parentWidget().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        y = where.bottom() + _GAP
        if y + self.height() > area.bottom():
            y = where.top() - _GAP - self.height()
        x = where.center().x() - self.width() // 2
        self.move(max(min(x, area.right() - self.width()), area.left()), max(y, area.top()))
        self.show()
        self.raise_()

    def text(self) -> str:
        """All that it says, a line each."""
        return self.accessibleName()
