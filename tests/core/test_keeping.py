"""A comparison that is kept while the project is open: what follows an edit is what a new comparison finds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from core.analyzing import Keeper, analysis_steps, comparison_steps
from core.compare import standing, weighing
from core.importers import read_paths
from core.model import Article, Claim, ClaimKind, Entity, Label, Origin, RelationKind, Show, Span, Status, article_id
from core.project import Project
from core.store.changes import Edit
from core.store.edits import AddAnnotation, ChangeAnnotation, ChangeArticle, RemoveArticles, SetStatus
from core.store.naming import MergeNames
from core.store.rulings import MergeFacts, RelateSpans, RenameQuestion

SAMPLES = Path(__file__).parents[2] / "samples"


def _told(number: int) -> Article:
    city, who = ("أسوان", "الأقصر")[number % 2], ("سامي الراوي", "سامي عبد الله الراوي", "الراوي")[number % 3]
    text = (
        f"قال المتحدث باسم وزارة الداخلية {who} إن {20 + number % 5} شخصا قتلوا في فيضانات ضربت مدينة {city}.\n"
        "ونفت الحكومة المصرية أنها تخطط لإخلاء المدينة، وقال مسؤول إن القاهرة قد تطلب مساعدة من تركيا.\n"
        f"ويعقد الجانبان محادثات في {city} يوم {10 + number % 3} مارس 2021. المصدر {number}\n"
    )
    return Article(article_id(text), text, f"خبر {number}", f"صحيفة {number}", published=f"2021-03-0{1 + number % 4}")


def _as_if_large() -> None:
    """Let words weigh as in a large project."""
    weighing._FEW = 30


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """One story told by many, beside the samples; words weigh as in a large project."""
    monkeypatch.setattr(weighing, "_FEW", 30)
    with Project.create(tmp_path / "story.mizan", "سارة") as made:
        found = [item for item in read_paths([SAMPLES]) if isinstance(item, Article)]
        made.import_articles([*found, *map(_told, range(14))])
        yield made


def _state(project: Project) -> list[Any]:
    """What a comparison leaves, in order."""
    return [project.facts(), project.verdicts(), [project.annotations(key) for key in project.article_ids()]]


def _compared_anew(project: Project, path: Path) -> list[Any]:
    """The state after a new comparison of a copy."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(project.path)) as source, closing(sqlite3.connect(path)) as copy:
        source.backup(copy)
    with Project.open(path) as other:
        _settle(other)
        return _state(other)


def _settle(project: Project, keeper: Keeper | None = None) -> None:
    for _ in comparison_steps(project, keeper):
        pass


def _analyze(project: Project, keeper: Keeper) -> None:
    for _ in analysis_steps(project, keeper=keeper):
        pass


def _claim(project: Project, at: int) -> tuple[str, Claim]:
    """A claim of one of the articles, with the ID of its mark."""
    marks = [mark for mark in project.annotations(project.article_ids()[at]) if isinstance(mark.item, Claim)]
    item = marks[0].item
    assert isinstance(item, Claim)
    return marks[0].id, item


def _changed_claim(project: Project) -> Edit:
    key, claim = _claim(project, -2)
    return ChangeAnnotation(key, replace(claim, start=claim.start + 1, text=claim.text[1:]))


def _person(project: Project) -> Edit:
    article = project.article(project.article_ids()[-1])
    at = article.text.index("القاهرة")
    return AddAnnotation(article.id, Entity(at, at + 7, "القاهرة", Label.LOC, "مدينة القاهرة", Origin.EDITOR, 1.0))


def _ruled(project: Project) -> Edit:
    first, second = project.article_ids()[-2:]
    a, b = (Span(project.article(key).text.index("ونفت"), 150) for key in (first, second))
    return RelateSpans(first, a, second, b, RelationKind.CONTRADICTS)


