"""Scores of relations that mean something: of those that score 0.9, nine in ten are as an editor would have them.

A relation function tells how sure it is at first; a rising line for each show maps that to the share that was right
among judged pairs. `tests/benchmarks/compare.py` measures the lines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from core.extract.calibration import Points, along
from core.model import Relation, Show


def calibrated(show: Show, score: float) -> float:
    """The share of relations shown so with this first score that is right; the score itself where none was measured."""
    points = _lines().get(str(show))
    return along(points, score) if points else score


def undone(relation: Relation) -> float:
    """The first score of a relation."""
    points = _lines().get(str(relation.show))
    if not points:
        return relation.score
    return round(along([(share, score) for score, share in points], relation.score), 3)


@cache
def _lines() -> Mapping[str, Points]:
    text = files("resources").joinpath("models", "relations.json").read_text(encoding="utf-8")
    return {show: [(score, share) for score, share in points] for show, points in json.loads(text)["lines"].items()}
