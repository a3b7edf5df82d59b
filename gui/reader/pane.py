"""The reader: heading, legend, find bar and text of one article, wired to the session."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from core import threshold
from core.model import Annotation, Article, Entity, Span, Status
from core.project import Kind, Touched
from core.text.arabic import is_arabic
from gui import theme, wording
from gui.actions import Actions, Scope, Spec
from gui.panels.elided_label import ElidedLabel
from gui.panels.message_bar import MessageBar
from gui.reader.card import plain_label, spoken
from gui.reader.commands import MarkCommands
from gui.reader.find_bar import FindBar
from gui.reader.hovering import Hovering
from gui.reader.legend import Legend
from gui.reader.relating import Relating
from gui.reader.view import ArticleView
from gui.session import Session
from gui.settings import Settings

LAST_ARTICLE = "last_article"  # the project's setting
_ZOOM = range(-5, 16)  # tenths
_KEYED_LABELS = 9
_OF_A_MARK = ("accept", "reject", "delete", "note", "apply_all", "accept_name", "reject_name", "cycle", "card")
_OF_A_NAME = ("apply_all", "accept_name", "reject_name", "next_occurrence", "previous_occurrence")
_OF_AN_ARTICLE = ("claim", "quote", "next_undecided", "previous_undecided", "next_mark", "previous_mark", "find")
_OF_AN_ARTICLE += ("details", "remove_article", "relate_to", "decide_many")
_KEEP_PLACE = 800  # ms after the last scroll


class ReaderPane(QWidget):
    """Shows one article of the project, reads it again when the session says so, and offers the mark commands.

    A `column` is one of several beside each other: what stands around them says which article it is, which marks are
    shown and where the editor left off. Commands speak to the pane that is in sight; of columns, to the one at hand.
    """

    article_changed = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: Actions,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        column: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._settings = session, actions, settings
        self._column = column
        self.view = ArticleView()
        self.commands = MarkCommands(session, self.view)
        self.banner = MessageBar(closable=False)
        self.relating = Relating(session, self.view, self.banner, actions["relate_to"].shortcut().toString())
        self.find_bar = FindBar()
        self.legend = Legend(settings.words("hidden_layers"), settings.words("hidden_labels"))
        self.hovering = Hovering(session, self.view, self.commands, self)
        self.card = self.hovering.card
        self.title = plain_label("")
        self.source = ElidedLabel() if column else plain_label("")
        self.source.setProperty("muted", True)
        self.font_hint = self._font_hint()
        self._in_sight = not column
        self._arrived = False  # at a passage without a mark: it is grounded until a mark becomes current
        self._before: list[Annotation] = []  # the marks before they were read last
        self._place_timer = QTimer(self, singleShot=True, interval=_KEEP_PLACE)
        self._place_timer.timeout.connect(self.keep_place)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty_page())
        self._pages.addWidget(self._article_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.banner)
        layout.addWidget(self._pages)
        self._connect()
        self._set_type()
        self._filter_changed()
        self._describe(None)

    @property
    def article_id(self) -> str:
        """The article that is shown, "" for none."""
        return self.view.article.id if self.view.article else ""

    def open(self, article_id: str, span: Span | None = None, reset: bool = False) -> None:
        """Show an article where the editor left it, at a passage, or (`reset`) at its beginning."""
        project = self._session.project
        if article_id != self.article_id:
            self.keep_place()
            article = project.article(article_id)
            if not self._session.read_only and not self._column:
                self._session.remember(LAST_ARTICLE, article_id)
            self.view.set_article(article, project.boilerplate(article_id))
            self._set_heading(article)
            self._reread()
            self.find_bar.set_text(article.text)
            self._pages.setCurrentIndex(1)
            place = project.setting(f"place/{article_id}")
            if span is None and place.isdigit() and not reset:
                self.view.show_at_top(int(place))
            self._describe(self.view.current)
            self.article_changed.emit(article_id)
        if span is not None:
            self._arrive(span)

    def _arrive(self, span: Span) -> None:
        """Put a passage in sight: its mark becomes current where it has one, so that it can be decided on at once."""
        self.view.select(next((mark.id for mark in self.view.annotations if mark.span == span), None), reveal=False)
        self.view.set_washes([] if self.view.current else [span], 0)
        self._arrived = self.view.current is None
        self.view.reveal(span)

    def clear(self) -> None:
        """No article: say what to do."""
        self.view.set_article(None)
        self._pages.setCurrentIndex(0)
        self._describe(None)

    def set_zoom(self, zoom: int) -> None:
        """Size of the text in tenths above or below the usual."""
        self._settings["zoom"] = min(max(zoom, _ZOOM[0]), _ZOOM[-1])
        self._set_type()

    def find(self) -> None:
        """Open the find bar with the selected words."""
        span = self.view.selected_span()
        query = self.view.text[span.start : span.end] if span and span.end - span.start < 80 else ""
        self.find_bar.open_bar(query, span.start if span else self.view.top_position())

    def set_face(self, family: str) -> None:
        """The editor's own choice of face; "" for the best that the system has."""
        self._settings["reader_font"] = family
        self._set_type()

    def keep_place(self) -> None:
        """Remember where the editor is in the article."""
        self._place_timer.stop()
        if self.article_id and not self._session.read_only and not self._column:
            self._session.remember(f"place/{self.article_id}", str(self.view.top_position()))

    def keep_filter(self) -> None:
        """Remember which layers and labels are hidden."""
        leave_out = self.legend.filter()
        self._settings["hidden_layers"] = " ".join(sorted(leave_out.layers))
        self._settings["hidden_labels"] = " ".join(sorted(leave_out.labels))

    def label_menu(self) -> QMenu:
        """The labels of the project with their keys, 1–9."""
        menu = QMenu(self.tr("Label"), self)
        for label in self._session.project.offered_labels()[:_KEYED_LABELS]:
            menu.addAction(self._actions[f"label_{label}"])
        return menu

    def _connect(self) -> None:
        actions, commands, view = self._actions, self.commands, self.view
        for number, label in enumerate(self._session.project.offered_labels()[:_KEYED_LABELS], 1):
            name = wording.word(wording.LABELS, label)
            spec = Spec(f"label_{label}", name, (str(number),), "", Scope.READER, edits=True)
            action = actions[spec.id] if spec.id in actions else actions.add(spec)
            action.triggered.connect(self._when_in_sight(lambda label=label: commands.label(label)))
        actions.attach(view, Scope.READER)
        for action_id, slot in {
            "accept": commands.accept,
            "reject": commands.reject,
            "delete": commands.delete,
            "apply_all": commands.apply_all,
            "accept_name": lambda: commands.decide_name(Status.ACCEPTED),
            "reject_name": lambda: commands.decide_name(Status.REJECTED),
            "claim": commands.claim,
            "quote": commands.quote,
            "note": commands.note,
            "next_mark": lambda: commands.step(True),
            "previous_mark": lambda: commands.step(False),
            "next_undecided": lambda: commands.step(True, undecided=True),
            "previous_undecided": lambda: commands.step(False, undecided=True),
            "decide_many": commands.decide_many,
            "next_occurrence": lambda: commands.step_occurrence(True),
            "previous_occurrence": lambda: commands.step_occurrence(False),
            "cycle": view.cycle,
            "leave_mark": self._leave_mark,
            "card": self.hovering.ask,
            "copy": view.copy,
            "find": self.find,
            "find_next": self._find_next,
            "find_previous": self._find_previous,
        }.items():
            actions[action_id].triggered.connect(self._when_in_sight(slot))
        if not self._column:
            # Columns are related to each other by the page that they stand on.
            actions["relate_to"].triggered.connect(self._when_in_sight(self.relating.take))
            for action_id, zoom in (
                ("zoom_in", lambda: self._settings["zoom"] + 1),
                ("zoom_out", lambda: self._settings["zoom"] - 1),
                ("zoom_reset", lambda: 0),
            ):
                actions[action_id].triggered.connect(lambda _=False, zoom=zoom: self.set_zoom(zoom()))
        actions["show_rejected"].toggled.connect(self.legend.set_show_rejected)
        view.zoom_wanted.connect(lambda step: actions["zoom_in" if step > 0 else "zoom_out"].trigger())
        view.menu_wanted.connect(self._menu)
        view.current_changed.connect(self._describe)
        view.verticalScrollBar().valueChanged.connect(lambda _: self._place_timer.start())
        self.legend.changed.connect(self._filter_changed)
        self.find_bar.found.connect(self._found)
        self.find_bar.closed.connect(lambda: view.setFocus(Qt.FocusReason.OtherFocusReason))
        self._session.changed.connect(self._refresh)
        self._session.walked.connect(self._follow)

    def _when_in_sight(self, slot: Callable[[], object]) -> Callable[..., None]:
        """Several readers share the actions: only the one at hand does what they say."""
        return lambda _checked=False: slot() if self._in_sight else None

    def _refresh(self, touched: Touched) -> None:
        if not self.article_id or (touched.articles and self.article_id not in touched.articles):
            return
        if Kind.ARTICLES in touched.kinds:
            if self.article_id not in self._session.project.article_ids():
                self.clear()
                return
            self.view.article = self._session.project.article(self.article_id)
            self._set_heading(self.view.article)
        if Kind.ANNOTATIONS in touched.kinds:
            self._reread()

    def _follow(self, touched: Touched) -> None:
        """Undo and redo lead back to the mark that they changed: the next key is meant for it."""
        if not self._in_sight or Kind.ANNOTATIONS not in touched.kinds or self.article_id not in touched.articles:
            return
        before = {mark.id: mark for mark in self._before}
        changed = [mark.id for mark in self.view.annotations if before.get(mark.id) != mark]
        if changed and (self.view.current is None or self.view.current.id not in changed):
            self.view.select(changed[0])

    def _set_heading(self, article: Article) -> None:
        title = article.title or article.file
        at_right = is_arabic(title) or self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        self.title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.title.setText(wording.directed(title))
        parts = (article.source, wording.day(article.published), article.author)
        self.source.setText(wording.listed(parts))
        self.source.setVisible(any(parts))

    def _reread(self) -> None:
        project = self._session.project
        self._before = self.view.annotations
        annotations = threshold.shown(project.annotations(self.article_id), project.threshold)
        self.legend.set_annotations(annotations)
        self.find_bar.set_notes((mark.span, mark.note) for mark in annotations if mark.note)
        self.view.set_annotations(annotations)

    def _filter_changed(self) -> None:
        self.view.set_filter(self.legend.filter())

    def _found(self, spans: list[Span], index: int | None) -> None:
        self._arrived = False
        self.view.set_washes(spans, index)
        if index is not None:
            self.view.reveal(spans[index])

    def _find_next(self) -> None:
        self.find_bar.next() if self.find_bar.isVisible() else self.find()

    def _find_previous(self) -> None:
        self.find_bar.previous() if self.find_bar.isVisible() else self.find()

    def _leave_mark(self) -> None:
        self.view.set_washes([])
        if self.view.selected_span() is None and self.relating.cancel():
            return
        self.view.set_selection(None)
        self.view.select(None)
        self.card.hide()

    def _set_type(self) -> None:
        size = self._settings["reader_size"] * (1 + self._settings["zoom"] / 10)
        font = theme.reader_font(self._settings["reader_font"], size)
        self.view.set_type(font, self._settings["line_height"])

    def set_in_sight(self, in_sight: bool) -> None:
        """Commands that speak of marks rest while another page covers the text, or another column has the keyboard."""
        was, self._in_sight = self._in_sight, in_sight
        if in_sight:
            self._describe(self.view.current)
        elif was:
            self._enable(None, opened=False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._column and not event.spontaneous():
            self.set_in_sight(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._column and not event.spontaneous():
            self.set_in_sight(False)

    def _describe(self, annotation: Annotation | None) -> None:
        """What a screen reader says of the current mark, and which commands have something to speak of."""
        self.view.setAccessibleDescription(spoken(annotation) if annotation else "")
        if annotation is not None and self._arrived:
            self._arrived = False
            self.view.set_washes([])
        if self._in_sight:
            self._enable(annotation, self.view.article is not None)

    def _enable(self, annotation: Annotation | None, opened: bool) -> None:
        for action_id in dict.fromkeys((*_OF_A_MARK, *_OF_A_NAME, *_OF_AN_ARTICLE)):
            edits = self._actions.spec(action_id).edits
            there = opened and (annotation is not None or action_id in _OF_AN_ARTICLE)
            there = there and (action_id not in _OF_A_NAME or isinstance(annotation.item, Entity))
            self._actions[action_id].setEnabled(there and not (edits and self._session.read_only))

    def _menu(self, place: QPoint) -> None:
        actions = self._actions
        menu = QMenu(self)
        if self.view.textCursor().hasSelection():
            ids = ("copy", None, "claim", "quote", "@labels", "relate_to", None, "find", "search")
        elif self.view.current is not None:
            ids = ("accept", "reject", "delete", None, "@labels", "claim", "note", "relate_to", None, "apply_all")
            ids += ("accept_name", "reject_name", "cycle", None, "find", "search")
        else:
            ids = ("next_undecided", "next_mark", None, "find", "search")
        actions.fill_menu(menu, ids, {"labels": self.label_menu()})
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _article_page(self) -> QWidget:
        page = QWidget()
        heading = QFont(self.title.font())
        heading.setPointSizeF(heading.pointSizeF() * 1.25)
        heading.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(heading)
        head = QVBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.source)
        line = QFrame()
        line.setFixedHeight(1)
        line.setProperty("line", True)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.legend)
        if self._column:
            head.setContentsMargins(10, 0, 10, 4)
            self.title.hide()
            self.legend.hide()
        layout.addWidget(line)
        layout.addWidget(self.font_hint)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        return page

    def _empty_page(self) -> QWidget:
        page = QWidget()
        title = QLabel(self.tr("No article is open"))
        title.setProperty("heading", True)
        what = QLabel(self.tr("Drop files or a folder here, or add them:"))
        what.setProperty("muted", True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for action_id in ("import_files", "import_folder"):
            button = self._actions.button(action_id)
            button.setProperty("framed", True)
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        for label in (title, what):
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(10)
        layout.addLayout(buttons)
        layout.addStretch(3)
        return page

    def _font_hint(self) -> QWidget:
        """A line that says so where the system has no face for Arabic."""
        hint = QLabel(
            self.tr(
                "This system has no Arabic font: letters may show as boxes. Install “Noto Naskh Arabic” and restart."
            )
        )
        hint.setWordWrap(True)
        hint.setContentsMargins(16, 8, 16, 8)
        hint.setProperty("banner", "error")
        hint.setVisible(not theme.arabic_families())
        return hint
