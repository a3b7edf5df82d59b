"""Articles are given to editors: an edit like any other, seen as one's own by name or by identity."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core import exporters
from core.cli import main
from core.project import ClashKind, Project, ReviewFilter
from core.store.assigning import AssignArticles
from core.team.merge import merge


def test_it_is_an_edit_that_undo_takes_back(copy_for) -> None:
    with copy_for("سارة") as project:
        first, second, *_ = project.article_ids()
        touched = project.apply(AssignArticles((first, second), "علي"))
        assert touched.articles == {first, second}
        assert {key: one.assignee for key, one in project.assignments().items()} == {first: "علي", second: "علي"}
        assert not project.apply(AssignArticles((first,), "علي")), "nothing changes"
        project.apply(AssignArticles((first,), ""))
        assert list(project.assignments()) == [second]
        project.undo()
        project.undo()
        assert project.assignments() == {}


def test_ones_own_articles_are_known_by_identity_and_by_name(copy_for) -> None:
    with copy_for("سارة") as project:
        first, second, *_ = project.article_ids()
        project.apply(AssignArticles((first,), "علي"))
        project.editor, project.editor_identity = "علي", "a1b2c3d4e5f60718"
        assert project.assignments()[first].mine
        project.apply(AssignArticles((second,), project.editor))
        project.editor = "علي الحسن"
        project.rename_editor()
        assert set(project.editors().values()) >= {"سارة"}
        assert [key.id for key in project.review_queue(ReviewFilter(mine=True))] == []


def test_two_people_of_one_name_are_two(copy_for, tmp_path: Path) -> None:
    paths = []
    for identity in ("1111aaaa", "2222bbbb"):
        with copy_for("علي") as project:
            project.editor_identity = identity
            project.apply(AssignArticles((project.article_ids()[0],), "علي" if identity[0] == "1" else "سارة"))
            paths.append(project.path)
    merge(tmp_path / "both.mizan", paths)
    with Project.open(tmp_path / "both.mizan") as both:
        assert {"علي (1111)", "علي (2222)"} <= set(both.editors().values())
        (clash,) = both.clashes()
        assert clash.kind is ClashKind.ASSIGNMENT
        assert {one.editor for one in clash.versions} == {"علي (1111)", "علي (2222)"}


def test_a_name_that_changed_is_the_same_editor(copy_for, tmp_path: Path) -> None:
    paths = []
    for name in ("سمر", "سمر الأحمد"):
        with copy_for(name) as project:
            project.editor_identity = "feed0000"
            project.apply(AssignArticles((project.article_ids()[len(paths)],), "زيد"))
            if paths:
                with project._store.transaction() as connection:
                    connection.execute("UPDATE editors SET named_at = '2099' WHERE id = 'feed0000'")
            paths.append(project.path)
    for order in (paths, paths[::-1]):
        out = tmp_path / f"{order[0].stem}-first.mizan"
        merge(out, order)
        with Project.open(out) as both:
            assert both.editors()["feed0000"] == "سمر الأحمد"


def test_the_command_gives_and_lists(copy_for, capsys: pytest.CaptureFixture[str]) -> None:
    with copy_for("سارة") as project:
        path, (first, second, *_) = project.path, project.article_ids()
        file = project.summaries()[1].file
    assert main(["assign", str(path), "علي", first, file]) == 0
    assert main(["assign", str(path), "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]
    assert {(line["article"], line["editor"]) for line in lines} == {(first, "علي"), (second, "علي")}
    assert main(["assign", str(path), "--nobody", first]) == 0
    with Project.open(path) as project:
        assert list(project.assignments()) == [second]
    assert main(["assign", str(path), "علي", "لا شيء"]) == 1


def test_who_works_on_it_stands_in_the_exports_and_in_the_overview(copy_for, tmp_path: Path) -> None:
    with copy_for("سارة") as project:
        first = project.article_ids()[0]
        project.apply(AssignArticles((first,), "علي"))
        exporters.export(project, "articles", "jsonl", tmp_path / "articles.jsonl")
        rows = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text("utf-8").splitlines()]
        assert {row["article_id"]: row["assigned_to"] for row in rows}[first] == "علي"
        assert [one.editor for one in project.overview().progress if one.id == first] == ["علي"]
