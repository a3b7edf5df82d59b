"""Whose a claim is: the parties it names, the state that acts, and the one accused."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from core.compare.accusing import charged, goes_its_own_way, whom_accused
from core.compare.counted import class_of, unit_class
from core.compare.crediting import EXPECTS, THAT, credited
from core.compare.denying import OWN_STATE
from core.compare.events import Happening
from core.compare.moving import mover_of
from core.compare.page import Page
from core.compare.parties import is_setting, parties_of, state_of, word_index
from core.compare.spoken_of import PLAN_REACH, WHOLE
from core.extract.clauses import Clause
from core.extract.compounds import SIDING
from core.extract.concepts import WEST, Hit, event_kinds, is_western, nationality, states
from core.extract.negators import NEGATORS
from core.extract.undecided import is_left_open
from core.model import Claim, ClaimKind, Entity, Label, Polarity, Quantity
from core.text.arabic import fold
from core.text.stems import variants

_ANNOUNCES = frozenset(("~علن", "اعلن", "اعلان", "~قرر", "قرر", "~باشر"))
_OF_ITS_OWN = frozenset(("massing", "withdrawal"))  # done with one's own forces: a state behind the noun does it
_WHICH = frozenset(("الذي", "التي", "اللذان", "اللتان"))
_RELATIVE_REACH = 16  # words of a relative clause
_WHERE = frozenset(("في", "شرق", "شرقي", "غرب", "جنوب", "شمال", "داخل"))
_REGARDS = frozenset(("~عتبر", "~عد", "~ري", "~صف", "اعتبر"))
_ATTACK = "attack"
_PROMISES = frozenset(("~تعهد", "تعهد", "~وعد", "وعد", "~لتزم", "التزم"))
_WHERE_AND_WHEN = (ClaimKind.TIME, ClaimKind.PLACE)
_GIVEN = frozenset(("pledge", "guarantees"))
_TO_HIM = ("لنظير", "للرييس", "للجانب", "للطرف", "لرييس", "للزعيم")  # … and to whom
_AGAINST = frozenset(("ضد", "تجاه", "حيال", "بحق", "علي", "ازاء"))  # behind which stands whom it is done to
_HACKING = "cyber"
_PART, _PART_REACH = frozenset(("ضلوع", "تورط", "وقوف", "مسووليه", "دور", "تواطو", "مشاركه")), 6  # … in what is done
_OPPOSES = frozenset(("ضد", "بحق"))
_HIMSELF = frozenset(("انه", "انها", "بانه", "بانها"))
_OFFICES = frozenset(("رييس", "وزير", "زعيم", "جانب", "طرف"))
_ITS_MASSING = frozenset(("حشدها", "نشرها", "تحشيدها", "ارسالها", "نقلها", "تعبيتها", "تجميعها"))
_MASSED = 3  # words from one of these to how many
_EXPECTED = 2  # words from who expects a deed to it, which he does not do …
_ABOUT = frozenset(("عن", "من", "بشان", "حول"))  # … nor who speaks of it («تحدثت تسريبات أميركية عن هجوم») …
_TELLS = frozenset(("~تحدث", "~كشف", "~حذر", "~شار", "اشار", "~نبه", "~لمح", "حديث"))  # … nor who tells of it


def parties_told(
    page: Page, number: int, claim: Claim, happening: Happening | None, speaker_party: str
) -> frozenset[str]:
    """Those in the proposition, else in the clause; the two of a meeting; the source's own where nobody is named."""
    found = page.parties[number]
    feared = claim.kind in WHOLE and claim.polarity is not Polarity.DENIED
    feared = feared and happening is not None and happening.family == _ATTACK
    if claim.kind not in WHOLE:
        found = found - credited(page, number)
    else:
        feared_by = credited(page, number) if feared else frozenset()
        found = _parties_between(page, number, claim) - feared_by or found - feared_by
        if speaker_party and _is_own_act(page, number, claim):
            found |= {speaker_party}
        if claim.polarity is Polarity.DENIED and speaker_party:
            found |= {speaker_party}
    if happening is not None and happening.meeting:
        if len(happening.parties) >= 2 and claim.kind in _WHERE_AND_WHEN:
            return happening.parties  # «محادثات في جنيف تتناول أوكرانيا»
        if len(happening.parties) == 2 and happening.parties < found:
            return happening.parties  # who meets is told by the verb («سيهاتفه بايدن»)
        if len(page.main) == 2 and page.main < found:
            return page.main  # «تحدثا بشأن أوكرانيا»: a topic takes no part
        if len(happening.parties) >= 2 and found <= happening.parties:
            return happening.parties
        if len(found) < 2 and found <= page.main:
            return page.main
    if claim.kind in WHOLE and (accused := whom_accused(page, number, claim)):
        return found - {speaker_party} | {accused}
    if not found and happening is not None and not happening.meeting:
        found = happening.parties
    if not found and claim.kind in WHOLE and claim.polarity is Polarity.DENIED and not speaker_party:
        found = page.parties[number - 1] if _goes_on(page, number) else frozenset()
    found = found or frozenset({whom_accused(page, number, claim)} - {""})
    # Of an attack that is feared the speaker is no party.
    return found if feared or claim.kind is ClaimKind.QUANTITY else found or frozenset({speaker_party} - {""})


