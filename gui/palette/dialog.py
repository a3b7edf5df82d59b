"""The palette: one field, and below it all that can be gone to, found as one types. Keyboard only, if one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListView, QStyle, QStyledItemDelegate, QVBoxLayout
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from core.project import Kind, Touched
from core.text.arabic import fold
from gui import theme
from gui.charts.reading import Reading
from gui.palette import sources
from gui.palette.entries import Entries, Entry, Group

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_MOST = 6  # entries of a group
_SIZE = QSize(640, 460)
_MARGIN = 10
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_STALE = {Kind.FACTS, Kind.ANNOTATIONS, Kind.ARTICLES, Kind.VERDICTS}
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """Rows are titles of groups (Group) and entries; `EntryRole` gives the Entry, None for a title."""

    EntryRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, titles: dict[Group, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self.rows: list[Group | Entry] = []

    def show(self, found: dict[Group, list[Entry]]) -> None:
        """Replace what is shown."""
        self.beginResetModel()
        self.rows = [row for group, entries in found.items() if entries for row in (group, *entries)]
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.rows[index.row()] if index.isValid() else None
        if isinstance(row, Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == self.EntryRole:
            return row if isinstance(row, Entry) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Entry) else self._titles[row]
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Entry):
            return f"{self._titles[row.group]}: {row.text}. {row.detail}"
        return None


class FoundDelegate(QStyledItemDelegate):
    """The words at the start, quiet what belongs to them at the end; titles of groups small and quiet."""

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(100, QFontMetrics(option.font).height() + _MARGIN)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        entry: Entry | None = index.data(FoundModel.EntryRole)
        tokens = theme.tokens()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(tokens.selected if selected else tokens.surface))
        inner = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        start = QStyle.visualAlignment(option.direction, start) | Qt.AlignmentFlag.AlignAbsolute
        end = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        if entry is None:
            small = QFont(option.font)
            small.setPointSizeF(small.pointSizeF() * 0.9)
            painter.setFont(small)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(inner, start, str(index.data()))
        else:
            metrics = QFontMetrics(option.font)
            detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, inner.width() // 2)
            width = metrics.horizontalAdvance(detail)
            right_to_left = option.direction is Qt.LayoutDirection.RightToLeft
            left = inner.left() + (width + _MARGIN if right_to_left and width else 0)
            room = QRect(left, inner.top(), inner.width() - (width + _MARGIN if width else 0), inner.height())
            painter.setPen(QColor(tokens.text if entry.enabled else tokens.muted))
            words = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, start, words)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(inner, end | Qt.AlignmentFlag.AlignAbsolute, detail)
        if index.row() and entry is None:
            painter.setPen(QPen(QColor(tokens.border)))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        painter.restore()


class Palette(QDialog):
    """Made once a window; `start` opens it. Questions and names come a moment later, from a thread."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setWindowTitle(self.tr("Go to anything"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.titles = {
            Group.ACTIONS: self.tr("Actions"),
            Group.ARTICLES: self.tr("Articles"),
            Group.QUESTIONS: self.tr("Questions"),
            Group.NAMES: self.tr("Names"),
            Group.PROJECTS: self.tr("Projects"),
        }
        self.entries = {group: Entries() for group in Group}
        self.field = QLineEdit(placeholderText=self.tr("An action, an article, a question, a name…"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.textChanged.connect(self.find)
        self.field.installEventFilter(self)
        self.model = FoundModel(self.titles, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self.choose)
        self._keys = self.tr("↑ ↓ choose · Enter goes there · Esc closes")
        self.hint = QLabel(self._keys)
        self.hint.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        self.setProperty("card", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stale = True
        self._reading = Reading(self)
        self._reading.done.connect(self._take_in)
        self._reading.failed.connect(window.session.fail)
        window.session.changed.connect(self._on_changed)

    def start(self) -> None:
        """Open it, empty, over the window."""
        window = self._window
        self.entries[Group.ACTIONS].put(sources.actions(window))
        self.entries[Group.PROJECTS].put(sources.projects(window))
        if self._stale:
            self._stale = False
            self.entries[Group.ARTICLES].put(sources.articles(window))
            self._reading.start(window.session.project.path, sources.read)
        self.field.clear()
        self.find()
        self.resize(min(_SIZE.width(), window.width() - 40), min(_SIZE.height(), window.height() - 80))
        top = window.mapToGlobal(window.rect().topLeft())
        self.move(top.x() + (window.width() - self.width()) // 2, top.y() + 56)
        self.open()
        self.activateWindow()
        self.field.setFocus()

    def find(self) -> None:
        """Show what the field finds, the best entry chosen."""
        query = fold(self.field.text()).strip()
        self.model.show({group: entries.find(query, _MOST) for group, entries in self.entries.items()})
        self.hint.setText(self._keys if self.model.rows else self.tr("Nothing found."))
        self._choose_row(0, 1)

    def choose(self, index: Index) -> None:
        """Close, and go there."""
        entry = index.data(FoundModel.EntryRole) if index.isValid() else None
        if entry is not None:
            self.accept()
            entry.go()

    def close_reading(self) -> None:
        """The window closes: wait for what is being read."""
        self._reading.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field has the keyboard; the keys that move belong to the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
                far = _MOST if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) else 1
                self._choose_row(self.list.currentIndex().row() + step * far, step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _choose_row(self, row: int, step: int) -> None:
        """The entry at `row`, or the next one in the direction of `step`; going round at the ends."""
        rows = self.model.rows
        if not any(isinstance(item, Entry) for item in rows):
            return
        row %= len(rows)
        while not isinstance(rows[row], Entry):
            row = (row + step) % len(rows)
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(self.model.index(max(row - 1, 0)))
        self.list.scrollTo(index)

    def _take_in(self, found: sources.Read) -> None:
        self.entries[Group.QUESTIONS].put(sources.questions(self._window, found))
        self.entries[Group.NAMES].put(sources.names(self._window, found))
        if self.isVisible():
            self.find()

    def _on_changed(self, touched: Touched) -> None:
        self._stale = self._stale or bool(touched.kinds & _STALE)
