"""Project as the window and the command line use it: import, analysis in steps, settings."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from making import Making

from core.analyzing import analysis_steps, analyze_project
from core.compare import facts, standing
from core.compare.growing import Growing
from core.errors import KnownError
from core.extract import pipeline
from core.model import Analysis, Article, Fact, Status
from core.project import ImportReport, Kind, Project, Touched
from core.store.edits import ChangeArticle, RemoveArticles, SetStatus


def small_compare(analyses: list[Analysis]) -> list[Fact]:
    """One fact of all claims, so that what is compared can be seen."""
    make = Making()
    sides = [(one.article, claim) for one in analyses for claim in one.claims[:1]]
    return [make.fact(*sides)] if sides else []


class _Found(Growing):
    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self._head = self._fact = fact


@pytest.fixture
def small_engine(monkeypatch: pytest.MonkeyPatch, make: Making) -> None:
    """An engine whose findings are known."""
    monkeypatch.setattr(pipeline, "analyze", lambda article, _names, _lexicon: make.analysis(article))
    monkeypatch.setattr(standing.Names, "update", lambda _self, analyses: list(analyses))
    monkeypatch.setattr(facts.Comparison, "follow", lambda _self, analyses: list(map(_Found, small_compare(analyses))))


def test_import_reports_what_is_new_and_what_is_double(project: Project, make: Making) -> None:
    first, second, third = make.articles()
    twin = replace(first, file="copy.txt")
    assert project.import_articles([first, twin, second]) == ImportReport(
        [first.id, second.id], [("copy.txt", first.id)]
    )
    assert project.import_articles([third, second]) == ImportReport([third.id], [(second.file, second.id)])
    assert project.articles() == [first, second, third]
    assert project.article(third.id) == third
    with pytest.raises(KeyError):
        project.article("none")
    assert [entry.text for entry in project.history()] == ["ImportArticles", "ImportArticles"]
    project.undo()
    assert project.articles() == [first, second]
    assert [summary.id for summary in project.summaries()] == [first.id, second.id]
    with pytest.raises(KeyError):
        project.article(third.id)
    # What was undone is no double: it comes in again, with what is said about it now.
    again = replace(third, source="مصدر آخر")
    assert project.import_articles([again]).added == [third.id]
    assert project.article(third.id) == again


def test_import_of_nothing_leaves_no_step(project: Project) -> None:
    assert project.import_articles([]) == ImportReport([], [])
    assert project.can_undo is None


def test_a_cancelled_import_keeps_what_was_read(project: Project, make: Making) -> None:
    def endless() -> Iterator[Article]:
        number = 0
        while True:
            yield make.article(f"مقال رقم {number}")
            number += 1

    report = ImportReport([], [])
    steps = project.import_steps(endless(), report)
    counts = [next(steps), next(steps)]
    steps.close()
    assert len(report.added) == counts[-1] == len(project.articles())
    project.undo()
    assert project.articles() == []


def test_a_failing_source_keeps_what_was_read(project: Project, make: Making) -> None:
    def broken() -> Iterator[Article]:
        for number in range(60):
            yield make.article(f"مقال رقم {number}")
        raise KnownError("تعذر", "failed")

    with pytest.raises(KnownError, match="failed"):
        project.import_articles(broken())
    assert len(project.articles()) == 50
    assert project.check() == []


@pytest.mark.usefixtures("small_engine")
def test_analysis_goes_on_where_it_stopped(project: Project, make: Making) -> None:
    articles = make.articles()
    project.import_articles(articles)
    seen: list[tuple[int, int]] = []
    analyze_project(
        project, progress=lambda done, total: seen.append((done, total)), cancelled=lambda: seen[-1][0] == 1
    )
    assert seen == [(0, 3), (1, 3)]
    assert project.pending() == articles[1:]
    assert project.facts() == []
    touched = analyze_project(project, progress=lambda done, total: seen.append((done, total)))
    assert touched.kinds == {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.FACTS}
    assert seen[2:4] == [(1, 2), (2, 2)]
    assert project.pending() == []
    assert len(project.facts()[0].claims) == 3


@pytest.mark.usefixtures("small_engine")
def test_an_article_with_another_date_is_analysed_again(project: Project, make: Making) -> None:
    project.import_articles(make.articles())
    analyze_project(project)
    article = replace(make.articles()[1], published="2021-12-04")
    project.apply(ChangeArticle(article))
    assert project.pending() == [article]
    assert [summary.analysed for summary in project.summaries()] == [True, False, True]
    project.undo()
    assert project.pending() == []


@pytest.mark.usefixtures("small_engine")
def test_analysing_again_keeps_decisions(project: Project, make: Making) -> None:
    project.import_articles(make.articles())
    analyze_project(project)
    mark = project.annotations(make.articles()[0].id)[0]
    project.apply(SetStatus((mark.id,), Status.REJECTED))
    before = [project.annotations(article.id) for article in make.articles()]
    analyze_project(project, again=True)
    after = [project.annotations(article.id) for article in make.articles()]
    assert [[(one.id, one.status, one.item) for one in marks] for marks in after] == [
        [(one.id, one.status, one.item) for one in marks] for marks in before
    ]


@pytest.mark.usefixtures("small_engine")
def test_an_article_removed_while_it_was_analysed_does_no_harm(project: Project, make: Making) -> None:
    project.import_articles(make.articles())
    steps = analysis_steps(project)
    next(steps)
    project.apply(RemoveArticles(tuple(article.id for article in make.articles()[1:])))
    for _ in steps:
        pass
    assert len(project.facts()[0].claims) == 1
    assert project.check() == []


@pytest.mark.usefixtures("small_engine")
def test_workers_give_the_same_project(tmp_path: Path, make: Making) -> None:
    found = []
    for name in ("alone", "workers"):
        with Project.create(tmp_path / f"{name}.mizan") as project, ThreadPoolExecutor(2) as executor:
            articles = [make.article(f"{number}: 90 ألف جندي") for number in range(70)]
            project.import_articles(articles)
            analyze_project(project, executor if name == "workers" else None)
            found.append((project.analyses(), project.facts(), project.pending()))
    assert found[0] == found[1]


def test_the_real_engine_runs_in_worker_processes(project: Project, make: Making) -> None:
    project.import_articles(make.articles())
    with ProcessPoolExecutor(2) as executor:
        touched = analyze_project(project, executor)
    assert project.pending() == []
    assert Kind.FACTS in touched.kinds
    assert project.check() == []


def test_settings_are_remembered_and_are_no_edits(project: Project) -> None:
    assert project.setting("zoom", "100") == "100"
    project.set_setting("zoom", "120")
    assert project.setting("zoom") == "120"
    assert project.can_undo is None
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert again.setting("zoom") == "120"


def test_touched_adds_up() -> None:
    one = Touched(frozenset({Kind.FACTS}), frozenset({"a"}))
    other = Touched(frozenset({Kind.VERDICTS}), frozenset({"b"}))
    assert one | other == Touched(frozenset({Kind.FACTS, Kind.VERDICTS}), frozenset({"a", "b"}))
    assert not Touched()
