"""Rules for names: lexicon matches with what they need around them, and persons by title, role and given name.

A rule proposes only what the words carry; which proposal stands is decided in `entities`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from core.extract import gazetteer
from core.extract.clitics import readings, remainder
from core.extract.sentence import Candidate, Sentence
from core.extract.tagger import calibrated
from core.extract.word_classes import (
    COMMAS,
    HYPHENS,
    QUOTES,
    RARE,
    is_first_name,
    is_imperfect,
    is_possessed_office,
    is_rare,
    is_stop,
    is_trigger,
    is_verb,
    kinds_of,
    looks_foreign,
    may_name,
    rank,
    words_of,
)
from core.model import Label, Origin
from core.text.arabic import fold

# Between an office and the name of who holds it stand at most so many tokens.
_OFFICE_REACH = 9
# A dateline's place has at most so many tokens, its reporter's name as well.
_DATELINE, _REPORTER = 4, 5
# The kinds of trigger words that are offices, and those behind which a name stands.
_OFFICES = frozenset(["title", "role"])
_ANNOUNCING = frozenset(["speech", "title"])
_OFFICE, _GIVEN_NAME = "office", "given name"
_INSIDE, _ON = frozenset({"في", "لدي"}), "علي"
_VERBAL = ("يت", "تت", "يست", "تست")  # imperfects of derived verbs, which no surname resembles
_BODY = 4  # tokens of a known body, at most
_PLAINER = 4  # times that a word's rest is commoner where it begins with a proclitic
_SHORT_VERB = 3  # letters up to which a verb may be a name too
# Above this marginal the tagger's "no name" stands against a rare word.
_SURE = 0.9


def name_cut(sentence: Sentence, position: int) -> int:
    """How many letters of the first token are proclitics: lexicons decide, then the article, then news at large."""
    known = sentence.known[position]
    if known is not None:
        return known.cut
    token = sentence.tokens[position]
    options = [(cut, word) for cut, word in readings(token) if len(word) > 2]
    for cut, word in options:
        if word in gazetteer.first_names() or (cut and word.startswith("ال") and len(word) > 4):
            return cut
    for cut, word in options:
        if cut and sentence.article[word]:
            return cut
    if sentence.article[token] > 1:
        return 0
    cut, word = min(options, key=lambda option: (rank(option[1]), option[0]), default=(0, token))
    if rank(word) * _PLAINER < rank(token):
        return cut
    # و before an unknown name is a conjunction unless foreign names begin so (واشنطن, ويليام).
    return 1 if token[0] == "و" and len(token) > 5 and token[1] not in "ايون" and rank(token) > RARE else 0


# --- lexicons


def known_names(sentence: Sentence) -> Iterator[Candidate]:
    """Names of the lexicons; one that is an ordinary word too only where its context supports it."""
    for match in gazetteer.in_a_row(sentence.known):
        entry = match.entry
        if match.end - match.start == 1 and not _is_supported(sentence, match):
            continue
        # A surname may be another's in this article, so it gets its full name only when names are unified.
        is_full = entry.label != Label.PER or match.end - match.start > 1 or entry.kind == "full"
        name = entry.name if is_full else ""
        yield Candidate(match.start, match.end, match.cut, entry.label, Origin.LEXICON, 0.97, name)


_LABEL_TAGS = {Label.PER: "PERS", Label.LOC: "LOC", Label.ORG: "ORG"}
_HEADS = {Label.LOC: ("place_head",), Label.ORG: ("media_head", "org_head"), Label.PER: ("title",)}


def _is_supported(sentence: Sentence, match: gazetteer.Match) -> bool:
    """Whether a known name of one token needs no support, or has it: a head noun, or the tagger's consent."""
    token = sentence.tokens[match.start]
    word = remainder(token, match.cut)
    if match.cut and rank(token) < rank(word):
        return False  # كواليس is a word, not ك and a place
    if match.entry.kind != gazetteer.UNSURE:
        return True
    if sentence.tags[match.start].endswith(_LABEL_TAGS[match.entry.label]) and sentence.scores[match.start] > _SURE:
        return True
    written = sentence.written[match.start]
    if written.startswith("آ") and written == match.entry.name:
        return True  # آفاد is no أفاد, though folding makes them one
    if match.entry.label == Label.ORG and match.start and sentence.tokens[0] in words_of("credit"):
        return True
    around = sentence.tokens[max(match.start - 1, 0)], *sentence.tokens[match.end : match.end + 1]
    if around == ("(", ")"):
        return True  # a short form behind the full one
    before = match.start - 1
    if before >= 0 and sentence.tokens[before] in QUOTES:
        before -= 1
    return before >= 0 and any(is_trigger(kind, sentence.tokens[before]) for kind in _HEADS[match.entry.label])


# --- persons


def persons(sentence: Sentence) -> Iterator[Candidate]:
    """Persons that the tagger missed or cut short: behind a title, a role, a given name."""
    yield from _byline(sentence)
    surnames = {match.start for match in sentence.known if match is not None and match.entry.kind == "surname"}
    for position, (announced, tag) in enumerate(zip(map(_announced, sentence.written), sentence.tags, strict=True)):
        if tag == "B-PERS":
            yield from _whole(sentence, position)
        elif announced == _OFFICE:
            yield from _behind_office(sentence, position)
        elif position + 1 in surnames and _is_before_surname(sentence, position):
            yield Candidate(position, position + 2, 0, Label.PER, Origin.RULE, 0.85)
        elif announced == _GIVEN_NAME and not sentence.is_person(position):
            yield from _from_given_name(sentence, position)


@lru_cache(maxsize=65536)
def _announced(written: str) -> str:
    """What behind a written word may be a name: an office, a given name, or "" for most words."""
    token = fold(written) or written
    if not _OFFICES.isdisjoint(kinds_of(token)) or is_possessed_office(token):
        return _OFFICE
    return _GIVEN_NAME if is_first_name(written) else ""


def _byline(sentence: Sentence) -> Iterator[Candidate]:
    """The reporter between place and agency: بروكسل / … / الأناضول."""
    tokens = sentence.tokens
    first = tokens.index("/") if "/" in tokens[:_DATELINE] else len(tokens)
    last = next((at for at in range(first + 2, min(len(tokens) - 1, first + 2 + _REPORTER)) if tokens[at] == "/"), None)
    if last is None or not all(may_name(word) for word in sentence.written[first + 1 : last]):
        return
    place, agency = sentence.known[0], sentence.known[last + 1]
    is_place = place is not None and place.end == first and place.entry.label == Label.LOC
    if is_place and agency is not None and agency.entry.label == Label.ORG:
        yield Candidate(first + 1, last, 0, Label.PER, Origin.RULE, 0.9)


def _is_before_surname(sentence: Sentence, position: int) -> bool:
    """Whether an unknown word between a title and a known surname is the given name: النائبة آلا طالباني."""
    known = sentence.known[position + 1]
    return (
        position > 0
        and _is_announced(sentence.tokens[position - 1])
        and known is not None
        and known.cut == 0
        and may_name(sentence.written[position])
        and not _is_predicate(sentence, position)
    )


def _whole(sentence: Sentence, start: int) -> Iterator[Candidate]:
    """A name of the tagger with the surname it left out, or as two where it ran over «و»."""
    end = start + 1
    while end < len(sentence.tokens) and sentence.tags[end] == "I-PERS":
        end += 1
    joined = _joined_end(sentence, start, end)
    if joined > end:
        yield Candidate(start, joined, name_cut(sentence, start), Label.PER, Origin.RULE, 0.85)
        return
    for position in range(start + 1, end):
        parted = _are_two_surnames(sentence, position)
        if parted or _begins_another(sentence, position):
            for left, right in ((start, position), (position, end)):
                cut = name_cut(sentence, left) if left == start else int(not parted)
                yield Candidate(left, right, cut, Label.PER, Origin.MODEL, calibrated(min(sentence.scores[left:right])))
            return
    grown = _surname_end(sentence, end)
    if grown == end == start + 1 and _is_given_name_of(sentence, end):
        grown += 1
    first = start - 1 if _is_overlooked_given_name(sentence, start - 1) else start
    while end == grown > start + 1 and is_role(sentence.tokens[end - 1]):
        end -= 1
        grown -= 1
    if grown > end or first < start:
        yield Candidate(first, grown, name_cut(sentence, first), Label.PER, Origin.RULE, 0.85)


def _are_two_surnames(sentence: Sentence, position: int) -> bool:
    """«هاتف ماكرون بوتين»: two who are each known by the surname alone."""
    one, other = sentence.known[position - 1 : position + 1]
    if one is None or other is None or other.cut or one.end != position:
        return False
    return one.entry.kind == other.entry.kind == "surname" and one.entry.name != other.entry.name


