"""Kinds of event that words tell together: to back a side in a war, to be a party to it; to return to barracks; to move
against a state."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Protocol

TABLE = "compounds"
SIDING, WITHDRAWAL, ATTACK = "siding", "withdrawal", "attack"
COMPOUND = frozenset({SIDING, WITHDRAWAL})
# Words of a withdrawal, and how far apart they may stand.
_PLAIN = {
    ("return", "barracks"): 12,
    ("cut", "massed"): 5,
    ("massed", "cut"): 4,  # «حشودها لم تتقلص»
    ("leave", "massed"): 2,
    ("massed", "leave"): 5,  # «جنديا روسيا قد غادروا»
}
_REACH = 7  # words between backing and whom one backs
_FAREST = max(_PLAIN.values())
_PARTY_REACH = 4  # … and between being a party and to what
_COMMAS = frozenset("،,؛;:")
_AGAINST = frozenset(("ضد", "مواجهه", "محاربه", "لمحاربه", "قتال", "لقتال", "بمواجهه", "امام", "لمواجهه", "من"))
_OF_THEM = ("هم", "هما")
_TO_THEM = frozenset(("لهم", "لهما", "اليهم"))
_IN_IT = frozenset(("فيه", "فيها"))
_IN = _IN_IT | {"في", "ب"}
_TOWARDS = frozenset(("نحو", "صوب", "باتجاه", "ضد", "تجاه", "داخل"))
_MOVE_REACH = 3  # words from a move to where it goes
_MOVED = frozenset(
    ("قوات", "قواته", "قواتها", "جنود", "وحدات", "ارتال", "رتل", "قافله", "شاحنات", "سفن", "سفينه", "طايرات")
)
_EACH = frozenset(("كل", "كلا", "احد", "اي", "ايا", "بين", "من"))
_NO_PARTY = frozenset(("علاقه", "صله", "دور", "دورا", "يد"))  # of which to have none is what is told
_NONE = frozenset(("لا", "اي", "ايه", "ليس", "ليست", "دون", "بلا", "لها", "له"))


class _Hit(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def id(self) -> str: ...


def compounds(forms: Sequence[str], hits: Sequence[_Hit], states: Container[str]) -> Iterator[tuple[int, int, str]]:
    """First and last word of each passage that tells one, and its kind; `hits`: of the table of its words, in order."""
    done = -1
    for place, hit in enumerate(hits):
        if hit.first <= done:
            continue
        if found := _told(forms, hit, hits[place + 1 :]) or _moves(forms, hit, states):
            done, kind = found
            yield hit.first, done, kind
        elif _backs_them(forms, hit, hits[:place]):
            yield hit.first, hit.last, SIDING


def _told(forms: Sequence[str], hit: _Hit, behind: Sequence[_Hit]) -> tuple[int, str] | None:
    """The last word of what begins at a hit, and its kind."""
    for other in behind:
        between = forms[hit.last + 1 : other.first]
        if other.first - hit.last > _FAREST or _COMMAS & set(between):
            break
        if other.first - hit.last <= _PLAIN.get((hit.id, other.id), 0):
            return other.last, WITHDRAWAL
        if other.first - hit.last <= _REACH and _sides(forms, hit, other, between):
            return other.last, SIDING
    if hit.id == "back":  # «تنفي أي دعم عسكري لهم»
        near = range(hit.last + 1, min(hit.last + 1 + _PARTY_REACH, len(forms)))
        return next(((index, SIDING) for index in near if forms[index] in _TO_THEM), None)
    return None


def _backs_them(forms: Sequence[str], hit: _Hit, before: Sequence[_Hit]) -> bool:
    """«انفصاليين موالين لموسكو، التي تنفي أنها تدعمهم»."""
    near = any(other.id == "side" and hit.first - other.last <= _FAREST for other in before)
    return near and hit.id == "back" and forms[hit.first].endswith(_OF_THEM)


def _moves(forms: Sequence[str], hit: _Hit, states: Container[str]) -> tuple[int, str] | None:
    """«سيتحرك نحو أوكرانيا», «أي تحرك روسي ضد أوكرانيا»: said of who decides on it; what troops and trucks do is told
    otherwise."""
    if hit.id != "move" or any(
        form.removeprefix("ال") in _MOVED for form in forms[max(hit.first - 3, 0) : hit.last + 3]
    ):
        return None
    near = range(hit.last + 1, min(hit.last + 1 + _MOVE_REACH, len(forms) - 1))
    return next(((i + 1, ATTACK) for i in near if forms[i] in _TOWARDS and forms[i + 1] in states), None)


def _sides(forms: Sequence[str], hit: _Hit, other: _Hit, between: Sequence[str]) -> bool:
    """Whether two words say that a side in a war is backed, or that somebody is a party to it."""
    match hit.id, other.id:
        case "back", "side":
            return not _AGAINST & set(between)
        case "side", "back":  # «انفصاليين تدعمهم موسكو», «المدعومين من موسكو»
            form = forms[other.first]
            return form.endswith(_OF_THEM) or form.removeprefix("ال").startswith(("مدعوم", "مسلح", "ممول"))
        case "party", "war":
            return other.first - hit.last <= _PARTY_REACH and _is_party(forms, hit, other)
    return False


def _is_party(forms: Sequence[str], hit: _Hit, war: _Hit) -> bool:
    form = forms[hit.first]
    before = set(forms[max(hit.first - 2, 0) : hit.first])
    if form.removeprefix("و") in _NO_PARTY:
        return bool(_NONE & before) and forms[war.first] not in _IN_IT
    linked = forms[war.first] in _IN or _IN & set(forms[hit.last + 1 : war.first]) or forms[war.first][:1] == "ب"
    each = form.lstrip("ل").startswith("طرف") and _EACH & set(forms[max(hit.first - 1, 0) : hit.first])
    return bool(linked) and not form.startswith("ال") and not each
