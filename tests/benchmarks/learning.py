"""What a project's decisions gain: simulated editors decide on half of some articles, the other half is scored.

    python tests/benchmarks/learning.py NER --model FILE

NER holds anercorp-train.iob, wojood-sample-train.txt and -val.txt; FILE is a tagger trained without the last 15 % of
the first (`ner/train.py --keep`: names-0.npz). A project is a run of sentences, twelve an article. For half of them an
editor accepts what is right, corrects labels and bounds, rejects what is no name and adds what was overlooked. Prints
strict precision, recall and F1 of names in the other articles: as shipped, with the project's lexicon, with the
tagger's last layer retrained on the decisions, with both; and how often what the lexicon added is right.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core import serial
from core.extract import calibration, entities, learned, tagger
from core.extract.learned import Lexicon
from core.extract.network import Network
from core.extract.retraining import Lesson, retrain, with_layer
from core.extract.selection import without_proclitic
from core.model import Entity, Layer, Origin, Span, Status
from core.store.lessons import Lessons, Vote, votes

_LABELS = {"PERS": "PER", "LOC": "LOC", "ORG": "ORG", "MISC": "MISC"}
_WOJOOD = {"PERS": "PERS", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG"}
_ARTICLE = 12  # sentences
Sentence = tuple[list[str], list[str]]
Key = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Story:
    """An article made of corpus sentences; `gold` are spans of whole tokens."""

    text: str
    sentences: tuple[Span, ...]
    tokens: tuple[tuple[Span, ...], ...]
    gold: frozenset[Key]

    def widened(self, entity: Entity) -> Key:
        """The span in whole tokens, as the corpus has it."""
        inside = [token for line in self.tokens for token in line if token.overlaps(entity)]
        return inside[0].start, inside[-1].end, entity.label


def story(sentences: Sequence[Sentence]) -> Story:
    """One article of these sentences, each on a line of its own."""
    text, spans, lines, gold = "", [], [], set()
    for tokens, tags in sentences:
        begin, line = len(text), []
        for token in tokens:
            line.append(Span(len(text), len(text) + len(token)))
            text += token + " "
        text = text[:-1] + "\n"
        spans.append(Span(begin, len(text) - 1))
        lines.append(tuple(line))
        gold |= {(line[a].start, line[b - 1].end, _LABELS[kind]) for a, b, kind in tagger.spans(tagger.iob2(tags))}
    return Story(text, tuple(spans), tuple(lines), frozenset(gold))


def anercorp(folder: Path, share: float = 0.85) -> list[Sentence]:
    """The sentences that the tagger of --model has not seen."""
    blocks = (folder / "anercorp-train.iob").read_text("utf-8").split("\n\n")
    rows = [[line.split("\t") for line in block.split("\n") if line.strip()] for block in blocks]
    found = [([row[0] for row in block], [row[1] for row in block]) for block in rows if block]
    return found[int(len(found) * share) :]


def wojood(folder: Path, part: str) -> list[Sentence]:
    """The outermost names of the sample that have a label here."""
    found = []
    for block in (folder / f"wojood-sample-{part}.txt").read_text("utf-8").split("\n\n"):
        rows = [line.split() for line in block.split("\n") if line.strip() and not line.startswith("$#$")]
        tags = [row[1] for row in rows if len(row) > 1]
        if len(rows) == len(tags) and len(rows) > 3:
            known = [tag[:2] + _WOJOOD[tag[2:]] if tag[2:] in _WOJOOD else "O" for tag in tags]
            found.append(([row[0] for row in rows], known))
    return found


def decisions(article: Story, found: Sequence[Entity]) -> Iterator[tuple[Vote, ...]]:
    """What an editor who knows the answers decides on what was found."""
    seen: set[Key] = set()
    for entity in found:
        key = article.widened(entity)
        data = json.dumps(serial.plain_entity(entity))
        overlapped = [gold for gold in article.gold if gold[0] < key[1] and key[0] < gold[1]]
        seen.update(overlapped)
        if key in article.gold:
            yield votes(Layer.ENTITY, Status.ACCEPTED, data, None, 0, 0)
        elif overlapped:
            right = json.dumps(serial.plain_entity(_gold_entity(article, overlapped[0])))
            yield votes(Layer.ENTITY, Status.CHANGED, right, data, 0, 0)
        else:
            yield votes(Layer.ENTITY, Status.REJECTED, data, None, 0, 0)
    for gold in article.gold - seen:
        data = json.dumps(serial.plain_entity(_gold_entity(article, gold)))
        yield votes(Layer.ENTITY, Status.ADDED, data, None, 1, 0)


def _gold_entity(article: Story, key: Key) -> Entity:
    span = without_proclitic(article.text, Span(key[0], key[1]))
    words = article.text[span.start : span.end]
    return Entity(span.start, span.end, words, key[2], words, Origin.EDITOR, 1.0)


def extract(article: Story, network: Network) -> list[Entity]:
    """The engine's names with this tagger."""
    tagger.network = lambda _layer: network  # type: ignore[assignment]
    return entities.extract_entities(article.text, article.sentences, [])


