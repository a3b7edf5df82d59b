"""Search over all articles of the project, blind to what an editor does not see as a difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QElapsedTimer,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.model import Span
from core.project import Kind, SearchHit, Touched, Where
from core.text.offsets import Utf16Map
from gui import theme, wording
from gui.session import Session

_PAUSE_MS = 15
PAGE = 100  # places that are looked for at once; more when the list is scrolled to its end
_SLICE_MS = 30  # so long the window waits for a search; what takes longer goes on between two turns of the event loop
_MARGIN = 8
_AFTER = 48  # pixels that are left for the words after those that were found
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """One row a hit; `HitRole` gives the SearchHit."""

    HitRole = Qt.ItemDataRole.UserRole + 1
    more_wanted = Signal()  # the list is scrolled to its end

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[SearchHit] = []
        self.has_more = False

    def show(self, hits: list[SearchHit]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def add(self, hits: list[SearchHit]) -> None:
        """Show more behind what is shown."""
        if hits:
            self.beginInsertRows(_NO_PARENT, len(self.hits), len(self.hits) + len(hits) - 1)
            self.hits += hits
            self.endInsertRows()

    def canFetchMore(self, _parent: Index) -> bool:
        return self.has_more

    def fetchMore(self, _parent: Index) -> None:
        self.more_wanted.emit()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == self.HitRole:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.source}. {hit.snippet}"
        return hit.snippet if role == Qt.ItemDataRole.DisplayRole else None


class HitDelegate(QStyledItemDelegate):
    """Source above, a line of the text below with what was found on a tint behind it, so that letters stay joined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, 2 * QFontMetrics(option.font).height() + 3 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit: SearchHit = index.data(HitModel.HitRole)
        tokens = theme.tokens()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.fillRect(
            option.rect, QColor(tokens.selected if selected else tokens.raised if hovered else tokens.surface)
        )
        painter.setPen(QPen(QColor(tokens.border)))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(_MARGIN + 2, _MARGIN, -_MARGIN - 2, -_MARGIN)
        metrics = QFontMetrics(option.font)
        side = (
            Qt.AlignmentFlag.AlignRight
            if option.direction is Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.9)
        painter.setFont(small)
        painter.setPen(QColor(tokens.muted))
        notes = {Where.MARK: self.tr("Note on a mark"), Where.VERDICT: self.tr("Note on a verdict")}
        head = " · ".join(wording.isolate(part) for part in (notes.get(hit.where), hit.source, hit.title) if part)
        painter.drawText(
            inner,
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop,
            QFontMetrics(small).elidedText(head, Qt.TextElideMode.ElideRight, inner.width()),
        )

        snippet, found = fitted(hit.snippet.replace("\n", " "), hit.snippet_span, metrics, inner.width())
        layout = QTextLayout(snippet, option.font)
        text_option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        text_option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        text_option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(text_option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(inner.width())
        layout.endLayout()
        units = Utf16Map(snippet)
        edges = [line.cursorToX(units.to_utf16(place))[0] for place in (found.start, found.end)]
        top = inner.bottom() - metrics.height() + 1
        painter.setClipRect(inner)
        ground = theme.tokens().shows["check"].tint
        painter.fillRect(
            int(min(edges)) + inner.left(),
            top,
            int(max(edges) - min(edges)) + 1,
            metrics.height(),
            QColor(ground),
        )
        painter.setPen(QColor(tokens.text))
        line.draw(painter, inner.topLeft().toPointF() + QPointF(0, top - inner.top()))
        painter.restore()


def fitted(text: str, found: Span, metrics: QFontMetrics, width: int) -> tuple[str, Span]:
    """A line of so many pixels with what was found in it: whole words before, and … where something is left out."""
    start = 0
    while metrics.horizontalAdvance(f"…{text[start : found.end]}") > width - _AFTER:
        following = text.find(" ", start, found.start) + 1
        if not following:
            break
        start = following
    lead = "…" if start else ""
    shown = metrics.elidedText(lead + text[start:], Qt.TextElideMode.ElideRight, width)
    by = start - len(lead)
    return shown, Span(found.start - by, max(min(found.end - by, len(shown)), found.start - by + 1))


class SearchPanel(QWidget):
    """As-you-type search; a hit opens its article there."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.model = HitModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._open(index))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.addWidget(self.field)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self._steps: Iterator[list[SearchHit]] = iter(())
        self._wanted = 0  # places to be found before the editor scrolls on
        self._told = True, False  # whether the search is over, whether it goes on by itself
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._go_on)
        self.model.more_wanted.connect(self._more)
        self.field.textChanged.connect(self._pause.start)
        self.field.returnPressed.connect(self._first)
        session.changed.connect(self._on_changed)
        session.search_wanted.connect(self.search_for)
        self.setFocusProxy(self.field)
        self._retranslate()

    def search_for(self, query: str) -> None:
        """Search for `query` now."""
        self.field.setText(query)
        self.search()

    def search(self) -> None:
        """Show what the query of the field finds."""
        self._pause.stop()
        query = self.field.text().strip()
        self._steps = self._session.project.search_steps(query)
        self._wanted = PAGE
        self.model.show([])
        self._go_on()

    def _more(self) -> None:
        """The list is scrolled to its end."""
        self.model.has_more = False
        self._wanted = len(self.model.hits) + PAGE
        self._rest.start()

    def _go_on(self) -> None:
        """Search for as long as nobody notices; the rest follows when the window has drawn what was found."""
        self._rest.stop()
        clock = QElapsedTimer()
        clock.start()
        found: list[SearchHit] = []
        over = False
        try:
            while not over and len(self.model.hits) + len(found) < self._wanted and clock.elapsed() < _SLICE_MS:
                step = next(self._steps, None)
                over = step is None
                found += step or ()
        except KnownError as error:
            self._steps, over = iter(()), True
            self._session.fail(error)
        self.model.add(found)
        unfinished = not over and len(self.model.hits) < self._wanted
        self.model.has_more = not over and not unfinished
        self._tell(over, unfinished)
        if unfinished:
            self._rest.start()

    def _tell(self, over: bool, unfinished: bool) -> None:
        self._told = over, unfinished
        count = wording.number(len(self.model.hits))
        if not self.field.text().strip():
            text = self.tr("Hamza, diacritics, tatweel, ى/ة and the shape of digits make no difference.")
        elif unfinished:
            text = self.tr("Places found so far: {}").format(count)
        elif not over:
            text = self.tr("The first {} places; more as you scroll").format(count)
        else:
            text = self.tr("Places found: {}").format(count) if self.model.hits else self.tr("Nothing found.")
        self.count.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_changed(self, touched: Touched) -> None:
        if touched.kinds & {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.VERDICTS} and self.field.text():
            self._pause.start()

    def _first(self) -> None:
        self.search()
        if self.model.hits:
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))

    def _open(self, index: Index) -> None:
        if index.isValid():
            hit = self.model.hits[index.row()]
            if hit.where is Where.VERDICT:
                self._session.view_wanted.emit("contradictions", hit.relation_id)
            else:
                self._session.go_to(hit.article_id, hit.span)

    def _retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Search all articles"))
        self.field.setAccessibleName(self.tr("Search all articles"))
        self.list.setAccessibleName(self.tr("Places found"))
        self.count.setWordWrap(True)
        self._tell(*self._told)
