"""The smallest spans of a clause that answer a question: means of contact, speakers, offices, ordinals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.extract.clauses import Clause
from core.extract.concepts import (
    Hit,
    Words,
    event_kinds,
    function_words,
    labels,
    media,
    nationality,
)
from core.model import Entity, Label, Quantity, QuantityKind, Quote, Span, Value
from core.text.arabic import fold

_NAMES = (Label.PER, Label.LOC, Label.ORG)
# Words that end the speaker's noun phrase: the complementizer, a setting, a clause.
_PHRASE_ENDS = frozenset(
    [
        "ان",
        "بان",
        "انه",
        "انها",
        "انهم",
        "عندما",
        "اثناء",
        "خلال",
        "في",
        "رد",
        "ردا",
        "حيث",
        "بعد",
        "قبل",
        "التي",
        "الذي",
        "من",
    ]
)
_APART = frozenset(["منذ", "بين", "مع", "الي", "علي", "حول", "لدي"])  # «الرئيسان منذ دخول …»: of another than the name
_APPOSITION = 8  # words that may stand between a speaker and the cue; behind more, the cue's pronoun carries him
_MEDIA_NOUNS = frozenset(["صحيفه", "وكاله", "قناه", "شبكه", "مجله", "موقع", "اذاعه"])
_PRONOUNS = frozenset(["هي", "وهي", "هو", "وهو"])
_MARKS = frozenset(":،,؛\"'“«–-—(")


class Evidence(NamedTuple):
    """A span and the value it gives."""

    span: Span
    value: Value | None


def inside(entities: Sequence[Entity], span: Span) -> list[Entity]:
    """The entities that lie inside `span`."""
    return [entity for entity in entities if span.start <= entity.start and entity.end <= span.end]


def word_at(words: Words, position: int) -> int:
    """Index of the word that covers or follows `position`."""
    return words.at(position)


def hits_in(clause: Clause, table: str) -> Sequence[Hit]:
    """The hits of a lexicon's table inside the clause."""
    return clause.hits.get(table, ())


def channels(clause: Clause) -> Iterator[Evidence]:
    """By which means people speak or meet («اتصالا عبر الفيديو», «مكالمة هاتفية»)."""
    words, found = clause.words, hits_in(clause, "channels")
    if not found:
        return
    contacts = [hit for hit in hits_in(clause, "events") if event_kinds()[hit.id].family == "contact"]
    for hit in found:
        beside = [c for c in contacts if 0 <= hit.first - c.last <= 1 or (c.first <= hit.first and hit.last <= c.last)]
        first, last = min([hit.first, *(c.first for c in beside)]), max([hit.last, *(c.last for c in beside)])
        yield Evidence(Span(words.spans[first].start, words.spans[last].end), labels("channels")[hit.id][0])


def ordinals(clause: Clause, entities: Sequence[Entity]) -> Iterator[Evidence]:
    """Which of several meetings or calls this is («القمة الثانية», «أول قمة بينهما»)."""
    found = ranks(clause, entities)
    if not found:
        return
    kinds = event_kinds()
    events = [hit for hit in hits_in(clause, "events") if "m" in kinds[hit.id].flags]
    for hit in found:
        beside = [event for event in events if hit.first - event.last == 1 or event.first - hit.last in (1, 2)]
        if not beside and hit.id != "last" and clause.words.forms[max(hit.first - 1, 0)] in _PRONOUNS:
            before = [h for h in clause.words.of("events") if "m" in kinds[h.id].flags and h.last < hit.first]
            if before:  # «… مكالمة، هي الثانية بينهما»
                place = float(hit.id)
                span = Span(clause.words.spans[hit.first - 1].start, clause.words.spans[hit.last].end)
                yield Evidence(span, Quantity(place, place, kinds[before[-1].id].ar, kind=QuantityKind.ORDINAL))
        if not beside:
            continue
        event = beside[0]
        between = clause.words.forms[min(hit.last, event.last) + 1 : max(hit.first, event.first)]
        if any(form in _MARKS for form in between):
            continue
        rank = None if hit.id == "last" else float(hit.id)
        span = Span(
            clause.words.spans[min(hit.first, event.first)].start, clause.words.spans[max(hit.last, event.last)].end
        )
        yield Evidence(span, Quantity(rank, rank, kinds[event.id].ar, kind=QuantityKind.ORDINAL))


