"""Reading a project beside the window: what takes long has a thread and a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.errors import KnownError
from core.project import Project


class Reading(QObject):
    """One reading at a time; of several that were asked for, only the latest is told of."""

    done = Signal(object)
    failed = Signal(object)  # KnownError
    _ended = Signal(int, object)  # from the thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._number = 0
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._running: Future[None] | None = None
        self._ended.connect(self._tell)
        executor = self._executor
        parent.destroyed.connect(lambda: executor.shutdown(wait=False, cancel_futures=True))

    def start(self, path: Path, read: Callable[[Project], Any]) -> None:
        """Call `read` with the project at `path`; what it returns comes with `done`."""
        self._number += 1
        if self._running is not None:
            self._running.cancel()
        self._running = self._executor.submit(self._read, self._number, path, read)

    def close(self) -> None:
        """Wait for what is being read, and tell nobody."""
        self._number += 1
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _read(self, number: int, path: Path, read: Callable[[Project], Any]) -> None:
        try:
            with Project.open(path, read_only=True) as project:
                result = read(project)
        except KnownError as error:
            result = error
        self._ended.emit(number, result)

    def _tell(self, number: int, result: object) -> None:
        if number == self._number:
            (self.failed if isinstance(result, KnownError) else self.done).emit(result)
