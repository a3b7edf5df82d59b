"""The articles of the project: find one, see what waits in it, open it, drop new ones in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.project import ArticleSummary, Kind, Touched
from gui.actions import Actions
from gui.models.article_delegate import ArticleDelegate
from gui.models.article_model import ArticleModel
from gui.panels.folding import Folding
from gui.session import Session

_FEW = 100  # articles that are read again one by one


class ArticleList(QWidget):
    """Reads the summaries again whenever something changed, at most once per turn of the event loop."""

    chosen = Signal(str)  # article id
    dropped = Signal(object)  # list[Path]

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAcceptDrops(True)
        self.model = ArticleModel(self)
        self.filter = QLineEdit(placeholderText=self.tr("Title or source"), clearButtonEnabled=True)
        self.filter.setAccessibleName(self.tr("Filter by title or source"))
        self.filter.textChanged.connect(self.model.set_filter)
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        for key, text in (
            ("date", self.tr("By date")),
            ("undecided", self.tr("Undecided first")),
            ("source", self.tr("By source")),
            ("title", self.tr("By title")),
        ):
            self.order.addItem(text, key)
        self.order.currentIndexChanged.connect(lambda: self.model.set_order(self.order.currentData()))
        self.mine = QToolButton(text=self.tr("Mine"), checkable=True)
        self.mine.setToolTip(self.tr("Only the articles that you work on"))
        self.mine.setProperty("framed", True)
        self.mine.toggled.connect(self.model.set_mine)
        self.mine.hide()
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(ArticleDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFrameShape(QListView.Shape.NoFrame)
        self.view.setAccessibleName(self.tr("Articles"))
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for action_id in ("compare_articles", "assign_me", "assign"):
            self.view.addAction(actions[action_id])
        self.view.selectionModel().currentChanged.connect(self._choose)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty_page(actions))
        self._summary = QLabel()
        self._summary.setProperty("muted", True)
        self._summary.setContentsMargins(12, 4, 12, 6)
        words, chosen = QHBoxLayout(), QHBoxLayout()
        words.addWidget(self.filter, 1)
        chosen.addWidget(self.order, 1)
        chosen.addWidget(self.mine)
        tools = Folding(words, chosen)
        tools.set_spacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 8, 6)
        head.addWidget(tools)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self._summary)
        self._current = ""
        self._stale: set[str] | None = set()  # articles to read again; None: all
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._catch_up)
        session.changed.connect(self._refresh)
        self.reload()

    def reload(self) -> None:
        """Read all summaries again; the article that is open stays selected."""
        self._stale = set()
        self._read_assigned()
        self._show(self._session.project.summaries())

    def _read_assigned(self) -> None:
        """Who works on what; the filter is there where somebody does."""
        assigned = self._session.project.assignments()
        self.mine.setVisible(bool(assigned) or self.mine.isChecked())
        self.model.set_assigned(assigned)

    def _catch_up(self) -> None:
        """Read again what changed since the last turn of the event loop."""
        if self._stale is None or len(self._stale) > _FEW:
            self.reload()
        else:
            fresh = {item.id: item for item in self._session.project.summaries(self._stale)}
            self._stale = set()
            self._show([fresh.get(item.id, item) for item in self.model.summaries])

    def _show(self, summaries: list[ArticleSummary]) -> None:
        self.model.set_summaries(summaries)
        self._pages.setCurrentIndex(0 if summaries else 1)
        articles = self.tr("%n article(s)", "", len(summaries))
        undecided = sum(summary.suggested for summary in summaries)
        waiting = self.tr("%n undecided mark(s)", "", undecided)
        known = any(summary.suggested or summary.decided for summary in summaries)
        self._summary.setText(f"{articles}  ·  {waiting}" if known else articles if summaries else "")
        self.mark_current(self._current)

    def mark_current(self, article_id: str) -> None:
        """Select the row of the article that the reader shows, without choosing it again."""
        self._current = article_id
        row = self.model.row_of(article_id)
        if row >= 0 and self.view.currentIndex().row() != row:
            self.view.setCurrentIndex(self.model.index(row))
            self.view.scrollTo(self.model.index(row))

    def selected(self) -> list[str]:
        """The articles that are selected, in the order of the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self.model.id_at(row) for row in rows]

    def step(self, by: int) -> None:
        """Open the next or previous article of the list."""
        row = self.model.row_of(self._current) + by
        if 0 <= row < self.model.rowCount():
            self.chosen.emit(self.model.id_at(row))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()) and not self._session.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(dropped_paths(event.mimeData()))

    def _choose(self, index: QModelIndex) -> None:
        article_id = self.model.id_at(index.row())
        if article_id and article_id != self._current:
            self.chosen.emit(article_id)

    def _refresh(self, touched: Touched) -> None:
        if Kind.ASSIGNMENTS in touched.kinds:
            self._read_assigned()
        if not touched.kinds & {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.FACTS, Kind.VERDICTS}:
            return
        if touched.kinds & {Kind.ARTICLES, Kind.FACTS} or not touched.articles:
            self._stale = None
        elif self._stale is not None:
            self._stale |= touched.articles
        self._timer.start()

    def _empty_page(self, actions: Actions) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(16, 16, 16, 16)
        title = QLabel(self.tr("No articles yet"))
        title.setProperty("heading", True)
        what = QLabel(
            self.tr("Drop a folder with what several sources wrote about one story. Each text file is one article.")
        )
        what.setWordWrap(True)
        what.setProperty("muted", True)
        layout.addStretch(1)
        layout.addWidget(title)
        layout.addWidget(what)
        for action_id in ("import_folder", "import_files"):
            button = actions.button(action_id, key=False)
            button.setProperty("framed", True)
            layout.addWidget(button)
        layout.addStretch(2)
        return page


def dropped_paths(data: QMimeData) -> list[Path]:
    """The files and folders of a drop."""
    return [Path(url.toLocalFile()) for url in _urls(data) if url.isLocalFile()]


def _urls(data: QMimeData) -> Iterable:
    return data.urls() if data.hasUrls() else ()
