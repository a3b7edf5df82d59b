"""Scores `relate` on labelled pairs of headlines, and retrains it.

    python tests/benchmarks/relate.py DEV.csv                       # macro-F1, confusion, reliability, pairs a second
    python tests/benchmarks/relate.py DEV.csv --train TRAIN.csv     # retrains resources/models/relate.json first

Columns `s1`, `s2`, `stance` (agree, disagree, other). Training needs scikit-learn, which Mizan does not: install it.
The strength of the penalty is chosen by cross-validation on TRAIN; DEV is only looked at.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections import Counter
from math import log
from pathlib import Path

from core.compare.relate import probabilities
from core.compare.relate_features import NAMES, dense, lemma, sparse, tokens

MODEL = Path(__file__).parents[2] / "resources" / "models" / "relate.json"
CLASSES = ["agree", "disagree", "other"]
Row = tuple[str, str, str]


def load(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["s1"], row["s2"], row["stance"]) for row in csv.DictReader(file)]


def rarity(rows: list[Row]) -> tuple[dict[str, float], float]:
    """Inverse document frequency of each lemma, and of one that never occurs."""
    counts: Counter[str] = Counter()
    for a, b, _ in rows:
        for sentence in (a, b):
            counts.update({lemma(word) for word in tokens(sentence)})
    total = 2 * len(rows)
    return {word: log(total / (1 + count)) for word, count in counts.items()}, log(total)


def train(path: Path) -> None:
    """Fit on TRAIN and write the model."""
    import numpy as np
    from scipy.sparse import csr_matrix, hstack
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import f1_score
    from sklearn.model_selection import StratifiedKFold, cross_val_predict

    rows = load(path)
    known, unseen = rarity(rows)
    labels = np.array([label for *_, label in rows])
    values = np.array([dense(a, b, known, unseen) for a, b, _ in rows], float)
    mean, scale = values.mean(0), values.std(0) + 1e-9
    vectorizer = DictVectorizer()
    words = vectorizer.fit_transform([dict.fromkeys(sparse(a, b), 1.0) for a, b, _ in rows])
    matrix = hstack([words, csr_matrix((values - mean) / scale)]).tocsr()
    folds = StratifiedKFold(5, shuffle=True, random_state=1)
    scored = {}
    for strength in (0.1, 0.3, 1.0):
        model = LogisticRegression(C=strength, max_iter=1000)
        guess = cross_val_predict(model, matrix, labels, cv=folds)
        scored[strength] = f1_score(labels, guess, labels=CLASSES[:2], average="macro")
        print(f"C={strength}: {scored[strength]:.4f} macro-F1 agree/disagree, five folds of train")
    best = max(scored, key=scored.__getitem__)
    model = LogisticRegression(C=best, max_iter=1000).fit(matrix, labels)
    weights = model.coef_
    names = vectorizer.get_feature_names_out()
    kept = {
        str(name): [round(float(w), 3) for w in weights[:, i]]
        for i, name in enumerate(names)
        if abs(weights[:, i]).max() >= 0.02
    }
    used = {word: round(value, 2) for word, value in sorted(known.items()) if unseen - value > 1.2}
    data = {
        "classes": [str(name) for name in model.classes_],
        "bias": [round(float(b), 4) for b in model.intercept_],
        "dense": [
            [
                round(float(mean[i]), 4),
                round(float(scale[i]), 4),
                [round(float(w), 4) for w in weights[:, len(names) + i]],
            ]
            for i in range(len(NAMES))
        ],
        "sparse": kept,
        "rarity": used,
        "unseen": round(unseen - log(2), 2),
    }
    MODEL.parent.mkdir(exist_ok=True)
    MODEL.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    print(f"C={best}, {len(kept)} words, {MODEL.stat().st_size / 1e6:.2f} MB → {MODEL.name}")


def score(path: Path) -> None:
    """Print F1 a class, macro-F1 of agree and disagree, the confusion, reliability and Brier score."""
    rows = load(path)
    begin = time.perf_counter()
    chances = [probabilities(a, b) for a, b, _ in rows]
    seconds = time.perf_counter() - begin
    guesses = [max(chance, key=chance.__getitem__) for chance in chances]
    pairs = Counter((label, guess) for (*_, label), guess in zip(rows, guesses, strict=True))
    f1 = {}
    for name in CLASSES:
        hit = pairs[name, name]
        wrong = sum(n for (label, guess), n in pairs.items() if (label == name) != (guess == name))
        f1[name] = 2 * hit / max(2 * hit + wrong, 1)
        print(f"{name:9} F1 {f1[name]:.3f}   guessed as { ({g: pairs[name, g] for g in CLASSES}) }")
    print(f"macro-F1 agree/disagree {(f1['agree'] + f1['disagree']) / 2:.4f}, all three {sum(f1.values()) / 3:.4f}")
    brier = sum(
        (chance[name] - (label == name)) ** 2
        for chance, (*_, label) in zip(chances, rows, strict=True)
        for name in CLASSES
    )
    print(f"Brier {brier / len(rows):.3f}; {len(rows) / seconds:.0f} pairs/s")
    for low in (0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        here = [
            guess == label
            for chance, guess, (*_, label) in zip(chances, guesses, rows, strict=True)
            if low <= chance[guess] < low + 0.1 + (low == 0.9)
        ]
        if here:
            print(f"  score {low:.1f}-{low + 0.1:.1f}: {sum(here) / len(here):.2f} right of {len(here)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dev", type=Path)
    parser.add_argument("--train", type=Path)
    options = parser.parse_args()
    if options.train:
        train(options.train)
    score(options.dev)


if __name__ == "__main__":
    main()
