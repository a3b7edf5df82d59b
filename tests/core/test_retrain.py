"""A project's tagger is retrained on its decisions, kept where that helps, and put aside again."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from making import Making

from core.analyzing import analyze_project
from core.cli import cli
from core.errors import KnownError
from core.model import Entity, Origin
from core.project import Project
from core.retrain import retrain_project
from core.store.edits import AddAnnotation, Batch

WHO = ("كارلوس", "مارتن", "سيرجيو", "ألبرت", "نيكولا", "دانيال", "فيكتور", "أوليفر", "صامويل")
WHAT = ("زار", "غادر", "وصف", "دخل", "عبر", "رأى")
WHERE = ("المتحف", "الميناء", "السوق", "الملعب", "الجسر", "المصنع")
TEXTS = [
    "\n".join(f"{verb} {who} مكتب {what} صباحا برفقة الوفد." for verb, what in zip(WHAT, WHERE, strict=True))
    for who in WHO
]
NEW = "قصد غونزالو مكتب المطار صباحا برفقة الوفد."


def decide(project: Project, texts: list[str]) -> None:
    """Mark «مكتب …» as a body in every sentence, as no shipped model would."""
    edits = []
    for text in texts:
        at = -1
        while (at := text.find("مكتب", at + 1)) >= 0:
            words = text[at : text.index(" ", at + 5)]
            item = Entity(at, at + len(words), words, "ORG", words, Origin.EDITOR, 1.0)
            edits.append(AddAnnotation(Making().article(text).id, item))
    project.apply(Batch(tuple(edits), "mark offices"))


@pytest.fixture
def decided(tmp_path: Path, make: Making) -> Path:
    """A closed project in which every sentence was decided on."""
    path = tmp_path / "offices.mizan"
    with Project.create(path, "سارة") as project:
        project.import_articles([make.article(text) for text in TEXTS])
        analyze_project(project)
        decide(project, TEXTS)
    return path


def bodies(project: Project, make: Making) -> list[str]:
    """The bodies that are suggested in an article that nobody has decided on."""
    project.import_articles([make.article(NEW)])
    analyze_project(project, again=True)
    return [mark.item.text for mark in project.annotations(make.article(NEW).id) if mark.label == "ORG"]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--lang", "en", *map(str, arguments)])


def test_a_retrained_project_reads_new_articles_as_its_editors_do(decided: Path, make: Making) -> None:
    with Project.open(decided) as project:
        assert bodies(project, make) == []
        result = retrain_project(project)
        assert result.sentences == 54
        assert result.is_better
        assert project.tagger()
        assert bodies(project, make) == ["مكتب المطار"]
    with Project.open(decided) as project:
        assert bodies(project, make) == ["مكتب المطار"]
        project.undo()
        assert project.tagger() == ""
        assert bodies(project, make) == []


def test_too_few_decisions_are_refused_and_change_nothing(project: Project, make: Making) -> None:
    project.import_articles([make.article(TEXTS[0])])
    analyze_project(project)
    decide(project, TEXTS[:1])
    with pytest.raises(KnownError, match="Only 6 sentences hold a decision"):
        retrain_project(project)
    assert project.tagger() == ""


def test_the_command_retrains_and_goes_back(decided: Path, make: Making) -> None:
    result = run("models", "retrain", decided)
    assert result.exit_code == 0
    assert "Sentences with decisions: 54" in result.stderr
    assert f"Analysed again: {len(TEXTS)}" in result.stderr
    with Project.open(decided) as project:
        assert project.tagger()
        assert project.check() == []
    assert run("models", "retrain", decided, "--shipped").exit_code == 0
    with Project.open(decided) as project:
        assert project.tagger() == ""
    assert "already" in run("models", "retrain", decided, "--shipped").stderr


def test_the_command_says_when_there_is_too_little_to_learn_from(tmp_path: Path) -> None:
    path = tmp_path / "empty.mizan"
    Project.create(path).close()
    result = run("models", "retrain", path)
    assert result.exit_code == 1
    assert "training needs" in result.stderr
