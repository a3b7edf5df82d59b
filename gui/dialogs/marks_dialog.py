"""What a file of marks holds, before it is taken in."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QVBoxLayout, QWidget

from core.interchange import FoundMarks, Taken
from gui import wording
from gui.reader.card import plain_label

# The formats' own names.
_NAMES = {
    "doccano": "doccano",
    "label-studio": "Label Studio",
    "brat": "brat",
    "conll": "CoNLL / IOB2",
    "webanno": "WebAnno TSV",
    "uima": "UIMA CAS",
    "web-annotation": "W3C Web Annotation",
    "refi-qda": "REFI-QDA",
    "claim-review": "ClaimReview",
}


class MarksDialog(QDialog):
    """Accepted where the person wants the file taken in."""

    def __init__(self, found: FoundMarks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take marks in"))
        self.setMinimumWidth(560)
        self.summary = plain_label(wording.led(f"{wording.path(found.path.name)} · {self._kind(found.kind)}"))
        self.summary.setProperty("heading", True)
        self.holds = plain_label(
            TakenWords().of(found.holds) or self.tr("There is nothing in it that the project lacks.")
        )
        self.holds.setWordWrap(True)
        self.problems = QListWidget()
        self.problems.setAccessibleName(self.tr("What is left out"))
        self.problems.setWordWrap(True)
        self.problems.addItems([wording.sentence(one) for one in found.problems])
        if found.holds.skipped > len(found.problems):
            self.problems.addItem("…")
        self.problems.setVisible(bool(found.problems))
        note = plain_label(self.tr("This is one step of the history: undo takes it back."))
        note.setProperty("muted", True)
        note.setVisible(found.kind != "project")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Take in"))
        held = found.holds
        ok.setEnabled(bool(held.articles or held.marks or held.verdicts or held.rows))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.summary, self.holds, self.problems, note, self.buttons):
            layout.addWidget(part)

    def _kind(self, kind: str) -> str:
        ours = {
            "annotations": self.tr("a table of marks"),
            "verdicts": self.tr("a table of verdicts"),
            "project": self.tr("a whole project"),
        }
        return ours.get(kind) or _NAMES[kind]


class TakenWords(QObject):
    """How much of what came in, or would, in words."""

    def of(self, taken: Taken) -> str:
        """One line; "" for nothing."""
        parts = [self.tr("%n article(s)", "", taken.articles)] if taken.articles else []
        parts += [self.tr("%n mark(s)", "", taken.marks)] if taken.marks else []
        parts += [self.tr("%n verdict(s)", "", taken.verdicts)] if taken.verdicts else []
        parts += [self.tr("%n row(s)", "", taken.rows)] if taken.rows else []
        parts += [self.tr("%n left out", "", taken.skipped)] if taken.skipped else []
        listed = wording.isolate(", ".join(taken.labels))
        parts += [self.tr("new labels: {}").format(listed)] if taken.labels else []
        return " · ".join(parts)
