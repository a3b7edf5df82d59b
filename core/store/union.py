"""Several project files made into one. Every rule here is blind to the order in which the files come.

Each file is read in one transaction: proposals that nobody touched go straight into the new file, what somebody decided
waits in a scratch database until all files have been heard. Nothing is held in memory but the rows at hand.

A decision that a file's own history shows to have been changed there is superseded, wherever else it still stands. Of
what is left, `core.store.versions` says what holds; where several editors decided on one thing, all their versions are
kept.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from core.model import article_id, stable_id
from core.store import check, editors, faults, file, following, rows, ruled, schema
from core.store.heading import METADATA, SETTINGS, differences, heading, united_metadata
from core.store.rows import TABLES, Row
from core.store.saying import LOOSE, Said, is_loose, kept, latest, said, standing, stored
from core.store.store import Store
from core.store.values import ArticleDifference, ClashKind, United

_SCRATCH = """
CREATE TABLE scratch.candidates (
    source INTEGER, kind TEXT, key TEXT, editor TEXT, at TEXT, final INTEGER, says TEXT, data TEXT, digest TEXT
);
CREATE TABLE scratch.superseded (source INTEGER, digest TEXT, PRIMARY KEY (source, digest)) WITHOUT ROWID;
CREATE TABLE scratch.proposals (article_id TEXT PRIMARY KEY, at TEXT, entities TEXT);
CREATE TABLE scratch.articles (
    id TEXT PRIMARY KEY, added_at TEXT, removed INTEGER, sources INTEGER, text TEXT,
    title TEXT, source TEXT, author TEXT, published TEXT, url TEXT, file TEXT
);
"""
_MARKS = TABLES["annotations"][1]
_HISTORY = ("place", "at", "editor", "text", "edit", "changes", "touched", "state")
_DONE = ("dropped", "undone", "done")  # where files disagree on what became of an edit, the last of these holds
# Filled last: an index that is made in one go costs a fraction of one that grows with its table.
_INDEXES = "SELECT name, sql FROM main.sqlite_master WHERE type = 'index' AND tbl_name = 'annotations' AND sql <> ''"
_CACHE = "PRAGMA main.cache_size = -65536"  # KiB
# Errors of what is read, not of what is written.
_OF_THE_SOURCE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH}


def _upsert(key: str, columns: Sequence[str]) -> str:
    others = ", ".join(f'"{column}" = excluded."{column}"' for column in columns if column != key)
    return f'ON CONFLICT ("{key}") DO UPDATE SET {others}'


_PUT = {
    table: f"INSERT INTO main.{table} ({rows.names(columns)}) VALUES ({', '.join('?' * len(columns))})"
    f" {_upsert(key, columns)}"
    for table, (key, columns) in TABLES.items()
    if table != "articles"
}


class Union:
    """A new project while it is filled. `connection` is its own; nothing else uses it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._main = Store(Path(), connection, None, "", "")
        self._sources = 0
        self._reading: list[sqlite3.Cursor] = []
        for pragma in ("foreign_keys = OFF", "journal_mode = DELETE", "synchronous = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(_CACHE)
        connection.execute("ATTACH '' AS scratch")
        connection.executescript(_SCRATCH)
        self._indexes = dict(connection.execute(_INDEXES).fetchall())
        for name in self._indexes:
            connection.execute(f"DROP INDEX main.{name}")

    def add(self, path: Path) -> None:
        """Take a file of this version in; all of it, or nothing and a KnownError where it is damaged."""
        connection = self._connection
        with _attached(connection, path):
            connection.execute("BEGIN")
            try:
                with _blamed(path):
                    self._verify(path)
                    self._take(self._sources)
                connection.execute("COMMIT")
            finally:
                while self._reading:  # a file with an unfinished query cannot be let go
                    self._reading.pop().close()
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
        self._sources += 1

    def finish(self) -> United:
        """Unite what was taken in."""
        connection = self._connection
        connection.execute("BEGIN")
        connection.execute("CREATE INDEX scratch.by_key ON candidates (kind, key)")
        otherwise = tuple(self._unite_articles())
        self._unite_decisions()
        for statement in _FINISHING:
            connection.execute(statement)
        ruled.settle(self._main)
        following.refresh(self._main)
        for statement in self._indexes.values():
            connection.execute(statement)
        articles, shared, marks, decided, verdicts = (
            int(connection.execute(statement).fetchone()[0]) for statement in _COUNTS
        )
        named = editors.labels(dict(connection.execute("SELECT id, name FROM main.editors").fetchall()))
        connection.execute("COMMIT")
        connection.execute("DETACH scratch")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA journal_mode = WAL")
        return United(articles, shared, marks, decided, verdicts, tuple(sorted(named.values())), otherwise)

    def _read(self, statement: str) -> sqlite3.Cursor:
        """A query over the file at hand, which ends with it at the latest."""
        self._reading.append(self._connection.execute(statement))
        return self._reading[-1]

    def _verify(self, path: Path) -> None:
        """Nothing unsound is taken in."""
        sound = self._read("PRAGMA source.quick_check(1)").fetchone() == ("ok",)
        sound = sound and self._read("PRAGMA source.foreign_key_check").fetchone() is None
        sound = sound and self._read(check.unlike_text("source")).fetchone() is None
        texts = self._read(f"SELECT a.id, t.text {_TEXTS}") if sound else ()
        if not all(article_id(text) == key for key, text in texts) or not sound:
            raise faults.damaged(path)

    def _take(self, source: int) -> None:
        connection = self._connection
        corrected = self._take_history(source)
        self._take_articles(source, corrected)
        for statement in _TAKING:
            connection.execute(statement)
        self._take_facts()
        for key, value in self._read("SELECT key, value FROM source.settings"):
            self._take_setting(key, value)
        for kind in ClashKind:
            decided = f"WHERE NOT ({LOOSE})" if kind is ClashKind.ANNOTATION else ""
            columns = TABLES[kind][1]
            found = self._read(f"SELECT {rows.names(columns)} FROM source.{kind} {decided}")
            self._keep(source, (said(kind, dict(zip(columns, row, strict=True))) for row in found))
        self._keep(source, self._versions())
        # What a file still holds as a version of its own it has not given up.
        connection.execute(
            "DELETE FROM scratch.superseded WHERE source = ?1"
            " AND digest IN (SELECT digest FROM scratch.candidates WHERE source = ?1)",
            (source,),
        )

    def _versions(self, among: str = "") -> Iterator[Said]:
        """The versions that the file at hand holds from an earlier merge."""
        for kind, at, final, data in self._read(f"SELECT kind, at, final, data FROM source.versions {among}"):
            yield said(kind, json.loads(data), final=bool(final), at=at)

    def _take_articles(self, source: int, corrected: Mapping[str, str]) -> None:
        columns = ("id", *METADATA)
        former: dict[str, list[Said]] = {}
        for one in self._versions("WHERE kind = 'articles'"):
            former.setdefault(one.key, []).append(one)
        found = self._read(f"SELECT {rows.names(columns)}, added_at FROM source.articles")
        live = ((dict(zip(columns, row[:-1], strict=True)), row[-1]) for row in found)
        self._keep(
            source,
            (
                heading(row, corrected.get(row["id"], added))
                for row, added in live
                # What an earlier merge put together is nobody's version.
                if row["id"] not in former or united_metadata(former[row["id"]]) != row
            ),
        )

    def _take_history(self, source: int) -> dict[str, str]:
        """Read what was superseded, keep what was done; when the metadata of which articles was corrected last."""
        connection = self._connection
        corrected: dict[str, str] = {}
        others = ", ".join(_HISTORY[1:])
        found = self._read(
            f"SELECT id, {others} FROM source.history UNION ALL SELECT place, {others} FROM source.merged_history"
        )
        for row in found:
            entry = dict(zip(_HISTORY, row, strict=True))
            key = stable_id("history", *(entry[column] for column in _HISTORY[:-1]))
            connection.execute(_PUT_HISTORY, (key, *row))
            if entry["state"] != "done":
                continue
            given_up = []
            for table, changed, before, after in json.loads(entry["changes"]):
                if table == "articles" and before and after and not before["removed"] and set(after) - {"removed"}:
                    corrected[changed] = max(corrected.get(changed, ""), entry["at"])
                if one := _given_up(table, before):
                    given_up.append((source, one))
            connection.executemany("INSERT OR IGNORE INTO scratch.superseded VALUES (?, ?)", given_up)
        return corrected

    def _take_facts(self) -> None:
        connection = self._connection
        connection.execute(_CHOOSING)
        for table, key in _OF_FACTS.items():
            columns = rows.names([row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")])
            chosen = f"WHERE {key} IN (SELECT id FROM scratch.chosen)"
            connection.execute(f"DELETE FROM main.{table} {chosen}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table} {chosen}")
        connection.execute("DROP TABLE scratch.chosen")
        for (data,) in self._read("SELECT data FROM source.compared"):
            ruled.take(self._main, data)

    def _take_setting(self, key: str, value: str) -> None:
        there = self._connection.execute("SELECT value FROM main.settings WHERE key = ?", (key,)).fetchone()
        merged = value if there is None else SETTINGS.get(key, max)(there[0], value)
        self._connection.execute("INSERT OR REPLACE INTO main.settings (key, value) VALUES (?, ?)", (key, merged))

    def _keep(self, source: int, found: Iterable[Said]) -> None:
        self._connection.executemany(
            "INSERT INTO scratch.candidates VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (source, one.kind, one.key, one.editor, one.at, one.final, one.says, one.data, _digest(one.data))
                for one in found
            ),
        )

    def _candidates(self, among: str) -> Iterator[tuple[tuple[str, str], list[Said], list[Said]]]:
        """What was decided on each thing: what still stands, and what was superseded."""
        found = self._connection.execute(
            "SELECT DISTINCT kind, key, editor, at, final, says, data,"
            " digest IN (SELECT digest FROM scratch.superseded)"
            f" FROM scratch.candidates WHERE {among} ORDER BY kind, key, data, final, at"
        )
        for pair, group in groupby(found, key=lambda row: (row[0], row[1])):
            listed = list(group)
            still = [Said(*row[:-1]) for row in listed if not row[-1]]
            yield pair, still, [Said(*row[:-1]) for row in listed if row[-1]]

    def _unite_articles(self) -> Iterator[ArticleDifference]:
        for (_, key), still, gone in self._candidates("kind = 'articles'"):
            versions = latest(still or gone)[0]
            united = united_metadata(versions)
            self._connection.execute(_SETMETADATA, [*(united[column] for column in METADATA), key])
            if len(versions) > 1:
                self._store(versions)
                yield from differences(united, versions)
        # What was imported together comes in the order of its files, which every order of merging gives.
        for statement in _PUT_ARTICLES:
            self._connection.execute(statement)

    def _unite_decisions(self) -> None:
        connection = self._connection
        for (kind, key), still, gone in self._candidates("kind <> 'articles'"):
            own, final = latest(still or ([] if self._is_open(kind, key) else gone))
            if not own and not final:
                continue
            row = standing(own, final).row
            connection.execute(_PUT[kind], [row[column] for column in TABLES[kind][1]])
            if len(own) + len(final) > 1:
                self._store((*own, *final))

    def _is_open(self, kind: str, key: str) -> bool:
        """Whether a decision that every file gave up leaves a proposal, or nothing: only marks are never taken out."""
        if kind != ClashKind.ANNOTATION:
            return True
        return self._connection.execute("SELECT 1 FROM main.annotations WHERE id = ?", (key,)).fetchone() is not None

    def _store(self, versions: Iterable[Said]) -> None:
        columns = TABLES["versions"][1]
        found = ([row[column] for column in columns] for row in map(stored, versions))
        self._connection.executemany(_PUT["versions"], found)


def upgraded(path: Path, folder: Path) -> Path:
    """A copy of an older project, in `folder`, that has all that this program writes."""
    copy = folder / f"{len(list(folder.iterdir()))}.mizan"
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with faults.explained(path):
        connection = file.connect(path, read_only=True, writable=writable)
        try:
            target = sqlite3.connect(copy, isolation_level=None)
            try:
                connection.backup(target)
                schema.migrate(target)
            finally:
                target.close()
        finally:
            connection.close()
    return copy


@contextmanager
def _attached(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with _blamed(path):
        connection.execute("ATTACH ? AS source", (file.uri(path, writable),))
    try:
        yield
    finally:
        connection.execute("DETACH source")


@contextmanager
def _blamed(path: Path) -> Iterator[None]:
    """Errors that come from the file at `path` speak of it; those of the new file pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_THE_SOURCE:
            raise faults.damaged(path) from error
        raise
    except (ValueError, KeyError, TypeError) as error:  # JSON or columns that the program never wrote
        raise faults.damaged(path) from error


def _digest(data: str) -> str:
    return stable_id(data)


def _given_up(table: str, before: Row | None) -> str | None:
    """The digest of the version that a change took the place of; None where nobody had decided."""
    if before is None or (table == "annotations" and is_loose(before)) or (table == "articles" and before["removed"]):
        return None
    if table == "articles":
        before = {**before, "removed": 0}
    return _digest(kept(table, before)) if table in _DECIDED else None


_DECIDED = frozenset({"articles", *map(str, ClashKind)})


_TEXTS = "FROM source.articles a JOIN source.texts t ON t.number = a.number"
_RANK = "CASE {} " + " ".join(f"WHEN '{state}' THEN {at}" for at, state in enumerate(_DONE)) + " END"
_PUT_HISTORY = (
    f"INSERT INTO main.merged_history (id, {', '.join(_HISTORY)}) VALUES ({', '.join('?' * (len(_HISTORY) + 1))})"
    " ON CONFLICT (id) DO UPDATE SET state = excluded.state"
    f" WHERE {_RANK.format('excluded.state')} > {_RANK.format('merged_history.state')}"
)
_SETMETADATA = f"UPDATE scratch.articles SET {', '.join(f'{column} = ?' for column in METADATA)} WHERE id = ?"
_PUT_ARTICLES = (
    f"INSERT INTO main.articles (id, {', '.join(METADATA)}, length, added_at, removed)"
    f" SELECT id, {', '.join(METADATA)}, length(text), added_at, removed FROM scratch.articles"
    " ORDER BY added_at, file, id",
    "INSERT INTO main.texts (number, text)"
    " SELECT a.number, s.text FROM main.articles a JOIN scratch.articles s ON s.id = a.id ORDER BY a.number",
)
_TAKING = (
    "INSERT INTO main.editors (id, name, named_at) SELECT id, name, named_at FROM source.editors WHERE true"
    " ON CONFLICT (id) DO UPDATE SET name = excluded.name, named_at = excluded.named_at"
    " WHERE (excluded.named_at, excluded.name) > (named_at, name)",
    "INSERT INTO scratch.articles (id, added_at, removed, sources, text)"
    " SELECT a.id, a.added_at, a.removed, 1, t.text FROM source.articles a JOIN source.texts t ON t.number = a.number"
    " WHERE true ON CONFLICT (id) DO UPDATE SET added_at = min(added_at, excluded.added_at),"
    " removed = min(removed, excluded.removed), sources = sources + 1",
    # The last analysis of an article says what is boilerplate and what its engine had proposed.
    "INSERT INTO scratch.proposals (article_id, at, entities)"
    " SELECT p.article_id, coalesce(s.at, ''), p.entities FROM source.proposals p"
    " LEFT JOIN source.analysed s ON s.article_id = p.article_id WHERE true"
    " ON CONFLICT (article_id) DO UPDATE SET at = excluded.at, entities = excluded.entities"
    " WHERE (excluded.at, excluded.entities) > (at, entities)",
    "INSERT INTO main.analysed (article_id, at, published, boilerplate)"
    " SELECT article_id, at, published, boilerplate FROM source.analysed WHERE true"
    " ON CONFLICT (article_id) DO UPDATE"
    " SET at = excluded.at, published = excluded.published, boilerplate = excluded.boilerplate"
    " WHERE (excluded.at, coalesce(excluded.published, ''), excluded.boilerplate)"
    " > (at, coalesce(published, ''), boilerplate)",
    # Made anew: articles are numbered otherwise now.
    "INSERT OR IGNORE INTO main.waiting (spelling, after) SELECT spelling, 0 FROM source.waiting",
    f"INSERT INTO main.annotations ({rows.names(_MARKS)}) SELECT {rows.names(_MARKS)} FROM source.annotations"
    f" WHERE {LOOSE} {_upsert('id', _MARKS)}"
    " WHERE (excluded.updated_at, excluded.data) > (annotations.updated_at, annotations.data)",
)
# Of two facts with one ID, either will do until the articles are compared anew. Those of rulings are made at the end.
_CHOOSING = (
    "CREATE TABLE scratch.chosen AS SELECT s.id FROM source.facts s LEFT JOIN main.facts m ON m.id = s.id"
    " WHERE s.ruled = 0 AND (m.id IS NULL OR s.digest > m.digest)"
)
_OF_FACTS = {"relations": "fact_id", "fact_claims": "fact_id", "facts": "id"}
_FINISHING = (
    "INSERT INTO main.proposals (article_id, entities) SELECT article_id, entities FROM scratch.proposals",
    # The facts with most to look at come first, until the articles are compared anew.
    "CREATE TABLE scratch.places AS SELECT f.id, row_number() OVER (ORDER BY (SELECT count(*) FROM main.relations r"
    " WHERE r.fact_id = f.id AND r.show IN ('conflict', 'check')) DESC, f.id) - 1 AS place FROM main.facts f",
    "CREATE UNIQUE INDEX scratch.by_fact ON places (id)",
    "UPDATE main.facts SET position = (SELECT place FROM scratch.places p WHERE p.id = facts.id)",
    "INSERT OR REPLACE INTO main.counters (name, value) VALUES ('edited', 1)",
)
_COUNTS = (
    "SELECT count(*) FROM main.articles WHERE removed = 0",
    "SELECT count(*) FROM scratch.articles WHERE removed = 0 AND sources > 1",
    "SELECT count(*) FROM main.annotations WHERE removed = 0",
    "SELECT count(*) FROM main.annotations WHERE removed = 0 AND status <> 'suggested'",
    "SELECT count(*) FROM main.verdicts",
)
