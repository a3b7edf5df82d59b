"""What is known of the selected relation, and the verdict on it, under the columns."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.model import Show, Verdict, VerdictKind
from core.store.edits import SetVerdict
from gui import theme, wording
from gui.actions import Actions
from gui.compare import said
from gui.compare.copying import copy_pair
from gui.compare.relation_model import Row
from gui.panels.folding import Folding
from gui.reader.card import plain_label
from gui.session import Session
from gui.signs import paint_sign

_ROOM = 240  # pixels, the least for a question beside the verdicts
VERDICTS = {
    "link_contradiction": VerdictKind.CONTRADICTION,
    "link_compatible": VerdictKind.COMPATIBLE,
    "link_update": VerdictKind.UPDATE,
    "link_different": VerdictKind.DIFFERENT_EVENT,
    "link_clear": VerdictKind.UNDECIDED,
}


class Sign(QWidget):
    """The badge of a relation."""

    def __init__(self) -> None:
        super().__init__()
        self.show_: Show | None = None
        self.setFixedSize(QSize(22, 22))

    def set_show(self, show: Show) -> None:
        """Which one."""
        self.show_ = show
        self.setAccessibleName(wording.word(wording.SHOWS, show))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.show_ is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_sign(painter, self.rect().toRectF().adjusted(1, 1, -1, -1), self.show_, theme.tokens())
            painter.end()


class RelationStrip(QFrame):
    """Hidden while no relation is selected. Reason and note are given where there is room for them: in the review."""

    closed = Signal()

    def __init__(self, session: Session, actions: Actions) -> None:
        super().__init__()
        self._session, self._actions = session, actions
        self._row: Row | None = None
        self._verdict = Verdict("")
        self.setProperty("banner", True)
        self.sign = Sign()
        self.kind = plain_label("")
        self.question = plain_label("")
        self.question.setProperty("heading", True)
        self.question.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.reason = plain_label("")
        self.reason.setWordWrap(True)
        self.reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.by = plain_label("")
        self.by.setProperty("muted", True)
        close = QToolButton(text="×")
        close.setAccessibleName(self.tr("Leave the relation"))
        close.setToolTip(self.tr("Leave the relation (Esc)"))
        close.clicked.connect(self.closed)
        told, verdicts, why, more = (QHBoxLayout() for _ in range(4))
        for line in (told, verdicts):
            line.setSpacing(8)
        for widget in (self.sign, self.kind):
            told.addWidget(widget)
        told.addWidget(self.question, 1)
        self.buttons: dict[VerdictKind, QToolButton] = {}
        for action_id, kind in VERDICTS.items():
            actions[action_id].triggered.connect(lambda _=False, kind=kind: self.decide(kind))
            if kind is not VerdictKind.UNDECIDED:
                self.buttons[kind] = actions.button(action_id)
                self.buttons[kind].setProperty("framed", True)
                verdicts.addWidget(self.buttons[kind], 1)
        verdicts.addWidget(close)
        why.addWidget(self.reason, 1)
        more.addWidget(self.by)
        more.addStretch(1)
        copy = actions.button("link_copy")
        copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        more.addWidget(copy)
        more.addWidget(actions.button("link_review"))
        actions["link_copy"].triggered.connect(self._copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(4)
        self.lines = (Folding(told, verdicts, _ROOM), Folding(why, more, _ROOM))
        for line in self.lines:
            layout.addWidget(line)
        self.show_row(None, Verdict(""))

    def show_row(self, row: Row | None, verdict: Verdict) -> None:
        """Show a relation and what was decided on it; None for no relation."""
        self._row, self._verdict = row, verdict
        self.setVisible(row is not None)
        enabled = row is not None and not self._session.read_only
        for action_id, kind in VERDICTS.items():
            decided = verdict.kind is not VerdictKind.UNDECIDED
            self._actions[action_id].setEnabled(enabled and (kind is not VerdictKind.UNDECIDED or decided))
            if kind in self.buttons:
                self._actions[action_id].setChecked(enabled and verdict.kind is kind)
        for action_id in ("link_review", "link_copy"):
            self._actions[action_id].setEnabled(row is not None)
        if row is None:
            return
        relation = row.relation
        self.sign.set_show(relation.show)
        kind = wording.word(wording.RELATIONS, relation.kind)
        parts = (kind, said.difference(relation.difference))
        self.kind.setText(wording.led(" · ".join(part for part in parts if part)))
        self.question.setText(wording.led(row.question))
        self.question.setToolTip(wording.tip(row.question))
        self.reason.setText(row.reason)
        who = self.tr("{editor}, {moment}").format(
            editor=wording.isolate(verdict.editor), moment=wording.moment(verdict.decided_at)
        )
        decided = verdict.decided_at and verdict.kind is not VerdictKind.UNDECIDED
        told = (who, wording.others(verdict)) if decided else ()
        self.by.setText(" ≠ ".join(part for part in told if part))

    def _copy(self) -> None:
        if self._row is not None and self.isVisible():
            copy_pair(self._session, self._row, self._verdict)

    def decide(self, kind: VerdictKind) -> None:
        """Record a verdict; reason and note, where there are any, stay."""
        if self._row is not None and self.isVisible() and not self._session.read_only:
            before = self._verdict
            self._session.do(SetVerdict((self._row.id,), kind, before.reason, before.note))
