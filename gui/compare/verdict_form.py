"""The decision on one relation: verdict by a button or a key, why, and a note that is never lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Reason, Verdict, VerdictKind
from core.project import Clash
from core.store.edits import SetVerdict
from core.store.versions import ResolveClash
from gui import wording
from gui.actions import Actions, shown_key
from gui.reader.flow import FlowLayout
from gui.session import Session

VERDICT_ACTIONS = {
    "verdict_contradiction": VerdictKind.CONTRADICTION,
    "verdict_compatible": VerdictKind.COMPATIBLE,
    "verdict_update": VerdictKind.UPDATE,
    "verdict_different": VerdictKind.DIFFERENT_EVENT,
}
# A note is saved when the editor pauses: late enough not to fill the history, early enough that little can be lost.
_PAUSE_MS = 1200
_NOTE = 60  # code points of a note in a menu


class VerdictForm(QWidget):
    """Edits the verdict on the relation it was given. `deciding` announces a verdict before it is recorded."""

    deciding = Signal(str)  # relation id
    left = Signal()  # the note was left by Esc
    leader_wanted = Signal(str)  # relation id: the pair whose verdict this one follows

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._verdict = Verdict("")
        self._siblings: tuple[str, ...] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

        verdicts = QWidget(self)
        buttons = FlowLayout(verdicts, gap=4)
        buttons.setContentsMargins(0, 0, 0, 0)
        policy = verdicts.sizePolicy()
        policy.setHeightForWidth(True)
        verdicts.setSizePolicy(policy)
        self._actions = actions
        self.buttons: dict[VerdictKind, QToolButton] = {}
        for action_id, kind in VERDICT_ACTIONS.items():
            actions[action_id].triggered.connect(lambda _checked=False, kind=kind: self.decide(kind))
            # Not the action's own button: that would lose the key from its text whenever the action changes.
            button = QToolButton(verdicts)
            button.setProperty("framed", True)
            button.setCheckable(True)
            button.clicked.connect(actions[action_id].trigger)
            self.buttons[kind] = button
            buttons.addWidget(button)
        actions["verdict_clear"].triggered.connect(lambda: self.decide(VerdictKind.UNDECIDED))
        # One decision often settles every pair of the question: a denial stands against each report of what it denies.
        self.all = QCheckBox()
        self.all.hide()

        self.reason = QComboBox()
        self.reason.activated.connect(self._choose_reason)
        self.reason_label = QLabel()
        self.reason_label.setBuddy(self.reason)
        self.note = QPlainTextEdit()
        self.note.setProperty("field", True)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self.fontMetrics().height() * 2 + 16)
        self.note.textChanged.connect(self._pause.start)
        self.note.installEventFilter(self)
        self.by = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.by.setProperty("muted", True)
        # Nobody decided on this pair: another one settles it.
        self.leader = QToolButton()
        self.leader.setProperty("framed", True)
        self.leader.clicked.connect(lambda: self.leader_wanted.emit(self._verdict.follows or ""))
        self.leader.hide()
        # Editors whose projects were merged came to different verdicts: each is offered.
        self.dispute = QToolButton()
        self.dispute.setProperty("framed", True)
        self.dispute.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.dispute.setMenu(QMenu(self.dispute))
        self.dispute.hide()

        why = QGridLayout()
        why.setHorizontalSpacing(8)
        why.addWidget(self.reason_label, 0, 0)
        why.addWidget(self.reason, 0, 1)
        why.addWidget(self.all, 1, 0, 1, 2)
        why.addWidget(self.note, 0, 2, 2, 1)
        why.setColumnStretch(2, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 8)
        said = QHBoxLayout()
        for widget in (self.by, self.leader, self.dispute):
            said.addWidget(widget)
        said.addStretch(1)
        for action_id in ("previous_relation", "next_relation"):
            step = QToolButton(self)
            step.setDefaultAction(actions[action_id])
            said.addWidget(step)
        layout.addWidget(verdicts)
        layout.addLayout(said)
        layout.addLayout(why)
        self._retranslate()
        self.show_verdict(None)

    def show_verdict(
        self, verdict: Verdict | None, siblings: tuple[str, ...] = (), dispute: Clash | None = None
    ) -> None:
        """Show a verdict, after saving what was being written about the one before; None for nothing.

        `siblings` are the relations that the editor may decide along with it, `dispute` what editors decided otherwise.
        """
        if verdict is None or verdict.relation_id != self._verdict.relation_id:
            self.flush()
            self.all.setChecked(False)
        self._siblings = siblings
        writing = self._pause.isActive()
        self._verdict = verdict or Verdict("")
        enabled = verdict is not None and not self._session.read_only
        for action_id, kind in VERDICT_ACTIONS.items():
            self._actions[action_id].setEnabled(enabled)
            self._actions[action_id].setChecked(self._verdict.kind is kind)
            self.buttons[kind].setEnabled(enabled)
            self.buttons[kind].setChecked(self._verdict.kind is kind)
        self.all.setVisible(bool(siblings) and enabled)
        self.all.setText(self.tr("and %n more pair(s) of this question", "", len(siblings)))
        self._actions["verdict_clear"].setEnabled(enabled and self._verdict.kind is not VerdictKind.UNDECIDED)
        self._actions["compare_note"].setEnabled(enabled)
        self.reason.setEnabled(enabled)
        self.note.setEnabled(enabled)
        self.reason.setCurrentIndex(max(self.reason.findData(self._verdict.reason), 0))
        if not writing and self.note.toPlainText() != self._verdict.note:
            self.note.setPlainText(self._verdict.note)
        if not writing:
            self._pause.stop()
        self.leader.setVisible(self._verdict.follows is not None)
        self._show_dispute(dispute, enabled)
        decided = self._verdict.decided_at and self._verdict.kind is not VerdictKind.UNDECIDED
        self.by.setText(
            self.tr("{editor}, {moment}").format(
                editor=wording.isolate(self._verdict.editor), moment=wording.moment(self._verdict.decided_at)
            )
            if decided
            else ""
        )

    def _show_dispute(self, dispute: Clash | None, enabled: bool) -> None:
        self.dispute.setVisible(dispute is not None)
        menu = self.dispute.menu()
        menu.clear()
        for version in dispute.versions if dispute else ():
            said = version.value
            assert isinstance(said, Verdict)
            parts = [
                wording.word(wording.VERDICTS, said.kind),
                said.reason and wording.word(wording.REASONS, said.reason),
            ]
            parts += [" ".join(said.note.split())[:_NOTE]]
            words = " · ".join(part for part in parts if part)
            editor = version.editor or self.tr("unnamed editor")
            action = menu.addAction(f"{wording.isolate(editor)}: {words}")
            action.setCheckable(True)
            action.setChecked(version.current)
            action.setEnabled(enabled)
            action.triggered.connect(
                lambda _=False, version=version: self._session.do(ResolveClash(dispute.kind, dispute.key, version.id))
            )
        if dispute:
            self.dispute.setText(self.tr("%n editors, different verdicts", "", len(dispute.versions)))

    def decide(self, kind: VerdictKind) -> None:
        """Record a verdict with the reason and the note that stand in the form."""
        if not self._verdict.relation_id or self._session.read_only:
            return
        self.deciding.emit(self._verdict.relation_id)
        self._save(kind, self._siblings if self.all.isChecked() else ())

    def flush(self) -> None:
        """Save a note that is being written."""
        self._pause.stop()
        if self._verdict.relation_id and self.note.toPlainText() != self._verdict.note:
            self._save(self._verdict.kind)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.note and event.type() is QEvent.Type.FocusOut:
            self.flush()
        elif watched is self.note and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.KeyPress:
                self.left.emit()
            event.accept()  # its shortcut too: here it only leaves the note
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _save(self, kind: VerdictKind, along: tuple[str, ...] = ()) -> None:
        self._pause.stop()
        reason = self.reason.currentData()
        self._session.do(SetVerdict((self._verdict.relation_id, *along), kind, reason, self.note.toPlainText()))

    def _choose_reason(self) -> None:
        if self._verdict.relation_id and self.reason.currentData() != self._verdict.reason:
            self._save(self._verdict.kind)

    def _retranslate(self) -> None:
        for action_id, kind in VERDICT_ACTIONS.items():
            key = self._actions[action_id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            self.buttons[kind].setText(f"{wording.word(wording.VERDICTS, kind)}  {key}")
            self.buttons[kind].setToolTip(self._actions[action_id].toolTip())
        self.reason_label.setText(self.tr("Reason"))
        self.leader.setText(self.tr("Follows another pair"))
        self.leader.setToolTip(
            self.tr("Settled by the verdict on another pair. Go to that pair; a verdict here is an exception.")
        )
        self.dispute.setToolTip(self.tr("Choose the verdict that holds"))
        key = shown_key(self._actions.spec("compare_note"))
        self.note.setPlaceholderText(
            self.tr("Note: what you checked, and where ({} to write, Esc to return)").format(key)
        )
        self.note.setAccessibleName(self.tr("Note"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.clear()
        self.reason.addItem(self.tr("No reason given"), None)
        for reason in Reason:
            self.reason.addItem(wording.word(wording.REASONS, reason), reason)
        self.reason.setCurrentIndex(max(self.reason.findData(self._verdict.reason), 0))
