"""The reader's text under the editor's hands: mouse and keys to marks, selections and new extents."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.model import Layer, Span
from gui.reader.marks import Mark
from gui.reader.spans import Edge, Unit, moved, snapped
from gui.reader.surface import ArticleSurface

_GRAB = 9  # how near the mouse must be to a handle, pixels
_CLICK = 5  # a mouse that moved less has clicked, pixels
_CARD_DELAY = 350  # ms
_ARROWS = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class ArticleView(ArticleSurface):
    """Says what the editor points at and wants; changes nothing itself."""

    resize_wanted = Signal(str, object)  # annotation id, Span
    zoom_wanted = Signal(int)  # steps
    menu_wanted = Signal(QPoint)  # global
    card_wanted = Signal(object, QRect)  # Annotation | None, where it stands (global)
    card_left = Signal()  # the mouse left the mark, perhaps for its card

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.viewport().setMouseTracking(True)
        self._drag: Edge | None = None
        self._pressed = QPoint()
        self._card_timer = QTimer(self, singleShot=True, interval=_CARD_DELAY)
        self._card_timer.timeout.connect(self._show_card)
        self.verticalScrollBar().valueChanged.connect(self._leave_hover)
        self.current_changed.connect(lambda _: self.card_wanted.emit(None, QRect()))

    def selected_span(self) -> Span | None:
        """The selected words, grown to whole ones; None without a selection."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._utf16.to_code_points(cursor.selectionStart())
        end = self._utf16.to_code_points(cursor.selectionEnd())
        return snapped(self.text, Span(start, end)) if start < end else None

    def set_selection(self, span: Span | None) -> None:
        """Select a passage, or nothing."""
        cursor = self.textCursor()
        if span is None:
            cursor.clearSelection()
        else:
            cursor.setPosition(self._utf16.to_utf16(span.start))
            cursor.setPosition(self._utf16.to_utf16(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def marks_at(self, point: QPoint) -> list[Mark]:
        """Marks under a point of the viewport, the smallest first. Tested inside the painted boxes."""
        under = {}
        for block, origin in self._visible_blocks():
            for piece in self._block_pieces(block, origin):
                if isinstance(piece.mark, Mark) and piece.box.translated(origin).adjusted(0, -2, 0, 6).contains(point):
                    under[piece.mark.annotation.id] = piece.mark
        return sorted(under.values(), key=lambda mark: (mark.annotation.layer is Layer.QUOTE, mark.end - mark.start))

    def position_at(self, point: QPoint) -> int:
        """The place between two letters that is nearest to a point of the viewport."""
        return self._utf16.to_code_points(self.cursorForPosition(point).position())

    @property
    def resizing(self) -> bool:
        """The mouse has an end of the current mark in its hand."""
        return self._drag is not None

    def cycle(self) -> None:
        """Make the next mark over the same place the current one; where there is none, the next one inside it."""
        here = self._marks.get(self._current)
        over = self._marks.at(self.textCursor().position())
        if here is not None and here not in over:
            over = self._marks.at(here.start)
        if here is not None and len(over) < 2:
            over = self._marks.between(here.start, here.end)
        ids = [mark.annotation.id for mark in over]
        if ids:
            self.select(
                ids[(ids.index(self._current) + 1) % len(ids)] if self._current in ids else ids[0], reveal=False
            )

    def show_card(self) -> None:
        """Say what the current mark is, beside it."""
        if self.current is not None and (box := self.passage_box(self.current.span)) is not None:
            self.card_wanted.emit(self.current, QRect(self.viewport().mapToGlobal(box.topLeft()), box.size()))

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        self._card_timer.stop()
        self.card_wanted.emit(None, QRect())
        edge = self._handle_at(self._pressed)
        if event.button() is Qt.MouseButton.LeftButton and edge is not None and self.current is not None:
            self._drag, self._preview = edge, self.current.span
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._drag is not None:
            self._drag_to(point, letters=bool(event.modifiers() & Qt.KeyboardModifier.AltModifier))
            return
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton:
            self._hover(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            span, self._drag, self._preview = self._preview, None, None
            self._forget()
            if self.current is not None and span not in (None, self.current.span):
                self.resize_wanted.emit(self.current.id, span)
            return
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        clicked = event.button() is Qt.MouseButton.LeftButton and (point - self._pressed).manhattanLength() < _CLICK
        if clicked and not self.textCursor().hasSelection():
            self._click(point)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._forget_hover()
        self.card_left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current is not None and self._resize_by_key(event):
            return
        super().keyPressEvent(event)
        if event.key() in _ARROWS and self._current is not None:
            self.select(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            under = self.marks_at(event.pos())
            if self._current not in {mark.annotation.id for mark in under}:
                self.select(under[0].annotation.id if under else None, reveal=False)
        self.menu_wanted.emit(event.globalPos())

    # Inside

    def _click(self, point: QPoint) -> None:
        """The mark under the mouse becomes current; a second click takes the next one beneath it."""
        ids = [mark.annotation.id for mark in self.marks_at(point)]
        if self._current in ids:
            self.select(ids[(ids.index(self._current) + 1) % len(ids)], reveal=False)
        else:
            self.select(ids[0] if ids else None, reveal=False)

    def _hover(self, point: QPoint) -> None:
        under = self.marks_at(point)
        hovered = under[0].annotation.id if under else None
        shape = Qt.CursorShape.SizeHorCursor if self._handle_at(point) is not None else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
            self.card_left.emit()
            self._card_timer.stop()
            if hovered is not None:
                self._card_timer.start()

    def _leave_hover(self) -> None:
        self._forget_hover()
        self.card_wanted.emit(None, QRect())

    def _forget_hover(self) -> None:
        self._card_timer.stop()
        if self._hovered is not None:
            self._hovered = None
            self.viewport().update()

    def _show_card(self) -> None:
        mark = self._marks.get(self._hovered)
        if mark is None:
            return
        for block, origin in self._visible_blocks():
            for piece in self._block_pieces(block, origin):
                if isinstance(piece.mark, Mark) and piece.mark.annotation.id == self._hovered:
                    box = piece.box.translated(origin).toAlignedRect()
                    where = QRect(self.viewport().mapToGlobal(box.topLeft()), box.size())
                    self.card_wanted.emit(mark.annotation, where)
                    return

    def _handle_at(self, point: QPoint) -> Edge | None:
        for edge, place in self._handles().items():
            if (QPointF(point) - place).manhattanLength() <= _GRAB:
                return edge
        return None

    def _drag_to(self, point: QPoint, letters: bool) -> None:
        edge, span = self._drag, self._preview
        assert span is not None
        place = self.position_at(point - QPoint(0, int(self._em() / 2)))
        start, end = (place, span.end) if edge is Edge.START else (span.start, place)
        if start >= end:
            return
        wanted: Span | None = Span(start, end)
        if not letters:
            grown = snapped(self.text, Span(start, end))
            wanted = grown and (Span(grown.start, span.end) if edge is Edge.START else Span(span.start, grown.end))
        if wanted is not None and wanted != span:
            self._preview = wanted
            self._forget()

    def _resize_by_key(self, event: QKeyEvent) -> bool:
        """Shift+arrow moves the end by a letter, with Ctrl by a word; Alt moves the start instead."""
        modifiers = event.modifiers()
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right) or not modifiers & Qt.KeyboardModifier.ShiftModifier:
            return False
        current = self.current
        assert current is not None
        number = self.document().findBlock(self._utf16.to_utf16(current.span.start)).blockNumber()
        forward = (event.key() == Qt.Key.Key_Left) is self._layout.is_right_to_left(number)
        edge = Edge.START if modifiers & Qt.KeyboardModifier.AltModifier else Edge.END
        unit = Unit.WORD if modifiers & Qt.KeyboardModifier.ControlModifier else Unit.LETTER
        span = moved(self.text, current.span, edge, forward, unit)
        if span != current.span:
            self.resize_wanted.emit(current.id, span)
        return True
