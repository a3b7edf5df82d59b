"""The extractors in order, over one article or many. Values in, values out: nothing here touches the store."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from datetime import date
from itertools import islice

from core.extract import learned
from core.extract.boilerplate import find_boilerplate
from core.extract.claims import extract_claims
from core.extract.entities import extract_entities
from core.extract.quantities import extract_quantities
from core.extract.quotes import extract_quotes
from core.extract.times import extract_times
from core.model import Analysis, Article, Entity, HasSpan, Span
from core.text.segment import sentences

# Text, sentences and what is spoken for → names.
NameFinder = Callable[[str, Sequence[Span], Sequence[HasSpan]], list[Entity]]

# Articles in flight per executor: enough to keep the workers busy, few enough that cancelling is prompt.
_AHEAD = 16


def analyze(
    article: Article, find_names: NameFinder = extract_entities, lexicon: learned.Lexicon = learned.EMPTY
) -> Analysis:
    """Everything in one article, with the built-in engine's names or another's; not yet shared with other articles.

    `lexicon` is what the project has learned; quotes and claims follow it.
    """
    text = article.text
    published = date.fromisoformat(article.published) if article.published else None
    boilerplate = find_boilerplate(text)
    body = [span for span in sentences(text) if not _touches(span, boilerplate)]
    times = extract_times(text, published, body)
    quantities = extract_quantities(text, body, times)
    names = find_names(text, body, [*times, *quantities])
    proposed = sorted([*times, *quantities, *names], key=lambda entity: (entity.start, entity.end))
    entities = learned.apply(proposed, text, body, lexicon)
    quotes = extract_quotes(text, body, entities)
    claims = extract_claims(text, published, body, entities, quotes)
    changed = tuple(proposed) if entities != proposed else None
    return Analysis(article, tuple(boilerplate), tuple(entities), tuple(quotes), tuple(claims), changed)


def analyze_many(articles: Iterable[Article], executor: Executor | None = None) -> Iterator[Analysis]:
    """`analyze` over many, in order, in the workers of `executor` or else here.

    A generator: the caller reports progress, and cancels by closing it. What was yielded stays valid.
    """
    if executor is None:
        yield from map(analyze, articles)
        return
    waiting = iter(articles)
    running: deque[Future[Analysis]] = deque(executor.submit(analyze, article) for article in islice(waiting, _AHEAD))
    try:
        while running:
            yield running.popleft().result()
            running.extend(executor.submit(analyze, article) for article in islice(waiting, 1))
    finally:
        for future in running:
            future.cancel()


def _touches(span: Span, others: Sequence[HasSpan]) -> bool:
    return any(span.overlaps(other) for other in others)
