"""Review packets in the window: choose the pairs and write a note; take in what a second editor decided."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.model import Show, VerdictKind
from core.team import packet as packets
from gui import wording
from gui.session import Session


class PacketDialog(QDialog):
    """`path` is where the packet was written, None while it is not."""

    def __init__(self, session: Session, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send for review"))
        self._session = session
        self.path: Path | None = None
        self._keys = _choices(session, current)
        what = _label(
            self.tr(
                "One file with the pairs you choose and just the passages that they need. Your colleague opens it in "
                "Mizan, decides without seeing your verdicts, and sends it back; drop it on this window to take the "
                "verdicts in beside yours."
            )
        )
        words = {
            "current": self.tr("The pair in sight"),
            "open": self.tr("%n undecided contradiction(s)", "", len(self._keys["open"])),
            "waiting": self.tr("%n undecided pair(s), those to check too", "", len(self._keys["waiting"])),
            "decided": self.tr("%n decided pair(s), for a second opinion", "", len(self._keys["decided"])),
        }
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(what)
        self.choices: dict[str, QRadioButton] = {}
        for name, text in words.items():
            button = self.choices[name] = QRadioButton(text)
            button.setEnabled(bool(self._keys[name]))
            layout.addWidget(button)
        if first := next((button for button in self.choices.values() if button.isEnabled()), None):
            first.setChecked(True)
        self.note = QPlainTextEdit()
        self.note.setProperty("field", True)
        self.note.setPlaceholderText(self.tr("A note for the reviewer: what to look at"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(4 * self.fontMetrics().lineSpacing())
        layout.addWidget(self.note)
        self.problem = _label("")
        self.problem.hide()
        layout.addWidget(self.problem)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save the packet…"))
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(first is not None)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(520)

    def chosen(self) -> list[str]:
        """The pairs (IDs) that go along."""
        return next((self._keys[name] for name, button in self.choices.items() if button.isChecked()), [])

    def _save(self) -> None:
        project = self._session.project.path
        name = self.tr("{} review.mizan").format(project.stem)
        out, _ = QFileDialog.getSaveFileName(
            self, self.tr("The packet"), str(project.parent / name), self.tr("Mizan projects (*.mizan)")
        )
        if not out:
            return
        path = Path(out).with_suffix(".mizan")
        try:
            if path.resolve() != project.resolve():
                path.unlink(missing_ok=True)  # the person was asked already
            packets.make(self._session.project, self.chosen(), path, self.note.toPlainText().strip())
        except (KnownError, OSError) as error:
            self.problem.setText(wording.sentence(error) if isinstance(error, KnownError) else str(error))
            self.problem.show()
            return
        self.path = path
        self.accept()


class TakeBox(QMessageBox):
    """What a returned packet holds; `wanted` says whether the person took it in."""

    def __init__(self, found: packets.Returned, read_only: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Review packet"))
        who = "، ".join(map(wording.isolate, found.reviewers))
        lines = [self.tr("%n verdict(s) in this packet", "", found.verdicts)]
        lines += [self.tr("by {}").format(who)] if who else []
        if found.different:
            lines.append(self.tr("%n differ from what stands here; both stay, for adjudication", "", found.different))
        self.setText("\n".join(wording.led(line) for line in lines))
        self.take = self.addButton(self.tr("Take in"), QMessageBox.ButtonRole.AcceptRole)
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(self.take)
        self.take.setEnabled(found.verdicts > 0 and not read_only)

    def wanted(self) -> bool:
        """Ask."""
        self.exec()
        return self.clickedButton() is self.take


def take(session: Session, path: Path, parent: QWidget) -> bool:
    """Show what a returned packet holds and, at one press, take it in. False where that was not wanted or possible."""
    try:
        found = packets.look(session.project, path)
    except KnownError as error:
        session.fail(error)
        return False
    box = TakeBox(found, session.read_only, parent)
    wanted = box.wanted()
    box.deleteLater()
    return wanted and session.bring(lambda: packets.take(session.project, path))


def _choices(session: Session, current: str) -> dict[str, list[str]]:
    project = session.project
    decided = {key for key, one in project.verdicts().items() if one.kind is not VerdictKind.UNDECIDED}
    found = {show: [key.id for key in project.relation_keys([show])] for show in (Show.CONFLICT, Show.CHECK)}
    every = [key for keys in found.values() for key in keys]
    return {
        "current": [current] if current else [],
        "open": [key for key in found[Show.CONFLICT] if key not in decided],
        "waiting": [key for key in every if key not in decided],
        "decided": [key for key in every if key in decided],
    }


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
