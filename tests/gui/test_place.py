"""A program that was killed comes back to where the editor was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.analyzing import analyze_project
from core.importers import Skipped, read_paths
from core.model import Show
from core.project import Project
from gui.place import PLACE
from gui.settings import Settings

SAMPLES = Path(__file__).parents[2] / "samples"
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


def test_each_page_comes_back_to_its_filter_and_selection(
    open_desk: Callable, tmp_path: Path, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("analyze", "compare"):
        monkeypatch.setattr(f"gui.jobs.Jobs.{name}", lambda *_: None)  # the facts are those of the samples
    path = tmp_path / "samples.mizan"
    with Project.create(path) as project:
        project.import_articles(item for item in read_paths([SAMPLES]) if not isinstance(item, Skipped))
        analyze_project(project)
        pair = project.relation_articles(project.relation_keys([Show.CONFLICT])[0].id)
        shown = [*pair, next(key for key in project.article_ids() if key not in pair)]
    desk = open_desk(path, language="en")
    window = desk.window

    def page(name: str) -> Any:
        window.actions_table[f"tab_{name}"].trigger()
        return window.tabs.view(name)

    matrix = page("matrix")
    matrix.tools.disputed.setChecked(True)
    matrix.tools.order.setCurrentIndex(matrix.tools.order.findData("sources"))
    matrix.tools.menu.aboutToShow.emit()
    matrix.tools.menu.actions()[-1].trigger()  # the source that says least is left out
    qtbot.waitUntil(lambda: matrix.model.filter.disputed)
    matrix._go(1, 1)
    matrix.show_cell(matrix.table.currentIndex())
    said = matrix.state()
    assert said["fact"]
    assert said["open"]
    assert said["filter"]["left_out"]

    beside = page("beside")
    beside.show_articles(shown)
    beside.tools.chips[Show.AGREE].setChecked(False)
    window.actions_table["scroll_together"].setChecked(False)
    beside.step(1)
    beside.columns[1].view.setFocus()
    qtbot.wait(50)  # columns find their places
    kept = beside.state()
    assert len(kept["articles"]) == 3
    assert kept["relation"]
    assert kept["column"] == 1

    timeline = page("timeline")
    qtbot.waitUntil(lambda: bool(timeline.moments))
    timeline.grouping.setCurrentIndex(1)
    timeline.shared.setChecked(False)
    qtbot.waitUntil(lambda: not timeline.reading._busy)
    timeline.chart.step(1)
    timeline.chart.zoom(1.0)
    drawn = timeline.state()
    assert drawn["moment"]

    timeline.shared.setChecked(True)  # what was read and drawn before does not keep it away
    qtbot.waitUntil(lambda: timeline.chart.current is None and not timeline.reading._busy)
    timeline.restore(drawn)
    qtbot.waitUntil(lambda: bool(timeline.chart.current))
    assert timeline.state()["moment"] == drawn["moment"]

    desk.close()
    window = open_desk(path).window
    assert window.tabs.page_id() == "timeline"
    timeline = window.tabs.view("timeline")
    qtbot.waitUntil(lambda: bool(timeline.chart.current))
    again = timeline.state()
    assert again.pop("days") == pytest.approx(drawn.pop("days"))
    assert again == drawn
    assert page("matrix").state() == said
    assert not window.tabs.view("matrix").passages.isHidden()
    beside = page("beside")
    qtbot.wait(30)
    back = beside.state()
    assert back.pop("tops") == pytest.approx(kept.pop("tops"), abs=120)  # code points: to the line or two
    assert back == kept
    assert not window.actions_table["scroll_together"].isChecked()
