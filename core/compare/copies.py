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


class Voices:
    """How many sources speak for themselves, those that print one text counted once."""

    def __init__(self) -> None:
        self.count = 0
        self._leader: dict[str, str] = {}

    def hear(self, items: Iterable[Item]) -> None:
        """These speak too."""
        for item in items:
            name = _source(item)
            if name not in self._leader:
                self._leader[name] = name
                self.count += 1

    def join(self, copied: Iterable[tuple[Item, Item]]) -> None:
        """Pairs that print one text; both were heard."""
        for a, b in copied:
            one, other = self._first(_source(a)), self._first(_source(b))
            if one != other:
                self._leader[one] = other
                self.count -= 1

    def _first(self, name: str) -> str:
        while self._leader[name] != name:
            name = self._leader[name]
        return name


def _source(item: Item) -> str:
    return item.source or item.claim.article_id
