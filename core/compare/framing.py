"""Who says what a claim tells, and whether it tells of his saying it: the report around a time, a place or a medium."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from core.compare.measured import is_beside
from core.compare.page import RESULTS, Page
from core.compare.parties import state_of, word_index
from core.compare.settings import Days, event_cost
from core.extract.clauses import Clause
from core.extract.concepts import event_kinds, labels
from core.extract.where import sets_scene
from core.model import Claim, ClaimKind, Entity, Label, Quantity, QuantityKind, Quote, TimeValue

_COMMAS = frozenset("،,؛;")
_DELIVERED, _IT = frozenset(("ادلي", "ادلت", "ادليا")), frozenset(("به", "بها", "بهما"))
_WHICH = frozenset(("الذي", "التي", "اللذان", "اللتان", "الذين"))
_GAVE = frozenset(("القاها", "القتها", "القاه", "القته"))  # «عقب كلمة ألقاها في …»
_LONG_AGO = 45  # days before publication from which an event is no news
_THEN = frozenset(("حينها", "انذاك", "وقتها", "يومها", "حينذاك", "وقتذاك"))
_LATER = frozenset(("بعد", "عقب", "منذ", "اثر"))  # a rank is told of the meeting that came later
_WEEKEND = "-WE"  # «لدى سفره لقضاء عطلة نهاية الأسبوع» tells what for
_LEAVING = (
    *(
        "مغادر",
        "يغادر",
        "غادر",
        "توجه",
        "يتوجه",
        "متوجه",
        "سفر",
        "يسافر",
        "سافر",
        "طريق",
        "رحيل",
        "انطلاق",
        "متجه",
        "اقلع",
    ),
    *("خروج", "يخرج", "خرج", "ذهاب", "يذهب", "ذهب"),
)
_LEAVING_REACH = 8  # words before a place for which somebody leaves
_REFERRED = 3  # clauses before «حينها» that may tell when


def frame_of(page: Page, number: int, claim: Claim) -> Quote | None:
    """The report whose setting the claim tells; None where it tells that of a meeting named beside it.

    «هدد، في قمة دامت ساعتين يوم …» dates the summit, «قال يوم …» dates what is said.
    """
    clause, reports = page.clauses[number], reporting(page, number, claim)
    quote = page.clauses[reports].frame
    if reports != number or quote is None or quote.cue is None or claim.kind is ClaimKind.ACTOR or is_medium(claim):
        return quote
    if isinstance(claim.value, TimeValue) and claim.value.end and claim.value.end < long_before(page):
        return None  # «منذ ضم القرم في 2014»: nothing in the news was said then
    if claim.kind is ClaimKind.QUANTITY and _tells_of_speaker(clause, quote, claim):
        return None
    position, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    behind = clause.words.forms[last + 1 : word_index(clause, quote.cue.start) + 1]
    settles = claim.kind in (ClaimKind.TIME, ClaimKind.PLACE)
    if settles and behind[-1:] and behind[-1][:1] == "و" and _COMMAS & set(behind):
        return None  # «نشرت مطالبها في 17 ديسمبر، ووصفت واشنطن بعضها …»
    meetings = [word for word, happening in page.events[number] if happening.family == "contact"]
    if any(position <= word <= last for word in meetings):
        return None
    cue = word_index(clause, quote.cue.start)
    nearest = min((event_cost(clause, word, word, position) for word in meetings), default=None)
    return None if nearest is not None and nearest < event_cost(clause, cue, cue, position) else quote


def _tells_of_speaker(clause: Clause, quote: Quote, claim: Claim) -> bool:
    """«نفت روسيا، التي حشدت 100 ألف جندي، أنها …»: what a relative clause tells of who speaks, he does not say."""
    if quote.speaker is None or not clause.span.start <= quote.speaker.start < quote.speaker.end <= claim.start:
        return False
    forms = clause.words.forms
    first = word_index(clause, quote.speaker.end - 1) + 1
    first += forms[first : first + 1] in (("،",), (",",))
    if forms[first : first + 1] == () or forms[first] not in _WHICH:
        return False
    return _COMMAS.isdisjoint(forms[first : word_index(clause, claim.start)])


def reporting(page: Page, number: int, claim: Claim) -> int:
    """The clause whose report a claim tells of: its own; of a place also the one beside a clause that only sets the
    scene («وقبيل مغادرته البيت الأبيض إلى …، قال بايدن إن …»)."""
    clause = page.clauses[number]
    if claim.kind is not ClaimKind.PLACE or clause.frame is not None:
        return number
    if not sets_scene(clause):
        return number
    beside = (at for at in (number + 1, number - 1) if 0 <= at < len(page.clauses))
    told = (at for at in beside if page.clauses[at].sentence == clause.sentence and page.clauses[at].frame)
    return next(told, number)


def speech_day(page: Page, number: int, claim: Claim) -> Days | None:
    """The day of the report that a claim tells of: told in it, or where the scene is set; of a place also a week or
    more («قال الأسبوع الماضي في …»)."""
    reports = reporting(page, number, claim)
    own = (e.value for e in page.entities[number] if isinstance(e.value, TimeValue)) if reports != number else ()
    days = ((v.begin[:10], v.end[:10]) for v in own if v.begin and v.end)
    found = page.speech_days.get(reports) or next((day for day in days if day[0] == day[1]), None)
    if found is not None or claim.kind is not ClaimKind.PLACE:
        return found
    times = [e.value for e in page.entities[reports] if isinstance(e.value, TimeValue)]
    spans = ((v.begin[:10], v.end[:10]) for v in times if v.begin and v.end and not v.timex.endswith(_WEEKEND))
    return next(spans, None)


def is_medium(claim: Claim) -> bool:
    """A channel that is no means of meeting: the medium to which somebody spoke."""
    return claim.kind is ClaimKind.CHANNEL and claim.value not in {name for name, _ in labels("channels").values()}


def told_by(page: Page, number: int, claim: Claim) -> Entity | None:
    """Who speaks to a medium, or in a place, where nothing is quoted («أكد فلان لوكالات أنباء موعد المكالمة», «كلام
    فلان، الذي أدلى به في …»): the last person named before it in its clause, else the last body of a state."""
    if not is_medium(claim) and not _is_delivered(page, number, claim):
        return None
    before = [e for e in page.entities[number] if e.end <= claim.start]
    people = [e for e in before if e.label == Label.PER]
    told = next(reversed(people or [e for e in before if state_of(e, page.people)]), None)
    return told or _spoke_before(page, number)


def _spoke_before(page: Page, number: int) -> Entity | None:
    """«تعهد فلان بـ…، وذلك في رده على سؤال عقب كلمة ألقاها في …»: who speaks in the sentence's clause before."""
    for at in range(number - 1, -1, -1):
        clause = page.clauses[at]
        if clause.sentence != page.clauses[number].sentence:
            return None
        if clause.frame is not None and (who := clause.frame.speaker) is not None:
            return next((e for e in page.entities[at] if e.start < who.end and who.start < e.end), None)
    return None


