"""Names that are one: of persons by surname and given name, of others by their letters; kept as they come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from core.extract import gazetteer
from core.extract.spelling import is_same_given_name, is_same_word, skeleton
from core.model import Analysis, Label
from core.text.arabic import fold

Named = tuple[str, str]  # label and name


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


class People:
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


class Others:
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
            known = name if name in self._fixed else known_other(label, name)
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


def known_other(label: str, name: str) -> str:
    """A lexicon's name for what is no person, or ""."""
    if not _ALIASES:
        for form, entry in (*gazetteer.organisations(), *gazetteer.places()):
            _ALIASES.setdefault((str(entry.label), fold(form)), entry.name)
    return _ALIASES.get((label, fold(name)), "")
