"""Above the matrix: what is shown of it, in which order and groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from core.model import ClaimKind, Show
from gui import wording
from gui.actions import Actions
from gui.matrix.model import Filter, Source
from gui.panels.folding import Folding
from gui.signs import sign_icon

_MOST = 200  # sources in the menu, those that answer most
_SHOWN = (Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE)


class MatrixTools(QWidget):
    """Says `changed` when the person asks for something else."""

    changed = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._left_out: frozenset[str] = frozenset()
        self._hide_silent = True
        self._sources: Sequence[Source] = ()
        self.words = QLineEdit(placeholderText=self.tr("Question, source or words"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Filter the questions"))
        self.words.setToolTip(self.tr("Filter by question, source or words (F)"))
        self.words.textChanged.connect(self.changed)
        self.kind = self._choice(self.tr("Kind of question"), [("", self.tr("Every kind"))])
        for kind in ClaimKind:
            self.kind.addItem(wording.word(wording.CLAIM_KINDS, kind), str(kind))
        self.show_ = self._choice(self.tr("Relation"), [("", self.tr("Every relation"))])
        for show in _SHOWN:
            self.show_.addItem(sign_icon(show), wording.word(wording.SHOWS, show), str(show))
        self.order = self._choice(
            self.tr("Order"),
            [
                ("disputed", self.tr("Disputed first")),
                ("question", self.tr("By question")),
                ("sources", self.tr("Most sources first")),
            ],
        )
        self.group = self._choice(
            self.tr("Groups"),
            [("", self.tr("No groups")), ("event", self.tr("By event")), ("kind", self.tr("By kind"))],
        )
        self.disputed = QCheckBox(self.tr("Only disputed"))
        self.disputed.toggled.connect(self.changed)
        self.sources = QToolButton(text=self.tr("Sources"), popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sources.setProperty("framed", True)
        self.sources.setToolTip(self.tr("Which sources have a column"))
        self.menu = QMenu(self.sources)
        self.menu.aboutToShow.connect(self._fill)
        self.sources.setMenu(self.menu)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        found, arranged = QHBoxLayout(), QHBoxLayout()
        found.addWidget(self.words, 1)
        for widget in (self.kind, self.show_):
            found.addWidget(widget)
        for widget in (self.group, self.order, self.disputed, self.sources):
            arranged.addWidget(widget)
        for action_id in ("matrix_copy", "matrix_export"):
            button = actions.button(action_id)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            arranged.addWidget(button)
        line = Folding(found, arranged)
        line.set_spacing(6)
        for part in (found, arranged):
            part.setSpacing(6)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 4)
        layout.addWidget(line)

    def wanted(self) -> Filter:
        """What the person asks for."""
        return Filter(
            self.words.text(),
            self.kind.currentData(),
            self.show_.currentData(),
            self.disputed.isChecked(),
            self._left_out,
            self._hide_silent,
            self.order.currentData(),
            self.group.currentData(),
        )

    def ask(self, wanted: Filter) -> None:
        """Put a filter into the fields, and say so once."""
        self.blockSignals(True)
        self.words.setText(wanted.words)
        choices = {self.kind: wanted.kind, self.show_: wanted.show, self.order: wanted.order, self.group: wanted.group}
        for box, chosen in choices.items():
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self.disputed.setChecked(wanted.disputed)
        self._left_out, self._hide_silent = wanted.left_out, wanted.hide_silent
        self.blockSignals(False)
        self.changed.emit()

    def clear(self) -> None:
        """Let everything through; order and groups stay."""
        self.ask(Filter(hide_silent=self._hide_silent, order=self.order.currentData(), group=self.group.currentData()))

    def set_sources(self, sources: Sequence[Source]) -> None:
        """What can be left out; silent ones leave by themselves."""
        self._sources = sources

    def _fill(self) -> None:
        """The menu of columns, when it is opened: there may be thousands."""
        self.menu.clear()
        silent = self.menu.addAction(self.tr("Hide sources that say nothing here"))
        silent.setCheckable(True)
        silent.setChecked(self._hide_silent)
        silent.toggled.connect(self._set_hide_silent)
        self.menu.addSeparator()
        for source in self._sources[:_MOST]:
            action = self.menu.addAction(wording.led(source.name.replace("&", "&&")))
            action.setCheckable(True)
            action.setChecked(source.name not in self._left_out)
            action.toggled.connect(lambda on, name=source.name: self._leave_out(name, not on))

    def _set_hide_silent(self, on: bool) -> None:
        self._hide_silent = on
        self.changed.emit()

    def _leave_out(self, name: str, out: bool) -> None:
        self._left_out = self._left_out | {name} if out else self._left_out - {name}
        self.changed.emit()

    def _choice(self, name: str, items: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for key, text in items:
            box.addItem(text, key)
        box.currentIndexChanged.connect(self.changed)
        return box
