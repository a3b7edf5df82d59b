"""One label for one word within a stretch of text: what is sure in one place settles doubt in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from core.text.arabic import fold

Tagged = tuple[list[str], list[float]]

# Sentences to either side that count as the same text.
_REACH = 8
# A label below this probability is in doubt.
_DOUBT = 0.95
# What the other places together must say, as summed probabilities, before a label changes.
_WEIGHT = 2.5


def consistent(sentences: Sequence[Sequence[str]], tagged: Sequence[Tagged]) -> list[Tagged]:
    """The same tags, save doubtful one-word names and overlooked ones: they take the label of the word nearby."""
    alone: defaultdict[str, list[tuple[int, int, str, float]]] = defaultdict(list)
    for number, (sentence, (tags, scores)) in enumerate(zip(sentences, tagged, strict=True)):
        for place, tag in enumerate(tags):
            word = fold(sentence[place])
            if len(word) > 3 and word[0].isalpha():
                alone[word].append((number, place, tag, scores[place]))
    result = [(list(tags), list(scores)) for tags, scores in tagged]
    for places in alone.values():
        kinds = {tag[2:] for _, _, tag, _ in places}
        if len(places) > 1 and kinds != {""}:
            _settle(places, result)
    return result


def _settle(places: Sequence[tuple[int, int, str, float]], result: list[Tagged]) -> None:
    """Relabels the doubtful places of one word."""
    for number, place, tag, score in places:
        if score >= _DOUBT or not _stands_alone(result[number][0], place):
            continue
        votes: defaultdict[str, float] = defaultdict(float)
        for other, where, other_tag, other_score in places:
            if abs(other - number) <= _REACH and (other, where) != (number, place):
                votes[other_tag[2:]] += other_score
        if not votes:
            continue
        best = max(votes, key=lambda kind: votes[kind])
        if best != tag[2:] and votes[best] - votes[tag[2:]] >= _WEIGHT:
            result[number][0][place] = f"B-{best}" if best else "O"


def _stands_alone(tags: Sequence[str], place: int) -> bool:
    """Whether the token is no name, or a name of one token."""
    follows = place + 1 < len(tags) and tags[place + 1].startswith("I-")
    return not follows and not tags[place].startswith("I-")
