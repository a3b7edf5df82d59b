"""Words that stand for something comparison needs to know: kinds of event, cues of modality, scopes, offices, states.

All tables are data in `resources/lexicons`; one pass over the words of a text finds the hits of all tables.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from core.extract.compounds import TABLE, compounds
from core.extract.deployments import tells_of_publishing
from core.extract.falsehood import is_conceded, is_made_of, tells_of_kind
from core.model import Span
from core.text.arabic import fold
from core.text.segment import read
from core.text.stems import variants


class Hit(NamedTuple):
    """An entry of `table` found at words first…last (inclusive)."""

    first: int
    last: int
    table: str
    id: str
    flags: str


class _Entry(NamedTuple):
    table: str
    id: str
    flags: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventKind:
    """A row of events.tsv. `disputed`: parties deny it; `meeting`: participants meet; `point`: at one point in time."""

    id: str
    family: str
    flags: str
    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence: spans in the article, folded forms, and the lexicon hits among them."""

    spans: tuple[Span, ...]
    forms: tuple[str, ...]
    hits: tuple[Hit, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, hit: Hit) -> Span:
        """Where `hit` stands in the article."""
        return Span(self.spans[hit.first].start, self.spans[hit.last].end)

    def within(self, start: int, end: int) -> range:
        """Indices of the words that lie inside start…end."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def at(self, position: int) -> int:
        """Index of the word that covers or follows `position`."""
        return bisect_right(self.ends, position)

    def hits_within(self, start: int, end: int) -> list[Hit]:
        """The hits that lie inside start…end, in order."""
        return self.hits_at(self.within(start, end))

    def hits_at(self, indices: range) -> list[Hit]:
        """The hits on the words at `indices`, in order."""
        first, last = bisect_left(self.hits, (indices.start,)), bisect_left(self.hits, (indices.stop,))
        return [hit for hit in self.hits[first:last] if hit.last < indices.stop]

    def of(self, *tables: str) -> list[Hit]:
        """The hits of `tables`, in order."""
        return [hit for hit in self.hits if hit.table in tables]


def read_words(text: str, span: Span) -> Words:
    """The words of `text` inside `span` with their hits."""
    spans, _, forms = read(text, span.start, span.end)
    starts, ends = tuple([word.start for word in spans]), tuple([word.end for word in spans])
    return Words(spans, forms, tuple(_with_compounds(forms, _meant(forms))), starts, ends)


def _meant(forms: Sequence[str]) -> list[Hit]:
    """The hits, without those on a «نشر» that makes something public, and on a false thing that is no report."""
    hits = [hit for hit in _find(forms) if hit.first < hit.last or not _misread(forms, hit)]
    return sorted([*hits, *_prepared(forms, hits)])


def _prepared(forms: Sequence[str], hits: Sequence[Hit]) -> Iterator[Hit]:
    """«يتأهب لاجتياح …», «جاهزة للهجوم»: who makes ready for what is disputed plans it."""
    for hit in hits:
        if "d" in hit.flags and hit.first and forms[hit.first][:1] == "ل":
            near = range(hit.first - 1, max(hit.first - 1 - _PREPARER_REACH, -1), -1)
            # «تتأهب القوات لاجتياح …»
            verbs = (i for i in near if i == hit.first - 1 or forms[i].lstrip("وف")[:1] in ("ي", "ت"))
            verb = next((i for i in verbs if variants(forms[i]) & _PREPARES), None)
            if verb is not None and not any(told.first == verb for told in hits if told.id == "plan"):
                yield Hit(verb, verb, "cues", "plan", "")


def _misread(forms: Sequence[str], hit: Hit) -> bool:
    if hit.table in ("events", "scopes"):
        return tells_of_publishing(forms, hit.first) or _counts_several(forms, hit.first)
    denied = hit.id == "denied" and hit.table == "cues"
    return denied and any(told(forms, hit.first) for told in (tells_of_kind, is_conceded, is_made_of))


def _counts_several(forms: Sequence[str], index: int) -> bool:
    """«طلبت لندن وعدة عواصم …», which folds as «وعده» (he promised him) does."""
    behind = "".join(forms[index + 1 : index + 2])
    return (
        forms[index] == "وعده" and behind[:1] not in ("", "ب", "ل") and not behind.startswith(("ال", "ان", "عن", "في"))
    )


def _with_compounds(forms: Sequence[str], hits: list[Hit]) -> list[Hit]:
    """The hits, with a kind of event that several words tell together in place of those of one of them."""
    told = [hit for hit in hits if hit.table == TABLE]
    for first, last, kind in compounds(forms, told, states()) if told else ():
        hits = [h for h in hits if h.table != "events" or h.last < first or last < h.first]
        hits.append(Hit(first, last, "events", kind, event_kinds()[kind].flags))
    return sorted(hits) if told else hits


def rows(name: str) -> list[list[str]]:
    """The rows of a lexicon, split at tabs, without comments and blank lines."""
    text = resources.files("resources").joinpath("lexicons", f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def event_kinds() -> dict[str, EventKind]:
    """The kinds of event by id."""
    return {row[0]: EventKind(*row[:5]) for row in rows("events")}


@cache
def labels(name: str) -> dict[str, tuple[str, str]]:
    """Arabic and English words for the ids of `channels` or `scopes`."""
    return {row[0]: (row[1], row[2]) for row in rows(name)}


@cache
def function_words() -> frozenset[str]:
    """Folded words without content of their own."""
    return frozenset(fold(word) for row in rows("function_words") for word in row[0].split())


@cache
def states() -> dict[str, str]:
    """Folded name of a state, its capital or its seats of power → the state's name."""
    found: dict[str, str] = {}
    for names, state in ((row[0], row[1]) for row in rows("seats")):
        found.update((fold(name), state) for name in names.split("|"))
    for row in rows("countries"):
        state = row[0].split("|")[0]
        for name in (*row[0].split("|"), *row[1].replace(";", "|").split("|")):
            if name:
                found.setdefault(fold(name), state)
    return found


