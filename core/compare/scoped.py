"""Which of the words that say what is counted («حشد», «سحب», «قتل») a figure belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from core.compare.counted import FATES, GROUPS, class_of, is_of_forces
from core.compare.page import Page
from core.compare.parties import word_index
from core.extract.clauses import Clause, perfects
from core.extract.concepts import Hit
from core.model import Claim, ClaimKind, Modality

_COMMAS = frozenset("،,؛")
# What a figure that only describes those who move counts is all of them.
_APPOSED = frozenset(("الذين", "البالغ", "البالغه", "البالغين", "عددهم", "عددها", "قوامها", "تعدادهم", "تعدادها"))
_APPOSED |= {"المقدر", "المقدره", "المقدرين", "والمقدره", "والمقدر", "والبالغ", "والبالغه"}
_WHICH = frozenset(("التي", "والتي", "اللتي"))
_AMOUNTS_TO = frozenset(
    [
        *("تقدر", "يقدر", "قدرت", "قدر", "تبلغ", "يبلغ", "بلغ", "بلغت", "تناهز", "يناهز", "تقارب", "يقارب", "تفوق"),
        *("يفوق", "تتجاوز", "يتجاوز", "تزيد", "يزيد", "تتالف", "تضم", "يصل", "تصل", "قوامها", "عددها"),
    ]
)
_CAME_BEFORE = 6  # words from «بعدما» to what came before
_MOVED = frozenset({"returned", "added"})
_FATE_BEFORE = 10  # words before a figure of people that may tell their fate …
_FATE_BEHIND = 4  # … and behind it


def scopes_told(
    page: Page, number: int, claim: Claim, hits: Sequence[Hit], before: int | None, event: str
) -> frozenset[str]:
    """What a claim counts; of a bare figure, what that of clause `before` does, from which it goes on."""
    clause = page.clauses[number]
    scopes = scopes_of(clause, claim, hits)
    possible = claim.modality is Modality.POSSIBLE
    if before is not None and not scopes:
        if possible and event == "attack":
            return frozenset({"taking_part"})  # «قد تهاجم بقوات يصل قوامها إلى 175 ألفا»
        scopes = scopes_of(page.clauses[before], claim, page.hits[before])
    if claim.kind is ClaimKind.PLACE:
        return scopes | ({"present"} if is_of_forces(clause, claim) else frozenset())
    if possible and "present" in scopes and not _has_been(clause, claim):
        return scopes - {"present"} | {"taking_part"}  # «قد تنشر»: none is there yet
    return scopes


def _has_been(clause: Clause, claim: Claim) -> bool:
    """«تخشى أن تكون روسيا بصدد الغزو، بعدما حشدت …»: what came before is no fear."""
    forms, first = clause.words.forms, word_index(clause, claim.start)
    before = forms[max(first - _CAME_BEFORE, clause.indices.start) : first + 1]
    return "بعدما" in before or ("بعد", "ان") in pairwise(before)


def scopes_of(clause: Clause, claim: Claim, hits: Sequence[Hit]) -> frozenset[str]:
    """What a figure counts: of the scope words of its clause, those nearest to it."""
    forms = clause.words.forms
    found = [hit for hit in hits if hit.table == "scopes" and not forms[hit.last].endswith(GROUPS[0])]
    found = [
        hit for hit in found if forms[hit.first] != "فقد" or not perfects() & set(forms[hit.last + 1 : hit.last + 2])
    ]
    if not found and claim.kind is ClaimKind.QUANTITY and any(h.table == "spots" and h.id == "near" for h in hits):
        return frozenset({"present"})  # «عدد الجنود قرب الحدود»
    if claim.kind is not ClaimKind.QUANTITY or not found:
        return frozenset(hit.id for hit in found)
    position, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)

    def away(hit: Hit) -> int:
        if position <= hit.first <= last:
            return 0  # the counted noun itself («90 جريحا»)
        return position - hit.last if hit.last < position else hit.first - last + 1

    distance = {hit: away(hit) for hit in found}
    if any(hit.last < position for hit in found):  # «… 1411، والإصابات 3124» is of the figure behind it
        distance = {hit: far for hit, far in distance.items() if hit.first <= last or not _joins(clause, hit)}
    apposed = {hit for hit in found if hit.last < position and _is_apposed(clause.words.forms[hit.last : position])}
    if apposed and {hit.id for hit in apposed} <= _MOVED:  # «إعادة جنودها الذين يناهز عددهم 100 ألف»
        return frozenset({"present"})
    # «60 مهاجرا، أنقذ منهم 20»: of those behind the comma
    distance = {
        hit: far for hit, far in distance.items() if not _COMMAS & set(clause.words.forms[last + 1 : hit.first])
    }
    used = [index for index in range(clause.indices.start, position) if _is_figure(clause.words.forms[index])]
    if used and any(
        form[:1] == "و" and len(form) > 3 for form in clause.words.forms[max(used[-1] + 1, position - 2) : position]
    ):
        # «مقتل 14 شخصا وخطف 20»: what is told before the first figure is not of the second
        distance = {hit: far for hit, far in distance.items() if hit.id not in FATES or hit.last > used[-1]}
    distance = {hit: far for hit, far in distance.items() if hit.id not in FATES or far <= _reach(hit, position)}
    if not distance:
        return frozenset()
    found = list(distance)
    nearest = min(distance.values())
    fates = [hit for hit in found if hit.id in FATES]
    if fates and min(distance[hit] for hit in fates) <= nearest + 1:
        return frozenset({min(fates, key=lambda hit: distance[hit]).id})  # «قتل 3 وأصيب 9»: one fate a figure
    return frozenset(hit.id for hit in found if distance[hit] <= nearest + 1)


def _is_apposed(between: Sequence[str]) -> bool:
    """«الذين يناهز عددهم», «قواتها التي تقدر بنحو»: the figure tells how many they are."""
    which = any(form in _WHICH and behind in _AMOUNTS_TO for form, behind in pairwise(between))
    return which or not _APPOSED.isdisjoint(between)


def _joins(clause: Clause, hit: Hit) -> bool:
    form = clause.words.forms[hit.first]
    own = class_of(form) and not class_of(form[1:])  # «وفاة» begins with a letter of its own, «والإصابات» does not
    return form[:1] == "و" and len(form) > 3 and not own


def _reach(hit: Hit, position: int) -> int:
    return _FATE_BEFORE if hit.last < position else _FATE_BEHIND


def _is_figure(form: str) -> bool:
    return any(letter.isdigit() for letter in form)
