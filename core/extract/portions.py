"""How many articles are analysed together: the steps of the tagger's network then do for the sentences of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.model import Article

# Code points: some sixty sentences, a tenth of a second. More at a time would hardly be faster.
_ENOUGH = 10_000


def portions(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in order, some at a time; the first one alone, so that there is something to see soon."""
    portion: list[Article] = []
    size = _ENOUGH
    for article in articles:
        portion.append(article)
        size += len(article.text)
        if size >= _ENOUGH:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion
