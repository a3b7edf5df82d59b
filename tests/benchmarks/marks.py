"""Scores the marks of `mizan annotate` against hand-made answers.

    python tests/benchmarks/marks.py ARTICLES GOLD [--misses]

ARTICLES is a folder of `.txt` with articles.csv. GOLD holds entities.jsonl, one mark a line: `doc`, `start`,
`end`, `label`, optional `value`, `low`, `high`, `unit`, `optional` (neutral: neither a miss nor a false
alarm) and `alt` (spans that count as exact as well). Prints precision, recall and F1 of exact span and label,
and how many times and figures of the exact ones have the right value.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.importers import read_paths
from core.model import Article, Entity, Quantity, TimeValue


def value_is_right(gold: dict[str, Any], entity: Entity) -> bool | None:
    """None where the answer says nothing of a value."""
    if isinstance(entity.value, TimeValue) and "value" in gold:
        return entity.value.timex in {gold["value"], f"{gold['value']}-{gold.get('mod')}"}
    if isinstance(entity.value, Quantity) and "approx" in gold:
        return (entity.value.low, entity.value.high) == (gold["low"], gold["high"])
    return None


def main() -> None:
    """Print the table, and with --misses each miss and each false alarm."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    articles = [article for article in read_paths([options.articles]) if isinstance(article, Article)]
    analyses = {Path(a.article.file).stem: a for a in unify(list(analyze_many(articles)))}
    answers: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in (options.gold / "entities.jsonl").read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        answers[answer["doc"]].append(answer)

    right: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    values: Counter[tuple[str, bool]] = Counter()
    for doc, gold in sorted(answers.items()):
        found = {(e.start, e.end, e.label): e for e in analyses[doc].entities}
        neutral: set[tuple[int, int, str]] = set()
        for answer in gold:
            spans = [answer, *answer.get("alt", [])]
            keys = [(s["start"], s["end"], s.get("label", answer["label"])) for s in spans]
            hit = next((key for key in keys if key in found), None)
            if hit is not None:
                neutral.add(hit)
                if not answer.get("optional"):
                    right[answer["label"]] += 1
                    if (good := value_is_right(answer, found[hit])) is not None:
                        values[answer["label"], good] += 1
                        if not good and options.misses:
                            print(
                                doc,
                                "value ",
                                answer["text"],
                                found[hit].value,
                                "not",
                                answer.get("value", answer.get("low")),
                            )
            elif answer.get("optional"):
                neutral |= {key for key in found if key[0] < answer["end"] and answer["start"] < key[1]}
            else:
                missed[answer["label"]] += 1
                if options.misses:
                    print(doc, "missed", answer["label"], answer["start"], answer["text"])
        for key, entity in found.items():
            if key not in neutral:
                wrong[entity.label] += 1
                if options.misses:
                    print(doc, "wrong ", entity.label, entity.start, entity.text, entity.origin, entity.score)

    print(f"{'label':10}{'P':>7}{'R':>7}{'F1':>7}{'n':>6}  values right")
    for label in [*sorted(right | missed | wrong), "all"]:
        tp, fn, fp = (c.total() if label == "all" else c[label] for c in (right, missed, wrong))
        precision, recall = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
        f1 = 2 * tp / max(2 * tp + fp + fn, 1)
        good, bad = values[label, True], values[label, False]
        worth = f"{good}/{good + bad}" if good + bad else ""
        print(f"{label:10}{precision:7.3f}{recall:7.3f}{f1:7.3f}{tp + fn:6}  {worth}")


if __name__ == "__main__":
    main()
