"""What the build adds: the words of the window, resources/translations/*.ts compiled, one .qm for each language."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface):  # type: ignore[type-arg]
    """For the wheel; for an editable one the files are made in the checkout, where git ignores them."""

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        compile_translations(Path(self.root))


def compile_translations(root: Path) -> None:
    """Make `mizan_<language>.qm` of all languages where one is missing or a source is newer; no file is half made."""
    folder = root / "resources" / "translations"
    sources: dict[Path, list[Path]] = defaultdict(list)
    for path in sorted(folder.glob("*_*.ts")):
        sources[folder / f"mizan_{path.stem.rpartition('_')[2]}.qm"].append(path)
    latest = max(path.stat().st_mtime_ns for path in (folder, *chain.from_iterable(sources.values())))
    if all(made.exists() and made.stat().st_mtime_ns >= latest for made in sources):
        return
    with tempfile.TemporaryDirectory(dir=root, prefix=".translations-") as aside:
        for made, paths in sources.items():
            command = [_lrelease(), "-silent", *paths, "-qm", Path(aside, made.name)]
            subprocess.run(command, check=True)  # noqa: S603 - our own files
            Path(aside, made.name).replace(made)
    for made in sources:
        os.utime(made)  # the folder was changed by the last of them


def _lrelease() -> Path:
    """Qt's compiler of translations, which comes with PySide6."""
    import PySide6

    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    return Path(PySide6.__file__).parent / name
