"""Articles: putting their text aside, listing them, reading them."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from core.model import Article, Status
from core.store import rows
from core.store.relations import DISPUTE
from core.store.store import Store
from core.store.values import ArticleSummary

_FROM = "FROM articles a JOIN texts t ON t.number = a.number"
_ANALYSED = "EXISTS (SELECT 1 FROM analysed d WHERE d.article_id = a.id AND d.published IS a.published)"
_HEADS = f"a.id, a.title, a.source, a.author, a.published, a.url, a.file, a.length, {_ANALYSED}"
NAME = "coalesce(nullif(a.source, ''), nullif(a.title, ''), a.file)"  # what stands for an article that names none
_OPEN_RELATIONS = (
    "FROM relations r WHERE show IN ('conflict', 'check')"
    " AND NOT EXISTS (SELECT 1 FROM verdicts v WHERE v.relation_id = r.id)"
    " AND NOT EXISTS (SELECT 1 FROM followed f WHERE f.relation_id = r.id)"
    " AND a_article NOT IN (SELECT id FROM articles WHERE removed = 1)"
    " AND b_article NOT IN (SELECT id FROM articles WHERE removed = 1)"
)
_KEEP = (
    "INSERT INTO articles (id, title, source, author, published, url, file, length, added_at, removed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT (id) DO NOTHING RETURNING number"
)


def summaries(store: Store, keys: Collection[str] | None = None) -> list[ArticleSummary]:
    """The articles of the project, or those of these IDs, in the order of their import."""
    chosen = () if keys is None else tuple(keys)

    def among(column: str) -> str:
        return "1" if keys is None else f"{column} IN ({', '.join('?' * len(chosen))})"

    marks: Counter[tuple[str, bool]] = Counter()
    for key, status, number in store.fetch(
        "SELECT article_id, status, count(*) FROM annotations"
        f" WHERE removed = 0 AND {among('article_id')} GROUP BY article_id, status",
        chosen,
    ):
        marks[key, status == Status.SUGGESTED] += number
    undecided: defaultdict[str, set[str]] = defaultdict(set)
    for a, b, dispute in store.fetch(
        f"SELECT a_article, b_article, {DISPUTE} {_OPEN_RELATIONS} AND ({among('a_article')} OR {among('b_article')})",
        chosen * 2,
    ):
        undecided[a].add(dispute)
        undecided[b].add(dispute)
    found = store.fetch(
        f"SELECT {_HEADS} FROM articles a WHERE a.removed = 0 AND {among('a.id')} ORDER BY a.number", chosen
    )
    return [
        ArticleSummary(*(*row[:8], bool(row[8]), marks[row[0], True], marks[row[0], False], len(undecided[row[0]])))
        for row in found
    ]


def names(store: Store, keys: Collection[str] | None = None) -> dict[str, str]:
    """What stands for the articles of the project, or for these: the source, else the title or the file."""
    chosen = () if keys is None else tuple(keys)
    among = "" if keys is None else f" AND a.id IN ({', '.join('?' * len(chosen))})"
    return dict(store.fetch(f"SELECT a.id, {NAME} FROM articles a WHERE a.removed = 0{among}", chosen))


def files_of_nameless(store: Store, keys: Collection[str]) -> dict[str, str]:
    """By article (ID) the file by which reasons call it, of those of these that name no source but have a title."""
    among = ", ".join("?" * len(keys))
    condition = f"a.source = '' AND a.title NOT IN ('', a.file) AND a.file <> '' AND a.id IN ({among})"
    return dict(store.fetch(f"SELECT a.id, a.file FROM articles a WHERE {condition}", tuple(keys)))


def ids(store: Store) -> list[str]:
    """The IDs of the articles of the project, in the order of their import."""
    return [key for (key,) in store.fetch("SELECT id FROM articles WHERE removed = 0 ORDER BY number")]


def pending_ids(store: Store) -> list[str]:
    """The IDs of the articles that wait for analysis."""
    return [
        key
        for (key,) in store.fetch(
            f"SELECT a.id FROM articles a WHERE a.removed = 0 AND NOT {_ANALYSED} ORDER BY a.number"
        )
    ]


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
