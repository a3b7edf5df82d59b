"""Rules for bodies, media and places by the nouns around them: وزارة الدفاع، الجيش الروسي، صحيفة …، بلدة …"""

from __future__ import annotations

from collections.abc import Iterator

from core.extract import gazetteer
from core.extract.clitics import readings
from core.extract.name_rules import Candidate, Sentence
from core.extract.word_classes import QUOTES, is_rare, is_stop, is_trigger, may_name, words_of
from core.model import Label, Origin
from core.text.arabic import fold

# A body's complement has at most so many tokens, a quoted name and a medium's as well.
_COMPLEMENTS = 4
_QUOTED = 5
_MINISTRY, _COUNCIL, _COMMITTEE = fold("وزارة"), fold("مجلس"), fold("لجنة")


def bodies(sentence: Sentence) -> Iterator[Candidate]:
    """Bodies and media that their words give away."""
    for position, token in enumerate(sentence.tokens):
        if is_trigger("media_head", token):
            yield from _medium(sentence, position)
        if is_trigger("place_head", token):
            yield from _place(sentence, position + 1)
        for cut, word in readings(token):
            if word in words_of("strong_head"):
                end = _complement_end(sentence, word, position + 1)
            elif word in words_of("named_head"):
                end = _named_end(sentence, position + 1)
            elif word in words_of("org_noun"):
                end = _qualified_end(sentence, word, position + 1)
                if end == position + 1 and word in words_of("lone_body") and _speaks(sentence, position):
                    yield Candidate(position, end, cut, Label.ORG, Origin.RULE, 0.75)
            else:
                continue
            if end > position + 1:
                yield Candidate(position, end, cut, Label.ORG, Origin.RULE, 0.9)
            break


def _speaks(sentence: Sentence, position: int) -> bool:
    """Whether the word before lets a body speak: قالت الخارجية، باسم الخارجية."""
    before = sentence.tokens[position - 1] if position else ""
    return is_trigger("speech", before) or is_trigger("spokesman", before)


def _place(sentence: Sentence, start: int) -> Iterator[Candidate]:
    """The rare word behind مدينة, بلدة … that no lexicon has and the tagger overlooked; the head noun stays outside."""
    tokens = sentence.tokens
    if start < len(tokens) and tokens[start] in QUOTES:
        start += 1
    if (
        start < len(tokens)
        and sentence.tags[start] == "O"
        and may_name(sentence.written[start])
        and is_rare(tokens[start])
    ):
        yield Candidate(start, start + 1, 0, Label.LOC, Origin.RULE, 0.75)


def _is_nationality(token: str) -> bool:
    """A definite singular nationality adjective without proclitic: الروسي، الأمريكية."""
    return token.startswith("ال") and not token.endswith(("ون", "ين", "ان")) and bool(gazetteer.nationality(token))


def _agree(noun: str, adjective: str) -> bool:
    """Whether a feminine noun (also a broken plural) meets a feminine adjective: وزير الخارجية الأمريكي is no body."""
    return adjective.endswith("ه") == (noun.endswith("ه") or noun in words_of("feminine"))


def _qualified_end(sentence: Sentence, noun: str, start: int) -> int:
    """Behind الجيش, المخابرات …: the end of the adjectives if a nationality is among them, else `start`."""
    tokens = sentence.tokens
    end = start
    while (
        end < len(tokens)
        and end - start < _COMPLEMENTS
        and tokens[end].startswith("ال")
        and is_trigger("modifier", tokens[end])
    ):
        end += 1
    return end + 1 if end < len(tokens) and _is_nationality(tokens[end]) and _agree(noun, tokens[end]) else start


def _complement_end(sentence: Sentence, head: str, start: int) -> int:
    """Where the name of a body ends whose head noun stands before `start`; `start` if the words make no name."""
    tokens = sentence.tokens
    if start >= len(tokens):
        return start
    if (head == _COUNCIL and tokens[start] not in words_of("council")) or (
        head == _COMMITTEE and tokens[start] not in words_of("committee")
    ):
        return start
    end = start
    while end < len(tokens) and end - start < _COMPLEMENTS:
        token = tokens[end]
        if _is_nationality(token):
            return end + 1
        if end > start and token in words_of("portfolio") and (head == _MINISTRY or _is_qualified(sentence, end + 1)):
            end += 1
            continue
        if not token.startswith("ال") or is_stop(sentence.written[end]) or is_trigger("title", token):
            break
        if end > start and not _is_adjective_shaped(token):
            break
        end += 1
    return end


def _is_qualified(sentence: Sentence, position: int) -> bool:
    """Whether a nationality stands here: what is before it then belongs to the body (مجلس الأمن والدفاع الأوكراني)."""
    return position < len(sentence.tokens) and _is_nationality(sentence.tokens[position])


def _is_adjective_shaped(token: str) -> bool:
    """Definite, and ending like an adjective that agrees with a body's noun."""
    return token.endswith(("ي", "يه", "ه")) or is_trigger("modifier", token)


def _named_end(sentence: Sentence, start: int) -> int:
    """Behind جامعة, حزب …: the end of a place, of a quoted name or of what the tagger takes for a body."""
    tokens = sentence.tokens
    if start >= len(tokens):
        return start
    known = gazetteer.trie().at(tokens, start)
    if known is not None and known.cut == 0:
        # A body that stands without its head (حركة حماس) keeps the head outside.
        return known.end if known.entry.label == Label.LOC else start
    end = start
    while end < len(tokens) and sentence.tags[end] == ("B-ORG" if end == start else "I-ORG"):
        end += 1
    return end if tokens[start].startswith("ال") else start


def _medium(sentence: Sentence, position: int) -> Iterator[Candidate]:
    """The name behind صحيفة, قناة, وكالة …, quoted or not; the head noun stays outside."""
    tokens = sentence.tokens
    start = position + 1
    if start >= len(tokens):
        return
    if tokens[start] in QUOTES:
        closing = range(start + 2, min(len(tokens), start + 2 + _QUOTED))
        end = next((place for place in closing if tokens[place] in QUOTES), None)
        if end is not None:
            yield Candidate(start + 1, end, 0, Label.ORG, Origin.RULE, 0.93)
        return
    known = gazetteer.trie().at(tokens, start)
    if known is not None and known.entry.label == Label.ORG:
        return
    end = start
    while (
        end < len(tokens)
        and end - start < _COMPLEMENTS
        and sentence.tags[end] != "O"
        and may_name(sentence.written[end])
    ):
        end += 1
    if end > start:
        yield Candidate(start, end, 0, Label.ORG, Origin.RULE, 0.85)
    elif (
        is_trigger("press_head", tokens[position])
        and may_name(sentence.written[start])
        and is_rare(tokens[start])
        and not tokens[start].endswith(("ي", "يه"))
    ):
        yield Candidate(start, start + 1, 0, Label.ORG, Origin.RULE, 0.7)
