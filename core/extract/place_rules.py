"""Rules for places by the nouns around them: بلدة …, مخيم …, معبري … و…"""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.clitics import readings, remainder
from core.extract.sentence import Candidate, Sentence
from core.extract.word_classes import QUOTES, is_rare, may_name, words_of
from core.model import Label, Origin

# A place that a rule finds has at most so many tokens behind its noun.
_LONGEST = 3


def places(sentence: Sentence) -> Iterator[Candidate]:
    """Places that their nouns give away."""
    for position, kinds in enumerate(sentence.kinds[:-1]):
        if not kinds:
            continue
        if "place_noun" in kinds:
            yield from _with_noun(sentence, position)
        if "place_head" in kinds:
            yield from _behind_head(sentence, position + 1, is_town="town" in kinds)
        if "pair_head" in kinds:
            yield from _pair(sentence, position + 1)


def _with_noun(sentence: Sentence, position: int) -> Iterator[Candidate]:
    """The noun and the place behind it as one name: جبل مويا، ميناء أوديسا."""
    end = _place_end(sentence, position + 1)
    if end > position + 1 and sentence.tags[position] != "I-LOC":
        cut = next(cut for cut, word in readings(sentence.tokens[position]) if word in words_of("place_noun"))
        yield Candidate(position, end, cut, Label.LOC, Origin.RULE, 0.85)


def _place_end(sentence: Sentence, start: int) -> int:
    """The end of a known place, or of what the tagger takes for one, that begins here without a proclitic."""
    known = sentence.known[start]
    if known is not None and known.cut == 0 and known.entry.label == Label.LOC and known.entry.kind != "unsure":
        return known.end if sentence.tokens[start][:2] != "لل" else start
    end = start
    while end < len(sentence.tokens) and sentence.tags[end] == ("B-LOC" if end == start else "I-LOC"):
        end += 1
    return end if sentence.tokens[start][:1] not in "وفبلك" or end > start + 1 or known is None else start


def _behind_head(sentence: Sentence, start: int, *, is_town: bool) -> Iterator[Candidate]:
    """The rare word that the tagger overlooked, or took for a person; the head noun stays outside."""
    if sentence.tokens[start] in QUOTES and start + 1 < len(sentence.tokens):
        start += 1
    token = sentence.tokens[start]
    if is_town and sentence.tags[start] == "B-PERS":
        end = start + 1
        while end < len(sentence.tokens) and end - start < _LONGEST and sentence.tags[end] == "I-PERS":
            end += 1
        yield Candidate(start, end, 0, Label.LOC, Origin.RULE, 0.8)
    elif sentence.tags[start] == "O" and may_name(sentence.written[start]) and is_rare(token):
        yield Candidate(start, start + 1, 0, Label.LOC, Origin.RULE, 0.75)


def _pair(sentence: Sentence, start: int) -> Iterator[Candidate]:
    """Both places behind a dual: معبري باب السلامة والراعي."""
    known = sentence.known[start]
    middle = known.end if known is not None and known.cut == 0 else start + 1
    if middle >= len(sentence.tokens) or not sentence.tokens[middle].startswith("و"):
        return
    second = sentence.known[middle]
    end = second.end if second is not None and second.cut == 1 else middle + 1
    if may_name(sentence.written[start]) and len(remainder(sentence.tokens[middle], 1)) > 2:
        yield Candidate(start, middle, 0, Label.LOC, Origin.RULE, 0.85)
        yield Candidate(middle, end, 1, Label.LOC, Origin.RULE, 0.85)
