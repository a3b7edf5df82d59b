"""Claims: what a text says that another source may say otherwise, each with the smallest span that carries it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from operator import itemgetter

from core.extract.beside_report import before_report, of_whom_it_names
from core.extract.clauses import Clause, commas_inside, split_clauses
from core.extract.commitment import (
    Commitment,
    commitment_of,
    is_denial_of,
    is_disputed,
    modality_of,
    polarity_of,
)
from core.extract.compounds import COMPOUND
from core.extract.concepts import Hit, Words, event_kinds, function_words, leaders, party
from core.extract.evidence import Evidence, channels, closed, hits_in, inside, ordinals, word_at
from core.extract.lengths import clocked_lengths, open_lengths
from core.extract.negators import NEGATORS
from core.extract.press import addressee
from core.extract.quote_claims import claims_of_quotes
from core.extract.requests import requests
from core.extract.undecided import untold_from
from core.extract.where import outside, places
from core.extract.who import estimators, offices, printed, silent, speaker
from core.model import (
    Attribution,
    Claim,
    ClaimKind,
    Entity,
    Label,
    Modality,
    Polarity,
    Quantity,
    QuantityKind,
    Quote,
    Span,
    TimeKind,
    TimeValue,
)
from core.text.arabic import fold

_SOON_DAYS = {"PXD": 10, "PXW": 42, "PXM": 183}  # days within which what comes «in days», «weeks», «months» is thought
_COMING = ("المقبله", "القادمه", "المقبلين", "القادمين", "التاليه")
_PERIOD = re.compile(r"P(\d{1,4})([YMWD])")
_LEADING = frozenset(["ان", "بان", "لان", "انه", "بانه", "انها", "بانها", "لكن", "ولكن", "بينما", "فيما", "حيث", "كما"])
_OBJECTS = ("ه", "ها")
_WHICH = frozenset(["ما", "امر", "الذي", "التي", "اتهام", "اتهامات", "تهمه"])  # «وهو ما تنفيه», «الأمر الذي تنكره»
_POINTING_REACH = 3  # words from the head of a clause to the verb that denies what was told before it
_FIRST_TELLS, _LATER_TELLS = 4, 2  # words that tell something, in the statements of a clause
_WORTH = {
    ClaimKind.QUANTITY: 0.7,
    ClaimKind.POLARITY: 0.75,
    ClaimKind.TIME: 0.5,
    ClaimKind.CHANNEL: 0.5,
    ClaimKind.PLACE: 0.45,
    ClaimKind.ACTOR: 0.4,
    ClaimKind.OTHER: 0.35,
}


@dataclass(frozen=True, slots=True)
class _Text:
    """One article's text with what the extractors before this one found."""

    text: str
    published: date | None
    quotes: Sequence[Quote]
    cues: Sequence[tuple[int, Quote]]  # those with a cue, in the order of their cues, with the start of these
    names: frozenset[int]  # starts of words inside names


def extract_claims(
    text: str,
    published: date | None,
    sentences: Sequence[Span],
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
) -> list[Claim]:
    """The claims of one article, sorted by start; of two of one kind over one span the first stays."""
    cues = sorted(((quote.cue.start, quote) for quote in quotes if quote.cue), key=itemgetter(0))
    doc = _Text(text, published, quotes, cues, frozenset(_name_words(text, entities)))
    found: dict[tuple[int, int, ClaimKind], Claim] = {}
    subject: str | None = None
    by_sentence = _by_sentence(sentences, entities)
    for clause in split_clauses(text, sentences, quotes):
        near = by_sentence.get(clause.sentence.start, [])
        here = inside(near, clause.span)
        subject = _subject(clause, here) or subject
        if evidences := list(_evidence(doc, clause, near, here, subject)):
            commitment, attribution = commitment_of(clause, doc.names), _attribution(clause, here)
            for kind, evidence in evidences:
                claim = _claim(doc, commitment, attribution, kind, evidence)
                found.setdefault((claim.start, claim.end, claim.kind), claim)
    for claim in claims_of_quotes(text, quotes):
        found.setdefault((claim.start, claim.end, claim.kind), claim)
    return sorted(found.values(), key=lambda claim: (claim.start, claim.end, claim.kind))


def _by_sentence(sentences: Sequence[Span], entities: Sequence[Entity]) -> dict[int, list[Entity]]:
    """Start of a sentence → the entities inside it."""
    starts = [sentence.start for sentence in sentences]
    found: dict[int, list[Entity]] = {}
    for entity in entities:
        index = bisect_right(starts, entity.start) - 1
        if index >= 0 and entity.end <= sentences[index].end:
            found.setdefault(starts[index], []).append(entity)
    return found


