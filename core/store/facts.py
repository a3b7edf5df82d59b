"""Facts and relations as the last comparison found them, and the verdicts that outlive every comparison."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from core import serial
from core.model import (
    ArticleClaim,
    ClaimKind,
    Fact,
    Reason,
    Relation,
    RelationKind,
    Show,
    Span,
    Verdict,
    VerdictKind,
    stable_id,
)
from core.store import rows
from core.store.store import Store
from core.store.values import Evidence, Kind, ObsoleteVerdict, Touched

_CHUNK = 200  # facts per transaction
T = TypeVar("T")

_VERDICT = "v.relation_id, v.kind, v.reason, v.note, e.name, v.decided_at"
_VERDICTS = "FROM verdicts v LEFT JOIN editors e ON e.id = v.editor"


def replace(store: Store, facts: Sequence[Fact]) -> Iterator[Touched]:
    """Keep these facts instead of the former ones, in short transactions; verdicts stay.

    Only what differs is written. Stopped half-way, some facts are the new ones and the rest the former.
    """
    kept = dict(store.fetch("SELECT id, digest FROM facts"))
    wanted = {fact.id for fact in facts}
    gone = [key for key in kept if key not in wanted]
    for chunk in _chunks(gone):
        articles = _articles(store, chunk)
        with store.transaction() as connection:
            _delete(connection, chunk)
        yield Touched(frozenset({Kind.FACTS}), articles)
    for number, chunk in enumerate(_chunks(facts)):
        claims = {fact.id: [_dumped(claim) for claim in fact.claims] for fact in chunk}
        digests = {fact.id: _digest(fact, claims[fact.id]) for fact in chunk}
        new = [fact for fact in chunk if kept.get(fact.id) != digests[fact.id]]
        articles = _articles(store, [fact.id for fact in new])
        with store.transaction() as connection:
            _delete(connection, [fact.id for fact in new])
            for fact in new:
                _insert(connection, fact, digests[fact.id], claims[fact.id])
            positions = [(number * _CHUNK + at, fact.id) for at, fact in enumerate(chunk)]
            connection.executemany("UPDATE facts SET position = ?1 WHERE id = ?2 AND position <> ?1", positions)
        articles |= {claim.article_id for fact in new for claim in fact.claims}
        yield Touched(frozenset({Kind.FACTS}), articles) if new else Touched()


def every(store: Store) -> list[Fact]:
    """The facts, without the claims of articles that were removed."""
    claims: dict[str, list[tuple[int, ArticleClaim]]] = defaultdict(list)
    for fact_id, position, article_id, data in store.fetch(
        "SELECT c.fact_id, c.position, c.article_id, c.data FROM fact_claims c JOIN articles a ON a.id = c.article_id"
        " WHERE a.removed = 0 ORDER BY c.fact_id, c.position"
    ):
        claims[fact_id].append((position, ArticleClaim(article_id, serial.claim(json.loads(data)))))
    relations: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in store.fetch(
        "SELECT fact_id, a, b, kind, show, score, difference, reason, reason_en FROM relations ORDER BY fact_id, a, b"
    ):
        relations[row[0]].append(row[1:])
    found = store.fetch("SELECT id, question, question_en, kind, event FROM facts ORDER BY position")
    return [_fact(row, claims[row[0]], relations[row[0]]) for row in found if claims[row[0]]]


def verdicts(store: Store) -> dict[str, Verdict]:
    """All verdicts, by the key of their relation, obsolete ones included."""
    return {row[0]: _verdict(row) for row in store.fetch(f"SELECT {_VERDICT} {_VERDICTS}")}


def obsolete(store: Store) -> list[ObsoleteVerdict]:
    """Verdicts whose relation the last comparison did not find, with what they were about."""
    found = store.fetch(
        f"SELECT v.evidence, {_VERDICT} {_VERDICTS}"
        " WHERE NOT EXISTS (SELECT 1 FROM relations r WHERE r.id = v.relation_id) ORDER BY v.decided_at"
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
    return {"article": article_id, "start": start, "end": end, "text": json.loads(data)["text"]}


def _dumped(claim: ArticleClaim) -> str:
    return rows.dumps(serial.plain_claim(claim.claim))


def _fact(row: tuple[Any, ...], claims: list[tuple[int, ArticleClaim]], relations: list[tuple[Any, ...]]) -> Fact:
    """Positions are counted anew, since claims of removed articles are left out."""
    key, question, question_en, kind, event = row
    new = {position: index for index, (position, _) in enumerate(claims)}
    kept = tuple(
        Relation(new[a], new[b], RelationKind(relation), Show(show), *rest)
        for a, b, relation, show, *rest in relations
        if a in new and b in new
    )
    return Fact(key, question, question_en, ClaimKind(kind), event, tuple(claim for _, claim in claims), kept)


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


def _articles(store: Store, keys: Sequence[str]) -> frozenset[str]:
    """The articles that these facts speak of."""
    marks = ", ".join("?" * len(keys))
    return frozenset(
        key for (key,) in store.fetch(f"SELECT DISTINCT article_id FROM fact_claims WHERE fact_id IN ({marks})", keys)
    )


def _digest(fact: Fact, claims: Sequence[str]) -> str:
    return stable_id(fact.question, fact.question_en, fact.kind, fact.event, *claims, *fact.relations, *_owners(fact))


def _owners(fact: Fact) -> Iterator[str]:
    return (claim.article_id for claim in fact.claims)


def _delete(connection: sqlite3.Connection, keys: Sequence[str]) -> None:
    """Claims and relations go with their fact."""
    connection.executemany("DELETE FROM facts WHERE id = ?", ((key,) for key in keys))


def _insert(connection: sqlite3.Connection, fact: Fact, digest: str, claims: Sequence[str]) -> None:
    connection.execute(
        "INSERT INTO facts (id, digest, position, question, question_en, kind, event) VALUES (?, ?, -1, ?, ?, ?, ?)",
        (fact.id, digest, fact.question, fact.question_en, str(fact.kind), fact.event),
    )
    connection.executemany(
        'INSERT INTO fact_claims (fact_id, position, article_id, start, "end", data) VALUES (?, ?, ?, ?, ?, ?)',
        (
            (fact.id, at, claim.article_id, claim.claim.start, claim.claim.end, data)
            for at, (claim, data) in enumerate(zip(fact.claims, claims, strict=True))
        ),
    )
    connection.executemany(
        "INSERT INTO relations (fact_id, a, b, id, kind, show, score, difference, reason, reason_en)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                *(fact.id, relation.a, relation.b, fact.relation_id(relation), str(relation.kind)),
                *(str(relation.show), relation.score, relation.difference, relation.reason, relation.reason_en),
            )
            for relation in fact.relations
        ),
    )
