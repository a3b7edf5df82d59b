"""Accepting or rejecting many suggestions at once, by label and score, with how many that would be."""

from __future__ import annotations

from collections import Counter
from math import ceil

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.model import Status
from core.project import Waiting
from gui import wording
from gui.session import Session

_CHUNK = 200  # articles counted at a time, so that the window is never held up
_SURE, _DOUBTFUL = 80, 50  # percent that accepting and rejecting begin with


class DecideDialog(QDialog):
    """Asks; `which()` and `status()` are the answer. Nothing is changed here.

    What waits is counted once by label and score, step by step for a whole project: after that the slider only adds up.
    """

    def __init__(self, session: Session, article_id: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Accept or reject many"))
        self._session, self._article_id = session, article_id
        self._hidden_below = ceil(session.project.threshold * 100)
        self._counts: dict[bool, dict[str, Counter[int]]] = {True: {}, False: {}}
        self._left = session.project.article_ids()
        self.accepting, self.rejecting = QRadioButton(self.tr("Accept")), QRadioButton(self.tr("Reject"))
        self.here, self.everywhere = QRadioButton(self.tr("In this article")), QRadioButton(self.tr("In all articles"))
        self.label = QComboBox()
        self.label.addItem(self.tr("All labels"), "")
        for name in session.project.offered_labels():
            self.label.addItem(wording.word(wording.LABELS, name), name)
        self.label.setCurrentIndex(max(self.label.findData(label), 0))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(self._hidden_below, 100)
        self.slider.setAccessibleName(self.tr("Score"))
        self.bound = QLabel()
        self.said = QLabel()
        self.said.setProperty("heading", True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.accepting.setChecked(True)
        self.here.setChecked(True)
        self._counts[True] = session.project.waiting_by_score([article_id])
        self._reset_score()
        for group in (self._what, self._where):
            group.buttonToggled.connect(lambda _, on: on and self._show())
        self.accepting.toggled.connect(self._reset_score)
        self.label.currentIndexChanged.connect(self._show)
        self.slider.valueChanged.connect(self._show)
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count_on)
        self._counting.start()

    def which(self) -> Waiting:
        """The suggestions that were meant."""
        least, most = (self.slider.value(), 100) if self.accepting.isChecked() else (0, self.slider.value())
        article_id = self._article_id if self.here.isChecked() else ""
        return Waiting(self.label.currentData(), "", article_id, max(least, self._hidden_below), most)

    def status(self) -> Status:
        """What they are to become."""
        return Status.ACCEPTED if self.accepting.isChecked() else Status.REJECTED

    def count(self) -> int:
        """How many they are, as far as it is counted."""
        which = self.which()
        counts = self._counts[self.here.isChecked()]
        return sum(
            number
            for label, by_score in counts.items()
            if which.label in ("", label)
            for percent, number in by_score.items()
            if which.least <= percent <= which.most
        )

    @property
    def is_counted(self) -> bool:
        """Whether the number is that of all articles it speaks of."""
        return self.here.isChecked() or not self._left

    def _count_on(self) -> None:
        chunk, self._left = self._left[:_CHUNK], self._left[_CHUNK:]
        for label, by_score in self._session.project.waiting_by_score(chunk).items():
            self._counts[False].setdefault(label, Counter()).update(by_score)
        if not self._left:
            self._counting.stop()
        if self.everywhere.isChecked():
            self._show()

    def _reset_score(self) -> None:
        """Accepting begins with what is rather sure, rejecting with what is least sure."""
        self.slider.setValue(_SURE if self.accepting.isChecked() else _DOUBTFUL)
        self._show()

    def _show(self) -> None:
        """How many it would be, as the slider moves."""
        accepting, count = self.accepting.isChecked(), self.count()
        bound = self.tr("{} or more") if accepting else self.tr("{} or less")
        self.bound.setText(bound.format(wording.isolate(wording.percent(self.slider.value() / 100))))
        said = self.tr("%n mark(s) will be accepted", "", count)
        if not accepting:
            said = self.tr("%n mark(s) will be rejected", "", count)
        self.said.setText(said if self.is_counted else f"{said} …")
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Accept") if accepting else self.tr("Reject"))
        ok.setEnabled(bool(count) and self.is_counted)

    def _lay_out(self) -> None:
        self._what, self._where = QButtonGroup(self), QButtonGroup(self)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for group, name, choices in (
            (self._what, self.tr("Do"), (self.accepting, self.rejecting)),
            (self._where, self.tr("Where"), (self.here, self.everywhere)),
        ):
            row = QHBoxLayout()
            for choice in choices:
                group.addButton(choice)
                row.addWidget(choice)
            row.addStretch(1)
            form.addRow(name, row)
        form.addRow(self.tr("Label"), self.label)
        score = QHBoxLayout()
        score.addWidget(self.slider, 1)
        score.addWidget(self.bound)
        self.bound.setMinimumWidth(self.bound.fontMetrics().horizontalAdvance(self.tr("{} or more")) + 50)
        form.addRow(self.tr("Score"), score)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addSpacing(6)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        self.resize(440, self.sizeHint().height())
