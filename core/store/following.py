"""Verdicts that hold for other pairs too, so that nobody is asked twice.

Who decides on a pair decides on all pairs of its dispute (`Relation.follows`). One
that is marked as two different events speaks for all pairs of the same two events in its fact. A verdict whose
pair a later comparison finds with spans moved by a word, under another kind, or in another version of an article that
was removed, holds for the pair that took its place.
What follows is worked out anew whenever verdicts or facts change; nobody decided it, so it is no part of the history.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from core.model import Fact, Show, VerdictKind
from core.store import facts
from core.store.shaping import anchor, meets
from core.store.store import Store
from core.store.successors import successor
from core.store.values import Anchor

_CHUNK = 200  # facts at a time
# Facts in which something was decided, or follows from a verdict. CROSS: relations are many more, and are looked up.
_DECIDED = (
    "SELECT r.fact_id FROM verdicts v CROSS JOIN relations r ON r.id = v.relation_id"
    " UNION SELECT r.fact_id FROM followed f CROSS JOIN relations r ON r.id = f.relation_id"
)
_LOST = "v.kind <> 'undecided' AND NOT EXISTS (SELECT 1 FROM relations r WHERE r.id = v.relation_id)"


@dataclass(frozen=True, slots=True)
class Leader:
    """A verdict that may hold for other pairs: of two events, or of a pair that the comparison did not find again."""

    relation_id: str
    kind: VerdictKind
    a: Anchor
    b: Anchor


def follow(fact: Fact, leaders: Iterable[Leader], verdicts: Mapping[str, VerdictKind]) -> dict[str, str]:
    """The relations of the fact that a verdict on another pair settles → the key of that pair.

    What somebody decided, or left a note on, is never among them; of two leaders the first holds.
    """
    own = [anchor(claim) for claim in fact.claims]
    settled: dict[str, str] = {}
    for leader in leaders:
        a = {at for at, one in enumerate(own) if meets(leader.a, one)}
        b = {at for at, one in enumerate(own) if meets(leader.b, one)}
        if leader.kind is VerdictKind.DIFFERENT_EVENT:
            a, b = _events(fact, a, b, verdicts)
        for relation in fact.relations:
            x, y = relation.a, relation.b
            if relation.show is not Show.SILENT and ((x in a and y in b) or (x in b and y in a)):
                key = fact.relation_id(relation)
                if key not in verdicts:
                    settled.setdefault(key, leader.relation_id)
    for alike in _disputes(fact):
        decided = next(
            (key for key in alike if verdicts.get(key, VerdictKind.UNDECIDED) is not VerdictKind.UNDECIDED), ""
        )
        if leads := decided or next((settled[key] for key in alike if key in settled), ""):
            for key in alike:
                if key not in verdicts:
                    settled.setdefault(key, leads)
    return settled


def _disputes(fact: Fact) -> Iterable[list[str]]:
    """The keys of the pairs of each dispute, the one that stands for the others first."""
    found: dict[str, list[str]] = {}
    for relation in fact.relations:
        if relation.follows:
            found.setdefault(relation.follows, [relation.follows]).append(fact.relation_id(relation))
    return found.values()


def _events(fact: Fact, a: set[int], b: set[int], verdicts: Mapping[str, VerdictKind]) -> tuple[set[int], set[int]]:
    """All claims that speak of the event of `a`, and of that of `b`.

    Those that agree speak of one event, and so do those that an editor compared. Who agrees with both is in neither.
    """
    linked: dict[int, set[int]] = defaultdict(set)
    for relation in fact.relations:
        kind = verdicts.get(fact.relation_id(relation), VerdictKind.UNDECIDED)
        agree = relation.show is Show.AGREE
        if kind is not VerdictKind.UNDECIDED:
            agree = kind is not VerdictKind.DIFFERENT_EVENT
        if agree and not ({relation.a, relation.b} & a and {relation.a, relation.b} & b):
            linked[relation.a].add(relation.b)
            linked[relation.b].add(relation.a)
    of_a, of_b = _reached(a, linked), _reached(b, linked)
    return a | (of_a - of_b), b | (of_b - of_a)


def _reached(start: Set[int], linked: Mapping[int, Set[int]]) -> set[int]:
    seen, waiting = set(start), list(start)
    while waiting:
        for other in linked.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def refresh(store: Store, relation_ids: Collection[str] | None = None) -> frozenset[str]:
    """Work out what follows, in a transaction, after verdicts on these relations changed, or anything (None).

    The articles (IDs) in which something else is settled now.
    """
    if relation_ids is None:
        lost = _lost(store)
        return _settle(store, _led(store, lost), lost, whole=True)
    homes = {key: _facts_of(store, key) for key in relation_ids}
    if not all(homes.values()):  # a verdict on what the comparison did not find again
        return refresh(store)
    return refresh_facts(store, dict.fromkeys(key for found in homes.values() for key in found))


def refresh_facts(store: Store, fact_ids: Iterable[str]) -> frozenset[str]:
    """The same after these facts changed, came or went."""
    store.connection.execute("DELETE FROM followed WHERE relation_id NOT IN (SELECT id FROM relations)")
    lost = _lost(store)
    concerned = _homes(store, lost).union(key for (key,) in store.fetch(_DECIDED))
    return _settle(store, [key for key in fact_ids if key in concerned], lost, whole=False)


def _settle(store: Store, keys: Sequence[str], lost: Sequence[Leader], *, whole: bool) -> frozenset[str]:
    settled: dict[str, str] = {}
    articles: dict[str, set[str]] = {}
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        live = _live(store, chunk)
        verdicts = _verdicts(store, chunk)
        for fact in facts.whole(store, chunk):
            found = follow(fact, [*live.get(fact.id, ()), *_near(fact, lost)], verdicts)
            for relation in fact.relations:
                key = fact.relation_id(relation)
                articles[key] = {fact.claims[relation.a].article_id, fact.claims[relation.b].article_id}
                if key in found:
                    settled.setdefault(key, found[key])
    return _write(store, settled, articles, whole=whole)


def _write(
    store: Store, settled: Mapping[str, str], articles: Mapping[str, Collection[str]], *, whole: bool
) -> frozenset[str]:
    there = dict(store.fetch("SELECT relation_id, leader FROM followed"))
    gone = [key for key in there if key not in settled and (whole or key in articles)]
    new = [(key, leader) for key, leader in settled.items() if there.get(key) != leader]
    store.connection.executemany("DELETE FROM followed WHERE relation_id = ?", ((key,) for key in gone))
    store.connection.executemany("INSERT OR REPLACE INTO followed (relation_id, leader) VALUES (?, ?)", new)
    return frozenset(article for key in (*gone, *(key for key, _ in new)) for article in articles.get(key, ()))


def _leader(key: str, kind: str, evidence: str) -> Leader | None:
    kept = json.loads(evidence)
    if "a" not in kept or "b" not in kept:
        return None
    a, b = (
        Anchor(side["article"], side["start"], side["end"], side.get("kind", "")) for side in (kept["a"], kept["b"])
    )
    return Leader(key, VerdictKind(kind), a, b)


def _lost(store: Store) -> list[Leader]:
    """Verdicts on pairs that the comparison did not find again, their evidence where it stands now."""
    found = store.fetch(f"SELECT relation_id, kind, evidence FROM verdicts v WHERE {_LOST} ORDER BY decided_at DESC")
    leaders = [leader for row in found if (leader := _leader(*row))]
    return [replace(one, a=successor(store, one.a), b=successor(store, one.b)) for one in leaders]


def _live(store: Store, keys: Sequence[str]) -> dict[str, list[Leader]]:
    """Pairs of these facts that are marked as two events, by fact, the latest first."""
    found: dict[str, list[Leader]] = defaultdict(list)
    for key, *row in store.fetch(
        "SELECT r.fact_id, v.relation_id, v.kind, v.evidence FROM relations r"
        " JOIN verdicts v ON v.relation_id = r.id AND v.kind = 'different_event'"
        f" WHERE r.fact_id IN ({_marks(keys)}) ORDER BY v.decided_at DESC, v.relation_id",
        keys,
    ):
        if leader := _leader(*row):
            found[key].append(leader)
    return found


def _verdicts(store: Store, keys: Sequence[str]) -> dict[str, VerdictKind]:
    found = store.fetch(
        "SELECT v.relation_id, v.kind FROM relations r JOIN verdicts v ON v.relation_id = r.id"
        f" WHERE r.fact_id IN ({_marks(keys)})",
        keys,
    )
    return {key: VerdictKind(kind) for key, kind in found}


def _near(fact: Fact, lost: Sequence[Leader]) -> list[Leader]:
    articles = {claim.article_id for claim in fact.claims}
    return [leader for leader in lost if {leader.a.article_id, leader.b.article_id} <= articles]


def _led(store: Store, lost: Sequence[Leader]) -> list[str]:
    """The facts in which something may follow from a verdict."""
    keys = dict.fromkeys(
        key
        for (key,) in store.fetch(
            "SELECT DISTINCT r.fact_id FROM verdicts v JOIN relations r ON r.id = v.relation_id"
            " WHERE v.kind = 'different_event' OR (v.kind <> 'undecided' AND (r.follows <> '' OR EXISTS"
            " (SELECT 1 FROM relations f WHERE f.fact_id = r.fact_id AND f.follows = r.id)))"
        )
    )
    return list(keys | dict.fromkeys(sorted(_homes(store, lost))))


def _homes(store: Store, lost: Sequence[Leader]) -> set[str]:
    """The facts that hold what may have taken the place of these pairs."""
    keys: set[str] = set()
    for leader in lost:
        a, b = leader.a, leader.b
        keys.update(
            key
            for (key,) in store.fetch(
                "SELECT x.fact_id FROM fact_claims x JOIN fact_claims y ON y.fact_id = x.fact_id"
                ' WHERE x.article_id = ? AND x.start < ? AND x."end" > ?'
                ' AND y.article_id = ? AND y.start < ? AND y."end" > ?',
                (a.article_id, a.end, a.start, b.article_id, b.end, b.start),
            )
        )
    return keys


def _facts_of(store: Store, relation_id: str) -> list[str]:
    return [key for (key,) in store.fetch("SELECT fact_id FROM relations WHERE id = ?", (relation_id,))]


def _marks(keys: Sequence[str]) -> str:
    return ", ".join("?" * len(keys))
