"""The network in numpy against what its formulas say, on small random weights: no trained file, no torch."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from core.extract.network import Inputs, Network, Word

LABELS = ("O", "B-PERS", "I-PERS")
UNITS, LETTERS, FILTERS, FLAGS, WIDTH = 4, 6, 5, 3, 7


def _weights(seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)
    inputs = 2 * WIDTH + FILTERS + FLAGS

    def some(*shape: int) -> np.ndarray:
        return rng.normal(size=shape).astype(np.float32)

    return {
        "letters": some(10, LETTERS),
        "filters": some(3 * LETTERS, FILTERS),
        "filter_bias": some(FILTERS),
        "output": some(2 * UNITS, len(LABELS)),
        "output_bias": some(len(LABELS)),
        "transitions": some(len(LABELS), len(LABELS)),
        "start": some(len(LABELS)),
        "end": some(len(LABELS)),
        **{f"input_{d}": some(inputs, 4 * UNITS) for d in "fb"},
        **{f"hidden_{d}": some(UNITS, 4 * UNITS) for d in "fb"},
        **{f"bias_{d}": some(4 * UNITS) for d in "fb"},
        **{f"table{n}": rng.integers(-127, 127, (20, WIDTH)).astype(np.int8) for n in (0, 1)},
        **{f"scale{n}": np.float64(0.01) for n in (0, 1)},
        "labels": np.array(LABELS),
    }


@pytest.fixture
def network(tmp_path: Path) -> Network:
    np.savez_compressed(tmp_path / "net.npz", **_weights(1))
    return Network.load(tmp_path / "net.npz")


def _sentence(length: int, seed: int) -> Inputs:
    rng = np.random.default_rng(seed)

    def numbers(low: int, high: int, size: int) -> tuple[int, ...]:
        return tuple(rng.integers(low, high, size).tolist())

    return [
        Word(
            numbers(0, 20, 2),
            numbers(1, 10, int(rng.integers(1, 6))),
            tuple(np.flatnonzero(rng.integers(0, 2, FLAGS)).tolist()),
        )
        for _ in range(length)
    ]


def _lstm(gates: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """One direction, step by step; gates stand in the order input, forget, output, candidate."""
    hidden, cell, states = np.zeros(UNITS), np.zeros(UNITS), []
    for gate in gates:
        i, f, o, g = np.split(gate + hidden @ weights, 4)
        cell = cell / (1 + np.exp(-f)) + np.tanh(g) / (1 + np.exp(-i))
        hidden = np.tanh(cell) / (1 + np.exp(-o))
        states.append(hidden)
    return np.array(states)


def _scores(network: Network, sentence: Inputs) -> np.ndarray:
    """(T, L) scores of one sentence, by the book."""
    saved, rows = _weights(1), []
    for word in sentence:
        edge = np.zeros((1, LETTERS))
        vectors = np.concatenate([edge, saved["letters"][list(word.letters)], edge])
        windows = [vectors[place : place + 3].ravel() for place in range(len(word.letters))]
        letters = np.maximum(np.max([w @ saved["filters"] + saved["filter_bias"] for w in windows], axis=0), 0)
        words = [saved[f"table{n}"][row] * saved[f"scale{n}"] for n, row in enumerate(word.rows)]
        rows.append(np.concatenate([*words, letters, np.isin(np.arange(FLAGS), word.flags)]))
    x = np.array(rows)
    forward = _lstm(x @ saved["input_f"] + saved["bias_f"], saved["hidden_f"])
    backward = _lstm((x @ saved["input_b"] + saved["bias_b"])[::-1], saved["hidden_b"])[::-1]
    return np.concatenate([forward, backward], axis=1) @ network.output + network.output_bias


@pytest.mark.parametrize("length", [1, 2, 5])
def test_best_path_and_marginals_are_those_of_all_paths(network: Network, length: int) -> None:
    sentence = _sentence(length, seed=length)
    scores = _scores(network, sentence)
    paths = list(itertools.product(range(len(LABELS)), repeat=length))
    totals = np.array(
        [
            network.start[path[0]]
            + network.end[path[-1]]
            + sum(scores[place, label] for place, label in enumerate(path))
            + sum(network.transitions[a, b] for a, b in itertools.pairwise(path))
            for path in paths
        ]
    )
    weights = np.exp(totals - totals.max())
    weights /= weights.sum()
    best = paths[int(totals.argmax())]
    ((tags, marginals),) = network.tag([sentence])
    assert tags == [LABELS[label] for label in best]
    for place, label in enumerate(best):
        expected = sum(weight for weight, path in zip(weights, paths, strict=True) if path[place] == label)
        assert marginals[place] == pytest.approx(expected, abs=1e-3)


def test_sentences_do_not_disturb_each_other(network: Network) -> None:
    sentences = [_sentence(length, seed=length) for length in (3, 1, 8, 5, 8, 2)]
    together = network.tag(sentences)
    for sentence, (tags, scores) in zip(sentences, together, strict=True):
        ((alone, alone_scores),) = network.tag([sentence])
        assert tags == alone
        assert scores == pytest.approx(alone_scores, abs=1e-4)


def test_more_sentences_than_a_batch_keep_their_order(network: Network) -> None:
    sentences = [_sentence(1 + number % 7, seed=number) for number in range(150)]
    assert [len(tags) for tags, _ in network.tag(sentences)] == [len(sentence) for sentence in sentences]
