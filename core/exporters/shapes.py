"""The JSON shapes of `annotate`, `compare` and the exports that hold whole facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core import serial
from core.model import Analysis, Article, ArticleClaim, Fact, Relation
from core.serial import Json


def annotated(analysis: Analysis) -> Json:
    """One line of `mizan annotate`."""
    article = analysis.article
    return {
        "id": article.id,
        "published": article.published,
        "title": article.title,
        "source": article.source,
        "text": article.text,
        "entities": [serial.plain_entity(entity) for entity in analysis.entities],
        "quotes": [serial.plain_quote(quote) for quote in analysis.quotes],
        "claims": [serial.plain_claim(claim) for claim in analysis.claims],
    }


def compared(articles: Iterable[Article], facts: Sequence[Fact]) -> Json:
    """The object of `mizan compare --json`."""
    return {
        "articles": [
            {"id": article.id, "source": article.source, "published": article.published, "title": article.title}
            for article in articles
        ],
        "facts": [plain_fact(fact) for fact in facts],
    }


def plain_fact(fact: Fact) -> Json:
    """A fact with its claims and relations; relations name claims by their place in the list."""
    return {
        "id": fact.id,
        "question": fact.question,
        "question_en": fact.question_en,
        "kind": str(fact.kind),
        "event": fact.event,
        "voices": fact.voices,
        "claims": [_claim(claim) for claim in fact.claims],
        "relations": _relations(fact),
    }


def _relations(fact: Fact) -> list[Json]:
    """`follows` is the place, in this list, of the relation that stands for a pair of the same dispute."""
    places = {fact.relation_id(relation): place for place, relation in enumerate(fact.relations)}
    return [_relation(relation) | {"follows": places.get(relation.follows)} for relation in fact.relations]


def _claim(claim: ArticleClaim) -> Json:
    plain = serial.plain_claim(claim.claim)
    names = ("start", "end", "text", "value", "modality", "polarity", "attribution")
    return {"article": claim.article_id} | {name: plain[name] for name in names}


def _relation(relation: Relation) -> Json:
    return {
        "a": relation.a,
        "b": relation.b,
        "relation": str(relation.kind),
        "show": str(relation.show),
        "score": round(relation.score, 4),
        "difference": relation.difference,
        "reason": relation.reason,
        "reason_en": relation.reason_en,
    }
