"""Two parts of a line that stand under each other where the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


class Folding(QWidget):
    """`first` takes what is left; they fold where that is not `room` pixels more than it needs at least."""

    def __init__(self, first: QLayout, second: QLayout, room: int = 0) -> None:
        super().__init__()
        self._parts, self._room = (first, second), room
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addLayout(first, 1)
        self._layout.addLayout(second)

    def set_spacing(self, pixels: int) -> None:
        """Between the parts, beside or under each other."""
        self._layout.setSpacing(pixels)

    @property
    def folded(self) -> bool:
        """Whether the parts stand under each other."""
        return self._layout.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """That of the wider part: in the way of nobody who makes the window narrower."""
        return QSize(max(part.minimumSize().width() for part in self._parts), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        first, second = self._parts
        asked = first.minimumSize().width() + self._room + self._layout.spacing() + second.sizeHint().width()
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.TopToBottom if self.width() < asked else direction.LeftToRight)
