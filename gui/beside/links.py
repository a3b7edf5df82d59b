"""The relations between the articles that stand beside each other, and what leads to them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from core.model import ArticleClaim, Show, Span
from core.project import Project
from gui.compare.relation_model import Row, titled

SHOWN = (Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE)
MOST = 4  # articles beside each other


def read_links(
    project: Project, article_ids: Sequence[str], shows: Collection[Show], name: Callable[[str], str]
) -> list[Row]:
    """The relations between these articles, from top to bottom of the first article that each touches.

    `name` gives the source of an article by its ID.
    """
    keys = project.relations_between(article_ids, shows)
    facts = project.facts_by_ids(sorted({key.fact_id for key in keys}))
    relations = {fact.relation_id(relation): (fact, relation) for fact in facts.values() for relation in fact.relations}
    files = project.files_of_nameless(article_ids)
    rows = []
    for key in keys:
        if key.id in relations:
            fact, relation = relations[key.id]
            a, b = fact.claims[relation.a], fact.claims[relation.b]
            names = name(a.article_id), name(b.article_id)
            rows.append(Row(key.id, fact, relation, a, b, names, titled(files, a, b, names)))
    place = {key: at for at, key in enumerate(article_ids)}

    def position(row: Row) -> tuple[int, int, int, int]:
        first, second = sorted((place[end.article_id], end.claim.start) for end in (row.a, row.b))
        return *first, *second

    return sorted(rows, key=position)


def span_of(end: ArticleClaim) -> Span:
    """Where a claim lies in its article."""
    return Span(end.claim.start, end.claim.end)


def articles_of(project: Project, item: object) -> list[str]:
    """The articles that `item` is about: a relation's two, those of a fact, or a list of IDs. At most MOST."""
    if isinstance(item, str):
        ends = project.relation_articles(item)
        if not ends and (fact := project.facts_by_ids([item]).get(item)):
            order = {show: at for at, show in enumerate(SHOWN)}
            serious = sorted(fact.relations, key=lambda relation: order.get(relation.show, len(order)))
            places = [place for relation in serious for place in (relation.a, relation.b)]
            ends = [fact.claims[place].article_id for place in (*places, *range(len(fact.claims)))]
        wanted: Sequence[str] = list(ends)
    else:
        wanted = [str(key) for key in item] if isinstance(item, (list, tuple)) else []
    there = set(project.article_ids())
    return [key for key in dict.fromkeys(wanted) if key in there][:MOST]


def likely(project: Project) -> list[str]:
    """Which articles to begin with: the two that most want to be seen together, else the first two."""
    for show in SHOWN:
        for key in project.relation_keys([show])[:1]:  # of two sources, where there is such a one
            if len(ends := project.relation_articles(key.id)) == len(set(ends)):
                return ends
    return project.article_ids()[:2]
