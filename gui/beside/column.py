"""One article among others: which one, by whom and when, and the reader itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QFont, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.model import Layer, Span
from core.project import ArticleSummary
from gui import wording
from gui.actions import Actions
from gui.panels.long_box import LongBox
from gui.reader.pane import ReaderPane
from gui.reader.passage import Passage
from gui.reader.spans import word_at
from gui.session import Session
from gui.settings import Settings

Index = QModelIndex | QPersistentModelIndex
_MARGIN = 34  # beside the text, for bars and brackets, pixels
_SCALE = 0.88  # of the reader's size: the columns share the width


class Choices(QAbstractListModel):
    """The articles to choose from, source first: that is what columns are told apart by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._summaries: list[ArticleSummary] = []

    def set_summaries(self, summaries: Sequence[ArticleSummary]) -> None:
        """The articles as they are now."""
        self.beginResetModel()
        self._summaries = list(summaries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._summaries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._summaries):
            return None
        summary = self._summaries[index.row()]
        title = summary.title or summary.file
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            shown = wording.listed((summary.source, title))
            return wording.tip(shown) if role == Qt.ItemDataRole.ToolTipRole else shown
        return summary.id if role == Qt.ItemDataRole.UserRole else None

    def id_at(self, row: int) -> str:
        """The article of a row."""
        return self._summaries[row].id

    def row_of(self, article_id: str) -> int:
        """Where an article stands, -1 for nowhere."""
        return next((row for row, item in enumerate(self._summaries) if item.id == article_id), -1)

    def name(self, article_id: str) -> str:
        """The source of an article, else its title."""
        row = self.row_of(article_id)
        item = self._summaries[row] if row >= 0 else None
        return (item.source or item.title or item.file) if item else ""


class Column(QWidget):
    """A chooser and a reader. `entered` says that the keyboard is here now."""

    article_chosen = Signal(str)
    entered = Signal()
    moved = Signal()  # scrolled
    close_wanted = Signal()
    dropped = Signal(object, object)  # the two Passages
    drawn = Signal(object)  # a Passage, out of the column by the mouse

    def __init__(self, session: Session, actions: Actions, settings: Settings, choices: Choices) -> None:
        super().__init__()
        self._settings, self._choices = settings, choices
        self._held: Passage | None = None  # the mark on which the mouse was pressed
        self.pane = ReaderPane(session, actions, settings, column=True)
        self.view = self.pane.view
        self.view.margin = _MARGIN
        self.chooser = LongBox(choices, letters=8)
        self.chooser.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.chooser.setToolTip(self.tr("Which article stands in this column"))
        self.chooser.activated.connect(lambda row: self.article_chosen.emit(choices.id_at(row)))
        self.close_button = QToolButton(text="×")
        self.close_button.setAccessibleName(self.tr("Take this article out of the page"))
        self.close_button.setToolTip(self.tr("Take this article out of the page (Ctrl+W)"))
        self.close_button.clicked.connect(self.close_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 8, 2)
        head.addWidget(self.chooser, 1)
        head.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pane, 1)
        self.setMinimumWidth(180)
        self.view.verticalScrollBar().valueChanged.connect(self.moved)
        self.view.viewport().installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.viewport().setAcceptDrops(True)

    @property
    def article_id(self) -> str:
        """The article in it."""
        return self.pane.article_id

    def open(self, article_id: str) -> None:
        """Show an article from its beginning."""
        self.pane.open(article_id)
        self.follow_choices()

    def follow_choices(self) -> None:
        """The list of articles is another one."""
        row = self._choices.row_of(self.article_id)
        self.chooser.setCurrentIndex(row)
        name = self._choices.name(self.article_id)
        self.chooser.setAccessibleName(self.tr("Article of this column"))
        self.view.setAccessibleName(self.tr("Article: {}").format(name))

    def set_reader_font(self, font: QFont) -> None:
        """The reader's face, a notch smaller."""
        smaller = QFont(font)
        smaller.setPointSizeF(font.pointSizeF() * _SCALE)
        if smaller.pointSizeF() == self.view.font().pointSizeF() and smaller.family() == self.view.font().family():
            return
        self.view.set_type(smaller, self._settings["line_height"])

    def passage(self) -> Passage | None:
        """What relating speaks of: the selected words, else the current mark."""
        if self.view.article is None:
            return None
        span = self.view.selected_span() or (self.view.current.span if self.view.current else None)
        return Passage.of(self.view.article, span) if span else None

    def passage_at(self, point: QPoint) -> Passage | None:
        """What a drop there means: the selected words, else the claim, else the smallest mark, else the word."""
        article = self.view.article
        if article is None:
            return None
        position = self.view.position_at(point)
        span: Span | None = self.view.selected_span()
        if span is None or not span.start <= position < span.end:
            marks = [mark.annotation for mark in self.view.marks_at(point)]
            claims = [mark for mark in marks if mark.layer is Layer.CLAIM]
            found = (claims or marks)[:1]
            span = found[0].span if found else word_at(article.text, position)
        return Passage.of(article, span) if span else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.FocusIn and watched is self.view:
            self.entered.emit()
        elif kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            return self._dragged_over(event)
        elif kind is QEvent.Type.DragLeave:
            self.view.set_washes([])
        elif watched is self.view.viewport() and isinstance(event, QMouseEvent):
            return self._drawn_out(event)
        return super().eventFilter(watched, event)

    def _drawn_out(self, event: QMouseEvent) -> bool:
        """A mark that the mouse draws sideways out of its column goes with it, to be dropped on one of another."""
        point, viewport = event.position().toPoint(), self.view.viewport()
        if event.type() is QEvent.Type.MouseButtonPress:
            self._held = self._mark_at(point) if event.button() is Qt.MouseButton.LeftButton else None
            return False
        outside = event.type() is QEvent.Type.MouseMove and not 0 <= point.x() < viewport.width()
        if not outside or self._held is None or self.view.resizing:
            return False
        passage, self._held = self._held, None
        # The text lets go of the mouse first: a drag swallows the release that it waits for.
        release = QMouseEvent(
            QEvent.Type.MouseButtonRelease, event.position(), event.globalPosition(),
            Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, event.modifiers(),
        )  # fmt: skip
        QCoreApplication.sendEvent(viewport, release)
        self.view.set_selection(None)
        self.drawn.emit(passage)
        return True

    def _mark_at(self, point: QPoint) -> Passage | None:
        """The mark under the mouse: the current one, else what a drop there would mean."""
        under = [mark.annotation for mark in self.view.marks_at(point)]
        if under and self.view.article is not None and self.view.current in under:
            return Passage.of(self.view.article, self.view.current.span)
        return self.passage_at(point) if under else None

    def _dragged_over(self, event: QDropEvent) -> bool:
        """Shows on what a passage would be dropped, and takes it."""
        first = Passage.dropped(event.mimeData())
        if first is None:
            return False
        second = self.passage_at(event.position().toPoint())
        fits = second is not None and not (first.article_id == second.article_id and first.span.overlaps(second.span))
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(fits or event.type() is QEvent.Type.DragEnter)  # it may fit further on
        done = event.type() is QEvent.Type.Drop
        self.view.set_washes([second.span] if fits and not done else [], 0)
        if done and fits:
            self.dropped.emit(first, second)
        return True
