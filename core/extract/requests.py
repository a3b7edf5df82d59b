"""Who asked for a meeting: «بطلب من موسكو», «بوتين هو من طلب المكالمة», «المبادرة جاءت من الجانب الأمريكي»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.extract.clauses import Clause
from core.extract.concepts import Hit, Words, function_words, nationality
from core.extract.evidence import Evidence, hits_in, word_at
from core.model import Entity, Label, Span

BOTH = "الجانبان"  # who asked, where both did
_NAMES = (Label.PER, Label.LOC, Label.ORG)
_BEHIND = 5  # words within which who asked follows the phrase
_BEFORE = 5  # … or precedes the verb
_BETWEEN = 3  # words for the act (إجراء، عقد) between the verb and what was asked for
_REACH_OF_WHO = 4  # words before «هو من طلبها»
_NAMED_BEFORE = 11  # words that may tell what was asked for, before who did
_TOLD_BEFORE = 6  # words before «طلبها» that may tell the meeting
_CLEFTS = frozenset(["من", "الذي", "التي", "الذين"])  # «موسكو هي التي طلبت»
_LATTER = frozenset(["الاخير", "الاخيره"])
_COUNTERPART = ("نظيره", "نظيرها")
_ASKED = frozenset(["طلب", "وطلب"])  # a verb where who asks stands right behind
_MARKS = frozenset("،,؛;:.–—-()")
_SIDES = frozenset(["الجانب", "جانب", "الطرف", "طرف", "الرييس", "نظيره", "وزير", "القياده", "الحكومه", "الاداره", "من"])


def requests(clause: Clause, entities: Sequence[Entity]) -> Iterator[Evidence]:
    """The phrase that tells who asked, with the name of who did: a person, a body, or the state of an adjective."""
    words, indices = clause.words, clause.indices
    done = indices.start
    found = hits_in(clause, "requests")
    if not found:
        return
    meetings = [hit for hit in words.of("events") if "m" in hit.flags]
    for hit in found:
        if hit.first < done:
            continue
        phrase: tuple[int, int, str] | None = None
        if hit.id == "by" and words.forms[hit.first][:1] != "ط":
            who = _named_in(words, range(hit.last + 1, min(hit.last + 1 + _BEHIND, indices.stop)), entities)
            who = who or _the_latter(words, hit.last + 1, entities)
            phrase = (hit.first, who[1], who[2]) if who else None
        elif hit.id == "both" and any(meeting.first < hit.first for meeting in meetings):
            phrase = (hit.first, hit.last, BOTH)
        elif hit.id == "own":
            phrase = _by_own(words, indices, hit, entities) or _by_object(words, indices, hit, meetings, entities)
        elif hit.id == "verb":
            phrase = _by_verb(words, indices, hit, found, meetings, entities)
        elif hit.id == "noun":
            phrase = _by_noun(words, indices, hit, found, entities)
        elif hit.id == "idea":
            phrase = _by_idea(words, indices, hit, found, meetings, entities)
        if phrase:
            first, last, name = phrase
            done = last + 1
            yield Evidence(Span(words.spans[first].start, words.spans[last].end), name)


def _by_verb(
    words: Words,
    indices: range,
    verb: Hit,
    found: Sequence[Hit],
    meetings: Sequence[Hit],
    entities: Sequence[Entity],
) -> tuple[int, int, str] | None:
    """Verb, who asks before or behind it, and a meeting as its object («طلبت موسكو عقد الاجتماع»)."""
    who = _named_in(words, range(verb.last + 1, min(verb.last + 4, indices.stop)), entities, at_once=True)
    after = who[1] if who else verb.last
    light = {index for hit in found if hit.id == "light" for index in range(hit.first, hit.last + 1)}
    asked = next((m for m in meetings if 0 < m.first - after <= _BETWEEN), None)
    if asked is not None and any(i not in light for i in range(after + 1, asked.first)):
        asked = None
    asked = asked or next((h for h in found if h.id in ("pointed", "moved") and h.first == after + 1), None)
    related = words.forms[verb.first - 1] in ("التي", "الذي") if verb.first else False
    if asked is None and related and who and any(verb.first - m.last in (2, 3) for m in meetings):
        return verb.first, who[1], who[2]  # «المكالمة التي طلبتها موسكو»
    if asked is None:
        return None
    if who:
        return verb.first, asked.last, who[2]
    who = _named_in(words, range(max(verb.first - _BEFORE, indices.start), verb.first), entities, last=True)
    return (who[0], asked.last, who[2]) if who else None


def _by_own(words: Words, indices: range, verb: Hit, entities: Sequence[Entity]) -> tuple[int, int, str] | None:
    """«بوتين هو من سعى إليه», «نافيا أن تكون واشنطن هي من طلبته»: the meeting is the verb's pronoun."""
    if verb.first == indices.start or words.forms[verb.first - 1] not in _CLEFTS:
        return None
    who = _named_in(words, range(max(verb.first - 1 - _REACH_OF_WHO, indices.start), verb.first), entities, last=True)
    return (who[0], verb.last, who[2]) if who else None


