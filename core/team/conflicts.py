"""Bringing the versions that a synchronised folder left apart together again."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from core.project import Project, Touched
from core.store import backups, faults
from core.team.merge import MergeReport, Progress, beside


def take_in(project: Project, copies: Sequence[Path], progress: Progress | None = None) -> Touched:
    """Merge conflict copies (`core.store.copies`) into the open project, as one edit; they lie with its backups then.

    KnownError, and nothing changed, where a version cannot be read.
    """
    with beside(project.path, copies, progress) as (united, report):
        return adopt(project, united, report, copies)


def adopt(project: Project, united: Path, report: MergeReport, copies: Sequence[Path]) -> Touched:
    """`take_in` once the versions are united in a passing file: quick, for the thread that has the project."""
    for _, error in report.skipped:
        raise error
    touched = project.take_over(united, [copy.stem for copy in copies])
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
