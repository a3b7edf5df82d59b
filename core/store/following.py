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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from core.model import Show, VerdictKind
from core.store.shaping import meets
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


class Pair(NamedTuple):
    """A relation by its key, between claims at these positions; `follows` as in `Relation`."""

    key: str
    a: int
    b: int
    show: str
    follows: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a fact tells what follows; claims only where a verdict may hold for more than its dispute."""

    claims: Mapping[str, Sequence[tuple[int, Anchor]]]  # with their positions, by article (ID)
    pairs: Sequence[Pair]

    def meeting(self, one: Anchor) -> set[int]:
        """The claims that are that one."""
        return {at for at, other in self.claims.get(one.article_id, ()) if meets(one, other)}


def follow(fact: Asked, leaders: Sequence[Leader], verdicts: Mapping[str, VerdictKind]) -> dict[str, str]:
    """The relations of the fact that a verdict on another pair settles → the key of that pair.

    What somebody decided, or left a note on, is never among them; of two leaders the first holds.
    """
    settled: dict[str, str] = {}
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in fact.pairs if leaders else ():
        beside[pair.a].append(pair)
        beside[pair.b].append(pair)
    for leader in leaders:
        a, b = fact.meeting(leader.a), fact.meeting(leader.b)
        if leader.kind is VerdictKind.DIFFERENT_EVENT:
            a, b = _events(beside, a, b, verdicts)
        for at in a:
            for pair in beside.get(at, ()):
                other = pair.b if pair.a == at else pair.a
                if other in b and pair.show != Show.SILENT and pair.key not in verdicts:
                    settled.setdefault(pair.key, leader.relation_id)
    for alike in _disputes(fact.pairs):
        decided = next(
            (key for key in alike if verdicts.get(key, VerdictKind.UNDECIDED) is not VerdictKind.UNDECIDED), ""
        )
        if leads := decided or next((settled[key] for key in alike if key in settled), ""):
            for key in alike:
                if key not in verdicts:
                    settled.setdefault(key, leads)
    return settled


def _disputes(pairs: Iterable[Pair]) -> Iterable[list[str]]:
    """The keys of the pairs of each dispute, the one that stands for the others first."""
    found: dict[str, list[str]] = {}
    for pair in pairs:
        if pair.follows:
            found.setdefault(pair.follows, [pair.follows]).append(pair.key)
    return found.values()


def _events(
    beside: Mapping[int, Sequence[Pair]], a: set[int], b: set[int], verdicts: Mapping[str, VerdictKind]
) -> tuple[set[int], set[int]]:
    """All claims that speak of the event of `a`, and of that of `b`.

    Those that agree speak of one event, and so do those that an editor compared. Who agrees with both is in neither.
    """

    def linked(at: int) -> Iterator[int]:
        for pair in beside.get(at, ()):
            kind = verdicts.get(pair.key, VerdictKind.UNDECIDED)
            agree = pair.show == Show.AGREE
            if kind is not VerdictKind.UNDECIDED:
                agree = kind is not VerdictKind.DIFFERENT_EVENT
            ends = {pair.a, pair.b}
            if agree and not (ends & a and ends & b):
                yield pair.b if pair.a == at else pair.a

    of_a, of_b = _reached(a, linked), _reached(b, linked)
    return a | (of_a - of_b), b | (of_b - of_a)


def _reached(start: Set[int], linked: Callable[[int], Iterable[int]]) -> set[int]:
    seen, waiting = set(start), list(start)
    while waiting:
        for other in linked(waiting.pop()):
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
    near = _homes(store, lost)
    for chunk in _chunks(keys):
        live, verdicts = _live(store, chunk), _verdicts(store, chunk)
        for key in chunk:
            decided = verdicts.get(key, {})
            leaders = [*live.get(key, ()), *(lost if key in near else ())]
            found = follow(_asked(store, key, decided, whole=bool(leaders)), leaders, decided)
            settled = found | settled
    return _write(store, settled, keys, whole=whole)


def _asked(store: Store, key: str, decided: Collection[str], *, whole: bool) -> Asked:
    """A fact; where nothing but disputes can be settled, only those of decided pairs."""
    pairs = "SELECT id, a, b, show, follows FROM relations WHERE fact_id = ?"
    if not whole:
        found = store.fetch(f"{pairs} AND id IN ({_marks(decided)})", (key, *decided))
        leads = {pair.follows or pair.key for pair in map(Pair._make, found)}
        listed = store.fetch(f"{pairs} AND follows IN ({_marks(leads)}) ORDER BY a, b", (key, *leads))
        return Asked({}, list(map(Pair._make, listed)))
    claims: dict[str, list[tuple[int, Anchor]]] = defaultdict(list)
    for at, article_id, *span in store.fetch(
        "SELECT position, article_id, start, \"end\", json_extract(data, '$.kind') FROM fact_claims WHERE fact_id = ?",
        (key,),
    ):
        claims[article_id].append((at, Anchor(article_id, *span)))
    return Asked(claims, list(map(Pair._make, store.fetch(f"{pairs} ORDER BY a, b", (key,)))))


def _write(store: Store, settled: Mapping[str, str], fact_ids: Sequence[str], *, whole: bool) -> frozenset[str]:
    there = dict(store.fetch("SELECT relation_id, leader FROM followed"))
    own = there.keys() if whole else {key for chunk in _chunks(fact_ids) for key in _followed_in(store, chunk)}
    gone = [key for key in there if key not in settled and key in own]
    new = [(key, leader) for key, leader in settled.items() if there.get(key) != leader]
    store.connection.executemany("DELETE FROM followed WHERE relation_id = ?", ((key,) for key in gone))
    store.connection.executemany("INSERT OR REPLACE INTO followed (relation_id, leader) VALUES (?, ?)", new)
    ends: set[str] = set()
    for chunk in _chunks([*gone, *(key for key, _ in new)]):
        for pair in store.fetch(f"SELECT a_article, b_article FROM relations WHERE id IN ({_marks(chunk)})", chunk):
            ends.update(pair)
    return frozenset(ends)


def _followed_in(store: Store, fact_ids: Sequence[str]) -> Iterator[str]:
    """The pairs of these facts on which another verdict held."""
    found = store.fetch(
        "SELECT f.relation_id FROM followed f CROSS JOIN relations r ON r.id = f.relation_id"
        f" WHERE r.fact_id IN ({_marks(fact_ids)})",
        fact_ids,
    )
    return (key for (key,) in found)


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
        "SELECT r.fact_id, v.relation_id, v.kind, v.evidence FROM verdicts v CROSS JOIN relations r"
        " ON r.id = v.relation_id AND v.kind = 'different_event'"
        f" WHERE r.fact_id IN ({_marks(keys)}) ORDER BY v.decided_at DESC, v.relation_id",
        keys,
    ):
        if leader := _leader(*row):
            found[key].append(leader)
    return found


def _verdicts(store: Store, keys: Sequence[str]) -> dict[str, dict[str, VerdictKind]]:
    """Those on pairs of these facts, by fact."""
    found: dict[str, dict[str, VerdictKind]] = defaultdict(dict)
    for fact_id, key, kind in store.fetch(
        "SELECT r.fact_id, v.relation_id, v.kind FROM verdicts v CROSS JOIN relations r ON r.id = v.relation_id"
        f" WHERE r.fact_id IN ({_marks(keys)})",
        keys,
    ):
        found[fact_id][key] = VerdictKind(kind)
    return found


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


def _chunks(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    return (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK))


def _marks(keys: Collection[str]) -> str:
    return ", ".join("?" * len(keys))
