"""Facts and relations as the last comparison found them, and the verdicts that outlive every comparison."""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice
from operator import attrgetter
from typing import Any, TypeVar

from core import serial
from core.compare.changes import Change
from core.model import (
    ArticleClaim,
    Claim,
    ClaimKind,
    Evidence,
    Fact,
    ObsoleteVerdict,
    Origin,
    Reason,
    Relation,
    RelationKind,
    Show,
    Span,
    Verdict,
    VerdictKind,
    relation_key,
    stable_id,
)
from core.store import disputed, rows
from core.store.store import Store
from core.store.values import Kind, Touched

_CHUNK = 200  # facts per query
_WEIGHT = 500  # claims and relations per transaction; …
_ROWS = 2000  # … of one fact that has more, so many relations
_SAID = attrgetter(*Relation.__slots__)
T = TypeVar("T")
Written = TypeVar("Written", bound=Fact | Change)

GAP = 1 << 20  # between the places of two facts, so that others find room there
Row = tuple[Any, ...]

_CLAIM = 'INTO fact_claims (fact_id, position, article_id, start, "end", data) VALUES (?, ?, ?, ?, ?, ?)'
_RELATION = (
    "INTO relations (fact_id, a, b, a_article, b_article, id, kind, show, score, difference, reason, reason_en,"
    f" origin, follows) VALUES ({', '.join('?' * 14)})"
)
_PUT_FACT = (
    "INSERT INTO facts (id, digest, position, question, question_en, kind, event, voices, ruled)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest,"
    " position = excluded.position, question = excluded.question, question_en = excluded.question_en,"
    " kind = excluded.kind, event = excluded.event, voices = excluded.voices, ruled = excluded.ruled"
)
_PLACES = "SELECT id, position FROM facts UNION ALL SELECT id, position FROM compared"
_FACT = "id, digest, question, question_en, kind, event, voices"
_VERDICT = "v.relation_id, v.kind, v.reason, v.note, e.name, v.decided_at"
_VERDICTS = "FROM verdicts v LEFT JOIN editors e ON e.id = v.editor"


def replace(store: Store, facts: Sequence[Fact], ruled: Set[str] = frozenset()) -> Iterator[Touched]:
    """Keep these facts instead of the former ones, in short transactions; verdicts stay. Those `ruled` rulings made.

    Only what differs is written. Stopped half-way, some facts are the new ones and the rest the former.
    """
    kept = dict(store.fetch("SELECT id, digest FROM facts"))
    yield from remove(store, sorted(kept.keys() - {fact.id for fact in facts}))
    places = {fact.id: place * GAP for place, fact in enumerate(facts)}
    for chunk in _portions(facts):
        digests = {fact.id: digest(fact, ruled=fact.id in ruled) for fact in chunk}
        new = [fact for fact in chunk if kept.get(fact.id) != digests[fact.id]]
        yield from _write(store, new, places, digests, ruled)
        with store.transaction() as connection:
            found = ((places[fact.id], fact.id) for fact in chunk)
            connection.executemany("UPDATE facts SET position = ?1 WHERE id = ?2 AND position <> ?1", found)


def remove(store: Store, keys: Sequence[str]) -> Iterator[Touched]:
    """Take facts out, in short transactions."""
    for chunk in _chunks(keys):
        articles = articles_of(store, chunk)
        with store.transaction() as connection:
            delete(connection, chunk)
        yield Touched(frozenset({Kind.FACTS}), articles)


def write(store: Store, found: Sequence[Fact | Change], places: Mapping[str, int]) -> Iterator[Touched]:
    """Put facts that are new or changed in their places, in short transactions."""
    for chunk in _portions(found):
        new = [one for one in chunk if isinstance(one, Fact)]
        yield from _write(store, new, places, {fact.id: digest(fact) for fact in new}, frozenset())
        with store.transaction() as connection:
            for one in chunk:
                if isinstance(one, Change):
                    _write_change(connection, one, places[one.id])
        keys = [one.id for one in chunk if isinstance(one, Change)]
        yield Touched(frozenset({Kind.FACTS}), articles_of(store, keys)) if keys else Touched()


