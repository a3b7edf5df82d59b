"""Which pairs an editor is asked about, and under which names she finds them again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.model import (
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Fact,
    Relation,
    RelationKind,
    Show,
    Span,
    VerdictKind,
    article_id,
)
from core.project import Project, ReviewFilter, ReviewView
from core.store.edits import RemoveArticles, SetVerdict
from core.store.writing import ROOM

EVERY = ReviewFilter(shows=(), undecided=False)


def article(source: str) -> Article:
    text = f"نص {source} عن الجسر والسد."
    return Article(article_id(text), text, source, source)


def relation(show: Show, a: int = 0, b: int = 1, score: float = 0.9) -> Relation:
    return Relation(a, b, RelationKind.CONTRADICTS, show, score, "", "سبب.", "Reason.")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    articles = [article(source) for source in ("النهر", "الضفة", "السهل")]
    claims = tuple(ArticleClaim(each.id, Claim(0, 2, "نص", ClaimKind.OTHER, Span(0, 4))) for each in articles)
    later = tuple(replace(one, claim=replace(one.claim, start=3, end=5, kind=ClaimKind.TIME)) for one in claims)
    bridge = Fact(
        *("f1", "كم كلفة الجسر؟", "How much is the bridge?", ClaimKind.QUANTITY, "", claims),
        (relation(Show.CHECK), relation(Show.AGREE, 0, 2)),
    )
    dam = Fact(
        *("f2", "متى يُفتتح السدّ؟", "When does the dam open?", ClaimKind.TIME, "", later),
        (relation(Show.CONFLICT), relation(Show.CONFLICT, 1, 2, 0.8)),
    )
    with Project.create(tmp_path / "story.mizan", "ليلى") as made:
        made.import_articles(articles)
        made.store_facts([bridge, dam])
        yield made


def places(project: Project, wanted: ReviewFilter) -> list[tuple[str, int, int]]:
    found = project._store.fetch("SELECT id, fact_id, a, b FROM relations")
    there = {key: (fact_id, a // ROOM, b // ROOM) for key, fact_id, a, b in found}
    return [there[key.id] for key in project.review_queue(wanted)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (EVERY, [("f2", 0, 1), ("f2", 1, 2), ("f1", 0, 1), ("f1", 0, 2)]),
        (ReviewFilter(), [("f2", 0, 1), ("f2", 1, 2), ("f1", 0, 1)]),
        (replace(EVERY, kinds=(ClaimKind.QUANTITY,)), [("f1", 0, 1), ("f1", 0, 2)]),
        (replace(EVERY, sources=("السهل",)), [("f2", 1, 2), ("f1", 0, 2)]),
        (replace(EVERY, sources=("السهل", "النهر")), [("f1", 0, 2)]),
        (replace(EVERY, words="السد"), [("f2", 0, 1), ("f2", 1, 2)]),
        (replace(EVERY, words="bridge much"), [("f1", 0, 1), ("f1", 0, 2)]),
        (replace(EVERY, words="بحر"), []),
    ],
)
def test_each_filter(project: Project, wanted: ReviewFilter, expected: list[tuple[str, int, int]]) -> None:
    assert places(project, wanted) == expected


def test_decided_pairs_are_not_asked_about_again(project: Project) -> None:
    first = project.review_queue(ReviewFilter())[0]
    project.apply(SetVerdict((first.id,), VerdictKind.UPDATE))
    assert places(project, ReviewFilter()) == [("f2", 1, 2), ("f1", 0, 1)]
    assert places(project, ReviewFilter(undecided=False))[0] == ("f2", 0, 1)


def test_removed_articles_are_left_out(project: Project) -> None:
    project.apply(RemoveArticles((article("النهر").id,)))
    assert places(project, EVERY) == [("f2", 1, 2)]
    assert project.review_sources() == ["السهل", "الضفة"]


def test_views_are_kept_in_the_file(project: Project) -> None:
    views = [
        ReviewView(
            "أرقام النهر", ReviewFilter((Show.CHECK,), (ClaimKind.QUANTITY,), ("النهر",), "جسر", undecided=False)
        ),
        ReviewView("كل شيء", EVERY),
    ]
    project.set_review_views(views)
    path = project.path
    project.close()
    with Project.open(path) as again:
        assert again.review_views() == views
        again.set_setting("review_views", '{"من إصدار آخر": {"shows": ["conflict", "new"], "later": 1}}')
        assert again.review_views() == [ReviewView("من إصدار آخر", ReviewFilter((Show.CONFLICT,)))]
