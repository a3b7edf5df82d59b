"""The relations of which a report speaks: what was decided on each, in which order and groups they come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.exporters.report.content import Source
from core.model import (
    ArticleClaim,
    Claim,
    ClaimKind,
    Fact,
    ObsoleteVerdict,
    Polarity,
    Relation,
    RelationKind,
    Show,
    TimeValue,
    Verdict,
    VerdictKind,
)

_SERIOUS = (Show.CONFLICT, Show.CHECK, Show.UPDATE, Show.AGREE, Show.SILENT)
_DIFFERING = frozenset((Show.CONFLICT, Show.CHECK, Show.UPDATE))


@dataclass(frozen=True, slots=True)
class Pair:
    """A relation with its fact and what was decided on it."""

    fact: Fact
    relation: Relation
    verdict: Verdict

    @property
    def section(self) -> str:
        """Under which heading it belongs: an editor's verdict goes before what the tool sees."""
        kind = self.verdict.kind
        if kind is VerdictKind.UNDECIDED:
            tool = {Show.CONFLICT: "conflict", Show.CHECK: "check", Show.UPDATE: "update"}
            return tool.get(self.relation.show, "record")
        return "conflict" if kind is VerdictKind.CONTRADICTION else "settled"

    @property
    def opposed(self) -> bool:
        """One side affirms what the other denies."""
        return self.relation.show is Show.CONFLICT and denies(self.claim("a")) != denies(self.claim("b"))

    def claim(self, side: str) -> Claim:
        """The claim of side `a` or `b`."""
        return self.fact.claims[self.place(side)].claim

    def place(self, side: str) -> int:
        """Where the claim of a side stands among those of the fact."""
        return self.relation.a if side == "a" else self.relation.b

    def stance(self, side: str) -> object:
        """What a side says: the same for all claims that may stand together on it."""
        claim = self.claim(side)
        if self.opposed:
            return claim.polarity
        if claim.value is None:
            return self.place(side)
        value = (claim.value.begin, claim.value.end, claim.value.timex) if isinstance(claim.value, TimeValue) else None
        return value or claim.value, claim.polarity


def lost_pair(found: ObsoleteVerdict, sources: Mapping[str, Source]) -> Pair | None:
    """What was decided about two passages that nothing compares any more; None where one of their articles is gone."""
    if not found.a or not found.b or not {found.a.article_id, found.b.article_id} <= sources.keys():
        return None
    claims = (
        Claim(side.span.start, side.span.end, side.text, ClaimKind.OTHER, side.span) for side in (found.a, found.b)
    )
    said = tuple(map(ArticleClaim, (found.a.article_id, found.b.article_id), claims))
    relation = Relation(0, 1, RelationKind.CONTRADICTS, Show.SILENT, 0.0, "", "", "")
    fact = Fact(found.verdict.relation_id, found.question, "", ClaimKind.OTHER, "", said, (relation,))
    return Pair(fact, relation, found.verdict)


def matters(pair: Pair) -> bool:
    """Whether the report speaks of it unasked."""
    return (
        pair.relation.show in (Show.CONFLICT, Show.CHECK)
        or pair.verdict.kind is not VerdictKind.UNDECIDED
        or bool(pair.verdict.note)
    )


def grouped(pairs: Iterable[Pair]) -> list[list[Pair]]:
    """Pairs of one question that oppose the same answers and were decided alike, each group surest first.

    Decided groups come first, then by how sure the tool is; the points of one question stay together.
    """
    groups: dict[object, list[Pair]] = {}
    for pair in sorted(pairs, key=lambda pair: -pair.relation.score):
        if pair.relation.show is Show.AGREE and not matters(pair):
            continue
        relation, verdict = pair.relation, pair.verdict
        decided = (verdict.kind, verdict.reason, verdict.note, verdict.editor)
        stances = frozenset((pair.stance("a"), pair.stance("b")))
        groups.setdefault((pair.fact.id, relation.show, relation.kind, decided, stances), []).append(pair)
    best: dict[tuple[str, str], tuple[bool, float]] = {}
    for group in groups.values():
        pair = group[0]
        rank = (pair.verdict.kind is VerdictKind.UNDECIDED, -pair.relation.score)
        place = (pair.section, pair.fact.id)
        best[place] = min(best.get(place, rank), rank)
    return sorted(groups.values(), key=lambda group: (best[group[0].section, group[0].fact.id], group[0].fact.id))


def sides(group: Sequence[Pair]) -> tuple[list[int], list[int]]:
    """The claims (places) on each side of pairs that oppose the same two answers; what is affirmed comes first."""
    best = group[0]
    found: tuple[dict[int, None], dict[int, None]] = ({}, {})
    front = Polarity.AFFIRMED if best.opposed else best.stance("a")
    for pair in group:
        a, b = pair.relation.a, pair.relation.b
        for side, place in zip(found, (a, b) if pair.stance("a") == front else (b, a), strict=True):
            side[place] = None
    return list(found[0]), list(found[1])


def matrix_facts(pairs: Sequence[Pair], facts: Sequence[Fact], everything: bool) -> list[tuple[Fact, Show | None]]:
    """The questions of the matrix with the most serious relation of each; an editor's verdict goes before it."""
    shows: dict[str, set[Show]] = {}
    for pair in pairs:
        show = {"conflict": Show.CONFLICT, "settled": Show.AGREE}.get(pair.section, pair.relation.show)
        shows.setdefault(pair.fact.id, set()).add(show)
    decided = {pair.fact.id for pair in pairs if matters(pair)}
    ranked = [(fact, next((show for show in _SERIOUS if show in shows.get(fact.id, ())), None)) for fact in facts]
    ranked.sort(key=lambda row: _SERIOUS.index(row[1]) if row[1] else len(_SERIOUS))
    return [(fact, show) for fact, show in ranked if everything or show in _DIFFERING or fact.id in decided]


def stars(links: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Groups in which each claim agrees with the first; the one that most agree with is the first of the first."""
    near: dict[int, set[int]] = {}
    for a, b in links:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    while near:
        middle = min(near, key=lambda place: (-len(near[place]), place))
        star = [middle, *sorted(near[middle])]
        yield star
        for place in star:
            for other in near.pop(place):
                near.get(other, set()).discard(place)
        near = {place: others for place, others in near.items() if others}


def denies(claim: Claim) -> bool:
    """Whether its source denies it."""
    return claim.polarity is Polarity.DENIED
