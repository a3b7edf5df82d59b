"""Relations as a list needs them: keys in the order of review, without reading the facts that they stand in."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from core.model import Show
from core.store.store import Store
from core.store.values import RelationKey, RelationWords
from core.text.arabic import fold

# What needs a decision first.
_ORDER = {str(show): at for at, show in enumerate((Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE, Show.SILENT))}
_GONE = "SELECT id FROM articles WHERE removed = 1"
_COLUMNS = "r.id, r.fact_id, r.a, r.b, r.a_article, r.b_article, r.show, r.follows"


def keys(store: Store, shows: Collection[Show]) -> list[RelationKey]:
    """The relations that are shown so: those of one fact together, the fact that most wants a decision first."""
    wanted = [str(show) for show in shows]
    rows = store.fetch(
        f"SELECT {_COLUMNS}, r.score FROM relations r WHERE r.show IN ({', '.join('?' * len(wanted))}){_there(store)}",
        wanted,
    )
    # What two sources say otherwise comes before what one source quotes from two sides.
    rows.sort(key=lambda row: (_ORDER[row[6]], row[4] == row[5], -row[8], row[0]))
    return together(RelationKey._make(row[:8]) for row in rows)


def together(found: Iterable[RelationKey]) -> list[RelationKey]:
    """The relations of one fact together, each fact where its first relation stands."""
    listed = list(found)
    first: dict[str, int] = {}
    for at, key in enumerate(listed):
        first.setdefault(key.fact_id, at)
    return sorted(listed, key=lambda key: first[key.fact_id])  # stable: inside a fact the order stays


def one_a_dispute(found: Iterable[RelationKey]) -> list[RelationKey]:
    """Of the pairs in which the same answers stand against each other, the one that stands for them, else the first."""
    listed = list(found)
    there = {key.id for key in listed}
    first: dict[str, str] = {}
    for key in listed:
        first.setdefault(key.follows, key.follows if key.follows in there else key.id)
    return [key for key in listed if not key.follows or first[key.follows] == key.id]


def counts(store: Store) -> dict[Show, tuple[int, int]]:
    """How many relations are shown so, and how many of them are settled by a verdict."""
    found = store.fetch(
        "SELECT r.show, count(*), count(coalesce(v.relation_id, f.relation_id)) FROM relations r"
        " LEFT JOIN verdicts v ON v.relation_id = r.id AND v.kind <> 'undecided'"
        " LEFT JOIN followed f ON f.relation_id = r.id"
        f" WHERE 1{_there(store)} GROUP BY r.show"
    )
    return {Show(show): (every, decided) for show, every, decided in found}


def words(store: Store) -> RelationWords:
    """The folded words of all questions and claims, for a filter."""
    questions = store.fetch("SELECT id, question, question_en FROM facts")
    claims = store.fetch("SELECT fact_id, position, json_extract(data, '$.text') FROM fact_claims")
    return RelationWords(
        {key: fold(f"{question} {question_en}") for key, question, question_en in questions},
        {(key, position): fold(text) for key, position, text in claims},
    )


def _there(store: Store) -> str:
    """Leaves out what stands on articles that were removed; most projects have none."""
    if store.value(f"SELECT EXISTS ({_GONE})"):
        return f" AND r.a_article NOT IN ({_GONE}) AND r.b_article NOT IN ({_GONE})"
    return ""