def _write(
    store: Store, new: Sequence[Fact], places: Mapping[str, int], digests: Mapping[str, str], ruled: Set[str]
) -> Iterator[Touched]:
    """Write these facts instead of what they were; one of thousands of relations has its digest when all are there."""
    if not new:
        yield Touched()
        return
    touched = Touched(
        frozenset({Kind.FACTS}),
        articles_of(store, [fact.id for fact in new]) | {claim.article_id for fact in new for claim in fact.claims},
    )
    waiting = (row for fact in new for row in _relation_rows(fact))
    is_large = sum(len(fact.relations) for fact in new) > _ROWS
    with store.transaction() as connection:
        delete(connection, [fact.id for fact in new])
        for fact in new:
            told = f"{digests[fact.id]}…" if is_large else digests[fact.id]
            _insert_head(connection, fact, places[fact.id], told, ruled=fact.id in ruled)
        connection.executemany(f"INSERT {_RELATION}", islice(waiting, _ROWS))
    yield touched
    while portion := list(islice(waiting, _ROWS)):
        with store.transaction() as connection:
            connection.executemany(f"INSERT {_RELATION}", portion)
        yield touched
    if is_large:
        with store.transaction() as connection:
            found = ((digests[fact.id], fact.id) for fact in new)
            connection.executemany("UPDATE facts SET digest = ? WHERE id = ?", found)
        yield touched


def _write_change(connection: sqlite3.Connection, told: Change, place: int) -> None:
    """Write the rows of a fact that are others now; its digest is not that of a whole fact, which nobody has here."""
    key = told.id
    claims = [_claim_row(at, claim) for at, claim in told.claims.items()]
    relations = [_relation_row(*one) for one in told.relations]
    before = connection.execute("SELECT digest FROM facts WHERE id = ?", (key,)).fetchone()
    after = stable_id(*before, rows.dumps((claims, relations, told.size, told.gone)))
    connection.execute(_PUT_FACT, _head(told.head, after, place, ruled=False))
    connection.execute("DELETE FROM fact_claims WHERE fact_id = ? AND position >= ?", (key, told.size))
    connection.executemany(f"INSERT OR REPLACE {_CLAIM}", ((key, *row) for row in claims))
    connection.executemany(
        "DELETE FROM relations WHERE fact_id = ? AND a = ? AND b = ?", ((key, *pair) for pair in told.gone)
    )
    connection.executemany(f"INSERT OR REPLACE {_RELATION}", ((key, *row) for row in relations))


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


def every(store: Store) -> list[Fact]:
    """The facts, without the claims of articles that were removed. What was read before is not read again."""
    known = store.facts
    with store.snapshot():
        listed = store.fetch(f"SELECT {_FACT} FROM facts ORDER BY position")
        for chunk in _chunks([row for row in listed if (row[0], row[1]) not in known]):
            _read(store, chunk)
        removed = {key for (key,) in store.fetch("SELECT id FROM articles WHERE removed = 1")}
    facts = [known[row[0], row[1]] for row in listed]
    if len(known) > 2 * len(facts):
        store.facts = {(row[0], row[1]): fact for row, fact in zip(listed, facts, strict=True)}
    left = (_without(fact, removed) if removed else fact for fact in facts)
    return [fact for fact in left if fact.claims]


def some(store: Store, keys: Sequence[str]) -> dict[str, Fact]:
    """These facts by ID, as `every` gives them; those that are gone are left out."""
    with store.snapshot():
        facts = whole(store, keys)
        removed = {key for (key,) in store.fetch("SELECT id FROM articles WHERE removed = 1")}
    left = (_without(fact, removed) if removed else fact for fact in facts)
    return {fact.id: fact for fact in left if fact.claims}


def whole(store: Store, keys: Sequence[str]) -> list[Fact]:
    """These facts with all their claims, in their order. For whoever is in a transaction already."""
    marks = ", ".join("?" * len(keys))
    listed = store.fetch(f"SELECT {_FACT} FROM facts WHERE id IN ({marks}) ORDER BY position", keys)
    _read(store, [row for row in listed if (row[0], row[1]) not in store.facts])
    return [store.facts[row[0], row[1]] for row in listed]


