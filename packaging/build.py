"""Builds the double-click program into dist/: `python packaging/build.py`, in an environment made by

    pip install . -r packaging/requirements.txt

The Linux folder gets a desktop file, an icon and a MIME type with a script that installs them for one person; Windows
gets an installer (packaging/windows/mizan.iss) and macOS a disk image in the release workflow.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    """Icons, PyInstaller, licences; prints the size."""
    BUILD.mkdir(exist_ok=True)
    (BUILD / "version.txt").write_text(version("mizan"))
    write_version_info(version("mizan"))
    draw_icons()
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", str(HERE / "mizan.spec")],
        cwd=ROOT,
        check=True,
    )
    folder = DIST / "mizan"
    subprocess.run([sys.executable, str(HERE / "licences.py"), str(folder / "LICENSES.txt")], check=True)
    if sys.platform == "linux":
        for item in (HERE / "linux").iterdir():
            shutil.copy(item, folder)
        shutil.copy(BUILD / "icons" / "mizan.png", folder)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{folder}: {size / 1e6:.0f} MB")  # noqa: T201


def draw_icons() -> None:
    """The program's icon in every form that systems want, from one drawing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    assert app is not None
    image = QImage(1024, 1024, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(HERE / "mizan.svg")).render(painter)
    painter.end()
    icons = BUILD / "icons"
    icons.mkdir(exist_ok=True)
    image.save(str(icons / "mizan-1024.png"))
    large = Image.open(icons / "mizan-1024.png")
    large.resize((256, 256), Image.Resampling.LANCZOS).save(icons / "mizan.png")
    large.save(icons / "mizan.ico", sizes=[(size, size) for size in SIZES])
    large.save(icons / "mizan.icns")


def write_version_info(number: str) -> None:
    """What Windows shows of the program's file."""
    four = ", ".join([*number.split(".")[:3], "0"])
    (BUILD / "version-info.txt").write_text(
        (HERE / "windows" / "version-info.txt").read_text("utf-8").replace("@NUMBERS@", four).replace("@TEXT@", number),
        "utf-8",
    )


if __name__ == "__main__":
    main()
