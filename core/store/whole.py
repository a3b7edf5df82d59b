"""A project as rows, and back: every table but those that are made anew from others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from core.errors import KnownError
from core.model import article_id
from core.store import check, schema
from core.store.rows import names
from core.store.store import Store

HEADING = "mizan-project"
_DERIVED = ("search", "shadows", "sqlite_", "_sqlite_")  # the index of the texts, and what SQLite keeps for itself
_REFUSED = (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError, OverflowError, UnicodeError)
# What others refer to comes first; the rest in any order.
_FIRST = ("editors", "articles", "texts", "facts")


def rows(store: Store) -> Iterator[dict[str, Any]]:
    """A heading, then `{"table": …, "row": {…}}` for each row, from one state of the file."""
    yield {HEADING: schema.VERSION}
    with store.snapshot():
        for table in _tables(store):
            cursor = store.connection.execute(f'SELECT * FROM "{table}"')
            columns = [column for column, *_ in cursor.description]
            for values in cursor:
                yield {"table": table, "row": dict(zip(columns, values, strict=True))}


def restore(store: Store, lines: Iterable[tuple[int, Mapping[str, Any]]], file: str) -> int:
    """Fill an empty project with (line number, row) as `rows` gave them; all of them or none. How many there were.

    KnownError where the project holds articles already, for rows of a newer program, and for rows that no project has.
    """
    if store.value("SELECT EXISTS (SELECT 1 FROM articles)"):
        raise KnownError(
            f"«{file}» مشروع كامل لا يُستعاد إلا في مشروع فارغ؛ استورده في مشروع جديد ثم ادمج المشروعين بالأمر merge.",
            f"“{file}” is a whole project, which only an empty one can take in; "
            "import it into a new project, then merge the two.",
        )
    known = {table: _columns(store, table) for table in _tables(store)}
    count = 0
    with store.transaction() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for name in known:
            connection.execute(f'DELETE FROM "{name}"')
        for line, data in lines:
            if HEADING in data:
                _same_version(data[HEADING], file)
                continue
            table, row = data.get("table"), data.get("row")
            if str(table) not in known or not isinstance(row, dict) or not row.keys() <= known[str(table)]:
                raise _no_row(file, line)
            statement = f'INSERT INTO "{table}" ({names(list(row))}) VALUES ({", ".join("?" * len(row))})'
            try:
                connection.execute(statement, list(row.values()))
            except _REFUSED as error:
                raise _no_row(file, line) from error
            count += 1
        _verify(store, file)
    store.facts, store.lessons = {}, None
    return count


def _tables(store: Store) -> list[str]:
    found = [name for (name,) in store.fetch("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")]
    own = [name for name in found if not name.startswith(_DERIVED)]
    return sorted(own, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))


def _columns(store: Store, table: str) -> set[str]:
    return {name for _, name, *_ in store.fetch(f'PRAGMA table_info("{table}")')}


def _verify(store: Store, file: str) -> None:
    """Rows must fit each other: nothing unsound is taken in."""
    sound = not store.fetch("PRAGMA foreign_key_check") and not store.fetch(check.unlike_text())
    texts = store.connection.execute("SELECT a.id, t.text FROM articles a LEFT JOIN texts t ON t.number = a.number")
    if not sound or not all(text is not None and article_id(text) == key for key, text in texts):
        raise KnownError(
            f"صفوف «{file}» لا يوافق بعضها بعضا (نص غير نصه، أو صف ناقص)؛ لم يُستعد شيء. صدّر المشروع من جديد.",
            f"The rows of “{file}” do not fit each other (a text is not its own, or a row is missing); "
            "nothing was brought in. Export the project again.",
        )


def _same_version(version: Any, file: str) -> None:
    if version != schema.VERSION:
        raise KnownError(
            f"«{file}» من إصدار آخر لملفات المشاريع ({version}، والحالي {schema.VERSION})؛ صدّره من جديد بهذا الإصدار.",
            f"“{file}” is of another version of project files ({version}, this is {schema.VERSION}); "
            "export it again with this program.",
        )


def _no_row(file: str, line: int) -> KnownError:
    return KnownError(
        f"«{file}»، السطر {line}: ليس صفا من مشروع؛ لم يُستعد شيء.",
        f"{file}, line {line}: this is no row of a project; nothing was brought in.",
    )
