"""The matrix: which source answers which question, how, and where they part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, Qt, QTimer
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.errors import KnownError
from core.exporters.shown import SUFFIXES, export_shown, html_table, tsv
from core.model import Fact
from core.project import Kind, Touched
from gui import i18n, theme, views, wording
from gui.actions import Actions, Scope
from gui.matrix.answers import against, every, serious
from gui.matrix.menu import QuestionMenu
from gui.matrix.model import Answer, Filter, MatrixModel
from gui.matrix.painting import AnswerDelegate, QuestionHeader, row_height, title_height
from gui.matrix.passages import Passages
from gui.matrix.shown import headings, shown_rows
from gui.matrix.tools import MatrixTools
from gui.session import Session
from gui.settings import Settings

_SHARE = 0.28  # of the width for the questions
_QUESTION = (220, 380)  # pixels, least and most
_COLUMN = (170, 300)
_SCALE = 0.92  # of the window's size: as much as can be read at once
_KINDS = ("Excel", "CSV", "HTML")  # of SUFFIXES
_TITLES = 500  # so many titles of groups are made lower; of more, that would take its time
_PAUSE = 150  # ms after the last letter of a filter


class MatrixView(views.View):
    """`show_item` takes the ID of a fact."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(session, actions, settings)
        self._actions = actions
        self.model = MatrixModel(session, self)
        self._fact = ""  # whose passages are shown
        self._filtering = QTimer(self, singleShot=True, interval=_PAUSE)
        self._filtering.timeout.connect(self._filter)
        self.tools = MatrixTools(actions)
        self.table = QTableView()
        self.table.setItemDelegate(AnswerDelegate(self.table))
        self.header = QuestionHeader(self.table)
        self.table.setVerticalHeader(self.header)
        self.table.setAccessibleName(self.tr("Questions by source"))
        self.table.setShowGrid(True)
        self.table.setWordWrap(False)
        self.table.setCornerButtonEnabled(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        columns = self.table.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setHighlightSections(False)
        columns.setTextElideMode(Qt.TextElideMode.ElideRight)
        small = QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * _SCALE)
        self.table.setFont(small)
        self.header.setFont(small)
        self.header.setDefaultSectionSize(row_height(small))
        self.table.setModel(self.model)
        self.passages = Passages(session, actions, self.font())
        self.passages.hide()
        self.menu = QuestionMenu(session, actions, self.table, self._go, self)
        self.empty = QLabel()
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("muted", True)
        self.again = QPushButton(self.tr("Show all questions"))
        self.again.clicked.connect(self.tools.clear)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty_page())
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self._pages)
        self.split.addWidget(self.passages)
        self.split.setStretchFactor(0, 1)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.count.setContentsMargins(12, 2, 12, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tools)
        layout.addWidget(self.split, 1)
        layout.addWidget(self.count)
        self._connect()
        self._after_reset()

    # What is shown

    def show_item(self, item: object) -> None:
        """Put a question in sight, with its passages; the filter is taken off where it hides it."""
        if self.model.row_of(str(item)) < 0:
            self.tools.clear()
            self._filter()
        row = self.model.row_of(str(item))
        if row >= 0:
            self._go(row)
            self.show_row(row)

    def refresh(self, touched: Touched) -> None:
        if touched.kinds & {Kind.ARTICLES, Kind.FACTS}:
            index = self.table.currentIndex()
            line = self.model.line(index.row()) if index.isValid() else ""
            column = index.column()
            self.model.reload()
            self._after_reset()
            row = -1 if isinstance(line, str) else self.model.row_of(line.fact_id)
            if row >= 0:
                self._go(row, column)
            if self._fact and self.model.row_of(self._fact) < 0:
                self.close_passages()

    def state(self) -> dict[str, Any]:
        index = self.table.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else ""
        wanted = asdict(self.tools.wanted()) | {"left_out": sorted(self.tools.wanted().left_out)}
        fact = "" if isinstance(line, str) else line.fact_id
        source = self.model.columns[index.column()].name if fact else ""
        return {"filter": wanted, "fact": fact, "source": source, "open": bool(self._fact)}

    def restore(self, state: dict[str, Any]) -> None:
        self.tools.ask(Filter.read(state.get("filter")))
        self._filter()
        row = self.model.row_of(str(state.get("fact", "")))
        names = [source.name for source in self.model.columns]
        if row >= 0 and names:
            self._go(row, names.index(state["source"]) if state.get("source") in names else 0)
            if state.get("open"):
                self.show_cell(self.table.currentIndex())

    def set_reader_font(self, font: QFont) -> None:
        self.passages.set_reader_font(font)

    def focus_target(self) -> QWidget:
        return self.table if self.model.rowCount() else self.tools.words

    # Passages

    def show_cell(self, index: QModelIndex) -> None:
        """The passages of a cell, and then those that they stand against; of a silent one, those of all."""
        found = self.model.answers(index.row(), index.column()) if index.isValid() else []
        fact = self.model.fact_at(index.row()) if index.isValid() else None
        if fact is not None:
            self._show(index.row(), fact, [*found, *against(fact, found)])

    def show_row(self, row: int) -> None:
        """The passages of a question, the most serious first."""
        fact = self.model.fact_at(row)
        if fact is not None:
            self._show(row, fact, every(fact))

    def close_passages(self) -> None:
        """Back to the table alone."""
        self._fact = ""
        self.passages.hide()
        self._enable()

    # Inside

    def _show(self, row: int, fact: Fact, answers: list[Answer]) -> None:
        line = self.model.line(row)
        if isinstance(line, str):
            return
        self._fact = fact.id
        opened = self.passages.isHidden()
        self.passages.show_answers(line, fact, answers)
        self.passages.show()
        if opened:
            height = self.split.height()
            self.split.setSizes([height * 11 // 20, height * 9 // 20])
            self.table.scrollTo(self.table.currentIndex())
        self._enable()

    def _step(self, by: int) -> None:
        index = self.table.currentIndex()
        row = self.model.next_disputed(index.row() if index.isValid() else (-1 if by > 0 else 0), by)
        if row >= 0:
            self._go(row, self._answering(row, max(index.column(), 0)))
            self.show_row(row)

    def _answering(self, row: int, column: int = 0) -> int:
        """`column` where its source answers this question, else the first whose does."""
        places = (column, *range(self.model.columnCount()))
        return next((place for place in places if self.model.answers(row, place)), column)

    def _go(self, row: int, column: int = 0) -> None:
        index = self.model.index(row, min(max(column, 0), self.model.columnCount() - 1))
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def _beside(self) -> None:
        """The articles of the passages in sight, else those of the question at hand."""
        articles = self.passages.articles() if self._fact else []
        index = self.table.currentIndex()
        fact = self.model.fact_at(index.row()) if index.isValid() else None
        if fact is not None and len(articles) < 2:
            articles = [claim.article_id for claim in fact.claims]
        if articles:
            self.session.view_wanted.emit("beside", articles)
            if self._fact:
                self.session.view_wanted.emit("beside", self._fact)

    def _pairs(self) -> None:
        """The most serious relation of the question at hand, where it is decided."""
        index = self.table.currentIndex()
        fact = self.model.fact_at(index.row()) if index.isValid() else None
        if fact is not None and fact.relations:
            relation = serious(fact)[0]
            page = "review" if "review" in views.VIEWS else "contradictions"
            self.session.view_wanted.emit(page, fact.relation_id(relation))

    def _filter(self) -> None:
        self._filtering.stop()
        self.model.set_filter(self.tools.wanted())
        self._after_reset()

    def _after_reset(self) -> None:
        shown, every = self.model.count()
        self.tools.set_sources(self.model.sources)
        self.count.setText(
            self.tr("{shown} of {all} questions, {sources} sources").format(
                shown=wording.number(shown),
                all=wording.number(every),
                sources=wording.number(self.model.columnCount()),
            )
        )
        titles = self.model.titles() if self.model.rowCount() - shown <= _TITLES else ()
        for row in titles:
            self.header.resizeSection(row, title_height(self.header.font()))
        self._pages.setCurrentIndex(0 if shown else 1)
        self.again.setVisible(bool(every))
        self.empty.setText(
            self.tr("No question passes this filter.")
            if every
            else self.tr(
                "Nothing to compare yet. Add at least two articles on one story; questions appear by themselves."
            )
        )
        self._fit()
        self._enable()

    def _fit(self) -> None:
        """The questions take their share; the sources divide the rest, as long as a value can be read."""
        width = self.table.width()
        least, most = _QUESTION
        questions = min(max(int(width * _SHARE), least), most)
        self.header.set_width(questions)
        least, most = _COLUMN
        share = (width - questions - 16) // max(self.model.columnCount(), 1)
        columns = self.table.horizontalHeader()
        columns.setDefaultSectionSize(min(max(share, least), most))
        columns.resizeSections(QHeaderView.ResizeMode.Interactive)

    def _enable(self) -> None:
        index = self.table.currentIndex()
        here = index.isValid() and self.model.rowCount() > 0
        for action_id in ("matrix_beside", "matrix_pairs"):
            self._actions[action_id].setEnabled(here)
        for action_id in ("matrix_copy", "matrix_export", "matrix_next", "matrix_previous"):
            self._actions[action_id].setEnabled(self.model.count()[0] > 0)
        self._actions["matrix_leave"].setEnabled(not self.passages.isHidden())
        self.menu.questions.enable()

    # Out of the window

    def copy(self) -> None:
        """The selected rows, or all that is shown, for spreadsheets and documents."""
        chosen = sorted({index.row() for index in self.table.selectionModel().selectedIndexes()})
        rows = range(chosen[0], chosen[-1] + 1) if len(chosen) > 1 else None
        names = headings(self.model)
        cells = list(shown_rows(self.model, names, rows))
        data = QMimeData()
        data.setText(tsv(names, cells))
        data.setHtml(html_table(names, cells, i18n.language() == "ar"))
        QGuiApplication.clipboard().setMimeData(data)
        self.session.said.emit(self.tr("Copied %n question(s).", "", len(cells)))

    def export(self) -> None:
        """Ask where to, and write what is shown."""
        folder = self.settings["last_folder"] or str(self.session.project.path.parent)
        stem = f"{self.session.project.path.stem}-matrix"
        kinds = ";;".join(f"{name} (*{suffix})" for name, suffix in zip(_KINDS, SUFFIXES, strict=True))
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the table"), str(Path(folder) / f"{stem}{SUFFIXES[0]}"), kinds
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write what is shown; the suffix says in which format."""
        path = path if path.suffix in SUFFIXES else path.with_name(path.name + SUFFIXES[0])
        names, arabic = headings(self.model), i18n.language() == "ar"
        try:
            export_shown(path, self.session.project.path.stem, names, shown_rows(self.model, names), arabic)
        except KnownError as error:
            self.session.fail(error)
            return
        self.settings["last_folder"] = str(path.parent)
        self.session.said.emit(self.tr("Written: {}").format(f"\u2066{path}\u2069"))

    # Wiring

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self._begin()

    def _connect(self) -> None:
        actions = self._actions
        slots: dict[str, Callable[[], object]] = {
            "matrix_next": lambda: self._step(1),
            "matrix_previous": lambda: self._step(-1),
            "matrix_beside": self._beside,
            "matrix_pairs": self._pairs,
            "matrix_filter": self.tools.words.setFocus,
            "matrix_leave": self.close_passages,
            "matrix_copy": self.copy,
            "matrix_export": self.export,
        }
        for action_id, slot in slots.items():
            actions[action_id].triggered.connect(lambda _=False, slot=slot: slot() if self.isVisible() else None)
        for widget in (self.split, self.tools.sources):
            actions.attach(widget, Scope.MATRIX)
        self.tools.changed.connect(self._filtering.start)
        self.tools.words.returnPressed.connect(self._to_table)
        self.table.clicked.connect(self.show_cell)
        self.table.activated.connect(self.show_cell)
        self.table.selectionModel().currentChanged.connect(self._moved)
        self.header.sectionClicked.connect(self.show_row)
        self.passages.closed.connect(self.close_passages)
        theme.current().changed.connect(self.table.viewport().update)
        theme.current().changed.connect(self.header.viewport().update)

    def _to_table(self) -> None:
        self._filter()
        if self.model.rowCount():
            if not self.table.currentIndex().isValid():
                self._begin()
            self.table.setFocus()

    def _begin(self) -> None:
        """At the first question in dispute, and at an answer to it: with many sources the first may be silent on it."""
        row = max(self.model.next_disputed(-1, 1), 0)
        self._go(row, self._answering(row))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        """While passages are open they follow the keyboard."""
        self.header.viewport().update()
        self._enable()
        if self._fact and index.isValid():
            self.show_cell(index)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.again)
        for action_id in ("import_files", "import_folder"):
            button = self._actions.button(action_id)
            button.setProperty("framed", True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        layout.addWidget(self.empty)
        layout.addLayout(buttons)
        layout.addStretch(3)
        return page