def _is_delivered(page: Page, number: int, claim: Claim) -> bool:
    """«أدلى به», «أدلت بها», «كلمة ألقاها» before a place."""
    if claim.kind is not ClaimKind.PLACE or page.clauses[number].frame is not None:
        return False
    clause = page.clauses[number]
    forms = clause.words.forms[clause.indices.start : word_index(clause, claim.start)]
    return not _GAVE.isdisjoint(forms) or any(form in _DELIVERED and behind in _IT for form, behind in pairwise(forms))


def is_destination(clause: Clause, claim: Claim) -> bool:
    """Whether somebody leaves for a place («قبيل توجهه إلى …», «لدى مغادرته لقضاء العطلة في …»)."""
    if claim.kind is not ClaimKind.PLACE:
        return False
    at = word_index(clause, claim.start)
    before = clause.words.forms[max(at - _LEAVING_REACH, clause.indices.start) : at]
    return clause.words.forms[at] == "الي" or any(form.removeprefix("و").startswith(_LEAVING) for form in before)


def long_before(page: Page) -> str:
    """The day before which nothing is news to the article; "" where its own day is not known."""
    published = page.analysis.article.published
    return (date.fromisoformat(published[:10]) - timedelta(days=_LONG_AGO)).isoformat() if published else ""


def long_ago(page: Page, number: int, claim: Claim) -> Days | None:
    """When the event of the clause was, if that was well before the article («شهدت عام 1999 زلزالا»)."""
    limit = long_before(page)
    clause = page.clauses[number]
    begin = clause.words.within(clause.sentence.start, clause.sentence.end).start
    if number and _THEN & set(clause.words.forms[begin : clause.indices.stop]):  # «وأعلنت حينها مقتل …»
        before = (long_ago(page, index, claim) for index in range(number - 1, max(number - _REFERRED, -1), -1))
        return next(filter(None, before), None)
    figure = claim.kind is ClaimKind.QUANTITY and clause.span.start <= claim.start < clause.span.end

    behind = word_index(clause, claim.end - 1) + 1
    ranked = isinstance(claim.value, Quantity) and claim.value.kind is QuantityKind.ORDINAL

    def told_of(position: int) -> bool:
        if ranked and _LATER & set(clause.words.forms[behind:position]):
            return False  # «هي الثانية بينهما بعد قمة مارس»
        return not figure or is_beside(clause, claim, position)

    times = (e for e in page.entities[number] if isinstance(e.value, TimeValue))
    told = [e for e in times if told_of(word_index(clause, e.start))]
    since = [e.value for e in told if e.text.startswith("منذ") or _is_since(clause, e.start)]
    days = [(e.value.begin, e.value.end) for e in told if isinstance(e.value, TimeValue)]
    points = ((at, h) for at, h in page.events[number] if "p" in event_kinds()[h.id].flags and h.id not in RESULTS)
    days += [h.when for at, h in points if h.when and told_of(at)]
    begun = [(value.begin, value.end) for value in since if isinstance(value, TimeValue)]
    known = ((begin, end) for begin, end in days if begin and end and (begin, end) not in begun)
    return next((when for when in known if when[1] < limit), None)


def _is_since(clause: Clause, start: int) -> bool:
    """«منذ عام 2014», «منذ اندلاع النزاع قبل سبع سنوات»: what is counted since then is counted now."""
    return "منذ" in clause.words.forms[clause.indices.start : word_index(clause, start) + 1]
