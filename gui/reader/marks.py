"""The marks of one article as the reader shows them: where they lie in the document, which lie beneath which."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter

from core.model import Annotation, Layer, Status
from core.text.offsets import Utf16Map

# At one place the smallest thing comes first: a name, the claim around it, the quote around both.
_DEPTH = {Layer.ENTITY: 0, Layer.CLAIM: 1, Layer.QUOTE: 2}


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation with its place in the document, in UTF-16 units."""

    annotation: Annotation
    start: int
    end: int
    lane: int = 0  # among overlapping marks of its layer

    @property
    def suggested(self) -> bool:
        """Waits for a decision."""
        return self.annotation.status is Status.SUGGESTED

    @property
    def rejected(self) -> bool:
        """Kept for the record, shown only on request."""
        return self.annotation.status is Status.REJECTED


@dataclass(frozen=True, slots=True)
class Filter:
    """What the reader leaves out."""

    layers: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()  # entity labels
    rejected: bool = True

    def shows(self, annotation: Annotation) -> bool:
        """Whether a mark is seen."""
        if annotation.layer in self.layers or (self.rejected and annotation.status is Status.REJECTED):
            return False
        return annotation.layer is not Layer.ENTITY or annotation.label not in self.labels


class MarkSet:
    """Marks sorted by start, with quick answers to what lies where. Offsets are UTF-16 units of the document."""

    def __init__(self, annotations: Iterable[Annotation], utf16: Utf16Map, leave_out: Filter) -> None:
        shown = [
            (item.item.start, _DEPTH[item.layer], item.item.end, item) for item in annotations if leave_out.shows(item)
        ]
        shown.sort(key=itemgetter(0, 1, 2))
        lanes = _lanes((start, depth, end) for start, depth, end, _ in shown)
        to_utf16 = utf16.to_utf16
        self.marks = [
            Mark(item, to_utf16(start), to_utf16(end), lane)
            for (start, _, end, item), lane in zip(shown, lanes, strict=True)
        ]
        self._starts = [mark.start for mark in self.marks]
        self._reach = list(accumulate((mark.end for mark in self.marks), max))  # the furthest end so far
        self._by_id = {mark.annotation.id: index for index, mark in enumerate(self.marks)}

    def get(self, annotation_id: str | None) -> Mark | None:
        """The mark of an annotation, None where it is not shown."""
        index = self._by_id.get(annotation_id or "")
        return None if index is None else self.marks[index]

    def between(self, start: int, end: int) -> list[Mark]:
        """Marks that share something with [start, end), sorted by start."""
        first = bisect_right(self._reach, start)
        return [mark for mark in self.marks[first : bisect_left(self._starts, end)] if mark.end > start]

    def at(self, position: int) -> list[Mark]:
        """Marks over a character, the smallest thing first."""
        over = self.between(position, position + 1)
        return sorted(over, key=lambda mark: (_DEPTH[mark.annotation.layer], mark.end - mark.start))

    def step(
        self,
        position: int,
        current: str | None,
        forward: bool,
        wanted: Callable[[Mark], bool] = lambda _: True,
        among: Collection[Layer] = tuple(Layer),
    ) -> Mark | None:
        """The next or previous wanted mark from the current one, or else from a position; None at the end."""
        index = self._by_id.get(current or "")
        if index is None:
            index = bisect_left(self._starts, position) - (1 if forward else 0)
        indices = range(index + 1, len(self.marks)) if forward else range(index - 1, -1, -1)
        for candidate in indices:
            mark = self.marks[candidate]
            if mark.annotation.layer in among and wanted(mark):
                return mark
        return None


def _lanes(places: Iterable[tuple[int, int, int]]) -> Iterator[int]:
    """For each (start, depth, end) the lowest lane that is free there; layers do not share lanes."""
    ends: dict[int, list[int]] = {depth: [] for depth in _DEPTH.values()}
    for start, depth, end in places:
        taken = ends[depth]
        lane = next((number for number, other in enumerate(taken) if other <= start), len(taken))
        taken[lane : lane + 1] = [end]
        yield lane
