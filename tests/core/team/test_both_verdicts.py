"""Two editors' different verdicts on one pair: whoever decides later does not wipe out what was said before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_merge import relation

from core import exporters
from core.exporters.report.build import build
from core.model import Reason, Verdict, VerdictKind
from core.project import Project
from core.store.edits import PutVerdicts, SetVerdict
from core.store.versions import ResolveClash


@pytest.fixture
def both(copy_for) -> Project:
    """One file that was handed on: Sara decided, then Ali did."""
    with copy_for("سارة") as project:
        path, key = project.path, relation(project)
        project.apply(SetVerdict((key,), VerdictKind.CONTRADICTION, Reason.DATE))
    project = Project.open(path, "علي")
    project.apply(SetVerdict((key,), VerdictKind.COMPATIBLE))
    return project


def test_the_later_verdict_stands_and_the_earlier_one_is_kept_beside_it(both: Project) -> None:
    verdict = both.verdicts()[relation(both)]
    assert (verdict.kind, verdict.editor) == (VerdictKind.COMPATIBLE, "علي")
    assert verdict.others == (("سارة", VerdictKind.CONTRADICTION),)
    (clash,) = both.clashes()
    assert len(clash.versions) == 2
    assert [place.text for place in clash.places]
    both.undo()
    assert both.clashes() == []
    assert both.verdicts()[relation(both)].editor == "سارة"
    both.close()


def test_one_who_changes_his_own_mind_leaves_no_clash(both: Project) -> None:
    both.undo()
    both.editor = "سارة"
    both.apply(SetVerdict((relation(both),), VerdictKind.UPDATE))
    assert both.clashes() == []
    both.close()


def test_who_agrees_with_the_other_ends_the_clash(both: Project) -> None:
    both.editor = "سارة"
    both.apply(SetVerdict((relation(both),), VerdictKind.COMPATIBLE))
    assert both.verdicts()[relation(both)].others == ()
    both.close()


def test_what_is_settled_is_no_longer_told(both: Project) -> None:
    (clash,) = both.clashes()
    both.apply(ResolveClash(clash.kind, clash.key, clash.versions[0].id))
    assert both.verdicts()[relation(both)].others == ()
    (settled,) = both.clashes(settled=True)
    assert settled.final[0].editor == "علي"
    both.close()


def test_report_and_export_tell_both(both: Project, tmp_path: Path) -> None:
    exporters.export(both, "decisions", "jsonl", tmp_path / "decisions.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "decisions.jsonl").read_text("utf-8").splitlines()]
    assert {(row["editor"], row["decision"]) for row in rows if row["on"] == "relation"} == {
        ("علي", "compatible"),
        ("سارة", "contradiction"),
    }
    report = build(both, "تقرير", everything=True)
    told = [point.decision.reason for section in report.sections for point in section.points if point.decision]
    assert any("سارة" in reason for reason in told)
    both.close()


def test_a_verdict_that_is_imported_does_not_wipe_out_another(both: Project) -> None:
    both.undo()
    told = Verdict(relation(both), VerdictKind.UPDATE, editor="منى", decided_at="2999-01-01T00:00:00+00:00")
    both.apply(PutVerdicts((told,)))
    verdict = both.verdicts()[relation(both)]
    assert (verdict.editor, verdict.others) == ("منى", (("سارة", VerdictKind.CONTRADICTION),))
    both.close()
