"""Trains and scores the name tagger: `python tests/benchmarks/ner/train.py CORPUS [--ship]`.

CORPUS holds anercorp-train.iob. Trains two networks (--seeds) on the first 85 % of its sentences, scores the rest
(strict entity F1 a type, each alone and both together, before and after labels agree) and prints it; --score MODEL…
only scores. With --ship it then trains on all and writes names.npz and names-second.npz. The word vectors are those of
`vectors.py` (--vectors FILE), by default those inside the shipped model. Needs torch (one thread: more are slower).
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from torch import Tensor, nn

from core.extract import tagger
from core.extract.consistency import consistent
from core.extract.network import Inputs, Network
from core.extract.tagger import FLAGS, LABELS, LETTERS

MODELS = Path(__file__).parents[3] / "resources" / "models"
TRAIN_SHARE = 0.85
# How much of the running mean of the weights stays at each step.
_MEMORY = 0.997

Sentence = tuple[list[str], list[str]]
Example = tuple[Inputs, list[int]]


class Tables:
    """The frozen word vectors, as they ship."""

    def __init__(self, file: Path) -> None:
        with np.load(file) as saved:
            self.arrays = [saved["table0"], saved["table1"]]
            self.scales = [float(saved["scale0"]), float(saved["scale1"])]

    def rows(self, rows: np.ndarray) -> Tensor:
        """(T, 200) vectors of (T, 2) rows."""
        pairs = zip(self.arrays, self.scales, strict=True)
        parts = [table[rows[:, n]].astype(np.float32) * scale for n, (table, scale) in enumerate(pairs)]
        return torch.from_numpy(np.concatenate(parts, axis=1))


class Model(nn.Module):
    """The network of `core.extract.network` in torch."""

    def __init__(self, words: int, hidden: int = 128, letters: int = 25, filters: int = 50) -> None:
        super().__init__()
        self.letters = nn.Embedding(len(LETTERS) + 2, letters, padding_idx=0)
        self.filters = nn.Conv1d(letters, filters, 3, padding=1)
        self.lstm = nn.LSTM(words + filters + len(FLAGS), hidden, bidirectional=True, batch_first=True)
        self.output = nn.Linear(2 * hidden, len(LABELS))
        self.dropout = nn.Dropout(0.5)
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.start = nn.Parameter(torch.zeros(len(LABELS)))
        self.end = nn.Parameter(torch.zeros(len(LABELS)))

    def forward(self, vectors: Tensor, types: Tensor, places: Tensor, flags: Tensor, lengths: list[int]) -> Tensor:
        """(B, T, L) scores. `types` (N, letters) are the batch's distinct words, `places` (B, T) say which is where."""
        if self.training:  # now and then a word is unknown, so that letters and context learn to carry it
            vectors = vectors * (torch.rand(*vectors.shape[:2], 1) > 0.1)
        seen = self.filters(self.letters(types).transpose(1, 2)).masked_fill((types == 0).unsqueeze(1), -1e4)
        found = torch.relu(seen.amax(2))
        x = self.dropout(torch.cat([vectors, found[places], flags], 2))
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.output(self.dropout(states))

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log likelihood of the gold labels."""
        total = self.start + scores[:, 0]
        path = self.start[gold[:, 0]] + scores[:, 0].gather(1, gold[:, :1]).squeeze(1)
        for t in range(1, scores.shape[1]):
            following = torch.logsumexp(total.unsqueeze(2) + self.transitions, 1) + scores[:, t]
            total = torch.where(mask[:, t : t + 1], following, total)
            step = self.transitions[gold[:, t - 1], gold[:, t]] + scores[:, t].gather(1, gold[:, t : t + 1]).squeeze(1)
            path = path + step * mask[:, t]
        last = gold.gather(1, mask.long().sum(1, keepdim=True) - 1).squeeze(1)
        return (torch.logsumexp(total + self.end, 1) - path - self.end[last]).mean()


def read(file: Path) -> list[Sentence]:
    """Tokens and IOB2 tags of each sentence."""
    result: list[Sentence] = []
    for block in file.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line.strip()]
        if rows:
            result.append(([row[0] for row in rows], [row[1] for row in rows]))
    return result


def examples(sentences: Sequence[Sentence]) -> list[Example]:
    """What the network sees, and the numbers of the gold labels."""
    return [(tagger.inputs(tokens), [LABELS.index(tag) for tag in tags]) for tokens, tags in sentences]


def batch(items: Sequence[Example], tables: Tables) -> tuple[Tensor, Tensor, Tensor, Tensor, list[int], Tensor, Tensor]:
    """Padded tensors of a batch: vectors, distinct words, places, flags, lengths, gold, mask."""
    lengths = [len(gold) for _, gold in items]
    longest = max(lengths)
    kinds: dict[tuple[int, ...], int] = {}
    places = torch.zeros(len(items), longest, dtype=torch.long)
    gold = torch.zeros(len(items), longest, dtype=torch.long)
    mask = torch.zeros(len(items), longest, dtype=torch.bool)
    flags = torch.zeros(len(items), longest, len(FLAGS))
    vectors = torch.zeros(len(items), longest, sum(table.shape[1] for table in tables.arrays))
    for row, (seen, labels) in enumerate(items):
        size = lengths[row]
        places[row, :size] = torch.tensor([kinds.setdefault(word.letters, len(kinds)) for word in seen])
        gold[row, :size] = torch.tensor(labels)
        mask[row, :size] = True
        for place, word in enumerate(seen):
            flags[row, place, list(word.flags)] = 1
        vectors[row, :size] = tables.rows(np.array([word.rows for word in seen]))
    types = torch.zeros(len(kinds), max(map(len, kinds)), dtype=torch.long)
    for word, place in kinds.items():
        types[place, : len(word)] = torch.tensor(word)
    return vectors, types, places, flags, lengths, gold, mask


def train(items: Sequence[Example], tables: Tables, epochs: int, seed: int, size: int = 16) -> Model:
    """A model trained on these sentences: the running mean of its weights."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Model(sum(table.shape[1] for table in tables.arrays))
    mean = deepcopy(model)
    steps = epochs * ((len(items) + size - 1) // size)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps, pct_start=0.1)
    done = 0
    for epoch in range(epochs):
        begin, total = time.perf_counter(), 0.0
        model.train()
        for chosen in _batches(items, size, rng):
            *seen, gold, mask = batch([items[i] for i in chosen], tables)
            loss = model.loss(model(*seen), gold, mask)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimizer.step()
            schedule.step()
            done += 1
            _average(mean, model, min(_MEMORY, (1 + done) / (10 + done)))
            total += loss.item() * size
        print(f"epoch {epoch + 1}: loss {total / len(items):.2f}, {time.perf_counter() - begin:.0f} s", flush=True)
    return mean.eval()


def _average(mean: Model, model: Model, share: float) -> None:
    """Moves the running mean of the weights towards the model's."""
    with torch.no_grad():
        for kept, new in zip(mean.parameters(), model.parameters(), strict=True):
            kept.lerp_(new, 1 - share)


def _batches(items: Sequence[Example], size: int, rng: random.Random) -> list[list[int]]:
    """Batches of sentences of similar length, in random order."""
    order = list(range(len(items)))
    rng.shuffle(order)
    window = size * 20
    order = [
        place
        for begin in range(0, len(order), window)
        for place in sorted(order[begin : begin + window], key=lambda place: len(items[place][1]))
    ]
    found = [order[begin : begin + size] for begin in range(0, len(order), size)]
    rng.shuffle(found)
    return found


def save(model: Model, tables: Tables, file: Path, *, shares_vectors: bool = False) -> None:
    """Writes what `Network.load` reads: float16 weights, int8 vectors, the LSTM's gates in the order i f o g."""
    weights = {name: tensor.detach().numpy() for name, tensor in model.named_parameters()}

    def gates(array: np.ndarray) -> np.ndarray:
        i, f, g, o = np.split(array, 4)
        return np.concatenate([i, f, o, g]).T

    directions = {"f": "", "b": "_reverse"}
    arrays: dict[str, np.ndarray] = {
        "letters": weights["letters.weight"],
        # (filters, letters, 3) → rows by place in the window, then letter
        "filters": weights["filters.weight"].transpose(2, 1, 0).reshape(-1, weights["filters.weight"].shape[0]),
        "filter_bias": weights["filters.bias"],
        "output": weights["output.weight"].T,
        "output_bias": weights["output.bias"],
        **{key: weights[key] for key in ("transitions", "start", "end")},
        **{f"input_{d}": gates(weights[f"lstm.weight_ih_l0{name}"]) for d, name in directions.items()},
        **{f"hidden_{d}": gates(weights[f"lstm.weight_hh_l0{name}"]) for d, name in directions.items()},
        **{
            f"bias_{d}": gates(weights[f"lstm.bias_ih_l0{name}"] + weights[f"lstm.bias_hh_l0{name}"])
            for d, name in directions.items()
        },
    }
    halves = {name: array.astype(np.float16) for name, array in arrays.items()}
    parts = {f"table{n}": table for n, table in enumerate(tables.arrays)}
    scales = {f"scale{n}": np.float64(scale) for n, scale in enumerate(tables.scales)}
    vectors = {} if shares_vectors else {**parts, **scales}
    np.savez_compressed(file, labels=np.array(LABELS), **halves, **vectors)


def score(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> str:
    """Strict precision, recall and F1 a type and over all, as lines of a table."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for gold_tags, tags in zip(gold, found, strict=True):
        a, b = set(tagger.spans(tagger.iob2(gold_tags))), set(tagger.spans(tags))
        for counter, names in ((right, a & b), (wanted, a), (given, b)):
            counter.update(kind for _, _, kind in names)
            counter.update("all" for _ in names)
    return "\n".join(
        f"{kind:5} P {100 * right[kind] / max(given[kind], 1):5.1f} R {100 * right[kind] / max(wanted[kind], 1):5.1f} "
        f"F1 {200 * right[kind] / max(given[kind] + wanted[kind], 1):5.1f}"
        for kind in ("PERS", "LOC", "ORG", "MISC", "all")
    )


def report(networks: Sequence[Network], sentences: Sequence[Sentence]) -> None:
    """Prints the scores on these sentences: of each network, of the first two together, with agreement of labels."""
    tokens, gold = [tokens for tokens, _ in sentences], [tags for _, tags in sentences]
    seen = [tagger.inputs(sentence) for sentence in tokens]
    chosen: list[tuple[str, Network, Network | None]] = [
        (f"network {number}", network, None) for number, network in enumerate(networks, 1)
    ]
    if len(networks) > 1:
        chosen.append(("the first two together", networks[0], networks[1]))
    for name, first, second in chosen:
        tagged = [(tagger.iob2(tags), scores) for tags, scores in first.tag(seen, second)]
        print(f"{name}\n{score(gold, [tags for tags, _ in tagged])}")
        print(f"with agreement of labels nearby\n{score(gold, [tags for tags, _ in consistent(tokens, tagged)])}")


def main() -> None:
    """Trains, scores and, where asked, ships."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--vectors", type=Path, default=MODELS / "names.npz")
    parser.add_argument("--epochs", type=int, default=25)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1])
    parser.add_argument("--ship", action="store_true", help="train on all as well and write the shipped models")
    parser.add_argument("--keep", type=Path, help="the folder where to keep the scored models")
    parser.add_argument("--score", type=Path, nargs="+", help="score these models instead of training any")
    parser.add_argument("--only-ship", action="store_true", help="skip the scoring")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    sentences = read(arguments.corpus / "anercorp-train.iob")
    cut = int(len(sentences) * TRAIN_SHARE)
    if arguments.score:
        report([Network.load(file) for file in arguments.score], sentences[cut:])
        return
    tables = Tables(arguments.vectors)
    if not arguments.only_ship:
        with TemporaryDirectory() as folder:
            files = [(arguments.keep or Path(folder)) / f"names-{seed}.npz" for seed in arguments.seeds]
            for seed, file in zip(arguments.seeds, files, strict=True):
                save(train(examples(sentences[:cut]), tables, arguments.epochs, seed), tables, file)
            report([Network.load(file) for file in files], sentences[cut:])
    if arguments.ship or arguments.only_ship:
        for seed, name in zip(arguments.seeds, ("names.npz", "names-second.npz"), strict=False):
            model = train(examples(sentences), tables, arguments.epochs, seed)
            save(model, tables, MODELS / name, shares_vectors=name != "names.npz")


if __name__ == "__main__":
    main()
