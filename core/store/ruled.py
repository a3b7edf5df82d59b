"""Facts as rulings make them, and what the comparison had found, kept aside so that a ruling can go again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from core import serial
from core.compare.changes import Change
from core.model import ArticleClaim, ClaimKind, Fact, Origin, Relation, RelationKind, Show
from core.store import facts, following, marks, rows, rulings, weights, writing
from core.store.shaping import Judge, anchors, shape
from core.store.store import Store
from core.store.values import Anchor, Kind, Touched


def replace(store: Store, found: Sequence[Fact]) -> Iterator[Touched]:
    """Keep what a comparison found instead of the former facts, as rulings make it, in short transactions."""
    made = shape(found, rulings.every(store), _judge(store))
    own = {id(fact) for fact in found}
    left = {id(fact) for fact in made}
    with store.transaction() as connection:
        connection.execute("DELETE FROM compared")
        _keep(store, {fact.id: (at * writing.GAP, fact) for at, fact in enumerate(found) if id(fact) not in left})
    yield from writing.replace(store, made, {fact.id for fact in made if id(fact) not in own})
    with store.transaction():
        settled = following.refresh(store)
    if settled:
        yield Touched(frozenset({Kind.VERDICTS}), settled)


def follow(store: Store, order: Sequence[str], new: Sequence[Fact | Change]) -> Iterator[Touched]:
    """The same where the comparison goes on from the facts as they stand.

    `order` has the IDs of all that it finds now, `new` those that are new or changed.
    """
    aside = dict(store.fetch("SELECT id, data FROM compared"))
    made = {key for (key,) in store.fetch("SELECT id FROM facts WHERE ruled = 1")}
    known = writing.known_places(store)
    places = writing.places(known, order)
    yield Touched()
    yield from writing.remove(store, sorted(known.keys() - aside.keys() - made - set(order)))
    with store.transaction() as connection:
        connection.executemany("DELETE FROM compared WHERE id = ?", ((key,) for key in aside.keys() - set(order)))
        for one in (one for one in new if one.id in aside):
            fact = one.on(_fact(json.loads(aside[one.id]))) if isinstance(one, Change) else one
            _keep(store, {fact.id: (places[fact.id], fact)})
        writing.place(store, known, places)
    yield from writing.write(store, [one for one in new if one.id not in aside], places)
    with store.transaction():
        touched = Touched(frozenset({Kind.VERDICTS}), following.refresh_facts(store, [one.id for one in new]))
        if aside or rulings.every(store):
            touched |= settle(store)
    if touched.articles:
        yield touched


def take(store: Store, data: str) -> None:
    """Take in what the comparison of another file had found (`compared`), as what it found here."""
    fact = _fact(json.loads(data))
    told = writing.digest(fact)
    if str(store.value("SELECT digest FROM facts WHERE id = ?", (fact.id,)) or "") < told:
        writing.delete(store.connection, [fact.id])
        writing.insert(store.connection, fact, -1, told)


def settle(store: Store) -> Touched:
    """Make the facts that rulings are about anew, and what follows in them, in a transaction."""
    held = rulings.every(store)
    aside = {
        key: (place, _fact(json.loads(data)))
        for key, place, data in store.fetch("SELECT id, position, data FROM compared")
    }
    near = _named(store, anchors(held))
    raw = {key: found for key, found in near.items() if key not in aside} | aside
    made = shape([fact for _, fact in sorted(raw.values(), key=lambda one: (one[0], one[1].id))], held, _judge(store))
    same = {fact.id for fact in made if fact.id in raw and raw[fact.id][1] is fact}
    there = dict(store.fetch("SELECT id, digest FROM facts WHERE ruled = 1"))
    wanted = {fact.id: writing.digest(fact, ruled=True) for fact in made if fact.id not in same}
    gone = [key for key, digest in there.items() if wanted.get(key) != digest]
    gone += [key for key in near if key not in same and key not in there]
    new = [fact for fact in made if (fact.id in same and fact.id in aside) or there.get(fact.id) != wanted.get(fact.id)]
    articles = facts.articles_of(store, gone) | {claim.article_id for fact in new for claim in fact.claims}
    writing.delete(store.connection, [*gone, *(fact.id for fact in new)])
    for fact in new:
        place = raw[fact.id][0] if fact.id in raw else -1
        made_by_ruling = fact.id not in same
        told = wanted[fact.id] if made_by_ruling else writing.digest(fact)
        writing.insert(store.connection, fact, place, told, ruled=made_by_ruling)
    store.connection.executemany("DELETE FROM compared WHERE id = ?", ((key,) for key in aside if key in same))
    _keep(store, {key: found for key, found in raw.items() if key not in same and key not in aside})
    touched = Touched(frozenset({Kind.FACTS}), frozenset(articles))
    if settled := following.refresh_facts(store, dict.fromkeys([*gone, *(fact.id for fact in new)])):
        touched |= Touched(frozenset({Kind.VERDICTS}), settled)
    return touched


def _judge(store: Store) -> Judge:
    """How claims of two facts relate; the engine is imported where facts are merged only."""

    def judge(one: Fact, other: Fact) -> Iterable[tuple[ArticleClaim, ArticleClaim, Relation]]:
        from core.compare.uniting import unite

        return unite(one, other, partial(marks.analyses, store), weights.read(store))

    return judge


def _named(store: Store, named: Iterable[Anchor]) -> dict[str, tuple[int, Fact]]:
    """Facts of the comparison, with their places, that hold what may be one of these claims."""
    by_article: dict[str, list[Anchor]] = defaultdict(list)
    for one in named:
        by_article[one.article_id].append(one)
    keys: set[str] = set()
    for article_id, group in by_article.items():
        found = store.fetch(
            'SELECT c.fact_id, c.start, c."end" FROM fact_claims c JOIN facts f ON f.id = c.fact_id'
            " WHERE c.article_id = ? AND f.ruled = 0",
            (article_id,),
        )
        keys |= {key for key, start, end in found if any(start < one.end and one.start < end for one in group)}
    places = dict(store.fetch("SELECT id, position FROM facts WHERE ruled = 0")) if keys else {}
    return {fact.id: (places[fact.id], fact) for fact in facts.whole(store, sorted(keys))}


def _keep(store: Store, found: dict[str, tuple[int, Fact]]) -> None:
    store.connection.executemany(
        "INSERT OR REPLACE INTO compared (id, position, data) VALUES (?, ?, ?)",
        ((key, place, rows.dumps(_plain(fact))) for key, (place, fact) in found.items()),
    )


def _plain(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "question": fact.question,
        "question_en": fact.question_en,
        "kind": str(fact.kind),
        "event": fact.event,
        "voices": fact.voices,
        "claims": [{"article": claim.article_id} | serial.plain_claim(claim.claim) for claim in fact.claims],
        "relations": [{name: getattr(told, name) for name in Relation.__slots__} for told in fact.relations],
    }


def _fact(data: dict[str, Any]) -> Fact:
    return Fact(
        *(data["id"], data["question"], data["question_en"], ClaimKind(data["kind"]), data["event"]),
        tuple(ArticleClaim(claim["article"], serial.claim(claim)) for claim in data["claims"]),
        tuple(map(_relation, data["relations"])),
        data["voices"],
    )


def _relation(data: dict[str, Any]) -> Relation:
    named = {"kind": RelationKind(data["kind"]), "show": Show(data["show"]), "origin": Origin(data["origin"])}
    return Relation(**{**data, **named})
