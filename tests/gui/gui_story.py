"""Two short articles on one story, with what an engine would have found in them."""

from __future__ import annotations

from core.model import (
    Analysis,
    Article,
    Claim,
    ClaimKind,
    Entity,
    Mention,
    Origin,
    Quantity,
    Quote,
    QuoteKind,
    Span,
    TimeValue,
    article_id,
)

# An emoji before everything, diacritics, a paragraph that begins with a Latin word, figures in both digit shapes.
BRIDGE = (
    "😀 افتتاح الجسر الكبير\n"
    "أكّدت الوزيرة ليلى حدّاد أن الجسر سيُفتح يوم الأحد، وأن كلفته بلغت 40 مليون دولار.\n"
    "BBC: قال سامر نجّار إن العمل في حلبا لم ينته، وإن ٣٥ عاملا ما زالوا في الموقع.\n"
    "وأضاف لحدّاد زميلها: «الجسر جاهز».\n"
    "Read more on our site.\n"
)
VALLEY = "وصل سامر نجار إلى حلبا صباح الاثنين. وقال نجار إن الكلفة 55 مليون دولار.\n"


def make_article(text: str, source: str, published: str, title: str = "") -> Article:
    return Article(article_id(text), text, title or text.splitlines()[0], source, "", published, "", f"{source}.txt")


def entity(text: str, words: str, label: str, name: str = "", value: Quantity | TimeValue | None = None) -> Entity:
    start = text.index(words)
    return Entity(start, start + len(words), words, label, name or words, Origin.RULE, 0.9, value)


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), words, words)


def quote(text: str, words: str, speaker: str) -> Quote:
    start = text.index(words)
    return Quote(start, start + len(words), words, QuoteKind.DIRECT, speaker=mention(text, speaker))


def claim(text: str, words: str, value: Quantity) -> Claim:
    start = text.index(words)
    return Claim(start, start + len(words), words, ClaimKind.QUANTITY, Span(start, start + len(words)), value)


def bridge_analysis() -> Analysis:
    article = make_article(BRIDGE, "صحيفة النهر", "2024-03-01")
    cost = Quantity(40_000_000, 40_000_000, "USD")
    entities = [
        entity(BRIDGE, "ليلى حدّاد", "PER", "ليلى حداد"),
        entity(BRIDGE, "يوم الأحد", "TIME", value=TimeValue("2024-03-03", "2024-03-03", "2024-03-03")),
        entity(BRIDGE, "40 مليون دولار", "QUANTITY", value=cost),
        entity(BRIDGE, "سامر نجّار", "PER", "سامر نجار"),
        entity(BRIDGE, "حلبا", "LOC"),
    ]
    return Analysis(
        article,
        (Span(BRIDGE.index("Read more"), len(BRIDGE) - 1),),
        tuple(sorted(entities, key=lambda item: item.start)),
        (quote(BRIDGE, "الجسر جاهز", "لحدّاد"),),
        (claim(BRIDGE, "كلفته بلغت 40 مليون دولار", cost),),
    )


def valley_analysis() -> Analysis:
    article = make_article(VALLEY, "موقع السهل", "2024-02-27")
    entities = (entity(VALLEY, "سامر نجار", "PER"), entity(VALLEY, "حلبا", "LOC"))
    return Analysis(article, (), entities, (), ())
