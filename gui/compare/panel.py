"""Contradictions and agreements: the list of relations, the two passages side by side, and the verdict."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QFont, QHideEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Article, Show, Verdict
from core.project import Kind, ReviewFilter, Touched
from gui import theme, wording
from gui.actions import Actions, Scope
from gui.compare.commands import PairCommands
from gui.compare.filters import PairFilters
from gui.compare.heading import Heading
from gui.compare.lost import LostVerdicts
from gui.compare.passage import ROOMY, PassageView
from gui.compare.relation_delegate import RelationDelegate
from gui.compare.relation_model import Filter, RelationModel, Row
from gui.compare.verdict_form import VerdictForm
from gui.panels.empty_page import EmptyPage
from gui.session import Session

_CHIPS_IN_A_ROW = 3
_WIDTHS = [340, 700]  # pixels: the list, and all else


class ContradictionsPanel(QWidget):
    """Reads the facts of `session.project`; decides through `session.do`. Keys of Scope.COMPARE work inside it."""

    def __init__(self, session: Session, actions: Actions, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._articles: dict[str, Article] = {}
        self._current = ""
        self._drawn = session.drawn_before
        self.model = RelationModel(session, self)

        self.filters = PairFilters()
        self.filters.changed.connect(self._filter)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress_label = QLabel()
        self.progress_label.setProperty("muted", True)
        count = QHBoxLayout()
        count.addWidget(self.progress, 1)
        count.addWidget(self.progress_label)
        review = actions.button("review_pairs", self)
        review.setProperty("framed", True)
        count.addWidget(review)

        self.lost_button = QToolButton()
        self.lost_button.setProperty("framed", True)
        self.lost_button.clicked.connect(lambda: self.show_lost(True))

        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(RelationDelegate(self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(self._select)
        self.list.activated.connect(lambda _index: self.passages[0].open.click())
        self.again = QPushButton(self.tr("Show all pairs"))
        self.again.clicked.connect(lambda: self.set_filter(Filter(frozenset(Show))))
        self.empty_page = EmptyPage(None, self.again)
        self.empty = self.empty_page.words
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty_page)

        side = QWidget()
        side_layout = QVBoxLayout(side)
        side_layout.setContentsMargins(8, 8, 8, 8)
        side_layout.addWidget(self.filters)
        side_layout.addLayout(count)
        side_layout.addWidget(self.pages, 1)
        side_layout.addWidget(self.lost_button)

        self.head = Heading(1.15)
        self.head.layout().setContentsMargins(10, 8, 10, 2)
        beside = actions.button("compare_beside")
        beside.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.head.top.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        self.passages = (PassageView(session, font), PassageView(session, font))
        self.between = QSplitter(Qt.Orientation.Horizontal)
        self.between.setChildrenCollapsible(False)
        for view in self.passages:
            self.between.addWidget(view)
        self.form = VerdictForm(session, actions)
        self.form.deciding.connect(self._keep)
        self.form.leader_wanted.connect(self.select)
        self.commands = PairCommands(session, actions, self.current_row, self._verdict, self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(
            lambda place: self.commands.menu().popup(self.list.viewport().mapToGlobal(place))
        )
        self._font = font
        self._lost: LostVerdicts | None = None
        self.detail = QWidget()
        detail_layout = QVBoxLayout(self.detail)
        detail_layout.setContentsMargins(0, 0, 0, 0)
        detail_layout.setSpacing(2)
        detail_layout.addWidget(self.head)
        detail_layout.addWidget(self.between, 1)
        detail_layout.addWidget(self.form)

        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(side)
        self.split.addWidget(self.detail)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.views = QStackedWidget()
        self.views.addWidget(self.split)
        self.nothing = EmptyPage(actions)
        self.nothing.say(
            self.tr("Nothing to compare yet. Add at least two articles on one story; they are compared by themselves."),
            add=True,
        )
        self.views.addWidget(self.nothing)
        layout.addWidget(self.views)

        actions["review_pairs"].triggered.connect(self._review)
        actions["next_relation"].triggered.connect(lambda: self.step(1))
        actions["previous_relation"].triggered.connect(lambda: self.step(-1))
        actions["compare_beside"].triggered.connect(lambda: session.view_wanted.emit("beside", self._current or None))
        for action_id, slot in {
            "compare_filter": self.filters.words.setFocus,
            "compare_note": self.form.note.setFocus,
        }.items():
            actions[action_id].triggered.connect(lambda _=False, slot=slot: slot() if self.isVisible() else None)
        self.filters.words.returnPressed.connect(self.list.setFocus)
        self.form.left.connect(self.list.setFocus)
        actions.attach(self, Scope.COMPARE)
        session.changed.connect(self._on_changed)
        session.walked.connect(self._follow)
        theme.current().changed.connect(self._show_relation)
        self._reload_lost()
        self._retranslate()
        self._after_rows()
        self.begins_at_drawn = self._show_drawn()

    def _review(self) -> None:
        """The same pairs one at a time, beginning here."""
        self.flush()
        wanted = self.model.filter
        kinds = (wanted.kind,) if wanted.kind else ()
        self._session.view_wanted.emit("review", ReviewFilter(tuple(wanted.shows), kinds, undecided=wanted.undecided))
        if self._current:
            self._session.view_wanted.emit("review", self._current)

    def _verdict(self, relation_id: str) -> Verdict:
        """With the note that is being written."""
        self.flush()
        return self.model.verdict(relation_id)

    def select_first_undecided(self) -> bool:
        """Put the first undecided relation in sight; False where there is none."""
        position = self.model.next_undecided(-1)
        if position >= 0:
            self._go(position)
        return position >= 0

    def select(self, relation_id: str) -> bool:
        """Put a relation in sight, widening the filter where it hides it."""
        if self.model.position_of(relation_id) < 0:
            self.set_filter(Filter(frozenset(Show)))
        position = self.model.position_of(relation_id)
        if position >= 0:
            self._go(position)
        return position >= 0

    @property
    def lost(self) -> LostVerdicts:
        """The verdicts that the comparison no longer finds; made when they are looked at."""
        if self._lost is None:
            self._lost = LostVerdicts(self._session, self._font)
            self._lost.closed.connect(lambda: self.show_lost(False))
            self._lost.reload()
            self.views.addWidget(self._lost)
        return self._lost

    def show_lost(self, shown: bool) -> None:
        """Show verdicts that the comparison no longer finds, or the pairs again."""
        self.form.flush()
        if self._lost is None and not shown:
            return
        self.views.setCurrentWidget(self.lost if shown else self.split)
        (self.lost.list if shown else self.list).setFocus()

    def step(self, direction: int) -> None:
        """Go to the next or previous undecided relation, going round."""
        self.form.flush()
        here = self.model.position_of(self._current)
        if here < 0 and direction < 0:
            here = 0
        position = self.model.next_undecided(here, direction)
        if position >= 0:
            self._go(position)

    def current_row(self) -> Row | None:
        """The relation in sight."""
        position = self.model.position_of(self._current)
        return self.model.row_at(position) if position >= 0 else None

    def set_reader_font(self, font: QFont) -> None:
        """Follow the reader's face and zoom."""
        for view in self.passages:
            view.set_font(font)
        self._font = font
        if self._lost is not None:
            self._lost.set_reader_font(font)

    def flush(self) -> None:
        """Save what is being written."""
        self.form.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view in self.passages:
            view.set_low(self.height() <= ROOMY)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _on_changed(self, touched: Touched) -> None:
        if Kind.ARTICLES in touched.kinds:
            self._articles.clear()
        if touched.kinds & {Kind.ARTICLES, Kind.FACTS, Kind.VERDICTS}:
            self._reload_lost()
        if touched.kinds & {Kind.ARTICLES, Kind.FACTS}:
            self.model.reload()
            self._after_rows()
            self._show_relation()
            self._show_drawn()
        elif touched.kinds & {Kind.VERDICTS, Kind.CLASHES}:
            self.model.reload_verdicts()
            self._after_rows()

    def _show_drawn(self) -> bool:
        """What was related by hand on another page is in sight when the editor comes here."""
        before, self._drawn = self._drawn, self._session.drawn()
        position = max(map(self.model.position_of, self._drawn - before), default=-1)
        if found := position >= 0 and not self.isVisible():
            self._go(position)
        return found

    def _follow(self, touched: Touched) -> None:
        """Undo and redo are seen where they happen."""
        changed = self.model.decided_last if Kind.VERDICTS in touched.kinds and self.isVisible() else []
        if changed and self._current not in changed:
            self.select(next((key for key in changed if self.model.position_of(key) >= 0), changed[0]))

    def _reload_lost(self) -> None:
        self._lost_count = self._lost.reload() if self._lost else len(self._session.project.obsolete_verdicts())
        self._tell_lost()
        if not self._lost_count and self.views.currentWidget() is self._lost:
            self.show_lost(False)

    def _tell_lost(self) -> None:
        self.lost_button.setVisible(bool(self._lost_count))
        self.lost_button.setText(self.tr("%n verdict(s) no longer found", "", self._lost_count))

    def _keep(self, relation_id: str) -> None:
        """A relation that was decided stays in the list until the editor goes on."""
        if self.filters.undecided.isChecked():
            self.set_filter(self.filters.wanted(kept=relation_id))

    def _filter(self) -> None:
        self.set_filter(self.filters.wanted())

    def set_filter(self, wanted: Filter) -> None:
        """Show what passes, and put the filter into its fields."""
        self.filters.show_filter(wanted)
        self.model.set_filter(wanted)
        self._after_rows()

    def _after_rows(self) -> None:
        """Rows, verdicts or the filter changed: keep the place, and say how far the work is."""
        position = self.model.position_of(self._current)
        if position < 0 and self.model.rowCount():
            position = max(self.model.next_undecided(-1), 0)
        if position >= 0:
            self._go(position)
        else:
            self._current = ""
            self._show_relation()
        decided, wanting = self.model.progress()
        self.progress.setRange(0, max(wanting, 1))
        self.progress.setValue(decided)
        self.progress_label.setText(
            self.tr("{decided} of {all} decided").format(decided=wording.number(decided), all=wording.number(wanting))
        )
        self.filters.count(self.model)
        self.pages.setCurrentWidget(self.list if self.model.rowCount() else self.empty_page)
        quiet = self.filters.wanted() == Filter()
        self.empty_page.say(
            self.tr("Nothing here contradicts, and nothing is to be checked.")
            if quiet
            else self.tr("No pair passes this filter.")
        )
        if self.views.currentWidget() is not self._lost:
            before = self.views.currentWidget()
            nothing = self.model.is_empty() and not self._lost_count
            self.views.setCurrentWidget(self.nothing if nothing else self.split)
            if before is self.nothing:
                self.split.setSizes(_WIDTHS)  # what had no size could not keep its shares

    def _go(self, position: int) -> None:
        self.model.tell_of(position)
        index = self.model.index(position)
        if self.list.currentIndex() != index:
            self.list.setCurrentIndex(index)
        else:
            self._select(index)
        self.list.scrollTo(index)

    def _select(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        if not index.isValid():
            return
        row = self.model.row_at(index.row())
        if row is None:
            return
        moved, self._current = row.id != self._current, row.id
        if moved:
            self._show_relation()
            if self.model.filter.kept not in ("", row.id):
                self.set_filter(self.filters.wanted())
        else:
            self._show_verdict(row)

    def _show_verdict(self, row: Row) -> None:
        self.commands.enable()
        self.form.show_verdict(self.model.verdict(row.id), tuple(self.model.siblings(row)), self.model.dispute(row.id))

    def _show_relation(self) -> None:
        row = self.current_row()
        for part in (self.head, self.between, self.form):
            part.setVisible(row is not None)
        self.head.show_row(row)
        if row is None:
            for view in self.passages:
                view.clear()
            self.form.show_verdict(None)
            self.commands.enable()
            return
        for view, end in zip(self.passages, (row.a, row.b), strict=True):
            view.show_claim(self._article(end.article_id), end, row.relation.show)
        self._show_verdict(row)

    def _article(self, article_id: str) -> Article:
        if article_id not in self._articles:
            self._articles[article_id] = self._session.project.article(article_id)
        return self._articles[article_id]

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Pairs of passages"))
        self.progress.setAccessibleName(self.tr("Decided pairs"))
        self._tell_lost()
        self._after_rows()
        self._show_relation()
