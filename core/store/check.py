"""What can be wrong with a project file, in sentences; nothing is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from core.model import ClaimKind, RelationKind, Show, VerdictKind, article_id
from core.store import faults, schema, search
from core.store.store import Store
from core.store.values import Problem

# Columns that hold one of a few words.
_KNOWN = {
    ("facts", "kind"): ClaimKind,
    ("relations", "kind"): RelationKind,
    ("relations", "show"): Show,
    ("verdicts", "kind"): VerdictKind,
}


def problems(store: Store) -> list[Problem]:
    """All that is wrong; empty for a sound project. Takes as long as reading the whole file."""
    found: list[Problem] = []
    for part in (_file, _tables, _keys, _words, _texts, _marks, _index):
        try:
            found.extend(part(store))
        except sqlite3.DatabaseError as error:  # the other parts may still be read
            found.append(_damage(store, str(error)))
    return list(dict.fromkeys(found))


def _file(store: Store) -> Iterator[Problem]:
    for (line,) in store.connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield _damage(store, line)


def _tables(store: Store) -> Iterator[Problem]:
    """What the file says its tables hold may be damaged too, and no other check sees that."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.migrate(connection)
        known = _columns(connection)
    found = _columns(store.connection)
    for table, columns in known.items():
        if lost := columns - found.get(table, set()):
            names = ", ".join(sorted(lost))
            yield Problem(
                f"الجدول {table} تنقصه أعمدة: {names}.",
                f"Table {table} lacks columns: {names}.",
            )


def _columns(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """The columns of the tables that the program reads."""
    return {
        table: {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?, 'main')", (table,))}
        for table in schema.ORDINARY
    }


def _keys(store: Store) -> Iterator[Problem]:
    for table, row, parent, _ in store.connection.execute("PRAGMA foreign_key_check"):
        yield Problem(
            f"الصف {row} في الجدول {table} يشير إلى ما ليس في الجدول {parent}.",
            f"Row {row} of {table} refers to what is not in {parent}.",
        )


def _words(store: Store) -> Iterator[Problem]:
    for (table, column), known in _KNOWN.items():
        for (word,) in store.connection.execute(f"SELECT DISTINCT {column} FROM {table}"):
            if word not in set(known):
                yield Problem(
                    f"في العمود {column} من الجدول {table} كلمة لا يعرفها ميزان: «{word}».",
                    f"Column {column} of {table} has a word that Mizan does not know: “{word}”.",
                )


def _texts(store: Store) -> Iterator[Problem]:
    for key, length, text in store.connection.execute(
        "SELECT a.id, a.length, t.text FROM articles a LEFT JOIN texts t ON t.number = a.number"
    ):
        if text is None:
            yield Problem(f"نص المقال {key} مفقود.", f"The text of article {key} is missing.")
        elif article_id(text) != key or len(text) != length:
            yield Problem(
                f"نص المقال {key} ليس النص الذي استُورد.",
                f"The text of article {key} is not the text that was imported.",
            )


def unlike_text(schema: str = "main") -> str:
    """The query for marks (ID, article, start, end) whose words are not the article's.

    `substr` counts code points, as offsets do.
    """
    return (
        'SELECT n.id, n.article_id, n.start, n."end"'
        f" FROM {schema}.annotations n JOIN {schema}.articles a ON a.id = n.article_id"
        f" JOIN {schema}.texts t ON t.number = a.number"
        " WHERE CASE WHEN json_valid(n.data) THEN"
        " json_extract(n.data, '$.text') IS NOT substr(t.text, n.start + 1, n.\"end\" - n.start)"
        " OR json_extract(n.data, '$.start') IS NOT n.start OR json_extract(n.data, '$.end') IS NOT n.\"end\""
        " ELSE 1 END"
    )


def _marks(store: Store) -> Iterator[Problem]:
    for key, article, start, end in store.connection.execute(unlike_text()):
        yield Problem(
            f"العلامة {key} ({start}–{end}) لا توافق كلمات المقال {article}.",
            f"Mark {key} ({start}–{end}) does not match the words of article {article}.",
        )


def _index(store: Store) -> Iterator[Problem]:
    pairs = store.connection.execute("SELECT t.text, s.folded FROM texts t JOIN shadows s ON s.number = t.number")
    if any(search.shadow(text) != folded for text, folded in pairs) or not _is_in_step(store):
        yield Problem(
            "فهرس البحث لا يوافق نصوص المقالات.", "The search index does not match the texts of the articles."
        )


def _is_in_step(store: Store) -> bool:
    """FTS5's own comparison of index and content; it is written as an INSERT, so a read-only project goes without."""
    if store.read_only:
        return True
    try:
        store.connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True


def _damage(store: Store, detail: str) -> Problem:
    sentence = faults.damaged(store.path)
    return Problem(f"{sentence.ar} ({detail})", f"{sentence.en} ({detail})")
