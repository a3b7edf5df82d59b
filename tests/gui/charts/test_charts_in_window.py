"""Timeline and overview in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui import theme
from gui.overview.page import OverviewPage
from gui.timeline.page import TimelinePage


@pytest.fixture
def desk(open_desk: Callable, project_path: Path) -> object:
    return open_desk(project_path, language="ar")


def test_both_pages_live_through_another_language_and_other_colours(desk, qtbot: QtBot) -> None:
    for key, page_id, kind in ((Qt.Key.Key_6, "timeline", TimelinePage), (Qt.Key.Key_7, "overview", OverviewPage)):
        qtbot.keyClick(desk.window, key, Qt.KeyboardModifier.ControlModifier)
        page = desk.window.tabs.view(page_id)
        assert isinstance(page, kind)
        assert page.isVisible()
        del page
    desk.window.actions_table["theme_dark"].trigger()
    assert desk.window.tabs.view("timeline").chart.tokens is theme.DARK
    desk.window.actions_table["language_en"].trigger()
    qtbot.waitUntil(lambda: desk.window is not None and desk.window.layoutDirection() is Qt.LayoutDirection.LeftToRight)
    desk.window.actions_table["theme_light"].trigger()
    for page_id in ("timeline", "overview"):
        desk.window.actions_table[f"tab_{page_id}"].trigger()
        assert desk.window.tabs.view(page_id).chart.tokens is theme.LIGHT
    overview = desk.window.tabs.view("overview")
    qtbot.waitUntil(lambda: overview.found is not None)
    assert "2 articles" in overview.numbers.text()
    assert not overview.chart.mirrored
