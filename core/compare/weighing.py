"""How much each content word tells: the rarer it is among the clauses of a project, the more.

One article more would otherwise weigh all pairs anew, so what was counted once holds until the project has doubled or
halved; a project keeps it in its file, so that every later comparison goes by it too. Few claims are counted each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

from core.compare.acts import words_of

if TYPE_CHECKING:
    from core.compare.items import Item

MEANT = "="  # before what a word means, where meanings are weighed beside roots
_FEW = 500  # claims that are compared in no time
_SMALL = 3000  # claims of which more may be compared with each other at little cost
_DIGITS = 5  # binary digits of the counts that words are weighed by …
_CLAIMS_DIGITS = 3  # … and of the number of claims, which weighs all words


@dataclass(frozen=True, slots=True)
class Weighing:
    """How many claims there were, and in how many of their clauses each word stood, where it stood in several."""

    claims: int = 0
    words: Mapping[str, int] = field(default_factory=dict)

    def holds(self, claims: int) -> bool:
        """Whether so many claims are still to be weighed so."""
        return self.claims >= _FEW and claims <= 2 * self.claims and self.claims <= 2 * claims

    @property
    def is_small(self) -> bool:
        """Whether so few claims were counted that they may be compared by more of their words."""
        return self.claims < _SMALL

    def rarity(self) -> dict[str, float]:
        """1 for a word of one clause only, down to 0.2 for a word of all; alike for counts that are nearly alike."""
        most = log(max(step(self.claims, _CLAIMS_DIGITS), 2) + 1)
        return {word: max(0.2, 1 - log(step(count, _DIGITS)) / most) for word, count in self.words.items()}


def weigh(items: Collection[Item]) -> Weighing:
    """Count the words of these claims, and what the words of statements mean."""
    counts = Counter(word for item in items for word in item.roots)
    counts.update(MEANT + meaning for item in items for meaning in words_of(item.acts))
    return Weighing(len(items), {word: count for word, count in sorted(counts.items()) if count > 1})


def step(count: int, digits: int) -> int:
    """The count with its first binary digits, the others 0."""
    low = max(count.bit_length() - digits, 0)
    return count >> low << low
