"""Who stands behind what is told and does not do it: who is credited, who estimates, whose paper quotes them."""

from __future__ import annotations

from core.compare.page import Page
from core.compare.parties import party_of_name, state_of
from core.compare.spoken_of import is_estimate
from core.extract.concepts import WEST, is_western, media, media_homes, nationality, wires
from core.extract.speech.lexicon import speaker_heads
from core.extract.who import serves_in
from core.model import Claim, ClaimKind, Label
from core.text.arabic import fold
from core.text.stems import variants

THAT = frozenset(("ان", "بان", "انه", "انها", "بانه", "بانها"))
_ESTIMATOR_REACH = 3  # words behind «تقدر» that name who estimates
_SOURCES = frozenset(
    [
        *("وثيقه", "وثايق", "تقرير", "تقارير", "استخبارات", "مخابرات", "استخباراتيه", "معلومات", "تقديرات", "مصدر"),
        *("مصادر", "مسوول", "مسوولون", "مسوولين", "صحيفه", "صحف", "اعلام", "خبراء", "محللون", "محللين"),
    ]
)
_SERVICES = frozenset(("استخبارات", "مخابرات", "باستخبارات", "واستخبارات", "ومخابرات"))  # with «ها», «ه»: its own
# Who expects a deed, or sees it, does not do it («توقعت أجهزتها حشد …»).
EXPECTS = frozenset(
    [
        *("توقع", "~توقع", "توقعات", "رجح", "~رجح", "خشي", "~خشي", "خشيه", "مخاوف", "تخوف", "~تخوف"),
        *("رصد", "~رصد", "قدر", "~قدر", "تقدير", "تقديرات", "احتمال", "احتمالات"),
    ]
)
_BY, _BY_REACH = frozenset(("وفق", "وفقا", "بحسب", "حسب", "طبقا")), 3
_FEARED = 6  # words from a fear to «أن»
_CREDITS = ("نقلا", "بحسب", "حسب", "وفق", "طبقا", "استنادا", "علي حد", "علي ما")  # of who says so, behind no verb


def credited(page: Page, number: int) -> frozenset[str]:
    """The sides that are only credited in the clause («نقلا عن الاستخبارات الأمريكية», «وثيقة أمريكية») and not named
    in it beside that: they do nothing there."""
    clause, entities = page.clauses[number], page.entities[number]
    named = [state_of(entity, page.people) for entity in entities]
    sides: set[str] = set()
    for quote in (clause.frame, clause.inside):
        if quote is None or quote.cue is None or quote.speaker is None:
            continue
        who = quote.speaker
        if clause.span.start <= who.start and who.end <= clause.span.end and fold(quote.cue.text).startswith(_CREDITS):
            side = party_of_name(who.name, page.people)
            sides.update({side} if named.count(side) < 2 else ())
    words = clause.words
    for index in (i for i in clause.indices if variants(words.forms[i]) & EXPECTS):
        if not _BY.isdisjoint(words.forms[max(index - _BY_REACH, 0) : index]):
            continue  # «حشدت روسيا 120 ألفا، وفق أحدث تقدير لكييف»
        behind = words.spans[min(index + 1, len(words.spans) - 1)].start  # «تخشى بولندا حشد …»
        before = [e for e in entities if e.start <= behind and state_of(e, page.people)]
        that = next(
            (i for i in range(index, min(index + _FEARED, clause.indices.stop)) if words.forms[i] in THAT), index
        )
        joint = [e for e in entities if behind < e.start < words.spans[that].start]  # «تخشى كييف وواشنطن أن …»
        sides.update(s for e in (*before[-1:], *joint) if named.count(s := state_of(e, page.people)) < 2)
    for index in clause.indices[1:]:
        side = nationality(words.forms[index]) or ""
        if side and words.forms[index - 1].removeprefix("لل").removeprefix("ال") in _SOURCES:
            in_name = any(e.start <= words.spans[index].start < e.end for e in entities)
            sides.update({side} if named.count(side) <= in_name else ())
    theirs = next((i for i in clause.indices if words.forms[i].removesuffix("ها").removesuffix("ه") in _SERVICES), None)
    if theirs is not None:  # «واشنطن، التي كانت استخباراتها توقعت …»
        before = [e for e in entities if e.start < words.spans[theirs].start]
        sides.update(state_of(e, page.people) for e in before[-1:])
    return frozenset(sides - {""})


