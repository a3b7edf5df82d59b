"""One editor's version, with the key that chooses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.project import Version
from gui import wording
from gui.adjudicate import words
from gui.panels.folding import Folding


class VersionCard(QFrame):
    """Who decided what, when, with which note; `chosen` when an editor takes it."""

    chosen = Signal(str)  # Version.id

    def __init__(self, version: Version, key: str, enabled: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = version
        self.setObjectName("versionCard")
        said, note = words.decision(version)
        who = _label(wording.isolate(words.editor(version)), bold=True)
        when = _label(wording.moment(version.at))
        when.setProperty("muted", True)
        self.said = _label(said, bold=True, scale=1.2)
        self.note = _label(note)
        if not note:
            self.note.hide()
        self.choose = QToolButton()
        self.choose.setProperty("framed", True)
        text = self.tr("Stands now") if version.current else self.tr("Choose")
        self.choose.setText(f"{text}  {key}".rstrip())
        self.choose.setCheckable(True)
        self.choose.setChecked(version.current)
        self.choose.setEnabled(enabled)
        self.choose.setAccessibleName(f"{self.choose.text()}: {words.editor(version)}, {said}")
        self.choose.setToolTip(self.tr("Let this version hold"))
        self.choose.clicked.connect(lambda: self.chosen.emit(version.id))
        when.setWordWrap(False)
        name, date = QHBoxLayout(), QHBoxLayout()
        name.addWidget(who, 1)
        date.addWidget(when)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(Folding(name, date))
        layout.addWidget(self.said)
        layout.addWidget(self.note, 1)
        layout.addStretch(0)
        layout.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)


def _label(text: str, *, bold: bool = False, scale: float = 1.0) -> QLabel:
    label = QLabel(wording.led(text))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    label.setFont(font)
    return label
