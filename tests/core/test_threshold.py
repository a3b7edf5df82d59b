"""Doubtful suggestions are hidden, decisions never."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from making import Making

from core import exporters, threshold
from core.cli import cli
from core.model import Status
from core.project import Project
from core.store.edits import SetNote, SetStatus


def test_suggestions_below_the_threshold_are_hidden_and_decisions_and_notes_are_not(
    filled: Project, make: Making
) -> None:
    article = make.articles()[0]  # its entities score 0.75
    marks = filled.annotations(article.id)
    layers = [mark.layer for mark in marks]
    assert threshold.shown(marks, 0.75) == marks
    assert [mark.layer for mark in threshold.shown(marks, 0.76)] == [layer for layer in layers if layer != "entity"]
    first, second = (mark.id for mark in marks if mark.layer == "entity")
    filled.apply(SetStatus((first,), Status.REJECTED))
    filled.apply(SetNote(second, "راجعها"))
    assert threshold.shown(filled.annotations(article.id), 1.0) == filled.annotations(article.id)


@pytest.mark.parametrize(
    ("setting", "value"), [("", 0), ("0.6", 0.6), ("٠", 0), ("nan", 0), ("7", 1), ("-1", 0), ("نصف", 0)]
)
def test_a_setting_that_says_nothing_hides_nothing(setting: str, value: float) -> None:
    assert threshold.parse(setting) == value


def test_a_project_remembers_its_threshold(filled: Project) -> None:
    assert filled.threshold == 0
    filled.threshold = 0.8
    filled.close()
    with Project.open(filled.path) as again:
        assert again.threshold == 0.8


def test_exports_leave_doubtful_suggestions_out_when_asked(filled: Project, make: Making) -> None:
    mark = next(mark for mark in filled.annotations(make.articles()[0].id) if mark.layer == "entity")
    filled.apply(SetStatus((mark.id,), Status.ACCEPTED))
    every = list(exporters.table(filled, "annotations", "jsonl")[1])
    sure = list(exporters.table(filled, "annotations", "jsonl", 0.9)[1])
    kept = [row for row in every if row["status"] == "accepted" or row["label"] not in ("PER", "QUANTITY")]
    assert len(every) > len(sure) > 0
    assert sure == [row for row in every if row in kept or row["score"] is None or row["origin"] == "rule"]


def test_annotate_leaves_doubtful_entities_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("قال الرئيس جو بايدن يوم الثلاثاء إن 94000 جندي وصلوا إلى كييف.", encoding="utf-8")

    def entities(*options: str) -> list[dict[str, object]]:
        result = CliRunner().invoke(cli, ["annotate", str(tmp_path / "a.txt"), *options])
        assert result.exit_code == 0
        found: list[dict[str, object]] = json.loads(result.stdout)["entities"]
        return found

    every = entities()
    middle = sorted(float(str(entity["score"])) for entity in every)[len(every) // 2]
    assert entities("--min-score", str(middle)) == [one for one in every if float(str(one["score"])) >= middle]
    assert CliRunner().invoke(cli, ["annotate", str(tmp_path), "--min-score", "2"]).exit_code == 2


def test_hiding_changes_no_mark(filled: Project, make: Making) -> None:
    marks = filled.annotations(make.articles()[0].id)
    assert [replace(mark) for mark in threshold.shown(marks, 0.0)] == marks


def test_doubtful_quotes_are_hidden_too(filled: Project, make: Making) -> None:
    quote = next(mark for mark in filled.annotations(make.articles()[0].id) if mark.layer == "quote")
    doubtful = replace(quote, item=replace(quote.item, score=0.6))
    assert threshold.shown([quote, doubtful], 0.7) == [quote]
    assert threshold.shown([replace(doubtful, status=Status.ACCEPTED)], 0.7) != []
