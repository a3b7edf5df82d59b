"""Bringing the versions that a synchronised folder left apart together again."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from core.project import Project, Touched
from core.store import backups, faults
from core.team.merge import Progress, merge


def take_in(project: Project, copies: Sequence[Path], progress: Progress | None = None) -> Touched:
    """Merge conflict copies (`core.store.copies`) into the open project; they are laid with its backups then.

    As it stood, the project is kept as a backup first; what was done before can be read in the history, not undone.
    KnownError, and nothing changed, where a version cannot be read.
    """
    with TemporaryDirectory(prefix="mizan-") as scratch:
        united = Path(scratch) / "united.mizan"
        report = merge(united, [project.path, *copies], progress)
        for _, error in report.skipped:
            raise error
        touched = project.replace_with(united, "merge")
    aside = backups.folder(project.path) / "merged"
    with faults.explained(aside):
        aside.mkdir(parents=True, exist_ok=True)
        for copy in copies:
            shutil.move(copy, _free(aside / copy.name))
    return touched


def _free(path: Path) -> Path:
    """The path, or the next like it that is not taken."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem} {number}")
    return found
