"""Which mentions of an article speak of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.compare.events import CALLS, NEAR_DAYS, NEWS_DAYS, OLD_DAYS, Happening, Mention, gap_days, is_ahead, length

_NEAR_CLAUSES = 1  # back to the event that a day is counted from
_FORMER_DAYS = 45  # before publication, from which an election or a disaster is another one
_RECURRING = frozenset(
    [
        *("election", "match", "poll", "strike", "earthquake", "flood", "fire", "accident", "explosion", "collapse"),
        *("death", "injury", "arrest"),
    ]
)
_PAIR = 2  # states that meet


def gather(mentions: Iterable[Mention], published: str) -> dict[tuple[int, int], Happening]:
    """Each mention (clause, word) with its event. One without a day goes to the latest event that admits it."""
    happenings: list[Happening] = []
    found: dict[tuple[int, int], Happening] = {}
    before: tuple[int, Happening] | None = None  # the event told last, and in which clause
    for told in mentions:
        if told.off and not told.when and before is not None and told.clause - before[0] <= _NEAR_CLAUSES:
            told = replace(told, when=_moved(before[1].when, told.off))
        mention = replace(told, ahead=is_ahead(told.when, told.ahead, published))
        if mention.dayless and mention.definite and (known := _of_the_news(happenings, mention, published)):
            mention = replace(mention, when=known.when)
        fitting = [h for h in happenings if h.admits(mention) and not _is_long_past(h, mention, published)]
        if not mention.when and mention.id in _RECURRING:  # «الزلزال» is that of the news, not the one recalled last
            fitting = [h for h in fitting if not _is_before(h.when, published, _FORMER_DAYS)] or fitting
        if mention.definite and not mention.when:  # «اللقاء» is that of the news, if none of long ago was told last
            last = before[1] if before is not None else None
            fitting = [h for h in fitting if h is last or not _is_before(h.when, published, OLD_DAYS)] or fitting
        best = _likeliest(fitting, mention)
        if mention.in_it and before is not None and before[1].meeting and before[1].sentence == mention.sentence:
            best = before[1]  # «أجريا مكالمة سابقة، وتحدث خلالها من الكرملين»
        if best is None:
            best = Happening(
                mention.id,
                mention.family,
                mention.meeting,
                mention.ahead,
                apart=mention.apart,
                several=mention.several,
                article=happenings,
            )
            happenings.append(best)
        best.add(mention, published)
        found[mention.clause, mention.word] = best
        before = mention.clause, best
    return found


def _of_the_news(happenings: Iterable[Happening], mention: Mention, published: str) -> Happening | None:
    """The event of these days that may be meant by one that is told with nothing but an hour."""
    told, day = replace(mention, when=None, ahead=None), (published[:10],) * 2
    dated = (h for h in happenings if published and h.when and length(h.when) <= NEAR_DAYS and h.admits(told))
    return next((h for h in dated if h.when and gap_days(h.when, day) <= NEWS_DAYS), None)


def _moved(when: tuple[str, str] | None, days: int) -> tuple[str, str] | None:
    """A day so many days on; None of a period."""
    if when is None or when[0] != when[1]:
        return None
    return ((date.fromisoformat(when[0][:10]) + timedelta(days=days)).isoformat(),) * 2


def _likeliest(fitting: Sequence[Happening], mention: Mention) -> Happening | None:
    """Of the events that may be meant: of a meeting the one in which who is told takes part, then one named so."""
    beside = [h for h in fitting if h.meeting and h.is_in(mention.clause)]
    if beside and not mention.definite and not mention.when:
        return beside[-1]  # «التقيا في جنيف … في قمة»
    if mention.definite:
        fitting = [h for h in fitting if not h.wished] or fitting
    if not mention.when:  # «وتحدث بايدن من منزله» goes on with the news
        fitting = [h for h in fitting if not h.aside or h.sentence == mention.sentence] or fitting
    if mention.definite and mention.teller and len(mention.parties) < _PAIR:  # «وقال المستشار الروسي إن المحادثة …»
        fitting = [h for h in fitting if len(h.parties) < _PAIR or mention.teller in h.parties] or fitting
    if mention.meeting and mention.parties:
        fitting = [h for h in fitting if mention.parties <= h.parties] or fitting
    named_so = [h for h in fitting if h.id == mention.id or {h.id, mention.id} <= {*CALLS}]
    return named_so[-1] if named_so else fitting[0] if fitting else None


def _is_long_past(told: Happening, mention: Mention, published: str) -> bool:
    """A call told without a day is the news of the day, not the one of weeks ago that is told behind it.

    So is an election, a match or a disaster: their news recalls the one before.
    """
    if told.when or not (told.is_call() or told.id in _RECURRING):
        return False
    return _is_before(mention.when, published, OLD_DAYS if told.is_call() else _FORMER_DAYS)


def _is_before(when: tuple[str, str] | None, published: str, days: int) -> bool:
    """Over more than so many days before the article."""
    if when is None or not published or when[1] >= published[:10]:
        return False
    return gap_days(when, (published[:10], published[:10])) > days
