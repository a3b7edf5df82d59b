"""Verdicts that several editors gave differently, and that nobody has settled."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from core.model import VerdictKind
from core.store import editors, rows
from core.store.rows import TABLES
from core.store.saying import COLUMNS, Said, differ, latest, said
from core.store.store import Store
from core.store.values import ClashKind

_ROW = TABLES["verdicts"][1]
# Whoever agrees with what stands is not looked at again.
_OTHERWISE = (
    "SELECT x.key FROM versions x JOIN verdicts v ON v.relation_id = x.key WHERE x.kind = ?"
    " AND x.says <> '' AND x.says <> v.kind || ' ' || coalesce(v.reason, '')"
)
_KEPT = (
    f"SELECT {COLUMNS} FROM versions WHERE kind = ?1 AND key IN ({_OTHERWISE.replace('?', '?1')}) ORDER BY key, at, id"
)
_LIVE = f"SELECT {rows.names(_ROW)} FROM verdicts WHERE relation_id IN ({_OTHERWISE}) ORDER BY relation_id"


def verdicts(store: Store) -> dict[str, tuple[tuple[str, VerdictKind], ...]]:
    """What others (editor, verdict) decided than what stands, by relation, the latest last."""
    kind = str(ClashKind.VERDICT)
    live = {row[0]: said(kind, dict(zip(_ROW, row, strict=True))) for row in store.fetch(_LIVE, (kind,))}
    if not live:
        return {}
    names = editors.shown(store)
    found = {}
    for key, group in groupby((Said(*row) for row in store.fetch(_KEPT, (kind,))), attrgetter("key")):
        if key not in live:
            continue
        own, final = latest([*group, live[key]])
        if differ(final) if final else differ(own):
            found[key] = tuple(
                (names.get(one.editor or "", ""), VerdictKind(one.row["kind"]))
                for one in (final or own)
                if one.says and one.says != live[key].says
            )
    return found
