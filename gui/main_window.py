"""The window: article list, reader, inspector, contradictions and search around one session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.model import Annotation, Span
from core.project import HistoryEntry, Kind, Touched
from gui import i18n, qt, theme, wording
from gui.actions import Actions, Scope, shown_key, translated
from gui.importing import Importing
from gui.jobs import ImportResult, Jobs
from gui.menus import fill_menus
from gui.panels.article_list import ArticleList, dropped_paths
from gui.panels.inspector import Inspector
from gui.panels.message_bar import MessageBar
from gui.panels.status import StatusLine
from gui.panels.undone_bar import UndoneBar
from gui.place import Place
from gui.reader.pane import LAST_ARTICLE, ReaderPane
from gui.search.panel import SearchPanel
from gui.session import Session
from gui.settings import Settings
from gui.team_commands import TeamCommands
from gui.views import Pages
from gui.window_commands import WindowCommands

if TYPE_CHECKING:
    from gui.compare.panel import ContradictionsPanel
    from gui.first_run import FirstRun

_SIZE = (1280, 800)
_SIDE = 280  # pixels
_SETTLE = 2500  # ms after the last edit before all is compared anew


class MainWindow(QMainWindow):
    """Builds the parts and connects them; each part keeps itself up to date from the session."""

    language_wanted = Signal(str)
    rebuild_wanted = Signal()  # the same window anew: its keys or labels are others
    project_wanted = Signal(object, bool)  # path, whether it is to be made

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session, self.settings = session, settings
        self._tagset = session.project.tagset()
        theme.current().colour_labels({spec.label: spec.colour for spec in self._tagset if spec.colour})
        wording.name_labels({spec.label: spec.name for spec in self._tagset if spec.name})
        self.actions_table = Actions(self, keys=settings.keys())
        self.jobs = Jobs(session, self)
        self.jobs.engine = settings["engine"]
        self._show_first_conflict = False
        self.first_run: FirstRun | None = None
        self._compare_timer = QTimer(self, singleShot=True, interval=_SETTLE)
        self._compare_timer.timeout.connect(self.jobs.compare)
        self.reader = ReaderPane(session, self.actions_table, settings)
        self.importing = Importing(session, self.jobs, self.reader, self)
        self.articles = ArticleList(session, self.actions_table)
        self.inspector = Inspector(session, self.actions_table)
        self.search = SearchPanel(session)
        self.read_only_bar = MessageBar(closable=False)
        self.message_bar = MessageBar()
        self.undone_bar = UndoneBar(session, self.actions_table)
        self.setWindowTitle(self._title())
        self.setWindowIcon(theme.icon("mizan"))
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self._lay_out()
        fill_menus(self)
        self._connect()
        self._restore()
        self.place = Place(session, self.tabs, self.reader.view, self)

    def start(self, paths: Sequence[Path] = ()) -> None:
        """Bring the editor to work: new articles first, else where the last session ended."""
        last = self.session.project.setting(LAST_ARTICLE)
        ids = self.session.project.article_ids()
        if not ids:
            self.docks["articles"].raise_()
        self._show_beginning(not ids)
        if last in ids:
            self.reader.open(last)
        elif ids:
            self.reader.open(self.articles.model.id_at(0))
        self._show_first_conflict = bool(paths)
        if paths and not self.session.read_only:
            self.import_and_show(paths)
        elif not self.session.read_only and self.session.project.pending_ids():
            self.jobs.analyze()
        elif paths:
            self._analysed()
        (self.reader.view if ids or not self.first_run else self.first_run.samples).setFocus()
        self.place.follow() if paths else self.place.restore()
        self.team.start()

    def import_and_show(self, paths: Sequence[Path]) -> None:
        """Bring articles in as they are, and show the first contradiction among them."""
        self._show_first_conflict = True
        self.jobs.import_paths(paths)

    def open_paths(self, paths: Sequence[Path], ask: bool = False) -> None:
        """What was dropped or chosen: a project is opened, else it is imported, with `ask` after a look."""
        projects = [path for path in paths if path.suffix == ".mizan"]
        if len(projects) > 1:
            self.team.merge(projects)
        elif projects and self.team.take(projects[0]):
            return
        elif projects:
            self.project_wanted.emit(projects[0], False)
        elif self.session.read_only:
            self.message_bar.show_error(
                self.tr("This project is open for reading only, so nothing can be added to it.")
            )
        elif paths:
            self._show_first_conflict = not self.session.project.article_ids()
            self.importing.take(paths, ask)

    @property
    def contradictions(self) -> ContradictionsPanel:
        """The panel of contradictions, made where it is not yet."""
        page: Any = self.tabs.view("contradictions")
        return page.panel

    def set_face(self, family: str) -> None:
        """The face of the articles, in the reader and beside it."""
        self.reader.set_face(family)
        self._follow_zoom()

    def keep_state(self) -> None:
        """Remember where the editor is."""
        self.tabs.flush()
        self.inspector.flush()
        self.reader.keep_place()
        self.place.keep()
        self.reader.keep_filter()
        self.settings["geometry"] = self.saveGeometry()
        self.settings[self._state_key()] = self.saveState()
        self.settings["beside"] = self.beside.saveState()
        self.settings.sync()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep_state()
        self.jobs.close()
        self.commands.close()
        # The project may be closed before this window is deleted: nothing may come and ask it.
        for timer in qt.children(self, QTimer):
            timer.stop()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        words = event.source() is None and not self.session.read_only and (data.hasText() or data.hasHtml())
        if dropped_paths(data) or words:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if paths := dropped_paths(event.mimeData()):
            self.open_paths(paths)
        else:
            self.importing.take_in(event.mimeData())

    # Parts

    def _lay_out(self) -> None:
        center = QWidget()
        layout = QVBoxLayout(center)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.read_only_bar)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.undone_bar)
        self.beside = QSplitter(Qt.Orientation.Horizontal)
        self.beside.setChildrenCollapsible(False)
        self.beside.setHandleWidth(1)
        self.beside.addWidget(self.reader)
        self.beside.addWidget(self.inspector)
        self.beside.setStretchFactor(0, 1)
        self.beside.setStretchFactor(1, 0)
        self.beside.setSizes([_SIZE[0] - 2 * _SIDE, _SIDE])
        self.tabs = Pages(self.session, self.actions_table, self.settings)
        # Without articles the ways to begin stand in their place.
        self.article_page = QStackedWidget()
        self.article_page.addWidget(self.beside)
        self.tabs.add_page("article", self.article_page)
        self.tabs.add_views()
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(center)
        # Areas of docks are not mirrored by Qt.
        arabic = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start = Qt.DockWidgetArea.RightDockWidgetArea if arabic else Qt.DockWidgetArea.LeftDockWidgetArea
        self.docks: dict[str, QDockWidget] = {}
        for name, title, widget in (
            ("articles", self.tr("Articles"), self.articles),
            ("search", self.tr("Search"), self.search),
        ):
            dock = QDockWidget(title)
            dock.setObjectName(name)
            dock.setTitleBarWidget(QWidget())
            dock.setWidget(widget)
            self.addDockWidget(start, dock)
            self.docks[name] = dock
        self.setTabPosition(start, QTabWidget.TabPosition.North)
        self.tabifyDockWidget(self.docks["articles"], self.docks["search"])
        self.docks["articles"].raise_()
        self.resizeDocks([self.docks["articles"]], [_SIDE], Qt.Orientation.Horizontal)
        self.status = StatusLine(self.session, self.jobs, self.actions_table, self)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        actions, session = self.actions_table, self.session
        actions.attach(self, Scope.WINDOW)
        self.commands = WindowCommands(self)
        self.team = TeamCommands(self)
        for action_id in ("zoom_in", "zoom_out", "zoom_reset"):
            actions[action_id].triggered.connect(self._follow_zoom)
        self.articles.chosen.connect(self._open_article)
        session.passage_wanted.connect(self._open_article)
        self.articles.dropped.connect(self.open_paths)
        self.reader.article_changed.connect(self.articles.mark_current)
        self.reader.view.current_changed.connect(self._show_mark)
        session.changed.connect(self._refresh)
        session.walked.connect(self._follow)
        self.reader.commands.ran_out.connect(self._go_on)
        session.failed.connect(self.message_bar.show_error)
        self.jobs.imported.connect(self._imported)
        self.session.work_wanted.connect(self.jobs.work)
        self.jobs.analysed.connect(self._analysed)
        self._refresh(Touched())
        self._follow_zoom()

    def _restore(self) -> None:
        self.resize(*_SIZE)
        if not self.settings["geometry"].isEmpty():
            self.restoreGeometry(self.settings["geometry"])
        if not self.settings[self._state_key()].isEmpty():
            self.restoreState(self.settings[self._state_key()])
        if not self.settings["beside"].isEmpty():
            self.beside.restoreState(self.settings["beside"])
        if self.session.read_only:
            who = self.session.project.holder
            sentence = self.tr("Open for reading only: {} has this project open. What you do here is not saved.")
            if not who:
                sentence = self.tr("Open for reading only: the file is write-protected. What you do here is not saved.")
            self.read_only_bar.show_notice(sentence.format(wording.isolate(who)))

    # What happens

    def _show_beginning(self, shown: bool) -> None:
        """The ways to begin, made where there is nothing else to show."""
        if shown and self.first_run is None:
            from gui.first_run import FirstRun

            self.first_run = FirstRun(self.actions_table, self.settings, self.session.project.path)
            self.first_run.project_chosen.connect(lambda path: self.project_wanted.emit(path, False))
            self.article_page.addWidget(self.first_run)
        began = not shown and self.article_page.currentIndex() == 1
        self.article_page.setCurrentIndex(1 if shown else 0)
        if began and self.article_page.isVisible():
            self.reader.view.setFocus()

    def _refresh(self, touched: Touched) -> None:
        """Undo and redo say what they would do; what facts stand on may have changed."""
        if Kind.ARTICLES in touched.kinds:
            self._show_beginning(not self.session.project.article_ids())
        if Kind.SETTINGS in touched.kinds and self.session.project.tagset() != self._tagset:
            QTimer.singleShot(0, self, self.rebuild_wanted.emit)
        project = self.session.project
        if project.comparison_is_stale and not self.jobs.busy:
            self._compare_timer.start()
        for action_id, entry, text in (
            ("undo", project.can_undo, self.tr("Undo: {}")),
            ("redo", project.can_redo, self.tr("Redo: {}")),
        ):
            action = self.actions_table[action_id]
            spec = self.actions_table.spec(action_id)
            said = text.format(wording.step_name(entry)) if entry else translated(spec.text)
            action.setEnabled(entry is not None and not self.session.read_only)
            action.setText(said)
            action.setIconText(translated(spec.text))
            action.setToolTip(f"{said} ({shown_key(spec)})" if spec.keys else said)
            action.setStatusTip(said)

    def _open_article(self, article_id: str, span: Span | None = None) -> None:
        if article_id != self.reader.article_id and article_id not in self.session.project.article_ids():
            self.message_bar.show_error(self.tr("This article is no longer in the project."))
            return
        self.reader.open(article_id, span)
        self.tabs.show_page("article")

    def _go_on(self, forward: bool) -> None:
        """The marks of this article are decided: on to the next article of the list that has undecided ones."""
        model = self.articles.model
        here = model.row_of(self.reader.article_id)
        rows = range(here + 1, model.rowCount()) if forward else range(here - 1, -1, -1)
        for row in rows:
            if model.summary_at(row).suggested:
                self.session.said.emit(self.tr("On to the next article: no undecided mark was left in the last one."))
                self.reader.open(model.id_at(row), reset=True)
                self.reader.commands.step(True, undecided=True)
                return
        self.session.said.emit(self.tr("No undecided mark further on, in this article and those after it."))

    def _follow(self, touched: Touched, step: HistoryEntry) -> None:
        """Undo and redo are seen where they happen, with the mark that they changed the current one."""
        if Kind.ANNOTATIONS not in touched.kinds or self.reader.article_id in touched.articles:
            return
        if any(self.tabs.shows_article(key) for key in touched.articles):
            return
        where = [key for key in self.session.project.article_ids() if key in touched.articles]
        mark = self.session.project.first_mark_of(step)
        if mark and mark.article_id in where:
            self._open_article(mark.article_id)
            self.reader.view.select(mark.id)
        elif where:
            self._open_article(where[0])

    def _show_mark(self, annotation: Annotation | None) -> None:
        self.inspector.show_mark(annotation, self.reader.view.article)

    def _imported(self, _result: ImportResult) -> None:
        if not self.reader.article_id and self.session.project.article_ids():
            self.articles.reload()
            self.reader.open(self.articles.model.id_at(0))

    def _analysed(self) -> None:
        if self._show_first_conflict:
            self._show_first_conflict = False
            self.actions_table["tab_contradictions"].trigger()
            if self.contradictions.select_first_undecided() and (row := self.contradictions.current_row()):
                self.reader.open(row.a.article_id, Span(row.a.claim.start, row.a.claim.end))

    def _follow_zoom(self) -> None:
        self.tabs.set_reader_font(self.reader.view.font())

    def _state_key(self) -> str:
        return f"window_state_{i18n.language()}"

    def _title(self) -> str:
        return self.tr("{} — Mizan").format(self.session.project.path.stem)