def _evidence(
    doc: _Text, clause: Clause, near: Sequence[Entity], here: Sequence[Entity], subject: str | None
) -> Iterator[tuple[ClaimKind, Evidence]]:
    """Of a clause; `near` are the entities of its sentence, `here` those inside it."""
    text, speakers = doc.text, list(_speakers(doc, clause, near))
    sources: tuple[tuple[ClaimKind, Iterable[Evidence]], ...] = (
        (ClaimKind.TIME, _times(doc, clause, here)),
        (ClaimKind.QUANTITY, _quantities(clause, here)),
        (ClaimKind.QUANTITY, ordinals(clause, near)),
        (ClaimKind.QUANTITY, open_lengths(clause, here)),
        (ClaimKind.QUANTITY, clocked_lengths(clause, here)),
        (ClaimKind.CHANNEL, channels(clause, here)),
        (ClaimKind.CHANNEL, addressee(clause, here)),
        (ClaimKind.PLACE, outside(speakers, places(text, clause, near, here, subject))),
        (ClaimKind.ACTOR, requests(clause, near)),
        (ClaimKind.ACTOR, speakers),
        (ClaimKind.ACTOR, offices(clause, near, here)),
        (ClaimKind.ACTOR, estimators(text, clause, here)),
        (ClaimKind.ACTOR, silent(clause, here)),
        (ClaimKind.ACTOR, printed(clause, here)),
        (ClaimKind.OTHER, _statements_of(clause, here)),
    )
    for kind, found in sources:
        for evidence in found:
            yield kind, closed(text, evidence)


