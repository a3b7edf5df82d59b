"""Worker processes that end when the program that started them does, however it ended."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable


def hold() -> None:
    """In a worker: end it as soon as its program is gone; a killed one cannot say goodbye.

    Without this the workers of a pool wait for work for good, each with its models in memory.
    """
    from multiprocessing import parent_process  # the window starts without it

    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent.join,), daemon=True).start()


def _outlive(wait: Callable[[], None]) -> None:
    wait()
    os._exit(1)