@cache
def capitals() -> dict[str, str]:
    """State → the name of its capital, of the first where it has several."""
    return {row[0].split("|")[0]: row[1].split(";")[0].split("|")[0] for row in rows("countries") if row[1:2] > [""]}


@cache
def regions() -> dict[str, str]:
    """«شرق أوكرانيا» (folded) → «دونباس»: the name by which a part of a state is mostly told."""
    return {fold(row[0]): row[1] for row in rows("regions")}


@cache
def lies_in() -> dict[str, str]:
    """Town, or house of a leader → the land or city around it."""
    return {row[0]: row[1] for row in rows("lies_in")}


@cache
def headquarters() -> dict[str, str]:
    """Body of several states → the city where it has its seat."""
    return {body: row[1] for row in rows("headquarters") for body in row[0].split("|")}


@cache
def heads() -> frozenset[str]:
    """Folded names of heads of states and governments."""
    return frozenset(fold(name) for row in rows("heads") for name in row[0].split("|"))


@cache
def leaders() -> dict[str, str]:
    """Folded name of a well-known leader → the state that he speaks for."""
    return {fold(name): row[1] for row in rows("leaders") for name in row[0].split("|")}


@cache
def state_names() -> frozenset[str]:
    """The states' own names, one for each."""
    return frozenset(states().values())


@cache
def nationalities() -> dict[str, str]:
    """Folded nationality adjective, masculine singular → the state's name."""
    found = {
        fold(adjective): row[0].split("|")[0]
        for row in rows("countries")
        if len(row) > 2
        for adjective in row[2].split("|")
        if adjective
    }
    found.pop("مالي", None)  # also "financial"
    found.update((fold(plural), found[fold(row[0])]) for row in rows("peoples") for plural in row[1].split())
    return found


@cache
def media() -> dict[str, str]:
    """Folded name of a news medium → its first name in the list."""
    return {fold(name): row[0].split("|")[0] for row in rows("media") for name in row[0].split("|")}


@cache
def media_names() -> frozenset[str]:
    """The first names of all media."""
    return frozenset(media().values())


@cache
def wires() -> frozenset[str]:
    """The first names of the agencies whose texts others print."""
    return frozenset(row[0].split("|")[0] for row in rows("media") if row[1] == "wire")


@cache
def media_homes() -> dict[str, str]:
    """First name of a medium → the state where it is at home."""
    return {row[0].split("|")[0]: row[2] for row in rows("media")}


@lru_cache(maxsize=50_000)
def nationality(form: str) -> str | None:
    """The state that the adjective `form` (folded) belongs to, with any article and ending, or None."""
    known, named = nationalities(), states()
    if form in known:
        return known[form]
    forms = variants(form)
    longest = max((len(other.removeprefix("ال")) for other in forms if other in named), default=0)
    # «أوكرانيا» is the state itself, no adjective in the accusative; «الإيراني» is not «إيران», «السويدي» not «السويد».
    return next((known[other] for other in sorted(forms) if other in known and len(other) > longest), None)


WEST = "الغرب"  # many states as one side


