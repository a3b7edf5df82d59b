"""`mizan doctor` as the program runs it: with what only the window knows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from core.cli.doctor import Outcome
from gui import doctor


def findings(tmp_path: Path, **environment: str) -> list[dict[str, str]]:
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    result = subprocess.run(
        [sys.executable, "-m", "gui.launch", "doctor", "--json"],
        env={**os.environ, **home, **environment},
        capture_output=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_window_is_looked_at_too(tmp_path: Path) -> None:
    found = {item["en"]: item for item in findings(tmp_path, QT_QPA_PLATFORM="offscreen")}
    assert "offscreen" in found["Window"]["found"]
    assert found["Folder of projects"]["found"].endswith("projects")
    assert "There is no display here" not in found


def test_without_a_display_it_says_so_and_goes_on(tmp_path: Path) -> None:
    bare = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    found = {item["en"]: item for item in findings(tmp_path, **bare)}
    if sys.platform == "linux":
        assert found["There is no display here"]["outcome"] == "note"
    assert found["Window"]["outcome"] == "ok"


def test_a_system_without_an_arabic_face_is_told(monkeypatch) -> None:
    def answer(*_: object) -> tuple:
        return "xcb", "6.11", [], "", ["/", "/"]

    class Pool:
        def __init__(self, *_: object, **__: object) -> None: ...
        def __enter__(self) -> Pool:
            return self

        def __exit__(self, *_: object) -> None: ...
        def submit(self, *_: object) -> Pool:
            return self

        def result(self) -> tuple:
            return answer()

    monkeypatch.setattr(doctor, "ProcessPoolExecutor", Pool)
    assert any(item.outcome is Outcome.FAIL and "Arabic" in item.en for item in doctor._window(True))
