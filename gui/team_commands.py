"""What the actions for several editors do. A dialog is loaded when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QInputDialog

from core.store.assigning import AssignArticles
from gui import wording
from gui.dialogs import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

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
            "merge": self.merge,
            "agreement": self._agreement,
            "send_packet": self._send,
            "take_packet": self._ask_for_packet,
            "assign_me": lambda: self.assign(self._session.project.editor),
            "assign": self._ask_whom,
        }

    def start(self) -> None:
        """Say what a packet is, where the project is one, and lead to its pairs."""
        about = self._session.project.packet()
        if not about:
            return
        sender = wording.isolate(str(about.get("from", "")) or self.tr("a colleague"))
        sentence = self.tr("Review packet from {}: decide on its pairs, close the window, and send the file back.")
        note = str(about.get("note", ""))
        self._window.read_only_bar.show_notice(sentence.format(sender) + (f"  «{note}»" if note else ""))
        for action_id in ("import_files", "import_folder", "paste", "analyze", "merge", "send_packet", "take_packet"):
            self._window.actions_table[action_id].setEnabled(False)
        self._session.view_wanted.emit("review", None)

    def merge(self, paths: Sequence[Path] = ()) -> None:
        """Put colleagues' projects together with this one."""
        from gui.dialogs.merge_dialog import MergeDialog

        dialog = MergeDialog(self._session, list(paths), self._window)
        dialog.merged.connect(self._merged)
        dialog.written.connect(lambda path: self._window.project_wanted.emit(path, False))
        dialog.exec()
        dialog.deleteLater()

    def take(self, path: Path) -> bool:
        """Where the file is a returned packet, offer to take it in; whether it was one."""
        from core.team import packet as packets
        from gui.dialogs import packet_dialog

        if not packets.is_of(self._session.project, path):
            return False
        if packet_dialog.take(self._session, path, self._window):
            self._settle(self._open_clashes())
        return True

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

    def _merged(self, clashes: int) -> None:
        self._window.jobs.analyze()
        self._settle(clashes)

    def _settle(self, clashes: int) -> None:
        """What editors decided differently is next."""
        if clashes:
            self._session.said.emit(self.tr("%n clash(es) to settle", "", clashes))
            self._session.view_wanted.emit("adjudicate", None)
        else:
            self._session.said.emit(self.tr("Taken in; nobody decided differently. Undo takes it back."))

    def _open_clashes(self) -> int:
        return len(self._session.project.clashes())

    def _send(self) -> None:
        from gui.dialogs.packet_dialog import PacketDialog

        self._window.tabs.flush()
        dialog = PacketDialog(self._session, self._current_pair(), self._window)
        dialog.exec()
        if dialog.path is not None:
            self._session.said.emit(self.tr("Packet written: {}").format(f"\u2066{dialog.path}\u2069"))
        dialog.deleteLater()

    def _current_pair(self) -> str:
        """The pair that the page in sight shows."""
        window = self._window
        if window.tabs.page_id() == "review":
            return window.tabs.view("review").queue.current or ""
        row = window.contradictions.current_row() if window.tabs.page_id() == "contradictions" else None
        return row.id if row else ""

    def _ask_for_packet(self) -> None:
        path = choose.project(self._window, str(self._session.project.path.parent))
        if path is not None and not self.take(path):
            self._session.failed.emit(
                self.tr("This file is no review packet of this project. To put two projects together, merge them.")
            )

    def _agreement(self) -> None:
        from gui.dialogs.agreement_dialog import AgreementDialog

        dialog = AgreementDialog(self._session, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

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
