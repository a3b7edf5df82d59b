"""How a relation is drawn: beside its colour a sign and a pattern of its own, so that colour is never all there is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from core.model import Show
from gui.theme import Tokens, color, tokens

_ICON = 16  # pixels
# Polylines in a square of 10 by 10: a cross, a tick, an arrow; "?" is a letter, what is on record a dot.
_LINES: dict[Show, tuple[tuple[tuple[float, float], ...], ...]] = {
    Show.CONFLICT: (((2, 2), (8, 8)), ((8, 2), (2, 8))),
    Show.AGREE: (((1.5, 5.2), (4.2, 8), (8.5, 2.2)),),
    Show.UPDATE: (((5, 8.5), (5, 1.8)), ((2, 4.6), (5, 1.6), (8, 4.6))),
    Show.CHECK: (),
    Show.SILENT: (((4.4, 5), (5.6, 5)),),
}
# Pattern of the ground (None: plain), its strength, and how its edges are drawn.
_STYLES: dict[Show, tuple[Qt.BrushStyle, int, Qt.PenStyle, float]] = {
    Show.CONFLICT: (Qt.BrushStyle.SolidPattern, 120, Qt.PenStyle.SolidLine, 1.8),
    Show.CHECK: (Qt.BrushStyle.BDiagPattern, 150, Qt.PenStyle.DashLine, 1.5),
    Show.UPDATE: (Qt.BrushStyle.Dense6Pattern, 170, Qt.PenStyle.DotLine, 1.6),
    Show.AGREE: (Qt.BrushStyle.SolidPattern, 60, Qt.PenStyle.SolidLine, 0.9),
    Show.SILENT: (Qt.BrushStyle.NoBrush, 0, Qt.PenStyle.DotLine, 1.0),
}


def paint_sign(painter: QPainter, box: QRectF, show: Show, colors: Tokens) -> None:
    """The sign in a round badge."""
    pair = colors.shows[show]
    ink = QColor(pair.ink)
    painter.setPen(QPen(ink, 1.3))
    painter.setBrush(QColor(pair.tint))
    painter.drawEllipse(box)
    side = box.width() * 0.56
    at = box.center() - QPointF(side / 2, side / 2)
    if show is Show.CHECK:
        font = QFont(painter.font())
        font.setPixelSize(max(int(box.height() * 0.72), 6))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
        return
    painter.setPen(
        QPen(ink, box.width() / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _LINES[show]:
        painter.drawPolyline(QPolygonF([at + QPointF(x, y) * (side / 10) for x, y in line]))


def sign_icon(show: Show) -> QIcon:
    """The sign for a button."""
    pixmap = QPixmap(2 * _ICON, 2 * _ICON)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sign(painter, QRectF(0.5, 0.5, _ICON - 1, _ICON - 1), show, tokens())
    painter.end()
    return QIcon(pixmap)


def ground(show: Show, colors: Tokens, strength: float = 1.0) -> QBrush:
    """The pattern of a relation's ribbon; `strength` in 0…1 makes it fainter."""
    style, alpha, _, _ = _STYLES[show]
    pair = colors.shows[show]
    plain = style is Qt.BrushStyle.SolidPattern
    return QBrush(color(pair.tint if plain else pair.ink, min(int((alpha + 90 * plain) * strength), 255)), style)


def edge(show: Show, colors: Tokens, strength: float = 1.0) -> QPen:
    """The line around a relation's ribbon and passages."""
    _, _, style, width = _STYLES[show]
    return QPen(color(colors.shows[show].ink, int(255 * strength)), width, style)
