"""One name for all spellings and short forms of a person, place or body, within and across articles.

Joined is what the words show to be one: the same surname in another spelling with a compatible given name, a surname
whose full name the article gives, a lexicon's aliases, a body with its state in another form. Never joined: two given
names that differ, two names of a lexicon, an unqualified ministry that the context gives to no state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.extract import bodies, gazetteer
from core.extract.namesakes import Named, Others, People, known_other
from core.model import Analysis, Attribution, Claim, Entity, Label, Quote
from core.text.arabic import fold

_NAMED = {Label.PER, Label.LOC, Label.ORG, Label.MISC}
Place = tuple[str, int]  # an article (ID), and how many of its kind stand before it


def unify(analyses: Sequence[Analysis], decided: Mapping[str, str] | None = None) -> list[Analysis]:
    """The same analyses with one `name` per person, place and body, also in quotes' speakers and claims' attributions.

    `decided` maps a folded spelling to the name an editor gave it; it overrides everything, and two names that editors
    gave are never joined.
    """
    return Names(decided or {}).update(analyses)


@dataclass(frozen=True, slots=True)
class _Read:
    """An article as it was read: with decided names in place, its names, what its stateless bodies add, the outcome."""

    analysis: Analysis
    given: Analysis
    named: Counter[Named]
    apart: str
    unified: Analysis


class Names:
    """Names that follow a project: `update` gives what `unify` gives, and renames only where a name changed."""

    def __init__(self, decided: Mapping[str, str]) -> None:
        self.decided = decided
        self._spelled = {fold(spelling): name for spelling, name in decided.items()}
        fixed = frozenset(self._spelled.values())
        self._people, self._others = People(fixed), Others(fixed)
        self._articles: dict[Place, _Read] = {}
        self._counts: Counter[Named] = Counter()
        self._bearers: defaultdict[Named, set[Place]] = defaultdict(set)
        self._shared: dict[Named, object] = {}
        self._homeless: bodies.Homeless = {}

    def update(self, analyses: Sequence[Analysis]) -> list[Analysis]:
        """These analyses with shared names; what did not change, or has its names already, is the same object."""
        former, self._articles = self._articles, {}
        times: Counter[str] = Counter()
        for analysis in analyses:
            key = (analysis.article.id, times[analysis.article.id])  # a list of articles may hold one twice
            times[analysis.article.id] += 1
            old = former.get(key)
            if old is None or old.analysis is not analysis:
                given = _as_decided(analysis, self._spelled) if self._spelled else analysis
                named = Counter((str(one.label), one.name) for one in given.entities if one.label in _NAMED)
                old = _Read(analysis, given, named, bodies.apart(analysis), analysis)
            self._articles[key] = old
        new = {key for key, read in self._articles.items() if former.get(key) is not read}
        counted: set[Named] = set()
        for key in former.keys() - self._articles.keys() | (new & former.keys()):
            self._counts.subtract(former[key].named)
            counted.update(former[key].named)
            for one in former[key].named:
                self._bearers[one].discard(key)
        for key in new:
            self._counts.update(self._articles[key].named)
            counted.update(self._articles[key].named)
            for one in self._articles[key].named:
                self._bearers[one].add(key)
        moved = self._share(counted)
        homeless = bodies.homeless({key: read.apart for (key, _), read in self._articles.items()})
        former_homeless, self._homeless = self._homeless, homeless
        differ = {key for key, _ in homeless.items() ^ former_homeless.items()}
        stale = new.union(*(self._bearers[one] for one in moved))
        stale |= {key for key in self._articles if key[0] in differ} if differ else set()
        for key in stale:
            read = self._articles[key]
            names = _names_of(read.given, self._people, self._others, homeless)
            pairs = zip(read.analysis.entities, names, strict=True)
            names = [_decided(entity, name, self._spelled) for entity, name in pairs]
            unified = _renamed(read.analysis, names, self._spelled)
            self._articles[key] = replace(read, unified=read.analysis if unified == read.analysis else unified)
        return [read.unified for read in self._articles.values()]

    def _share(self, counted: set[Named]) -> set[Named]:
        """Names that are shared otherwise, now that these were counted anew; no others are looked at but their kin."""
        counts = {one: self._counts[one] for one in counted}
        people = self._people.count({one[1]: count for one, count in counts.items() if one[0] == Label.PER})
        near = {(str(Label.PER), name) for name in people}
        near |= self._others.count({one: count for one, count in counts.items() if one[0] != Label.PER})
        moved: set[Named] = set()
        for one in near:
            if self._counts[one]:
                state = self._people.state(one[1]) if one[0] == Label.PER else self._others.name(*one)
            else:
                state = None
                del self._counts[one]
            if state != self._shared.get(one):
                moved.add(one)
            if state is None:
                self._shared.pop(one, None)
            else:
                self._shared[one] = state
        return moved


def _decided(entity: Entity, name: str, decided: Mapping[str, str]) -> str:
    if not decided or entity.label not in _NAMED:
        return name
    for spelling in (entity.text, entity.name, name):
        if (choice := decided.get(fold(spelling))) is not None:
            return choice
    return name


def _as_decided(analysis: Analysis, decided: Mapping[str, str]) -> Analysis:
    """The analysis with decided names in place, so that short forms and other spellings find them."""
    entities = tuple(
        entity if name == entity.name else replace(entity, name=name)
        for entity in analysis.entities
        for name in (_decided(entity, entity.name, decided),)
    )
    return replace(analysis, entities=entities)


def _names_of(analysis: Analysis, people: People, others: Others, homeless: bodies.Homeless) -> list[str]:
    """The shared name of each entity of an article, in order."""
    surnames = people.of_article(analysis)
    found: list[str] = []
    for entity in analysis.entities:
        if entity.label == Label.PER:
            found.append(surnames.get(fold(entity.name)) or people.name(entity.name))
        elif entity.label == Label.ORG:
            found.append(bodies.name(analysis, entity, homeless) or others.name(str(entity.label), entity.name))
        else:
            found.append(others.name(str(entity.label), entity.name))
    return found


def _renamed(analysis: Analysis, names: Sequence[str], decided: Mapping[str, str]) -> Analysis:
    """The analysis with these names for its entities, and with the same in what refers to them."""
    entities = tuple(
        entity if entity.name == name else replace(entity, name=name)
        for entity, name in zip(analysis.entities, names, strict=True)
    )
    of_form: dict[str, str] = {}
    for entity, name in zip(analysis.entities, names, strict=True):
        if entity.label in _NAMED:
            of_form.setdefault(fold(entity.name), name)
            of_form.setdefault(fold(entity.text), name)
    of_form.update(decided)
    quotes = tuple(_renamed_quote(quote, entities, of_form) for quote in analysis.quotes)
    claims = tuple(_renamed_claim(claim, of_form) for claim in analysis.claims)
    return replace(analysis, entities=entities, quotes=quotes, claims=claims)


def _renamed_quote(quote: Quote, entities: Sequence[Entity], of_form: Mapping[str, str]) -> Quote:
    speaker = quote.speaker
    if speaker is not None:
        same = next(
            (e for e in entities if e.label in _NAMED and (e.start, e.end) == (speaker.start, speaker.end)), None
        )
        name = same.name if same is not None else _new_name(speaker.name, of_form)
        if name != speaker.name:
            speaker = replace(speaker, name=name)
    via = _new_name(quote.via, of_form) if quote.via else quote.via
    if speaker is quote.speaker and via == quote.via:
        return quote
    return replace(quote, speaker=speaker, via=via)


def _renamed_claim(claim: Claim, of_form: Mapping[str, str]) -> Claim:
    speaker, via = claim.attribution.speaker, claim.attribution.via
    attribution = Attribution(
        _new_name(speaker, of_form) if speaker else speaker, _new_name(via, of_form) if via else via
    )
    value = _new_name(claim.value, of_form) if isinstance(claim.value, str) else claim.value
    if attribution == claim.attribution and value == claim.value:
        return claim
    return replace(claim, attribution=attribution, value=value)


def _new_name(name: str, of_form: Mapping[str, str]) -> str:
    """The shared name of a speaker or medium that may stand with a head noun (وكالة رويترز) or in no entity's words."""
    found = of_form.get(fold(name)) or known_other("ORG", name)
    if not found and " " in name:
        head, rest = name.split(" ", 1)
        if (fold(head),) in gazetteer.triggers("media_head"):
            found = of_form.get(fold(rest)) or known_other("ORG", rest)
    return found or name
