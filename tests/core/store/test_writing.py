"""Of a large fact only what changed is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from making import Making

from core.compare.changes import Change
from core.model import ArticleClaim, Fact, Relation, RelationKind, Show
from core.project import Project
from core.store import writing

CLAIMS = 3000


def _said(make: Making, article_id: str, toll: int) -> ArticleClaim:
    claim = make.claim(make.texts[0], "90 ألف", low=float(toll))
    return ArticleClaim(article_id, claim)


def _against(a: int, b: int) -> Relation:
    return Relation(a, b, RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.5, "", "العددان مختلفان", "the figures differ")


@pytest.fixture
def large(filled: Project, make: Making) -> Fact:
    """A fact of thousands of claims, which the project has."""
    key = filled.article_ids()[0]
    claims = tuple(_said(make, key, number) for number in range(CLAIMS))
    fact = replace(filled.facts()[0], claims=claims, relations=tuple(_against(at, at + 1) for at in range(CLAIMS - 1)))
    filled.store_facts([fact])
    return fact


def _rows_written(project: Project, change: Change) -> int:
    before = project._store.connection.total_changes
    list(project.change_facts([change.id], [change]))
    return project._store.connection.total_changes - before


def _change(
    fact: Fact, left: Sequence[int], claims: dict[int, ArticleClaim], pairs: Sequence[tuple[int, int]]
) -> Change:
    """Claims go with their relations, others come with `pairs`."""
    size = len(fact.claims) - len(left) + len(claims)
    away = [(told.a, told.b) for told in fact.relations if told.a in left or told.b in left]
    bare = Change(replace(fact, question="كم عددهم؟", claims=(), relations=()), size, left, claims, [], away)
    now = bare.on(fact).claims
    return replace(bare, relations=[(_against(a, b), now[a], now[b]) for a, b in pairs])


def test_a_claim_among_thousands_moves_none_of_the_others(filled: Project, large: Fact, make: Making) -> None:
    other = filled.article_ids()[1]
    changes: Iterator[tuple[list[int], dict[int, ArticleClaim], list[tuple[int, int]]]] = iter(
        [
            ([], {7: _said(make, other, 1), 8: _said(make, other, 2)}, [(0, 7), (7, 8), (8, 2000)]),
            ([], {0: _said(make, other, 3), CLAIMS + 2: _said(make, other, 4)}, [(0, CLAIMS + 2)]),
            ([5, 8, CLAIMS], {5: _said(make, other, 5)}, [(4, 5)]),
        ]
    )
    fact = large
    for left, claims, pairs in changes:
        change = _change(fact, left, claims, pairs)
        fact = change.on(fact)
        assert _rows_written(filled, change) < 40
        assert filled.facts() == [fact]
    filled._store.forget()
    assert filled.facts() == [fact]  # what is in the file, too


def test_where_there_is_no_room_a_fact_is_written_anew(
    filled: Project, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "ROOM", 4)
    fact = replace(filled.facts()[0], question="كم؟")
    filled.store_facts([fact])
    for number in range(9):
        change = _change(fact, [], {1: _said(make, filled.article_ids()[1], number)}, [(0, 1)])
        fact = change.on(fact)
        list(filled.change_facts([change.id], [change]))
        filled._store.forget()
        assert filled.facts() == [fact]


def test_no_step_writes_much_of_a_large_fact(filled: Project, large: Fact) -> None:
    connection, most, seen = filled._store.connection, 0, filled._store.connection.total_changes
    for found in ([replace(large, question="كم عددهم؟")], []):
        for _ in filled.fact_steps(found):
            most, seen = max(most, connection.total_changes - seen), connection.total_changes
        assert filled.facts() == found
    assert most <= 2 * writing._ROWS
