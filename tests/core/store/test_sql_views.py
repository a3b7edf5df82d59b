"""The SQL views that other SQLite tools open: they say what the exports say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from making import Making

from core.exporters.tables import annotation_table, contradiction_table
from core.model import Show, Status, VerdictKind
from core.project import Project
from core.store.edits import RemoveArticles, SetStatus, SetVerdict


@pytest.fixture
def tool(filled: Project) -> Iterator[sqlite3.Connection]:
    """The file as another program opens it, beside ours."""
    with closing(sqlite3.connect(f"{filled.path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(tool: sqlite3.Connection, view: str) -> list[sqlite3.Row]:
    return tool.execute(f"SELECT * FROM {view}").fetchall()


def test_marks_are_those_of_the_export(filled: Project, tool: sqlite3.Connection) -> None:
    exported = {row["annotation_id"]: row for row in annotation_table(filled)[1]}
    shown = {row["annotation_id"]: row for row in rows(tool, "marks")}
    assert shown.keys() == exported.keys()
    for key, row in shown.items():
        assert row["text"] == exported[key]["text"]
        assert row["status"] == exported[key]["status"]


def test_marks_follow_decisions(filled: Project, tool: sqlite3.Connection) -> None:
    key = rows(tool, "marks")[0]["annotation_id"]
    filled.apply(SetStatus((key,), Status.ACCEPTED))
    row = next(row for row in rows(tool, "marks") if row["annotation_id"] == key)
    assert (row["status"], row["editor"]) == ("accepted", "سارة")


def test_contradictions_are_those_of_the_export(filled: Project, tool: sqlite3.Connection) -> None:
    relation = filled.relation_keys(set(Show))[0].id
    filled.apply(SetVerdict((relation,), VerdictKind.CONTRADICTION, note="راجعتها"))
    exported = {row["contradiction_id"]: row for row in contradiction_table(filled)[1]}
    shown = {row["contradiction_id"]: row for row in rows(tool, "contradictions")}
    assert relation in shown
    assert shown.keys() == exported.keys()
    assert shown[relation]["a_text"] == exported[relation]["a_text"]
    assert (shown[relation]["verdict"], shown[relation]["note"]) == ("contradiction", "راجعتها")


def test_the_matrix_has_a_row_for_each_answer(filled: Project, tool: sqlite3.Connection, make: Making) -> None:
    fact = filled.facts()[0]
    shown = rows(tool, "matrix")
    assert [row["answer"] for row in shown] == [said.claim.text for said in fact.claims]
    assert {row["question"] for row in shown} == {fact.question}


def test_what_was_taken_out_is_in_no_view(filled: Project, tool: sqlite3.Connection) -> None:
    gone = filled.article_ids()[0]
    filled.apply(RemoveArticles((gone,)))
    assert all(row["article_id"] != gone for view in ("marks", "matrix") for row in rows(tool, view))
