"""A damaged project: what it still holds is saved into a new file, or its newest sound backup is opened as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.store import backups
from core.store.backups import Backup
from core.store.repair import Repaired, repair, words
from gui import i18n, wording, workers
from gui.aside import work_aside
from gui.reader.card import plain_label

_Result = TypeVar("_Result")


class RepairDialog(QDialog):
    """The damaged file is never written to. `chosen` is the project to open, once the dialog was accepted."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Damaged project"))
        self.chosen: Path | None = None
        self._path = path
        said = plain_label(
            self.tr(
                "The project file {} is damaged. It stays as it is: what it still holds is saved into a new file, and "
                "what could not be saved is listed here."
            ).format(wording.path(path))
        )
        self.outcome, self.problem = plain_label(""), plain_label("")
        self.lost = QListWidget()
        self.lost.setAccessibleName(self.tr("What could not be saved"))
        self.lost.setWordWrap(True)
        self.working = QProgressBar(maximum=0, textVisible=False, visible=False)
        self.working.setAccessibleName(self.tr("Saving…"))
        self.save_button = QPushButton(self.tr("Save what can be saved…"))
        self.backup_button = QPushButton(self.tr("Take the newest backup…"))
        self.open_button = QPushButton(self.tr("Open the saved project"))
        self.open_button.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button, slot in (
            (self.save_button, lambda: self._ask("-repaired", self.save_as)),
            (self.backup_button, lambda: self._ask("-backup", self.take_backup)),
            (self.open_button, self.accept),
        ):
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        newest = next(iter(backups.listed(path)), None)
        self.backup_button.setEnabled(newest is not None)
        kept = self.tr("Newest backup: {}").format(_when(newest)) if newest else self.tr("There is no backup of it.")
        layout = QVBoxLayout(self)
        for widget in (said, plain_label(kept), self.outcome, self.lost, self.working, self.problem, buttons):
            layout.addWidget(widget)
        for label in (said, self.outcome, self.problem):
            label.setWordWrap(True)
        layout.addStretch()
        self.lost.hide()
        self.resize(700, 300)

    def save_as(self, out: Path) -> None:
        """Make `out` of what can be read."""
        self._work(lambda: _repaired(self._path, out), lambda done: self._show(out, done))

    def take_backup(self, out: Path) -> None:
        """Make `out` of the newest backup that is sound."""
        done = self.tr("The backup of {} is saved as {}.")

        def show(backup: Backup) -> None:
            self._offer(out, done.format(_when(backup), wording.path(out)))

        self._work(lambda: backups.rescue(self._path, out), show)

    def _ask(self, end: str, then: Callable[[Path], object]) -> None:
        path = self._path
        free = next(name for number in range(1, 1000) if not (name := _named(path, end, number)).exists())
        chosen, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), str(free), "*.mizan")
        if chosen:
            then(Path(chosen).with_suffix(".mizan"))

    def _work(self, work: Callable[[], _Result], then: Callable[[_Result], object]) -> None:
        self._set_busy(True)
        self.problem.setText("")

        def done(result: _Result) -> None:
            self._set_busy(False)
            then(result)

        def fail(error: KnownError) -> None:
            self._set_busy(False)
            self.problem.setText(wording.sentence(error))

        work_aside(self, work, done, fail)

    def _set_busy(self, busy: bool) -> None:
        self.working.setVisible(busy)
        self.save_button.setEnabled(not busy)
        self.backup_button.setEnabled(not busy and bool(backups.listed(self._path)))

    def _show(self, out: Path, done: Repaired) -> None:
        arabic = i18n.language() == "ar"
        counts = "، " if arabic else ", "
        saved = counts.join(f"{words(table)[not arabic]}: {done.saved[table]}" for table in ("articles", "annotations"))
        saved += counts + f"{words('verdicts')[not arabic]}: {done.saved['verdicts']}"
        self._offer(out, self.tr("Saved in {}: {}").format(wording.path(out), saved))
        self.lost.clear()
        self.lost.addItems([wording.sentence(one) for one in done.lost])
        self.lost.setVisible(bool(done.lost))

    def _offer(self, out: Path, sentence: str) -> None:
        self.chosen = out
        self.outcome.setText(sentence)
        self.open_button.setEnabled(True)
        self.open_button.setDefault(True)
        self.open_button.setFocus()


def _repaired(path: Path, out: Path) -> Repaired:
    """What `repair` comes to, in a process of its own.

    It reads the file as bytes, and a process that closes one it has open through SQLite too loses SQLite's locks on it.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, initializer=workers.begin) as pool:
        return pool.submit(repair, path, out).result()


def _named(path: Path, end: str, number: int) -> Path:
    return path.with_name(f"{path.stem}{end}{'' if number == 1 else f'-{number}'}.mizan")


def _when(backup: Backup) -> str:
    return wording.isolate(wording.moment(backup.at.isoformat()))
