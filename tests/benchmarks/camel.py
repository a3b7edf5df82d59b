"""Words per second of the CAMeL engine, padded to 256 as camel-tools' `predict` does and padded to each batch.

    python tests/benchmarks/camel.py [MODEL] [--base] [--words N] [--rounds N] [--articles FOLDER]

MODEL is a folder in the format of Hugging Face; without it a model of random weights is made: two small layers, or with
--base the size of BERT-base, which is what a real model costs. The text is that of the samples, or of FOLDER, over and
over. Printed last: the built-in engine's names on the same text.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, cycle, islice
from pathlib import Path

from core.extract.camel.folders import check, ner_label
from core.extract.camel.names import for_model
from core.extract.camel.recogniser import load_names
from core.extract.entities import tag
from core.importers import Skipped, read_paths
from core.text.segment import sentences, words

LABELS = ("B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O")
SAMPLES = Path(__file__).parents[2] / "samples"


def tokens(folder: Path, count: int) -> list[list[str]]:
    """About `count` tokens of the articles in `folder`, in sentences."""
    texts = [item.text for item in read_paths([folder]) if not isinstance(item, Skipped)]
    read = [
        [word for span in words(text, sentence.start, sentence.end) if (word := for_model(text[span.start : span.end]))]
        for text in texts
        for sentence in sentences(text)
    ]
    found: list[list[str]] = []
    for sentence in cycle(filter(None, read)):
        if count <= 0:
            return found
        found.append(sentence)
        count -= len(sentence)
    return found


def make(folder: Path, base: bool, known: Sequence[str]) -> Path:
    """A model of random weights that knows the commonest of `known` as whole words, the rest letter by letter."""
    from transformers import BertConfig, BertForTokenClassification

    letters = sorted(set(chain.from_iterable(known)))
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *(f"##{letter}" for letter in letters)]
    vocabulary = list(dict.fromkeys([*vocabulary, *islice(sorted(set(known), key=known.count, reverse=True), 2000)]))
    small = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    config = BertConfig(
        vocab_size=len(vocabulary) if not base else 64000,
        id2label=dict(enumerate(LABELS)),
        initializer_range=0.1,
        **({} if base else small),
    )
    BertForTokenClassification(config).save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    (folder / "tokenizer_config.json").write_text('{"do_lower_case": false}')
    return folder


def timed(
    title: str, count: int, rounds: int, run: Callable[[], list[list[str]]], base: float = 0
) -> tuple[list[list[str]], float]:
    """What `run` returns, and its words per second in the best of `rounds`; printed."""
    speed = 0.0
    for _ in range(rounds):
        start = time.perf_counter()
        found = run()
        speed = max(speed, count / (time.perf_counter() - start))
    print(f"{title:34} {speed:10,.0f} words/s" + (f"   × {speed / base:.1f}" if base else ""), flush=True)
    return found, speed


def main() -> None:
    """Print a line for each way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path, nargs="?")
    parser.add_argument("--base", action="store_true")
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=Path, default=SAMPLES)
    wanted = parser.parse_args()
    text = tokens(wanted.articles, wanted.words)
    count = sum(map(len, text))
    with tempfile.TemporaryDirectory() as made:
        path = wanted.model or make(Path(made), wanted.base, list(chain.from_iterable(text)))
        folder = check(path)
        print(f"{folder.path.name}: {folder.size / 1e6:.0f} MB; {count:,} words in {len(text)} sentences")
        wide, own = load_names(folder, pad_to=256), load_names(folder)
        from camel_tools.ner import NERecognizer  # safe now: the recogniser's loading has told it to be offline

        theirs = NERecognizer(str(folder.path), use_gpu=False)
    own(text[:2])
    reference, slow = timed("camel-tools' predict, to 256", count, wanted.rounds, lambda: theirs.predict(text))
    padded, _ = timed(
        "ours, padded to 256", count, wanted.rounds, lambda: [[label for label, _ in row] for row in wide(text)], slow
    )
    batched, _ = timed(
        "ours, padded to the batch",
        count,
        wanted.rounds,
        lambda: [[label for label, _ in row] for row in own(text)],
        slow,
    )
    timed("the built-in engine's names", count, wanted.rounds, lambda: tag(text), slow)
    told = [[ner_label(label) for label in row] for row in reference]
    short = sum(len(one) != len(other) for one, other in zip(told, batched, strict=True))
    whole = [(one, other) for one, other in zip(told, batched, strict=True) if len(one) == len(other)]
    print(
        f"labels that differ: {unlike(zip(padded, batched, strict=True))} between the two paddings, "
        f"{unlike(whole)} from predict, which gives {short} sentences too few labels"
    )


def unlike(rows: Iterable[tuple[Sequence[str | None], Sequence[str]]]) -> int:
    """How many labels differ in rows of equal length."""
    return sum(a != b for one, other in rows for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    main()
