"""How well scores predict what is right, and the lines that make them do so:

    python tests/benchmarks/calibration.py NER [--model FILE] [--articles FOLDER --gold FOLDER] [--values FOLDER]
        [--quotes FILE] [--ship] [--plot FILE]

NER holds anercorp-train.iob. Its last 15 % are read by a tagger trained without them (--model, as `ner/train.py
--keep` leaves it in names-0.npz; trained here otherwise, in ten minutes). What its guideline does not mark is left out
(`judged`). Each sixth of the text is measured with lines fitted on the rest; --ship then fits them on all and writes
resources/models/calibration.json. With --values (recognizers.jsonl, duckling.jsonl) the same is done for times and
figures in the sound cases of peers' suites: a phrase scores what its least sure expression does; without, their lines
stay. --quotes is a file of quotes judged at the first look at new articles, which `quotes.py --judged` writes: they
are few, so their lines have a point or two. Without NER only quotes are measured. With --articles and --gold (as for
marks.py) what ships is measured there too. --plot writes the measured reliability of names as SVG.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent / "ner"))

import times
import values

from core.extract import calibration, entities, tagger
from core.extract.calibration import Points, along
from core.extract.network import Network
from core.extract.quantities import extract_quantities
from core.model import Article, Entity, Label, Origin, Span
from core.text.segment import sentences

MODELS = Path(__file__).parents[2] / "resources" / "models"
TRAIN_SHARE = 0.85
_STRETCH = 12  # sentences that are read as one article
_LABELS = {"PERS": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
_FOLDS = 6
_LEAST = 40  # proposals behind one point of a line
_SEEN_FROM = date(2016, 11, 7)  # any day: scores do not depend on it
_PRIOR = 10  # proposals that the first score counts for, against the share that is right among those seen


class Proposal(NamedTuple):
    """What was proposed and whether it was right."""

    origin: str
    label: str
    score: float
    right: bool


def read(file: Path) -> list[tuple[list[str], list[str]]]:
    """Tokens and IOB2 tags of each sentence."""
    blocks = [
        [line.split("\t") for line in block.split("\n") if line.strip()]
        for block in file.read_text("utf-8").split("\n\n")
    ]
    return [([row[0] for row in rows], [row[1] for row in rows]) for rows in blocks if rows]


def proposals(corpus: Sequence[tuple[list[str], list[str]]]) -> list[Proposal]:
    """What the engine proposes for a stretch of sentences, its spans widened to whole tokens as the corpus has them."""
    text, spans, starts, ends, gold = "", [], {}, {}, set()
    for tokens, tags in corpus:
        begin = len(text)
        bounds = []
        for token in tokens:
            bounds.append((len(text), len(text) + len(token)))
            text += token + " "
        for start, end, kind in tagger.spans(tagger.iob2(tags)):
            gold.add((bounds[start][0], bounds[end - 1][1], _LABELS[kind]))
        for start, end in bounds:
            starts.update(dict.fromkeys(range(start, end), start))
            ends.update(dict.fromkeys(range(start, end), end))
        text = text[:-1] + "\n"
        spans.append(Span(begin, len(text) - 1))
    found = []
    for entity in entities.extract_entities(text, spans, []):
        right = judged(entity, starts[entity.start], ends[entity.end - 1], gold)
        if right is not None:
            found.append(Proposal(str(entity.origin), entity.label, entity.score, right))
    return found


def judged(entity: Entity, start: int, end: int, gold: set[tuple[int, int, str]]) -> bool | None:
    """Whether a proposal is right; None where the corpus has no say, because its guideline is another than ours.

    It marks no ministries, armies, parliaments and few agencies; it calls a state or city an organisation where its
    team or government is meant; it often cuts a lexicon's longer name short (الولايات for الولايات المتحدة). The tagger
    learned from it and answers for all of that.
    """
    if (start, end, entity.label) in gold:
        return True
    if entity.origin is Origin.MODEL:
        return False
    touching = [(a, b) for a, b, _ in gold if a < end and start < b]
    if entity.origin is Origin.LEXICON and entity.label == Label.LOC and (start, end) in touching:
        return True
    if entity.label == Label.PER:
        return False
    return False if any(not (start <= a and b <= end) or (a, b) == (start, end) for a, b in touching) else None


def line(found: Iterable[Proposal]) -> Points:
    """A rising line through groups of neighbouring scores, joined while a lower one has the larger share right."""
    by_score: defaultdict[float, list[bool]] = defaultdict(list)
    for proposal in found:
        by_score[proposal.score].append(proposal.right)
    groups: list[Group] = []
    for score, rights in sorted(by_score.items()):
        group = Group(score * len(rights), sum(rights), len(rights))
        groups.append(groups.pop() + group if groups and groups[-1].number < _LEAST else group)
    if len(groups) > 1 and groups[-1].number < _LEAST:
        last = groups.pop()
        groups.append(groups.pop() + last)
    rising: list[Group] = []
    for group in groups:
        rising.append(group)
        while len(rising) > 1 and rising[-2].share >= rising[-1].share:
            last = rising.pop()
            rising.append(rising.pop() + last)
    return [(round(group.scores / group.number, 3), round(group.share, 3)) for group in rising]


@dataclass(frozen=True, slots=True)
class Group:
    """Proposals of neighbouring scores: the sum of these, how many are right, how many there are."""

    scores: float
    right: int
    number: int

    def __add__(self, other: Group) -> Group:
        return Group(self.scores + other.scores, self.right + other.right, self.number + other.number)

    @property
    def share(self) -> float:
        """Share that is right, where the first score has been confirmed _PRIOR times before."""
        return (self.right + _PRIOR * self.scores / self.number) / (self.number + _PRIOR)


def fit(found: Sequence[Proposal]) -> dict[tuple[str, str], Points]:
    """The lines by origin and label."""
    groups: defaultdict[tuple[str, str], list[Proposal]] = defaultdict(list)
    for proposal in found:
        groups[proposal.origin, proposal.label].append(proposal)
    return {key: line(group) for key, group in groups.items()}


def mapped(found: Iterable[Proposal], lines: dict[tuple[str, str], Points]) -> list[Proposal]:
    """The same with calibrated scores."""
    return [
        proposal._replace(score=along(points, proposal.score))
        if (points := lines.get((proposal.origin, proposal.label)))
        else proposal
        for proposal in found
    ]


def brier(found: Sequence[Proposal]) -> float:
    """Mean squared distance of the score from what is the case."""
    return sum((p.score - p.right) ** 2 for p in found) / max(len(found), 1)


def bins(found: Sequence[Proposal]) -> list[tuple[int, float, float]]:
    """(number, mean score, share right) by tenths of the score."""
    groups: defaultdict[int, list[Proposal]] = defaultdict(list)
    for proposal in found:
        groups[min(int(proposal.score * 10), 9)].append(proposal)
    return [
        (len(g), sum(p.score for p in g) / len(g), sum(p.right for p in g) / len(g)) for _, g in sorted(groups.items())
    ]


def distance(found: Sequence[Proposal]) -> float:
    """Mean distance between score and share right over tenths (expected calibration error)."""
    return sum(n * abs(score - share) for n, score, share in bins(found)) / max(len(found), 1)


def table(title: str, found: Sequence[Proposal], select: Callable[[Proposal], str]) -> Iterator[str]:
    """Lines of a table: number, share right, mean score, Brier score, distance."""
    groups: defaultdict[str, list[Proposal]] = defaultdict(list)
    for proposal in found:
        groups[select(proposal)].append(proposal)
    yield f"{title:16}{'n':>6}{'right':>8}{'score':>8}{'Brier':>8}{'distance':>10}"
    for name, group in [*sorted(groups.items()), ("all", list(found))]:
        right, score = sum(p.right for p in group) / len(group), sum(p.score for p in group) / len(group)
        yield f"{name:16}{len(group):6}{right:8.3f}{score:8.3f}{brier(group):8.4f}{distance(group):10.3f}"


def report(title: str, found: Sequence[Proposal]) -> None:
    """The tables of one measurement."""
    print(f"\n== {title}")
    for text in table("origin, label", found, lambda p: f"{p.origin} {p.label}"):
        print(text)
    print(f"{'score':16}{'n':>6}{'right':>8}{'score':>8}")
    for number, score, share in bins(found):
        print(f"{'':16}{number:6}{share:8.3f}{score:8.3f}")


def svg(before: Sequence[Proposal], after: Sequence[Proposal]) -> str:
    """Share right over mean score by tenths, before and after; the area of a dot is the number of proposals."""
    size, edge = 320, 40

    def dots(found: Sequence[Proposal], colour: str) -> str:
        most = max(number for number, _, _ in bins(found))
        return "".join(
            f'<circle cx="{edge + score * size:.1f}" cy="{edge + (1 - share) * size:.1f}" '
            f'r="{3 + 11 * (number / most) ** 0.5:.1f}" fill="{colour}" fill-opacity="0.6">'
            f"<title>{number}: {score:.2f} → {share:.2f}</title></circle>"
            for number, score, share in bins(found)
        )

    ticks = "".join(
        f'<text x="{edge + t * size / 5}" y="{edge + size + 16}" text-anchor="middle">{t / 5:.1f}</text>'
        f'<text x="{edge - 6}" y="{edge + size - t * size / 5 + 4}" text-anchor="end">{t / 5:.1f}</text>'
        for t in range(6)
    )
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole + 20}" font-family="sans-serif" '
        f'font-size="11"><rect width="100%" height="100%" fill="white"/>'
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#888"/>'
        f'<line x1="{edge}" y1="{edge + size}" x2="{edge + size}" y2="{edge}" stroke="#888" stroke-dasharray="4"/>'
        f"{dots(before, '#d55e00')}{dots(after, '#0072b2')}{ticks}"
        f'<text x="{edge}" y="{edge - 14}" fill="#d55e00">before: Brier {brier(before):.3f}</text>'
        f'<text x="{edge + size}" y="{edge - 14}" text-anchor="end" fill="#0072b2">'
        f"after: Brier {brier(after):.3f}</text>"
        f'<text x="{whole / 2}" y="{whole + 8}" text-anchor="middle">score → share that is right</text></svg>\n'
    )


def gold_proposals(articles: Path, gold: Path) -> list[Proposal]:
    """What the shipped engine proposes for hand-marked articles; marks that are neutral there are left out."""
    from core.extract.pipeline import analyze
    from core.importers import read_paths

    answers: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for row in (gold / "entities.jsonl").read_text("utf-8").splitlines():
        answers[(answer := json.loads(row))["doc"]].append(answer)
    found = []
    for article in read_paths([articles]):
        marks = answers.get(Path(article.file).stem) if isinstance(article, Article) else None
        for entity in analyze(article).entities if marks and isinstance(article, Article) else ():
            key = (entity.start, entity.end, entity.label)
            right = neutral = False
            for mark in marks or ():
                spans = [mark, *mark.get("alt", [])]  # type: ignore[misc]
                hit = any((s["start"], s["end"], s.get("label", mark["label"])) == key for s in spans)
                right |= hit and not mark.get("optional")
                neutral |= bool(mark.get("optional")) and entity.start < mark["end"] and mark["start"] < entity.end  # type: ignore[operator]
            if right or not neutral:
                found.append(Proposal(str(entity.origin), entity.label, entity.score, right))
    return found


def value_proposals(folder: Path) -> list[Proposal]:
    """Times and figures in the phrases of peers' suites."""
    found = []
    for suite, cases in ((times.recognizers, "recognizers.jsonl"), (times.duckling, "duckling.jsonl")):
        for _, phrase, right, _ in suite(folder / cases):
            scores = [entity.score for entity in times.read(phrase, _SEEN_FROM)]
            if scores and not times.unsound(phrase):
                found.append(Proposal(str(Origin.RULE), Label.TIME, min(scores), right))
    for suite, cases in ((values.recognizers, "recognizers.jsonl"), (values.duckling, "duckling.jsonl")):
        for case in suite(folder / cases):
            scores = [entity.score for entity in extract_quantities(case.text, sentences(case.text), [])]
            if scores and not case.unsound:
                found.append(Proposal(str(Origin.RULE), Label.QUANTITY, min(scores), values.is_right(case)))
    return found


