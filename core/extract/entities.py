"""Names in an article: what tagger, lexicons and rules propose, and the best of it that does not overlap.

Spans follow the contract: a person without title, countries always LOC, a body with its nationality adjective,
proclitics outside, of nested names the longest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from core.extract import gazetteer, tagger
from core.extract.body_rules import bodies, is_about_football
from core.extract.calibration import calibrated
from core.extract.clitics import readings
from core.extract.name_rules import is_role, known_names, name_cut, persons
from core.extract.place_rules import places
from core.extract.sentence import Candidate, Sentence, read_sentence
from core.extract.tagger import tag
from core.extract.word_classes import gatherings, is_body_noun, is_first_name, is_trigger, is_verb, rank, words_of
from core.model import Entity, HasSpan, Label, Origin, Span
from core.text.arabic import strip_marks

__all__ = ["extract_entities", "tag"]

# A text, its sentences, what is spoken for.
Told = tuple[str, Sequence[Span], Sequence[HasSpan]]

# What the tagger's labels are called here.
_LABELS = {"PERS": Label.PER, "LOC": Label.LOC, "ORG": Label.ORG, "MISC": Label.MISC}
# Below this marginal a name of the tagger alone is not proposed; MISC is what its corpus marks least consistently.
_LEAST = {Label.PER: 0.45, Label.LOC: 0.7, Label.ORG: 0.5, Label.MISC: 0.8}
# Among so many commonest words the lexicons know the names, so there the tagger's word alone does not make one.
_COMMON = 3000
# Above this marginal a common word is none of the names that the article has elsewhere.
_CERTAIN = 0.95
# Below this one a common word alone is no person.
_DOUBTFUL = 0.6
# A name around two known ones needs this marginal (جامعة … in …).
_LEAST_JOINED = 0.9
# A word as common as this is no part of a known person's name, unless it is a given name.
_ORDINARY = 6000
_HEADS = ("org_head", "media_head", "place_head")
# Precision of a short form that was found because the article gives the full name elsewhere.
_REPEATED = 0.93


def extract_entities(text: str, sentences: Sequence[Span], taken: Sequence[HasSpan], layer: str = "") -> list[Entity]:
    """Entities PER, LOC, ORG and MISC, sorted; none overlaps another or one of `taken`.

    `layer` is what a project's tagger was retrained to, "" for the shipped one.
    """
    return entities_of([(text, sentences, taken)], layer)[0]


def entities_of(texts: Sequence[Told], layer: str = "") -> list[list[Entity]]:
    """`extract_entities` of each text; together they take less time."""
    read = [[found for span in body if (found := read_sentence(text, span)).tokens] for text, body, _ in texts]
    seen = [tagger.seen(sentence.written, sentence.known) for sentences in read for sentence in sentences]
    tagged = iter(tagger.tag_with_scores(seen, layer))
    return [
        _entities(text, taken, sentences, list(islice(tagged, len(sentences))))
        for (text, _, taken), sentences in zip(texts, read, strict=True)
    ]


def _entities(
    text: str, taken: Sequence[HasSpan], read: Sequence[Sentence], tagged: Sequence[tuple[tagger.Tags, list[float]]]
) -> list[Entity]:
    article = Counter(chain.from_iterable(sentence.tokens for sentence in read))
    football = is_about_football(article.keys())
    free = _Free(taken)
    chosen: list[list[Candidate]] = []
    for sentence, (tags, scores) in zip(read, tagged, strict=True):
        sentence.tags, sentence.scores, sentence.article = tags, scores, article
        ruled = [*known_names(sentence), *persons(sentence), *bodies(sentence, football), *places(sentence)]
        tagged_names = _of_tagger(sentence)
        proposed = [name for name in tagged_names if not _joins(name, ruled) and not _has_head(sentence, name, ruled)]
        proposed.extend(ruled)
        chosen.append(_best(proposed, sentence, free))
    _repeat(read, chosen, article, free)
    return [
        entity
        for sentence, names in zip(read, chosen, strict=True)
        for name in sorted(names, key=lambda name: name.start)
        if (entity := _entity(text, sentence, name)) is not None
    ]


def _of_tagger(sentence: Sentence) -> Iterable[Candidate]:
    for start, end, kind in tagger.spans(sentence.tags):
        label = _LABELS[kind]
        score = min(sentence.scores[start:end])
        while label == Label.PER and start < end - 1 and _describes(sentence.tokens[start]):
            start += 1
        while label == Label.PER and start < end - 1 and is_role(sentence.tokens[end - 1]):
            end -= 1
        if label in (Label.ORG, Label.PER):
            ends = _is_seat if label == Label.ORG else _is_told
            end = next((at for at in range(start + 1, end) if ends(sentence, at)), end)
        if score >= _LEAST[label] and not _is_no_name(sentence, start, end, label):
            yield Candidate(start, end, name_cut(sentence, start), label, Origin.MODEL, tagger.calibrated(score))


def _is_seat(sentence: Sentence, position: int) -> bool:
    """Whether a known place behind «ب» says where a body is: مقر الاتحاد ببروكسل."""
    if not sentence.tokens[position].startswith("ب"):
        return False
    known = sentence.known[position]
    return known is not None and known.cut == 1 and known.entry.label == Label.LOC


def _is_told(sentence: Sentence, position: int) -> bool:
    """Whether a known body behind «ل» is the one that a person told: قال الوزير فلان لرويترز."""
    if not sentence.tokens[position].startswith("ل"):
        return False
    known = sentence.known[position]
    return known is not None and known.cut == 1 and known.entry.label == Label.ORG


def _describes(token: str) -> bool:
    """Whether a token before a name belongs to the title, or is what he takes part in: الجنوبي، السابق، محادثات."""
    if token in gatherings():
        return True
    if token.startswith("ال") and gazetteer.nationality(token) is not None:
        return True
    return is_trigger("modifier", token) or is_trigger("title", token) or is_body_noun(token)


def _has_head(sentence: Sentence, name: Candidate, known: Sequence[Candidate]) -> bool:
    """Whether the tagger took a head noun or an ordinary word into a known name: حلف الناتو، هواوي هاتفا."""
    for other in known:
        if other.origin is Origin.LEXICON and other.label == name.label and other.start == name.start:
            behind = sentence.tokens[other.end : name.end]
            if behind and name.score < _LEAST_JOINED and not any(token.startswith("ال") for token in behind):
                return True
        if (
            other.origin is Origin.LEXICON
            and other.label == name.label
            and name.start < other.start < other.end == name.end
        ):
            before = range(name.start, other.start)
            if name.label == Label.PER:
                return all(
                    rank(sentence.tokens[i]) < _ORDINARY and not is_first_name(sentence.written[i]) for i in before
                )
            return all(any(is_trigger(kind, sentence.tokens[i]) for kind in _HEADS) for i in before)
    return False


def _joins(name: Candidate, known: Sequence[Candidate]) -> bool:
    """Whether the tagger made one name of several: of known ones (موسكو كييف), or of two that a rule parted at «و»."""
    parted = [
        other for other in known if other.origin is Origin.MODEL and name.start <= other.start < other.end <= name.end
    ]
    if any(other.end - other.start < name.end - name.start for other in parted):
        return True
    bodies_inside = [
        other for other in known if other.origin is Origin.RULE and name.start <= other.start < other.end <= name.end
    ]
    if name.label == Label.ORG and sum(other.label == Label.ORG for other in bodies_inside) > 1:
        return True
    inside = [
        other
        for other in known
        if other.origin is Origin.LEXICON and name.start <= other.start and other.end <= name.end
    ]
    filled = sum(other.end - other.start for other in inside) == name.end - name.start
    return len(inside) > 1 and (filled or name.score < _LEAST_JOINED)


def _is_no_name(sentence: Sentence, start: int, end: int, label: Label) -> bool:
    """What the tagger's corpus marks and the contract does not: nationalities, money, single words as MISC."""
    tokens = sentence.tokens[start:end]
    if label == Label.MISC and (end - start == 1 or any(token in words_of("currency") for token in tokens)):
        return True
    if end - start == 1 and rank(tokens[0]) < _COMMON and (label == Label.LOC or tokens[0].startswith("ال")):
        return True
    if label == Label.PER and end - start == 1 and rank(tokens[0]) < _ORDINARY and sentence.scores[start] < _DOUBTFUL:
        return not is_first_name(sentence.written[start])
    if label == Label.PER and end - start == 1 and is_verb(tokens[0]) and sentence.scores[start] < _CERTAIN:
        return True
    return all(gazetteer.nationality(token) is not None or not token[0].isalpha() for token in tokens)


