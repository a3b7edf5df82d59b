"""Three sources on one harbour: a dispute, an agreement that one source copied, a question of one source alone."""

from __future__ import annotations

from dataclasses import replace

from core.model import (
    Approx,
    Article,
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Fact,
    Modality,
    Polarity,
    Quantity,
    Relation,
    RelationKind,
    Show,
    Span,
    article_id,
)

TEXTS = {
    "وكالة الموج": "قالت الإدارة إن في الميناء 40 سفينة، وإن المرفأ يفتح يوم الأحد. وقد تصل إلى 50 سفينة و60 سفينة.",
    "جريدة المرسى": "في الميناء 25 سفينة، ويفتح المرفأ يوم الأحد.",
    "قناة الشراع": "نفى المدير أن في الميناء 40 سفينة. وسيُهدم الرصيف القديم.",
    "صحيفة صامتة": "لا خبر في هذه الصحيفة عن البحر.",
}


def articles() -> dict[str, Article]:
    return {
        source: Article(article_id(text), text, f"خبر <b>{source}</b>", source, "", "2024-05-06", "", f"{source}.txt")
        for source, text in TEXTS.items()
    }


def said(article: Article, words: str, kind: ClaimKind, **rest: object) -> ArticleClaim:
    start = article.text.index(words)
    span = start, start + len(words)
    return ArticleClaim(article.id, Claim(*span, words, kind, Span(*span), **rest))  # type: ignore[arg-type]


def ships(number: int, approx: Approx = Approx.EXACT) -> Quantity:
    return Quantity(number, number, "سفينة", approx)


def facts(known: dict[str, Article]) -> list[Fact]:
    wave, berth, sail = (known[name] for name in list(TEXTS)[:3])
    by = Attribution("الإدارة", "وكالة")
    count = ClaimKind.QUANTITY
    claims = (
        said(wave, "40 سفينة", count, value=ships(40), attribution=by),
        said(berth, "25 سفينة", count, value=ships(25)),
        said(sail, "40 سفينة", count, value=ships(40), polarity=Polarity.DENIED),
        said(wave, "50 سفينة", count, value=ships(50), modality=Modality.POSSIBLE),
        said(wave, "60 سفينة", count, value=ships(60), modality=Modality.POSSIBLE),
    )

    def relation(a: int, b: int, kind: RelationKind, show: Show) -> Relation:
        return Relation(a, b, kind, show, 0.9, "", "سبب.", "A reason.")

    against = relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT)
    denied = relation(0, 2, RelationKind.DIFFERS_IN_SCOPE, Show.CHECK)
    days = (said(wave, "يوم الأحد", ClaimKind.TIME), said(berth, "يوم الأحد", ClaimKind.TIME))
    same = relation(0, 1, RelationKind.CORROBORATES, Show.AGREE)
    quay = (said(sail, "الرصيف القديم", ClaimKind.OTHER),)
    copied = Fact("day", "متى يفتح المرفأ؟", "When does the harbour open?", ClaimKind.TIME, "فتح", days, (same,))
    return [
        replace(copied, voices=1),
        Fact("ships", "كم سفينة في الميناء؟", "How many ships?", count, "رسو", claims, (against, denied), 3),
        Fact("quay", "ماذا يُهدم؟", "What is torn down?", ClaimKind.OTHER, "", quay, (), 1),
    ]
