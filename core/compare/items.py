"""What comparison knows about a claim: its event, parties, time, scope, speaker and words, read from the clause around it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from core.compare.events import Happening, Mention, gather
from core.extract.clauses import Clause, split_clauses
from core.extract.concepts import Hit, event_kinds, function_words, nationality, party, rows, states
from core.model import (
    Analysis,
    ArticleClaim,
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
from core.text.segment import sentences
from core.text.stems import root, variants

_PAIR_WORDS = frozenset(
    ["الزعيمان", "الزعيمين", "الرييسان", "الرييسين", "الجانبان", "الجانبين", "الطرفان", "الطرفين", "البلدان", "البلدين", "بينهما", "قمتهما", "الرجلين", "الرجلان", "الدولتين", "الدولتان", "كلاهما", "مكالمتهما", "اتصالهما", "محادثتهما", "لقايهما"]
)
_NAMED = (Label.PER, Label.LOC, Label.ORG)
_SINCE = ("منذ", "قبل")


@dataclass(slots=True)
class Item:
    """One claim with what decides whether another one speaks of the same. `order` counts articles."""

    order: int
    claim: ArticleClaim
    source: str
    published: str
    agency: str  # the wire agency that the text names, folded; "" for none
    event: str  # id of the nearest event kind, "" for none
    events: frozenset[str]
    happening: Happening | None
    parties: frozenset[str]
    agent: str  # the state that acts, "" where none is told
    names: frozenset[str]  # canonical names inside the evidence
    roots: frozenset[str]  # content words of the clause
    own: frozenset[str]  # content words of the evidence
    scopes: frozenset[str]
    when: tuple[str, str] | None  # inclusive ISO days that the value or the clause tells
    frame: str  # who speaks, where the claim stands in the clause that reports; "" elsewhere
    unclear: bool
    request: bool
    speaker_parties: frozenset[str] = frozenset()
    content: tuple[Span, ...] = ()  # of an actor: what he says
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> ClaimKind:
        """The claim's kind."""
        return self.claim.claim.kind

    @property
    def raw(self) -> Claim:
        """The claim itself."""
        return self.claim.claim


@dataclass(slots=True)
class _Page:
    """One article while its claims are read."""

    analysis: Analysis
    order: int
    clauses: list[Clause]
    starts: list[int]
    parties: list[frozenset[str]]
    happenings: dict[tuple[int, int], Happening]  # (clause, word of the event) → happening
    people: dict[str, str]
    main: frozenset[str]
    speech_day: dict[int, tuple[str, str]]  # clause → day on which its speaker spoke


def read(analyses: Sequence[Analysis]) -> list[Item]:
    """An item for every claim of every article."""
    people = person_states(analyses)
    return [item for order, analysis in enumerate(analyses) for item in _items(analysis, order, people)]


def person_states(analyses: Sequence[Analysis]) -> dict[str, str]:
    """Person → the state whose nationality stands beside the office («الرئيس الروسي فلاديمير بوتين» → روسيا)."""
    votes: dict[str, Counter[str]] = {}
    for analysis in analyses:
        text = analysis.article.text
        for entity in analysis.entities:
            if entity.label != Label.PER:
                continue
            before = fold(text[max(entity.start - 45, 0) : entity.start]).replace("،", " ").split()[-4:]
            behind = fold(text[entity.end : entity.end + 50])
            near = [nationality(word) for word in reversed(before)]
            if behind.lstrip(" ").startswith(("،", ",", "المتحدث", "وزير", "رييس", "مساعد")):
                near += [nationality(word) or states().get(word) for word in behind.split()[:6]]
            named = [states()[word] for word in before if word in states()]
            for state in [*[n for n in near if n], *named][:1]:
                votes.setdefault(entity.name, Counter())[state] += 1
    return {name: counts.most_common(1)[0][0] for name, counts in votes.items()}


