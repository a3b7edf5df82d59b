"""Whose hand is in a war: to back one of its sides and to be a party to it are one question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

SIDING = "siding"  # the kind of event, and the table of its words
_REACH = 7  # words between backing and whom one backs
_PARTY_REACH = 4  # … and between being a party and to what
_COMMAS = frozenset("،,؛;:")
_AGAINST = frozenset(("ضد", "مواجهه", "محاربه", "لمحاربه", "قتال", "لقتال", "بمواجهه", "امام", "لمواجهه", "من"))
_OF_THEM = ("هم", "هما")
_TO_THEM = frozenset(("لهم", "لهما", "اليهم"))
_IN_IT = frozenset(("فيه", "فيها"))
_IN = _IN_IT | {"في", "ب"}
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


def sidings(forms: Sequence[str], hits: Sequence[_Hit]) -> Iterator[tuple[int, int]]:
    """First and last word of each passage that tells it; `hits`: of the table of its words, in order."""
    done = -1
    for place, hit in enumerate(hits):
        if hit.first <= done:
            continue
        found = _told(forms, hit, hits[place + 1 :])
        if found is not None:
            done = found
            yield hit.first, found


def _told(forms: Sequence[str], hit: _Hit, behind: Sequence[_Hit]) -> int | None:
    """The last word of what begins at a hit."""
    for other in behind:
        between = forms[hit.last + 1 : other.first]
        if other.first - hit.last > _REACH or _COMMAS & set(between):
            return None
        pair = hit.id, other.id
        if pair == ("back", "side") and not _AGAINST & set(between):
            return other.last
        if pair == ("side", "back") and forms[other.first].endswith(_OF_THEM):  # «انفصاليين تدعمهم موسكو»
            return other.last
        if pair == ("side", "back") and forms[other.first].removeprefix("ال").startswith(("مدعوم", "مسلح", "ممول")):
            return other.last
        if pair == ("party", "war") and other.first - hit.last <= _PARTY_REACH and _is_party(forms, hit, other):
            return other.last
    if hit.id == "back":  # «تنفي أي دعم عسكري لهم»
        near = range(hit.last + 1, min(hit.last + 1 + _PARTY_REACH, len(forms)))
        return next((index for index in near if forms[index] in _TO_THEM), None)
    return None


def _is_party(forms: Sequence[str], hit: _Hit, war: _Hit) -> bool:
    form = forms[hit.first]
    before = set(forms[max(hit.first - 2, 0) : hit.first])
    if form.removeprefix("و") in _NO_PARTY:
        return bool(_NONE & before) and forms[war.first] not in _IN_IT
    linked = forms[war.first] in _IN or _IN & set(forms[hit.last + 1 : war.first]) or forms[war.first][:1] == "ب"
    each = form.lstrip("ل").startswith("طرف") and _EACH & set(forms[max(hit.first - 1, 0) : hit.first])
    return bool(linked) and not form.startswith("ال") and not each
