"""One name for all spellings and short forms of a person, place or body, within and across articles.

Joined is what the words show to be one: the same surname in another spelling with a compatible given name, a surname
whose full name the article gives, a lexicon's aliases, a body with its state in another form. Never joined: two given
names that differ, two names of a lexicon, an unqualified ministry that the context gives to no state.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from core.extract import bodies, gazetteer
from core.extract.spelling import is_same_given_name, is_same_word, skeleton
from core.model import Analysis, Attribution, Claim, Entity, Label, Quote
from core.text.arabic import fold

_NAMED = {Label.PER, Label.LOC, Label.ORG, Label.MISC}
Named = tuple[str, str]  # label and name
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
        self._people, self._others = _People(fixed), _Others(fixed)
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


def _names_of(analysis: Analysis, people: _People, others: _Others, homeless: bodies.Homeless) -> list[str]:
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


# --- persons


Kin = tuple[bool, str]  # whether by the whole name, and what they share


@dataclass(slots=True)
class _Cluster:
    """Full names of one person: `forms` counts them, `spelled` are their tokens, `known` is a lexicon's name."""

    tokens: tuple[str, ...]
    forms: Counter[str] = field(default_factory=Counter)
    spelled: set[tuple[str, ...]] = field(default_factory=set)
    known: str = ""

    @property
    def name(self) -> str:
        """The lexicon's name, else the most frequent form."""
        return self.known or max(self.forms, key=lambda form: (self.forms[form], len(form), form))


