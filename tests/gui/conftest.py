"""Real windows on a small real project; no display is needed."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui_story import bridge_analysis, valley_analysis
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.project import Project
from gui import i18n
from gui.app import Application, Desk
from gui.main_window import MainWindow
from gui.settings import Settings


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """The program's own."""
    return Application


@pytest.fixture(autouse=True)
def _in_english(qapp: QApplication) -> None:
    """Each test begins in the language of the sources, whatever the one before left."""
    if i18n.language() != "en":
        i18n.install(qapp, "en")


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A project of two analysed articles, closed."""
    path = tmp_path / "desk.mizan"
    with Project.create(path) as project:
        analyses = [bridge_analysis(), valley_analysis()]
        project.import_articles([analysis.article for analysis in analyses])
        project.store_analysis(analyses)
        project.store_facts([])
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "mizan.ini")


@pytest.fixture
def open_desk(qapp: QApplication, qtbot: QtBot, settings: Settings) -> Iterator[Callable[..., Desk]]:
    """Opens the program on a project; every desk is closed at the end."""
    desks: list[Desk] = []

    def make(path: Path, create: bool = False, paths: tuple[Path, ...] = (), language: str = "") -> Desk:
        if language:
            settings["language"] = language
        desk = Desk(qapp, settings)
        desks.append(desk)
        desk.open(path, create, paths)
        window = desk.window
        assert window is not None
        if settings["geometry"].isEmpty():
            window.resize(1280, 800)
        qtbot.waitExposed(window).__enter__()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.wait(20)
        return desk

    yield make
    for desk in desks:
        desk.close()
        desk.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no window outlives its project
    qapp.processEvents()


@pytest.fixture
def desk(open_desk: Callable[..., Desk], project_path: Path) -> Desk:
    return open_desk(project_path)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The window with the article of the bridge open and the keyboard in it."""
    assert desk.window is not None
    window = desk.window
    window.reader.open(bridge_analysis().article.id)
    window.reader.view.setFocus()
    qtbot.waitUntil(window.reader.view.hasFocus)
    return window
