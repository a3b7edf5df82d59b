"""One article as comparison reads it: clauses, who is named in each, which events it speaks of and when."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.compare.events import Happening
from core.compare.gathering import gather
from core.compare.mentions import THAT_ONE, mentions
from core.compare.parties import names_pair, pair_words, parties_of, state_of, states_of_offices
from core.compare.settings import Days
from core.extract.clauses import Clause, split_clauses
from core.extract.concepts import Hit, state_names
from core.model import Analysis, Entity, Label, TimeValue
from core.text.segment import sentences

_SPEECH_MEMORY = 400  # code points over which a speaker's day holds for what he says next
RESULTS = frozenset({"death", "injury", "arrest"})  # what counts as one only where its cause is one
_WHICH = frozenset(("التي", "الذي"))
_OPENING = 2  # clauses that tell who meets, for which the two whose people are named most stand
_PAIR_REACH = 12  # words behind «الرئيسان» within which both are named


@dataclass(frozen=True, slots=True)
class Page:
    """Everything per clause is a list beside `clauses`. `main` are the two states that the article names most."""

    analysis: Analysis
    clauses: list[Clause]
    starts: list[int]
    hits: list[list[Hit]]
    entities: list[list[Entity]]
    parties: list[frozenset[str]]
    events: list[list[tuple[int, Happening]]]  # word of the event in its sentence, and what it is
    speech_days: dict[int, Days]
    people: dict[str, str]
    main: frozenset[str]
    pairs: list[frozenset[str]]  # whom «بينهما» means in each clause
    topic: frozenset[str]  # the first event that is no meeting and no result of one; empty where there is none

    def clause_at(self, position: int) -> int:
        """Number of the clause that holds or precedes `position`."""
        return max(bisect_right(self.starts, position) - 1, 0)


def read_page(analysis: Analysis, people: dict[str, str]) -> Page:
    """`people`: person → state, from all articles."""
    text = analysis.article.text
    body = [s for s in sentences(text) if not any(s.overlaps(b) for b in analysis.boilerplate)]
    clauses = split_clauses(text, body, analysis.quotes)
    starts = [clause.span.start for clause in clauses]
    hits = [_hits(clause) for clause in clauses]
    entities = _by_clause(clauses, starts, analysis.entities)
    main = _meeting_pair(clauses, hits, entities, people) or _main_pair(analysis.entities, people)
    pairs = list(_pairs(clauses, entities, people, main))
    parties = [
        parties_of(clause, clause.span.start, clause.span.end, names, people, pair)
        for clause, names, pair in zip(clauses, entities, pairs, strict=True)
    ]
    events: list[list[tuple[int, Happening]]] = [[] for _ in clauses]
    for (number, word), happening in gather(
        mentions(clauses, hits, entities, parties, people, main), analysis.article.published or ""
    ).items():
        events[number].append((word, happening))
    days = _speech_days(clauses, entities)
    return Page(analysis, clauses, starts, hits, entities, parties, events, days, people, main, pairs, _topic(hits))


def _hits(clause: Clause) -> list[Hit]:
    hits = clause.words.hits_within(clause.span.start, clause.span.end)
    return sorted([*hits, *_meant(clause)]) if not THAT_ONE.isdisjoint(clause.words.forms) else hits


def _meant(clause: Clause) -> Iterator[Hit]:
    """«وهي الثانية بعد تلك التي عقدت في جنيف»: another meeting of the kind told before."""
    words = clause.words
    for index in clause.indices[:-1]:
        if words.forms[index] in THAT_ONE and words.forms[index + 1] in _WHICH:
            met = [hit for hit in words.of("events") if hit.last < index and "m" in hit.flags]
            yield from (hit._replace(first=index, last=index) for hit in met[-1:])


def _by_clause(clauses: Sequence[Clause], starts: Sequence[int], entities: Sequence[Entity]) -> list[list[Entity]]:
    found: list[list[Entity]] = [[] for _ in clauses]
    for entity in entities:
        index = bisect_right(starts, entity.start) - 1
        if index >= 0 and entity.start < clauses[index].span.end:
            found[index].append(entity)
    return found


def _topic(hits: Sequence[Sequence[Hit]]) -> frozenset[str]:
    causes = (
        hit.id
        for here in hits
        for hit in here
        if hit.table == "events" and hit.id not in RESULTS and not set("mw") & set(hit.flags)
    )
    return frozenset(itertools.islice(causes, 1))


def _meeting_pair(
    clauses: Sequence[Clause],
    hits: Sequence[Sequence[Hit]],
    entities: Sequence[Sequence[Entity]],
    people: dict[str, str],
) -> frozenset[str]:
    """The two states told oftenest as those that meet or call; empty where no clause tells of two."""
    pairs: Counter[frozenset[str]] = Counter()
    for clause, here, names in zip(clauses, hits, entities, strict=True):
        if any(hit.table == "events" and "m" in hit.flags for hit in here):
            first = _most_named(entities, people) if not pairs else frozenset()
            pairs[first] += _OPENING * (len(first) == 2)
            known = _pair_named(clause, names, people) or frozenset(
                party
                for party in parties_of(clause, clause.span.start, clause.span.end, names, people, frozenset())
                if party in state_names()
            )
            if len(known) == 2:
                pairs[known] += 1
    return max(pairs, key=lambda pair: pairs[pair]) if pairs else frozenset()


def _pairs(
    clauses: Sequence[Clause], entities: Sequence[Sequence[Entity]], people: dict[str, str], main: frozenset[str]
) -> Iterator[frozenset[str]]:
    """Whom «بينهما» means in each clause: the states of two people named in its sentence before, be it by an office
    («نظيره الروسي»), else the main two."""
    sentence, before = None, set[str]()
    for clause, names in zip(clauses, entities, strict=True):
        if clause.sentence != sentence:
            sentence, before = clause.sentence, set()
        yield frozenset(before) if len(before) == 2 else main
        before |= {people[e.name] for e in names if e.label == Label.PER and e.name in people}
        before |= set(states_of_offices(clause))


def _most_named(entities: Sequence[Sequence[Entity]], people: dict[str, str]) -> frozenset[str]:
    """The two states whose people the article names oftenest; it is mostly they who meet. Empty for more or fewer."""
    named = Counter(people.get(e.name, "") for near in entities for e in near if e.label == Label.PER)
    named.pop("", None)
    (first, _), (second, least), (_, third), *_ = [*named.most_common(3), *[("", 0)] * 3]
    return frozenset((first, second)) if least > third else frozenset()


def _pair_named(clause: Clause, entities: Sequence[Entity], people: dict[str, str]) -> frozenset[str]:
    """The two states named right behind a word for two («الرئيسان الأمريكي جو بايدن والروسي …»); empty for none."""
    words = clause.words
    for index in words.within(clause.span.start, clause.span.end):
        if words.forms[index] in pair_words() and names_pair(clause, index, entities):
            for stop in range(index + 2, min(index + 2 + _PAIR_REACH, len(words.spans))):
                told = parties_of(
                    clause, words.spans[index].start, words.spans[stop].end, entities, people, frozenset()
                )
                if len(known := told & state_names()) == 2:
                    return known
    return frozenset()


def _main_pair(entities: Sequence[Entity], people: dict[str, str]) -> frozenset[str]:
    counts = Counter(state for entity in entities if (state := state_of(entity, people)))
    return frozenset(state for state, _ in counts.most_common(2))


def _speech_days(clauses: Sequence[Clause], entities: Sequence[Sequence[Entity]]) -> dict[int, Days]:
    """Reporting clause → the day told in it, else the last day told for the same speaker shortly before."""
    found: dict[int, Days] = {}
    last: dict[str, tuple[int, Days]] = {}
    for number, clause in enumerate(clauses):
        quote = clause.frame
        if quote is None or quote.speaker is None:
            continue
        who = quote.speaker.name
        told = [e.value for e in entities[number] if isinstance(e.value, TimeValue)]
        days = [(v.begin, v.end) for v in told if v.begin and v.end and v.begin == v.end]
        if days:
            found[number] = days[0]
            last[who] = (clause.sentence.start, days[0])
        elif who in last and clause.sentence.start - last[who][0] <= _SPEECH_MEMORY:
            found[number] = last[who][1]
    return found
