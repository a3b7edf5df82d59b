"""What a denial takes back that tells nothing itself: «وهو ما نفاه المتحدث», «ونفت الشرطة ذلك»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from core.compare.acts import taken_back
from core.compare.senses import says_something, senses
from core.compare.spoken_of import WHOLE
from core.compare.words import light_words
from core.extract.clauses import Clause
from core.extract.concepts import event_kinds
from core.extract.speech.cues import speech_words
from core.model import Claim, Polarity
from core.text.stems import bare, variants

if TYPE_CHECKING:
    from core.compare.items import Item

_OBJECTS = ("هما", "هم", "ها", "ه")
_WHICH = frozenset(("ما", "الامر", "الذي", "التي", "هو", "هي", "هذا", "هذه", "الشيء"))
_BACK = frozenset(("ذلك", "هذا", "هذه", "تلك", "الامر", "الخبر", "النبا", "صحه"))
_OF = frozenset(("عن", "حول", "بشان", "بان", "ان", "انه", "انها", "وجود", "بخصوص", "المتعلقه"))
_REACH = 250  # code points before a denial within which what it takes back was told


def rebuts(clause: Clause, claim: Claim, names: Mapping[int, str]) -> bool:
    """Whether a claim denies no more than what was told before it."""
    if claim.kind not in WHOLE or claim.polarity is not Polarity.DENIED:
        return False
    forms, inside = clause.words.forms, clause.words.within(claim.start - 1, claim.end)  # behind «و» too
    verb = next((index for index in inside if _denies(forms[index])), None)
    if verb is None:
        return False
    before, behind = range(inside.start, verb), range(verb + 1, inside.stop)
    if not _tells_nothing(forms, behind, names):
        return False
    if any(forms[index].removeprefix("و") in _WHICH or _is_claim(forms[index]) for index in before):
        return forms[verb].endswith(_OBJECTS) and len(before) <= len(_OBJECTS)
    return any(forms[index] in _BACK or _is_claim(forms[index]) for index in behind)


def rebutted(items: Sequence[Item]) -> list[Item]:
    """The items of one article in order; such a denial tells what was told before it, the other way round."""
    found = list(items)
    for place, item in enumerate(found):
        if item.rebuts and (meant := _told_before(found[:place], item)) is not None:
            found[place] = replace(
                item,
                acts=taken_back(meant.acts),
                event=meant.event,
                events=meant.events,
                happening=meant.happening,
                parties=meant.parties,
                agent=meant.agent,
                roots=meant.roots,
                own=meant.own,
                told=meant.told,
            )
        elif item.rebuts and (charge := _charged_before(found[:place], item)) is not None:
            found[place] = replace(item, parties=item.parties | charge.parties)
    return found


def _charged_before(before: Sequence[Item], item: Item) -> Item | None:
    """«تتهم كييف موسكو بالتحضير لهجوم، وهو ما تنفيه روسيا»: what is disputed, which tells on whom."""
    near = (other for other in reversed(before) if item.raw.start - other.raw.end <= _REACH and other.kind in WHOLE)
    return next((other for other in near if other.event == item.event and not other.rebuts), None)


def _told_before(before: Sequence[Item], item: Item) -> Item | None:
    """The nearest statement of another voice; of a matter that is disputed the story knows more than its words."""
    if item.event and "d" in event_kinds()[item.event].flags:
        return None
    for other in reversed(before):
        if item.raw.start - other.raw.end > _REACH:
            return None
        if other.kind in WHOLE and other.acts and other.raw.end <= item.raw.start:
            told = other.raw.polarity is Polarity.AFFIRMED and not other.unclear
            voices = {other.raw.attribution.speaker, item.raw.attribution.speaker}
            return other if told and voices != {item.raw.attribution.speaker} - {None} else None
    return None


def _denies(form: str) -> bool:
    forms = {form, *(form.removesuffix(end) for end in _OBJECTS if form.endswith(end))}
    return any((variants(one) | {one}) & light_words("denies") for one in forms)


def _tells_nothing(forms: Sequence[str], indices: range, names: Mapping[int, str]) -> bool:
    """Who denies it, where, and in which paper, at most."""
    for index in indices:
        if forms[index] in _OF:
            return False
        if index in names or not says_something(forms[index]) or _is_claim(forms[index]) or forms[index] in _BACK:
            continue
        if not all(sense.side is None for sense in senses(forms[index])):
            return False
    return True


def _is_claim(form: str) -> bool:
    return bool(bare(form) & speech_words("claims"))
