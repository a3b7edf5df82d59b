"""Paints a row of the article list: title, source and date, what is undecided, how far the marks are."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.project import ArticleSummary
from core.text.arabic import is_arabic
from gui import theme, wording
from gui.models.article_model import AssigneeRole, Index, SummaryRole

_PAD = 10
_LINES = 2  # of the title
_BADGE = 22


class ArticleDelegate(QStyledItemDelegate):
    """Rows of one height, so that long lists stay quick."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        metrics = QFontMetrics(option.font)
        return QSize(160, (_LINES + 1) * (metrics.lineSpacing() + 2) + 2 * _PAD + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        summary: ArticleSummary = index.data(SummaryRole)
        tokens = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        box = option.rect
        self._paint_ground(painter, option, tokens)
        area = box.adjusted(_PAD + 4, _PAD, -_PAD - 4, -_PAD)
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        if summary.undecided:
            area = self._paint_badge(painter, area, summary.undecided, right_to_left, option.font, tokens)
        line = QFontMetrics(option.font).lineSpacing() + 2
        title = QRect(area.left(), area.top(), area.width(), _LINES * line)
        paint_lines(painter, title, summary.title or summary.file, option.font, QColor(tokens.text), _LINES)
        small = QFont(option.font)
        small.setPointSizeF(small.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        parts = (summary.source, wording.day(summary.published), index.data(AssigneeRole))
        about = wording.listed(parts)
        below = QRect(area.left(), title.bottom() + 2, area.width(), line)
        shown = QFontMetrics(small).elidedText(about, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, _leading(right_to_left) | Qt.AlignmentFlag.AlignVCenter, shown)
        self._paint_progress(painter, box.adjusted(_PAD + 4, 0, -_PAD - 4, -4), summary, right_to_left, tokens)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, tokens: theme.Tokens) -> None:
        box = QRectF(option.rect).adjusted(4, 2, -4, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected))
            painter.drawRoundedRect(box, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.raised))
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)

    def _paint_badge(
        self, painter: QPainter, area: QRect, count: int, right_to_left: bool, font: QFont, tokens: theme.Tokens
    ) -> QRect:
        """How many contradictions wait; returns what is left of the area."""
        pair = tokens.shows["conflict"]
        bold = QFont(font)
        bold.setPointSizeF(font.pointSizeF() * 0.85)
        bold.setWeight(QFont.Weight.DemiBold)
        text = wording.number(count)
        width = max(_BADGE, QFontMetrics(bold).horizontalAdvance(text) + 12)
        x = area.left() if right_to_left else area.right() - width
        badge = QRect(x, area.top() + 1, width, _BADGE - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.tint))
        painter.drawRoundedRect(badge, 10, 10)
        painter.setPen(QColor(pair.ink))
        painter.setFont(bold)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        return area.adjusted(width + 8, 0, 0, 0) if right_to_left else area.adjusted(0, 0, -width - 8, 0)

    def _paint_progress(
        self, painter: QPainter, box: QRect, summary: ArticleSummary, right_to_left: bool, tokens: theme.Tokens
    ) -> None:
        """A thin line: how many of the marks are decided."""
        total = summary.suggested + summary.decided
        if not total or not summary.decided:
            return
        track = QRectF(box.left(), box.bottom() - 3, box.width(), 3)
        done = track.width() * summary.decided / total
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(track, 1.5, 1.5)
        painter.setBrush(QColor(tokens.accent))
        left = track.right() - done if right_to_left else track.left()
        painter.drawRoundedRect(QRectF(left, track.top(), done, 3), 1.5, 1.5)


def paint_lines(painter: QPainter, box: QRect, text: str, font: QFont, ink: QColor, most: int) -> None:
    """Text in its own direction over at most `most` lines, the last one elided.

    Arabic stands at the right, other text where lines of the window begin.
    """
    flat = " ".join(text.split())
    layout = QTextLayout(flat, font)
    option = QTextOption()
    right_to_left = is_arabic(flat)
    at_right = right_to_left or painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(_leading(at_right))
    layout.setTextOption(option)
    layout.beginLayout()
    painter.setPen(ink)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    y = float(box.top())
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        rest = flat[line.textStart() :]
        if number == most - 1 and line.textLength() < len(rest):
            shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, box.width())
            flags = _leading(at_right) | Qt.AlignmentFlag.AlignVCenter
            painter.setLayoutDirection(option.textDirection())
            painter.drawText(QRect(box.left(), int(y), box.width(), metrics.lineSpacing() + 2), flags, shown)
            break
        line.setPosition(QPointF(0, 0))
        line.draw(painter, QPointF(box.left(), y))
        y += metrics.lineSpacing() + 2
    layout.endLayout()


def _leading(right_to_left: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute
