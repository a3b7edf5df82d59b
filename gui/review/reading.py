"""The pairs of the review page as rows: read when they come into sight, or just before."""

from __future__ import annotations

from collections import OrderedDict

from core.compare.differing import Side
from core.model import Article, ArticleClaim, Entity, Fact, Status
from core.project import RelationKey
from gui.compare.relation_model import Row, titled
from gui.session import Session

_KEPT = 64  # articles in memory: the next pairs mostly stand in them


class PairReader:
    """Keeps the facts and articles that it read until they are forgotten."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._facts: dict[str, Fact] = {}
        self._articles: OrderedDict[str, tuple[Article, list[Entity]]] = OrderedDict()

    def forget_facts(self) -> None:
        """Another comparison was made."""
        self._facts.clear()

    def forget_articles(self) -> None:
        """Articles or their marks changed."""
        self._articles.clear()

    def row(self, key: RelationKey | None) -> Row | None:
        """A pair; None for none, and where another program has taken it out of the file meanwhile."""
        if key is None:
            return None
        if key.fact_id not in self._facts:
            self._facts |= self._session.project.facts_by_ids([key.fact_id])
        fact = self._facts.get(key.fact_id)
        relation = fact and next((each for each in fact.relations if fact.relation_id(each) == key.id), None)
        if not fact or not relation:
            return None
        a, b = fact.claims[relation.a], fact.claims[relation.b]
        ends = self.article(a), self.article(b)
        first, second = (article.source or article.title or article.file for article in ends)
        files = {each.id: each.file for each in ends if not each.source and each.title not in ("", each.file)}
        return Row(key.id, fact, relation, a, b, (first, second), titled(files, a, b, (first, second)))

    def article(self, end: ArticleClaim) -> Article:
        """The article of a claim."""
        return self._read(end.article_id)[0]

    def side(self, end: ArticleClaim) -> Side:
        """A claim with its text, and the figures and times of its article."""
        article, values = self._read(end.article_id)
        return Side(article.text, end.claim, values)

    def _read(self, article_id: str) -> tuple[Article, list[Entity]]:
        """An article and its figures and times."""
        if article_id not in self._articles:
            project = self._session.project
            items = [mark.item for mark in project.annotations(article_id) if mark.status is not Status.REJECTED]
            values = [item for item in items if isinstance(item, Entity) and item.value is not None]
            self._articles[article_id] = project.article(article_id), values
            while len(self._articles) > _KEPT:
                self._articles.popitem(last=False)
        self._articles.move_to_end(article_id)
        return self._articles[article_id]
