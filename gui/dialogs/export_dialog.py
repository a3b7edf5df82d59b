"""Write marks, claims, contradictions, the matrix, articles, decisions or all to a file, in any format that fits."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.exporters import FORMATS, LeftOut, Part, export, fitting
from core.exporters import WHAT as KINDS
from core.project import Project
from gui import wording
from gui.reader.card import plain_label
from gui.session import Session
from gui.settings import Settings

WHAT = {
    "contradictions": QT_TRANSLATE_NOOP("ExportDialog", "Contradictions and verdicts"),
    "facts": QT_TRANSLATE_NOOP("ExportDialog", "Facts by source"),
    "claims": QT_TRANSLATE_NOOP("ExportDialog", "Claims"),
    "annotations": QT_TRANSLATE_NOOP("ExportDialog", "Marks"),
    "articles": QT_TRANSLATE_NOOP("ExportDialog", "Articles"),
    "decisions": QT_TRANSLATE_NOOP("ExportDialog", "Decisions: who, when, why"),
    "project": QT_TRANSLATE_NOOP("ExportDialog", "The whole project, to be imported again"),
}
SHAPES = {
    "csv": QT_TRANSLATE_NOOP("ExportDialog", "CSV, for Excel and LibreOffice"),
    "xlsx": QT_TRANSLATE_NOOP("ExportDialog", "Excel workbook, right to left"),
    "jsonl": QT_TRANSLATE_NOOP("ExportDialog", "JSON Lines, for programs"),
    "doccano": QT_TRANSLATE_NOOP("ExportDialog", "doccano (JSONL)"),
    "label-studio": QT_TRANSLATE_NOOP("ExportDialog", "Label Studio (JSON)"),
    "brat": QT_TRANSLATE_NOOP("ExportDialog", "brat standoff (ZIP)"),
    "conll": QT_TRANSLATE_NOOP("ExportDialog", "CoNLL, IOB2 tags for training"),
    "webanno": QT_TRANSLATE_NOOP("ExportDialog", "INCEpTION: WebAnno TSV 3 (ZIP)"),
    "uima-xmi": QT_TRANSLATE_NOOP("ExportDialog", "INCEpTION: UIMA CAS XMI (ZIP)"),
    "uima-json": QT_TRANSLATE_NOOP("ExportDialog", "INCEpTION: UIMA CAS JSON (ZIP)"),
    "web-annotation": QT_TRANSLATE_NOOP("ExportDialog", "W3C Web Annotation (JSON-LD)"),
    "refi-qda": QT_TRANSLATE_NOOP("ExportDialog", "REFI-QDA, for QualCoder, ATLAS.ti and MAXQDA"),
    "claim-review": QT_TRANSLATE_NOOP("ExportDialog", "ClaimReview, for the web (JSON-LD)"),
}
_POLL = 40  # ms


class ExportDialog(QDialog):
    """Stays open when writing fails, with the reason, and when the format could not hold everything, with what."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._session, self._settings = session, settings
        self._busy = False
        self.what, self.shape = QComboBox(), QComboBox()
        _fill(self.what, WHAT, list(KINDS))
        self.bom = QCheckBox(self.tr("Mark the file as UTF-8, so that Excel shows Arabic"), checked=True)
        self.decided = QCheckBox(self.tr("Only what an editor decided"))
        least = session.project.threshold
        self.shown = QCheckBox(
            self.tr("Without suggestions below {}").format(wording.percent(least)), checked=bool(least)
        )
        self.path = QLineEdit()
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as paths are read
        self.path.setAccessibleName(self.tr("File"))
        self.path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        browse = QPushButton(self.tr("Choose…"), autoDefault=False)
        browse.clicked.connect(self._browse)
        self.problem, self.left = plain_label(""), plain_label("")
        self.problem.setProperty("banner", "error")
        self.left.setProperty("banner", "true")
        self.left.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.problem, self.left):
            label.setContentsMargins(8, 6, 8, 6)
            label.hide()
        self.progress = QProgressBar(maximum=0, textVisible=False)
        self.progress.hide()
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("&What"), self.what)
        form.addRow(self.tr("&Format"), self.shape)
        for box in (self.decided, self.shown, self.bom):
            form.addRow("", box)
        form.addRow(self.tr("File"), place)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for part in (self.progress, self.problem, self.left, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(520)
        self.what.currentIndexChanged.connect(self._offer)
        self.shape.currentIndexChanged.connect(self._propose)
        self._offer()

    def reject(self) -> None:
        if not self._busy:
            super().reject()

    def _offer(self) -> None:
        """The formats that hold what is chosen; the one that was chosen stays if it does."""
        before = self.shape.currentData()
        self.shape.blockSignals(True)
        self.shape.clear()
        _fill(self.shape, SHAPES, fitting(self.what.currentData()))
        self.shape.setCurrentIndex(max(0, self.shape.findData(before)))
        self.shape.blockSignals(False)
        self._propose()

    def _propose(self) -> None:
        """A name that says what is in it, beside the last export; only the choices that matter for it."""
        format_, what = FORMATS[self.shape.currentData()], self.what.currentData()
        folder = Path(self.path.text()).parent if self.path.text() else self._folder()
        self.path.setText(str(folder / f"{self._session.project.path.stem}-{what}{format_.suffix}"))
        self.bom.setVisible(format_.bom)
        self.decided.setVisible(what not in ("project", "articles", "decisions"))
        self.shown.setVisible(bool(self._session.project.threshold) and what in ("annotations", "claims"))
        self.problem.hide()
        self.left.hide()
        self.buttons.button(QDialogButtonBox.StandardButton.Save).show()

    def _folder(self) -> Path:
        last = self._settings["last_folder"]
        return Path(last) if last and Path(last).is_dir() else Path.home()

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), self.path.text())
        if path:
            self.path.setText(path)

    def _save(self) -> None:
        path = Path(self.path.text().strip())
        try:
            left = self._written(path)
        except KnownError as error:
            self.problem.setText(wording.sentence(error))
            self.problem.show()
            return
        self._settings["last_folder"] = str(path.parent)
        self._session.said.emit(self.tr("Written: {}").format(f"\u2066{path}\u2069"))
        if left:
            self._tell(left)
        else:
            self.accept()

    def _written(self, path: Path) -> list[LeftOut]:
        """Write in another thread, which reads the file by itself, so that the window stays awake."""
        what, shape = self.what.currentData(), self.shape.currentData()
        least = self._session.project.threshold if self.shown.isVisibleTo(self) and self.shown.isChecked() else 0.0
        decided = self.decided.isVisibleTo(self) and self.decided.isChecked()
        bom = self.bom.isVisibleTo(self) and self.bom.isChecked()
        self._set_busy(True)
        try:
            with ThreadPoolExecutor(1) as pool:
                future = pool.submit(_write, self._session.project.path, what, shape, path, bom, least, decided)
                self._wait(future)
                return future.result()
        finally:
            self._set_busy(False)

    def _wait(self, future: Future[list[LeftOut]]) -> None:
        loop, timer = QEventLoop(self), QTimer(self, interval=_POLL)
        timer.timeout.connect(lambda: future.done() and loop.quit())
        timer.start()
        loop.exec()
        timer.stop()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.progress.setVisible(busy)
        for part in (self.what, self.shape, self.bom, self.decided, self.shown, self.path, self.buttons):
            part.setDisabled(busy)

    def _tell(self, left: list[LeftOut]) -> None:
        """The file is there; what the format could not hold is to be read before the dialog goes."""
        sentences = "\n".join(f"• {wording.sentence(one)}" for one in left)
        self.left.setText(self.tr("Written. This format could not hold:") + f"\n{sentences}")
        self.left.show()
        self.buttons.button(QDialogButtonBox.StandardButton.Save).hide()
        close = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        close.setText(self.tr("Close"))
        close.setFocus()


def _write(project: Path, what: str, shape: str, path: Path, bom: bool, least: float, decided: bool) -> list[LeftOut]:
    with Project.open(project, read_only=True) as opened:
        part = Part(opened, least, decided) if what != "project" and (least or decided) else opened
        return export(part, what, shape, path, bom=bom)


def _fill(box: QComboBox, names: dict[str, str], keys: list[str]) -> None:
    """The formats and tables that core has, by our names for them."""
    for key in sorted(keys, key=list(names).index):
        box.addItem(QCoreApplication.translate("ExportDialog", names[key]), key)
