"""The labels of the project: add, rename, colour, describe, order, hide, delete; taken over as one step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Label
from core.store.changes import Edit
from core.store.edits import Batch
from core.store.tagset import LabelSpec, Relabel, SetTagset
from gui import theme, wording
from gui.reader.card import plain_label
from gui.session import Session

_SWATCH = QSize(22, 18)
_IN_A_ROW = 6


class TagsetDialog(QDialog):
    """`edit()` is all that was changed; nothing is written before OK."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Labels of the project"))
        self._before = session.project.tagset()
        self._specs = list(self._before)
        self._origin = {spec.label: spec.label for spec in self._specs}  # label now → in the project
        self._gone: dict[str, str] = {}  # deleted label → what its marks become, "" for nothing
        self.list = QListWidget()
        self.list.setIconSize(_SWATCH)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Labels of the project"))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the label"))
        self.name.textEdited.connect(self._rename)
        self.description = QLineEdit()
        self.description.setAccessibleName(self.tr("What the label is for"))
        self.description.textEdited.connect(lambda text: self._change(description=text))
        self.offered = QCheckBox(self.tr("Offered in menus and keys"))
        self.offered.clicked.connect(lambda on: self._change(hidden=not on))
        self.colours = QButtonGroup(self)
        swatches = QGridLayout()
        swatches.setSpacing(4)
        for place, (name, pair) in enumerate(theme.base_tokens().colours().items()):
            button = QToolButton(checkable=True)
            button.setIcon(_swatch(pair))
            button.setIconSize(_SWATCH)
            button.setAccessibleName(self.tr("Colour {}").format(wording.number(place + 1)))
            button.setToolTip(button.accessibleName())
            button.setProperty("colour", name)
            button.clicked.connect(lambda _=False, name=name: self._change(colour=name))
            self.colours.addButton(button)
            swatches.addWidget(button, *divmod(place, _IN_A_ROW))
        swatches.setColumnStretch(_IN_A_ROW, 1)
        self.message = plain_label("")
        self.message.setProperty("alarm", True)
        self.add, self.delete, self.up, self.down = (
            QPushButton(words, autoDefault=False)
            for words in (self.tr("Add a label"), self.tr("Delete the label…"), self.tr("Up"), self.tr("Down"))
        )
        self.add.clicked.connect(self._add)
        self.delete.clicked.connect(self._ask)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Description"), self.description)
        form.addRow(self.tr("Colour"), swatches)
        form.addRow("", self.offered)
        form.addRow("", self.message)
        row = QHBoxLayout()
        for button in (self.add, self.delete, self.up, self.down):
            row.addWidget(button)
        start, both = QVBoxLayout(), QHBoxLayout()
        start.addWidget(self.list, 1)
        start.addLayout(row)
        both.addLayout(start, 1)
        both.addLayout(form, 1)
        layout = QVBoxLayout(self)
        note = plain_label(self.tr("The built-in labels keep their meaning; name, colour and order are yours."))
        note.setProperty("muted", True)
        layout.addWidget(note)
        layout.addLayout(both, 1)
        layout.addWidget(self.buttons)
        self.resize(860, 460)
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self._fill(0)

    def edit(self) -> Edit | None:
        """Everything as one step; None where nothing changed."""
        renamed = [(old, new) for new, old in self._origin.items() if old and old != new]
        marks = [Relabel(old, into) for old, into in self._gone.items()] + [Relabel(old, new) for old, new in renamed]
        specs = tuple(replace(spec, label=spec.label.strip(), name=spec.name.strip()) for spec in self._specs)
        if not marks and specs == tuple(self._before):
            return None
        return Batch((*marks, SetTagset(specs)), "SetTagset")

    def choose(self, label: str) -> None:
        """Put a label in sight."""
        self.list.setCurrentRow([spec.label for spec in self._specs].index(label))

    def remove(self, into: str) -> None:
        """Delete the current label; its marks get the label `into`, or go with it where that is empty."""
        spec = self._specs.pop(self.list.currentRow())
        if old := self._origin.pop(spec.label):
            self._gone[old] = self._origin.get(into, into) if into else ""
        self._fill(max(self.list.currentRow() - 1, 0))

    def _fill(self, row: int) -> None:
        self.list.clear()
        for spec in self._specs:
            words = self._words(spec)
            item = QListWidgetItem(_swatch(self._pair(spec)), wording.led(words), self.list)
            item.setForeground(QColor(theme.tokens().muted if spec.hidden else theme.tokens().text))
        self.list.setCurrentRow(row)
        self._show()

    def _show(self) -> None:
        """The fields say what the current label is."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._specs):
            return
        spec = self._specs[row]
        if self.name.text().strip() != self._words(spec):
            self.name.setText(self._words(spec))
        if self.description.text() != spec.description:
            self.description.setText(spec.description)
        self.offered.setChecked(not spec.hidden)
        pair = self._pair(spec)
        for button in self.colours.buttons():
            button.setChecked(theme.base_tokens().colours()[button.property("colour")] == pair)
        self.delete.setEnabled(not spec.built_in)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(row < len(self._specs) - 1)

    def _rename(self, text: str) -> None:
        """A built-in label gets another name, one of the project becomes another label."""
        spec, name = self._specs[self.list.currentRow()], text.strip()
        others = {self._words(other) for other in self._specs if other is not spec} | set(map(str, Label))
        taken = not name or (name in others and name != spec.label)
        self.message.setText(self.tr("There is a label of this name already.") if name and taken else "")
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not taken)
        if taken:
            return
        if spec.built_in:
            plain = wording.word(dict(wording.LABELS), spec.label)
            self._change(name="" if name == plain else name)
        else:
            self._origin[name] = self._origin.pop(spec.label)
            self._change(label=name)

    def _change(self, **said: object) -> None:
        row = self.list.currentRow()
        self._specs[row] = spec = replace(self._specs[row], **said)  # type: ignore[arg-type]
        item = self.list.item(row)
        item.setText(wording.led(self._words(spec)))
        item.setIcon(_swatch(self._pair(spec)))
        item.setForeground(QColor(theme.tokens().muted if spec.hidden else theme.tokens().text))
        self._show()

    def _add(self) -> None:
        names = {spec.label for spec in self._specs}
        plain = self.tr("New label")
        name = next(name for number in range(1, len(names) + 2) if (name := f"{plain} {number}") not in names)
        self._specs.append(LabelSpec(name))
        self._origin[name] = ""
        self._fill(len(self._specs) - 1)
        self.name.setFocus()
        self.name.selectAll()

    def _ask(self) -> None:
        """What becomes of the marks, where there may be some."""
        spec = self._specs[self.list.currentRow()]
        if not self._origin[spec.label]:
            self.remove("")
            return
        others = [other for other in self._specs if other is not spec]
        choices = [self.tr("Label them {}").format(self._words(other)) for other in others]
        choices.append(self.tr("Remove its marks"))
        chosen, wanted = QInputDialog.getItem(
            self,
            self.tr("Delete “{}”").format(spec.label),
            self.tr("What shall happen to its marks?"),
            choices,
            editable=False,
        )
        if wanted:
            place = choices.index(chosen)
            self.remove(others[place].label if place < len(others) else "")

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        self._specs.insert(row + by, self._specs.pop(row))
        self._fill(row + by)

    def _words(self, spec: LabelSpec) -> str:
        return spec.name or wording.word(dict(wording.LABELS), spec.label)

    def _pair(self, spec: LabelSpec) -> theme.Pair:
        tokens = theme.base_tokens()
        return tokens.colours().get(spec.colour) or tokens.label(spec.label)


def _swatch(pair: theme.Pair) -> QIcon:
    """A ground with its outline, as a mark is painted."""
    pixmap = QPixmap(_SWATCH * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(pair.ink))
    painter.setBrush(QColor(pair.tint))
    painter.drawRoundedRect(1, 1, _SWATCH.width() - 2, _SWATCH.height() - 2, 4, 4)
    painter.end()
    return QIcon(pixmap)
