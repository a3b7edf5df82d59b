"""Scores `mizan compare` against hand-judged pairs of passages.

    python tests/benchmarks/compare.py [GOLD ARTICLES]… [--samples FOLDER] [--misses] [--ship]

ARTICLES is a folder of `.txt` with articles.csv. GOLD holds facts.json: facts with `mentions` (`doc`: the file's
name without .txt, `start`, `end`) and `relations` (`a`, `b`: mentions, `relation`, `show`, `severity` of what should
be flagged, `trap` for what must not). --samples is a folder whose expected.json names passages by their words.
A pair is answered by every relation whose claims overlap its two mentions.

Prints for each set what was flagged per severity, traps left alone, agreements shown, false contradictions; for each
relation its precision and recall, how scope and contradiction were mixed up, and how many decisions are asked for; then
how reliable the scores are. Pairs of different events that the tool never takes for one question have no relation: they
are counted apart. Scores of a set are measured with lines fitted on the other sets only; --ship fits them on all sets
and writes resources/models/relations.json.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from core.compare import certainty
from core.compare.facts import compare
from core.extract.calibration import along
from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.importers import read_paths
from core.model import Article, Fact, Relation, RelationKind, Show

FLAGS = {Show.CONFLICT, Show.CHECK}
SHIPPED = Path(__file__).parents[2] / "resources" / "models" / "relations.json"
ABOUT = (
    "For each show, points (first score, share that is right) by tests/benchmarks/compare.py --ship, from pairs of "
    "passages judged by hand; each first score counts as much as 8 judged pairs."
)
_STEP = 0.005  # by so much a line must rise, so that a score can be mapped back
_PRIOR = 8  # relations that the first score counts for, against the share that is right among those seen
End = tuple[str, int, int]


class Pair(NamedTuple):
    """Two passages and what an editor wants to be told of them."""

    a: End
    b: End
    relation: str
    show: str
    severity: str
    trap: bool
    words: str


class Scored(NamedTuple):
    """A relation on a judged pair: what it shows, its first score, and whether that is right."""

    show: str
    first: float
    right: bool


def golden(folder: Path) -> Iterator[Pair]:
    """The pairs of facts.json."""
    for question in json.loads((folder / "facts.json").read_text("utf-8")):
        for pair in question["relations"]:
            ends = [question["mentions"][pair[side]] for side in "ab"]
            a, b = ((end["doc"], end["start"], end["end"]) for end in ends)
            words = f"{question['id']} {ends[0]['text'][:50]} × {ends[1]['text'][:50]}"
            told = pair["relation"], pair["show"], pair.get("severity", ""), bool(pair.get("trap"))
            yield Pair(a, b, *told, words)


def expected(folder: Path, articles: Sequence[Article]) -> Iterator[Pair]:
    """The pairs of expected.json; what is left alone there is a trap."""
    texts = {article.file: article.text for article in articles}

    def end(anchor: dict[str, Any]) -> End:
        start = -1
        for _ in range(anchor.get("nth", 0) + 1):
            start = texts[anchor["article"]].index(anchor["text"], start + 1)
        return Path(anchor["article"]).stem, start, start + len(anchor["text"])

    lists = json.loads((folder / "expected.json").read_text("utf-8"))
    for name in ("flagged", "agreed", "left_alone"):
        for pair in lists[name]:
            told = pair["relation"], pair["show"], pair.get("severity", ""), name == "left_alone"
            yield Pair(end(pair["a"]), end(pair["b"]), *told, f"{pair['a']['text']} × {pair['b']['text']}")


def answers(found: Sequence[tuple[Relation, End, End]], pair: Pair) -> list[Relation]:
    """The relations between two passages, the surest first, what is shown before what is not."""

    def meets(one: End, other: End) -> bool:
        return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]

    told = [
        r for r, x, y in found if (meets(x, pair.a) and meets(y, pair.b)) or (meets(x, pair.b) and meets(y, pair.a))
    ]
    return sorted(told, key=lambda relation: (relation.show is Show.SILENT, -relation.score))


def measure(name: str, articles: Sequence[Article], pairs: Sequence[Pair], *, misses: bool) -> list[Scored]:
    """Print how well the pairs are answered; what the scores of the answers were."""
    analyses = unify(list(analyze_many(articles)))
    facts = compare(analyses)
    doc = {a.article.id: Path(a.article.file).stem for a in analyses}
    found = [told for fact in facts for told in _ends(fact, doc)]
    right: dict[str, Counter[bool]] = defaultdict(Counter)
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    unasked = 0  # pairs of different events that were not even taken for one question
    scored = []
    for pair in pairs:
        told = answers(found, pair)
        shows = {relation.show for relation in told}
        if pair.trap:
            label, good = "trap left alone", not shows & FLAGS
        elif pair.show in FLAGS:
            label, good = f"{pair.severity} flagged", bool(shows & FLAGS)
        else:
            label, good = f"{pair.show} shown", pair.show in shows
        right[label][good] += 1
        false_conflict = pair.show != Show.CONFLICT and Show.CONFLICT in shows
        right["no false contradiction"][not false_conflict] += 1
        wanted[pair.relation] += 1
        first = str(told[0].kind) if told else ""  # what is kept apart silently is an answer too
        if not told and pair.relation == RelationKind.DIFFERENT_EVENT:
            unasked += 1
        if first:
            given[first] += 1
            hits[first] += first == pair.relation
        if pair.relation in ("differs_in_scope", "contradicts"):
            confusion[pair.relation, first or "nothing"] += 1
        for relation in told:
            if relation.show is not Show.SILENT:
                meant = {pair.show} | (FLAGS if pair.show in FLAGS else set())
                scored.append(Scored(str(relation.show), certainty.undone(relation), relation.show in meant))
        if misses and (not good or false_conflict):
            print(f"  {label}: {pair.words}: {[str(show) for show in shows]}")
    print(f"{name}: {len(articles)} articles, {len(pairs)} judged pairs")
    for label, counts in sorted(right.items()):
        print(f"  {label:26}{counts[True]:4} of {counts.total()}")
    for kind in sorted(wanted | given):
        precision = f"{hits[kind] / given[kind]:.2f}" if given[kind] else "—"
        recall = f"{hits[kind] / wanted[kind]:.2f}" if wanted[kind] else "—"
        print(f"  {kind:24} precision {precision:5} recall {recall:5} ({wanted[kind]} judged, {given[kind]} answered)")
    print(f"  different_event not even asked about: {unasked} of {wanted[RelationKind.DIFFERENT_EVENT]}")
    for (kind, got), number in sorted(confusion.items()):
        print(f"  {kind} answered as {got}: {number}")
    shown = Counter(str(relation.show) for relation, *_ in found)
    asked = Counter(str(relation.show) for relation, *_ in found if relation.show in FLAGS and not relation.follows)
    print(f"  {len(facts)} facts, relations {dict(shown)}; decisions asked for: {dict(asked)}")
    return scored


def _ends(fact: Fact, doc: dict[str, str]) -> Iterator[tuple[Relation, End, End]]:
    ends = [(doc[claim.article_id], claim.claim.start, claim.claim.end) for claim in fact.claims]
    for relation in fact.relations:
        yield relation, ends[relation.a], ends[relation.b]


def fitted(scored: Sequence[Scored]) -> dict[str, list[tuple[float, float]]]:
    """A rising line for each show: for each first score the share that is right of it and of all that score less."""
    lines = {}
    for show in sorted({one.show for one in scored}):
        levels = sorted({_level(one) for one in scored if one.show == show})
        blocks: list[tuple[float, float, float]] = []  # score, right, number
        for level in levels:
            own = [one.right for one in scored if one.show == show and _level(one) == level]
            blocks.append((level, sum(own) + _PRIOR * level, len(own) + _PRIOR))
            while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] + _STEP > blocks[-1][1] / blocks[-1][2]:
                (_, right, number), (last, more, others) = blocks[-2:]
                blocks[-2:] = [(last, right + more, number + others)]
        lines[show] = [(round(level, 3), round(right / number, 3)) for level, right, number in blocks]
    return lines


def _level(one: Scored) -> float:
    return round(one.first * 20) / 20


def reliability(sets: dict[str, list[Scored]]) -> None:
    """Print Brier scores and a reliability table; the lines of a set come from the other sets."""
    raw, own = [], []
    for name, scored in sets.items():
        lines = fitted([one for other, rest in sets.items() if other != name for one in rest])
        raw += [(one.first, one.right) for one in scored]
        own += [(along(lines[one.show], one.first) if one.show in lines else one.first, one.right) for one in scored]
    for label, points in (("first scores", raw), ("with lines from the other sets", own)):
        brier = sum((score - right) ** 2 for score, right in points) / len(points)
        print(f"Brier score, {label}: {brier:.3f} ({len(points)} relations on judged pairs)")
        for low in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
            high = 1.01 if low == 0.9 else (low + 0.1 if low else 0.5)
            inside = [(score, right) for score, right in points if low <= score < high]
            if inside:
                mean = sum(score for score, _ in inside) / len(inside)
                share = sum(right for _, right in inside) / len(inside)
                print(f"  scored {low:.1f}–{min(high, 1):.1f}: {len(inside):4}, mean {mean:.2f}, right {share:.2f}")


def main() -> None:
    """Measure every set, then the scores."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", nargs="*", type=Path, metavar="GOLD ARTICLES")
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--ship", action="store_true")
    options = parser.parse_args()
    scored = {}
    for gold, folder in zip(options.sets[::2], options.sets[1::2], strict=True):
        articles = [article for article in read_paths([folder]) if isinstance(article, Article)]
        scored[str(gold)] = measure(gold.name, articles, list(golden(gold)), misses=options.misses)
    if options.samples:
        articles = [article for article in read_paths([options.samples]) if isinstance(article, Article)]
        pairs = list(expected(options.samples, articles))
        scored["samples"] = measure("samples", articles, pairs, misses=options.misses)
    if len(scored) > 1:
        reliability(scored)
    if options.ship:
        lines = fitted([one for rest in scored.values() for one in rest])
        SHIPPED.write_text(json.dumps({"about": ABOUT, "lines": lines}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