def _merged(project: Project) -> Edit:
    figures = [fact for fact in project.facts() if fact.kind is ClaimKind.QUANTITY]
    smallest = sorted(figures, key=lambda fact: (len(fact.claims), fact.id))
    return MergeFacts((max(figures, key=lambda fact: len(fact.claims)).id, smallest[0].id))


EDITS: list[Callable[[Project], Edit]] = [
    lambda project: SetStatus((_claim(project, 3)[0],), Status.REJECTED),
    _changed_claim,
    lambda project: RenameQuestion(project.facts()[0].id, "ما الذي جرى؟"),
    lambda project: RemoveArticles(tuple(project.article_ids()[4:6])),
    _person,
    _ruled,
    _merged,
    lambda project: ChangeArticle(replace(project.article(project.article_ids()[-3]), source="صحيفة أخرى")),
    lambda project: MergeNames(("تركيا", "مصر"), "تركيا"),
    lambda project: RemoveArticles(tuple(project.article_ids()[10:])),
]


def test_what_is_kept_gives_what_a_new_comparison_finds(story: Project, tmp_path: Path) -> None:
    keeper = Keeper()
    _analyze(story, keeper)
    assert any(relation.show is Show.CONFLICT for fact in story.facts() for relation in fact.relations)
    for edit in EDITS:
        story.apply(edit(story))
        expected = _compared_anew(story, tmp_path / "copy.mizan")
        _settle(story, keeper)
        assert _state(story) == expected
    for _ in range(3):
        story.undo()
        expected = _compared_anew(story, tmp_path / "copy.mizan")
        _settle(story, keeper)
        assert _state(story) == expected
    assert story.check() == []
    keeper.close()


def test_articles_come_one_by_one(story: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper = Keeper()
    _analyze(story, keeper)
    read: list[int] = []
    took = standing.Standing.take
    monkeypatch.setattr(
        standing.Standing, "take", lambda self, analyses: (read.append(len(analyses)), took(self, analyses))
    )
    for number in (20, 21, 22):
        story.import_articles([_told(number)])
        _analyze(story, keeper)
    assert sum(read) <= 3 * 4  # what was not touched is not read
    assert _state(story) == _compared_anew(story, tmp_path / "copy.mizan")
    keeper.close()


def test_a_comparison_that_was_stopped_begins_anew(story: Project, tmp_path: Path) -> None:
    keeper = Keeper()
    _analyze(story, keeper)
    for stop in (1, 2):
        story.apply(SetStatus((_claim(story, stop)[0],), Status.REJECTED))
        with closing(comparison_steps(story, keeper)) as steps:
            for _ in range(stop):
                next(steps)
        assert story.comparison_is_stale
    expected = _compared_anew(story, tmp_path / "copy.mizan")
    _settle(story, keeper)
    assert _state(story) == expected
    keeper.close()


def test_an_edit_in_between_is_not_lost(story: Project, tmp_path: Path) -> None:
    keeper = Keeper()
    _analyze(story, keeper)
    story.apply(SetStatus((_claim(story, 2)[0],), Status.REJECTED))
    for at, _ in enumerate(comparison_steps(story, keeper)):
        if at == 1:
            story.undo()
    assert story.comparison_is_stale
    expected = _compared_anew(story, tmp_path / "copy.mizan")
    _settle(story, keeper)
    assert _state(story) == expected
    keeper.close()


def test_a_process_of_its_own_keeps_it(story: Project, tmp_path: Path) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_as_if_large) as executor:
        keeper = Keeper(executor)
        _analyze(story, keeper)
        story.import_articles([_told(30)])
        _analyze(story, keeper)
        assert keeper.is_whole
    assert _state(story) == _compared_anew(story, tmp_path / "copy.mizan")


def test_all_is_weighed_anew_when_all_is_read_again(story: Project) -> None:
    _settle(story)
    list(analysis_steps(story))
    first = story.weighing()
    story.apply(RemoveArticles(tuple(story.article_ids()[-3:])))
    _settle(story)
    assert story.weighing() == first
    list(analysis_steps(story, again=True))
    assert 0 < story.weighing().claims < first.claims
