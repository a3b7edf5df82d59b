"""The engine by name: from the command line, in a project, and its vote in comparing. The worker is a real one."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from core.analyzing import analysis_steps
from core.cli import cli
from core.compare.facts import compare
from core.compare.nli import relate_all, voted
from core.compare.relate import relate
from core.errors import KnownError
from core.extract.camel import door
from core.extract.camel.door import Worker
from core.extract.learned import Lexicon
from core.extract.pipeline import analyze
from core.model import Analysis, Article, Entity, Layer, Origin, Show, article_id
from core.project import Project

_ONE = "قال سامي الحداد إن روسيا حشدت 94 ألف جندي قرب الحدود الأوكرانية."
_TWO = "قال سامي الحداد إن روسيا حشدت 175 ألف جندي قرب الحدود الأوكرانية."


@pytest.fixture
def models(worker: Worker, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Path]]:
    """Whoever starts a worker gets the one that is there; what was asked for."""
    asked: list[dict[str, Path]] = []

    @contextmanager
    def shared(**models: Path) -> Iterator[Worker]:
        asked.append(models)
        yield worker

    monkeypatch.setattr(door, "Worker", shared)
    return asked


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in (("one.txt", _ONE), ("two.txt", _TWO)):
        (made / name).write_text(text, encoding="utf-8")
    return made


def _mizan(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], prog_name="mizan")


def test_annotate(models: list[Any], tiny: Path, folder: Path) -> None:
    result = _mizan("annotate", folder, "--engine", f"camel:{tiny / 'known'}")
    assert result.exit_code == 0, result.stderr
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line["text"] for line in lines] == [_ONE, _TWO]
    assert [entity["text"] for entity in lines[0]["entities"] if entity["origin"] == "camel"] == [
        "سامي الحداد",
        "روسيا",
    ]
    assert "boilerplate" not in lines[0]
    assert models == [{"ner": tiny / "known"}]


def test_tag(models: list[Any], tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "tokens.iob").write_text("قال\nسامي\nالحداد\n\u200f\n\nروسيا\n", encoding="utf-8")
    result = _mizan("tag", tmp_path / "tokens.iob", "--engine", f"camel:{tiny / 'known'}")
    assert result.stdout == "قال\tO\nسامي\tB-PERS\nالحداد\tI-PERS\n\u200f\tO\n\nروسيا\tB-ORG\n"


def test_analyze(models: list[Any], tiny: Path, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.mizan"
    assert _mizan("new", path).exit_code == 0
    assert _mizan("import", path, folder).exit_code == 0
    result = _mizan("analyze", path, "--engine", f"camel:{tiny / 'known'}")
    assert result.exit_code == 0, result.stderr
    with Project.open(path, read_only=True) as project:
        marks = [mark.item for mark in project.annotations(article_id(_ONE)) if mark.layer is Layer.ENTITY]
        assert {mark.text for mark in marks if isinstance(mark, Entity) and mark.origin is Origin.CAMEL} == {
            "سامي الحداد",
            "روسيا",
        }
        assert project.facts()


def test_an_engine_that_is_not_ready_changes_nothing(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.mizan"
    _mizan("new", path)
    _mizan("import", path, folder)
    result = _mizan("analyze", path, "--engine", "camel")
    assert result.exit_code == 1
    assert "mizan models install" in result.stderr
    with Project.open(path, read_only=True) as project:
        assert len(project.pending_ids()) == 2
    assert _mizan("annotate", folder, "--engine", "nonsense").exit_code == 2
    assert _mizan("annotate", folder, "--engine", "camel:").exit_code == 2


def test_a_window_goes_on_while_the_worker_reads(tiny: Path, tmp_path: Path) -> None:
    """The steps come before the model is even loaded, and closing them ends the worker."""
    with Project.create(tmp_path / "p.mizan") as project:
        project.import_articles([Article(article_id(_ONE), _ONE)])
        with closing(analysis_steps(project, engine=f"camel:{tiny / 'known'}")) as steps:
            assert [next(steps)[:2] for _ in range(8)] == [(0, 1)] * 8
        assert project.pending_ids()


def test_models_are_listed_and_installed(tiny: Path, own_data: Path) -> None:
    assert _mizan("models", "install", "mine", "--from", tiny / "known").exit_code == 0
    assert _mizan("models", "install", "pairs", "--from", tiny / "pairs").exit_code == 0
    engines = {line["name"]: line for line in map(json.loads, _mizan("models", "--json").stdout.splitlines())}
    assert list(engines) == ["builtin", "camel", "pairs"]
    assert engines["camel"]["installed"]
    assert engines["camel"]["path"] == str(own_data / "mine")
    assert engines["camel"]["size"] > 100_000
    assert engines["pairs"]["source"] == str(tiny / "pairs")
    table = _mizan("--lang", "en", "models").stdout
    assert "✓ installed" in table
    assert "apache-2.0" in table
    wrong = _mizan("--lang", "en", "models", "install", "mine", "--from", own_data)
    assert wrong.exit_code == 1
    assert "config.json" in wrong.stderr
    assert len(wrong.stderr.splitlines()) == 1


def _odds(stance: str) -> dict[str, float]:
    return {name: 0.9 if name == stance else 0.05 for name in ("agree", "disagree", "other")}


def test_a_vote_moves_the_scores_of_what_is_shown_and_nothing_else() -> None:
    texts = ("one", _ONE), ("two", _TWO)
    analyses: list[Analysis] = [analyze(Article(name, text, published="2021-12-04")) for name, text in texts]
    facts = compare(analyses)
    articles = [analysis.article for analysis in analyses]
    asked: list[tuple[str, str]] = []

    def judge(pairs: Any) -> list[dict[str, float]]:
        asked.extend(pairs)
        return [_odds("agree")] * len(pairs)

    after = voted(facts, articles, judge)
    shown = [relation for fact in facts for relation in fact.relations if relation.show is not Show.SILENT]
    assert shown
    assert len(asked) == 2 * len(shown)  # either way round
    assert all(first in _ONE and second in _TWO for first, second in asked[: len(shown)])
    for fact, moved in zip(facts, after, strict=True):
        assert moved.claims == fact.claims
        for relation, other in zip(fact.relations, moved.relations, strict=True):
            assert (other.kind, other.show, other.reason) == (relation.kind, relation.show, relation.reason)
            agrees = relation.kind in ("corroborates", "refines")
            expected = 0.75 * relation.score + 0.25 * (0.9 if agrees else 0.05)
            silent = relation.show is Show.SILENT
            assert other.score == (relation.score if silent else pytest.approx(expected, abs=1e-3))
    assert voted([], [], judge) == []


def test_a_vote_on_headlines_counts_half() -> None:
    pair = ("وقعت روسيا الاتفاق", "لم توقع روسيا الاتفاق")
    own, chance = relate(*pair)
    [(same, higher)] = relate_all([pair], lambda pairs: [_odds(own)] * len(pairs))
    assert same == own
    assert higher == pytest.approx((chance + 0.9) / 2)


def test_the_vote_on_the_command_line(models: list[Any], tiny: Path, folder: Path, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("id,s1,s2\n1,سامي في روسيا,الحداد في روسيا\n2,قال,شركة النور\n", encoding="utf-8")
    without, with_vote = _mizan("relate", pairs), _mizan("relate", pairs, "--nli", tiny / "pairs")
    assert with_vote.exit_code == 0, with_vote.stderr
    rows = [list(csv.DictReader(io.StringIO(result.stdout))) for result in (without, with_vote)]
    assert [row["id"] for row in rows[1]] == ["1", "2"]
    assert [row["score"] for row in rows[0]] != [row["score"] for row in rows[1]]
    assert models == [{"nli": tiny / "pairs"}]
    compared = [
        json.loads(_mizan("compare", folder, "--json", *more).stdout) for more in ((), ("--nli", tiny / "pairs"))
    ]
    assert [fact["id"] for fact in compared[0]["facts"]] == [fact["id"] for fact in compared[1]["facts"]]
    assert compared[0] != compared[1]


def test_a_model_of_names_has_no_vote(tiny: Path, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "pairs.csv").write_text("s1,s2\na,b\n")
    for command in (("compare", folder), ("relate", tmp_path / "pairs.csv")):
        result = _mizan("--lang", "en", *command, "--nli", tiny / "known")
        assert result.exit_code == 1
        assert "pairs of sentences" in result.stderr
        assert not result.stdout


def test_a_worker_that_dies_leaves_what_is_stored(
    worker: Worker, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second article kills it: the first is stored, the rest waits for the next run."""

    class Dying:
        def __init__(self, **models: Path) -> None:
            self.done = 0

        def __enter__(self) -> Dying:
            return self

        def __exit__(self, *error: object) -> None:
            return None

        def analyze(self, article: Article, lexicon: Lexicon) -> Analysis:
            self.done += 1
            if self.done > 1:
                raise KnownError("توقف", "ended abruptly")
            return worker.analyze(article, lexicon)

    monkeypatch.setattr(door, "Worker", Dying)
    with Project.create(tmp_path / "p.mizan") as project:
        project.import_articles([Article(article_id(text), text) for text in (_ONE, _TWO)])
        with pytest.raises(KnownError, match="ended abruptly"):
            list(analysis_steps(project, engine=f"camel:{tiny / 'known'}"))
        assert project.pending_ids() == [article_id(_TWO)]
