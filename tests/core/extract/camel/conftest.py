"""Tiny models, made once, and workers that may not open a socket."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from core.extract.camel.door import Worker

HERE = Path(__file__).parent
# Imported by every Python that a test starts: a socket that is used ends it, and leaves a trace here.
_NO_SOCKETS = """
import os, sys

def forbid(event, arguments):
    if event.startswith("socket."):
        with open(os.environ["MIZAN_SOCKETS"], "a") as file:
            file.write(f"{event} {arguments}\\n")
        raise PermissionError(f"a socket was used: {event} {arguments}")

sys.addaudithook(forbid)
"""


@pytest.fixture(scope="session")
def guard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that, on PYTHONPATH, forbids sockets."""
    folder = tmp_path_factory.mktemp("guard")
    (folder / "sitecustomize.py").write_text(_NO_SOCKETS)
    return folder


@pytest.fixture
def offline(guard: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Processes that are started may use no socket; the file in which it would show."""
    monkeypatch.setenv("PYTHONPATH", str(guard))
    monkeypatch.setenv("MIZAN_SOCKETS", str(tmp_path / "used"))
    return tmp_path / "used"


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tiny models; see tiny_bert. On Intel Macs there is no torch to make them with."""
    if find_spec("torch") is None and platform.machine() == "x86_64" and sys.platform == "darwin":
        pytest.skip("there is no torch for this machine")
    folder = tmp_path_factory.mktemp("tiny")
    done = subprocess.run(
        [sys.executable, HERE / "tiny_bert.py", folder], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def worker(tiny: Path, guard: Path) -> Iterator[Worker]:
    """A worker with known names and random pairs, both of real models in one process that may use no socket."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(guard))
        patch.setenv("MIZAN_SOCKETS", str(guard / "used"))
        made = Worker(ner=tiny / "known", nli=tiny / "pairs")
    with made:
        yield made
    assert not (guard / "used").exists()


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is installed on this machine as far as the tests know."""
    monkeypatch.setenv("MIZAN_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    return tmp_path / "data" / "models"
