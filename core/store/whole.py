"""A project as rows, and back: every table but those that are made anew from others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any

from core.errors import KnownError
from core.model import article_id
from core.store import check, schema
from core.store.file import on_failure
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
        yield from _rows(store.connection)


def restore(store: Store, lines: Iterable[tuple[int, Mapping[str, Any]]], file: str) -> int:
    """Fill an empty project with (line number, row) as `rows` gave them; all of them or none. How many there were.

    Rows of an older program are brought up to date, as its files are. KnownError where the project holds articles
    already, for rows of a newer program, and for rows that no project has.
    """
    if store.value("SELECT EXISTS (SELECT 1 FROM articles)"):
        raise KnownError(
            f"«{file}» مشروع كامل لا يُستعاد إلا في مشروع فارغ؛ استورده في مشروع جديد ثم ادمج المشروعين بالأمر merge.",
            f"“{file}” is a whole project, which only an empty one can take in; "
            "import it into a new project, then merge the two.",
        )
    waiting = iter(lines)
    line, heading = next(waiting, (1, {}))
    version = heading.get(HEADING)
    if type(version) is not int or version < 1:
        raise _no_row(file, line)
    if version > schema.VERSION:
        raise _newer(version, file)
    with store.transaction() as connection:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        if version == schema.VERSION:
            count = _fill(connection, waiting, file)
        else:
            with closing(_brought_up(version, waiting, file)) as older:
                count = _fill(connection, enumerate(_rows(older), 1), file)
        _verify(store, file)
    store.facts, store.lessons = {}, None
    return count


def _rows(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    for table in _tables(connection):
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        columns = [column for column, *_ in cursor.description]
        for values in cursor:
            yield {"table": table, "row": dict(zip(columns, values, strict=True))}


def _brought_up(version: int, lines: Iterator[tuple[int, Mapping[str, Any]]], file: str) -> sqlite3.Connection:
    """A database of these rows, in a passing file, in the form that projects have now."""
    connection = sqlite3.connect("", isolation_level=None)
    with on_failure(connection.close):
        schema.migrate(connection, version)
        connection.execute("BEGIN")
        _fill(connection, lines, file)
        connection.execute("COMMIT")
        schema.migrate(connection)
    return connection


def _fill(connection: sqlite3.Connection, lines: Iterable[tuple[int, Mapping[str, Any]]], file: str) -> int:
    """Let these rows be all that the tables hold; how many there were."""
    known = {table: _columns(connection, table) for table in _tables(connection)}
    for name in known:
        connection.execute(f'DELETE FROM "{name}"')
    count = 0
    for line, data in lines:
        table, row = data.get("table"), data.get("row")
        if str(table) not in known or not isinstance(row, dict) or not row.keys() <= known[str(table)]:
            raise _no_row(file, line)
        statement = f'INSERT INTO "{table}" ({names(list(row))}) VALUES ({", ".join("?" * len(row))})'
        try:
            connection.execute(statement, list(row.values()))
        except _REFUSED as error:
            raise _no_row(file, line) from error
        count += 1
    return count


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = [
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    ]
    own = [name for name in found if not name.startswith(_DERIVED)]
    return sorted(own, key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {name for _, name, *_ in connection.execute(f'PRAGMA table_info("{table}")')}


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


def _newer(version: int, file: str) -> KnownError:
    return KnownError(
        f"«{file}» من إصدار أحدث لملفات المشاريع ({version}، والحالي {schema.VERSION})؛ حدّث ميزان ثم استورده.",
        f"“{file}” is of a newer version of project files ({version}, this is {schema.VERSION}); "
        "update Mizan, then import it.",
    )


def _no_row(file: str, line: int) -> KnownError:
    return KnownError(
        f"«{file}»، السطر {line}: ليس صفا من مشروع؛ لم يُستعد شيء.",
        f"{file}, line {line}: this is no row of a project; nothing was brought in.",
    )
