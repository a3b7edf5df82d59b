"""When the card of a mark comes, what it says, when it goes, and where it leads."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from core.model import Annotation, Span
from gui.reader.card import MarkCard
from gui.reader.commands import MarkCommands
from gui.reader.view import ArticleView
from gui.session import Session

_COUNT_AFTER = 120  # ms that a card is there
_LEAVE_AFTER = 220  # ms for the mouse to reach the card


class Hovering(QObject):
    """Shows the card over `pane` for the mark under the mouse, or for the current one when it is asked for."""

    def __init__(self, session: Session, view: ArticleView, commands: MarkCommands, pane: QWidget) -> None:
        super().__init__(pane)
        self._session, self._view, self._commands, self._pane = session, view, commands, pane
        self.card = MarkCard(pane)
        self._place = QRect()
        self._counting = QTimer(self, singleShot=True, interval=_COUNT_AFTER)
        self._counting.timeout.connect(self._count)
        self._leaving = QTimer(self, singleShot=True, interval=_LEAVE_AFTER)
        self._leaving.timeout.connect(self._leave)
        view.card_wanted.connect(self._show)
        view.card_left.connect(self._leaving.start)
        self.card.left.connect(self._leaving.start)
        self.card.closed.connect(self._close)
        self.card.passage_wanted.connect(self._go_to)
        self.card.occurrence_wanted.connect(self._go_to_occurrence)

    def ask(self) -> None:
        """The card of the current mark; asked for again, the keyboard goes into it."""
        if self.card.isVisible() and self.card.annotation == self._view.current and self.card.links:
            self.card.links[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._view.show_card()

    def _show(self, annotation: Annotation | None, where: QRect) -> None:
        self._leaving.stop()
        self._counting.stop()
        if annotation is None:
            self.card.hide()
            return
        self._place = QRect(self._pane.mapFromGlobal(where.topLeft()), where.size())
        self.card.show_for(annotation, self._commands.around(annotation), self._place)
        if self._commands.known_occurrences(annotation) is None:
            self._counting.start()

    def _count(self) -> None:
        """How often it occurs is counted after the card is there, for no longer than anybody notices."""
        annotation = self.card.annotation
        if annotation is not None and self.card.isVisible() and self._commands.occurrences(annotation) > 1:
            at_hand = self._holds_keyboard()
            self.card.show_for(annotation, self._commands.around(annotation), self._place)
            if at_hand:
                self.card.links[0].setFocus()

    def _holds_keyboard(self) -> bool:
        return self.card.isAncestorOf(self._pane.focusWidget() or self._pane)

    def _leave(self) -> None:
        """The mouse is neither on the mark any more nor on its card."""
        if not self.card.underMouse() and not self._holds_keyboard():
            self.card.hide()

    def _close(self) -> None:
        self.card.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to(self, article_id: str, span: Span) -> None:
        self._close()
        self._session.go_to(article_id, span)

    def _go_to_occurrence(self, forward: bool) -> None:
        """From the mark of the card to the next place that says the same."""
        if self.card.annotation is not None:
            self._view.select(self.card.annotation.id, reveal=False)
        self._close()
        self._commands.step_occurrence(forward)
