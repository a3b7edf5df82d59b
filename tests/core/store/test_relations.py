"""The list of relations without the facts: their order, their counts, their words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from making import Making

from core.model import Show, Span, VerdictKind
from core.project import Project
from core.store.edits import RemoveArticles, SetVerdict
from core.text.arabic import fold


def of_two(filled: Project, make: Making, show: Show, score: float, **changes: str) -> None:
    """Add a fact of two claims whose relation is shown so."""
    one, two = filled.analyses()[:2]
    fact = make.fact((one.article, one.claims[0]), (two.article, two.claims[0]))
    relation = replace(fact.relations[0], show=show, score=score)
    filled.store_facts([*filled.facts(), replace(fact, relations=(relation,), **changes)])


def test_what_wants_a_decision_comes_first(filled: Project, make: Making) -> None:
    filled.store_facts([])
    for number, (show, score) in enumerate(
        [(Show.CHECK, 0.5), (Show.CONFLICT, 0.6), (Show.AGREE, 0.9), (Show.CONFLICT, 0.8), (Show.CHECK, 0.7)]
    ):
        of_two(filled, make, show, score, id=f"f{number}")
    shows = {Show.CONFLICT, Show.CHECK}
    assert [key.fact_id for key in filled.relation_keys(shows)] == ["f3", "f1", "f4", "f0"]
    assert [key.fact_id for key in filled.relation_keys({Show.AGREE})] == ["f2"]
    assert filled.relation_keys(set()) == []


def test_keys_say_where_a_relation_stands(filled: Project) -> None:
    facts = {fact.id: fact for fact in filled.facts()}
    keys = filled.relation_keys(set(Show))
    assert len(keys) == sum(len(fact.relations) for fact in facts.values())
    for key in keys:
        a, b = facts[key.fact_id].claims[key.a], facts[key.fact_id].claims[key.b]
        assert (a.article_id, b.article_id) == (key.a_article, key.b_article)
    assert filled.facts_by_ids([*facts, "none"]) == facts


def test_counts_follow_verdicts(filled: Project) -> None:
    fact = filled.facts()[0]
    relation = fact.relations[0]
    every, decided = filled.relation_counts()[relation.show]
    assert decided == 0
    filled.apply(SetVerdict((fact.relation_id(relation),), VerdictKind.COMPATIBLE))
    assert filled.relation_counts()[relation.show] == (every, 1)
    filled.apply(SetVerdict((fact.relation_id(relation),), VerdictKind.UNDECIDED))
    assert filled.relation_counts()[relation.show] == (every, 0)


def test_what_stands_on_a_removed_article_is_left_out(filled: Project) -> None:
    before = len(filled.relation_keys(set(Show)))
    gone = filled.relation_keys(set(Show))[0].a_article
    filled.apply(RemoveArticles((gone,)))
    left = filled.relation_keys(set(Show))
    assert len(left) < before
    assert all(gone not in (key.a_article, key.b_article) for key in left)
    assert sum(every for every, _ in filled.relation_counts().values()) == len(left)
    filled.undo()
    assert len(filled.relation_keys(set(Show))) == before


def test_words_are_folded(filled: Project) -> None:
    words, fact = filled.relation_words(), filled.facts()[0]
    assert fold(fact.question) in words.questions[fact.id]
    assert words.claims[fact.id, 0] == fold(fact.claims[0].claim.text)


def test_counting_occurrences_ends_in_time(filled: Project) -> None:
    article = filled.article(filled.article_ids()[0])
    mark = filled.annotations(article.id)[0]
    with pytest.raises(TimeoutError):
        filled.occurrences(article.id, Span(mark.item.start, mark.item.end), seconds=-1)
    assert filled.occurrences(article.id, mark.span, seconds=60) == filled.occurrences(article.id, mark.span)
