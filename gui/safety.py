"""What keeps the work of one window safe, beside the editor's own steps: backups, versions that a synchronised folder
left apart, a project that somebody else has, a program that ended abruptly. Nothing here makes the window wait.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from core.errors import DamagedError
from core.store import backups, copies, lock
from gui import faults, wording
from gui.aside import work_aside
from gui.dialogs import choose
from gui.panels.offer_bar import OfferBar

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_SOON = 1500  # ms after the window is there
_ASK = 3000  # ms between two looks at whether the project is free


class Safety(QObject):
    """Looks after one window; a child of it, so that it ends with it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self.offers: dict[str, OfferBar] = {}
        project = self._session.project
        if crash := faults.take_crash():
            self.offer(
                "crash",
                self.tr("Mizan ended abruptly last time; what you had done is saved."),
                {self.tr("Report…"): lambda: self._report(crash)},
            )
        if project.left_by:
            self.offer(
                "left",
                self.tr(
                    "On another machine this project was opened and not closed: {}. If it is still open there, close "
                    "it: else both write versions of their own."
                ).format(wording.isolate(project.left_by)),
                {},
            )
        self._session.damaged.connect(self.tell_of_damage)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.look_around)
        self._waiting = QTimer(self, interval=_ASK)
        self._waiting.timeout.connect(self._ask_for_project)
        if not project.read_only:
            self._soon.start()
        elif project.holder:
            self._waiting.start()

    def look_around(self) -> None:
        """Make a backup and look for other versions, in a thread."""
        path = self._session.project.path

        def look() -> list[Path]:
            backups.make(path, "open")
            return copies.conflicts(path)

        self._in_thread(look, self.tell_of_copies)

    def tell_of_copies(self, found: Sequence[Path]) -> None:
        """Offer to bring versions together."""
        if not found:
            return
        names = "، ".join(wording.path(path.name) for path in found)
        self.offer(
            "copies",
            self.tr("A synchronised folder left other versions of this project, with work of their own: {}").format(
                names
            ),
            {
                self.tr("Merge into this project"): lambda: self.take_in(found),
                self.tr("Merge into a new file…"): lambda: self._merge_anew(found),
            },
        )

    def merge_into(self, path: Path, found: Sequence[Path]) -> None:
        """Unite the versions in a new file, in a thread; they all stay."""
        from core.team import merge

        versions = [self._session.project.path, *found]
        said = self.tr("Merged into {}").format(wording.path(path))
        self._in_thread(lambda: merge.merge(path, versions), lambda _: self._session.said.emit(said))

    def _merge_anew(self, found: Sequence[Path]) -> None:
        if (path := choose.new_project(self._window, str(self._session.project.path.parent))) is not None:
            self.merge_into(path, found)

    def take_in(self, found: Sequence[Path]) -> None:
        """Unite the versions in a thread, then take them into the project as one edit."""
        from core.team import conflicts, merge

        united = ExitStack()
        self.destroyed.connect(united.close)
        self._session.said.emit(self.tr("Merging…"))

        def adopt(made: tuple[Path, merge.MergeReport]) -> None:
            with united:
                touched = conflicts.adopt(self._session.project, *made, found)
            self._session.announce(touched)
            self._session.said.emit(self.tr("The versions are merged; undo takes that back."))

        path = self._session.project.path
        self._in_thread(lambda: united.enter_context(merge.beside(path, found)), adopt)

    def tell_of_fault(self, sentence: str, details: str) -> None:
        """An unexpected error: one offer, however many there are."""
        self.offer("fault", sentence, {self.tr("Report…"): lambda: self._report(details)})

    def tell_of_damage(self, error: DamagedError) -> None:
        """A project file that lost a part, this one or another: what is left can be saved."""
        self.offer("damaged", faults.sentence(error), {self.tr("Repair…"): lambda: self.repair(error.path)})

    def repair(self, path: Path) -> None:
        """Save what can be saved, and open that."""
        from gui.dialogs.repair_dialog import RepairDialog

        dialog = RepairDialog(path, self._window)
        if dialog.exec() and dialog.chosen:
            self._window.project_wanted.emit(dialog.chosen, False)

    def offer(self, name: str, sentence: str, choices: Mapping[str, Callable[[], object]]) -> None:
        """Say something above the pages, with what can be done about it."""
        if (before := self.offers.pop(name, None)) is not None:
            before.deleteLater()
        bar = OfferBar(sentence, choices, self._window)
        self._window.centralWidget().layout().insertWidget(0, bar)
        self.offers[name] = bar

    def _ask_for_project(self) -> None:
        """Whether whoever has the project has closed it."""
        path = self._session.project.path
        if not lock.is_free(path):
            return
        self._waiting.stop()
        self.offer(
            "free",
            self.tr("This project is free now; you can work on it."),
            {self.tr("Edit"): lambda: self._window.project_wanted.emit(path, False)},
        )

    def _report(self, crash: str) -> None:
        from gui.dialogs.crash_dialog import CrashDialog

        CrashDialog(crash, self._window).exec()

    def _in_thread(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        work_aside(self, work, then, self._session.fail)
