"""Long work beside a window that stays awake."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from gui.app import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_BRIDGE = "قال الوزير سامر نجار يوم الأحد إن كلفة جسر النهر بلغت {} مليون دولار وإن العمل فيه انتهى.\nالمصدر: {}\n"


def write_story(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = _BRIDGE.format(40 + number, f"وكالة {number}")
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_is_imported_analysed_and_shown(open_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot) -> None:
    folder = write_story(tmp_path / "story", 4)
    (folder / "empty.txt").write_bytes(b"")
    steps: list[tuple[int, int]] = []
    gaps = [time.perf_counter()]
    pulse = QTimer(interval=5)
    pulse.timeout.connect(lambda: gaps.append(time.perf_counter()))
    pulse.start()
    desk = open_desk(tmp_path / "story.mizan", True, (folder,))
    window = desk.window
    window.jobs.progress.connect(lambda done, total: steps.append((done, total)))
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    pulse.stop()
    assert window.articles.model.rowCount() == 4
    assert window.reader.article_id
    assert all(summary.analysed for summary in window.session.project.summaries())
    assert steps
    assert window.message_bar.isVisible()
    assert "empty.txt" in window.message_bar.text.text()
    assert window.tabs.page_id() == "contradictions"
    longest = max(b - a for a, b in pairwise(gaps[5:]))
    assert longest < 0.5, f"the window slept for {longest:.2f} s"


def test_the_same_folder_again_adds_nothing(open_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot) -> None:
    folder = write_story(tmp_path / "story", 2)
    first = open_desk(tmp_path / "story.mizan", True, (folder,))
    qtbot.waitUntil(lambda: not first.window.jobs.busy, timeout=60000)
    first.close()
    again = open_desk(tmp_path / "story.mizan", False, (folder,))
    qtbot.waitUntil(lambda: not again.window.jobs.busy, timeout=60000)
    assert again.window.articles.model.rowCount() == 2


def test_work_can_be_stopped_and_goes_on_later(open_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot) -> None:
    folder = write_story(tmp_path / "story", 30)
    desk = open_desk(tmp_path / "story.mizan", True, (folder,))
    window = desk.window
    qtbot.waitUntil(lambda: len(window.session.project.pending_ids()) > 0, timeout=60000)
    window.actions_table["cancel"].trigger()
    assert not window.jobs.busy
    assert len(window.session.project.article_ids()) == 30
    window.actions_table["analyze"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=60000)
    assert window.session.project.pending_ids() == []


def test_closing_drains_the_workers(open_desk: Callable[..., Desk], tmp_path: Path, qtbot: QtBot) -> None:
    folder = write_story(tmp_path / "story", 30)
    desk = open_desk(tmp_path / "story.mizan", True, (folder,))
    jobs = desk.window.jobs
    qtbot.waitUntil(lambda: jobs._pool is not None, timeout=10000)
    workers = jobs._pool
    desk.close()
    with pytest.raises(RuntimeError):
        workers.submit(print)
