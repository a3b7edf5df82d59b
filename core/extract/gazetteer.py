"""Known names: the lexicons, and the territories and cities of CLDR, matched by a trie of folded tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from core.extract.clitics import readings
from core.model import Label
from core.text.arabic import fold
from core.text.segment import words

# The kind of a name that also is an ordinary word, or is too little known to be believed without its context.
UNSURE = "unsure"
# Tokens of which a trie remembers what begins with them.
_KNOWN_TOKENS = 1 << 16
# The kind of a football club, whose name mostly is a town's or an ordinary word.
CLUB = "club"


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name. `kind` tells states from cities, agencies from bodies …"""

    name: str
    label: Label
    kind: str


class Match(NamedTuple):
    """Tokens [start, end) are a known name; `cut` letters of the first token are proclitics."""

    start: int
    end: int
    cut: int
    entry: Entry


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    entry: Entry | None = None


class Trie:
    """Names by their folded tokens. Longest match first; only the first token may carry proclitics."""

    __slots__ = ("_beginnings", "_root")

    def __init__(self) -> None:
        self._root = _Node()
        # Token → (letters cut, node behind what remains); most tokens begin no name.
        self._beginnings = lru_cache(_KNOWN_TOKENS)(self._begin)

    def add(self, form: str, entry: Entry) -> None:
        """Adds one spelling; an earlier entry of the same spelling stays."""
        self._beginnings.cache_clear()
        node = self._root
        for token in tokens_of(form):
            node = node.next.setdefault(token, _Node())
        if node.entry is None:
            node.entry = entry

    def each(self, tokens: Sequence[str]) -> list[Match | None]:
        """The longest match that begins at each token of a folded sentence."""
        begin = self._beginnings
        return [self.at(tokens, start) if begin(token) else None for start, token in enumerate(tokens)]

    def at(self, tokens: Sequence[str], start: int) -> Match | None:
        """The longest match that begins at token `start`; of equally long ones, that with the fewest letters cut."""
        best: Match | None = None
        for cut, first in self._beginnings(tokens[start]):
            node: _Node | None = first
            end = start + 1
            while node is not None:
                if node.entry is not None and (best is None or end > best.end):
                    best = Match(start, end, cut, node.entry)
                if end == len(tokens):
                    break
                node = node.next.get(tokens[end])
                end += 1
        return best

    def _begin(self, token: str) -> tuple[tuple[int, _Node], ...]:
        nodes = ((cut, self._root.next.get(word)) for cut, word in readings(token))
        return tuple((cut, node) for cut, node in nodes if node is not None)


def in_a_row(known: Sequence[Match | None]) -> Iterator[Match]:
    """Of the matches at each token those that do not overlap, from left to right."""
    end = 0
    for match in known:
        if match is not None and match.start >= end:
            yield match
            end = match.end


def tokens_of(name: str) -> list[str]:
    """The folded tokens of a name, as the tagger's sentences have them."""
    return [fold(name[span.start : span.end]) for span in words(name)]


