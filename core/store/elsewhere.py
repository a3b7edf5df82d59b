"""What other passages say to what a passage says: read for one place at a time, while an editor looks at it."""

from __future__ import annotations

from core.model import Show, Span
from core.store.store import Store
from core.store.values import Elsewhere

_RANKS = " ".join(f"WHEN '{show}' THEN {at}" for at, show in enumerate(Show))
_ORDER = f"CASE show {_RANKS} END"
_MINE = (
    'SELECT DISTINCT fact_id, position FROM fact_claims WHERE article_id = :article AND start < :end AND "end" > :start'
    ' AND (NOT :exactly OR (start = :start AND "end" = :end))'
)
_SIDE = (
    'SELECT r.id AS id, r.show AS show, r.score AS score, o.article_id AS article, o.start AS start, o."end" AS "end",'
    " json_extract(o.data, '$.text') AS text, r.fact_id AS fact FROM mine m"
    " JOIN relations r ON r.fact_id = m.fact_id AND r.{mine} = m.position"
    " JOIN fact_claims o ON o.fact_id = r.fact_id AND o.position = r.{other} WHERE r.show <> 'silent'"
)
_QUERY = (
    f"WITH mine AS ({_MINE}), said AS ({_SIDE.format(mine='a', other='b')} UNION ALL"
    f" {_SIDE.format(mine='b', other='a')})"
    ' SELECT s.id, s.show, s.article, s.start, s."end", s.text, x.source, x.title, x.file, f.question, f.question_en'
    " FROM said s JOIN articles x ON x.id = s.article JOIN facts f ON f.id = s.fact WHERE x.removed = 0"
    f" ORDER BY {_ORDER}, s.score DESC, x.number, s.start"
)


def said_elsewhere(store: Store, article_id: str, span: Span, limit: int, *, exactly: bool = False) -> list[Elsewhere]:
    """What the comparison relates to the claims at a passage: contradictions first, each other passage once.

    `exactly`: to the claim that has this span, not to all that share some of its words.
    """
    found: dict[tuple[str, int, int], Elsewhere] = {}
    parameters = {"article": article_id, "start": span.start, "end": span.end, "exactly": exactly}
    for key, show, article, start, end, text, source, title, file, *questions in store.fetch(_QUERY, parameters):
        other = Elsewhere(key, Show(show), article, source or title or file, Span(start, end), text, *questions)
        found.setdefault((article, start, end), other)
        if len(found) == limit:
            break
    return list(found.values())
