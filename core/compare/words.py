"""A statement's words: what each of them means, and which say little by themselves (light_words.tsv)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from typing import NamedTuple

from core.compare.senses import Sense, senses
from core.extract.concepts import rows
from core.text.arabic import fold
from core.text.segment import words as split
from core.text.stems import bare, variants

AIMS = frozenset(("want", "demand"))
_ENDS = frozenset(("،", ",", "؛", ";", "الذي", "التي", "الذين", "بل", "لكن", "ولكن", "حيث", "اذ", "لان"))
_SHORT = 3  # letters of «يقع»


class Words(NamedTuple):
    """The folded words of a sentence, those inside a statement, and what each of these that tells something means."""

    forms: Sequence[str]
    inside: range
    meant: Mapping[int, Sequence[Sense]]
    content: Sequence[int]
    joined: Set[int]  # the words of phrases, in which no negator stands alone
    names: Set[int]

    def behind(self, index: int, count: int) -> Sequence[int]:
        """The next words of content behind a word."""
        first = bisect_right(self.content, index)
        return self.content[first : first + count]

    def is_act(self, index: int) -> bool:
        """Whether a word of content tells something that is done."""
        return is_act(self.forms[index], self.meant[index])

    def ends(self, index: int, other: int) -> bool:
        """Whether something else begins between two words."""
        return not _ENDS.isdisjoint(self.forms[index + 1 : other])


def forms_of(text: str) -> list[str]:
    """The folded words of a text, without marks («لم يقدم أي التزام "جديد"»)."""
    told = fold(text)
    return [told[span.start : span.end] for span in split(told) if told[span.start].isalnum()]


def is_aim(form: str) -> bool:
    """Whether a word tells that something is aimed at."""
    return any(sense.id in AIMS and not sense.side for sense in senses(form))


def is_act(form: str, meant: Sequence[Sense]) -> bool:
    """Whether a word tells something that is done; «المفاوضون» and «المحتجين» are people who do it."""
    people = form.startswith(("الم", "لم", "والم", "بالم")) and form.endswith(("ون", "ين"))
    return not people and any(sense.side is not None for sense in meant)


def light_words(kind: str) -> frozenset[str]:
    """The words of one kind in light_words.tsv."""
    return _kinds().get(kind, frozenset())


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in rows("light_words")}


@lru_cache(maxsize=50_000)
def is_light(form: str, kind: str) -> bool:
    """Whether a word, in any form of it, is one of that kind."""
    return form in light_words(kind) or not read_as(form).isdisjoint(light_words(kind))


@lru_cache(maxsize=50_000)
def read_as(form: str) -> frozenset[str]:
    """What a list may have for a word, a verb of three letters too («يقع», «تعد»)."""
    short = (one for one in bare(form) if len(one) == _SHORT and one[0] in "يتن")
    return variants(form) | {f"~{one[1:]}" for one in short}
