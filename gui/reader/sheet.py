"""The words of one article, read-only: their lines, where a passage lies, what is in sight.

Positions inside this file are UTF-16 units of the document; everything that enters or leaves is in code points.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from core.model import Article, Span
from core.text.offsets import Utf16Map
from gui import theme
from gui.reader import painting
from gui.reader.layout import ParagraphLayout
from gui.reader.painting import Wash
from gui.reader.passage import Passage

_COLUMN = 40  # widest line, in sizes of the font
_MARGIN = 46  # room for bars and brackets, pixels


class ArticleSheet(QPlainTextEdit):
    """Paragraphs each on their own side, in a column of readable width; knows where everything lies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)  # also beside the column
        self.setAutoFillBackground(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.article: Article | None = None
        self.text = ""
        self.margin = _MARGIN  # beside the text; holds from the next article on
        self._line_height = 1.9
        self._layout = self._new_document()
        self._utf16 = Utf16Map("")
        self._boilerplate: tuple[Span, ...] = ()
        theme.current().changed.connect(self._restyle)

    def _set_text(self, article: Article | None, boilerplate: Sequence[Span]) -> None:
        """Show the words of an article from their beginning."""
        self.article = article
        self.text = article.text if article else ""
        self._utf16 = Utf16Map(self.text)
        self._forget()
        self._layout = self._new_document()
        self._layout.set_paragraphs(self.text.split("\n"))
        self.document().setPlainText(self.text)
        self._place_cursor(0)
        self._boilerplate = tuple(boilerplate)
        self._restyle()

    def set_type(self, font: QFont, line_height: float) -> None:
        """The face of the text and the distance of lines, in sizes of the font."""
        place = self.top_position()
        self._line_height = line_height
        self.setFont(font)
        self._space_lines()
        self._set_column()
        self._forget()
        self.show_at_top(place)

    def cursor_position(self) -> int:
        """Where the text cursor stands."""
        return self._utf16.to_code_points(self.textCursor().position())

    def reveal(self, span: Span) -> None:
        """Scroll so that a passage is in sight, with room around it; does nothing where it is already."""
        box = self.passage_box(span)
        if box is not None and box.top() >= 8 and box.bottom() <= self.viewport().height() - 24:
            return
        self._place_cursor(self._utf16.to_utf16(span.start))
        self.centerCursor()

    def top_position(self) -> int:
        """The first position in sight, to come back to."""
        block, line = self.firstVisibleBlock(), 0
        if block.isValid():
            above = -self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            layout = block.layout()
            while line < layout.lineCount() - 1 and layout.lineAt(line + 1).y() <= above + 1:
                line += 1
            return self._utf16.to_code_points(block.position() + layout.lineAt(line).textStart())
        return 0

    def span_in_sight(self) -> Span | None:
        """From the first line in sight to the end of the last paragraph; None for an empty article."""
        start, last = self.top_position(), 0
        for block, _ in self._visible_blocks():
            last = block.position() + block.length() - 1
        end = self._utf16.to_code_points(last)
        return Span(start, end) if start < end else None

    def show_level(self, span: Span, y: float) -> None:
        """Scroll until a passage stands at this height of the viewport, to the line, or as near as the ends allow."""
        place = self._utf16.to_utf16(span.start)
        block = self.document().findBlock(place)
        self.blockBoundingRect(block)  # lays it out
        room = y - block.layout().lineForTextPosition(place - block.position()).y()
        while room > 0 and block.previous().isValid():
            block = block.previous()
            room -= self.blockBoundingRect(block).height()
        layout, number = block.layout(), 0
        while number < layout.lineCount() - 1 and layout.lineAt(number).y() + self._layout.pitch / 2 < -room:
            number += 1
        if layout.lineAt(number).y() + self._layout.pitch / 2 < -room and block.next().isValid():
            block, number = block.next(), 0
        self.verticalScrollBar().setValue(block.firstLineNumber() + number)

    def show_at_top(self, position: int) -> None:
        """Scroll the line of a position to the top."""
        place = self._utf16.to_utf16(position)
        block = self.document().findBlock(place)
        if block.isValid():
            self.blockBoundingRect(block)  # lays it out
            line = block.layout().lineForTextPosition(place - block.position()).lineNumber()
            self.verticalScrollBar().setValue(block.firstLineNumber() + line)

    def passage_box(self, span: Span) -> QRect | None:
        """Where a passage begins, in the viewport; None while that is out of sight."""
        start = self._utf16.to_utf16(span.start)
        for block, origin in self._visible_blocks():
            if block.position() <= start < block.position() + block.length():
                boxes = self._boxes(block, origin, start, self._utf16.to_utf16(span.end))
                return boxes[0].toAlignedRect() if boxes else None
        return None

    def passage_boxes(self, span: Span) -> list[QRectF]:
        """Where a passage lies in the viewport, a box for each stretch of it, those just out of sight too."""
        start, end = self._utf16.to_utf16(span.start), self._utf16.to_utf16(span.end)
        found: list[QRectF] = []
        for block, origin in self._visible_blocks():
            if block.position() >= end:
                break
            if start < block.position() + block.length():
                found += self._boxes(block, origin, start, end)
        return found

    def _boxes(self, block: QTextBlock, origin: QPointF, start: int, end: int) -> list[QRectF]:
        """The same in one paragraph, from UTF-16 units."""
        self.blockBoundingRect(block)  # lays it out where it was not in sight before
        length = block.length() - 1
        found = painting.pieces(block.layout(), Wash(start, end, False), block.position(), length, self._em())
        return [piece.box.translated(origin) for piece in found]

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The paragraphs in sight and where each begins in the viewport."""
        block = self.firstVisibleBlock()
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        while block.isValid() and origin.y() <= self.viewport().height():
            yield block, QPointF(origin)
            origin.setY(origin.y() + self.blockBoundingRect(block).height())
            block = block.next()

    # Inside

    def _forget(self) -> None:
        """What was measured of the lines does not hold any more."""
        self.viewport().update()

    def _line_at(self, block: QTextBlock, y: float) -> int:
        """The number of the last line of a paragraph that begins above `y`."""
        layout = block.layout()
        return max(bisect_left(range(layout.lineCount()), y, key=lambda number: layout.lineAt(number).y()) - 1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self.top_position()
        self._set_column()
        super().resizeEvent(event)
        self._forget()
        if event.oldSize().width() != event.size().width():
            self.show_at_top(place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The article's own characters: a widget's text is not the article's (NBSP, separators)."""
        cursor = self.textCursor()
        start, end = (self._utf16.to_code_points(place) for place in (cursor.selectionStart(), cursor.selectionEnd()))
        return Passage.of(self.article, Span(start, end)).mime() if self.article else QMimeData()

    def _new_document(self) -> ParagraphLayout:
        """Each article gets a document of its own: the old one's layouts go with it."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        layout = ParagraphLayout(document)
        document.setDocumentLayout(layout)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(self.margin)
        self.setDocument(document)  # deletes the old one
        self._layout = layout
        self._space_lines()
        return layout

    def _space_lines(self) -> None:
        self._layout.pitch = self._em() * self._line_height
        self._layout.spacing = self._em() * 0.7

    def _em(self) -> float:
        """The size of the font in pixels."""
        return QFontMetricsF(self.font()).fontDpi() * self.font().pointSizeF() / 72

    def _set_column(self) -> None:
        """Keep lines at a readable length, in the middle of a wide window."""
        room = self.contentsRect().width() - self.verticalScrollBar().width()
        side = max(int(room - _COLUMN * self._em() - 2 * self.margin) // 2, 0)
        if side != self.viewportMargins().left():
            self.setViewportMargins(side, 0, side, 0)

    def _restyle(self) -> None:
        """What is not the article's own words stands back. Whole lines only, so no joined letter is touched."""
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(theme.tokens().control))
        selections = []
        for span in self._boilerplate if self.article else ():
            selection = QTextEdit.ExtraSelection()
            selection.format = quiet
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(self._utf16.to_utf16(span.start))
            selection.cursor.setPosition(self._utf16.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
            selections.append(selection)
        self.setExtraSelections(selections)
        self.viewport().update()

    def _place_cursor(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _bottom(self) -> int:
        """The last position in sight."""
        return self.cursorForPosition(self.viewport().rect().bottomLeft()).position()

    def _show_middle(self, place: int) -> None:
        """Scroll until a place of the document stands in the middle."""
        position = self._utf16.to_code_points(min(place, self.document().characterCount() - 1))
        self.show_level(Span(position, position + 1), self.viewport().height() / 2)
