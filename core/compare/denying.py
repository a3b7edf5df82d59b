"""Of what a denial speaks: the words that it denies, those of whom it tells, and the names among its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from core.compare.acts import TIME
from core.compare.page import Page
from core.compare.parties import state_of
from core.compare.senses import meaning
from core.compare.spoken_of import WHOLE
from core.extract.clauses import Clause
from core.extract.concepts import function_words, nationality, rows
from core.extract.negators import NEGATORS
from core.model import Claim, Label, Polarity, TimeValue
from core.text.arabic import fold
from core.text.stems import variants

OWN_STATE = frozenset(("بلاده", "بلادها", "بلادنا", "بلده", "بلدها", "حكومته", "حكومتها", "ادارته"))
_NAMED = (Label.PER, Label.LOC, Label.ORG)
# Verbs that say no more than that something is: «لم يقع حريق» denies the fire.
_HAPPENS = frozenset(("يقع", "تقع", "يحدث", "تحدث", "يوجد", "توجد", "يجد", "تجد", "يسجل", "تسجل", "يكن", "تكن", "يثبت"))
# … and those of having: «لا تملك ترخيصا» denies «لديها ترخيص».
_HAS = frozenset(
    ("يملك", "تملك", "يملكون", "يمتلك", "تمتلك", "لدي", "لديه", "لديها", "لديهم", "يحمل", "تحمل", "يحوز", "تحوز")
)
_SIGNS = frozenset(("موشر", "موشرات", "دليل", "ادله", "علامه", "علامات", "اشاره", "اشارات", "اثر"))
_SIGN_REACH = 5  # words behind a negator that may tell of a sign
_SUBJECT = 4  # words before a negator that may be its subject
_VERB_FIRST = 3  # words behind a negated verb that may be its subject


def names_at(page: Page, number: int, speaker_party: str) -> dict[int, str]:
    """Word of the sentence → the state or name, or the days of a time, that begin there, "" for their other words."""
    words = page.clauses[number].words
    found = {i: state for i, form in enumerate(words.forms) if (state := nationality(form))}
    if speaker_party:
        found |= {i: speaker_party for i, form in enumerate(words.forms) if form.removeprefix("و") in OWN_STATE}
    for index in range(number, len(page.clauses)):
        if page.clauses[index].sentence != page.clauses[number].sentence:
            break
        for entity in page.entities[index]:
            if entity.label in _NAMED:
                first, *others = words.within(entity.start, entity.end) or [words.at(entity.start)]
                found[first] = state_of(entity, page.people) or entity.name
                found.update(dict.fromkeys(others, ""))
            elif isinstance(entity.value, TimeValue):
                indices = [i for i in words.within(entity.start, entity.end) if i not in found]
                found |= dict.fromkeys(indices, "")
                if indices and entity.value.begin:
                    found[indices[0]] = f"{TIME}{entity.value.begin}/{entity.value.end}"
    return found


def negated(clause: Clause, claim: Claim) -> frozenset[str]:
    """Root and event of what each negator of a denial stands before: a verb, or what one does not have."""
    found: set[str] = set()
    for index in _negators(clause, claim):
        denied = _denied_word(clause, index)
        found |= {hit.id for hit in clause.words.hits if hit.first == denied and hit.table == "events"}
        promised = any(hit.first == denied and hit.id == "pledge" for hit in clause.words.hits)
        found |= _roots_at(clause, range(denied, denied + 2 if promised else denied + 1))
        # «لم تصل» denies «وصلت»
        found |= {form[1:] for form in clause.words.forms[denied : denied + 1] if len(form) == 3 and form[0] in "يتن"}
    return frozenset(found)


def _denied_word(clause: Clause, negator: int) -> int:
    """The word that a negator denies: the verb behind it, what one does not have or intend, what nothing shows."""
    forms = clause.words.forms
    plans = {hit.last for hit in clause.words.of("cues") if hit.id == "plan"}
    for index in range(negator + 1, min(negator + 1 + _SIGN_REACH, len(forms) - 2)):
        if forms[index].removeprefix("ال") in _SIGNS and forms[index + 1] in ("علي", "الي", "عن", "ل"):
            return index + 2  # «لم تر أي مؤشر على انسحاب»
    through = negator + 1 in plans or bool(_HAS & set(forms[negator + 1 : negator + 2]))
    follower = negator + 2 if through else negator + 1
    return follower + 1 if through and forms[follower : follower + 1] == ("ان",) else follower


def subject(clause: Clause, claim: Claim) -> frozenset[str]:
    """Roots of what stands before the negator of a denial, or behind its verb where the verb comes first."""
    found: set[str] = set()
    for index in _negators(clause, claim):
        before = range(max(index - _SUBJECT, clause.words.within(claim.start, claim.end).start), index)
        found |= _roots_at(clause, before or range(index + 2, index + 2 + _VERB_FIRST))
    return frozenset(found)


def _negators(clause: Clause, claim: Claim) -> Iterator[int]:
    if claim.kind in WHOLE and claim.polarity is Polarity.DENIED:
        forms = clause.words.forms
        for index in clause.words.within(claim.start, claim.end):
            if forms[index] in NEGATORS and not _HAPPENS & set(forms[index + 1 : index + 2]):
                yield index


def _roots_at(clause: Clause, indices: range) -> set[str]:
    forms = clause.words.forms
    return {meaning(forms[i]) for i in indices if i < len(forms) and forms[i] not in function_words()}


def proposer_told(clause: Clause, claim: Claim, names: Mapping[int, str], speaker_party: str) -> str:
    """The state that proposes what the claim tells: the speaker, else who is named beside the verb, or ""."""
    cue = clause.inside.cue if clause.inside else None
    if cue is not None and variants(fold(cue.text)) & _proposing():
        return speaker_party
    inside = clause.words.within(claim.start, claim.end)
    verb = next((i for i in inside if variants(clause.words.forms[i]) & _proposing()), None)
    if verb is None:
        return ""
    near = (*range(verb - 1, inside.start - 1, -1), *range(verb + 1, min(verb + 1 + _VERB_FIRST, inside.stop)))
    return next((names[i] for i in near if names.get(i) and names[i][0] != TIME), "")


@cache
def _proposing() -> frozenset[str]:
    return frozenset(word for row in rows("light_words") if row[0] == "proposes" for word in row[1].split())
