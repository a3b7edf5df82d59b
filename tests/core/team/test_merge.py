"""What becomes of decisions, articles and histories when projects are merged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from contents import content
from making import Making

from core.errors import KnownError
from core.model import Annotation, Entity, Reason, Status, Verdict, VerdictKind
from core.project import ClashKind, Project, Ruling, Version
from core.store.edits import (
    AddAnnotation,
    ChangeAnnotation,
    ChangeArticle,
    SetNote,
    SetStatus,
    SetVerdict,
)
from core.store.naming import MergeNames
from core.store.rulings import RelateSpans, RenameQuestion, SplitFact, WithdrawRulings
from core.store.versions import ResolveClash
from core.team.merge import merge


@contextmanager
def at(second: int) -> Iterator[None]:
    with patch("core.store.history.now", lambda: f"2030-01-01T00:00:{second:02}+00:00"):
        yield


def name_mark(project: Project) -> Annotation:
    """The suggested person of the first article."""
    return next(mark for mark in project.annotations(project.article_ids()[0]) if mark.label == "PER")


def relation(project: Project) -> str:
    fact = project.facts()[0]
    return fact.relation_id(fact.relations[0])


def mark_of(version: Version) -> Annotation:
    assert isinstance(version.value, Annotation)
    return version.value


def merged(tmp_path: Path, *projects: Project, name: str = "merged.mizan") -> Path:
    for project in projects:
        project.close()
    report = merge(tmp_path / name, [project.path for project in projects])
    assert report.skipped == []
    return tmp_path / name


def test_decisions_on_different_marks_are_all_there(copy_for: Any, tmp_path: Path) -> None:
    sara, ali = copy_for("سارة"), copy_for("علي")
    first, second = sara.annotations(sara.article_ids()[0])[:2]
    sara.apply(SetStatus((first.id,), Status.ACCEPTED))
    ali.apply(SetStatus((second.id,), Status.REJECTED))
    text = ali.article(ali.article_ids()[1]).text
    ali.apply(AddAnnotation(ali.article_ids()[1], Making().entity(text, "وكالة النهر", "ORG"), "من عندي", id="added"))
    with Project.open(merged(tmp_path, sara, ali)) as project:
        found = {mark.id: mark for key in project.article_ids() for mark in project.annotations(key)}
        assert (found[first.id].status, found[first.id].editor) == (Status.ACCEPTED, "سارة")
        assert (found[second.id].status, found[second.id].editor) == (Status.REJECTED, "علي")
        assert (found["added"].status, found["added"].note) == (Status.ADDED, "من عندي")
        assert project.clashes() == []
        assert project.check() == []
        assert project.can_undo is None


def test_a_mark_decided_differently_is_kept_with_both_versions(copy_for: Any, tmp_path: Path) -> None:
    sara, ali = copy_for("سارة"), copy_for("علي")
    mark = name_mark(sara)
    assert isinstance(mark.item, Entity)
    with at(1):
        sara.apply(ChangeAnnotation(mark.id, replace(mark.item, label="ORG"), "رأيي"))
    with at(2):
        ali.apply(SetStatus((mark.id,), Status.REJECTED))
    with Project.open(merged(tmp_path, sara, ali)) as project:
        (clash,) = project.clashes()
        assert (clash.kind, clash.key, clash.subject) == (ClashKind.ANNOTATION, mark.id, mark.item.text)
        assert [(one.editor, one.out, one.current) for one in clash.versions] == [
            ("سارة", False, False),
            ("علي", True, True),
        ]
        assert (mark_of(clash.versions[0]).label, mark_of(clash.versions[0]).note) == ("ORG", "رأيي")
        now = project.annotation(mark.id)
        assert now is not None
        assert now.status is Status.REJECTED


def test_the_same_decision_is_no_clash_and_both_are_heard(copy_for: Any, tmp_path: Path) -> None:
    sara, ali = copy_for("سارة"), copy_for("علي")
    mark = name_mark(sara)
    for second, project in enumerate((sara, ali)):
        with at(second):
            project.apply(SetStatus((mark.id,), Status.ACCEPTED))
    with Project.open(merged(tmp_path, sara, ali)) as project:
        assert project.clashes() == []
        assert {(one.editor, one.label) for one in project.opinions()} == {("سارة", "PER"), ("علي", "PER")}


def test_different_verdicts_are_shown_and_not_overwritten(copy_for: Any, tmp_path: Path) -> None:
    sara, ali = copy_for("سارة"), copy_for("علي")
    key = relation(sara)
    with at(2):
        sara.apply(SetVerdict((key,), VerdictKind.CONTRADICTION, Reason.DATE, "تاريخان"))
    with at(1):
        ali.apply(SetVerdict((key,), VerdictKind.COMPATIBLE))
    with Project.open(merged(tmp_path, ali, sara)) as project:
        (clash,) = project.clashes()
        assert (clash.kind, clash.key, clash.subject) == (ClashKind.VERDICT, key, "كم عدد الجنود؟")
        said = [one.value for one in clash.versions]
        assert all(isinstance(one, Verdict) for one in said)
        assert [(one.editor, one.kind, one.note) for one in said if isinstance(one, Verdict)] == [
            ("علي", VerdictKind.COMPATIBLE, ""),
            ("سارة", VerdictKind.CONTRADICTION, "تاريخان"),
        ]
        assert project.verdicts()[key].kind is VerdictKind.CONTRADICTION


def test_a_decision_that_was_changed_knowingly_does_not_come_back(copy_for: Any, tmp_path: Path, base: Path) -> None:
    """Who starts from a colleague's decision and changes it has the last word, in whichever order they are merged."""
    with Project.open(base, "لينا") as lead, at(1):
        mark = name_mark(lead)
        lead.apply(SetStatus((mark.id,), Status.ACCEPTED))
        lead.apply(SetVerdict((relation(lead),), VerdictKind.UPDATE))
    untouched, ali = copy_for("سارة"), copy_for("علي")
    with at(2):
        ali.apply(SetStatus((mark.id,), Status.REJECTED))
        ali.apply(SetVerdict((relation(ali),), VerdictKind.UNDECIDED))
    with Project.open(merged(tmp_path, untouched, ali)) as project:
        assert project.clashes() == []
        now = project.annotation(mark.id)
        assert now is not None
        assert (now.status, now.editor) == (Status.REJECTED, "علي")
        assert project.verdicts() == {}