def estimator(page: Page, number: int, claim: Claim) -> str:
    """The state that gives a figure, where no quote tells it («تقدر كييف عددهم بنحو …»), or ""."""
    if claim.kind is not ClaimKind.QUANTITY:
        return ""
    clause = page.clauses[number]
    for hit in page.hits[number]:
        if is_estimate(clause, hit) and clause.words.spans[hit.last].end < claim.start:
            forms = clause.words.forms
            about = forms.index("عن", hit.last) if "تحدث" in forms[hit.first] and "عن" in forms[hit.last :] else 0
            if not about and (state := _of_official(page, number, hit.last + 1, claim)):
                return state
            behind = range(hit.last + 1, about or min(hit.last + 1 + _ESTIMATOR_REACH, len(forms)))
            for index in (*behind, *range(hit.first - 1, max(hit.first - 1 - _ESTIMATOR_REACH, -1), -1)):
                span, form = clause.words.spans[index], forms[index]
                named = next((e for e in page.entities[number] if span.start <= e.start < span.end), None)
                serves = serves_in(clause.words, index - 1, hit.last + 1)  # «يقدر مسؤولون في كييف»
                if named and state_of(named, page.people) and index > hit.last + 1 and not about and not serves:
                    break  # «قدر خبراء إنتاج السعودية»: whose it is, not who says so
                west = WEST if is_western(form) else nationality(form)  # «العواصم الغربية»
                if state := (state_of(named, page.people) if named else west) or "":
                    return state
    return ""


def _of_official(page: Page, number: int, index: int, claim: Claim) -> str:
    """«قدر سكرتير مجلس الأمن القومي أوليكسي دانيلوف عددهم بـ…»: the state of who is named behind an office."""
    words = page.clauses[number].words
    if not speaker_heads().get(words.forms[index].removeprefix("ال"), "").startswith("person"):
        return ""
    named = (e for e in page.entities[number] if words.spans[index].start < e.start < claim.start)
    return next((state_of(e, page.people) for e in named if e.label == Label.PER), "")


def actor_parties(page: Page, number: int, claim: Claim) -> frozenset[str]:
    """The states that stand behind the speakers named in the evidence; behind sources of no state, that of the paper
    which quotes them («واشنطن بوست … نقلا عن وثيقة استخباراتية»), but not of an agency, which quotes anybody."""
    found = {party_of_name(claim.value, page.people)} if isinstance(claim.value, str) else set()
    found |= {state_of(e, page.people) for e in page.entities[number] if claim.start <= e.start < claim.end}
    words = [word.strip("،,") for word in fold(claim.text).split()]
    found |= {WEST if is_western(word) else nationality(word) or "" for word in words}
    return frozenset(found - {""}) or _home_of_paper(page, claim)


def _home_of_paper(page: Page, claim: Claim) -> frozenset[str]:
    """Of a newspaper, or of the one that quotes who is named, if the article is about that state too; not where he is
    only named in what it quotes."""
    quotes = page.analysis.quotes
    if any(q.start <= claim.start and claim.end <= q.end for q in quotes):
        return frozenset()
    named = (q.via for q in quotes if q.via and q.speaker and claim.start <= q.speaker.start < claim.end)
    medium = media().get(fold(next(named, None) or str(claim.value)), "")
    home = media_homes()[medium] if medium and medium not in wires() else ""
    return frozenset({home}) if any(home in told for told in page.parties) else frozenset()
