"""Times in an article: TIMEX3 expressions with exact spans, resolved against the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from core.extract import calendar
from core.extract.calibration import calibrated
from core.extract.timex.grammar import expressions
from core.extract.timex.months import Match
from core.extract.timex.nodes import CalendarDate, Clock, Edge, Node, Now, PartOfDay, Range, Recurrence, Same, Shift
from core.extract.timex.resolve import Context, resolve
from core.extract.timex.tense import Tense, dates_report, names_arrangement, tense
from core.extract.timex.words import Token, tokens
from core.model import Entity, Label, Origin, Span, TimeValue

# How sure a resolution is that had to be inferred from a verb, or without one.
_BY_VERB, _BY_NEARNESS = 0.95, 0.75
_WEEK = 7  # days
_HEADLINE = 40  # words


def extract_times(text: str, published: date | None, sentences: Sequence[Span]) -> list[Entity]:
    """The time expressions of `sentences`, in order, none overlapping another.

    Without `published` the values stay unresolved, unless the first sentence dates itself by weekday, day and year.
    """
    found = _resolved(text, published, sentences, frozenset())
    if published is None:
        return [told.entity for told in found]
    ahead = _told_ahead(found, published)
    if ahead:
        found = _resolved(text, published, sentences, ahead)
    return [told.entity for told in found]


class _Told(NamedTuple):
    """An expression that was found: `open` where neither its words nor a verb tell on which side of today it lies;

    `arranged` where it then dates what a headline names as set.
    """

    entity: Entity
    open: bool
    arranged: bool


def _told_ahead(found: Sequence[_Told], published: date) -> frozenset[int]:
    """Where weekdays stand that are the coming ones though no verb tells: the text dates such a day elsewhere, or they
    date what is arranged in a headline without a verb («قمة الرئيسين الثلاثاء»).
    """
    days = {day for told in found if not told.open and (day := _single_day(told.entity))}
    ahead = []
    for told in found:
        day = _single_day(told.entity) if told.open else None
        if day is None or day >= published:
            continue
        coming = day + timedelta(_WEEK)
        if (coming in days or told.arranged) and day not in days:
            ahead.append(told.entity.start)
    return frozenset(ahead)


def _single_day(entity: Entity) -> date | None:
    bounds = calendar.interval(entity.value) if isinstance(entity.value, TimeValue) else None
    return bounds[0] if bounds and bounds[0] == bounds[1] else None


def _resolved(text: str, published: date | None, sentences: Sequence[Span], ahead: frozenset[int]) -> list[_Told]:
    found: list[_Told] = []
    state = Context(published)
    paragraph = -1
    for number, sentence in enumerate(sentences):
        words = tokens(text, sentence.start, sentence.end)
        if text.find("\n", paragraph, sentence.start) >= 0 or paragraph < 0:
            state = replace(state, year=None)
        paragraph = sentence.end
        state = replace(state, hour=None)
        arranged = number == 0 and len(words) <= _HEADLINE and names_arrangement(words)
        for match in expressions(words):
            if state.today is None and number == 0 and (dated := _dateline(match.node)):
                state = replace(state, today=dated)
            governed = _needs_tense(match.node) or _begins_the_present(match.node)
            when = tense(words, match.first, match.last) if governed else Tense.UNKNOWN
            if when is Tense.UNKNOWN and len(words) <= match.last - match.first + 1:
                when = Tense.FUTURE  # a bare expression names what is to come, as on a calendar
            if words[match.first].start in ahead:
                when = Tense.FUTURE
            value = resolve(match.node, replace(state, tense=when))
            if value is None:
                continue
            spoken = _spoken_of(state, match.node, value)
            if state.recent is not None and dates_report(words, match.last):
                spoken = replace(spoken, recent=state.recent)  # «أعلن الكرملين، الجمعة، أن الاتصال بدأ في 23:30»
            state = spoken
            is_open = when is Tense.UNKNOWN and _is_bare_weekday(match.node)
            found.append(_Told(_entity(text, words, match, value, when), is_open, is_open and arranged))
    return found


def _is_bare_weekday(node: Node) -> bool:
    """A weekday, or a part of one, that nothing places in a week."""
    if isinstance(node, (PartOfDay, Clock)) and node.base is not None:
        return _is_bare_weekday(node.base)
    return isinstance(node, CalendarDate) and node.weekday is not None and _needs_tense(node)


def _entity(text: str, words: Sequence[Token], match: Match, value: TimeValue, when: Tense) -> Entity:
    start, end = words[match.first].start, words[match.last - 1].end
    score = match.score
    if _needs_tense(match.node):
        score *= _BY_NEARNESS if when is Tense.UNKNOWN else _BY_VERB
    return Entity(
        start,
        end,
        text[start:end],
        Label.TIME,
        value.timex,
        Origin.RULE,
        calibrated(Origin.RULE, Label.TIME, score),
        value,
    )


def _begins_the_present(node: Node) -> bool:
    """«مطلع العام»: of the year that is running, unless the clause looks ahead."""
    return isinstance(node, Edge) and isinstance(node.base, Shift) and node.base.amount == 0


def _needs_tense(node: Node) -> bool:
    """Whether the words alone leave open on which side of today the time lies."""
    if isinstance(node, CalendarDate):
        if isinstance(node.within, Same):
            return True
        dated = node.weekday is not None and node.day is not None
        return node.year is None and node.rel is None and node.within is None and not dated
    if isinstance(node, Edge):
        return _needs_tense(node.base)
    if isinstance(node, (PartOfDay, Clock)):
        return node.base is None or _needs_tense(node.base)
    if isinstance(node, Range):
        return _needs_tense(node.last)
    if isinstance(node, Shift):
        return node.follows
    return not isinstance(node, (Now, Recurrence)) and getattr(node, "rel", "") is None


def _dateline(node: Node) -> date | None:
    """The day that a first sentence dates itself by: weekday, day, month and year."""
    if isinstance(node, (PartOfDay, Clock)) and node.base is not None:
        return _dateline(node.base)
    if not isinstance(node, CalendarDate) or None in (node.weekday, node.day, node.month, node.year) or node.hijri:
        return None
    return calendar.valid_day(node.year or 0, node.month or 0, node.day or 0)


def _last(node: Range) -> CalendarDate:
    return node.last if isinstance(node.last, CalendarDate) else CalendarDate()


def _hour(value: TimeValue) -> int | None:
    hour = value.timex.rpartition("T")[2][:2]
    return int(hour) if hour.isdecimal() else None


def _spoken_of(state: Context, node: Node, value: TimeValue) -> Context:
    """The context behind an expression: the day last named, and the year that was said."""
    if isinstance(node, CalendarDate) and node.year is not None and node.month is not None and not node.hijri:
        state = replace(state, year=node.year)
    if isinstance(node, Clock):
        state = replace(state, hour=_hour(value))
    bounds = calendar.interval(value)
    if bounds is None:
        return state
    if isinstance(node, (CalendarDate, Range)) and (node if isinstance(node, CalendarDate) else _last(node)).month:
        state = replace(state, month=bounds[1])
    state = replace(state, named=bounds[0])
    if bounds[0] != bounds[1]:
        return replace(state, mention=bounds[0]) if state.mention is None else state
    state = replace(state, day=bounds[0])
    distance = (bounds[0] - state.today).days if state.today is not None else 0
    if distance > 0:
        return replace(state, mention=bounds[0], ahead=bounds[0])
    return replace(state, mention=bounds[0], recent=bounds[0] if distance >= -_WEEK else state.recent)
