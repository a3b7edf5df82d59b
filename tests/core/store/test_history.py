"""Undo and redo bring back exactly what was there, over closing and reopening."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from making import Making

from core.errors import KnownError
from core.model import Reason, Status, VerdictKind
from core.project import Kind, Project
from core.store.changes import Edit
from core.store.edits import (
    AddAnnotation,
    Batch,
    ChangeAnnotation,
    ChangeArticle,
    ImportArticles,
    RemoveAnnotation,
    RemoveArticles,
    SetLabels,
    SetNote,
    SetStatus,
    SetVerdict,
)

TEXT = Making.texts[0]
_SEEN = {
    "articles": "SELECT id, title, source, author, published, url, file FROM articles WHERE removed = 0",
    "annotations": "SELECT * FROM annotations",
    "verdicts": "SELECT * FROM verdicts",
    "settings": "SELECT * FROM settings",
    "facts": "SELECT * FROM relations",
}


def dump(project: Project) -> dict[str, list[str]]:
    """Everything that edits may change, row by row; the running numbers of rows aside."""
    connection = sqlite3.connect(project.path)
    connection.row_factory = sqlite3.Row
    try:
        return {
            table: sorted(json.dumps({k: v for k, v in dict(row).items() if k != "number"}) for row in rows)
            for table, query in _SEEN.items()
            for rows in (connection.execute(query).fetchall(),)
        }
    finally:
        connection.close()


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.path, "علي")


def every_edit(project: Project, make: Making) -> list[Edit]:
    """One of each class, in an order in which all have an effect."""
    article, other, third = make.articles()
    person = next(mark for mark in project.annotations(article.id) if mark.label == "PER")
    figure = next(mark for mark in project.annotations(article.id) if mark.label == "QUANTITY")
    fact = project.facts()[0]
    relation = fact.relation_id(fact.relations[0])
    text = article.text
    return [
        AddAnnotation(article.id, make.entity(text, "وزير الدفاع", "MISC"), "لقب"),
        ChangeAnnotation(person.id, make.entity(text, "سليم العابد", "ORG"), "تصحيح"),
        SetStatus((figure.id, person.id), Status.ACCEPTED),
        SetNote(figure.id, "راجعها"),
        SetStatus((figure.id,), Status.REJECTED),
        RemoveAnnotation(figure.id),
        SetVerdict((relation,), VerdictKind.COMPATIBLE, Reason.SCOPE, "عددان لشيئين"),
        SetVerdict((relation,), VerdictKind.CONTRADICTION),
        SetVerdict((relation,), VerdictKind.UNDECIDED),
        ImportArticles((make.article("مقال رابع عن الحدود."),)),
        ChangeArticle(replace(other, title="عنوان آخر", published="2021-12-04")),
        SetLabels(("سلاح", "معاهدة")),
        RemoveArticles((third.id,)),
        Batch((AddAnnotation(other.id, make.claim(other.text, "الجنود")), SetNote(person.id, "ثم")), "tag claim"),
    ]


def test_every_edit_is_undone_and_redone_over_closing_and_reopening(filled: Project, make: Making) -> None:
    project = filled
    states = [dump(project)]
    for edit in every_edit(project, make):
        assert project.apply(edit)
        states.append(dump(project))
        assert states[-1] != states[-2], edit
        assert project.undo()
        assert dump(project) == states[-2], edit
        assert project.redo()
        assert dump(project) == states[-1], edit
    for state in reversed(states[:-1]):
        project = reopened(project)
        project.undo()
        assert dump(project) == state
    for state in states[1:]:
        project = reopened(project)
        project.redo()
        assert dump(project) == state
    assert project.redo() is None
    assert project.check() == []
    project.close()


def test_history_says_who_did_what_and_what_can_be_undone(filled: Project, make: Making) -> None:
    mark = filled.annotations(make.articles()[0].id)[0]
    filled.apply(SetNote(mark.id, "أولى"))
    filled.editor = "علي"
    filled.apply(Batch((SetNote(mark.id, "ثانية"),), "note many"))
    assert [(entry.editor, entry.text, entry.undone) for entry in filled.history()] == [
        ("علي", "note many", False),
        ("سارة", "SetNote", False),
        ("سارة", "ImportArticles", False),
    ]
    assert filled.can_undo
    assert filled.can_undo.text == "note many"
    assert filled.can_redo is None
    filled.undo()
    assert filled.can_redo
    assert (filled.can_redo.text, filled.can_undo.text) == ("note many", "SetNote")
    assert filled.history()[0].undone


def test_a_new_edit_drops_what_was_undone_but_the_history_keeps_it(filled: Project, make: Making) -> None:
    mark = filled.annotations(make.articles()[0].id)[0]
    filled.apply(SetNote(mark.id, "أولى"))
    filled.undo()
    filled.apply(SetNote(mark.id, "ثانية"))
    assert filled.redo() is None
    assert [entry.undone for entry in filled.history()] == [False, True, False]
    filled.undo()
    filled.redo()
    found = filled.annotation(mark.id)
    assert found
    assert found.note == "ثانية"


def test_an_edit_without_effect_leaves_no_trace(filled: Project, make: Making) -> None:
    mark = filled.annotations(make.articles()[0].id)[0]
    before = filled.history()
    assert not filled.apply(SetStatus((mark.id,), Status.SUGGESTED))
    assert not filled.apply(ImportArticles(tuple(make.articles())))
    assert not filled.apply(SetVerdict(("none",), VerdictKind.UNDECIDED))
    assert filled.history() == before


def test_a_failing_edit_changes_nothing(filled: Project, make: Making) -> None:
    mark = filled.annotations(make.articles()[0].id)[0]
    before = dump(filled), filled.history()
    with pytest.raises(KnownError):
        filled.apply(Batch((SetNote(mark.id, "أولى"), SetNote("missing", "ثانية"))))
    with pytest.raises(ValueError, match="not 'غيره'"):
        filled.apply(AddAnnotation(mark.article_id, replace(make.entity(TEXT, "العابد"), text="غيره")))
    assert (dump(filled), filled.history()) == before


def test_an_edit_tells_what_it_touched(filled: Project, make: Making) -> None:
    article, other, _ = make.articles()
    touched = filled.apply(AddAnnotation(article.id, make.entity(article.text, "وزير الدفاع")))
    assert (touched.kinds, touched.articles) == ({Kind.ANNOTATIONS}, {article.id})
    assert filled.undo() == touched
    fact = filled.facts()[0]
    touched = filled.apply(SetVerdict((fact.relation_id(fact.relations[0]),), VerdictKind.UPDATE))
    assert (touched.kinds, touched.articles) == ({Kind.VERDICTS}, {article.id, other.id})


def test_accepting_keeps_what_an_editor_added_or_changed(filled: Project, make: Making) -> None:
    article = make.articles()[0]
    person = next(mark for mark in filled.annotations(article.id) if mark.label == "PER")
    new = AddAnnotation(article.id, make.entity(article.text, "وزير الدفاع", "MISC"))
    filled.apply(new)
    filled.apply(ChangeAnnotation(person.id, make.entity(article.text, "سليم العابد", "ORG")))
    for status, expected in (
        (Status.ACCEPTED, (Status.ADDED, Status.CHANGED)),
        (Status.REJECTED, (Status.REJECTED, Status.REJECTED)),
        (Status.ACCEPTED, (Status.ADDED, Status.CHANGED)),
        (Status.SUGGESTED, (Status.ADDED, Status.SUGGESTED)),
    ):
        filled.apply(SetStatus((new.id, person.id), status))
        found = [filled.annotation(key) for key in (new.id, person.id)]
        assert tuple(mark.status for mark in found if mark) == expected
    assert filled.annotation(person.id) == replace(person, updated_at=found[1].updated_at if found[1] else "")


_MOVES = ("add", "change", "status", "remove", "note", "verdict", "articles", "undo", "redo", "batch")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(_MOVES), st.integers(0, 1000)), max_size=25))
@example([("articles", 1), ("change", 0), ("add", 142)])  # a decision while an article it speaks to is removed
@example([("articles", 0), ("add", 12), ("articles", 0), ("change", 1)])  # a decision in an article that is removed
@example([("articles", 1), ("add", 558), ("articles", 1), ("change", 0)])
def test_any_edits_undone_and_redone_give_the_same_file(moves: list[tuple[str, int]]) -> None:
    make = Making()
    with TemporaryDirectory() as folder, Project.create(Path(folder) / "story.mizan", "سارة") as project:
        project.import_articles(make.articles())
        project.store_analysis([make.analysis(article) for article in make.articles()])
        first = dump(project)
        known = project.history()[0].id
        for move, number in moves:
            _do(project, make, move, number)
        last = dump(project)
        depth = 0
        while (entry := project.can_undo) and entry.id > known:
            project.undo()
            depth += 1
        assert dump(project) == first
        for _ in range(depth):
            project.redo()
        assert dump(project) == last
        assert project.check() == []


def _do(project: Project, make: Making, move: str, number: int) -> None:
    """One random step."""
    if move == "undo":
        if (entry := project.can_undo) and entry.text != "ImportArticles":
            project.undo()
        return
    if move == "redo":
        project.redo()
        return
    edit = _random(project, make, move, number)
    if edit:
        project.apply(edit)


def _random(project: Project, make: Making, move: str, number: int) -> Edit | None:
    articles = make.articles()
    article = articles[number % len(articles)]
    words = article.text.split()
    word = words[number % len(words)]
    marks = [mark for one in articles for mark in project.annotations(one.id)]
    mark = marks[number % len(marks)] if marks else None
    if move == "add":
        return AddAnnotation(article.id, make.entity(article.text, word, "LOC" if number % 2 else "ORG"))
    if move == "verdict":
        return SetVerdict((f"r{number % 3}",), list(VerdictKind)[number % len(VerdictKind)], None, str(number % 2))
    if move == "articles":
        there = {summary.id for summary in project.summaries()}
        return RemoveArticles((article.id,)) if article.id in there else ImportArticles((article,))
    if mark is None:
        return None
    if move == "change" and mark.layer == "entity":
        text = next(one.text for one in articles if one.id == mark.article_id)
        return ChangeAnnotation(mark.id, make.entity(text, text.split()[number % 5], "ORG"))
    if move == "status":
        statuses = (Status.ACCEPTED, Status.REJECTED, Status.SUGGESTED)
        return SetStatus(tuple(one.id for one in marks[: number % 5]), statuses[number % 3])
    if move == "remove":
        return RemoveAnnotation(mark.id)
    if move == "note":
        return SetNote(mark.id, str(number))
    return Batch((SetNote(mark.id, "قبل"), SetStatus((mark.id,), Status.ACCEPTED), RemoveAnnotation(mark.id)), "many")
