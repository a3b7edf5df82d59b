"""Saving what can be saved of a damaged project into a new one; the damaged file is read only.

A row that was read is taken if the tables of a new project take it, if what it refers to was saved too, and if its
words are those of its article; a text must be the one whose ID its article has. What is left out is told, by table and
article.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import KnownError
from core.model import article_id, stable_id
from core.store import check, comparison, faults, file, search
from core.store.pages import Found, Pages, Value
from core.store.store import Store
from core.store.values import Problem

# Made anew from the others.
_DERIVED = frozenset({"shadows", "waiting", "proposals", "followed", "sqlite_sequence", "sqlite_stat1"})
# What a comparison finds again.
_COMPARED = ("facts", "fact_claims", "relations", "compared")
# Which rows that no tree leads to are taken, and in this order; the others say too little of where they belong.
_ORPHANS = (
    *("annotations", "articles", "history", "merged_history", "versions", "verdicts", "rulings", "analysed"),
    *("editors", "texts"),
)
_TYPES: dict[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int), "BLOB": (bytes,)}
# A lost one of these may leave a step of the history that cannot be taken back.
_EDITED = ("articles", "texts", "annotations", "verdicts", "rulings", "names", "history")
_WORDS = {
    "": ("قائمة الجداول", "list of tables"),
    "articles": ("مقالات", "articles"),
    "texts": ("نصوص", "texts"),
    "annotations": ("علامات", "marks"),
    "verdicts": ("أحكام", "verdicts"),
    "history": ("خطوات من السجل", "steps of the history"),
    "editors": ("محررون", "editors"),
    "rulings": ("قرارات في الأسئلة", "rulings"),
    "names": ("أسماء", "names"),
    "settings": ("إعدادات", "settings"),
    "facts": ("أسئلة", "facts"),
}


@dataclass(slots=True)
class Repaired:
    """What came of it: rows by table, and what was left out or put right, in sentences."""

    saved: Counter[str] = field(default_factory=Counter)
    lost: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    type: str
    required: bool
    is_rowid: bool


def words(table: str) -> tuple[str, str]:
    """What the rows of a table are called, in Arabic and English."""
    return _WORDS.get(table, (table, table))


def repair(path: Path, out: Path) -> Repaired:
    """Make `out`, which must not exist, of what can be read of `path`. Long.

    KnownError where `path` cannot be read at all or holds no article, or `out` cannot be made.
    """
    result = Repaired()
    with faults.explained(path):
        if not path.exists():
            raise faults.missing(path)
        with tempfile.TemporaryDirectory(prefix="mizan-") as scratch:
            pages = Pages(_read(path, Path(scratch)))

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        missing = _taken(connection, pages)
        for step in (_texts, _marks, _people, _references):
            step(connection, result, missing)
        if not connection.execute("SELECT count(*) FROM articles").fetchone()[0]:
            raise KnownError(
                f"لم يبق في «{path}» مقال يمكن إنقاذه؛ افتح نسخة احتياطية منه: mizan backups.",
                f"No article in “{path}” can be saved; open a backup of it: mizan backups.",
            )
        _settle(connection, missing)
        result.saved.update(
            {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in _WORDS if table}
        )
        connection.execute("COMMIT")
        result.lost += [_told(table, number) for table, number in sorted(missing.items()) if number]

    file.make(out, fill)
    with closing(Store.open(out)) as store:
        while search.index(store):
            pass
    return result


def _read(path: Path, scratch: Path) -> bytes:
    """The file with what waits in its log, which SQLite copies in where it still can."""
    copy = scratch / "damaged"
    for end in ("", "-wal"):
        with suppress(FileNotFoundError):
            shutil.copyfile(f"{path}{end}", f"{copy}{end}")
    before = copy.read_bytes()
    if not file.has_log(copy):
        return before
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    after = copy.read_bytes()
    return after if len(after) >= len(before) else before


def _taken(connection: sqlite3.Connection, pages: Pages) -> Counter[str]:
    """Put every row that fits into the new file; how many did not, by table."""
    tables = {
        name: _columns(connection, name)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name not in _DERIVED and not name.startswith(("search", "_sqlite"))
    }
    stray: list[Found] = []
    missing: Counter[str] = Counter()
    for found in pages.rows():
        if not found.table:
            stray.append(found)
        elif found.table in tables and not _put(connection, found.table, tables[found.table], found):
            missing[found.table] += 1
    missing.update({table: number for table, number in pages.broken.items() if table in tables or not table})
    for table in _ORPHANS:
        for found in stray:
            if _fits(connection, table, tables[table], found):
                _put(connection, table, tables[table], found)
    return missing


def _columns(connection: sqlite3.Connection, table: str) -> list[_Column]:
    found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    keys = sum(bool(key) for *_, key in found)
    return [
        _Column(name, kind, bool(required) and default is None, bool(key) and keys == 1 and kind == "INTEGER")
        for _, name, kind, required, default, key in found
    ]


def _put(connection: sqlite3.Connection, table: str, columns: Sequence[_Column], found: Found) -> bool:
    """Whether the table took the row; one that it has already counts as taken."""
    filled = [
        (column.name, found.rowid if column.is_rowid else value)
        for column, value in zip(columns, found.values, strict=False)
    ]
    names = ", ".join(f'"{name}"' for name, _ in filled)
    marks = ", ".join("?" * len(filled))
    try:
        connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [value for _, value in filled])
    except sqlite3.IntegrityError as error:
        return error.sqlite_errorcode in (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)
    except (sqlite3.DataError, OverflowError, UnicodeEncodeError):
        return False
    return True


def _fits(connection: sqlite3.Connection, table: str, columns: Sequence[_Column], found: Found) -> bool:
    """Whether a row that lost its table can be one of this."""
    values = found.values
    if not sum(column.required or column.is_rowid for column in columns) <= len(values) <= len(columns):
        return False
    for column, value in zip(columns, values, strict=False):
        if value is None and (column.required and not column.is_rowid):
            return False
        if value is not None and (column.is_rowid or not isinstance(value, _TYPES[column.type])):
            return False
    return _says_so(connection, table, values)


def _says_so(connection: sqlite3.Connection, table: str, values: Sequence[Value]) -> bool:
    """Whether the words of a row say that it is of this table, where its shape alone does not."""
    if table == "texts":
        key = article_id(str(values[1]))
        return connection.execute("SELECT 1 FROM articles WHERE id = ?", (key,)).fetchone() is not None
    if table == "editors":
        return values[0] == stable_id("editor", str(values[1]))
    return True


def _texts(connection: sqlite3.Connection, result: Repaired, missing: Counter[str]) -> None:
    """Articles are those whose text is whole; one that lost its line but not its text gets another line."""
    known: dict[int, str] = dict(connection.execute("SELECT number, id FROM articles"))
    there: set[str] = set()
    for number, text in connection.execute("SELECT number, text FROM texts").fetchall():
        key = article_id(text)
        if number not in known and key not in known.values():
            connection.execute(
                "INSERT INTO articles (number, id, title, source, author, published, url, file, length, added_at,"
                " removed) VALUES (?, ?, '', '', '', NULL, '', '', ?, '', 0)",
                (number, key, len(text)),
            )
            known[number] = key
            missing["articles"] += 1
            result.lost.append(
                Problem(
                    f"المقال {key}: ضاع عنوانه ومصدره وتاريخه، وبقي نصه.",
                    f"Article {key}: its title, source and date are lost, its text is saved.",
                )
            )
        if known.get(number) == key:
            there.add(key)
        else:
            connection.execute("DELETE FROM texts WHERE number = ?", (number,))
    for number, key in known.items():
        if key in there:
            continue
        title, name = connection.execute("SELECT title, file FROM articles WHERE id = ?", (key,)).fetchone()
        gone = connection.execute("DELETE FROM annotations WHERE article_id = ?", (key,)).rowcount
        connection.execute("DELETE FROM articles WHERE id = ?", (key,))
        connection.execute("DELETE FROM texts WHERE number = ?", (number,))
        missing["texts"] += 1
        result.lost.append(
            Problem(
                f"المقال «{title or name or key}»: نصه تالف، فتُرك مع علاماته ({gone})؛ استورده من جديد.",
                f"Article “{title or name or key}”: its text is damaged; left out with its marks ({gone}). "
                "Import it again.",
            )
        )
    lengths = [(len(text), number) for number, text in connection.execute("SELECT number, text FROM texts")]
    connection.executemany("UPDATE articles SET length = ? WHERE number = ?", lengths)


def _marks(connection: sqlite3.Connection, result: Repaired, missing: Counter[str]) -> None:
    """A mark whose words stand elsewhere in its article goes there, if that is one place; else it is left out."""
    moved: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for key, article, start, _ in connection.execute(check.unlike_text()).fetchall():
        text, data = connection.execute(
            "SELECT t.text, n.data FROM annotations n JOIN articles a ON a.id = n.article_id"
            " JOIN texts t ON t.number = a.number WHERE n.id = ?",
            (key,),
        ).fetchone()
        place = _place(text, data, start)
        if place is None:
            connection.execute("DELETE FROM annotations WHERE id = ?", (key,))
            left[article] += 1
            continue
        words = json.loads(data)["text"]
        connection.execute(
            "UPDATE annotations SET start = ?, \"end\" = ?, data = json_set(data, '$.start', ?, '$.end', ?)"
            " WHERE id = ?",
            (place, place + len(words), place, place + len(words), key),
        )
        moved[article] += 1
    for article, number in moved.items():
        name = _name(connection, article)
        result.lost.append(
            Problem(
                f"المقال «{name}»: علامات أُعيدت إلى كلماتها: {number}.",
                f"Article “{name}”: marks put back to their words: {number}.",
            )
        )
    for article, number in left.items():
        name = _name(connection, article)
        missing["annotations"] += number
        result.lost.append(
            Problem(
                f"المقال «{name}»: علامات تُركت لأن كلماتها غير معروفة الموضع: {number}.",
                f"Article “{name}”: marks left out, since the place of their words is unknown: {number}.",
            )
        )


def _place(text: str, data: str, start: int) -> int | None:
    """Where the words of a mark stand: at either place that it names, else the only one."""
    try:
        said = json.loads(data)
        words, other = said["text"], said["start"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(words, str) or not words:
        return None
    for place in (start, other):
        if isinstance(place, int) and place >= 0 and text.startswith(words, place):
            return place
    return text.index(words) if text.count(words) == 1 else None


def _people(connection: sqlite3.Connection, result: Repaired, _: Counter[str]) -> None:
    """Decisions of an editor whose line is lost stay: the editor is called “?”."""
    used: set[str] = set()
    for table, parent, column in _foreign_keys(connection):
        if parent == "editors":
            found = connection.execute(f'SELECT DISTINCT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL')
            used.update(key for (key,) in found)
    lost = sorted(used - {key for (key,) in connection.execute("SELECT id FROM editors")})
    connection.executemany("INSERT INTO editors (id, name) VALUES (?, '?')", [(key,) for key in lost])
    if lost:
        result.lost.append(
            Problem(
                f"محررون ضاعت أسماؤهم وبقيت قراراتهم: {len(lost)}.",
                f"Editors whose names are lost; their decisions are saved: {len(lost)}.",
            )
        )


def _references(connection: sqlite3.Connection, _: Repaired, missing: Counter[str]) -> None:
    """What refers to something that was not saved goes too, until nothing does."""
    while broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, _parent, _number in broken:
            gone = connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,)).rowcount
            missing[table] += gone


def _settle(connection: sqlite3.Connection, missing: Counter[str]) -> None:
    """What was lost is compared anew, and no step is taken back that stood on it."""
    if any(missing[table] for table in ("", *_COMPARED, *_EDITED)):
        comparison.count_edit(connection)
    if any(missing[table] for table in ("", *_EDITED)):
        connection.execute("UPDATE history SET state = 'dropped'")


def _foreign_keys(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """(table, table it refers to, column)."""
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f'PRAGMA foreign_key_list("{table}")').fetchall():
            yield table, row[2], row[3]


def _name(connection: sqlite3.Connection, article: str) -> str:
    found = connection.execute("SELECT title, file FROM articles WHERE id = ?", (article,)).fetchone()
    return next((name for name in found or () if name), article)


def _told(table: str, number: int) -> Problem:
    ar, en = _WORDS.get(table, (table, table))
    if table in _COMPARED:
        return Problem(
            f"لم يُحفظ من {ar} ({number})؛ تعيدها المقارنة.", f"Not saved of the {en}: {number}; comparing finds them."
        )
    return Problem(
        f"لم يُقرأ من {ar}، صفوفا أو صفحات: {number}.", f"Could not be read of the {en}, rows or pages: {number}."
    )
