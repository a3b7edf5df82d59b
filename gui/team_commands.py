"""What the actions for several editors do. A dialog is loaded when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from core.store.assigning import AssignArticles

if TYPE_CHECKING:
    from collections.abc import Callable

    from gui.main_window import MainWindow


class TeamCommands(QObject):
    """Connects the actions of one window to what they do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        for action_id, slot in self._slots().items():
            window.actions_table[action_id].triggered.connect(lambda _=False, slot=slot: slot())

    def _slots(self) -> dict[str, Callable[[], object]]:
        return {
            "assign_me": lambda: self.assign(self._session.project.editor),
            "assign": self._ask_whom,
        }

    def assign(self, editor: str) -> None:
        """Give the selected articles, else the one that is open, to an editor; "" to nobody."""
        keys = self._chosen()
        if not keys or not self._session.do(AssignArticles(tuple(keys), editor)):
            return
        count = self.tr("%n article(s)", "", len(keys))
        if editor:
            self._session.said.emit(self.tr("{articles} given to {editor}.").format(articles=count, editor=editor))
        else:
            self._session.said.emit(self.tr("{articles} given to nobody.").format(articles=count))

    def _chosen(self) -> list[str]:
        window = self._window
        listed = window.articles.selected()
        return listed or [key for key in [window.reader.article_id] if key]

    def _ask_whom(self) -> None:
        if not self._chosen():
            return
        project = self._session.project
        nobody = self.tr("Nobody")
        own = [project.editor] if project.editor else []
        names = [nobody, *dict.fromkeys([*own, *sorted(filter(None, project.editors().values()))])]
        name, chosen = QInputDialog.getItem(
            self._window,
            self.tr("Who works on these articles"),
            self.tr("The name of an editor, of this project or a new one:"),
            names,
            min(1, len(names) - 1),
            True,
        )
        if chosen:
            self.assign("" if name == nobody else name.strip())
