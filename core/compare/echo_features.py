"""What two statements share and what tells them apart, in numbers: what the model of `echoes` goes by.

`tests/benchmarks/echoes.py` trains it on the very same function.
"""

from __future__ import annotations

from functools import lru_cache
from math import fsum
from typing import NamedTuple

from core.compare.acts import ANY, NAME, against, alike, words_of
from core.compare.events import gap_days
from core.compare.items import Item
from core.compare.outcome import Weights, similarity
from core.compare.senses import is_act
from core.compare.settings import Days
from core.compare.weighing import MEANT
from core.extract.concepts import event_kinds
from core.model import ClaimKind, Modality, Polarity

NAMES = (
    # Weights of the meanings that both tell: of all, the share of either statement that they cover, of each sort.
    *("shared", "covered_least", "covered_most", "acts", "names", "things", "strongest", "second"),
    # Acts: told alike and turned round, the first one of each, the share that both tell.
    *("turned", "alike", "first_same", "first_differs", "acts_share"),
    *("names_differ", "names_missing"),
    *("events", "kinds", "kinds_differ", "parties", "agent_same", "agent_differs", "voices", "one_speaker"),
    *("one_time", "days_between", "published_between", "one_article"),
    *("one_polarity", "both_denied", "one_modality", "one_unclear"),
    *("figures_same", "figures_differ", "shorter", "times_longer"),
    # The clauses around them, and how they stand to what they tell.
    *("similarity", "told", "told_covered", "parties_shared", "sides_shared", "sides_apart", "whens_between"),
    *("disputed", "charges", "supposed", "unclear", "modality_least", "modality_most"),
)
_FIRMNESS = tuple(Modality)
_MOST_DAYS = 60  # of two times, and …
_MOST_APART = 30  # … of two articles: further apart is all one
_MOST_TURNED, _MOST_ALIKE = 4, 8


class Words(NamedTuple):
    """The words of a statement: each with its meanings, then all of them by sort, as keys of `Weights.rarity`."""

    each: tuple[tuple[str, ...], ...]
    all: frozenset[str]
    acts: frozenset[str]
    names: frozenset[str]
    first: frozenset[str]  # the meanings of the first act


@lru_cache(maxsize=20_000)
def words(told: tuple[str, ...]) -> Words:
    """Of what `acts.acts_told` gives."""
    each = [tuple(one[1:] for one in word.split(" ") if one[1:] != ANY) for word in told]
    acts = [frozenset(one for one in meanings if is_act(one)) for meanings in each]
    meant = words_of(told)
    return Words(
        tuple(tuple(map(MEANT.__add__, meanings)) for meanings in each if meanings),
        frozenset(map(MEANT.__add__, meant)),
        frozenset(MEANT + one for one in meant if is_act(one)),
        frozenset(MEANT + one for one in meant if one[0] == NAME),
        frozenset(map(MEANT.__add__, next(filter(None, acts), ()))),
    )


def overlap(a: Item, b: Item, weights: Weights) -> tuple[float, float, float]:
    """The weight of what both tell, and the share of either statement that it covers, the smaller share first."""
    x, y = words(a.acts), words(b.acts)
    shared = x.all & y.all
    (of_x, all_x), (of_y, all_y) = (_covered(own, shared, weights) for own in (x, y))
    least, most = sorted((of_x / all_x if all_x else 0.0, of_y / all_y if all_y else 0.0))
    return min(of_x, of_y), least, most


def covered(told: tuple[str, ...], by: tuple[str, ...], weights: Weights) -> tuple[float, float]:
    """Of the words told: the weight of those that the others tell too, and of all."""
    own = words(told)
    return _covered(own, own.all & words(by).all, weights)


def features(a: Item, b: Item, weights: Weights) -> list[float]:
    """The numbers named in NAMES, of two statements that tell some words."""
    x, y, rarity = words(a.acts), words(b.acts), weights.rarity
    shared = x.all & y.all
    acts, names = shared & x.acts, shared & x.names
    rarest = sorted((rarity.get(one, 1.0) for one in shared - names), reverse=True)
    counted = {unit for unit, _ in a.figures} & {unit for unit, _ in b.figures}
    times = _time(a), _time(b)
    between = gap_days(times[0], times[1]) if times[0] and times[1] else -1
    kinds = event_kinds()
    one_family = bool(a.event and b.event) and kinds[a.event].family == kinds[b.event].family
    published = gap_days((a.published,) * 2, (b.published,) * 2) if a.published and b.published else 0
    short, long = sorted((len(a.acts), len(b.acts)))
    told = a.told & b.told
    sides = a.speaker_parties & b.speaker_parties
    moments = gap_days(a.when, b.when) if a.when and b.when else -1
    return [
        *overlap(a, b, weights),
        weights.of(acts),
        weights.of(names),
        weights.of(shared - acts - names),
        *[*rarest, 0.0, 0.0][:2],
        min(len(against(a.acts, b.acts)), _MOST_TURNED),
        min(len(alike(a.acts, b.acts)), _MOST_ALIKE),
        bool(x.first & y.first),
        bool(x.first and y.first and not x.first & y.first),
        len(acts) / max(1, min(len(x.acts), len(y.acts))),
        bool(x.names and y.names and not names),
        not x.names or not y.names,
        len(a.events & b.events),
        one_family + (one_family and a.event == b.event),
        bool(a.event and b.event) and not one_family,
        len(a.parties & b.parties) / max(1, len(a.parties | b.parties)),
        bool(a.agent) and a.agent == b.agent,
        bool(a.agent and b.agent) and a.agent != b.agent,
        0 if not (a.voice and b.voice) else 1 if a.voice != b.voice else -1,
        bool(a.frame) and a.frame == b.frame,
        between == 0,
        min(between, _MOST_DAYS),
        min(published, _MOST_APART),
        a.claim.article_id == b.claim.article_id,
        a.raw.polarity is b.raw.polarity,
        a.raw.polarity is b.raw.polarity is Polarity.DENIED,
        a.raw.modality is b.raw.modality,
        a.unclear is not b.unclear,
        bool(a.figures & b.figures),
        bool(counted) and not a.figures & b.figures,
        short,
        long / max(1, short),
        similarity(a, b, weights),
        weights.of(told),
        len(told) / max(1, min(len(a.told), len(b.told))),
        len(a.parties & b.parties),
        len(sides),
        bool(a.speaker_parties and b.speaker_parties and not sides),
        min(moments, _MOST_DAYS),
        (a.kind is ClaimKind.POLARITY) + (b.kind is ClaimKind.POLARITY),
        a.charge + b.charge,
        a.supposed + b.supposed,
        a.unclear + b.unclear,
        *sorted(map(_FIRMNESS.index, (a.raw.modality, b.raw.modality))),
    ]


def _covered(own: Words, shared: frozenset[str], weights: Weights) -> tuple[float, float]:
    """The weight of the words of which a meaning is shared, and of all words; each by its rarest meaning."""
    rarity = weights.rarity
    found = [[rarity.get(one, 1.0) for one in meanings if one in shared] for meanings in own.each]
    return fsum(map(max, filter(None, found))), fsum(
        max(rarity.get(one, 1.0) for one in meanings) for meanings in own.each
    )


def _time(item: Item) -> Days | None:
    """When it is, as the statement itself tells, else its event."""
    return item.spell or (item.happening.when if item.happening else None)
