"""Colleagues' projects taken into an open one: one step, a backup before it, and undo takes all of it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from contents import content
from making import Making
from test_merge import name_mark, relation

from core.cli import main
from core.errors import KnownError
from core.model import Analysis, Status, VerdictKind
from core.project import ClashKind, Project
from core.store import backups
from core.store.assigning import AssignArticles
from core.store.edits import SetStatus, SetVerdict
from core.team.merge import beside, merge

EDITED = ("articles", "annotations", "verdicts", "names", "rulings", "assignments", "versions", "settings")


@pytest.fixture
def pair(copy_for) -> tuple[Project, Path]:
    """The open project of Sara; Ali's file, with an article more, another verdict and another mind on a mark."""
    mine, other = copy_for("سارة"), copy_for("علي")
    article = Making().article("وصل سليم العابد إلى المدينة مساء، ولم يعلن شيئا.", title="عنوان رابع")
    other.import_articles([article])
    person = Making().entity(article.text, "سليم العابد")
    other.store_analysis([Analysis(article, entities=(person,))])
    other.apply(SetVerdict((relation(other),), VerdictKind.COMPATIBLE, note="نطاقان"))
    other.apply(SetStatus((name_mark(other).id,), Status.REJECTED))
    other.apply(AssignArticles((article.id,), "سارة"))
    other.close()
    mine.apply(SetVerdict((relation(mine),), VerdictKind.CONTRADICTION))
    mine.apply(SetStatus((name_mark(mine).id,), Status.ACCEPTED))
    return mine, other.path


def edited(path: Path) -> dict[str, object]:
    found = content(path)
    kept = {table: found[table] for table in EDITED if table != "articles"}
    # Texts that were put aside stay, as after an undone import; marks of theirs that nobody touched stay with them.
    live = {row[1] for row in found["articles"] if not row[-1]}
    kept["annotations"] = [row for row in found["annotations"] if row[1] in live]
    return kept | {"articles": sorted(live)}


def test_what_comes_is_told_before(pair: tuple[Project, Path]) -> None:
    mine, other = pair
    with beside(mine.path, [other]) as (draft, report):
        coming = mine.coming(draft)
    assert (coming.articles, coming.known) == (1, 3)
    assert (coming.verdicts, coming.marks) == (1, 1)
    assert len(report.merged) == 2
    mine.close()


def test_it_is_what_a_merge_into_a_new_file_makes(pair: tuple[Project, Path], tmp_path: Path) -> None:
    mine, other = pair
    with beside(mine.path, [other]) as (draft, _):
        mine.take_over(draft, ["علي.mizan"])
    assert {clash.kind for clash in mine.clashes()} == {ClashKind.ANNOTATION, ClashKind.VERDICT}
    assert len(mine.articles()) == 4
    assert mine.check() == []
    assert [one.mine for one in mine.assignments().values()] == [True]
    (verdict,) = mine.verdicts().values()
    assert verdict.others
    mine.close()
    merge(tmp_path / "new.mizan", [mine.path, other])
    both, new = edited(mine.path), edited(tmp_path / "new.mizan")
    for table in EDITED:
        assert both[table] == new[table], table


def test_undo_takes_all_of_it_back_and_redo_brings_it(pair: tuple[Project, Path]) -> None:
    mine, other = pair
    before = edited(mine.path)
    with beside(mine.path, [other]) as (draft, _):
        mine.take_over(draft, ["علي.mizan"])
    after = edited(mine.path)
    assert after != before
    mine.undo()
    assert edited(mine.path) == before
    assert mine.check() == []
    mine.redo()
    assert edited(mine.path) == after
    mine.close()


def test_a_backup_comes_first(pair: tuple[Project, Path]) -> None:
    mine, other = pair
    with beside(mine.path, [other]) as (draft, _):
        mine.take_over(draft, ["علي.mizan"])
    assert backups.listed(mine.path)[0].why == "merge"
    mine.close()


def test_a_project_that_was_changed_meanwhile_is_not_taken_back(pair: tuple[Project, Path]) -> None:
    mine, other = pair
    with beside(mine.path, [other]) as (draft, _):
        mine.apply(SetVerdict((relation(mine),), VerdictKind.UPDATE))
        with pytest.raises(KnownError, match="merge once more"):
            mine.take_over(draft, ["علي.mizan"])
    (verdict,) = mine.verdicts().values()
    assert verdict.kind is VerdictKind.UPDATE
    mine.close()


def test_a_merge_that_is_cancelled_leaves_nothing(pair: tuple[Project, Path], tmp_path: Path) -> None:
    mine, other = pair
    report = merge(tmp_path / "out.mizan", [mine.path, other], cancelled=lambda: True)
    assert report.merged == []
    assert not list(tmp_path.glob("out*"))
    mine.close()


def test_the_command_takes_the_others_in(pair: tuple[Project, Path], capsys: pytest.CaptureFixture[str]) -> None:
    mine, other = pair
    mine.close()
    assert main(["merge", "--into", str(mine.path), str(other), str(other.with_name("none.mizan"))]) == 1
    told = capsys.readouterr()
    assert "none.mizan" in told.err
    assert "1 new articles" in told.err
    assert "2" in told.out
    with Project.open(mine.path) as project:
        assert len(project.articles()) == 4
        assert not project.comparison_is_stale
        assert len(project.clashes()) == 2
        undone = project.can_undo
        assert undone is not None
        assert undone.text == "MergeProjects"