def _by_noun(
    words: Words, indices: range, noun: Hit, found: Sequence[Hit], entities: Sequence[Entity]
) -> tuple[int, int, str] | None:
    """«المبادرة جاءت من الجانب الأمريكي», «جاءت المبادرة من موسكو», «كانت المبادرة روسية»."""
    if words.forms[noun.first].startswith("صاحب"):  # «موسكو هي صاحبة فكرة المكالمة»
        owner = _named_in(words, range(max(noun.first - _BEFORE, indices.start), noun.first), entities, last=True)
        return (owner[0], noun.last, owner[2]) if owner else None
    if words.forms[noun.first] in _ASKED and _names(words, noun.last + 1, entities):
        return None  # «وطلب بوتين من محاوره …»
    copulas = {hit.first for hit in found if hit.id == "copula"}
    named = words.forms[noun.last + 1 : noun.last + 2] == ("الي",)  # «المبادرة إلى المكالمة … جاءت من موسكو»
    behind = range(noun.last + 1, min(noun.last + (_NAMED_BEFORE if named else 4), indices.stop))
    joined = next((i for i in behind if i in copulas), None)
    before = noun.first - 1 if noun.first - 1 in copulas and noun.first > indices.start else None
    if joined is None and before is None:
        return None
    start = joined if joined is not None else noun.last
    who = _named_in(words, range(start + 1, min(start + 1 + _BEHIND, indices.stop)), entities)
    return (before if before is not None else noun.first, who[1], who[2]) if who else None


def _by_idea(
    words: Words, indices: range, noun: Hit, found: Sequence[Hit], meetings: Sequence[Hit], entities: Sequence[Entity]
) -> tuple[int, int, str] | None:
    """«فكرة الاتصال طرحها الجانب الأمريكي», «اقتراح عقد القمة … صدر عن واشنطن»."""
    meeting = next((m for m in meetings if 0 < m.first - noun.last <= _BETWEEN), None)
    if meeting is None:
        return None
    reach = range(meeting.last + 1, min(meeting.last + _NAMED_BEFORE, indices.stop))
    joined = next((hit.first for hit in found if hit.id == "copula" and hit.first in reach), None)
    if joined is None or any(words.forms[i] in _MARKS for i in range(meeting.last, joined)):
        return None
    who = _named_in(words, range(joined + 1, min(joined + 1 + _BEHIND, indices.stop)), entities)
    return (noun.first, who[1], who[2]) if who else None


def _by_object(
    words: Words, indices: range, verb: Hit, meetings: Sequence[Hit], entities: Sequence[Entity]
) -> tuple[int, int, str] | None:
    """«مكالمة طلبها الرئيس الروسي», «وقد طلبتها موسكو»: the pronoun is the meeting told shortly before."""
    if not any(0 < verb.first - meeting.last <= _TOLD_BEFORE for meeting in meetings):
        return None
    who = _named_in(words, range(verb.last + 1, min(verb.last + 4, indices.stop)), entities, at_once=True)
    return (verb.first, who[1], who[2]) if who else None


def _named_in(
    words: Words, reach: range, entities: Sequence[Entity], *, last: bool = False, at_once: bool = False
) -> tuple[int, int, str] | None:
    """First and last word and name of who stands in `reach`: the first one, or the `last`; a mark ends it.

    `at_once`: only titles may stand before the name.
    """
    hits: list[tuple[int, int, str]] = []
    for index in reach:
        form = words.forms[index]
        if form in _MARKS:
            if not last:
                break
            hits.clear()
            continue
        if hits and index <= hits[-1][1]:
            continue
        span = words.spans[index]
        name = next((e for e in entities if e.label in _NAMES and span.start <= e.start < span.end), None)
        state = nationality(form) if name is None else None
        if name is not None:
            end = word_at(words, name.end - 1)
            titled = hits and hits[-1][1] == index - 1 and name.label == Label.PER
            hits[-1:] = [(hits[-1][0], end, name.name)] if titled else [*hits[-1:], (index, end, name.name)]
        elif state:
            side = index - 1 in reach and words.forms[index - 1].lstrip("و") in _SIDES
            hits.append((index - 1 if side and words.forms[index - 1] != "من" else index, index, state))
        elif at_once and not hits and form not in _SIDES and form not in function_words():
            break
        if hits and not last and not state:
            break
        if hits and not last and state and not _name_follows(words, index + 1, entities):
            break
    if not hits:
        return None
    return hits[-1] if last else hits[0]


def _the_latter(words: Words, index: int, entities: Sequence[Entity]) -> tuple[int, int, str] | None:
    """«بناء على طلب الأخير»: the person named last, be it by his office («نظيره الروسي»); «الأخيرة» is a state."""
    if index >= len(words.forms) or words.forms[index] not in _LATTER:
        return None
    wanted = (Label.LOC,) if words.forms[index].endswith("ه") else (Label.PER,)
    before = [e for e in entities if e.label in (Label.PER, Label.LOC) and e.end <= words.spans[index].start]
    named = next((e for e in reversed(before) if e.label in wanted), before[-1] if before else None)
    first = word_at(words, named.start) if named is not None and named.label in wanted else -1
    for at in range(index - 1, first, -1):  # an office without a name, behind the last name
        if (
            wanted == (Label.PER,)
            and words.forms[at - 1].endswith(_COUNTERPART)
            and (s := nationality(words.forms[at]))
        ):
            return index, index, s
    return (index, index, named.name) if named is not None else None


def _name_follows(words: Words, index: int, entities: Sequence[Entity]) -> bool:
    """Whether a person is named right behind («الرئيس الروسي فلاديمير بوتين»)."""
    if index >= len(words.spans):
        return False
    span = words.spans[index]
    return any(e.label == Label.PER and span.start <= e.start < span.end for e in entities)


def _names(words: Words, index: int, entities: Sequence[Entity]) -> bool:
    """Whether a name, or an office with its state, begins at a word."""
    if index + 1 >= len(words.spans):
        return False
    span = words.spans[index]
    named = any(e.label in _NAMES and span.start <= e.start < span.end for e in entities)
    return named or (words.forms[index] in _SIDES and nationality(words.forms[index + 1]) is not None)
