"""Claims of several articles → facts: one question each, the claims that answer it, and how they relate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
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
Question = tuple[str, tuple[int, ...]]  # a group, and the claims that answer

_CLAIMS = 20  # binary digits of a claim's number that count it in its article; the others are the article's place


def compare(analyses: Sequence[Analysis]) -> list[Fact]:
    """Every question that at least two claims answer, with the relations between the answers; conflicts first."""
    return Comparison(once=True).update(analyses)


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
    sentences: tuple[str, str]


class _Made(NamedTuple):
    """A fact, the outcomes that it was made of, and its place among the others."""

    fact: Fact
    related: Found
    urgency: tuple[int, float, str]


class Comparison:
    """Facts that follow a project: an article that comes, goes or changes touches its own neighbourhood only.

    What `update` gives is what a new comparison of the same analyses would give. One that is asked `once` only keeps
    less in memory.
    """

    def __init__(self, *, once: bool = False) -> None:
        self._once = once
        self._articles: dict[str, _Article] = {}
        self._places: dict[str, int] = {}
        self._people: dict[str, str] = {}
        self._candidates = Candidates()
        self._found: dict[str, Found] = {name: {} for name in _FUNCTIONS}
        self._between: dict[Articles, set[Pair]] = {}
        self._dropped: dict[Articles, set[Pair]] = {}
        self._sources: dict[Articles, Found] = {}
        self._facts: dict[Question, _Made] = {}
        self._told: dict[Pair, _Told] = {}

    def update(self, analyses: Sequence[Analysis]) -> list[Fact]:
        """The facts of these articles, which stand in the order of the project; conflicts first."""
        gone, new = self._read(analyses)
        changed, pairs = self._candidates.update(gone, new)
        pairs.update(pair for pair in self._candidates.found if pair[0] in changed or pair[1] in changed)
        touched = {*gone, *new}.union(*filter(self._relate, pairs))
        near = {_articles_of(pair) for pair in pairs}
        if self._once:
            pairs.clear()
            self._candidates.forget()
        for articles in near:
            touched |= self._settle(articles)
        dropped = {pair for some in self._dropped.values() for pair in some}
        sources = {pair: outcome for found in self._sources.values() for pair, outcome in found.items()}
        statements = {pair: told for pair, told in self._found["proposition"].items() if pair not in dropped}
        made: dict[Question, _Made] = {}
        for name, found in (self._found | {"proposition": statements, "source": sources}).items():
            made |= self._made(name, found, touched, changed - touched, dropped)
        self._facts = made
        return [one.fact for one in sorted(made.values(), key=lambda one: one.urgency)]

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

    def _made(
        self, name: str, outcomes: Found, touched: Set[int], weighed: Set[int], dropped: Set[Pair]
    ) -> dict[Question, _Made]:
        """The facts of one group; those without a touched claim are the former ones.

        Where the words of a claim only weigh otherwise now, what nobody looked for may relate to it otherwise.
        """
        items, weights = self._candidates.items, self._candidates.weights
        parts = [tuple(sorted(part)) for part in _components(outcomes)]
        made: dict[Question, _Made] = {}
        for part in parts:
            former = self._facts.get((name, part))
            moved = touched if len(part) > _WHOLE else touched | weighed
            if former is not None and moved.isdisjoint(part):
                made[name, part] = former
        inside: dict[tuple[int, ...], Found] = {part: {} for part in parts if (name, part) not in made}
        home = {index: part for part in inside for index in part}
        for pair, outcome in outcomes.items():
            if pair[0] in home and home.get(pair[1]) is home[pair[0]]:
                inside[home[pair[0]]][pair] = outcome
        for part, related in inside.items():
            if name in _FUNCTIONS and len(part) <= _WHOLE:
                for pair in combinations(part, 2):
                    if pair not in related and pair not in dropped:
                        a, b = (items[index] for index in pair)
                        if told := outcome_of(a, b, weights):
                            related[pair] = told
            known = self._facts.get((name, part))
            if known is None or known.related != related or not touched.isdisjoint(part):
                fact = self._fact(name, part, related)
                known = _Made(fact, {} if self._once else related, _urgency(fact))
            made[name, part] = known
        return made

    def _fact(self, name: str, members: Sequence[int], related: Found) -> Fact:
        items = self._candidates.items
        place = {index: position for position, index in enumerate(members)}
        own = [items[index] for index in members]
        led = leaders(items, related)
        told = []
        for (a, b), outcome in sorted(related.items()):
            leader = led.get((a, b))
            arabic, english = self._sentences((a, b), outcome)
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

    def _sentences(self, pair: Pair, outcome: Outcome) -> tuple[str, str]:
        a, b = (self._candidates.items[index] for index in pair)
        told = self._told.get(pair)
        if told is None or told.a is not a or told.b is not b or told.outcome != outcome:
            told = _Told(a, b, outcome, sentences(a, b, outcome))
            if not self._once:
                self._told[pair] = told
        return told.sentences


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
