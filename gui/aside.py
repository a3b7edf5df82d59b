"""Work that a thread does beside the window, such as copying a file; the window's thread hears what it came to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from core.errors import KnownError

_LOOK = 30  # ms between two looks at whether it is done
_Result = TypeVar("_Result")


def work_aside(
    parent: QObject,
    work: Callable[[], _Result],
    then: Callable[[_Result], object],
    fail: Callable[[KnownError], object],
    look_on: Callable[[], object] | None = None,
) -> None:
    """Call `then` with what `work` returns, or `fail`; neither once `parent` is gone. Other errors are raised.

    `look_on` is called now and then until it is done: to show how far `work` says it is.
    """
    from concurrent.futures import ThreadPoolExecutor

    pool = ThreadPoolExecutor(1)
    working = pool.submit(work)
    pool.shutdown(wait=False)
    timer = QTimer(parent, interval=_LOOK)

    def look() -> None:
        if look_on:
            look_on()
        if not working.done():
            return
        timer.stop()
        timer.deleteLater()
        try:
            then(working.result())
        except KnownError as error:
            fail(error)

    timer.timeout.connect(look)
    timer.start()
