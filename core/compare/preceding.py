"""The contact before the one that is told: «أول محادثة منذ قمة جنيف في يونيو», «آخر مرة تحدثا فيها في يوليو»."""

from __future__ import annotations

from core.compare.events import Happening
from core.compare.page import Page
from core.compare.parties import word_index
from core.compare.settings import Days
from core.model import Claim, ClaimKind, Quantity, TimeValue
from core.text.arabic import fold

_LAST, _SINCE = "اخر", "منذ"
_SINCE_REACH = 8  # words from «أول محادثة» to «منذ»
_DAY_REACH = 12  # words from «منذ» to the day
# The first of its kind only: others may have come between.
_OF_A_KIND = frozenset(("مباشر", "مباشره", "حضوري", "حضوريه", "وجها", "شخصي", "شخصيه", "رسمي", "رسميه", "علني"))


def preceding(page: Page, number: int, claim: Claim, told: Happening | None) -> Days | None:
    """When those who are in contact were so last, by a claim of the order; None where that is not told."""
    if claim.kind is not ClaimKind.QUANTITY or not isinstance(claim.value, Quantity):
        return None
    clause = page.clauses[number]
    forms, last = clause.words.forms, word_index(clause, claim.end - 1)
    if fold(claim.text).removeprefix("و").split()[:1] == [_LAST]:
        return told.when if told is not None and told.latest else None
    since = next((i for i in range(last + 1, min(last + 1 + _SINCE_REACH, len(forms))) if forms[i] == _SINCE), None)
    if claim.value.low != 1 or since is None or _OF_A_KIND & set(forms[last:since]):
        return None
    behind = range(since + 1, since + 1 + _DAY_REACH)
    for index in range(number, len(page.clauses)):
        if page.clauses[index].sentence != clause.sentence:
            break
        for entity in page.entities[index]:
            day = entity.value if word_index(clause, entity.start) in behind else None
            if isinstance(day, TimeValue) and day.begin and day.end:
                return day.begin, day.end
    return next((told.when for word, told in page.events[number] if word == since + 1), None)
