"""Scores quotes against hand-made answers, once with the answers' own names and once with those that the engine finds.

    python tests/benchmarks/quotes.py ARTICLES GOLD [--misses] [--judged FILE]

ARTICLES is a folder of `.txt` with articles.csv. GOLD holds entities.jsonl and quotes.jsonl, one mark a line: `doc`,
`start`, `end`, and for a quote `kind`, `speaker_start`, `speaker_end`, `speaker_resolved`, `via`, `polarity` and
`optional` (neutral). Spans match where they overlap by 0.8 (intersection over union). A speaker is right when its span
overlaps the answer's or it has the same name; it, kind, denial and medium are counted over the quotes that match.
--judged appends to FILE what the engine proposes with its own names: `label`, `score` at first, `right` (span, kind and
speaker), for calibration.py.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.extract.names import unify
from core.extract.pipeline import analyze_many
from core.extract.quotes import extract_quotes
from core.extract.speech.cues import complementizers
from core.extract.speech.standing import standing
from core.importers import read_paths
from core.model import Article, Entity, Origin, Quote
from core.text.arabic import fold
from core.text.segment import sentences

Answer = dict[str, Any]


def load(path: Path) -> dict[str, list[Answer]]:
    """Answers by document."""
    answers: dict[str, list[Answer]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        answer = json.loads(line)
        answers[answer["doc"]].append(answer)
    return answers


def overlap(answer: Answer, quote: Quote) -> float:
    """Intersection over union of the two spans."""
    shared = min(answer["end"], quote.end) - max(answer["start"], quote.start)
    return max(0, shared) / (max(answer["end"], quote.end) - min(answer["start"], quote.start))


def speaker_is_right(answer: Answer, quote: Quote) -> bool:
    """The span overlaps the answer's, or the name is the same."""
    if quote.speaker is None:
        return answer.get("speaker_start") is None
    if answer.get("speaker_start") is None:
        return False
    if quote.speaker.start < answer["speaker_end"] and answer["speaker_start"] < quote.speaker.end:
        return True
    return fold(quote.speaker.name) in (fold(answer["speaker_resolved"].split(" (")[0]), fold(answer["speaker"]))


def score(title: str, gold: dict[str, list[Answer]], found: dict[str, list[Quote]], show: bool) -> None:
    """Print one line of figures, and each error with `show`."""
    right = exact = total = proposed = kinds = speakers = denials = media = cues = 0
    for doc, answers in sorted(gold.items()):
        quotes = list(found[doc])
        for answer in sorted(answers, key=lambda item: item["end"] - item["start"]):
            best = max(
                quotes, key=lambda quote: overlap(answer, quote) + (quote.kind == answer["kind"]) / 10, default=None
            )
            is_hit = best is not None and overlap(answer, best) >= 0.8
            if is_hit:
                quotes.remove(best)
            if answer.get("optional"):
                continue
            total += 1
            if not is_hit:
                if show:
                    print(f"  {doc} missed  {answer['start']} {answer['cue']} | {answer['text']}")
                continue
            right, proposed = right + 1, proposed + 1
            exact += (best.start, best.end) == (answer["start"], answer["end"])
            checks = {
                "kind": best.kind == answer["kind"],
                "speaker": speaker_is_right(answer, best),
                "denial": best.denial == (answer.get("polarity") == "denial"),
                "via": (best.via and fold(best.via)) == (answer["via"] and fold(answer["via"])),
                "cue": (best.cue and best.cue.text) == answer["cue"],
            }
            kinds, speakers = kinds + checks["kind"], speakers + checks["speaker"]
            denials, media, cues = denials + checks["denial"], media + checks["via"], cues + checks["cue"]
            if show and not all(checks.values()):
                wrong = ", ".join(name for name, good in checks.items() if not good)
                got = (
                    str(best.kind),
                    best.speaker and best.speaker.name,
                    best.cue and best.cue.text,
                    best.via,
                    best.denial,
                )
                print(f"  {doc} {wrong} {got} | {answer['speaker']} | {answer['text'][:60]}")
            if show and (best.start, best.end) != (answer["start"], answer["end"]):
                print(f"  {doc} bounds | {best.text} | {answer['text']}")
        optional = [answer for answer in answers if answer.get("optional")]
        for quote in quotes:
            if any(overlap(answer, quote) >= 0.5 for answer in optional):
                continue
            proposed += 1
            if show:
                print(f"  {doc} wrong   {quote.start} {quote.cue and quote.cue.text} | {quote.text}")
    f1, f1_exact = (2 * hits / max(1, total + proposed) for hits in (right, exact))
    part = max(1, right)
    rates = {"kind": kinds, "speaker": speakers, "denial": denials, "via": media, "cue": cues}
    print(
        f"{title}: F1 {f1:.3f} (exact {f1_exact:.3f}), P {right / max(1, proposed):.3f}, R {right / max(1, total):.3f}"
    )
    print(f"    of {total}; " + ", ".join(f"{name} {count / part:.3f}" for name, count in rates.items()))


def judged(gold: dict[str, list[Answer]], found: dict[str, list[Quote]]) -> Iterator[Answer]:
    """Each proposal with its first score and whether it is right; neutral ones are left out."""
    for doc, quotes in found.items():
        answers = list(gold.get(doc, []))
        for quote in sorted(quotes, key=lambda item: item.end - item.start):
            best = max(
                answers, key=lambda answer: overlap(answer, quote) + (quote.kind == answer["kind"]) / 10, default=None
            )
            is_hit = best is not None and overlap(best, quote) >= 0.8
            if is_hit:
                answers.remove(best)
            near = [answer for answer in gold.get(doc, []) if answer.get("optional") and overlap(answer, quote) >= 0.5]
            if best.get("optional") if is_hit else near:
                continue
            right = is_hit and best["kind"] == quote.kind and speaker_is_right(best, quote)
            first = standing(
                quote.kind,
                has_that=fold(quote.text).split()[0] in complementizers(),
                has_cue=quote.cue is not None,
                has_speaker=quote.speaker is not None,
            )
            yield {"label": quote.kind, "score": first, "right": right}


def main() -> None:
    """Print both lines and the speed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--judged", type=Path)
    options = parser.parse_args()
    articles = [article for article in read_paths([options.articles]) if isinstance(article, Article)]
    gold, marks = load(options.gold / "quotes.jsonl"), load(options.gold / "entities.jsonl")

    def given(doc: str) -> list[Entity]:
        return [
            Entity(mark["start"], mark["end"], mark["text"], mark["label"], mark["text"], Origin.EDITOR, 1.0)
            for mark in marks[doc]
        ]

    texts = {Path(article.file).stem: article.text for article in articles}
    with_given = {doc: extract_quotes(text, sentences(text), given(doc)) for doc, text in texts.items()}
    score("given names", gold, with_given, options.misses)
    analyses = {Path(a.article.file).stem: list(a.quotes) for a in unify(list(analyze_many(articles)))}
    score("own names  ", gold, analyses, options.misses)
    if options.judged:
        with options.judged.open("a", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in judged(gold, analyses))

    rounds, words, spent = 30, 0, 0.0
    for doc, text in texts.items():
        spans, entities = sentences(text), given(doc)
        begin = time.process_time()
        for _ in range(rounds):
            extract_quotes(text, spans, entities)
        spent += time.process_time() - begin
        words += rounds * len(text.split())
    print(f"{words / spent:,.0f} words/s")


if __name__ == "__main__":
    main()
