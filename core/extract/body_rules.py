"""Rules for bodies and media by the nouns around them: وزارة الدفاع، الجيش الروسي، صحيفة …"""

from __future__ import annotations

from collections.abc import Iterator, KeysView
from functools import cache

from core.extract import gazetteer
from core.extract.clitics import readings, remainder
from core.extract.definite_bodies import agree, definite_end, is_nationality, is_second_field
from core.extract.sentence import Candidate, Sentence
from core.extract.word_classes import QUOTES, is_rare, is_stop, is_trigger, may_name, words_of
from core.model import Label, Origin
from core.text.arabic import fold

# A body's complement has at most so many tokens, a quoted name and a medium's as well.
_COMPLEMENTS = 4
_QUOTED = 5
# An article with so many words of the game is about football.
_SPORT_WORDS = 3
# Above this marginal the tagger's "no name" stands against a club's.
_SURE_NONE = 0.97
# The kinds of known bodies that a state may have (not media or companies, whose state describes them).
_STATE_BODIES = {"body", "office", "group", "party"}
# The kinds of trigger words at which a body's name begins.
_HEADS = frozenset(["strong_head", "definite_head", "named_head", "org_noun"])
_PARTY, _TO = fold("حزب"), "ل"
_SERVICE, _BOARD = fold("جهاز"), [fold("مجلس"), fold("إدارة")]
_MINISTRY, _COUNCIL, _COMMITTEE = fold("وزارة"), fold("مجلس"), fold("لجنة")


def bodies(sentence: Sentence, football: bool) -> Iterator[Candidate]:
    """Bodies, clubs (in an article about `football`) and media that their words give away."""
    yield from _dateline(sentence)
    yield from _known_with_state(sentence)
    if _TO in sentence.tokens:
        yield from _told(sentence)
    if football:
        yield from _clubs(sentence)
    for position, kinds in enumerate(sentence.kinds):
        if "media_head" in kinds:
            yield from _medium(sentence, position)
        if not kinds or _HEADS.isdisjoint(kinds):
            continue
        for cut, word in readings(sentence.tokens[position]):
            if word in words_of("strong_head"):
                end = max(_complement_end(sentence, word, position + 1), _duty_end(sentence, position + 1))
            elif word in words_of("definite_head"):
                end = definite_end(sentence, word, position + 1)
            elif word in words_of("named_head"):
                end = max(_named_end(sentence, position + 1), _party_end(sentence, word, position + 1))
                end = max(end, _duty_end(sentence, position + 1))
            elif word in words_of("org_noun"):
                end = (
                    position + 1 if _is_office(sentence, position - 1) else _qualified_end(sentence, word, position + 1)
                )
                if end == position + 1 and word in words_of("lone_body") and _speaks(sentence, position):
                    yield Candidate(position, end, cut, Label.ORG, Origin.RULE, 0.75)
            else:
                continue
            if end > position + 1:
                yield Candidate(position, end, cut, Label.ORG, Origin.RULE, 0.9)
            break


def _dateline(sentence: Sentence) -> Iterator[Candidate]:
    """The medium in quotation marks behind the place of a dateline: لندن: «…»."""
    tokens = sentence.tokens
    place = sentence.known[0]
    if (
        place is None
        or place.entry.label != Label.LOC
        or tokens[place.end : place.end + 1] not in ([":"], ["-"], ["–"], ["—"])
    ):
        return
    start = place.end + 2
    if start < len(tokens) and tokens[start - 1] in QUOTES:
        end = next((at for at in range(start + 1, min(len(tokens), start + _QUOTED)) if tokens[at] in QUOTES), start)
        if end > start:
            yield Candidate(start, end, 0, Label.ORG, Origin.RULE, 0.85)


def _known_with_state(sentence: Sentence) -> Iterator[Candidate]:
    """Known bodies with the nationality behind them: الهلال الأحمر الليبي."""
    for match in gazetteer.in_a_row(sentence.known):
        following = sentence.tokens[match.end : match.end + 1]
        if (
            match.entry.kind in _STATE_BODIES
            and following
            and is_nationality(following[0])
            and agree(remainder(sentence.tokens[match.start], match.cut), following[0])
        ):
            yield Candidate(match.start, match.end + 1, match.cut, Label.ORG, Origin.RULE, 0.85)


