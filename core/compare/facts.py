"""Claims of several articles → facts: one question each, the claims that answer it, and how they relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import NamedTuple

from core.compare import figures, relations, statements
from core.compare.certainty import calibrated
from core.compare.copies import is_copy, voices
from core.compare.disputes import leaders
from core.compare.items import Item, read_article
from core.compare.outcome import Outcome, Weights
from core.compare.pairing import Candidates, Pair, group
from core.compare.parties import offices_told, person_states
from core.compare.questions import event_words, question
from core.compare.reasons import sentences
from core.compare.weighing import Weighing, weigh
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
    "proposition": statements.propositions,
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
_SURE = 0.6  # the score from which statements that agree tell that their sources do

Found = dict[Pair, Outcome]
Articles = tuple[int, int]  # the places of two articles
Question = tuple[int, ...]  # the claims that answer

_CLAIMS = 20  # binary digits of a claim's number that count it in its article; the others are the article's place


def compare(analyses: Sequence[Analysis], weighing: Weighing | None = None) -> list[Fact]:
    """Every question that at least two claims answer, with the relations between the answers; conflicts first."""
    return Comparison(weighing, once=True).update(analyses)


@dataclass(frozen=True, slots=True)
class _Article:
    """An article as it was read: the (person, state) that its offices tell, and the numbers of its claims."""

    analysis: Analysis
    place: int
    offices: list[tuple[str, str]]
    names: frozenset[str]
    numbers: range = range(0)


class _Told(NamedTuple):
    """How a relation of two claims was put into words."""

    a: Item
    b: Item
    outcome: Outcome
    relation: Relation


class _Made(NamedTuple):
    """A fact and its place among the others."""

    fact: Fact
    urgency: tuple[int, float, str]


class Comparison:
    """Facts that follow a project: an article that comes, goes or changes touches its own neighbourhood only.

    What `update` gives is what a new comparison of the same analyses would give that begins with the same `weighing`.
    One that is asked `once` only keeps less in memory.
    """

    def __init__(self, weighing: Weighing | None = None, *, once: bool = False) -> None:
        self._once = once
        self._articles: dict[str, _Article] = {}
        self._places: dict[str, int] = {}
        self._people: dict[str, str] = {}
        self._begin(weighing or Weighing())

    def _begin(self, weighing: Weighing) -> None:
        """No pair is judged yet, and all are to be by these weights."""
        self.weighing = weighing
        self._candidates = Candidates(Weights(weighing.rarity(), few=weighing.is_small))
        self._found: dict[str, Found] = {name: {} for name in _FUNCTIONS}
        self._between: dict[Articles, set[Pair]] = {}
        self._dropped: dict[Articles, set[Pair]] = {}
        self._sources: dict[Articles, Found] = {}
        self._facts: dict[str, dict[Question, _Made]] = {name: {} for name in (*_FUNCTIONS, "source")}
        self._told: dict[Pair, _Told] = {}

    def update(self, analyses: Sequence[Analysis]) -> list[Fact]:
        """The facts of these articles, which stand in the order of the project; conflicts first."""
        gone, new = self._read(analyses)
        claims = len(self._candidates.items) - len(gone) + len(new)
        if not self.weighing.holds(claims):
            new = {index: item for index, item in self._candidates.items.items() if index not in gone} | new
            gone = set()
            self._begin(weigh(new.values()))
        pairs = self._candidates.update(gone, new)
        pairs.update(pair for pair in self._candidates.found if pair[0] in new or pair[1] in new)
        touched = {*gone, *new}.union(*filter(self._relate, pairs))
        near = {_articles_of(pair) for pair in pairs}
        if self._once:
            pairs.clear()
            self._candidates.forget()
        for articles in near:
            touched |= self._settle(articles)
        dropped = {pair for some in self._dropped.values() for pair in some}
        for name, found in self._found.items():
            self._make(name, found, touched, dropped if name == "proposition" else frozenset())
        sources = {pair: outcome for found in self._sources.values() for pair, outcome in found.items()}
        self._make("source", sources, touched, frozenset())
        made = (one for facts in self._facts.values() for one in facts.values())
        return [one.fact for one in sorted(made, key=lambda one: one.urgency)]

    def _read(self, analyses: Sequence[Analysis]) -> tuple[set[int], dict[int, Item]]:
        """The numbers of claims that went or changed, and the claims that came or changed."""
        former, self._articles = self._articles, {}
        read: list[_Article] = []
        top, last, follows = max(self._places.values(), default=-1), -1, True
        for analysis in analyses:
            key = analysis.article.id
            place = self._places.get(key, -1)
            follows = follows and place > last
            if not follows:  # it and all behind it get new places
                top += 1
                place = self._places[key] = top
            last = place
            old = former.get(key)
            if old is not None and (old.analysis is analysis or old.analysis == analysis):
                read.append(old if old.place == place else replace(old, place=place))
            else:
                read.append(_Article(analysis, place, offices_told(analysis), _names(analysis)))
        people = person_states(article.offices for article in read)
        differ = {name for name in people.keys() | self._people.keys() if people.get(name) != self._people.get(name)}
        self._people = people
        gone = {number for key, old in former.items() for number in old.numbers}
        new: dict[int, Item] = {}
        for article in read:
            key = article.analysis.article.id
            if article is former.get(key) and differ.isdisjoint(article.names):
                gone.difference_update(article.numbers)
            else:
                items = read_article(article.analysis, people)
                numbers = range(article.place << _CLAIMS, (article.place << _CLAIMS) + len(items))
                new.update(zip(numbers, items, strict=True))
                article = replace(article, numbers=numbers)
            self._articles[key] = article
        return gone, new

    def _relate(self, pair: Pair) -> bool:
        """Judge a pair that may be new, gone, or of claims that changed; whether it comes to something else."""
        before = next((told for found in self._found.values() if (told := found.pop(pair, None))), None)
        articles = _articles_of(pair)
        if before:
            self._between[articles].discard(pair)
        outcome = None
        if pair in self._candidates.found:
            a, b = (self._candidates.items[index] for index in pair)
            if outcome := outcome_of(a, b, self._candidates.weights):
                self._found[group(a)][pair] = outcome
                self._between.setdefault(articles, set()).add(pair)
        return outcome != before

    def _settle(self, articles: Articles) -> set[int]:
        """Which agreements of two articles do not hold, and who says what they share; the claims for which it changed.

        Two statements whose figures, days or actors conflict do not say the same, however alike their words are.
        """
        items, statements = self._candidates.items, self._found["proposition"]
        pairs = sorted(self._between.get(articles, ()))
        inner: list[Pair] = []
        for name, found in self._found.items():
            for pair in pairs if name != "proposition" else ():
                told = found.get(pair)
                if told and (told.show is Show.CONFLICT or told.reason == "figure_differs"):
                    x, y = (items[index].raw.start for index in pair)
                    inner += [(x, y), (y, x)] if articles[0] == articles[1] else [(x, y)]
        dropped: set[Pair] = set()
        agreed: Found = {}
        for pair in pairs:
            told = statements.get(pair)
            if told and told.show is Show.AGREE:
                a, b = (items[index].raw for index in pair)
                if any(a.start <= x < a.end and b.start <= y < b.end for x, y in inner):
                    dropped.add(pair)
                else:
                    agreed[pair] = told
        sources = self._sources_of(agreed)
        changed = {index for pair in dropped ^ self._dropped.get(articles, set()) for index in pair}
        before = self._sources.get(articles, {})
        changed |= {index for pair in before.keys() | sources.keys() for index in pair} if before != sources else set()
        for kept, value in ((self._dropped, dropped), (self._sources, sources)):
            kept.pop(articles, None)
            if value:
                kept[articles] = value  # type: ignore[assignment]
        return changed

    def _sources_of(self, agreed: Found) -> Found:
        """Who says what two articles report: the actors behind each pair of propositions that agree."""
        items = self._candidates.items

        def behind(index: int) -> list[int]:
            raw = items[index].raw
            return [
                actor
                for actor in self._articles[items[index].claim.article_id].numbers
                if any(span.start <= raw.end - 1 and raw.start + 1 <= span.end for span in items[actor].content)
            ]

        found: Found = {}
        for (a, b), outcome in agreed.items():
            if outcome.score < _SURE:
                continue
            contested = items[a].kind is ClaimKind.POLARITY and items[a].raw.polarity is Polarity.AFFIRMED
            contested = contested and Modality.POSSIBLE in (items[a].raw.modality, items[b].raw.modality)
            for x, y in product(behind(a), behind(b)):
                pair = (min(x, y), max(x, y))
                if (
                    x != y
                    and pair not in found
                    and (told := relations.sources(items[pair[0]], items[pair[1]], contested))
                ):
                    found[pair] = told
        return found

    def _make(self, name: str, outcomes: Found, touched: set[int], dropped: Set[Pair]) -> None:
        """Make the facts of one group anew that hold a touched claim, or could."""
        facts = self._facts[name]
        stale = [part for part in facts if not touched.isdisjoint(part)]
        near = touched.union(*stale)
        for part in stale:
            del facts[part]
        related = outcomes
        if len(near) < len(self._candidates.items) or dropped:
            related = {
                pair: outcome
                for pair, outcome in outcomes.items()
                if pair[0] in near and pair[1] in near and pair not in dropped
            }
        parts = [tuple(sorted(part)) for part in _components(related)]
        home = {index: part for part in parts for index in part}
        inside: dict[Question, Found] = {part: {} for part in parts}
        for pair, outcome in related.items():
            if home.get(pair[0], ()) is home.get(pair[1]):
                inside[home[pair[0]]][pair] = outcome
        items, weights = self._candidates.items, self._candidates.weights
        for part, found in inside.items():
            if name in _FUNCTIONS and len(part) <= _WHOLE:
                for pair in combinations(part, 2):
                    if pair not in found and pair not in dropped:
                        a, b = (items[index] for index in pair)
                        if told := outcome_of(a, b, weights):
                            found[pair] = told
            fact = self._fact(name, part, found)
            facts[part] = _Made(fact, _urgency(fact))

    def _fact(self, name: str, members: Question, related: Found) -> Fact:
        items = self._candidates.items
        own = [items[index] for index in members]
        arabic, english = question(name, own)
        kind = _KINDS[name]
        if name == "proposition" and any(item.kind is ClaimKind.POLARITY for item in own):
            kind = ClaimKind.POLARITY
        return Fact(
            stable_id("fact", name, min(item.claim.key for item in own)),  # the same with a claim more
            arabic,
            english,
            kind,
            event_words(own),
            tuple(item.claim for item in own),
            tuple(self._relations(members, related)),
            voices(own, ((items[a], items[b]) for (a, b), outcome in related.items() if "copy" in outcome.parts)),
        )

    def _relations(self, members: Question, related: Found) -> Iterator[Relation]:
        """The relations of a fact, put into words; those that were told before are not told anew."""
        items = self._candidates.items
        place = {index: position for position, index in enumerate(members)}
        led = leaders(items, related)
        keys = {pair: relation_key(*(items[index].claim for index in pair)) for pair in set(led.values())}
        for pair in sorted(related):
            outcome, follows = related[pair], keys[led[pair]] if pair in led else ""
            a, b = items[pair[0]], items[pair[1]]
            known = self._told.get(pair)
            if known is None or known.a is not a or known.b is not b or known.outcome is not outcome:
                score = round(calibrated(outcome.show, outcome.score), 3)
                words = sentences(a, b, outcome)
                relation = Relation(0, 1, outcome.kind, outcome.show, score, outcome.difference, *words)
                known = _Told(a, b, outcome, relation)
            told, x, y = known.relation, place[pair[0]], place[pair[1]]
            if (told.a, told.b, told.follows) != (x, y, follows):
                told = replace(told, a=x, b=y, follows=follows)
                known = known._replace(relation=told)
            if not self._once:
                self._told[pair] = known
            yield told


def _articles_of(pair: Pair) -> Articles:
    return pair[0] >> _CLAIMS, pair[1] >> _CLAIMS


def _names(analysis: Analysis) -> frozenset[str]:
    """What an analysis calls people by, wherever a state may be looked up for them."""
    found = {entity.name for entity in analysis.entities}
    found |= {quote.speaker.name for quote in analysis.quotes if quote.speaker}
    for claim in analysis.claims:
        found |= {name for name in (claim.attribution.speaker, claim.value) if isinstance(name, str)}
    return frozenset(found)


def outcome_of(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """How two claims of one group relate; None where they do not answer one question."""
    if a.claim.article_id == b.claim.article_id and a.raw.start < b.raw.end and b.raw.start < a.raw.end:
        return None
    outcome = _FUNCTIONS[group(a)](a, b, weights)
    if outcome is None or outcome.show is not Show.AGREE or not is_copy(a, b):
        return outcome
    return replace(outcome, parts=outcome.parts | {"copy": a.agency or b.agency})


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


def _urgency(fact: Fact) -> tuple[int, float, str]:
    order = list(Show)
    first = min((order.index(relation.show) for relation in fact.relations), default=len(order))
    return first, -max((relation.score for relation in fact.relations), default=0.0), fact.id
