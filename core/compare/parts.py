"""Which figures are of some of those that another one counts: «بينهم 12 طفلا», «12 في ولاية», «الولاية وحدها»."""

from __future__ import annotations

from collections.abc import Sequence

from core.compare.counted import FATES, class_of
from core.compare.page import Page
from core.compare.parties import word_index
from core.extract.clauses import Clause
from core.extract.concepts import state_names
from core.model import Claim, ClaimKind, Entity, Label

_AMONG = frozenset(("بينهم", "بينها", "بينهن", "منهم", "منها", "منهن", "ومنهم", "وبينهم", "ومنها", "وبينها"))
_INCLUDING, _INCLUDING_REACH = frozenset(("في", "فيها", "فيهم", "فيه")), 5
_LEADS = frozenset(("من", "ومن", "كان", "وكان"))
_TOLLS = frozenset(("dead", "hurt", "survived", "missing", "arrested", "bodies"))
_AMONG_REACH = 3  # words between a figure and «بين المصابين»
_BESIDES = frozenset(("اضافه", "بالاضافه", "فضلا", "علاوه"))
_ALONE = frozenset(("وحدها", "وحده"))
_NEAR = 300  # code points around a figure in which others may be set beside it
_IN_REACH = 5  # words between a figure and the place behind it


def is_part(clause: Clause, claim: Claim) -> bool:
    """Whether a figure is of some of those told before («وقتل 40 شخصا، بينهم 12 طفلا»)."""
    if claim.kind is not ClaimKind.QUANTITY:
        return False
    forms = clause.words.forms
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)  # which may begin with «بينهم»
    near = forms[max(clause.indices.start, first - _INCLUDING_REACH) : first]
    if "بما" in near and _INCLUDING & set(near[near.index("بما") :]):
        return True  # «127 ألف جندي، بما في ذلك 21 ألفا من القوات الجوية»
    among = [i for i in range(clause.indices.start, last) if forms[i] in _AMONG and _opens(clause, i)]
    if among and not _BESIDES & set(forms[among[-1] : first]):
        told = clause.hits.get("scopes", ())
        if not any(among[-1] < hit.first < first and hit.id in FATES for hit in told):
            return True  # «بينهم 7 أطفال و3 نساء», but not «بينهم 7 أطفال وأصيب 20»
    if forms[last + 1 : last + 2] == ("من",) and class_of("".join(forms[last + 2 : last + 3])) in _TOLLS:
        return True  # «خمسة من الناجين»
    return bool(toll_told(clause, claim))


def toll_told(clause: Clause, claim: Claim) -> str:
    """«بين المصابين 7 أطفال»: the toll of which a figure is a part, "" where it is not told so."""
    forms = clause.words.forms
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    near = (*range(max(first - _AMONG_REACH, 0), first), *range(last + 1, min(last + 2 + _AMONG_REACH, len(forms) - 1)))
    told = (class_of(forms[i + 1]) for i in near if forms[i] == "بين")
    return next((toll for toll in told if toll in _TOLLS), "")


def place_of_part(page: Page, number: int, claim: Claim) -> str:
    """The place that alone a figure is of, where its sentence tells several apart («610 في … و12 في …»), or ""."""
    if claim.kind is not ClaimKind.QUANTITY:
        return ""
    clause = page.clauses[number]
    if _ALONE & set(clause.words.forms):
        inside = [e for e in page.entities[number] if e.label == Label.LOC and e.name not in state_names()]
        behind = (e.name for e in inside if e.start >= claim.end)
        before = (e.name for e in reversed(inside) if e.end <= claim.start)
        return next(behind, "") or next(before, "")
    own = _place_behind(page, number, claim.end, page.entities[number])
    first = word_index(clause, claim.start)
    if own and "مقابل" in clause.words.forms[max(first - _AMONG_REACH, 0) : first]:
        return own  # «… 3478 شخصا، مقابل 1400 في …»
    near = [
        (n, [e for e in page.entities[n] if abs(e.start - claim.start) < _NEAR])
        for n in range(max(number - 2, 0), min(number + 3, len(page.clauses)))
        if page.clauses[n].sentence == clause.sentence
    ]
    others = {
        _place_behind(page, n, e.end, beside)
        for n, beside in near
        for e in beside
        if e.label == Label.QUANTITY and (e.end <= claim.start or e.start >= claim.end)
    }
    return own if own and others - {own, ""} else ""


def _place_behind(page: Page, number: int, end: int, near: Sequence[Entity]) -> str:
    """The place that «في» leads to behind a figure, before the next figure."""
    clause = page.clauses[number]
    stop = min((e.start for e in near if e.label == Label.QUANTITY and e.start >= end), default=clause.span.end)
    here = next((e for e in near if e.label == Label.LOC and end <= e.start < stop), None)
    return here.name if here is not None and _is_in(clause, here, end) else ""


def _is_in(clause: Clause, place: Entity, end: int) -> bool:
    first, at = word_index(clause, end), word_index(clause, place.start)
    between = clause.words.forms[first:at]
    return len(between) <= _IN_REACH and ("في" in between or clause.words.forms[at][:1] == "ب")


def _opens(clause: Clause, index: int) -> bool:
    """Whether a word begins what it leads to: «أنقذ منهم عشرين» tells no part."""
    forms, start = clause.words.forms, clause.indices.start
    before = forms[index - 1] if index > start else ""
    return not before or before in _LEADS or not before[0].isalpha() or _is_counted(before)


def _is_counted(form: str) -> bool:
    return any(c.isdigit() for c in form) or bool(class_of(form))
