"""Scores that mean something: of the names that score 0.9, nine in ten are right.

What a proposal scores at first (a marginal probability of the tagger, a rule's standing) is mapped by a rising line
through a few points, one line for each origin and label. `tests/benchmarks/calibration.py` measures the points.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

Points = Sequence[tuple[float, float]]  # (first score, share that is right), both rising


@lru_cache(maxsize=4096)
def calibrated(origin: str, label: str, score: float) -> float:
    """The share of such proposals that is right; the score itself where nothing was measured."""
    points = tables().get((str(origin), str(label)))
    return round(along(points, score) if points else score, 3)


def along(points: Points, score: float) -> float:
    """The height of the line through `points`, which begins at nothing and ends at certainty."""
    line = [(0.0, 0.0), *points, (1.0, 1.0)]
    place = bisect_right(line, score, 1, len(line) - 1, key=lambda point: point[0])
    (left, low), (right, high) = line[place - 1], line[place]
    return low + (high - low) * (score - left) / (right - left)


@cache
def tables() -> dict[tuple[str, str], Points]:
    """The measured lines by origin and label; the file says how they were made."""
    text = files("resources").joinpath("models", "calibration.json").read_text(encoding="utf-8")
    return {
        (origin, label): [(score, share) for score, share in points]
        for origin, lines in json.loads(text)["lines"].items()
        for label, points in lines.items()
    }
