"""The times that a project's claims tell, ready to be drawn."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from core import serial
from core.compare.timeline import Moment, precision
from core.model import Claim, Status, TimeValue
from core.store.store import Store

_ARTICLE = "x.id, x.source, x.title, x.file, x.published"
_SHARED = (
    f"SELECT {_ARTICLE}, c.data, f.id, f.question, f.question_en FROM facts f"
    " JOIN fact_claims c ON c.fact_id = f.id JOIN articles x ON x.id = c.article_id"
    " WHERE f.kind = 'time' AND x.removed = 0 ORDER BY f.position, c.position"
)
_ALL = (
    f"SELECT {_ARTICLE}, a.data, '', '', '' FROM annotations a JOIN articles x ON x.id = a.article_id"
    f" WHERE a.layer = 'claim' AND a.label = 'time' AND a.removed = 0 AND a.status <> '{Status.REJECTED}'"
    " AND x.removed = 0 ORDER BY x.number, a.start"
)


def moments(store: Store, *, shared: bool) -> list[Moment]:
    """What says when: the answers to questions that several sources answer, without `shared` all other claims too.

    Left out is what could not be resolved to days. Long for large projects.
    """
    found: dict[tuple[str, int, int], Moment] = {}
    for moment in _read(store.fetch(_SHARED)):
        found.setdefault((moment.article_id, moment.start, moment.end), moment)
    if not shared:
        for moment in _read(store.fetch(_ALL)):
            found.setdefault((moment.article_id, moment.start, moment.end), moment)
    return list(found.values())


def _read(rows: Sequence[tuple[Any, ...]]) -> Iterator[Moment]:
    for article_id, source, title, file, published, data, *fact in rows:
        claim = serial.claim(json.loads(data))
        if isinstance(claim.value, TimeValue) and _is_resolved(claim.value):
            yield _moment((article_id, source or title or file, published), claim, claim.value, fact)


def _moment(article: tuple[str, str, str | None], claim: Claim, value: TimeValue, fact: Sequence[str]) -> Moment:
    by = claim.attribution
    return Moment(
        *article,
        claim.start,
        claim.end,
        claim.text,
        value.begin or "",
        value.end or "",
        precision(value),
        claim.modality,
        claim.polarity,
        by.speaker,
        by.via,
        *fact,
    )


def _is_resolved(value: TimeValue) -> bool:
    """Both days are known, and in the calendar that can be drawn (years 1 to 9999)."""
    try:
        return date.fromisoformat(value.begin or "") <= date.fromisoformat(value.end or "")
    except ValueError:
        return False
