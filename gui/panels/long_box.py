"""A combo box for thousands of choices: nothing is measured but what is in sight."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSize
from PySide6.QtWidgets import QComboBox, QListView

_LETTERS = 12


class LongBox(QComboBox):
    """As wide as it is when it is empty: Qt would ask every choice for its icon."""

    def __init__(self, model: QAbstractItemModel, letters: int = _LETTERS) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(letters)
        self._hint = super().sizeHint()
        if isinstance(listed := self.view(), QListView):
            listed.setUniformItemSizes(True)
        self.setModel(model)

    def sizeHint(self) -> QSize:
        return self._hint

    def minimumSizeHint(self) -> QSize:
        return self._hint
