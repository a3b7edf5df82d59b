"""The matrix as a table needs it: which sources answer which question, without reading what they answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from core.model import Show
from core.store import relations
from core.store.store import Store
from core.store.values import RelationKey

_SHOWS = relations.ORDER  # what an editor must see first
_SERIOUS = "CASE show " + " ".join(f"WHEN '{show}' THEN {at}" for at, show in enumerate(_SHOWS)) + " END"
_GONE = "SELECT id FROM articles WHERE removed = 1"


class MatrixRow(NamedTuple):
    """A fact as a row of the matrix. `said_in` are the articles (IDs) that answer it, each once, with commas between.

    `rank` is the place of the most serious Show of its relations, from 0.
    """

    fact_id: str
    question: str
    question_en: str
    kind: str
    event: str
    said_in: str
    rank: int

    @property
    def articles(self) -> tuple[str, ...]:
        """The articles (IDs) that answer it."""
        return tuple(self.said_in.split(","))

    @property
    def show(self) -> Show | None:
        """The most serious Show of its relations; None where it has none."""
        return _SHOWS[self.rank] if self.rank < len(_SHOWS) else None


def articles_of_all(rows: Iterable[MatrixRow]) -> list[str]:
    """The articles (IDs) of these rows, row by row: quick for many."""
    return [key for key in ",".join(row.said_in for row in rows).split(",") if key]


class MatrixSource(NamedTuple):
    """An article (ID) with the name of its column, its source or else its title, and its day of publication (ISO)."""

    article_id: str
    name: str
    published: str | None


def rows(store: Store) -> list[MatrixRow]:
    """A row for each fact, in the order of the comparison; facts of removed articles only are left out."""
    gone = store.value(f"SELECT EXISTS ({_GONE})")
    claims = f" AND c.article_id NOT IN ({_GONE})" if gone else ""
    pairs = f" AND r.a_article NOT IN ({_GONE}) AND r.b_article NOT IN ({_GONE})" if gone else ""
    found = store.fetch(
        "SELECT f.id, f.question, f.question_en, f.kind, f.event,"
        f" (SELECT group_concat(DISTINCT c.article_id) FROM fact_claims c WHERE c.fact_id = f.id{claims}),"
        f" (SELECT coalesce(min({_SERIOUS}), {len(_SHOWS)}) FROM relations r WHERE r.fact_id = f.id{pairs})"
        " FROM facts f ORDER BY f.position"
    )
    return [row for row in map(MatrixRow._make, found) if row.said_in]


def sources(store: Store) -> list[MatrixSource]:
    """What the columns are made of: every article's outlet and day, in the order of import."""
    found = store.fetch("SELECT id, source, title, file, published FROM articles WHERE removed = 0 ORDER BY number")
    return [MatrixSource(key, source or title or file, day) for key, source, title, file, day in found]


def between(store: Store, article_ids: Collection[str], shows: Collection[Show]) -> list[RelationKey]:
    """The relations that are shown so and have both ends in these articles, each in another one."""
    keys, wanted = list(article_ids), [str(show) for show in shows]
    marks = ", ".join("?" * len(keys))
    found = store.fetch(
        "SELECT id, fact_id FROM relations WHERE fact_id IN"
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
