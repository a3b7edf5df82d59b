"""Which event a claim speaks of: its own, else that of the words before it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.compare.counted import SHORT
from core.compare.events import Happening
from core.compare.page import RESULTS, Page
from core.compare.parties import word_index
from core.compare.seats import is_there
from core.compare.senses import says_something, senses
from core.compare.settings import BACKDROP, event_cost, is_of_another_day
from core.compare.supposing import is_conditional
from core.compare.words import light_words
from core.extract.clauses import Clause
from core.extract.commitment import rejected
from core.extract.concepts import Hit, event_kinds
from core.extract.evidence import is_counted_since
from core.extract.requests import BOTH
from core.extract.undecided import is_doubted, is_left_open
from core.model import Claim, ClaimKind, Modality, Polarity, Quantity, QuantityKind
from core.text.arabic import fold
from core.text.stems import bare

_WHERE_AND_WHEN = (ClaimKind.TIME, ClaimKind.PLACE)
WHOLE = (ClaimKind.OTHER, ClaimKind.POLARITY)
PREPARES = frozenset(("massing", "provocation"))  # told of what may come, they tell of the attack
_AHEAD = (Modality.POSSIBLE, Modality.PLANNED)
_POINTS_BACK = frozenset(("لكنها", "لكنه", "وهي", "وهو", "وانها", "وانه", "كما"))
_BECAUSE = frozenset(("بسبب", "عقب", "اثر", "جراء", "منذ"))
_LED_REACH = 3  # clauses behind a time that may tell what was then («هدد أمس …، وذلك خلال محادثات»)
_ASIDE_REACH = 2  # clauses behind who speaks that may tell of what
_OPENS = frozenset(("ان", "بان", "انه", "انها", "وجود"))
_OF, _REPORT_REACH = frozenset(("عن", "بشان", "حول", "بخصوص")), 4
_POINTING = frozenset(
    [
        *("ذلك", "هذا", "هذه", "تلك", "الامر", "مثل", "كهذا", "كهذه", "المزاعم", "مزاعم", "الاتهامات", "اتهامات"),
        *("الاتهام", "الانباء", "التقارير", "تقارير", "الادعاءات", "الخطط", "النوايا"),
    ]
)
_TELLS = 3  # words of what is denied from which it is told
_ABOUT_REACH = 6  # words behind «تحدثت» to «عن»
_IT_IS = re.compile("و?(?:هو|هي)\\s")
_REFERRED = 6  # clauses before a denial that may tell what it denies
_DECIDED_ON = ("attack", "war")
_LAST = 2  # words that tell something, in which one who tells no more ends («بوتين لم يحسم أمره بعد»)
PLAN_REACH = 4  # words between a plan and what is planned


def event_of(page: Page, number: int, claim: Claim, hits: Sequence[Hit]) -> tuple[str, Happening | None]:
    """The event that the claim speaks of: its own, else that of the clauses before it, else of the sentence before."""
    clause = page.clauses[number]
    if is_ranked_again(clause, claim):
        return _ranked_again(page, number, claim)
    if is_ranked(claim) and _IT_IS.match(fold(claim.text)) and (named := _ranked_again(page, number, claim))[0]:
        return named  # «الاجتماع، وهو الثاني هذا العام، جاء قبل مفاوضات باريس»
    whole = claim.kind in WHOLE
    denial = whole and _is_denial(page, number, claim, hits)
    if denial and (meant := _referred(page, number, claim, hits)):
        return meant
    found = _main_event(page, number, claim, hits) if whole else _nearest_event(page, number, claim)
    if found is not None:
        return found
    if whole and is_left_open(clause, clause.words.within(claim.start, claim.end)):
        return _undecided(page, number, claim) or ("", None)  # «بوتين لم يتخذ قرارا»
    if whole and claim.polarity is Polarity.DENIED and not denial:
        return "", None  # «وأن موسكو لا تريد نزاعا»: nothing told before is denied by it
    for index in range(number - 1, max(number - 3, -1), -1):
        if page.clauses[index].sentence != clause.sentence:
            break
        if page.events[index]:
            told = [event for event in page.events[index] if event[1].meeting] if claim.kind in _WHERE_AND_WHEN else []
            word, happening = (told or page.events[index])[-1]  # «مفاوضات حول الضمانات، على أن تتواصل يوم 12»
            return happening.kind_at((index, word)), happening
    silent = claim.kind is ClaimKind.ACTOR and any(hit.table == "cues" and hit.id == "silence" for hit in hits)
    if silent and (told_of := _told_before(page, number))[0]:
        return told_of
    if claim.kind is ClaimKind.ACTOR and _is_of_request(clause, claim):
        return _told_before(page, number)  # «تحادثا. والمبادرة جاءت من باريس.»
    if claim.kind is ClaimKind.PLACE and is_there(clause, page.entities[number], claim):
        return _meanwhile(page, number)
    if claim.kind is ClaimKind.ACTOR and (told_ahead := _told_ahead(page, number, claim)):
        return told_ahead
    first = clause.words.forms[clause.words.within(clause.span.start, clause.span.end).start]
    if first in _POINTS_BACK and number:
        before = page.clauses[number - 1].sentence
        for index in range(max(number - 6, 0), number):
            if page.clauses[index].sentence == before and page.events[index]:
                word, happening = page.events[index][0]
                return happening.kind_at((index, word)), happening
    return "", None


def _told_ahead(page: Page, number: int, claim: Claim) -> tuple[str, Happening] | None:
    """«بطلب أمريكي.. اتصال مرتقب»: of the next clause, or of the one behind an aside («أعلن الكرملين، فيما امتنع البيت
    الأبيض عن التعليق، أن …»)."""
    for index in range(number + 1, min(number + 1 + _ASIDE_REACH, len(page.events))):
        clause = page.clauses[index]
        if "\n" in page.analysis.article.text[claim.end : clause.span.start]:
            break
        if index > number + 1 and clause.sentence != page.clauses[number].sentence:
            break
        if page.events[index]:
            word, happening = page.events[index][0]
            return happening.kind_at((index, word)), happening
    return None


def is_ranked_again(clause: Clause, claim: Claim) -> bool:
    """«…، والخامسة منذ تولي بايدن الرئاسة»: a second rank of the meeting told before."""
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    return is_ranked(claim) and is_counted_since(clause.words, first, last)


def is_ranked(claim: Claim) -> bool:
    """Whether a claim tells which of several its event is."""
    return isinstance(claim.value, Quantity) and claim.value.kind is QuantityKind.ORDINAL


def _ranked_again(page: Page, number: int, claim: Claim) -> tuple[str, Happening | None]:
    """«المكالمة هي الثانية هذا الشهر، والخامسة منذ تولي بايدن الرئاسة»: the meeting told before in the sentence."""
    position = word_index(page.clauses[number], claim.start)
    for index in range(number, max(number - _REFERRED, -1), -1):
        if page.clauses[index].sentence != page.clauses[number].sentence:
            break
        for word, happening in reversed(page.events[index]):
            if happening.meeting and word < position:
                return happening.kind_at((index, word)), happening
    return "", None


def events_beside(page: Page, number: int, claim: Claim) -> list[Happening]:
    """Those of the clause but for the backdrop told behind the claim («العدد يتجاوز 100 ألف، وسط مخاوف من هجوم»)."""
    forms, first = page.clauses[number].words.forms, word_index(page.clauses[number], claim.start)
    return [event for word, event in page.events[number] if word < first or BACKDROP.isdisjoint(forms[first:word])]


def is_estimate(clause: Clause, hit: Hit) -> bool:
    """«تقدر كييف», «تحدثت عن 120 ألفا»; who only speaks («تحدثا مرتين») estimates nothing."""
    if hit.table != "cues" or hit.id != "estimate":
        return False
    forms = clause.words.forms
    return "تحدث" not in forms[hit.first] or "عن" in forms[hit.last + 1 : hit.last + 1 + _ABOUT_REACH]


def lasted(page: Page, number: int, claim: Claim, told: Happening | None) -> tuple[str, Happening] | None:
    """The meeting that took the hours told, where what was read for it is none; None where it is, or for days."""
    long = isinstance(claim.value, Quantity) and claim.value.unit not in SHORT
    if long or (told is not None and told.meeting):
        return None
    clause, here = page.clauses[number], [event for event in page.events[number] if event[1].meeting]
    if here:
        position = word_index(clause, claim.start)
        word, happening = min(here, key=lambda event: event_cost(clause, event[0], event[0], position))
        return happening.kind_at((number, word)), happening
    met = [(at, *event) for at, events in enumerate(page.events) for event in events if event[1].meeting]
    before = [event for event in met if event[0] < number and page.clauses[event[0]].sentence == clause.sentence]
    parties = page.parties[number]
    # «ماذا دار بينهما في ساعتين؟», «النقاش مع الجانب الروسي دام ساعتين»
    both = told is None and (page.main <= parties or not parties or (len(page.main) > 1 and parties < page.main))
    near = before[-1:] or [event for event in met if both and page.main <= event[2].parties][:1]
    return next(((happening.kind_at((at, word)), happening) for at, word, happening in near), None)


def expects(event: str, modality: Modality, when: tuple[str, str] | None, published: str) -> bool:
    """Whether a time is of what may come and is disputed, or of forces that gather for it."""
    kind = event_kinds().get(event)
    if kind is None or modality not in _AHEAD or when is None or when[1] < published[:10]:
        return False
    return "d" in kind.flags or event in PREPARES


def _is_denial(page: Page, number: int, claim: Claim, hits: Sequence[Hit]) -> bool:
    """A word of denying is there: a mere negation («لن أقبل …») denies its own clause only."""
    if claim.polarity is not Polarity.DENIED:
        return False
    quote = page.clauses[number].inside or page.clauses[number].frame
    if quote is not None and quote.denial:
        return True
    if rejected(page.clauses[number]) is not None:
        return True
    framing = page.hits[page.clause_at(quote.cue.start)] if quote is not None and quote.cue is not None else []
    return any(hit.table == "cues" and hit.id == "denied" for hit in (*hits, *framing))


def _referred(page: Page, number: int, claim: Claim, hits: Sequence[Hit]) -> tuple[str, Happening | None] | None:
    """«وينفي الكرملين هذه الاتهامات»: what is denied is the disputed event told shortly before."""
    if any(hit.table == "events" and hit.id != "accusation" for hit in hits) or _says_what(page, number, claim):
        return None
    clause = page.clauses[number]
    told = [
        (index, happening.kind_at((index, word)), happening)
        for index in range(number - 1, max(number - _REFERRED, -1), -1)
        for word, happening in reversed(page.events[index])
    ]
    disputed = [event for event in told if "d" in event_kinds()[event[1]].flags]
    beside = [at for at, kind, _ in told if page.clauses[at].sentence == clause.sentence and kind != "accusation"]
    if beside and _charges(page, beside[0]):  # «تتهم موسكو كييف بحشد قواتها، وهو ما تنفيه»: no attack told before
        disputed = [event for event in disputed if event[0] in beside]
    # «تتهمها بدعم الانفصاليين في نزاع أوقع 13 ألف قتيل، وهو ما تنفيه»: the charge, not the dead.
    charges = [event for event in disputed if event[1] not in RESULTS and _charges(page, event[0])]
    return next((event[1:] for event in (charges or disputed)), None)


def _charges(page: Page, number: int) -> bool:
    """Somebody is accused in the clause, or in the one whose report it is."""
    clause = page.clauses[number]
    near = range(max(number - 1, 0), number + 1)
    told = (hit.id for index in near if page.clauses[index].sentence == clause.sentence for hit in page.hits[index])
    return "accusation" in told


def _undecided(page: Page, number: int, claim: Claim) -> tuple[str, Happening | None] | None:
    """What somebody has not decided on: the attack told shortly before, of which he may be; where it is only told that
    he has not decided, the last one in the article."""
    words = page.clauses[number].words
    inside = words.within(claim.start, claim.end)
    told = [form for form in words.forms[inside.start : inside.stop] if says_something(form)]
    if is_doubted(page.clauses[number]) and any(s.side is not None for form in told for s in senses(form)[:1]):
        return None  # «استبعد انضمام أوكرانيا إلى الحلف»
    by = page.parties[number].union(*(page.parties[i] for i in range(number, page.clause_at(claim.end - 1) + 1)))
    bare = any(sense.id == "decide" for form in told[-_LAST:] for sense in senses(form))
    for index in range(number - 1, -1 if bare else max(number - _REFERRED, -1), -1):
        for word, happening in reversed(page.events[index]):
            kind = happening.kind_at((index, word))
            if kind in _DECIDED_ON and by & (happening.parties | page.main):
                return kind, happening
    return None


def _says_what(page: Page, number: int, claim: Claim) -> bool:
    """«نفت كييف أن تكون لديها خطط لاستعادة الإقليم»: what is denied is told here, and nothing points back."""
    words = page.clauses[number].words
    inside = words.within(claim.start, claim.end)
    that = next((index for index in inside if words.forms[index] in _OPENS or _is_of_report(words.forms, index)), None)
    if that is None or any(words.forms[index].lstrip("ولب") in _POINTING for index in inside):
        return False
    return sum(says_something(words.forms[index]) for index in inside if index > that) >= _TELLS


def _is_of_report(forms: Sequence[str], index: int) -> bool:
    """«المزاعم الغربية بشأن عملية مفبركة»: of what somebody else reports."""
    near = forms[max(index - _REPORT_REACH, 0) : index]
    return forms[index] in _OF and any(bare(form) & light_words("reported") for form in near)


def _told_before(page: Page, number: int) -> tuple[str, Happening | None]:
    """Of what nobody would speak («امتنع البيت الأبيض عن التعليق»): the first event of the sentence before."""
    clauses, own = page.clauses, page.clauses[number].sentence
    before = [i for i in range(max(number - _REFERRED, 0), number) if clauses[i].sentence != own]
    for index in (i for i in before if clauses[i].sentence == clauses[before[-1]].sentence):
        for word, happening in page.events[index]:
            kind = happening.kind_at((index, word))
            if set("md") & set(event_kinds()[kind].flags) and "w" not in event_kinds()[kind].flags:
                return kind, happening
    return "", None


def _is_of_request(clause: Clause, claim: Claim) -> bool:
    """«المبادرة», «الطلب»: what has been asked for was told before."""
    hits = clause.words.hits_within(claim.start, claim.end)
    asked = (hit for hit in hits if hit.table == "requests" and hit.id == "noun")
    return any(clause.words.forms[hit.first].lstrip("وف").startswith("ال") for hit in asked)


def _meanwhile(page: Page, number: int) -> tuple[str, Happening | None]:
    """«… في حين ظهر بوتين وحيدا في منتجع سوتشي»: the contact at a distance told last before."""
    for index in range(number - 1, max(number - 1 - _REFERRED, -1), -1):
        for word, happening in reversed(page.events[index]):
            if happening.is_remote():
                return happening.kind_at((index, word)), happening
    return "", None


def _main_event(page: Page, number: int, claim: Claim, hits: Sequence[Hit]) -> tuple[str, Happening | None] | None:
    """The first event of a proposition that is no setting only; what a plan plans goes before what surrounds it."""
    kinds = event_kinds()
    clause = page.clauses[number]
    events = [hit for hit in hits if hit.table == "events"]
    events = _before_backdrop(clause, claim, events) or events
    strong = [hit for hit in events if "w" not in kinds[hit.id].flags]
    strong.sort(key=lambda hit: is_conditional(clause, hits, hit, claim.polarity))  # «عقوبات إذا هاجم …»
    charged = claim.polarity is Polarity.DENIED and any(hit.id != "accusation" for hit in strong)
    if charged or any("d" in hit.flags for hit in strong):
        strong = [hit for hit in strong if hit.id != "accusation"]  # what one is accused of
    plans = [hit for hit in hits if hit.table == "cues" and hit.id == "plan"]
    planned = [e for e in strong if "d" in e.flags and any(0 <= e.first - p.last <= PLAN_REACH for p in plans)]
    if claim.polarity is Polarity.DENIED:
        strong.sort(key=lambda hit: "d" not in hit.flags)  # what is denied before where it was
    meetings = [hit for hit in events if "m" in hit.flags]
    best = next(iter([*planned, *strong, *meetings]), None)
    if best is None:
        return None
    for index in range(number, min(number + 4, len(page.clauses))):
        for word, happening in page.events[index]:
            if happening.kind_at((index, word)) == best.id and page.clauses[index].span.start < claim.end:
                return best.id, happening
    return best.id, None


def _before_backdrop(clause: Clause, claim: Claim, events: Sequence[Hit]) -> list[Hit]:
    """«يتحدثان الثلاثاء وسط مخاوف من التصعيد»: without what only surrounds it, but for what is disputed itself."""
    inside = clause.words.within(claim.start, claim.end)
    backdrop = next((i for i in inside if clause.words.forms[i] in BACKDROP), inside.stop)
    return [hit for hit in events if hit.first < backdrop or "d" in hit.flags]


def _led_into(forms: Sequence[str], first: int, event: int) -> bool:
    """«أمضى ساعة في اتصال», «خصص ساعة للقاء»."""
    return "في" in forms[first:event] or forms[event].startswith("لل")


def _nearest_event(page: Page, number: int, claim: Claim) -> tuple[str, Happening | None] | None:
    clause = page.clauses[number]
    for index in range(number + 1, min(number + 1 + _LED_REACH, len(page.clauses))):
        following = page.clauses[index]
        if claim.kind is not ClaimKind.TIME or following.sentence != clause.sentence or not following.indices:
            break
        first = following.indices.start
        because = index == number + 1 and following.words.forms[first] in _BECAUSE
        during = following.words.forms[first : first + 2] in (("وذلك", "خلال"), ("وذلك", "اثناء"))
        if (because or during) and page.events[index]:
            word, happening = page.events[index][0]
            return happening.kind_at((index, word)), happening
    if not page.events[number]:
        return None
    position = word_index(clause, claim.start)
    last = word_index(clause, claim.end - 1)
    near = page.events[number]
    if claim.kind is ClaimKind.ACTOR and claim.value == BOTH:  # «لقائهما الذي جرى باتفاق متبادل»: how it came about
        near = [event for event in near if event[1].meeting]
    within = next((event for event in near if position <= event[0] <= last), None)
    if within is not None:
        return within[1].kind_at((number, within[0])), within[1]
    ranked = isinstance(claim.value, Quantity) and claim.value.kind is QuantityKind.ORDINAL
    if ranked:  # «وهي الأولى منذ اجتماعهما في يونيو»
        near = [event for event in near if event[0] < position or clause.words.forms[event[0] - 1] not in _BECAUSE]
    of_plan = claim.kind is ClaimKind.TIME and claim.modality in _AHEAD  # «تحدثت صحيفة عن خطة لاجتياحها في يناير»
    if (claim.kind is ClaimKind.QUANTITY and not ranked) or of_plan:  # «تحدثت كييف عن 120 ألف جندي» is no conversation
        estimates = {hit.first for hit in page.hits[number] if is_estimate(clause, hit)}
        near = [event for event in near if event[0] not in estimates]
    if claim.kind is ClaimKind.TIME:
        near = [event for event in near if not is_of_another_day(clause, event[0], position)]
        if not near:
            return "", None  # «أعلن الكرملين أمس عن مكالمة»
    if isinstance(claim.value, Quantity) and claim.value.kind is QuantityKind.DURATION:
        own = next((e for e in near if 0 < e[0] - last <= 3 and _led_into(clause.words.forms, last + 1, e[0])), None)
        if own is not None:  # «بعد القمة أمضى ساعة في اتصال مع قادة …»
            return own[1].kind_at((number, own[0])), own[1]
        near = [event for event in near if event[0] < position]  # «ودامت 4 ساعات، واتفقا على إعادة السفيرين»
    if not near:
        return None
    word, happening = min(near, key=lambda event: event_cost(clause, event[0], event[0], position))
    return happening.kind_at((number, word)), happening
