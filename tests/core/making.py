"""Values that tests fill projects with."""

from __future__ import annotations

from core.model import (
    Analysis,
    Article,
    ArticleClaim,
    Claim,
    ClaimKind,
    Entity,
    Fact,
    Mention,
    Origin,
    Quantity,
    Quote,
    QuoteKind,
    Relation,
    RelationKind,
    Show,
    Span,
    article_id,
    stable_id,
)

TEXTS = (
    "قال وزير الدفاع سليم العابد إن 90 ألف جندي وصلوا أمس.\nوأكد العابد أن «الحدود هادئة» 🙂 وأن المحادثات تبدأ غدا.",
    "نفى سليم العابد وصول الجنود.\nوذكرت وكالة النهر أن أكثر من ٦٠ ألف جندي في الطريق، بحسب الوزير سَليم العابِد.",
    "BBC: the river talks begin. وزارة الدفاع: 90 ألف جندي",
)


class Making:
    """Values cut out of texts by their words, so that no test counts characters."""

    texts = TEXTS

    def article(self, text: str, **metadata: str) -> Article:
        """An article with that text."""
        return Article(article_id(text), text, **metadata)

    def articles(self) -> list[Article]:
        """One article per sample text."""
        return [
            self.article(text, title=f"عنوان {number}", source=f"صحيفة {number}", file=f"{number}.txt")
            for number, text in enumerate(TEXTS)
        ]

    def span(self, text: str, words: str, nth: int = 0) -> Span:
        """Where `words` stand for the nth time."""
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Span(start, start + len(words))

    def entity(self, text: str, words: str, label: str = "PER", name: str = "", nth: int = 0) -> Entity:
        """A suggested entity."""
        span = self.span(text, words, nth)
        return Entity(span.start, span.end, words, label, name or words, Origin.MODEL, 0.75)

    def quote(self, text: str, words: str, speaker: str) -> Quote:
        """A direct quote."""
        span, said = self.span(text, words), self.span(text, speaker)
        return Quote(
            span.start, span.end, words, QuoteKind.DIRECT, speaker=Mention(said.start, said.end, speaker, speaker)
        )

    def claim(self, text: str, words: str, low: float = 90000, kind: ClaimKind = ClaimKind.QUANTITY) -> Claim:
        """A claim about a number of soldiers."""
        span = self.span(text, words)
        return Claim(span.start, span.end, words, kind, Span(0, len(text)), Quantity(low, None, "جندي"))

    def fact(self, *sides: tuple[Article, Claim], kind: RelationKind = RelationKind.DIFFERS_IN_SCOPE) -> Fact:
        """One fact in which the first claim stands against each of the others."""
        claims = tuple(ArticleClaim(article.id, claim) for article, claim in sides)
        relations = tuple(
            Relation(0, at, kind, Show.CHECK, 0.5, "30000", "العددان مختلفان", "the figures differ")
            for at in range(1, len(claims))
        )
        key = stable_id("fact", *(claim.key for claim in claims))
        return Fact(key, "كم عدد الجنود؟", "How many soldiers?", ClaimKind.QUANTITY, "الحشد", claims, relations)

    def analysis(self, article: Article) -> Analysis:
        """An analysis with something on each layer."""
        text = article.text
        entities = [self.entity(text, "ألف جندي", "QUANTITY")]
        if "سليم العابد" in text:
            entities.append(self.entity(text, "سليم العابد", name="سليم العابد"))
        entities.sort(key=lambda entity: entity.start)
        quotes = (self.quote(text, "الحدود هادئة", "العابد"),) if "الحدود" in text else ()
        return Analysis(article, (Span(0, 3),), tuple(entities), quotes, (self.claim(text, "ألف جندي"),))
