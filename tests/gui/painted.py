"""What painters write, on which ground: drawing a page while every `drawText` of ours is listened to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QWidget

_STEP = 3  # pixels between two samples of the ground


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they were painted."""

    text: str
    ink: str
    ground: str
    large: bool  # or a sign, not words: 3:1 is enough


def written(page: QWidget) -> list[Written]:
    """All words that painters of ours write on a page."""
    image = QImage(page.rect().size(), QImage.Format.Format_RGB32)
    found: list[Written] = []
    with _listening(image, found):
        page.render(image)
    return found


@contextmanager
def _listening(image: QImage, found: list[Written]) -> Iterator[None]:
    original = QPainter.drawText

    def draw_text(painter: QPainter, *arguments: Any) -> Any:
        text = next(part for part in arguments if isinstance(part, str))
        area = _area(painter, arguments, text)
        ground = _ground(image, painter.deviceTransform().mapRect(area))
        if text.strip() and ground is not None:
            ink = QColor(painter.pen().color())
            strength = ink.alphaF() * painter.opacity()
            mixed = [
                round(a * strength + b * (1 - strength))
                for a, b in zip(ink.getRgb()[:3], ground.getRgb()[:3], strict=True)
            ]
            font = painter.font()
            large = font.pointSizeF() >= 18 or (font.bold() and font.pointSizeF() >= 14)
            sign = not any(map(str.isalnum, text))
            found.append(Written(text, QColor(*mixed).name(), ground.name(), large or sign))
        return original(painter, *arguments)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw_text)
        yield


def _area(painter: QPainter, arguments: tuple[Any, ...], text: str) -> QRectF:
    """Where the words come to stand, in the painter's coordinates."""
    first = arguments[0]
    if hasattr(first, "adjusted"):
        return QRectF(first)
    numbers = [part for part in arguments if isinstance(part, int | float)]
    if hasattr(first, "x"):
        point = QPointF(first)
    elif len(numbers) >= 5:  # x, y, width, height, flags
        return QRectF(*numbers[:4])
    else:
        point = QPointF(*numbers[:2])
    metrics = QFontMetricsF(painter.font())
    return QRectF(point.x(), point.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())


def _ground(image: QImage, area: QRectF) -> QColor | None:
    """The commonest colour of what is there already; None where nothing of it is on the page."""
    inside = area.toRect().intersected(image.rect())
    seen = Counter(
        image.pixel(x, y)
        for x in range(inside.left(), inside.right() + 1, _STEP)
        for y in range(inside.top(), inside.bottom() + 1, _STEP)
    )
    return QColor.fromRgb(seen.most_common(1)[0][0]) if seen else None
