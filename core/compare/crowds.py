"""Claims under one key, more than can be compared with each other: each is, with one claim of every answer before it.

Cost grows with the claims, not their pairs, and what was told long before or long after a claim that comes or goes is
not looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

Pair = tuple[int, int]
Stance = tuple[object, ...]  # what a claim says
Place = tuple[str, int]  # a claim by the day of its article and its number
Standing = dict[Stance, Place]  # the claims with which the next one is compared, by what they say

ANSWERS = 12  # so many answers stand at a time, the latest
_STRIDE = 64  # claims between two marks


def pairs_with(some: Collection[Place], bucket: Collection[Place]) -> Iterator[Pair]:
    """The pairs of a bucket that hold one of these claims."""
    own = {index for _, index in some}
    for one in own:
        for _, other in bucket:
            if other not in own or one < other:
                yield (one, other) if one < other else (other, one)


class Crowd:
    """What stands at marked places of a bucket, so that one need not look at it from its beginning."""

    def __init__(self) -> None:
        self._marks: list[Place] = []
        self._standing: list[Standing] = []  # at each mark, before what is there

    def follow(
        self,
        delta: Counter[Pair],
        bucket: Sequence[Place],
        left: Sequence[Place],
        came: Sequence[Place],
        answered: Mapping[int, Stance],
        answers: Mapping[int, Stance],
    ) -> None:
        """Count the pairs that a bucket had less, and those that it has more, since some left it and some came.

        `bucket` is what it is now. `answered`: what claims that went, or are others now, had answered. Of a claim that
        left and came, all pairs are counted.
        """
        gone, new = sorted(left), set(came)
        again = new.intersection(gone)
        first, last = min((*gone, *came)), max((*gone, *came))

        def was_told(place: Place) -> Stance:
            return answered[place[1]] if place[1] in answered else answers[place[1]]

        was = self._at(bucket, first, was_told)
        now = was.copy()
        mark, passed = bisect_right(self._marks, first), 0
        a, b = 0, bisect_left(bucket, first)
        while a < len(gone) or b < len(bucket):
            is_gone = a < len(gone) and (b == len(bucket) or gone[a] <= bucket[b])
            place = gone[a] if is_gone else bucket[b]
            is_there = b < len(bucket) and bucket[b] == place
            was_there = is_gone or place not in new
            if place > last and was_there and list(was.items()) == list(now.items()) and again.isdisjoint(now.values()):
                return
            while mark < len(self._marks) and self._marks[mark] <= place:
                self._standing[mark] = now.copy()
                mark, passed = mark + 1, 0
            if passed >= _STRIDE:
                self._mark(mark, place, now)
                mark, passed = mark + 1, 0
            if was_there:
                _answer(delta, was, place, was_told(place), -1)
            if is_there:
                _answer(delta, now, place, answers[place[1]], 1)
            a, b, passed = a + is_gone, b + is_there, passed + is_there
        for later in range(mark, len(self._marks)):
            self._standing[later] = now.copy()

    def _at(self, bucket: Sequence[Place], first: Place, told: Callable[[Place], Stance]) -> Standing:
        """What stands when `first` comes."""
        mark = bisect_right(self._marks, first) - 1
        standing = self._standing[mark].copy() if mark >= 0 else Standing()
        start = bisect_left(bucket, self._marks[mark]) if mark >= 0 else 0
        for at in range(start, bisect_left(bucket, first)):
            if at - start >= _STRIDE:
                mark, start = mark + 1, at
                self._mark(mark, bucket[at], standing)
            _stand(standing, bucket[at], told(bucket[at]))
        return standing

    def _mark(self, at: int, place: Place, standing: Standing) -> None:
        self._marks.insert(at, place)
        self._standing.insert(at, standing.copy())


def _answer(delta: Counter[Pair], standing: Standing, place: Place, own: Stance, count: int) -> None:
    """Count the pairs of a claim with all that stand, among which it is from now on."""
    for _, other in standing.values():
        delta[min(place[1], other), max(place[1], other)] += count
    _stand(standing, place, own)


def _stand(standing: Standing, place: Place, own: Stance) -> None:
    """Let a claim stand for its answer, which is the latest of all now; of one day the first claim stands."""
    if own not in standing and len(standing) >= ANSWERS:
        del standing[next(iter(standing))]
    first = standing.pop(own, place)
    standing[own] = first if first[0] == place[0] else place
