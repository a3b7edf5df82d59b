"""Which suggestions an editor wants to see: those that are sure enough. Decisions are always shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from core.model import Analysis, Annotation, Entity, Quote, Status

SETTING = "threshold"  # under which a project keeps it, see `parse`


def parse(setting: str) -> float:
    """The threshold that a setting says, in 0…1; 0, which hides nothing, for what says none."""
    try:
        value = float(setting)
    except ValueError:
        return 0.0
    return min(max(value, 0.0), 1.0) if value == value else 0.0


def is_shown(mark: Annotation, least: float) -> bool:
    """Whether a mark is a decision, has a note, or scores `least` or more; claims carry no such score."""
    untouched = mark.status is Status.SUGGESTED and not mark.note
    return not (untouched and isinstance(mark.item, Entity | Quote) and mark.item.score < least)


def shown(marks: Iterable[Annotation], least: float) -> list[Annotation]:
    """The marks that are shown, in order."""
    return [mark for mark in marks if is_shown(mark, least)]


def without_doubtful(analysis: Analysis, least: float) -> Analysis:
    """What extraction found, without entities and quotes that score less."""
    entities = tuple(entity for entity in analysis.entities if entity.score >= least)
    return replace(analysis, entities=entities, quotes=tuple(q for q in analysis.quotes if q.score >= least))
