"""What a figure counts and whether a duration is a length: what its clause and the figures before it tell."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from core.compare.page import RESULTS, Page
from core.compare.parties import word_index
from core.extract.clauses import Clause
from core.extract.concepts import Hit, rows
from core.model import Claim, ClaimKind, Entity, Quantity, QuantityKind
from core.text.arabic import fold
from core.text.stems import root, variants

_LASTING_REACH = 6  # words between «استمرت» and the time that it lasted
_ASIDE_REACH = 10  # … and with an aside between commas («استمرت المكالمة، وهي الثانية، 50 دقيقة»)
_MOMENT = frozenset(("في", "خلال", "قبل", "بعد", "منذ", "كل", "حتي", "غضون", "بعيد", "قبيل"))
_BOUNDS = frozenset(("من", "اقل", "اكثر", "نحو", "حوالي", "قرابه", "زهاء", "ما", "يقرب", "يقارب", "يزيد", "علي", "عن"))
# What people are counted as, where the noun itself says only that they are people.
FATES = {
    "killed": "dead",
    "hurt": "hurt",
    "missing": "missing",
    "survived": "survived",
    "displaced": "displaced",
    "arrested": "arrested",
}
_RESUMED = 2  # sentences in which a bare figure goes on from one with its noun
_HEADS = 6  # words before a figure of people that may say that they are troops
_AMONG = frozenset(("بينهم", "بينها", "بينهن", "منهم", "منها", "منهن", "ومنهم", "وبينهم"))
_AMONG_REACH = 3  # words between «بينهم» and a figure
_PEOPLE = ("people", "")


@cache
def _unit_classes() -> dict[str, str]:
    return {fold(form): row[0] for row in rows("units") for form in row[2].split()}


def unit_class(quantity: Quantity) -> str:
    """What a figure counts: a class of units, the unit's own root, or "" where no noun stands by."""
    if quantity.kind in (QuantityKind.PERCENT, QuantityKind.MONEY, QuantityKind.DURATION):
        return str(quantity.kind)
    if not quantity.unit:
        return ""
    unit = fold(quantity.unit.split()[0])
    return class_of(unit) or root(unit)


def class_of(form: str) -> str:
    """The class of units that a folded noun counts in, in any form that its lexicon lists, or ""."""
    known = _unit_classes()
    return next((known[other] for other in (form, *sorted(variants(form))) if other in known), "")


def counted(clause: Clause, claim: Claim, scopes: Collection[str], before: Quantity | None) -> str:
    """The class that `claim` counts: «43 شخصا» of the killed are dead; «175 ألفا» are what the figure before counts;
    «قوات … 175 ألف فرد» are troops."""
    if not isinstance(claim.value, Quantity):
        return ""
    unit = unit_class(claim.value)
    if unit in _PEOPLE and claim.value.kind is QuantityKind.COUNT:
        fates = {FATES[scope] for scope in scopes if scope in FATES}
        if len(fates) == 1:
            return fates.pop()
        led = clause.words.forms[: word_index(clause, claim.start)]
        near = led[-_HEADS:]
        if (unit or "عدد" in near) and not fates and any(class_of(form) == "troops" for form in near):
            return "troops"
        if not unit and before is not None:
            return unit_class(before)
    return unit


def figure_before(page: Page, number: int, claim: Claim) -> tuple[int, Quantity] | None:
    """Clause and value of the figure that a bare one goes on from («70 ألف جندي وقد يصل إلى 90 ألفا»)."""
    value = claim.value
    if not isinstance(value, Quantity) or value.kind is not QuantityKind.COUNT or value.unit:
        return None
    near = {page.clauses[number].sentence}
    for index in range(number, -1, -1):
        if page.clauses[index].sentence not in near:
            if len(near) == _RESUMED:
                return None
            near.add(page.clauses[index].sentence)
        told = [e for e in page.entities[index] if e.end <= claim.start and _counts(e)]
        if told and isinstance(told[-1].value, Quantity):
            return index, told[-1].value
    return None