def test_editors_without_a_name_do_not_overwrite_each_other(copy_for: Any, tmp_path: Path) -> None:
    one, other = copy_for(""), copy_for("")
    mark = name_mark(one)
    one.apply(SetStatus((mark.id,), Status.ACCEPTED))
    other.apply(SetStatus((mark.id,), Status.REJECTED))
    with Project.open(merged(tmp_path, one, other)) as project:
        (clash,) = project.clashes()
        assert sorted(version.out for version in clash.versions) == [False, True]


def test_one_editor_on_two_machines_has_one_opinion_the_latest(copy_for: Any, tmp_path: Path) -> None:
    desk, home = copy_for("سارة"), copy_for("سارة")
    mark = name_mark(desk)
    with at(2):
        desk.apply(SetStatus((mark.id,), Status.REJECTED))
    with at(1):
        home.apply(SetStatus((mark.id,), Status.ACCEPTED))
    with Project.open(merged(tmp_path, desk, home)) as project:
        assert project.clashes() == []
        now = project.annotation(mark.id)
        assert now is not None
        assert now.status is Status.REJECTED


def test_names_merged_differently_are_a_clash(copy_for: Any, tmp_path: Path) -> None:
    sara, ali = copy_for("سارة"), copy_for("علي")
    sara.apply(MergeNames(("سليم العابد",), "سليم العابد الهاشمي"))
    ali.apply(MergeNames(("سليم العابد",), "سليم ع. العابد"))
    with Project.open(merged(tmp_path, sara, ali), "لينا") as project:
        names = [clash for clash in project.clashes() if clash.kind is ClashKind.NAME]
        assert names
        chosen = next(one for one in names[0].versions if one.editor == "علي")
        project.apply(ResolveClash(ClashKind.NAME, names[0].key, chosen.id))
        assert project.decided_names()[names[0].key] == "سليم ع. العابد"


