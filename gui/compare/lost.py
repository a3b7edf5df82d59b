"""Verdicts on pairs that the comparison no longer finds: their passages, and the choice to let them go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import ArticleClaim, Claim, ClaimKind, Evidence, ObsoleteVerdict, Show, VerdictKind
from core.store.edits import SetVerdict
from gui import wording
from gui.compare.passage import PassageView
from gui.reader.card import plain_label
from gui.session import Session

_WIDTHS = [340, 700]  # pixels: the list, and the passages


class LostVerdicts(QWidget):
    """Beside the pairs: a list of such verdicts and the one in sight. `closed` leads back to the pairs."""

    closed = Signal()

    def __init__(self, session: Session, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: list[ObsoleteVerdict] = []
        self.back = QToolButton()
        self.back.setProperty("framed", True)
        self.back.clicked.connect(self.closed)
        self.lead = plain_label("")
        self.lead.setWordWrap(True)
        self.lead.setProperty("muted", True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._show)
        side = QWidget()
        side_layout = QVBoxLayout(side)
        side_layout.setContentsMargins(8, 8, 8, 8)
        side_layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        side_layout.addWidget(self.lead)
        side_layout.addWidget(self.list, 1)

        self.question = plain_label("")
        self.question.setWordWrap(True)
        self.said = plain_label("")
        self.said.setWordWrap(True)
        self.passages = (PassageView(session, font), PassageView(session, font))
        between = QSplitter(Qt.Orientation.Horizontal)
        between.setChildrenCollapsible(False)
        for view in self.passages:
            view.value.hide()  # nothing is known of the claim but its words
            between.addWidget(view)
        self.remove = QToolButton()
        self.remove.setProperty("framed", True)
        self.remove.clicked.connect(lambda: self._remove(self._found[self.list.currentRow()]))
        self.keep = QLabel()
        self.keep.setProperty("muted", True)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addWidget(self.keep, 1)
        self.detail = QWidget()
        layout = QVBoxLayout(self.detail)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self.question)
        layout.addWidget(self.said)
        layout.addWidget(between, 1)
        layout.addLayout(foot)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(side)
        split.addWidget(self.detail)
        split.setStretchFactor(1, 1)
        split.setSizes(_WIDTHS)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self._retranslate()

    def reload(self) -> int:
        """Read them again; how many there are."""
        here = self.list.currentRow()
        self._found = self._session.project.obsolete_verdicts()
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._found:
            kind = wording.word(wording.VERDICTS, one.verdict.kind)
            QListWidgetItem(wording.led(f"{kind} · {wording.isolate(one.question)}"), self.list)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(max(here, 0), len(self._found) - 1))
        self._show(self.list.currentRow())
        return len(self._found)

    def set_reader_font(self, font: QFont) -> None:
        """Follow the reader's face and zoom."""
        for view in self.passages:
            view.set_font(font)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self, place: int) -> None:
        self.detail.setEnabled(0 <= place < len(self._found))
        self.remove.setEnabled(self.detail.isEnabled() and not self._session.read_only)
        if not self.detail.isEnabled():
            self.question.clear()
            self.said.clear()
            for view in self.passages:
                view.clear()
            return
        one = self._found[place]
        verdict = one.verdict
        self.question.setText(wording.led(one.question))
        parts = [wording.word(wording.VERDICTS, verdict.kind)]
        if verdict.reason:
            parts.append(wording.word(wording.REASONS, verdict.reason))
        parts += [wording.isolate(verdict.note), wording.isolate(verdict.editor), wording.moment(verdict.decided_at)]
        self.said.setText(wording.led(" · ".join(part for part in parts if part)))
        there = set(self._session.project.article_ids())
        for view, side in zip(self.passages, (one.a, one.b), strict=True):
            if side is None or side.article_id not in there:
                view.clear()
            else:
                view.show_claim(self._session.project.article(side.article_id), _claim(side), Show.SILENT)

    def _remove(self, one: ObsoleteVerdict) -> None:
        self._session.do(SetVerdict((one.verdict.relation_id,), VerdictKind.UNDECIDED))

    def _retranslate(self) -> None:
        self.back.setText(self.tr("Back to the pairs"))
        self.lead.setText(
            self.tr("Editors decided on these pairs; the comparison no longer sets their passages side by side.")
        )
        self.list.setAccessibleName(self.tr("Verdicts no longer found"))
        self.remove.setText(self.tr("Remove the verdict"))
        self.keep.setText(self.tr("Left alone, it stays on record, in exports and in the report."))
        self._show(self.list.currentRow())


def _claim(side: Evidence) -> ArticleClaim:
    """The passage as a claim, so that it is shown as one."""
    claim = Claim(side.span.start, side.span.end, side.text, ClaimKind.OTHER, side.span)
    return ArticleClaim(side.article_id, claim)
