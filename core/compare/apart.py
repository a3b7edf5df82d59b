"""Passages that look alike and speak of two things: kept for the record, with what keeps them apart.

An editor, or a tool that goes by words, would set them against each other: the length of a summit and of a call, the
troops of two states, a plan's day and that of the event. Asked of few claims only: of many, too much looks alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from core.compare.events import Identity, gap_days
from core.compare.growing import in_words
from core.compare.items import Item
from core.compare.outcome import Outcome, akin, other_event, same_event
from core.compare.pairing import Pair, group
from core.compare.questions import event_words, question
from core.compare.values import gap_between, is_one_figure
from core.compare.words import forms_of
from core.extract.concepts import event_kinds, rows, state_names
from core.model import ClaimKind, Fact, Modality, Quantity, QuantityKind, RelationKind, Show, TimeValue, stable_id
from core.text.arabic import fold

MOST = 1500  # claims of which it is asked
_BUCKET = 60  # claims that look alike: of more, each is compared with those nearest in the project
_MASS = frozenset(("troops", "battalions", "dead", "hurt", "missing"))

_Key = tuple[str, ...]


def kept_apart(items: Sequence[Item], facts: Collection[Fact]) -> list[Fact]:
    """A fact for each sort of passages that look alike, none of whose relations is shown; `facts` were told already."""
    if len(items) > MOST:
        return []
    told = {frozenset((fact.claims[r.a].key, fact.claims[r.b].key)) for fact in facts for r in fact.relations}
    buckets: defaultdict[_Key, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in _looks(item):
            buckets[key].append(index)
    found: defaultdict[_Key, dict[Pair, Outcome]] = defaultdict(dict)
    for key, bucket in buckets.items():
        for a, b in combinations(bucket, 2) if len(bucket) <= _BUCKET else pairwise(bucket):
            x, y = items[a], items[b]
            if frozenset((x.claim.key, y.claim.key)) in told or _overlap(x, y):
                continue
            if reason := apart(x, y):
                found[key][a, b] = _outcome(reason, x, y)
    return [_fact(items, pairs) for pairs in found.values()]


def apart(a: Item, b: Item) -> str:
    """The reason (a key of `REASONS`) why two claims that look alike speak of two things, or "".

    Nobody sets against each other what answers the same.
    """
    if _answers_alike(a, b):
        return ""
    return next((name for name, differs in _REASONS[_sort(a)] if differs(a, b)), "")


def _answers_alike(a: Item, b: Item) -> bool:
    x, y = a.raw.value, b.raw.value
    if isinstance(x, Quantity) and isinstance(y, Quantity):
        return is_one_figure(x, y, gap_between(x, y)[1])
    if isinstance(x, TimeValue) and isinstance(y, TimeValue):
        return a.when is not None and b.when is not None and gap_days(a.when, b.when) == 0
    return x == y and a.kind is not ClaimKind.POLARITY


def _sort(item: Item) -> str:
    return "quantity" if group(item) == "quantity" else "person" if _is_person(item) else "event"


def _is_person(item: Item) -> bool:
    return item.kind is ClaimKind.ACTOR and not item.request


def _looks(item: Item) -> Iterator[_Key]:
    """What claims share that look alike: the question, and the kind of event, what is counted, or the office."""
    name, value = group(item), item.raw.value
    kind = event_kinds().get(item.event)
    if _is_person(item):
        if item.office and (role := _role(item)):
            yield "person", role
    elif name == "quantity" and isinstance(value, Quantity):
        if value.kind is QuantityKind.DURATION:
            if item.length and kind:
                yield "length", kind.family
        elif item.unit in _MASS:
            yield name, item.unit
    elif name == "time" and isinstance(value, TimeValue) and item.when and not item.frame:
        if kind:
            yield name, kind.family
    elif name in ("place", "channel") and not item.frame:
        if kind and isinstance(value, str):
            yield name, kind.family
    elif name == "actor" and kind:
        yield "request", kind.family
    elif name == "proposition" and kind and "d" in kind.flags and item.kind is ClaimKind.POLARITY:
        yield name, item.event


def _role(item: Item) -> str:
    forms = forms_of(item.raw.text)
    return next((" ".join(forms[i : i + 2]) for i in range(len(forms) - 1) if forms[i] in _roles()), "")


@cache
def _roles() -> frozenset[str]:
    return frozenset(fold(form.split("_")[0]) for row in rows("roles") for form in row[2].split())


def _days(a: Item, b: Item) -> bool:
    x, y = a.happening, b.happening
    return bool(
        x
        and y
        and x.when
        and y.when
        and akin(a, b)
        and same_event(a, b) is Identity.DIFFERENT
        and _disjoint(x.when, y.when)
    )


def _disjoint(x: tuple[str, str], y: tuple[str, str]) -> bool:
    return x[1] < y[0] or y[1] < x[0]


def _parties(a: Item, b: Item) -> bool:
    x, y = (item.happening.parties if item.happening else frozenset[str]() for item in (a, b))
    return len(x) >= 2 and len(y) >= 2 and len(x & y) < 2


def _rank(a: Item, b: Item) -> bool:
    x, y = a.happening, b.happening
    return bool(x and y and x.rank and y.rank and x.rank != y.rank and x.id == y.id)


def _kinds(a: Item, b: Item) -> bool:
    """A summit's hours and a visit's: no kind of event that the two may share."""
    return a.length and b.length and bool(a.happening and b.happening) and not akin(a, b)


def _plan(a: Item, b: Item) -> bool:
    return a.setting.former is not b.setting.former


def _another(a: Item, b: Item) -> bool:
    return same_event(a, b) is Identity.DIFFERENT


def _agents(a: Item, b: Item) -> bool:
    return bool(a.agent and b.agent and a.agent != b.agent)


def _countries(a: Item, b: Item) -> bool:
    x, y = (item.parties & state_names() for item in (a, b))
    return bool(x and y and not x & y)


def _scopes(a: Item, b: Item) -> bool:
    return bool(a.scopes and b.scopes and not a.scopes & b.scopes)


def _long_ago(a: Item, b: Item) -> bool:
    return bool(a.long_ago) is not bool(b.long_ago) or a.apart is not b.apart


def _conditions(a: Item, b: Item) -> bool:
    return (a.supposed or a.raw.modality is Modality.CONDITIONAL) is not (
        b.supposed or b.raw.modality is Modality.CONDITIONAL
    )


def _persons(a: Item, b: Item) -> bool:
    x, y = a.raw.value, b.raw.value
    return isinstance(x, str) and isinstance(y, str) and x not in y and y not in x


_OF_EVENTS = (
    ("apart_plan", _plan),
    ("apart_rank", _rank),
    ("apart_parties", _parties),
    ("apart_days", _days),
    ("apart_agents", _agents),
    ("apart_conditions", _conditions),
    ("other_event", _another),
)
_REASONS: dict[str, tuple[tuple[str, Callable[[Item, Item], bool]], ...]] = {
    "event": _OF_EVENTS,
    "person": (("apart_persons", _persons),),
    "quantity": (
        ("apart_agents", _agents),
        ("apart_kinds", _kinds),
        *_OF_EVENTS[1:4],
        ("figure_other_count", _scopes),
        ("apart_days", _long_ago),
        ("apart_countries", _countries),
    ),
}


def _outcome(reason: str, a: Item, b: Item) -> Outcome:
    parts = {
        "x": a.raw.text,
        "y": b.raw.text,
        "px": "، ".join(sorted(_who(a))) or "—",
        "py": "، ".join(sorted(_who(b))) or "—",
        "dx": _day(a),
        "dy": _day(b),
    }
    return Outcome(RelationKind.DIFFERENT_EVENT, Show.SILENT, other_event().score, reason, "", parts)


def _who(item: Item) -> frozenset[str]:
    if item.agent:
        return frozenset({item.agent})
    return (item.happening.parties if item.happening else frozenset()) or item.parties


def _day(item: Item) -> str:
    when = item.happening.when if item.happening else None
    when = when or item.when or item.long_ago
    return "—" if when is None else when[0] if when[0] == when[1] else f"{when[0]} – {when[1]}"


def _overlap(a: Item, b: Item) -> bool:
    return a.claim.article_id == b.claim.article_id and a.raw.start < b.raw.end and b.raw.start < a.raw.end


def _fact(items: Sequence[Item], pairs: dict[Pair, Outcome]) -> Fact:
    numbers = sorted({index for pair in pairs for index in pair})
    place = {index: at for at, index in enumerate(numbers)}
    own = [items[index] for index in numbers]
    return Fact(
        stable_id("apart", group(own[0]), min(item.claim.key for item in own)),
        *question(group(own[0]), own),
        own[0].kind,
        event_words(own),
        tuple(item.claim for item in own),
        tuple(in_words(items[a], items[b], told, (place[a], place[b])) for (a, b), told in sorted(pairs.items())),
    )