def quote_proposals(file: Path) -> list[Proposal]:
    """Quotes that were judged before any rule was mended for them: `label`, `score` at first, `right`, one a line."""
    rows = [json.loads(row) for row in file.read_text("utf-8").splitlines()]
    return [Proposal(str(Origin.RULE), row["label"], row["score"], row["right"]) for row in rows]


def folds(title: str, told: Sequence[Proposal]) -> None:
    """Report them as first scored, and each sixth calibrated by the others."""
    report(f"{title}, as first scored", told)
    parts = [told[fold::_FOLDS] for fold in range(_FOLDS)]
    others = [fit([p for part in (*parts[:fold], *parts[fold + 1 :]) for p in part]) for fold in range(_FOLDS)]
    after = [p for part, lines in zip(parts, others, strict=True) for p in mapped(part, lines)]
    report(f"{title}, calibrated, each sixth by the others", after)


def ship(lines: dict[tuple[str, str], Points]) -> None:
    """Write the lines, with how they were made."""
    plain: defaultdict[str, dict[str, Points]] = defaultdict(dict)
    for (origin, label), points in sorted(lines.items()):
        plain[origin][label] = points
    made = (
        "Isotonic lines through (first score, share right) of the engine's names in the last 15 % of ANERcorp's "
        "training part (CC BY-SA 4.0) by a tagger trained without them; of its times and figures in the sound cases of "
        "Recognizers-Text (MIT) and Duckling (BSD); and of its quotes (span, kind and speaker right) at the first look "
        "at 8 articles written for it and 34 sentences of ANERcorp. "
        "Made by tests/benchmarks/calibration.py."
    )
    rows = ",\n".join(
        f'  "{origin}": {{\n' + ",\n".join(f'   "{label}": {json.dumps(p)}' for label, p in by.items()) + "\n  }"
        for origin, by in plain.items()
    )
    (MODELS / "calibration.json").write_text(f'{{\n "made": "{made}",\n "lines": {{\n{rows}\n }}\n}}\n', "utf-8")


