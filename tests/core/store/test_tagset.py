"""The labels of a project, and what becomes of the marks of one that goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.model import Article, Entity, Label, Origin, Status
from core.project import Project
from core.store.edits import AddAnnotation, Batch, SetStatus
from core.store.tagset import LabelSpec, Relabel, SetTagset

TEXT = "رست السفينة «بدر» في الميناء."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "a.mizan", "هدى") as project:
        project.import_articles([Article("a1", TEXT)])
        for start, end in ((4, 11), (13, 16)):
            words = TEXT[start:end]
            mark = Entity(start, end, words, "سفينة", words, Origin.EDITOR, 1.0)
            project.apply(AddAnnotation("a1", mark, id=f"m{start}"))
        yield project


def labels(project: Project) -> list[str]:
    return [mark.item.label for mark in project.annotations("a1")]


def test_they_stand_in_the_order_that_was_wanted(project: Project) -> None:
    specs = (LabelSpec("سفينة", "", "teal", "ما يبحر"), LabelSpec("LOC", "موضع"), LabelSpec("MISC", hidden=True))
    project.apply(SetTagset(specs))
    assert project.tagset()[:3] == list(specs)
    assert set(project.labels()) == {*map(str, Label), "سفينة"}
    assert "MISC" not in project.offered_labels()
    project.undo()
    assert project.labels() == [*map(str, Label), "سفينة"]
    assert project.tagset() == [LabelSpec(label) for label in project.labels()]


def test_a_label_is_renamed_with_its_marks_and_back(project: Project) -> None:
    project.apply(SetStatus(("m4",), Status.REJECTED))
    specs = tuple(LabelSpec("مركب") if spec.label == "سفينة" else spec for spec in project.tagset())
    project.apply(Batch((Relabel("سفينة", "مركب"), SetTagset(specs)), "SetTagset"))
    assert labels(project) == ["مركب", "مركب"]
    assert [mark.status for mark in project.annotations("a1")] == [Status.REJECTED, Status.ADDED]
    assert project.labels() == [*map(str, Label), "مركب"]
    project.undo()
    assert labels(project) == ["سفينة", "سفينة"]
    assert "مركب" not in project.labels()


def test_the_marks_of_a_deleted_label_go_with_it(project: Project) -> None:
    project.apply(Relabel("سفينة"))
    assert labels(project) == []
    project.undo()
    assert labels(project) == ["سفينة", "سفينة"]


def test_fields_of_another_version_are_passed_over(project: Project) -> None:
    project.set_setting("tagset", '[{"label": "LOC", "name": "موضع", "shape": "round"}]')
    assert project.tagset()[0] == LabelSpec("LOC", "موضع")