def lessons_of(article: Story, network: Network, *, decided: bool) -> list[Lesson]:
    """The sentences as training examples: with the answers, or with what the tagger says itself."""
    result = []
    tokens = [[article.text[token.start : token.end] for token in line] for line in article.tokens]
    own = network.tag([tagger.inputs(line) for line in tokens])
    kinds = {label: kind for kind, label in _LABELS.items()}
    for line, spans, (tags, _) in zip(tokens, article.tokens, own, strict=True):
        if decided:
            tags = ["O"] * len(line)
            for start, end, label in article.gold:
                inside = [at for at, token in enumerate(spans) if start <= token.start and token.end <= end]
                for at in inside:
                    tags[at] = f"{'B' if at == inside[0] else 'I'}-{kinds[label]}"
        result.append(Lesson(tagger.inputs(line), tagger.iob2(tags), decided))
    return result


class Score:
    """Strict counts."""

    def __init__(self) -> None:
        self.right = self.wanted = self.given = 0

    def add(self, article: Story, found: Sequence[Entity], labels: set[str]) -> None:
        """Count one article."""
        keys = {key for entity in found if (key := article.widened(entity))[2] in labels}
        gold = {key for key in article.gold if key[2] in labels}
        self.right += len(keys & gold)
        self.wanted += len(gold)
        self.given += len(keys)

    def __str__(self) -> str:
        p, r = self.right / max(self.given, 1), self.right / max(self.wanted, 1)
        return f"P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {200 * p * r / max(p + r, 1e-9):5.2f}"


def measure(title: str, sentences: Sequence[Sentence], size: int, network: Network, labels: set[str]) -> None:
    """Print what is gained in projects of `size` articles."""
    articles = [story(sentences[at : at + _ARTICLE]) for at in range(0, len(sentences), _ARTICLE)]
    scores = {name: Score() for name in ("as shipped", "lexicon", "retrained", "both")}
    added, seconds, tokens = Counter[bool](), 0.0, 0
    for at in range(0, len(articles) - size + 1, size):
        project = articles[at : at + size]
        seen, new = project[::2], project[1::2]
        book = Lessons()
        said = [vote for article in seen for vote in decisions(article, extract(article, network))]
        book.learn({str(number): vote for number, vote in enumerate(said)})
        lexicon = book.lexicon()
        examples = [lesson for article in seen for lesson in lessons_of(article, network, decided=True)]
        examples += [lesson for article in new for lesson in lessons_of(article, network, decided=False)]
        begin = time.perf_counter()
        tuned = with_layer(network, retrain(network, examples))
        seconds += time.perf_counter() - begin
        tokens += sum(len(lesson.tags) for lesson in examples)
        for article in new:
            for name, reader, book_ in (
                ("as shipped", network, learned.EMPTY),
                ("lexicon", network, lexicon),
                ("retrained", tuned, learned.EMPTY),
                ("both", tuned, lexicon),
            ):
                found = _applied(article, extract(article, reader), book_)
                scores[name].add(article, found, labels)
                if name == "lexicon":
                    own = set(extract(article, network))
                    added.update(article.widened(entity) in article.gold for entity in found if entity not in own)
    print(f"\n{title}: projects of {size} articles, half of them decided")
    for name, score in scores.items():
        print(f"  {name:12} {score}")
    print(f"  of {added.total()} suggestions that the lexicon changed or added {added[True]} are right")
    print(f"  retraining: {tokens / max(seconds, 1e-9):.0f} tokens/s, {seconds:.0f} s in all")


def _applied(article: Story, found: list[Entity], lexicon: Lexicon) -> list[Entity]:
    return learned.apply(found, article.text, article.sentences, lexicon)


def main() -> None:
    """Measure on both corpora."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    calibration.tables = dict  # type: ignore[assignment]
    network = Network.load(options.model)
    four, three = set(_LABELS.values()), {"PER", "LOC", "ORG"}
    for size in (10, 48):
        measure("ANERcorp, the tagger's own kind of text", anercorp(options.corpus), size, network, four)
    # The rounds and weights of retraining were chosen on `train`, so `val` is the one that was not looked at.
    for part, size in (("train", 24), ("train", 60), ("val", 10)):
        title = f"Wojood sample ({part}), other texts and another guideline"
        measure(title, wojood(options.corpus, part), size, network, three)


if __name__ == "__main__":
    main()
