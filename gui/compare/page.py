"""The page of contradictions."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.model import ClaimKind, Show
from gui import theme
from gui.actions import Actions
from gui.compare.panel import ContradictionsPanel
from gui.compare.relation_model import Filter
from gui.session import Session
from gui.settings import Settings
from gui.views import View


class ContradictionsPage(View):
    """`show_item` takes the ID of a relation. The panel follows the session by itself, in sight or not."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(session, actions, settings)
        font = theme.reader_font(settings["reader_font"], settings["reader_size"])
        self.panel = ContradictionsPanel(session, actions, font)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def show_item(self, item: object) -> None:
        self.panel.select(str(item))

    def state(self) -> dict[str, Any]:
        wanted = self.panel.model.filter
        row = self.panel.current_row()
        shows = sorted(map(str, wanted.shows))
        return {"relation": row.id if row else "", "shows": shows, "undecided": wanted.undecided} | {
            "kind": wanted.kind or "",
            "words": wanted.words,
        }

    def restore(self, state: dict[str, Any]) -> None:
        shows = frozenset(show for show in Show if show in state.get("shows", ()))
        if shows:
            kind = next((kind for kind in ClaimKind if kind == state.get("kind")), None)
            self.panel.set_filter(Filter(shows, bool(state.get("undecided")), kind, str(state.get("words", ""))))
        if not self.panel.begins_at_drawn and self.panel.model.position_of(str(state.get("relation"))) >= 0:
            self.panel.select(str(state["relation"]))

    def set_reader_font(self, font: QFont) -> None:
        self.panel.set_reader_font(font)

    def flush(self) -> None:
        self.panel.flush()

    def focus_target(self) -> QWidget:
        return self.panel.list
