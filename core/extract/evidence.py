"""The smallest spans of a clause that answer a question: means of contact, ordinals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.extract.clauses import Clause
from core.extract.concepts import (
    Hit,
    Words,
    event_kinds,
    labels,
    nationality,
)
from core.model import Entity, Label, Quantity, QuantityKind, Span, Value

_TIMES = frozenset(["للمره", "المره", "وللمره"])
# Between a meeting and its rank («… مكالمة، هي الثانية بينهما», «التي استمرت ساعة وكانت الثانية»).
_PRONOUNS = frozenset(["هي", "وهي", "هو", "وهو", "كانت", "وكانت", "وكان", "تعد", "وتعد", "ويعد", "لتكون", "ليكون"])
_SINCE = frozenset(["منذ", "بعد", "عقب", "قبل"])
_AGAIN_REACH = 14  # words between two ranks of one meeting
_CONTACT = "تواصل"
_CONTACTS = frozenset((_CONTACT, "التواصل"))
_AHEAD_REACH = 12  # … and from «للمرة الثالثة» to the meeting
_OPENING = {'"': '"', "»": "«", "”": "“"}  # of the mark that closes
_PERSON, _ON_SCREEN = "person", 2  # words from «وجها لوجه» to «عبر الشاشة»
_PHONES = frozenset(["هاتف", "وهاتف", "فهاتف"])
_MARKS = frozenset(":،,؛\"'“«–-—(")


class Evidence(NamedTuple):
    """A span and the value it gives."""

    span: Span
    value: Value | None


def closed(text: str, found: Evidence) -> Evidence:
    """With the mark that closes a name at its end («في "ريهوبوث بيتش"»), if it opens inside."""
    start, end = found.span.start, found.span.end
    opening = _OPENING.get(text[end : end + 1])
    told = text[start:end] if opening else ""
    open_ones = told.count('"') % 2 if opening == '"' else told.count(opening or "\n") - told.count(text[end : end + 1])
    return found._replace(span=Span(start, end + 1)) if open_ones > 0 else found


def inside(entities: Sequence[Entity], span: Span) -> list[Entity]:
    """The entities that lie inside `span`."""
    return [entity for entity in entities if span.start <= entity.start and entity.end <= span.end]


def word_at(words: Words, position: int) -> int:
    """Index of the word that covers or follows `position`."""
    return words.at(position)


def hits_in(clause: Clause, table: str) -> Sequence[Hit]:
    """The hits of a lexicon's table inside the clause."""
    return clause.hits.get(table, ())


