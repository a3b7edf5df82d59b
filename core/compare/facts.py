"""Claims of several articles → facts: one question each, the claims that answer it, and how they relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from core.compare import figures, relations
from core.compare.certainty import calibrated
from core.compare.copies import is_copy, voices
from core.compare.disputes import leaders
from core.compare.items import Item, read
from core.compare.outcome import Outcome, Weights
from core.compare.pairing import group, pairs, weigh
from core.compare.questions import event_words, question
from core.compare.reasons import sentences
from core.model import (
    Analysis,
    ClaimKind,
    Fact,
    Modality,
    Polarity,
    Relation,
    Show,
    relation_key,
    stable_id,
)

_FUNCTIONS = {
    "time": relations.times,
    "quantity": figures.numbers,
    "place": relations.places,
    "actor": relations.actors,
    "channel": relations.channels,
    "proposition": relations.propositions,
    "wording": relations.wordings,
}
_KINDS = {
    "time": ClaimKind.TIME,
    "quantity": ClaimKind.QUANTITY,
    "place": ClaimKind.PLACE,
    "actor": ClaimKind.ACTOR,
    "source": ClaimKind.ACTOR,
    "channel": ClaimKind.CHANNEL,
    "proposition": ClaimKind.OTHER,
    "wording": ClaimKind.WORDING,
}
_WHOLE = 40  # a fact up to so many claims is compared pair by pair; in a larger one the candidates must do

Found = dict[tuple[int, int], Outcome]


def compare(analyses: Sequence[Analysis]) -> list[Fact]:
    """Every question that at least two claims answer, with the relations between the answers; conflicts first."""
    items = read(analyses)
    weights = weigh(items)
    found: dict[str, Found] = defaultdict(dict)
    for a, b in pairs(items, weights):
        if outcome := outcome_of(items[a], items[b], weights):
            found[group(items[a])][a, b] = outcome
    dropped = _drop_agreement_around_conflicts(items, found)
    found["source"] = _sources(items, found["proposition"])
    facts = [fact for name, outcomes in found.items() for fact in _facts(name, items, outcomes, weights, dropped)]
    return sorted(facts, key=_urgency)


def outcome_of(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """How two claims of one group relate; None where they do not answer one question."""
    if a.claim.article_id == b.claim.article_id and a.raw.start < b.raw.end and b.raw.start < a.raw.end:
        return None
    outcome = _FUNCTIONS[group(a)](a, b, weights)
    if outcome is None or outcome.show is not Show.AGREE or not is_copy(a, b):
        return outcome
    return replace(outcome, parts=outcome.parts | {"copy": a.agency or b.agency})


def _drop_agreement_around_conflicts(items: Sequence[Item], found: dict[str, Found]) -> set[tuple[int, int]]:
    """Two statements whose figures, days or actors conflict do not say the same, however alike their words are."""
    conflicts: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for name, outcomes in found.items():
        for (a, b), outcome in outcomes.items():
            if name != "proposition" and (outcome.show is Show.CONFLICT or outcome.reason == "figure_differs"):
                x, y = items[a].claim.article_id, items[b].claim.article_id
                conflicts[x, y].append((items[a].raw.start, items[b].raw.start))
                conflicts[y, x].append((items[b].raw.start, items[a].raw.start))

    def surrounds(a: Item, b: Item) -> bool:
        inner = conflicts.get((a.claim.article_id, b.claim.article_id), ())
        return any(a.raw.start <= x < a.raw.end and b.raw.start <= y < b.raw.end for x, y in inner)

    statements = found["proposition"]
    dropped = {
        (a, b) for (a, b), told in statements.items() if told.show is Show.AGREE and surrounds(items[a], items[b])
    }
    for pair in dropped:
        del statements[pair]
    return dropped


def _sources(items: Sequence[Item], propositions: Found) -> Found:
    """Who says what several report: the actors behind each pair of propositions that agree."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        if item.content:
            by_article[item.claim.article_id].append(index)

    def behind(index: int) -> list[int]:
        raw = items[index].raw
        return [
            actor
            for actor in by_article[items[index].claim.article_id]
            if any(span.start <= raw.end - 1 and raw.start + 1 <= span.end for span in items[actor].content)
        ]

    found: Found = {}
    for (a, b), outcome in propositions.items():
        if outcome.show is not Show.AGREE or outcome.score < 0.6:
            continue
        contested = items[a].kind is ClaimKind.POLARITY and items[a].raw.polarity is Polarity.AFFIRMED
        contested = contested and Modality.POSSIBLE in (items[a].raw.modality, items[b].raw.modality)
        for x in behind(a):
            for y in behind(b):
                pair = (min(x, y), max(x, y))
                if (
                    x != y
                    and pair not in found
                    and (told := relations.sources(items[pair[0]], items[pair[1]], contested))
                ):
                    found[pair] = told
    return found