def claims_at(store: Store, article_id: str, span: Span) -> list[Claim]:
    """The claims of facts that overlap a passage."""
    found = store.fetch(
        'SELECT DISTINCT data FROM fact_claims WHERE article_id = ? AND start < ? AND "end" > ? ORDER BY start, "end"',
        (article_id, span.end, span.start),
    )
    return [serial.claim(json.loads(data)) for (data,) in found]


def _read(store: Store, chunk: Sequence[tuple[Any, ...]]) -> None:
    """Remember these facts, whole."""
    marks = ", ".join("?" * len(chunk))
    keys = [row[0] for row in chunk]
    claims: dict[str, list[ArticleClaim]] = defaultdict(list)
    for fact_id, article_id, data in store.fetch(
        f"SELECT fact_id, article_id, data FROM fact_claims WHERE fact_id IN ({marks}) ORDER BY fact_id, position", keys
    ):
        claims[fact_id].append(ArticleClaim(article_id, serial.claim(json.loads(data))))
    relations: dict[str, list[Relation]] = defaultdict(list)
    for fact_id, a, b, kind, show, score, *rest, origin, follows in store.fetch(
        "SELECT fact_id, a, b, kind, show, score, difference, reason, reason_en, origin, follows FROM relations"
        f" WHERE fact_id IN ({marks}) ORDER BY fact_id, a, b",
        keys,
    ):
        difference, arabic, english = rest
        told = Relation(
            a, b, RelationKind(kind), Show(show), score, difference, arabic, english, Origin(origin), follows
        )
        relations[fact_id].append(told)
    for key, digest, question, question_en, kind, event, voices in chunk:
        store.facts[key, digest] = Fact(
            key, question, question_en, ClaimKind(kind), event, tuple(claims[key]), tuple(relations[key]), voices
        )


def _without(fact: Fact, removed: Set[str]) -> Fact:
    """The fact without the claims of these articles; positions are counted anew."""
    kept = [at for at, claim in enumerate(fact.claims) if claim.article_id not in removed]
    if len(kept) == len(fact.claims):
        return fact
    new = {old: at for at, old in enumerate(kept)}
    return dataclasses.replace(
        fact,
        claims=tuple(fact.claims[at] for at in kept),
        voices=0,
        relations=tuple(
            dataclasses.replace(relation, a=new[relation.a], b=new[relation.b])
            for relation in fact.relations
            if relation.a in new and relation.b in new
        ),
    )


def verdicts(store: Store) -> dict[str, Verdict]:
    """All verdicts, by the key of their relation: obsolete ones included, and those that follow from another."""
    found = {row[0]: _verdict(row) for row in store.fetch(f"SELECT {_VERDICT} {_VERDICTS}")}
    for key, leader in store.fetch("SELECT relation_id, leader FROM followed"):
        found[key] = dataclasses.replace(found[leader], relation_id=key, follows=leader)
    for key, others in disputed.verdicts(store).items():
        found[key] = dataclasses.replace(found[key], others=others)
    return found


def obsolete(store: Store) -> list[ObsoleteVerdict]:
    """Verdicts whose relation the last comparison did not find, which hold for no other, and what they were about."""
    found = store.fetch(
        f"SELECT v.evidence, {_VERDICT} {_VERDICTS}"
        " WHERE NOT EXISTS (SELECT 1 FROM relations r WHERE r.id = v.relation_id)"
        " AND NOT EXISTS (SELECT 1 FROM followed f WHERE f.leader = v.relation_id) ORDER BY v.decided_at"
    )
    return [_obsolete(json.loads(row[0]), row[1:]) for row in found]


def evidence(store: Store, relation_id: str) -> Mapping[str, Any]:
    """What a relation compares, as a verdict keeps it; empty where the last comparison has no such relation."""
    found = store.fetch(
        'SELECT f.question, r.kind, x.article_id, x.start, x."end", x.data, y.article_id, y.start, y."end", y.data'
        " FROM relations r JOIN facts f ON f.id = r.fact_id"
        " JOIN fact_claims x ON x.fact_id = r.fact_id AND x.position = r.a"
        " JOIN fact_claims y ON y.fact_id = r.fact_id AND y.position = r.b WHERE r.id = ? LIMIT 1",
        (relation_id,),
    )
    if not found:
        return {}
    question, kind, *sides = found[0]
    return {"question": question, "relation": kind, "a": _side(sides[:4]), "b": _side(sides[4:])}


