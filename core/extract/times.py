"""Times in an article: TIMEX3 expressions with exact spans, resolved against the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.extract import calendar
from core.extract.calibration import calibrated
from core.extract.timex.grammar import expressions
from core.extract.timex.months import Match
from core.extract.timex.nodes import CalendarDate, Clock, Edge, Node, Now, PartOfDay, Range, Recurrence, Shift
from core.extract.timex.resolve import Context, resolve
from core.extract.timex.tense import Tense, tense
from core.extract.timex.words import Token, tokens
from core.model import Entity, Label, Origin, Span, TimeValue

# How sure a resolution is that had to be inferred from a verb, or without one.
_BY_VERB, _BY_NEARNESS = 0.95, 0.75
_WEEK = 7  # days


def extract_times(text: str, published: date | None, sentences: Sequence[Span]) -> list[Entity]:
    """The time expressions of `sentences`, in order, none overlapping another.

    Without `published` the values stay unresolved, unless the first sentence dates itself by weekday, day and year.
    """
    found: list[Entity] = []
    state = Context(published)
    paragraph = -1
    for number, sentence in enumerate(sentences):
        words = tokens(text, sentence.start, sentence.end)
        if text.find("\n", paragraph, sentence.start) >= 0 or paragraph < 0:
            state = replace(state, year=None)
        paragraph = sentence.end
        for match in expressions(words):
            if state.today is None and number == 0 and (dated := _dateline(match.node)):
                state = replace(state, today=dated)
            governed = _needs_tense(match.node) or _begins_the_present(match.node)
            when = tense(words, match.first, match.last) if governed else Tense.UNKNOWN
            if when is Tense.UNKNOWN and len(words) <= match.last - match.first + 1:
                when = Tense.FUTURE  # a bare expression names what is to come, as on a calendar
            value = resolve(match.node, replace(state, tense=when))
            if value is None:
                continue
            state = _spoken_of(state, match.node, value)
            found.append(_entity(text, words, match, value, when))
    return found


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


def _spoken_of(state: Context, node: Node, value: TimeValue) -> Context:
    """The context behind an expression: the day last named, and the year that was said."""
    if isinstance(node, CalendarDate) and node.year is not None and node.month is not None and not node.hijri:
        state = replace(state, year=node.year)
    bounds = calendar.interval(value)
    if bounds is None:
        return state
    if isinstance(node, CalendarDate) and node.month is not None:
        state = replace(state, month=bounds[0])
    if bounds[0] != bounds[1]:
        return replace(state, mention=bounds[0]) if state.mention is None else state
    distance = (bounds[0] - state.today).days if state.today is not None else 0
    if distance > 0:
        return replace(state, mention=bounds[0], ahead=bounds[0])
    return replace(state, mention=bounds[0], recent=bounds[0] if distance >= -_WEEK else state.recent)
