"""Nothing leaves the machine: a whole session makes no socket, and needs none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
WATCH = HERE / "offline"
# A program in a namespace of its own, in which there is no network at all.
ALONE = ("unshare", "--map-root-user", "--net")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    for name in ("02-marfa.txt", "05-meridian.txt", "06-riwaq.txt", "08-qindil.txt", "articles.csv"):
        shutil.copy(SAMPLES / name, tmp_path / "articles")
    return tmp_path


def run(desk: Path, *command: str, before: Sequence[str] = (), watch: bool = True) -> str:
    own = {"HOME": str(desk), "XDG_CONFIG_HOME": str(desk), "XDG_DATA_HOME": str(desk), "QT_QPA_PLATFORM": "offscreen"}
    if watch:
        path = os.pathsep.join(filter(None, (str(WATCH), os.environ.get("PYTHONPATH"))))
        own |= {"PYTHONPATH": path, "MIZAN_TEST_SOCKETS": str(desk / "sockets.txt")}
    done = subprocess.run(
        [*before, sys.executable, *command],
        env=os.environ | own,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def editor(desk: Path, day: str, **how: object) -> str:
    return run(desk, str(HERE / "editor.py"), day, str(desk / "story.mizan"), str(desk / "articles"), **how)


def sockets(desk: Path) -> tuple[int, list[str]]:
    """How many processes were watched, and what they tried."""
    lines = (desk / "sockets.txt").read_text("utf-8").splitlines()
    tried = [line for line in lines if not line.startswith("watching ")]
    return len(lines) - len(tried), tried


def test_a_watched_process_cannot_reach_out(desk: Path) -> None:
    code = "import socket\ntry:\n socket.create_connection(('127.0.0.1', 9))\nexcept PermissionError: print('held')"
    assert run(desk, "-c", code).strip() == "held"
    assert sockets(desk)[1]


def test_two_days_of_work_make_no_socket(desk: Path) -> None:
    assert '"closed"' in editor(desk, "first")
    assert '"exported"' in editor(desk, "next")
    watched, tried = sockets(desk)
    assert tried == []
    assert watched >= 3  # the window on both days, and the workers that it started


def test_the_command_line_makes_no_socket(desk: Path) -> None:
    run(desk, "-m", "core.cli", "compare", str(SAMPLES), "--json")
    run(desk, "-m", "core.cli", "models")
    run(desk, "-m", "core.cli", "new", str(desk / "a.mizan"))
    run(desk, "-m", "core.cli", "import", str(desk / "a.mizan"), str(SAMPLES))
    run(desk, "-m", "core.cli", "analyze", str(desk / "a.mizan"), "--workers", "2")
    run(desk, "-m", "core.cli", "report", str(desk / "a.mizan"), "-o", str(desk / "a.html"))
    watched, tried = sockets(desk)
    assert tried == []
    assert watched >= 8  # six commands and two workers


def test_the_window_loads_nothing_that_speaks_to_the_network(desk: Path) -> None:
    code = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from gui.app import Desk
from gui.settings import Settings
app = QApplication([])
desk = Desk(app, Settings(Path(sys.argv[1]) / "mizan.ini"))
desk.open(Path(sys.argv[1]) / "b.mizan", create=True)
speakers = ("PySide6.QtNetwork", "requests", "urllib3", "huggingface_hub")
print([name for name in speakers if name in sys.modules])
desk.close()
"""
    assert run(desk, "-c", code, str(desk)).strip() == "[]"


@pytest.mark.skipif(
    shutil.which(ALONE[0]) is None or subprocess.run([*ALONE, "true"], capture_output=True).returncode != 0,
    reason="network namespaces are not allowed here",
)
def test_it_works_where_there_is_no_network_at_all(desk: Path) -> None:
    links = subprocess.run(
        [*ALONE, sys.executable, "-c", "import socket; print(socket.if_nameindex())"], capture_output=True, text=True
    )
    assert "eth" not in links.stdout
    assert '"closed"' in editor(desk, "first", before=ALONE, watch=False)
