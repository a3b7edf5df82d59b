"""The words that a filter looks through, read while nobody waits: between two turns of the event loop."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from core.store.words import Words
from gui.session import Session


class ReadWords(QObject):
    """Begins to read when it is made and after `forget`; who asks for `all` earlier waits for the rest."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._words = Words()
        self._steps: Iterator[None] = iter(())
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._step)
        self.forget()

    def forget(self) -> None:
        """Facts are others now: read them again."""
        self._words = Words()
        self._steps = self._session.project.word_steps(self._words)
        self._idle.start()

    def all(self) -> Words:
        """The words of the whole project."""
        while self._idle.isActive():
            self._step()
        return self._words

    def _step(self) -> None:
        for _ in self._steps:
            return
        self._idle.stop()