def _joined_end(sentence: Sentence, start: int, end: int) -> int:
    """The end of a second name that the tagger parted from a one-word first: مجيد تخت روانجي; else `end`."""
    if end != start + 1 or not (start and _is_announced(sentence.tokens[start - 1])):
        return end
    tokens, tags = sentence.tokens, sentence.tags
    place = end
    if place + 1 < len(tags) and tags[place] == "O" and may_name(sentence.written[place]) and tokens[place][0] != "و":
        place += 1
    if place >= len(tags) or tags[place] != "B-PERS" or (tokens[place][0] == "و" and not _keeps_waw(tokens[place])):
        return end
    known = sentence.known[place]
    if (known is not None and known.cut) or _are_two_surnames(sentence, place):
        return end  # «أبلغ أردوغان لبوتين», «هاتف ماكرون بوتين»
    place += 1
    while place < len(tags) and tags[place] == "I-PERS":
        place += 1
    return place


def is_role(token: str) -> bool:
    """Whether a token behind a name says what the person is, or does: … القيادي في, بايدن طمأن …, بوتين يلوح …"""
    is_speech = len(token) > _SHORT_VERB and token in words_of("speech")
    return (token.startswith("ال") and token in words_of("role")) or is_speech or is_imperfect(token)


def _is_given_name_of(sentence: Sentence, position: int) -> bool:
    """Whether a common word behind a lone given name must be the surname: قال النائب جورج عدوان إن."""
    tokens, written = sentence.tokens, sentence.written
    if not (1 < position < len(tokens) - 1 and sentence.tags[position] == "O" and _is_announced(tokens[position - 2])):
        return False
    following = tokens[position + 1]
    if is_first_name(written[position - 1]):
        ends = following in COMMAS or following in words_of("name_end")
    else:
        ends = is_rare(tokens[position - 1]) and following in words_of("said")
    return ends and may_name(written[position]) and not _is_predicate(sentence, position)


def _is_predicate(sentence: Sentence, position: int) -> bool:
    """Whether a word has the shape of a verb or of an indefinite accusative: قال بوتين مازحا إن."""
    return is_verb(sentence.tokens[position]) or sentence.written[position].endswith(("ا", "ً"))


def _is_overlooked_given_name(sentence: Sentence, position: int) -> bool:
    """Whether the word between a speech verb and a name of the tagger is the given name: قالت عالية المهدي."""
    return (
        position > 0
        and sentence.tags[position] == "O"
        and (
            (sentence.scores[position] < _SURE and is_trigger("speech", sentence.tokens[position - 1]))
            or (sentence.tokens[position - 1] == "عن" and is_rare(sentence.tokens[position]))
        )
        and (may_name(sentence.written[position]) or is_first_name(sentence.written[position]))
    )


def _is_announced(token: str) -> bool:
    return not _ANNOUNCING.isdisjoint(kinds_of(token))


def _begins_another(sentence: Sentence, position: int) -> bool:
    """Whether a token inside a name is «و» and the beginning of the next name or of an ordinary word."""
    token = sentence.tokens[position]
    if token[0] != "و" or len(token) < 4 or token in gazetteer.first_names():
        return False
    rest = token[1:]
    if _keeps_waw(token):
        return False
    return rest.startswith("ال") or rest in gazetteer.first_names() or rank(rest) < rank(token)


def _keeps_waw(token: str) -> bool:
    """Whether «وال» begins a foreign surname (تود والترز): neither it nor its rest is a word of the news."""
    return token.startswith("وال") and not token.endswith(("ي", "ه")) and rank(token[1:]) == rank(token)


def _surname_end(sentence: Sentence, end: int) -> int:
    """Where a name really ends whose last known token stands before `end`."""
    tokens = sentence.tokens
    while end < len(tokens):
        if _is_hyphenated(sentence, end):
            end += 2
        elif sentence.tags[end] == "O" and _continues_name(sentence, end):
            end += 1
        else:
            break
    while end and tokens[end - 1] in words_of("particle"):
        end -= 1
    return end


def _is_hyphenated(sentence: Sentence, position: int) -> bool:
    """Whether a hyphen without white space joins the next word to the name: كيم جونغ-أون."""
    spans = sentence.spans
    return (
        sentence.tokens[position] in HYPHENS
        and position + 1 < len(spans)
        and spans[position - 1].end == spans[position].start
        and spans[position].end == spans[position + 1].start
        and sentence.tokens[position + 1][0].isalpha()
    )