def _facts(
    name: str, items: Sequence[Item], outcomes: Found, weights: Weights, dropped: set[tuple[int, int]]
) -> Iterable[Fact]:
    components = _components(outcomes)
    home = {index: number for number, members in enumerate(components) for index in members}
    inside: list[Found] = [{} for _ in components]
    for pair, found in outcomes.items():
        if pair[0] in home:
            inside[home[pair[0]]][pair] = found
    for members, related in zip(components, inside, strict=True):
        if name in _FUNCTIONS and len(members) <= _WHOLE:
            for a, b in combinations(sorted(members), 2):
                if (
                    (a, b) not in related
                    and (a, b) not in dropped
                    and (outcome := outcome_of(items[a], items[b], weights))
                ):
                    related[a, b] = outcome
        yield _fact(name, items, sorted(members), related)


def _components(outcomes: Found) -> list[set[int]]:
    """Claims joined by relations that an editor sees; silent ones join nothing."""
    leader: dict[int, int] = {}

    def find(index: int) -> int:
        while leader.setdefault(index, index) != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    for (a, b), outcome in outcomes.items():
        if outcome.show is not Show.SILENT:
            leader[find(a)] = find(b)
    groups: dict[int, set[int]] = defaultdict(set)
    for index in leader:
        groups[find(index)].add(index)
    return list(groups.values())


def _fact(name: str, items: Sequence[Item], members: list[int], related: Found) -> Fact:
    place = {index: position for position, index in enumerate(members)}
    own = [items[index] for index in members]
    related = {pair: outcome for pair, outcome in related.items() if pair[0] in place and pair[1] in place}
    led = leaders(items, related)
    told = []
    for (a, b), outcome in sorted(related.items()):
        leader = led.get((a, b))
        arabic, english = sentences(items[a], items[b], outcome)
        told.append(
            Relation(
                place[a],
                place[b],
                outcome.kind,
                outcome.show,
                round(calibrated(outcome.show, outcome.score), 3),
                outcome.difference,
                arabic,
                english,
                follows=relation_key(*(items[index].claim for index in leader)) if leader else "",
            )
        )
    arabic, english = question(name, own)
    kind = _KINDS[name]
    if name == "proposition" and any(item.kind is ClaimKind.POLARITY for item in own):
        kind = ClaimKind.POLARITY
    return Fact(
        stable_id("fact", name, *sorted(item.claim.key for item in own)),
        arabic,
        english,
        kind,
        event_words(own),
        tuple(item.claim for item in own),
        tuple(told),
        voices(own, ((items[a], items[b]) for (a, b), outcome in related.items() if "copy" in outcome.parts)),
    )


def _urgency(fact: Fact) -> tuple[int, float, str]:
    order = list(Show)
    first = min((order.index(relation.show) for relation in fact.relations), default=len(order))
    return first, -max((relation.score for relation in fact.relations), default=0.0), fact.id
