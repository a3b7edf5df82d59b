"""What the window's worker processes run: values in, values out. Imports no Qt and touches no project."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from pathlib import Path

from core.importers import Skipped, read_paths
from core.model import Article


def begin() -> None:
    """Leave Ctrl+C to the window, which ends its workers itself."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def read(paths: Sequence[Path]) -> list[Article | Skipped]:
    """Read files and folders; a bad file does not stop the others."""
    return list(read_paths(paths))
