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
_KNOWN_WORDS = 1 << 12


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """What the network sees of a token: its `rows` in the vector tables, its `letters`, the `flags` that it has.

    What the network makes of a word is remembered by the object: whoever makes words keeps one for all its tokens.
    """

    rows: tuple[int, ...]
    letters: tuple[int, ...]
    flags: tuple[int, ...]


Inputs = Sequence[Word]  # a sentence


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
    """The part of the gates that a word has wherever it stands; `made` (4, words, 2, H) by `places`."""

    def __init__(self) -> None:
        self.places: dict[Word, int] = {}
        self.made: Floats = np.empty((4, 0, 2, 0), np.float32)

    def add(self, words: Sequence[Word], made: Floats) -> None:
        """Remember `made` (4, N, 2, H) of words that are not known; where there is no room for them, of no others."""
        begin = len(self.places)
        end = begin + len(words)
        if end > self.made.shape[1]:
            room = np.empty((4, max(_KNOWN_WORDS, end), *made.shape[2:]), np.float32)
            if begin:
                room[:, :begin] = self.made[:, :begin]
            self.made = room
        self.made[:, begin:end] = made
        self.places.update(zip(words, range(begin, end), strict=True))


@dataclass(frozen=True, slots=True)
class Network:
    """The weights. `tables` are int8 word vectors, each with its scale; row 0 stands for unknown words."""

    tables: tuple[tuple[NDArray[np.int8], float], ...]
    letter_vectors: Floats  # (letters, C)
    filters: Floats  # (3 * C, F): a window of three letters
    filter_bias: Floats
    input_weights: Floats  # (2, D, 4H): forward, backward
    hidden_weights: Floats  # (4, 2, H, H): gates as `_by_gate` has them, half as much again
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
            hidden_weights=np.float32(0.5) * _by_gate(np.stack([floats["hidden_f"], floats["hidden_b"]])),
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
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        for begin in range(0, len(order), _BATCH):
            chosen = order[begin : begin + _BATCH]
            batch = [sentences[i] for i in chosen]
            layout = Layout.of(np.array([len(item) for item in batch]))
            emissions = self._emissions(batch, layout)
            if second is not None:
                emissions = np.float32(0.5) * (emissions + second._emissions(batch, layout))
            path = both._viterbi(emissions, layout)
            scores = both.label_shares(emissions, layout)[np.arange(len(path)), path]
            labels, shares = np.empty_like(path), np.empty_like(scores)
            labels[layout.order], shares[layout.order] = path, scores
            end = 0
            for i, item in zip(chosen, batch, strict=True):
                start, end = end, end + len(item)
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
        states = self._run(np.stack([2 * words, 2 * words[layout.mirror] + 1], axis=1), layout)
        return np.concatenate([states[:, 0], states[layout.mirror, 1]], axis=1)

    def _words(self, batch: Sequence[Inputs]) -> NDArray[np.int64]:
        """(T,) the places of the tokens' words in what is known, sentence by sentence."""
        words = [word for sentence in batch for word in sentence]
        places = self.known.places
        new = [word for word in dict.fromkeys(words) if word not in places]
        if len(places) + len(new) > _KNOWN_WORDS:
            places.clear()
            new = list(dict.fromkeys(words))
        if new:
            self.known.add(new, self._made(new))
        return np.array([places[word] for word in words])

    def _made(self, words: Sequence[Word]) -> Floats:
        """(4, N, 2, H) the inputs' part of the gates."""
        rows = np.array([word.rows for word in words])
        parts = [table[rows[:, n]] * np.float32(scale) for n, (table, scale) in enumerate(self.tables)]
        seen = np.concatenate([*parts, self._filtered([word.letters for word in words])], axis=1)
        flags = np.zeros((len(words), self.input_weights.shape[1] - seen.shape[1]), np.float32)
        for place, word in enumerate(words):
            flags[place, word.flags] = 1
        sums = np.concatenate([seen, flags], axis=1) @ self.input_weights + self.biases
        return _by_gate(sums).swapaxes(1, 2)

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

    def _run(self, seen: NDArray[np.int64], layout: Layout) -> Floats:
        """(T, 2, H) states, backward ones mirrored; `seen` (T, 2) are the places of the words, forward and backward."""
        half = np.float32(0.5)
        made = self.known.made.reshape(4, -1, self.known.made.shape[3])
        states = np.empty((*seen.shape, made.shape[2]), np.float32)  # twice what they are, until the end
        cell = np.zeros_like(states[: layout.begins[1]])
        before = 0
        for begin, end in layout.steps():
            gates, cell, state = made.take(seen[begin:end], axis=1, mode="clip"), cell[: end - begin], states[begin:end]
            if begin:
                told = states[before : before + end - begin].swapaxes(0, 1)
                gates += np.matmul(told, self.hidden_weights).swapaxes(1, 2)
            np.tanh(gates, out=gates)
            gates[:3] += 1
            into, kept, out, new = gates
            new *= into
            cell *= kept
            cell += new
            cell *= half
            np.tanh(cell, out=state)
            state *= out
            before = begin
        states *= half
        return states

    def _viterbi(self, emissions: Floats, layout: Layout) -> NDArray[np.int64]:
        """(T,) labels of the best path of each sentence."""
        steps = list(itertools.pairwise(layout.steps()))
        best = emissions.copy()  # score of the best path up to here, by its last label
        best[: layout.begins[1]] += self.start
        into = self.transitions.T
        for (before, _), (begin, end) in steps:
            best[begin:end] += np.maximum.reduce(best[before : before + end - begin, None] + into, axis=2)
        path: NDArray[np.int64] = (best + self.end).argmax(axis=1)
        for (before, _), (begin, end) in reversed(steps):
            told = slice(before, before + end - begin)
            path[told] = (best[told] + into[path[begin:end]]).argmax(axis=1)
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


def _by_gate(sums: Floats) -> Floats:
    """Gates (2, N, 4H) as (4, 2, N, H), and half of them where a sigmoid follows.

    A sigmoid is half of 1 + tanh of half its argument, so that one function does for all gates.
    """
    gates = sums.reshape(*sums.shape[:2], 4, -1).transpose(2, 0, 1, 3).copy()
    gates[:3] *= np.float32(0.5)
    return gates


def _shares(values: Floats) -> Floats:
    """Rows divided by their sums: probabilities, and no overflow however long the sentence."""
    values /= np.add.reduce(values, axis=-1, keepdims=True)
    return values
