"""What undo took away at one go, said above the pages with the way to bring it back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.project import HistoryEntry, Touched
from gui import wording
from gui.actions import Actions
from gui.panels.message_bar import MessageBar
from gui.session import Session

# What brings in too much to be missed without a word.
_LARGE = {"ImportArticles", "MergeProjects", "TakePacket", "PutAnnotations", "PutVerdicts"}


class UndoneBar(MessageBar):
    """Stays as long as redo would bring back what it speaks of."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._step = 0
        self.redo = actions.button("redo", self)
        self.redo.setProperty("framed", True)
        self.layout().insertWidget(1, self.redo)
        session.walked.connect(self._tell)
        session.changed.connect(self._forget)

    def _tell(self, _touched: Touched, entry: HistoryEntry) -> None:
        coming = self._session.project.can_redo
        if entry.undone or coming is None or entry.text not in _LARGE:
            self.hide()
            return
        self._step = coming.id
        said = self.tr(
            "Undone: {}. What came with it is out of the project; redo brings all of it back, until you change"
            " something else."
        )
        self.show_notice(said.format(wording.step_name(entry)))

    def _forget(self, _touched: Touched) -> None:
        """Another change has come between, or it was done again."""
        coming = self._session.project.can_redo
        if coming is None or coming.id > self._step:
            self.hide()
