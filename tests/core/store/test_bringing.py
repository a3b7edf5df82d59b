"""Marks that come in by the thousand: written as they are read, taken back and brought back as one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import Making

from core.errors import KnownError
from core.model import Annotation, Article, Entity, Origin, Status
from core.project import Project
from core.store import bringing
from core.store.bringing import PutAnnotations
from core.store.edits import SetNote, SetStatus

_WORDS = 7


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setattr(bringing, "_PART", 2)
    with Project.create(tmp_path / "p.mizan", "هدى") as made:
        yield made


def _marks(article: Article, status: Status = Status.ADDED) -> list[Annotation]:
    found, start = [], 0
    for number, word in enumerate(article.text.split()[:_WORDS]):
        start = article.text.index(word, start)
        entity = Entity(start, start + len(word), word, "ORG", word, Origin.EDITOR, 1.0)
        found.append(
            Annotation(f"{article.id}-{number}", article.id, entity, status, "علي", "2026-01-01", "2026-01-02")
        )
        start += len(word)
    return found


def _all(project: Project) -> list[Annotation]:
    return [mark for key in project.article_ids() for mark in project.annotations(key)]


def test_a_file_of_many_portions_is_one_step_that_goes_and_comes_back(project: Project, make: Making) -> None:
    articles = make.articles()
    wanted = [mark for article in articles for mark in _marks(article)]
    items = [item for article in articles for item in (article, *_marks(article))]
    touched = project.apply(PutAnnotations("marks.jsonl", iter(items)))
    assert touched.articles == {article.id for article in articles}
    assert sorted(_all(project), key=lambda mark: mark.id) == sorted(wanted, key=lambda mark: mark.id)
    assert [entry.text for entry in project.history()] == ["PutAnnotations"]

    assert project.undo()
    assert project.article_ids() == []
    assert project.check() == []
    assert project.redo()
    assert sorted(_all(project), key=lambda mark: mark.id) == sorted(wanted, key=lambda mark: mark.id)
    assert {mark.editor for mark in _all(project)} == {"علي"}

    project.undo()
    project.import_articles(articles)  # what was undone is not done again
    assert project.redo() is None
    assert _all(project) == []


def test_what_was_brought_in_teaches_and_its_undo_forgets(project: Project, make: Making) -> None:
    article = make.articles()[0]
    project.apply(PutAnnotations("marks.jsonl", iter([article, *_marks(article)])))
    taught = project.learned()
    assert taught
    project.undo()
    assert project.learned() == []
    project.redo()
    assert project.learned() == taught


def test_known_marks_change_and_undo_gives_what_they_were(project: Project, make: Making) -> None:
    article = make.articles()[0]
    marks = _marks(article, Status.SUGGESTED)
    project.apply(PutAnnotations("first.jsonl", iter([article, *marks[:3]])))
    before = _all(project)
    again = [*_marks(article, Status.REJECTED)[:3], *marks[3:]]
    project.apply(PutAnnotations("second.jsonl", iter(again)))
    assert {mark.id: mark.status for mark in _all(project)} == {mark.id: mark.status for mark in again}
    project.undo()
    assert _all(project) == before
    assert project.apply(SetNote(marks[0].id, "يُراجع"))


def test_where_the_reader_fails_nothing_came_in(project: Project, make: Making) -> None:
    article = make.articles()[0]

    def broken() -> Iterator[Article | Annotation]:
        yield article
        yield from _marks(article)
        raise KnownError("تالف", "damaged")

    with pytest.raises(KnownError, match="damaged"):
        project.apply(PutAnnotations("marks.jsonl", broken()))
    assert project.article_ids() == []
    assert project.can_undo is None


def test_a_mark_with_other_words_than_its_article_is_a_bug(project: Project, make: Making) -> None:
    article = make.articles()[0]
    entity = Entity(0, 2, "؟؟", "ORG", "؟؟", Origin.EDITOR, 1.0)
    with pytest.raises(ValueError, match="reads"):
        project.apply(PutAnnotations("m", iter([article, Annotation("a", article.id, entity)])))


def _learn(project: Project) -> None:
    for _ in project.follow_steps():
        pass


def test_portions_are_one_step_and_teach_what_the_whole_file_does(project: Project, make: Making) -> None:
    articles = make.articles()
    items = [item for article in articles for item in (article, *_marks(article))]
    project.apply(PutAnnotations("marks.jsonl", iter(items)))
    _learn(project)
    taught, marks = project.learned(), {mark.id for mark in _all(project)}
    assert taught
    project.undo()

    portions = [items[start : start + 3] for start in range(0, len(items), 3)]
    done = [count for count, _ in project.put_steps("marks.jsonl", portions)]
    assert done[-1] == len(items)
    assert len(done) == len(portions)
    assert [entry.text for entry in project.history() if not entry.undone] == ["PutAnnotations"]
    assert project.has_followers
    _learn(project)
    assert (project.learned(), {mark.id for mark in _all(project)}) == (taught, marks)
    assert project.check() == []

    assert len(list(project.undo_steps())) == len(portions)
    _learn(project)
    assert (project.learned(), project.article_ids(), project.can_undo) == ([], [], None)
    project.redo()
    _learn(project)
    assert (project.learned(), {mark.id for mark in _all(project)}) == (taught, marks)


def test_what_is_decided_while_a_file_is_learned_from_counts(project: Project, make: Making) -> None:
    article = make.articles()[0]
    marks = _marks(article)
    for _ in project.put_steps("marks.jsonl", [[article, *marks[:4]], marks[4:]]):
        pass
    steps = project.follow_steps()
    next(steps)
    project.apply(SetStatus((marks[0].id,), Status.REJECTED))
    for _ in steps:
        pass
    taught = {mark for entry in project.learned() for mark in entry.decisions}
    assert marks[1].id in taught
    assert marks[0].id not in taught


def test_who_stops_a_file_half_way_takes_back_what_came_in_with_one_undo(project: Project, make: Making) -> None:
    article = make.articles()[0]
    marks = _marks(article)
    steps = project.put_steps("marks.jsonl", [[article, *marks[:2]], marks[2:4], marks[4:]])
    next(steps)
    next(steps)
    steps.close()
    assert len(_all(project)) == 4
    project.undo()
    assert (project.article_ids(), project.can_undo) == ([], None)
