"""Project files that somebody made to do harm: they are data, or they are refused in one sentence, at once."""

from __future__ import annotations

import ast
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

import core.store
from core.errors import KnownError
from core.importers import Skipped, read_paths
from core.model import Article, article_id
from core.project import Project
from core.store.edits import SetLabels
from core.team.merge import merge

_TEXT = "قال الوزير إن الجسر سيفتح غدا."
_ENDLESS = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x, x FROM c"


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a project and runs a script over its file, as an attacker would."""

    def change(script: str) -> Path:
        path = tmp_path / "from-a-stranger.mizan"
        with Project.create(path, "سلمى") as project:
            project.import_articles([Article(article_id(_TEXT), _TEXT, "عنوان")])
            for _ in project.index_steps():
                pass
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(script)
        return path

    return change


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON settings BEGIN DELETE FROM texts; END",
        f"CREATE TRIGGER t AFTER INSERT ON history BEGIN INSERT INTO settings {_ENDLESS}; END",
        "CREATE TRIGGER t AFTER INSERT ON settings BEGIN SELECT load_extension('/tmp/x.so'); END",
        f"DROP TABLE settings; CREATE VIEW settings (key, value) AS {_ENDLESS}",
        f"DROP TABLE assignments; CREATE VIEW assignments (article_id, assignee) AS {_ENDLESS}",
        "DROP TABLE settings; CREATE VIRTUAL TABLE settings USING fts5 (key, value)",
        "DROP TABLE settings; CREATE TABLE settings (key, value); INSERT INTO settings VALUES ('labels', x'00ff')",
    ],
)
def test_what_would_act_by_itself_is_not_opened(changed: Callable[[str], Path], tmp_path: Path, script: str) -> None:
    path = changed(script)
    for read_only in (False, True):
        with pytest.raises(KnownError, match="run by themselves"):
            Project.open(path, read_only=read_only)
    assert "run by themselves" in merge(tmp_path / "merged.mizan", [path]).skipped[0][1].en


def test_a_file_of_another_program_is_no_project(changed: Callable[[str], Path]) -> None:
    with pytest.raises(KnownError, match="not a Mizan project"):
        Project.open(changed("PRAGMA application_id = 1"))


def test_a_million_settings_and_columns_of_others_change_nothing(changed: Callable[[str], Path]) -> None:
    numbers = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 1000000) SELECT 'k' || x, x FROM c"
    path = changed(f"INSERT INTO settings {numbers}; CREATE TABLE theirs (a); ALTER TABLE articles ADD COLUMN b TEXT")
    began = time.monotonic()
    with Project.open(path) as project:
        assert [summary.title for summary in project.summaries()] == ["عنوان"]
        project.apply(SetLabels(("سلاح",)))
    assert time.monotonic() - began < 2


def test_a_broken_index_is_told_and_the_texts_are_there(changed: Callable[[str], Path]) -> None:
    path = changed("UPDATE search_data SET block = x'00'")
    with Project.open(path) as project:
        assert project.article(article_id(_TEXT)).text == _TEXT
        with suppress(KnownError):
            project.search("الجسر")
        assert project.check()


@pytest.mark.parametrize(
    ("statement", "use"),
    [
        ("UPDATE articles SET title = CAST(x'ff41' AS TEXT)", Project.summaries),
        ("INSERT INTO settings VALUES ('labels', '{')", Project.labels),
        ("INSERT INTO settings VALUES ('review_views', '[1')", Project.review_views),
    ],
)
def test_rows_that_nobody_can_read_are_told(
    changed: Callable[[str], Path], statement: str, use: Callable[[Project], object]
) -> None:
    with Project.open(changed(statement)) as project, pytest.raises(KnownError, match="damaged"):
        use(project)


def test_a_bug_is_no_damage(changed: Callable[[str], Path]) -> None:
    with Project.open(changed("")) as project:
        with pytest.raises(KeyError):
            project.article("nobody")
        with pytest.raises(AttributeError):
            project.apply(None)  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.mizan")
    with pytest.raises(KnownError, match="not a Mizan project"):
        Project.open(tmp_path / "a.mizan")
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to("/dev/zero")
    assert [item.error.en for item in read_paths([tmp_path]) if isinstance(item, Skipped)] == [
        "“a.txt” is no ordinary file; it was left out.",
        "“b.txt” is no ordinary file; it was left out.",
    ]


def test_a_link_to_a_project_is_that_project(changed: Callable[[str], Path], tmp_path: Path) -> None:
    path = changed("")
    link = tmp_path / "link.mizan"
    link.symlink_to(path)
    with Project.open(path), Project.open(link) as second:
        assert second.read_only


def test_no_value_is_written_into_a_statement() -> None:
    """What is put into SQL by an f-string are names and pieces of statements from the code, never values of a project.

    A value would come as an item of a row, or from a call that is none of those that make pieces of SQL.
    """
    makes_sql = {"among", "join", "journal_mode", "len", "names", "removeprefix", "unlike_text"}
    for path in sorted(Path(core.store.__path__[0]).glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in (
                "execute",
                "executemany",
                "fetch",
                "value",
            ):
                for part in ast.walk(node.args[0]) if node.args else ():
                    where = f"{path.name}:{node.lineno}"
                    assert not (isinstance(part, ast.BinOp) and isinstance(part.op, ast.Mod)), where
                    if isinstance(part, ast.FormattedValue) and isinstance(part.value, ast.Call):
                        name = getattr(part.value.func, "attr", getattr(part.value.func, "id", ""))
                        assert name in makes_sql or name.startswith("_"), f"{where}: {ast.unparse(part.value)}"
                    elif isinstance(part, ast.FormattedValue):
                        assert isinstance(part.value, ast.Name | ast.Attribute | ast.BoolOp | ast.IfExp), (
                            f"{where}: {ast.unparse(part.value)}"
                        )