def ranks(clause: Clause, entities: Sequence[Entity]) -> list[Hit]:
    """The ordinals of the clause that rank something: not those of a date («كانون الثاني») nor before a mark."""
    words, found = clause.words, hits_in(clause, "ordinals")
    dates = [e for e in entities if e.label == Label.TIME] if found else []
    return [hit for hit in found if not any(words.span(hit).overlaps(date) for date in dates)]


def speaker(clause: Clause, quote: Quote, entities: Sequence[Entity]) -> Evidence | None:
    """Who says it, with the office («وزير الدفاع الأوكراني، أوليكسي ريزنيكوف»), or the cue whose verb carries him."""
    cue, who = quote.cue, quote.speaker
    words = clause.words
    if cue is None:
        return None
    if who is None or not clause.sentence.contains(who):
        return None  # «أضافت»: the verb alone names nobody
    first, last = word_at(words, who.start), word_at(words, who.end - 1)
    if cue.end <= who.start:
        first = _source_start(words, word_at(words, cue.end - 1), first)
        if not any(entity.label == Label.LOC and entity.end == who.end for entity in entities):
            stop = word_at(words, quote.start) if quote.start > who.end else len(words.spans)
            last = _phrase_end(words, last, stop, entities)
    elif word_at(words, cue.start) - last > _APPOSITION:
        return None
    else:
        first = _phrase_start(words, word_at(words, clause.span.start), first, quote, entities)
    return Evidence(Span(words.spans[min(first, last)].start, max(words.spans[last].end, who.end)), who.name)


def _source_start(words: Words, cue: int, speaker_first: int) -> int:
    """First word of the speaker's phrase behind the cue: right after it, unless a clause mark lies between."""
    first = speaker_first
    while first - 1 > cue and speaker_first - first < 8 and words.forms[first - 1] not in _PHRASE_ENDS:
        first -= 1
    while first < speaker_first and (
        words.forms[first] in _MARKS or words.forms[first].removeprefix("و") in function_words()
    ):
        first += 1
    return first


def _phrase_start(words: Words, clause_first: int, speaker_first: int, quote: Quote, entities: Sequence[Entity]) -> int:
    """First word of the phrase before a cue: the office in front of the name, or the medium that passes it on."""
    first = clause_first
    if quote.via:
        via = [e for e in entities if e.label == Label.ORG and fold(e.name) == fold(quote.via)]
        passing = [word_at(words, e.start) for e in via if 0 < speaker_first - word_at(words, e.start) <= 8]
        passing = [first for first in passing if "عن" in words.forms[first:speaker_first]]  # «نقلت … عن»
        if passing:
            noun = passing[0] - 1
            return noun if noun >= 0 and words.forms[noun] in _MEDIA_NOUNS else passing[0]
    while first < speaker_first and words.forms[first].removeprefix("و") in function_words():
        first += 1
    if words.forms[first] in ("اما", "فاما"):
        first += 1
    elif words.forms[first] in ("الا", "غير", "بيد") and words.forms[first + 1].startswith("ان"):
        first += 2
    return _after_last_mark(words, first, speaker_first)


def _phrase_end(words: Words, last: int, stop: int, entities: Sequence[Entity]) -> int:
    """Last word of the speaker's phrase: an office or a name may follow, also behind a comma."""
    index = last
    roles = {hit.first for hit in words.of("roles")}
    starts = {(e.start, e.label) for e in entities}
    while index + 1 < min(stop, last + 10):
        form, begin = words.forms[index + 1], words.spans[index + 1].start
        named = {label for label in _NAMES if (begin, label) in starts}
        if form in _PHRASE_ENDS or any(e.label == Label.TIME and e.start <= begin < e.end for e in entities):
            break
        if form in "،,":
            follower = words.spans[index + 2].start if index + 2 < stop else -1
            if index + 2 not in roles and (follower, Label.PER) not in starts:
                break
        elif (
            (
                form in _MARKS
                or form in ("ل", ".", "!", "؟")
                or form.startswith("للصحفي")
                or _is_medium(words, index + 1, entities)
            )
            or (index == last and named)
            or (
                index + 1 in roles
                and words.forms[index] not in "،,"
                and _names_another(words, index + 2, stop, entities)
            )
            or (index == last and index + 1 not in roles and nationality(form) is None)
        ):
            break
        index += 1
    while index > last and words.forms[index] in _MARKS:
        index -= 1
    return index


