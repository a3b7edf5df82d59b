"""A killed program leaves no worker behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKING = """
import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from core import lifeline

if __name__ == "__main__":
    pool = ProcessPoolExecutor(1, get_context("spawn"), lifeline.hold)
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


def is_running(pid: int) -> bool:
    """Whether there is such a process, which nobody has to wait for."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_worker_ends_with_its_program(tmp_path: Path) -> None:
    script = tmp_path / "working.py"
    script.write_text(WORKING, "utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script)], env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
    )
    with process:
        assert process.stdout
        worker = int(process.stdout.readline())
        assert is_running(worker)
        process.kill()
        until = time.monotonic() + 20
        while is_running(worker) and time.monotonic() < until:
            time.sleep(0.05)
        left = is_running(worker)
        if left:
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        assert not left