def _is_office(sentence: Sentence, position: int) -> bool:
    """Whether the words behind belong to an office here: وزيرة الخارجية الفرنسية, وزير الخارجية الأمريكية."""
    token = sentence.tokens[position] if position >= 0 else ""
    return token in words_of("minister") or (token.endswith("ه") and is_trigger("role", token))


def _duty_end(sentence: Sentence, start: int) -> int:
    """The end of what a body is for (جهاز مكافحة الإرهاب), with its adjectives and state; else `start`."""
    tokens = sentence.tokens
    if (
        start + 1 >= len(tokens)
        or tokens[start - 1 : start + 1] == _BOARD
        or tokens[start] not in words_of("duty")
        or not _is_common_definite(sentence, start + 1)
    ):
        return start
    end = start + 2
    if end < len(tokens) and is_second_field(sentence, end):
        end += 1  # هيئة إدارة الكوارث والطوارئ
    while end < len(tokens) and end - start < _COMPLEMENTS and _is_common_definite(sentence, end):
        if not (tokens[end].endswith(("ي", "يه")) or is_trigger("modifier", tokens[end])):
            break
        end += 1
    return end


def _told(sentence: Sentence) -> Iterator[Candidate]:
    """The medium in quotation marks that is told something: في تصريحات خاصة ل"…"."""
    for position, token in enumerate(sentence.tokens):
        before = sentence.tokens[max(position - 3, 0) : position]
        if token == _TO and any(is_trigger("speech", word) or is_trigger("telling", word) for word in before):
            yield from _quoted(sentence, position + 1, 0.85)


def _quoted(sentence: Sentence, start: int, score: float) -> Iterator[Candidate]:
    """What the quotation marks that open at `start` hold, where they close soon."""
    tokens = sentence.tokens
    if start < len(tokens) and tokens[start] in QUOTES:
        closing = range(start + 2, min(len(tokens), start + 2 + _QUOTED))
        end = next((at for at in closing if tokens[at] in QUOTES), None)
        if end is not None:
            yield Candidate(start + 1, end, 0, Label.ORG, Origin.RULE, score)


def _party_end(sentence: Sentence, head: str, start: int) -> int:
    """The end of the definite words behind حزب, which always name it; else `start`."""
    end = start
    if head == _PARTY:
        while end < len(sentence.tokens) and end - start < _COMPLEMENTS:
            if not (_is_common_definite(sentence, end) or (end > start and sentence.tokens[end].startswith("وال"))):
                break
            end += 1  # حزب العدالة والتنمية
    return end


def _is_common_definite(sentence: Sentence, position: int) -> bool:
    token = sentence.tokens[position]
    return (
        token.startswith("ال")
        and len(token) > 3
        and not is_stop(sentence.written[position])
        and not is_trigger("title", token)
        and token not in words_of("ruling_party")
    )


def is_about_football(tokens: KeysView[str]) -> bool:
    """Whether the folded tokens of an article are those of a report on football."""
    return sum(not tokens.isdisjoint(forms) for forms in _sport_words()) >= _SPORT_WORDS


@cache
def _sport_words() -> tuple[frozenset[str], ...]:
    """The words of the game, each with its proclitics."""
    return tuple(frozenset(clitic + word for clitic in ("", *"وبل")) for word in words_of("sport"))


def _clubs(sentence: Sentence) -> Iterator[Candidate]:
    """Clubs named like ordinary words (الهلال، النصر)."""
    for position, token in enumerate(sentence.tokens):
        following = sentence.tokens[position + 1 : position + 2]
        if following and is_trigger("modifier", following[0]):
            continue  # الاتحاد الدولي
        for cut, word in readings(token):
            if word in gazetteer.clubs() and not _is_none_here(sentence, position, word):
                yield Candidate(position, position + 1, cut, Label.ORG, Origin.RULE, 0.85)
                break


