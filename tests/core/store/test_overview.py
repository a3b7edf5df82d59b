"""The numbers of the overview and the times of the timeline, from a real project, headless."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.cli import cli
from core.compare.timeline import Precision, Telling
from core.model import (
    Analysis,
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Modality,
    Origin,
    Relation,
    RelationKind,
    Show,
    Span,
    Status,
    TimeValue,
    VerdictKind,
    article_id,
)
from core.project import Project
from core.store.edits import RemoveArticles, SetStatus, SetVerdict
from core.store.overview import ArticleProgress, EditorCount, LabelCount, SourcePair

RIVER = "يفتح الجسر في حلبا يوم الأحد، وبدأ العمل عام 2020."
BANK = "فُتح الجسر في حلبا مطلع مايو."


def article(text: str, source: str) -> Article:
    return Article(article_id(text), text, source, source, "", "2024-05-01")


def told(
    text: str, words: str, first: str, last: str, modality: Modality = Modality.ASSERTED, mod: str | None = None
) -> Claim:
    start = text.index(words)
    value = TimeValue(first[:7], first or None, last or None, mod=mod)
    return Claim(start, start + len(words), words, ClaimKind.TIME, Span(0, len(text)), value, modality)


OPENS = told(RIVER, "يوم الأحد", "2024-05-05", "2024-05-05", Modality.PLANNED)
BEGAN = told(RIVER, "عام 2020", "2020-01-01", "2020-12-31")
OPENED = told(BANK, "مطلع مايو", "2024-05-01", "2024-05-10", mod="START")
UNKNOWN = told(BANK, "فُتح", "", "")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    river, bank = article(RIVER, "النهر"), article(BANK, "الضفة")
    places = [
        Entity(text.index("حلبا"), text.index("حلبا") + 4, "حلبا", "LOC", "حلبا", Origin.RULE, 0.9)
        for text in (RIVER, BANK)
    ]
    claims = (ArticleClaim(river.id, OPENS), ArticleClaim(bank.id, OPENED))
    relations = (Relation(0, 1, RelationKind.REFINES, Show.CHECK, 0.8, "", "سبب.", "Reason."),)
    other = tuple(ArticleClaim(one.article_id, Claim(0, 4, "نص", ClaimKind.OTHER, Span(0, 5))) for one in claims)
    with Project.create(tmp_path / "story.mizan", "ليلى") as made:
        made.import_articles([river, bank])
        made.store_analysis(
            [
                Analysis(river, entities=(places[0],), claims=(OPENS, BEGAN)),
                Analysis(bank, entities=(places[1],), claims=(OPENED, UNKNOWN)),
            ]
        )
        agreed = Relation(0, 1, RelationKind.CORROBORATES, Show.AGREE, 0.8, "", "سبب.", "Reason.")
        made.store_facts(
            [
                Fact("f1", "متى يُفتح الجسر؟", "When?", ClaimKind.TIME, "", claims, relations),
                Fact("f2", "ماذا قيل؟", "What?", ClaimKind.OTHER, "", other, (agreed,)),
            ]
        )
        yield made


def test_times_of_shared_questions_and_all_of_them(project: Project) -> None:
    shared = project.moments()
    assert [(one.source, one.first, one.last, one.telling, one.precision) for one in shared] == [
        ("النهر", "2024-05-05", "2024-05-05", Telling.AHEAD, Precision.DAY),
        ("الضفة", "2024-05-01", "2024-05-10", Telling.REPORTED, Precision.ABOUT),
    ]
    assert {one.question for one in shared} == {"متى يُفتح الجسر؟"}
    assert [one.text for one in project.moments(shared=False)] == ["يوم الأحد", "مطلع مايو", "عام 2020"]


def test_rejected_times_and_removed_articles_are_off_the_axis(project: Project) -> None:
    river = article(RIVER, "النهر").id
    began = next(mark.id for mark in project.annotations(river) if mark.item == BEGAN)
    project.apply(SetStatus((began,), Status.REJECTED))
    assert "عام 2020" not in [one.text for one in project.moments(shared=False)]
    project.apply(RemoveArticles((river,)))
    assert [one.text for one in project.moments(shared=False)] == ["مطلع مايو"]


def test_the_numbers_follow_the_decisions(project: Project) -> None:
    river, bank = article(RIVER, "النهر"), article(BANK, "الضفة")
    before = project.overview()
    assert (before.articles, before.analysed, before.editors, before.verdicts) == (2, 2, (), {})
    assert before.labels == (LabelCount("claim", "time", 4, 0, 0), LabelCount("entity", "LOC", 2, 0, 0))
    assert before.pairs == (SourcePair("الضفة", "النهر", 1, 0, 1, 0, 1),)
    place = next(mark.id for mark in project.annotations(river.id) if mark.label == "LOC")
    other = next(mark.id for mark in project.annotations(bank.id) if mark.label == "LOC")
    project.apply(SetStatus((place,), Status.ACCEPTED))
    project.apply(SetStatus((other,), Status.REJECTED))
    fact = project.facts()[0]
    project.apply(SetVerdict((fact.relation_id(fact.relations[0]),), VerdictKind.CONTRADICTION))
    after = project.overview()
    assert after.labels[1] == LabelCount("entity", "LOC", 0, 1, 1)
    assert after.editors == (EditorCount("ليلى", 2, 1),)
    assert after.verdicts == {VerdictKind.CONTRADICTION: 1}
    assert after.shows == {Show.CHECK: (1, 1), Show.AGREE: (1, 0)}
    assert after.pairs == (SourcePair("الضفة", "النهر", 1, 1, 0, 0, 0),)
    assert after.progress[0] == ArticleProgress(river.id, "النهر", "النهر", "2024-05-01", 2, 1, 1, 1)
    project.apply(RemoveArticles((bank.id,)))
    left = project.overview()
    assert (left.articles, left.pairs, left.verdicts) == (1, (), {})
    assert left.labels[1] == LabelCount("entity", "LOC", 0, 1, 0)


def test_both_are_told_on_the_command_line(project: Project) -> None:
    path = project.path
    project.close()

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(cli, ["--lang", "ar", *arguments, str(path)], catch_exceptions=False)
        assert result.exit_code == 0, result.stderr
        return result.stdout

    told = json.loads(run("timeline", "--all", "--json"))["moments"]
    assert [(one["text"], one["telling"]) for one in told] == [
        ("عام 2020", "reported"),
        ("مطلع مايو", "reported"),
        ("يوم الأحد", "ahead"),
    ]
    found = json.loads(run("overview", "--json"))
    assert found["pairs"] == [
        {"a": "الضفة", "b": "النهر", "agree": 1, "conflict": 0, "check": 1, "update": 0, "undecided": 1}
    ]
    assert "مطلع مايو" in run("timeline")
    assert "النهر" in run("overview")
