"""What is read beside the window comes back, known errors too, and never too late."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.project import Project
from gui.charts.reading import Reading


def test_of_several_readings_the_latest_comes_last(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "story.mizan"
    Project.create(path).close()
    owner = QObject()
    reading = Reading(owner)
    told: list[object] = []
    reading.done.connect(told.append)
    for number in range(5):
        reading.start(path, lambda project, number=number: (number, len(project.summaries())))
    qtbot.waitUntil(lambda: (4, 0) in told)
    assert told == [(0, 0), (4, 0)]
    reading.close()


def test_a_known_error_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QObject()
    reading = Reading(owner)
    with qtbot.waitSignal(reading.failed) as failed:
        reading.start(tmp_path / "none.mizan", lambda project: project.summaries())
    assert "none.mizan" in failed.args[0].en
    reading.close()


def test_nothing_is_told_once_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "story.mizan"
    Project.create(path).close()
    owner = QObject()
    reading = Reading(owner)
    told: list[object] = []
    reading.done.connect(told.append)
    reading.start(path, lambda project: project.summaries())
    reading.close()
    reading.start(path, lambda project: project.summaries())
    qtbot.wait(20)
    assert told == []