@cache
def unit_classes() -> dict[str, str]:
    """Folded counted noun → class of nouns that count the same."""
    return {fold(form): row[0] for row in rows("units") for form in row[2].split()}


def unit_class(quantity: Quantity) -> str:
    """What a figure counts: a class of units, the unit's own root, or "" where no noun stands by."""
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.DURATION):
        return str(quantity.kind)
    if not quantity.unit:
        return ""
    known = unit_classes()
    unit = fold(quantity.unit.split()[0])
    return next((known[form] for form in (unit, *sorted(variants(unit))) if form in known), root(unit))


def _items(analysis: Analysis, order: int, people: dict[str, str]) -> Iterator[Item]:
    page = _page(analysis, order, people)
    for claim in analysis.claims:
        yield _item(page, claim)


def _page(analysis: Analysis, order: int, people: dict[str, str]) -> _Page:
    text = analysis.article.text
    body = [s for s in sentences(text) if not any(s.overlaps(b) for b in analysis.boilerplate)]
    clauses = split_clauses(text, body, analysis.quotes)
    counts: Counter[str] = Counter()
    for entity in analysis.entities:
        if entity.label in (Label.LOC, Label.ORG) and (state := states().get(fold(entity.name))):
            counts[state] += 1
        elif entity.label == Label.PER and entity.name in people:
            counts[people[entity.name]] += 1
    main = frozenset(state for state, _ in counts.most_common(2))
    entities = _by_clause(clauses, analysis.entities)
    parties = [_parties(clause, names, people, main) for clause, names in zip(clauses, entities, strict=True)]
    page = _Page(analysis, order, clauses, [c.span.start for c in clauses], parties, {}, people, main, {})
    page.happenings = gather(_mentions(page, entities))
    page.speech_day = _speech_days(page, entities)
    return page


def _by_clause(clauses: Sequence[Clause], entities: Sequence[Entity]) -> list[list[Entity]]:
    starts = [clause.span.start for clause in clauses]
    found: list[list[Entity]] = [[] for _ in clauses]
    for entity in entities:
        index = bisect_right(starts, entity.start) - 1
        if index >= 0 and entity.start < clauses[index].span.end:
            found[index].append(entity)
    return found


def _parties(
    clause: Clause, entities: Sequence[Entity], people: dict[str, str], main: frozenset[str]
) -> frozenset[str]:
    """States (and people without one) that the clause names, also by adjective; «الزعيمان» are the article's main pair."""
    found: set[str] = set()
    for entity in entities:
        if entity.label == Label.PER:
            found.add(people.get(entity.name, entity.name))
        elif entity.label in (Label.LOC, Label.ORG) and (state := states().get(fold(entity.name))):
            found.add(state)
    for index in clause.words.within(clause.span.start, clause.span.end):
        form = clause.words.forms[index]
        if form in _PAIR_WORDS:
            found |= main
        elif state := nationality(form):
            found.add(state)
    return frozenset(found)


def _clause_hits(clause: Clause, *tables: str) -> list[Hit]:
    indices = clause.words.within(clause.span.start, clause.span.end)
    return [h for h in clause.words.of(*tables) if indices.start <= h.first and h.last < indices.stop]


