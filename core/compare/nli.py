"""The vote of a model of sentence pairs, where the editor has one: one voice among others, never the only one.

The model itself comes in as a function; nothing here knows where it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from core.compare.relate import probabilities
from core.model import Article, ArticleClaim, Fact, RelationKind, Show

Odds = dict[str, float]
# Pairs of sentences → how likely each agrees, disagrees, or neither: agree, disagree, other.
Judge = Callable[[Sequence[tuple[str, str]]], list[Odds]]

# How much of the answer is the model's: of a relation between claims, and between two headlines.
_OF_CLAIMS = 0.25
_OF_HEADLINES = 0.5
_STANCES = {
    RelationKind.CORROBORATES: "agree",
    RelationKind.REFINES: "agree",
    RelationKind.CONTRADICTS: "disagree",
}


def relate_all(pairs: Sequence[tuple[str, str]], judge: Judge) -> list[tuple[str, float]]:
    """`relate` for many pairs, the model's vote counted in: (agree | disagree | other, its probability)."""
    related: list[tuple[str, float]] = []
    for pair, vote in zip(pairs, _both_ways(pairs, judge), strict=True):
        chances = {
            stance: (1 - _OF_HEADLINES) * chance + _OF_HEADLINES * vote[stance]
            for stance, chance in probabilities(*pair).items()
        }
        best = max(chances, key=lambda stance: (chances[stance], stance))
        related.append((best, chances[best]))
    return related


def voted(facts: Sequence[Fact], articles: Iterable[Article], judge: Judge) -> list[Fact]:
    """The facts with the scores of all relations that are shown moved towards the model's vote on the two clauses."""
    texts = {article.id: article.text for article in articles}

    def clause(claim: ArticleClaim) -> str:
        return texts[claim.article_id][claim.claim.clause.start : claim.claim.clause.end]

    asked = [
        (clause(fact.claims[relation.a]), clause(fact.claims[relation.b]))
        for fact in facts
        for relation in fact.relations
        if relation.show is not Show.SILENT
    ]
    votes = iter(_both_ways(asked, judge))
    return [
        replace(
            fact,
            relations=tuple(
                relation
                if relation.show is Show.SILENT
                else replace(relation, score=_moved(relation.score, next(votes)[_STANCES.get(relation.kind, "other")]))
                for relation in fact.relations
            ),
        )
        for fact in facts
    ]


def _moved(score: float, vote: float) -> float:
    return round((1 - _OF_CLAIMS) * score + _OF_CLAIMS * vote, 3)


def _both_ways(pairs: Sequence[tuple[str, str]], judge: Judge) -> list[Odds]:
    """Votes that do not depend on which sentence comes first."""
    if not pairs:
        return []
    votes = judge([*pairs, *((second, first) for first, second in pairs)])
    return [
        {stance: (vote[stance] + back[stance]) / 2 for stance in vote}
        for vote, back in zip(votes[: len(pairs)], votes[len(pairs) :], strict=True)
    ]