def _parties_between(page: Page, number: int, claim: Claim) -> frozenset[str]:
    """Those named in the words of a claim, which may reach over several clauses."""
    found: frozenset[str] = frozenset()
    for index in range(number, len(page.clauses)):
        clause = page.clauses[index]
        if clause.span.start >= claim.end:
            break
        start = max(claim.start, clause.span.start)
        found |= parties_of(clause, start, claim.end, page.entities[index], page.people, page.pairs[index])
    return found


def agent_of(page: Page, number: int, claim: Claim, event: str, speaker_party: str) -> str:
    """The state that does what the proposition says: the adjective on the event, else the first state before it."""
    if claim.kind is ClaimKind.QUANTITY and (owner := _owner(page, number, claim)):
        return owner
    valued = claim.kind in (ClaimKind.QUANTITY, ClaimKind.TIME) or (claim.kind, event) == (ClaimKind.PLACE, "massing")
    only_credited = credited(page, number) if valued else frozenset()
    if speaker_party and speaker_party in only_credited:
        return ""
    if claim.kind is ClaimKind.QUANTITY and not event and (mover := mover_of(page, number, claim)):
        return mover
    disputed = valued and bool(event) and (event == "massing" or "d" in event_kinds()[event].flags)
    if not event or not (claim.kind in WHOLE or disputed):
        return ""
    if event == SIDING:
        return _backer(page, number, claim, speaker_party)
    if accused := whom_accused(page, number, claim):
        return accused
    if claim.kind in WHOLE and speaker_party and _is_own_act(page, number, claim):
        return speaker_party
    begin = page.clauses[number].span.start if disputed else claim.start
    for index in range(number, min(number + 4, len(page.clauses))):
        clause = page.clauses[index]
        if clause.span.start >= claim.end:
            break
        hit = next((h for h in page.hits[index] if h.table == "events" and h.id == event), None)
        if hit is None:
            continue
        forms = clause.words.forms
        plans = [h for h in page.hits[index] if h.id == "plan" and 0 < hit.first - h.last <= PLAN_REACH]
        behind = forms[hit.last + 1 : hit.last + 2 + (not _is_given_to(forms, hit.last + 1))]
        behind = tuple(takewhile(lambda form: form not in _AGAINST, behind))  # «عمل عسكري ضد الأوكرانيين»
        if part := _behind_part(page, index, hit):
            return part
        behind = behind if _tells_head(forms, hit) else ()
        for adjective in (*behind, *(forms[plan.last + 1] for plan in plans)):
            if state := nationality(adjective):
                return state  # «هجوم روسي», «خطة روسية لهجوم»
        for plan in plans if claim.kind in WHOLE else ():
            if state := _named_behind(page, index, plan.last):
                return state  # «لا نعرف شيئا عن خطط موسكو لغزو …»
        if forms[hit.last].endswith("ا") and (state := states().get(forms[hit.last + 1], "") if behind else ""):
            return state  # «هجوما روسيا»: an adjective, written as the state is
        here = clause.words.spans[hit.first].start
        before = [
            e
            for other in range(number, index + 1)
            for e in page.entities[other]
            if begin <= e.start < here and not is_setting(page.clauses[other], e, state_of(e, page.people))
            if not _is_aimed_at(page.clauses[other], e)
        ]
        if event in _GIVEN:
            before = [e for e in before if not _is_recipient(clause, e)]
            if claim.kind in WHOLE and not before and (state := _of_office(forms, clause.words.within(begin, here))):
                return state
            if claim.kind in WHOLE and speaker_party and _says_we(forms, clause.words.within(begin, here)):
                return speaker_party
        if not before and (state := _antecedent(page, number, begin)):
            return state
        subject = clause.words.within(begin, here)
        if that := [i for i in subject if forms[i] in THAT]:  # «حذرت واشنطن من أن الجيش الروسي قد يجتاح …»
            subject = range(that[-1], subject.stop)
            inside = [e for e in before if e.start > clause.words.spans[that[-1]].start]
            holder = forms[that[-1] + 2 : min(that[-1] + 4, hit.first)] if claim.kind in WHOLE and not inside else ()
            if state := next(filter(None, map(nationality, holder)), ""):
                return state  # «لا تعتقد واشنطن أن الرئيس الروسي اتخذ قرارا بالغزو»
            before = inside or before
        ahead = forms[max(hit.first - _EXPECTED, subject.start) : hit.first]
        if any(variants(form) & EXPECTS for form in ahead) or (valued and _ABOUT & set(ahead[-1:])):
            before = []
        if (told := _told_of(forms, subject)) is not None:
            before = [e for e in before if e.start > clause.words.spans[told].start]
        if claim.kind in WHOLE and speaker_party and any(forms[i].removeprefix("و") in OWN_STATE for i in subject):
            return speaker_party
        if claim.kind in WHOLE and speaker_party and not before and _told_of_himself(forms, subject):
            return speaker_party
        if event in _OF_ITS_OWN and (state := _named_behind(page, index, hit.last)):
            return state
        # Of a figure's clause the nearest: «وتقول أوكرانيا إن روسيا نشرت …».
        blamed = [h.first for h in page.hits[index] if h.id == "blamed" and h.first < hit.first]
        if blamed:  # «حملت كييف موسكو مسؤولية الهجوم»
            before = [e for e in before if e.start < clause.words.spans[blamed[-1]].start]
        elif not goes_its_own_way(clause, claim) and (state := charged(page, index, hit.first)):
            return state
        open_ = claim.kind in WHOLE and is_left_open(clause, clause.words.within(claim.start, claim.end))
        for entity in reversed(before) if disputed or open_ or blamed else before:
            state = state_of(entity, page.people) or _own_state(entity, claim)
            if state and not (valued and state in only_credited):
                return state  # «تحدثت الاستخبارات الأميركية عن هجوم» tells who knows of it
        if (_is_verb(forms[hit.last]) or event in _GIVEN) and (state := _named_behind(page, index, hit.last)):
            return state
    if claim.polarity is not Polarity.DENIED or speaker_party:
        return speaker_party if claim.polarity is Polarity.DENIED else ""
    named = (e for e in page.entities[number] if claim.start <= e.start < claim.end)
    if state := next((state for e in named if (state := state_of(e, page.people))), ""):
        return state  # «وهو ما تنفيه موسكو»
    if not _goes_on(page, number):
        return ""
    return next((state for e in page.entities[number - 1] if (state := state_of(e, page.people))), "")


