"""Draws a relation in the list: what it is, the question, the two answers, and whether it was decided."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.model import Verdict, VerdictKind
from core.project import Clash
from gui import theme, wording
from gui.compare import said
from gui.compare.relation_model import RelationModel, Row

_MARGIN = 10
_GAP = 4
_CHIP_PADDING = 7


class RelationDelegate(QStyledItemDelegate):
    """Chip and question, bold where it is the first of its pairs; then a line for each side, and the verdict."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(240, 3 * QFontMetrics(option.font).height() + 2 * _GAP + 2 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: Row | None = index.data(RelationModel.RowRole)
        if row is None:
            return
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
        metrics = QFontMetrics(option.font)
        line = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        chip = self._chip(painter, option, line, wording.word(wording.SHOWS, row.relation.show), colors)
        font = QFont(option.font)
        if index.data(RelationModel.FirstRole):
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if font.weight() >= QFont.Weight.DemiBold else tokens.muted))
        beside = line.adjusted(0, 0, -chip - _GAP, 0) if right_to_left else line.adjusted(chip + _GAP, 0, 0, 0)
        painter.drawText(
            beside, _near_side(right_to_left), _elided(QFontMetrics(font), wording.led(row.question), beside.width())
        )
        aside = self._aside(row, verdict, index.data(RelationModel.DisputeRole))
        taken = metrics.horizontalAdvance(aside) + 2 * _GAP if aside else 0
        for source, end, less in zip(row.sources, (row.a, row.b), (0, taken), strict=True):
            line.translate(0, line.height() + _GAP)
            free = line.adjusted(less, 0, 0, 0) if right_to_left else line.adjusted(0, 0, -less, 0)
            self._said(painter, option, free, source, end.claim.text)
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.muted if verdict.kind is VerdictKind.UNDECIDED else tokens.text))
        painter.drawText(line, _far_side(right_to_left), aside)
        painter.restore()

    def _said(self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, source: str, words: str) -> None:
        """A source and what it says. Each is laid out by itself: in one line, a name and words of one script would run
        together and be read in the other order than that of the window."""
        right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        name = _elided(QFontMetrics(font), wording.name(source), line.width() // 2)
        width = QFontMetrics(font).horizontalAdvance(name) + 2 * _GAP
        painter.setFont(font)
        painter.setPen(QColor(theme.tokens().muted))
        painter.drawText(line, _near_side(right_to_left), name)
        rest = line.adjusted(0, 0, -width, 0) if right_to_left else line.adjusted(width, 0, 0, 0)
        painter.setFont(option.font)
        said = _elided(QFontMetrics(option.font), " ".join(words.split()), rest.width())
        painter.drawText(rest, _near_side(right_to_left), wording.isolate(wording.directed(said)))

    def _aside(self, row: Row, verdict: Verdict, dispute: Clash | None) -> str:
        if dispute is not None:
            return self.tr("≠ {number} verdicts").format(number=wording.number(len(dispute.versions)))
        if verdict.kind is not VerdictKind.UNDECIDED:
            mark = "↳" if verdict.follows else "✓"
            return f"{mark} {wording.word(wording.VERDICTS, verdict.kind)}"
        return said.difference(row.relation.difference)

    def _chip(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect, words: str, colors: theme.Pair
    ) -> int:
        """Draws it at the near side of the line; its width in pixels."""
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
        return width


def _near_side(right_to_left: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


def _far_side(right_to_left: bool) -> int:
    return _near_side(not right_to_left)


def _elided(metrics: QFontMetrics, text: str, width: int) -> str:
    return metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, width)