def _is_medium(words: Words, index: int, entities: Sequence[Entity]) -> bool:
    """«لرويترز»: whom the source told, no part of the source."""
    span = words.spans[index]
    return words.forms[index][:1] == "ل" and any(
        entity.start - 2 <= span.start <= entity.start <= span.end and fold(entity.name) in media()
        for entity in entities
    )


def _names_another(words: Words, first: int, stop: int, entities: Sequence[Entity]) -> bool:
    """Whether the office at first-1 belongs to a second person named right behind it."""
    end = min(stop, first + 5)
    return first < end and any(
        e.label == Label.PER and words.spans[first].start <= e.start < words.spans[end - 1].end for e in entities
    )


def _after_last_mark(words: Words, first: int, speaker_first: int) -> int:
    """Skip what stands before the last comma that is no apposition of an office."""
    offices = [hit.first for hit in words.of("roles") if first <= hit.first < speaker_first]
    begin = min(offices, default=speaker_first)
    for index in range(begin - 1, first - 1, -1):
        if words.forms[index] in _MARKS:
            return index + 1
    return first if begin - first <= 2 else begin


def addressee(text: str, clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """The medium that a source spoke to («لرويترز», «لـ"رويترز"», «لصحيفة …»), one of the clause's entities."""
    for entity in here:
        name = media().get(fold(entity.name)) or media().get(fold(entity.text))
        if name is None:
            continue
        before = text[max(entity.start - 12, clause.span.start) : entity.start]
        bare = before.rstrip("\"'“«ـ ")
        noun = bare.rsplit(" ", 1)[-1]
        if fold(noun) in ("ل", "لوكاله", "لصحيفه", "لقناه", "لشبكه", "لمجله", "لموقع", "لاذاعه"):
            yield Evidence(Span(entity.start - len(before) + len(bare) - len(noun), _closing(text, entity.end)), name)


def _closing(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] in ('"', "”", "»") else end


def offices(clause: Clause, entities: Sequence[Entity], here: Sequence[Entity]) -> Iterator[Evidence]:
    """A named person with the office beside the name («المتحدث باسم الكرملين، دميتري بيسكوف»).

    Of the sentence's `entities` those `here` lie in the clause.
    """
    words = clause.words
    people = [entity for entity in here if entity.label == Label.PER]
    roles = words.of("roles") if people else []
    for entity in people if roles else ():
        first, last = word_at(words, entity.start), word_at(words, entity.end - 1)
        before = [
            hit for hit in roles if 0 < first - hit.last <= 7 and _one_phrase(words, hit.last + 1, first, entities)
        ]
        after = [hit for hit in roles if 0 < hit.first - last <= 2]
        if before:
            yield Evidence(Span(words.spans[before[0].first].start, entity.end), entity.name)
        elif after:
            end = _phrase_end(words, last, len(words.spans), entities)
            if end > last:
                yield Evidence(Span(entity.start, words.spans[end].end), entity.name)


def _one_phrase(words: Words, start: int, stop: int, entities: Sequence[Entity]) -> bool:
    """No other person, verb frame or conjunction stands between an office and the name it belongs to."""
    if any(form in _PHRASE_ENDS or form in _APART for form in words.forms[start:stop]):
        return False
    if start >= stop:
        return True
    gap = Span(words.spans[start].start, words.spans[stop - 1].end)
    return not any(e.label == Label.PER and gap.overlaps(e) for e in entities)
