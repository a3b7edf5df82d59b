"""Bodies that are a definite noun and its adjectives: الهيئة الوطنية للانتخابات، البنك المركزي المصري."""

from __future__ import annotations

from core.extract import gazetteer
from core.extract.sentence import Sentence
from core.extract.word_classes import is_stop, is_trigger, words_of

# Adjectives behind the noun, and words of its field behind «لـ», are at most so many.
_ADJECTIVES = 3
_FIELD = 3


def definite_end(sentence: Sentence, noun: str, start: int) -> int:
    """Where the body ends whose definite noun stands before `start`; `start` where the words describe, not name."""
    end = start
    while end < len(sentence.tokens) and end - start < _ADJECTIVES and _qualifies(sentence, noun, end):
        end += 1
    if end == start:
        return start
    known = sentence.known[start - 1]
    if known is not None and known.end == end and sentence.tokens[end : end + 1] and sentence.tokens[end][:2] == "لل":
        return start  # الممثل الأعلى للاتحاد الأوروبي للشؤون الخارجية: the field is the office's
    field = _field_end(sentence, end)
    if field > end:
        return field
    adjectives = sentence.tokens[start:end]
    if any(word in words_of("ruling") for word in adjectives):
        return end
    return end if sentence.tags[start - 1].endswith("-ORG") and sentence.tags[end - 1].endswith("-ORG") else start


def is_nationality(token: str) -> bool:
    """A definite singular nationality adjective without proclitic: الروسي، الأمريكية."""
    return token.startswith("ال") and not token.endswith(("ون", "ين", "ان")) and bool(gazetteer.nationality(token))


def agree(noun: str, adjective: str) -> bool:
    """Whether a feminine noun (also a broken plural) meets a feminine adjective: وزير الخارجية الأمريكي is no body."""
    is_feminine = adjective.endswith("ه") or adjective in words_of("feminine_adjective")
    return is_feminine == (noun.endswith("ه") or noun in words_of("feminine"))


def _qualifies(sentence: Sentence, noun: str, position: int) -> bool:
    """Whether a token is a definite adjective that agrees with the noun."""
    token = sentence.tokens[position]
    return (
        token.startswith("ال")
        and (len(token) > 4 or token in words_of("ruling"))
        and not is_stop(sentence.written[position])
        and not is_trigger("title", token)
        and agree(noun, token)
        and (token.endswith(("ي", "يه")) or token in words_of("ruling") or is_trigger("modifier", token))
    )


def _field_end(sentence: Sentence, start: int) -> int:
    """The end of the field a body is for (للانتخابات، لكرة القدم، للتعبئة العامة والإحصاء), else `start`."""
    tokens = sentence.tokens
    if start >= len(tokens) or not _begins_field(sentence, start):
        return start
    end = start + 1
    if not tokens[start].startswith("لل"):
        end += 1  # the definite half of لكرة القدم
    while end < len(tokens) and end - start < _FIELD + 1 and _continues_field(sentence, end):
        end += 1
    return end


def _begins_field(sentence: Sentence, position: int) -> bool:
    """للـ and a common noun, or ل, a noun and its definite complement; a known name is whom the body serves."""
    token = sentence.tokens[position]
    known = sentence.known[position]
    served = known is not None and known.entry.kind not in (gazetteer.UNSURE, gazetteer.CLUB)
    if len(token) < 4 or served or sentence.is_person(position) or is_trigger("addressee", token):
        return False
    if token.startswith("لل"):
        return gazetteer.nationality(token) is None
    return (
        token in words_of("field")
        and sentence.tokens[position + 1 : position + 2] != []
        and _is_definite(sentence.tokens[position + 1])
    )


def _continues_field(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    if is_stop(sentence.written[position]) or is_trigger("title", token) or is_trigger("role", token):
        return False
    return is_second_field(sentence, position) or (_is_definite(token) and token.endswith(("ه", "ي")))


def is_second_field(sentence: Sentence, position: int) -> bool:
    """Whether «و» joins a common noun, and not the next body, to what the body is for: للتعبئة والإحصاء."""
    token = sentence.tokens[position]
    noun = token[1:]
    is_body = noun in words_of("definite_head") or (noun in words_of("org_noun") and not noun.endswith("يه"))
    return token.startswith("وال") and not is_body and sentence.known[position] is None


def _is_definite(token: str) -> bool:
    return token.startswith("ال") and len(token) > 3
