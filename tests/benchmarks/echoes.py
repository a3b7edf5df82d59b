"""Measures how well agreement of statements in other words is told, and trains the model that tells it.

    python tests/benchmarks/echoes.py GOLD ARTICLES [GOLD ARTICLES]… [--labelled FILE] [--of NAME…] [--ship THRESHOLD]

GOLD and ARTICLES as in compare.py. Every two statements of a set are a pair, but for those that overlap, or answer one
question and were not judged; two articles that stand together in several sets count in the first one only, else their
pairs would be learned from and scored. FILE has pairs that were drawn from what Mizan showed as agreement and nobody
had judged, a JSON object a line: `set` (the folder of articles), `a` and `b` (document, start, end), `agree`; each
counts for as many as it was drawn from.
Each set is scored by a model of the other ones; prints the average precision, what is found and how much of it is right
at several thresholds, of all sets and of those of which --of names the folder of articles, and of what was labelled
alone. --ship trains on all sets and writes resources/models/echoes.json with this threshold. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score

from core.compare.echo_features import NAMES, features, overlap
from core.compare.echoes import is_near
from core.compare.items import Item, read
from core.compare.outcome import Weights, similarity
from core.compare.pairing import group
from core.compare.weighing import weigh
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.importers import read_paths
from core.model import Article

SHIPPED = Path(__file__).parents[2] / "resources" / "models" / "echoes.json"
ABOUT = (
    "Regression trees by tests/benchmarks/echoes.py --ship, from pairs of statements judged by hand: a leaf, or "
    "[feature, limit, where it is up to the limit, where it is more]; features in the order of `names`."
)
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
_DIGITS = 4
_DRAWN = 5  # pairs that a labelled one stands for
_ALIKE = 0.3  # similarity from which the rules may take two statements for one
End = tuple[str, int, int]
Labels = dict[tuple[str, frozenset[End]], bool]


class Judged(NamedTuple):
    """The features of the pairs of statements of a set that are near each other, and which of them agree."""

    name: str
    values: np.ndarray[Any, Any]
    agree: np.ndarray[Any, Any]
    drawn: np.ndarray[Any, Any]  # which of them were labelled
    apart: int  # pairs that agree and are not near


def judged(gold: Path, folder: Path, before: set[frozenset[str]], labels: Labels) -> Judged:
    """`before`: the pairs of articles, or single ones, of earlier sets; those of this one are added."""
    articles = [article for article in read_paths([folder]) if isinstance(article, Article)]
    analyses = unify(list(analyze_many(articles)))
    doc = {analysis.article.id: Path(analysis.article.file).stem for analysis in analyses}
    items = read(analyses)
    weighing = weigh(items)
    weights = Weights(weighing.rarity(), few=True)
    statements = [item for item in items if group(item) == "proposition" and item.acts]
    questions = json.loads((gold / "facts.json").read_text("utf-8"))
    places = [_answered(item, doc, questions) for item in statements]
    values, agree, drawn, apart = [], [], [], 0
    for (a, at_a), (b, at_b) in combinations(zip(statements, places, strict=True), 2):
        if a.claim.article_id == b.claim.article_id and a.raw.start < b.raw.end and b.raw.start < a.raw.end:
            continue
        label = labels.get((folder.name, frozenset(_end(item, doc) for item in (a, b))))
        if label is None and frozenset((a.claim.article_id, b.claim.article_id)) in before:
            continue
        shows = set(_shows(questions, at_a, at_b))
        one_question = {question for question, _ in at_a} & {question for question, _ in at_b}
        if label is None and not shows and one_question:
            continue
        if label is not None or is_near(overlap(a, b, weights)) or similarity(a, b, weights) >= _ALIKE:
            values.append([float(value) for value in features(a, b, weights)])
            agree.append("agree" in shows or bool(label))
            drawn.append(label is not None)
        else:
            apart += "agree" in shows
    before.update(frozenset(pair) for pair in product(doc, repeat=2))
    return Judged(folder.name, np.array(values), np.array(agree), np.array(drawn), apart)


def labelled(file: Path | None) -> Labels:
    """Which of the pairs of FILE agree."""
    lines = file.read_text("utf-8").splitlines() if file else []
    return {(one["set"], frozenset((tuple(one["a"]), tuple(one["b"])))): one["agree"] for one in map(json.loads, lines)}


def _end(item: Item, doc: dict[str, str]) -> End:
    return doc[item.claim.article_id], item.raw.start, item.raw.end


def _answered(item: Item, doc: dict[str, str], questions: Sequence[Any]) -> set[tuple[int, int]]:
    """Which question, and with which mention of it, a statement answers."""
    name, raw = doc[item.claim.article_id], item.raw
    return {
        (question, place)
        for question, asked in enumerate(questions)
        for place, told in enumerate(asked["mentions"])
        if told["doc"] == name and told["start"] < raw.end and raw.start < told["end"]
    }


def _shows(questions: Sequence[Any], a: set[tuple[int, int]], b: set[tuple[int, int]]) -> Iterator[str]:
    for question, place in a:
        for pair in questions[question]["relations"]:
            if (question, pair["a"] + pair["b"] - place) in b and place in (pair["a"], pair["b"]):
                yield pair["show"]


def fit(sets: Sequence[Judged]) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.06, max_leaf_nodes=15, max_depth=5, min_samples_leaf=40, l2_regularization=2.0,
        random_state=0,
    )  # fmt: skip
    counts = np.where(np.concatenate([one.drawn for one in sets]), _DRAWN, 1)
    values, agree = np.vstack([one.values for one in sets]), np.concatenate([one.agree for one in sets])
    return model.fit(values, agree, sample_weight=counts)


def report(name: str, sets: Sequence[Judged], chances: Sequence[np.ndarray[Any, Any]]) -> None:
    agree, chance = np.concatenate([one.agree for one in sets]), np.concatenate(chances)
    wanted = int(agree.sum()) + sum(one.apart for one in sets)
    print(f"{name}: {len(agree)} pairs, {wanted} agree, {sum(one.apart for one in sets)} of them share too little")
    print(f"  average precision {average_precision_score(agree, chance):.3f}")
    for threshold in THRESHOLDS:
        shown = chance >= threshold
        right = int((shown & agree).sum())
        print(f"  {threshold:.2f}: {right:4} found, {right / max(1, shown.sum()):.2f} of {shown.sum()} right")


def nested(nodes: Any, place: int = 0) -> Any:
    """A tree of scikit-learn's as it is shipped."""
    node = nodes[place]
    if node["is_leaf"]:
        return round(float(node["value"]), _DIGITS)
    limit = round(float(node["num_threshold"]), _DIGITS)
    return [int(node["feature_idx"]), limit, nested(nodes, node["left"]), nested(nodes, node["right"])]


