"""Do two headlines agree, disagree, or speak of different things? A linear model; no torch, no numpy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp

from core.compare.relate_features import dense, sparse


@dataclass(frozen=True, slots=True)
class Model:
    """`classes` in the order of all weights; `dense`: mean, scale and weights a feature; `rarity` of lemmas."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    dense: tuple[tuple[float, float, tuple[float, ...]], ...]
    sparse: dict[str, list[float]]
    rarity: dict[str, float]
    unseen: float


def relate(s1: str, s2: str) -> tuple[str, float]:
    """(agree | disagree | other, its probability). The same pair always gives the same answer."""
    chances = probabilities(s1, s2)
    best = max(chances, key=lambda name: (chances[name], name))
    return best, chances[best]


def probabilities(s1: str, s2: str) -> dict[str, float]:
    """The probability of each of agree, disagree, other."""
    model = _model()
    scores = list(model.bias)
    features = dense(s1, s2, model.rarity, model.unseen)
    for value, (mean, scale, weights) in zip(features, model.dense, strict=True):
        scaled = (value - mean) / scale
        scores = [score + scaled * weight for score, weight in zip(scores, weights, strict=True)]
    for name in sparse(s1, s2):
        if weights_of := model.sparse.get(name):
            scores = [score + weight for score, weight in zip(scores, weights_of, strict=True)]
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    return {name: power / sum(powers) for name, power in zip(model.classes, powers, strict=True)}


@cache
def _model() -> Model:
    raw = json.loads(resources.files("resources").joinpath("models", "relate.json").read_text(encoding="utf-8"))
    return Model(
        tuple(raw["classes"]),
        tuple(raw["bias"]),
        tuple((mean, scale, tuple(weights)) for mean, scale, weights in raw["dense"]),
        raw["sparse"],
        raw["rarity"],
        raw["unseen"],
    )
