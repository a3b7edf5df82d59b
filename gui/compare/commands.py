"""What an editor does with the pair in sight beside deciding: copy it, take it away, see to its question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu, QWidget

from core.model import Fact, Origin, Verdict
from core.store.rulings import RemoveRelations
from gui.actions import Actions
from gui.compare.copying import copy_pair
from gui.compare.questions import QuestionCommands
from gui.compare.relation_model import Row
from gui.compare.verdict_form import VERDICT_ACTIONS
from gui.session import Session


class PairCommands(QObject):
    """The actions on a pair and its question; `current` says which pair that is, `verdict` what was decided on one."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        current: Callable[[], Row | None],
        verdict: Callable[[str], Verdict],
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._session, self._actions, self._owner = session, actions, owner
        self._current, self._verdict = current, verdict
        self.questions = QuestionCommands(session, actions, self._fact, owner)
        for action_id, slot in {"copy_pair": self._copy, "remove_relation": self._remove}.items():
            actions[action_id].triggered.connect(lambda _=False, slot=slot: self._do(slot))

    def enable(self) -> None:
        """Which of them have something to speak of."""
        row = self._current()
        self.questions.enable()
        self._actions["copy_pair"].setEnabled(row is not None)
        by_hand = row is not None and row.relation.origin is Origin.EDITOR and not self._session.read_only
        self._actions["remove_relation"].setEnabled(by_hand)

    def menu(self) -> QMenu:
        """What can be done with the pair in sight."""
        self.enable()
        menu = QMenu(self._owner)
        ids = (*VERDICT_ACTIONS, "verdict_clear", None, "copy_pair", None, *self.questions.ids, None, "remove_relation")
        self._actions.fill_menu(menu, ids)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _fact(self) -> Fact | None:
        row = self._current()
        return row.fact if row else None

    def _copy(self, row: Row) -> None:
        copy_pair(self._session, row, self._verdict(row.id))

    def _remove(self, row: Row) -> None:
        """Take a relation that was drawn by hand away."""
        self._session.do(RemoveRelations((row.id,)))

    def _do(self, slot: Callable[[Row], None]) -> None:
        row = self._current()
        if row is not None and self._owner.isVisible():
            slot(row)
