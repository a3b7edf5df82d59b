"""The extractors in order, over one article or many. Values in, values out: nothing here touches the store."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from core.extract import learned
from core.extract.boilerplate import find_boilerplate
from core.extract.claims import extract_claims
from core.extract.entities import Told, entities_of, extract_entities
from core.extract.portions import portions
from core.extract.quantities import extract_quantities
from core.extract.quotes import extract_quotes
from core.extract.times import extract_times
from core.model import Analysis, Article, Entity, HasSpan, Span
from core.text.segment import sentences

# Text, sentences and what is spoken for → names.
NameFinder = Callable[[str, Sequence[Span], Sequence[HasSpan]], list[Entity]]

# Portions in flight per executor: enough to keep the workers busy, few enough that cancelling is prompt.
_AHEAD = 16


@dataclass(frozen=True, slots=True)
class _Begun:
    """An article before names are looked for: the lines left out, its sentences, and what the grammars found."""

    article: Article
    boilerplate: Sequence[Span]
    body: Sequence[Span]
    published: date | None
    taken: Sequence[Entity]

    @property
    def told(self) -> Told:
        """What the names are looked for in."""
        return self.article.text, self.body, self.taken


def analyze(
    article: Article, find_names: NameFinder = extract_entities, lexicon: learned.Lexicon = learned.EMPTY
) -> Analysis:
    """Everything in one article, with the built-in engine's names or another's; not yet shared with other articles.

    `lexicon` is what the project has learned; quotes and claims follow it.
    """
    begun = _begin(article)
    return _finish(begun, find_names(*begun.told), lexicon)


def analyze_together(
    articles: Sequence[Article], layer: str = "", lexicon: learned.Lexicon = learned.EMPTY
) -> list[Analysis]:
    """`analyze` of a portion of articles with the built-in engine, in less time than one by one.

    `layer` is what the project's tagger was retrained to, "" for the shipped one.
    """
    begun = [_begin(article) for article in articles]
    names = entities_of([one.told for one in begun], layer)
    return [_finish(one, found, lexicon) for one, found in zip(begun, names, strict=True)]


def analyze_many(articles: Iterable[Article], executor: Executor | None = None) -> Iterator[Analysis]:
    """`analyze` over many, in order, in the workers of `executor` or else here.

    A generator: the caller reports progress, and cancels by closing it. What was yielded stays valid.
    """
    waiting = portions(articles)
    if executor is None:
        yield from chain.from_iterable(map(analyze_together, waiting))
        return
    running: deque[Future[list[Analysis]]] = deque(
        executor.submit(analyze_together, portion) for portion in islice(waiting, _AHEAD)
    )
    try:
        while running:
            yield from running.popleft().result()
            running.extend(executor.submit(analyze_together, portion) for portion in islice(waiting, 1))
    finally:
        for future in running:
            future.cancel()


def _begin(article: Article) -> _Begun:
    text = article.text
    published = date.fromisoformat(article.published) if article.published else None
    boilerplate = find_boilerplate(text)
    body = [span for span in sentences(text) if not _touches(span, boilerplate)]
    times = extract_times(text, published, body)
    return _Begun(article, boilerplate, body, published, [*times, *extract_quantities(text, body, times)])


def _finish(begun: _Begun, names: Sequence[Entity], lexicon: learned.Lexicon) -> Analysis:
    text, body, _ = begun.told
    proposed = sorted([*begun.taken, *names], key=lambda entity: (entity.start, entity.end))
    entities = learned.apply(proposed, text, body, lexicon)
    quotes = extract_quotes(text, body, entities)
    claims = extract_claims(text, begun.published, body, entities, quotes)
    changed = tuple(proposed) if entities != proposed else None
    return Analysis(begun.article, tuple(begun.boilerplate), tuple(entities), tuple(quotes), tuple(claims), changed)


def _touches(span: Span, others: Sequence[HasSpan]) -> bool:
    return any(span.overlaps(other) for other in others)
