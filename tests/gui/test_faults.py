"""What nobody expected is told in a sentence, and its details name no word of an article."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.errors import KnownError
from gui import faults
from gui.app import Desk
from gui.dialogs.crash_dialog import CrashDialog
from gui.main_window import MainWindow
from gui.panels.offer_bar import OfferBar

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ROOT = Path(__file__).parents[2]
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
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(faults, "data_folder", lambda: tmp_path)
    faults.install(lambda sentence, details: told.append((sentence, details)))
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert len(told) == 1
    assert "in failing" in told[0][1]
    assert SECRET not in "".join(told[0])
    assert (tmp_path / "mizan.log").exists()


def test_the_log_is_rotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "_LARGEST", 10)
    path = tmp_path / "mizan.log"
    for _ in range(3):
        faults.report(caught(), path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["mizan.log", "mizan.log.1"]
    assert path.read_text("utf-8").count("builtins.ZeroDivisionError") == 1


CRASH = """
import ctypes, sys
from pathlib import Path
from core.errors import KnownError
from gui import faults
faults.data_folder = lambda: Path(sys.argv[1])
end = faults.watch()
if sys.argv[2] == "crash":
    ctypes.string_at(0)
end()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no signal")
def test_a_hard_crash_is_told_at_the_next_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "data_folder", lambda: tmp_path)
    for how, code in (("well", 0), ("crash", -signal.SIGSEGV)):
        done = subprocess.run([sys.executable, "-c", CRASH, str(tmp_path), how], cwd=ROOT, capture_output=True)
        assert done.returncode == code, done.stderr
    monkeypatch.setattr(faults.faulthandler, "enable", lambda _: None)
    monkeypatch.setattr(faults.faulthandler, "disable", lambda: None)
    end = faults.watch()
    told = faults.take_crash()
    assert "Segmentation fault" in told
    assert faults.take_crash() == ""
    assert "Segmentation fault" in (tmp_path / "mizan.log").read_text("utf-8")
    end()
    assert list((tmp_path / "crashes").iterdir()) == []
    faults.watch()()
    assert faults.take_crash() == ""


def test_the_window_offers_a_report_that_can_be_read_first(
    desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults, "data_folder", lambda: tmp_path)
    for _ in range(2):
        desk.tell(faults.report(caught()), faults.details(caught()))
    qtbot.waitUntil(lambda: len(window.findChildren(OfferBar)) == 1)
    (offer,) = window.findChildren(OfferBar)
    assert offer.isVisible()
    path, seen = tmp_path / "report.txt", []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CrashDialog)
        seen.append(dialog.text.toPlainText())
        dialog.copy_button.click()
        dialog.save(path)
        dialog.reject()

    QTimer.singleShot(0, act)
    (button,) = offer.buttons.values()
    button.click()
    assert path.read_text("utf-8") == seen[0] == QApplication.clipboard().text()
    for expected in ("builtins.ZeroDivisionError", "in failing", "Qt 6", "SQLite", "pyside6"):
        assert expected in seen[0], expected
    assert SECRET not in seen[0]
    assert str(Path.home()) not in seen[0]
    assert not offer.isVisible()


def test_a_job_that_breaks_is_over_and_raises(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.captureExceptions() as raised:
        window.jobs._start("…", failing)
        qtbot.waitUntil(lambda: not window.jobs.busy)
        qtbot.wait(50)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert not window.status.bar.isVisible()
    assert window.jobs._pool is None


def test_what_a_person_can_act_on_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    faults.install(lambda sentence, _details: told.append(sentence))
    sys.excepthook(KnownError, KnownError("تالف", "damaged"), None)
    assert told[0] in ("تالف", "damaged")
