"""A check finds what other programs, or faults, did to a file."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from core.project import Project


def test_a_sound_project_has_no_problems(filled: Project) -> None:
    assert filled.check() == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE annotations SET start = start + 1 WHERE number = 1", "Mark"),
        ("UPDATE annotations SET data = '{' WHERE number = 1", "Mark"),
        ("UPDATE annotations SET article_id = 'none' WHERE number = 1", "refers to"),
        ("UPDATE texts SET text = text || '.' WHERE number = 1", "not the text"),
        ("DELETE FROM texts WHERE number = 1", "missing"),
        ("UPDATE relations SET show = 'loud'", "does not know"),
        ("ALTER TABLE assignments RENAME COLUMN article_id TO article_ie", "lacks columns: article_id"),
        ("UPDATE shadows SET folded = 'x' WHERE number = 1", "search index"),
        ("INSERT INTO search (rowid, folded) VALUES (77, 'nothing')", "search index"),
    ],
)
def test_each_damage_is_named_in_both_languages(filled: Project, damage: str, said: str) -> None:
    assert list(filled.index_steps()) == [None]
    assert filled.check() == []
    filled.close()
    with closing(sqlite3.connect(filled.path)) as other:
        other.execute(damage)
        other.commit()
    with Project.open(filled.path) as project:
        problems = project.check()
    assert any(said in problem.en for problem in problems), problems
    assert all(any("\u0620" <= letter <= "\u064a" for letter in problem.ar) for problem in problems)


def test_damaged_pages_are_found(filled: Project) -> None:
    size = filled._store.connection.execute("PRAGMA page_size").fetchone()[0]
    (page,) = filled._store.connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'annotations_by_name'"
    ).fetchone()
    filled.close()
    data = bytearray(filled.path.read_bytes())
    data[(page - 1) * size + 8 : (page - 1) * size + 40] = b"\x7f" * 32
    filled.path.write_bytes(data)
    with Project.open(filled.path) as project:
        assert any("damaged" in problem.en for problem in project.check())
