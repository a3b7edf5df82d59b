"""The matrix as a table needs it: which sources answer which question, without reading what they answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from core.model import Show
from core.store.store import Store
from core.store.values import RelationKey

# What an editor must see first.
_SHOWS = dict(enumerate((Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE, Show.SILENT)))
_SERIOUS = {str(show): at for at, show in _SHOWS.items()}
_LAST = len(_SHOWS)
_GONE = "SELECT id FROM articles WHERE removed = 1"


class MatrixRow(NamedTuple):
    """A fact as a row of the matrix: the articles (IDs) that answer it, and the most serious Show of its relations."""

    fact_id: str
    question: str
    question_en: str
    kind: str
    event: str
    articles: tuple[str, ...]
    show: Show | None


class MatrixSource(NamedTuple):
    """An article (ID) with the name of its column, its source or else its title, and its day of publication (ISO)."""

    article_id: str
    name: str
    published: str | None


def rows(store: Store) -> list[MatrixRow]:
    """A row for each fact, in the order of the comparison; facts of removed articles only are left out."""
    with store.snapshot():
        listed = store.fetch("SELECT id, question, question_en, kind, event FROM facts ORDER BY position")
        claims = store.fetch("SELECT fact_id, article_id FROM fact_claims")
        gone = {key for (key,) in store.fetch(_GONE)}
        there = f" WHERE a_article NOT IN ({_GONE}) AND b_article NOT IN ({_GONE})" if gone else ""
        shown = store.fetch(f"SELECT fact_id, show FROM relations{there}")
    articles: dict[str, dict[str, None]] = defaultdict(dict)
    for fact_id, article_id in claims:
        if article_id not in gone:
            articles[fact_id][article_id] = None
    shows: dict[str, int] = {}
    for fact_id, show in shown:
        shows[fact_id] = min(shows.get(fact_id, _LAST), _SERIOUS[show])
    return [
        MatrixRow._make((*row, tuple(articles[row[0]]), _SHOWS.get(shows.get(row[0], _LAST))))
        for row in listed
        if row[0] in articles
    ]


def sources(store: Store) -> list[MatrixSource]:
    """What the columns are made of: every article's outlet and day, in the order of import."""
    found = store.fetch("SELECT id, source, title, file, published FROM articles WHERE removed = 0 ORDER BY number")
    return [MatrixSource(key, source or title or file, day) for key, source, title, file, day in found]


def between(store: Store, article_ids: Collection[str], shows: Collection[Show]) -> list[RelationKey]:
    """The relations that are shown so and have both ends in these articles, each in another one."""
    keys, wanted = list(article_ids), [str(show) for show in shows]
    marks = ", ".join("?" * len(keys))
    found = store.fetch(
        "SELECT id, fact_id, a, b, a_article, b_article, show FROM relations WHERE fact_id IN"
        f" (SELECT fact_id FROM fact_claims WHERE article_id IN ({marks}))"
        f" AND a_article IN ({marks}) AND b_article IN ({marks}) AND a_article <> b_article"
        f" AND show IN ({', '.join('?' * len(wanted))}) ORDER BY fact_id, a, b",
        (*keys, *keys, *keys, *wanted),
    )
    return [RelationKey(*row) for row in found]


def articles_of(store: Store, relation_id: str) -> list[str]:
    """The articles of a relation's two ends (IDs); empty where the last comparison has no such relation."""
    found = store.fetch("SELECT a_article, b_article FROM relations WHERE id = ? LIMIT 1", (relation_id,))
    return [key for row in found for key in row]
