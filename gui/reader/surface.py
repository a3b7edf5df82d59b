"""The marks of an article painted behind its text.

Positions inside this file are UTF-16 units of the document; everything that enters or leaves is in code points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QTextBlock,
)
from PySide6.QtWidgets import QWidget

from core.model import Annotation, Article, Layer, Span
from core.text.offsets import Utf16Map
from gui import theme
from gui.reader import painting
from gui.reader.marks import Filter, Mark, MarkSet
from gui.reader.minimap import MiniMap, Seen
from gui.reader.painting import Face, Piece, Wash
from gui.reader.sheet import ArticleSheet
from gui.reader.spans import Edge

_PART = 64  # lines of a paragraph whose marks are measured together
_BAR, _LANE = 14, 7  # first bar's distance from the text; further ones


class ArticleSurface(ArticleSheet):
    """Shows an article, its marks and one of them as the current one."""

    current_changed = Signal(object)  # Annotation | None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = MiniMap(self._seen, self)
        self.map.place_wanted.connect(self._show_middle)
        self.setVerticalScrollBar(self.map)
        self.setAccessibleName(self.tr("Article"))
        self._annotations: list[Annotation] = []
        self._filter = Filter()
        self._marks = MarkSet([], self._utf16, self._filter)
        self._washes: list[Wash] = []
        self._pieces: dict[tuple[int, int], list[Piece]] = {}  # by paragraph and part of it, of what was painted
        self._current: str | None = None
        self._hovered: str | None = None
        self._preview: Span | None = None  # of the current mark, while its end is being dragged
        self.underlay: Callable[[QPainter], None] | None = None  # what another view paints beneath marks and letters

    # What is shown

    def set_article(self, article: Article | None, boilerplate: Sequence[Span] = ()) -> None:
        """Show an article from its beginning, without marks yet."""
        self._annotations, self._washes, self._preview, self._hovered = [], [], None, None
        self._marks = MarkSet([], Utf16Map(""), self._filter)
        self._set_text(article, boilerplate)
        self.select(None)

    def set_annotations(self, annotations: Iterable[Annotation]) -> None:
        """Show these marks; the current one stays current where it still is one."""
        self._annotations = list(annotations)
        self._remark()

    def set_filter(self, leave_out: Filter) -> None:
        """Hide layers, labels, rejected marks."""
        self._filter = leave_out
        self._remark()

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

    def _remark(self) -> None:
        self._marks = MarkSet(self._annotations, self._utf16, self._filter)
        self._forget()
        if self._marks.get(self._current) is None:
            self.select(None)
        else:
            self.current_changed.emit(self.current)

    def _forget(self) -> None:
        super()._forget()
        self._pieces.clear()
        self.map.forget()

    def _seen(self) -> Seen:
        """The article as the map beside it shows it."""
        current = self._marks.get(self._current)
        first, last = self._utf16.to_utf16(self.top_position()), self._bottom()
        found = [wash.start for wash in self._washes]
        return Seen(
            self.document().characterCount(), self._marks.marks, found, current.start if current else None, first, last
        )

    def _previewed(self, mark: Mark | Wash) -> Mark | Wash:
        """The mark as the mouse would make it."""
        if self._preview is None or not isinstance(mark, Mark) or mark.annotation.id != self._current:
            return mark
        start, end = self._utf16.to_utf16(self._preview.start), self._utf16.to_utf16(self._preview.end)
        return Mark(mark.annotation, start, end, mark.lane)
