"""Who is told to hold what only one can hold, a town or a palace («باتت تحت سيطرتها», «في قبضة الجيش»)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from core.compare.acts import NAME, TIME, words_of
from core.compare.senses import senses
from core.extract.clauses import Clause
from core.model import Claim, Modality, Polarity
from core.text.arabic import fold

if TYPE_CHECKING:
    from core.compare.items import Item

_HELD = frozenset(("occupy", "control"))
_OWNED = ("ته", "تها", "تهم", "تنا", "هما")  # «سيطرتها»: who speaks, or was named before
_HOLDS = frozenset(("سيطره", "قبضه"))  # «في قبضة الجيش»: who stands behind
_ATTRIBUTE = frozenset(("مناطق", "منطقه", "نطاق", "خارج", "خارجه", "الخارجه", "خط", "خطوط"))  # «مناطق سيطرة الحكومة»
_EACH = frozenset(("طرف", "الطرفان", "الطرفين", "الجانبان", "الجانبين", "منهما", "كلاهما"))  # «كل طرف يعلن سيطرته»
_BEFORE = 6  # words before the verb that may tell who holds
_WHOSE = frozenset(("soldier", "police", "government", "opposition", "militia", "rebel", "president", "leader"))
_ARTICLE, _FORCES = "ال", frozenset(("قوات", "حركه", "جماعه", "تنظيم", "حزب", "مرشح", "قياده", "الجيش", "جيش"))


def holder_told(clause: Clause, claim: Claim, names: Mapping[int, str]) -> str:
    """Who holds it, folded; "" where nothing is held or nobody is told."""
    words = clause.words
    inside = words.within(claim.start, claim.end)
    if not _EACH.isdisjoint(words.forms[inside.start : inside.stop]):
        return ""
    for index in inside:
        if not any(sense.id in _HELD and sense.side == 0 for sense in senses(words.forms[index])):
            continue
        if _ATTRIBUTE & set(words.forms[max(index - 2, 0) : index]):
            return ""
        form = words.forms[index].removeprefix("و").removeprefix("ب")
        if form in _HOLDS:
            return _at(clause, index + 1, names)
        speaker = clause.inside.speaker if clause.inside else None
        himself = fold(speaker.name or speaker.text) if speaker else ""
        before = range(index - 1, max(index - 1 - _BEFORE, inside.start - 1), -1)
        named = next(filter(None, (_at(clause, i, names) for i in before)), "")
        return (himself or named) if form.endswith(_OWNED) else (named or himself)
    return ""


def _at(clause: Clause, index: int, names: Mapping[int, str]) -> str:
    """The name, or the noun of those who fight or rule, at a word."""
    if index >= len(clause.words.forms):
        return ""
    form, name = clause.words.forms[index], names.get(index, "")
    if name:
        return "" if name[0] == TIME else fold(name)
    return form if form.startswith(_ARTICLE) and any(sense.id in _WHOSE for sense in senses(form)) else ""


def held_by_another(a: Item, b: Item) -> bool | None:
    """Whether each of two voices tells that another one holds the same; None where not both tell who does.

    That one does not hold it is no contradiction to that the other does.
    """
    if not a.holder or not b.holder or not _are_two(a.holder, b.holder):
        return None
    told = all(item.raw.polarity is Polarity.AFFIRMED and item.raw.modality is Modality.ASSERTED for item in (a, b))
    return told and bool(_things(a.acts) & _things(b.acts))


@lru_cache(maxsize=10_000)
def _are_two(one: str, other: str) -> bool:
    x, y = (frozenset(name.replace("_", " ").split()) - _FORCES for name in (one, other))
    return bool(x and y and not x & y) or (bool(x) is not bool(y))


def _things(told: tuple[str, ...]) -> frozenset[str]:
    """What is told beside who holds it and that it is held; of people nobody says that they are held."""
    return frozenset(word for word in words_of(told) if word[0] not in (NAME, TIME)) - _HELD - _WHOSE