def _side(row: Sequence[Any]) -> dict[str, Any]:
    article_id, start, end, data = row
    said = json.loads(data)
    return {"article": article_id, "start": start, "end": end, "text": said["text"], "kind": said["kind"]}


def _dumped(claim: ArticleClaim) -> str:
    return rows.dumps(serial.plain_claim(claim.claim))


def _verdict(row: Sequence[Any]) -> Verdict:
    key, kind, reason, note, editor, decided_at = row
    return Verdict(key, VerdictKind(kind), None if reason is None else Reason(reason), note, editor or "", decided_at)


def _obsolete(kept: Mapping[str, Any], row: Sequence[Any]) -> ObsoleteVerdict:
    sides = [
        Evidence(side["article"], Span(side["start"], side["end"]), side["text"]) if side else None
        for side in (kept.get("a"), kept.get("b"))
    ]
    return ObsoleteVerdict(_verdict(row), kept.get("question", ""), *sides)


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[start : start + _CHUNK] for start in range(0, len(things), _CHUNK))


def _portions(facts: Sequence[Written]) -> Iterator[Sequence[Written]]:
    """Facts as many as are written quickly: one may have two claims or hundreds of relations."""
    start = weight = 0
    for at, fact in enumerate(facts, 1):
        weight += len(fact.claims) + len(fact.relations) + 1
        if weight >= _WEIGHT or at == len(facts):
            yield facts[start:at]
            start, weight = at, 0


def articles_of(store: Store, keys: Sequence[str]) -> frozenset[str]:
    """The articles that these facts speak of."""
    marks = ", ".join("?" * len(keys))
    return frozenset(
        key for (key,) in store.fetch(f"SELECT DISTINCT article_id FROM fact_claims WHERE fact_id IN ({marks})", keys)
    )


def digest(fact: Fact, *, ruled: bool = False) -> str:
    """Tells whether a fact is the one that was kept."""
    own = (fact.question, fact.question_en, str(fact.kind), fact.event, fact.voices, ruled)
    claims = [_claim_row(at, claim) for at, claim in enumerate(fact.claims)]
    return stable_id(rows.dumps((own, claims, list(map(_SAID, fact.relations)))))


def delete(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Take facts out, with their claims and relations."""
    for table, column in (("relations", "fact_id"), ("fact_claims", "fact_id"), ("facts", "id")):
        connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((key,) for key in keys))


def insert(connection: sqlite3.Connection, fact: Fact, position: int, told: str, *, ruled: bool = False) -> None:
    """Write a fact that is not there; `told` is its digest."""
    _insert_head(connection, fact, position, told, ruled=ruled)
    connection.executemany(f"INSERT {_RELATION}", _relation_rows(fact))


def _insert_head(connection: sqlite3.Connection, fact: Fact, position: int, told: str, *, ruled: bool) -> None:
    """Write a fact without its relations."""
    connection.execute(_PUT_FACT, _head(fact, told, position, ruled=ruled))
    connection.executemany(
        f"INSERT {_CLAIM}", ((fact.id, *_claim_row(at, claim)) for at, claim in enumerate(fact.claims))
    )


def _relation_rows(fact: Fact) -> Iterator[Row]:
    for told in fact.relations:
        yield fact.id, *_relation_row(told, fact.claims[told.a], fact.claims[told.b])


def _head(fact: Fact, told: str, position: int, *, ruled: bool) -> Row:
    own = fact.question, fact.question_en, str(fact.kind), fact.event, fact.voices
    return fact.id, told, position, *own, int(ruled)


def _claim_row(position: int, claim: ArticleClaim) -> Row:
    return position, claim.article_id, claim.claim.start, claim.claim.end, _dumped(claim)


def _relation_row(told: Relation, a: ArticleClaim, b: ArticleClaim) -> Row:
    return (
        *(told.a, told.b, a.article_id, b.article_id, relation_key(a, b), str(told.kind), str(told.show), told.score),
        *(told.difference, told.reason, told.reason_en, str(told.origin), told.follows),
    )