def _is_none_here(sentence: Sentence, position: int, word: str) -> bool:
    """Whether a club's name is a town here, or an ordinary word: the tagger is sure, and nobody plays it."""
    if not word.startswith("ال"):
        return not sentence.tags[position].endswith("-ORG")
    if sentence.tags[position][2:] in ("PERS", "MISC"):
        return True
    before = sentence.tokens[position - 1] if position else ""
    plays = is_trigger("sport", before) or is_trigger("plays", before)
    return sentence.tags[position] == "O" and sentence.scores[position] > _SURE_NONE and not plays


def _speaks(sentence: Sentence, position: int) -> bool:
    """Whether the word before lets a body speak: قالت الخارجية، باسم الخارجية."""
    before = sentence.tokens[position - 1] if position else ""
    return is_trigger("speech", before) or is_trigger("spokesman", before)


def _qualified_end(sentence: Sentence, noun: str, start: int) -> int:
    """Behind الجيش, المخابرات …: the end of the adjectives if a nationality is among them, else `start`."""
    tokens = sentence.tokens
    end = start
    while (
        end < len(tokens)
        and end - start < _COMPLEMENTS
        and tokens[end].startswith("ال")
        and not is_nationality(tokens[end])
        and (is_trigger("modifier", tokens[end]) or (tokens[end].endswith(("ي", "يه")) and agree(noun, tokens[end])))
    ):
        end += 1
    return end + 1 if end < len(tokens) and is_nationality(tokens[end]) and agree(noun, tokens[end]) else start


def _complement_end(sentence: Sentence, head: str, start: int) -> int:
    """Where the name of a body ends whose head noun stands before `start`; `start` if the words make no name."""
    tokens = sentence.tokens
    if start >= len(tokens):
        return start
    if head == _SERVICE and not any(word in words_of("service") for word in tokens[start : start + _COMPLEMENTS]):
        return start  # جهاز الكمبيوتر
    if (head == _COUNCIL and tokens[start] not in words_of("council")) or (
        head == _COMMITTEE and tokens[start] not in words_of("committee")
    ):
        return start
    end = start
    while end < len(tokens) and end - start < _COMPLEMENTS:
        token = tokens[end]
        if is_nationality(token):
            # هيئة الأركان الأمريكية المشتركة
            return end + 1 + (end + 1 < len(tokens) and tokens[end + 1] in words_of("joint"))
        if end > start and token in words_of("portfolio") and (head == _MINISTRY or _is_qualified(sentence, end + 1)):
            end += 1
            continue
        if not token.startswith("ال") or is_stop(sentence.written[end]) or is_trigger("title", token):
            break
        if end > start and not (_is_adjective_shaped(token) and _fits(head, tokens[end - 1], token)):
            break
        end += 1
    return end


def _fits(head: str, before: str, adjective: str) -> bool:
    """Whether an adjective is the body's: in «جلسة مجلس الوزراء الأسبوعية» it is that of the session."""
    return before not in words_of("people") or agree(head, adjective)


def _is_qualified(sentence: Sentence, position: int) -> bool:
    """Whether a nationality stands here: what is before it then belongs to the body (مجلس الأمن والدفاع الأوكراني)."""
    return position < len(sentence.tokens) and is_nationality(sentence.tokens[position])


def _is_adjective_shaped(token: str) -> bool:
    """Definite, and ending like an adjective that agrees with a body's noun."""
    return token.endswith(("ي", "يه", "ه")) or is_trigger("modifier", token)


def _named_end(sentence: Sentence, start: int) -> int:
    """Behind جامعة, حزب …: the end of a place, of a quoted name or of what the tagger takes for a body."""
    tokens = sentence.tokens
    if start >= len(tokens):
        return start
    known = sentence.known[start]
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
        yield from _quoted(sentence, start, 0.93)
        return
    known = sentence.known[start]
    if known is not None and known.entry.label == Label.ORG:
        return
    if known is not None and known.cut == 0 and known.end > start + 1 and is_trigger("press_head", tokens[position]):
        yield Candidate(start, known.end, 0, Label.ORG, Origin.RULE, 0.9)  # صحيفة الشرق الأوسط
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