class _Free:
    """Which offsets other layers have taken."""

    def __init__(self, taken: Sequence[HasSpan]) -> None:
        self._spans = sorted((item.start, item.end) for item in taken)
        self._starts = [start for start, _ in self._spans]

    def allows(self, start: int, end: int) -> bool:
        """Whether nothing taken overlaps [start, end); what is taken does not overlap itself."""
        before = bisect_right(self._starts, end - 1) - 1
        return before < 0 or self._spans[before][1] <= start


def _best(proposed: list[Candidate], sentence: Sentence, free: _Free) -> list[Candidate]:
    """The candidates that survive: longer before shorter, then rule and lexicon before the tagger, then by score."""
    order = {Origin.RULE: 2, Origin.LEXICON: 1, Origin.MODEL: 0}
    kept: list[Candidate] = []
    used = [False] * len(sentence.tokens)
    for name in sorted(
        proposed, key=lambda name: (name.end - name.start, order[name.origin], name.score), reverse=True
    ):
        if any(used[name.start : name.end]) or not free.allows(*sentence.offsets(name)):
            continue
        used[name.start : name.end] = [True] * (name.end - name.start)
        kept.append(name)
    return kept


def _repeat(read: Sequence[Sentence], chosen: list[list[Candidate]], article: Iterable[str], free: _Free) -> None:
    """Marks what the article names elsewhere: the last name of a person, and any name that was found once surely.

    `article` has the folded tokens of all sentences.
    """
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence, names in zip(read, chosen, strict=True):
        for name in names:
            words = sentence.words(name)
            if name.label == Label.PER and len(words) > 1 and len(words[-1]) > 2:
                labels[words[-1]][Label.PER] += 1
            elif len(words) == 1 and len(words[0]) > 3 and name.score >= 0.8:
                labels[words[0]][name.label] += 1
    sure = {word: counts.most_common(1)[0][0] for word, counts in labels.items() if word not in gazetteer.ambiguous()}
    named = {token: read for token in article for read in reversed(readings(token)) if read[1] in sure}
    for sentence, names in zip(read, chosen, strict=True):
        used = {position for name in names for position in range(name.start, name.end)}
        for position, token in enumerate(sentence.tokens):
            if token not in named or position in used:
                continue
            cut, word = named[token]
            found = Candidate(position, position + 1, cut, Label(sure[word]), Origin.RULE, _REPEATED)
            is_none = rank(word) < _COMMON and _is_surely_none(sentence, position)
            if not is_none and free.allows(*sentence.offsets(found)):
                names.append(found)
        names[:] = [_with_agreed_label(sentence, name, sure) for name in names]


def _is_surely_none(sentence: Sentence, position: int) -> bool:
    """Whether the tagger is certain that the token is no name."""
    return sentence.tags[position] == "O" and sentence.scores[position] > _CERTAIN


def _with_agreed_label(sentence: Sentence, name: Candidate, sure: dict[str, str]) -> Candidate:
    """A doubtful label of the tagger yields to the one that the same name has elsewhere in the article."""
    words = sentence.words(name)
    if name.origin is Origin.MODEL and name.score < 0.8 and len(words) == 1 and words[0] in sure:
        return name._replace(label=Label(sure[words[0]]))
    return name


def _entity(text: str, sentence: Sentence, name: Candidate) -> Entity | None:
    start, end = sentence.offsets(name)
    if start >= end:
        return None
    words = text[start:end]
    score = calibrated(name.origin, name.label, min(name.score, 0.99))
    return Entity(start, end, words, name.label, name.name or _plain(words), name.origin, round(score, 3))


def _plain(words: str) -> str:
    """The name as one would write it alone: no marks, للـ opened, white space single."""
    clean = " ".join(strip_marks(words).split())
    return "ال" + clean[2:] if clean.startswith("لل") and len(clean) > 4 else clean
