"""Facts put into the project file and taken out of it, in steps so short that a window can go on between them.

The positions of a fact's claims rise with room between them, so that one more among thousands moves none of the others.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, groupby, islice
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from core import serial
from core.compare.changes import Change
from core.model import ArticleClaim, Fact, Relation, relation_key, stable_id
from core.store import facts, rows
from core.store.store import Store
from core.store.values import Kind, Touched

GAP = 1 << 20  # between the places of two facts, so that others find room there
ROOM = 1 << 16  # between the positions of two claims
_WEIGHT = 500  # claims and relations in a portion of facts; one fact may have more
_ROWS = 800  # rows per transaction
_CHUNK = 200  # facts per query
_SAID = attrgetter(*Relation.__slots__)

Row = tuple[Any, ...]
Written = TypeVar("Written", bound=Fact | Change)

_PUT_FACT = (
    "INSERT INTO facts (id, digest, position, question, question_en, kind, event, voices, ruled)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest,"
    " position = excluded.position, question = excluded.question, question_en = excluded.question_en,"
    " kind = excluded.kind, event = excluded.event, voices = excluded.voices, ruled = excluded.ruled"
)
_PUT_CLAIM = (
    'INSERT OR REPLACE INTO fact_claims (fact_id, position, article_id, start, "end", data) VALUES (?, ?, ?, ?, ?, ?)'
)
_PUT_RELATION = (
    "INSERT OR REPLACE INTO relations (fact_id, a, b, a_article, b_article, id, kind, show, score, difference, reason,"
    f" reason_en, origin, follows) VALUES ({', '.join('?' * 14)})"
)
_FINISH = "UPDATE facts SET digest = ? WHERE id = ?"
_DROP_CLAIM = "DELETE FROM fact_claims WHERE fact_id = ? AND position = ?"
_DROP_RELATION = "DELETE FROM relations WHERE fact_id = ? AND a = ? AND b = ?"
_EMPTY = "DELETE FROM relations WHERE fact_id = ?", "DELETE FROM fact_claims WHERE fact_id = ?"
_DROP = (*_EMPTY, "DELETE FROM facts WHERE id = ?")
_PLACES = "SELECT id, position FROM facts UNION ALL SELECT id, position FROM compared"


def replace(store: Store, found: Sequence[Fact], ruled: Set[str] = frozenset()) -> Iterator[Touched]:
    """Keep these facts instead of the former ones, in short transactions; verdicts stay. Those `ruled` rulings made.

    Only what differs is written. Stopped half-way, some facts are the new ones and the rest the former.
    """
    kept = dict(store.fetch("SELECT id, digest FROM facts"))
    yield from remove(store, sorted(kept.keys() - {fact.id for fact in found}))
    at = {fact.id: place * GAP for place, fact in enumerate(found)}
    for chunk in _portions(found):
        yield from _write(store, chunk, at, ruled)
        with store.transaction() as connection:
            moved = ((at[fact.id], fact.id) for fact in chunk)
            connection.executemany("UPDATE facts SET position = ?1 WHERE id = ?2 AND position <> ?1", moved)


def remove(store: Store, keys: Sequence[str]) -> Iterator[Touched]:
    """Take facts out, in short transactions."""
    for chunk in (keys[start : start + _CHUNK] for start in range(0, len(keys), _CHUNK)):
        touched = Touched(frozenset({Kind.FACTS}), facts.articles_of(store, chunk))
        yield from _thin(store, chunk)
        with store.transaction() as connection:
            delete(connection, chunk)
        yield touched


def write(store: Store, found: Sequence[Fact | Change], at: Mapping[str, int]) -> Iterator[Touched]:
    """Put facts that are new or changed in their places, in short transactions."""
    for chunk in _portions(found):
        whole = [one for one in chunk if isinstance(one, Fact)]
        work: list[tuple[str, Row]] = []
        articles: set[str] = set()
        for one in (one for one in chunk if isinstance(one, Change)):
            if (told := _changed(store, one, at[one.id])) is None:
                whole.append(one.on(facts.whole(store, [one.id])[0]))
            else:
                work += told
                articles.update(claim.article_id for claim in one.claims.values())
                articles.update(claim.article_id for _, *ends in one.relations for claim in ends)
        yield from _write(store, whole, at, frozenset())
        yield from _done(store, work, Touched(frozenset({Kind.FACTS}), frozenset(articles)))


def insert(connection: sqlite3.Connection, fact: Fact, place: int, told: str, *, ruled: bool = False) -> None:
    """Write a fact that is not there, in a transaction; `told` is its digest."""
    _do(connection, _all_of(fact, place, told, ruled=ruled))


def delete(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Take facts out, with their claims and relations, in a transaction."""
    for statement in _DROP:
        connection.executemany(statement, ((key,) for key in keys))


