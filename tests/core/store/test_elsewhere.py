"""What other sources say to a passage, for the card of a mark."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from making import Making

from core.model import Show, Span
from core.project import Project
from core.store.edits import RemoveArticles


@pytest.fixture
def told(project: Project, make: Making) -> Project:
    """The second article differs from the first, the third agrees with it."""
    first, second, third = make.articles()
    project.import_articles([first, second, third])
    sides = [(one, make.claim(one.text, words)) for one, words in zip((first, second, third), _WORDS, strict=True)]
    fact = make.fact(*sides)
    shows = zip(fact.relations, (Show.CHECK, Show.AGREE), strict=True)
    project.store_facts([replace(fact, relations=tuple(replace(one, show=show) for one, show in shows))])
    return project


_WORDS = ("90 ألف جندي", "٦٠ ألف جندي", "90 ألف جندي")


def place(make: Making, at: int) -> tuple[str, Span]:
    """Where a claim of the fact stands."""
    article = make.articles()[at]
    return article.id, make.span(article.text, _WORDS[at])


def test_a_passage_knows_who_says_the_same_or_else(told: Project, make: Making) -> None:
    found = told.said_elsewhere(*place(make, 0))
    assert [(one.show, one.source, one.text) for one in found] == [
        (Show.CHECK, "صحيفة 1", "٦٠ ألف جندي"),
        (Show.AGREE, "صحيفة 2", "90 ألف جندي"),
    ]
    assert [(one.article_id, one.span) for one in found] == [place(make, 1), place(make, 2)]
    assert found[0].question


def test_it_is_seen_from_the_other_side_and_from_any_part_of_the_words(told: Project, make: Making) -> None:
    article, span = place(make, 1)
    found = told.said_elsewhere(article, Span(span.start + 2, span.start + 5))
    assert [one.source for one in found] == ["صحيفة 0"]
    assert told.said_elsewhere(article, span, exactly=True) == found
    assert told.said_elsewhere(article, Span(span.start, span.end + 1), exactly=True) == []
    assert told.said_elsewhere(article, Span(0, span.start)) == []
    assert told.said_elsewhere(article, Span(span.end, span.end + 3)) == []


def test_removed_articles_are_silent_and_the_limit_holds(told: Project, make: Making) -> None:
    assert len(told.said_elsewhere(*place(make, 0), limit=1)) == 1
    told.apply(RemoveArticles((make.articles()[1].id,)))
    assert [one.source for one in told.said_elsewhere(*place(make, 0))] == ["صحيفة 2"]


def test_it_takes_no_time(told: Project, make: Making) -> None:
    took = []
    for _ in range(5):
        start = perf_counter()
        told.said_elsewhere(*place(make, 0))
        took.append(perf_counter() - start)
    assert min(took) < 0.02
