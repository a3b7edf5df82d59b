"""Fine-tuning the tagger on what editors decided: its last layer moves, as far as many sentences agree and no further.

The network below stays as it is, so a project's own layer is a few kilobytes, is found in seconds and needs no corpus.
Sentences that nobody decided on hold it to what the shipped tagger says of them.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.extract import tagger
from core.extract.network import Floats, Inputs, Layout, Network
from core.model import Annotation, Entity, Label, Span, Status
from core.text.segment import words

# Rounds over all sentences and the step of each (Adam), found on simulated decisions (tests/benchmarks/learning.py).
_ROUNDS = 60
_STEP = 0.01
# How strongly the layer is pulled back to the shipped one, and what a sentence that nobody decided on weighs.
_PULL = 0.01
_OWN = 0.1
_BATCH = 256
_LONGEST = 256  # tokens of a sentence that is learned from
_KINDS: dict[str, str] = {Label.PER: "PERS", Label.LOC: "LOC", Label.ORG: "ORG", Label.MISC: "MISC"}


@dataclass(frozen=True, slots=True)
class Layer:
    """A last layer: `output` (2H, L), `bias` (L,)."""

    output: Floats
    bias: Floats


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence as the network sees it, and its tags; `decided` where editors said so."""

    seen: Inputs
    tags: Sequence[str]
    decided: bool


def lessons(text: str, sentences: Iterable[Span], marks: Iterable[Annotation]) -> list[Lesson]:
    """Each sentence with the names that stand in it: decided where an editor decided on one of its marks or more."""
    found: list[Lesson] = []
    named = [mark for mark in marks if isinstance(mark.item, Entity) and mark.label in _KINDS]
    for sentence in sentences:
        spans = words(text, sentence.start, sentence.end)
        inside = [mark for mark in named if sentence.contains(mark.span)]
        if not spans or len(spans) > _LONGEST:
            continue
        tags = ["O"] * len(spans)
        for mark in inside:
            if mark.status is not Status.REJECTED:
                places = [at for at, word in enumerate(spans) if word.overlaps(mark.span)]
                for at in places:
                    tags[at] = f"{'B' if at == places[0] else 'I'}-{_KINDS[mark.label]}"
        written = [text[word.start : word.end] for word in spans]
        decided = any(mark.status is not Status.SUGGESTED for mark in inside)
        found.append(Lesson(tagger.inputs(written), tagger.iob2(tags), decided))
    return found


def self_taught(network: Network, given: Sequence[Lesson]) -> list[Lesson]:
    """The same, where nobody decided with the tags that the network gives itself."""
    own = network.tag([lesson.seen for lesson in given])
    return [
        lesson if lesson.decided else replace(lesson, tags=tagger.iob2(tags))
        for lesson, (tags, _) in zip(given, own, strict=True)
    ]


def agreement(network: Network, given: Sequence[Lesson]) -> tuple[float, float]:
    """Strict F1 of names in decided sentences: of the network, and of what it learns from the others, in two halves."""
    decided = [lesson for lesson in given if lesson.decided]
    own = [lesson for lesson in given if not lesson.decided]
    after: list[tuple[Lesson, Sequence[str]]] = []
    for half in (0, 1):
        tuned = with_layer(network, retrain(network, [*decided[1 - half :: 2], *own]))
        after += _tagged(tuned, decided[half::2])
    return _f1(_tagged(network, decided)), _f1(after)


def _tagged(network: Network, given: Sequence[Lesson]) -> list[tuple[Lesson, Sequence[str]]]:
    found = network.tag([lesson.seen for lesson in given])
    return [(lesson, tagger.iob2(tags)) for lesson, (tags, _) in zip(given, found, strict=True)]


def _f1(pairs: Iterable[tuple[Lesson, Sequence[str]]]) -> float:
    right = total = 0
    for lesson, tags in pairs:
        wanted, given = set(tagger.spans(lesson.tags)), set(tagger.spans(tags))
        right += len(wanted & given)
        total += len(wanted) + len(given)
    return 2 * right / total if total else 1.0


def dump(network: Network, layer: Layer) -> str:
    """A layer as text, a dozen kilobytes, bound to the network that it was made for."""
    rows = np.concatenate([layer.output, layer.bias[None]]).astype("<f2")
    return f"{_fingerprint(network)} {base64.b64encode(rows.tobytes()).decode('ascii')}"


def load(text: str, network: Network) -> Network:
    """The network with the layer that `dump` wrote; as it is where the layer was made for another one."""
    made_for, _, data = text.partition(" ")
    if made_for != _fingerprint(network):
        return network
    rows = np.frombuffer(base64.b64decode(data), "<f2").astype(np.float32).reshape(-1, len(network.labels))
    return with_layer(network, Layer(rows[:-1], rows[-1]))


def fits(text: str, network: Network) -> bool:
    """Whether a layer was made for this network."""
    return text.partition(" ")[0] == _fingerprint(network)


def _fingerprint(network: Network) -> str:
    return hashlib.sha256(network.output.tobytes() + network.biases.tobytes()).hexdigest()[:16]


def with_layer(network: Network, layer: Layer) -> Network:
    """The network with this last layer."""
    return replace(network, output=layer.output, output_bias=layer.bias)


def retrain(network: Network, lessons: Sequence[Lesson]) -> Layer:
    """The last layer after these lessons. Memory grows with their tokens (1 KB each), time with tokens × rounds."""
    ordered = sorted(lessons, key=lambda lesson: -len(lesson.tags))
    batches = [_Batch.of(network, ordered[at : at + _BATCH]) for at in range(0, len(ordered), _BATCH)]
    total = sum(float(batch.weights.sum()) for batch in batches)
    weights = np.concatenate([network.output, network.output_bias[None]])
    shipped = weights.copy()
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _ROUNDS + 1):
        gradient = _PULL * (weights - shipped)
        for batch in batches:
            gradient += batch.gradient(network, weights) / total
        mean += 0.1 * (gradient - mean)
        square += 0.001 * (gradient**2 - square)
        weights -= _STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return Layer(weights[:-1].astype(np.float32), weights[-1].astype(np.float32))


@dataclass(frozen=True, slots=True)
class _Batch:
    """Sentences of falling length, laid out: `states` (T, 2H), `gold` (T,) label numbers, `weights` (T,)."""

    states: Floats
    gold: NDArray[np.int64]
    weights: Floats
    layout: Layout

    @classmethod
    def of(cls, network: Network, lessons: Sequence[Lesson]) -> _Batch:
        """What the network makes of the sentences, once and for all."""
        number = {label: place for place, label in enumerate(network.labels)}
        layout = Layout.of(np.array([len(lesson.tags) for lesson in lessons]))
        gold = np.array([number[tag] for lesson in lessons for tag in lesson.tags])
        weights = np.array([1.0 if lesson.decided else _OWN for lesson in lessons for _ in lesson.tags], np.float32)
        states = network.states([lesson.seen for lesson in lessons], layout)
        return cls(states, gold[layout.order], weights[layout.order], layout)

    def gradient(self, network: Network, weights: Floats) -> Floats:
        """Of the negative log likelihood, by `weights` (2H + 1, L): marginals less what is the case."""
        scores = self.states @ weights[:-1] + weights[-1]
        missing = network.label_shares(scores, self.layout)
        missing[np.arange(len(self.gold)), self.gold] -= 1
        missing *= self.weights[:, None]
        return np.concatenate([self.states.T @ missing, missing.sum(axis=0)[None]])
