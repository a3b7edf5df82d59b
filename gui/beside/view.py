"""Side by side: two to four articles, the relations between their passages, and the verdict on one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from core.model import Verdict
from core.project import Kind, Touched
from gui import theme, views, wording
from gui.actions import Actions, Scope
from gui.beside.column import Choices, Column
from gui.beside.level import bring_level, follow
from gui.beside.links import MOST, SHOWN, articles_of, likely, read_links, span_of
from gui.beside.parts import Tools
from gui.beside.relate import RelateDialog
from gui.beside.row import ColumnRow
from gui.beside.strip import RelationStrip
from gui.compare.relation_model import Row
from gui.panels.empty_page import EmptyPage
from gui.reader.passage import Passage
from gui.session import Session
from gui.settings import Settings

ARTICLES = "beside_articles"  # the project's setting: their IDs


class BesideView(views.View):
    """`show_item` takes the key of a relation, the ID of a fact, or a list of article IDs."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(session, actions, settings)
        self._actions = actions
        self._font: QFont | None = None
        self._rows: list[Row] = []
        self._selected = ""
        self._current = 0  # the column at hand
        self._first: Passage | None = None  # what is being related
        self._following = False
        self.choices = Choices(self)
        self._tops: list[int] = []  # where columns are to begin once they are laid out: code points
        self.holder = ColumnRow(session, actions, settings, self.choices)
        self.columns, self.gutters, self.ribbons = self.holder.columns, self.holder.gutters, self.holder.ribbons
        self.strip = RelationStrip(session, actions)
        self.hint = QLabel()
        self.hint.setProperty("banner", True)
        self.hint.setContentsMargins(12, 6, 12, 6)
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.hide()
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.tools = Tools(actions)
        self.tools.shows_changed.connect(self._read_links)
        layout.addWidget(self.tools)
        layout.addWidget(self.hint)
        layout.addWidget(self.holder, 1)
        layout.addWidget(self.strip)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        nothing = EmptyPage(actions)
        nothing.say(
            self.tr("Add what two sources or more wrote about one story: related passages are then joined."), add=True
        )
        self._pages.addWidget(nothing)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._connect()
        self._read_articles()
        kept = session.project.setting(ARTICLES).split()
        self.show_articles(articles_of(session.project, kept) if len(kept) > 1 else likely(session.project))

    # What is shown

    def show_item(self, item: object) -> None:
        """Show the articles that `item` is about, and select the relation where it is one."""
        wanted = articles_of(self.session.project, item)
        shown = [column.article_id for column in self.columns]
        if wanted and not set(wanted) <= set(shown):
            self.show_articles(wanted)
        if isinstance(item, str) and wanted:
            if not self.select(item):
                self.tools.show_all()
                self.select(item)
            if not self._selected:
                row = next((row for row in self._rows if row.fact.id == item), None)
                self.select(row.id if row else "")

    def show_articles(self, article_ids: list[str]) -> None:
        """Put these articles beside each other, first where reading begins; one that is alone gets a neighbour."""
        wanted = list(dict.fromkeys(article_ids))[:MOST]
        if len(wanted) < 2:
            wanted += [key for key in self.session.project.article_ids() if key not in wanted][: 2 - len(wanted)]
        self._pages.setCurrentIndex(0 if len(wanted) > 1 else 1)
        self.holder.fit(len(wanted))
        for column, article_id in zip(self.columns, wanted, strict=True):
            column.open(article_id)
            column.close_button.setVisible(len(wanted) > 2)
        if not self.session.read_only and len(wanted) > 1:
            self.session.remember(ARTICLES, " ".join(wanted))
        self._current = min(self._current, max(len(self.columns) - 1, 0))
        self._settling.start()
        self._read_links()

    def refresh(self, touched: Touched) -> None:
        if Kind.ARTICLES in touched.kinds:
            self._read_articles()
            there = set(self.session.project.article_ids())
            kept = [column.article_id for column in self.columns if column.article_id in there]
            if len(kept) < max(len(self.columns), 2):
                self.show_articles(kept if kept else likely(self.session.project))
                return
        if touched.kinds & {Kind.ARTICLES, Kind.FACTS}:
            self._read_links()
        elif Kind.VERDICTS in touched.kinds:
            self._show_selected()

    def shows_article(self, article_id: str) -> bool:
        return article_id in [column.article_id for column in self.columns]

    def state(self) -> dict[str, Any]:
        return {
            "articles": [column.article_id for column in self.columns],
            "shows": sorted(map(str, self.tools.shows())),
            "relation": self._selected,
            "column": self._current,
            "tops": self._tops or [column.view.top_position() for column in self.columns],
            "together": self._actions["scroll_together"].isChecked(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        there = set(self.session.project.article_ids())
        kept = [key for key in state.get("articles", ()) if key in there]
        if len(kept) > 1:
            self.show_articles(kept)
        self.tools.choose(state.get("shows", ()))
        self._actions["scroll_together"].setChecked(bool(state.get("together", True)))
        self._current = min(int(state.get("column", 0)), max(len(self.columns) - 1, 0))
        if kept == state.get("articles"):
            self._tops = [int(top) for top in state.get("tops", ())]
        self.select(str(state.get("relation", "")))

    def set_reader_font(self, font: QFont) -> None:
        self._font = font
        self._settling.start()

    def focus_target(self) -> QWidget:
        return self.columns[self._current].view if self.columns else self

    # Relations

    def select(self, relation_id: str) -> bool:
        """Make a relation the one that is spoken of, and bring both passages to one height; "" for none."""
        row = self._row_of(relation_id)
        self._selected = row.id if row else ""
        self.ribbons.selected = self._selected
        self._show_selected()
        if row is not None:
            self._level(row)
        self._moved()
        return row is not None

    def step(self, by: int) -> None:
        """Select the next or previous relation, from the top of the articles to their end, going round."""
        if self._rows:
            ids = [row.id for row in self._rows]
            here = ids.index(self._selected) if self._selected in ids else (-1 if by > 0 else 0)
            self.select(ids[(here + by) % len(ids)])

    @property
    def selected(self) -> str:
        """The relation that is spoken of."""
        return self._selected

    def relate(self) -> None:
        """Take the passage at hand; the second one that is taken is related to the first."""
        column = self.columns[self._current]
        passage = column.passage()
        if passage is None:
            self.session.said.emit(self.tr("Select words, or a mark, then relate them to a passage beside."))
        elif self._first is None or self._first.article_id == passage.article_id:
            self._first = passage
            key = self._actions["relate"].shortcut().toString()
            words = self.tr(
                "Relating “{words}”: go to the other article (F6), select the passage there, then {key}. Esc leaves."
            )
            self.hint.setText(words.format(words=wording.isolate(passage.shortened(60)), key=wording.isolate(key)))
            self.hint.show()
            self.next_column(1)
        else:
            first, self._first = self._first, None
            self.hint.hide()
            self.relate_passages(first, passage)

    def relate_passages(self, first: Passage, second: Passage) -> None:
        """Ask how the two stand, and keep it."""
        if self.session.read_only:
            return
        names = self.choices.name(first.article_id), self.choices.name(second.article_id)
        dialog = RelateDialog(first, second, names, self.window())
        known = {row.id for row in self._rows}
        if dialog.exec() == RelateDialog.DialogCode.Accepted and self.session.do(dialog.edit()):
            new = next((row.id for row in self._rows if row.id not in known), "")
            self.select(new or self._between(first, second))

    def _between(self, first: Passage, second: Passage) -> str:
        """A relation that joins the two passages already."""
        for row in self._rows:
            ends = {end.article_id: span_of(end) for end in (row.a, row.b)}
            if all(ends.get(each.article_id, each.span) == each.span for each in (first, second)):
                return row.id
        return ""

    # Columns

    def next_column(self, by: int) -> None:
        """Give the keyboard to the next or previous column."""
        if self.columns:
            self.columns[(self._current + by) % len(self.columns)].view.setFocus(Qt.FocusReason.TabFocusReason)

    def add_column(self) -> None:
        """One more article: the next of the list that is not there yet."""
        shown = [column.article_id for column in self.columns]
        more = next((key for key in self.session.project.article_ids() if key not in shown), "")
        if more and len(shown) < MOST:
            self.show_articles([*shown, more])
            self.columns[-1].chooser.setFocus()

    def close_column(self, number: int) -> None:
        """Take an article out of the page; two always stay."""
        if len(self.columns) > 2:
            self.show_articles([column.article_id for at, column in enumerate(self.columns) if at != number])
            self.columns[self._current].view.setFocus()

    def _choose(self, column: Column, article_id: str) -> None:
        """Another article in a column; where it stands in another one, the two change places."""
        shown = [other.article_id for other in self.columns]
        here = self.columns.index(column)
        if article_id in shown:
            shown[shown.index(article_id)] = shown[here]
        shown[here] = article_id
        self.show_articles(shown)
        column.view.setFocus()

    def _enter(self, number: int) -> None:
        """The keyboard is in this column: commands speak to it."""
        self._current = number
        self.holder.set_in_sight(number)
        self._offer()

    # Ribbons

    def _scrolled(self, column: Column) -> None:
        """Ribbons follow; the other columns too, where that is wanted."""
        if not self._following and self._actions["scroll_together"].isChecked() and self.isVisible():
            self._following = True
            follow(self.columns, column, self._rows)
            self._following = False
        self._moved()

    def _level(self, row: Row) -> None:
        self._following = True
        bring_level(self.columns, self.columns[self._current], row)
        self._following = False

    def _moved(self) -> None:
        """Something else is in sight now."""
        self.ribbons.forget()
        self._offer()
        self.holder.repaint_all()

    def _offer(self) -> None:
        """A knob beside the passage at hand."""
        if self.columns:
            passage = None if self.session.read_only else self.columns[self._current].passage()
            self.holder.offer(self._current, passage)

    def _settle(self) -> None:
        """Columns have their places now."""
        self.holder.settle(self._font or self.font())
        if self._tops and self.isVisible():
            for column, top in zip(self.columns, self._tops, strict=False):
                column.view.show_at_top(top)
            self._tops = []
        elif (row := self._row_of(self._selected)) is not None:
            self._level(row)
        self._moved()

    # Inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settling.start()
        if self.columns and not event.spontaneous():
            self.holder.set_in_sight(self._current)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.holder.set_in_sight(None)

    def _connect(self) -> None:
        actions = self._actions
        slots: dict[str, Callable[[], object]] = {
            "next_link": lambda: self.step(1),
            "previous_link": lambda: self.step(-1),
            "relate": self.relate,
            "add_column": self.add_column,
            "close_column": lambda: self.close_column(self._current),
            "next_column": lambda: self.next_column(1),
            "previous_column": lambda: self.next_column(-1),
            "leave_mark": self._leave,
            "link_review": self._review,
        }
        for action_id, slot in slots.items():  # leave_mark and the menu speak to other pages too
            actions[action_id].triggered.connect(lambda _=False, slot=slot: slot() if self.isVisible() else None)
        actions["scroll_together"].setChecked(True)
        actions["scroll_together"].toggled.connect(
            lambda on: self._scrolled(self.columns[self._current]) if on else None
        )
        actions.attach(self, Scope.BESIDE)
        row = self.holder
        row.entered.connect(self._enter)
        row.scrolled.connect(lambda number: self._scrolled(self.columns[number]))
        row.chosen.connect(lambda number, key: self._choose(self.columns[number], key))
        row.close_wanted.connect(self.close_column)
        row.pointed.connect(self._offer)
        row.dropped.connect(self.relate_passages)
        row.ribbon_clicked.connect(self.select)
        self.strip.closed.connect(lambda: self.select(""))
        theme.current().changed.connect(row.repaint_all)

    def _leave(self) -> None:
        """Esc: first what is being related, then the relation."""
        if self._first is not None:
            self._first = None
            self.hint.hide()
        else:
            self.select("")

    def _review(self) -> None:
        """Where there is room for the reason and a note."""
        page = "review" if "review" in views.VIEWS else "contradictions"
        self.session.view_wanted.emit(page, self._selected)

    def _read_articles(self) -> None:
        self.choices.set_summaries(self.session.project.summaries())
        for column in self.columns:
            column.follow_choices()
        self._actions["add_column"].setEnabled(self.choices.rowCount() > len(self.columns))

    def _read_links(self) -> None:
        """The relations between the articles that stand here."""
        ids = [column.article_id for column in self.columns]
        project = self.session.project
        every = read_links(project, ids, SHOWN, self.choices.name) if len(ids) > 1 else []
        self.tools.count(row.relation.show for row in every)
        shows = self.tools.shows()
        self._rows = [row for row in every if row.relation.show in shows]
        self.ribbons.set_content([column.view for column in self.columns], self._rows)
        if self._row_of(self._selected) is None:
            self._selected = self.ribbons.selected = ""
        self._actions["add_column"].setEnabled(len(ids) < min(MOST, self.choices.rowCount()))
        self._actions["close_column"].setEnabled(len(ids) > 2)
        self._show_selected()
        self._moved()

    def _show_selected(self) -> None:
        row = self._row_of(self._selected)
        verdict = self.session.project.verdicts().get(row.id, Verdict(row.id)) if row else Verdict("")
        if (row is None) is not self.strip.isHidden():
            self._settling.start()  # the columns get another height
        self.strip.show_row(row, verdict)
        here = next((at for at, each in enumerate(self._rows, 1) if each.id == self._selected), 0)
        self.tools.say_place(here, len(self._rows))

    def _row_of(self, relation_id: str) -> Row | None:
        return next((row for row in self._rows if row.id == relation_id), None)