def _mentions(page: _Page, entities: Sequence[Sequence[Entity]]) -> Iterator[Mention]:
    """The events that the article speaks of, in order, with the times and places that stand nearest to each."""
    kinds = event_kinds()
    for number, clause in enumerate(page.clauses):
        hits = [hit for hit in _clause_hits(clause, "events")]
        strong = [hit for hit in hits if "w" not in kinds[hit.id].flags] or hits
        channels = _clause_hits(clause, "channels")
        if not any(kinds[hit.id].family == "contact" for hit in strong) and channels:
            strong = [*strong, Hit(channels[0].first, channels[0].last, "events", "call", "mp")]
        ranks = _clause_hits(clause, "ordinals")
        whens: dict[int, tuple[str, str]] = {}
        places: dict[int, str] = {}
        for entity in entities[number]:
            best = _nearest(clause, strong, entity)
            if best is None:
                continue
            value = entity.value
            if isinstance(value, TimeValue) and value.begin and value.end and value.kind is not TimeKind.SET:
                if best.first not in whens or value.begin > whens[best.first][0]:
                    whens.setdefault(best.first, (value.begin, value.end))
            elif entity.label == Label.LOC and _is_located(clause, entity):
                places.setdefault(best.first, entity.name)
        for hit in strong:
            kind = kinds[hit.id]
            rank = next((r.id for r in ranks if abs(r.first - hit.last) <= 2 or abs(r.last - hit.first) <= 2), "")
            channel = next((c.id for c in channels if kind.family == "contact" and abs(c.first - hit.last) <= 6), "")
            yield Mention(
                number,
                hit.first,
                hit.id,
                kind.family,
                whens.get(hit.first),
                page.parties[number],
                places.get(hit.first, ""),
                rank if rank != "last" else "",
                channel,
                _is_ahead(clause),
                "m" in kind.flags,
            )


def _nearest(clause: Clause, hits: Sequence[Hit], entity: Entity) -> Hit | None:
    """The event that a time or place belongs to: the nearest one before it, else the nearest behind."""
    position = next((i for i, s in enumerate(clause.words.spans) if s.end > entity.start), 0)

    def cost(hit: Hit) -> int:
        return position - hit.last if hit.last < position else (hit.first - position) + 6

    return min(hits, key=cost, default=None)


def _is_located(clause: Clause, entity: Entity) -> bool:
    index = next((i for i, s in enumerate(clause.words.spans) if s.end > entity.start), 0)
    forms = clause.words.forms
    before = [form for form in forms[max(index - 3, 0) : index] if form not in ("مدينه", '"', "العاصمه")]
    covering = clause.words.spans[index]
    return bool(before and before[-1] == "في") or (forms[index][:1] == "ب" and covering.start < entity.start)


def _is_ahead(clause: Clause) -> bool:
    """Whether the clause speaks of what is still to come."""
    cues = {hit.id for hit in _clause_hits(clause, "cues")}
    words = clause.words
    future = any(
        len(words.forms[i]) > 4 and words.forms[i].lstrip("وف")[:2] in ("سي", "ست", "سن")
        for i in words.within(clause.span.start, clause.span.end)
    )
    return bool(cues & {"planned", "plan"}) or future


def _speech_days(page: _Page, entities: Sequence[Sequence[Entity]]) -> dict[int, tuple[str, str]]:
    """Frame clause → the day told in it, else the last day told for the same speaker within the two sentences before."""
    found: dict[int, tuple[str, str]] = {}
    last: dict[str, tuple[int, tuple[str, str]]] = {}
    for number, clause in enumerate(page.clauses):
        quote = clause.frame
        if quote is None or quote.speaker is None:
            continue
        who = quote.speaker.name
        told = [e.value for e in entities[number] if isinstance(e.value, TimeValue) and e.value.begin and e.value.end]
        days = [(v.begin, v.end) for v in told if v.begin and v.end and v.begin == v.end]
        if days:
            found[number] = days[0]
            last[who] = (clause.sentence.start, days[0])
        elif who in last and clause.sentence.start - last[who][0] <= 400:
            found[number] = last[who][1]
    return found