def main() -> None:
    """Measure; with --ship also fit on everything and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--model", type=Path)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--values", type=Path)
    parser.add_argument("--quotes", type=Path)
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--plot", type=Path)
    options = parser.parse_args()
    heard = quote_proposals(options.quotes) if options.quotes else []
    if heard:
        folds("quotes at the first look", heard)
    if options.corpus is None:
        if options.ship:
            ship({**calibration.tables(), **fit(heard)})
        return
    corpus = read(options.corpus / "anercorp-train.iob")
    held = corpus[int(len(corpus) * TRAIN_SHARE) :]
    stretches = [held[at : at + _STRETCH] for at in range(0, len(held), _STRETCH)]
    with TemporaryDirectory() as folder:
        model = options.model or Path(folder) / "names-0.npz"
        if not options.model:
            train = Path(__file__).parent / "ner" / "train.py"
            subprocess.run([sys.executable, train, options.corpus, "--seeds", "0", "--keep", folder], check=True)
        network = Network.load(model)
    shipped, tagger.network = tagger.network, lambda _layer: network  # type: ignore[assignment]
    measured, calibration.tables = calibration.tables, dict  # type: ignore[assignment]
    found = [proposals(stretch) for stretch in stretches]
    every = [p for part in found for p in part]
    after: list[Proposal] = []
    for fold in range(_FOLDS):
        lines = fit([p for number, part in enumerate(found) if number % _FOLDS != fold for p in part])
        after += mapped([p for part in found[fold::_FOLDS] for p in part], lines)
    report("as first scored", every)
    report("calibrated, each sixth by the others", after)
    told = value_proposals(options.values) if options.values else []
    if told:
        folds("times and figures in peers' suites", told)
    if options.plot:
        options.plot.write_text(svg(every, after), "utf-8")
    if options.ship:
        ship({**measured(), **fit(every), **fit(told), **fit(heard)})
        measured.cache_clear()
    tagger.network, calibration.tables = shipped, measured
    if options.articles and options.gold:
        report("what ships, on hand-marked articles", gold_proposals(options.articles, options.gold))


if __name__ == "__main__":
    main()
