"""How a clause commits itself: denied or affirmed, asserted, planned, conditional, possible or demanded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from datetime import date
from typing import NamedTuple

from core.extract.clauses import Clause
from core.extract.concepts import Hit, Words
from core.extract.evidence import Evidence, hits_in, word_at
from core.extract.negators import NEGATORS, NOUN_NEGATORS, denies, is_contrast, is_idiom, is_of_topic, negates_clause
from core.extract.speech.cues import speech_words
from core.extract.speech.subjects import behind_namelessness
from core.extract.undecided import asked, is_doubted, is_left_open, undecided
from core.model import Modality, Polarity, Quantity, Quote, Span, TimeValue, Value
from core.text.arabic import fold
from core.text.stems import bare, variants

_WHOLE_SHARE = 0.6  # of its clause, from which evidence is the whole proposition
# Adjectives that tell of the noun before them only («حشد ألف جندي تحضيرا لهجوم محتمل»).
_OF_ITS_NOUN = frozenset(["محتمل", "محتمله", "محتملا", "وشيك", "مزعوم", "مزعومه", "مزعوما"])
_FUTURE = re.compile(r"[وف]?س[يتن]\w{3,}")
_DENIED = ("cues", "denied")
_PERFECTS_IN_TA = frozenset(["تم", "ترك", "تبع", "تلا", "تلي", "تلقي", "تولي", "تخلي", "تبني", "تعهد"])
_SHORT = frozenset(["يصل", "تصل", "يقع", "تقع", "تشن", "يشن", "يضم", "تضم", "يزج", "تزج", "يقل", "تقل"])  # imperfects
_PROMISED = frozenset(["pledge", "guarantees"])
_THAT = frozenset(["ان", "بان", "بانه", "بانها", "بانهم"])
_WAS = frozenset(["كان", "كانت", "كانا", "كانتا", "كانوا"])
_HAD_REACH = 8  # words between «كان» and «قد», over the name of who did it
_PLAN_REACH = 4  # words between a plan and what is planned
_UNSAID = ("unclear", "undisclosed", "silence")  # what is not known or not told is not denied
_SOUGHT = frozenset(["~صر", "~تعهد", "~وعد", "~لتزم", "~فضل", "~تمني", "~مل"])  # whose «عدم …» is yet to come
_OPEN = ("possible", "unclear", "planned")
_ON_THAT, _MAY = ("علي", "ان"), ("قد", "وقد")
_COMMAS = frozenset(["،", ",", "؛", ";", ""])  # "": a tatweel that stands for a dash folds to nothing
_NOWHERE = 1 << 30
_NOUN_REACH, _NEGATION_REACH = 2, 3  # words between a negator and the plan or the event that it denies
_ANY = frozenset(["وجود", "لوجود", "اي", "ايه", "لدي"])
_GUESSING = frozenset(["متوقع", "مرجح", "معتقد", "متخوف"])
_CALLS = frozenset(
    ["وصف", "وصفت", "يصف", "تصف", "اعتبر", "اعتبرت", "يعتبر", "تعتبر", "واصفا", "واصفه", "معتبرا", "معتبره"]
)
_CHARGED, _REJECTED_REACH = 4, 6  # words of a clause that may name what was told, and behind that who rejects it
_OBJECTS = ("ه", "ها")
_REASONS = frozenset(["لان", "لانه", "لانها", "لكن", "لكنه", "لكنها", "بينما", "فيما"])
_CAN, _ONLY_REACH = frozenset(["~مكن", "ممكن", "~تحقق", "~تم"]), 10
_ONLY = frozenset([*(("الا", word) for word in ("في", "اذا", "بعد", "عبر", "ضمن", "وسط", "من", "مع", "بشرط"))])
_BY_DENIAL = frozenset(["بالنفي", "بالانكار", "بالرفض"])
_DEMANDS, _REFUSED_REACH = frozenset(["طلب", "طلبا", "مطلب", "مطالب", "مطالبه", "مطالبها"]), 4
_TURNED_DOWN = frozenset(["مرفوض", "مرفوضه", "بالمرفوضه", "مقبوله", "مقبول", "قابله", "واقعيه"])
_THESE = frozenset(["هذه", "هذا", "تلك", "كل", "جميع"])
_REJECTS = frozenset(["~رفض", "رفض", "رفضت", "رفضوا", "~نفي", "~دحض", "~نكر", "~كذب", "~فند", "نفي", "تكذيب"])
_INSTANCES = frozenset(["بما", "ومنها", "ومنهم", "خصوصا", "خاصه", "وخصوصا", "وخاصه", "او", "سواء"])
_FALSE = frozenset(["كاذبه", "كاذب", "مضلله", "باطله", "زايفه", "مغلوطه", "مفبركه", "ملفقه", "سخيفه", "هستيريه"])
_SAYINGS = frozenset(["حديث", "كلام", "تصريحات", *speech_words("claims")])
_PRETEXTS = frozenset(
    ["ذريعه", "حجه", "غطاء", "ستار", "تهويل", "تهويلا", "مبالغه", "مبالغات", "دعايه", "بروباغاندا", "استفزاز", "تضخيم"]
)
_OPEN_VERDICT = frozenset(["تكون", "يكون", "وقد", "لم", "ليس", "ليست", "غير", "لتكون", "لخلق", "اختلاق", "كذريعه"])


class Commitment(NamedTuple):
    """What holds of a whole clause, whatever its evidence. Places are indices of words, `_NOWHERE` for none.

    `denied` are where it is denied, -1 for the whole; from `conditional` and `demanded` on all is that. `open` are the
    cues that may govern some evidence and not other. `events` is where events are told, `tells_disputed` whether one
    is disputed. `is_undecided`: it says that nothing is decided, or that nobody knows of it; `is_guess`: it is held
    for likely.
    """

    clause: Clause
    denied: Sequence[int]
    conditional: int
    demanded: int
    open: Sequence[Hit]
    events: Sequence[int]
    tells_disputed: bool
    may_be: int | None  # word of «قد» before an imperfect
    is_undecided: bool
    is_guess: bool
    is_future: bool


def commitment_of(clause: Clause, names: frozenset[int]) -> Commitment:
    """How the clause commits itself; `names` are the starts of words inside names."""
    events = hits_in(clause, "events")
    # طالبان is no demand
    cues = [hit for hit in hits_in(clause, "cues") if clause.words.spans[hit.first].start not in names]
    cues = [hit for hit in cues if hit.id != "demanded" or not _demands_nothing(clause, hit)]
    cues = [hit for hit in cues if hit.id != "denied" or not _denies_what_was_told(clause, hit)]
    first = {hit.id: hit.first for hit in reversed(cues)}
    quote = clause.inside
    cue = quote.cue if quote else None
    is_demand = cue is not None and _is_demand(cue.text)
    is_denied = clause.denied is not None and is_denial_of(clause.denied, clause)
    open_, question = undecided(clause.words, clause.indices), asked(clause.words, clause.indices)
    return Commitment(
        clause,
        denied=(-1,)
        if is_denied
        else sorted(
            {
                *(hit.first for hit in cues if hit.id == "denied"),
                *_negators(clause, cues, events, open_),
                *_called_false(clause, events),
                *(place for place in (rejected(clause),) if place is not None),
            }
        ),
        conditional=min(
            _NOWHERE if question is None else question,
            first.get("conditional", _NOWHERE),
            -1 if _is_only_if(clause) else _NOWHERE,
        ),
        demanded=-1 if is_demand else first.get("demanded", _NOWHERE),
        open=[hit for hit in cues if hit.id in _OPEN and not _is_held(clause.words.forms, hit)],
        events=[hit.first for hit in events],
        tells_disputed=any("d" in hit.flags for hit in events),
        may_be=_may_be(clause),
        is_undecided=open_ is not None or is_left_open(clause, range(0)),
        is_guess=cue is not None and _is_guess(cue.text),
        is_future=_is_future(clause, names),
    )


def _denies_what_was_told(clause: Clause, hit: Hit) -> bool:
    """«تقابلها موسكو بالنفي والمطالبة بضمانات»: what was told before it, and nothing behind it."""
    behind = "".join(clause.words.forms[hit.last + 1 : hit.last + 2])
    return clause.words.forms[hit.last] in _BY_DENIAL and (behind[:1] == "و" or behind in _COMMAS or behind == ".")


def _demands_nothing(clause: Clause, hit: Hit) -> bool:
    """«طلب عدم الكشف عن اسمه»: what a source asks of the paper; «رفض الحلف مطلب موسكو»: that it is turned down is
    told as a fact."""
    forms = clause.words.forms
    if forms[hit.first - 1 : hit.first] in (("التي",), ("الذي",)) and forms[hit.first].endswith(_OBJECTS):
        return True  # «الضمانات التي تطلبها موسكو محور المفاوضات»
    if bare(forms[hit.first]) & _DEMANDS:
        near = forms[max(hit.first - _REFUSED_REACH, clause.indices.start) : hit.last + _REFUSED_REACH]
        if any(_rejects(form) for form in near) or not _TURNED_DOWN.isdisjoint(forms[hit.last : clause.indices.stop]):
            return True
    return behind_namelessness(forms, hit.first, len(forms)) > hit.first


def _is_held(forms: Sequence[str], cue: Hit) -> bool:
    """«متفقان على أن الحرب …» tells what is held to be so, «على أن تعقد …» what is to come."""
    follower = "".join(forms[cue.last + 1 : cue.last + 2])
    return forms[cue.first : cue.last + 1] == _ON_THAT and not (follower[:1] in ("ي", "ت") and len(follower) > 3)


def is_denial_of(quote: Quote, clause: Clause) -> bool:
    """Whether a quote denies what this clause of it says: all is denied, or the part that is called untrue
    («قال إن …، وإن الأنباء لا أساس لها»)."""
    if not quote.denial:
        return False
    words = clause.words
    untrue = [hit.first for hit in words.hits_within(quote.start, quote.end) if (hit.table, hit.id) == _DENIED]
    return not untrue or any(index in clause.indices for index in untrue)


def polarity_of(commitment: Commitment, evidence: Span, *, is_statement: bool = False) -> Polarity:
    """Denied: inside a denial, or where a denying word or a negator reaches `evidence`, or stands in a statement."""
    words = commitment.clause.words
    indices = words.within(evidence.start, evidence.end)
    if is_statement and not _continues(words, indices.start):
        reaches = any(place in indices or place < 0 for place in commitment.denied)
    else:
        reaches = any(denies(words.forms, place, indices.start) for place in commitment.denied)
    return Polarity.DENIED if reaches else Polarity.AFFIRMED


def _continues(words: Words, first: int) -> bool:
    """Whether a statement gives instances of what was said before it («، بما في ذلك …»)."""
    return words.forms[first] in _INSTANCES or words.forms[first : first + 2] == ("لا", "سيما")


def _negators(clause: Clause, cues: Sequence[Hit], events: Sequence[Hit], open_: range | None) -> Iterator[int]:
    """The negators that deny what the clause says, and do not only leave it open."""
    forms, indices = clause.words.forms, clause.indices
    negators = [index for index in indices if forms[index] in NEGATORS]
    if not negators:
        return
    targets = {hit.first for hit in events} | {hit.first for hit in cues if hit.id == "plan"}
    # «لم يعلن أي التزام», «لم يعلن تعهدا»: to announce one is to give it.
    promised = [
        e.first for e in events if e.id in _PROMISED and (forms[e.first - 1] in _ANY or forms[e.first][-1] == "ا")
    ]
    untold = [c for c in cues if c.id in _UNSAID and not any(0 < p - c.last <= _NEGATION_REACH for p in promised)]
    unsaid = {index for cue in untold for index in range(cue.first, cue.last + 1)}
    unsaid.update(open_ or ())
    start = indices.start
    for index in indices:
        if forms[index] in _COMMAS:
            start = index + 1
        if is_contrast(forms, index):
            continue
        if index in negators and index not in unsaid and not (is_idiom(forms, index) or is_of_topic(forms, index)):
            noun = forms[index] in NOUN_NEGATORS
            if forms[index] in ("عدم", "بعدم", "بالا") and any(start <= hit.first < index for hit in events):
                continue  # «وعد بعدم التوسع»: the promise is told
            promise = next((hit.last for hit in events if hit.id in _PROMISED and start <= hit.first < index), index)
            if _THAT & set(forms[promise:index]):
                continue  # «قدم ضمانات بأنه لن يتوسع»
            told = _is_told(clause, index) if noun else negates_clause(forms, start, index)
            if told or _reaches(forms, index, indices.stop, targets):
                yield index


def _is_told(clause: Clause, negator: int) -> bool:
    """«أكد عدم تحقيق تقدم»: what is reported begins with a noun that denies it; who asks for that does not."""
    quote = clause.inside
    if quote is None or quote.cue is None or clause.words.at(quote.start) != negator:
        return False
    return not (_is_demand(quote.cue.text) or _is_guess(quote.cue.text) or variants(fold(quote.cue.text)) & _SOUGHT)


def _reaches(forms: Sequence[str], negator: int, stop: int, targets: Set[int]) -> bool:
    """Whether what is told stands right behind a negator, whatever says only that there is any («عدم وجود أي خطط»)."""
    left = _NOUN_REACH if forms[negator] in NOUN_NEGATORS else _NEGATION_REACH
    for index in range(negator + 1, stop):
        left -= forms[index] not in _ANY
        if left < 0:
            return False
        if index in targets:
            return True
    return False


def _called_false(clause: Clause, events: Sequence[Hit]) -> Iterator[int]:
    """Where somebody calls false what is told of an event («وصفت … الأنباء عن هجوم بالكاذبة»), or a pretext, an
    exaggeration what is said of it («الحديث عن هجوم … ذريعة»)."""
    forms, indices = clause.words.forms, clause.indices
    called = next((i for i in indices if _CALLS & {forms[i], forms[i].removeprefix("و")}), None)
    false = any(
        forms[i].removeprefix("ب").removeprefix("ال") in _FALSE for i in indices if called is not None and i > called
    )
    if called is not None and false and any(hit.first > called for hit in events):
        yield called
    verdict = next((i for i in indices if forms[i] in _PRETEXTS or forms[i].removesuffix("ا") in _FALSE), None)
    if verdict is None or not _OPEN_VERDICT.isdisjoint(forms[max(verdict - 2, 0) : verdict]):
        return
    charge = next((i for i in indices if i < verdict and forms[i].removeprefix("ال") in _SAYINGS), None)
    if charge is not None and any(charge < hit.first < verdict for hit in events):
        yield charge


def rejected(clause: Clause) -> int | None:
    """The word by which a charge or a report that was told is rejected («وهي اتهامات ترفضها موسكو», «ترفض موسكو هذه
    الرواية»), or None."""
    forms, indices = clause.words.forms, clause.indices
    for index in indices:
        if index < indices.start + _CHARGED and forms[index] in speech_words("claims"):
            behind = range(index + 1, min(index + 1 + _REJECTED_REACH, indices.stop))
            return next((i for i in behind if forms[i].endswith(_OBJECTS) and _rejects(forms[i])), None)
        if _rejects(forms[index]):
            behind = range(index + 1, min(index + 1 + _CHARGED, indices.stop))
            told = next((i for i in behind if forms[i].removeprefix("ال") in speech_words("claims")), None)
            if told is not None and (forms[told].startswith("ال") or forms[told - 1] in _THESE):
                return index
    return None


def _rejects(form: str) -> bool:
    return bool(variants(form) & _REJECTS)


def modality_of(commitment: Commitment, evidence: Evidence, published: date | None) -> Modality:
    """The strongest cue that governs the evidence: a condition before it, a demand, a possibility, a plan."""
    clause = commitment.clause
    span, words = evidence.span, clause.words
    whole = span.end - span.start > _WHOLE_SHARE * (clause.span.end - clause.span.start)
    frame = clause.frame if clause.frame is not None and span.end <= clause.frame.start else None
    governed = commitment.events[0] if whole and commitment.events else word_at(words, span.start)
    if commitment.conditional <= governed:
        return Modality.CONDITIONAL
    if (
        commitment.demanded <= governed and frame is None and not _begins_anew(words, commitment.demanded, span)
    ):  # «دعا X، الاثنين، إلى …»: he did so on Monday
        return Modality.DEMANDED
    own = word_at(words, frame.cue.start) if frame is not None and frame.cue is not None else None
    open_ = [hit for hit in commitment.open if hit.first != own]  # «يعتقد X أن …»: X does
    told = {hit.id for hit in open_ if whole or _governs(hit, words.forms, governed)}
    may_be = commitment.may_be is not None and (whole or not _is_told_before(words.forms, governed, commitment.may_be))
    guessed = commitment.is_guess and (whole or (isinstance(evidence.value, Quantity) and _is_to_come(clause)))
    if told - {"planned"} or (whole and commitment.is_undecided) or guessed or may_be:
        return Modality.POSSIBLE
    if told or commitment.is_future or _is_later(evidence.value, published):
        return Modality.PLANNED
    return Modality.ASSERTED


def _begins_anew(words: Words, demand: int, evidence: Span) -> bool:
    """Whether the evidence gives another reason behind a demand («…، ولأن واشنطن أبدت استعدادا»)."""
    first = word_at(words, evidence.start)
    return demand < first and words.forms[first].lstrip("و") in _REASONS


def _is_only_if(clause: Clause) -> bool:
    """«لا يمكن أن يتحقق تقدم إلا في ظل التهدئة»."""
    forms = clause.words.forms
    cannot = [i for i in clause.indices if forms[i] in NEGATORS and variants("".join(forms[i + 1 : i + 2])) & _CAN]
    return any(
        forms[j : j + 2] in _ONLY for i in cannot for j in range(i + 2, min(i + _ONLY_REACH, clause.indices.stop))
    )


def _is_to_come(clause: Clause) -> bool:
    """«رجحت … أن يرتفع العدد إلى …»: what is held for likely is told in the imperfect."""
    first = next((clause.words.forms[i] for i in clause.indices if clause.words.forms[i] not in _THAT), "")
    return first in _SHORT or (first[:1] in ("ي", "ت") and len(first) > 3 and first not in _PERFECTS_IN_TA)


def _governs(cue: Hit, forms: Sequence[str], governed: int) -> bool:
    """Whether a cue tells of the word at `governed`: it stands before the next comma, and not at another noun."""
    if any(form in _COMMAS for form in forms[governed : cue.first + 1]):
        return False
    return forms[cue.first] not in _OF_ITS_NOUN or cue.first <= governed + 2


def _is_told_before(forms: Sequence[str], governed: int, cue: int) -> bool:
    """«70 ألف جندي، قد يرتفع عددهم»: what stands before the comma is so."""
    return any(form in _COMMAS for form in forms[governed:cue])


def _may_be(clause: Clause) -> int | None:
    """The word of «قد يقع»: قد before an imperfect; before a perfect («قد تم», «قد نقلت») it says that it is so."""
    forms = clause.words.forms
    for index in clause.indices:
        if forms[index] not in _MAY:
            continue
        follower = forms[index + 1] if index + 1 < len(forms) else ""
        imperfect = follower[:1] == "ي" or (
            follower[:1] == "ت" and follower[-1] != "ت" and follower not in _PERFECTS_IN_TA
        )
        if len(follower) >= 3 and imperfect and not _had_been(forms, index):
            return index
    return None


def _had_been(forms: Sequence[str], may: int) -> bool:
    """«كان نائبه قد تحدث عن …»: behind «كان» قد tells what had been, however the verb is read."""
    for form in reversed(forms[max(may - _HAD_REACH, 0) : may]):
        if form in _THAT or form in _COMMAS:
            return False
        if form.lstrip("وف") in _WAS:
            return True
    return False


def _is_demand(cue: str) -> bool:
    return bool(variants(fold(cue)) & {"~طالب", "~طلب", "دعا", "~دعو", "~ناشد", "~حث", "~حض", "حض", "طلب", "دعت"})


def _is_guess(cue: str) -> bool:
    """«رجح أن …», «يخشى أن …»: what is reported is held for likely."""
    form = fold(cue)
    return bool(variants(form) & {"~رجح", "~خشي", "~توقع", "~عتقد", "~خوف"}) or form.rstrip("اه") in _GUESSING


def _is_accused(clause: Clause) -> bool:
    """Inside what somebody is accused of."""
    cue = clause.inside.cue if clause.inside else None
    return cue is not None and bool({"~تهم", "اتهم", "متهم", "اتهام"} & variants(fold(cue.text)))


def _is_future(clause: Clause, names: frozenset[int]) -> bool:
    words = clause.words
    future = [i for i in clause.indices if "س" in words.forms[i][:2] and _FUTURE.fullmatch(words.forms[i])]
    others = {hit.first for hit in words.of("cues") if hit.id == "futureless"} if future else set()
    return any(index not in others and words.spans[index].start not in names for index in future)


def _is_later(value: Value | None, published: date | None) -> bool:
    """The time itself lies behind the day of publication."""
    return (
        isinstance(value, TimeValue)
        and published is not None
        and value.begin is not None
        and value.begin > published.isoformat()
    )


def is_disputed(commitment: Commitment, polarity: Polarity, modality: Modality) -> bool:
    """Whether the proposition is one that a party denies or might deny: its event is disputed, or plans are told."""
    if polarity is Polarity.DENIED:
        return True
    clause = commitment.clause
    events = [hit for hit in hits_in(clause, "events") if "w" not in hit.flags]
    cues = hits_in(clause, "cues")
    plans = [hit for hit in cues if hit.id == "plan"]
    planned = any("d" in e.flags and any(0 <= e.first - p.last <= _PLAN_REACH for p in plans) for e in events)
    first = bool(events) and "d" in events[0].flags
    open_ = modality in (Modality.POSSIBLE, Modality.PLANNED) or _is_accused(clause)
    open_itself = commitment.is_undecided and (bool(events) or not is_doubted(clause))  # «استبعد انضمامها»: no plan
    unclear = any(hit.id == "unclear" for hit in cues) or open_itself
    blamed = any(hit.id == "blamed" and events and hit.first < events[0].first for hit in cues)
    charged = bool(events) and events[0].id == "accusation" and any("d" in hit.flags for hit in events)
    may_be = any("d" in hit.flags and hit.first - 1 == commitment.may_be for hit in events)
    return planned or unclear or charged or may_be or (first and (open_ or blamed))
