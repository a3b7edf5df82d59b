"""The line at the foot of the window: what was done, what is going on, where everything is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QTime
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
        self._path = session.project.path
        self.file = QToolButton()
        always = self.tr("Every change is in the file at once; nothing has to be saved.")
        self.file.setToolTip(f"{always}\n{actions['reveal'].toolTip()}\n{wording.path(self._path)}")
        self.file.clicked.connect(actions["reveal"].trigger)
        self._say(self.tr("Reading only:") if session.read_only else self.tr("Saved automatically:"))
        for widget in (self.doing, self.bar, self.stop, self.file):
            self.addPermanentWidget(widget)
        self._set_busy(False)
        if not session.read_only:
            session.changed.connect(self._saved)
            session.unsaved.connect(self._not_saved)
        session.said.connect(self._pass_on)  # methods: what is no method would outlive this window
        jobs.started.connect(self._started)
        jobs.progress.connect(self._progress)
        jobs.finished.connect(lambda: self._set_busy(False))
        self.setLayoutDirection(Qt.LayoutDirection(parent.layoutDirection()) if parent else self.layoutDirection())

    def _pass_on(self, text: str) -> None:
        self.showMessage(text, _SAID)

    def _not_saved(self) -> None:
        self._say(self.tr("Not saved:"), alarm=True)

    def _saved(self) -> None:
        time = QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
        self._say(self.tr("Saved at {}:").format(wording.isolate(time)))

    def _say(self, state: str, alarm: bool = False) -> None:
        """How the file stands, and where it is."""
        self.file.setText(f"{state} {wording.path(shortened(self._path))}")
        self.file.setAccessibleName(self.file.text())
        self.file.setProperty("muted", not alarm)
        self.file.setProperty("alarm", alarm)
        self.file.style().unpolish(self.file)
        self.file.style().polish(self.file)

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


def shortened(path: Path) -> Path:
    """A path with the person's home as ~, and as many of its last folders as there is room for."""
    if path.is_relative_to(Path.home()):
        path = "~" / path.relative_to(Path.home())
    shown = Path(path.name)
    for folder in reversed(path.parts[:-1]):
        if len(str(folder / shown)) > _PATH:
            return "…" / shown
        shown = folder / shown
    return shown
