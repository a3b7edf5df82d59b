"""Facts and relations as the last comparison found them, and the verdicts that outlive every comparison."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any, TypeVar

from core import serial
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
)
from core.store import disputed
from core.store.store import Store

UNFINISHED = "…"  # ends the digest of a fact that is not whole yet
_CHUNK = 200  # facts per query
T = TypeVar("T")

_FACT = "id, digest, question, question_en, kind, event, voices"
_VERDICT = "v.relation_id, v.kind, v.reason, v.note, e.name, v.decided_at"
_VERDICTS = "FROM verdicts v LEFT JOIN editors e ON e.id = v.editor"


def every(store: Store) -> list[Fact]:
    """The facts, without the claims of articles that were removed. What was read before is not read again."""
    known = store.facts
    with store.snapshot():
        listed = store.fetch(f"SELECT {_FACT} FROM facts ORDER BY position")
        for chunk in _chunks(_unknown(store, listed)):
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
    _read(store, _unknown(store, listed))
    return [store.facts[row[0], row[1]] for row in listed]


def claims_at(store: Store, article_id: str, span: Span) -> list[Claim]:
    """The claims of facts that overlap a passage."""
    found = store.fetch(
        'SELECT DISTINCT data FROM fact_claims WHERE article_id = ? AND start < ? AND "end" > ? ORDER BY start, "end"',
        (article_id, span.end, span.start),
    )
    return [serial.claim(json.loads(data)) for (data,) in found]


def _unknown(store: Store, listed: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [row for row in listed if (row[0], row[1]) not in store.facts or row[1].endswith(UNFINISHED)]


def _read(store: Store, chunk: Sequence[tuple[Any, ...]]) -> None:
    """Remember these facts, whole."""
    marks = ", ".join("?" * len(chunk))
    keys = [row[0] for row in chunk]
    claims: dict[str, list[ArticleClaim]] = defaultdict(list)
    at: dict[tuple[str, int], int] = {}
    for fact_id, position, article_id, data in store.fetch(
        "SELECT fact_id, position, article_id, data FROM fact_claims"
        f" WHERE fact_id IN ({marks}) ORDER BY fact_id, position",
        keys,
    ):
        at[fact_id, position] = len(claims[fact_id])
        claims[fact_id].append(ArticleClaim(article_id, serial.claim(json.loads(data))))
    relations: dict[str, list[Relation]] = defaultdict(list)
    for fact_id, a, b, kind, show, score, *rest, origin, follows in store.fetch(
        "SELECT fact_id, a, b, kind, show, score, difference, reason, reason_en, origin, follows FROM relations"
        f" WHERE fact_id IN ({marks}) ORDER BY fact_id, a, b",
        keys,
    ):
        difference, arabic, english = rest
        ends = at[fact_id, a], at[fact_id, b]
        relations[fact_id].append(
            Relation(*ends, RelationKind(kind), Show(show), score, difference, arabic, english, Origin(origin), follows)
        )
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


def articles_of(store: Store, keys: Sequence[str]) -> frozenset[str]:
    """The articles that these facts speak of."""
    marks = ", ".join("?" * len(keys))
    return frozenset(
        key for (key,) in store.fetch(f"SELECT DISTINCT article_id FROM fact_claims WHERE fact_id IN ({marks})", keys)
    )
