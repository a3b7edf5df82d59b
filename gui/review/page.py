"""The review queue: one pair at a time in its context, large, decided by one key, then the next."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.compare.differing import differing
from core.model import Show, Verdict, VerdictKind
from core.project import Kind, ReviewFilter, Touched
from core.store.review import read_filter
from gui import qt, theme, wording
from gui.actions import Actions, Scope, shown_key
from gui.compare.copying import copy_pair
from gui.compare.heading import Heading
from gui.compare.passage import ROOMY, PassageView
from gui.panels.empty_page import EmptyPage
from gui.review.decision import Decision
from gui.review.filters import FilterBar, ViewsButton
from gui.review.queue import ReviewQueue
from gui.review.reading import PairReader
from gui.session import Session
from gui.settings import Settings
from gui.views import View

_CONTEXT = 700  # code points of a passage, at least
_SPACE = (Qt.Key.Key_Space,)
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewPage(View):
    """`show_item` takes the ID of a relation, or a ReviewFilter."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(session, actions, settings)
        self.queue = ReviewQueue()
        self._verdicts: dict[str, Verdict] = {}
        self._pairs = PairReader(session)
        self._recent: list[str] = []  # pairs (IDs) whose verdict the last change touched
        self._ahead = QTimer(self, singleShot=True, interval=0)
        self._ahead.timeout.connect(self._prefetch)

        self.filters = FilterBar(session)
        self.filters.changed.connect(self._fill)
        self.views = ViewsButton(session, actions, self.filters)
        self.views.chosen.connect(self.show_item)
        self.filter_button = QToolButton(checkable=True)
        self.filter_button.setProperty("framed", True)
        words = self.tr("Filter")
        self.filter_button.setText(f"{words}  {shown_key(actions.spec('review_filter'))}")
        self.filter_button.setToolTip(actions["review_filter"].toolTip())
        self.filter_button.toggled.connect(self.filters.setVisible)
        self.filters.hide()
        self.progress = QProgressBar(textVisible=False)
        self.progress.setFixedHeight(8)
        self.progress.setAccessibleName(self.tr("Decided pairs"))
        self.place = QLabel()
        self.place.setObjectName("place")
        self.left = QLabel()
        self.left.setProperty("muted", True)

        self.head = Heading(1.35, 1.05)
        font = QFont(theme.reader_font(settings["reader_font"], settings["reader_size"]))
        self.passages = tuple(PassageView(session, font, context=_CONTEXT, scale=1.0) for _ in range(2))
        self.decision = Decision(session, actions, settings)
        self.decision.decided.connect(self._decided)
        self.decision.left.connect(self.setFocus)
        self.reset = QPushButton(self.tr("Show all that wants a decision"))
        self.reset.clicked.connect(lambda: self.show_item(ReviewFilter()))
        self.empty_page = EmptyPage(actions, self.reset)
        self.empty = self.empty_page.words
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Review"))

        for action_id, slot in {
            "review_next": self._next,
            "review_previous": lambda: self._move(-1),
            "review_skip": self._skip,
            "review_filter": self._open_filters,
            "review_copy": self._copy,
            "review_beside": lambda: self._lead("beside"),
            "review_first": self.passages[0].open.click,
            "review_second": self.passages[1].open.click,
        }.items():
            actions[action_id].triggered.connect(lambda _=False, slot=slot: slot() if self.isVisible() else None)
        actions.attach(self, Scope.REVIEW)
        for widget in (*qt.children(self, QAbstractButton), *qt.children(self, QComboBox), self.filters.words):
            widget.installEventFilter(self)
        session.walked.connect(self._follow)
        theme.current().changed.connect(self._show_pair)
        self.refresh(Touched(frozenset({Kind.ARTICLES})))

    def refresh(self, touched: Touched) -> None:
        """Another comparison makes another queue; a verdict leaves it as it is, so that one can go back."""
        if Kind.ANNOTATIONS in touched.kinds or Kind.ARTICLES in touched.kinds:
            self._pairs.forget_articles()
        if touched.kinds & {Kind.ARTICLES, Kind.FACTS}:
            self._pairs.forget_facts()
            self.filters.reload()
            self._read_verdicts()
            self._fill()
        elif Kind.ASSIGNMENTS in touched.kinds and self.filters.mine.isChecked():
            self._fill()
        elif touched.kinds & {Kind.VERDICTS, Kind.CLASHES}:
            self._read_verdicts()
            self._show_verdict()
            self._count()

    def show_item(self, item: object) -> None:
        """Show this relation (its ID), in a queue of all pairs where the filter hides it; or what a filter passes."""
        if isinstance(item, ReviewFilter):
            self.filters.show_filter(item)
            self._fill()
        elif isinstance(item, str) and not self._go_to(item):
            self.filters.show_filter(ReviewFilter(shows=tuple(Show), undecided=False))
            self._fill()
            if not self._go_to(item):  # another pair of the same dispute stands for it
                known = (key for key in self.session.project.relation_keys(tuple(Show)) if key.id == item)
                self._go_to(next((key.follows for key in known), ""))

    def state(self) -> dict[str, Any]:
        wanted = self.filters.filter()
        return {"relation": self.queue.current or "", "filter": asdict(wanted)}

    def restore(self, state: dict[str, Any]) -> None:
        kept = state.get("filter")
        if isinstance(kept, dict):
            self.show_item(read_filter(kept))
        self._go_to(str(state.get("relation", "")))

    def set_reader_font(self, font: QFont) -> None:
        for view in self.passages:
            view.set_font(font)

    def flush(self) -> None:
        self.decision.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space and Return do what they always do in a field or a button that the keyboard is on."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            wanted = _RETURN if watched is self.filters.words else _SPACE
            if event.key() in wanted and not event.modifiers():
                event.accept()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is room, two lines are kept for the reason: the passages stay where they are."""
        super().resizeEvent(event)
        low = self.height() <= ROOMY
        self.head.keep_lines(1 if low else 2)
        for part in (*self.passages, self.decision):
            part.set_low(low)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter_button.isChecked():
            self.filter_button.setChecked(False)
        else:
            super().keyPressEvent(event)

    # Parts

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 0)
        top.setSpacing(10)
        for widget in (self.views, self.filter_button):
            top.addWidget(widget)
        top.addWidget(self.progress, 1)
        top.addWidget(self.place)
        top.addWidget(self.left)
        top.addWidget(self.decision.advance)
        self.head.layout().setContentsMargins(14, 4, 14, 0)
        self.head.bottom.addWidget(self.decision.by, 0, Qt.AlignmentFlag.AlignTop)
        self.between = QSplitter(Qt.Orientation.Horizontal)
        self.between.setChildrenCollapsible(False)
        self.between.setHandleWidth(1)
        for view in self.passages:
            self.between.addWidget(view)
        pair = QWidget()
        layout = QVBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.between, 1)
        layout.addWidget(self.decision)
        self.stack = QStackedWidget()
        self.stack.addWidget(pair)
        self.stack.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        layout.addWidget(self.stack, 1)

    # What is shown

    def _fill(self) -> None:
        """Make the queue that the filter asks for."""
        self.decision.flush()
        self.queue.fill(self.session.project.review_queue(self.filters.filter()), self._decided_ids())
        self._show_pair()

    def _show_pair(self) -> None:
        row = self._pairs.row(self.queue.key(self.queue.current))
        if row is None:
            self._show_nothing()
            return
        self.stack.setCurrentIndex(0)
        self.head.show_row(row)
        ends = row.a, row.b
        found = differing(*map(self._pairs.side, ends))
        for view, end, places in zip(self.passages, ends, found, strict=True):
            view.show_claim(self._pairs.article(end), end, row.relation.show, places)
        self._show_verdict()
        self._count()
        self._ahead.start()

    def _show_nothing(self) -> None:
        self.stack.setCurrentIndex(1)
        self.decision.show_verdict(None)
        if not self.session.project.relation_counts():
            self.empty_page.say(
                self.tr(
                    "Nothing to review yet. Add two articles or more on one story; they are compared by themselves."
                ),
                add=True,
            )
            self.reset.hide()
        else:
            whole = self.filters.filter() == ReviewFilter()
            self.empty_page.say(
                self.tr("Every pair that wanted a decision has one.")
                if whole
                else self.tr("No pair passes this filter, or all of them are decided."),
                add=False,
            )
            self.reset.setVisible(not whole)
        self._count()

    def _show_verdict(self) -> None:
        current = self.queue.current
        self.decision.show_verdict(self._verdicts.get(current) or Verdict(current) if current else None)

    def _count(self) -> None:
        decided, every, skipped = self.queue.progress()
        self.progress.setRange(0, max(every, 1))
        self.progress.setValue(decided)
        self.progress.setToolTip(
            self.tr("{decided} of {all} decided").format(decided=wording.number(decided), all=wording.number(every))
        )
        place = self.queue.position() + 1
        self.place.setText(
            self.tr("{place} of {all}").format(place=wording.number(place), all=wording.number(every)) if every else ""
        )
        open_ = every - decided
        told = [self.tr("%n left", "", open_)] if open_ else []
        told += [self.tr("%n skipped", "", skipped)] if skipped else []
        self.left.setText(" · ".join(told))

    # What is read

    def _read_verdicts(self) -> None:
        before, self._verdicts = self._verdicts, self.session.project.verdicts()
        both = chain(self._verdicts, before.keys() - self._verdicts.keys())
        self._recent = [key for key in both if before.get(key) != self._verdicts.get(key)]
        self.queue.decide(self._decided_ids())

    def _decided_ids(self) -> set[str]:
        return {key for key, verdict in self._verdicts.items() if verdict.kind is not VerdictKind.UNDECIDED}

    def _prefetch(self) -> None:
        """Read what comes next, so that the step there costs nothing."""
        self._pairs.row(self.queue.key(self.queue.following()))

    # What an editor does

    def _decided(self) -> None:
        if not self.settings["review_advance"]:
            return
        key = self.queue.current
        self._next()
        if self.queue.before() == key:
            said = wording.word(wording.VERDICTS, self._verdicts[key].kind)
            sentence = self.tr("Verdict: {verdict}. {key} goes back to that pair, for a reason or a note.")
            back = shown_key(self.actions_table.spec("review_previous"))
            self.session.said.emit(sentence.format(verdict=wording.isolate(said), key=back))

    def _next(self) -> None:
        self.decision.flush()
        moved = self.queue.go_on()
        self._show_pair()
        if not moved:
            self.session.said.emit(self.tr("All pairs of this queue are decided."))

    def _move(self, direction: int) -> None:
        self.decision.flush()
        if self.queue.step(direction):
            self._show_pair()

    def _skip(self) -> None:
        self.decision.flush()
        if self.queue.skip():
            self._show_pair()
        else:
            self.session.said.emit(self.tr("No other pair is left."))

    def _go_to(self, relation_id: str) -> bool:
        self.decision.flush()
        found = self.queue.go_to(relation_id)
        if found:
            self._show_pair()
        return found

    def _follow(self, touched: Touched) -> None:
        """Undo and redo are seen where they happen."""
        if self.isVisible() and Kind.VERDICTS in touched.kinds:
            place = next((key for key in self._recent if self.queue.key(key)), "")
            if place and place != self.queue.current:
                self._go_to(place)

    def _open_filters(self) -> None:
        self.filter_button.setChecked(not self.filter_button.isChecked())
        (self.filters.words if self.filter_button.isChecked() else self).setFocus()

    def _copy(self) -> None:
        self.decision.flush()
        row = self._pairs.row(self.queue.key(self.queue.current))
        if row is not None:
            copy_pair(self.session, row, self._verdicts.get(row.id) or Verdict(row.id))

    def _lead(self, page: str) -> None:
        if self.queue.current:
            self.session.view_wanted.emit(page, self.queue.current)
