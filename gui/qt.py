"""Where PySide needs care."""

from __future__ import annotations

import gc
from typing import TypeVar

from PySide6.QtCore import QObject

_Kind = TypeVar("_Kind", bound=QObject)


def collect_seldom() -> None:
    """Look for cycles seldom, and not among what the start left: lists of tens of thousands of rows set it off again
    and again, and a window that is read with them waits for it."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def children(parent: QObject, kind: type[_Kind]) -> list[_Kind]:
    """`findChildren`, without its crash: it allocates as it goes, and a collection then may free a child under it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        return parent.findChildren(kind)
    finally:
        if collects:
            gc.enable()
