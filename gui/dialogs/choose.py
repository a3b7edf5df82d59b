"""Asking for files and folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def new_project(parent: QWidget, folder: str) -> Path | None:
    """Where a new project shall lie."""
    path, _ = QFileDialog.getSaveFileName(parent, translate("MainWindow", "New project"), folder, _projects())
    return Path(path).with_suffix(".mizan") if path else None


def project(parent: QWidget, folder: str) -> Path | None:
    """A project to open."""
    path, _ = QFileDialog.getOpenFileName(parent, translate("MainWindow", "Open project"), folder, _projects())
    return Path(path) if path else None


def article_files(parent: QWidget, folder: str) -> list[Path]:
    """Files to import."""
    from core.importers import READERS, annotated

    articles, marks = (" ".join(f"*{suffix}" for suffix in kinds) for kinds in (READERS, annotated.SUFFIXES))
    choice = ";;".join(
        (
            translate("MainWindow", "Articles and marks ({})").format(f"{articles} {marks}"),
            translate("MainWindow", "All files ({})").format("*"),
        )
    )
    paths, _ = QFileDialog.getOpenFileNames(parent, translate("MainWindow", "Add articles"), folder, choice)
    return [Path(path) for path in paths]


def article_folder(parent: QWidget, folder: str) -> list[Path]:
    """A folder to import."""
    path = QFileDialog.getExistingDirectory(parent, translate("MainWindow", "Add a folder of articles"), folder)
    return [Path(path)] if path else []


def _projects() -> str:
    return translate("MainWindow", "Mizan projects (*.mizan)")