def test_what_editors_decided_about_facts_is_united(copy_for: Any, tmp_path: Path, make: Making) -> None:
    sara, ali = copy_for("سارة"), copy_for("علي")
    first, second = (sara.article(key) for key in sara.article_ids()[:2])
    sides = first.id, make.span(first.text, "الحدود هادئة"), second.id, make.span(second.text, "وصول الجنود")
    with at(1):
        sara.apply(RelateSpans(*sides, note="لا يستقيمان"))
        sara.apply(RenameQuestion(sara.facts()[-1].id, "كم بلغ الحشد؟"))
    with at(2):
        ali.apply(RenameQuestion(ali.facts()[0].id, "كم عددهم؟"))
        (fact,) = ali.facts()
        ali.apply(SplitFact(fact.id, (fact.claims[2].key,)))
    with Project.open(merged(tmp_path, sara, ali), "لينا") as project:
        related, apart, soldiers = project.facts()
        assert [claim.claim.text for claim in related.claims] == ["الحدود هادئة", "وصول الجنود"]
        assert project.verdicts()[related.relation_id(related.relations[0])].note == "لا يستقيمان"
        assert (apart.question, soldiers.question) == ("كم عددهم؟", "كم عددهم؟")
        (clash,) = project.clashes()
        assert (clash.kind, clash.subject) == (ClashKind.RULING, "كم عدد الجنود؟")
        assert [one.value.question for one in clash.versions if isinstance(one.value, Ruling)] == [
            "كم بلغ الحشد؟",
            "كم عددهم؟",
        ]
        project.apply(ResolveClash(clash.kind, clash.key, clash.versions[0].id))
        assert project.clashes() == []
        assert "كم بلغ الحشد؟" in {one.question for one in project.facts()}


def test_a_decision_about_facts_that_was_taken_back_does_not_return(copy_for: Any, tmp_path: Path, base: Path) -> None:
    with Project.open(base, "لينا") as lead, at(1):
        lead.apply(RenameQuestion(lead.facts()[0].id, "كم؟"))
        compared = lead.facts()
    sara, ali = copy_for("سارة"), copy_for("علي")
    with at(2):
        ali.apply(WithdrawRulings((ali.rulings()[0].id,)))
    expected = ali.facts()
    with Project.open(merged(tmp_path, sara, ali)) as project:
        assert project.facts() == expected != compared


@pytest.fixture
def disputed(copy_for: Any, tmp_path: Path) -> Path:
    """A merged project with one mark and one relation on which Sara and Ali differ."""
    sara, ali = copy_for("سارة"), copy_for("علي")
    with at(1):
        sara.apply(SetStatus((name_mark(sara).id,), Status.ACCEPTED))
        sara.apply(SetVerdict((relation(sara),), VerdictKind.CONTRADICTION))
    with at(2):
        ali.apply(SetStatus((name_mark(ali).id,), Status.REJECTED))
        ali.apply(SetVerdict((relation(ali),), VerdictKind.UPDATE))
    return merged(tmp_path, sara, ali)


def test_choosing_a_version_settles_it_and_can_be_undone(disputed: Path) -> None:
    with Project.open(disputed, "لينا") as project:
        mark, verdict = project.clashes()
        for clash in (mark, verdict):
            chosen = next(one for one in clash.versions if one.editor == "سارة")
            project.apply(ResolveClash(clash.kind, clash.key, chosen.id))
        assert project.clashes() == []
        now = project.annotation(mark.key)
        assert now is not None
        assert (now.status, now.editor) == (Status.ACCEPTED, "لينا")
        assert project.verdicts()[verdict.key].kind is VerdictKind.CONTRADICTION
        settled = project.clashes(settled=True)
        assert [(one.settled, one.final[0].editor) for one in settled] == [(True, "لينا")] * 2
        assert {one.editor for one in settled[0].versions} == {"سارة", "علي"}
        project.undo()
        project.undo()
        assert project.clashes() == [mark, verdict]
        project.redo()
        assert project.clashes() == [verdict]


