"""Applying, undoing and redoing edits: rows before and after, kept in the transaction that wrote them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from core.model import Article, Claim, Entity, Fact, Quote, Span
from core.store import (
    articles,
    bringing,
    comparison,
    deciding,
    facts,
    following,
    learning,
    marks,
    naming,
    rows,
    ruled,
    tagset,
    versions,
)
from core.store.changes import Change, Edit
from core.store.edits import plain, title
from core.store.file import on_failure
from core.store.rows import TABLES, Row
from core.store.store import Store, now
from core.store.values import HistoryEntry, Kind, Touched, Waiting

# An article takes its marks and facts with it.
_KINDS = {
    "articles": {Kind.ARTICLES, Kind.ANNOTATIONS, Kind.FACTS},
    "annotations": {Kind.ANNOTATIONS},
    "verdicts": {Kind.VERDICTS},
    "settings": {Kind.SETTINGS},
    "names": {Kind.SETTINGS},
    "rulings": {Kind.FACTS},
    "versions": {Kind.CLASHES},
    "assignments": {Kind.ASSIGNMENTS},
}
_COLUMNS = "h.id, h.at, e.name, h.text, h.state, json_array_length(h.touched, '$.articles')"
_FROM = "FROM history h LEFT JOIN editors e ON e.id = h.editor"
# Behind the first of those that are taken back together.
_PARTS = (
    "EXISTS (SELECT 1 FROM history p WHERE p.id = h.id - 1"
    " AND json_extract(p.edit, '$.part_of') = nullif(json_extract(h.edit, '$.part_of'), ''))"
)

# Numbered below zero, so that nobody takes them for something to undo.
_MERGED = (
    "SELECT -h.rowid, h.at, e.name, h.text, h.state, 0 FROM merged_history h LEFT JOIN editors e ON e.id = h.editor"
    " ORDER BY h.at DESC, h.place DESC, h.id LIMIT ?"
)


def apply(store: Store, edit: Edit) -> Touched:
    """Write what `edit` changes, what follows from it and how to take both back, in one transaction.

    Without effect it leaves no trace.
    """
    with _learning(store), store.transaction() as connection:
        reader = _Reader(store, connection)
        done: list[Change] = []
        for change in edit.changes(reader):
            _write(connection, change)
            done.append(change)
        brought = reader.brought
        if not done and not brought.parts:
            return Touched()
        is_part = isinstance(edit, bringing.PutAnnotations) and bool(edit.part_of)
        done += _followed(store, connection, done, reader.now, brought, is_part=is_part)
        touched = _touched(done, brought.articles) | _settled(store, done)
        bringing.forget_undone(connection)
        connection.execute("UPDATE history SET state = 'dropped' WHERE state = 'undone'")
        step = connection.execute(
            "INSERT INTO history (at, editor, text, edit, changes, touched, state) VALUES (?, ?, ?, ?, ?, ?, 'done')",
            (
                reader.now,
                reader.editor,
                title(edit),
                rows.dumps(plain(edit)),
                rows.dumps([_plain_change(change) for change in done]),
                rows.dumps({"kinds": sorted(touched.kinds), "articles": sorted(touched.articles)}),
            ),
        ).lastrowid
        assert step is not None
        brought.keep(connection, step)
    return touched


def undo(store: Store) -> Iterator[Touched]:
    """Take the last edit back, in as many steps as it was done in; none where there is no edit."""
    return _walk(store, "done", "undone")


def redo(store: Store) -> Iterator[Touched]:
    """Do again what was undone last, in as many steps; none where nothing was undone since the last edit."""
    return _walk(store, "undone", "done")


def go_on(store: Store) -> Touched:
    """Tell some more articles what was learned; no step of the history, since it follows from decisions."""
    with _learning(store), store.transaction() as connection:
        return _touched(_written(connection, learning.tell(store, connection, now())))


def next_undo(store: Store) -> HistoryEntry | None:
    """The edit that `undo` would take back."""
    return _entry(store, "done")


def next_redo(store: Store) -> HistoryEntry | None:
    """The edit that `redo` would do again."""
    return _entry(store, "undone")


def marks_of(store: Store, step: int, limit: int) -> list[str]:
    """The first marks (IDs) that a step of the history changed: its own before those that follow from it."""
    found = store.fetch(
        "SELECT json_extract(c.value, '$[1]') FROM history h, json_each(h.changes) c"
        " WHERE h.id = ? AND json_extract(c.value, '$[0]') = 'annotations' ORDER BY c.key LIMIT ?",
        (step, limit),
    )
    return [key for (key,) in found]


def entries(store: Store, limit: int) -> list[HistoryEntry]:
    """The latest edits, newest first, undone ones included; then those of the projects that were merged into this."""
    found = store.fetch(f"SELECT {_COLUMNS} {_FROM} WHERE NOT {_PARTS} ORDER BY h.id DESC LIMIT ?", (limit,))
    found += store.fetch(_MERGED, (limit - len(found),))
    return [_value(row) for row in found]


class _Reader:
    """What an edit sees while it is applied."""

    def __init__(self, store: Store, connection: sqlite3.Connection) -> None:
        self.now = now()
        self.editor = store.editor_id()
        self.brought = bringing.Brought()
        self._store = store
        self._connection = connection
        self._text = ("", "")  # of the article that was asked for last, after its ID

    def row(self, table: str, key: str) -> Row | None:
        """The row as it stands."""
        return _read(self._connection, table, key)

    def passage(self, article_id: str, start: int, end: int) -> str:
        """The words of an article of the project."""
        if self._text[0] != article_id:
            self._text = article_id, articles.text(self._store, article_id) or ""
        return "" if start < 0 else self._text[1][start:end]

    def evidence(self, relation_id: str) -> Mapping[str, Any]:
        """What a relation compares."""
        return facts.evidence(self._store, relation_id)

    def editor_named(self, name: str) -> str | None:
        """The ID of an editor, who may never have worked on this file."""
        return self._store.editor_id(name)

    def called(self, names: Collection[str]) -> list[Row]:
        """The marks that speak of one of these names."""
        return naming.called(self._connection, names)

    def labelled(self, label: str) -> list[Row]:
        """The marks of a label, rejected ones too."""
        return tagset.labelled(self._connection, label)

    def named(self, names: Collection[str]) -> list[Row]:
        """What editors decided to call so."""
        return naming.named(self._connection, names)

    def versions(self, kind: str, key: str) -> list[Row]:
        """What editors decided on one thing."""
        return versions.versions_of(self._store, kind, key)

    def leader(self, relation_id: str) -> str:
        """The relation whose verdict settles this one too."""
        return str(self._store.value("SELECT leader FROM followed WHERE relation_id = ?", (relation_id,)) or "")

    def rulings(self) -> list[Row]:
        """What editors decided about facts."""
        name, columns = TABLES["rulings"]
        found = self._connection.execute(f"SELECT {rows.names(columns)} FROM rulings ORDER BY {name}")
        return [dict(zip(columns, row, strict=True)) for row in found]

    def fact(self, fact_id: str) -> Fact | None:
        """A fact as it stands."""
        return next(iter(facts.whole(self._store, [fact_id])), None)

    def claims_at(self, article_id: str, span: Span) -> list[Claim]:
        """Claims of facts at a passage."""
        return facts.claims_at(self._store, article_id, span)

    def items_at(self, article_id: str, span: Span) -> list[Entity | Quote | Claim]:
        """What is marked at a passage."""
        return marks.overlapping(self._store, article_id, span)

    def waiting(self, which: Waiting, among: Sequence[str] = ()) -> list[Row]:
        """The suggestions of such a kind; in these articles, where any are named."""
        return deciding.waiting(self._connection, which, among)

    def keep_text(self, article: Article) -> None:
        """Put an article aside."""
        articles.keep(self._connection, [article], self.now)

    def marks(self, keys: Sequence[str]) -> dict[str, Row]:
        """Those of these marks that there are, by ID."""
        return bringing.there(self._connection, keys)

    def put_marks(self, made: Sequence[Sequence[Any]]) -> None:
        """Write marks that there are none of yet."""
        if made:
            self.brought.write(self._connection, made)


def _walk(store: Store, source: str, target: str) -> Iterator[Touched]:
    """The next edit, and those behind it that are part of the same."""
    part = _part(store, source)
    if (touched := _move(store, source, target)) is not None:
        yield touched
    while part and _part(store, source) == part:
        if (touched := _move(store, source, target)) is not None:
            yield touched


def _part(store: Store, state: str) -> str:
    """Of what the next edit in this state is a part; "" where it stands for itself."""
    order = "DESC" if state == "done" else "ASC"
    found = store.value(
        f"SELECT json_extract(edit, '$.part_of') FROM history WHERE state = ? ORDER BY id {order} LIMIT 1", (state,)
    )
    return str(found or "")


def _move(store: Store, source: str, target: str) -> Touched | None:
    undoing = target == "undone"
    order = "DESC" if undoing else "ASC"
    with _learning(store), store.transaction() as connection:
        found = connection.execute(
            "SELECT id, changes, touched, json_extract(edit, '$.edit') = 'PutAnnotations'"
            " AND json_extract(edit, '$.part_of') <> ''"
            f" FROM history WHERE state = ? ORDER BY id {order} LIMIT 1",
            (source,),
        ).fetchone()
        if found is None:
            return None
        key, changes, touched, is_part = found
        listed = json.loads(changes)
        done: list[Change] = []
        for table, row_key, before, after in reversed(listed) if undoing else listed:
            whole = after and (before or {}) | after
            change = Change(table, row_key, whole, before) if undoing else Change(table, row_key, before, whole)
            _write(connection, change)
            done.append(change)
        brought = bringing.move(connection, key, undo=undoing)
        # The consequences of the edit are in its record, but articles may have been analysed since.
        followed = _followed(store, connection, done, now(), brought, is_part=bool(is_part))
        more = _touched(followed) | _settled(store, done)
        connection.execute("UPDATE history SET state = ? WHERE id = ?", (target, key))
    read = json.loads(touched)
    return Touched(frozenset(map(Kind, read["kinds"])), frozenset(read["articles"])) | more


@contextmanager
def _learning(store: Store) -> Iterator[None]:
    """What decisions teach is known before one is made; forgotten when the transaction fails."""

    def unlearn() -> None:
        store.lessons = None

    learning.lessons(store)
    with on_failure(unlearn):
        yield


def _followed(
    store: Store,
    connection: sqlite3.Connection,
    done: Sequence[Change],
    at: str,
    brought: bringing.Brought,
    *,
    is_part: bool,
) -> list[Change]:
    """What follows from these changes and what was brought in or taken back at one go, written.

    Of a part of an import it is left to `learning.anew_steps`: to learn anew with each would take long.
    """
    if brought.parts or comparison.depends_on(done):
        comparison.count_edit(connection)
    if is_part:
        store.untold += brought.decided or bool(done)
        return []
    return _written(connection, learning.follow(store, connection, done, at, anew=brought.decided))


def _settled(store: Store, done: Sequence[Change]) -> Touched:
    """Facts and verdicts that follow from these changes, made anew; they are no part of the record."""
    touched = Touched()
    if any(change.table == "rulings" for change in done):
        touched |= ruled.settle(store)
    if keys := [change.key for change in done if change.table == "verdicts"]:
        touched |= Touched(frozenset({Kind.VERDICTS}), following.refresh(store, keys))
    return touched


def _written(connection: sqlite3.Connection, changes: Iterator[Change]) -> list[Change]:
    """These changes, each written before the next is asked for."""
    found: list[Change] = []
    for change in changes:
        _write(connection, change)
        found.append(change)
    if comparison.depends_on(found):
        comparison.count_edit(connection)
    return found


def _plain_change(change: Change) -> list[Any]:
    """Only what differs is kept of the row after, since the row before is whole."""
    after = None if change.after is None else rows.changed(change.before, change.after)
    return [change.table, change.key, change.before, after]


def _read(connection: sqlite3.Connection, table: str, key: str) -> Row | None:
    name, columns = TABLES[table]
    found = connection.execute(f"SELECT {rows.names(columns)} FROM {table} WHERE {name} = ?", (key,)).fetchone()
    return None if found is None else dict(zip(columns, found, strict=True))


def _write(connection: sqlite3.Connection, change: Change) -> None:
    """Make the row with this key be what it is after the change, whether it is there or not.

    Only what differs is written, so that indexes of other columns are left alone.
    """
    row = change.after
    name, columns = TABLES[change.table]
    if row is None:
        connection.execute(f"DELETE FROM {change.table} WHERE {name} = ?", (change.key,))
        return
    # Without the key, or SQLite would look in other tables for rows that refer to it.
    others = [column for column in columns if column != name]
    differ = [column for column in others if change.before is None or change.before[column] != row[column]] or others
    settings = ", ".join(f'"{column}" = ?' for column in differ)
    values = [row[column] for column in differ]
    update = f"UPDATE {change.table} SET {settings} WHERE {name} = ?"
    if connection.execute(update, (*values, change.key)).rowcount:
        return
    marks = ", ".join("?" * len(columns))
    connection.execute(
        f"INSERT INTO {change.table} ({rows.names([name, *others])}) VALUES ({marks})",
        (change.key, *(row[column] for column in others)),
    )


def _touched(changes: Sequence[Change], brought: Collection[str] = ()) -> Touched:
    """What these changes touched, and marks brought into these articles."""
    ids: set[str] = set(brought)
    for change in changes:
        row = change.after or change.before or {}
        if change.table in ("articles", "assignments"):
            ids.add(change.key)
        elif change.table == "annotations":
            ids.add(row["article_id"])
        elif change.table == "verdicts":
            evidence = json.loads(row["evidence"])
            ids.update(evidence[side]["article"] for side in ("a", "b") if side in evidence)
    tables = {change.table for change in changes} | ({"annotations"} if brought else set())
    return Touched(frozenset(kind for table in tables for kind in _KINDS[table]), frozenset(ids))


def _entry(store: Store, state: str) -> HistoryEntry | None:
    order = "DESC" if state == "done" else "ASC"
    found = store.fetch(f"SELECT {_COLUMNS} {_FROM} WHERE h.state = ? ORDER BY h.id {order} LIMIT 1", (state,))
    return _value(found[0]) if found else None


def _value(row: tuple[Any, ...]) -> HistoryEntry:
    key, at, editor, text, state, articles = row
    return HistoryEntry(key, at, editor or "", text, state != "done", articles)
