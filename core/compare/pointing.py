"""What a denial points back at in its article («لم يقدم أي التزام من هذا القبيل»): the promise told before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from core.compare.acts import NAME, NO_AIM, NOT, against, words_of
from core.compare.senses import says_something, senses
from core.compare.spoken_of import WHOLE
from core.extract.clauses import Clause, perfects
from core.extract.concepts import nationality, rows
from core.extract.negators import NEGATORS
from core.model import Claim, Modality, Polarity
from core.text.arabic import fold
from core.text.stems import variants

if TYPE_CHECKING:
    from core.compare.items import Item

_PLEDGE = "pledge"
_HEAD_REACH, _FAR = 7, 16  # words behind a negator, or a verb of denying, within which the promise stands …
_BACK_REACH = 6  # … and behind that what points back
_ASIDE = 120  # code points from a denial to what it is said to have been instead
_BEFORE, _BEHIND = 4, 3  # words around «التذكير» that may tell that it was no more
_REACH = 700  # code points before a denial within which the promise was told
_SHARED = 2  # words of the promise, no names, that another statement must share …
_COVERED = 0.5  # … and which share of them
NEW = frozenset(("جديد", "جديدا", "جديده"))
_WILL_NOT = frozenset(("لن", "ولن", "فلن", "الا", "بالا"))
_HELD = frozenset((_PLEDGE, "want", "president", "official", "country", "province", "send", "block", "sever", "safe"))


def points_back(clause: Clause, claim: Claim) -> bool:
    """Whether a claim denies a promise that it does not tell itself («نفى أن يكون قد قطع أي وعد في هذا الشأن»)."""
    if claim.kind not in WHOLE or claim.polarity is not Polarity.DENIED:
        return False
    forms, inside = clause.words.forms, clause.words.within(claim.start - 1, claim.end)  # behind «و» too
    for denied in inside:
        denies = not variants(forms[denied]).isdisjoint(_light("denies"))
        reach = _HEAD_REACH if forms[denied] in NEGATORS else _FAR if denies else 0
        behind = range(denied + 1, min(denied + 1 + reach, inside.stop))
        head = next((i for i in behind if _is_promise(forms[i]) or forms[i] in _light("promises")), None)
        if head is not None and _goes_back(forms, range(head + 1, min(head + 1 + _BACK_REACH, inside.stop))):
            return True
    return False


def recalls(clause: Clause, claim: Claim) -> bool:
    """Whether nothing but what was known is said to be told («لم يزد على التذكير بسياسته», «وإنما ذكّر بها»)."""
    if claim.kind not in WHOLE:
        return False
    forms, inside = clause.words.forms, clause.words.within(claim.start - 1, claim.end)
    said = next((i for i in inside if variants(forms[i]) & _light("recalls")), None)
    if said is None:
        return False
    near = forms[max(said - _BEFORE, 0) : said + _BEHIND]
    return any(variants(form) & _light("only") for form in near)


def _goes_back(forms: Sequence[str], behind: range) -> bool:
    """A demonstrative of no time («بعد ذلك»), or that it is no new one, before any word that tells something."""
    new = False
    for index in behind:
        if forms[index] in _light("back"):
            return forms[index - 1] not in _light("earlier")
        if forms[index - 1] == "او" or forms[index].startswith("لنظير") or nationality(forms[index]):
            continue  # «أي وعود أو تنازلات من هذا النوع», «أي التزام جديد لنظيره الروسي بهذا الشأن»
        if forms[index][:1] == "و" and forms[index][1:] in perfects():
            break  # «لم يقطع أي التزام جديد وأعاد التأكيد على …»
        if forms[index] in NEW:
            new = True
        elif says_something(forms[index]) and forms[index] not in _light("noun") | _light("passed"):
            return False
    return new


def _is_promise(form: str) -> bool:
    return any(sense.id == _PLEDGE and not sense.side for sense in senses(form))


@cache
def _light(kind: str) -> frozenset[str]:
    return frozenset(word for row in rows("light_words") if row[0] == kind for word in row[1].split())


def resolved(items: Sequence[Item]) -> list[Item]:
    """The items of one article in order; what only points back has the words, and the side, of what it points at."""
    found = list(items)
    for place, item in enumerate(found):
        if item.recalls and not item.pointing:
            behind = (other for other in reversed(found[:place]) if other.pointing and _goes_on(other, item))
            if (denial := next(behind, None)) is not None:
                found[place] = replace(item, meant=denial.meant, agent=denial.agent)
        elif item.pointing and (meant := _meant(found[:place], item)) is not None:
            agent = item.agent or meant.agent
            found[place] = replace(item, meant=meant.acts, agent=agent, parties=item.parties | {agent} - {""})
        elif _tells_of_it(item) and (meant := _meant(found[:place], item, of_any_side=True)) is not None:
            found[place] = replace(item, acts=(*item.acts[:1], *meant.acts), agent=meant.agent)
    return found


def _tells_of_it(item: Item) -> bool:
    """«هذا التعهد من أهم ما خرجت به المكالمة»: what was promised before is told to be a promise."""
    if item.event != _PLEDGE or item.agent or item.kind not in WHOLE or item.raw.polarity is Polarity.DENIED:
        return False
    first, *others = fold(item.raw.text).split()[:2]
    return first in _light("back") and any(_is_promise(word) for word in others)


def _goes_on(denial: Item, item: Item) -> bool:
    """«…، مشيرا إلى أنه لم يزد على التذكير بـ…»: the same voice, right behind the denial."""
    near = 0 <= item.raw.start - denial.raw.end <= _ASIDE
    return near and item.raw.attribution.speaker in (None, denial.raw.attribution.speaker)


def _meant(before: Sequence[Item], item: Item, *, of_any_side: bool = False) -> Item | None:
    """The nearest promise of the same side, or of whomever; what will be though nobody does it is none («ستصفه الأجيال
    القادمة بأنه خطأ»)."""
    near = takewhile(lambda other: item.raw.start - other.raw.start <= _REACH, reversed(before))
    promises = [other for other in near if other.raw.end <= item.raw.start and undertakes(other)]
    if of_any_side:
        return next(iter(promises), None)
    own = (other for other in promises if _of_one_side(item, other))
    return next((other for other in own if other.agent or _is_promised(other)), None)


def _is_promised(item: Item) -> bool:
    named = any(word[1:] == _PLEDGE for told in item.acts for word in told.split(" "))
    return named or item.raw.polarity is Polarity.DENIED


def undertakes(item: Item) -> bool:
    """Whether a statement is of a promise, or of what its side is told to do or not to do."""
    if (
        item.kind not in WHOLE
        or item.pointing
        or item.meant
        or item.supposed
        or item.raw.modality is Modality.CONDITIONAL
    ):
        return False
    stances = {word[:1] for told in item.acts for word in told.split(" ") if word[1:] == _PLEDGE}
    if stances:
        return not stances & {NOT, NO_AIM}
    if item.raw.polarity is Polarity.DENIED:
        return item.raw.modality is Modality.PLANNED or bool(_WILL_NOT & set(item.raw.text.split())) or _intends(item)
    return item.raw.modality is Modality.PLANNED


def _intends(item: Item) -> bool:
    return any(word[1:] == "want" for told in item.acts for word in told.split(" "))


def _of_one_side(denied: Item, said: Item) -> bool:
    """Who is said to have promised is who denies it, or is not told there («الرئيس لم يتعهد …»)."""
    if denied.agent and said.agent:
        return denied.agent == said.agent
    x = _side(denied) or {denied.raw.attribution.speaker or ""} - {""}
    y = _side(said) or {said.voice} - {""}
    return not x or not y or bool(x & y)


def _side(item: Item) -> frozenset[str]:
    """Who is named in a statement of a promise before the promise."""
    names: set[str] = {item.agent} - {""}
    for told in item.acts:
        first = told.split(" ")[0]
        if first[1:2] == NAME:
            names.add(first[2:].replace("_", " "))
        elif any(word[1:] == _PLEDGE for word in told.split(" ")):
            break
    return frozenset(names)


def words_meant(item: Item) -> frozenset[str]:
    """What a denial points back at, as the words of a statement are compared."""
    first = (told.split(" ")[0][1:] for told in item.meant)
    return frozenset(word for word in first if word[0] != NAME) - _HELD


def is_what_was_meant(denied: Item, said: Item) -> bool:
    """Whether another statement tells of the promise to which a denial points back."""
    if not denied.meant or not undertakes(said) or not _of_one_side(denied, said):
        return False
    of, told = (
        frozenset(word for word in words_of(acts) if word[0] != NAME) - _HELD for acts in (denied.meant, said.acts)
    )
    shared = of & told
    if len(shared) < min(_SHARED, len(of)) or len(shared) < _COVERED * len(of):
        return False
    return bool(of) and not against(denied.meant, said.acts)
