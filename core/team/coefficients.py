"""Agreement beyond chance.

Each function gives a coefficient that is 1 for full agreement and 0 for chance, or None where the data leave nothing to
disagree about: no pairs, or one category throughout.

Written here because no library fits: `krippendorff` is under the GPL and knows no spans, `pygamma-agreement` has
another measure, `simpledorff` brings pandas for one of the four, statsmodels and nltk are large for a few sums. The
tests hold these to their authors' own examples.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

Segment = tuple[int, int, Hashable]  # start, end, category; None is a gap
Coincidences = Mapping[tuple[Hashable, Hashable], float]


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float | None:
    """Two raters, the same units. Cohen, A coefficient of agreement for nominal scales, 1960."""
    listed = list(pairs)
    if not listed:
        return None
    first, second = (Counter(side) for side in zip(*listed, strict=True))
    observed = sum(a == b for a, b in listed) / len(listed)
    expected = sum(first[value] * second[value] for value in first) / len(listed) ** 2
    return _beyond_chance(1 - observed, 1 - expected)


def fleiss_kappa(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Any number of raters, all units rated by as many. Fleiss, Measuring nominal scale agreement among many, 1971."""
    listed = [Counter(unit) for unit in units]
    if not listed or (ratings := listed[0].total()) < 2:
        return None
    if any(unit.total() != ratings for unit in listed):
        raise ValueError("units have different numbers of ratings")
    totals: Counter[Hashable] = sum(listed, Counter())
    alike = sum(count * (count - 1) for unit in listed for count in unit.values())
    observed = alike / (len(listed) * ratings * (ratings - 1))
    expected = sum((count / totals.total()) ** 2 for count in totals.values())
    return _beyond_chance(1 - observed, 1 - expected)


def alpha_nominal(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Any number of raters, any of whom may be missing; a unit that fewer than two have rated says nothing.

    Krippendorff, Computing Krippendorff's alpha-reliability, 2011.
    """
    totals: Counter[Hashable] = Counter()
    disagreement = 0.0
    for unit in map(Counter, units):
        ratings = unit.total()
        if ratings < 2:
            continue
        totals += unit
        disagreement += sum(count * (ratings - count) for count in unit.values()) / (ratings - 1)
    number = totals.total()
    expected = sum(count * (number - count) for count in totals.values())
    return _beyond_chance(disagreement * (number - 1), expected)


@dataclass(slots=True)
class Unitizing:
    """Alpha for units cut from texts, over one text or many; `add` takes a text's partitions, one per rater.

    Krippendorff, Mathet, Bouvry and Widlöcher, On the reliability of unitizing textual continua: further developments,
    2016, equations 1–5; the same in Krippendorff, Content analysis, 4th edition 2019, equations 32–34.
    """

    _coincidences: defaultdict[tuple[Hashable, Hashable], float] = field(default_factory=lambda: defaultdict(float))
    _own: defaultdict[Hashable, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, partitions: Sequence[Sequence[Segment]]) -> None:
        """A text, as each rater divided it: segments without overlap that cover it, gaps included (`partition`)."""
        if len(partitions) < 2:
            return
        weight = 1 / (len(partitions) - 1)
        for one, other in combinations(partitions, 2):
            for value, another, length in _intersections(one, other):
                self._coincidences[value, another] += weight * length
                self._coincidences[another, value] += weight * length
        for parts in partitions:
            for start, end, value in parts:
                # A segment cannot be paired with itself; a gap has no inner structure, each of its places is its own.
                self._own[value] += end - start if value is None else (end - start) ** 2

    def alpha(self) -> float | None:
        """Over all texts that were added."""
        margins: defaultdict[Hashable, float] = defaultdict(float)
        for (value, _), length in self._coincidences.items():
            margins[value] += length
        total = sum(margins.values())
        observed = total - sum(self._coincidences[value, value] for value in margins)
        pairs = total**2 - sum(self._own.values())
        alike = sum(margins[value] ** 2 - self._own[value] for value in margins)
        return _beyond_chance(observed * pairs, total * (pairs - alike))


def partition(length: int, units: Iterable[Segment]) -> list[Segment]:
    """A text of `length` as one rater divided it; where units overlap, the shorter one holds."""
    listed = [(max(0, start), min(end, length), value) for start, end, value in units]
    edges = sorted({0, length, *(edge for start, end, _ in listed for edge in (start, end))})
    holders: dict[int, int] = {}
    for number in sorted(range(len(listed)), key=lambda at: listed[at][0] - listed[at][1]):
        start, end, _ = listed[number]
        holders.update((at, number) for at, edge in enumerate(edges) if start <= edge < end)
    parts: list[Segment] = []
    former: int | None = None
    for at, (start, end) in enumerate(pairwise(edges)):
        holder = holders.get(at)
        if parts and holder == former:
            parts[-1] = (parts[-1][0], end, parts[-1][2])
        else:
            parts.append((start, end, None if holder is None else listed[holder][2]))
        former = holder
    return parts


def _intersections(one: Sequence[Segment], other: Sequence[Segment]) -> Iterable[tuple[Hashable, Hashable, int]]:
    at = beside = 0
    while at < len(one) and beside < len(other):
        start, end, value = one[at]
        another_start, another_end, another = other[beside]
        if (length := min(end, another_end) - max(start, another_start)) > 0:
            yield value, another, length
        at, beside = at + (end <= another_end), beside + (another_end <= end)


def _beyond_chance(observed: float, expected: float) -> float | None:
    """From observed and expected disagreement."""
    return None if not expected else 1 - observed / expected
