"""A process that is killed in the middle of its edits loses none that it had been told were done."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import Making
from test_file import ROOT

from core.model import Status
from core.project import Project

_EDITING = """
import sys
sys.path[:0] = [sys.argv[2], sys.argv[2] + "/tests/core"]
from core.project import Project
from core.store.edits import AddAnnotation, SetNote
from making import Making
make = Making()
project = Project.open(sys.argv[1], "علي")
article = make.articles()[0]
for number in range(100_000):
    edit = AddAnnotation(article.id, make.entity(article.text, "العابد"), str(number))
    project.apply(edit)
    print(edit.id, flush=True)
    if number % 7 == 0:
        project.import_articles([make.article(f"{number} {word}" * 50) for word in ("أ", "ب")])
"""


@pytest.mark.parametrize("seed", range(4))
def test_acknowledged_edits_outlive_a_kill(tmp_path: Path, make: Making, seed: int) -> None:
    path = tmp_path / "story.mizan"
    with Project.create(path) as project:
        project.import_articles(make.articles())
    with subprocess.Popen([sys.executable, "-c", _EDITING, str(path), str(ROOT)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(random.Random(seed).uniform(0.01, 0.3))
        process.kill()
        acknowledged = (first + process.stdout.read()).decode().splitlines()
    if len(acknowledged[-1]) < 32:
        acknowledged.pop()  # cut short by the kill
    with Project.open(path) as project:
        assert not project.read_only
        assert project.check() == []
        marks = {mark.id: mark.status for mark in project.annotations(make.articles()[0].id)}
        assert all(marks[key] is Status.ADDED for key in acknowledged)
        # The last edit may have been written and not yet said; undo takes back one step, whichever it was.
        before = len(project.history(100_000))
        assert before >= len(acknowledged)
        assert project.undo()
        assert project.check() == []
