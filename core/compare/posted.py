"""Whether troops of a state are told to be in some place («جنود روس في الإقليم»), or not to be there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.compare.acts import TIME
from core.compare.counted import class_of
from core.compare.page import Page
from core.compare.spoken_of import WHOLE
from core.extract.clauses import Clause
from core.extract.concepts import nationality, regions, state_names
from core.extract.falsehood import is_conceded
from core.extract.negators import NEGATORS
from core.model import Claim, ClaimKind, Label, Modality, Polarity
from core.text.arabic import fold
from core.text.stems import variants

_UNITS = frozenset({"troops", "battalions"})
_FORCES = frozenset(
    [
        *("حشود", "حشد", "تعزيزات", "دبابات", "مدرعات", "ضباط", "ضابط", "وحدات", "وحده", "جيش", "ارتال", "مرتزقه"),
        *("عسكريا", "تحشيد", "تحشيدات", "حشودات"),
    ]
)
# What is told of troops that are somewhere, by the stem of its verb or as a noun …
_THERE = frozenset(
    [
        *("وجود", "تواجد", "انتشار", "نشر", "بقاء", "ابقاء", "حشد", "احتشاد", "تجميع", "تجمع", "ارسال", "مرابطه"),
        *("~وجد", "~جد", "~تواجد", "~نتشر", "~نشر", "~بقي", "~حشد", "~حتشد", "~تجمع", "~رسل", "~رابط", "~تمركز"),
        *("~خدم", "~قاتل", "موجود", "موجوده", "منتشر", "منتشره", "متمركز", "متمركزه", "مرابط", "محتشد", "محتشده"),
        *("متواجد", "متواجده", "لديها", "لدي", "لها", "له", "تمركز", "دخول", "~دخل", "~توغل", "توغل", "~قترب"),
    ]
)
_ENTERS = frozenset(
    ["~دخل", "دخلت", "دخل", "دخول", "~توغل", "توغل", "توغلت", "~جتاز", "اجتازت", "اجتياز", "~عبر", "عبرت", "عبور"]
)
_LEAVES = frozenset(["سحب", "~سحب", "انسحاب", "~نسحب", "اخراج", "~خرج", "جلاء", "مغادره", "~غادر"])
_BY_LAND = ("حدود ", "أراضي ")
_DENIES = frozenset(["نفي", "نفت", "ينفي", "تنفي", "نافيا", "نافيه", "نفيه", "نفيها", "كذب", "كذبت", "انكر", "انكرت"])
_DENIES |= frozenset(["ينكر", "تنكر", "رفض", "رفضت", "يرفض", "ترفض", "دحض", "دحضت", "فند", "فندت"])
_COPULAS = frozenset(["تكون", "يكون", "كون"])  # «تنفي أن تكون حشودها تمهيدا للغزو»
_NONE, _ANY = frozenset(["ما", "وما"]), frozenset(["اي", "ايه", "لاي", "من", "اثر"])
_THERE_OR_SEEN = _THERE | {"~رصد", "~لاحظ", "~لحظ", "~ري", "~شاهد", "~سجل", "رصد"}
_DENIED_REACH = 6  # words from a negator or a denial to troops, or to what they do
_MORE = frozenset(["اضافيه", "اضافي", "مزيد", "المزيد", "جديده", "كافيه", "كاف"])  # of others nothing is denied
_OWNER_REACH = 4  # words from troops to whose they are
_PLACED = frozenset(["في", "علي", "داخل", "قرب", "الي", "عند", "حول", "بالقرب", "نحو", "قباله"])
_PRONOUNS = ("ها", "هم", "ه")


@dataclass(frozen=True, slots=True)
class Posted:
    """Troops of the state `whose`, "" for untold, that are at one of `places` or, where `absent`, are not."""

    whose: str
    places: frozenset[str]
    absent: bool
    entered: bool = False  # they went in («توغلت القوات داخل الأراضي …»)


def land_of(place: str) -> str:
    """The land, folded, at whose border or inside which a place is: «حدود …», «أراضي …», a part of it."""
    for noun in _BY_LAND:
        if place.startswith(noun):
            return fold(place.removeprefix(noun))
    return next((part.split(" ", 1)[1] for part, name in regions().items() if name == place), fold(place))


def posted(page: Page, number: int, claim: Claim, names: Mapping[int, str]) -> Posted | None:
    """What a statement tells of where troops are; None where it commits itself to no such thing."""
    if claim.kind not in WHOLE or claim.modality not in (Modality.ASSERTED, Modality.DEMANDED):
        return None
    clause = page.clauses[number]
    inside = clause.words.within(claim.start, claim.end)
    forms = clause.words.forms
    troops = next((index for index in inside if _is_troops(forms[index])), None)
    if troops is None:
        return None
    places = frozenset(
        str(other.value)
        for other in page.analysis.claims
        if other.kind is ClaimKind.PLACE and claim.start <= other.start < claim.end
    )
    if claim.modality is Modality.DEMANDED:
        return _told_to_leave(page, number, claim, names, troops)
    there = next((index for index in inside if variants(forms[index]) & _THERE or forms[index] in _THERE), troops)
    denied = _is_denied(clause, inside, min(troops, there))
    if not places or denied is None or (denied and not _MORE.isdisjoint(forms[inside.start : inside.stop])):
        return None
    if denied is not (claim.polarity is Polarity.DENIED) or (there == troops and not denied):
        return None
    entered = not denied and any(variants(forms[index]) & _ENTERS for index in inside)
    return Posted(_whose(forms, troops, inside, names), places, denied, entered)


def _told_to_leave(page: Page, number: int, claim: Claim, names: Mapping[int, str], troops: int) -> Posted | None:
    """«دعا موسكو إلى سحب قواتها من الإقليم»: who is told to leave is there."""
    clause = page.clauses[number]
    forms, inside = clause.words.forms, clause.words.within(claim.start, claim.end)
    if claim.polarity is Polarity.DENIED or not any(variants(forms[index]) & _LEAVES for index in inside):
        return None
    lands = (e for e in page.entities[number] if e.label == Label.LOC and claim.start <= e.start < claim.end)
    left = frozenset(
        e.name
        for e in lands
        if "من" in forms[max((at := clause.words.at(e.start)) - 2, 0) : at] and e.name not in state_names()
    )
    return Posted(_whose(forms, troops, inside, names), left, absent=False) if left else None


def _is_troops(form: str) -> bool:
    bare = form.removeprefix("و").removeprefix("ب").removeprefix("ل").removeprefix("ال")
    own = next((bare.removesuffix(end) for end in _PRONOUNS if bare.endswith(end)), bare)
    return class_of(form) in _UNITS or bool({bare, own} & _FORCES)


def _is_denied(clause: Clause, inside: range, told: int) -> bool | None:
    """Whether it is denied that they are there; None where something else is that stands beside it."""
    forms = clause.words.forms
    for index in range(max(told - _DENIED_REACH, inside.start), told):
        if forms[index].removeprefix("و").removeprefix("ف") in _DENIES and not is_conceded(forms, index):
            own = index > inside.start and forms[index - 1].removeprefix("و") in NEGATORS  # «لا تنفي أنها حشدت …»
            return None if own or not _COPULAS.isdisjoint(forms[index:told]) else True
        behind = forms[index + 1]
        if forms[index] in NEGATORS or (forms[index] in _NONE and behind == "من"):
            is_there = (
                behind in _ANY or _is_troops(behind) or not _THERE_OR_SEEN.isdisjoint((behind, *variants(behind)))
            )
            return True if is_there else None  # «لم تلتزم القوات», «لا يعلم سبب الحشد»
    false = [
        hit.first for hit in clause.words.of("cues") if hit.id == "denied" and inside.start <= hit.first < inside.stop
    ]
    if false:
        return True if false[0] > told and not _negated_before(forms, inside, false[0]) else None
    return None if any(forms[index] in NEGATORS for index in inside) else False


def _negated_before(forms: Sequence[str], inside: range, index: int) -> bool:
    return index > inside.start and forms[index - 1] in NEGATORS


def _whose(forms: Sequence[str], troops: int, inside: range, names: Mapping[int, str]) -> str:
    """«قوات روسية», «وحدات من الجيش الروسي»: the state right behind the noun, or the one told last before it."""
    for index in range(troops + 1, min(troops + 1 + _OWNER_REACH, inside.stop)):
        if forms[index] in _PLACED:
            break
        if state := nationality(forms[index]):
            return state
    before = (names[i] for i in range(troops - 1, inside.start - 1, -1) if names.get(i) and names[i][0] != TIME)
    return next((name for name in before if name in state_names()), "")
