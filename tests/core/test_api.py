"""`import core`: the examples of docs/python.md run, on a real project."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import core
from core.analyzing import analyze_project
from core.importers import Skipped, read_paths

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "python.md").read_text("utf-8")
EXAMPLES = re.findall(r"```python ?(\w*)\n(.*?)```", GUIDE, re.DOTALL)
QUERIES = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("api")
    with core.open_project(folder / "story.mizan", create=True) as project:
        project.import_articles(item for item in read_paths([ROOT / "samples"]) if not isinstance(item, Skipped))
        analyze_project(project)
    return folder


@pytest.mark.parametrize(("needs", "code"), EXAMPLES)
def test_examples_of_the_guide_run(
    story: Path, needs: str, code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if needs:
        pytest.importorskip(needs)
    monkeypatch.chdir(story)
    exec(compile(code, "docs/python.md", "exec"), {})
    assert capsys.readouterr().out or "apply" in code


def test_there_are_examples_of_everything() -> None:
    assert all(f"core.{name}(" in GUIDE or name == "KnownError" for name in core.__all__ if name != "KnownError")


def test_queries_of_the_guide_run(story: Path) -> None:
    with closing(sqlite3.connect(story / "story.mizan")) as connection:
        for query in QUERIES[0].split(";")[:-1]:
            connection.execute(query).fetchall()


def test_importing_it_costs_nothing() -> None:
    code = (
        "import core, sys; print([name for name in ('sqlite3', 'numpy', 'pandas', 'PySide6') if name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True).strip() == "[]"


def test_a_table_that_is_none_is_one_sentence(story: Path) -> None:
    with core.open_project(story / "story.mizan") as project, pytest.raises(core.KnownError, match="There is no table"):
        list(core.rows(project, "rumours"))


def test_without_pandas_it_says_what_to_do(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with (
        core.open_project(story / "story.mizan") as project,
        pytest.raises(core.KnownError, match="pip install pandas"),
    ):
        core.to_pandas(project, "annotations")


def test_datasette_opens_it(story: Path) -> None:
    pytest.importorskip("datasette")
    code = "import sys; from datasette.cli import cli; cli()"
    found = subprocess.check_output(
        [sys.executable, "-c", code, "-i", "story.mizan", "--get", "/story/contradictions.json?_shape=array&_size=1"],
        cwd=story,
        text=True,
    )
    assert "contradiction_id" in found
