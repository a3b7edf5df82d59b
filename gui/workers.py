"""What the window's worker processes run: values in, values out. Imports no Qt, and writes to no project.

The readers are loaded in the worker: the window itself has no use for them.
"""

from __future__ import annotations

import gc
import signal
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.importers import Found, FoundTable, Skipped
    from core.interchange import FoundMarks, Taken
    from core.model import Article


def begin() -> None:
    """Leave Ctrl+C to the window, which ends its workers itself, unless it was killed."""
    from core import lifeline

    lifeline.hold()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 50, 50)  # what is kept here has no cycles, and to look through it again and again is dear


def read(paths: Sequence[Path]) -> list[Article | Skipped]:
    """Read files and folders; a bad file does not stop the others."""
    from core.importers import read_paths

    return list(read_paths(paths))


def back_up(project: Path, why: str) -> None:
    """A backup of the project as it stands on disk, where it changed since the last."""
    from core.store import backups

    backups.make(project, why)


def look_into(
    paths: Sequence[Path], columns: Mapping[str, str], project: Path
) -> list[Found | FoundTable | Skipped | FoundMarks]:
    """`read` with what a preview shows; `columns` says what the columns of a table are.

    Of files of marks only what is in them, held against the texts of `project`.
    """
    from core.importers import Said, find
    from core.interchange import kind_of

    kinds = {path: kind for path in paths if (kind := kind_of(path))}
    articles = list(find([path for path in paths if path not in kinds], Said(columns=columns)))
    return [*articles, *_marks(kinds, project)] if kinds else [*articles]


def _marks(kinds: Mapping[Path, str], project: Path) -> list[FoundMarks]:
    from core.interchange import look_into
    from core.project import Project

    with Project.open(project, read_only=True) as opened:
        return [look_into(opened, path, kind) for path, kind in kinds.items()]


def set_aside(path: Path, kind: str, project: Path, aside: Path) -> Taken:
    """Read a file of marks, held against the texts of `project`, into a file that can be taken in step by step."""
    from core.interchange import set_aside
    from core.project import Project

    with Project.open(project, read_only=True) as opened:
        return set_aside(opened, path, kind, aside)


def look_at_pasted(text: str, markup: str) -> list[Found | Skipped]:
    """The article in what was copied or dropped."""
    from core.importers import pasted

    return [pasted(text, markup)]
