"""Relating two passages by hand: how do they stand to each other?"""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.model import RelationKind
from core.store.rulings import RelateSpans
from gui import wording
from gui.reader.card import plain_label
from gui.reader.passage import Passage

_SHOWN = 220  # code points of a passage in the dialog
# The likeliest first: who relates two passages by hand has mostly seen a contradiction that was missed.
_KINDS = (
    RelationKind.CONTRADICTS,
    RelationKind.DIFFERS_IN_SCOPE,
    RelationKind.CORROBORATES,
    RelationKind.REFINES,
    RelationKind.UPDATES,
    RelationKind.DIFFERENT_EVENT,
)


class RelateDialog(QDialog):
    """How do these two stand to each other?"""

    def __init__(
        self, first: Passage, second: Passage, sources: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Relate two passages"))
        self._ends = first, second
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for source, passage in zip(sources, self._ends, strict=True):
            label = plain_label(wording.directed(passage.shortened(_SHOWN)))
            label.setWordWrap(True)
            name = plain_label(wording.name(source))
            name.setProperty("muted", True)
            form.addRow(name, label)
        self.kind = QComboBox()
        for kind in _KINDS:
            self.kind.addItem(wording.word(wording.RELATIONS, kind), kind)
        form.addRow(self.tr("&They"), self.kind)
        self.question = QLineEdit(placeholderText=self.tr("Leave empty to take the question of the passage"))
        form.addRow(self.tr("&Question"), self.question)
        self.note = QLineEdit(placeholderText=self.tr("What you checked, and where"))
        form.addRow(self.tr("&Note"), self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Relate"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(600)
        self.kind.setFocus()

    def edit(self) -> RelateSpans:
        """What to do."""
        first, second = self._ends
        return RelateSpans(
            first.article_id,
            first.span,
            second.article_id,
            second.span,
            RelationKind(self.kind.currentData()),
            self.question.text().strip(),
            self.note.text().strip(),
        )
