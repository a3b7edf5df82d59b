"""Agreement in other words: whether two statements tell one thing, as a model of pairs judged by hand sees it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.compare.acts import against
from core.compare.echo_features import features, overlap
from core.compare.items import Item
from core.compare.outcome import Outcome, Weights
from core.model import RelationKind, Show

Row = NDArray[Any]
Tree = Any  # a leaf: its worth; else which feature, up to what the first branch, both branches

# What is shared by less is told alike too rarely to look closer.
LEAST_SHARED = 0.5  # weight of the words that both tell
LEAST_COVERED = 0.2  # … and their share of those of the one that tells less
_LONGER = 1.6  # times as many words: it tells more


class Model(NamedTuple):
    """Regression trees whose sum with `bias` is the log-odds that two statements agree.

    Their nodes stand in one row, a tree's first one in `roots`. A leaf, which is worth something, leads back to itself,
    so that all trees can be walked side by side, as many steps as the deepest one has.
    """

    bias: float
    threshold: float
    depth: int
    roots: Row
    feature: Row  # of a node: the number it looks at …
    limit: Row  # … up to what it goes to its first branch
    branches: Row  # (node, 2)
    worth: Row


def echo(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Both tell the same; None where they do not, or too few words are shared."""
    if not a.acts or not b.acts or not is_near(overlap(a, b, weights)) or against(a.acts, b.acts):
        return None
    return agreement(a, b, weights)


def agreement(a: Item, b: Item, weights: Weights) -> Outcome | None:
    """Both tell the same as far as the model sees, however near their words are."""
    chance = probability(features(a, b, weights))
    if chance < _model().threshold:
        return None
    longer = max(len(a.acts), len(b.acts)) > _LONGER * min(len(a.acts), len(b.acts))
    kind = RelationKind.REFINES if longer else RelationKind.CORROBORATES
    return Outcome(kind, Show.AGREE, round(chance, 3), "said_both")


def is_near(shared: tuple[float, float, float]) -> bool:
    """Whether the words that two statements share (`echo_features.overlap`) are worth a closer look."""
    weight, _, most = shared
    return weight >= LEAST_SHARED and most >= LEAST_COVERED


def probability(values: Sequence[float]) -> float:
    """0…1: the chance that statements with these features agree."""
    model, told = _model(), np.array(values, dtype=float)
    node = model.roots
    for _ in range(model.depth):
        node = model.branches[node, (told[model.feature[node]] > model.limit[node]).view(np.int8)]
    return 1 / (1 + exp(-model.bias - model.worth[node].sum()))


@cache
def _model() -> Model:
    raw = json.loads(files("resources").joinpath("models", "echoes.json").read_text(encoding="utf-8"))
    nodes: list[tuple[int, float, tuple[int, int], float]] = []

    def planted(tree: Tree) -> tuple[int, int]:
        """Where its first node stands, and its depth."""
        place = len(nodes)
        if not isinstance(tree, list):
            nodes.append((0, 0.0, (place, place), tree))
            return place, 0
        feature, limit, *branches = tree
        nodes.append((feature, limit, (place, place), 0.0))
        (low, below), (high, above) = map(planted, branches)
        nodes[place] = feature, limit, (low, high), 0.0
        return place, 1 + max(below, above)

    roots, depths = zip(*map(planted, raw["trees"]), strict=True)
    feature, limit, branches, worth = map(np.array, zip(*nodes, strict=True))
    return Model(raw["bias"], raw["threshold"], max(depths), np.array(roots), feature, limit, branches, worth)
