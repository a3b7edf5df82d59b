"""What there is to go to in a window: its actions, the articles, and what is read from the project beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.project import MatrixRow, Project
from core.text.arabic import fold
from gui import i18n, wording
from gui.action_table.spec import PAGES, Scope, Spec
from gui.actions import shown_key, translated
from gui.palette.entries import Entry, Group

if TYPE_CHECKING:
    from gui.main_window import MainWindow

_CHARTS = ("timeline", "overview")


def actions(window: MainWindow) -> Iterator[Entry]:
    """Every action, under its words in both languages, with its key and the page where it works."""
    table = window.actions_table
    here = window.tabs.page_id()
    for spec in table:
        action = table[spec.id]
        page = _page(spec, here)
        # Out of sight the actions of a page rest; they are asked again when it is there.
        enabled = action.isEnabled() or page != here
        where = translated(table.spec(f"tab_{page}").text) if page else ""
        detail = "  ".join(part for part in (where, shown_key(spec)) if part)
        text = action.text().replace("&", "").rstrip("…")
        words = fold(f"{text} {translated(spec.tip) if spec.tip else ''} {spec.text} {spec.tip}".replace("&", ""))
        yield Entry(Group.ACTIONS, text, detail, lambda spec=spec, page=page: _act(window, spec, page), words, enabled)


def articles(window: MainWindow) -> Iterator[Entry]:
    """The articles, as the list has them."""
    for item in window.articles.model.summaries:
        detail = wording.listed((item.source, wording.day(item.published)))
        words = fold(f"{item.title or item.file} {item.source}")
        title = wording.isolate(item.title or item.file)
        yield Entry(Group.ARTICLES, title, detail, lambda key=item.id: window.session.go_to(key), words)


def projects(window: MainWindow) -> Iterator[Entry]:
    """The projects that were open lately."""
    for path in window.settings.recent():
        if path != window.session.project.path:
            yield Entry(
                Group.PROJECTS,
                wording.isolate(path.stem),
                wording.path(path.parent),
                lambda path=path: window.project_wanted.emit(path, False),
                fold(str(path)),
            )


Read = tuple[list[MatrixRow], list[tuple[str, str, int]]]


def read(project: Project) -> Read:
    """Questions and names (name, label, marks). Long for large projects; touches no Qt."""
    return project.matrix_rows(), project.names()


def questions(window: MainWindow, found: Read) -> Iterator[Entry]:
    """What several sources answer."""
    arabic = i18n.language() == "ar"
    for row in found[0]:
        text = wording.led(row.question if arabic else row.question_en)
        words = fold(f"{row.question} {row.question_en}")
        yield Entry(
            Group.QUESTIONS, text, "", lambda key=row.fact_id: window.session.view_wanted.emit("matrix", key), words
        )


def names(window: MainWindow, found: Read) -> Iterator[Entry]:
    """Names of the project: all the places where they stand."""
    for name, label, count in found[1]:
        detail = f"{wording.word(wording.LABELS, label)}  {wording.number(count)}"
        yield Entry(Group.NAMES, wording.isolate(name), detail, lambda name=name: window.commands.search_for(name))


def _page(spec: Spec, here: str) -> str:
    """The page that an action works in, "" for everywhere."""
    if spec.scope is Scope.CHART and here in _CHARTS:
        return here
    return PAGES.get(spec.scope, "")


def _act(window: MainWindow, spec: Spec, page: str) -> None:
    if page and page != window.tabs.page_id():
        window.tabs.show_page(page)
    action = window.actions_table[spec.id]
    if action.isEnabled():
        action.trigger()
    else:
        words = QCoreApplication.translate("Palette", "There is nothing here that this could be done to.")
        window.session.said.emit(words)
