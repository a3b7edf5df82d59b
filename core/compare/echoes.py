"""Agreement in other words: whether two statements tell one thing, as a model of pairs judged by hand sees it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from core.compare.acts import against
from core.compare.echo_features import features, overlap
from core.compare.items import Item
from core.compare.outcome import Outcome, Weights
from core.model import RelationKind, Show

Node = float | tuple[int, float, "Node", "Node"]  # a leaf; else which feature, up to what the first branch, both

# What is shared by less is told alike too rarely to look closer.
LEAST_SHARED = 0.5  # weight of the words that both tell
LEAST_COVERED = 0.2  # … and their share of those of the one that tells less
_LONGER = 1.6  # times as many words: it tells more


class Model(NamedTuple):
    """Regression trees whose sum with `bias` is the log-odds that two statements agree."""

    bias: float
    trees: tuple[Node, ...]
    threshold: float


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
    model, total = _model(), 0.0
    for tree in model.trees:
        node = tree
        while not isinstance(node, float):
            feature, limit, low, high = node
            node = low if values[feature] <= limit else high
        total += node
    return 1 / (1 + exp(-model.bias - total))


@cache
def _model() -> Model:
    raw = json.loads(files("resources").joinpath("models", "echoes.json").read_text(encoding="utf-8"))
    return Model(raw["bias"], tuple(map(_node, raw["trees"])), raw["threshold"])


def _node(raw: float | Sequence[object] | Mapping[str, object]) -> Node:
    if isinstance(raw, list):
        feature, limit, low, high = raw
        return feature, limit, _node(low), _node(high)
    return float(raw)  # type: ignore[arg-type]
