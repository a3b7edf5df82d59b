"""A program that was killed comes back to where the editor was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.project import Project
from gui.place import PLACE
from gui.settings import Settings

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from gui.app import Desk
from gui.settings import Settings
app = QApplication([])
folder = Path(sys.argv[1])
desk = Desk(app, Settings(folder / "other.ini"))
desk.open(folder / "desk.mizan")
def work():
    window = desk.window
    window.reader.open(window.articles.model.id_at(1))
    window.actions_table["next_mark"].trigger()
    window.actions_table["tab_review"].trigger()
    window.tabs.view("review").filters.words.setText("الجسر")
    QTimer.singleShot(2500, lambda: print("there", window.reader.article_id, window.reader.view.current.id, flush=True))
QTimer.singleShot(300, work)
app.exec()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no SIGKILL here")
def test_a_killed_program_comes_back_to_the_place(
    open_desk: Callable, project_path: Path, tmp_path: Path, settings: Settings, qtbot: QtBot
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, str(tmp_path)], stdout=subprocess.PIPE, text=True, env=environment
    )
    assert program.stdout is not None
    word, article, mark = program.stdout.readline().split()
    program.send_signal(signal.SIGKILL)
    program.wait(20)
    program.stdout.close()
    assert word == "there"

    window = open_desk(project_path).window
    qtbot.waitUntil(lambda: window.tabs.page_id() == "review")
    assert window.reader.article_id == article
    assert window.reader.view.current.id == mark
    assert window.tabs.view("review").filters.filter().words == "الجسر"


def test_what_is_kept_and_is_not_ours_is_passed_over(open_desk: Callable, project_path: Path) -> None:
    with Project.open(project_path) as project:
        project.set_setting(PLACE, '["neither", {')
    window = open_desk(project_path).window
    assert window.tabs.page_id() == "article"


def test_a_language_that_is_switched_keeps_the_page(open_desk: Callable, project_path: Path, qtbot: QtBot) -> None:
    desk = open_desk(project_path)
    desk.window.actions_table["tab_matrix"].trigger()
    desk.window.actions_table["language_en"].trigger()
    qtbot.waitUntil(lambda: desk.window.tabs.page_id() == "matrix")
