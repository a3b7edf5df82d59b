"""A notice with a question: what can be done about it, each as a button."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from gui.panels.message_bar import MessageBar


class OfferBar(MessageBar):
    """Stays until one of the buttons was pressed, or it is closed."""

    def __init__(
        self, sentence: str, choices: Mapping[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        for place, (text, slot) in enumerate(choices.items()):
            button = QPushButton(text)
            button.clicked.connect(lambda _=False, slot=slot: self._choose(slot))
            self.layout().insertWidget(1 + place, button)
            self.buttons[text] = button
        self.text.setWordWrap(True)
        self.show_notice(sentence)

    def _choose(self, slot: Callable[[], object]) -> None:
        self.hide()
        slot()
