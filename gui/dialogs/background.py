"""Work of a dialog beside the window: SQLite's own, which leaves Python's lock, so that a thread will do."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import KnownError

_LOOK = 50  # ms
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
Work = Callable[[Progress, Cancelled], Any]


class Background(QObject):
    """One piece of work at a time; a new one takes the place of the one before, whose result is dropped."""

    progressed = Signal(int, int)  # done, all
    done = Signal(object)
    failed = Signal(object)  # KnownError

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1)
        self._running: Future[Any] | None = None
        self._turn = 0
        self._at = (0, 0)
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether a result is awaited."""
        return self._running is not None

    def start(self, work: Work) -> None:
        """Do it in the thread; `done` or `failed` tells what came of it."""
        self.cancel()
        turn, self._at = self._turn, (0, 0)

        def progress(done: int, every: int) -> None:
            self._at = done, every

        self._running = self._thread.submit(work, progress, lambda: turn != self._turn)
        self._timer.start()

    def cancel(self) -> None:
        """Let the work end at its next step; nothing is told of it any more."""
        self._turn += 1
        self._running = None
        self._timer.stop()

    def close(self) -> None:
        """Cancel, and wait until the thread is gone."""
        self.cancel()
        self._thread.shutdown(wait=True)

    def _look(self) -> None:
        self.progressed.emit(*self._at)
        if self._running is None or not self._running.done():
            return
        finished, self._running = self._running, None
        self._timer.stop()
        error = finished.exception()
        if error is None:
            self.done.emit(finished.result())
        elif isinstance(error, KnownError):
            self.failed.emit(error)
        else:
            raise error
