"""The tagger's network in plain numpy: word vectors, letters, flags → bidirectional LSTM → conditional random field.

It is trained with torch by `tests/benchmarks/ner/train.py`, which writes the file that `Network.load` reads; nothing
here needs torch. Shapes: T tokens of all sentences of a batch, H hidden units a direction, L labels. What is computed
of tokens stands in the order of a `Layout`, so that every step over sentences works on one slice, both ways at once.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Sentences that run through the network together.
_BATCH = 64
# Words of which is remembered what the inputs' weights make of them: 4 KB each.
_KNOWN_WORDS = 1 << 13

Word = tuple[tuple[int, ...], tuple[int, ...]]  # rows of the vector tables, letters


@dataclass(frozen=True, slots=True)
class Inputs:
    """One sentence: `words` (T, tables) rows of the vector tables, `letters` one tuple a token, `flags` (T, flags)."""

    words: NDArray[np.int64]
    letters: Sequence[tuple[int, ...]]
    flags: Floats


@dataclass(frozen=True, slots=True)
class Layout:
    """The order of a batch's tokens: the first ones of all sentences, longest sentence first, then the second ones …

    `begins` (longest + 1,): where the tokens of each place begin. `order` (T,): which token of the sentences in a row
    stands here. `mirror` (T,): which token is as far from the end of its sentence as this one from the beginning.
    """

    begins: NDArray[np.int64]
    order: NDArray[np.int64]
    mirror: NDArray[np.int64]

    @classmethod
    def of(cls, lengths: NDArray[np.int64]) -> Layout:
        """Of sentences of these lengths, none of them 0, the longest first."""
        sizes = np.searchsorted(-lengths, -np.arange(int(lengths[0])), side="left")
        begins = np.concatenate([[0], np.cumsum(sizes)])
        places = np.repeat(np.arange(len(sizes)), sizes)
        rows = np.arange(len(places)) - begins[places]
        order = (np.cumsum(lengths) - lengths)[rows] + places
        return cls(begins, order, begins[lengths[rows] - 1 - places] + rows)

    def steps(self) -> list[tuple[int, int]]:
        """Where the tokens of each place begin and end."""
        return list(itertools.pairwise(self.begins.tolist()))


class Known:
    """The part of the gates' sums that a word has wherever it stands; `made` (2, words, 4H) by `places`."""

    def __init__(self) -> None:
        self.places: dict[Word, int] = {}
        self.made: Floats = np.empty((2, 0, 0), np.float32)

    def add(self, words: Sequence[Word], made: Floats) -> None:
        """Remember `made` (2, N, 4H) of words that are not known; where there is no room for them, of no others."""
        begin = len(self.places)
        if begin + len(words) > self.made.shape[1]:
            room = np.empty((2, max(_KNOWN_WORDS, begin + len(words)), made.shape[2]), np.float32)
            if begin:
                room[:, :begin] = self.made[:, :begin]
            self.made = room
        self.made[:, begin : begin + len(words)] = made
        self.places.update(zip(words, range(begin, begin + len(words)), strict=True))


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
    known: Known

    @classmethod
    def load(cls, path: Path, like: Network | None = None) -> Network:
        """Reads the weights from an .npz file, which lacks the word vectors if it shares those of `like`."""
        with np.load(path) as file:
            saved: dict[str, NDArray[Any]] = {name: file[name] for name in file.files}
        # Row by row ("C"): matrices saved column by column are four times as slow to multiply with.
        floats = {name: array.astype(np.float32, order="C") for name, array in saved.items() if array.dtype.kind == "f"}
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
            known=Known(),
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
            layout = Layout.of(np.array([len(item.words) for item in batch]))
            emissions = self._emissions(batch, layout)
            if second is not None:
                emissions = np.float32(0.5) * (emissions + second._emissions(batch, layout))
            path = both._viterbi(emissions, layout)
            scores = both.label_shares(emissions, layout)[np.arange(len(path)), path]
            labels, shares = np.empty_like(path), np.empty_like(scores)
            labels[layout.order], shares[layout.order] = path, scores
            end = 0
            for i, item in zip(chosen, batch, strict=True):
                start, end = end, end + len(item.words)
                result[i] = ([self.labels[label] for label in labels[start:end].tolist()], shares[start:end].tolist())
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

    def states(self, batch: Sequence[Inputs], layout: Layout) -> Floats:
        """(T, 2H) what the LSTM makes of the tokens of a batch."""
        words = self._words(batch)[layout.order]
        flags = np.concatenate([item.flags for item in batch])[layout.order]
        weights = self.input_weights[:, -flags.shape[1] :]
        gates = np.empty((2, len(words), self.input_weights.shape[2]), np.float32)
        for way, (seen, told) in enumerate(((words, flags), (words[layout.mirror], flags[layout.mirror]))):
            np.matmul(told, weights[way], out=gates[way])
            gates[way] += self.known.made[way, seen]
        gates += self.biases
        states = self._run(gates, layout)
        return np.concatenate([states[0], states[1, layout.mirror]], axis=1)

    def _words(self, batch: Sequence[Inputs]) -> NDArray[np.int64]:
        """(T,) the places of the tokens' words in what is known, sentence by sentence."""
        words = [
            (tuple(rows), letters)
            for item in batch
            for rows, letters in zip(item.words.tolist(), item.letters, strict=True)
        ]
        places = self.known.places
        new = [word for word in dict.fromkeys(words) if word not in places]
        if len(places) + len(new) > _KNOWN_WORDS:
            places.clear()
            new = list(dict.fromkeys(words))
        if new:
            rows = np.array([word[0] for word in new])
            parts = [table[rows[:, n]] * np.float32(scale) for n, (table, scale) in enumerate(self.tables)]
            vectors = np.concatenate([*parts, self._filtered([word[1] for word in new])], axis=1)
            self.known.add(new, np.matmul(vectors, self.input_weights[:, : vectors.shape[1]]))
        return np.array([places[word] for word in words])

    def _emissions(self, batch: Sequence[Inputs], layout: Layout) -> Floats:
        """(T, L) scores of the labels by what stands around a token."""
        scores: Floats = self.states(batch, layout) @ self.output + self.output_bias
        return scores

    def _filtered(self, words: Sequence[tuple[int, ...]]) -> Floats:
        """(N, F) the strongest answer of each filter to any three letters in a row."""
        lengths = np.array([len(word) for word in words])
        beyond = len(self.letter_vectors)  # what stands before and behind a word
        letters = np.array([letter for word in words for letter in (*word, beyond)])
        vectors = np.concatenate([self.letter_vectors, np.zeros_like(self.letter_vectors[:1])])
        before, here, behind = np.matmul(vectors, self.filters.reshape(3, -1, self.filters.shape[1]))
        answers = before[np.roll(letters, 1)] + here[letters] + behind[np.roll(letters, -1)]
        answers[letters == beyond] = -np.inf
        best = np.maximum.reduceat(answers, np.cumsum(lengths + 1) - lengths - 1)
        return np.maximum(best + self.filter_bias, 0)

    def _run(self, gates: Floats, layout: Layout) -> Floats:
        """(2, T, H) states, backward ones mirrored; `gates` (2, T, 4H), the inputs' part, are used up.

        A sigmoid is half of 1 + tanh of half its argument: one function for all gates, its halves in the weights.
        """
        size = self.hidden_weights.shape[1]
        half = np.float32(0.5)
        states = np.empty((*gates.shape[:2], size), np.float32)  # twice what they are, until the end
        weights = half * self.hidden_weights
        weights[:, :, : 3 * size] *= half
        gates[:, :, : 3 * size] *= half
        steps = layout.steps()
        cell = np.zeros((2, steps[0][1], size), np.float32)
        sums = np.empty((2, steps[0][1], 4 * size), np.float32)
        before = 0
        for begin, end in steps:
            count = end - begin
            z, state, cell = gates[:, begin:end], states[:, begin:end], cell[:, :count]
            if begin:
                z += np.matmul(states[:, before : before + count], weights, out=sums[:, :count])
            np.tanh(z, out=z)
            gate, candidate = z[:, :, : 3 * size], z[:, :, 3 * size :]
            gate += 1
            candidate *= gate[:, :, :size]
            cell *= gate[:, :, size : 2 * size]
            cell += candidate
            cell *= half
            np.tanh(cell, out=state)
            state *= gate[:, :, 2 * size :]
            before = begin
        states *= half
        return states

    def _viterbi(self, emissions: Floats, layout: Layout) -> NDArray[np.int64]:
        """(T,) labels of the best path of each sentence."""
        steps = layout.steps()
        best = self.start + emissions[: steps[0][1]]
        back = np.empty(emissions.shape, np.int64)
        into = self.transitions.T
        for begin, end in steps[1:]:
            count = end - begin
            paths = best[:count, None] + into
            paths.argmax(axis=2, out=back[begin:end])
            np.add(paths.max(axis=2), emissions[begin:end], out=best[:count])
        path = np.empty(len(emissions), np.int64)
        last = (best + self.end).argmax(axis=1)
        for begin, end in reversed(steps):
            here = path[begin:end] = last[: end - begin]
            if begin:
                last[: end - begin] = back[np.arange(begin, end), here]
        return path

    def label_shares(self, scores: Floats, layout: Layout) -> Floats:
        """(T, L) probability of each label, given the scores (T, L): messages from both ends meet at each token."""
        weights = np.exp(scores - scores.max(axis=1, keepdims=True))
        both = np.stack([weights, weights[layout.mirror]])
        moves = np.exp(np.stack([self.transitions, self.transitions.T]))
        messages = np.empty_like(both)
        before = 0
        for begin, end in layout.steps():
            if begin:
                told = slice(before, before + end - begin)
                np.matmul(_shares(messages[:, told] * both[:, told]), moves, out=messages[:, begin:end])
            else:
                messages[:, :end] = np.exp([[self.start - self.start.max()], [self.end - self.end.max()]])
            before = begin
        return _shares(weights * messages[0] * messages[1, layout.mirror])


def _shares(values: Floats) -> Floats:
    """Rows divided by their sums: probabilities, and no overflow however long the sentence."""
    values /= values.sum(axis=-1, keepdims=True)
    return values
