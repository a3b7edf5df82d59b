"""The pages of the window: made when first shown, told of what they missed, left with what was written saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFont

from core.project import Kind, Touched
from gui import views
from gui.actions import SPECS, Actions, Spec
from gui.main_window import MainWindow


class Probe(views.View):
    """Writes down what it is told."""

    def __init__(self, *parts: object) -> None:
        super().__init__(*parts)
        self.seen: list[Touched] = []
        self.items: list[object] = []
        self.fonts: list[QFont] = []
        self.flushed = 0

    def refresh(self, touched: Touched) -> None:
        self.seen.append(touched)

    def show_item(self, item: object) -> None:
        self.items.append(item)

    def set_reader_font(self, font: QFont) -> None:
        self.fonts.append(font)

    def flush(self) -> None:
        self.flushed += 1


@pytest.fixture
def window(open_desk: Callable, project_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(views, "VIEWS", {"probe": lambda: Probe})
    specs = (*SPECS, Spec("tab_probe", "Probe", ("Ctrl+9",)))
    monkeypatch.setattr(Actions.__init__, "__defaults__", (specs, None))
    return open_desk(project_path).window


def test_a_page_is_made_when_it_is_first_shown(window: MainWindow) -> None:
    assert not window.tabs.findChildren(Probe)
    window.actions_table["tab_probe"].trigger()
    assert window.tabs.page_id() == "probe"
    assert len(window.tabs.findChildren(Probe)) == 1
    window.actions_table["tab_article"].trigger()
    window.actions_table["tab_probe"].trigger()
    assert len(window.tabs.findChildren(Probe)) == 1


def test_another_view_asks_for_a_page_and_a_thing(window: MainWindow) -> None:
    window.session.view_wanted.emit("probe", "relation 7")
    probe = window.tabs.view("probe")
    assert probe.isVisible()
    assert probe.items == ["relation 7"]
    assert probe.fonts[-1] == window.reader.view.font()


def test_changes_wait_until_the_page_is_in_sight(window: MainWindow) -> None:
    window.actions_table["tab_probe"].trigger()
    probe = window.tabs.view("probe")
    facts, verdicts = Touched(frozenset({Kind.FACTS})), Touched(frozenset({Kind.VERDICTS}))
    window.session.announce(facts)
    assert probe.seen == [facts]
    window.actions_table["tab_article"].trigger()
    window.session.announce(facts)
    window.session.announce(verdicts)
    assert probe.seen == [facts]
    window.actions_table["tab_probe"].trigger()
    assert probe.seen == [facts, facts | verdicts]


def test_what_is_written_is_saved_when_the_window_closes(window: MainWindow) -> None:
    probe = window.tabs.view("probe")
    window.keep_state()
    assert probe.flushed == 1
