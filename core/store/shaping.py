"""Facts as the comparison found them → facts as editors' rulings make them. Pure; rulings hold in their order.

A ruling names claims by their evidence (`Anchor`), so it finds its facts again after any comparison, also where spans
moved by a word or claims came and went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from core.model import ArticleClaim, ClaimKind, Fact, Origin, Relation, RelationKind, Show, stable_id
from core.store.values import Anchor, Ruling, RulingKind

SHOWN = {
    RelationKind.CORROBORATES: Show.AGREE,
    RelationKind.REFINES: Show.AGREE,
    RelationKind.DIFFERS_IN_SCOPE: Show.CHECK,
    RelationKind.CONTRADICTS: Show.CONFLICT,
    RelationKind.UPDATES: Show.UPDATE,
    RelationKind.DIFFERENT_EVENT: Show.SILENT,
}
Judge = Callable[[Fact, Fact], Iterable[tuple[ArticleClaim, ArticleClaim, Relation]]]
_TITLE = 60  # code points of a passage in a question made from it


def anchor(claim: ArticleClaim) -> Anchor:
    """By what a claim is found again."""
    return Anchor(claim.article_id, claim.claim.start, claim.claim.end, str(claim.claim.kind))


def meets(one: Anchor, other: Anchor) -> bool:
    """Whether the two are one claim: they share more than they do not; a kind "" is any."""
    if one.article_id != other.article_id or (one.kind != other.kind and one.kind and other.kind):
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared >= max(one.end, other.end) - min(one.start, other.start)


def anchors(rulings: Iterable[Ruling]) -> Iterator[Anchor]:
    """All claims that these rulings are about."""
    for ruling in rulings:
        yield from (anchor(side) for side in ruling.sides)
        for group in ruling.groups:
            yield from group


def shape(facts: Sequence[Fact], rulings: Sequence[Ruling], judge: Judge) -> list[Fact]:
    """What rulings make of these facts: new facts first; those that no ruling changes are the same objects.

    `judge` tells how claims of two facts relate that are merged.
    """
    if not rulings:
        return list(facts)
    shaped = _Facts(facts, judge)
    for ruling in rulings:
        _APPLY[ruling.kind](shaped, ruling)
    there = {fact.id for fact in facts}
    found = list(shaped.by_id.values())
    return [fact for fact in found if fact.id not in there] + [fact for fact in found if fact.id in there]


class _Facts:
    """The facts while rulings change them, found by the articles of their claims."""

    def __init__(self, facts: Iterable[Fact], judge: Judge) -> None:
        self.judge = judge
        self.by_id: dict[str, Fact] = {}
        self._of_article: dict[str, set[str]] = defaultdict(set)
        for fact in facts:
            self.put(fact)

    def put(self, fact: Fact) -> None:
        self.by_id[fact.id] = fact
        for claim in fact.claims:
            self._of_article[claim.article_id].add(fact.id)

    def drop(self, fact: Fact) -> None:
        del self.by_id[fact.id]

    def holding(self, group: Sequence[Anchor], about: Sequence[str] = ()) -> list[tuple[Fact, set[Anchor]]]:
        """The facts that hold claims of the group, and which; those with most first, then one with that question."""
        keys = {key for one in group for key in self._of_article.get(one.article_id, ()) if key in self.by_id}
        found = []
        for key in keys:
            fact = self.by_id[key]
            own = [anchor(claim) for claim in fact.claims]
            if met := {one for one in group if any(meets(one, other) for other in own)}:
                found.append((fact, met))
        return sorted(found, key=lambda pair: (-len(pair[1]), pair[0].question not in about, pair[0].id))


def _is_most(fact: Fact, group: Sequence[Anchor], met: set[Anchor]) -> bool:
    """Whether the fact is the group's, and not another one that shares a claim with it."""
    return 2 * len(met) >= min(len(group), len(fact.claims))


def _rename(facts: _Facts, ruling: Ruling) -> None:
    (group,) = ruling.groups
    for fact, met in facts.holding(group, ruling.about)[:1]:
        if _is_most(fact, group, met):
            facts.put(replace(fact, question=ruling.question, question_en=ruling.question))


def _merge(facts: _Facts, ruling: Ruling) -> None:
    chosen: list[Fact] = []
    left = [one for group in ruling.groups for one in group]
    while left:
        taken = {fact.id for fact in chosen}
        found = (pair for pair in facts.holding(left, ruling.about) if pair[0].id not in taken)
        fact, met = next(found, (None, set[Anchor]()))
        if fact is None:
            break
        if _is_most(fact, left, met):
            chosen.append(fact)
        left = [one for one in left if one not in met]
    if len(chosen) < 2:
        return
    first = min(chosen, key=lambda fact: ruling.about.index(fact.question) if fact.question in ruling.about else 99)
    united = first
    for fact in chosen:
        if fact is not first:
            united = _joined(united, fact, facts.judge(united, fact))
            facts.drop(fact)
    question = ruling.question or united.question
    facts.put(replace(united, question=question, question_en=ruling.question or united.question_en))


