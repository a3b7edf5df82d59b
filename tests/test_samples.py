"""The samples, and what an editor would want of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.importers import read_paths
from core.model import Article, Relation, RelationKind, Show, Span

SAMPLES = Path(__file__).parents[1] / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))
FLAGS = {Show.CONFLICT, Show.CHECK}


@cache
def articles() -> dict[str, Article]:
    return {article.file: article for article in read_paths([SAMPLES]) if isinstance(article, Article)}


@cache
def relations() -> list[tuple[Relation, tuple[str, Span], tuple[str, Span]]]:
    """Each relation with the article and span of both its claims."""
    facts = compare(unify(list(analyze_many(articles().values()))))
    found = []
    for fact in facts:
        ends = [(claim.article_id, Span(claim.claim.start, claim.claim.end)) for claim in fact.claims]
        found += [(relation, ends[relation.a], ends[relation.b]) for relation in fact.relations]
    return found


def place(anchor: dict[str, Any]) -> tuple[str, Span]:
    """The article and the span that an anchor of expected.json names."""
    article = articles()[anchor["article"]]
    start = -1
    for _ in range(anchor.get("nth", 0) + 1):
        start = article.text.index(anchor["text"], start + 1)
    return article.id, Span(start, start + len(anchor["text"]))


def between(pair: dict[str, Any]) -> list[Relation]:
    """The relations that join the two passages of a pair."""
    a, b = place(pair["a"]), place(pair["b"])

    def meets(end: tuple[str, Span], other: tuple[str, Span]) -> bool:
        return end[0] == other[0] and end[1].overlaps(other[1])

    return [
        relation
        for relation, one, two in relations()
        if (meets(one, a) and meets(two, b)) or (meets(one, b) and meets(two, a))
    ]


def shown(pair: dict[str, Any], shows: set[Show]) -> bool:
    return any(relation.show in shows for relation in between(pair))


def missed(pairs: list[dict[str, Any]], shows: set[Show]) -> list[str]:
    return [f"{pair['a']['text']} × {pair['b']['text']}: {pair['why']}" for pair in pairs if not shown(pair, shows)]


def test_all_eight_articles_are_read() -> None:
    assert len(articles()) == 8
    assert articles()["06-riwaq.txt"].text.startswith("البيت الأبيض")


@pytest.mark.parametrize(
    "pair",
    [pair for pair in EXPECTED["flagged"] if pair["severity"] == "high"],
    ids=lambda pair: f"{pair['a']['article'][:2]}×{pair['b']['article'][:2]}-{pair['relation']}",
)
def test_every_point_of_high_severity_is_flagged_as_what_it_is(pair: dict[str, Any]) -> None:
    assert any(
        relation.show == pair["show"] and relation.kind == RelationKind(pair["relation"]) for relation in between(pair)
    ), [(relation.kind, relation.show) for relation in between(pair)]


def test_most_points_of_medium_severity_are_flagged() -> None:
    medium = [pair for pair in EXPECTED["flagged"] if pair["severity"] == "medium"]
    assert len(missed(medium, FLAGS)) <= 0.3 * len(medium), missed(medium, FLAGS)


def test_agreement_is_shown_as_agreement() -> None:
    pairs = EXPECTED["agreed"]
    assert len(missed(pairs, {Show.AGREE})) <= 0.2 * len(pairs), missed(pairs, {Show.AGREE})


def test_what_should_be_left_alone_is_left_alone() -> None:
    flagged = [pair["why"] for pair in EXPECTED["left_alone"] if shown(pair, FLAGS)]
    assert not flagged, flagged


def test_nothing_merely_different_is_called_a_contradiction() -> None:
    others = [pair for pair in EXPECTED["flagged"] if pair["show"] != "conflict"]
    others += EXPECTED["agreed"] + EXPECTED["left_alone"]
    assert [pair["why"] for pair in others if shown(pair, {Show.CONFLICT})] == []
