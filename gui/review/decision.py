"""The decision on the pair in sight: verdict and reason by one key each, and a note that is never lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Reason, Verdict, VerdictKind
from core.store.edits import SetVerdict
from gui import wording
from gui.actions import Actions, shown_key
from gui.reader.flow import FlowLayout
from gui.session import Session
from gui.settings import Settings

VERDICTS = {
    "review_contradiction": VerdictKind.CONTRADICTION,
    "review_compatible": VerdictKind.COMPATIBLE,
    "review_update": VerdictKind.UPDATE,
    "review_different": VerdictKind.DIFFERENT_EVENT,
}
REASONS = {f"reason_{reason}": reason for reason in Reason}
_OPEN = {VerdictKind.UNDECIDED}
_PAUSE_MS = 1200  # a note is saved when the editor pauses


class Decision(QWidget):
    """Edits one verdict; `by` and `advance` are put where the page has room.

    `decided` says that the editor gave a verdict, not that a note or a reason was changed.
    """

    decided = Signal()
    left = Signal()  # the note was left by Esc

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self._session, self._actions, self._settings = session, actions, settings
        self._verdict = Verdict("")
        self._reason: Reason | None = None  # chosen, perhaps before the verdict
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.flush)

        self.buttons: dict[VerdictKind, QToolButton] = {}
        verdicts = QHBoxLayout()
        verdicts.setSpacing(8)
        for action_id, kind in VERDICTS.items():
            button = self.buttons[kind] = self._button(action_id, wording.word(wording.VERDICTS, kind))
            font = button.font()
            font.setPointSizeF(font.pointSizeF() * 1.15)
            button.setFont(font)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumHeight(34)
            actions[action_id].triggered.connect(lambda _=False, kind=kind: self.decide(kind))
            verdicts.addWidget(button, 1)
        actions["review_clear"].triggered.connect(lambda: self.decide(VerdictKind.UNDECIDED))

        self.reasons: dict[Reason, QToolButton] = {}
        chips = QWidget()
        flow = FlowLayout(chips, gap=6)
        flow.setContentsMargins(0, 0, 0, 0)
        reason_label = QLabel(self.tr("Reason"))
        flow.addWidget(reason_label)
        for action_id, reason in REASONS.items():
            chip = self.reasons[reason] = self._button(action_id, wording.word(wording.REASONS, reason))
            actions[action_id].triggered.connect(lambda _=False, reason=reason: self.give_reason(reason))
            flow.addWidget(chip)
            reason_label.setFixedHeight(chip.sizeHint().height())
        policy = chips.sizePolicy()
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)

        self.note = QPlainTextEdit()
        self.note.setProperty("field", True)
        self.note.setTabChangesFocus(True)
        self._fit_note(writing=False)
        self.note.setPlaceholderText(
            self.tr("Note: what you checked, and where ({} to write, Esc to return)").format(
                shown_key(actions.spec("review_note"))
            )
        )
        self.note.setAccessibleName(self.tr("Note"))
        self.note.textChanged.connect(self._pause.start)
        self.note.installEventFilter(self)
        actions["review_note"].triggered.connect(self.note.setFocus)

        self.by = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.by.setProperty("muted", True)
        self.advance = QCheckBox(self.tr("Go on by itself after a verdict"))
        self.advance.setToolTip(self.tr("Give the reason and the note before the verdict then, or go back for them"))
        self.advance.setChecked(settings["review_advance"])
        self.advance.toggled.connect(self._prefer)
        below = QHBoxLayout()
        below.addWidget(self.note, 1)
        for action_id in ("review_previous", "review_skip", "review_next"):
            step = actions.button(action_id, self)
            step.setProperty("framed", True)
            below.addWidget(step, 0, Qt.AlignmentFlag.AlignBottom)

        layout = QVBoxLayout(self)
        self.set_low(False)
        layout.addLayout(verdicts)
        layout.addWidget(chips)
        layout.addLayout(below)

    def set_low(self, low: bool) -> None:
        """Stand closer where height is scarce."""
        self.layout().setContentsMargins(14, 2 if low else 4, 14, 4 if low else 8)
        self.layout().setSpacing(4 if low else 6)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show a verdict, after saving what was being written about the one before; None for nothing."""
        if verdict is None or verdict.relation_id != self._verdict.relation_id:
            self.flush()
        writing = self._pause.isActive()
        before, self._verdict = self._verdict, verdict or Verdict("")
        still_open = before.relation_id == self._verdict.relation_id and {before.kind, self._verdict.kind} == _OPEN
        if not still_open:  # a reason may be chosen before the verdict
            self._reason = self._verdict.reason
        enabled = verdict is not None and not self._session.read_only
        for action_id in (*VERDICTS, *REASONS):
            self._actions[action_id].setEnabled(enabled)
        self._actions["review_clear"].setEnabled(enabled and self._is_decided())
        self._actions["review_note"].setEnabled(enabled)
        self.note.setEnabled(enabled)
        if not writing:
            if self.note.toPlainText() != self._verdict.note:
                self.note.setPlainText(self._verdict.note)
            self._pause.stop()
        self.by.setText(self._who())
        self._check()

    def decide(self, kind: VerdictKind) -> None:
        """Record a verdict with the reason and the note that stand here."""
        if not self._may_decide():
            return
        if self._save(kind) and kind is not VerdictKind.UNDECIDED:
            self.decided.emit()
        self._check()

    def give_reason(self, reason: Reason) -> None:
        """Choose a reason, or take it back; without a verdict it waits for one."""
        if not self._may_decide():
            return
        self._reason = None if self._reason is reason else reason
        if self._is_decided():
            self._save(self._verdict.kind)
        self._check()

    def flush(self) -> None:
        """Save a note that is being written."""
        self._pause.stop()
        if self._verdict.relation_id and self.note.toPlainText() != self._verdict.note:
            self._save(self._verdict.kind)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.note:
            if event.type() is QEvent.Type.FocusIn:
                self._fit_note(writing=True)
            elif event.type() is QEvent.Type.FocusOut:
                self._fit_note(writing=False)
                self.flush()
            elif event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            elif event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _button(self, action_id: str, words: str) -> QToolButton:
        """Not the action's own button: whether it is checked follows from the verdict, not from clicks."""
        action = self._actions[action_id]
        button = QToolButton(checkable=True)
        button.setProperty("framed", True)
        button.setText(f"{words}  {shown_key(self._actions.spec(action_id))}")
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.toolTip())
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

    def _fit_note(self, *, writing: bool) -> None:
        """A line, and more of them while one writes: the passages need the height."""
        self.note.setFixedHeight(self.note.fontMetrics().lineSpacing() * (3 if writing else 1) + 16)

    def _check(self) -> None:
        for kind, button in self.buttons.items():
            button.setChecked(self._verdict.kind is kind)
        for reason, chip in self.reasons.items():
            chip.setChecked(self._reason is reason)

    def _save(self, kind: VerdictKind) -> bool:
        self._pause.stop()
        edit = SetVerdict((self._verdict.relation_id,), kind, self._reason, self.note.toPlainText())
        return self._session.do(edit)

    def _may_decide(self) -> bool:
        """What is not in sight is not decided, though a menu may ask for it."""
        return bool(self._verdict.relation_id) and self.isVisible() and not self._session.read_only

    def _is_decided(self) -> bool:
        return self._verdict.kind is not VerdictKind.UNDECIDED

    def _who(self) -> str:
        if not self._verdict.decided_at or not self._is_decided():
            return ""
        who = self.tr("{editor}, {moment}").format(
            editor=wording.isolate(self._verdict.editor), moment=wording.moment(self._verdict.decided_at)
        )
        follows = self.tr("follows another pair of the question")
        told = f"{who} · {follows}" if self._verdict.follows else who
        others = wording.others(self._verdict)
        otherwise = self.tr("otherwise: {}").format(others)
        return f"{told} · {otherwise}" if others else told

    def _prefer(self, on: bool) -> None:
        self._settings["review_advance"] = on
