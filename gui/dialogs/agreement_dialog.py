"""Agreement of the editors: how far, by label, pair and article, and on what they disagree; a click leads there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.model import Span
from core.team.agreement import Agreement, Disagreement, Figures, agreement
from core.team.agreement_csv import lines, write
from core.team.units import VERDICTS
from gui import i18n, wording
from gui.dialogs.background import Background
from gui.session import Session

LAYERS = {
    "entity": QT_TRANSLATE_NOOP("AgreementDialog", "Names, times and figures"),
    "quote": QT_TRANSLATE_NOOP("AgreementDialog", "Quotes"),
    "claim": QT_TRANSLATE_NOOP("AgreementDialog", "Claims"),
    "verdict": QT_TRANSLATE_NOOP("AgreementDialog", "Verdicts"),
}
_MOST = 1000  # rows of a table: the CSV has all
_LONGEST = 80  # code points of a passage
_NONE = "—"


class AgreementDialog(QDialog):
    """Reads the project, and others where the person adds them, beside the window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Agreement of the editors"))
        self._session = session
        self._paths = [session.project.path]
        self._found: Agreement | None = None
        self._listed: list[Disagreement] = []
        self._background = Background(self)
        self._background.done.connect(self._show)
        self._background.failed.connect(self._fail)
        self.who = _label("")
        self.layer = QComboBox()
        self.layer.setAccessibleName(self.tr("What is compared"))
        self.layer.currentIndexChanged.connect(self._show_layer)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setRange(0, 0)
        self.progress.setFixedHeight(8)
        self.figures = _table(
            (
                self.tr("Of what"),
                self.tr("Units"),
                self.tr("Agreed"),
                self.tr("Cohen κ"),
                self.tr("Fleiss κ"),
                self.tr("Krippendorff α"),
                self.tr("α of spans"),
            ),
            self.tr("Figures"),
        )
        for column, tip in enumerate(
            (
                self.tr("Two editors, beyond chance. 1 is full agreement, 0 what chance gives."),
                self.tr("All editors, over the units on which each of them decided."),
                self.tr("Any number of editors, any of whom may have left units out; categories only."),
                self.tr("Over the whole texts with their borders: who marks a word more or less agrees in part."),
            ),
            3,
        ):
            self.figures.horizontalHeaderItem(column).setToolTip(tip)
        self.disagreements = _table(
            (self.tr("Article"), self.tr("Of what"), self.tr("What they said")), self.tr("Disagreements")
        )
        self.disagreements.cellActivated.connect(lambda row, _: self._lead(row))
        self.disagreements.cellClicked.connect(lambda row, _: self._lead(row))
        self.add = QPushButton(self.tr("Add projects…"))
        self.add.setToolTip(self.tr("Compare with colleagues' files that were not merged yet"))
        self.add.clicked.connect(self._ask)
        self.export = QPushButton(self.tr("Export CSV…"))
        self.export.clicked.connect(self._export)
        header = self.figures.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.disagreements.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for button in (self.add, self.export):
            button.setAutoDefault(False)
        self._lay_out()
        self.finished.connect(lambda _: self._background.close())
        self._read()

    def add_projects(self, paths: list[Path]) -> None:
        """Compare with the editors of other files too."""
        self._paths += [path for path in paths if path.resolve() not in {one.resolve() for one in self._paths}]
        self._read()

    def export_to(self, path: Path) -> None:
        """Write the figures, and the disagreements beside them."""
        assert self._found is not None
        try:
            other = write(self._found, path)
        except KnownError as error:
            self._fail(error)
            return
        self.who.setText(self.tr("Written: {} and {}").format(f"\u2066{path.name}\u2069", f"\u2066{other.name}\u2069"))

    # Parts

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.layer)
        top.addStretch(1)
        top.addWidget(self.add)
        top.addWidget(self.export)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        self.count = _label("")
        column.addWidget(self.count)
        column.addWidget(self.disagreements)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.figures)
        both.addWidget(below)
        both.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.who)
        layout.addWidget(self.progress)
        layout.addWidget(both, 1)
        layout.addWidget(buttons)
        self.resize(900, 640)

    # What is shown

    def _read(self) -> None:
        paths = list(self._paths)
        self.progress.show()
        self.export.setEnabled(False)
        self._background.start(lambda _progress, _cancelled: agreement(paths))

    def _show(self, found: Agreement) -> None:
        self._found = found
        self.progress.hide()
        people = [
            f"{wording.isolate(name or _NONE)} ({wording.number(count)})" for name, count in found.editors.items()
        ]
        sentences = [self.tr("Editors and their decisions: {}").format("، ".join(people) or _NONE)]
        if not found.layers:
            sentences.append(
                self.tr(
                    "There is nothing yet on which two editors decided. Merge a colleague's project, add one here, or "
                    "take in a review packet."
                )
            )
        sentences += [wording.sentence(error) for _, error in found.skipped]
        self.who.setText("\n".join(sentences))
        self.layer.clear()
        for layer in found.layers:
            self.layer.addItem(QCoreApplication.translate("AgreementDialog", LAYERS[layer]), layer)
        self.export.setEnabled(bool(found.layers))
        self._show_layer()

    def _show_layer(self) -> None:
        layer, found = self.layer.currentData(), self._found
        told = list(lines(found.layers[layer], found))[:_MOST] if found and layer else []
        self.figures.setRowCount(len(told))
        for row, (of, name, figures) in enumerate(told):
            for column, text in enumerate((self._name(of, name, layer), *_cells(figures))):
                self.figures.setItem(row, column, _item(text, bold=of == "all"))
        self._listed = [one for one in found.disagreements if one.layer == layer] if found else []
        self.count.setText(self.tr("%n disagreement(s)", "", len(self._listed)))
        shown = self._listed[:_MOST]
        self.disagreements.setRowCount(len(shown))
        for row, one in enumerate(shown):
            where = " · ".join(found.titles.get(key, key) for key in one.articles) if found else ""
            for column, text in enumerate((where, _short(one.text), self._said(one))):
                self.disagreements.setItem(row, column, _item(wording.led(text)))

    def _name(self, of: str, name: str, layer: str) -> str:
        if of == "all":
            return self.tr("All")
        table = _words(layer)
        pair, _, label = name.rpartition(": ") if of == "pair and label" else ("", "", name)
        words = wording.word(table, label) if of in ("label", "pair and label") else label
        return wording.led(f"{pair}: {words}" if pair else words)

    def _said(self, one: Disagreement) -> str:
        table = (
            wording.VERDICTS if one.layer == VERDICTS else wording.LABELS | wording.QUOTE_KINDS | wording.CLAIM_KINDS
        )
        nothing = self.tr("nothing")
        parts = []
        for editor, (label, start, end) in one.said.items():
            said = nothing if label is None else wording.word(table, label)
            borders = f" {start}–{end}" if label is not None and one.layer != VERDICTS else ""
            parts.append(f"{wording.isolate(editor or _NONE)}: {wording.isolate(said)}{borders}")
        return " · ".join(parts)

    def _fail(self, error: KnownError) -> None:
        self.progress.hide()
        self.who.setText(wording.sentence(error))

    # What an editor does

    def _lead(self, row: int) -> None:
        """Go to the place: a pair side by side, a mark in its article."""
        one = self._listed[row]
        if set(one.articles) - set(self._session.project.article_ids()):
            self.who.setText(self.tr("This article is in the other project only."))
        elif one.layer == VERDICTS:
            self._session.view_wanted.emit("beside", one.key)
        else:
            self._session.go_to(one.articles[0], Span(one.start, one.end))

    def _ask(self) -> None:
        kinds = self.tr("Mizan projects (*.mizan)")
        folder = str(self._session.project.path.parent)
        found, _ = QFileDialog.getOpenFileNames(self, self.tr("Add projects"), folder, kinds)
        if found:
            self.add_projects([Path(path) for path in found])

    def _export(self) -> None:
        project = self._session.project.path
        name = str(project.with_name(self.tr("{} agreement.csv").format(project.stem)))
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export CSV"), name, "CSV (*.csv)")
        if path:
            self.export_to(Path(path).with_suffix(".csv"))


def _words(layer: str) -> dict[str, str]:
    """The words for what editors say on a layer."""
    return wording.VERDICTS if layer == VERDICTS else wording.LABELS | wording.QUOTE_KINDS | wording.CLAIM_KINDS


def _cells(figures: Figures) -> list[str]:
    coefficients = (figures.cohen, figures.fleiss, figures.alpha, figures.unitizing)
    shown = [_NONE if one is None else i18n.locale().toString(one, "f", 3) for one in coefficients]
    return [wording.number(figures.units), wording.number(figures.agreed), *shown]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[:_LONGEST] + "…"


def _item(text: str, *, bold: bool = False) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setToolTip(wording.tip(text))
    if bold:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    return item


def _table(columns: tuple[str, ...], name: str) -> QTableWidget:
    table = QTableWidget(0, len(columns))
    table.setHorizontalHeaderLabels(list(columns))
    table.setAccessibleName(name)
    table.verticalHeader().hide()
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    return table


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