def ship(sets: Sequence[Judged], threshold: float) -> None:
    model = fit(sets)
    trees = [nested(predictors[0].nodes) for predictors in model._predictors]
    bias = round(float(model._baseline_prediction[0][0]), _DIGITS)
    made = {"about": ABOUT, "names": NAMES, "threshold": threshold, "bias": bias, "trees": trees}
    SHIPPED.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--labelled", type=Path, metavar="FILE")
    parser.add_argument("--of", nargs="*", default=[])
    parser.add_argument("--ship", type=float, metavar="THRESHOLD")
    given = parser.parse_args()
    before: set[frozenset[str]] = set()
    labels = labelled(given.labelled)
    folders = zip(given.folders[::2], given.folders[1::2], strict=True)
    sets = [judged(gold, folder, before, labels) for gold, folder in folders]
    if len(sets) > 1:
        chances = [
            fit([other for other in sets if other is not one]).predict_proba(one.values)[:, 1] if len(one.agree) else []
            for one in sets
        ]
        report("all", sets, chances)
        if labels:
            drawn = [one._replace(agree=one.agree[one.drawn], apart=0) for one in sets]
            report("labelled", drawn, [chance[one.drawn] for one, chance in zip(sets, chances, strict=True)])
        if given.of:
            chosen = [(one, chance) for one, chance in zip(sets, chances, strict=True) if one.name in given.of]
            report(" ".join(given.of), [one for one, _ in chosen], [chance for _, chance in chosen])
    if given.ship:
        ship(sets, given.ship)


if __name__ == "__main__":
    main()
