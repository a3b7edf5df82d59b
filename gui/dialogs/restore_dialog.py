"""The backups of the project: what differs in each from the project as it stands, and the way back to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.store import backups
from core.store.backups import Backup
from core.store.differing import Difference, What, differences
from gui import i18n, wording
from gui.aside import work_aside
from gui.reader.card import plain_label
from gui.session import Session

_SHOWN = 500  # rows; the counts are of all
_WHAT = {
    What.ARTICLE: QT_TRANSLATE_NOOP("RestoreDialog", "Articles"),
    What.MARK: QT_TRANSLATE_NOOP("RestoreDialog", "Decisions on marks"),
    What.VERDICT: QT_TRANSLATE_NOOP("RestoreDialog", "Verdicts"),
    What.NOTE: QT_TRANSLATE_NOOP("RestoreDialog", "Notes"),
}
_WHY = {
    "open": QT_TRANSLATE_NOOP("RestoreDialog", "on opening"),
    "import": QT_TRANSLATE_NOOP("RestoreDialog", "before an import"),
    "analyze": QT_TRANSLATE_NOOP("RestoreDialog", "before an analysis"),
    "retrain": QT_TRANSLATE_NOOP("RestoreDialog", "before retraining"),
    "restore": QT_TRANSLATE_NOOP("RestoreDialog", "before restoring"),
    "merge": QT_TRANSLATE_NOOP("RestoreDialog", "before a merge"),
    "asked": QT_TRANSLATE_NOOP("RestoreDialog", "asked for"),
    "lost": QT_TRANSLATE_NOOP("RestoreDialog", "after the file was lost"),
}
_STATES = {
    "": "—",
    "there": QT_TRANSLATE_NOOP("RestoreDialog", "there"),
    "removed": QT_TRANSLATE_NOOP("RestoreDialog", "deleted"),
}


class RestoreDialog(QDialog):
    """Restoring destroys nothing: the project as it stands is kept as a backup first."""

    restoring = Signal()  # the project will be another: whoever works on it stops
    restored = Signal()  # it is

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        self._session = session
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        self.list.setMinimumWidth(240)
        self.counts = plain_label("")
        self.counts.setWordWrap(True)
        self.model = QStandardItemModel(0, 5, self)
        self.model.setHorizontalHeaderLabels(
            [self.tr("What"), self.tr("Article"), self.tr("Words"), self.tr("In the backup"), self.tr("Now")]
        )
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("What differs"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setWordWrap(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.make_button = QPushButton(self.tr("Make a backup now"))
        self.copy_button = QPushButton(self.tr("Save as a new project…"))
        self.restore_button = QPushButton(self.tr("Restore"))
        for button, slot in (
            (self.make_button, self.make),
            (self.copy_button, self._save_as),
            (self.restore_button, self.restore),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.problem = plain_label("")
        self.problem.setWordWrap(True)
        self.working = QProgressBar(maximum=0, textVisible=False, visible=False)
        self.working.setAccessibleName(self.tr("Copying…"))
        self._is_busy = False
        side = QVBoxLayout()
        side.addWidget(self.counts)
        side.addWidget(self.table, 1)
        middle = QHBoxLayout()
        middle.addWidget(self.list)
        middle.addLayout(side, 1)
        place = self.tr("They lie in {}. Restoring keeps the project as it stands as a backup too.")
        where = plain_label(place.format(wording.path(backups.folder(session.project.path))))
        where.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(where)
        layout.addLayout(middle, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.working)
        layout.addWidget(buttons)
        self.resize(940, 560)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self._fill()

    def current(self) -> Backup | None:
        """The backup that is selected."""
        item = self.list.currentItem()
        found: Backup | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found

    def make(self) -> None:
        """A backup of this moment."""
        path = self._session.project.path
        self._work(lambda _: backups.make(path, "asked", always=True), lambda _: self._fill())

    def restore(self) -> None:
        """Let the project be what the selected backup is."""
        backup, project = self.current(), self._session.project
        if backup is None:
            return
        try:
            project.must_be_writable()
        except KnownError as error:
            self._fail(error)
            return
        self.restoring.emit()

        def done(_: object) -> None:
            self._session.announce(project.reread())
            self._session.said.emit(self.tr("Restored; the project as it stood is the newest backup."))
            self.restored.emit()
            self.accept()

        self._work(lambda tell: backups.replace(project.path, backup.path, "restore", tell), done)

    def save_as(self, path: Path) -> None:
        """Make another project of the selected backup."""
        if (backup := self.current()) is not None:
            said = self.tr("Saved as {}").format(wording.path(path))
            self._work(lambda _: backups.restore(backup.path, path), lambda _: self._say(said))

    def reject(self) -> None:
        """Close, unless something is being copied: what was begun ends first."""
        if not self._is_busy:
            super().reject()

    def _save_as(self) -> None:
        project = self._session.project.path
        proposed = str(project.with_stem(f"{project.stem} {self.current().at:%Y-%m-%d}" if self.current() else ""))
        path, _ = QFileDialog.getSaveFileName(self, self.copy_button.text(), proposed, "*.mizan")
        if path:
            self.save_as(Path(path).with_suffix(".mizan"))

    def _fill(self) -> None:
        self.list.clear()
        locale = i18n.locale()
        for backup in backups.listed(self._session.project.path):
            when = wording.moment(backup.at.isoformat())
            size = wording.isolate(locale.formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat))
            item = QListWidgetItem(f"{when}\n{_word(_WHY.get(backup.why, backup.why))} · {size}")
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._show()

    def _show(self) -> None:
        backup = self.current()
        self._set_busy(self._is_busy)
        self.model.removeRows(0, self.model.rowCount())
        if backup is None:
            self.counts.setText(self.tr("There is no backup yet; one is made each time the project is opened."))
            return
        self.counts.setText(self.tr("Looking what differs…"))
        path = self._session.project.path

        def show(found: Sequence[Difference]) -> None:
            if self.current() == backup:
                self._show_differences(found)

        work_aside(self, lambda: differences(path, backup.path), show, self._fail)

    def _show_differences(self, found: Sequence[Difference]) -> None:
        counts = Counter(one.what for one in found)
        told = [f"{_word(_WHAT[what])}: {counts[what]}" for what in What]
        same = self.tr("Nothing differs from the project as it stands.")
        self.counts.setText(self.tr("What differs:") + " " + " · ".join(told) if found else same)
        for one in found[:_SHOWN]:
            words = " ".join(one.text.split())
            cells = (_word(_WHAT[one.what]), one.title, words, _state(one, one.then), _state(one, one.now))
            row = [QStandardItem(text) for text in cells]
            for cell, text in zip(row, cells, strict=True):
                cell.setToolTip(wording.tip(text))
            self.model.appendRow(row)

    def _work(self, work: Callable[[backups.Tell], object], then: Callable[[object], object]) -> None:
        """Let a thread copy; the window shows how far it is, and takes nothing else on."""
        self._say("")
        far = [0, 0]

        def tell(done: int, of_all: int) -> None:
            far[:] = done, of_all

        def ended(act: Callable[[], object]) -> None:
            self._set_busy(False)
            act()

        self._set_busy(True)
        work_aside(
            self,
            lambda: work(tell),
            lambda result: ended(lambda: then(result)),
            lambda error: ended(lambda: self._fail(error)),
            lambda: (self.working.setMaximum(far[1]), self.working.setValue(far[0])),
        )

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.working.setVisible(busy)
        for widget in (self.list, self.make_button):
            widget.setEnabled(not busy)
        self.copy_button.setEnabled(not busy and self.current() is not None)
        self.restore_button.setEnabled(not busy and self.current() is not None and not self._session.read_only)

    def _fail(self, error: KnownError) -> None:
        self._say(wording.sentence(error))

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))


def _state(one: Difference, state: str) -> str:
    """What a thing is, in words: marks by status, label and place, verdicts by kind and reason."""
    if one.what is What.NOTE:
        return state or "—"
    if state in _STATES:
        return _word(_STATES[state])
    first, _, rest = state.partition(" ")
    if one.what is What.VERDICT:
        verdict = wording.word(wording.VERDICTS, first)
        return f"{verdict} · {wording.word(wording.REASONS, rest)}" if rest else verdict
    name, _, place = rest.partition(" ")
    label = wording.word(wording.LABELS | wording.CLAIM_KINDS | wording.QUOTE_KINDS, name)
    return f"{wording.word(wording.STATUSES, first)} · {label} · {wording.isolate(place)}"


def _word(source: str) -> str:
    return QCoreApplication.translate("RestoreDialog", source)
