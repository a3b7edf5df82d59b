"""The line at the foot of the window: what was done, what is going on, where everything is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from gui import wording
from gui.actions import Actions
from gui.jobs import Jobs
from gui.session import Session

_SAID = 8000  # ms
_PATH = 48  # characters of the path that are shown


class StatusLine(QStatusBar):
    """Shows progress with a way to stop it while a job runs."""

    def __init__(self, session: Session, jobs: Jobs, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.doing = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.stop = QToolButton()
        self.stop.setDefaultAction(actions["cancel"])
        path = str(session.project.path)
        shown = path if len(path) <= _PATH else "…" + path[-_PATH:]
        saved = self.tr("Read only: {}") if session.read_only else self.tr("Saved automatically: {}")
        self.file = QToolButton()
        self.file.setText(saved.format(f"\u2066{shown}\u2069"))
        self.file.setToolTip(f"{actions['reveal'].toolTip()}\n{path}")
        self.file.setProperty("muted", True)
        self.file.clicked.connect(actions["reveal"].trigger)
        for widget in (self.doing, self.bar, self.stop, self.file):
            self.addPermanentWidget(widget)
        self._set_busy(False)
        session.said.connect(lambda text: self.showMessage(text, _SAID))
        jobs.started.connect(self._started)
        jobs.progress.connect(self._progress)
        jobs.finished.connect(lambda: self._set_busy(False))
        self.setLayoutDirection(Qt.LayoutDirection(parent.layoutDirection()) if parent else self.layoutDirection())

    def _started(self, text: str) -> None:
        self._set_busy(True)
        self._text = text
        self.doing.setText(text)
        self.bar.setRange(0, 0)

    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        count = self.tr("{0} of {1}").format(wording.number(done), wording.number(total))
        self.doing.setText(f"{self._text} {count}" if total else self._text)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.doing, self.bar, self.stop):
            widget.setVisible(busy)
        self.stop.defaultAction().setEnabled(busy)
