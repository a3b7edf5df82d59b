"""The part of `Project` that reads what the comparison found, and what editors decided about it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from core.compare.timeline import Moment
from core.model import ClaimKind, Fact, ObsoleteVerdict, Show, Span, Verdict
from core.store import articles, elsewhere, facts, matrix, overview, relations, review, rulings, timeline, words
from core.store.matrix import MatrixRow, MatrixSource
from core.store.overview import Overview
from core.store.review import ReviewFilter, ReviewView
from core.store.store import Store
from core.store.values import Elsewhere, RelationKey, Ruling
from core.store.words import Words


class Findings:
    """Facts, relations, verdicts and the views over them. `Project` is the one that is opened."""

    _store: Store

    def facts(self) -> list[Fact]:
        """What the last comparison found."""
        return facts.every(self._store)

    def facts_by_ids(self, fact_ids: Sequence[str]) -> dict[str, Fact]:
        """A few of the facts, by ID; those that are gone are left out."""
        return facts.some(self._store, fact_ids)

    def relation_keys(self, shows: Collection[Show]) -> list[RelationKey]:
        """All relations that are shown so, in the order of review; quick, since no fact is read."""
        return relations.keys(self._store, shows)

    def files_of_nameless(self, article_ids: Collection[str]) -> dict[str, str]:
        """By article (ID) the file by which reasons call it, of those of these that name no source. Quick."""
        return articles.files_of_nameless(self._store, article_ids)

    def question_kinds(self) -> dict[str, ClaimKind]:
        """What each question (fact ID) asks; quick, since no fact is read."""
        return relations.kinds(self._store)

    def relations_between(self, article_ids: Collection[str], shows: Collection[Show]) -> list[RelationKey]:
        """The relations that are shown so and join one of these articles with another of them."""
        return matrix.between(self._store, article_ids, shows)

    def relation_articles(self, relation_id: str) -> list[str]:
        """The articles of a relation's two ends; empty where there is no such relation."""
        return matrix.articles_of(self._store, relation_id)

    def said_elsewhere(self, article_id: str, span: Span, limit: int = 12, *, exactly: bool = False) -> list[Elsewhere]:
        """What the comparison relates to the claims at a passage, or to the one of that span; quick."""
        return elsewhere.said_elsewhere(self._store, article_id, span, limit, exactly=exactly)

    def matrix_rows(self) -> list[MatrixRow]:
        """Which articles answer which question; quick, since no claim is read."""
        return matrix.rows(self._store)

    def matrix_sources(self) -> list[MatrixSource]:
        """The articles as columns of the matrix, in the order of import."""
        return matrix.sources(self._store)

    def relation_counts(self) -> dict[Show, tuple[int, int]]:
        """(all, decided) relations by what they are shown as."""
        return relations.counts(self._store)

    def word_steps(self, into: Words) -> Iterator[None]:
        """Fill `into` with what a filter of questions and pairs looks through, in short steps."""
        return words.read(self._store, into)

    def passing(self, known: Words, word: str) -> tuple[set[str], set[str]]:
        """The facts (IDs) all of whose relations hold a folded word, and the relations (keys) of others that do."""
        return words.passing(self._store, known, word)

    def review_queue(self, wanted: ReviewFilter) -> list[RelationKey]:
        """The pairs that pass a filter, in the order of review."""
        return review.queue(self._store, wanted)

    def review_sources(self) -> list[str]:
        """The sources that a filter of review can name."""
        return review.sources(self._store)

    def review_views(self) -> list[ReviewView]:
        """The filters of review that were given a name."""
        return review.views(self._store)

    def set_review_views(self, views: Sequence[ReviewView]) -> None:
        """Keep these named filters instead of the former ones; no step of the history."""
        review.keep_views(self._store, views)

    def moments(self, *, shared: bool = True) -> list[Moment]:
        """What the claims say happened when; only answers to questions that several sources answer, or all. Long."""
        return timeline.moments(self._store, shared=shared)

    def overview(self) -> Overview:
        """How far the work is, in numbers. Long for large projects."""
        return overview.overview(self._store)

    def verdicts(self) -> dict[str, Verdict]:
        """All verdicts, by `Fact.relation_id`; those that follow from another have `follows`."""
        return facts.verdicts(self._store)

    def obsolete_verdicts(self) -> list[ObsoleteVerdict]:
        """Verdicts on relations that the last comparison did not find again."""
        return facts.obsolete(self._store)

    def rulings(self) -> list[Ruling]:
        """Relations drawn by hand, questions, merged and split facts, in the order in which they hold.

        Made by `RelateSpans`, `RenameQuestion`, `MergeFacts`, `SplitFact`, taken back by `RemoveRelations` and
        `WithdrawRulings` (`core.store.rulings`). They hold for later comparisons and are what `facts` is made with.
        """
        return rulings.every(self._store)