def _statements_of(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """What the clause says as a whole; what it tells beside that; a denial that only points back."""
    whole = list(_proposition(clause))
    yield from whole
    words, kinds = clause.words, event_kinds()
    denied = clause.denied is not None and is_denial_of(clause.denied, clause)
    for hit in hits_in(clause, "events") if not denied else ():
        telling = (kinds[hit.id].ar, kinds["accusation"].ar)
        told = any(e.value in telling and e.span.start <= words.spans[hit.first].start < e.span.end for e in whole)
        if hit.id in COMPOUND and hit.last > hit.first and not told:  # «بعد ضم القرم ودعم الانفصاليين»
            before = range(max(hit.first - 2, 0), hit.first)
            first = next((i for i in before if words.forms[i] in NEGATORS), hit.first)
            yield Evidence(Span(words.spans[first].start, words.spans[hit.last].end), telling[0])
    for aside in of_whom_it_names(clause):
        named = words.spans[aside.start - (2 if words.forms[aside.start - 1] in "،,؛;" else 1)].end  # before any comma
        start = next((e.start for e in here if e.end == named), words.spans[aside.start].start)
        hits = [hit for hit in hits_in(clause, "events") if hit.first in aside]
        yield Evidence(Span(start, words.spans[aside.stop - 1].end), _main_event(hits))
    if not whole and (denial := _pointing_denial(clause)):
        yield Evidence(denial, None)


def _pointing_denial(clause: Clause) -> Span | None:
    """«وهو ما تنفيه»: a denial of what was told before, without who denies."""
    return clause.span if _pointing_cue(clause) is not None else None


def _pointing_cue(clause: Clause) -> int | None:
    """The verb of a denial that points back at what was told («وهو ما تنفيه», «الأمر الذي تنكره موسكو»)."""
    forms, first = clause.words.forms, clause.indices.start
    for hit in hits_in(clause, "cues"):
        near = first < hit.first <= first + _POINTING_REACH
        if hit.id == "denied" and near and forms[hit.last].endswith(_OBJECTS) and forms[hit.first - 1] in _WHICH:
            return hit.last
    return None


def _times(doc: _Text, clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """Times that can be laid on a calendar, with the preposition that bounds them; and that a time is not told."""
    words = clause.words
    for entity in here:
        value = entity.value
        if entity.label != Label.TIME or not isinstance(value, TimeValue) or value.timex.endswith("_REF"):
            continue
        if value.kind is TimeKind.DURATION and value.begin is None:
            soon = _soon(entity.text, value, doc.published)
            if soon is None:
                continue
            value = soon
        index = word_at(words, entity.start)
        bounded = index > 0 and words.forms[index - 1] in ("حتي", "بحلول", "قبل", "بعد", "منذ", "مطلع", "خلال")
        yield Evidence(Span(words.spans[index - 1].start if bounded else entity.start, entity.end), value)
    yield from _since(doc, clause, here)
    if (untold := _untold_time(clause)) is not None:
        yield Evidence(untold, None)


def _untold_time(clause: Clause) -> Span | None:
    """«لم يتم الكشف عن التوقيت الدقيق …»: that a time is not told."""
    first = untold_from(clause)
    return Span(clause.words.spans[first].start, clause.span.end) if first < clause.indices.stop else None


def _soon(text: str, value: TimeValue, published: date | None) -> TimeValue | None:
    """«في الأيام القليلة المقبلة»: nobody counts them, but they are few."""
    days = _SOON_DAYS.get(value.timex)
    if days is None or published is None or not fold(text).endswith(_COMING):
        return None
    end = published + timedelta(days=days)
    return TimeValue(value.timex, published.isoformat(), end.isoformat(), value.kind, "APPROX")


def _since(doc: _Text, clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """«منذ نحو 7 سنوات», «قبل عامين»: counted back from the day of publication."""
    forms = clause.words.forms
    for entity in here:
        iso = entity.value.iso if isinstance(entity.value, Quantity) else None
        if isinstance(entity.value, TimeValue) and entity.value.begin is None:
            iso = entity.value.timex
        match = _PERIOD.fullmatch(iso) if iso else None
        if match is None or doc.published is None:
            continue
        index = word_at(clause.words, entity.start)
        first = next((i for i in range(index - 1, max(index - 4, -1), -1) if forms[i] in ("منذ", "قبل")), None)
        if first is None:
            continue
        if value := _back(doc.published, int(match[1]), match[2]):
            yield Evidence(Span(clause.words.spans[first].start, entity.end), value)


def _back(day: date, count: int, unit: str) -> TimeValue | None:
    """The year, month or day that lies `count` units before `day`; None before the year 1."""
    if unit == "Y":
        year = day.year - count
        return TimeValue(f"{year:04d}", f"{year:04d}-01-01", f"{year:04d}-12-31", mod="APPROX") if year > 0 else None
    months = day.year * 12 + day.month - 1 - count
    if unit == "M":
        if months < 12:
            return None
        first = date(months // 12, months % 12 + 1, 1)
        last = date((months + 1) // 12, (months + 1) % 12 + 1, 1) - timedelta(days=1)
        return TimeValue(first.isoformat()[:7], first.isoformat(), last.isoformat(), mod="APPROX")
    days = count * (7 if unit == "W" else 1)
    if days >= day.toordinal():
        return None
    back = (day - timedelta(days=days)).isoformat()
    return TimeValue(back, back, back, mod="APPROX" if unit == "W" else None)


def _quantities(clause: Clause, here: Sequence[Entity]) -> Iterator[Evidence]:
    """Figures with their approximator and the adjective of the counted noun («أكثر من 94000 جندي روسي»)."""
    words = clause.words
    figures = [entity for entity in here if entity.label == Label.QUANTITY and isinstance(entity.value, Quantity)]
    bounds = {hit.last: hit.first for hit in words.of("cues") if hit.id == "approx"} if figures else {}
    for entity in figures:
        assert isinstance(entity.value, Quantity)
        if entity.value.kind is QuantityKind.ORDINAL or entity.value.unit in ("منه", "منها"):
            continue  # «في 12 منه» is a day
        index = word_at(words, entity.start)
        first = bounds.get(index - 1, index)
        start = min(entity.start, words.spans[first].start) if first < index else entity.start
        yield Evidence(Span(start, entity.end), entity.value)


def _speakers(doc: _Text, clause: Clause, near: Sequence[Entity]) -> Iterator[Evidence]:
    """The speaker of each quote whose cue stands in this clause."""
    first, last = (bisect_left(doc.cues, (place,)) for place in (clause.span.start, clause.span.end))
    for _, quote in doc.cues[first:last]:
        if found := speaker(clause, quote, near):
            yield found


def _proposition(clause: Clause) -> Iterator[Evidence]:
    """What the clause says as a whole: up to its first comma where a predicate stands before that, then behind it."""
    cues = {hit.id for hit in hits_in(clause, "cues")}
    denied = clause.denied is not None and is_denial_of(clause.denied, clause)  # the denial itself is the claim
    if denied:
        return
    words, indices = clause.words, before_report(clause)
    indices = range(indices.start, min(indices.stop, untold_from(clause)))
    start = indices.start
    while start < indices.stop and words.forms[start] in _LEADING:
        start += 1
    content = [
        i for i in range(start, indices.stop) if len(words.forms[i]) > 1 and words.forms[i] not in function_words()
    ]
    events = [hit for hit in hits_in(clause, "events") if hit.last < indices.stop]
    reported = clause.inside is not None
    denied = "denied" in cues or any(words.forms[i] in NEGATORS for i in range(start, min(start + 2, indices.stop)))
    told = reported or denied
    if len(content) < (2 if told else 3):
        return
    for first, stop in _statements(words, content, range(start, indices.stop), events[0].last if events else start):
        own = [hit for hit in events if first <= hit.first < stop] or (events if first == start else [])
        end = words.spans[stop - 1].end if stop < clause.indices.stop else clause.span.end
        yield Evidence(Span(words.spans[first].start, end), _main_event(own))


def _main_event(hits: Sequence[Hit]) -> str | None:
    """The first kind of event that is no weak one, else the first."""
    main = next((hit.id for hit in hits if "w" not in hit.flags), hits[0].id if hits else None)
    return event_kinds()[main].ar if main else None


def _statements(words: Words, content: Sequence[int], indices: range, event: int) -> Iterator[tuple[int, int]]:
    """First word and end of what a clause says up to a comma behind its first event, and of what stands behind it.

    `content`: the words that tell something; of the first statement at least four, of each later one two.
    """
    first, least = indices.start, _FIRST_TELLS
    inner = commas_inside(words, indices)
    while True:
        past = max(event, first + 3)
        commas = (i for i in range(past + 1, indices.stop) if words.forms[i] in "،,؛;–" and i not in inner)
        stop = next((i for i in commas if _told(content, first, i) >= least), indices.stop)
        if first == indices.start or _told(content, first, stop) >= _LATER_TELLS:
            yield first, stop
        if stop == indices.stop:
            return
        first, least = stop + 1, _LATER_TELLS


def _told(content: Sequence[int], start: int, stop: int) -> int:
    """How many of the words that tell something stand there."""
    return bisect_left(content, stop) - bisect_left(content, start)


def _claim(doc: _Text, commitment: Commitment, attribution: Attribution, kind: ClaimKind, evidence: Evidence) -> Claim:
    span, clause = evidence.span, commitment.clause
    polarity = polarity_of(commitment, span, is_statement=kind is ClaimKind.OTHER)
    modality = modality_of(commitment, evidence, doc.published)
    if kind is ClaimKind.ACTOR and modality is Modality.DEMANDED:
        modality = Modality.ASSERTED  # that somebody asked for it is told as a fact
    if kind is ClaimKind.OTHER and is_disputed(commitment, polarity, modality):
        kind = ClaimKind.POLARITY
    return Claim(
        span.start,
        span.end,
        doc.text[span.start : span.end],
        kind,
        clause.span,
        evidence.value,
        modality,
        polarity,
        attribution,
        _worth(kind, modality, polarity, commitment.tells_disputed, clause.frame is not None),
    )


def _attribution(clause: Clause, here: Sequence[Entity]) -> Attribution:
    quote = clause.inside or None
    if quote is None:
        return Attribution()
    if (cue := _pointing_cue(clause)) is not None:  # «قالت كييف إن …، وهو ما تنفيه موسكو»: Kyiv does not
        behind = clause.words.spans[cue + 1].start if cue + 1 < len(clause.words.spans) else -1
        return Attribution(next((e.name for e in here if e.start == behind), None))
    return Attribution(quote.speaker.name if quote.speaker else None, quote.via)


@cache
def _worth(kind: ClaimKind, modality: Modality, polarity: Polarity, tells_disputed: bool, only_reports: bool) -> float:
    worth = _WORTH[kind]
    worth += 0.1 if polarity is Polarity.DENIED else 0.0
    worth += 0.1 if tells_disputed else 0.0
    worth -= 0.1 if modality is Modality.CONDITIONAL else 0.0
    worth -= 0.15 if only_reports and kind in (ClaimKind.TIME, ClaimKind.PLACE) else 0.0
    return round(min(max(worth, 0.05), 0.95), 2)


def _subject(clause: Clause, here: Sequence[Entity]) -> str | None:
    """Whose «أراضيها» the next pronoun means: the speaker's state, else the first state named in the clause."""
    for quote in (clause.frame, clause.inside):
        who = quote.speaker if quote else None
        if who and (party(who.name) != who.name or fold(who.name) in leaders()):
            return leaders().get(fold(who.name)) or party(who.name)
    return next((party(e.name) for e in here if e.label == Label.LOC), None)


def _name_words(text: str, entities: Sequence[Entity]) -> Iterator[int]:
    for entity in entities:
        if entity.label in (Label.PER, Label.LOC, Label.ORG):
            for match in re.finditer(r"\S+", text[entity.start : entity.end]):
                yield entity.start + match.start()
                yield max(entity.start + match.start() - 1, 0)