def _continues_name(sentence: Sentence, position: int) -> bool:
    token, written = sentence.tokens[position], sentence.written[position]
    if not may_name(written) or token[0] == "و":
        return False
    known = sentence.known[position]
    if known is not None and known.cut == 0 and known.entry.label == Label.PER:
        return True
    if is_verb(token) or token.startswith(_VERBAL) or (token[0] == "ف" and rank(token[1:]) < rank(token)):
        return False
    if token in words_of("particle"):
        return not is_stop(written)
    if looks_foreign(token) or (is_rare(token) and sentence.scores[position] < _SURE):
        return True
    # A word that the news hardly knows, between a name and what was said, or a comma: سارة الزعفراني الزنزري.
    is_known = rank(token) <= RARE or token[0] in "بل" or token.endswith(("ا", "ه", "ون", "ين"))
    return not is_known and _ends_name(sentence, position + 1)


def _ends_name(sentence: Sentence, position: int) -> bool:
    """Whether a comma, a colon, a quotation, what was said or the medium that is told it begins here."""
    following = sentence.tokens[position] if position < len(sentence.tokens) else "،"
    if following in COMMAS or following in QUOTES or following == ":" or following in words_of("said"):
        return True
    return following[0] == "ل" and is_trigger("media_head", following[1:])


def _behind_office(sentence: Sentence, position: int) -> Iterator[Candidate]:
    """The name that an office announces (وزير الدفاع الأوكراني ، …), where the tagger found none."""
    tokens = sentence.tokens
    place = position + 1
    while place < min(len(tokens), position + _OFFICE_REACH):
        if sentence.tags[place] == "B-PERS":
            return
        if tokens[place] in COMMAS:
            place += 1
            break
        if not _continues_office(sentence, place):
            break
        place += 1
    if tokens[place - 1] in _INSIDE or place >= len(tokens):
        return  # رئيس الوزراء في بيان
    if sentence.tags[place] == "O" and _may_begin_name(sentence, place):
        end = _surname_end(sentence, place + 1)
        if end == place + 1 and tokens[place] == _ON:
            return  # «علي» for «على», as Egypt writes it
        yield Candidate(place, end, 0, Label.PER, Origin.RULE, 0.8 if end > place + 1 else 0.65)


def _may_begin_name(sentence: Sentence, position: int) -> bool:
    written, token = sentence.written[position], sentence.tokens[position]
    doubtful = sentence.scores[position] < _SURE and not is_verb(token)
    return may_name(written) and (is_first_name(written) or looks_foreign(token) or (is_rare(token) and doubtful))


def _continues_office(sentence: Sentence, position: int) -> bool:
    """Whether a token still describes the office: adjectives, nationality, its field, a known place or body."""
    token = sentence.tokens[position]
    known = sentence.known[position]
    return (
        gazetteer.nationality(token) is not None
        or any(is_trigger(kind, token) for kind in ("modifier", "title", "role", "org_noun", "org_head"))
        or token in words_of("office_word")
        or is_possessed_office(token)
        or sentence.tags[position] != "O"
        or (token.startswith("ال") and len(token) > 4)
        or (known is not None and known.entry.label != Label.PER)
    )


def _from_given_name(sentence: Sentence, position: int) -> Iterator[Candidate]:
    """A given name and the rare words behind it, which the tagger did not see as a name."""
    if sentence.tags[position] != "O":
        yield from _behind_body(sentence, position)
        return
    end = _surname_end(sentence, position + 1)
    if end == position + 1 and position and is_trigger("speech", sentence.tokens[position - 1]):
        end += end < len(sentence.tokens) and is_rare(sentence.tokens[end]) and may_name(sentence.written[end])
    if end > position + 1:
        yield Candidate(position, end, name_cut(sentence, position), Label.PER, Origin.RULE, 0.75)


def _behind_body(sentence: Sentence, position: int) -> Iterator[Candidate]:
    """The person whom the tagger took into the name of the body before: مدير شركة غازبروم أليكسي ميلر."""
    tag = sentence.tags[position]
    matches = sentence.known[max(position - _BODY, 0) : position]
    if not tag.startswith("I-") or not any(match is not None and match.end == position for match in matches):
        return
    end = position + 1
    while end < len(sentence.tags) and sentence.tags[end] == tag and may_name(sentence.written[end]):
        end += 1
    if end > position + 1:
        yield Candidate(position, end, 0, Label.PER, Origin.RULE, 0.8)