def test_what_stands_now_can_be_made_final(disputed: Path) -> None:
    with Project.open(disputed, "لينا") as project:
        mark, _ = project.clashes()
        item = mark_of(mark.versions[0]).item
        assert isinstance(item, Entity)
        project.apply(ChangeAnnotation(mark.key, replace(item, label="MISC")))
        assert len(project.clashes()[0].versions) == 3
        project.apply(ResolveClash(mark.kind, mark.key))
        assert [clash.kind for clash in project.clashes()] == [ClashKind.VERDICT]
        assert mark_of(project.clashes(settled=True)[0].final[0]).label == "MISC"


def test_a_choice_holds_when_the_sources_are_merged_again(disputed: Path, tmp_path: Path) -> None:
    with Project.open(disputed, "لينا") as project, at(9):
        for clash in project.clashes():
            project.apply(ResolveClash(clash.kind, clash.key, clash.versions[0].id))
    sources = sorted(path for path in tmp_path.glob("?.mizan"))
    assert len(sources) == 2
    merge(tmp_path / "again.mizan", [*sources, disputed])
    with Project.open(tmp_path / "again.mizan") as project:
        assert project.clashes() == []
        assert {one.final[0].editor for one in project.clashes(settled=True)} == {"لينا"}


def test_a_decision_after_the_choice_opens_the_clash_again(disputed: Path, tmp_path: Path) -> None:
    with Project.open(disputed, "لينا") as project, at(5):
        mark, _ = project.clashes()
        project.apply(ResolveClash(mark.kind, mark.key, mark.versions[0].id))
    ali = next(path for path in tmp_path.glob("?.mizan") if _editor(path) == "علي")
    with Project.open(ali, "علي") as project, at(6):
        project.apply(SetNote(mark.key, "ما زلت أرفض"))
    merge(tmp_path / "again.mizan", [ali, disputed])
    with Project.open(tmp_path / "again.mizan") as project:
        assert mark.key in {clash.key for clash in project.clashes()}


