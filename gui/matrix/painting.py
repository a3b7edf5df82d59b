"""How the matrix is drawn: chips in its cells, questions beside its rows. All rows have one height."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from core.model import Show
from core.project import MatrixRow
from gui import i18n, theme, wording
from gui.matrix.model import Answer, MatrixModel, question
from gui.signs import edge, paint_sign

_MARGIN, _PADDING, _GAP = 4, 5, 2  # pixels
_SIGN = 15
_LINES = 3  # of text in a row
_SIDES = {"ar": "أبجدو", "en": "ABCDE"}  # of a dispute
_MARKS = ("\u200e", "\u200f")
_STACKED = 2  # answers that are drawn of several; the rest is counted


def row_height(font: QFont) -> int:
    """The height of every row but the titles of groups."""
    return _LINES * QFontMetrics(font).height() + 2 * _MARGIN + 2 * _PADDING


def title_height(font: QFont) -> int:
    """The height of the title of a group."""
    return QFontMetrics(font).height() + 4 * _MARGIN


class AnswerDelegate(QStyledItemDelegate):
    """One answer: its value, then manner and speaker. Several: a line each, and how many more there are."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: list[Answer] | None = index.data(MatrixModel.AnswersRole)
        tokens = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        ground = tokens.selected if selected else tokens.surface if found is not None else tokens.raised
        painter.fillRect(option.rect, QColor(ground))
        if found:
            area = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            if len(found) == 1:
                self._one(painter, option, area, found[0])
            else:
                self._several(painter, option, area, found)
        if state & QStyle.StateFlag.State_HasFocus and found is not None:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _one(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, answer: Answer) -> None:
        metrics = QFontMetrics(option.font)
        inner = _chip(painter, area, answer, option.direction)
        line = QRect(inner.left(), inner.top(), inner.width(), metrics.height())
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        aside = " · ".join(part for part in (answer.manner, answer.said_by) if part)
        below = [aside] if aside else []
        value = _fitting(answer.value, QFontMetrics(bold), line.width(), _LINES - len(below))
        tokens = theme.tokens()
        for text, font, ink in (
            *((wording.name(part) if answer.is_quoted else part, bold, tokens.text) for part in value),
            *((part, option.font, tokens.muted) for part in below),
        ):
            _line(painter, line, text, font, ink, option.direction)
            line.translate(0, metrics.height())

    def _several(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, found: list[Answer]) -> None:
        metrics, tokens = QFontMetrics(option.font), theme.tokens()
        height = metrics.height() + _GAP
        for number, answer in enumerate(found[:_STACKED]):
            chip = QRect(area.left(), area.top() + number * (height + _GAP), area.width(), height)
            inner = _chip(painter, chip, answer, option.direction, tight=True)
            _line(painter, inner, answer.line(), option.font, tokens.text, option.direction)
        if len(found) > _STACKED:
            rest = QRect(area.left(), area.bottom() - metrics.height() + 2, area.width(), metrics.height())
            more = self.tr("%n more", "", len(found) - _STACKED)
            _line(painter, rest, more, option.font, tokens.muted, option.direction)


