"""The matrix without the claims: who answers which question, and how serious it is; relations between articles."""

from __future__ import annotations

from making import Making
from test_relations import of_two

from core.model import Show
from core.project import Project
from core.store.edits import RemoveArticles


def test_a_row_says_who_answers_and_what_is_most_serious(filled: Project, make: Making) -> None:
    facts = {fact.id: fact for fact in filled.facts()}
    rows = filled.matrix_rows()
    assert [row.fact_id for row in rows] == list(facts)
    for row in rows:
        fact = facts[row.fact_id]
        assert sorted(row.articles) == sorted({claim.article_id for claim in fact.claims})
        assert (row.question, row.question_en, row.kind, row.event) == (
            fact.question,
            fact.question_en,
            fact.kind,
            fact.event,
        )
    of_two(filled, make, Show.UPDATE, 0.5, id="updated")
    assert next(row.show for row in filled.matrix_rows() if row.fact_id == "updated") is Show.UPDATE


def test_a_removed_article_answers_nothing(filled: Project) -> None:
    gone = filled.matrix_rows()[0].articles[0]
    filled.apply(RemoveArticles((gone,)))
    assert all(gone not in row.articles for row in filled.matrix_rows())
    assert {row.fact_id for row in filled.matrix_rows()} == {fact.id for fact in filled.facts()}


def test_relations_between_articles(filled: Project) -> None:
    ends = {key.id: set(filled.relation_articles(key.id)) for key in filled.relation_keys(set(Show))}
    pair = next(articles for articles in ends.values() if len(articles) == 2)
    expected = {key for key, articles in ends.items() if articles == pair}
    assert {key.id for key in filled.relations_between(pair, set(Show))} == expected
    assert filled.relation_articles("none") == []
    assert filled.relations_between({min(pair)}, set(Show)) == []
    assert filled.relations_between(pair, set()) == []