def _item(page: _Page, claim: Claim) -> Item:
    analysis = page.analysis
    number = max(bisect_right(page.starts, claim.start) - 1, 0)
    if not page.clauses:
        raise ValueError("an article with claims has clauses")
    clause = page.clauses[number]
    hits = [hit for hit in _clause_hits(clause, "events", "scopes", "cues")]
    if claim.polarity is Polarity.DENIED and claim.kind is ClaimKind.POLARITY:
        hits = _hits_inside(page, claim)
    event, happening = _event_of(page, number, claim, hits)
    frame = clause.frame.speaker.name if clause.frame and clause.frame.speaker else ""
    parties = page.parties[number]
    if happening is not None and happening.meeting and len(happening.parties) >= 2 and parties <= happening.parties:
        parties = happening.parties
    elif happening is not None and happening.meeting and len(parties) < 2 and parties <= page.main:
        parties = page.main
    speaker_party = _speaker_party(page, claim.attribution.speaker)
    if claim.polarity is Polarity.DENIED and speaker_party:
        parties |= {speaker_party}
    names = frozenset(
        e.name for e in analysis.entities if claim.start <= e.start and e.end <= claim.end and e.label in _NAMED
    )
    roots, own = _roots(page, claim, clause)
    cues = {hit.id for hit in hits if hit.table == "cues"}
    scopes = _scopes(clause, claim, hits)
    item = Item(
        page.order,
        ArticleClaim(analysis.article.id, claim),
        analysis.article.source or analysis.article.file or analysis.article.title,
        analysis.article.published or "",
        "",
        event,
        frozenset(hit.id for hit in hits if hit.table == "events"),
        happening,
        parties,
        _agent(page, clause, claim, hits, speaker_party),
        names,
        roots,
        own,
        scopes,
        _when(page, number, claim, happening),
        frame,
        "unclear" in cues,
        "request" in cues and claim.kind is ClaimKind.ACTOR and claim.text.lstrip()[:1] == "ب",
    )
    if claim.kind is ClaimKind.ACTOR:
        item.speaker_parties = _actor_parties(page, claim)
        item.content = tuple(Span(q.start, q.end) for q in analysis.quotes if _speaks(claim, q))
    return item


def _hits_inside(page: _Page, claim: Claim) -> list[Hit]:
    """Hits of all clauses that a denial spans, since its cue may stand in another clause than what is denied."""
    found: list[Hit] = []
    for clause in page.clauses:
        if clause.span.start < claim.clause.end and claim.clause.start < clause.span.end:
            found += _clause_hits(clause, "events", "scopes", "cues")
    return found


def _event_of(page: _Page, number: int, claim: Claim, hits: Sequence[Hit]) -> tuple[str, Happening | None]:
    """The event nearest to the evidence in its clause, else that of the clause before it in the same sentence."""
    kinds = event_kinds()
    whole = claim.kind in (ClaimKind.OTHER, ClaimKind.POLARITY)
    for back in range(3):
        index = number - back
        if index < 0 or page.clauses[index].sentence != page.clauses[number].sentence:
            break
        clause = page.clauses[index]
        here = [key for key in page.happenings if key[0] == index]
        if not here:
            continue
        position = next((i for i, s in enumerate(clause.words.spans) if s.end > claim.start), 0)
        if whole and back == 0:
            inner = [key for key in here if clause.words.spans[key[1]].start >= claim.start] or here
            best = min(inner, key=lambda key: ("d" not in kinds[page.happenings[key].id].flags, key[1]))
        else:
            best = min(here, key=lambda k: position - k[1] if k[1] <= position else k[1] - position + 6)
        return page.happenings[best].kind_at(best), page.happenings[best]
    events = [hit.id for hit in hits if hit.table == "events"]
    if whole and events:
        return events[0], next((h for k, h in page.happenings.items() if h.kind_at(k) == events[0]), None)
    return (events[0] if events else ""), None


def _roots(page: _Page, claim: Claim, clause: Clause) -> tuple[frozenset[str], frozenset[str]]:
    names = [e for e in page.analysis.entities if e.start < claim.clause.end and claim.clause.start < e.end]
    roots: set[str] = set()
    own: set[str] = set()
    words = clause.words
    for index in words.within(min(clause.span.start, claim.start), max(clause.span.end, claim.end)):
        form, span = words.forms[index], words.spans[index]
        if len(form) < 3 or form in function_words() or not form[0].isalpha() or form.isdigit():
            continue
        if any(e.start <= span.start + 2 and span.end <= e.end and e.label != Label.QUANTITY for e in names):
            continue
        if nationality(form):
            continue
        key = root(form)
        roots.add(key)
        if claim.start <= span.start < claim.end:
            own.add(key)
    return frozenset(roots), frozenset(own)


