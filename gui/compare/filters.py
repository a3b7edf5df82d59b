"""Which pairs the list of contradictions shows: what they are shown as, what is asked, whether decided, and words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import ClaimKind, Show
from gui import wording
from gui.compare.relation_model import Filter, RelationModel

_CHIPS_IN_A_ROW = 3


class PairFilters(QWidget):
    """The fields of a Filter; `changed` says that an editor set one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[Show, QToolButton] = {}
        chips = QGridLayout()
        chips.setSpacing(4)
        for place, show in enumerate(Show):
            chip = self.chips[show] = QToolButton(checkable=True)
            chip.setProperty("framed", True)
            chip.toggled.connect(self.changed)
            chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            chips.addWidget(chip, *divmod(place, _CHIPS_IN_A_ROW))
        self.kind = QComboBox()
        for kind in (None, *ClaimKind):
            self.kind.addItem("", kind)
        self.kind.activated.connect(self.changed)
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        chips.addWidget(self.kind, *divmod(len(self.chips), _CHIPS_IN_A_ROW))
        self.undecided = QCheckBox()
        self.undecided.toggled.connect(self.changed)
        self.words = QLineEdit(clearButtonEnabled=True)
        self.words.textChanged.connect(self.changed)
        narrow = QHBoxLayout()
        narrow.addWidget(self.words, 1)
        narrow.addWidget(self.undecided)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(chips)
        layout.addLayout(narrow)
        self.show_filter(Filter())
        self._retranslate()

    def wanted(self, kept: str = "") -> Filter:
        """What stands in the fields; `kept` is a pair that stays although it was decided."""
        shows = frozenset(show for show, chip in self.chips.items() if chip.isChecked())
        return Filter(shows, self.undecided.isChecked(), self.kind.currentData(), self.words.text(), kept)

    def show_filter(self, wanted: Filter) -> None:
        """Put a filter into the fields, without `changed`."""
        blocked = QSignalBlocker(self)
        for show, chip in self.chips.items():
            chip.setChecked(show in wanted.shows)
        self.undecided.setChecked(wanted.undecided)
        self.kind.setCurrentIndex(max(self.kind.findData(wanted.kind), 0))
        if self.words.text() != wanted.words:
            self.words.setText(wanted.words)
        blocked.unblock()

    def count(self, model: RelationModel) -> None:
        """Say on each chip how many pairs there are."""
        for show, chip in self.chips.items():
            chip.setText(f"{wording.word(wording.SHOWS, show)} {wording.number(model.count(show))}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.undecided.setText(self.tr("Only undecided"))
        self.kind.setAccessibleName(self.tr("What the question asks"))
        self.kind.setToolTip(self.tr("What the question asks"))
        for place in range(self.kind.count()):
            kind = self.kind.itemData(place)
            self.kind.setItemText(place, wording.word(wording.CLAIM_KINDS, kind) if kind else self.tr("Any kind"))
        self.words.setPlaceholderText(self.tr("Filter by question, source or words"))
        self.words.setAccessibleName(self.tr("Filter"))
        for show, chip in self.chips.items():
            chip.setToolTip(self.tr("Show or hide: {}").format(wording.word(wording.SHOWS, show)))