class QuestionHeader(QHeaderView):
    """The first column, which stays in sight: the sign, the question on two lines, and who is asked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._width = 280
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_width(self, width: int) -> None:
        """In pixels."""
        if width != self._width:
            self._width = width
            self.updateGeometry()
            self.geometriesChanged.emit()

    def sizeHint(self) -> QSize:
        return QSize(self._width, row_height(self.font()))

    def sectionSizeFromContents(self, _section: int) -> QSize:
        return QSize(self._width, row_height(self.font()))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        line: MatrixRow | str | None = self.model().headerData(section, self.orientation(), MatrixModel.RowRole)
        if line is None:
            return
        tokens, right_to_left = theme.tokens(), self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        direction = self.layoutDirection()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.selectionModel() is not None and self.selectionModel().currentIndex().row() == section
        painter.fillRect(rect, QColor(tokens.selected if chosen else tokens.raised))
        painter.setPen(QPen(QColor(tokens.border)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        edge_x = rect.left() if right_to_left else rect.right()
        painter.drawLine(edge_x, rect.top(), edge_x, rect.bottom())
        area = rect.adjusted(_MARGIN + 4, _MARGIN, -_MARGIN - 4, -_MARGIN)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        height = QFontMetrics(bold).height()
        if isinstance(line, str):
            _line(painter, area, wording.led(line), bold, tokens.accent, direction)
            painter.restore()
            return
        if line.show is not None:
            x = area.right() - _SIGN if right_to_left else area.left()
            paint_sign(painter, QRectF(x, area.top() + (height - _SIGN) / 2, _SIGN, _SIGN), line.show, tokens)
        beside = _SIGN + 7
        text = area.adjusted(0, 0, -beside, 0) if right_to_left else area.adjusted(beside, 0, 0, 0)
        row = QRect(text.left(), text.top(), text.width(), height)
        for part in _fitting(wording.led(question(line)), QFontMetrics(bold), row.width(), 2):
            _line(painter, row, part, bold, tokens.text, direction)
            row.translate(0, height)
        row.moveTop(area.bottom() - height)
        voices: int = self.model().headerData(section, self.orientation(), MatrixModel.VoicesRole)
        _line(painter, row, self._asked(line, voices), self.font(), tokens.muted, direction)
        painter.restore()

    def _asked(self, line: MatrixRow, voices: int) -> str:
        """What kind of question it is, how many articles answer, and how many of them for themselves."""
        parts = [wording.word(wording.CLAIM_KINDS, line.kind), self.tr("%n article(s)", "", len(line.articles))]
        if voices:
            parts.append(self.tr("%n voice(s)", "", voices))
        return wording.led(" · ".join(parts))


def _chip(painter: QPainter, area: QRect, answer: Answer, direction: Qt.LayoutDirection, tight: bool = False) -> QRect:
    """The ground of an answer, in the colour and the line of its relation, with its sign and side; room for words."""
    tokens, show = theme.tokens(), answer.show
    padding = 2 if tight else _PADDING
    if show in (None, Show.SILENT):
        painter.setPen(QPen(QColor(tokens.border)))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(area, 5, 5)
        return area.adjusted(_PADDING, padding, -_PADDING, -padding)
    painter.setPen(edge(show, tokens))
    painter.setBrush(QColor(tokens.shows[show].tint))
    painter.drawRoundedRect(area, 5, 5)
    right_to_left = direction is Qt.LayoutDirection.RightToLeft
    x = area.left() + 5 if right_to_left else area.right() - 5 - _SIGN
    paint_sign(painter, QRectF(x, area.top() + (3 if tight else padding), _SIGN, _SIGN), show, tokens)
    inner = area.adjusted(_PADDING, padding, -_PADDING, -padding)
    taken = _SIGN + 2
    if answer.side is not None:
        letters = _SIDES[i18n.language()]
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.Bold)
        painter.setFont(bold)
        painter.setPen(QColor(tokens.shows[show].ink))
        x = x + _SIGN + 3 if right_to_left else x - _SIGN - 1
        box = QRectF(x, area.top() + (1 if tight else padding - 2), _SIGN, _SIGN + 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters[min(answer.side, len(letters) - 1)])
        taken += _SIGN + 2
    return inner.adjusted(taken, 0, 0, 0) if right_to_left else inner.adjusted(0, 0, -taken, 0)


def _line(painter: QPainter, area: QRect, text: str, font: QFont, ink: str, direction: Qt.LayoutDirection) -> None:
    """One line at the side where reading begins, elided."""
    side = Qt.AlignmentFlag.AlignRight if direction is Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(QColor(ink))
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    words = text if text[:1] in _MARKS else wording.led(text)  # a mark more would be counted as wide
    painter.drawText(area, flags, QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width()))


def _fitting(text: str, metrics: QFontMetrics, width: int, lines: int) -> list[str]:
    """The words on at most so many lines; what does not fit stays on the last, to be elided there."""
    result, rest = [], text.split()
    while rest and len(result) < lines - 1:
        count = 1
        while count < len(rest) and metrics.horizontalAdvance(" ".join(rest[: count + 1])) <= width:
            count += 1
        result.append(" ".join(rest[:count]))
        rest = rest[count:]
    return [*result, " ".join(rest)] if rest else result
