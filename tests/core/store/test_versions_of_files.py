"""Project files of every version there was open in this one, with all that was in them.

`tests/data/projects/vN.mizan.gz` was written by `make.py` there when the schema was N: two of the samples, analysed,
with two marks accepted, one rejected, a note and a verdict, one edit undone and done again. A new version adds a file
and never touches the others.
"""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from core.analyzing import comparison_steps
from core.model import Status, VerdictKind
from core.project import Project
from core.store import schema

FILES = sorted((Path(__file__).parents[2] / "data" / "projects").glob("v*.mizan.gz"))


@pytest.fixture(params=FILES, ids=lambda path: path.name.partition(".")[0])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The file as an editor would find it, with its version in its name."""
    path = tmp_path / request.param.name.removesuffix(".gz")
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert {path.name for path in FILES} == {f"v{number}.mizan.gz" for number in range(1, schema.VERSION)}


def test_it_opens_with_all_that_was_decided(old: Path) -> None:
    assert f"v{version(old)}" == old.stem
    with Project.open(old, "ليلى") as project:
        assert project.check() == []
        assert len(project.articles()) == 2
        statuses = [mark.status for key in project.article_ids() for mark in project.annotations(key)]
        assert (statuses.count(Status.ACCEPTED), statuses.count(Status.REJECTED)) == (2, 1)
        notes = [mark.note for key in project.article_ids() for mark in project.annotations(key) if mark.note]
        assert notes == ["راجعتها مع المصدر"]
        (verdict,) = project.verdicts().values()
        assert (verdict.kind, verdict.note) == (VerdictKind.CONTRADICTION, "رقمان لا يجتمعان")
        assert project.facts()
        assert project.search("اوكرانيا")
    assert version(old) == schema.VERSION


def test_what_was_done_before_can_be_undone_after(old: Path) -> None:
    with Project.open(old, "ليلى") as project:
        while project.can_undo is not None and "Import" not in str(project.can_undo.text):
            project.undo()
        assert not any(verdict.kind is VerdictKind.CONTRADICTION for verdict in project.verdicts().values())
        assert all(
            mark.status is Status.SUGGESTED for key in project.article_ids() for mark in project.annotations(key)
        )
        project.redo()


def test_it_is_compared_anew_without_losing_a_verdict(old: Path) -> None:
    with Project.open(old, "ليلى") as project:
        for _ in comparison_steps(project):
            pass
        kinds = {verdict.kind for verdict in project.verdicts().values()}
        kinds |= {item.verdict.kind for item in project.obsolete_verdicts()}
        assert VerdictKind.CONTRADICTION in kinds
        assert project.check() == []


def test_the_file_as_it_was_is_kept_beside_it(old: Path) -> None:
    before = version(old)
    with Project.open(old):
        pass
    backup = old.with_name(f"{old.name}.v{before}.bak")
    assert version(backup) == before


def test_rows_that_an_older_program_exported_make_the_project_that_its_file_makes(old: Path, tmp_path: Path) -> None:
    exported: list[dict[str, Any]] = [{"mizan-project": version(old)}]
    with closing(sqlite3.connect(old)) as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if not table.startswith(("search", "shadows", "sqlite_", "_sqlite_")):
                cursor = connection.execute(f"SELECT * FROM {table}")
                columns = [column for column, *_ in cursor.description]
                exported += [{"table": table, "row": dict(zip(columns, row, strict=True))} for row in cursor]
    with Project.create(tmp_path / "restored.mizan") as restored, Project.open(old) as opened:
        restored.restore(enumerate(exported, 1), "old.jsonl")
        assert list(restored.dump()) == list(opened.dump())
        assert restored.check() == []