def is_part(clause: Clause, claim: Claim) -> bool:
    """Whether a figure is of some of those told before («وقتل 40 شخصا، بينهم 12 طفلا»)."""
    if claim.kind is not ClaimKind.QUANTITY:
        return False
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)  # which may begin with «بينهم»
    return bool(_AMONG & set(clause.words.forms[max(first - _AMONG_REACH, 0) : last]))


def _counts(entity: Entity) -> bool:
    value = entity.value
    return isinstance(value, Quantity) and value.kind is QuantityKind.COUNT and bool(value.unit)


def _is_duration(entity: Entity) -> bool:
    return isinstance(entity.value, Quantity) and entity.value.kind is QuantityKind.DURATION


def is_length(page: Page, number: int, claim: Claim) -> bool:
    """Whether a duration tells how long its event took: behind «استمر», «لمدة», or right at the event's noun."""
    if claim.kind is not ClaimKind.QUANTITY or not isinstance(claim.value, Quantity):
        return False
    if claim.value.kind is not QuantityKind.DURATION:
        return False
    clause, hits = page.clauses[number], page.hits[number]
    if any(e.end < claim.start <= e.end + 2 and _is_duration(e) for e in page.entities[number]):
        return False  # the rest of another («ساعتين ودقيقة»)
    first, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)
    lasting = [hit for hit in clause.words.of("cues") if hit.id == "lasting"]
    if any(
        0 < first - hit.last <= (_LASTING_REACH if hit in hits else _ASIDE_REACH) or 0 < hit.first - last <= 2
        for hit in lasting
    ):
        return True
    forms = clause.words.forms
    begin = first
    while begin and forms[begin - 1] in _BOUNDS:
        begin -= 1
    if begin and forms[begin - 1] in _MOMENT:
        return False
    return any(hit.table == "events" and 0 < begin - hit.last <= 3 for hit in hits)


def meeting_words(clause: Clause, hits: Sequence[Hit]) -> frozenset[str]:
    """Roots of the nouns and verbs by which the clause names a meeting."""
    forms = clause.words.forms
    named = (hit for hit in hits if hit.table == "events" and "m" in hit.flags and hit.last < len(forms))
    return frozenset(root(forms[index]) for hit in named for index in range(hit.first, hit.last + 1))


def causes(page: Page, hits: Sequence[Hit]) -> frozenset[str]:
    """What the dead and hurt of the clause are of: its own events, else the first one that the article tells."""
    told = frozenset(hit.id for hit in hits if hit.table == "events" and "w" not in hit.flags) - RESULTS
    return told - {"collapse"} or page.topic or told  # what collapsed is mostly what a disaster did


def scopes_of(clause: Clause, claim: Claim, hits: Sequence[Hit]) -> frozenset[str]:
    """What a figure counts: of the scope words of its clause, those nearest to it."""
    found = [hit for hit in hits if hit.table == "scopes"]
    if not found and claim.kind is ClaimKind.QUANTITY and any(h.table == "spots" and h.id == "near" for h in hits):
        return frozenset({"present"})  # «عدد الجنود قرب الحدود»
    if claim.kind is not ClaimKind.QUANTITY or not found:
        return frozenset(hit.id for hit in found)
    position, last = word_index(clause, claim.start), word_index(clause, claim.end - 1)

    def away(hit: Hit) -> int:
        if position <= hit.first <= last:
            return 0  # the counted noun itself («90 جريحا»)
        return position - hit.last if hit.last < position else hit.first - position + 1

    distance = {hit: away(hit) for hit in found}
    nearest = min(distance.values())
    fates = [hit for hit in found if hit.id in FATES]
    if fates and min(distance[hit] for hit in fates) <= nearest + 1:
        return frozenset({min(fates, key=lambda hit: distance[hit]).id})  # «قتل 3 وأصيب 9»: one fate a figure
    return frozenset(hit.id for hit in found if distance[hit] <= nearest + 1)
