"""Word vectors for the name tagger from plain text: `python tests/benchmarks/ner/vectors.py TEXT… -o resources/models`.

TEXT are folders of articles in the ANT corpus' XML or plain `.txt`. Writes words.txt and stems.txt (vocabularies by
falling frequency) and names-vectors.npz (int8 tables that train.py puts into the model). Needs gensim, which nothing
else does: `pip install gensim`.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from core.text.arabic import fold
from core.text.segment import sentences, words

_PARTS = re.compile(r"<(TITLE|ABSTRACT|TEXT)>(.*?)</\1>", re.DOTALL)
_NUMBER = re.compile(r"[\d.,]+")
_LEAST = 3  # occurrences of a word in the vocabulary
_STEMS = 70_000
_SOURCE = "# {} of Arabic news by falling frequency. Source: counted in the ANT corpus v1.1 and v2.1 (Apache-2.0).\n"


def read(folders: Sequence[Path]) -> Iterator[list[str]]:
    """Folded tokens of each sentence, numbers as 0; a line that stands twice is read once."""
    seen: set[str] = set()
    for folder in folders:
        for file in sorted(folder.rglob("*.txt")):
            text = file.read_text("utf-8", errors="replace")
            parts = [match[2] for match in _PARTS.finditer(text)] or [text]
            for line in "\n".join(parts).split("\n"):
                if len(line) > 15 and line not in seen:
                    seen.add(line)
                    yield from _tokens(line.strip())


def _tokens(line: str) -> Iterator[list[str]]:
    for sentence in sentences(line):
        tokens = [fold(line[word.start : word.end]) for word in words(line, sentence.start, sentence.end)]
        if len(tokens) > 2:
            yield ["0" if _NUMBER.fullmatch(token) else token for token in tokens if token]


def vectors(texts: Sequence[Sequence[str]], vocabulary: Sequence[str]) -> tuple[np.ndarray, float]:
    """(words + 1, 100) int8 and its scale; row 0 is zero, for unknown words."""
    from gensim.models import Word2Vec

    model = Word2Vec(
        list(texts), vector_size=100, window=3, min_count=3, sg=1, negative=8, epochs=8, workers=1, sample=1e-4, seed=1
    )
    return quantized(np.stack([model.wv[word] for word in vocabulary]))


def quantized(found: np.ndarray) -> tuple[np.ndarray, float]:
    """Vectors of mean length 3 as int8."""
    found = found * 3 / np.sqrt((found**2).sum(axis=1).mean())
    scale = float(np.quantile(np.abs(found), 0.9995) / 127)
    table = np.clip(np.rint(found / scale), -127, 127).astype(np.int8)
    return np.concatenate([np.zeros((1, table.shape[1]), np.int8), table]), scale


def main() -> None:
    """Writes the vocabularies first, because stems are found by the frequency of words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("-o", "--out", type=Path, required=True)
    arguments = parser.parse_args()
    texts = list(read(arguments.texts))
    counts = Counter(token for sentence in texts for token in sentence)
    known = [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= _LEAST]
    known = [word for word in known if not word.startswith("#")]
    _write(arguments.out / "words.txt", "Folded words", known)

    from core.extract.tagger import stem  # here: it reads the words just written

    stemmed = [[stem(token) for token in sentence] for sentence in texts]
    counts = Counter(token for sentence in stemmed for token in sentence)
    stems = [word for word, count in counts.most_common(_STEMS) if count >= _LEAST and not word.startswith("#")]
    _write(arguments.out / "stems.txt", "Folded words without proclitics", stems)
    table0, scale0 = vectors(texts, known)
    table1, scale1 = vectors(stemmed, stems)
    np.savez_compressed(arguments.out / "names-vectors.npz", table0=table0, scale0=scale0, table1=table1, scale1=scale1)


def _write(file: Path, what: str, lines: Sequence[str]) -> None:
    file.write_text(_SOURCE.format(what) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
