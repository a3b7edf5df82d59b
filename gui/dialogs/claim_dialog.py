"""A claim from a selection: what it answers, who says it, with what value and commitment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.extract.selection import read_value
from core.model import Attribution, Claim, ClaimKind, Label, Modality, Polarity, Value
from gui import wording
from gui.reader.card import plain_label

_READ_AS = {ClaimKind.QUANTITY: Label.QUANTITY, ClaimKind.TIME: Label.TIME}


class ClaimDialog(QDialog):
    """Edits a claim; its words stay. `claim()` and `note()` are the answer."""

    def __init__(
        self, claim: Claim, note: str, speakers: Iterable[str], published: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Claim"))
        self._claim = claim
        self._published = published
        self._value: Value | None = claim.value
        self.kind = choice(wording.CLAIM_KINDS, claim.kind)
        self.value = QLineEdit(value_words(claim))
        self.value_shown = plain_label("")
        self.value_shown.setProperty("muted", True)
        self.modality = choice(wording.MODALITIES, claim.modality)
        self.polarity = choice(wording.POLARITIES, claim.polarity)
        self.speaker = QComboBox(editable=True)
        self.speaker.addItems(["", *speakers])
        self.speaker.setCurrentText(claim.attribution.speaker or "")
        self.speaker.lineEdit().setPlaceholderText(self.tr("the outlet itself"))
        self.via = QLineEdit(claim.attribution.via or "")
        self.note_field = QPlainTextEdit(note)
        self.note_field.setProperty("field", True)
        self.note_field.setTabChangesFocus(True)
        self.note_field.setMaximumHeight(80)
        words = plain_label(claim.text if len(claim.text) <= 300 else claim.text[:299] + "…")
        words.setProperty("heading", True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(words)
        for name, field in (
            (self.tr("&Answers"), self.kind),
            (self.tr("&Value"), self.value),
            ("", self.value_shown),
            (self.tr("&Commitment"), self.modality),
            (self.tr("&Polarity"), self.polarity),
            (self.tr("&Speaker"), self.speaker),
            (self.tr("&Through"), self.via),
            (self.tr("&Note"), self.note_field),
        ):
            form.addRow(name, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)
        self.kind.currentIndexChanged.connect(self._read)
        self.value.textChanged.connect(self._read)
        self._read()

    def claim(self) -> Claim:
        """The claim as it was filled in."""
        said = Attribution(self.speaker.currentText().strip() or None, self.via.text().strip() or None)
        return replace(
            self._claim,
            kind=ClaimKind(self.kind.currentData()),
            value=self._value,
            modality=Modality(self.modality.currentData()),
            polarity=Polarity(self.polarity.currentData()),
            attribution=said,
        )

    def note(self) -> str:
        """The note, without white space around it."""
        return self.note_field.toPlainText().strip()

    def _read(self) -> None:
        """Read the value as it is typed, and say how it is understood."""
        words = self.value.text().strip()
        label = _READ_AS.get(ClaimKind(self.kind.currentData()))
        unchanged = words == value_words(self._claim) and self.kind.currentData() == str(self._claim.kind)
        if unchanged and self._claim.value is not None:
            self._value = self._claim.value
        else:
            self._value = (read_value(words, label, self._published) if label else words) or None
        if label and words and self._value is None:
            self.value_shown.setText(self.tr("No value can be read from these words; the claim is kept without one."))
        else:
            self.value_shown.setText(wording.value(self._value) if label else "")


def value_words(claim: Claim) -> str:
    """The words from which the value of a claim is read."""
    return claim.value if isinstance(claim.value, str) else claim.text if claim.value is not None else ""


def choice(table: dict[str, str], current: StrEnum | str) -> QComboBox:
    """A list of the words of an enum; the data of each line is its value."""
    box = QComboBox()
    for key in table:
        box.addItem(wording.word(table, key), key)
    box.setCurrentIndex(box.findData(str(current)))
    return box
