"""Exports of ours and of others into projects on disk, by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from making import Making

from core import exporters
from core.cli import cli
from core.interchange import kind_of, take_in
from core.model import Annotation, Reason, Status, VerdictKind
from core.project import Project
from core.store.edits import SetLabels, SetNote, SetStatus, SetVerdict
from core.store.naming import MergeNames


@pytest.fixture
def worked_on(tmp_path: Path, make: Making) -> Path:
    """A project in which editors decided all sorts of things."""
    path = tmp_path / "worked.mizan"
    with Project.create(path, "هدى") as project:
        articles = make.articles()
        project.import_articles(articles)
        project.store_analysis([make.analysis(article) for article in articles])
        first, second = articles[0], articles[1]
        sides = [(article, make.claim(article.text, "ألف جندي")) for article in (first, second)]
        project.store_facts([make.fact(*sides)])
        fact = project.facts()[0]
        marks = project.annotations(first.id)
        project.apply(SetStatus((marks[0].id,), Status.REJECTED))
        project.apply(SetStatus((marks[1].id,), Status.ACCEPTED))
        project.apply(SetNote(marks[2].id, "يُراجع\nغدا"))
        project.apply(SetLabels(("سلاح",)))
        project.apply(MergeNames(("سليم العابد",), "سليم العابد (وزير)"))
        key = fact.relation_id(fact.relations[0])
        project.apply(SetVerdict((key,), VerdictKind.CONTRADICTION, Reason.SCOPE, "رقمان"))
    return path


def _mizan(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["--lang", "en", *map(str, arguments)])


def _marks(path: Path) -> list[Annotation]:
    with Project.open(path, read_only=True) as project:
        return [mark for key in project.article_ids() for mark in project.annotations(key)]


def test_a_whole_project_is_restored_to_the_row(worked_on: Path, tmp_path: Path) -> None:
    out, again = tmp_path / "p.jsonl", tmp_path / "again.mizan"
    assert _mizan("export", worked_on, "--what", "project", "-o", out).exit_code == 0
    assert _mizan("new", again).exit_code == 0
    assert _mizan("import", again, out).exit_code == 0
    with Project.open(worked_on) as one, Project.open(again) as two:
        assert list(two.dump()) == list(one.dump())
        assert two.check() == []
        assert two.can_undo == one.can_undo
        assert two.search("جندي") == one.search("جندي")
    refused = _mizan("import", again, out)
    assert refused.exit_code == 1
    assert "only an empty one can take in" in refused.stderr


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"table": "texts"', '"table": "nowhere"', "is no row of a project"),
        ('"text": "قال', '"text": "نفى', "do not fit each other"),
        ('{"mizan-project": ', '{"mizan-project": 99', "newer version"),
        ('"start": ', '"start": "x', "p.jsonl, line"),
    ],
)
def test_a_changed_dump_is_refused_and_brings_nothing(
    worked_on: Path, tmp_path: Path, old: str, new: str, said: str
) -> None:
    out = tmp_path / "p.jsonl"
    with Project.open(worked_on, read_only=True) as project:
        exporters.export(project, "project", "jsonl", out)
    out.write_text(out.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    with Project.create(tmp_path / "again.mizan") as project:
        before = list(project.dump())
        with pytest.raises(Exception, match=said):
            take_in(project, out, "project", lambda _: None)
        assert list(project.dump()) == before


_TABLES = ("csv", "xlsx", "jsonl")  # which hold no text
_OTHERS = ("doccano", "label-studio", "brat", "webanno", "uima-xmi", "uima-json", "refi-qda")


@pytest.mark.parametrize("format_", [*_OTHERS, *_TABLES])
def test_marks_of_every_format_come_back_by_command(worked_on: Path, tmp_path: Path, format_: str) -> None:
    out, again = tmp_path / f"x{exporters.FORMATS[format_].suffix}", tmp_path / "again.mizan"
    assert _mizan("export", worked_on, "--what", "annotations", "--format", format_, "-o", out).exit_code == 0
    assert _mizan("new", again).exit_code == 0
    if format_ in _TABLES:
        with Project.open(worked_on) as one, Project.open(again) as two:
            two.import_articles(one.articles())
    done = _mizan("import", again, out)
    assert done.exit_code == 0, done.stderr
    assert _marks(again) == _marks(worked_on)
    with Project.open(again) as project:
        project.undo()
        assert not _marks(again)


def test_verdicts_come_back_from_claim_review(worked_on: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonld"
    done = _mizan("export", worked_on, "--what", "contradictions", "--format", "claim-review", "-o", out)
    assert done.exit_code == 0
    assert kind_of(out) == "claim-review"
    with Project.open(worked_on) as project:
        before = project.verdicts()
        project.undo()
        assert project.verdicts() != before
        assert take_in(project, out, "claim-review", lambda _: None).verdicts == 1
        assert project.verdicts() == before


def test_a_bare_mark_accepts_the_suggestion_that_it_repeats(worked_on: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.conll"
    told = _mizan("export", worked_on, "--what", "annotations", "--format", "conll", "-o", out)
    assert "What this format could not hold" in told.stderr
    before = {mark.id: mark for mark in _marks(worked_on)}
    assert _mizan("import", worked_on, out).exit_code == 0
    for mark in _marks(worked_on):
        was = before[mark.id]
        repeated = mark.layer == "entity" and was.status is Status.SUGGESTED
        assert mark.status is (Status.ACCEPTED if repeated else was.status)
        assert mark.item == was.item


def test_an_unknown_label_is_told_and_taken(worked_on: Path, tmp_path: Path, make: Making) -> None:
    line = '{"text": "وصل قارب", "label": [[4, 8, "مركب"], [0, 3, ""]]}'
    (tmp_path / "x.jsonl").write_text(line, encoding="utf-8")
    done = _mizan("import", worked_on, tmp_path / "x.jsonl")
    assert done.exit_code == 1
    assert "New labels: مركب." in done.stderr
    assert "x.jsonl, line 1, mark 2: it has no label" in done.stderr
    assert any(mark.label == "مركب" for mark in _marks(worked_on))


def test_a_format_that_does_not_fit_is_one_sentence(worked_on: Path, tmp_path: Path) -> None:
    done = _mizan("export", worked_on, "--what", "facts", "--format", "brat", "-o", tmp_path / "x.zip")
    assert done.exit_code == 1
    assert done.stderr.strip().endswith("The format brat does not hold facts; choose one of: csv, xlsx, jsonl.")


def test_only_what_was_decided_is_written_when_asked(worked_on: Path, tmp_path: Path) -> None:
    out = tmp_path / "x.jsonl"
    _mizan("export", worked_on, "--what", "annotations", "--format", "jsonl", "-o", out, "--decided")
    decided = [mark for mark in _marks(worked_on) if mark.status is not Status.SUGGESTED]
    assert len(out.read_text("utf-8").splitlines()) == len(decided)
