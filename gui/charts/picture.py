"""A chart as a file: PNG or SVG, in the light colours whatever the window's are."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import KnownError
from gui import theme
from gui.theme import Tokens

translate = QCoreApplication.translate
_SCALE = 2  # pixels of a PNG per pixel of the window: sharp in print


class Drawn(Protocol):
    """A widget that can draw what is seen of it in any colours."""

    def size(self) -> QSize: ...

    def logicalDpiX(self) -> int: ...

    def draw_with(self, tokens: Tokens) -> None: ...

    def render(self, painter: QPainter) -> None: ...


def save(chart: Drawn, path: Path) -> None:
    """Write what is seen of the chart. KnownError where the file cannot be written."""
    chart.draw_with(theme.LIGHT)
    try:
        written = _svg(chart, path) if path.suffix.lower() == ".svg" else _png(chart, path)
    finally:
        chart.draw_with(theme.tokens())
    if not written:
        raise KnownError(
            f"تعذّرت كتابة «{path}»؛ اختر مجلدا يمكن الكتابة فيه.",
            f"“{path}” cannot be written; choose a folder that can be written to.",
        )


def ask_for_path(parent: QWidget, folder: str, name: str) -> Path | None:
    """Where the picture shall lie."""
    kinds = ";;".join(
        (translate("Picture", "Picture ({})").format("*.png"), translate("Picture", "Drawing ({})").format("*.svg"))
    )
    path, kind = QFileDialog.getSaveFileName(
        parent, translate("Picture", "Save as a picture"), str(Path(folder) / f"{name}.png"), kinds
    )
    if not path:
        return None
    wanted = Path(path)
    return (
        wanted if wanted.suffix.lower() in (".png", ".svg") else wanted.with_suffix(".svg" if "svg" in kind else ".png")
    )


def _png(chart: Drawn, path: Path) -> bool:
    image = QImage(chart.size() * _SCALE, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_SCALE)
    image.fill(Qt.GlobalColor.white)
    _render(chart, image)
    return image.save(str(path), "PNG")


def _svg(chart: Drawn, path: Path) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setResolution(chart.logicalDpiX())  # else letters come out smaller than in the window
    generator.setSize(chart.size())
    generator.setViewBox(QRect(0, 0, chart.size().width(), chart.size().height()))
    try:
        with path.open("wb"):
            pass
    except OSError:
        return False
    _render(chart, generator)
    return True


def _render(chart: Drawn, device: object) -> None:
    painter = QPainter(device)  # type: ignore[call-overload]
    try:
        chart.render(painter)
    finally:
        painter.end()