def _scopes(clause: Clause, claim: Claim, hits: Sequence[Hit]) -> frozenset[str]:
    """What a figure counts: of the scope words of its clause, those nearest to it; the counted noun may say it itself."""
    found = [hit for hit in hits if hit.table == "scopes"]
    if claim.kind is not ClaimKind.QUANTITY or not found:
        return frozenset(hit.id for hit in found)
    position = next((i for i, s in enumerate(clause.words.spans) if s.end > claim.start), 0)
    distance = {hit: position - hit.last if hit.last < position else hit.first - position + 1 for hit in found}
    nearest = min(distance.values())
    return frozenset(hit.id for hit in found if distance[hit] <= nearest + 1)


def _when(page: _Page, number: int, claim: Claim, happening: Happening | None) -> tuple[str, str] | None:
    value = claim.value
    if isinstance(value, TimeValue):
        return (value.begin, value.end) if value.begin and value.end else None
    if page.clauses[number].frame is not None:
        return page.speech_day.get(number)
    return happening.when if happening else None


def _speaker_party(page: _Page, speaker: str | None) -> str:
    if not speaker:
        return ""
    if speaker in page.people:
        return page.people[speaker]
    state = party(speaker)
    if state != speaker:
        return state
    return next((s for word in fold(speaker).split() if (s := nationality(word) or states().get(word))), "")


def _agent(page: _Page, clause: Clause, claim: Claim, hits: Sequence[Hit], speaker_party: str) -> str:
    """The state that does what the proposition says: the adjective on the event, else the first state before it."""
    if claim.kind not in (ClaimKind.OTHER, ClaimKind.POLARITY):
        return ""
    words = clause.words
    events = [hit for hit in _clause_hits(clause, "events") if words.spans[hit.first].start >= claim.start - 30]
    entities = [e for e in page.analysis.entities if clause.sentence.start <= e.start < clause.sentence.end]
    if events:
        first = events[0]
        for index in range(first.last + 1, min(first.last + 3, len(words.forms))):
            if state := nationality(words.forms[index]):
                return state
        here = words.spans[first.first].start
        for entity in entities:
            if clause.span.start <= entity.start < here and (state := _state_of(page, entity)):
                return state
    if claim.polarity is Polarity.DENIED:
        return speaker_party
    return ""


def _state_of(page: _Page, entity: Entity) -> str:
    if entity.label == Label.PER:
        return page.people.get(entity.name, "")
    return states().get(fold(entity.name), "") if entity.label in (Label.LOC, Label.ORG) else ""


def _actor_parties(page: _Page, claim: Claim) -> frozenset[str]:
    """The states that stand behind the speakers named in the evidence."""
    found = {_speaker_party(page, str(claim.value))} if isinstance(claim.value, str) else set()
    for entity in page.analysis.entities:
        if claim.start <= entity.start and entity.end <= claim.end and (state := _state_of(page, entity)):
            found.add(state)
    for word in fold(claim.text).split():
        if state := nationality(word.strip("،,")):
            found.add(state)
    return frozenset(found - {""})


def _speaks(claim: Claim, quote: Quote) -> bool:
    """Whether the actor's evidence is the speaker of the quote, or the cue that carries him."""
    spans = [span for span in (quote.speaker, quote.cue) if span is not None]
    return any(claim.start <= span.start and span.end <= claim.end for span in spans)


def is_open(item: Item) -> bool:
    """Whether the claim commits itself: a condition or a demand asserts nothing."""
    return item.raw.modality not in (Modality.CONDITIONAL, Modality.DEMANDED)