def rows(name: str, folder: str = "lexicons") -> Iterator[list[str]]:
    """The columns of each line of a lexicon; comments and blank lines are skipped."""
    text = files("resources").joinpath(folder, name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def places() -> tuple[tuple[str, Entry], ...]:
    """(spelling, entry) of all known places: our own lists first, then what CLDR adds."""
    found: list[tuple[str, Entry]] = []
    for columns in rows("countries.tsv"):
        state, capital = columns[0], columns[1] if len(columns) > 1 else ""
        found.extend(_spellings(state, Label.LOC, "state"))
        for city in filter(None, capital.split(";")):
            found.extend(_spellings(city, Label.LOC, "capital"))
    for name, kind in rows("places.tsv"):
        found.extend(_spellings(name, Label.LOC, kind))
    known = {fold(form) for form, _ in found}
    found.extend((name, Entry(name, Label.LOC, kind)) for name, kind in _cldr_places() if fold(name) not in known)
    return tuple(found)


# CLDR's codes for the European Union, the euro zone, the United Nations and what is unknown.
_NO_PLACES = {"EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"}


def _cldr_places() -> Iterator[tuple[str, str]]:
    from babel import Locale  # here: the locale's data take 30 ms to load

    locale = Locale("ar")
    for code, name in locale.territories.items():
        if len(code) == 2 and code not in _NO_PLACES and "(" not in name and " - " not in name:
            yield name, "state"
    for zone in locale.time_zones.values():
        city = zone.get("city", "")
        if city and "(" not in city and len(city) > 3 and not city.isascii():
            yield city, UNSURE


def _spellings(cell: str, label: Label, kind: str) -> Iterator[tuple[str, Entry]]:
    forms = cell.split("|")
    entry = Entry(forms[0], label, kind)
    return ((form, entry) for form in forms)


@cache
def organisations() -> tuple[tuple[str, Entry], ...]:
    """(spelling, entry) of all known organisations."""
    return tuple(pair for name, kind in rows("organisations.tsv") for pair in _spellings(name, Label.ORG, kind))


@cache
def clubs() -> frozenset[str]:
    """Folded names of clubs that are one word."""
    return frozenset(fold(form) for form, entry in organisations() if entry.kind == CLUB and " " not in form)


@cache
def persons() -> tuple[tuple[str, Entry], ...]:
    """(spelling, entry) of all known public persons, their surnames included where these stand for them alone."""
    found: list[tuple[str, Entry]] = []
    for columns in rows("persons.tsv"):
        forms = columns[0].split("|")
        full = Entry(forms[0], Label.PER, "full")
        found.extend((form, full) for form in forms)
        if len(columns) > 1 and columns[1]:
            surname = Entry(forms[0], Label.PER, "surname")
            found.extend((form, surname) for form in columns[1].split("|"))
    return tuple(found)


@cache
def trie() -> Trie:
    """All known names in one trie."""
    result = Trie()
    bodies = [(form, entry) for form, entry in organisations() if entry.kind != CLUB]
    teams = [(form, entry) for form, entry in organisations() if entry.kind == CLUB]
    for form, entry in (*bodies, *places(), *persons(), *teams):  # a club named after its town is a town
        doubtful = fold(form) in ambiguous()
        result.add(form, replace(entry, kind=UNSURE) if doubtful else entry)
    return result


@cache
def ambiguous() -> frozenset[str]:
    """Folded known names of one token that are ordinary words as well."""
    return frozenset(fold(word) for columns in rows("ambiguous.txt") for word in columns[0].split())


@cache
def first_names() -> frozenset[str]:
    """Folded given names."""
    return frozenset(fold(name) for _, names in rows("first_names.tsv") for name in names.split())


@cache
def arabic_names() -> frozenset[str]:
    """Folded given names of Arabic, which their vowels tell apart."""
    return frozenset(
        fold(name) for origin, names in rows("first_names.tsv") if origin == "arabic" for name in names.split()
    )


@cache
def triggers(kind: str) -> frozenset[tuple[str, ...]]:
    """The folded words (as tuples of tokens) of one kind of triggers.tsv."""
    return frozenset(
        tuple(tokens_of(word)) for key, words_ in rows("triggers.tsv") if key == kind for word in words_.split("|")
    )


@cache
def adjectives() -> dict[str, str]:
    """Folded masculine nationality adjective without article → the state's name, or "" where it is no single state."""
    found = {fold(columns[0]): "" for columns in rows("nationalities.tsv")}
    for columns in rows("countries.tsv"):
        if len(columns) > 2:
            found.update((fold(form), columns[0].split("|")[0]) for form in columns[2].split("|") if " " not in form)
    return found


@cache
def capitals() -> dict[str, str]:
    """Canonical name of a capital → the state whose government it stands for."""
    return {
        capital: columns[0].split("|")[0]
        for columns in rows("countries.tsv")
        if len(columns) > 1
        for city in filter(None, columns[1].split(";"))
        for capital in city.split("|")[:1]
    }


_ENDINGS = ("", "ه", "ون", "ين", "ان", "تين", "تان", "ات")


@cache
def _adjective_forms() -> dict[str, str]:
    return {stem + ending: state for stem, state in adjectives().items() for ending in _ENDINGS} | {
        # الروس, الأمريكان, الأتراك …: broken plurals
        fold(plural): state
        for plural, state in (
            ("روس", "روسيا"),
            ("أمريكان", "الولايات المتحدة"),
            ("أتراك", "تركيا"),
            ("أكراد", ""),
            ("عرب", ""),
            ("أفغان", "أفغانستان"),
            ("ألمان", "ألمانيا"),
            ("إنجليز", "إنجلترا"),
            ("يهود", ""),
        )
    }


def nationality(token: str) -> str | None:
    """The state of a folded adjective, with or without article and proclitics (الروسية → روسيا).

    "" where it belongs to no state in particular, None where the word is no such adjective.
    """
    forms = _adjective_forms()
    for _, word in readings(token):
        bare = word[2:] if word.startswith("ال") else word
        if bare in forms:
            return forms[bare]
    return None
