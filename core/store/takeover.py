"""A merge taken into the open project as one edit, which undo takes back.

`core.store.union` has made a file of this project and the others; here it stands beside the open one. What engines
proposed and the texts come in as they do in an import and an analysis; what editors decided is the edit.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import KnownError
from core.store import faults, file, rows
from core.store.changes import Change, Reader
from core.store.heading import SETTINGS
from core.store.rows import TABLES, Row
from core.store.saying import LOOSE
from core.store.store import Store
from core.store.values import Coming

_MARKS = rows.names(TABLES["annotations"][1])
_NEW = "SELECT id FROM merged.articles WHERE id NOT IN (SELECT id FROM main.articles)"
_EDITORS = (
    "INSERT INTO main.editors (id, name, named_at) SELECT id, name, named_at FROM merged.editors WHERE true"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, named_at = excluded.named_at"
    " WHERE (excluded.named_at, excluded.name) > (named_at, name)"
)
_HISTORY = (
    "INSERT OR IGNORE INTO main.merged_history SELECT * FROM merged.merged_history x WHERE NOT EXISTS"
    " (SELECT 1 FROM main.history h WHERE h.id = x.place AND h.at = x.at AND h.edit = x.edit)"
)
# Articles come in put aside; the edit makes them part of the project, as an import does.
_HEADS = "id, title, source, author, published, url, file, length, added_at"
_BRINGING = (
    "CREATE TEMP TABLE coming AS " + _NEW,
    f"INSERT INTO main.articles ({_HEADS}, removed) SELECT {_HEADS}, 1 FROM merged.articles"
    " WHERE id IN temp.coming ORDER BY number",
    "INSERT INTO main.texts (number, text) SELECT a.number, t.text FROM merged.articles m"
    " JOIN merged.texts t ON t.number = m.number JOIN main.articles a ON a.id = m.id WHERE m.id IN temp.coming",
    "INSERT OR REPLACE INTO main.analysed SELECT * FROM merged.analysed WHERE article_id IN temp.coming",
    "INSERT OR REPLACE INTO main.proposals SELECT * FROM merged.proposals WHERE article_id IN temp.coming",
    f"INSERT OR IGNORE INTO main.annotations ({_MARKS}) SELECT {_MARKS} FROM merged.annotations"
    f" WHERE article_id IN temp.coming AND {LOOSE}",
    "DROP TABLE temp.coming",
    _EDITORS,
    _HISTORY,
)
_CHANGED_SINCE = (
    "SELECT EXISTS (SELECT 1 FROM main.history h WHERE NOT EXISTS (SELECT 1 FROM merged.merged_history m"
    " WHERE m.place = h.id AND m.at = h.at AND m.edit = h.edit))"
)


@dataclass(frozen=True, slots=True)
class MergeProjects:
    """What the projects of these names brought in."""

    projects: tuple[str, ...]
    found: tuple[Change, ...] = field(repr=False)

    def changes(self, _reader: Reader) -> Iterator[Change]:
        yield from self.found


@contextmanager
def beside(store: Store, path: Path) -> Iterator[None]:
    """The merged file as the database `merged` of the open project's connection."""
    with faults.explained(path):
        store.connection.execute("ATTACH ? AS merged", (file.uri(path, writable=True),))
        try:
            yield
        finally:
            store.connection.execute("DETACH merged")


def coming(store: Store) -> Coming:
    """What the merged file beside the project would bring."""
    new, every = store.fetch(
        f"SELECT (SELECT count(*) FROM merged.articles WHERE removed = 0 AND id IN ({_NEW})),"
        " (SELECT count(*) FROM merged.articles WHERE removed = 0)"
    )[0]
    found = changes(store)
    about = {_about(change) for change in found}
    marks, verdicts = (sum(kind == table for kind, _ in about) for table in ("annotations", "verdicts"))
    return Coming(new, every - new, marks, verdicts, len(found))


def _about(change: Change) -> tuple[str, str]:
    """What was decided on: of a version that comes to stand beside another, the thing itself."""
    row = change.after or change.before or {}
    return (row["kind"], row["key"]) if change.table == "versions" else (change.table, change.key)


def bring(store: Store) -> None:
    """Put texts, proposals, editors and histories of the merged file into the project; nobody sees them yet."""
    if store.value(_CHANGED_SINCE):
        raise KnownError(
            f"تغيّر المشروع «{store.path}» أثناء الدمج؛ ادمج مرة أخرى.",
            f"“{store.path}” was changed while the others were read; merge once more.",
        )
    with store.transaction() as connection:
        for statement in _BRINGING:
            connection.execute(statement)


def changes(store: Store) -> list[Change]:
    """What editors decided that the open project does not have, or has otherwise, the articles first."""
    found = list(_of_articles(store))
    found += _of_settings(store)
    found += _of_marks(store)
    for table in ("names", "verdicts", "rulings", "assignments", "versions"):
        here, there = (_all(store, f"{schema}.{table}", table) for schema in ("main", "merged"))
        found += [Change(table, key, row, there.get(key)) for key, row in here.items() if row != there.get(key)]
        found += [Change(table, key, None, row) for key, row in there.items() if key not in here]
    return found


def _of_articles(store: Store) -> Iterator[Change]:
    here, there = (_all(store, f"{schema}.articles", "articles") for schema in ("main", "merged"))
    for key, row in there.items():
        before = here.get(key, row | {"removed": 1})
        if before != row:
            yield Change("articles", key, before, row)


def _of_settings(store: Store) -> Iterator[Change]:
    """Labels and switches are shared; how somebody likes the window is not."""
    here, there = (_all(store, f"{schema}.settings", "settings") for schema in ("main", "merged"))
    for key in SETTINGS:
        if key in there and here.get(key) != there[key]:
            yield Change("settings", key, here.get(key), there[key])


def _of_marks(store: Store) -> Iterator[Change]:
    decided = (
        f"SELECT {_MARKS} FROM merged.annotations WHERE NOT ({LOOSE}) EXCEPT SELECT {_MARKS} FROM main.annotations"
    )
    opened = (
        f"SELECT {_MARKS} FROM merged.annotations WHERE {LOOSE}"
        f" AND id IN (SELECT id FROM main.annotations WHERE NOT ({LOOSE}))"
    )
    columns = TABLES["annotations"][1]
    for statement in (decided, opened):
        for values in store.fetch(statement):
            row = dict(zip(columns, values, strict=True))
            before = store.fetch(f"SELECT {_MARKS} FROM main.annotations WHERE id = ?", (row["id"],))
            yield Change("annotations", row["id"], dict(zip(columns, before[0], strict=True)) if before else None, row)


def _all(store: Store, source: str, table: str) -> dict[Any, Row]:
    key, columns = TABLES[table]
    found = (dict(zip(columns, row, strict=True)) for row in store.fetch(f"SELECT {rows.names(columns)} FROM {source}"))
    return {row[key]: row for row in found}
