"""Scores `mizan compare` against hand-judged pairs of passages.

    python tests/benchmarks/compare.py GOLD ARTICLES [--misses]

ARTICLES is a folder of `.txt` with articles.csv. GOLD holds facts.json: facts with `mentions` (`doc`: the file's
name without .txt, `start`, `end`) and `relations` (`a`, `b`: mentions, `relation`, `show`, `severity` of what should
be flagged, `trap` for what must not). A pair is answered by every relation whose claims overlap its two mentions.
Prints what was flagged per severity, traps left alone, agreements shown, false contradictions, and how scope and
contradiction were mixed up.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from core.compare.facts import compare
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.importers import read_paths
from core.model import Article, Relation, Show

FLAGS = {Show.CONFLICT, Show.CHECK}
End = tuple[str, int, int]


def answers(found: list[tuple[Relation, End, End]], a: dict[str, Any], b: dict[str, Any]) -> list[Relation]:
    """The relations between two mentions."""

    def meets(end: End, mention: dict[str, Any]) -> bool:
        return end[0] == mention["doc"] and end[1] < mention["end"] and mention["start"] < end[2]

    return [r for r, x, y in found if (meets(x, a) and meets(y, b)) or (meets(x, b) and meets(y, a))]


def main() -> None:
    """Print the table, and with --misses each pair that was answered wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    articles = [article for article in read_paths([options.articles]) if isinstance(article, Article)]
    analyses = unify(list(analyze_many(articles)))
    begin = time.perf_counter()
    facts = compare(analyses)
    seconds = time.perf_counter() - begin
    doc = {a.article.id: Path(a.article.file).stem for a in analyses}
    found = []
    for fact in facts:
        ends = [(doc[c.article_id], c.claim.start, c.claim.end) for c in fact.claims]
        found += [(relation, ends[relation.a], ends[relation.b]) for relation in fact.relations]

    right: dict[str, Counter[bool]] = defaultdict(Counter)
    kinds: dict[str, Counter[bool]] = defaultdict(Counter)
    confusion: Counter[tuple[str, str]] = Counter()
    for question in json.loads((options.gold / "facts.json").read_text(encoding="utf-8")):
        for pair in question["relations"]:
            a, b = question["mentions"][pair["a"]], question["mentions"][pair["b"]]
            told = answers(found, a, b)
            shows = {relation.show for relation in told}
            flagged = bool(shows & FLAGS)
            if pair.get("trap"):
                name, good = "trap left alone", not flagged
            elif pair["show"] in FLAGS:
                name, good = f"{pair['severity']} flagged", flagged
            elif pair["show"] == Show.AGREE:
                name, good = "agreement shown", Show.AGREE in shows
            else:
                name, good = f"{pair['show']} shown", pair["show"] in shows
            right[name][good] += 1
            kinds[pair["relation"]][any(relation.kind == pair["relation"] for relation in told)] += 1
            false_conflict = pair["show"] != Show.CONFLICT and Show.CONFLICT in shows
            right["no false contradiction"][not false_conflict] += 1
            if pair["relation"] in ("differs_in_scope", "contradicts"):
                both = sorted({str(relation.kind) for relation in told} & {"differs_in_scope", "contradicts"})
                confusion[pair["relation"], " + ".join(both) or "-"] += 1
            if options.misses and (not good or false_conflict):
                print(f"{name}: {question['id']} {a['text'][:50]} × {b['text'][:50]}: {[str(r.show) for r in told]}")

    for name, counts in sorted(right.items()):
        print(f"{name:26}{counts[True]:4} of {counts.total()}")
    for kind, counts in sorted(kinds.items()):
        print(f"  {kind:24}{counts[True]:4} of {counts.total()} answered as such")
    for (wanted, got), number in sorted(confusion.items()):
        print(f"  {wanted} answered as {got}: {number}")
    shown = Counter(str(relation.show) for relation, *_ in found)
    print(f"{len(facts)} facts, relations {dict(shown)}, compared in {seconds:.2f} s")


if __name__ == "__main__":
    main()
