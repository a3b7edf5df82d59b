"""One article, read-only, with its marks painted behind the text.

Positions inside this file are UTF-16 units of the document; everything that enters or leaves is in code points.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from core.model import Annotation, Article, Layer, Span
from core.text.offsets import Utf16Map
from gui import theme
from gui.reader import painting
from gui.reader.layout import ParagraphLayout
from gui.reader.marks import Filter, Mark, MarkSet
from gui.reader.minimap import MiniMap, Seen
from gui.reader.painting import Face, Piece, Wash
from gui.reader.passage import Passage
from gui.reader.spans import Edge

_COLUMN = 40  # widest line, in sizes of the font
_MARGIN = 46  # room for bars and brackets, pixels
_PART = 64  # lines of a paragraph whose marks are measured together
_BAR, _LANE = 14, 7  # first bar's distance from the text; further ones


class ArticleSurface(QPlainTextEdit):
    """Shows an article, its marks and one of them as the current one."""

    current_changed = Signal(object)  # Annotation | None

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
        self.map = MiniMap(self._seen, self)
        self.map.place_wanted.connect(self._show_middle)
        self.setVerticalScrollBar(self.map)
        self.setAccessibleName(self.tr("Article"))
        self.article: Article | None = None
        self.text = ""
        self._line_height = 1.9
        self.margin = _MARGIN  # beside the text; holds from the next article on
        self._layout = self._new_document()
        self._utf16 = Utf16Map("")
        self._boilerplate: tuple[Span, ...] = ()
        self._annotations: list[Annotation] = []
        self._filter = Filter()
        self._marks = MarkSet([], self._utf16, self._filter)
        self._washes: list[Wash] = []
        self._pieces: dict[tuple[int, int], list[Piece]] = {}  # by paragraph and part of it, of what was painted
        self._current: str | None = None
        self._hovered: str | None = None
        self._preview: Span | None = None  # of the current mark, while its end is being dragged
        self.underlay: Callable[[QPainter], None] | None = None  # what another view paints beneath marks and letters
        theme.current().changed.connect(self._restyle)

    # What is shown

    def set_article(self, article: Article | None, boilerplate: Sequence[Span] = ()) -> None:
        """Show an article from its beginning, without marks yet."""
        self.article = article
        self.text = article.text if article else ""
        self._utf16 = Utf16Map(self.text)
        self._annotations, self._washes, self._preview, self._hovered = [], [], None, None
        self._marks = MarkSet([], self._utf16, self._filter)
        self._forget()
        self._layout = self._new_document()
        self._layout.set_paragraphs(self.text.split("\n"))
        self.document().setPlainText(self.text)
        self._place_cursor(0)
        self._boilerplate = tuple(boilerplate)
        self._restyle()
        self.select(None)

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these marks; the current one stays current where it still is one."""
        self._annotations = list(annotations)
        self._remark()

    def set_filter(self, leave_out: Filter) -> None:
        """Hide layers, labels, rejected marks."""
        self._filter = leave_out
        self._remark()

    def set_type(self, font: QFont, line_height: float) -> None:
        """The face of the text and the distance of lines, in sizes of the font."""
        place = self.top_position()
        self._line_height = line_height
        self.setFont(font)
        self._space_lines()
        self._set_column()
        self._forget()
        self.show_at_top(place)

    def set_washes(self, spans: Sequence[Span], strong: int | None = None) -> None:
        """Ground passages for a while; the one of index `strong` stands out."""
        self._washes = [
            Wash(self._utf16.to_utf16(span.start), self._utf16.to_utf16(span.end), index == strong)
            for index, span in enumerate(spans)
        ]
        self._forget()

    @property
    def annotations(self) -> list[Annotation]:
        """All marks of the article, hidden ones too."""
        return self._annotations

    @property
    def marks(self) -> MarkSet:
        """The marks that are seen."""
        return self._marks

    # Where the editor is

    @property
    def current(self) -> Annotation | None:
        """The mark that commands speak of."""
        mark = self._marks.get(self._current)
        return mark.annotation if mark else None

    def select(self, annotation_id: str | None, reveal: bool = True) -> None:
        """Make a mark the current one, or none; `reveal` scrolls to it."""
        mark = self._marks.get(annotation_id)
        changed = (mark.annotation.id if mark else None) != self._current
        self._current = mark.annotation.id if mark else None
        if mark and reveal:
            self._place_cursor(mark.start)
            self.reveal(mark.annotation.span)
        self.viewport().update()
        self.map.update()
        if changed:
            self.current_changed.emit(self.current)

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

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underlay is not None:
            self.underlay(painter)
        rings: list[tuple[Piece, QRectF]] = []
        for block, origin in self._visible_blocks():
            found = [(piece, piece.box.translated(origin)) for piece in self._block_pieces(block, origin)]
            for piece, box in found:
                if isinstance(piece.mark, Wash):
                    painting.paint_wash(painter, piece, box, tokens)
            for layer, paint in painting.PAINTERS.items():
                for piece, box in found:
                    if isinstance(piece.mark, Mark) and piece.mark.annotation.layer is layer:
                        paint(painter, piece, box, tokens, self._face(piece.mark))
                        if piece.mark.annotation.id == self._current:
                            rings.append((piece, box))
            self._paint_margin(painter, found, tokens)
            noted = {
                piece.mark.annotation.id: (piece, box)
                for piece, box in found
                if isinstance(piece.mark, Mark) and piece.mark.annotation.note
            }
            for piece, box in noted.values():
                painting.paint_note(painter, piece, box, tokens)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece, box in rings:
            painting.paint_ring(painter, piece, box, tokens)
        for point in self._handles().values():
            painting.paint_handle(painter, point, tokens)
        painter.end()

    def _paint_margin(self, painter: QPainter, found: list[tuple[Piece, QRectF]], tokens: theme.Tokens) -> None:
        """Bars of quotes at the side where lines begin, brackets of claims at the other."""
        reach: dict[str, tuple[Mark, float, float, bool]] = {}
        for piece, box in found:
            if (
                isinstance(piece.mark, Mark)
                and piece.mark.annotation.layer is not Layer.ENTITY
                and not piece.mark.rejected
            ):
                key = piece.mark.annotation.id
                top, bottom = (reach[key][1], reach[key][2]) if key in reach else (box.top(), box.bottom())
                reach[key] = piece.mark, min(top, box.top()), max(bottom, box.bottom()), piece.right_to_left
        margin, width = self.document().documentMargin(), self.viewport().width()
        for mark, top, bottom, right_to_left in reach.values():
            away = _BAR + _LANE * min(mark.lane, 3)
            at_right = right_to_left is (mark.annotation.layer is Layer.QUOTE)
            x = width - margin + away if at_right else margin - away
            if mark.annotation.layer is Layer.QUOTE:
                painting.paint_bar(painter, mark, x, top + 2, bottom - 2, tokens, self._face(mark))
            else:
                painting.paint_bracket(painter, mark, x, top, bottom, -1 if at_right else 1, tokens, self._face(mark))

    def _visible_blocks(self) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The paragraphs in sight and where each begins in the viewport."""
        block = self.firstVisibleBlock()
        origin = self.blockBoundingGeometry(block).translated(self.contentOffset()).topLeft()
        while block.isValid() and origin.y() <= self.viewport().height():
            yield block, QPointF(origin)
            origin.setY(origin.y() + self.blockBoundingRect(block).height())
            block = block.next()

    def _block_pieces(self, block: QTextBlock, origin: QPointF) -> list[Piece]:
        """What the lines in sight show of marks, and some lines around them: a paragraph may be endless."""
        self.blockBoundingRect(block)  # lays it out where it was not in sight before
        count = block.layout().lineCount()
        if count <= _PART:
            return self._part_pieces(block, 0)
        top, bottom = (self._line_at(block, y - origin.y()) // _PART for y in (0, self.viewport().height()))
        found = [self._part_pieces(block, part) for part in range(top, bottom + 1)]
        return [piece for pieces in found for piece in pieces]

    def _part_pieces(self, block: QTextBlock, part: int) -> list[Piece]:
        key = block.blockNumber(), part
        if key not in self._pieces:
            layout, em, place, length = block.layout(), self._em(), block.position(), block.length() - 1
            lines = range(part * _PART, min((part + 1) * _PART, layout.lineCount()))
            last = layout.lineAt(lines[-1])
            start, end = place + layout.lineAt(lines[0]).textStart(), place + last.textStart() + last.textLength()
            inside: list[Mark | Wash] = [*self._marks.between(start, end)]
            inside += [wash for wash in self._washes if wash.start < end and wash.end > start]
            self._pieces[key] = [
                piece
                for mark in inside
                for piece in painting.pieces(layout, self._previewed(mark), place, length, em, lines)
            ]
        return self._pieces[key]

    def _line_at(self, block: QTextBlock, y: float) -> int:
        """The number of the last line of a paragraph that begins above `y`."""
        layout = block.layout()
        return max(bisect_left(range(layout.lineCount()), y, key=lambda number: layout.lineAt(number).y()) - 1, 0)

    def _face(self, mark: Mark) -> Face:
        if mark.annotation.id == self._current:
            return Face.CURRENT
        return Face.HOVERED if mark.annotation.id == self._hovered else Face.PLAIN

    def _handles(self) -> dict[Edge, QPointF]:
        """The points at which the mouse takes the ends of the current mark."""
        mark = self._marks.get(self._current)
        if mark is None or mark.rejected:
            return {}
        result: dict[Edge, QPointF] = {}
        for block, origin in self._visible_blocks():
            for piece in self._block_pieces(block, origin):
                if isinstance(piece.mark, Mark) and piece.mark.annotation.id == self._current:
                    box = piece.box.translated(origin).adjusted(-2.5, 0, 2.5, 1.5)
                    start, end = (box.bottomRight(), box.bottomLeft())
                    if not piece.right_to_left:
                        start, end = end, start
                    result.setdefault(Edge.START, start)
                    result[Edge.END] = end
        return result

    # Inside

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

    def _remark(self) -> None:
        self._marks = MarkSet(self._annotations, self._utf16, self._filter)
        self._forget()
        if self._marks.get(self._current) is None:
            self.select(None)
        else:
            self.current_changed.emit(self.current)

    def _forget(self) -> None:
        self._pieces.clear()
        self.viewport().update()
        self.map.forget()

    def _seen(self) -> Seen:
        """The article as the map beside it shows it."""
        current = self._marks.get(self._current)
        first, last = self._utf16.to_utf16(self.top_position()), self._bottom()
        found = [wash.start for wash in self._washes]
        return Seen(
            self.document().characterCount(), self._marks.marks, found, current.start if current else None, first, last
        )

    def _bottom(self) -> int:
        """The last position in sight."""
        return self.cursorForPosition(self.viewport().rect().bottomLeft()).position()

    def _show_middle(self, place: int) -> None:
        """Scroll until a place of the document stands in the middle."""
        position = self._utf16.to_code_points(min(place, self.document().characterCount() - 1))
        self.show_level(Span(position, position + 1), self.viewport().height() / 2)

    def _place_cursor(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)

    def _previewed(self, mark: Mark | Wash) -> Mark | Wash:
        """The mark as the mouse would make it."""
        if self._preview is None or not isinstance(mark, Mark) or mark.annotation.id != self._current:
            return mark
        start, end = self._utf16.to_utf16(self._preview.start), self._utf16.to_utf16(self._preview.end)
        return Mark(mark.annotation, start, end, mark.lane)
