"""Passages that are one text, as papers print what an agency wired: they count as one voice."""

from __future__ import annotations

from collections.abc import Iterable

from core.compare.items import Item

_WORDS = 6  # content words from which a passage may be told from another by them
_SAME = 0.85  # share of the content words of both


def is_copy(a: Item, b: Item) -> bool:
    """Whether the clauses of two articles are nearly the same word for word."""
    longer = max(len(a.roots), len(b.roots))
    if longer < _WORDS or a.claim.article_id == b.claim.article_id or (a.agency and b.agency and a.agency != b.agency):
        return False
    return len(a.roots & b.roots) >= _SAME * longer


def voices(items: Iterable[Item], copied: Iterable[tuple[Item, Item]]) -> int:
    """How many sources speak for themselves, those that print one text counted once."""
    source = {item.claim.article_id: item.source or item.claim.article_id for item in items}
    leader = {name: name for name in source.values()}

    def first(article_id: str) -> str:
        name = source[article_id]
        while leader[name] != name:
            name = leader[name]
        return name

    for a, b in copied:
        leader[first(a.claim.article_id)] = first(b.claim.article_id)
    return sum(name == other for name, other in leader.items())
