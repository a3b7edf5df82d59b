"""Reading a project beside the window: what takes long has a thread and a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from core.errors import KnownError
from core.project import Project


class Reading(QObject):
    """One reading at a time. What is asked for meanwhile waits, and of several only the latest."""

    done = Signal(object)
    failed = Signal(object)  # KnownError
    _ended = Signal(object)  # from the thread

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._executor = executor = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._busy = self._closed = False
        self._waiting: tuple[Path, Callable[[Project], Any]] | None = None
        # Queued, also where the thread was done before anybody waited for it.
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        parent.destroyed.connect(lambda: executor.shutdown(wait=False, cancel_futures=True))

    def start(self, path: Path, read: Callable[[Project], Any]) -> None:
        """Call `read` with the project at `path`; what it returns comes with `done`."""
        if self._busy:
            self._waiting = path, read
        elif not self._closed:
            self._busy = True
            self._executor.submit(_read, path, read).add_done_callback(self._end)

    @property
    def busy(self) -> bool:
        """Whether something is being read."""
        return self._busy

    def close(self) -> None:
        """Wait for what is being read, and tell nobody."""
        self._closed, self._waiting = True, None
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _end(self, ended: Future[Any]) -> None:
        """In the thread; the page may be gone by now."""
        if isValid(self) and not ended.cancelled():
            self._ended.emit(ended)

    def _tell(self, ended: Future[Any]) -> None:
        self._busy = False
        if self._closed:
            return
        if self._waiting:
            waiting, self._waiting = self._waiting, None
            self.start(*waiting)
        try:
            result = ended.result()
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)


def _read(path: Path, read: Callable[[Project], Any]) -> Any:
    with Project.open(path, read_only=True) as project:
        return read(project)