def test_two_who_chose_differently_are_a_clash(disputed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.mizan"
    other.write_bytes(disputed.read_bytes())
    for path, editor, which in ((disputed, "لينا", 0), (other, "عمر", 1)):
        with Project.open(path, editor) as project, at(5):
            mark, _ = project.clashes()
            project.apply(ResolveClash(mark.kind, mark.key, mark.versions[which].id))
    merge(tmp_path / "again.mizan", [other, disputed])
    with Project.open(tmp_path / "again.mizan") as project:
        found = next(clash for clash in project.clashes() if clash.key == mark.key)
        assert {one.editor for one in found.final} == {"لينا", "عمر"}


def test_articles_are_known_by_their_text_and_differences_are_kept(tmp_path: Path, make: Making) -> None:
    text, other = make.texts[0], make.texts[1]
    paths = []
    for number, (title, source) in enumerate((("", "النهر"), ("عنوان", "الضفة"))):
        path = tmp_path / f"{number}.mizan"
        paths.append(path)
        with Project.create(path) as project, at(number):
            project.import_articles([make.article(text, title=title, source="خطأ", file=f"{number}.txt")])
            project.import_articles([make.article(other)] if number else [])
            key = project.article_ids()[0]
            project.apply(ChangeArticle(replace(project.article(key), source=source)))
    report = merge(tmp_path / "merged.mizan", paths)
    assert report.united is not None
    assert (report.united.articles, report.united.shared) == (2, 1)
    (difference,) = report.united.differences
    assert (difference.column, difference.kept, difference.others) == ("source", "الضفة", ("النهر",))
    with Project.open(tmp_path / "merged.mizan") as project:
        article = next(one for one in project.articles() if one.text == text)
        assert (article.title, article.source) == ("عنوان", "الضفة")
        assert project.search("الحدود")


def test_histories_stay_readable(disputed: Path) -> None:
    with Project.open(disputed, "لينا") as project:
        entries = project.history()
        assert project.can_undo is None
        assert {(one.editor, one.text) for one in entries} >= {("سارة", "SetVerdict"), ("علي", "SetStatus")}
        assert len({one.id for one in entries}) == len(entries)
        assert entries == sorted(entries, key=lambda one: one.at, reverse=True)
        project.apply(SetNote(name_mark(project).id, "ملاحظة"))
        assert [one.text for one in project.history(2)] == ["SetNote", entries[0].text]


def test_the_sources_are_not_changed(copy_for: Any, tmp_path: Path) -> None:
    sara, ali = copy_for("سارة"), copy_for("علي")
    sara.apply(SetStatus((name_mark(sara).id,), Status.ACCEPTED))
    sara.close()
    ali.close()
    before = {path: path.read_bytes() for path in (sara.path, ali.path)}
    merge(tmp_path / "merged.mizan", list(before))
    assert {path: path.read_bytes() for path in before} == before
    left = {path.name for path in tmp_path.iterdir() if path.name.startswith((sara.path.name, ali.path.name))}
    assert left == {sara.path.name, ali.path.name}


def test_a_project_that_is_open_elsewhere_is_read_as_it_stands(copy_for: Any, tmp_path: Path) -> None:
    sara = copy_for("سارة")
    sara.apply(SetStatus((name_mark(sara).id,), Status.ACCEPTED))
    merge(tmp_path / "merged.mizan", [sara.path])
    with Project.open(tmp_path / "merged.mizan") as project:
        assert name_mark(project).status is Status.ACCEPTED
    sara.apply(SetStatus((name_mark(sara).id,), Status.REJECTED))
    sara.close()


def test_an_older_project_is_read_and_left_old(base: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(base)) as connection:
        connection.executescript("DROP TABLE versions; DROP TABLE merged_history; PRAGMA user_version = 2;")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'v3'")
        connection.commit()
    report = merge(tmp_path / "merged.mizan", [base])
    assert report.skipped == []
    with Project.open(tmp_path / "merged.mizan") as project:
        assert len(project.articles()) == 3
    with closing(sqlite3.connect(base)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE texts SET text = text || '.' WHERE number = 1",
        'UPDATE annotations SET "end" = "end" + 1 WHERE number = 1',
        "UPDATE annotations SET article_id = 'none' WHERE number = 1",
        "UPDATE history SET changes = '[['",
        "INSERT INTO versions VALUES ('x', 'annotations', 'k', NULL, '', 1, '', '{')",
    ],
)
def test_a_damaged_project_is_left_out_and_the_others_are_merged(copy_for: Any, tmp_path: Path, damage: str) -> None:
    sound, bad = copy_for("سارة"), copy_for("علي")
    sound.apply(SetStatus((name_mark(sound).id,), Status.ACCEPTED))
    sound.close()
    bad.close()
    with closing(sqlite3.connect(bad.path)) as connection:
        connection.execute(damage)
        connection.commit()
    report = merge(tmp_path / "both.mizan", [bad.path, sound.path])
    ((path, error),) = report.skipped
    assert path == bad.path
    assert bad.path.name in error.en
    merge(tmp_path / "one.mizan", [sound.path])
    assert content(tmp_path / "both.mizan") == content(tmp_path / "one.mizan")


def test_every_table_of_a_project_is_thought_of(disputed: Path) -> None:
    """Whoever adds a table decides what a merge makes of it, in core.store.union, and adds it here."""
    united = {"editors", "articles", "texts", "analysed", "annotations", "proposals", "waiting", "names", "settings"}
    united |= {"facts", "fact_claims", "relations", "verdicts", "versions", "history", "merged_history"}
    united |= {"rulings", "compared", "assignments"}
    made_anew = {"counters", "shadows", "followed"}
    for_undo = {"brought"}  # a merged history is to be read, not undone
    assert content(disputed).keys() == united | made_anew | for_undo


def test_where_nothing_can_be_read_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "junk.mizan").write_text("لا شيء", encoding="utf-8")
    report = merge(tmp_path / "out.mizan", [tmp_path / "junk.mizan", tmp_path / "none.mizan"])
    assert (len(report.skipped), report.united) == (2, None)
    assert [path.name for path in tmp_path.iterdir()] == ["junk.mizan"]


def test_an_existing_file_is_not_overwritten(base: Path) -> None:
    before = base.read_bytes()
    with pytest.raises(KnownError, match="exists already"):
        merge(base, [base])
    assert base.read_bytes() == before


def _editor(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM editors")}
    return "علي" if "علي" in names else "سارة"
