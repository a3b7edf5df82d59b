"""Analysis on a real Dask cluster of this machine: two workers, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.analyzing import analyze_project
from core.cli import cli
from core.cli.cluster import cluster_executor
from core.errors import KnownError
from core.importers import Skipped, read_paths
from core.project import Project

pytest.importorskip("distributed")
SAMPLES = Path(__file__).parents[2] / "samples"
START_WORKER = "import sys; from distributed.cli.dask_worker import main; main(sys.argv[1:])"
START_SCHEDULER = "import sys; from distributed.cli.dask_scheduler import main; main(sys.argv[1:])"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[subprocess.Popen]]]:
    """A scheduler and two workers, each a process of its own."""
    port, folder = free_port(), tmp_path_factory.mktemp("dask")
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(
        [sys.executable, "-c", START_SCHEDULER, "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"], **quiet
    )
    workers = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                START_WORKER,
                f"tcp://127.0.0.1:{port}",
                "--nthreads",
                "1",
                "--no-nanny",
                "--no-dashboard",
            ],
            **quiet,
        )
        for _ in range(2)
    ]
    try:
        wait_for(port, len(workers))
        yield f"dask://127.0.0.1:{port}", workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def wait_for(port: int, workers: int) -> None:
    from distributed import Client

    with Client(f"tcp://127.0.0.1:{port}", timeout=60, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "story.mizan") as made:
        made.import_articles(item for item in read_paths([SAMPLES]) if not isinstance(item, Skipped))
        yield made


def result(project: Project) -> list[object]:
    """All that an analysis found."""
    return [*project.analyses(), *project.facts()]


def test_a_worker_killed_in_the_middle_changes_nothing(cluster, project: Project, tmp_path: Path) -> None:
    address, workers = cluster
    with Project.create(tmp_path / "here.mizan") as local:
        local.import_articles(project.articles())
        analyze_project(local)
        expected = result(local)
    killed = False

    def kill_one(done: int, _total: int) -> None:
        nonlocal killed
        if done >= 2 and not killed:
            os.kill(workers[0].pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
            killed = True

    with cluster_executor(address) as executor:
        analyze_project(project, executor, kill_one)
    assert killed
    deadline = time.monotonic() + 10
    while workers[0].poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert workers[0].poll() is not None
    assert not project.pending_ids()
    assert result(project) == expected


def test_the_command_line_uses_the_cluster(cluster, project: Project) -> None:
    path = project.path
    project.close()
    done = CliRunner().invoke(cli, ["--lang", "en", "analyze", str(path), "--executor", cluster[0]])
    assert done.exit_code == 0, done.output
    assert "Analysed: 8" in done.output


def test_no_scheduler_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cli.cluster._PATIENCE", 0.5)
    with (
        pytest.raises(KnownError, match="No Dask scheduler answers"),
        cluster_executor(f"dask://127.0.0.1:{free_port()}"),
    ):
        pass


def test_another_version_is_refused(cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.cli.cluster._here", lambda: "0.0")
    with pytest.raises(KnownError, match="another Mizan"), cluster_executor(cluster[0]):
        pass


def test_an_address_of_another_kind_is_wrong_usage(project: Project) -> None:
    done = CliRunner().invoke(cli, ["analyze", str(project.path), "--executor", "ray://here:1"])
    assert done.exit_code == 2
    assert "dask://HOST:PORT" in done.output
