"""What nobody expected is told in a sentence, and its details name no word of an article."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import faults
from gui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SECRET = "كلام من المقال"


def failing() -> Iterator[tuple[int, int]]:
    yield 0, 2
    raise ZeroDivisionError(SECRET)


def caught() -> ZeroDivisionError:
    with pytest.raises(ZeroDivisionError) as raised:
        list(failing())
    return raised.value


def test_the_log_says_where_and_not_what(tmp_path: Path) -> None:
    path = tmp_path / "log" / "mizan.log"
    sentence = faults.report(caught(), path)
    assert str(path) in sentence
    text = path.read_text("utf-8")
    assert "builtins.ZeroDivisionError" in text
    assert "in failing" in text
    assert SECRET not in text
    faults.report(caught(), path)
    assert path.read_text("utf-8").count("builtins.ZeroDivisionError") == 2


def test_places_in_a_worker_are_kept_and_its_words_are_not() -> None:
    from concurrent.futures.process import _ExceptionWithTraceback

    rebuilt, (error, trace) = _ExceptionWithTraceback(caught(), caught().__traceback__).__reduce__()
    text = faults.details(rebuilt(error, trace))
    assert "in failing" in text
    assert SECRET not in text


def test_without_a_place_for_the_log_it_is_still_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert faults.report(caught(), tmp_path / "file" / "mizan.log")


def test_the_hook_tells(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(faults, "data_folder", lambda: tmp_path)
    faults.install(told.append)
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1
    assert (tmp_path / "mizan.log").exists()


def test_a_job_that_breaks_is_over_and_raises(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.captureExceptions() as raised:
        window.jobs._start("…", failing)
        qtbot.waitUntil(lambda: not window.jobs.busy)
        qtbot.wait(50)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert not window.status.bar.isVisible()
    assert window.jobs._pool is None