def is_western(form: str) -> bool:
    """«الغرب», «غربية», «الغربيين» (folded), and no direction («غرب البلاد»)."""
    return form.removeprefix("و") == WEST or (form.removeprefix("و") != "غربي" and "غربي" in variants(form))


def party(name: str) -> str:
    """The state that `name` stands for (موسكو, الكرملين → روسيا), or the name itself."""
    return states().get(fold(name), name)


_TABLES = {
    # name: (column of the forms, column of the flags or None)
    "events": (5, 2),
    "channels": (3, None),
    "cues": (1, None),
    "scopes": (3, None),
    "roles": (2, 1),
    "spots": (2, None),
    "ordinals": (1, None),
    "trends": (1, None),
    "requests": (1, None),
    TABLE: (1, None),
}


_PREPARES = frozenset(
    [
        *("~تاهب", "~اهب", "~جهز", "~تجهز", "~هيا", "~تهيا", "~حضر", "~عد", "~ستعد", "~بيت", "~تربص"),
        *("متاهب", "متاهبه", "متاهبون", "متاهبين", "تاهب", "جاهز", "جاهزه", "جاهزون", "جاهزين", "تجهيز", "تجهيزات"),
        *("مستعد", "مستعده", "مستعدون", "مستعدين", "معد", "معده", "مجهز", "مجهزه", "تهيو", "تهييه", "عده"),
    ]
)
_PREPARER_REACH = 3  # words of who makes ready, behind the verb
_NONE = ""  # sorts before every id
_ANY = "*"  # stands for any one word between two of an entry


@cache
def _entries() -> dict[str, list[_Entry]]:
    found: dict[str, list[_Entry]] = {}
    for table, (forms, flags) in _TABLES.items():
        for row in rows(table):
            for form in row[forms].split():
                parts = tuple(_folded_form(part) for part in form.split("_"))
                entry = _Entry(table, row[0], row[flags] if flags is not None else "", parts)
                found.setdefault(parts[0], []).append(entry)
    for row in rows("no_events"):
        table = row[1] if len(row) > 1 else "events"
        for form in row[0].split():
            parts = tuple(map(fold, form.split("_")))
            found.setdefault(parts[0], []).append(_Entry(table, _NONE, "", parts))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry.words))
    return found


class _Begun(NamedTuple):
    """The entries that a word may begin, the longest first; of the longer ones their second words."""

    all: tuple[_Entry, ...]
    single: tuple[_Entry, ...]
    seconds: frozenset[str]


@lru_cache(maxsize=50_000)
def _starting(form: str) -> _Begun | None:
    index = _entries()
    found = {entry for variant in _readings(form) for entry in index.get(variant, ())}
    if not found:
        return None
    ordered = tuple(sorted(found, key=lambda entry: (-len(entry.words), entry)))
    longer = [entry for entry in ordered if len(entry.words) > 1]
    return _Begun(ordered, ordered[len(longer) :], frozenset(entry.words[1] for entry in longer))


@lru_cache(maxsize=50_000)
def _readings(form: str) -> frozenset[str]:
    return variants(form) | {form}


def _find(forms: Sequence[str]) -> Iterable[Hit]:
    """The longest hits of each table; a hit inside another of its table is dropped, two ids over one span both stay.

    What `no_events` lists only looks like an event, or like a hit of the table it names: neither it nor what lies in it
    is one.
    """
    reach: dict[str, int] = {}
    for position, begun in enumerate(map(_starting, forms)):
        if begun is None:
            continue
        entries = begun.single
        if begun.seconds and position + 1 < len(forms):
            behind = _readings(forms[position + 1])
            entries = begun.single if begun.seconds.isdisjoint(behind | {_ANY}) else begun.all
        here: dict[str, int] = {}
        seen: set[tuple[str, str]] = set()
        for entry in entries:
            last = position + len(entry.words) - 1
            if last <= reach.get(entry.table, -1) or last < here.get(entry.table, -1) or last >= len(forms):
                continue
            if (entry.table, entry.id) in seen or not _follows(entry.words, forms, position):
                continue
            if entry.id == _NONE:
                reach[entry.table] = last
                continue
            here[entry.table] = last
            seen.add((entry.table, entry.id))
            yield Hit(position, last, entry.table, entry.id, entry.flags)
        reach.update(here)


def _follows(parts: tuple[str, ...], forms: Sequence[str], position: int) -> bool:
    return all(part in (_ANY, *_readings(forms[position + at])) for at, part in enumerate(parts) if at)


def _folded_form(form: str) -> str:
    return "~" + fold(form[1:]) if form.startswith("~") else fold(form)
