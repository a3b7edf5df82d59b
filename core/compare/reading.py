"""The claims of a project by number, kept as its articles come, go and change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from typing import Any

from core.compare.items import Item, read_article
from core.compare.pairing import Pair
from core.compare.parties import offices_told, person_states
from core.model import Analysis

Articles = tuple[int, int]  # the places of two articles
Words = frozenset[object]

_PARTS = attrgetter(*(part.name for part in fields(Item)))

_CLAIMS = 20  # binary digits of a claim's number that count it in its article; the others are the article's place


def articles_of(pair: Pair) -> Articles:
    """The places of the articles in which two claims stand."""
    return pair[0] >> _CLAIMS, pair[1] >> _CLAIMS


@dataclass(frozen=True, slots=True)
class _Article:
    """An article as it was read: the (person, state) that its offices tell, and the numbers of its claims."""

    analysis: Analysis
    place: int
    offices: list[tuple[str, str]]
    names: frozenset[str]
    numbers: range = range(0)


class Reading:
    """Numbers are in the order of articles and claims; what did not change keeps its own."""

    def __init__(self) -> None:
        self._articles: dict[str, _Article] = {}
        self._places: dict[str, int] = {}
        self._people: dict[str, str] = {}

    def numbers(self, article_id: str) -> range:
        """The claims of an article."""
        return self._articles[article_id].numbers

    def update(self, analyses: Sequence[Analysis]) -> tuple[set[int], dict[int, Item]]:
        """The numbers of claims that went or changed, and the claims that came or changed."""
        former, self._articles = self._articles, {}
        read: list[_Article] = []
        top, last, follows = max(self._places.values(), default=-1), -1, True
        for analysis in analyses:
            key = analysis.article.id
            place = self._places.get(key, -1)
            follows = follows and place > last
            if not follows:  # it and all behind it get new places
                top += 1
                place = self._places[key] = top
            last = place
            old = former.get(key)
            if old is not None and (old.analysis is analysis or old.analysis == analysis):
                read.append(old if old.place == place else replace(old, place=place))
            else:
                read.append(_Article(analysis, place, offices_told(analysis), _names(analysis)))
        people = person_states(article.offices for article in read)
        differ = {name for name in people.keys() | self._people.keys() if people.get(name) != self._people.get(name)}
        self._people = people
        new: dict[int, Item] = {}
        shared: dict[Words, Words] = {}
        for article in read:
            key = article.analysis.article.id
            if article is not former.get(key) or not differ.isdisjoint(article.names):
                items = [_compact(item, shared) for item in read_article(article.analysis, people)]
                numbers = range(article.place << _CLAIMS, (article.place << _CLAIMS) + len(items))
                new.update(zip(numbers, items, strict=True))
                article = replace(article, numbers=numbers)
            self._articles[key] = article
        went = (old for key, old in former.items() if self._articles.get(key) is not old)
        return {number for old in went for number in old.numbers}, new


def _compact(item: Item, shared: dict[Words, Words]) -> Item:
    """The same with the sets of words that other claims have too: most are small, and each claim has a dozen."""
    parts: list[Any] = [shared.setdefault(part, part) if type(part) is frozenset else part for part in _PARTS(item)]
    return Item(*parts)


def _names(analysis: Analysis) -> frozenset[str]:
    """What an analysis calls people by, wherever a state may be looked up for them."""
    found = {entity.name for entity in analysis.entities}
    found |= {quote.speaker.name for quote in analysis.quotes if quote.speaker}
    for claim in analysis.claims:
        found |= {name for name in (claim.attribution.speaker, claim.value) if isinstance(name, str)}
    return frozenset(found)