def digest(fact: Fact, *, ruled: bool = False) -> str:
    """Tells whether a fact is the one that was kept, and so are the positions of its claims."""
    own = (ROOM, fact.question, fact.question_en, str(fact.kind), fact.event, fact.voices, ruled)
    claims = [_claim_row(at, claim) for at, claim in enumerate(fact.claims)]
    return stable_id(rows.dumps((own, claims, list(map(_SAID, fact.relations)))))


def known_places(store: Store) -> dict[str, int]:
    """The places of all facts, and of what rulings made other facts from."""
    return dict(store.fetch(_PLACES))


def places(known: Mapping[str, int], order: Sequence[str]) -> dict[str, int]:
    """Places for these facts, rising; those that are `known` keep theirs where there is room between them."""
    found: dict[str, int] = {}
    waiting: list[str] = []
    last = -GAP
    for key in (*order, ""):
        place = known.get(key) if key else last + GAP * (len(waiting) + 1)
        if place is None or place <= last:
            waiting.append(key)
            continue
        room = (place - last) // (len(waiting) + 1)
        if not room:
            return {key: place * GAP for place, key in enumerate(order)}
        found.update((one, last + room * at) for at, one in enumerate(waiting, 1))
        found[key], last, waiting = place, place, []
    return found


def place(store: Store, known: Mapping[str, int], places: Mapping[str, int]) -> None:
    """Put facts in these places, in a transaction; `known` are those in which they are."""
    moved = [(places[key], key) for key, at in known.items() if places.get(key, at) != at]
    for table in ("facts", "compared"):
        store.connection.executemany(f"UPDATE {table} SET position = ? WHERE id = ?", moved)


def _write(store: Store, found: Sequence[Fact], at: Mapping[str, int], ruled: Set[str]) -> Iterator[Touched]:
    """Write those of these facts that are not there as they are."""
    marks = ", ".join("?" * len(found))
    kept = dict(store.fetch(f"SELECT id, digest FROM facts WHERE id IN ({marks})", [fact.id for fact in found]))
    digests = {fact.id: digest(fact, ruled=fact.id in ruled) for fact in found}
    new = [fact for fact in found if kept.get(fact.id) != digests[fact.id]]
    former = [fact.id for fact in new if fact.id in kept]
    articles = facts.articles_of(store, former) | {claim.article_id for fact in new for claim in fact.claims}
    touched = Touched(frozenset({Kind.FACTS}), articles) if new else Touched()
    yield from _thin(store, former)
    away = [(statement, (key,)) for key in former for statement in _EMPTY]
    is_long = len(away) + sum(map(_weight, new)) > _ROWS
    work = (_all_of(one, at[one.id], digests[one.id], ruled=one.id in ruled, is_long=is_long) for one in new)
    yield from _done(store, chain(away, chain.from_iterable(work)), touched)
    store.positions.update((one.id, (digests[one.id], _spread(one))) for one in found)


def _thin(store: Store, keys: Sequence[str]) -> Iterator[Touched]:
    """Leave so few claims and relations of these facts that the rest goes at once."""
    among = f"IN ({', '.join('?' * len(keys))})"
    for table in ("relations", "fact_claims"):
        some = f"SELECT rowid FROM {table} WHERE fact_id {among} LIMIT {_ROWS // 2}"
        while len(found := store.fetch(some, keys)) == _ROWS // 2:
            with store.transaction() as connection:
                connection.execute(f"UPDATE facts SET digest = digest || ? WHERE id {among}", (facts.UNFINISHED, *keys))
                connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", found)
            yield Touched()


def _changed(store: Store, told: Change, place: int) -> list[tuple[str, Row]] | None:
    """What writes the rows of a fact that are others now; None where its claims have no room between them.

    Its digest is not that of a whole fact, which nobody has here.
    """
    key = told.id
    before, was = _positions(store, key)
    now = _with_room(was, told)
    if now is None:
        return None
    claims = [(key, *_claim_row(now[at], claim)) for at, claim in told.claims.items()]
    relations = [(key, *_relation_row(one, a, b, now)) for one, a, b in told.relations]
    after = stable_id(before, rows.dumps((claims, relations, list(told.left), list(told.gone))))
    store.positions[key] = after, now
    if (known := store.facts.pop((key, before), None)) is not None:
        store.facts[key, after] = told.on(known)
    return [
        (_PUT_FACT, _head(told.head, after + facts.UNFINISHED, place, ruled=False)),
        *((_DROP_RELATION, (key, was[a], was[b])) for a, b in told.gone),
        *((_DROP_CLAIM, (key, was[at])) for at in told.left),
        *((_PUT_CLAIM, row) for row in claims),
        *((_PUT_RELATION, row) for row in relations),
        (_FINISH, (after, key)),
    ]