def channels(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """By which means people speak or meet («اتصالا عبر الفيديو», «مكالمة هاتفية», «هاتف الوزير نظيره»)."""
    words, found = clause.words, hits_in(clause, "channels")
    if not found:
        return
    contacts = [hit for hit in hits_in(clause, "events") if event_kinds()[hit.id].family == "contact"]
    for hit in found:
        if words.forms[hit.first] in _PHONES and not _phones(clause, hit, here):
            continue  # «رقم هاتف»
        if hit.id == _PERSON and any(o.id != _PERSON and 0 < o.first - hit.last <= _ON_SCREEN for o in found):
            continue  # «وجها لوجه عبر الشاشة»
        beside = [c for c in contacts if 0 <= hit.first - c.last <= 1 or (c.first <= hit.first and hit.last <= c.last)]
        first, last = min([hit.first, *(c.first for c in beside)]), max([hit.last, *(c.last for c in beside)])
        yield Evidence(Span(words.spans[first].start, words.spans[last].end), labels("channels")[hit.id][0])


def _phones(clause: Clause, hit: Hit, here: Sequence[Entity]) -> bool:
    """«هاتف بايدن نظيره», «هاتف الرئيس الأمريكي …»: a verb, with who phones behind it."""
    words, behind = clause.words, hit.last + 1
    if behind + 1 >= clause.indices.stop or words.forms[hit.first - 1 : hit.first] in (("رقم",), ("في",), ("خط",)):
        return False
    span = words.spans[behind]
    named = any(e.label == Label.PER and span.start <= e.start < span.end for e in here)
    return named or (words.forms[behind].startswith("ال") and nationality(words.forms[behind + 1]) is not None)


def ordinals(clause: Clause, entities: Sequence[Entity]) -> Iterator[Evidence]:
    """Which of several meetings or calls this is («القمة الثانية», «أول قمة بينهما»)."""
    found = ranks(clause, entities)
    if not found:
        return
    kinds = event_kinds()
    events = [hit for hit in hits_in(clause, "events") if "m" in kinds[hit.id].flags]
    for hit in found:
        beside = [event for event in events if hit.first - event.last == 1 or _follows(clause, hit, event)]
        if not beside and events and clause.words.forms[max(hit.first - 1, 0)] in _TIMES:  # «تحدثا للمرة الثانية»
            beside = [event for event in events if event.last < hit.first][-1:]
        elif not beside and hit.id != "last" and clause.words.forms[max(hit.first - 1, 0)] in _PRONOUNS:
            before = [h for h in clause.words.of("events") if "m" in kinds[h.id].flags and h.last < hit.first]
            if before:  # «… مكالمة، هي الثانية بينهما»
                place = float(hit.id)
                span = Span(clause.words.spans[hit.first - 1].start, clause.words.spans[hit.last].end)
                yield Evidence(span, Quantity(place, place, kinds[before[-1].id].ar, kind=QuantityKind.ORDINAL))
        if not beside and (of := _contact_ranked(clause, hit)) is not None:
            yield Evidence(of, Quantity(float(hit.id), float(hit.id), _CONTACT, kind=QuantityKind.ORDINAL))
        elif not beside and (event := _ranked_ahead(clause, hit, events)) is not None:
            place = float(hit.id)
            span = Span(clause.words.spans[hit.first - 1].start, clause.words.spans[hit.last].end)
            yield Evidence(span, Quantity(place, place, kinds[event.id].ar, kind=QuantityKind.ORDINAL))
        elif not beside and (event := _ranked_again(clause, hit)) is not None:
            place = float(hit.id)
            value = Quantity(place, place, kinds[event.id].ar, kind=QuantityKind.ORDINAL)
            yield Evidence(clause.words.span(hit), value)
        if not beside:
            continue
        event = beside[0]
        between = clause.words.forms[min(hit.last, event.last) + 1 : max(hit.first, event.first)]
        again = bool(between) and between[-1] in _TIMES
        if any(form in _MARKS for form in between):
            continue
        rank = None if hit.id == "last" else float(hit.id)
        span = Span(
            clause.words.spans[hit.first - 1 if again else min(hit.first, event.first)].start,
            clause.words.spans[max(hit.last, event.last)].end,
        )
        yield Evidence(span, Quantity(rank, rank, kinds[event.id].ar, kind=QuantityKind.ORDINAL))


def _contact_ranked(clause: Clause, rank: Hit) -> Span | None:
    """«خامس تواصل بين الرئيسين», «التواصل الخامس»: a contact of any kind, which is no event where nobody counts it."""
    words, two = clause.words, (rank.first - 1, rank.last + 1)
    noun = next((i for i in two if i in clause.indices and words.forms[i] in _CONTACTS), None)
    if rank.id == "last" or noun is None:
        return None
    first, last = min(noun, rank.first), max(noun, rank.last)
    return Span(words.spans[first].start, words.spans[last].end)


def _ranked_ahead(clause: Clause, rank: Hit, events: Sequence[Hit]) -> Hit | None:
    """«للمرة الثالثة هذا الشهر، تحادث الرئيسان»: the meeting that the clause goes on to tell of."""
    opens = rank.first - 1 in (clause.indices.start, clause.indices.start + 1)
    if rank.id == "last" or not opens or clause.words.forms[rank.first - 1] not in _TIMES:
        return None
    return next((event for event in events if 0 < event.first - rank.last <= _AHEAD_REACH), None)


def _ranked_again(clause: Clause, rank: Hit) -> Hit | None:
    """«المكالمة هي الثانية هذا الشهر، والخامسة منذ تولي بايدن الرئاسة»: the meeting that is ranked once more."""
    words = clause.words
    if rank.id == "last" or not is_counted_since(words, rank.first, rank.last):
        return None
    before = [hit for hit in words.of("ordinals") if 0 < rank.first - hit.last <= _AGAIN_REACH]
    met = [hit for hit in words.of("events") if "m" in event_kinds()[hit.id].flags and hit.last < rank.first]
    return met[-1] if before and met else None


def is_counted_since(words: Words, first: int, last: int) -> bool:
    """Whether these words are a rank joined to another one, counted since some time («والخامسة منذ …»)."""
    return words.forms[first][:1] == "و" and words.forms[last + 1 : last + 2] == ("منذ",)


def _follows(clause: Clause, rank: Hit, event: Hit) -> bool:
    """«أول قمة», «ثاني أهم لقاء»; what stands behind «منذ» is another one («الأولى منذ اجتماعهما»)."""
    between = clause.words.forms[rank.last + 1 : event.first]
    return event.first - rank.last in (1, 2) and _SINCE.isdisjoint(between)


def ranks(clause: Clause, entities: Sequence[Entity]) -> list[Hit]:
    """The ordinals of the clause that rank something: not those of a date («كانون الثاني») nor before a mark."""
    words, found = clause.words, hits_in(clause, "ordinals")
    dates = [e for e in entities if e.label == Label.TIME] if found else []
    return [hit for hit in found if not any(words.span(hit).overlaps(date) for date in dates)]
