"""What comparison knows about a claim: its event, parties, time, scope, speaker and words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.compare.accusing import is_charge
from core.compare.acting import agent_of, is_promised, parties_told
from core.compare.acts import acts_told
from core.compare.announcing import Announced, announcing
from core.compare.aspects import Aspect, aspect
from core.compare.causing import CAUSED, Consequence, cause_told, consequence_told
from core.compare.circumstances import Circumstance, circumstance, day_beside, own_days
from core.compare.counted import (
    FATES,
    causes,
    counted,
    figure_before,
    is_length,
    meeting_words,
)
from core.compare.crediting import actor_parties, estimator
from core.compare.denying import OWN_STATE, names_at, negated, proposer_told, subject
from core.compare.events import Happening
from core.compare.foretelling import foretelling
from core.compare.framing import frame_of, is_destination, long_ago, speech_day, told_by
from core.compare.holding import holder_told
from core.compare.lands import lands_told
from core.compare.measured import dated, measured, named_measure, share_of
from core.compare.page import Page, read_page
from core.compare.parties import (
    agency,
    begin_of_word,
    offices_told,
    parties_of_quote,
    party_of_name,
    person_states,
    states_of,
)
from core.compare.parts import is_part, toll_told
from core.compare.passing import passed_over
from core.compare.pointing import points_back, recalls, resolved
from core.compare.posted import Posted, posted
from core.compare.preceding import preceding
from core.compare.rebutting import rebuts, rebutted
from core.compare.reported import Report, report_told
from core.compare.scoped import scopes_told
from core.compare.senses import meaning, says_something
from core.compare.settings import Days
from core.compare.spoken_of import WHOLE, event_of, events_beside, expects, lasted
from core.compare.starts import counted_since
from core.compare.stated import days_told, figures_told, portions_told, spell_told
from core.compare.supposing import is_supposed
from core.compare.taking import lands_taken
from core.compare.wholes import in_view_of_each_other
from core.extract.clauses import Clause
from core.extract.concepts import Hit, media, nationality
from core.extract.requests import requests
from core.extract.undecided import is_left_open
from core.model import (
    Analysis,
    ArticleClaim,
    Claim,
    ClaimKind,
    Label,
    Modality,
    Quantity,
    QuantityKind,
    Quote,
    Span,
    TimeValue,
)
from core.text.arabic import fold

_NAMED = (Label.PER, Label.LOC, Label.ORG)


@dataclass(frozen=True, slots=True)
class Item:
    """One claim with what decides whether another one speaks of the same. States and people are canonical names."""

    claim: ArticleClaim
    raw: Claim  # the claim itself …
    kind: ClaimKind  # … and its kind
    source: str
    agency: str  # the news agency that its article names, "" for none
    published: str
    event: str  # id of the kind of event, "" for none
    events: frozenset[str]  # ids of all kinds in the clause
    happening: Happening | None
    parties: frozenset[str]
    agent: str  # the state that acts, or whose a figure is, "" where none is told
    supposed: bool  # the event is told as a condition only
    charge: bool  # it tells what somebody is accused of
    promised: bool  # … what somebody promises («تعهدت روما بعدم …»)
    names: frozenset[str]  # inside the evidence
    roots: frozenset[str]  # content words of the clause
    own: frozenset[str]  # content words of the evidence
    told: frozenset[str]  # … without the nouns of meetings, which say of what it speaks, not what it says
    scopes: frozenset[str]
    unit: str  # class of what a figure counts, "" for none
    aspect: Aspect  # what a figure tells of a thing
    measured: tuple[str, ...]  # roots of the nouns that lead to a figure, the nearest first
    of_what: str  # the noun that says what a rate or a sum is of, as written, "" for none
    part: bool  # a figure of some of those told before («بينهم»)
    spell: Days | None  # of a statement: from the first to the last day of all the times that it tells
    days: Days | None  # of a statement: from the first day that its words tell to the last
    cause: frozenset[str]  # roots of what a statement gives as the cause of its event
    follows: Consequence | None  # … and what it says will follow
    figures: frozenset[tuple[str, float]]  # of a statement: what its figures count, and how many
    counted_in: frozenset[str]  # the lands in which those are whom a toll counts, empty where none is told
    portions: frozenset[tuple[str, bool]]  # of a statement: of what it is told, and whether of all of it
    share: str  # of what a figure is a share («من الأصوات»), "" for none
    dated: Days | None  # the time told beside a figure
    home: frozenset[str]  # the states that the article names most
    causes: frozenset[str]  # ids of the events that the figures of the clause are of; the article's own where none
    long_ago: Days | None  # of an event that the clause dates long before the article
    apart: bool  # of another event than the article's own («عاصفة سابقة»)
    counted_since: Days | None  # of a rank or a count: from when on it counts, see `starts`
    preceding: Days | None  # of an order: when those in contact were so last («أول محادثة منذ …»)
    length: bool  # a duration that tells how long the event took
    trends: frozenset[str]
    negated: frozenset[str]  # root and event of what a negator stands before
    subject: frozenset[str]  # roots of what stands before the negator
    acts: tuple[str, ...]  # of a statement: its words and how they stand, see `acts.acts_told`
    passed_over: tuple[str, ...]  # what would not be spoken of, or was left out, as `acts`; empty for nothing
    pointing: bool  # it denies a promise that it does not tell itself («… من هذا القبيل»)
    rebuts: bool  # it denies no more than what was told before it («وهو ما نفاه»)
    recalls: bool  # it tells that nothing but what was known was said («لم يزد على التذكير بـ…»)
    meant: tuple[str, ...]  # … which is told before in these words, as `acts`; empty where it is not found
    posted: Posted | None  # troops that are told to be in some place, or not to be there
    taken: frozenset[str]  # of a time: the lands that its event takes
    holder: str  # who is told to hold what only one can, "" for none
    proposer: str  # the state that proposes what it tells, "" for none
    bound_for: bool  # a place for which somebody leaves as he speaks
    setting: Circumstance  # what a time or a place tells beside its value
    expects: bool  # a time of what may come and is disputed
    when: Days | None  # what the value tells, else when the event is or the source spoke
    frame: str  # who speaks, where the claim stands in the clause that reports; "" elsewhere
    report: Report | None  # of a time: the newspaper's report that it dates
    speaker_parties: frozenset[str]  # the states behind the speaker: of an actor himself, elsewhere of the frame
    voice: str  # the state behind the one who is quoted, "" for none
    unclear: bool
    request: bool
    silent: bool  # it names who would not comment or confirm
    office: bool  # the evidence names somebody with an office
    content: tuple[Span, ...]  # of an actor: what he says …
    foretells: str  # … whose disputed deed he says may come, "" for none …
    announces: Announced | None  # … and which contact he says is to come


def read(analyses: Sequence[Analysis]) -> list[Item]:
    """An item for every claim of every article."""
    people = person_states(map(offices_told, analyses))
    return [item for analysis in analyses for item in read_article(analysis, people)]


def read_article(analysis: Analysis, people: dict[str, str]) -> list[Item]:
    """An item for every claim of one article; `people`: person → state, from all articles."""
    if not analysis.claims:
        return []
    page, wire = read_page(analysis, people), agency(analysis)
    items = [_item(page, wire, claim) for claim in analysis.claims if page.clauses]
    return announcing(foretelling(rebutted(resolved(in_view_of_each_other(items)))))


def is_open(item: Item) -> bool:
    """Whether the claim commits itself: a condition or a demand asserts nothing."""
    return item.raw.modality not in (Modality.CONDITIONAL, Modality.DEMANDED)


def _item(page: Page, wire: str, claim: Claim) -> Item:
    analysis = page.analysis
    number = page.clause_at(claim.start)
    clause = page.clauses[number]
    hits = _hits_of(page, number, claim)
    quote = frame_of(page, number, claim)
    teller = told_by(page, number, claim)
    speaker_party = party_of_name(claim.attribution.speaker, page.people) or _own_party(page, claim)
    cues = {hit.id for hit in hits if hit.table == "cues"}
    roots, own = _roots(page, number, claim)
    before = figure_before(page, number, claim)
    resumed = before is not None and all(told.family == "contact" for told in events_beside(page, number, claim))
    told_in = before[0] if before is not None and resumed else number
    length = is_length(page, number, claim)
    event, happening = event_of(page, told_in, claim, hits)
    if length and (met := lasted(page, number, claim, happening)):
        event, happening = met
    scopes = scopes_told(page, number, claim, hits, before[0] if before is not None else None, event)
    actor = claim.kind is ClaimKind.ACTOR
    evidence = Span(claim.start, claim.end)
    sources = parties_of_quote(quote, page.entities[number], page.people) if quote else frozenset()
    if teller and not sources:
        sources = states_of(teller, page.people)
    article = analysis.article
    estimated_by = estimator(page, number, claim)
    voice = estimated_by or speaker_party
    parties = parties_told(page, told_in, claim, happening, speaker_party)
    agent = agent_of(page, told_in, claim, event, speaker_party)
    if fold(claim.attribution.speaker or "") in OWN_STATE and agent:  # «مجددا نفي بلاده وجود خطط»
        parties |= {agent}
    request = actor and any(told.span == evidence for told in requests(clause, page.entities[number]))
    toll = toll_told(clause, claim)
    unit = counted(clause, claim, scopes, before[1] if before else None)
    unit = toll if toll and unit != "critical" else unit
    if unit in FATES.values() and (toll or not FATES.keys().isdisjoint(scopes)):
        scopes = frozenset(scope for scope, fate in FATES.items() if fate == unit)
    names = names_at(page, number, speaker_party) if claim.kind in WHOLE else {}
    when = _when(page, number, claim, happening)
    return Item(
        claim=ArticleClaim(article.id, claim),
        raw=claim,
        kind=claim.kind,
        source=article.source or article.file or article.title,
        agency=wire,
        published=article.published or "",
        event=event,
        events=frozenset(hit.id for hit in hits if hit.table == "events"),
        happening=happening,
        parties=parties - {estimated_by},
        agent=agent,
        charge=is_charge(page, number),
        promised=is_promised(page, number),
        supposed=claim.kind in WHOLE and is_supposed(clause, hits, event, claim.polarity),
        names=_names_in(page, number, claim),
        roots=roots,
        own=own,
        told=(own or roots) - meeting_words(clause, hits),
        scopes=scopes,
        unit=unit,
        aspect=aspect(page, number, claim, unit),
        measured=measured(page, number, claim),
        of_what=named_measure(page, number, claim) if _is_rate(claim) else "",
        part=is_part(clause, claim),
        spell=spell_told(page, number, claim),
        days=days_told(page, number, claim),
        cause=cause_told(clause, claim) if claim.kind in WHOLE and event in CAUSED else frozenset(),
        follows=consequence_told(clause, claim) if claim.kind in WHOLE else None,
        figures=figures_told(page, number, claim),
        counted_in=lands_told(page, number, claim) if unit in FATES.values() else frozenset(),
        portions=portions_told(clause, claim),
        share=share_of(clause, claim),
        dated=dated(page, number, claim),
        home=page.main,
        causes=causes(page, clause, hits),
        long_ago=long_ago(page, number, claim),
        apart=any(told.apart for _, told in page.events[number]),
        counted_since=counted_since(page, number, claim, happening),
        preceding=preceding(page, number, claim, happening),
        length=length,
        negated=negated(clause, claim),
        subject=subject(clause, claim),
        acts=acts_told(clause, claim, names) if claim.kind in WHOLE else (),
        passed_over=passed_over(clause, claim, names) if claim.kind in WHOLE else (),
        pointing=points_back(clause, claim),
        rebuts=rebuts(clause, claim, names),
        recalls=recalls(clause, claim),
        meant=(),
        posted=posted(page, number, claim, names),
        taken=lands_taken(page, number, claim, event),
        holder=holder_told(clause, claim, names) if claim.kind in WHOLE else "",
        proposer=proposer_told(clause, claim, names, speaker_party) if claim.kind in WHOLE else "",
        trends=frozenset(hit.id for hit in hits if hit.table == "trends"),
        bound_for=is_destination(clause, claim),
        setting=circumstance(clause, page.entities[number], claim),
        expects=claim.kind is ClaimKind.TIME and expects(event, claim.modality, when, article.published or ""),
        when=when,
        frame=quote.speaker.name if quote and quote.speaker else teller.name if teller else "",
        report=report_told(page, number, claim) if quote else None,
        speaker_parties=_behind_actor(page, number, claim, request) if actor else sources,
        voice=voice,
        unclear="unclear" in cues or _is_undecided(clause, claim),
        request=request,
        silent=actor and "silence" in cues and not _contents(page, number, claim),
        office=actor and any(hit.table == "roles" for hit in _hits_between(clause, claim.start, claim.end)),
        content=_contents(page, number, claim) if actor else (),
        foretells="",
        announces=None,
    )


def _names_in(page: Page, number: int, claim: Claim) -> frozenset[str]:
    """Those named in the words of a claim, which may reach over several clauses («نفى مسؤول أن يكون بايدن قد تعهد»)."""
    names: set[str] = set()
    for index in range(number, len(page.clauses)):
        if page.clauses[index].span.start >= claim.end:
            break
        names |= {e.name for e in page.entities[index] if claim.start <= e.start < claim.end and e.label in _NAMED}
    return frozenset(names)


def _behind_actor(page: Page, number: int, claim: Claim, request: bool) -> frozenset[str]:
    """The states behind an actor; who asked is one of those who are named in the words that tell so."""
    asked = party_of_name(claim.value, page.people) if request and isinstance(claim.value, str) else ""
    return frozenset({asked}) if asked else actor_parties(page, number, claim)


def _contents(page: Page, number: int, claim: Claim) -> tuple[Span, ...]:
    """What an actor says; of who only gives a figure («تقدر كييف عددهم بـ…») what follows in the clause, of a medium
    that made known what others tell («وفي تقرير نشرته صحيفة …، أن …») what follows in the sentence."""
    said = tuple(Span(q.start, q.end) for q in page.analysis.quotes if _speaks(claim, q))
    clause = page.clauses[number]
    first = clause.words.at(claim.start)
    cues = [hit.last for hit in page.hits[number] if hit.table == "cues" and hit.id == "estimate"]
    estimates = not said and first - 1 in cues
    if not said and fold(str(claim.value)) in media():
        return (Span(claim.end, clause.sentence.end),)
    return (Span(claim.end, clause.span.end),) if estimates else said


def _is_rate(claim: Claim) -> bool:
    """A share or a sum, whose question needs to say of what."""
    return isinstance(claim.value, Quantity) and claim.value.kind in (QuantityKind.PERCENT, QuantityKind.MONEY)


def _is_undecided(clause: Clause, claim: Claim) -> bool:
    return claim.kind in WHOLE and is_left_open(clause, clause.words.within(claim.start, claim.end))


def _hits_between(clause: Clause, start: int, end: int) -> list[Hit]:
    return clause.words.hits_within(start, end)


def _hits_of(page: Page, number: int, claim: Claim) -> list[Hit]:
    """The hits of the clause; of all clauses that a denial spans, since its cue stands apart from what is denied."""
    if claim.kind not in WHOLE:
        return page.hits[number]
    found: list[Hit] = []
    for index in range(number, len(page.clauses)):
        clause = page.clauses[index]
        if clause.span.start >= claim.end:
            break
        start = max(begin_of_word(clause, claim.start), clause.span.start)
        found += _hits_between(clause, start, min(claim.end, clause.span.end))
    return found


def _roots(page: Page, number: int, claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """Content words of the clause, and of the evidence; names count apart."""
    clause = page.clauses[number]
    words = clause.words
    names = [e for e in page.entities[number] if e.label != Label.QUANTITY]
    named = {index for e in names for index in words.within(e.start - 2, e.end)}  # behind a proclitic too
    roots: set[str] = set()
    own: set[str] = set()
    for index in words.within(min(clause.span.start, claim.start), max(clause.span.end, claim.end)):
        form, span = words.forms[index], words.spans[index]
        if not says_something(form) or nationality(form):
            continue
        if index in named:
            continue
        key = meaning(form)
        roots.add(key)
        if claim.start <= span.start < claim.end:
            own.add(key)
    return frozenset(roots), frozenset(own)


def _when(page: Page, number: int, claim: Claim, happening: Happening | None) -> Days | None:
    value = claim.value
    if isinstance(value, TimeValue):
        if days := own_days(page.clauses[number], claim, value, happening.when if happening else None):
            return days
        if not value.begin and value.timex.startswith("T") and (day := page.analysis.article.published):
            return day[:10], day[:10]  # an hour without a day, which only another hour is compared with
        return (value.begin, value.end) if value.begin and value.end else None
    if frame_of(page, number, claim) is not None:
        return speech_day(page, number, claim)
    if claim.kind is ClaimKind.PLACE and (told := day_beside(page.clauses[number], page.entities[number], claim)):
        return told
    return happening.when if happening else None


def _speaks(claim: Claim, quote: Quote) -> bool:
    """Whether the actor's evidence is the speaker of the quote, or the cue that carries him."""
    spans = [span for span in (quote.speaker, quote.cue) if span is not None]
    return any(claim.start <= span.start and span.end <= claim.end for span in spans)


def _own_party(page: Page, claim: Claim) -> str:
    """«قال الوزير الروسي إن بلاده أكدت أنها …»: the state of who speaks of his own, in whose words the claim stands."""
    if fold(claim.attribution.speaker or "") not in OWN_STATE:
        return ""
    around = [quote for quote in page.analysis.quotes if quote.start <= claim.start and claim.end <= quote.end]
    parties = (party_of_name(quote.speaker.name, page.people) for quote in around if quote.speaker)
    return next(filter(None, parties), "")
