"""What editors decide about facts, without a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from making import Making

from core.cli import cli
from core.model import VerdictKind
from core.project import Project
from core.store.edits import SetVerdict


@pytest.fixture
def path(filled: Project) -> Path:
    """A project with one fact of three claims, closed."""
    filled.close()
    return filled.path


def _mizan(*arguments: object, code: int = 0) -> Result:
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == code, result.stderr
    return result


def _lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_two_passages_are_related_and_the_relation_is_withdrawn(path: Path, make: Making) -> None:
    first, second = make.articles()[:2]
    a, b = make.span(first.text, "الحدود هادئة"), make.span(second.text, "وصول الجنود")
    places = (f"0.txt:{a.start}-{a.end}", f"{second.id}:{b.start}-{b.end}")
    told = _mizan("relate-spans", path, *places, "--question", "هل وصلوا؟", "--note", "س", "--editor", "علي")
    assert "هل وصلوا؟" in told.stdout
    fact = next(line for line in _lines(_mizan("facts", path, "--json")) if line["question"] == "هل وصلوا؟")
    (relation,) = fact["relations"]
    assert (relation["relation"], relation["origin"], relation["verdict"]) == ("contradicts", "editor", "contradiction")
    (ruling,) = _lines(_mizan("rulings", path, "--json"))
    assert (ruling["id"], ruling["editor"], ruling["note"]) == (relation["id"], "علي", "س")
    assert _lines(_mizan("verdicts", path, "--json"))[0]["editor"] == "علي"
    assert _mizan("rulings", path, "--withdraw", relation["id"]).stdout == ""
    assert len(_lines(_mizan("facts", path, "--json"))) == 1
    assert _mizan("relate-spans", path, "0.txt:0-9999", places[1], code=1).stderr


def test_questions_are_renamed_split_and_merged(path: Path) -> None:
    (fact,) = _lines(_mizan("facts", path, "--json"))
    _mizan("rename-question", path, fact["id"], "كم عددهم؟")
    _mizan("split-fact", path, fact["id"], fact["claims"][0]["key"], "--question", "كم وصل؟")
    listed = [line.split("\t") for line in _mizan("facts", path).stdout.splitlines()]
    assert {(line[2], line[3]) for line in listed} == {("1", "كم وصل؟"), ("2", "كم عددهم؟")}
    _mizan("merge-facts", path, *(line[0] for line in listed))
    (merged,) = _lines(_mizan("facts", path, "--json"))
    assert len(merged["claims"]) == 3
    kinds = [line.split("\t")[1] for line in _mizan("--lang", "en", "rulings", path).stdout.splitlines()]
    assert kinds == ["question", "split", "merged"]


def test_verdicts_that_the_comparison_no_longer_finds_are_listed(path: Path) -> None:
    with Project.open(path, "سارة") as project:
        fact = project.facts()[0]
        project.apply(SetVerdict((fact.relation_id(fact.relations[0]),), VerdictKind.COMPATIBLE, note="نظرت"))
    assert _mizan("verdicts", path, "--obsolete").stdout == ""
    with Project.open(path) as project:
        project.store_facts([])
    (lost,) = _lines(_mizan("verdicts", path, "--obsolete", "--json"))
    assert (lost["obsolete"], lost["note"], lost["question"]) == (True, "نظرت", "كم عدد الجنود؟")
    assert lost["a"]["text"] == "ألف جندي"
