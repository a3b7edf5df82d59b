"""Writes the licences of everything that is shipped with the bundled program: `python packaging/licences.py OUT`.

Reads them from the installed packages that Mizan depends on, the transformer engine and its own left out, since the
bundle does not hold them. Models and lexicons: resources/README.md, which is put in front.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
NOT_SHIPPED = {"torch", "camel-tools", "pip", "setuptools"}
LICENCE = re.compile(r"(?i)(licen[cs]e|copying|notice)[^.]*(\.(txt|md|rst))?")
NAME = re.compile(r"[A-Za-z0-9._-]+")
# Of the run time that PyInstaller puts beside the packages.
PYTHON = "Python and its standard library · PSF-2.0 · https://docs.python.org/3/license.html"
QT = "Qt 6 (with PySide6) · LGPL-3.0-only, dynamically linked, its libraries can be replaced · https://code.qt.io"


def main(out: Path) -> None:
    """One file: our licence, then every package with its licence text."""
    parts = [(ROOT / "LICENSE").read_text("utf-8"), (ROOT / "resources" / "README.md").read_text("utf-8"), PYTHON, QT]
    packages = sorted(shipped("mizan", set()), key=lambda item: item.name.lower())
    parts += [describe(item) for item in packages]
    # Of Qt and PySide6, whose wheels hold no licence text.
    parts += [path.read_text("utf-8") for path in sorted((ROOT / "packaging" / "licences").glob("*.txt"))]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(("\n\n" + "=" * 100 + "\n\n").join(part.strip() for part in parts) + "\n", "utf-8")


def shipped(name: str, seen: set[str]) -> Iterator[Distribution]:
    """The packages that `name` needs, and what they need."""
    for line in distribution(name).requires or ():
        head, _, marker = line.partition(";")
        needed = NAME.match(head.strip())
        if needed is None or "extra ==" in marker:
            continue
        key = re.sub(r"[-_.]+", "-", needed.group()).lower()
        if key in seen or key in NOT_SHIPPED:
            continue
        seen.add(key)
        try:
            found = distribution(key)
        except PackageNotFoundError:  # for another system
            continue
        yield found
        yield from shipped(key, seen)


def describe(item: Distribution) -> str:
    """Name, version, licence, home, and the text of the licence where the package has it."""
    about = item.metadata
    licence = about.get("License-Expression") or _classified(about.get_all("Classifier") or []) or about.get("License")
    home = about.get("Home-page") or next(iter(about.get_all("Project-URL") or [""])).rpartition(" ")[2]
    texts = [path.read_text("utf-8").strip() for path in item.files or () if LICENCE.fullmatch(path.name)]
    first = (licence or "see below").strip().splitlines()[0]
    return "\n\n".join([f"{item.name} {item.version} · {first} · {home}".rstrip(" ·"), *dict.fromkeys(texts)])


def _classified(classifiers: list[str]) -> str:
    return ", ".join(line.rpartition(" :: ")[2] for line in classifiers if line.startswith("License :: "))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
