"""A small story for reports: three sources on the number of soldiers and on an attack, written for the tests."""

from __future__ import annotations

from datetime import UTC, datetime

from core.model import (
    Approx,
    Article,
    ArticleClaim,
    Attribution,
    Claim,
    ClaimKind,
    Fact,
    Modality,
    ObsoleteVerdict,
    Polarity,
    Quantity,
    Relation,
    RelationKind,
    Show,
    TimeValue,
    Verdict,
    article_id,
    stable_id,
)
from core.model import Span as _Span

MADE = datetime(2024, 5, 6, 12, 30, tzinfo=UTC)
_TEXTS = (
    (
        "النهر",
        "2024-05-01",
        "قال المصدر إن بنحو 90 ألف جندي وصلوا <script>alert('س')</script> & انتهى.\nوقد يقع هجوم قريبا.",
    ),
    (
        "BBC: River",
        "2024-05-02",
        "أفادت الوكالة بأن 120 ألف جندي في الطريق 🙂.\nونفت الوزارة أي هجوم، ونفت الوزارة أي خطة.",
    ),
    ("الضفة", "2024-05-03", "وقالت الضفة إن 120 ألف جندي وصلوا.\nيبدأ الأمر يوم الخميس 9 مايو."),
    ("صامت", "", "لا شيء هنا عن ذلك."),
)


class Story:
    """What a report asks of a project, without a file."""

    comparison_is_stale = False

    def __init__(self) -> None:
        self.known = [
            Article(article_id(text), text, f"عنوان {number}", source, "", day or None, "", f"{number}.txt")
            for number, (source, day, text) in enumerate(_TEXTS, 1)
        ]
        self.found = [_soldiers(self.known), _attack(self.known)]
        self.decided: dict[str, Verdict] = {}
        self.obsolete: list[ObsoleteVerdict] = []
        self.waiting: list[str] = []

    def article_ids(self) -> list[str]:
        return [article.id for article in self.known]

    def article(self, key: str) -> Article:
        return next(article for article in self.known if article.id == key)

    def pending_ids(self) -> list[str]:
        return self.waiting

    def facts(self) -> list[Fact]:
        return self.found

    def verdicts(self) -> dict[str, Verdict]:
        return self.decided

    def obsolete_verdicts(self) -> list[ObsoleteVerdict]:
        return self.obsolete

    def relation_id(self, fact: int, relation: int) -> str:
        """The key of a relation, for a verdict."""
        return self.found[fact].relation_id(self.found[fact].relations[relation])


def claim(article: Article, words: str, kind: ClaimKind = ClaimKind.QUANTITY, **fields: object) -> ArticleClaim:
    """A claim on `words` of an article."""
    start = article.text.index(words)
    made = Claim(start, start + len(words), words, kind, _Span(0, len(article.text)), **fields)  # type: ignore[arg-type]
    return ArticleClaim(article.id, made)


def fact(question: str, english: str, kind: ClaimKind, event: str, *rest: object) -> Fact:
    """A fact with its claims and relations."""
    return Fact(stable_id("fact", question), question, english, kind, event, *rest)  # type: ignore[arg-type]


def _relation(a: int, b: int, kind: RelationKind, show: Show, difference: str = "") -> Relation:
    return Relation(a, b, kind, show, 0.9 - 0.1 * b, difference, f"لأن {a} غير {b}", f"because {a} is not {b}")


def _soldiers(known: list[Article]) -> Fact:
    ninety, many = Quantity(90000, None, "جندي", Approx.ABOUT), Quantity(120000, 120000, "جندي")
    claims = (
        claim(known[0], "نحو 90 ألف جندي", value=ninety, attribution=Attribution("المصدر", "وكالة")),
        claim(known[1], "120 ألف جندي", value=many, modality=Modality.POSSIBLE),
        claim(known[2], "120 ألف جندي", value=many),
    )
    differ = RelationKind.DIFFERS_IN_SCOPE
    relations = (
        _relation(0, 1, differ, Show.CHECK, "30000 (33 %)"),
        _relation(0, 2, differ, Show.CHECK, "30000 (33 %)"),
        _relation(1, 2, RelationKind.CORROBORATES, Show.AGREE),
    )
    return fact("كم عدد الجنود؟", "How many soldiers?", ClaimKind.QUANTITY, "الحشد، 2024-05-01", claims, relations)


def _attack(known: list[Article]) -> Fact:
    thursday = TimeValue("2024-05-09", "2024-05-09", "2024-05-09")
    kind = ClaimKind.POLARITY
    claims = (
        claim(known[0], "قد يقع هجوم", kind, modality=Modality.POSSIBLE),
        claim(known[1], "نفت الوزارة أي هجوم", kind, polarity=Polarity.DENIED),
        claim(known[1], "نفت الوزارة أي خطة", kind, polarity=Polarity.DENIED),
        claim(known[2], "يوم الخميس 9 مايو", kind, value=thursday, modality=Modality.PLANNED),
    )
    relations = (
        _relation(0, 1, RelationKind.CONTRADICTS, Show.CONFLICT),
        _relation(0, 2, RelationKind.CONTRADICTS, Show.CONFLICT),
        _relation(0, 3, RelationKind.UPDATES, Show.UPDATE),
    )
    return fact("هل يقع هجوم؟", "Will there be an attack?", kind, "", claims, relations)
