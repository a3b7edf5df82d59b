"""Articles: putting their text aside, listing them, reading them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from core.model import Article
from core.store import rows
from core.store.store import Store
from core.store.values import ArticleSummary

_FROM = "FROM articles a JOIN texts t ON t.number = a.number"
# Counts per article in one pass each; a relation between two claims of one article counts once.
_SUMMARIES = """
WITH marks AS (
    SELECT article_id, sum(status = 'suggested') AS suggested, sum(status <> 'suggested') AS decided
    FROM annotations WHERE removed = 0 GROUP BY article_id
), open_relations AS (
    SELECT x.article_id AS a, y.article_id AS b
    FROM relations r
    JOIN fact_claims x ON x.fact_id = r.fact_id AND x.position = r.a
    JOIN fact_claims y ON y.fact_id = r.fact_id AND y.position = r.b
    JOIN articles p ON p.id = x.article_id AND p.removed = 0
    JOIN articles q ON q.id = y.article_id AND q.removed = 0
    WHERE r.show IN ('conflict', 'check') AND NOT EXISTS (
        SELECT 1 FROM verdicts v WHERE v.relation_id = r.id AND v.kind <> 'undecided'
    )
), undecided AS (
    SELECT id, count(*) AS number FROM (
        SELECT a AS id FROM open_relations UNION ALL SELECT b FROM open_relations WHERE b <> a
    ) GROUP BY id
)
SELECT a.id, a.title, a.source, a.author, a.published, a.url, a.file, a.length,
    d.article_id IS NOT NULL AND d.published IS a.published,
    coalesce(m.suggested, 0), coalesce(m.decided, 0), coalesce(u.number, 0)
FROM articles a
LEFT JOIN analysed d ON d.article_id = a.id
LEFT JOIN marks m ON m.article_id = a.id
LEFT JOIN undecided u ON u.id = a.id
WHERE a.removed = 0 ORDER BY a.number
"""
_KEEP = (
    "INSERT INTO articles (id, title, source, author, published, url, file, length, added_at, removed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO NOTHING RETURNING number"
)
_PENDING = (
    "a.removed = 0 AND NOT EXISTS (SELECT 1 FROM analysed d WHERE d.article_id = a.id AND d.published IS a.published)"
)


def summaries(store: Store) -> list[ArticleSummary]:
    """The articles of the project, in the order of their import."""
    return [_summary(*row) for row in store.fetch(_SUMMARIES)]


def ids(store: Store) -> list[str]:
    """The IDs of the articles of the project, in the order of their import."""
    return [key for (key,) in store.fetch("SELECT id FROM articles WHERE removed = 0 ORDER BY number")]


def pending_ids(store: Store) -> list[str]:
    """The IDs of the articles that wait for analysis."""
    return [key for (key,) in store.fetch(f"SELECT a.id FROM articles a WHERE {_PENDING} ORDER BY a.number")]


def by_ids(store: Store, keys: Sequence[str]) -> list[Article]:
    """These articles of the project, in the order of their import."""
    marks = ", ".join("?" * len(keys))
    found = store.fetch(
        f"SELECT {rows.ARTICLE_COLUMNS} {_FROM} WHERE a.removed = 0 AND a.id IN ({marks}) ORDER BY a.number", keys
    )
    return [rows.article(row) for row in found]


def every(store: Store) -> list[Article]:
    """All articles of the project, in the order of their import."""
    found = store.fetch(f"SELECT {rows.ARTICLE_COLUMNS} {_FROM} WHERE a.removed = 0 ORDER BY a.number")
    return [rows.article(row) for row in found]


def text(store: Store, key: str) -> str | None:
    """The canonical text of an article, None where the project has no such article."""
    found: str | None = store.value(f"SELECT t.text {_FROM} WHERE a.id = ?", (key,))
    return found


def present(store: Store, keys: Sequence[str]) -> set[str]:
    """Which of these articles are in the project."""
    marks = ", ".join("?" * len(keys))
    return {key for (key,) in store.fetch(f"SELECT id FROM articles WHERE removed = 0 AND id IN ({marks})", keys)}


def keep(connection: sqlite3.Connection, articles: Iterable[Article], at: str) -> None:
    """Put articles aside, with their text and its search index, not yet part of the project.

    Known ones stay as they are. An edit brings them in; until then nobody sees them.
    """
    for article in articles:
        number = connection.execute(
            _KEEP,
            (
                *(article.id, article.title, article.source, article.author, article.published, article.url),
                *(article.file, len(article.text), at),
            ),
        ).fetchone()
        if number is None:
            continue
        connection.execute("INSERT INTO texts (number, text) VALUES (?, ?)", (*number, article.text))


def _summary(*row: Any) -> ArticleSummary:
    key, title, source, author, published, url, file, length, analysed, suggested, decided, undecided = row
    return ArticleSummary(
        key, title, source, author, published, url, file, length, bool(analysed), suggested, decided, undecided
    )
