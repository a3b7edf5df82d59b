"""Small analysed articles, whose names, times and quotes are given, so that only claims and comparison are tested."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from pages import Mark

from core.compare.facts import compare
from core.extract.claims import extract_claims
from core.model import (
    Analysis,
    Article,
    ClaimKind,
    Entity,
    Fact,
    Mention,
    Origin,
    Quote,
    QuoteKind,
    Relation,
    article_id,
)
from core.text.segment import sentences


@pytest.fixture
def analysed() -> Callable[..., Analysis]:
    def build(
        text: str,
        *marks: Mark,
        quotes: Sequence[tuple[str, str, str]] = (),
        published: str = "2021-12-04",
        source: str = "",
    ) -> Analysis:
        """`quotes`: speaker, cue and content, each as words of the text; a cue of denial makes it one."""
        entities, reach = [], {}
        for words, label, what in marks:
            start = text.index(words, reach.get(words, 0))
            reach[words] = start + 1
            value = None if isinstance(what, str) else what
            name = what if isinstance(what, str) else words
            entities.append(Entity(start, start + len(words), words, label, name, Origin.RULE, 1.0, value))  # type: ignore[arg-type]
        entities.sort(key=lambda entity: entity.start)
        found = []
        for who, cue, content in quotes:
            begin, at = text.index(content), text.index(cue)
            place = text.index(who)
            name = next((e.name for e in entities if e.start == place and e.text == who), who)
            speaker = Mention(place, place + len(who), who, name)
            denial = cue.startswith(("نف", "تنف", "ينف"))
            found.append(
                Quote(begin, begin + len(content), content, QuoteKind.INDIRECT, denial, None, speaker,
                      Mention(at, at + len(cue), cue, cue))
            )  # fmt: skip
        article = Article(article_id(text), text, source=source, published=published)
        claims = extract_claims(text, date.fromisoformat(published), sentences(text), entities, found)
        return Analysis(article, (), tuple(entities), tuple(found), tuple(claims))

    return build


@pytest.fixture
def between() -> Callable[..., list[tuple[Fact, Relation]]]:
    def find(
        analyses: Sequence[Analysis], a: str, b: str, kind: ClaimKind | None = None
    ) -> list[tuple[Fact, Relation]]:
        """The relations (of facts of `kind`) whose ends overlap the words `a` and the words `b`."""

        def meets(fact: Fact, index: int, words: str) -> bool:
            claim = fact.claims[index]
            text = next(x.article.text for x in analyses if x.article.id == claim.article_id)
            start = text.find(words)
            return start >= 0 and start < claim.claim.end and claim.claim.start < start + len(words)

        return [
            (fact, relation)
            for fact in compare(analyses)
            if kind in (None, fact.kind)
            for relation in fact.relations
            if (meets(fact, relation.a, a) and meets(fact, relation.b, b))
            or (meets(fact, relation.a, b) and meets(fact, relation.b, a))
        ]

    return find