class _People:
    """The persons of all articles, by their full names; cost grows with the names that share a surname."""

    def __init__(self, fixed: frozenset[str]) -> None:
        self._fixed = fixed
        self._counts: dict[str, int] = {}
        self._kin: defaultdict[Kin, set[str]] = defaultdict(set)
        self._of_form: dict[str, _Cluster] = {}
        self._by_surname: defaultdict[str, list[_Cluster]] = defaultdict(list)
        self._by_whole: dict[str, _Cluster] = {}
        self._alone: dict[str, str] = {}

    def count(self, counts: Mapping[str, int]) -> set[str]:
        """Let these names be so frequent; all names that may be shared otherwise now."""
        for form in counts:
            for kin in _kin_of(form):
                self._kin[kin].add(form)
        near: set[str] = set(counts)
        waiting = {kin for form in counts for kin in _kin_of(form)}
        seen: set[Kin] = set()
        while waiting:
            seen |= waiting
            reached = set[str]().union(*(self._kin[kin] for kin in waiting)) - near
            near |= reached
            waiting = {kin for form in near for kin in _kin_of(form)} - seen
        before = self._in_order(near)
        for form, count in counts.items():
            if count:
                self._counts[form] = count
            else:
                self._counts.pop(form, None)
                for kin in _kin_of(form):
                    self._kin[kin].discard(form)
        for form in near:
            self._alone.pop(form, None)
        after = self._in_order(near)
        homes = {form: home for form in counts if (home := self._of_form.get(fold(form)))}
        # Nobody stands before another whom he stood behind, and all are counted where they were.
        if before == after and all(form in home.forms for form, home in homes.items()):
            for form, home in homes.items():
                home.forms[form] = self._counts[form]
        else:
            self._join(after, near, seen)
        return near

    def _in_order(self, forms: set[str]) -> list[str]:
        """Full names, frequent spellings first, so that rare ones join them; equal counts in a fixed order."""
        there = (form for form in forms if form in self._counts and len(_person_tokens(form)) > 1)
        return sorted(there, key=lambda form: (-self._counts[form], -len(form), form))

    def _join(self, forms: list[str], near: set[str], kin: set[Kin]) -> None:
        """Make the clusters of these full names, which are all of their kin, anew; `near` are those that there were."""
        for form in near:
            self._of_form.pop(fold(form), None)
        for is_whole, key in kin:
            (self._by_whole if is_whole else self._by_surname).pop(key, None)
        for form in forms:
            tokens = _person_tokens(form)
            cluster = self._place(tokens, form if form in self._fixed else _known_person(tokens))
            cluster.forms[form] += self._counts[form]
            cluster.spelled.add(tokens)
            self._of_form[fold(form)] = cluster

    def _place(self, tokens: tuple[str, ...], known: str) -> _Cluster:
        # شي جينبينغ and شي جين بينغ: other breaks between words.
        whole = "".join(tokens)
        bucket = self._by_surname[skeleton(tokens[-1])]
        for cluster in bucket:
            if known and cluster.known and known != cluster.known:
                continue
            if (known and known == cluster.known) or _is_same_person(tokens, cluster.tokens):
                cluster.known = cluster.known or known
                return cluster
        if whole in self._by_whole and self._by_whole[whole].known in ("", known):
            return self._by_whole[whole]
        cluster = _Cluster(tokens, known=known)
        bucket.append(cluster)
        self._by_whole.setdefault(whole, cluster)
        return cluster

    def of_article(self, analysis: Analysis) -> dict[str, str]:
        """Folded short form → full name, for the persons that this article names in full."""
        full: dict[str, _Cluster] = {}
        alone: set[str] = set()
        for entity in analysis.entities:
            if entity.label == Label.PER:
                cluster = self._of_form.get(fold(entity.name))
                if cluster is not None:
                    full[cluster.name] = cluster
                else:
                    alone.add(entity.name)
        by_surname: defaultdict[str, list[_Cluster]] = defaultdict(list)
        for cluster in full.values():
            for surname in {skeleton(name[-1]) for name in cluster.spelled}:
                by_surname[surname].append(cluster)
        found: dict[str, str] = {}
        for form in alone:
            tokens = _person_tokens(form)
            bucket = by_surname.get(skeleton(tokens[-1]), ()) if tokens else ()
            matches = [cluster for cluster in bucket if _is_short_for(tokens, cluster)]
            if len(matches) == 1:
                found[fold(form)] = matches[0].name
        return found

    def state(self, form: str) -> object:
        """All that the names of an article with this form in it may hang on."""
        cluster = self._of_form.get(fold(form))
        return (cluster.name, frozenset(cluster.spelled)) if cluster else self.name(form)

    def name(self, form: str) -> str:
        """The name of a full form, or of a short one that only one person in all articles, or a lexicon, answers to."""
        cluster = self._of_form.get(fold(form))
        if cluster is not None:
            return cluster.name
        if form not in self._alone:
            self._alone[form] = self._of_surname(form)
        return self._alone[form]

    def _of_surname(self, form: str) -> str:
        tokens = _person_tokens(form)
        if not tokens:
            return form
        bucket = self._by_surname.get(skeleton(tokens[-1]), ())
        matches = {cluster.name for cluster in bucket if _is_short_for(tokens, cluster)}
        if len(matches) == 1:
            return matches.pop()
        return (not matches and _known_person(tokens)) or form


@lru_cache(maxsize=65536)
def _person_tokens(form: str) -> tuple[str, ...]:
    """Folded tokens of a person's name without titles; عبد stays one with what follows it."""
    tokens = [token for token in gazetteer.tokens_of(form) if any(char.isalpha() for char in token)]
    while len(tokens) > 1 and (tokens[0],) in gazetteer.triggers("title"):
        tokens = tokens[1:]
    joined: list[str] = []
    for token in tokens:
        if joined and joined[-1] == "عبد":
            joined[-1] += token
        else:
            joined.append(token)
    return tuple(joined)


@lru_cache(maxsize=65536)
def _kin_of(form: str) -> tuple[Kin, ...]:
    """What a person's name shares with all names that it may be joined with: its surname, or all its letters."""
    tokens = _person_tokens(form)
    if not tokens:
        return ()
    surname = (False, skeleton(tokens[-1]))
    return (surname, (True, "".join(tokens))) if len(tokens) > 1 else (surname,)