def _joined(fact: Fact, other: Fact, between: Iterable[tuple[ArticleClaim, ArticleClaim, Relation]]) -> Fact:
    """One fact with the claims and the relations of both, and those between them."""
    for claim in other.claims:
        fact, _ = _with_claim(fact, claim)
    for relation in other.relations:
        fact = _related(fact, other.claims[relation.a], other.claims[relation.b], relation, over=False)
    for a, b, relation in between:
        fact = _related(fact, a, b, relation, over=False)
    return fact


def _split(facts: _Facts, ruling: Ruling) -> None:
    apart, rest = ruling.groups
    for fact, met in facts.holding((*apart, *rest), ruling.about):
        if met.isdisjoint(apart) or met.isdisjoint(rest):
            continue
        sides = _sides(fact, apart, rest)
        leaving = [at for at, leaves in enumerate(sides) if leaves]
        gone = _part(fact, leaving)
        question = ruling.question or fact.question
        key = stable_id("fact", "apart", *sorted(claim.key for claim in gone.claims))
        facts.put(_part(fact, [at for at, leaves in enumerate(sides) if not leaves]))
        facts.put(replace(gone, id=key, question=question, question_en=ruling.question or fact.question_en))
        return


def _sides(fact: Fact, apart: Sequence[Anchor], rest: Sequence[Anchor]) -> list[bool]:
    """Which claims leave. One that is new goes with those it agrees with most, else it stays."""
    own = [anchor(claim) for claim in fact.claims]
    told = [
        True if any(meets(one, here) for one in apart) else False if any(meets(one, here) for one in rest) else None
        for here in own
    ]
    pull = [0.0] * len(own)
    for relation in fact.relations:
        weight = relation.score if relation.show is Show.AGREE else 0.0
        for at, other in ((relation.a, relation.b), (relation.b, relation.a)):
            if told[at] is None and told[other] is not None:
                pull[at] += weight if told[other] else -weight
    return [pull[at] > 0 if side is None else side for at, side in enumerate(told)]


def _part(fact: Fact, kept: Sequence[int]) -> Fact:
    """The fact with these of its claims; relations to others go, and of a dispute the first that is left stands."""
    new = {old: at for at, old in enumerate(kept)}
    left = [relation for relation in fact.relations if relation.a in new and relation.b in new]
    stands: dict[str, str] = {key: key for key in map(fact.relation_id, left)}
    relations = []
    for relation in left:
        key = fact.relation_id(relation)
        leader = stands.setdefault(relation.follows, key) if relation.follows else key
        follows = "" if leader == key else leader
        relations.append(replace(relation, a=new[relation.a], b=new[relation.b], follows=follows))
    return replace(fact, claims=tuple(fact.claims[at] for at in kept), relations=tuple(relations), voices=0)


def _relate(facts: _Facts, ruling: Ruling) -> None:
    a, b = ruling.sides
    found = facts.holding((anchor(a), anchor(b)))
    exact = [fact for fact, _ in found if {a.key, b.key} <= {claim.key for claim in fact.claims}]
    fact = exact[0] if exact else found[0][0] if found else _of_its_own(a, b, ruling)
    said = f": {ruling.note}" if ruling.note else ""
    kind = ruling.relation or RelationKind.CORROBORATES
    arabic, english = f"ربط محرر بين المقطعين{said}", f"An editor related the two passages{said}"
    relation = Relation(0, 1, kind, SHOWN[kind], 1.0, "", arabic, english, Origin.EDITOR)
    facts.put(_related(fact, a, b, relation, over=True))


def _of_its_own(a: ArticleClaim, b: ArticleClaim, ruling: Ruling) -> Fact:
    """A fact for two passages that stand in none."""
    kind = a.claim.kind if a.claim.kind is b.claim.kind else ClaimKind.OTHER
    asked = (ruling.question, ruling.question) if ruling.question else default_question(a)
    return Fact(stable_id("fact", "related", ruling.id), *asked, kind, "", (a, b), ())


def default_question(claim: ArticleClaim) -> tuple[str, str]:
    """A question made from a passage, in Arabic and in English."""
    words = _short(claim.claim.text)
    return f"ماذا تقول المصادر في «{words}»؟", f"What do the sources say of “{words}”?"


def _related(fact: Fact, a: ArticleClaim, b: ArticleClaim, relation: Relation, *, over: bool) -> Fact:
    """The fact with a relation between two claims that it may lack; `over` says whether it replaces one there."""
    fact, x = _with_claim(fact, a)
    fact, y = _with_claim(fact, b)
    pair = min(x, y), max(x, y)
    if not over and any((old.a, old.b) == pair for old in fact.relations):
        return fact
    others = [old for old in fact.relations if (old.a, old.b) != pair]
    listed = sorted([*others, replace(relation, a=pair[0], b=pair[1])], key=lambda told: (told.a, told.b))
    return replace(fact, relations=tuple(listed))


def _with_claim(fact: Fact, claim: ArticleClaim) -> tuple[Fact, int]:
    for at, there in enumerate(fact.claims):
        if there.key == claim.key:
            return fact, at
    return replace(fact, claims=(*fact.claims, claim), voices=0), len(fact.claims)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0] + "…"


_APPLY: dict[RulingKind, Callable[[_Facts, Ruling], None]] = {
    RulingKind.QUESTION: _rename,
    RulingKind.MERGE: _merge,
    RulingKind.SPLIT: _split,
    RulingKind.RELATION: _relate,
}
