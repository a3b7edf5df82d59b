"""An editor's evening, the next morning, and a machine that loses power, each in a process of its own.

Once without a display, and once in a real window on a screen of its own where Xvfb and Qt's X libraries are there.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.exporters import WHAT
from core.project import Project

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
SOME = ("02-marfa.txt", "05-meridian.txt", "06-riwaq.txt", "08-qindil.txt", "articles.csv")
Lines = list[dict[str, Any]]


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """What the environment says of a screen that nobody looks at; skips where none can be had."""
    if (xvfb := shutil.which("Xvfb")) is None:
        pytest.skip("there is no Xvfb")
    hears, says = os.pipe()
    server = subprocess.Popen(
        [xvfb, "-displayfd", str(says), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[says],
        stderr=subprocess.DEVNULL,
    )
    os.close(says)
    try:
        with os.fdopen(hears) as stream:
            place = {"DISPLAY": f":{stream.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        probe = [sys.executable, "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"]
        if subprocess.run(probe, env=os.environ | place, capture_output=True).returncode:
            pytest.skip("Qt cannot open a window on X here")
        yield place
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module", params=["offscreen", "xvfb"])
def platform(request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """What the environment says of the screen."""
    if request.param == "offscreen":
        yield {"QT_QPA_PLATFORM": "offscreen"}
    else:
        with screen() as place:
            yield place


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, platform: dict[str, str]) -> Path:
    """A folder with a few articles in it, and room for the project."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "articles").mkdir()
    for name in SOME:
        shutil.copy(SAMPLES / name, folder / "articles")
    (folder / "screen.json").write_text(json.dumps(platform))
    return folder


def start(day: str, desk: Path) -> subprocess.Popen[str]:
    own = {"HOME": str(desk), "XDG_CONFIG_HOME": str(desk), "XDG_DATA_HOME": str(desk)}
    own |= json.loads((desk / "screen.json").read_text())
    return subprocess.Popen(
        [
            sys.executable,
            "-W",
            "error",
            str(HERE / "editor.py"),
            day,
            str(desk / "story.mizan"),
            str(desk / "articles"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | own,
    )


def run(day: str, desk: Path) -> Lines:
    process = start(day, desk)
    out, problems = process.communicate(timeout=120)
    assert process.returncode == 0, problems
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture(scope="module")
def evening(desk: Path) -> Lines:
    return run("first", desk)


@pytest.fixture(scope="module")
def morning(desk: Path, evening: Lines) -> Lines:
    return run("next", desk)


def said(lines: Lines, what: str) -> Lines:
    found = [line for line in lines if line["what"] == what]
    assert found, f"{what} was not said: {lines}"
    return found


def table(desk: Path, name: str) -> list[dict[str, str]]:
    with (desk / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_evening_does_what_the_keys_say(evening: Lines) -> None:
    assert said(evening, "imported")[0]["articles"] == 4
    assert said(evening, "began")[0]["ready"]
    kinds = [line["kind"] for line in said(evening, "verdict")]
    assert kinds == ["contradiction", "compatible", "update", "different_event"]
    assert len({line["id"] for line in said(evening, "verdict")}) == 4
    assert said(evening, "related")[0]["verdicts"] == ["contradiction"]
    assert said(evening, "matrix")[0]["led_to"] == "beside"
    assert said(evening, "matrix")[0]["columns"] >= 2
    assert said(evening, "beside")[0]["kind"] == "compatible"
    assert [decided[1:] for decided in said(evening, "reviewed")[0]["verdicts"]] == [["contradiction", "date"]]
    assert said(evening, "accepted")[0]["status"] == "accepted"
    assert said(evening, "rejected")[0]["status"] == "rejected"
    assert (said(evening, "relabelled")[0]["status"], said(evening, "relabelled")[0]["label"]) == ("changed", "ORG")
    assert said(evening, "resized")[0]["status"] == "changed"
    assert (said(evening, "added")[0]["status"], said(evening, "added")[0]["label"]) == ("added", "MISC")
    assert said(evening, "deleted")[0]["gone"]
    assert said(evening, "claimed")[0]["note"]
    assert said(evening, "found")[0]["count"] != "لا نتائج"
    assert said(evening, "searched")[0]["count"] >= 4
    assert said(evening, "undone")[0]["left"] == "AddAnnotation"  # the claim was taken back, the deletion done again
    assert evening[-1]["what"] == "closed"


def test_the_morning_is_where_the_evening_ended(evening: Lines, morning: Lines) -> None:
    assert said(morning, "back")[0] == {"what": "back", "article": said(evening, "left")[0]["article"], "pending": 0}
    assert said(morning, "progress")[0]["decided"] >= 3
    assert [line["problem"] for line in said(morning, "exported")] == [""] * len(WHAT)


def test_verdicts_are_in_the_table(desk: Path, evening: Lines, morning: Lines) -> None:
    rows = {row["contradiction_id"]: row for row in table(desk, "contradictions")}
    for line in said(evening, "verdict"):
        row = rows[line["id"]]
        assert (row["verdict"], row["note"]) == (line["kind"], line["note"])
        assert line["reason"] in (None, row["reason"])  # without one of the editor's, that of the comparison
        assert row["reviewer"] == "هدى"
    ((reviewed, kind, reason),) = said(evening, "reviewed")[0]["verdicts"]
    assert (rows[reviewed]["verdict"], rows[reviewed]["reason"]) == (kind, reason)
    (related,) = said(evening, "related")[0]["ids"]
    assert (rows[related]["verdict"], rows[related]["note"]) == ("contradiction", "راجعت البيانين")
    beside = said(evening, "beside")[0]
    assert rows[beside["id"]]["verdict"] == beside["kind"]


def test_marks_are_in_the_table(desk: Path, evening: Lines, morning: Lines) -> None:
    rows = {row["annotation_id"]: row for row in table(desk, "annotations")}
    texts = {row["article_id"]: row["text"] for row in table(desk, "articles")}
    for what in ("accepted", "relabelled", "resized", "added"):
        line = said(evening, what)[0]
        row = rows[line["id"]]
        assert (row["text"], row["label"], row["status"]) == (line["text"], line["label"], line["status"])
        assert row["editor"] == "هدى"
        assert texts[row["article_id"]][int(row["start"]) : int(row["end"])] == line["text"]
    assert said(evening, "deleted")[0]["id"] not in rows
    assert said(evening, "claimed")[0]["id"] not in rows
    rejected = rows.get(said(evening, "rejected")[0]["id"])
    assert rejected is None or rejected["status"] == "rejected"


def test_every_table_has_rows(desk: Path, morning: Lines) -> None:
    assert len(table(desk, "articles")) == 4
    for name in ("claims", "facts", "decisions"):
        assert table(desk, name), name


def test_what_was_acknowledged_survives_a_killed_process(desk: Path, morning: Lines) -> None:
    process = start("busy", desk)
    assert process.stdout is not None
    lines = [json.loads(process.stdout.readline()) for _ in range(12)]
    process.send_signal(signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    lines += [json.loads(line) for line in process.communicate()[0].splitlines() if line.endswith("}")]
    assert len({line["id"] for line in lines}) >= 12
    with Project.open(desk / "story.mizan") as project:
        assert not project.read_only
        assert project.check() == []
        for line in lines:
            mark = project.annotation(line["id"])
            assert mark is not None
            assert (mark.status, mark.editor) == ("accepted", "هدى")
        assert project.can_undo is not None