def _spread(fact: Fact) -> range:
    """The positions of the claims of a fact that is written as a whole."""
    return range(0, ROOM * len(fact.claims), ROOM)


def _positions(store: Store, key: str) -> tuple[str, Sequence[int]]:
    """The digest of a fact, and the positions of its claims."""
    before = str(store.value("SELECT digest FROM facts WHERE id = ?", (key,)))
    if (known := store.positions.get(key)) and known[0] == before:
        return known
    found = store.fetch("SELECT position FROM fact_claims WHERE fact_id = ? ORDER BY position", (key,))
    return before, array("q", (at for (at,) in found))


def _with_room(was: Sequence[int], told: Change) -> array[int] | None:
    """The positions of the claims now; those that stay keep theirs. None where there is no room for the others."""
    now = array("q", was)
    for at in reversed(told.left):
        del now[at]
    came = list(told.claims)
    for _, run in groupby(enumerate(came), lambda one: one[1] - one[0]):
        places = [at for _, at in run]
        first, count = places[0], len(places)
        is_last = first == len(now)
        low = now[first - 1] if first else (-ROOM if is_last else now[0] - ROOM * (count + 1))
        room = ROOM if is_last else (now[first] - low) // (count + 1)
        if not room:
            return None
        now[first:first] = array("q", (low + room * step for step in range(1, count + 1)))
    return now


def _all_of(fact: Fact, place: int, told: str, *, ruled: bool, is_long: bool = False) -> Iterator[tuple[str, Row]]:
    """What writes a fact; `told` is its digest. `is_long`: in more than one transaction."""
    yield _PUT_FACT, _head(fact, told + facts.UNFINISHED if is_long else told, place, ruled=ruled)
    positions = _spread(fact)
    for at, claim in zip(positions, fact.claims, strict=True):
        yield _PUT_CLAIM, (fact.id, *_claim_row(at, claim))
    for one in fact.relations:
        yield _PUT_RELATION, (fact.id, *_relation_row(one, fact.claims[one.a], fact.claims[one.b], positions))
    if is_long:
        yield _FINISH, (told, fact.id)


def _done(store: Store, work: Iterable[tuple[str, Row]], touched: Touched) -> Iterator[Touched]:
    """Do it in short transactions."""
    waiting = iter(work)
    while portion := list(islice(waiting, _ROWS)):
        with store.transaction() as connection:
            _do(connection, portion)
        yield touched


def _do(connection: sqlite3.Connection, work: Iterable[tuple[str, Row]]) -> None:
    for statement, group in groupby(work, itemgetter(0)):
        connection.executemany(statement, (row for _, row in group))


def _portions(found: Sequence[Written]) -> Iterator[Sequence[Written]]:
    """Facts as many as are written quickly: one may have two claims or hundreds of relations."""
    start = weight = 0
    for at, one in enumerate(found, 1):
        weight += _weight(one)
        if weight >= _WEIGHT or at == len(found):
            yield found[start:at]
            start, weight = at, 0


def _weight(one: Fact | Change) -> int:
    """The rows to be written, at most."""
    return 2 + (one.weight if isinstance(one, Change) else len(one.claims) + len(one.relations))


def _head(fact: Fact, told: str, place: int, *, ruled: bool) -> Row:
    own = fact.question, fact.question_en, str(fact.kind), fact.event, fact.voices
    return fact.id, told, place, *own, int(ruled)


def _claim_row(position: int, claim: ArticleClaim) -> Row:
    said = rows.dumps(serial.plain_claim(claim.claim))
    return position, claim.article_id, claim.claim.start, claim.claim.end, said


def _relation_row(told: Relation, a: ArticleClaim, b: ArticleClaim, positions: Sequence[int]) -> Row:
    own = positions[told.a], positions[told.b], a.article_id, b.article_id, relation_key(a, b), str(told.kind)
    said = told.difference, told.reason, told.reason_en, str(told.origin), told.follows
    return *own, str(told.show), told.score, *said