def _tells_head(forms: Sequence[str], hit: Hit) -> bool:
    """Whether an adjective behind is of what is done, and not of that to which it is («اختراق وزارات أمريكية»)."""
    return hit.id != _HACKING or hit.first == hit.last or not forms[hit.first].endswith("اختراق")


def _behind_part(page: Page, number: int, hit: Hit) -> str:
    """«ضلوع أجهزة روسية في …», «تورط موسكو في …», «وقوف قراصنة روس وراء …»: who is told to have a part in it, or ""."""
    clause = page.clauses[number]
    part = next(
        (i for i in range(max(hit.first - _PART_REACH, 0), hit.first) if variants(clause.words.forms[i]) & _PART), None
    )
    if part is None or part not in clause.indices:
        return ""
    told = map(nationality, clause.words.forms[part + 1 : min(part + 3, hit.first)])
    return _named_behind(page, number, part) or next(filter(None, told), "")


def _is_aimed_at(clause: Clause, entity: Entity) -> bool:
    """«تحشد ضد كييف تمهيدا لهجوم»: to whom it is done."""
    index = word_index(clause, entity.start)
    return index > 0 and clause.words.forms[index - 1] in _OPPOSES


def _is_recipient(clause: Clause, entity: Entity) -> bool:
    """«لم نقدم لموسكو أي التزامات»: to whom it is given."""
    index = word_index(clause, entity.start)
    return clause.words.forms[index][:1] == "ل" and clause.words.spans[index].start == entity.start - 1


