"""The matrix as a table needs it: which sources answer which question, without reading what they answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from core.model import Show
from core.store.store import Store
from core.store.values import RelationKey

# What an editor must see first.
_SERIOUS = {str(show): at for at, show in enumerate((Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE, Show.SILENT))}
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


def rows(store: Store) -> list[MatrixRow]:
    """A row for each fact, in the order of the comparison; facts of removed articles only are left out."""
    with store.snapshot():
        listed = store.fetch("SELECT id, question, question_en, kind, event FROM facts ORDER BY position")
        claims = store.fetch(
            f"SELECT fact_id, article_id FROM fact_claims WHERE article_id NOT IN ({_GONE}) ORDER BY fact_id, position"
        )
        shown = store.fetch(
            "SELECT DISTINCT fact_id, show FROM relations"
            f" WHERE a_article NOT IN ({_GONE}) AND b_article NOT IN ({_GONE})"
        )
    articles: dict[str, dict[str, None]] = defaultdict(dict)
    for fact_id, article_id in claims:
        articles[fact_id][article_id] = None
    shows: dict[str, str] = {}
    for fact_id, show in shown:
        if fact_id not in shows or _SERIOUS[show] < _SERIOUS[shows[fact_id]]:
            shows[fact_id] = show
    return [
        MatrixRow._make((*row, tuple(articles[row[0]]), Show(shows[row[0]]) if row[0] in shows else None))
        for row in listed
        if row[0] in articles
    ]


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