def _known_person(tokens: tuple[str, ...]) -> str:
    """A lexicon's name for these tokens, or ""."""
    return _known_people().get(tokens, "")


_KNOWN: dict[tuple[str, ...], str] = {}


def _known_people() -> dict[tuple[str, ...], str]:
    if not _KNOWN:
        for form, entry in gazetteer.persons():
            _KNOWN.setdefault(_person_tokens(form), entry.name)
    return _KNOWN


def _is_same_person(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two full names are one person's: one surname, given names that do not clash."""
    if not is_same_word(first[-1], second[-1]):
        return False
    shorter, longer = sorted((first[:-1], second[:-1]), key=len)
    if is_same_given_name(shorter[0], longer[0]):
        return len(shorter) < len(longer) or all(is_same_given_name(a, b) for a, b in zip(shorter, longer, strict=True))
    # حمدان دقلو and محمد حمدان دقلو: the shorter one stands at the end of the longer.
    return len(shorter) < len(longer) and all(
        is_same_word(a, b) for a, b in zip(shorter, longer[len(longer) - len(shorter) :], strict=True)
    )


def _is_short_for(tokens: tuple[str, ...], cluster: _Cluster) -> bool:
    """Whether a short form names the person: its surname alone, in any of its spellings."""
    size = len(tokens)
    return any(
        size < len(name) and all(is_same_word(a, b, alone=True) for a, b in zip(tokens, name[-size:], strict=True))
        for name in cluster.spelled
    )


# --- places and others


class _Others:
    """Places, bodies and other names: a lexicon's aliases, else the most frequent of the spellings that are one."""

    def __init__(self, fixed: frozenset[str]) -> None:
        self._fixed = fixed
        self._counts: dict[Named, int] = {}
        self._alike: defaultdict[Named, set[Named]] = defaultdict(set)
        self._names: dict[Named, str] = {}

    def count(self, counts: Mapping[Named, int]) -> set[Named]:
        """Let these names be so frequent; all names that may be shared otherwise now."""
        keys: set[Named] = set()
        for one, count in counts.items():
            label, name = one
            key = label, " ".join(map(skeleton, gazetteer.tokens_of(name)))
            keys.add(key)
            if count:
                self._counts[one] = count
                self._alike[key].add(one)
            else:
                self._counts.pop(one, None)
                self._names.pop(one, None)
                self._alike[key].discard(one)
        for key in keys:
            self._join(self._alike[key])
        return set(counts).union(*(self._alike[key] for key in keys))

    def _join(self, alike: set[Named]) -> None:
        spelled: list[str] = []
        for label, name in sorted(alike, key=lambda one: (-self._counts[one], one)):
            known = name if name in self._fixed else _known_other(label, name)
            same = known or next((other for other in spelled if _is_same_name(name, other)), "")
            if not same:
                spelled.append(name)
            self._names[label, name] = same or name

    def name(self, label: str, name: str) -> str:
        """The name that all spellings of this one share."""
        return self._names.get((label, name), name)


def _is_same_name(first: str, second: str) -> bool:
    a, b = gazetteer.tokens_of(first), gazetteer.tokens_of(second)
    return len(a) == len(b) and all(is_same_word(x, y) for x, y in zip(a, b, strict=True))


_ALIASES: dict[tuple[str, str], str] = {}


def _known_other(label: str, name: str) -> str:
    if not _ALIASES:
        for form, entry in (*gazetteer.organisations(), *gazetteer.places()):
            _ALIASES.setdefault((str(entry.label), fold(form)), entry.name)
    return _ALIASES.get((label, fold(name)), "")


# --- quotes and attributions


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
    found = of_form.get(fold(name)) or _known_other("ORG", name)
    if not found and " " in name:
        head, rest = name.split(" ", 1)
        if (fold(head),) in gazetteer.triggers("media_head"):
            found = of_form.get(fold(rest)) or _known_other("ORG", rest)
    return found or name
