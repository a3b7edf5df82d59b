"""The part of `Project` that analysis and comparison read and write: what waits, what was found, what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.compare.changes import Change
from core.compare.weighing import Weighing
from core.model import Analysis, Article, Fact
from core.store import articles, comparison, marks, ruled, search, watching, weights
from core.store.store import Store
from core.store.values import Kind, Touched

CHUNK = 50  # articles of a transaction: few enough that nobody waits for a bulk import or an analysis
_BULK = 250  # the same for many analyses at once: each transaction writes most pages of the indexes anew


class Material:
    """Articles with what was found in them, and the facts that were made of it. `Project` is the one that is opened."""

    _store: Store

    def pending(self) -> list[Article]:
        """Articles that were not analysed yet, or with another date."""
        return list(self.articles_in_chunks(self.pending_ids()))

    def store_analysis(self, analyses: Sequence[Analysis]) -> Touched:
        """Replace the suggestions of these articles. Decisions stay; what was decided is not suggested again."""
        touched = Touched()
        for start in range(0, len(analyses), _BULK):
            touched |= marks.take_in(self._store, analyses[start : start + _BULK])
        return touched

    def analyses(self) -> list[Analysis]:
        """All articles with what holds of them: decisions, and suggestions that no decision speaks against. Long."""
        return [analysis for chunk in self.analyses_in_chunks() for analysis in chunk]

    def store_facts(self, found: Sequence[Fact]) -> Touched:
        """Keep these facts instead of the former ones; verdicts stay."""
        touched = Touched(frozenset({Kind.FACTS}))
        for changed in self.fact_steps(found):
            touched |= changed
        return touched

    def fact_steps(self, found: Sequence[Fact]) -> Iterator[Touched]:
        """`store_facts` in short steps."""
        return ruled.replace(self._store, found)

    def change_facts(self, order: Sequence[str], found: Sequence[Fact | Change]) -> Iterator[Touched]:
        """Let the facts be these (IDs), in this order, of which some are new or changed; in short steps."""
        return ruled.follow(self._store, order, found)

    def index_steps(self) -> Iterator[None]:
        """Make the search index of new articles, in short steps. Search finds them without, but more slowly."""
        while search.index(self._store):
            yield

    def article_ids(self) -> list[str]:
        """The articles, in the order of import."""
        return articles.ids(self._store)

    def pending_ids(self) -> list[str]:
        """The articles that wait for analysis."""
        return articles.pending_ids(self._store)

    def articles_in_chunks(self, keys: Sequence[str]) -> Iterator[Article]:
        """These articles, never all in memory."""
        for start in range(0, len(keys), CHUNK):
            yield from articles.by_ids(self._store, keys[start : start + CHUNK])

    def count_edits(self) -> int:
        """How often something changed that facts depend on."""
        return comparison.edits(self._store)

    def mark_compared(self, edits: int) -> None:
        """Remember that the facts are those of the project after so many edits (`count_edits`)."""
        comparison.keep(self._store, edits)

    def watch(self) -> None:
        """Remember from now on which articles change: what `moved` tells."""
        watching.watch(self._store)

    @property
    def is_watched(self) -> bool:
        """Whether `moved` knows of all that changed."""
        return self._store.watched

    def moved(self) -> set[str]:
        """The articles that something changed in since this, or `watch`, was called last."""
        return watching.moved(self._store)

    def weighing(self) -> Weighing:
        """By which weights of words the articles are compared."""
        return weights.read(self._store)

    def set_weighing(self, weighing: Weighing) -> None:
        """Let later comparisons go by these weights; no step of the history."""
        weights.keep(self._store, weighing)

    def analyses_in_chunks(self, article_ids: Sequence[str] | None = None) -> Iterator[list[Analysis]]:
        """`analyses`, or those of these articles, in lists of a few dozen, each of which is read quickly."""
        keys = articles.ids(self._store) if article_ids is None else article_ids
        for start in range(0, len(keys), CHUNK):
            yield marks.analyses(self._store, keys[start : start + CHUNK])

    @property
    def comparison_is_stale(self) -> bool:
        """Whether something that facts depend on changed since they were last compared (`comparison_steps`)."""
        return comparison.is_stale(self._store)
