"""What a pair is about: the question, how the two passages stand to each other, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.exporters.report.passages import shortened
from core.model import Origin
from gui import theme, wording
from gui.compare import said
from gui.compare.relation_model import Row
from gui.panels.folding import Folding

_ROOM = 130  # pixels beside the relation, the least for a question
_LONG = 160  # code points of a question; more stands in its tooltip


class Heading(QWidget):
    """Two lines; at their ends, `top` and `bottom`, is room for what the page adds. `scale` is of the letters."""

    def __init__(self, scale: float, reason_scale: float = 1.0) -> None:
        super().__init__()
        self.question = _label("question", scale)
        font = self.question.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.question.setFont(font)
        self.relation = _label("relation", 1.0)
        self.relation.setWordWrap(False)
        self.reason = _label("reason", reason_scale)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        asked, self.top, self.bottom = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        asked.addWidget(self.question, 1)
        self.top.addWidget(self.relation, 0, Qt.AlignmentFlag.AlignTop)
        self.top.addStretch(1)
        self.bottom.addWidget(self.reason, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(2)
        layout.addWidget(Folding(asked, self.top, _ROOM))
        layout.addLayout(self.bottom)

    def keep_lines(self, lines: int) -> None:
        """So many lines are kept for the reason, so that what stands below stays where it is."""
        self.reason.setMinimumHeight(lines * self.reason.fontMetrics().lineSpacing())

    def show_row(self, row: Row | None) -> None:
        """Tell of a pair; None for none."""
        if row is None:
            for label in (self.question, self.relation, self.reason):
                label.clear()
            self.relation.setStyleSheet("")
            return
        relation = row.relation
        self.question.setText(wording.led(shortened(row.question, _LONG)))
        self.question.setToolTip(wording.tip(row.question) if len(row.question) > _LONG else "")
        by_hand = self.tr("by hand") if relation.origin is Origin.EDITOR else ""
        parts = (wording.word(wording.RELATIONS, relation.kind), said.difference(relation.difference), by_hand)
        self.relation.setText(wording.led(" · ".join(part for part in parts if part)))
        colors = theme.tokens().shows[relation.show]
        self.relation.setStyleSheet(
            f"background: {colors.tint}; color: {colors.ink}; border-radius: 4px; padding: 3px 10px;"
        )
        self.relation.setToolTip(self.tr("How sure the comparison is: {}").format(wording.percent(relation.score)))
        self.reason.setText(row.reason)


def _label(name: str, scale: float) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    label.setFont(font)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
