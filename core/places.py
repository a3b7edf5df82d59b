"""Folders of the person: what Mizan keeps that belongs to no single project."""

from __future__ import annotations

import os
import sys
from importlib.resources import files
from pathlib import Path


def samples_folder() -> Path:
    """The articles to try Mizan with: among the resources where it is installed, beside them in a checkout."""
    resources = Path(str(files("resources")))
    return next(folder for folder in (resources / "samples", resources.parent / "samples") if folder.is_dir())


def data_folder() -> Path:
    """The person's own data folder, or MIZAN_DATA: models, backups, the log, projects without a place of their own."""
    if given := os.environ.get("MIZAN_DATA"):
        return Path(given).expanduser().absolute()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return base / "mizan"
