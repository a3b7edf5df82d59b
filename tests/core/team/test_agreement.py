"""What counts as one thing that several editors judged, and what is said of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from making import Making

from core.cli import cli
from core.model import Annotation, Entity, Status, VerdictKind
from core.project import Project
from core.store.edits import AddAnnotation, ChangeAnnotation, SetStatus, SetVerdict
from core.team.agreement import Agreement, agreement
from core.team.merge import merge


def suggested(project: Project) -> list[Annotation]:
    return [mark for key in project.article_ids() for mark in project.annotations(key) if isinstance(mark.item, Entity)]


@pytest.fixture
def decided(copy_for: Any) -> list[Path]:
    """Sara and Ali agree on three marks of four and differ on a verdict; each adds the same name, cut differently."""
    paths = []
    for editor, rejected, words, verdict in (
        ("سارة", (3,), "وكالة النهر", VerdictKind.COMPATIBLE),
        ("علي", (2, 3), "النهر", VerdictKind.UPDATE),
    ):
        with copy_for(editor) as project:
            for number, mark in enumerate(suggested(project)[:4]):
                status = Status.REJECTED if number in rejected else Status.ACCEPTED
                project.apply(SetStatus((mark.id,), status))
            article = project.article(project.article_ids()[1])
            project.apply(AddAnnotation(article.id, Making().entity(article.text, words, "ORG")))
            fact = project.facts()[0]
            project.apply(SetVerdict((fact.relation_id(fact.relations[0]),), verdict))
            paths.append(project.path)
    return paths


def test_marks_of_one_place_are_one_unit(decided: list[Path]) -> None:
    found = agreement(decided)
    assert found.editors == {"سارة": 6, "علي": 6}
    entities = found.layers["entity"]
    assert (entities.overall.units, entities.overall.agreed) == (5, 4)
    assert entities.labels["ORG"].agreed == 1
    ((figures, _),) = entities.pairs.values()
    assert figures.cohen == pytest.approx((4 / 5 - 6 / 25) / (1 - 6 / 25))
    borders = [one for one in found.disagreements if one.layer == "entity" and one.text == "وكالة النهر"]
    assert [said[0] for said in borders[0].said.values()] == ["ORG", "ORG"]
    assert entities.labels["ORG"].unitizing is not None
    assert 0 < entities.labels["ORG"].unitizing < 1


def test_a_merged_project_says_the_same_as_its_sources(decided: list[Path], tmp_path: Path) -> None:
    merge(tmp_path / "merged.mizan", decided)
    merged, apart = agreement([tmp_path / "merged.mizan"]), agreement(decided)
    assert (merged.editors, merged.layers) == (apart.editors, apart.layers)
    assert merged.disagreements == apart.disagreements


def test_verdicts_are_compared_too(decided: list[Path]) -> None:
    found = agreement(decided)
    verdicts = found.layers["verdict"]
    assert (verdicts.overall.units, verdicts.overall.agreed, verdicts.overall.unitizing) == (1, 0, None)
    (one,) = (one for one in found.disagreements if one.layer == "verdict")
    assert {editor: said[0] for editor, said in one.said.items()} == {"سارة": "compatible", "علي": "update"}
    assert one.text == "كم عدد الجنود؟"
    assert len(one.articles) == 2


def test_a_proposal_left_undecided_says_nothing_an_absent_mark_says_none(copy_for: Any) -> None:
    with copy_for("سارة") as sara, copy_for("علي") as ali:
        first, second = suggested(sara)[:2]
        sara.apply(SetStatus((first.id, second.id), Status.ACCEPTED))
        text = sara.article(first.article_id).text
        sara.apply(AddAnnotation(first.article_id, Making().entity(text, "المحادثات", "MISC")))
        ali.apply(SetStatus((first.id,), Status.ACCEPTED))
        paths = [sara.path, ali.path]
    entities = agreement(paths).layers["entity"]
    assert (entities.overall.units, entities.overall.agreed) == (2, 1)
    assert entities.labels["MISC"].agreed == 0


def test_another_label_is_a_disagreement(copy_for: Any) -> None:
    paths = []
    for editor, label in (("سارة", "ORG"), ("علي", "LOC"), ("عمر", "ORG")):
        with copy_for(editor) as project:
            mark = suggested(project)[0]
            assert isinstance(mark.item, Entity)
            project.apply(ChangeAnnotation(mark.id, replace(mark.item, label=label)))
            paths.append(project.path)
    found = agreement(paths)
    assert [dict(one.said)["علي"][0] for one in found.disagreements] == ["LOC"]
    assert len(found.layers["entity"].pairs) == 3
    assert found.layers["entity"].pairs["سارة", "عمر"][0].agreed == 1


def test_editors_without_a_name_are_told_apart_by_their_files(copy_for: Any) -> None:
    paths = []
    for status in (Status.ACCEPTED, Status.REJECTED):
        with copy_for("") as project:
            project.apply(SetStatus((suggested(project)[0].id,), status))
            paths.append(project.path)
    assert list(agreement(paths).editors) == sorted(path.stem for path in paths)


def test_one_editor_alone_agrees_with_nobody(copy_for: Any) -> None:
    with copy_for("سارة") as project:
        project.apply(SetStatus((suggested(project)[0].id,), Status.ACCEPTED))
        found: Agreement = agreement([project.path])
    assert found.layers == {}


# The command line


def mizan(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)


def test_the_commands_say_what_was_united_and_what_clashes(decided: list[Path], tmp_path: Path) -> None:
    result = mizan("merge", tmp_path / "merged.mizan", *decided)
    assert result.exit_code == 0, result.stderr
    assert "سارة" in result.stderr
    assert "Wrote" in result.stderr
    assert "تناقض" not in result.stdout
    assert "قرارات متعارضة: 2" in result.stdout
    english = mizan("--lang", "en", "agreement", tmp_path / "merged.mizan")
    assert english.exit_code == 0
    assert "Krippendorff" in english.stdout
    assert "compatible" in english.stdout


def test_a_bad_input_is_named_and_the_rest_is_done(decided: list[Path], tmp_path: Path) -> None:
    junk = tmp_path / "junk.mizan"
    junk.write_text("junk", encoding="utf-8")
    for arguments in (("merge", tmp_path / "merged.mizan"), ("agreement", "--json")):
        result = mizan(*arguments, junk, *decided)
        assert result.exit_code == 1
        assert "junk.mizan" in result.stderr
        assert result.stdout
    assert (tmp_path / "merged.mizan").exists()
    assert mizan("merge", tmp_path / "none.mizan", junk).exit_code == 1
    assert not (tmp_path / "none.mizan").exists()


def test_json_holds_everything(decided: list[Path]) -> None:
    result = mizan("agreement", "--json", *decided)
    found = json.loads(result.stdout)
    assert [one["name"] for one in found["editors"]] == ["سارة", "علي"]
    entities = found["layers"]["entity"]
    assert {"alpha", "unitizing_alpha", "fleiss_kappa"} <= entities.keys()
    assert entities["pairs"][0]["editors"] == ["سارة", "علي"]
    assert {"cohen_kappa"} <= entities["pairs"][0]["labels"]["PER"].keys()
    assert entities["articles"][0]["units"] > 0
    one = next(one for one in found["disagreements"] if one["layer"] == "entity")
    assert set(one["editors"]) == {"سارة", "علي"}
    assert {"label", "start", "end"} <= one["editors"]["علي"].keys()
