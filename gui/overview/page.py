"""The overview: how far the work is, and which sources agree and contradict each other."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.model import Show
from core.project import Kind, ReviewFilter, Touched
from core.store.overview import Overview, SourcePair
from gui import theme, wording
from gui.actions import Actions, Scope
from gui.charts import picture
from gui.charts.buttons import icon_button
from gui.charts.card import Card
from gui.charts.reading import Reading
from gui.overview.chart import OverviewChart
from gui.overview.progress import ProgressDelegate, ProgressModel
from gui.panels.empty_page import EmptyPage
from gui.session import Session
from gui.settings import Settings
from gui.views import View

_SETTLE = 300  # ms: many changes in a row are counted once
_READ = {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.FACTS, Kind.VERDICTS, Kind.ASSIGNMENTS}
_WANTING = (Show.CONFLICT, Show.CHECK)


class OverviewPage(View):
    """Numbers are counted beside the window, and drawn when they come."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(session, actions, settings)
        self.found: Overview | None = None
        self.reading = Reading(self)
        self.reading.done.connect(self._show)
        self.reading.failed.connect(session.fail)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settle.timeout.connect(self.read)
        self.numbers = QLabel(wordWrap=True)
        self.numbers.setAccessibleName(self.tr("Overview"))
        self.chart = OverviewChart()
        self.chart.setAccessibleName(self.tr("Sources against sources"))
        self.card = Card(self.chart)
        self.chart.hovered.connect(self._tell)
        self.chart.current_changed.connect(self._tell_current)
        self.chart.opened.connect(self._review)
        self.model = ProgressModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(ProgressDelegate(self.table))
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 12)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(self.tr("Progress of the articles"))
        self.table.activated.connect(self._open)
        self.empty_page = EmptyPage(actions)
        self.empty = self.empty_page.words
        self.empty_page.say(
            self.tr("No articles yet. Add some: then you see here how far the work is and which sources disagree."),
            add=True,
        )
        self._lay_out()
        actions["chart_save"].triggered.connect(lambda: self._save() if self.isVisible() else None)
        actions.attach(self, Scope.CHART)
        theme.current().changed.connect(self._redraw)
        self.read()

    def refresh(self, touched: Touched) -> None:
        if touched.kinds & _READ and not self._settle.isActive():
            self._settle.start()

    def focus_target(self) -> QWidget:
        return self.chart

    def read(self) -> None:
        """Count again."""
        self.reading.start(self.session.project.path, lambda project: project.overview())

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 4)
        top.addWidget(self.numbers, 1)
        top.addWidget(icon_button(self.actions_table["chart_save"]))
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 170), (2, 150), (3, 130), (4, 130), (5, 120)):
            self.table.setColumnWidth(column, width)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.chart)
        self.split.addWidget(self.table)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([380, 160])
        self.stack = QStackedWidget()
        self.stack.addWidget(self.split)
        self.stack.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.stack, 1)

    def _show(self, found: Overview) -> None:
        self.found = found
        self.stack.setCurrentIndex(0 if found.articles else 1)
        self.chart.show_overview(found)
        self.model.show_rows(found.progress)
        suggested = sum(one.suggested for one in found.labels)
        decided = sum(one.kept + one.rejected for one in found.labels)
        wanting = [found.shows.get(show, (0, 0)) for show in _WANTING]
        settled, every = sum(done for _, done in wanting), sum(all_ for all_, _ in wanting)
        parts = (
            self.tr("%n article(s)", "", found.articles),
            self.tr("{} read and compared").format(wording.number(found.analysed)),
            self.tr("{done} of {all} marks decided").format(
                done=wording.number(decided), all=wording.number(decided + suggested)
            ),
            self.tr("{done} of {all} pairs decided").format(done=wording.number(settled), all=wording.number(every)),
        )
        self.numbers.setText(wording.led("  ·  ".join(parts)) if found.articles else "")

    def _tell(self, pair: SourcePair | None, where: QRect | None) -> None:
        if pair is None or where is None:
            self.card.hide()
        else:
            self.card.show_lines(self._lines(pair), where)

    def _tell_current(self, pair: SourcePair | None, where: QRect | None) -> None:
        self._tell(pair, where)
        self.chart.setAccessibleDescription("\n".join(self._lines(pair)) if pair else "")

    def _lines(self, pair: SourcePair) -> list[str]:
        """What the card and a screen reader say of a cell."""
        counts = (
            (Show.AGREE, pair.agree),
            (Show.CONFLICT, pair.conflict),
            (Show.CHECK, pair.check),
            (Show.UPDATE, pair.update),
        )
        told = [f"{wording.word(wording.SHOWS, show)} {wording.number(count)}" for show, count in counts]
        return [
            wording.led(f"{wording.isolate(pair.a)} × {wording.isolate(pair.b)}"),
            wording.led(" · ".join(told)),
            wording.led(self.tr("{} without a verdict").format(wording.number(pair.undecided))),
            wording.led(self.tr("Click or Enter: review these pairs")),
        ]

    def _review(self, pair: SourcePair) -> None:
        """The queue of what stands between two sources: what wants a decision, or all where nothing does."""
        shows = _WANTING if pair.conflict + pair.check else tuple(Show)
        self.session.view_wanted.emit("review", ReviewFilter(shows, sources=(pair.a, pair.b), undecided=False))

    def _open(self, index: QModelIndex) -> None:
        self.session.go_to(self.model.rows[index.row()].id)

    def _redraw(self) -> None:
        self.chart.draw_with(theme.tokens())

    def _save(self) -> None:
        path = picture.ask_for_path(self, str(self.session.project.path.parent), self.tr("overview"))
        if path is None:
            return
        try:
            picture.save(self.chart, path)
        except KnownError as error:
            self.session.fail(error)
        else:
            self.session.said.emit(self.tr("Saved: {}").format(wording.path(path.name)))
