"""What a mark may be in the end that none of the editors made of it: another label, other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.extract.selection import read_value
from core.model import Annotation, Article, Claim, ClaimKind, Entity, Quote, QuoteKind, Span

Item = Entity | Quote | Claim


def finals(mark: Annotation, article: Article, span: Span, labels: Sequence[str]) -> list[Item]:
    """The mark at `span` under each label of its layer, its own first; `labels` are those of entities."""
    item, words = mark.item, article.text[span.start : span.end]
    if isinstance(item, Entity):
        name = words if item.name == item.text else item.name
        ordered = sorted(labels, key=lambda label: label != item.label)
        return [
            replace(
                item,
                start=span.start,
                end=span.end,
                text=words,
                label=label,
                name=name,
                value=read_value(words, label, article.published),
            )
            for label in ordered
        ]
    if isinstance(item, Quote):
        kinds = sorted(QuoteKind, key=lambda kind: kind != item.kind)
        return [replace(item, start=span.start, end=span.end, text=words, kind=kind) for kind in kinds]
    clause = Span(min(item.clause.start, span.start), max(item.clause.end, span.end))
    claim = replace(item, start=span.start, end=span.end, text=words, clause=clause)
    return [replace(claim, kind=kind) for kind in sorted(ClaimKind, key=lambda kind: kind != item.kind)]
