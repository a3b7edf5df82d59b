"""The pages of the window: one table of those beside the article, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from core.project import Touched
from gui.actions import Actions, translated
from gui.session import Session
from gui.settings import Settings


class View(QWidget):
    """A page of the window.

    While it is in sight, `refresh` is called with each change; what changes while it is out of sight is gathered and
    given to it when it comes back.
    """

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self.session, self.actions_table, self.settings = session, actions, settings
        self._missed = Touched()
        session.changed.connect(self._on_changed)

    def refresh(self, touched: Touched) -> None:
        """Read again what `touched` names, and keep the place."""

    def show_item(self, item: object) -> None:
        """Put in sight what another view asked for with `Session.view_wanted`; each view says what it takes."""

    def shows_article(self, _article_id: str) -> bool:
        """Whether the text of an article is on this page: undo there needs no other page."""
        return False

    def set_reader_font(self, font: QFont) -> None:
        """Follow the face and the size of the articles."""

    def flush(self) -> None:
        """Save what is being written: the page is left or the window closes."""

    def state(self) -> dict[str, Any]:
        """Where the editor is in the page, as JSON has it: what `restore` takes after a restart."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Go where `state` says, as far as that is still there."""

    def focus_target(self) -> QWidget:
        """Which widget takes the keyboard when the page is shown."""
        return self

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        missed, self._missed = self._missed, Touched()
        if missed:
            self.refresh(missed)

    def _on_changed(self, touched: Touched) -> None:
        if self.isVisible():
            self.refresh(touched)
        else:
            self._missed |= touched


def _contradictions() -> type[View]:
    from gui.compare.page import ContradictionsPage

    return ContradictionsPage


def _review() -> type[View]:
    from gui.review.page import ReviewPage

    return ReviewPage


def _matrix() -> type[View]:
    from gui.matrix.view import MatrixView

    return MatrixView


def _beside() -> type[View]:
    from gui.beside.view import BesideView

    return BesideView


def _timeline() -> type[View]:
    from gui.timeline.page import TimelinePage

    return TimelinePage


def _overview() -> type[View]:
    from gui.overview.page import OverviewPage

    return OverviewPage


def _adjudicate() -> type[View]:
    from gui.adjudicate.page import AdjudicatePage

    return AdjudicatePage


# In the order of their tabs. The import is inside, so that opening the window loads none of them; the words and the
# key of a page are those of its action, "tab_<id>".
VIEWS: dict[str, Callable[[], type[View]]] = {
    "contradictions": _contradictions,
    "review": _review,
    "beside": _beside,
    "matrix": _matrix,
    "timeline": _timeline,
    "overview": _overview,
    "adjudicate": _adjudicate,
}


class Pages(QTabWidget):
    """The tabs. A page is an id; `show_page` goes there, with the thing to put in sight where there is one."""

    def __init__(self, session: Session, actions: Actions, settings: Settings) -> None:
        super().__init__(documentMode=True)
        self._session, self._actions, self._settings = session, actions, settings
        self._font: QFont | None = None
        self._ids: list[str] = []
        self._holders: dict[str, QWidget] = {}
        self._made: dict[str, View] = {}
        self.states: dict[str, Any] = {}  # by page: where the editor was in those that are not made yet
        self.currentChanged.connect(self._make)
        session.view_wanted.connect(self.show_page)

    def add_page(self, page_id: str, widget: QWidget) -> None:
        """A page that is there already."""
        self._ids.append(page_id)
        self.addTab(widget, translated(self._actions.spec(f"tab_{page_id}").text))
        self._actions[f"tab_{page_id}"].triggered.connect(lambda: self.show_page(page_id))

    def add_views(self) -> None:
        """A tab for every line of the table; each is empty until it is shown."""
        for view_id in VIEWS:
            self._holders[view_id] = QWidget()
            self.add_page(view_id, self._holders[view_id])

    def has(self, page_id: object) -> bool:
        """Whether there is such a page."""
        return page_id in self._ids

    def read_states(self) -> dict[str, Any]:
        """By page: where the editor is, or was in the last session."""
        return self.states | {view_id: view.state() for view_id, view in self._made.items()}

    def page_id(self) -> str:
        """The page in sight."""
        return self._ids[self.currentIndex()]

    def shows_article(self, article_id: str) -> bool:
        """Whether the page in sight, one of the table, shows the text of an article."""
        page_id = self.page_id()
        return page_id in self._made and self._made[page_id].shows_article(article_id)

    def view(self, view_id: str) -> View:
        """A page of the table, made where it is not yet."""
        self._make(self._ids.index(view_id))
        return self._made[view_id]

    def show_page(self, page_id: str, item: object = None) -> None:
        """Go to a page, give it the keyboard and, where one is given, the thing to put in sight."""
        self.setCurrentIndex(self._ids.index(page_id))
        if page_id in VIEWS:
            view = self.view(page_id)
            if item is not None:
                view.show_item(item)
            view.focus_target().setFocus()

    def set_reader_font(self, font: QFont) -> None:
        """For the pages made and those to come."""
        self._font = font
        for view in self._made.values():
            view.set_reader_font(font)

    def flush(self) -> None:
        """Save what is being written in any page."""
        for view in self._made.values():
            view.flush()

    def _make(self, index: int) -> None:
        page_id = self._ids[index] if index >= 0 else ""
        if page_id not in VIEWS or page_id in self._made:
            return
        view = VIEWS[page_id]()(self._session, self._actions, self._settings)
        if self._font is not None:
            view.set_reader_font(self._font)
        self._made[page_id] = view
        if isinstance(state := self.states.get(page_id), dict):
            view.restore(state)
        layout = QVBoxLayout(self._holders[page_id])
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(view)
        view.show()
