"""One deed under two names that take sides («ضم القرم»، «احتلال القرم»): no contradiction, but an editor chooses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from core.compare.items import Item
from core.compare.outcome import Outcome
from core.extract.concepts import rows, state_names
from core.model import Polarity, RelationKind, Show
from core.text.arabic import fold
from core.text.stems import variants

Name = tuple[str, int]  # deed, column of its name
_JUDGED = "judged"  # no deed: words that say what to think of one, and those that only keep a distance to it
_OF_PLACE = "_@"  # behind a word that is such a name only where the place follows («عودة القرم إلى …»)


def named_otherwise(a: Item, b: Item) -> Outcome | None:
    """To be looked at where two sources tell of one place; a place or a thing that both name, and no state."""
    if a.claim.article_id == b.claim.article_id or Polarity.DENIED in (a.raw.polarity, b.raw.polarity):
        return None
    places = a.names & b.names - state_names()
    if not places:
        return None
    x, y = (_names(item.raw.text, places) for item in (a, b))
    deeds = {deed for deed, _ in x} & {deed for deed, _ in y} - {_JUDGED}
    same = any(deed in deeds for deed, _ in x & y)
    judged = [name for names in (x, y) for name in names if name[0] == _JUDGED]
    if not deeds or (same and judged != [(_JUDGED, 0)]):
        return None
    return Outcome(RelationKind.DIFFERS_IN_SCOPE, Show.CHECK, 0.45, _JUDGED if same else "named_otherwise")


def deeds(item: Item) -> Iterator[tuple[str, str]]:
    """(deed, place) of the deeds that a statement tells under such a name."""
    if places := item.names - state_names():
        for deed in {deed for deed, _ in _names(item.raw.text, places)} - {_JUDGED}:
            yield from ((deed, place) for place in places)


@lru_cache(maxsize=20_000)
def _names(text: str, places: frozenset[str]) -> frozenset[Name]:
    words = fold(text).split()
    named = {word for place in places for word in fold(place).split()}
    found: set[Name] = set()
    for place, word in enumerate(words):
        read = variants(word) | {word} | {f"{word}_{follower}" for follower in words[place + 1 : place + 2]}
        towards = words[place + 1 : place + 2] == ["الي"]  # «القرم قد عادت إلى …»
        if named.intersection(words[place + 1 : place + 2] + (words[max(place - 2, 0) : place] if towards else [])):
            read = read | {form + _OF_PLACE for form in read}
        found.update(name for form in read for name in _listed().get(form, ()))
    return frozenset(found)


@cache
def _listed() -> dict[str, tuple[Name, ...]]:
    found: dict[str, tuple[Name, ...]] = {}
    for deed, *columns in rows("loaded_words"):
        for column, forms in enumerate(columns):
            for form in forms.split():
                found[form] = (*found.get(form, ()), (deed, column))
    return found
