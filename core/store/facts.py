"""Facts and relations as the last comparison found them, and the verdicts that outlive every comparison."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

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
)
from core.store import rows
from core.store.store import Store
from core.store.values import Evidence, Kind, ObsoleteVerdict, Touched

_VERDICT = "v.relation_id, v.kind, v.reason, v.note, e.name, v.decided_at"
_VERDICTS = "FROM verdicts v LEFT JOIN editors e ON e.id = v.editor"


def replace(store: Store, facts: Sequence[Fact]) -> Touched:
    """Keep these facts instead of the former ones; verdicts stay."""
    before = {key for (key,) in store.fetch("SELECT DISTINCT article_id FROM fact_claims")}
    with store.transaction() as connection:
        connection.execute("DELETE FROM relations")
        connection.execute("DELETE FROM fact_claims")
        connection.execute("DELETE FROM facts")
        connection.executemany(
            "INSERT INTO facts (id, position, question, question_en, kind, event) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (fact.id, position, fact.question, fact.question_en, str(fact.kind), fact.event)
                for position, fact in enumerate(facts)
            ),
        )
        connection.executemany(
            'INSERT INTO fact_claims (fact_id, position, article_id, start, "end", data) VALUES (?, ?, ?, ?, ?, ?)',
            (
                (fact.id, at, claim.article_id, claim.claim.start, claim.claim.end, _dumped(claim))
                for fact in facts
                for at, claim in enumerate(fact.claims)
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
                for fact in facts
                for relation in fact.relations
            ),
        )
    after = {claim.article_id for fact in facts for claim in fact.claims}
    return Touched(frozenset({Kind.FACTS}), frozenset(before | after))


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