def _of_office(forms: Sequence[str], subject: range) -> str:
    """«الرئيس الأمريكي تعهد …»: the state of whose office is told, and not his name."""
    told = (nationality(forms[i]) for i in subject[1:] if forms[i - 1].removeprefix("ال") in _OFFICES)
    return next(filter(None, told), "")


def _says_we(forms: Sequence[str], subject: range) -> bool:
    """«لم نقدم»: who speaks tells it of his own side."""
    return any(forms[i] in NEGATORS and forms[i + 1][:1] == "ن" for i in subject if i + 1 < len(forms))


def _is_given_to(forms: Sequence[str], index: int) -> bool:
    """«أي تعهد لنظيره الروسي», «ضمانات للجانب الروسي»: whose adjective follows is he to whom it is given."""
    return forms[index : index + 1] != () and forms[index].startswith(_TO_HIM)


def _told_of(forms: Sequence[str], subject: range) -> int | None:
    """Where what somebody tells of begins: «تحدثت الاستخبارات عن خطة لغزو»; None where nobody does so."""
    tells = next((i for i in subject if variants(forms[i]) & _TELLS), subject.stop)
    return next((i for i in subject if i > tells and (forms[i] in _ABOUT or forms[i] == "الي")), None)


def _antecedent(page: Page, number: int, begin: int) -> str:
    """The state before a relative clause that ends right before `begin` («موسكو، التي ضمت القرم، تستعد لـ…»), or ""."""
    words = page.clauses[number].words
    first = word_index(page.clauses[number], begin)
    if first < 2 or words.forms[first - 1] not in "،,":
        return ""
    reach = range(first - 2, max(first - 2 - _RELATIVE_REACH, 1), -1)
    which = next((i for i in reach if words.forms[i] in _WHICH), None)
    if which is None:
        return ""
    end = words.spans[which - 1].start if words.forms[which - 1] in "،," else words.spans[which].start
    near = (e for at in (number, number - 1, number - 2) if at >= 0 for e in page.entities[at])
    return next((state_of(e, page.people) for e in near if 0 <= end - e.end <= 1), "")


def _own_state(entity: Entity, claim: Claim) -> str:
    """«الجيش الروسي قد يجتاح أوكرانيا»: the state of a body that does something, by its adjective."""
    if claim.kind not in WHOLE or entity.label != Label.ORG:
        return ""
    return next((state for word in fold(entity.name).split()[1:] if (state := nationality(word))), "")


def _backer(page: Page, number: int, claim: Claim, speaker_party: str) -> str:
    """Who is told to back a side in a war: the one accused, else who is named in the words that tell it or right before
    or behind them, else who says it of himself («قالت موسكو إنها ليست طرفا …»); "" where that is not told."""
    if claim.kind not in WHOLE:
        return ""
    clause = page.clauses[number]
    hit = next((h for h in page.hits[number] if h.id == SIDING and clause.words.spans[h.last].end > claim.start), None)
    if hit is None:
        return ""
    if accused := whom_accused(page, number, claim) or charged(page, number, hit.first):
        return accused
    forms, spans = clause.words.forms, clause.words.spans
    before, behind = (hit.first - 1, hit.first - 2), (hit.last + 1, hit.last + 2)
    near = (*behind, *before) if forms[hit.last].endswith("هم") else (*before, *behind)  # «انفصاليين تدعمهم موسكو»
    for index in (
        i for i in (*range(hit.first, hit.last + 1), *near) if i in clause.indices and forms[i - 1] not in _WHERE
    ):
        if index < hit.first and any(variants(form) & _REGARDS for form in forms[max(index - 2, 0) : index]):
            return ""  # «تعتبرها كييف طرفا»
        named = next((e for e in page.entities[number] if spans[index].start <= e.start < spans[index].end), None)
        told = WEST if is_western(forms[index]) else nationality(forms[index])
        if state := (named and state_of(named, page.people)) or told:
            return state
    first = forms[word_index(clause, claim.start)]
    return speaker_party if first in NEGATORS or first in THAT else ""


def _goes_on(page: Page, number: int) -> bool:
    """«تحشد موسكو قواتها، وتنفي التخطيط لغزو»: who denies was named in the clause before."""
    return number > 0 and page.clauses[number - 1].sentence == page.clauses[number].sentence


