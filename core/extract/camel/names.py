"""CAMeL's tags of our tokens → entities with our offsets and our conventions."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from core.extract import gazetteer
from core.extract.clitics import written_cut
from core.extract.name_rules import name_cut
from core.extract.sentence import Sentence, read_sentence
from core.extract.tagger import iob2, spans
from core.extract.tokens import Taken
from core.extract.word_classes import is_trigger
from core.model import Entity, HasSpan, Label, Origin, Span
from core.text.arabic import fold, strip_marks

# Sentences of tokens → for each token its IOB2 tag and the probability of it.
Tagger = Callable[[Sequence[Sequence[str]]], list[list[tuple[str, float]]]]

_LABELS = {"PERS": Label.PER, "LOC": Label.LOC, "ORG": Label.ORG, "MISC": Label.MISC}
# What stands before a name and is no part of it.
_DESCRIBING = ("title", "modifier")


def for_model(token: str) -> str:
    """A token as models know words: no diacritics, tatweel or invisible marks, and no presentation forms."""
    visible = "".join(char for char in strip_marks(token) if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", visible).strip()


def tag_tokens(sentences: Sequence[Sequence[str]], tagger: Tagger) -> list[list[tuple[str, float]]]:
    """The tag of each token and its probability; a token of nothing but marks takes no part, and is O."""
    told = [[for_model(token) for token in sentence] for sentence in sentences]
    answers = tagger([[token for token in sentence if token] for sentence in told])
    result: list[list[tuple[str, float]]] = []
    for sentence, answer in zip(told, answers, strict=True):
        sound = iter(zip(iob2([tag for tag, _ in answer]), [score for _, score in answer], strict=True))
        result.append([next(sound) if token else ("O", 1.0) for token in sentence])
    return result


def extract_names(text: str, sentences: Sequence[Span], taken: Sequence[HasSpan], tagger: Tagger) -> list[Entity]:
    """Entities PER, LOC, ORG and MISC as the model sees them, sorted; none overlaps another or one of `taken`."""
    read = [sentence for span in sentences if (sentence := read_sentence(text, span)).tokens]
    tagged = tag_tokens([sentence.written for sentence in read], tagger)
    spoken_for = Taken(taken)
    return [
        entity
        for sentence, answer in zip(read, tagged, strict=True)
        for start, end, kind in _runs(sentence, [tag for tag, _ in answer])
        if (entity := _entity(text, sentence, start, end, kind, min(score for _, score in answer[start:end])))
        and not spoken_for.covers(entity.start, entity.end)
    ]


def _runs(sentence: Sentence, tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The tagged runs of tokens; one goes on over tokens of nothing but marks."""
    there = [place for place, token in enumerate(sentence.written) if for_model(token)]
    for start, end, kind in spans([tags[place] for place in there]):
        yield there[start], there[end - 1] + 1, kind


def _entity(text: str, sentence: Sentence, start: int, end: int, kind: str, score: float) -> Entity | None:
    """The entity of tokens [start, end), without what our convention leaves outside; None where nothing remains."""
    label = _LABELS[kind]
    tokens = sentence.tokens
    while start < end and not _has_letter(tokens[start]):
        start += 1
    while start < end and not _has_letter(tokens[end - 1]):
        end -= 1
    while label == Label.PER and start < end - 1 and _describes(tokens[start]):
        start += 1
    if start == end or all(gazetteer.nationality(token) is not None for token in tokens[start:end]):
        return None
    first = sentence.spans[start].start
    known = sentence.known[start]
    name = ""
    if known is not None and known.end == end and (known.entry.label == label or known.entry.kind == "state"):
        label = known.entry.label
        name = known.entry.name if label != Label.PER else ""
    first += _cut(sentence, start)
    last = sentence.spans[end - 1].end
    words = text[first:last]
    return Entity(first, last, words, label, name or _plain(words), Origin.CAMEL, round(score, 4)) if words else None


def _cut(sentence: Sentence, position: int) -> int:
    """Code points of the proclitics before the name that begins at token `position`."""
    return written_cut(sentence.written[position], name_cut(sentence, position))


def _describes(token: str) -> bool:
    return gazetteer.nationality(token) is not None or any(is_trigger(kind, token) for kind in _DESCRIBING)


def _has_letter(token: str) -> bool:
    return any(char.isalnum() for char in token)


def _plain(words: str) -> str:
    """The name as one would write it alone: no marks, للـ opened, white space single."""
    clean = " ".join(strip_marks(words).split())
    return "ال" + clean[2:] if fold(clean).startswith("لل") and len(clean) > 4 else clean
