"""Draws a relation in the list: what it is, the question, the two answers, and whether it was decided."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model import Verdict, VerdictKind
from gui import i18n, theme, wording
from gui.compare.relation_model import RelationModel, Row

_MARGIN = 10
_GAP = 4
_CHIP_PADDING = 7


class RelationDelegate(QStyledItemDelegate):
    """The question above the first of its pairs; then chip and verdict, and the two sources with their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = QFontMetrics(option.font).height()
        lines = 3 if index.data(RelationModel.FirstRole) else 2
        return QSize(240, lines * line + (lines - 1) * _GAP + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row = index.data(RelationModel.RowRole)
        verdict: Verdict = index.data(RelationModel.VerdictRole)
        tokens = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(
            option.rect, QColor(tokens.selected if selected else tokens.raised if hovered else tokens.surface)
        )
        colors = tokens.shows[row.relation.show]
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        edge = QRect(option.rect.left(), option.rect.top() + 1, 4, option.rect.height() - 2)
        if right_to_left:
            edge.moveRight(option.rect.right())
        painter.fillRect(edge, QColor(colors.ink))
        painter.setPen(QPen(QColor(tokens.border)))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))

        inner = option.rect.adjusted(_MARGIN + 4, _MARGIN, -_MARGIN - 4, -_MARGIN)
        line = QFontMetrics(option.font).height()
        top = QRect(inner.left(), inner.top(), inner.width(), line)
        if index.data(RelationModel.FirstRole):
            bold = QFont(option.font)
            bold.setWeight(QFont.Weight.DemiBold)
            painter.setFont(bold)
            painter.setPen(QColor(tokens.text))
            words = wording.led(row.fact.question if i18n.language() == "ar" else row.fact.question_en)
            painter.drawText(top, _near_side(right_to_left), _elided(QFontMetrics(bold), words, top.width()))
            top.translate(0, line + _GAP)
        self._chip(painter, option, top, wording.word(wording.SHOWS, row.relation.show), colors)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.muted if verdict.kind is VerdictKind.UNDECIDED else tokens.text))
        painter.drawText(top, _far_side(right_to_left), self._aside(row, verdict))

        answers = top.translated(0, line + _GAP)
        painter.setPen(QColor(tokens.muted))
        text = wording.led(
            " ↔ ".join(
                f"{wording.isolate(source)}: {wording.isolate(end.claim.text)}"
                for source, end in zip(row.sources, (row.a, row.b), strict=True)
            )
        )
        painter.drawText(answers, _near_side(right_to_left), _elided(QFontMetrics(option.font), text, answers.width()))
        painter.restore()

    def _aside(self, row: Row, verdict: Verdict) -> str:
        if verdict.kind is not VerdictKind.UNDECIDED:
            return f"✓ {wording.word(wording.VERDICTS, verdict.kind)}"
        return wording.isolate(row.relation.difference)

    def _chip(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, words: str, colors: theme.Pair
    ) -> None:
        font = QFont(option.font)
        font.setPointSizeF(option.font.pointSizeF() * 0.9)
        width = QFontMetrics(font).horizontalAdvance(words) + 2 * _CHIP_PADDING
        chip = QRect(line.left(), line.top(), width, line.height())
        if option.direction is Qt.LayoutDirection.RightToLeft:
            chip.moveRight(line.right())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tint))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(font)
        painter.setPen(QColor(colors.ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)


def _near_side(right_to_left: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def _far_side(right_to_left: bool) -> int:
    return _near_side(not right_to_left)


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