def _named_behind(page: Page, number: int, word: int) -> str:
    """The state that stands right behind a word («حشدت روسيا», «سحب روسيا قواتها»), or ""."""
    clause, spans = page.clauses[number], page.clauses[number].words.spans
    subject = spans[word + 1].start if word + 1 < len(spans) else -1
    following = (e for e in page.entities[number] if e.start == subject)
    told = (s for e in following if (s := state_of(e, page.people)) and not is_setting(clause, e, s))
    return next(told, "")


def _told_of_himself(forms: Sequence[str], subject: range) -> bool:
    """«… وإنها لن تهاجم أوكرانيا»: of the one who says so."""
    return any(forms[i].removeprefix("و") in _HIMSELF and forms[i + 1] in NEGATORS for i in subject)


def _is_own_act(page: Page, number: int, claim: Claim) -> bool:
    """«أعلنت موسكو سحب قواتها»: what is announced by a verbal noun, without «أن», is done by who announces it."""
    clause = page.clauses[number]
    quote = clause.inside
    first = word_index(clause, claim.start)
    named = any(claim.start <= e.start < claim.start + 3 for e in page.entities[number])
    if quote is None or quote.cue is None or not _ANNOUNCES & variants(fold(quote.cue.text)):
        return False
    return quote.start == claim.start and not named and clause.words.forms[first] not in THAT


def _owner(page: Page, number: int, claim: Claim) -> str:
    """Whose a figure is: the adjective on what it counts, else the one accused, else on the noun for the same before.

    «94000 جندي روسي», «9 آلاف من القوات الأمريكية», «القوات الروسية … بنحو 94 ألفا», «قوات كندا … 40 ألف جندي», «تتهم
    كييف بنشر 125 ألف جندي».
    """
    clause = page.clauses[number]
    forms = clause.words.forms
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    number_of = isinstance(claim.value, Quantity) and fold(claim.value.unit or "") == "عدد"  # «… عدد الجنود الروس»
    for form in forms[last + 1 : last + 2 + number_of]:
        if state := nationality(form):
            return state
    of, whose = (*forms[last + 1 : last + 4], "", "", "")[:3], _named_behind(page, number, last + 2)
    if of[0] == "من" and class_of(of[1]) == "troops" and (state := nationality(of[2]) or whose):
        return state
    if accused := whom_accused(page, number, claim) or charged(page, number, first):
        return accused  # «تتهم موسكو كييف بنشر 125 ألف جندي»
    if state := _whose_massing(page, number, first):
        return state
    indices = clause.words.within(clause.span.start, clause.span.end)
    counted = {"troops", unit_class(claim.value) if isinstance(claim.value, Quantity) else ""} - {""}
    for index in range(min(first, indices.stop) - 2, indices.start - 1, -1):
        named = not forms[index].endswith("عسكريه")  # «المخابرات العسكرية الأوكرانية» are no troops
        state = nationality(forms[index + 1]) or _named_behind(page, number, index)
        if named and class_of(forms[index]) in counted and state:
            return state
    return ""


def _whose_massing(page: Page, number: int, figure: int) -> str:
    """«تحضير روسيا لغزو أوكرانيا، بعد حشدها 100 ألف عسكري»: the state that does what was told before, to which «ها»
    points; "" where the words before a figure are others, or nobody is told to do it."""
    clause = page.clauses[number]
    before = range(max(figure - _MASSED, clause.indices.start), figure)
    if not any(clause.words.forms[i].removeprefix("ب") in _ITS_MASSING for i in before):
        return ""
    if not _goes_on(page, number):
        return ""
    done = [h for h in page.hits[number - 1] if h.id in ("plan", "massing", _ATTACK)]
    forms = page.clauses[number - 1].words.forms
    behind = (nationality(forms[h.last + 1]) if h.last + 1 < len(forms) else "" for h in done)
    return next(filter(None, (*(_named_behind(page, number - 1, h.last) for h in done), *behind)), "")


def _is_verb(form: str) -> bool:
    """A feminine perfect or an imperfect by its shape: its subject may follow («حشدت روسيا»)."""
    return form.endswith("ت") or (len(form) > 3 and form.lstrip("وف")[:1] in ("ي", "ت"))


def is_promised(page: Page, number: int) -> bool:
    """Whether the clause tells what somebody promises («تعهدت روما بعدم …», «وعدت لندن بتقديم …»)."""
    quote = page.clauses[number].inside
    return quote is not None and quote.cue is not None and not _PROMISES.isdisjoint(variants(fold(quote.cue.text)))
