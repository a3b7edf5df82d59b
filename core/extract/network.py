"""The tagger's network in plain numpy: word vectors, letters, flags → bidirectional LSTM → conditional random field.

It is trained with torch by `tests/benchmarks/ner/train.py`, which writes the file that `Network.load` reads; nothing
here needs torch. Shapes: T tokens of all sentences of a batch in a row, H hidden units a direction, L labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# e to this power is still a float32.
_LARGEST = 80
# Sentences that run through the network together.
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Inputs:
    """One sentence: `words` (T, tables) rows of the vector tables, `letters` one tuple a token, `flags` (T, flags)."""

    words: NDArray[np.int64]
    letters: Sequence[tuple[int, ...]]
    flags: Floats


@dataclass(frozen=True, slots=True)
class Network:
    """The weights. `tables` are int8 word vectors, each with its scale; row 0 stands for unknown words."""

    tables: tuple[tuple[NDArray[np.int8], float], ...]
    letter_vectors: Floats  # (letters, C)
    filters: Floats  # (3 * C, F): a window of three letters
    filter_bias: Floats
    input_weights: Floats  # (2, D, 4H): forward, backward
    hidden_weights: Floats  # (2, H, 4H)
    biases: Floats  # (2, 1, 4H)
    output: Floats  # (2H, L)
    output_bias: Floats
    transitions: Floats  # (L, L): from, to
    start: Floats
    end: Floats
    labels: tuple[str, ...]
    letter_cache: dict[tuple[int, ...], Floats]

    @classmethod
    def load(cls, path: Path, like: Network | None = None) -> Network:
        """Reads the weights from an .npz file, which lacks the word vectors if it shares those of `like`."""
        with np.load(path) as file:
            saved: dict[str, NDArray[Any]] = {name: file[name] for name in file.files}
        floats = {name: array.astype(np.float32) for name, array in saved.items() if array.dtype.kind == "f"}
        tables = tuple(
            (saved[f"table{n}"], float(saved[f"scale{n}"])) for n in range(sum(name[:5] == "table" for name in saved))
        )
        return cls(
            tables=like.tables if like else tables,
            letter_vectors=floats["letters"],
            filters=floats["filters"],
            filter_bias=floats["filter_bias"],
            input_weights=np.stack([floats["input_f"], floats["input_b"]]),
            hidden_weights=np.stack([floats["hidden_f"], floats["hidden_b"]]),
            biases=np.stack([floats["bias_f"], floats["bias_b"]])[:, None],
            output=floats["output"],
            output_bias=floats["output_bias"],
            transitions=floats["transitions"],
            start=floats["start"],
            end=floats["end"],
            labels=tuple(str(label) for label in saved["labels"]),
            letter_cache={},
        )

    def tag(self, sentences: Sequence[Inputs], second: Network | None = None) -> list[tuple[list[str], list[float]]]:
        """The best labels of each non-empty sentence, and the marginal probability of each.

        With a `second` network of the same labels it is the two that decide, by the mean of their scores.
        """
        both = self if second is None else self._between(second)
        result: list[tuple[list[str], list[float]]] = [([], [])] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i].words))
        for begin in range(0, len(order), _BATCH):
            chosen = order[begin : begin + _BATCH]
            batch = [sentences[i] for i in chosen]
            emissions, lengths = self._emissions(batch)
            if second is not None:
                emissions = np.float32(0.5) * (emissions + second._emissions(batch)[0])
            paths = both._viterbi(emissions, lengths)
            marginals = both._marginals(emissions, lengths)
            for row, i in enumerate(chosen):
                path = paths[row, : lengths[row]]
                scores = marginals[np.arange(lengths[row]), row, path]
                result[i] = ([self.labels[label] for label in path], [float(score) for score in scores])
        return result

    def _between(self, other: Network) -> Network:
        """This network with the mean of both networks' transitions."""
        half = np.float32(0.5)
        return replace(
            self,
            transitions=half * (self.transitions + other.transitions),
            start=half * (self.start + other.start),
            end=half * (self.end + other.end),
        )

    def states(self, batch: Sequence[Inputs]) -> Floats:
        """(T, 2H) what the LSTM makes of the tokens of a batch sorted by falling length."""
        lengths = np.array([len(item.words) for item in batch])
        rows = np.concatenate([item.words for item in batch])
        parts = [table[rows[:, n]].astype(np.float32) * scale for n, (table, scale) in enumerate(self.tables)]
        parts.append(np.stack([self._letters(word) for item in batch for word in item.letters]))
        parts.append(np.concatenate([item.flags for item in batch]))
        inputs = np.concatenate(parts, axis=1)
        gates = np.matmul(inputs, self.input_weights) + self.biases
        return self._run(gates, lengths, np.cumsum(lengths))

    def _emissions(self, batch: Sequence[Inputs]) -> tuple[Floats, NDArray[np.int64]]:
        """(longest, sentences, L) scores of a batch sorted by falling length, and the lengths."""
        lengths = np.array([len(item.words) for item in batch])
        return _padded(self.states(batch) @ self.output + self.output_bias, lengths), lengths

    def label_shares(self, scores: Floats, lengths: NDArray[np.int64]) -> Floats:
        """(T, L) probability of each label, given the scores (T, L) of sentences of falling length."""
        shares = self._marginals(_padded(scores, lengths), lengths)
        return np.concatenate([shares[:length, row] for row, length in enumerate(lengths)])

    def _letters(self, word: tuple[int, ...]) -> Floats:
        """(F,) what the filters find in the letters of a word; known words are looked up."""
        found = self.letter_cache.get(word)
        if found is None:
            vectors = np.zeros((len(word) + 2, self.letter_vectors.shape[1]), np.float32)
            vectors[1:-1] = self.letter_vectors[list(word)]
            windows = np.concatenate([vectors[:-2], vectors[1:-1], vectors[2:]], axis=1)
            found = np.maximum((windows @ self.filters + self.filter_bias).max(axis=0), 0)
            if len(self.letter_cache) > 50_000:
                self.letter_cache.clear()
            self.letter_cache[word] = found
        return found

    def _run(self, gates: Floats, lengths: NDArray[np.int64], ends: NDArray[np.int64]) -> Floats:
        """(T, 2H) states; `gates` (2, T, 4H) are the inputs' part. A step runs all sentences long enough, both ways."""
        size = self.hidden_weights.shape[1]
        states = np.zeros((gates.shape[1], 2 * size), np.float32)
        hidden = np.zeros((2, len(lengths), size), np.float32)
        cell = np.zeros_like(hidden)
        begins, ends = ends - lengths, ends - 1
        running = np.searchsorted(-lengths, -np.arange(int(lengths[0])), side="left")
        for step, active in enumerate(running):
            forward, backward = begins[:active] + step, ends[:active] - step
            z = np.matmul(hidden[:, :active], self.hidden_weights)
            z[0] += gates[0, forward]
            z[1] += gates[1, backward]
            gate = z[:, :, : 3 * size]
            np.negative(gate, out=gate)
            np.exp(np.minimum(gate, _LARGEST, out=gate), out=gate)
            gate += 1
            np.reciprocal(gate, out=gate)
            candidate = np.tanh(z[:, :, 3 * size :])
            candidate *= gate[:, :, :size]
            cell[:, :active] *= gate[:, :, size : 2 * size]
            cell[:, :active] += candidate
            hidden[:, :active] = gate[:, :, 2 * size :] * np.tanh(cell[:, :active])
            states[forward, :size] = hidden[0, :active]
            states[backward, size:] = hidden[1, :active]
        return states

    def _viterbi(self, emissions: Floats, lengths: NDArray[np.int64]) -> NDArray[np.int64]:
        """(sentences, longest) labels of the best path."""
        longest, count, _ = emissions.shape
        best = self.start + emissions[0]
        back = np.zeros((longest, count, len(self.labels)), np.int64)
        for step in range(1, longest):
            paths = best[:, :, None] + self.transitions
            back[step] = paths.argmax(axis=1)
            alive = (lengths > step)[:, None]
            best = np.where(alive, paths.max(axis=1) + emissions[step], best)
        path = np.zeros((count, longest), np.int64)
        last = (best + self.end).argmax(axis=1)
        rows = np.arange(count)
        for step in range(longest - 1, -1, -1):
            path[:, step] = last
            last = np.where(lengths > step, back[step, rows, last], last) if step else last
        return path

    def _marginals(self, emissions: Floats, lengths: NDArray[np.int64]) -> Floats:
        """(longest, sentences, L) probability of each label at each place."""
        longest, count, labels = emissions.shape
        weights = np.exp(emissions - emissions.max(axis=2, keepdims=True))
        steps, last = np.exp(self.transitions), np.exp(self.end)
        forward = np.empty_like(emissions)
        forward[0] = _shares(np.exp(self.start - self.start.max()) * weights[0])
        for step in range(1, longest):
            forward[step] = _shares((forward[step - 1] @ steps) * weights[step])
        result = np.empty_like(emissions)
        backward = np.ones((count, labels), np.float32)
        for step in range(longest - 1, -1, -1):
            if step < longest - 1:
                backward = _shares((backward * weights[step + 1]) @ steps.T)
            backward = np.where((lengths == step + 1)[:, None], last, backward)
            result[step] = _shares(forward[step] * backward)
        return result


def _padded(scores: Floats, lengths: NDArray[np.int64]) -> Floats:
    """(longest, sentences, L) of what stands in a row (T, L)."""
    result = np.zeros((int(lengths[0]), len(lengths), scores.shape[1]), np.float32)
    for row, (length, end) in enumerate(zip(lengths, np.cumsum(lengths), strict=True)):
        result[:length, row] = scores[end - length : end]
    return result


def _shares(values: Floats) -> Floats:
    """Rows divided by their sums: probabilities, and no overflow however long the sentence."""
    shares: Floats = values / values.sum(axis=1, keepdims=True)
    return shares
