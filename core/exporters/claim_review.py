"""ClaimReview (schema.org, JSON-LD) for the verdicts of a desk: one review a claim that was found contradicted or not.

https://schema.org/ClaimReview. Each claim of a pair is reviewed against the other one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from core.exporters.base import Left, Source, dumps
from core.model import Article, ArticleClaim, Fact, Relation, Verdict, VerdictKind
from core.serial import Json

VERDICT = "urn:mizan:verdict"
# Words for people; the scale goes from “sources contradict it” to “they agree”.
_RATINGS = {
    VerdictKind.CONTRADICTION: ("متناقض", "Contradicted", 1),
    VerdictKind.UPDATE: ("حُدّث لاحقا", "Updated later", 2),
    VerdictKind.DIFFERENT_EVENT: ("حدثان مختلفان", "Different events", 3),
    VerdictKind.COMPATIBLE: ("متوافق", "Compatible", 3),
}


def write(stream: BinaryIO, project: Source, left: Left) -> None:
    """A graph of reviews, one a line."""
    stream.write(b'{"@context": "https://schema.org",\n"@graph": [')
    between = b"\n"
    for review in _reviews(project, left):
        stream.write(between + dumps(review).encode())
        between = b",\n"
    stream.write(b"\n]}\n")


def _reviews(project: Source, left: Left) -> Iterator[Json]:
    verdicts = project.verdicts()
    for fact in project.facts():
        for relation in fact.relations:
            verdict = verdicts.get(fact.relation_id(relation))
            if verdict is None or verdict.kind is VerdictKind.UNDECIDED:
                left.add("undecided")
                continue
            a, b = fact.claims[relation.a], fact.claims[relation.b]
            articles = project.article(a.article_id), project.article(b.article_id)
            yield _review(fact, relation, verdict, (a, b), articles)


def _review(
    fact: Fact,
    relation: Relation,
    verdict: Verdict,
    sides: tuple[ArticleClaim, ArticleClaim],
    articles: tuple[Article, Article],
) -> Json:
    arabic, english, rating = _RATINGS[verdict.kind]
    first, other = (_appearance(article) for article in articles)
    claim: Json = {"@type": "Claim", "appearance": first, "firstAppearance": first}
    if speaker := sides[0].claim.attribution.speaker:
        claim["author"] = {"@type": "Person", "name": speaker}
    return {
        "@type": "ClaimReview",
        "@id": f"urn:mizan:review:{verdict.relation_id}",
        "inLanguage": "ar",
        "name": fact.question,
        "claimReviewed": sides[0].claim.text,
        "itemReviewed": claim,
        "author": {"@type": "Person", "name": verdict.editor or "Mizan"},
        **({"datePublished": verdict.decided_at} if verdict.decided_at else {}),
        "reviewBody": verdict.note or relation.reason,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "worstRating": 1,
            "bestRating": 3,
            "alternateName": arabic,
            "ratingExplanation": english,
        },
        "citation": {**other, "text": sides[1].claim.text},
        VERDICT: {
            "relation_id": verdict.relation_id,
            "kind": str(verdict.kind),
            "reason": str(verdict.reason) if verdict.reason else None,
            "note": verdict.note,
            "editor": verdict.editor,
            "decided_at": verdict.decided_at,
        },
    }


def _appearance(article: Article) -> Json:
    known = {"headline": article.title, "url": article.url, "datePublished": article.published}
    publisher = {"publisher": {"@type": "Organization", "name": article.source}} if article.source else {}
    return {"@type": "NewsArticle", **{name: value for name, value in known.items() if value}, **publisher}
