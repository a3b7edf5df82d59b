"""A window on the page of the matrix, with three sources on one harbour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from matrix_story import articles, facts
from pytestqt.qtbot import QtBot

from core.project import Project
from gui.main_window import MainWindow
from gui.matrix.view import MatrixView


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "harbour.mizan"
    with Project.create(made, "ليلى") as project:
        found = articles()
        project.import_articles(list(found.values()))
        project.store_facts(facts(found))
        project.mark_compared(project.count_edits())
    return made


@pytest.fixture
def window(open_desk: Callable, path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr("gui.jobs.Jobs.analyze", lambda *_: None)  # the facts are those of the story
    monkeypatch.setattr("gui.jobs.Jobs.compare", lambda *_: None)
    return open_desk(path, language="en").window


@pytest.fixture
def matrix(window: MainWindow, qtbot: QtBot) -> MatrixView:
    window.actions_table["tab_matrix"].trigger()
    view = window.tabs.view("matrix")
    qtbot.waitUntil(view.table.hasFocus)
    return view
