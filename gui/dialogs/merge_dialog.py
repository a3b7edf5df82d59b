"""Merging projects: choose colleagues' files, see what would come, take it in as one step or into a new file."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.project import Project
from core.store import faults
from core.store.values import Coming
from core.team.merge import MergeReport, merge
from gui import wording
from gui.dialogs.background import Background, Cancelled, Progress
from gui.panels.article_list import dropped_paths
from gui.session import Session


@dataclass(frozen=True, slots=True)
class Preview:
    """A merged file that waits to be taken over; `clashes` are those that this merge brings."""

    report: MergeReport
    coming: Coming | None
    clashes: int


class MergeDialog(QDialog):
    """`merged` says that the session's project took the others in, `written` where a new file lies."""

    merged = Signal(int)  # clashes to settle
    written = Signal(object)  # Path

    def __init__(self, session: Session, paths: list[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge projects"))
        self.setAcceptDrops(True)
        self._session = session
        self._folder = TemporaryDirectory(prefix="mizan-")
        self._number = 0
        self._preview: Preview | None = None
        self._background = Background(self)
        self._background.done.connect(self._show_preview)
        self._background.failed.connect(self._show_error)
        self._background.progressed.connect(self._show_progress)
        what = _label(
            self.tr(
                "Articles are recognised by their text, and what editors decided is put together. Where they decided "
                "differently, both versions stay, for adjudication. The files you choose stay as they are."
            )
        )
        self.files = QListWidget()
        self.files.setAccessibleName(self.tr("Projects to merge"))
        self.add = QPushButton(self.tr("Add projects…"))
        self.add.clicked.connect(self._ask)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.clicked.connect(self._remove)
        self.into = QRadioButton(self.tr("Into this project, as one step that undo takes back"))
        self.new = QRadioButton(self.tr("Into a new file; this project stays as it is"))
        (self.new if session.read_only else self.into).setChecked(True)
        self.into.setEnabled(not session.read_only)
        self.into.toggled.connect(self._refresh)
        self.outcome = _label("")
        self.outcome.setMinimumHeight(6 * self.fontMetrics().lineSpacing())
        self.outcome.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.progress.setAccessibleName(self.tr("Reading the projects"))
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.accepted.connect(self._merge)
        self.buttons.rejected.connect(self.reject)
        side = QVBoxLayout()
        side.addWidget(self.add)
        side.addWidget(self.remove)
        side.addStretch(1)
        choice = QHBoxLayout()
        choice.addWidget(self.files, 1)
        choice.addLayout(side)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(what)
        layout.addLayout(choice, 1)
        for widget in (self.into, self.new, self.progress, self.outcome, self.buttons):
            layout.addWidget(widget)
        self.resize(640, 500)
        self.finished.connect(lambda _: self._close())
        self.take(paths)

    def take(self, paths: list[Path]) -> None:
        """Add project files, and look what they would bring."""
        own = self._session.project.path.resolve()
        listed = {path.resolve() for path in self.paths()} | {own}
        for path in paths:
            if path.resolve() not in listed:
                listed.add(path.resolve())
                item = QListWidgetItem(f"\u2066{path}\u2069")
                item.setData(Qt.ItemDataRole.UserRole, path)
                self.files.addItem(item)
        self._look()

    def paths(self) -> list[Path]:
        """The projects to merge with the one that is open."""
        return [self.files.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.files.count())]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(dropped_paths(event.mimeData()))

    def _ask(self) -> None:
        kinds = self.tr("Mizan projects (*.mizan)")
        folder = str(self._session.project.path.parent)
        found, _ = QFileDialog.getOpenFileNames(self, self.tr("Projects to merge"), folder, kinds)
        if found:
            self.take([Path(path) for path in found])

    def _remove(self) -> None:
        self.files.takeItem(self.files.currentRow())
        self._look()

    def _look(self) -> None:
        """Read the projects anew, in the background."""
        self._preview = None
        self._background.cancel()
        if others := self.paths():
            own, draft = self._session.project.path, self._draft(new=True)
            self._background.start(lambda progress, cancelled: _preview(own, others, draft, progress, cancelled))
        self._refresh()

    def _draft(self, *, new: bool = False) -> Path:
        self._number += new
        return Path(self._folder.name) / f"{self._number}.mizan"

    def _refresh(self) -> None:
        busy = self._background.busy
        self.progress.setVisible(busy)
        self.remove.setEnabled(self.files.count() > 0)
        self.ok.setText(self.tr("Merge") if self.into.isChecked() else self.tr("Merge into a new file…"))
        self.ok.setEnabled(self._preview is not None and len(self._preview.report.merged) > 1)
        if busy:
            self.outcome.setText(self.tr("Reading the projects…"))
        elif not self.files.count():
            self.outcome.setText(self.tr("Add the project files of your colleagues, or drop them here."))
        elif self._preview is not None:
            self.outcome.setText("\n".join(self._lines(self._preview)))

    def _lines(self, preview: Preview) -> list[str]:
        lines = []
        if (coming := preview.coming) is not None:
            new, known = self.tr("%n new article(s)", "", coming.articles), self.tr("%n known", "", coming.known)
            marks = self.tr("%n decision(s) on marks", "", coming.marks)
            lines.append(wording.listed((new, known)))
            lines.append(wording.listed((marks, self.tr("%n verdict(s)", "", coming.verdicts))))
            if not coming.changes:
                lines.append(self.tr("Nothing in it is new to this project."))
            elif preview.clashes:
                lines.append(self.tr("%n clash(es) to settle", "", preview.clashes))
            else:
                lines.append(self.tr("No clash: nobody decided differently."))
        lines += [wording.sentence(error) for _, error in preview.report.skipped]
        return lines

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self._refresh()

    def _show_error(self, error: KnownError) -> None:
        self._refresh()
        self.outcome.setText(wording.sentence(error))

    def _show_progress(self, done: int, every: int) -> None:
        self.progress.setRange(0, every)
        self.progress.setValue(done)

    def _merge(self) -> None:
        if self._preview is None:
            return
        if self.into.isChecked():
            names = [path.name for path in self._preview.report.merged[1:]]
            if self._session.bring(lambda: self._session.project.take_over(self._draft(), names)):
                self.merged.emit(self._preview.clashes)
                self.accept()
            return
        folder = str(self._session.project.path.parent)
        out, _ = QFileDialog.getSaveFileName(
            self, self.tr("The merged project"), folder, self.tr("Mizan projects (*.mizan)")
        )
        if out:
            self._write(Path(out).with_suffix(".mizan"))

    def _write(self, out: Path) -> None:
        """Put the merged file there, whole or not at all."""
        draft = out.with_name(out.name + ".new")
        try:
            with faults.explained(out):
                shutil.copyfile(self._draft(), draft)
                draft.replace(out)
        except KnownError as error:
            self._show_error(error)
            return
        self.accept()
        self.written.emit(out)

    def _close(self) -> None:
        self._background.close()
        self._folder.cleanup()


def _preview(own: Path, others: list[Path], draft: Path, progress: Progress, cancelled: Cancelled) -> Preview:
    """Runs in a thread, with connections of its own."""
    report = merge(draft, [own, *others], progress, cancelled)
    if report.united is None:
        return Preview(report, None, 0)
    with Project.open(own, read_only=True) as project, Project.open(draft, read_only=True) as merged:
        before = {(clash.kind, clash.key) for clash in project.clashes()}
        after = {(clash.kind, clash.key) for clash in merged.clashes()}
        return Preview(report, project.coming(draft), len(after - before))


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
