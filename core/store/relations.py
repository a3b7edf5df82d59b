"""Relations as a list needs them: keys in the order of review, without reading the facts that they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import chain

from core.model import ClaimKind, Show
from core.store import rows
from core.store.store import Store
from core.store.values import RelationKey

_GONE = "SELECT id FROM articles WHERE removed = 1"
DISPUTE = "coalesce(nullif(r.follows, ''), r.id)"  # the relation that stands for this one
# What needs a decision first.
ORDER = (Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE, Show.SILENT)


def keys(store: Store, shows: Collection[Show]) -> list[RelationKey]:
    """The relations that are shown so: those of one fact together, the fact that most wants a decision first."""
    there = _there(store)
    # What two sources say otherwise comes before what one source quotes from two sides. An index has this order.
    listed = (
        store.each(
            f"SELECT r.id, r.fact_id, r.follows FROM relations r WHERE r.show = ?{there}"
            " ORDER BY r.a_article = r.b_article, r.score DESC, r.id",
            (str(show),),
        )
        for show in ORDER
        if show in shows
    )
    facts: defaultdict[str, list[RelationKey]] = defaultdict(list)
    for row in chain.from_iterable(listed):
        facts[row[1]].append(RelationKey(*row))
    return list(chain.from_iterable(facts.values()))


def one_a_dispute(found: Iterable[RelationKey]) -> list[RelationKey]:
    """Of the pairs in which the same answers stand against each other, the one that stands for them, else the first."""
    listed = list(found)
    following = [key for key in listed if key.follows]
    if not following:
        return listed
    there = {key.id for key in listed}
    first: dict[str, str] = {}
    for key in following:
        first.setdefault(key.follows, key.follows if key.follows in there else key.id)
    return [key for key in listed if not key.follows or first[key.follows] == key.id]


def kinds(store: Store) -> dict[str, ClaimKind]:
    """What each question asks, by its ID."""
    return {key: ClaimKind(kind) for key, kind in store.fetch("SELECT id, kind FROM facts")}


def questions_en(store: Store, keys: Collection[str]) -> dict[str, str]:
    """By relation (key) the question in English, for those that the last comparison found."""
    return dict(
        store.fetch(
            "SELECT r.id, f.question_en FROM relations r JOIN facts f ON f.id = r.fact_id"
            " WHERE r.id IN (SELECT value FROM json_each(?))",
            (rows.dumps(list(keys)),),
        )
    )


def counts(store: Store) -> dict[Show, tuple[int, int]]:
    """How many disputes are shown so, each of which wants one decision, and how many of them are settled by one."""
    there = _there(store)
    every = store.fetch(f"SELECT r.show, count(DISTINCT {DISPUTE}) FROM relations r WHERE 1{there} GROUP BY r.show")
    decided = dict(
        store.fetch(
            "WITH settled (id) AS (SELECT relation_id FROM verdicts WHERE kind <> 'undecided'"
            f" UNION SELECT relation_id FROM followed) SELECT r.show, count(DISTINCT {DISPUTE}) FROM settled s"
            f" CROSS JOIN relations r ON r.id = s.id WHERE 1{there} GROUP BY r.show"
        )
    )
    return {Show(show): (count, decided.get(show, 0)) for show, count in every}


def _there(store: Store) -> str:
    """Leaves out what stands on articles that were removed; most projects have none."""
    if store.value(f"SELECT EXISTS ({_GONE})"):
        return f" AND r.a_article NOT IN ({_GONE}) AND r.b_article NOT IN ({_GONE})"
    return ""
