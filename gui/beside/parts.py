"""Above the columns: which relations are drawn, and the steps from one to the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from core.model import Show
from gui import theme, wording
from gui.actions import Actions
from gui.beside.links import SHOWN
from gui.panels.folding import Folding
from gui.signs import sign_icon


class Tools(QWidget):
    """Which relations are drawn, how many there are, and the steps from one to the next."""

    shows_changed = Signal()

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        chips, tools = QHBoxLayout(), QHBoxLayout()
        for part in (chips, tools):
            part.setSpacing(4)
        self.chips: dict[Show, QToolButton] = {}
        for show in SHOWN:
            chip = QToolButton(checkable=True, checked=True)
            chip.setProperty("framed", True)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setToolTip(self.tr("Show or hide: {}").format(wording.word(wording.SHOWS, show)))
            chip.toggled.connect(self.shows_changed)
            self.chips[show] = chip
            chips.addWidget(chip)
        chips.addStretch(1)
        self.place = QLabel()
        self.place.setProperty("muted", True)
        tools.addWidget(self.place)
        for action_id in ("previous_link", "next_link", "relate", "scroll_together", "add_column"):
            button = actions.button(action_id)
            if action_id != "relate":
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            tools.addWidget(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 4)
        layout.addWidget(Folding(chips, tools))
        theme.current().changed.connect(self._redraw)
        self._redraw()

    def shows(self) -> set[Show]:
        """Which relations are drawn."""
        return {show for show, chip in self.chips.items() if chip.isChecked()}

    def show_all(self) -> None:
        """Draw every relation."""
        self.choose(map(str, self.chips))

    def choose(self, shows: Iterable[str]) -> None:
        """Draw these; all where they are none."""
        wanted = set(shows) & self.chips.keys()
        for show, chip in self.chips.items():
            chip.setChecked(show in wanted or not wanted)

    def count(self, shows: Iterable[Show]) -> None:
        """Write on each toggle how many it stands for."""
        counts = Counter(shows)
        for show, chip in self.chips.items():
            chip.setText(f"{wording.word(wording.SHOWS, show)} {wording.number(counts[show])}")

    def say_place(self, here: int, count: int) -> None:
        """The how-manieth relation is selected, from 1; 0 for none."""
        every = wording.number(count)
        words = self.tr("{here} of {all} relations") if here else self.tr("{all} relations")
        self.place.setText(words.format(here=wording.number(here), all=every))

    def _redraw(self) -> None:
        for show, chip in self.chips.items():
            chip.setIcon(sign_icon(show))
