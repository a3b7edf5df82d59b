"""How a clause commits itself: denied or affirmed, asserted, planned, conditional, possible or demanded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from core.extract.clauses import Clause
from core.extract.concepts import Words
from core.extract.evidence import Evidence, hits_in, word_at
from core.model import Modality, Polarity, Span, TimeValue, Value
from core.text.arabic import fold
from core.text.stems import variants

_WHOLE_SHARE = 0.6  # of its clause, from which evidence is the whole proposition
# Adjectives that tell of the noun before them only («حشد ألف جندي تحضيرا لهجوم محتمل»).
_OF_ITS_NOUN = frozenset(["محتمل", "محتمله", "محتملا", "وشيك", "مزعوم", "مزعومه", "مزعوما"])
_FUTURE = re.compile(r"[وف]?س[يتن]\w{3,}")
NEGATORS = frozenset(
    [
        "لم",
        "لن",
        "لا",
        "ليس",
        "ليست",
        "ليسوا",
        "ولم",
        "ولن",
        "ولا",
        "وليس",
        "فلم",
        "فلن",
        "فلا",
        "عدم",
        "بعدم",
        "دون",
        "غير",
    ]
)
_PERFECTS_IN_TA = frozenset(["تم", "ترك", "تبع", "تلا", "تلي", "تلقي", "تولي", "تخلي", "تبني", "تعهد"])
_PLAN_REACH = 4  # words between a plan and what is planned
_PARTICLES = frozenset(["ان", "بان", "انه", "انها", "لكن", "كما", "فان"])
_RELATIVES = frozenset(["الذي", "التي", "الذين", "اللذين", "ما", "من", "اذا", "حيث", "،", ",", "(", '"'])
_IDIOMS = (
    "سيم",
    "تتجاوز",
    "تتعد",
    "يتعد",
    "تزد",
    "يزد",
    "يزل",
    "تزل",
    "يزال",
    "تزال",
    "يقل",
    "يزالون",
    "بد",
    "شك",
    "يتجاوز",
    "واضح",
    "الواضح",
)  # behind a negator that negates nothing
_UNSAID = ("unclear", "undisclosed", "silence")  # what is not known or not told is not denied
_SUBJECT = 4  # words of a subject that may stand before its negated verb
_NEGATION_REACH = 3  # words between a negator and the plan or the event that it denies
_SETTLES = frozenset(["~حسم", "~قرر"])
_BELIEVES = frozenset(["~تخذ", "اتخاذ", "~عتقد", "~عرف", "~علم", "~ظن", "~جزم", "~درك"])
_DECISION = frozenset(["قرار", "~حسم", "حسم", "~قرر"])
_DECISION_REACH = 8  # words between «لم يتخذ» or «لا تعتقد أن» and the decision


def polarity_of(clause: Clause, evidence: Span | None) -> Polarity:
    """Denied: inside a denial, or where a denying word or a negator reaches `evidence` (None: the whole clause)."""
    if clause.inside and clause.inside.denial:
        return Polarity.DENIED
    words = clause.words
    last = len(words.spans) if evidence is None else word_at(words, evidence.start)
    if any(hit.id == "denied" and hit.first < last for hit in hits_in(clause, "cues")):
        return Polarity.DENIED
    indices = words.within(clause.span.start, clause.span.end)
    targets = {hit.first for hit in hits_in(clause, "events")}
    targets |= {hit.first for hit in hits_in(clause, "cues") if hit.id == "plan"}
    unsaid = {i for hit in hits_in(clause, "cues") if hit.id in _UNSAID for i in range(hit.first, hit.last + 1)}
    unsaid.update(undecided(words, indices) or ())
    for index in range(indices.start, min(indices.stop, last)):
        if words.forms[index] in NEGATORS and index not in unsaid and not _is_idiom(words.forms, index):
            noun = words.forms[index] in ("غير", "دون", "عدم", "بعدم")
            reach = range(index + 1, min(index + 1 + (2 if noun else _NEGATION_REACH), indices.stop))
            if any(i in targets for i in reach) or (not noun and _negates_clause(words.forms, indices.start, index)):
                return Polarity.DENIED
    return Polarity.AFFIRMED


def undecided(words: Words, indices: range) -> range | None:
    """Where it is said that nothing is decided yet, or that nobody knows of it: «لم يتخذ بوتين بعد أي قرار»,
    «لا تعتقد أن الرئيس حسم قراره». None: it is not."""
    forms = words.forms
    for index in indices:
        if forms[index].lstrip("وف") not in ("لم", "لا", "عدم", "بعدم"):
            continue
        for verb in range(index + 1, min(index + 3, indices.stop)):
            read = variants(forms[verb])
            if read & _SETTLES:
                return range(index, verb + 1)
            behind = range(verb + 1, min(verb + 1 + _DECISION_REACH, indices.stop))
            if read & _BELIEVES and (last := next((i for i in behind if variants(forms[i]) & _DECISION), 0)):
                return range(index, last + 1)
    return None


def _negates_clause(forms: Sequence[str], start: int, negator: int) -> bool:
    """At the head of the clause, or behind its subject («إن القرار لم يتخذ»), not in a relative clause."""
    if negator <= start + 1:
        return True
    while forms[start].removeprefix("و") in _PARTICLES:
        start += 1
    if negator > start + _SUBJECT or negator + 1 >= len(forms):
        return False
    verbal = forms[negator].lstrip("وف") in ("لم", "لن") or (forms[negator] == "لا" and forms[negator + 1][0] in "يتن")
    return verbal and not _RELATIVES & set(forms[start:negator])


def _is_idiom(forms: Sequence[str], index: int) -> bool:
    """«لا سيما», «لا يزال», «ما لا يقل عن»: no negation."""
    follower = forms[index + 1] if index + 1 < len(forms) else ""
    return follower.startswith(_IDIOMS)


def modality_of(clause: Clause, evidence: Evidence, published: date | None, names: frozenset[int]) -> Modality:
    """The strongest cue that governs the evidence: a condition before it, a demand, a possibility, a plan."""
    words = clause.words
    cues = hits_in(clause, "cues")
    start = evidence.span.start
    whole = evidence.span.end - start > _WHOLE_SHARE * (clause.span.end - clause.span.start)
    events = [hit.first for hit in hits_in(clause, "events")]
    governed = events[0] if whole and events else word_at(words, start)
    before = {hit.id for hit in cues if hit.first <= governed}
    comma = next((i for i in range(governed, len(words.forms)) if words.forms[i] in "،,؛;"), len(words.forms))
    anywhere = {
        hit.id
        for hit in cues
        if whole or (hit.first < comma and (words.forms[hit.first] not in _OF_ITS_NOUN or hit.first <= governed + 2))
    }
    if "conditional" in before:
        return Modality.CONDITIONAL
    if "demanded" in before or (clause.inside and clause.inside.cue and _is_demand(clause.inside.cue.text)):
        return Modality.DEMANDED
    open_ = whole and undecided(words, words.within(clause.span.start, clause.span.end)) is not None
    if anywhere & {"possible", "unclear"} or open_ or _may_be(clause):
        return Modality.POSSIBLE
    if "planned" in anywhere or _is_future(clause, names) or _is_later(evidence.value, published):
        return Modality.PLANNED
    return Modality.ASSERTED


def _may_be(clause: Clause) -> bool:
    """«قد يقع»: قد before an imperfect; before a perfect («قد تم», «قد نقلت») it says that it is so."""
    forms = clause.words.forms
    for index in clause.words.within(clause.span.start, clause.span.end):
        follower = forms[index + 1] if index + 1 < len(forms) else ""
        imperfect = follower[:1] == "ي" or (
            follower[:1] == "ت" and follower[-1] != "ت" and follower not in _PERFECTS_IN_TA
        )
        if forms[index] in ("قد", "وقد") and len(follower) >= 3 and imperfect:
            return True
    return False


def _is_demand(cue: str) -> bool:
    return bool(variants(fold(cue)) & {"~طالب", "~طلب", "دعا", "~دعو", "~ناشد", "~حث", "طلب", "دعت"})


def _is_accused(clause: Clause) -> bool:
    """Inside what somebody is accused of."""
    cue = clause.inside.cue if clause.inside else None
    return cue is not None and bool({"~تهم", "اتهم", "متهم", "اتهام"} & variants(fold(cue.text)))


def _is_future(clause: Clause, names: frozenset[int]) -> bool:
    words = clause.words
    others = {hit.first for hit in words.of("cues") if hit.id == "futureless"}
    return any(
        _FUTURE.fullmatch(words.forms[i]) and i not in others and words.spans[i].start not in names
        for i in words.within(clause.span.start, clause.span.end)
    )


def _is_later(value: Value | None, published: date | None) -> bool:
    """The time itself lies behind the day of publication."""
    return (
        isinstance(value, TimeValue)
        and published is not None
        and value.begin is not None
        and value.begin > published.isoformat()
    )


def is_disputed(clause: Clause, polarity: Polarity, modality: Modality) -> bool:
    """Whether the proposition is one that a party denies or might deny: its event is disputed, or plans are told."""
    events = [hit for hit in hits_in(clause, "events") if "w" not in hit.flags]
    cues = hits_in(clause, "cues")
    plans = [hit for hit in cues if hit.id == "plan"]
    planned = any("d" in e.flags and any(0 <= e.first - p.last <= _PLAN_REACH for p in plans) for e in events)
    first = bool(events) and "d" in events[0].flags
    open_ = modality in (Modality.POSSIBLE, Modality.PLANNED) or _is_accused(clause)
    inside = clause.words.within(clause.span.start, clause.span.end)
    unclear = any(hit.id == "unclear" for hit in cues) or undecided(clause.words, inside) is not None
    return polarity is Polarity.DENIED or planned or unclear or (first and open_)
